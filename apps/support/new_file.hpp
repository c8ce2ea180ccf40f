// SPDX-License-Identifier: MIT
// A budget that a program begins for the user.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/message.hpp>
#include <support/options.hpp>

namespace msp::app {

// Reports where --output names what is there already; `option` is the one that begins a file, with its dashes.
void refuse_old_file(const Options& options, const char* option, Diagnostics& diagnostics);

// Of its keys: --keys, else the language of the run.
[[nodiscard]] Language keys_language(const Options& options, Language of_run);

}  // namespace msp::app
