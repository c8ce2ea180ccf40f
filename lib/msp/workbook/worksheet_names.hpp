// SPDX-License-Identifier: MIT
// Private to the module: what worksheets are called.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// Makes of any text a name that spreadsheet programs take and that no earlier worksheet has: at most 31 UTF-16 units,
// none of []:*?/\, no apostrophe at an end. Where the parts of a name have no room the longest give way, with an
// ellipsis; a number tells apart what is still alike. Names that differ in case or accents alone count as one, as for
// Excel some do.
class WorksheetNames {
 public:
    // The sheet's word, and the parts that stand behind it.
    [[nodiscard]] std::string next(std::string_view word, const std::vector<std::string>& name = {});

 private:
    std::set<std::string> taken_;
};

}  // namespace msp
