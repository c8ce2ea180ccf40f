// SPDX-License-Identifier: MIT
// Private to the module: what worksheets are called.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace msp {

// Makes of any text a name that spreadsheet programs take and that no earlier worksheet has: at most 31 UTF-16 units,
// as far as a word goes, none of []:*?/\, no apostrophe at an end. Names that differ in case or accents alone count as
// one, as for Excel some do.
class WorksheetNames {
 public:
    [[nodiscard]] std::string next(std::string_view wanted);

 private:
    std::set<std::string> taken_;
};

}  // namespace msp
