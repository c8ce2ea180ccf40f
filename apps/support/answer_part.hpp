// SPDX-License-Identifier: MIT
// What an operand writes, among what others write to the same place.
#pragma once

#include <support/output.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace msp::app {

// Followed so that nothing more than needed comes before or after it. An element of an array is indented and loses its
// last newline.
class AnswerPart {
 public:
    AnswerPart(Output& output, const char* element_start) : output_(output), element_start_(element_start) {}

    void write(std::string_view piece) {
        if (!std::exchange(begun_, true) && element_start_ != nullptr)
            output_.write(element_start_);
        if (element_start_ == nullptr) {
            output_.write(piece);
            return;
        }
        while (!piece.empty()) {
            if (newline_)
                output_.write("\n  ");
            const std::size_t end = piece.find('\n');
            output_.write(piece.substr(0, end));
            newline_ = end != std::string_view::npos;
            piece.remove_prefix(newline_ ? end + 1 : piece.size());
        }
    }
    [[nodiscard]] bool begun() const { return begun_; }

 private:
    Output& output_;
    const char* element_start_;
    bool begun_ = false;
    bool newline_ = false;
};

}  // namespace msp::app
