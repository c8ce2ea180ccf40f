// SPDX-License-Identifier: MIT
#include <msp/aci/fact_errors.hpp>

#include <algorithm>

namespace msp {

void FactErrors::add(const char* id, Message message, Span span, std::optional<Message> help, std::vector<Note> notes) {
    ++count_;
    const std::pair told(words(message, Language::english), span);
    if (std::ranges::find(reported_, told) != reported_.end())
        return;
    reported_.push_back(told);
    diagnostics_.error(id, std::move(message), span, std::move(help), std::move(notes));
}

}  // namespace msp
