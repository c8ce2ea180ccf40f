// SPDX-License-Identifier: MIT
#include <msp/workbook/shared_figures.hpp>

#include <utility>

namespace msp {

std::string SharedFigures::formula(const std::string& figure, FigureCell&& cell, std::string own) {
    const auto [found, is_first] = first_.try_emplace(figure, std::move(cell));  // left as it is where there is one
    const FigureCell& first = found->second;
    const bool is_taken = !is_first && first.worksheet != cell.worksheet && first.shown == cell.shown;
    return own.empty() && is_taken ? "=" + first.name : std::move(own);
}

}  // namespace msp
