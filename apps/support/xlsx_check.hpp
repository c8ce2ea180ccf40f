// SPDX-License-Identifier: MIT
// Whether a workbook is whole. The library that writes it makes each part in a temporary file and does not look whether
// the disk took it: with a full one it would hand over a file that lacks rows, and say nothing.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace msp::app {

// Every part ends with the end of its root element, each worksheet has as many cells as were written to it, and so many
// charts are there.
[[nodiscard]] bool holds_workbook(std::string_view file, std::span<const std::size_t> cells, std::size_t charts);

}  // namespace msp::app
