// SPDX-License-Identifier: MIT
#include <msp/charges/settlement.hpp>
#include <msp/distribution/distributed.hpp>
#include <msp/plan/charged.hpp>
#include <msp/plan/planned_calls.hpp>
#include <msp/plan/post_costs.hpp>
#include <msp/plan/third_parties.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace msp {
namespace {

// A line of the plan that the budget's other facts make.
struct PlannedLine {
    std::string id;
    std::string label;  // empty: its category's
    std::string_view category;
    Side side = Side::receipts;
    BankIndex bank = 0;
    Delay delay;
    ExerciseRule exercise;
    Place place;
};

void add_planned(Budget& budget, const PlannedLine& made, const std::map<Date, Money>& amounts) {
    if (amounts.empty())
        return;
    const auto found = std::ranges::find(budget.categories, made.category, &Category::id);
    const std::string& title = budget.language == Language::english ? found->english : found->french;
    Item item;
    item.id = made.id;
    item.label = made.label.empty() ? title : made.label;
    item.category = static_cast<CategoryIndex>(found - budget.categories.begin());
    item.side = made.side;
    item.place = made.place;
    Line line;
    line.item = static_cast<ItemIndex>(budget.items.size());
    line.side = made.side;
    line.bank = made.bank;
    line.kind = AmountKind::dated;
    line.delay = made.delay;
    line.exercise = made.exercise;
    line.amount_place = line.rule_place = made.place;
    for (const auto& [date, amount] : amounts) {
        if (amount != Money())
            line.dated.push_back({date, amount, made.place});
    }
    budget.items.push_back(std::move(item));
    budget.lines.push_back(std::move(line));
}

class PlannedCalls {
 public:
    PlannedCalls(Budget& budget, const CallTerms& terms, Diagnostics& diagnostics)
        : budget_(budget), terms_(terms), diagnostics_(diagnostics) {}

    void run() {
        const std::int16_t last = budget_.exercise_of(last_planned_day(budget_), terms_.entity);
        // The exercise before it may still be settled.
        auto exercise = static_cast<std::int16_t>(budget_.exercise_of(budget_.first_day(), terms_.entity) - 1);
        for (; exercise <= last; ++exercise) {
            if (!add_exercise(exercise))
                break;
        }
        const Ledger& accounts = terms_.ledger;
        std::vector<std::string> own;
        for (const Member& member : budget_.members)
            own.push_back(member.account);
        const std::string& common = accounts.account(AccountRole::members);
        add(lines_of("calls", "charges-reimbursed"), charges_, accounts.account(AccountRole::income), common, own);
        const std::string& advanced = accounts.account(AccountRole::advances);
        add(lines_of("advances", "associate-account"), advances_, advanced, advanced, own);
        for (const auto& [payer, amounts] : third_parties_)
            add(line_of_third_party(payer), amounts, {}, common, {budget_.payer_id(payer)});
    }

 private:
    // With what takes its money of the books, where no rule of the user's does: an account that it goes to, and the
    // common account of whom it is of, by their own behind it.
    void add(const PlannedLine& made, const std::map<Date, Money>& amounts, const std::string& account,
             const std::string& common, const std::vector<std::string>& own) {
        const std::size_t items = budget_.items.size();
        add_planned(budget_, made, amounts);
        if (budget_.items.size() == items)
            return;
        MapRule rule = {};
        rule.item = static_cast<ItemIndex>(items);
        rule.entity = terms_.entity;
        rule.usual = true;
        rule.place = made.place;
        if (!account.empty()) {
            rule.accounts = {account};
            budget_.map.push_back(rule);
        }
        if (own.empty())
            return;
        rule.accounts = {common};
        rule.auxiliaries = own;
        budget_.map.push_back(rule);
        rule.accounts.clear();
        rule.auxiliaries.clear();
        for (const std::string& each : own)
            rule.accounts.push_back(common + each);
        budget_.map.push_back(std::move(rule));
    }

