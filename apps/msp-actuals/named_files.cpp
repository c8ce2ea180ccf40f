// SPDX-License-Identifier: MIT
#include <support/budgets.hpp>

#include <algorithm>
#include <msp-actuals/named_files.hpp>
#include <span>
#include <string>
#include <utility>

namespace msp::app {

bool NamedFiles::read_voted() {
    if (!settings_.voted)
        return true;
    voted_ = voted_case(context_, *settings_.voted, base_);
    return voted_.has_value();
}

bool NamedFiles::read_actuals() {
    const std::optional<std::vector<std::string>> paths =
        statements_among(context_, base_, std::span(context_.options.positional()).subspan(1), statements_);
    std::optional<std::deque<EntityExport>> read =
        read_books(context_, base_, paths.value_or(std::vector<std::string>()));
    if (!paths || !read)
        return false;
    exports_ = std::move(*read);
    books_ = books_by_entity(base_, exports_);
    return true;
}

bool NamedFiles::answer_question() const {
    if (settings_.reconciles && !can_be_reconciled())
        return false;
    warn_of_banks_without(context_, base_, statements_, exports_);
    return !settings_.result || all_have_results();
}

// Without the books there is nothing that a statement could be held against.
bool NamedFiles::can_be_reconciled() const {
    if (!exports_.empty())
        return true;
    context_.diagnostics.error("actuals.reconcile", {tr("--reconcile holds the books against statements"), {}}, {},
                               Message{tr("name the exports of the books (FEC) too"), {}});
    return false;
}

// Of the entities whose books are named; a statement of a bank has neither charges nor income.
bool NamedFiles::all_have_results() const {
    for (const BankStatement& each : statements_)
        context_.diagnostics.error(
            "actuals.books", {tr("{file} is the statement of a bank, and has no result"), {{"file", each.file}}}, {},
            Message{tr("leave --view result out, or name the exports of the books alone"), {}});
    for (std::size_t i = 0; i < base_.entities.size(); ++i) {
        const Entity& entity = base_.entities[i];
        const bool asked =
            std::ranges::find(exports_, static_cast<EntityIndex>(i), &EntityExport::entity) != exports_.end();
        if (!asked || entity.books == Books::accrual)
            continue;
        context_.diagnostics.error(
            "actuals.books",
            {tr("the books of {entity} are those of receipts and payments, so that its cash is its result"),
             {{"entity", entity.id}}},
            entity.place.span,
            Message{tr("leave --view result out, or say in the budget that they are books of accruals"), {}});
    }
    return !context_.diagnostics.has_errors();
}

std::optional<VotedFile> NamedFiles::voted_file(const HeldLines& lines) const {
    if (!voted_)
        return std::nullopt;
    VotedFile made = {*settings_.voted, context_.path};
    for (const ItemIndex item : lines.only_voted())
        made.only_voted.push_back(lines.voted().items[item].id);
    for (const ItemIndex item : lines.only_today())
        made.only_today.push_back(lines.today().items[item].id);
    return made;
}

}  // namespace msp::app
