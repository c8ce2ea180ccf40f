// SPDX-License-Identifier: MIT
#include <msp/dates/written_date.hpp>
#include <msp/io/keys.hpp>
#include <msp/money/parse.hpp>
#include <support/options.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <iterator>
#include <stdexcept>
#include <utility>
#include <variant>

namespace msp::app {

namespace {

// What CLI11 notes for a flag, so that "--check=true" is told from "--check".
constexpr const char* given_flag = "given";

bool is_today(std::string_view word) {
    return word == "today" || word == "aujourdhui" || word == "aujourd'hui";
}

std::optional<Message> check_as_of(std::string_view value) {
    if (is_today(value) || parse_written_date(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a day for --as-of; it takes a date such as 2026-01-31 or 31/01/2026, "
                      "or the word today"),
                   {{"value", std::string(value)}}};
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
     .help = tr("text to be read (the default), csv for a spreadsheet, json for a program"),
     .group = writing_group,
     .words = tr("text|csv|json")},
    {.name = "csv-dialect",
     .help = tr("rfc4180 (the default) has commas and decimal points; excel-fr is what a French spreadsheet opens"),
     .group = writing_group,
     .words = "rfc4180|excel-fr"},
    {.name = "headers",
     .help = tr("Head CSV columns with stable identifiers (the default of rfc4180) or with words (that of excel-fr)"),
     .group = writing_group,
     .words = tr("id|label")},
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
     .alone = {"option.list", tr("--list prints what there is and reads no {operand}")}},
    {.name = "quiet", .help = tr("No warnings; with several files one line each"), .group = other_group},
    {.name = "help", .help = tr("Show this text"), .group = other_group},
    {.name = "version", .help = tr("Show the version"), .group = other_group},
});

std::string dashed(const Option& option) {
    return std::string("--") + option.name;
}

std::vector<std::string_view> split_words(std::string_view words) {
    std::vector<std::string_view> parts;
    for (std::size_t bar = 0; bar != std::string_view::npos; words.remove_prefix(bar + 1)) {
        bar = words.find('|');
        parts.push_back(words.substr(0, bar));
        if (bar == std::string_view::npos)
            break;
    }
    return parts;
}

std::vector<std::string_view> words_of(const Option& option, Language language) {
    return split_words(translate(option.words, language));
}

std::string listed_words(const Option& option, Language language) {
    std::string list;
    for (const std::string_view word : words_of(option, language))
        list.append(list.empty() ? "" : ", ").append(word);
    return list;
}

// The English word of a value that is given in either language, which is what the programs know.
std::optional<std::string> english_word(const Option& option, std::string_view value) {
    const std::string plain = folded(value);
    const std::vector<std::string_view> english = words_of(option, Language::english);
    for (const Language language : {Language::english, Language::french}) {
        const std::vector<std::string_view> words = words_of(option, language);
        if (const auto found = std::ranges::find(words, plain); found != words.end())
            return std::string(english.at(static_cast<std::size_t>(found - words.begin())));
    }
    return std::nullopt;
}

// The option that "--name" or "--name=value" speaks of.
const Option* option_of(const std::vector<const Option*>& options, std::string_view argument) {
    if (!argument.starts_with("--"))
        return nullptr;
    const std::string_view name = argument.substr(2, argument.find('=') - 2);
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const Option* option) { return option->is_called(name); });
    return found == options.end() ? nullptr : *found;
}

// CLI11 would take what follows "--output=" for its value. An empty argument of its own says the same and is not lost.
std::vector<std::string> separated(const std::vector<const Option*>& options, std::span<char*> arguments) {
    std::vector<std::string> separate;
    bool ended = false;
    for (const std::string_view argument : arguments) {
        ended = ended || argument == "--";
        const Option* option = ended ? nullptr : option_of(options, argument);
        const bool open = option != nullptr && !option->is_flag() && argument.find('=') == argument.size() - 1;
        separate.emplace_back(argument.substr(0, argument.size() - (open ? 1 : 0)));
        if (open)
            separate.emplace_back();
    }
    return separate;
}

class Checker {
 public:
    Checker(const Program& program, Language language, Diagnostics& diagnostics)
        : program_(program), language_(language), options_(all_options(program)), diagnostics_(diagnostics) {}

    void unknown(const std::string& argument) {
        std::vector<std::string> dashed_names;
        for (const Option* option : options_) {
            dashed_names.push_back(dashed(*option));
            if (option->french != nullptr)
                dashed_names.push_back(std::string("--") + option->french);
        }
        const std::string typed = argument.substr(0, argument.find('='));
        diagnostics_.error(
            "option.unknown", {tr("there is no option {option}"), {{"option", typed}}}, {},
            did_you_mean(typed, {dashed_names.begin(), dashed_names.end()}).value_or(all_options_help()));
    }

