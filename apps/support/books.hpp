// SPDX-License-Identifier: MIT
// The books of a budget's entities: their accounting exports, each read, checked, and given to whose it is.
#pragma once

#include <msp/ledger/ledger.hpp>
#include <msp/model/budget.hpp>
#include <support/run.hpp>

#include <deque>
#include <optional>
#include <span>
#include <string>

namespace msp::app {

struct EntityExport {
    std::string file;  // as typed
    EntityIndex entity;
    Fec ledger;
};

// In the order of their days. Nothing, and the errors are told, where one cannot be used; what reads but is not legal
// is a warning.
[[nodiscard]] std::optional<std::deque<EntityExport>> read_books(Context& context, const Budget& budget,
                                                                 std::span<const std::string> paths);

}  // namespace msp::app
