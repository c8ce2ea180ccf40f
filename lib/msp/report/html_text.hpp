// SPDX-License-Identifier: MIT
// For renderers alone: words of the user's files as text of a page of HTML, and never as a part of its making.
#pragma once

#include <string>
#include <string_view>

namespace msp {

// Controls and marks that turn the direction of writing are shown, as on a terminal.
void append_escaped(std::string& out, std::string_view text);
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace msp
