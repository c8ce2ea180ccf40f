// SPDX-License-Identifier: MIT
// Private to the module: the five lines, short enough for a mail. Sentences and JSON have the rest of what they know.
#pragma once

#include <msp/report/forecast.hpp>
#include <msp/report/text_style.hpp>

#include <cstddef>
#include <vector>

namespace msp {

// Of an entity. Days that are short are counted, from the first of them; of a late ACI only the worse limit is told.
// What would make a line wider than `width`, where that is not 0, is told shorter.
[[nodiscard]] std::vector<NamedLine> headline_lines(const Budget& budget, const Headline& headline, const View& view,
                                                    const TextStyle& style, std::size_t width);

}  // namespace msp
