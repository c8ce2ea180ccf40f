// SPDX-License-Identifier: MIT
#include <msp/actuals/draft.hpp>
#include <msp/budget/files.hpp>
#include <msp/ledger/check.hpp>
#include <msp/read/file.hpp>
#include <msp/report/draft_text.hpp>
#include <msp/scenario/rewrite.hpp>
#include <support/exports.hpp>
#include <support/new_file.hpp>
#include <support/text_out.hpp>

#include <algorithm>
#include <msp-actuals/draft.hpp>
#include <msp-actuals/statements.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace msp::app {
namespace {

class Drafting {
 public:
    explicit Drafting(Context& context) : context_(context), keys_(keys_language(context.options, context.language)) {}

    Status run() {
        const Catalogue* catalogue = context_.rules.catalogue(context_.sources, context_.diagnostics);
        // Of the rules a draft has the categories alone, but a folder of them that is not there is wrong all the same.
        if (catalogue == nullptr || context_.rules.law({}, context_.sources, context_.diagnostics) == nullptr)
            return Status::wrong_input;
        for (const std::string& path : context_.options.positional())
            add(path, *catalogue);
        if (context_.diagnostics.has_errors() ||
            (context_.options.flag("strict") && context_.diagnostics.warnings() != 0))
            return Status::wrong_input;
        tell_apart(drafts_);
        for (std::size_t i = 0; i < drafts_.size(); ++i)
            entities_[i].draft = &drafts_[i];
        write_file(context_, in_keys(drafted_budget(entities_, *catalogue, keys_)));
        return Status::done;
    }

 private:
    void add(const std::string& path, const Catalogue& catalogue) {
        if (is_statement(path)) {
            context_.diagnostics.error(
                "actuals.draft-statement",
                {tr("{file} is the statement of a bank, and a budget is drafted from the books"), {{"file", path}}}, {},
                Message{tr("name the export of the books (FEC) alone; a statement is held against the budget then"),
                        {}});
            return;
        }
        const std::optional<Export> read = read_export(context_, path);
        if (!read)
            return;
        tell_findings(context_, read->findings, read->ledger.source(), read->ledger.form(), false);
        if (read->findings.count(Gravity::unreadable) != 0 || !is_of_another(path))
            return;
        const bool first_aci =
            std::ranges::none_of(drafts_, [](const BudgetDraft& draft) { return draft.aci.has_value(); });
        drafts_.push_back(draft_of(read->ledger, catalogue, keys_, context_.options.as_of(), first_aci));
        if (drafts_.back().banks.empty())
            context_.diagnostics.error("actuals.draft-cash",
                                       {tr("{file} has no bank and no cash box (512, 53)"), {{"file", path}}});
    }

    // Of an entity that no export before is of.
    bool is_of_another(const std::string& path) {
        DraftedEntity entity;
        entity.file = path.substr(path.rfind('/') + 1);
        std::ranges::replace_if(  // it stands in comments, which end with their line
            entity.file, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, '?');
        if (const std::optional<LedgerName> name = ledger_name(path)) {
            entity.siren = is_siren(name->siren) ? std::string(name->siren) : std::string();
            entity.closing = name->closing;
        }
        const auto same = std::ranges::find_if(entities_, [&](const DraftedEntity& each) {
            return each.siren == entity.siren || each.siren.empty() || entity.siren.empty();
        });
        const bool another = same == entities_.end();
        if (!another)
            context_.diagnostics.error(
                "actuals.draft-entity",
                {entity.siren.empty() || same->siren.empty()
                     ? tr("nothing says that {file} and {other} are the books of two entities: a name has no SIREN")
                     : tr("{file} and {other} are the books of one entity"),
                 {{"file", entity.file}, {"other", same->file}}},
                {}, Message{tr("name one export for each entity, that of its last exercise"), {}});
        entities_.push_back(std::move(entity));
        return another;
    }

    // The writer's keys are English.
    std::string in_keys(std::string text) {
        if (keys_ == Language::english)
            return text;
        const std::optional<SourceId> source =
            load_text(context_.sources, "budget.toml", std::move(text), context_.diagnostics);
        const std::optional<Document> document =
            read_as(FileFormat::toml, context_.sources, source.value(), context_.diagnostics);
        return rewritten(document.value(), context_.sources, *source, {}, keys_);
    }

    Context& context_;
    Language keys_;
    std::vector<DraftedEntity> entities_;
    std::vector<BudgetDraft> drafts_;
};

}  // namespace

Status draft(Context& context) {
    return Drafting(context).run();
}

}  // namespace msp::app