    void values(const Option& option, const std::vector<std::string>& values) {
        if (values.size() > 1 && !option.repeatable && !option.is_flag())
            diagnostics_.error("option.repeated",
                               {tr("{option} is given {n} times; it can be given once"),
                                {{"option", dashed(option)}, {"n", static_cast<std::int64_t>(values.size())}}});
        for (const std::string& value : values)
            one_value(option, value);
    }

    void missing_value(const Option& option) {
        const Argument wanted =
            option.words != nullptr ? Argument(listed_words(option, language_)) : Argument(Term{option.metavar});
        diagnostics_.error("option.value-missing",
                           {tr("{option} needs a value: {wanted}"), {{"option", dashed(option)}, {"wanted", wanted}}});
    }

    void operands(const std::vector<std::string>& given) {
        const Argument operand = Term{program_.operand};
        if (given.size() < program_.least_operands && !diagnostics_.has_errors())
            diagnostics_.error(
                "option.operands",
                {tr("{program} needs a {operand} to read"), {{"program", program_.name}, {"operand", operand}}}, {},
                Message{tr("{program} --help lists the options; - reads standard input"),
                        {{"program", program_.name}}});
        if (given.size() > program_.most_operands)
            diagnostics_.error("option.operands", {tr("\"{value}\" is one too many: {program} takes {n} {operand}"),
                                                   {{"value", given[program_.most_operands]},
                                                    {"program", program_.name},
                                                    {"n", static_cast<std::int64_t>(program_.most_operands)},
                                                    {"operand", operand}}});
    }

    void no_operand(const Option& option, const std::vector<std::string>& given) {
        if (!given.empty())
            diagnostics_.error(option.alone.id, {option.alone.text, {{"operand", Term{program_.operand}}}});
    }

    // `given` says of an option's name whether it is there.
    template <typename Given>
    void companions(Given given) {
        for (const auto& [id, option, others] : program_.companions) {
            const auto [first, second] = others;
            if (!given(option) || given(first) || (second != nullptr && given(second)))
                continue;
            if (second == nullptr)
                diagnostics_.error(id, {tr("--{option} goes with --{other}"), {{"option", option}, {"other", first}}});
            else
                diagnostics_.error(id, {tr("--{option} goes with --{one} or --{other}"),
                                        {{"option", option}, {"one", first}, {"other", second}}});
        }
        std::vector<const char*> asked;
        std::ranges::copy_if(program_.questions, std::back_inserter(asked), given);
        if (asked.size() > 1)
            diagnostics_.error("option.two-questions",
                               {tr("--{one} and --{other} are two questions; ask one at a time"),
                                {{"one", asked[0]}, {"other", asked[1]}}});
    }

 private:
    void one_value(const Option& option, const std::string& value) {
        if (option.is_flag()) {
            if (value != given_flag)
                diagnostics_.error("option.value-extra", {tr("{option} takes no value, but \"{value}\" is given"),
                                                          {{"option", dashed(option)}, {"value", value}}});
        } else if (value.empty() || value == "--" || option_of(options_, value) != nullptr) {
            missing_value(option);
        } else if (option.words != nullptr) {
            word(option, value);
        } else if (option.check != nullptr) {
            if (std::optional<Message> wrong = option.check(value))
                diagnostics_.error("option.value", std::move(*wrong));
        }
    }

    void word(const Option& option, const std::string& value) {
        if (english_word(option, value))
            return;
        diagnostics_.error("option.word",
                           {tr("\"{value}\" is not a value of {option}; it takes one of: {words}"),
                            {{"value", value}, {"option", dashed(option)}, {"words", listed_words(option, language_)}}},
                           {}, did_you_mean(value, words_of(option, language_)));
    }

    [[nodiscard]] Message all_options_help() const {
        return {tr("{program} --help lists the options"), {{"program", program_.name}}};
    }

    const Program& program_;
    Language language_;
    std::vector<const Option*> options_;
    Diagnostics& diagnostics_;
};

