// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/statement.hpp>
#include <support/answer.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <msp-charges/results.hpp>
#include <msp-charges/statements.hpp>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace msp::app {
namespace {

class Statements {
 public:
    Statements(Context& context, const ChargesSettings& settings, const Case& of) : context_(context), case_(of) {
        const Budget& budget = of.budget;
        for (std::size_t i = 0; i < budget.entities.size(); ++i) {
            const auto entity = static_cast<EntityIndex>(i);
            if (!shares_anything(budget, entity))
                continue;
            exercise_ = exercise_of(budget, entity, settings, context.options);
            results_.push_back(settled(of, entity, exercise_));
        }
        for (const SettlementResult& result : results_) {
            settlements_.push_back(&result);
            calls_.push_back(&result.voted);
            charges_.push_back(&result.voted.charges);
        }
        for (std::size_t payer = 0; payer < budget.payers(); ++payer)
            find(payer);
    }

    // Of each member and third party whom the exercise concerns.
    Status all() {
        for (const std::vector<Statement>& own : members_)
            chosen_.push_back(&own);
        return show();
    }

    Status of(const std::string& id) {
        const Budget& budget = case_.budget;
        const auto id_of = [&](const std::vector<Statement>& own) {
            return std::string_view(budget.payer_id(own.front().member));
        };
        std::size_t record = 0;
        while (record < budget.payers() && budget.payer_id(record) != id)
            ++record;
        const std::size_t person = budget.person_of(record);
        const auto own =
            std::ranges::find(members_, person, [](const std::vector<Statement>& each) { return each.front().member; });
        if (own != members_.end()) {
            chosen_.push_back(&*own);
            return show();
        }
        std::vector<std::string_view> known;
        std::ranges::transform(members_, std::back_inserter(known), id_of);
        context_.diagnostics.error("statement.unknown", {tr("{id} bears no charges in this exercise"), {{"id", id}}},
                                   {}, what_there_is(id, known));
        return Status::wrong_input;
    }

 private:
    void find(std::size_t member) {
        std::vector<Statement> own;
        for (const SettlementResult& result : results_) {
            if (const Statement statement = {&result, member}; statement.concerns())
                own.push_back(statement);
        }
        if (!own.empty())
            members_.push_back(std::move(own));
    }

    Status show() {
        if (context_.options.format() == Format::json && context_.folder.empty()) {
            const OfMember only =
                chosen_.size() == 1 ? OfMember(chosen_.front()->front().member) : OfMember(std::nullopt);
            answer(context_, data(only));
            return Status::done;
        }
        if (context_.options.whole_files() && context_.folder.empty() && chosen_.size() > 1) {
            refuse_one_file();
            return Status::wrong_input;
        }
        std::vector<NamedAnswer> answers;
        for (const std::vector<Statement>* own : chosen_) {
            const std::size_t member = own->front().member;
            NamedAnswer& one = answers.emplace_back();
            one.name = file_stem() + '-' + case_.budget.payer_id(member);
            one.title = case_.budget.payer_name(member);
            one.parts = data(member);
            if (own->size() > 1 || context_.options.format() == Format::html)
                add_name(one.parts, one.title);
            if (has_total(*own))
                add_total(one.parts, *own);
            for (const Statement& statement : *own)
                add_page(one.parts, statement);
        }
        answer_apart(context_, answers, index());
        return Status::done;
    }

    void refuse_one_file() {
        const std::string format = *context_.options.value("format");
        if (const std::optional<std::string> path = context_.options.value("output"))
            context_.diagnostics.error(
                "statement.pages",
                {access(path->c_str(), F_OK) == 0
                     ? tr("\"{path}\" is not a folder, and each statement is a file of its own in --format {format}")
                     : tr("there is no folder \"{path}\", and each statement is a file of its own in --format "
                          "{format}"),
                 {{"path", *path}, {"format", format}}},
                {}, Message{tr("make the folder first"), {}});
        else
            context_.diagnostics.error(
                "statement.pages",
                {tr("each statement is a file of its own in --format {format}"), {{"format", format}}}, {},
                Message{tr("name a folder that is there with --output"), {}});
    }

