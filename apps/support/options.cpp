// SPDX-License-Identifier: MIT
#include <msp/budget/keys.hpp>
#include <msp/dates/written_date.hpp>
#include <support/environment.hpp>
#include <support/option_values.hpp>
#include <support/option_words.hpp>
#include <support/options.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>

namespace msp::app {
namespace {

bool is_today(std::string_view word) {
    return word == "today" || word == "aujourdhui" || word == "aujourd'hui";
}

constexpr int most_jobs = 64;

std::optional<std::size_t> jobs_from(std::string_view value) {
    const std::optional<int> jobs = whole_number_from(value, 1, most_jobs);
    return jobs ? std::optional(static_cast<std::size_t>(*jobs)) : std::nullopt;
}

std::optional<Message> check_jobs(std::string_view value) {
    if (jobs_from(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a number for --jobs; it takes one from 1 to {most}"),
                   {{"value", std::string(value)}, {"most", std::int64_t{most_jobs}}}};
}

constexpr auto common_options = std::to_array<Option>({
    {.name = "balances",
     .help = tr("Take the openings from this CSV file: entity, bank, date, balance, and file for several budgets"),
     .group = reading_group,
     .metavar = tr("FILE")},
    {.name = "scenario",
     .help = tr("Apply this scenario of the budget, or several one upon the other (a+b); may be repeated"),
     .group = reading_group,
     .metavar = tr("ID"),
     .repeatable = true},
    {.name = "as-of",
     .help =
         tr("The day on which the question is asked. Without it: the date of the first bank. Only the word today reads "
            "the clock"),
     .group = reading_group,
     .metavar = tr("DATE|today"),
     .check = check_as_of},
    {.name = "input",
     .help = tr("The format of what is read from standard input, written -; that of a file is known by its extension. "
                "Without it: toml"),
     .group = reading_group,
     .words = "toml|yaml|json"},
    {.name = "law",
     .help = tr("A folder of rule files laid over the built-in ones: a file replaces the one of its name, others are "
                "added"),
     .group = reading_group,
     .metavar = tr("DIR")},
    {.name = "strict", .help = tr("Take warnings for errors"), .group = reading_group},
    {.name = "check", .help = tr("Only say what is wrong with the file; compute nothing"), .group = reading_group},
    {.name = "format",
     .help =
         tr("text to be read (the default), csv for rows of data, json for a program, html to be printed or sent: a "
            "page that stands alone, xlsx for a spreadsheet: a workbook that recalculates"),
     .group = writing_group,
     .words = tr("text|csv|json|html|xlsx"),
     .brief = writing_group},
    {.name = "csv-dialect",
     .help = tr("rfc4180 (the default) has commas and decimal points; excel-fr is what a French spreadsheet opens"),
     .group = writing_group,
     .words = "rfc4180|excel-fr",
     .brief = tr("CSV with commas and decimal points, or as a French spreadsheet opens it")},
    {.name = "headers",
     .help = tr("Head CSV columns with stable identifiers (the default of rfc4180) or with words (that of excel-fr)"),
     .group = writing_group,
     .words = tr("id|label")},
    {.name = "round",
     .help =
         tr("Tables for people without cents: whole euros, or thousands of euros. Totals are of the exact amounts; a "
            "workbook keeps these in its cells"),
     .group = writing_group,
     .words = "euro|keuro"},
    {.name = "output",
     .help = tr("Write to this file instead of standard output. It is replaced in one step or not at all. With several "
                "budgets, a folder: one file for each"),
     .group = writing_group,
     .metavar = tr("FILE")},
    {.name = "lang",
     .help = tr("The language of words and amounts. Without it: that of the budget, else that of the locale, else "
                "French"),
     .group = writing_group,
     .words = "fr|en"},
    {.name = "explain",
     .help = tr("Show how this figure comes about, step by step"),
     .group = writing_group,
     .metavar = tr("WHAT")},
    {.name = "list",
     .help = tr("Print what a budget may name: the ids of categories, the keys of the file, the indicators and "
                "professions of the ACI"),
     .group = other_group,
     .words = tr("categories|keys|indicators|professions"),
     .alone = {"option.list", tr("--list prints what there is and reads no {operand}"), {"law", "format"}}},
    {.name = "completion",
     .help = tr("Print what lets this shell complete options and their words; the manual says where it goes"),
     .group = other_group,
     .words = "bash|zsh|fish",
     .alone = {"option.completion", tr("--completion prints a script and reads no {operand}")}},
    {.name = "jobs",
     .help = tr("Read so many budgets at once, 1 to 64; what is written stays the same. Without it: 1"),
     .group = other_group,
     .metavar = tr("N"),
     .check = check_jobs},
    {.name = "quiet", .help = tr("No warnings; with several files one line each"), .group = other_group},
    {.name = "help", .help = tr("Show this text"), .group = other_group},
    {.name = "version", .help = tr("Show the version"), .group = other_group},
});

}  // namespace

const Options::Given& Options::find(std::string_view name) const {
    const auto found =
        std::find_if(given_.begin(), given_.end(), [&](const Given& given) { return given.option->name == name; });
    if (found == given_.end())
        throw std::logic_error("no option --" + std::string(name));
    return *found;
}

bool Options::flag(std::string_view name) const {
    return !find(name).values.empty();
}

std::optional<std::string> Options::value(std::string_view name) const {
    const std::vector<std::string>& all = find(name).values;
    return all.empty() ? std::nullopt : std::optional(all.back());
}

const std::vector<std::string>& Options::values(std::string_view name) const {
    return find(name).values;
}

std::string_view extension_of(Format format) {
    switch (format) {
        case Format::text:
            return ".txt";
        case Format::csv:
            return ".csv";
        case Format::html:
            return ".html";
        case Format::xlsx:
            return ".xlsx";
        case Format::ics:
            return ".ics";
        case Format::json:
            break;
    }
    return ".json";
}

Format Options::format() const {
    const std::optional<std::string> word = value("format");
    if (word == "html")
        return Format::html;
    if (word == "xlsx")
        return Format::xlsx;
    if (word == "ics")
        return Format::ics;
    return word == "csv" ? Format::csv : word == "json" ? Format::json : Format::text;
}

bool Options::for_people() const {
    return format() != Format::csv && format() != Format::json && format() != Format::ics;
}

bool Options::whole_files() const {
    return format() == Format::html || format() == Format::xlsx || format() == Format::ics;
}

CsvDialect Options::csv_dialect() const {
    return value("csv-dialect") == "excel-fr" ? CsvDialect::excel_fr : CsvDialect::rfc4180;
}

Headers Options::headers() const {
    if (const std::optional<std::string> word = value("headers"))
        return *word == "label" ? Headers::labels : Headers::ids;
    return csv_dialect() == CsvDialect::excel_fr ? Headers::labels : Headers::ids;
}

std::optional<Message> check_as_of(std::string_view value) {
    if (is_today(value) || parse_written_date(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a day for --as-of; it takes a date such as 2026-01-31 or 31/01/2026, "
                      "or the word today"),
                   {{"value", std::string(value)}}};
}

std::optional<Language> Options::language() const {
    return language_named(value("lang").value_or(""));
}

ShownIn Options::amounts() const {
    const std::optional<std::string> word = value("round");
    if (!word)
        return ShownIn::cents;
    return *word == "euro" ? ShownIn::euros : ShownIn::thousands;
}

std::size_t Options::jobs() const {
    return jobs_from(value("jobs").value_or("")).value_or(1);
}

std::optional<Date> Options::as_of() const {
    const std::optional<std::string> word = value("as-of");
    if (!word)
        return std::nullopt;
    return asks_today() ? today() : parse_written_date(*word);
}

bool Options::asks_today() const {
    return is_today(value("as-of").value_or(""));
}

std::string Options::spoken(std::string_view asked) const {
    std::vector<const Option*> options;
    std::ranges::transform(given_, std::back_inserter(options), &Given::option);
    return app::spoken(options, asked, reader_);
}

// Of an option that reads nothing, all but a few others are.
void refuse_beside(const Program& program, const Option& alone, const Options& given, Diagnostics& found) {
    // The last four have checks of their own.
    constexpr std::array<std::string_view, 7> any = {"output",      "lang",    "quiet", "round",
                                                     "csv-dialect", "headers", "input"};
    for (const Option* option : all_options(program)) {
        const auto is_it = [option](const char* name) {
            return name != nullptr && std::string_view(option->name) == name;
        };
        if (given.values(option->name).empty() || option->alone.id != nullptr ||
            std::ranges::any_of(alone.alone.with, is_it) ||
            std::ranges::find(any, std::string_view(option->name)) != any.end())
            continue;
        found.error("option.unused",
                    {tr("--{option} has no effect on --{question}"),
                     {{"option", given.spoken(option->name)}, {"question", given.spoken(alone.name)}}},
                    {}, Message{tr("leave one of them out"), {}});
    }
}

void refuse_unused(const Program& program, const Options& given, Diagnostics& found) {
    for (const Option* option : all_options(program)) {
        if (option->alone.id != nullptr && !given.values(option->name).empty())
            return refuse_beside(program, *option, given, found);
    }
    for (const Unused& each : program.unused) {
        if (given.values(each.option).empty() || !each.is(given))
            continue;
        found.error("option.unused",
                    {each.why,
                     {{"option", given.spoken(each.option)},
                      {"question", program.question ? given.spoken(program.question(given)) : std::string()}}},
                    {}, Message{each.help, {}});
    }
}

std::vector<const Option*> all_options(const Program& program) {
    std::vector<const Option*> options;
    const auto named = [&](std::string_view name) {
        return std::any_of(options.begin(), options.end(), [&](const Option* option) { return option->name == name; });
    };
    for (const Option& option : program.options)
        options.push_back(&option);
    for (const Option& option : common_options)
        if (!named(option.name))
            options.push_back(&option);
    // Options of one group stand together, groups in the order in which they first appear.
    for (auto from = options.begin(); from != options.end();) {
        const std::string_view group = (*from)->group;
        from = std::stable_partition(from, options.end(), [&](const Option* option) { return option->group == group; });
    }
    return options;
}

}  // namespace msp::app
