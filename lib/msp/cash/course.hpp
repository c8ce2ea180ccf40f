// SPDX-License-Identifier: MIT
// Why a figure of a headline is what it is: from what accounts held on a morning, line by line, to what they hold on
// the evening that the figure speaks of.
#pragma once

#include <msp/cash/headline.hpp>

#include <cstdint>
#include <vector>

namespace msp {

enum class Figure : std::uint8_t { lowest, lowest_certain, late_aci, distributable, total, cash_days };

// What one part of one item moves in a course.
struct LineTotal {
    Side side = Side::payments;
    ItemIndex item = 0;
    Part part = Part::whole;
    std::int64_t count = 0;  // of movements
    Money amount;
};

struct Course {
    std::vector<BankIndex> banks;
    Period days;                   // none where it ends before it begins: the evening before is the figure's
    Money opening;                 // on its first morning
    std::vector<BankIndex> later;  // of the banks those that open in it, with what they hold then
    std::vector<LineTotal> lines;  // receipts first, in the order of the file
    Money receipts;                // without internal money
    Money payments;                // negative
    Money internal_receipts;       // between its accounts: in the lines, but not in the sums above
    Money internal_payments;
    Money closing;

    [[nodiscard]] Money above(Money limit) const;  // what it closes with above a limit
};

// The courses to a figure of an entity's headline:
//   lowest, lowest_certain, late_aci   of the worst account, and where there are several of all together
//   distributable                      of each account open by then, from the day to pay out to its lowest evening
//   total                              the days shown
//   cash_days                          the days whose payments are taken
[[nodiscard]] std::vector<Course> courses_to(Figure figure, const Headline& headline, PayoutQuestion question,
                                             const Case& of, const HeadlineOptions& options);

}  // namespace msp
