// SPDX-License-Identifier: MIT
// What every dated rule carries: where its value stands, and how sure that is.
#pragma once

#include <msp/diag/message.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

enum class Confidence : std::uint8_t {
    confirmed,  // read in an official document
    single,     // one source that is not official
    inferred,   // not printed for that period, deduced
    unknown,    // the rule exists, its value is not known here: never used
};

// As the rule files have them, in this order.
inline constexpr std::array<std::string_view, 4> confidence_ids = {"confirmed", "single", "inferred", "unknown"};
[[nodiscard]] std::string_view id_of(Confidence confidence);
[[nodiscard]] const char* name_of(Confidence confidence);  // for tr()

// A text of the rule files, in both languages.
struct Bilingual {
    std::string french;
    std::string english;

    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::french ? french : english;
    }
};

struct LegalSource {
    std::string id;
    std::string title;
    std::string url;   // may be empty
    std::string kind;  // "official", "federation", …
};

// Where one value stands: a source of its text, by position, and the page.
struct Citation {
    std::size_t source = 0;
    std::string page;  // "p. 20-22", may be empty
};

struct Evidence {
    Confidence confidence = Confidence::confirmed;
    std::vector<Citation> citations;  // none only where the value is unknown
    Bilingual note;                   // why inferred, what contradicts it; may be empty
};
// "guide2022 p. 20-22, essort"
[[nodiscard]] std::string cited(const Evidence& evidence, const std::vector<LegalSource>& sources);

}  // namespace msp