    bool add_exercise(std::int16_t exercise) {
        const Window days = days_of(budget_, exercise, terms_.entity);
        // Of an exercise after the plan nobody asks yet.
        const Date plan_ends = add_months(std::max(budget_.first_day(), begin_of_plan()), budget_.months);
        Diagnostics beyond;
        if (!post_costs_known(budget_, terms_.entity, exercise, plan_ends - 1,
                              days.first < plan_ends ? diagnostics_ : beyond))
            return false;
        const ExerciseCharges charges = exercise_charges(budget_, exercise, terms_.entity);
        if (days.first < plan_ends)
            check_capitalised(budget_, exercise, terms_.entity, diagnostics_);
        const auto voted = shares_of(budget_, charges.voted, {&days, 1}, diagnostics_);
        const auto earlier = earlier_shares(budget_, charges.earlier, days, diagnostics_);
        if (!voted || !earlier)
            return false;
        const std::vector<Call> calls = all_calls_of(budget_, *voted, terms_.entity, days, *earlier);
        for (const Call& call : calls)
            (call.kind() == CallKind::charge ? charges_ : advances_)[call.date] += call.amount;
        const ThirdPartyCalls third_parties = third_party_calls(budget_, *voted, terms_.entity, exercise, *earlier);
        for (const Call& call : third_parties.calls)
            third_parties_[call.member][call.date] += call.amount;
        // An exercise that goes on has not cost yet what it will.
        const bool over = days.last < budget_.banks[terms_.bank].date;
        const bool said = charges.unsaid.size() != charges.real.size();
        return !terms_.settled || !over || !said || settle_exercise(exercise, charges, calls, third_parties);
    }

    [[nodiscard]] Date begin_of_plan() const { return budget_.from ? budget_.from->first() : budget_.first_day(); }

    // What payers still pay less what they get back, once it is known what the lines cost.
    bool settle_exercise(std::int16_t exercise, const ExerciseCharges& charges, const std::vector<Call>& calls,
                         const ThirdPartyCalls& third_parties) {
        const Window days = days_of(budget_, exercise, terms_.entity);
        const auto real = shares_of(budget_, charges.real, {&days, 1}, diagnostics_);
        if (!real)
            return false;
        const Settlement settlement =
            settle(budget_, calls, *real, terms_.entity, exercise, {}, {}, third_parties.all());
        charges_[day_after(days.last)] += opposite(settlement.total.balance());
        for (const MemberSettlement& party : settlement.third_parties)
            third_parties_[party.member][day_after(days.last)] += opposite(party.total.balance());
        return true;
    }

    // The first one after the exercise.
    [[nodiscard]] Date day_after(Date last) const {
        const YearMonthDay fields = last.fields();
        const Date same_year = Month(fields.year, terms_.settled->month).day(terms_.settled->day);
        return same_year > last ? same_year : Month(fields.year + 1, terms_.settled->month).day(terms_.settled->day);
    }

    [[nodiscard]] PlannedLine lines_of(const std::string& kind, std::string_view category) const {
        return {.id = kind + '.' + budget_.entities[terms_.entity].id,
                .label = {},
                .category = category,
                .side = Side::receipts,
                .bank = terms_.bank,
                .delay = terms_.delay,
                .exercise = {},
                .place = terms_.place};
    }

    [[nodiscard]] PlannedLine line_of_third_party(std::size_t payer) const {
        const ThirdParty& party = budget_.third_parties[payer - budget_.members.size()];
        PlannedLine line = lines_of("third-party", budget_.categories[party.category].id);
        line.id += '.' + party.id;
        line.label = party.label;
        line.place = party.place;
        return line;
    }

