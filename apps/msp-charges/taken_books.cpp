// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_charges.hpp>
#include <msp/actuals/booked_payments.hpp>
#include <msp/read/word.hpp>
#include <support/books.hpp>
#include <support/budgets.hpp>

#include <algorithm>
#include <deque>
#include <msp-charges/results.hpp>
#include <msp-charges/taken_books.hpp>
#include <utility>

namespace msp::app {
namespace {

class BooksTaker {
 public:
    BooksTaker(Context& context, ChargesSettings& settings, std::vector<Case>& cases)
        : context_(context), settings_(settings), cases_(cases) {}

    // Rules are those of each case.
    std::optional<TakenBooks> run() {
        const Budget& base = cases_.front().budget;
        const std::optional<std::deque<EntityExport>> read = read_books(context_, base, settings_.actuals);
        if (!read)
            return std::nullopt;
        const AllBooks books = books_by_entity(base, *read);
        for (Case& of : cases_) {
            Diagnostics found;
            for (const EntityBooks& each : books.entities)
                take_payments(of, each, found);
            for (const EntityBooks& each : books.entities)
                take_books(of, each, found);
            if (!found.has_errors())
                check_charges(of, settings_, context_.options, found);
            add_new(context_.diagnostics, found);
        }
        return context_.diagnostics.has_errors() ? std::nullopt : std::optional(std::move(taken_));
    }

 private:
    void take_payments(Case& of, const EntityBooks& books, Diagnostics& found) {
        BookedPayments paid = booked_payments(of.budget, books.entity, *books.ledgers);
        tell_paid(of.budget, paid, found);
        // Beyond the end of the books of an entity nobody has paid yet.
        if (settings_.question == ChargesQuestion::unpaid && paid.first)
            settings_.books_end = std::min(settings_.books_end.value_or(paid.until), paid.until);
        take_booked(of.budget, paid);
        if (!paid.rows.empty())
            taken_.payers.push_back({&of.budget, of.scenario, of.label, std::move(paid)});
    }

    static void tell_paid(const Budget& budget, const BookedPayments& paid, Diagnostics& found) {
        for (const BookedPayments::Typed& each : paid.typed)
            found.warning("charges.paid",
                          {tr("the budget says that {member} paid {typed} from {first} to {last}, and the books "
                              "{booked}: theirs counts"),
                           {{"member", budget.payer_id(each.payer)},
                            {"typed", each.typed},
                            {"first", *paid.first},
                            {"last", paid.until},
                            {"booked", each.booked}}},
                          each.place.span, Message{tr("correct the payment, or the entry in the books"), {}});
        for (const BookedPayer& each : paid.rows) {
            if (!each.payer)
                found.add(nobodys(budget, paid.entity, each));
        }
    }

    // Two members with one account are a fault of the budget: whose the money is cannot be told.
    static Diagnostic nobodys(const Budget& budget, EntityIndex entity, const BookedPayer& each) {
        const std::string& account = each.auxiliary.empty() ? each.account : each.auxiliary;
        std::vector<Note> owners;
        for (const Member& member : budget.members) {
            if (folded(member.account) == folded(account))
                owners.push_back({member.place.span, {tr("{member} has this account"), {{"member", member.id}}}});
        }
        const bool doubled = owners.size() > 1;
        Message help = {tr("give the member whose it is account = \"{account}\""), {{"account", account}}};
        if (doubled)
            help = {tr("give each of them an account of their own"), {}};
        else if (each.auxiliary.empty())
            help = {tr("book the payments of members under an auxiliary account, or an account of their own; the "
                       "member names it: account"),
                    {}};
        return {doubled ? Severity::error : Severity::warning,
                "charges.payer",
                {doubled ? tr("several members have the account {account} of the books of {entity}: {amount} of {n} "
                              "{n:payment|payments} {n:counts|count} for nobody")
                         : tr("no member has the account {account} of the books of {entity}: {amount} of {n} "
                              "{n:payment|payments} {n:counts|count} for nobody"),
                 {{"account", each.auxiliary.empty() ? each.account : each.account + ' ' + each.auxiliary},
                  {"entity", budget.entities[entity].title()},
                  {"n", each.count},
                  {"amount", each.amount}}},
                {},
                doubled ? std::move(owners) : std::vector<Note>(),
                std::move(help)};
    }

    void take_books(Case& of, const EntityBooks& books, Diagnostics& found) {
        const std::int16_t exercise = exercise_of(of.budget, books.entity, settings_, context_.options);
        // What is unpaid of an exercise that goes on does not ask what it costs.
        if (settings_.question == ChargesQuestion::unpaid &&
            day_of(of.budget, settings_, context_.options) <= of.budget.last_day_of(exercise, books.entity))
            return;
        BookedCharges charges = booked_charges(of.budget, books.entity, exercise, *books.ledgers);
        if (&of == &cases_.front()) {
            for (std::size_t i = 0; i < charges.ties.size(); ++i) {
                const std::uint32_t part = charges.tied_parts[i];
                const Fec& ledger = (*books.ledgers)[part];
                const std::uint32_t line = charges.ties[i].line;
                tell_tie(context_, of.budget, books.files[part], charges.ties[i], ledger.number_of(line),
                         ledger.text(ledger.lines()[line], LedgerColumn::label));
            }
        }
        tell_booked(of.budget, charges, found);
        take_booked(of.budget, charges);
        taken_.exercises.push_back({&of.budget, of.scenario, of.label, std::move(charges)});
    }

    static void tell_booked(const Budget& budget, const BookedCharges& charges, Diagnostics& found) {
        const std::string& name = budget.entities[charges.entity].title();
        const Window days = days_of(budget, charges.exercise, charges.entity);
        if (!charges.first)
            return found.error("charges.books",
                               {tr("the books of {entity} that are named have nothing of the exercise {exercise}"),
                                {{"entity", name}, {"exercise", std::int64_t{charges.exercise}}}},
                               {}, Message{tr("name the export of that exercise, or another exercise"), {}});
        if (Month::of(*charges.first) > Month::of(days.first) || Month::of(*charges.last) < Month::of(days.last))
            found.warning("charges.books",
                          {tr("of the exercise {exercise} the books of {entity} that are named have {first} to {last}: "
                              "what is booked on its other days is not settled"),
                           {{"exercise", std::int64_t{charges.exercise}},
                            {"entity", name},
                            {"first", *charges.first},
                            {"last", *charges.last}}},
                          {}, Message{tr("name all parts of the export, once the exercise is closed"), {}});
        for (const BookedCharges::Typed& each : charges.typed)
            found.warning("charges.booked",
                          {tr("the budget says that {line} cost {typed}, and the books {booked}: theirs counts"),
                           {{"line", budget.items[each.item].id}, {"typed", each.typed}, {"booked", each.booked}}},
                          each.place.span, Message{tr("correct the cost, or the rule that takes it in the books"), {}});
    }

    Context& context_;
    ChargesSettings& settings_;
    std::vector<Case>& cases_;
    TakenBooks taken_;
};

}  // namespace

std::optional<TakenBooks> take_books(Context& context, ChargesSettings& settings, std::vector<Case>& cases) {
    return BooksTaker(context, settings, cases).run();
}

}  // namespace msp::app
