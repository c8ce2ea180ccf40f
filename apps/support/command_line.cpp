// SPDX-License-Identifier: MIT
// The only source that includes CLI11, which takes longer to compile than any other.
#include <msp/diag/listed.hpp>
#include <support/environment.hpp>
#include <support/option_words.hpp>
#include <support/options.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <unistd.h>
#include <utility>

namespace msp::app {
namespace {

// What CLI11 notes for a flag, so that "--check=true" is told from "--check".
constexpr const char* given_flag = "given";

// The option that "--name" or "--name=value" speaks of.
const Option* option_of(const std::vector<const Option*>& options, std::string_view argument) {
    if (!argument.starts_with("--"))
        return nullptr;
    const std::string_view name = argument.substr(2, argument.find('=') - 2);
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const Option* option) { return option->is_called(name); });
    return found == options.end() ? nullptr : *found;
}

// Whether "--pack" stands alone, and what follows is none of its words.
bool is_bare(const Option& option, std::string_view argument, std::string_view next) {
    return option.bare != nullptr && argument.find('=') == std::string_view::npos && !english_word(option, next);
}

// Whether what follows "--pack" was meant for one of its words: it is neither an option nor a file that is there, nor
// looks like one.
bool is_mistyped(const std::string& next) {
    return !next.empty() && next.front() != '-' && next.find_first_of("./") == std::string::npos &&
           access(next.c_str(), F_OK) != 0;
}

struct Mistyped {
    const Option* option;
    std::string word;
};

// CLI11 would take what follows "--output=" for its value, and what follows "--pack". An empty argument of its own says
// the same and is not lost. A word that is `mistyped` is no operand.
std::vector<std::string> separated(const std::vector<const Option*>& options, std::span<char*> arguments,
                                   std::vector<Mistyped>& mistyped) {
    std::vector<std::string> separate;
    bool ended = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        ended = ended || argument == "--";
        const Option* option = ended ? nullptr : option_of(options, argument);
        const bool open = option != nullptr && !option->is_flag() && argument.find('=') == argument.size() - 1;
        separate.emplace_back(argument.substr(0, argument.size() - (open ? 1 : 0)));
        if (open)
            separate.emplace_back();
        const std::string next = i + 1 < arguments.size() ? arguments[i + 1] : "";
        if (option == nullptr || !is_bare(*option, argument, next))
            continue;
        separate.emplace_back(option->bare);
        if (is_mistyped(next)) {
            mistyped.push_back({option, next});
            ++i;
        }
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
                                {{"option", named(option)}, {"n", static_cast<std::int64_t>(values.size())}}});
        for (const std::string& value : values)
            one_value(option, value);
    }

    void no_word_nor_file(const Mistyped& found) {
        diagnostics_.error("option.word",
                           {tr("\"{value}\" is neither a value of {option} nor a file; {option} takes one of: {words}"),
                            {{"value", found.word},
                             {"option", named(*found.option)},
                             {"words", listed_words(*found.option, language_)}}},
                           {}, did_you_mean(found.word, words_of(*found.option, language_)));
    }

    void missing_value(const Option& option) {
        const Argument wanted =
            option.words != nullptr ? Argument(listed_words(option, language_)) : Argument(Term{option.metavar});
        diagnostics_.error("option.value-missing",
                           {tr("{option} needs a value: {wanted}"), {{"option", named(option)}, {"wanted", wanted}}});
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
            std::vector<std::string> names;
            for (const char* other : others) {
                if (other != nullptr)
                    names.push_back("--" + said(other));
            }
            const auto asked_for = [&](const char* other) { return other != nullptr && given(other); };
            if (!given(option) || std::ranges::any_of(others, asked_for))
                continue;
            const std::string last = names.back();
            names.pop_back();
            if (names.empty())
                diagnostics_.error(id,
                                   {tr("--{option} goes with {other}"), {{"option", said(option)}, {"other", last}}});
            else
                diagnostics_.error(id, {tr("--{option} goes with {list} or {other}"),
                                        {{"option", said(option)}, {"list", listed(names)}, {"other", last}}});
        }
        std::vector<const char*> asked;
        std::ranges::copy_if(program_.questions, std::back_inserter(asked), given);
        if (asked.size() > 1)
            diagnostics_.error("option.two-questions",
                               {tr("--{one} and --{other} are two questions; ask one at a time"),
                                {{"one", said(asked[0])}, {"other", said(asked[1])}}});
    }

 private:
    void one_value(const Option& option, const std::string& value) {
        if (option.is_flag()) {
            if (value != given_flag)
                diagnostics_.error("option.value-extra", {tr("{option} takes no value, but \"{value}\" is given"),
                                                          {{"option", named(option)}, {"value", value}}});
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
                            {{"value", value}, {"option", named(option)}, {"words", listed_words(option, language_)}}},
                           {}, did_you_mean(value, words_of(option, language_)));
    }

    [[nodiscard]] std::string said(std::string_view option) const { return spoken(options_, option, language_); }
    [[nodiscard]] std::string named(const Option& option) const { return "--" + said(option.name); }

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

}  // namespace

Options parse(const Program& program, std::span<char*> arguments, Diagnostics& diagnostics) {
    const std::vector<const Option*> options = all_options(program);
    Options result;
    result.reader_ = early_language(arguments);
    Diagnostics found;
    Checker checker(program, result.reader_, found);

    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<CLI::Option*> declared;
    std::transform(options.begin(), options.end(), std::back_inserter(declared),
                   [&](const Option* option) { return declare(app, *option); });

    std::vector<Mistyped> mistyped;
    std::vector<std::string> separate = separated(options, arguments, mistyped);
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

    for (const Mistyped& found_one : mistyped)
        checker.no_word_nor_file(found_one);
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
    const auto format = std::ranges::find_if(
        result.given_, [](const Options::Given& given) { return given.option->is_called("format"); });
    if (const char* usual = program.usual_format == nullptr ? nullptr : program.usual_format(result);
        usual != nullptr && format->values.empty())
        format->values.emplace_back(usual);
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

}  // namespace msp::app
