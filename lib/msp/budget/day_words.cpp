// SPDX-License-Identifier: MIT
#include <msp/budget/day_words.hpp>

#include <algorithm>

namespace msp {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

}  // namespace

std::vector<std::string_view> day_words(std::string_view text) {
    std::vector<std::string_view> found;
    for (;;) {
        std::size_t end = text.size();
        std::size_t next = text.size();
        for (const std::string_view mark : {",", ";", " et ", " and "}) {
            if (const std::size_t at = text.find(mark); at < end) {
                end = at;
                next = at + mark.size();
            }
        }
        found.push_back(trimmed(text.substr(0, end)));
        if (end == text.size())
            return found;
        text.remove_prefix(next);
    }
}

}  // namespace msp
