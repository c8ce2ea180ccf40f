// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <support/messages.hpp>
#include <support/output.hpp>

#include <cstdint>
#include <new>
#include <optional>
#include <unistd.h>
#include <utility>

namespace msp::app {
namespace {

Diagnostic placeless(const char* id, Message message, Message help) {
    Diagnostic diagnostic;
    diagnostic.id = id;
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    return diagnostic;
}

std::string head(std::string_view about, Language language) {
    return visible(words({tr("{program}: "), {{"program", std::string(about)}}}, language));
}

std::string told(const Diagnostic& diagnostic, const std::string& head, const Sources& sources, Language language) {
    return (diagnostic.span.known() ? "" : head) + render(diagnostic, sources, language);
}

void print_first_error(std::string_view about, const Diagnostics& diagnostics, const Sources& sources,
                       Language language) {
    const std::string text = first_error(about, diagnostics, sources, language);
    if (text.empty())
        return;
    [[maybe_unused]] const int nobody_to_tell = write_all(STDERR_FILENO, text + '\n');
}

}  // namespace

Diagnostic breakdown(const std::exception& error) {
    if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr)
        return placeless(
            "memory", {tr("there is not enough memory for this answer"), {}},
            Message{tr("raise the limit (ulimit -v), or ask for fewer months, scenarios or files at once"), {}});
    return placeless("fault",
                     {tr("this is a fault of the program, not of your file: {what}"), {{"what", error.what()}}},
                     Message{tr("report it, with the command and the file if you may show it"), {}});
}

std::string first_error(std::string_view about, const Diagnostics& diagnostics, const Sources& sources,
                        Language language) {
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
        if (diagnostic.severity == Severity::warning)
            continue;
        const std::string text = told(diagnostic, head(about, language), sources, language);
        return text.substr(0, text.find('\n')) + and_more(diagnostics.errors() - 1, language);
    }
    return "";
}

void print_diagnostics(std::string_view about, const Diagnostics& diagnostics, const Sources& sources,
                       Language language, Telling telling) {
    if (telling == Telling::first_error)
        return print_first_error(about, diagnostics, sources, language);
    const std::string name = head(about, language);
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
        if (telling == Telling::all || diagnostic.severity == Severity::error)
            text += told(diagnostic, name, sources, language);
    }
    if (const std::size_t more = diagnostics.dropped(); more != 0)
        text += name +
                words({tr("{n} more {n:problem is|problems are} not shown"), {{"n", static_cast<std::int64_t>(more)}}},
                      language) +
                '\n';
    [[maybe_unused]] const int nobody_to_tell = write_all(STDERR_FILENO, text);
}

void print_one(std::string_view about, Diagnostic diagnostic, Language language) {
    Diagnostics diagnostics;
    diagnostics.add(std::move(diagnostic));
    print_diagnostics(about, diagnostics, Sources(), language, Telling::all);
}

std::string and_more(std::size_t count, Language language) {
    return count == 0 ? "" : words({tr(" (and {n} more)"), {{"n", static_cast<std::int64_t>(count)}}}, language);
}

}  // namespace msp::app
