// SPDX-License-Identifier: MIT
#include <msp/cash/line_sums.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace msp {

std::string id_of(const Budget& budget, ItemIndex item, Part part) {
    const std::string_view suffix = id_of(part);
    return suffix.empty() ? budget.items[item].id : budget.items[item].id + '.' + std::string(suffix);
}

LineSums::LineSums(const Budget& budget, std::vector<Period> periods) : budget_(budget), periods_(std::move(periods)) {
    for (std::size_t i = 0; i < periods_.size(); ++i)
        period_of_day_.insert(period_of_day_.end(), static_cast<std::size_t>(periods_[i].last - periods_[i].first) + 1,
                              static_cast<std::uint32_t>(i));
}

void LineSums::add(const Movement& movement) {
    if (movement.date < periods_.front().first || movement.date > periods_.back().last)
        return;
    const EntityIndex entity = budget_.banks[movement.bank].entity;
    const std::uint64_t key = (std::uint64_t{movement.item} << 32U) | (std::uint64_t{entity} << 16U) |
                              (static_cast<std::uint64_t>(movement.part) << 8U) |
                              static_cast<std::uint64_t>(movement.side);
    const auto [place, fresh] = index_.try_emplace(key, rows_.size());
    if (fresh)
        rows_.push_back({entity,
                         movement.side,
                         movement.item,
                         movement.part,
                         budget_.category_of(movement),
                         std::vector<Money>(periods_.size()),
                         {}});
    LineSum& row = rows_[place->second];
    row.periods[period_of_day_[static_cast<std::size_t>(movement.date - periods_.front().first)]] += movement.amount;
    row.total += movement.amount;
}

std::vector<LineSum> LineSums::sorted(std::vector<LineSum> rows) const {
    std::map<std::pair<Side, CategoryIndex>, ItemIndex> first_item;
    for (const LineSum& row : rows) {
        const auto [place, fresh] = first_item.try_emplace({row.side, row.category}, row.item);
        place->second = std::min(place->second, row.item);
    }
    std::ranges::sort(rows, {}, [&](const LineSum& row) {
        return std::tuple(row.side, first_item.at({row.side, row.category}), row.category, row.item, row.part);
    });
    return rows;
}

std::vector<LineSum> LineSums::entity(EntityIndex entity) const {
    std::vector<LineSum> rows;
    std::ranges::copy_if(rows_, std::back_inserter(rows),
                         [entity](const LineSum& row) { return row.entity == entity; });
    return sorted(std::move(rows));
}

std::vector<LineSum> LineSums::all() const {
    std::map<std::tuple<ItemIndex, Part, Side>, LineSum> merged;
    for (const LineSum& row : rows_) {
        const auto [place, fresh] = merged.try_emplace({row.item, row.part, row.side}, row);
        if (fresh)
            continue;
        for (std::size_t i = 0; i < row.periods.size(); ++i)
            place->second.periods[i] += row.periods[i];
        place->second.total += row.total;
    }
    std::vector<LineSum> rows;
    for (auto& [key, row] : merged)
        rows.push_back(std::move(row));
    return sorted(std::move(rows));
}

std::vector<UncertainSum> uncertain_sums(const Budget& budget, const std::vector<Movement>& movements) {
    std::map<std::tuple<std::string_view, Origin, Part, std::int16_t>, std::size_t> index;
    std::vector<UncertainSum> sums;
    for (const Movement& movement : movements) {
        const Item& item = budget.items[movement.item];
        const auto [place, fresh] =
            index.try_emplace({item.label, item.origin, movement.part, movement.exercise}, sums.size());
        if (fresh)
            sums.push_back({movement.item, movement.part, movement.exercise, {}});
        sums[place->second].amount += movement.amount;
    }
    return sums;
}

}  // namespace msp
