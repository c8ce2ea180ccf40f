// SPDX-License-Identifier: MIT
#include <msp/budget/reading.hpp>

#include <cstddef>
#include <utility>

namespace msp {

KeyLanguage& Reading::language(SourceId source) {
    const auto index = static_cast<std::size_t>(source);
    if (index >= languages.size())
        languages.resize(index + 1);
    return languages[index];
}

std::optional<Language> Reading::language_of(SourceId source) {
    const KeyLanguage& found = language(source);
    if (!found.english && !found.french)
        return std::nullopt;
    return found.french ? Language::french : Language::english;
}

bool Reading::in_rows(Span span) const {
    const Span root = document[Document::root()].span;
    return root.known() && span.known() && span.source != root.source;
}

void Reading::error(const char* id, Message message, Span span, std::optional<Message> help, std::vector<Note> notes) {
    tell({Severity::error, id, std::move(message), span, std::move(notes), std::move(help)});
}

void Reading::warn(const char* id, Message message, Span span, std::optional<Message> help) {
    tell({Severity::warning, id, std::move(message), span, {}, std::move(help)});
}

void Reading::tell(Diagnostic found) {
    found.in_rows = in_rows(found.span);
    if (!found.in_rows)
        return diagnostics.add(std::move(found));
    const std::string fault = std::string(found.id) + ' ' + words(found.message, Language::english);
    diagnostics.add_once(std::move(found), fault);
}

void Reading::error_once(const char* id, std::string_view what, Message message, Span span,
                         const std::function<std::optional<Message>()>& help) {
    const std::string fault = std::string(id) + ' ' + std::string(what);
    if (diagnostics.again(fault))
        return;
    Diagnostic found = {Severity::error, id, std::move(message), span, {}, {}};
    found.in_rows = in_rows(span);
    if (!diagnostics.full())  // else it is only counted
        found.help = help();
    diagnostics.add_once(std::move(found), fault);
}

}  // namespace msp
