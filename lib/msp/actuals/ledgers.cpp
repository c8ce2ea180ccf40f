// SPDX-License-Identifier: MIT
#include <msp/actuals/ledgers.hpp>

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace msp {
namespace {

// Of the days of an export without its openings, which may be dated before its year; of one that has openings alone,
// theirs. A tenth on either side may be dated amiss.
struct ExportDays {
    bool opens = false;
    Date first;
    Date middle;
    Date last;
};

ExportDays days_of(const Fec& ledger) {
    ExportDays found;
    std::vector<Date> days;
    std::vector<Date> openings;
    for (const LedgerLine& line : ledger.lines())
        (line.opens != 0 ? openings : days).push_back(line.date);
    found.opens = !openings.empty();
    if (days.empty())
        days = std::move(openings);
    if (days.empty())
        return found;
    constexpr std::size_t tenth = 10;
    std::ranges::sort(days);
    found.first = days[days.size() / tenth];
    found.middle = days[days.size() / 2];
    found.last = days[days.size() - 1 - days.size() / tenth];
    return found;
}

}  // namespace

Ledgers::Ledgers(const std::vector<const Fec*>& exports) {
    std::size_t lines = 0;
    for (const Fec* ledger : exports) {
        parts_.push_back({ledger, static_cast<std::uint32_t>(lines), accounts_.of(*ledger, ledger->accounts()),
                          auxiliaries_.of(*ledger, ledger->auxiliaries()), journals_.of(*ledger, ledger->journals())});
        lines += ledger->lines().size();
        if (lines >= UINT32_MAX)
            throw std::length_error("the exports have too many lines");
    }
}

std::vector<std::uint32_t> Ledgers::Numbered::of(const Fec& ledger, const std::vector<std::string_view>& names) {
    std::vector<std::uint32_t> found;
    for (const std::string_view name : names) {
        const auto [place, fresh] = numbers.try_emplace(ledger.in_utf8(name), static_cast<std::uint32_t>(all.size()));
        if (fresh)
            all.push_back(place->first);
        found.push_back(place->second);
    }
    return found;
}

std::vector<std::size_t> oldest_first(std::span<const Fec* const> exports) {
    std::vector<std::size_t> order(exports.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (order.size() < 2)
        return order;
    std::vector<ExportDays> days;
    for (const Fec* ledger : exports)
        days.push_back(days_of(*ledger));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return days[i].middle; });
    for (std::size_t i = 1; i < order.size(); ++i) {
        for (std::size_t at = i; at > 0; --at) {
            const ExportDays& before = days[order[at - 1]];
            if (!days[order[at]].opens || before.opens || before.last < days[order[at]].first)
                break;
            std::swap(order[at - 1], order[at]);
        }
    }
    return order;
}

}  // namespace msp
