// SPDX-License-Identifier: MIT
// The command line. Each program has one table that describes every option once; the parser, --help and the checks come
// from it. The common options mean the same in every program. Only an option of words may stand without a value: what
// follows it is a file, unless it is one of its words.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/diag/message.hpp>
#include <msp/money/shown_in.hpp>
#include <msp/report/csv.hpp>
#include <support/option_table.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp::app {

[[nodiscard]] std::optional<Message> check_as_of(std::string_view value);  // of the common option

enum class Format { text, csv, json, html, xlsx, ics };
// ".txt", ".csv", ".json", ".html", ".xlsx", ".ics"
[[nodiscard]] std::string_view extension_of(Format format);
enum class Headers { ids, labels };

// What was asked for, words in English. Names are without dashes; one that no table has is std::logic_error.
class Options {
 public:
    [[nodiscard]] bool flag(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
    [[nodiscard]] const std::vector<std::string>& values(std::string_view name) const;
    [[nodiscard]] const std::vector<std::string>& positional() const { return positional_; }

    [[nodiscard]] Format format() const;
    // Text, a page of HTML or a workbook, and not data.
    [[nodiscard]] bool for_people() const;
    // HTML or a workbook: an answer is a whole file.
    [[nodiscard]] bool whole_files() const;
    [[nodiscard]] CsvDialect csv_dialect() const;
    // Labels are the default of excel-fr, ids that of everything else.
    [[nodiscard]] Headers headers() const;
    [[nodiscard]] std::optional<Language> language() const;
    // What tables for people show amounts in.
    [[nodiscard]] ShownIn amounts() const;
    // Operands at once.
    [[nodiscard]] std::size_t jobs() const;
    // Reads the clock for the word today, and only then.
    [[nodiscard]] std::optional<Date> as_of() const;
    [[nodiscard]] bool asks_today() const;
    // An option's name, and behind a space one of its words, as who reads the messages types them: "view plan".
    [[nodiscard]] std::string spoken(std::string_view asked) const;

 private:
    friend Options parse(const Program& program, std::span<char*> arguments, Diagnostics& diagnostics);
    struct Given {
        const Option* option;
        std::vector<std::string> values;  // of a flag, one for each time
    };
    [[nodiscard]] const Given& find(std::string_view name) const;

    std::vector<Given> given_;
    std::vector<std::string> positional_;
    Language reader_ = Language::french;  // of messages before a budget is read
};

// All options of a program in the order of --help, its own first.
[[nodiscard]] std::vector<const Option*> all_options(const Program& program);

// `arguments` are those after the program's name. Reports everything that is wrong with them; where --help or --version
// is among them, nothing.
[[nodiscard]] Options parse(const Program& program, std::span<char*> arguments, Diagnostics& diagnostics);

// Reports every option that has no effect on what is asked.
void refuse_unused(const Program& program, const Options& given, Diagnostics& found);

// At most 80 columns wide.
[[nodiscard]] std::string help_text(const Program& program, Language language);

}  // namespace msp::app
