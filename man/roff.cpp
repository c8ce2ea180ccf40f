// SPDX-License-Identifier: MIT
#include <roff.hpp>

namespace msp::manual {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::string prose(std::string text, Language language) {
    replace_all(text, "\\", "\\e");
    replace_all(text, "--", "\\-\\-");
    replace_all(text, " %", "\\~%");
    if (language == Language::french) {
        for (const std::string_view mark : {":", ";", "?", "!", "»"})
            replace_all(text, ' ' + std::string(mark), "\\~" + std::string(mark));
        replace_all(text, "« ", "«\\~");
    }
    if (text.starts_with('.') || text.starts_with('\''))
        text.insert(0, "\\&");
    return text;
}

std::string literal(std::string text) {
    replace_all(text, "-", "\\-");
    return text;
}

}  // namespace msp::manual
