// SPDX-License-Identifier: MIT
// Private to the module: what the tables of one budget share while they are decoded, and how their faults are told.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/read/document.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace msp {

// The first keys of one file that belong to one language only.
struct KeyLanguage {
    std::optional<Span> english;
    std::optional<Span> french;
};

// What the tables of one budget share.
struct Reading {
    const Document& document;
    const Sources& sources;
    Diagnostics& diagnostics;
    std::vector<KeyLanguage> languages = {};          // by source: each file has its own
    std::unordered_map<std::string, int> meant = {};  // the slots that unknown keys seem to be, -1 for none

    [[nodiscard]] KeyLanguage& language(SourceId source);
    [[nodiscard]] bool french(SourceId source) { return language(source).french.has_value(); }
    // English before the first key that tells.
    [[nodiscard]] Language keys_in(SourceId source) { return french(source) ? Language::french : Language::english; }
    // Nothing before the first key that tells.
    [[nodiscard]] std::optional<Language> language_of(SourceId source);
    // A budget names no other files than CSV files.
    [[nodiscard]] bool in_rows(Span span) const;

    void error(const char* id, Message message, Span span, std::optional<Message> help = {},
               std::vector<Note> notes = {});
    // A fault that is the same wherever `what` stands, such as a misspelt word, told once; `help` is asked for then.
    void error_once(const char* id, std::string_view what, Message message, Span span,
                    const std::function<std::optional<Message>()>& help);
    void warn(const char* id, Message message, Span span, std::optional<Message> help = {});
    // What the rows of a CSV file have alike is told once.
    void tell(Diagnostic found);
};

}  // namespace msp
