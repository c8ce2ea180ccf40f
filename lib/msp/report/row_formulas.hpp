// SPDX-License-Identifier: MIT
// How a page that recalculates makes an amount of others in its row, which it names by their columns.
#pragma once

#include <msp/money/quotient.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace msp {

// What a figure that adds up others is of them where these are no flows: what is brought forward is that of the first
// period, what is left that of the last.
enum class Across : std::uint8_t { sum, first, last, least };

// Whether a cell is the sum of those of the rows that its row is made of: not at all, to the cent, or with what these
// do not make, which stays as it is.
enum class OfRows : std::uint8_t { none, all, most };

// A column of the same row that another adds up, or takes off; or of the row above.
struct Addend {
    std::string column;
    bool less = false;
    bool above = false;
};

// So much for each unit of another column of the row, less those of a third where there is one, rounded to the cent.
struct Product {
    std::string column;
    Quotient factor;  // euros
    std::string less = {};
};

// That one of several columns of the row which has a number, times another one, rounded to the cent.
struct Multiplied {
    std::vector<std::string> of;
    std::string by;
};

// An amount of the row so many times, the last time another.
struct Repeated {
    std::string count;
    std::string each;
    std::string last;
};

// What another column of the row has, nothing below zero and at most what a third has.
struct Within {
    std::string column;
    std::string most;
};

// One column of the row by another, as a number rounded half up to its last place; in percent of the other without its
// sign. Nothing where that is nothing.
struct Division {
    std::string of;
    std::string by;
    bool percent = false;
};

}  // namespace msp
