// SPDX-License-Identifier: MIT
// What is wrong with the user's text, and where. Readers collect diagnostics and go on; a question without an answer
// throws Error, which holds one. Rendering shows the user's own line with a caret under the place.
#pragma once

#include <msp/diag/message.hpp>
#include <msp/diag/source.hpp>

#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace msp {

enum class Severity { error, warning };

struct Note {
    Span span;
    Message message;
};

struct Diagnostic {
    Severity severity = Severity::error;
    const char* id = "";  // stable, such as "amount.decimals"; each has a case in tests/cli/errors
    Message message;
    Span span;
    std::vector<Note> notes;
    std::optional<Message> help;
    bool in_rows = false;  // of a CSV file
    std::size_t more = 0;  // further places of the same fault
};

class Diagnostics {
 public:
    void add(Diagnostic diagnostic);
    void error(const char* id, Message message, Span span = {}, std::optional<Message> help = {},
               std::vector<Note> notes = {});
    void warning(const char* id, Message message, Span span = {}, std::optional<Message> help = {},
                 std::vector<Note> notes = {});
    // A fault that stands in many places is told at the first one; the others are only counted. `fault` is the same for
    // what is the same to the user.
    void add_once(Diagnostic diagnostic, const std::string& fault);
    // Counts one more place of a fault that was told; false if it was not. So a costly help is worked out once.
    bool again(const std::string& fault, Severity severity = Severity::error);

    [[nodiscard]] bool has_errors() const { return errors_ != 0; }
    // With each place of a fault that is told once.
    [[nodiscard]] std::size_t errors() const { return errors_ + repeated_errors_; }
    // No further error is kept.
    [[nodiscard]] bool full() const { return errors_ >= limit; }
    [[nodiscard]] std::size_t warnings() const { return warnings_; }
    // In file order, those that are nowhere last. At most `limit` are kept, errors rather than warnings; the counts go
    // on.
    [[nodiscard]] std::vector<Diagnostic> sorted() const;
    // Whether one of this id is kept, within a place where that is given.
    [[nodiscard]] bool has(std::string_view id, Span within = {}) const;
    // How many were counted but not kept.
    [[nodiscard]] std::size_t dropped() const;

    static constexpr std::size_t limit = 1000;

 private:
    struct Kept {
        Diagnostic diagnostic;
        std::string fault;  // empty for what is told each time
    };

    void keep(Kept kept);

    std::vector<Kept> kept_;
    std::unordered_map<std::string, std::size_t> faults_;  // told, with their further places
    std::size_t errors_ = 0;
    std::size_t repeated_errors_ = 0;
    std::size_t warnings_ = 0;
};

// The only exception of the library for questions that have no answer (an overflow, a rule that does not exist).
class Error : public std::exception {
 public:
    explicit Error(Diagnostic diagnostic);
    [[nodiscard]] const Diagnostic& diagnostic() const { return diagnostic_; }
    [[nodiscard]] const char* what() const noexcept override { return diagnostic_.id; }

 private:
    Diagnostic diagnostic_;
};

// The lines to print, each ended by a newline:
//
//     budget.toml:14:10: error: ...
//        14 | shares = ["60 %", "50 %"]
//           |          ^^^^^^^^^^^^^^^^
//     help: ...
//
// Tabs stand as they are, control characters are shown escaped, long lines are cut around the place. A note whose place
// is already on show has no line of its own. What is nowhere begins with the word "error": callers put the program's
// name before it.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, const Sources& sources, Language language);

// The known word nearest to what was typed, if it is near enough to be meant ("did you mean"): one change for three
// characters, at most three; another case or accent hardly counts. Of equals the first.
[[nodiscard]] std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string_view>& known);
// The help that names it.
[[nodiscard]] std::optional<Message> did_you_mean(std::string_view typed, const std::vector<std::string_view>& known);
// The same, or all of them; nothing where there are none.
[[nodiscard]] std::optional<Message> what_there_is(std::string_view typed, const std::vector<std::string_view>& known);

}  // namespace msp