    Budget& budget_;
    const CallTerms& terms_;
    Diagnostics& diagnostics_;
    std::map<Date, Money> charges_;
    std::map<Date, Money> advances_;
    std::map<std::size_t, std::map<Date, Money>> third_parties_;
};

// Receipts that somebody has typed for what third parties bear, by category.
void tell_of_third_party_twins(const Budget& budget, const CallTerms& terms, Diagnostics& diagnostics) {
    for (const Line& planned : budget.lines) {
        const Item& made = budget.items[planned.item];
        if (!made.id.starts_with("third-party." + budget.entities[terms.entity].id + '.'))
            continue;
        for (const Line& line : budget.lines) {
            const Item& item = budget.items[line.item];
            if (line.item < planned.item && line.side == Side::receipts && item.category == made.category &&
                budget.banks[line.bank].entity == terms.entity && !is_of_third_party(budget, item) &&
                !item.id.starts_with("third-party."))
                diagnostics.warning("third-party.planned-twice",
                                    {tr("what {third_party} bears of the charges is planned, and {line} is planned "
                                        "beside it"),
                                     {{"third_party", made.label}, {"line", item.id}}},
                                    made.place.span,
                                    Message{tr("if it is the same money, name that line in the third party; else give "
                                               "one of them another category"),
                                            {}},
                                    {{item.place.span, {tr("the line"), {}}}});
        }
    }
}

// Receipts that somebody has typed for the same calls.
void tell_of_twins(const Budget& budget, const CallTerms& terms, Diagnostics& diagnostics) {
    for (const Line& line : budget.lines) {
        const Item& item = budget.items[line.item];
        if (line.side == Side::receipts && budget.banks[line.bank].entity == terms.entity &&
            budget.categories[item.category].id == "charges-reimbursed")
            diagnostics.warning("charges.planned-twice",
                                {tr("the calls are planned, and {line} is planned beside them"), {{"line", item.id}}},
                                terms.place.span,
                                Message{tr("take the line out, or plan = true, unless it is other money"), {}},
                                {{item.place.span, {tr("the line"), {}}}});
    }
}

std::string_view category_of(PaidAs as) {
    switch (as) {
        case PaidAs::fees:
            break;
        case PaidAs::result:
            return "distribution";
        case PaidAs::current_account:
            return "associate-account";
    }
    return "meetings";
}

// Payments that somebody has typed for the same allowances.
void tell_of_twins(const Budget& budget, const Distribution& of, Diagnostics& diagnostics) {
    for (const Line& line : budget.lines) {
        const Item& item = budget.items[line.item];
        if (line.side == Side::payments && budget.banks[line.bank].entity == of.entity &&
            budget.categories[item.category].id == category_of(of.as))
            diagnostics.warning("distribution.planned-twice",
                                {tr("{distribution} is planned, and {line} is planned beside it"),
                                 {{"distribution", of.id}, {"line", item.id}}},
                                of.place.span,
                                Message{tr("take the line out, or plan = true, unless it is other money"), {}},
                                {{item.place.span, {tr("the line"), {}}}});
    }
}

// Money that is credited stays with the entity until the member takes it out.
void tell_of_credit(const Distribution& of, Diagnostics& diagnostics) {
    if (of.as == PaidAs::current_account)
        diagnostics.warning(
            "distribution.planned-credit",
            {tr("{distribution} is credited to current accounts, and planned as paid out on the same days"),
             {{"distribution", of.id}}},
            of.place.span,
            Message{tr("take plan = true out, or say what members took out: a payment of theirs, [[paid]], that is "
                       "negative"),
                    {}});
}

}  // namespace

Date last_planned_day(const Budget& budget) {
    constexpr int more_months = 12;
    constexpr int least_months = 60;
    return add_months(budget.first_day(), std::max(budget.months, least_months) + more_months);
}

void plan_distributions(Budget& budget, Diagnostics& diagnostics) {
    for (const Distribution& of : budget.distributions) {
        if (of.planned) {
            tell_of_twins(budget, of, diagnostics);
            tell_of_credit(of, diagnostics);
        }
    }
    for (std::size_t i = 0; i < budget.distributions.size(); ++i) {
        const Distribution& of = budget.distributions[i];
        if (!of.planned)
            continue;
        const std::optional<Distributed> found = distributed(budget, i, diagnostics);
        if (!found)
            return;
        std::map<Date, Money> amounts;
        for (const Payment& payment : payments_of(budget, *found))
            amounts[payment.date] += payment.amount;
        add_planned(budget,
                    {.id = "distribution." + of.id,
                     .label = of.label,
                     .category = category_of(of.as),
                     .side = Side::payments,
                     .bank = of.bank,
                     .delay = {},
                     .exercise = {0, of.exercise},
                     .place = of.place},
                    amounts);
    }
}

void plan_calls(Budget& budget, Diagnostics& diagnostics) {
    const std::vector<CallTerms> all = budget.call_terms;  // lines are added while they are read
    for (const CallTerms& terms : all) {
        if (!terms.planned)
            continue;
        tell_of_twins(budget, terms, diagnostics);
        PlannedCalls(budget, terms, diagnostics).run();
        tell_of_third_party_twins(budget, terms, diagnostics);
    }
}

}  // namespace msp
