// SPDX-License-Identifier: MIT
#include <msp/cash/projection.hpp>
#include <msp/money/rate.hpp>

#include <algorithm>
#include <iterator>

namespace msp {
namespace {

void add(std::vector<Money>& days, std::size_t size, std::size_t index, Money amount) {
    if (days.empty())
        days.resize(size);
    days[index] += amount;
}

void add(Flows& flows, const Movement& movement, std::size_t size, std::size_t index) {
    add(movement.side == Side::receipts ? flows.in : flows.out, size, index, movement.amount);
}

bool last_of_quarter(Date date) {
    const YearMonthDay day = date.fields();
    return day.month % 3 == 0 && Month(day.year, day.month).last() == date;
}

Money opened_on(const Series& series, Date date) {
    Money sum;
    for (const Opening& opening : series.openings) {
        if (opening.date == date)
            sum += opening.amount;
    }
    return sum;
}

void fill_balance(Series& series) {
    std::ranges::fill(series.balance, Money());
    for (const Opening& opening : series.openings)
        series.balance[series.index(opening.date)] += opening.amount;
    Money balance;
    for (std::size_t day = 0; day < series.balance.size(); ++day)
        series.balance[day] = balance = balance + series.balance[day] + series.receipts[day] + series.payments[day];
}

// Sum of the negative day-end balances x rate / 365, half up, paid on the quarter's last day; that day counts before
// the fee. What the books should have and have not comes on the day after they end.
class FeeCharge {
 public:
    FeeCharge(const Budget& budget, BankIndex index, Projection& projection, const MovementSink& also, Trace* trace)
        : budget_(budget),
          bank_(budget.banks[index]),
          index_(index),
          account_(projection.accounts[index]),
          also_(also),
          trace_(trace) {}

    void run() {
        const Series& series = account_.series;
        Money overdrawn;
        std::optional<Missing> missing;
        for (std::size_t day = 0; day < series.balance.size(); ++day) {
            const Date date = series.first + static_cast<std::int32_t>(day);
            balance_ = balance_ + opened_on(series, date) + series.receipts[day] + series.payments[day];
            if (missing && date == *account_.booked_until + 1)
                charge(day, missing->quarter, missing->overdrawn);
            if (balance_.negative())
                overdrawn += balance_;
            if (!last_of_quarter(date))
                continue;
            if (!account_.booked_until || date > *account_.booked_until)
                charge(day, date, overdrawn);
            else if (!is_booked(date))
                missing = Missing{date, overdrawn};
            else
                missing.reset();
            overdrawn = Money();
        }
    }

 private:
    struct Missing {
        Date quarter;
        Money overdrawn;
    };

    // Of the quarter that ends on that day: in the books before the next one ends.
    [[nodiscard]] bool is_booked(Date quarter) const {
        const Date next = (Month::of(quarter) + 3).last();
        return !account_.booked_fees ||
               std::ranges::any_of(*account_.booked_fees, [&](Date fee) { return quarter <= fee && fee < next; });
    }

    void charge(std::size_t day, Date quarter, Money overdrawn) {
        const Money fee = times(overdrawn, *bank_.overdraft_rate, Fraction{1, 365}, Rounding::half_up);
        if (fee == Money())
            return;
        Movement movement;
        movement.amount = fee;
        movement.date = account_.series.first + static_cast<std::int32_t>(day);
        movement.due = quarter;
        movement.item = bank_.fee_item;
        movement.bank = index_;
        movement.origin = Origin::fee;
        movement.nature = Nature::charge;
        movement.exercise = budget_.exercise_of(quarter, bank_.entity);
        if (trace_ != nullptr) {
            trace_->clear();
            trace_->step({tr("sum of the negative day-end balances of the quarter"), {}}, overdrawn);
            trace_->step({tr("× {percent} % / 365, rounded half up to the cent"),
                          {{"percent", Decimal{bank_.overdraft_rate->percent()}}}},
                         fee, bank_.place.span);
        }
        account_.series.payments[day] += fee;
        add(account_.fees, account_.series.payments.size(), day, fee);
        balance_ += fee;
        if (also_)
            also_(movement);
    }

