// SPDX-License-Identifier: MIT
#include <msp/actuals/comparison.hpp>
#include <msp/ledger/check.hpp>
#include <msp/ledger/columns.hpp>
#include <msp/plan/plan.hpp>
#include <msp/read/file.hpp>
#include <msp/report/actuals_sheets.hpp>
#include <support/answer.hpp>
#include <support/budgets.hpp>
#include <support/receipt.hpp>
#include <support/text_out.hpp>

#include <algorithm>
#include <deque>
#include <msp-actuals/comparison.hpp>
#include <msp-actuals/exports.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp::app {
namespace {

struct OfEntity {
    std::string file;
    EntityIndex entity;
    Fec ledger;
};

class Comparing {
 public:
    Comparing(Context& context, const ActualsSettings& settings, Cases& cases)
        : context_(context), settings_(settings), cases_(cases.all()) {}

    Status run() {
        if (!read_exports())
            return Status::wrong_input;
        for (const Case& of : cases_)
            results_.push_back(result_of(of));
        if (context_.diagnostics.has_errors() || refuses_warnings(context_))
            return Status::wrong_input;
        if (settings_.suggests)
            write_text(context_, suggested_rules(results_.front(), context_.language));
        else
            answer(context_, parts());
        return Status::done;
    }

 private:
    [[nodiscard]] const Budget& base() const { return cases_.front().budget; }

    bool read_exports() {
        const std::vector<std::string>& operands = context_.options.positional();
        bool all = true;
        for (std::size_t i = 1; i < operands.size(); ++i) {
            std::optional<Export> read = read_export(context_, operands[i]);
            if (!read) {
                all = false;
                continue;
            }
            const bool unreadable = read->findings.count(Gravity::unreadable) != 0;
            tell_findings(context_, read->findings, read->ledger.source(), read->ledger.form(), false);
            all = !unreadable && !is_twin(operands[i], read->ledger) && all;
            const std::optional<EntityIndex> entity = entity_of(operands[i]);
            if (entity)
                exports_.push_back({operands[i], *entity, std::move(read->ledger)});
            all = entity && all;
        }
        // The books of one year before those of the next.
        std::ranges::stable_sort(exports_, {}, [](const OfEntity& each) {
            const std::vector<LedgerLine>& lines = each.ledger.lines();
            return lines.empty() ? Date() : lines.back().date;
        });
        return all;
    }

    // The same file twice would count twice, and so would an earlier export of what a later one has too.
    bool is_twin(const std::string& path, const Fec& ledger) {
        for (const OfEntity& each : exports_) {
            const bool same = each.ledger.text() == ledger.text();
            if (!same && !has_first_line_of(each.ledger, ledger) && !has_first_line_of(ledger, each.ledger))
                continue;
            context_.diagnostics.error("actuals.twice",
                                       {same ? tr("{file} and {other} are the same")
                                             : tr("{file} and {other} have the same entries, which would count twice"),
                                        {{"file", path}, {"other", each.file}}},
                                       {},
                                       same ? Message{tr("name each export once"), {}}
                                            : Message{tr("name the latest export of an exercise alone"), {}});
            return true;
        }
        return false;
    }

    // After its header, as it is written: with its journal, number and day no other entry is the same.
    static bool has_first_line_of(const Fec& one, const Fec& other) {
        const std::string_view text = other.text();
        const std::size_t begin = text.find('\n');
        if (begin == std::string_view::npos)
            return false;
        const std::string_view line = text.substr(begin, text.find('\n', begin + 1) - begin);
        return line.size() > 2 && one.text().find(line) != std::string_view::npos;
    }

    // By the SIREN in the file's name; the only one of the budget needs none.
    std::optional<EntityIndex> entity_of(const std::string& path) {
        const std::vector<Entity>& entities = base().entities;
        const std::optional<LedgerName> name = ledger_name(path);
        const std::string siren = name && is_siren(name->siren) ? std::string(name->siren) : std::string();
        const auto found = std::ranges::find(entities, siren, &Entity::siren);
        if (!siren.empty() && found != entities.end())
            return static_cast<EntityIndex>(found - entities.begin());
        if (entities.size() == 1 && (siren.empty() || entities.front().siren.empty()))
            return EntityIndex{0};
        context_.diagnostics.error(
            "actuals.entity",
            {siren.empty() ? tr("nothing says whose books {file} are: its name has no SIREN")
                           : tr("{file} has the SIREN {siren}, and no entity of the budget has it"),
             {{"file", path}, {"siren", siren}}},
            {},
            Message{tr("give the entity its siren in the budget, and the file a name such as "
                       "123456782FEC20261231.txt"),
                    {}});
        return std::nullopt;
    }

