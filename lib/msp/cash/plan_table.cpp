// SPDX-License-Identifier: MIT
#include <msp/cash/plan_table.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

std::vector<Money> turned(std::vector<Money> values) {
    std::ranges::transform(values, values.begin(), [](Money value) { return -value; });
    return values;
}

void add_to(std::vector<Money>& sums, const std::vector<Money>& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
        sums[i] += values[i];
}

class Maker {
 public:
    Maker(const Budget& budget, const Projection& projection, const Holding& holding, const LineSums& sums,
          const std::vector<Period>& periods)
        : budget_(budget),
          projection_(projection),
          holding_(holding),
          periods_(periods),
          days_{periods.front().first, periods.back().last},
          lines_(holding.index ? sums.entity(*holding.index) : sums.all()),
          all_(sum_of(holding.series, days_)) {
        for (const Period& period : periods)
            sums_.push_back(sum_of(holding.series, period));
    }

    PlanTable made() {
        add(PlanSection::opening, values([](const PeriodSum& sum) { return sum.opening; }), all_.opening);
        side(Side::receipts);
        side(Side::payments);
        add_sum(PlanSection::net, PlanRowKind::whole, values(&PeriodSum::net));
        const std::vector<Money> closings = values([](const PeriodSum& sum) { return sum.closing; });
        add(PlanSection::closing, closings, closings.back());
        table_.joining = values(&PeriodSum::joining);
        lowest();
        margin();
        return std::move(table_);
    }

 private:
    template <typename Value>
    std::vector<Money> values(Value value) const {
        std::vector<Money> found;
        std::ranges::transform(sums_, std::back_inserter(found), value);
        return found;
    }

    PlanRow& add(PlanSection section, std::vector<Money> periods, Money total, PlanRowKind kind = PlanRowKind::whole) {
        return table_.rows.emplace_back(
            PlanRow{.section = section, .kind = kind, .periods = std::move(periods), .total = total});
    }
    PlanRow& add_sum(PlanSection section, PlanRowKind kind, std::vector<Money> periods) {
        const Money total = sum(periods);
        return add(section, std::move(periods), total, kind);
    }

    void side(Side side) {
        const bool in = side == Side::receipts;
        const PlanSection section = in ? PlanSection::receipts : PlanSection::payments;
        for (auto line = lines_.cbegin(); line != lines_.cend();) {
            if (line->side == side)
                line = category(section, line);
            else
                ++line;
        }
        const std::vector<Money> cancelled = values([](const PeriodSum& sum) { return -sum.cancelled; });
        if (std::ranges::any_of(cancelled, [](Money value) { return value != Money(); }))
            add_sum(section, PlanRowKind::reciprocal, cancelled);
        add_sum(section, PlanRowKind::whole,
                values([in](const PeriodSum& sum) { return in ? sum.receipts : -sum.payments; }));
    }

    // The lines of one category, then their sum. Returns the first line of the next one.
    std::vector<LineSum>::const_iterator category(PlanSection section, std::vector<LineSum>::const_iterator line) {
        const LineSum& first = *line;
        std::vector<Money> subtotal(periods_.size());
        for (; line != lines_.end() && line->side == first.side && line->category == first.category; ++line) {
            PlanRow& row = add_sum(section, PlanRowKind::line,
                                   first.side == Side::payments ? turned(line->periods) : line->periods);
            row.category = line->category;
            row.item = line->item;
            row.part = line->part;
            add_to(subtotal, row.periods);
        }
        add_sum(section, PlanRowKind::category, std::move(subtotal)).category = first.category;
        return line;
    }

    void lowest() {
        add(PlanSection::lowest, values([](const PeriodSum& sum) { return sum.lowest; }), all_.lowest).open_from =
            open_from(holding_.series);
        for (const PeriodSum& sum : sums_)
            table_.lowest_on.push_back(sum.lowest_on);
        table_.lowest_on.push_back(all_.lowest_on);
        each_account(PlanSection::lowest, [this](BankIndex bank, const Period& period) {
            return sum_of(projection_.accounts[bank].series, period).lowest;
        });
    }

    void margin() {
        const auto margin_of = [this](const std::vector<BankIndex>& banks, const Period& period) {
            return least_margin(budget_, projection_, banks, period);
        };
        std::vector<Money> margins;
        for (const Period& period : periods_)
            margins.push_back(margin_of(holding_.accounts, period));
        add(PlanSection::margin, std::move(margins), margin_of(holding_.accounts, days_)).open_from =
            open_from(holding_.series);
        each_account(PlanSection::margin,
                     [&](BankIndex bank, const Period& period) { return margin_of({bank}, period); });
    }

    [[nodiscard]] std::size_t open_from(const Series& series) const {
        return static_cast<std::size_t>(
            std::ranges::count_if(periods_, [&](const Period& period) { return period.last < series.opened; }));
    }

    template <typename Value>
    void each_account(PlanSection section, Value value) {
        if (!holding_.has_several())
            return;
        for (const BankIndex bank : holding_.accounts) {
            std::vector<Money> values;
            for (const Period& period : periods_)
                values.push_back(value(bank, period));
            PlanRow& row = add(section, std::move(values), value(bank, days_), PlanRowKind::account);
            row.account = bank;
            row.open_from = open_from(projection_.accounts[bank].series);
        }
    }

    const Budget& budget_;
    const Projection& projection_;
    const Holding& holding_;
    const std::vector<Period>& periods_;
    Period days_;
    std::vector<LineSum> lines_;
    std::vector<PeriodSum> sums_;
    PeriodSum all_;
    PlanTable table_;
};

}  // namespace

PlanTable plan_table(const Budget& budget, const Projection& projection, const Holding& holding, const LineSums& sums,
                     const std::vector<Period>& periods) {
    return Maker(budget, projection, holding, sums, periods).made();
}

}  // namespace msp
