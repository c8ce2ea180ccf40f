// SPDX-License-Identifier: MIT
// Private to the module: the numbers of classes of accounts, each table of a file after the one before it.
#pragma once

#include <msp/rules/law_table.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace msp {

class ClassNumbers {
 public:
    // The key `number` of a class, from 60 to `most`; nothing where it is none. One out of order is reported and taken.
    [[nodiscard]] std::optional<std::string> next(LawTable& table, std::int64_t most);

 private:
    std::string before_;  // the one before
    Span place_;
};

}  // namespace msp
