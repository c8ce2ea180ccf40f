// SPDX-License-Identifier: MIT
#include <msp/cash/period.hpp>

#include <algorithm>

namespace msp {
namespace {

Date end_of(Date date, Grid grid) {
    const Month month = Month::of(date);
    switch (grid) {
        case Grid::day:
            return date;
        case Grid::month:
            return month.last();
        case Grid::quarter:
            return (month + static_cast<int>(2 - (month.month() - 1) % 3)).last();
        case Grid::year:
            break;
    }
    return Month(month.year(), 12).last();
}

}  // namespace

std::vector<Period> periods(Date first, Date last, Grid grid) {
    std::vector<Period> found;
    for (Date begin = first; begin <= last; begin = found.back().last + 1)
        found.push_back({begin, std::min(end_of(begin, grid), last)});
    return found;
}

std::string period_id(const Period& period, Grid grid) {
    const Month month = Month::of(period.first);
    switch (grid) {
        case Grid::day:
            return iso(period.first);
        case Grid::month:
            return iso(month);
        case Grid::quarter:
            return std::to_string(month.year()) + "-Q" + std::to_string((month.month() + 2) / 3);
        case Grid::year:
            break;
    }
    return std::to_string(month.year());
}

}  // namespace msp