CLI::Option* declare(CLI::App& app, const Option& option) {
    if (option.is_flag())
        return app.add_flag(dashed(option) + '{' + given_flag + '}');
    // All are taken, so that CLI11 does not stop at a repeated one.
    const std::string names = option.french == nullptr ? dashed(option) : dashed(option) + ",--" + option.french;
    return app.add_option(names)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

// "-5" is a value or a file, "-" standard input.
bool looks_like_option(const std::string& argument) {
    return argument.size() > 1 && argument[0] == '-' && !(argument[1] >= '0' && argument[1] <= '9');
}

void append_wrapped(std::string& out, std::string_view text, std::size_t column, std::size_t indent) {
    constexpr std::size_t line_width = 80;
    bool first = true;
    for (std::size_t space = 0; space != std::string_view::npos;) {
        space = text.find(' ');
        const std::string_view word = text.substr(0, space);
        const std::size_t width = display_width(word);
        if (!first && column + 1 + width > line_width) {
            out += '\n';
            out.append(indent, ' ');
            column = indent;
        } else if (!first) {
            out += ' ';
            ++column;
        }
        out += word;
        column += width;
        first = false;
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    }
    out += '\n';
}

// "  --format text|csv|json"
std::string synopsis(const Option& option, Language language) {
    std::string text = "  " + dashed(option);
    if (language == Language::french && option.french != nullptr)
        text.append(", --").append(option.french);
    if (option.words != nullptr)
        text.append(" ").append(translate(option.words, language));
    else if (option.metavar != nullptr)
        text.append(" ").append(translate(option.metavar, language));
    return text;
}

void append_options(std::string& out, const Program& program, Language language) {
    constexpr std::size_t widest_synopsis = 30;
    const std::vector<const Option*> options = all_options(program);
    std::size_t indent = 0;
    for (const Option* option : options)
        indent = std::max(indent, display_width(synopsis(*option, language)) + 2);
    indent = std::min(indent, widest_synopsis);
    std::string_view group;
    for (const Option* option : options) {
        if (group != option->group) {
            group = option->group;
            out.append("\n").append(translate(option->group, language)).append("\n");
        }
        out += synopsis(*option, language);
        const std::size_t column = display_width(synopsis(*option, language));
        if (column + 2 > indent)
            out.append("\n").append(indent, ' ');
        else
            out.append(indent - column, ' ');
        append_wrapped(out, translate(option->help, language), indent, indent);
    }
}

void append_statuses(std::string& out, Language language) {
    constexpr std::array statuses = {tr("done; there may be warnings"), tr("done, and the answer is no"),
                                     tr("wrong arguments or a wrong file; nothing was computed for it"),
                                     tr("a fault of the program, or too little memory"),
                                     tr("the result could not be written")};
    out.append("\n").append(translate(tr("Exit status"), language)).append("\n");
    for (std::size_t status = 0; status < statuses.size(); ++status) {
        out.append("  ").append(std::to_string(status)).append("  ");
        append_wrapped(out, translate(statuses.at(status), language), 5, 5);
    }
}

void append_examples(std::string& out, const Program& program, Language language) {
    if (program.examples.empty())
        return;
    out.append("\n").append(translate(tr("Examples"), language)).append("\n");
    for (const Example& example : program.examples) {
        out.append("  ").append(example.command).append("\n      ");
        append_wrapped(out, translate(example.what, language), 6, 6);
    }
}

// "fr", "fr_FR.UTF-8", "fr@euro"
bool begins_with_language(std::string_view locale, std::string_view language) {
    return locale.starts_with(language) &&
           (locale.size() == language.size() || std::string_view("_-.@").find(locale[2]) != std::string_view::npos);
}

std::optional<Language> language_named(std::string_view word) {
    if (word == "fr")
        return Language::french;
    if (word == "en")
        return Language::english;
    return std::nullopt;
}

}  // namespace

std::optional<Money> amount_from(std::string_view text) {
    for (const AmountResult& result : {parse_bare_amount(text), parse_written_amount(text)}) {
        if (const Money* money = std::get_if<Money>(&result))
            return *money;
    }
    return std::nullopt;
}

std::optional<Message> check_amount(std::string_view value) {
    if (amount_from(value))
        return std::nullopt;
    if (const auto [thousands, cents] = amount_readings_of(value); thousands && cents)
        return Message{tr("\"{value}\" may mean {thousands} or {cents}; write the one that is meant"),
                       {{"value", std::string(value)}, {"thousands", plain(*thousands)}, {"cents", plain(*cents)}}};
    return Message{tr("\"{value}\" is not an amount such as 5000 or -3000.00"), {{"value", std::string(value)}}};
}

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

Format Options::format() const {
    const std::optional<std::string> word = value("format");
    return word == "csv" ? Format::csv : word == "json" ? Format::json : Format::text;
}

