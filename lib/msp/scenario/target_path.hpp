// SPDX-License-Identifier: MIT
// Private to scenario: the place that a path of a change names, such as expense.software.amount.
#pragma once

#include <msp/budget/table.hpp>
#include <msp/scenario/overlay_edit.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

// The few ids there are, as a help.
[[nodiscard]] std::optional<Message> there_is(const std::vector<std::string>& known);

class TargetPath {
 public:
    TargetPath(OverlayEdit& edit, Diagnostics& diagnostics) : edit_(edit), diagnostics_(diagnostics) {}

    // Tables that lead to it are made where they are not there yet. Nothing, and it is told, where there can be no such
    // place.
    [[nodiscard]] std::optional<Target> find(const FieldOf<KeyType::text>& field);

 private:
    [[nodiscard]] Document& document() { return edit_.document(); }
    [[nodiscard]] std::optional<Target> entry(const std::string& path, std::vector<std::string>& parts,
                                              const Target& at, Span span);
    [[nodiscard]] std::optional<Target> descend(const std::string& path, const std::vector<std::string>& parts,
                                                std::size_t from, Target at, Span span);
    [[nodiscard]] bool names_single(const Target& at, const std::string& part);
    [[nodiscard]] std::optional<Target> indicator(const std::string& path, const std::vector<std::string>& parts,
                                                  std::size_t from, Target at, Span span);
    [[nodiscard]] std::optional<Target> detail(const std::string& path, const std::string& part, const Target& entry,
                                               Span span);
    void no_path(const std::string& path, const std::string& part, Span span, const std::vector<std::string>& known,
                 bool ids);

    OverlayEdit& edit_;
    Diagnostics& diagnostics_;
};

}  // namespace msp
