// SPDX-License-Identifier: MIT
#include <msp/report/text_style.hpp>
#include <support/text_out.hpp>

#include <utility>

namespace msp::app {

void write_text(const Context& context, std::string text) {
    while (text.ends_with("\n\n"))
        text.pop_back();
    context.sink(for_terminal(std::move(text), context.colour));
}

void write_file(const Context& context, std::string_view text) {
    context.sink(context.terminal ? for_terminal(std::string(text), false) : std::string(text));
}

void write_workbook(const Context& context, std::string_view bytes) {
    context.sink(bytes);
}

}  // namespace msp::app
