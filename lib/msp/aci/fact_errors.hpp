// SPDX-License-Identifier: MIT
// Private to aci: what is wrong with the facts of years.
#pragma once

#include <msp/diag/diagnostic.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace msp {

class FactErrors {
 public:
    explicit FactErrors(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    // What a later year takes over is wrong once.
    void add(const char* id, Message message, Span span, std::optional<Message> help = {},
             std::vector<Note> notes = {});
    [[nodiscard]] std::size_t count() const { return count_; }

 private:
    Diagnostics& diagnostics_;
    std::size_t count_ = 0;
    std::vector<std::pair<std::string, Span>> reported_;
};

}  // namespace msp
