// SPDX-License-Identifier: MIT
// What each line of the plan brings or costs by period: the rows of the plan de trésorerie.
#pragma once

#include <msp/cash/period.hpp>
#include <msp/model/budget.hpp>

#include <string>
#include <unordered_map>
#include <vector>

namespace msp {

// A row: one part of one item on one side of one entity. Payments are negative.
struct LineSum {
    EntityIndex entity = 0;
    Side side = Side::payments;
    ItemIndex item = 0;
    Part part = Part::whole;
    CategoryIndex category = 0;
    std::vector<Money> periods;
    Money total;
};

// The id of an item with the part: "pret.interest".
[[nodiscard]] std::string id_of(const Budget& budget, ItemIndex item, Part part);

// Collects movements as they come; a period begins where the one before ends.
class LineSums {
 public:
    LineSums(const Budget& budget, std::vector<Period> periods);

    void add(const Movement& movement);
    // Receipts first; of each side the categories in the order in which the file first has them, and in each the items
    // in the order of the file.
    [[nodiscard]] std::vector<LineSum> entity(EntityIndex entity) const;
    // The same over all entities.
    [[nodiscard]] std::vector<LineSum> all() const;

 private:
    [[nodiscard]] std::vector<LineSum> sorted(std::vector<LineSum> rows) const;

    const Budget& budget_;
    std::vector<Period> periods_;
    std::vector<std::uint32_t> period_of_day_;
    std::unordered_map<std::uint64_t, std::size_t> index_;
    std::vector<LineSum> rows_;
};

// Hoped-for and assumed money, added up by what a reader calls it and by exercise, in the order of their first
// movements.
struct UncertainSum {
    ItemIndex item = 0;
    Part part = Part::whole;
    std::int16_t exercise = 0;
    Money amount;
};
[[nodiscard]] std::vector<UncertainSum> uncertain_sums(const Budget& budget, const std::vector<Movement>& movements);

}  // namespace msp
