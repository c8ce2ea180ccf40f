// SPDX-License-Identifier: MIT
// Private to the module: figures that several worksheets have. The first makes it, others take it from there.
#pragma once

#include <msp/money/money.hpp>

#include <cstddef>
#include <map>
#include <string>

namespace msp {

// A cell that has one.
struct FigureCell {
    std::size_t worksheet = 0;
    std::string name;  // "'Plan'!C12"
    Money shown;
};

class SharedFigures {
 public:
    // How a cell with this figure is made: as it makes itself, or else taken from the first one that has it, where that
    // stands on another worksheet with the same amount.
    [[nodiscard]] std::string formula(const std::string& figure, FigureCell&& cell, std::string own);

 private:
    std::map<std::string, FigureCell> first_;
};

}  // namespace msp