    const Budget& budget_;
    const Bank& bank_;
    BankIndex index_;
    Account& account_;
    const MovementSink& also_;
    Trace* trace_;
    Money balance_;
};

void tell_booked(const Case& of, const Bank& bank, Account& account) {
    account.booked_until = of.booked.until[bank.entity];
    if (!bank.overdraft_rate || std::ranges::find(of.budget.map, bank.fee_item, &MapRule::item) == of.budget.map.end())
        return;
    std::vector<Date>& fees = account.booked_fees.emplace();
    for (const BookedMove& move : of.booked.moves) {
        if (move.movement.item == bank.fee_item)
            fees.push_back(move.movement.date);
    }
}

void take_fees_back(Account& account) {
    for (std::size_t day = 0; day < account.fees.size(); ++day)
        account.series.payments[day] -= account.fees[day];
    account.fees.clear();
}

// Fees and balances, once all movements are booked.
void settle(const Budget& budget, Projection& projection, const MovementSink& also, Trace* trace) {
    for (std::size_t i = 0; i < budget.banks.size(); ++i) {
        if (budget.banks[i].overdraft_rate)
            FeeCharge(budget, static_cast<BankIndex>(i), projection, also, trace).run();
        fill_balance(projection.accounts[i].series);
    }
}

void book_internal(const Budget& budget, const Movement& movement, Account& account) {
    const std::size_t days = account.series.balance.size();
    const std::size_t day = account.series.index(movement.date);
    add(account.within_all, movement, days, day);
    if (budget.banks[movement.counterpart].entity == budget.banks[movement.bank].entity)
        add(account.within_entity, movement, days, day);
}

inline void book(const Budget& budget, const Movement& movement, Projection& projection) {
    Account& account = projection.accounts[movement.bank];
    Series& series = account.series;
    (movement.side == Side::receipts ? series.receipts : series.payments)[series.index(movement.date)] +=
        movement.amount;
    if (movement.counterpart != no_bank && !movement.before_opening)
        book_internal(budget, movement, account);
}

void add_days(std::vector<Money>& into, const std::vector<Money>& from, std::size_t size) {
    if (!from.empty())
        into.resize(size);
    for (std::size_t day = 0; day < from.size(); ++day)
        into[day] += from[day];
}

Series group(const Projection& projection, const std::vector<BankIndex>& banks, Flows Account::*internal) {
    Series sum;
    sum.first = projection.window.first;
    sum.opened = projection.window.last;
    const std::size_t size = projection.accounts.front().series.balance.size();
    for (const BankIndex bank : banks) {
        const Account& account = projection.accounts[bank];
        sum.opened = std::min(sum.opened, account.series.opened);
        sum.openings.insert(sum.openings.end(), account.series.openings.begin(), account.series.openings.end());
        add_days(sum.receipts, account.series.receipts, size);
        add_days(sum.payments, account.series.payments, size);
        add_days(sum.balance, account.series.balance, size);
        add_days(sum.internal.in, (account.*internal).in, size);
        add_days(sum.internal.out, (account.*internal).out, size);
    }
    return sum;
}

Money total(const std::vector<Money>& days, std::size_t first, std::size_t last) {
    Money sum;
    for (std::size_t day = first; day <= last && !days.empty(); ++day)
        sum += days[day];
    return sum;
}

// What both have in common: the smaller one, nothing where one is paid and the other paid back.
Money common(Money in, Money out) {
    if (in.negative() != out.negative())
        return {};
    return in.negative() ? std::max(in, out) : std::min(in, out);
}

}  // namespace

std::vector<BankIndex> banks_of(const Budget& budget, EntityIndex entity, const Selection& selection) {
    std::vector<BankIndex> found;
    for (std::size_t i = 0; i < budget.banks.size(); ++i) {
        const auto bank = static_cast<BankIndex>(i);
        if (budget.banks[i].entity == entity && selection.holds(budget, bank))
            found.push_back(bank);
    }
    return found;
}

std::vector<BankIndex> opening_within(const Budget& budget, const std::vector<BankIndex>& banks, const Period& days) {
    std::vector<BankIndex> found;
    std::ranges::copy_if(banks, std::back_inserter(found), [&](BankIndex index) {
        const Bank& bank = budget.banks[index];
        return days.first < bank.date && bank.date <= days.last && bank.opening != Money();
    });
    return found;
}

Projection project(const Case& of, const PlanOptions& options, const Window& window, const MovementSink& also,
                   Trace* trace) {
    const Budget& budget = of.budget;
    Projection projection;
    projection.window = {std::min(window.first, budget.first_day()), window.last};
    for (const Bank& bank : budget.banks)
        projection.window.last = std::max(projection.window.last, bank.date);
    const auto days = static_cast<std::size_t>(projection.window.last - projection.window.first) + 1;
    for (const Bank& bank : budget.banks) {
        Series& series = projection.accounts.emplace_back().series;
        series.first = projection.window.first;
        series.opened = bank.date;
        series.openings = {{bank.date, bank.opening}};
        series.receipts.resize(days);
        series.payments.resize(days);
        series.balance.resize(days);
        if (of.booked.any())
            tell_booked(of, bank, projection.accounts.back());
    }
    const auto take = [&](const Movement& movement) {
        book(budget, movement, projection);
        if (is_uncertain(budget, movement)) {
            projection.uncertain = true;
            if (!movement.amount.negative())
                projection.unsure.push_back(movement);
        }
        if (also)
            also(movement);
    };
    projection.outcomes = movements(of, options, projection.window, take, trace);
    settle(budget, projection, also, trace);
    return projection;
}

Projection amended(const Budget& budget, const Projection& base, const std::vector<Movement>& left_out,
                   const std::vector<Movement>& put_in) {
    Projection projection;
    projection.window = base.window;
    projection.accounts = base.accounts;
    for (Account& account : projection.accounts)
        take_fees_back(account);
    for (Movement movement : left_out) {
        movement.amount = -movement.amount;
        book(budget, movement, projection);
    }
    for (const Movement& movement : put_in)
        book(budget, movement, projection);
    settle(budget, projection, {}, nullptr);
    return projection;
}

Series entity_series(const Budget& budget, const Projection& projection, EntityIndex entity,
                     const Selection& selection) {
    const std::vector<BankIndex> banks = banks_of(budget, entity, selection);
    if (banks.size() == 1)
        return projection.accounts[banks.front()].series;
    return group(projection, banks, &Account::within_entity);
}

Series group_series(const Budget& budget, const Projection& projection) {
    std::vector<BankIndex> all;
    for (std::size_t i = 0; i < budget.banks.size(); ++i)
        all.push_back(static_cast<BankIndex>(i));
    return group(projection, all, &Account::within_all);
}

std::optional<Low> lowest(const Series& series, Date first, Date last) {
    first = std::max(first, series.opened);
    if (first > last)
        return std::nullopt;
    const auto begin = series.balance.begin() + static_cast<std::ptrdiff_t>(series.index(first));
    const auto found =
        std::min_element(begin, series.balance.begin() + static_cast<std::ptrdiff_t>(series.index(last)) + 1);
    return Low{*found, series.first + static_cast<std::int32_t>(found - series.balance.begin())};
}

PeriodSum sum_of(const Series& series, const Period& period) {
    const std::size_t first = series.index(period.first);
    const std::size_t last = series.index(period.last);
    PeriodSum sum;
    const Money in = total(series.internal.in, first, last);
    const Money out = total(series.internal.out, first, last);
    sum.cancelled = common(in, -out);
    sum.in_transit = in + out;
    sum.receipts = total(series.receipts, first, last) - sum.cancelled;
    sum.payments = total(series.payments, first, last) + sum.cancelled;
    sum.closing = series.balance[last];
    sum.opening = sum.closing - sum.receipts - sum.payments;
    sum.joining = sum.opening - series.on(period.first - 1);
    const Low low = lowest(series, period.first, period.last).value_or(Low{sum.closing, period.last});
    sum.lowest = low.amount;
    sum.lowest_on = low.date;
    return sum;
}

PeriodSum sum_of(const Series& series, const std::vector<Period>& periods) {
    PeriodSum all = sum_of(series, Period{periods.front().first, periods.back().last});
    all.receipts = all.payments = Money();
    for (const Period& period : periods) {
        const PeriodSum sum = sum_of(series, period);
        all.receipts += sum.receipts;
        all.payments += sum.payments;
    }
    return all;
}

Money PeriodSum::net() const {
    return receipts + payments;
}

std::optional<Money> margin(const Budget& budget, const Projection& projection, BankIndex bank, const Period& period) {
    const auto low = lowest(projection.accounts[bank].series, period.first, period.last);
    return low ? std::optional(low->amount + budget.banks[bank].overdraft) : std::nullopt;
}

Money least_margin(const Budget& budget, const Projection& projection, const std::vector<BankIndex>& banks,
                   const Period& period) {
    std::optional<Money> least;
    for (const BankIndex bank : banks) {
        if (const auto left = margin(budget, projection, bank, period))
            least = std::min(least.value_or(*left), *left);
    }
    return least.value_or(Money());
}

Money limit_of(const Bank& bank, Limit limit) {
    return limit == Limit::floor ? bank.floor : Money();
}

std::vector<Stretch> stretches_below(const Budget& budget, const Projection& projection,
                                     const std::vector<BankIndex>& banks, Limit limit, const Period& days) {
    std::vector<Stretch> found;
    for (Date date = days.first; date <= days.last; date = date + 1) {
        const bool below = std::ranges::any_of(banks, [&](BankIndex index) {
            const Bank& bank = budget.banks[index];
            return date >= bank.date && projection.accounts[index].series.on(date) < limit_of(bank, limit);
        });
        if (!below)
            continue;
        if (!found.empty() && found.back().last == date - 1)
            found.back().last = date;
        else
            found.push_back({date, date});
    }
    return found;
}

}  // namespace msp
