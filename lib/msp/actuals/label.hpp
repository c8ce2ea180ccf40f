// SPDX-License-Identifier: MIT
// Labels of entries, compared by their words: case, accents and punctuation do not count.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace msp {

// " vir cpam aci 2025 ", from UTF-8: words between blanks.
[[nodiscard]] std::string label_words(std::string_view label);

// Words that follow each other in a label, whole; * stands for anything: "ACI" is not in "pharmacie", "CPAM*" is in
// "VIR CPAM75 ACI".
class LabelPattern {
 public:
    explicit LabelPattern(std::string_view pattern);

    // `words` as label_words() has them.
    [[nodiscard]] bool is_in(std::string_view words) const;
    // It has no word.
    [[nodiscard]] bool empty() const { return pieces_.empty(); }

 private:
    std::vector<std::string> pieces_;  // one after the other, anything between
};

}  // namespace msp
