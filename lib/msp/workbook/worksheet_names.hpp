// SPDX-License-Identifier: MIT
// Private to the module: what worksheets are called.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace msp {

// Makes of any text a name that spreadsheet programs take and that no earlier worksheet has: at most 31 UTF-16 units,
// none of []:*?/\, no apostrophe at an end. What has no room loses its middle, where an ellipsis stands, so that
// neither the sheet's word nor the end is lost, which tell it from others; a number tells apart what is still alike.
// Names that differ in case or accents alone count as one, as for Excel some do.
class WorksheetNames {
 public:
    // The sheet's word, and what stands behind it.
    [[nodiscard]] std::string next(std::string_view word, std::string_view name = {});

 private:
    std::set<std::string> taken_;
};

}  // namespace msp
