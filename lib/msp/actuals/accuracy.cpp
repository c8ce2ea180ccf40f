// SPDX-License-Identifier: MIT
#include <msp/actuals/accuracy.hpp>

#include <algorithm>
#include <map>

namespace msp {
namespace {

std::optional<Quotient> percent(Money part, Money whole) {
    constexpr std::int64_t percent = 100;
    if (whole == Money())
        return std::nullopt;
    return Quotient(part.cents(), absolute(whole).cents()) * Quotient(percent);
}

void settle(ForecastError& row) {
    row.error = row.actual - row.forecast;
    row.percent = percent(row.error, row.forecast);
}

Low lowest_forecast(const ArchivedEntity& forecast, const Period& days) {
    std::map<Date, Money> by_day;
    for (const ArchivedAmount& amount : forecast.forecast)
        by_day[*amount.day] += amount.amount;
    for (const ArchivedAmount& amount : forecast.openings)
        by_day[*amount.day] += amount.amount;
    Money balance = forecast.balance;
    std::optional<Low> low;
    for (Date day = days.first; day <= days.last; day = day + 1) {
        const auto moved = by_day.find(day);
        balance += moved == by_day.end() ? Money() : moved->second;
        if (!low || balance < low->amount)
            low = {balance, day};
    }
    return *low;
}

class Judge {
 public:
    Judge(const ArchivedEntity& forecast, const Budget& budget, const BookedCash& booked) : booked_(booked) {
        std::map<std::string_view, std::size_t> by_id;
        for (std::size_t i = 0; i < budget.items.size(); ++i) {
            by_id.emplace(budget.items[i].id, lines_.size());
            lines_.push_back({budget.items[i].id, {}, static_cast<ItemIndex>(i)});
        }
        by_id.emplace(unmapped_line, lines_.size());
        lines_.push_back({std::string(unmapped_line), {}, {}});
        for (const ArchivedAmount& amount : forecast.forecast) {
            const auto [found, fresh] = by_id.try_emplace(amount.line, lines_.size());
            if (fresh)
                lines_.push_back({amount.line, amount.label, {}});
            lines_[found->second].expected.push_back(&amount);
        }
    }

    [[nodiscard]] std::vector<ForecastError> rows(const Period& period) const {
        std::vector<ForecastError> all;
        for (const Line& line : lines_) {
            ForecastError row{.period = period, .item = line.item, .line = line.id, .label = line.label};
            for (const ArchivedAmount* amount : line.expected)
                row.forecast += period.first <= *amount->day && *amount->day <= period.last ? amount->amount : Money();
            const bool booked = line.item || line.id == unmapped_line;
            row.actual = booked ? booked_.of(line.item.value_or(no_item), period) : Money();
            if (row.forecast == Money() && row.actual == Money())
                continue;
            settle(row);
            all.push_back(row);
        }
        return all;
    }

 private:
    struct Line {
        std::string id;
        std::string label;
        std::optional<ItemIndex> item;
        std::vector<const ArchivedAmount*> expected = {};
    };

    const BookedCash& booked_;
    std::vector<Line> lines_;
};

ForecastError total_of(const std::vector<ForecastError>& rows, const Period& period) {
    ForecastError total;
    total.period = period;
    for (const ForecastError& row : rows) {
        total.forecast += row.forecast;
        total.actual += row.actual;
    }
    settle(total);
    return total;
}

}  // namespace

std::optional<JudgedForecast> judged(const ArchivedEntity& forecast, const Budget& budget, const BookedCash& booked,
                                     Date until, Money balance, std::optional<Grid> grid) {
    JudgedForecast made;
    made.made = forecast.made;
    made.days = {forecast.made + 1, std::min(until, forecast.last)};
    if (made.days.first > made.days.last)
        return std::nullopt;
    const Judge judge(forecast, budget, booked);
    made.all = total_of(judge.rows(made.days), made.days);
    Money came;
    for (const Period& month : periods(made.days.first, made.days.last, Grid::month)) {
        for (const ForecastError& row : judge.rows(month)) {
            made.missed += absolute(row.error);
            came += absolute(row.actual);
        }
    }
    made.missed_percent = percent(made.missed, came);
    made.forecast_low = lowest_forecast(forecast, made.days);
    const Money after = booked.all({made.days.last + 1, until});
    made.low = booked.lowest(made.days, balance - after);
    for (const Period& period :
         grid ? periods(made.days.first, made.days.last, *grid) : std::vector<Period>{made.days}) {
        const std::vector<ForecastError> rows = judge.rows(period);
        made.totals.push_back(total_of(rows, period));
        made.rows.insert(made.rows.end(), rows.begin(), rows.end());
    }
    return made;
}

std::size_t made_months_before(const std::vector<JudgedForecast>& forecasts, Date until, int months) {
    const Date day = add_months(until, -months);
    std::size_t found = 0;
    for (std::size_t i = 0; i < forecasts.size(); ++i) {
        if (forecasts[i].made <= day)
            found = i;
    }
    return found;
}

}  // namespace msp
