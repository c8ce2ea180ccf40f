// SPDX-License-Identifier: MIT
// How a movement came about, filled by the engine that computes it, only where a question asks for it. The last step's
// result is the movement's amount.
#pragma once

#include <msp/diag/message.hpp>
#include <msp/diag/source.hpp>
#include <msp/money/money.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace msp {

struct Step {
    Message what;
    std::optional<Money> result;
    Span place;
};

class Trace {
 public:
    // Begins the explanation of the next movement.
    void clear() { steps_.clear(); }
    // Forgets the steps beyond the first `count`, where movements share their beginning.
    void shorten(std::size_t count) { steps_.resize(count, Step{}); }
    void step(Message what, std::optional<Money> result, Span place = {}) {
        steps_.push_back({std::move(what), result, place});
    }
    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }

 private:
    std::vector<Step> steps_;
};

}  // namespace msp
