// SPDX-License-Identifier: MIT
#include <msp/ledger/exercise_months.hpp>

namespace msp {
namespace {

// Months without lines part what is apart; a twentieth of the lines is a mistake, more are another year.
void most_months(const std::map<Month, std::size_t>& months, ExerciseMonths& found) {
    constexpr int apart = 2;
    constexpr std::size_t tolerated_share = 20;
    std::size_t best = 0;
    for (auto from = months.begin(); from != months.end();) {
        auto to = from;
        std::size_t count = 0;
        Month end = from->first;
        for (; to != months.end() && to->first - end <= apart; ++to) {
            end = to->first;
            count += to->second;
        }
        if (count > best) {
            best = count;
            found.first = from->first;
            found.last = end;
        }
        from = to;
    }
    if ((found.all - best) * tolerated_share > found.all) {
        found.first = months.begin()->first;
        found.last = months.rbegin()->first;
    }
}

}  // namespace

ExerciseMonths exercise_months(const std::map<Month, std::size_t>& months, std::optional<Date> closing) {
    ExerciseMonths found;
    for (const auto& [month, count] : months)
        found.all += count;
    if (closing) {
        const Month end = Month::of(*closing);
        for (const auto& [month, count] : months)
            found.inside += month > end - 12 && month <= end ? count : 0;
        found.first = end - 11;
        found.last = end;
        found.by_name = found.inside * 10 >= found.all * 9;
    }
    if (!found.by_name)
        most_months(months, found);
    return found;
}

}  // namespace msp
