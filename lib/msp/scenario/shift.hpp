// SPDX-License-Identifier: MIT
// Private to scenario: an amount that is more or less, a day that is later or another.
#pragma once

#include <msp/scenario/overlay_edit.hpp>

#include <string>
#include <utility>
#include <vector>

namespace msp {

class Shift {
 public:
    // Of the scenario and the place that is named in it. What the target is cannot be shifted so is told.
    Shift(OverlayEdit& edit, Diagnostics& diagnostics, std::string scenario, Span path)
        : edit_(edit), diagnostics_(diagnostics), scenario_(std::move(scenario)), path_(path) {}

    void scale(const Target& target, Rate change, Span span);
    void move(const Target& target, const Delay& by, Span span);
    void move_to(const Target& target, Date date, Span span);

 private:
    [[nodiscard]] Document& document() { return edit_.document(); }
    [[nodiscard]] std::vector<NodeId> values_of(const Target& target);
    void scale_amount(NodeId node, Rate factor, Span span);

    OverlayEdit& edit_;
    Diagnostics& diagnostics_;
    std::string scenario_;
    Span path_;
};

}  // namespace msp