    [[nodiscard]] ActualsResult result_of(const Case& of) {
        ActualsResult result;
        result.scenario = of.scenario;
        result.label = of.label;
        result.budget = &of.budget;
        result.grid = settings_.grid.value_or(context_.options.format() == Format::text ? Grid::year : Grid::month);
        std::vector<EntityComparison> comparisons;
        for (std::size_t i = 0; i < of.budget.entities.size(); ++i)
            comparisons.emplace_back(of.budget, static_cast<EntityIndex>(i));
        std::vector<std::optional<Date>> until(comparisons.size());
        for (const OfEntity& each : exports_) {
            const CashTotals& totals = add_export(of, each, comparisons[each.entity], result);
            if (totals.first) {
                comparisons[each.entity].covers(*totals.first, totals.until);
                until[each.entity] = totals.until;  // of the last year that is there
            }
        }
        for (std::size_t i = 0; i < until.size() && !settings_.movements; ++i) {
            if (until[i])
                result.entities.push_back(compared(of, comparisons[i], static_cast<EntityIndex>(i), *until[i], result));
        }
        return result;
    }

    const CashTotals& add_export(const Case& of, const OfEntity& each, EntityComparison& comparison,
                                 ActualsResult& result) {
        MappedExport& made = result.exports.emplace_back();
        made.file = each.file;
        made.entity = each.entity;
        made.ledger = &each.ledger;
        made.totals = cash_of(of.budget, each.entity, each.ledger, context_.options.as_of(), [&](const CashMove& move) {
            settings_.movements ? made.moves.push_back(move) : comparison.add(move);
        });
        for (const MapTie& tie : made.totals.ties)
            tell_tie(of, each, tie);
        return made.totals;
    }

    void tell_tie(const Case& of, const OfEntity& each, const MapTie& tie) {
        const LedgerLine& line = each.ledger.lines()[tie.line];
        context_.diagnostics.error(
            "actuals.tie",
            {tr("{line} and {other} take the same money of {file}, line {number}: \"{label}\""),
             {{"line", of.budget.items[tie.second->item].id},
              {"other", of.budget.items[tie.first->item].id},
              {"file", each.file},
              {"number", std::int64_t{each.ledger.number_of(tie.line)}},
              {"label", each.ledger.text(line, LedgerColumn::label)}}},
            tie.second->place.span,
            Message{tr("give one of them a longer account or another condition; a rule with more conditions wins"), {}},
            {{tie.first->place.span, {tr("the other rule"), {}}}});
    }

    [[nodiscard]] static ComparedEntity compared(const Case& of, EntityComparison& comparison, EntityIndex entity,
                                                 Date until, const ActualsResult& result) {
        comparison.show(until, result.grid);
        PlanOptions options;
        options.before_opening = true;
        (void)movements(of, options, comparison.window(), [&](const Movement& planned) { comparison.add(planned); });
        ComparedEntity made{entity, until, comparison.rows(), {}};
        made.totals = comparison.totals(made.rows);
        return made;
    }

    std::vector<Part> parts() {
        const Language language = context_.language;
        const ActualsResult& first = results_.front();
        std::vector<Part> all = {
            Prose{[this] { return heading(actuals_title(context_.language), style_of(context_)); }},
            Table{exports_sheet(first, language), SheetIn::text_and_json}};
        if (settings_.movements)
            all.emplace_back(Table{booked_sheet(results_, language)});
        else
            all.emplace_back(Table{compared_sheet(results_, language)});
        all.emplace_back(Table{unmapped_sheet(first, language), SheetIn::text_and_json});
        all.emplace_back(Prose{[this, &first] { return actuals_rules(first, style_of(context_)); }});
        all.emplace_back(Members{[this](Json& json) { write_receipt(json, actuals_program, context_); }});
        return all;
    }

    Context& context_;
    const ActualsSettings& settings_;
    std::vector<Case> cases_;
    std::deque<OfEntity> exports_;
    std::vector<ActualsResult> results_;
};

}  // namespace

bool is_export(const std::string& path) {
    constexpr std::size_t of_header = 4096;  // bytes
    if (path == "-")
        return false;
    Sources sources;
    Diagnostics unread;
    const std::optional<SourceId> source = map_file(sources, path, unread);
    if (!source)
        return false;
    const std::string_view text = sources.text(*source);
    const std::string head = folded_name(text.substr(0, std::min(text.find_first_of("\r\n"), of_header)));
    return head.find("ecrituredate") != std::string::npos || head.find("comptenum") != std::string::npos;
}

Status compare(Context& context, const ActualsSettings& settings) {
    if (is_export(context.path)) {
        context.diagnostics.error("actuals.question", {tr("nothing is asked of the export"), {}}, {},
                                  Message{tr("say --validate, --anonymise or --check, or name the budget first"), {}});
        return Status::wrong_input;
    }
    if (context.options.positional().size() == 1) {
        context.diagnostics.error(
            "actuals.export", {tr("no export is named that {file} could be held against"), {{"file", context.path}}},
            {}, Message{tr("name the exports of the books behind the budget"), {}});
        return Status::wrong_input;
    }
    return with_budgets(context, {}, [&](Cases& cases) { return Comparing(context, settings, cases).run(); });
}

}  // namespace msp::app