    [[nodiscard]] std::string file_stem() const { return context_.stem() + '-' + std::to_string(exercise_); }

    // Those whose charges are settled.
    [[nodiscard]] std::string entities() const {
        return listed(charges_, [&](const ChargesResult* of) { return case_.budget.entities[of->entity].title(); });
    }

    // Where there is more than one. Its name says the exercise, so that those of several can share a folder; of several
    // budgets the page called index is the list of these pages.
    [[nodiscard]] std::optional<AnswerIndex> index() const {
        if (chosen_.size() < 2)
            return std::nullopt;
        return AnswerIndex{file_stem(), words({tr("Statements of charges, {budget}, exercise {exercise}"),
                                               {{"budget", entities()}, {"exercise", std::int64_t{exercise_}}}},
                                              context_.language)};
    }

    [[nodiscard]] std::vector<Part> data(OfMember member) const {
        const Language language = context_.language;
        return {Table{shares_sheet(charges_, member, language), SheetIn::json},
                Table{calls_sheet(calls_, member, language), SheetIn::json},
                Table{settlement_sheet(settlements_, member, language), SheetIn::json},
                Table{later_sheet(settlements_, member, language), SheetIn::json},
                Members{[this](Json& json) { write_receipt(json, charges_program, context_); }}};
    }

    // A page is called by whose it is, in a row of windows and among its printed sheets; so is what has parts of
    // several entities, in any format.
    void add_name(std::vector<Part>& parts, const std::string& member) const {
        parts.emplace_back(Prose{[this, member] {
            return heading(words({tr("{entity}, statement of charges of the exercise {exercise}"),
                                  {{"entity", member}, {"exercise", std::int64_t{exercise_}}}},
                                 context_.language),
                           style_of(context_)) +
                   '\n';
        }});
    }

    void add_page(std::vector<Part>& parts, const Statement& statement) const {
        const Language language = context_.language;
        const auto prose = [&](std::string (*write)(const Statement&, const TextStyle&)) {
            parts.emplace_back(Prose{[this, write, &statement] { return write(statement, style_of(context_)); }});
        };
        prose(&statement_heading);
        parts.emplace_back(Table{statement_lines_sheet(statement, language), SheetIn::text});
        prose(&statement_keys);
        parts.emplace_back(Prose{[] { return std::string("\n"); }});
        parts.emplace_back(Table{statement_calls_sheet(statement, language), SheetIn::text});
        prose(&statement_payment);
        if (!statement.is_settled())
            return;
        parts.emplace_back(Table{statement_settlement_sheet(statement, language), SheetIn::text});
        if (std::ranges::find(statement.result->later.charges, statement.member, &LaterCharge::member) !=
            statement.result->later.charges.end())
            parts.emplace_back(Table{later_sheet({statement.result}, statement.member, language), SheetIn::text});
        prose(&statement_balance);
    }

    void add_total(std::vector<Part>& parts, const std::vector<Statement>& own) const {
        parts.emplace_back(
            Prose{[this, &own] { return heading(statement_total_title(own, context_.language), style_of(context_)); }});
        parts.emplace_back(Table{statement_total_sheet(own, context_.language), SheetIn::text});
        parts.emplace_back(Prose{[this, &own] { return statement_total_base(own, style_of(context_)); }});
    }

    Context& context_;
    const Case& case_;
    std::int16_t exercise_ = 0;
    std::vector<SettlementResult> results_;  // by entity
    std::vector<const SettlementResult*> settlements_;
    std::vector<const CallsResult*> calls_;
    std::vector<const ChargesResult*> charges_;
    std::vector<std::vector<Statement>> members_;
    std::vector<const std::vector<Statement>*> chosen_;
};

}  // namespace

Status statements(Context& context, const ChargesSettings& settings, const Case& of) {
    Statements found(context, settings, of);
    return *settings.statement == "all" || *settings.statement == "tous" ? found.all() : found.of(*settings.statement);
}

}  // namespace msp::app