CsvDialect Options::csv_dialect() const {
    return value("csv-dialect") == "excel-fr" ? CsvDialect::excel_fr : CsvDialect::rfc4180;
}

Headers Options::headers() const {
    if (const std::optional<std::string> word = value("headers"))
        return *word == "label" ? Headers::labels : Headers::ids;
    return csv_dialect() == CsvDialect::excel_fr ? Headers::labels : Headers::ids;
}

std::optional<Language> Options::language() const {
    return language_named(value("lang").value_or(""));
}

std::optional<Date> Options::as_of() const {
    const std::optional<std::string> word = value("as-of");
    if (!word)
        return std::nullopt;
    return is_today(*word) ? today() : parse_written_date(*word);
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

Options parse(const Program& program, std::span<char*> arguments, Diagnostics& diagnostics) {
    const std::vector<const Option*> options = all_options(program);
    Options result;
    Diagnostics found;
    Checker checker(program, early_language(arguments), found);

    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<CLI::Option*> declared;
    std::transform(options.begin(), options.end(), std::back_inserter(declared),
                   [&](const Option* option) { return declare(app, *option); });

    std::vector<std::string> separate = separated(options, arguments);
    const std::string last = separate.empty() ? std::string() : separate.back();
    std::reverse(separate.begin(), separate.end());  // as CLI11 wants them
    try {
        app.parse(std::move(separate));
    } catch (const CLI::ArgumentMismatch&) {  // the last one lacks its value; all before it has been read
        const Option* option = option_of(options, last);
        if (option == nullptr)
            throw;
        checker.missing_value(*option);
    }

    bool ended = false;
    for (const std::string& rest : app.remaining()) {
        if (!ended && rest == "--")
            ended = true;
        else if (!ended && looks_like_option(rest))
            checker.unknown(rest);
        else
            result.positional_.push_back(rest);
    }
    for (std::size_t i = 0; i < options.size(); ++i) {
        result.given_.push_back({options[i], declared[i]->results()});
        std::vector<std::string>& values = result.given_.back().values;
        checker.values(*options[i], values);
        if (options[i]->words != nullptr)
            for (std::string& value : values)
                value = english_word(*options[i], value).value_or(value);
    }
    const auto alone = std::ranges::find_if(result.given_, [](const Options::Given& given) {
        return given.option->alone.id != nullptr && !given.values.empty();
    });
    if (alone == result.given_.end())
        checker.operands(result.positional_);
    else
        checker.no_operand(*alone->option, result.positional_);
    checker.companions([&](const char* name) { return !result.values(name).empty(); });
    if (!result.flag("help") && !result.flag("version"))
        for (Diagnostic& diagnostic : found.sorted())
            diagnostics.add(std::move(diagnostic));
    return result;
}

std::string help_text(const Program& program, Language language) {
    std::string operand(translate(program.operand, language));
    if (program.most_operands > 1)
        operand += "…";
    const std::vector<const Option*> options = all_options(program);
    if (program.least_operands == 0 ||
        std::ranges::any_of(options, [](const Option* option) { return option->alone.id != nullptr; }))
        operand = '[' + operand + ']';
    std::string out = words({tr("Usage: {program} [options] {operand}"),
                             {{"program", program.name}, {"operand", std::move(operand)}}},
                            language) +
                      "\n\n";
    append_wrapped(out, translate(program.about, language), 0, 0);
    append_options(out, program, language);
    append_statuses(out, language);
    append_examples(out, program, language);
    return out;
}

std::optional<Language> language_option(std::span<char*> arguments) {
    constexpr std::string_view option = "--lang";
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--")
            break;
        if (argument == option && i + 1 < arguments.size())
            return language_named(arguments[i + 1]);
        if (argument.starts_with(option) && argument.substr(option.size()).starts_with('='))
            return language_named(argument.substr(option.size() + 1));
    }
    return std::nullopt;
}

std::optional<Language> language_of_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0')
            continue;
        if (begins_with_language(value, "fr"))
            return Language::french;
        if (begins_with_language(value, "en"))
            return Language::english;
        break;
    }
    return std::nullopt;
}

Language early_language(std::span<char*> arguments) {
    if (const std::optional<Language> asked = language_option(arguments))
        return *asked;
    return language_of_locale().value_or(Language::french);
}

Date today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    if (localtime_r(&now, &local) == nullptr)
        throw std::runtime_error("the clock has no date");
    const std::optional<Date> date =
        Date::make(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon) + 1, static_cast<unsigned>(local.tm_mday));
    if (!date)
        throw std::runtime_error("the clock is outside 1900-2199");
    return *date;
}

}  // namespace msp::app
