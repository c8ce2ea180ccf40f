// SPDX-License-Identifier: MIT
// --list: what a budget may name, from the catalogue, the table of keys and the rules.
#pragma once

#include <support/run.hpp>

namespace msp::app {

// `run` is one with a value of --list, and needs no operand.
[[nodiscard]] Status show_list(Run& run, const Program& program);

}  // namespace msp::app
