// SPDX-License-Identifier: MIT
#include <msp/cash/course.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace msp {
namespace {

// A projection with its movements, from which courses are read.
class Courses {
 public:
    Courses(const Case& of, const PlanOptions& plan, const Window& window) : budget_(of.budget) {
        projection_ = project(of, plan, window, [this](const Movement& movement) { movements_.push_back(movement); });
    }

    [[nodiscard]] Course of(const Series& series, const std::vector<BankIndex>& banks, const Period& days) const {
        Course course;
        course.banks = banks;
        course.days = days;
        course.opening = course.closing = series.on(days.last);
        if (days.last < days.first)
            return course;
        std::map<std::tuple<Side, ItemIndex, Part>, LineTotal> totals;
        for (const Movement& movement : movements_) {
            if (movement.date < days.first || movement.date > days.last ||
                std::ranges::find(banks, movement.bank) == banks.end())
                continue;
            LineTotal& line = totals[{movement.side, movement.item, movement.part}];
            line = {movement.side, movement.item, movement.part, line.count + 1, line.amount + movement.amount};
        }
        for (const auto& [key, line] : totals)
            course.lines.push_back(line);
        const PeriodSum sum = sum_of(series, days);
        course.opening = sum.opening;
        course.later = opening_within(budget_, banks, days);
        for (const BankIndex bank : course.later)
            course.opening -= budget_.banks[bank].opening;
        course.receipts = sum.received();
        course.payments = sum.paid();
        course.internal_receipts = sum.receipts + sum.cancelled - course.receipts;
        course.internal_payments = sum.payments - sum.cancelled - course.payments;
        return course;
    }

    // From its first day, where that is later.
    [[nodiscard]] Course of_account(BankIndex bank, const Period& days) const {
        const Series& series = projection_.accounts[bank].series;
        return of(series, {bank}, {std::max(days.first, series.opened), days.last});
    }

    [[nodiscard]] Course of_entity(const Headline& headline, const Selection& selection, const Period& days) const {
        return of(entity_series(budget_, projection_, headline.entity, selection), headline.banks, days);
    }

    // To the first of its lowest evenings from `first` to `last`; its opening is what it holds on the evening of
    // `first`.
    [[nodiscard]] Course to_lowest(BankIndex bank, Date first, Date last) const {
        const Series& series = projection_.accounts[bank].series;
        const Low low = lowest(series, first, last).value();
        return of_account(bank, {first + 1, low.date});
    }

 private:
    const Budget& budget_;
    std::vector<Movement> movements_;
    Projection projection_;
};

std::vector<Course> to_low(const Courses& courses, const Headline& headline, const AccountLow& worst, const Low& low,
                           const HeadlineOptions& options) {
    const Date first = options.view.first;
    std::vector<Course> found = {courses.of_account(worst.bank, {first, worst.low.date})};
    if (headline.banks.size() > 1)
        found.push_back(courses.of_entity(headline, options.selection, {first, low.date}));
    return found;
}

}  // namespace

Money Course::above(Money limit) const {
    return closing - limit;
}

std::vector<Course> courses_to(Figure figure, const Headline& headline, PayoutQuestion question, const Case& of,
                               const HeadlineOptions& options) {
    const Period& view = options.view;
    const Date first = std::min({view.first, options.as_of, options.distributable});
    const auto courses = [&](const PlanOptions& plan, Date last) { return Courses(of, plan, {first, last}); };
    switch (figure) {
        case Figure::lowest:
            return to_low(courses(options.plan, view.last), headline, headline.plan.worst, headline.plan.lowest,
                          options);
        case Figure::lowest_certain:
            return to_low(courses(certain_plan(options.plan), view.last), headline, headline.certain_worst,
                          headline.certain, options);
        case Figure::late_aci:
            return to_low(courses(late_plan(options.plan), headline.late_until), headline, headline.late.worst,
                          headline.late.lowest, options);
        case Figure::distributable: {
            const Date last = headline.payout.last(question.until);
            const Courses all = courses(options.plan, last);
            std::vector<Course> found;
            for (const BankIndex bank : headline.banks) {
                if (of.budget.banks[bank].date <= last)
                    found.push_back(all.to_lowest(bank, headline.payout.day, last));
            }
            return found;
        }
        case Figure::total:
            return {courses(options.plan, view.last).of_entity(headline, options.selection, view)};
        case Figure::cash_days:
            break;
    }
    const Period soon = {options.as_of + 1, options.as_of + cash_days_window};
    return {courses(options.plan, soon.last).of_entity(headline, options.selection, soon)};
}

}  // namespace msp
