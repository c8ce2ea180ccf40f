// SPDX-License-Identifier: MIT
// What every program does around its own answer: arguments, languages, budgets one after the other, diagnostics, output
// and exit status. A program is then
//
//     int main(int argc, char** argv) { return msp::app::run(program, answer, argc, argv); }
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/message.hpp>
#include <msp/diag/source.hpp>
#include <msp/report/csv.hpp>
#include <msp/rules/rulebook.hpp>
#include <support/options.hpp>
#include <support/output.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace msp::app {

struct PageList;

enum class Status { done = 0, answer_is_no = 1, wrong_input = 2, our_fault = 3, not_written = 4 };

// One operand and all that belongs to it alone.
struct Context {
    const Options& options;
    Rulebook& rules;        // of the run
    std::string path;       // as typed
    std::size_t index = 0;  // among the operands
    Language language = Language::french;
    TextSink sink = {};       // for the answer
    std::string folder = {};  // of --output, where that is one, with its slash
    bool several = false;     // a CSV then begins with a column "file"
    bool heading = true;      // nothing of this table was written before: a CSV needs its heading
    bool terminal = false;    // the answer goes to one
    std::size_t width = 0;    // of the terminal; 0 where there is none or it does not know
    bool colour = false;
    bool blocks = true;  // the terminal has the characters of bars; a file or pipe always has
    Sources sources = {};
    Diagnostics diagnostics = {};
    std::optional<Date> as_of = {};          // the day on which the question is asked, once it is known
    std::vector<std::string> entities = {};  // names of those that the answer is of, once they are known
    std::string alerts = {};                 // lines for standard error, told before the diagnostics
    // Is given the title and the file of a page of HTML, for the list of all.
    std::function<void(std::string title, std::string file)> titled = {};

    // --quiet with several operands, as cron has it: a line an operand on standard error.
    [[nodiscard]] bool brief() const { return several && options.flag("quiet"); }
    // The operand's name without folder and extension.
    [[nodiscard]] std::string stem() const;
    // What a page is called that says nothing else of itself: by its entities, else by the operand.
    [[nodiscard]] std::string page_name() const;
    // The budget's own language, once known: --lang wins over it, and it over the locale.
    void speak(std::optional<Language> budget);
};

class Run {
 public:
    Run(const Program& program, const Options& options, Language first_language);

    // Reports options that contradict one another or the operands: two answers for one file, an answer over a file that
    // is read.
    void check(Diagnostics& diagnostics) const;

    [[nodiscard]] const Options& options() const { return options_; }
    // --lang, else the locale's language, else French.
    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] bool several() const { return answers_ > 1; }

    // Whether an operand's answer is written when it is asked, or something for all of them later.
    enum class Answers { now, later };

    // Asks for each operand in turn and prints its diagnostics; the highest status is the result. An operand with
    // errors has no answer and does not stop the others. With --check errors are the answer no, else wrong input.
    // Where there are several, each has its own file in the folder of --output, or JSON becomes one array on standard
    // output, in which an operand with errors has an element that says so; in HTML a page of the folder lists those
    // that were answered. With --jobs several are asked at once, in threads, and nothing of what is written tells it.
    [[nodiscard]] Status each(const std::function<Status(Context&)>& ask, Answers answers = Answers::now);

    // Whether the answer for an operand goes to a file that was read, whichever: rules and rows of CSV too. Then it is
    // reported.
    [[nodiscard]] bool overwrites(const std::string& operand, const Sources& read, Diagnostics& diagnostics) const;

    // For what stands before or after the operands, such as one table for all of them.
    [[nodiscard]] Output& output() { return output_; }
    [[nodiscard]] Context context() { return context_for("", output_); }
    // Whether the answers of several operands go to one place.
    [[nodiscard]] bool together() const { return several() && folder_.empty(); }
    // `about` begins the lines that have no place; the program does without it.
    void print(const Diagnostics& diagnostics, const Sources& sources, Language language,
               std::string_view about = {}) const;

 private:
    // The file that the answer for an operand goes to; empty or "-" is standard output.
    [[nodiscard]] std::string target_of(const std::string& operand) const;
    // An operand while it is asked, and until that is told.
    struct Turn;
    // Thread-safe, as far as `ask` is.
    void answer(Turn& turn, const std::function<Status(Context&)>& ask, const TextSink& sink) const;
    [[nodiscard]] bool refuses(Turn& turn) const;
    // Writes its messages and keeps its answer, of which something was written if it is `begun`.
    [[nodiscard]] Status tell(Turn& turn, bool begun);
    [[nodiscard]] Status alone(std::size_t index, const std::function<Status(Context&)>& ask);
    [[nodiscard]] Status at_once(std::size_t first, const std::function<Status(Context&)>& ask);
    [[nodiscard]] Status ask_guarded(Context& context, const std::function<Status(Context&)>& ask) const;
    [[nodiscard]] Context context_for(std::string path, Output& output);
    [[nodiscard]] bool is_array() const;
    // What comes before the next element of an array; null where there is none.
    [[nodiscard]] const char* element_start() const;
    void write_unanswered(const Context& context);
    // A page of the folder that lists the others, and the pages that it led to before.
    [[nodiscard]] bool has_index() const;
    [[nodiscard]] PageList index() const;
    [[nodiscard]] Status write_index() const;
    void sort_old_pages();
    [[nodiscard]] std::optional<Diagnostic> left_pages() const;
    [[nodiscard]] bool refuses_left_pages();
    // Of this operand, whose page is known. With --strict that is an error.
    void warn_of_pages(Turn& turn) const;

    const Program& program_;
    const Options& options_;
    Language language_;
    std::size_t answers_;  // to so many of the operands
    std::string folder_;   // of --output, where that is one, with its slash
    Output output_;
    Rulebook rules_;
    bool any_written_ = false;
    std::vector<std::pair<std::string, std::string>> pages_;  // of the folder: their files and titles
    std::vector<std::vector<std::string>> old_pages_;         // of each operand, where there is a list of all
    std::vector<std::string> left_pages_;                     // that no answer lists again
};

// "0.1.0"
[[nodiscard]] const char* version();

using Answer = Status (*)(Run&);

// Everything from the arguments to the exit status; nothing is thrown.
[[nodiscard]] int run(const Program& program, Answer answer, int argc, char** argv) noexcept;

}  // namespace msp::app
