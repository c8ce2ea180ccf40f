// SPDX-License-Identifier: MIT
#include <msp/plan/charged.hpp>
#include <support/answer.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <deque>
#include <msp-charges/explain.hpp>
#include <string>
#include <string_view>

namespace msp::app {
namespace {

class ShareExplanation {
 public:
    ShareExplanation(Context& context, const ChargesSettings& settings, const std::vector<Case>& cases,
                     const std::vector<ChargesResult>& results)
        : context_(context), settings_(settings), cases_(cases), results_(results) {}

    // "rent@dr-martin", or a member: all lines. Of the last scenario that is asked for.
    Status run() {
        const std::string& asked = *settings_.explain;
        const std::size_t at = asked.find('@');
        const std::string line = at == std::string::npos ? "" : asked.substr(0, at);
        const std::string who = at == std::string::npos ? asked : asked.substr(at + 1);
        const Budget& last = cases_.back().budget;
        std::size_t index = 0;
        while (index < last.payers() && last.payer_id(index) != who)
            ++index;
        index = last.person_of(index);
        if (index == last.payers() && is_shared_line(last, who))
            return not_a_member(last, who, line);
        if (index == last.payers())
            return unknown(who, [](const Budget& budget, std::vector<std::string_view>& known) {
                for (std::size_t payer = 0; payer < budget.payers(); ++payer)
                    known.push_back(budget.payer_id(payer));
            });
        for (const ChargesResult& result : results_) {
            if (result.scenario != results_.back().scenario)
                continue;
            const std::vector<ChargedLine>& own =
                lines_.emplace_back(charged_lines(*result.budget, result.exercise, result.entity));
            for (const ChargedLine& each : own) {
                if (line.empty() || result.budget->items[each.line->item].id == line)
                    explained_.push_back({&result, &each, index, own});
            }
        }
        if (explained_.empty() && line.empty()) {
            context_.diagnostics.error(
                "explain.nothing",
                {tr("there is nothing to explain of {id}: no shared line costs anything in this exercise"),
                 {{"id", who}}},
                {}, Message{tr("choose another one with --exercise"), {}});
            return Status::wrong_input;
        }
        if (explained_.empty())
            return unknown(line, [](const Budget& budget, std::vector<std::string_view>& known) {
                for (std::size_t i = 0; i < budget.entities.size(); ++i) {
                    for (const Line* one : shared_lines(budget, static_cast<EntityIndex>(i)))
                        known.emplace_back(budget.items[one->item].id);
                }
            });
        show_explanation();
        return Status::done;
    }

 private:
    static bool is_shared_line(const Budget& budget, const std::string& id) {
        for (std::size_t i = 0; i < budget.entities.size(); ++i) {
            const auto is_it = [&](const Line* line) { return budget.items[line->item].id == id; };
            if (std::ranges::any_of(shared_lines(budget, static_cast<EntityIndex>(i)), is_it))
                return true;
        }
        return false;
    }

    // A line without its member, or the two the wrong way round.
    Status not_a_member(const Budget& budget, const std::string& line, const std::string& other) {
        const auto payer = std::ranges::find(budget.members, other, &Member::id);
        const std::string& member = payer == budget.members.end() ? budget.payer_id(0) : payer->id;
        context_.diagnostics.error("explain.unknown",
                                   {tr("{id} is a line, and a share of it is a member's"), {{"id", line}}}, {},
                                   Message{tr("ask for {line}@{member}"), {{"line", line}, {"member", member}}});
        return Status::wrong_input;
    }

    void show_explanation() {
        std::vector<Part> parts;
        for (const ExplainedShare& share : explained_) {
            parts.emplace_back(Prose{[&] { return explanation_heading(share, style_of(context_)); }});
            parts.emplace_back(Table{explanation_sheet({&share, 1}, context_.language), SheetIn::text});
            parts.emplace_back(Prose{[&] { return explanation_rounding(share, style_of(context_)) + '\n'; }});
        }
        parts.emplace_back(Table{explanation_sheet(explained_, context_.language), SheetIn::json});
        parts.emplace_back(Members{[this](Json& json) { write_receipt(json, charges_program, context_); }});
        answer(context_, parts);
    }

    template <typename Known>
    Status unknown(const std::string& id, Known names) {
        std::vector<std::string_view> known;
        names(cases_.back().budget, known);
        context_.diagnostics.error("explain.unknown",
                                   {tr("{id} is no member, or no shared line, of this exercise"), {{"id", id}}}, {},
                                   what_there_is(id, known));
        return Status::wrong_input;
    }

    Context& context_;
    const ChargesSettings& settings_;
    const std::vector<Case>& cases_;
    const std::vector<ChargesResult>& results_;
    std::deque<std::vector<ChargedLine>> lines_;
    std::vector<ExplainedShare> explained_;
};

}  // namespace

Status explain_share(Context& context, const ChargesSettings& settings, const std::vector<Case>& cases,
                     const std::vector<ChargesResult>& results) {
    return ShareExplanation(context, settings, cases, results).run();
}

}  // namespace msp::app
