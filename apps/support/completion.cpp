// SPDX-License-Identifier: MIT
#include <support/completion.hpp>
#include <support/option_words.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace msp::app {
namespace {

// What stands for the value of an option: the shell knows files and folders.
enum class Value : std::uint8_t { none, word, file, folder, free };

Value value_of(const Option& option) {
    if (option.is_flag())
        return Value::none;
    if (option.words != nullptr)
        return Value::word;
    const std::string_view metavar = option.metavar;
    if (metavar == "DIR")
        return Value::folder;
    return metavar.starts_with("FILE") ? Value::file : Value::free;
}

std::vector<std::string> names_of(const Option& option) {
    std::vector<std::string> names = {option.name};
    if (option.french != nullptr)
        names.emplace_back(option.french);
    return names;
}

// "text csv json texte"
std::string both_languages(const Option& option) {
    std::vector<std::string_view> words = words_of(option, Language::english);
    for (const std::string_view word : words_of(option, Language::french)) {
        if (std::ranges::find(words, word) == words.end())
            words.push_back(word);
    }
    std::string joined;
    for (const std::string_view word : words)
        joined.append(joined.empty() ? "" : " ").append(word);
    return joined;
}

// What it is for, in a line: the first sentence, where nothing shorter is given.
std::string purpose(const Option& option, Language language) {
    if (option.brief != nullptr)
        return std::string(translate(option.brief, language));
    const std::string_view help = translate(option.help, language);
    return std::string(help.substr(0, help.find(". ")));
}

// With a backslash before each of them.
std::string escaped(std::string_view text, std::string_view characters) {
    std::string out;
    for (const char c : text) {
        if (characters.find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

// In single quotes, where a shell takes nothing for its own but the quote.
std::string in_quotes(std::string_view text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? "'\\''" : std::string(1, c);
    return out + "'";
}

// "_msp_forecast"
std::string function_of(const Program& program) {
    std::string name = "_" + std::string(program.name);
    std::ranges::replace(name, '-', '_');
    return name;
}

std::string bash(const Program& program) {
    const std::string function = function_of(program);
    std::string cases;
    std::string all;
    for (const Option* option : all_options(program)) {
        std::string pattern;
        for (const std::string& name : names_of(*option)) {
            all.append(all.empty() ? "" : " ").append("--").append(name);
            pattern.append(pattern.empty() ? "" : " | ").append("--").append(name);
        }
        std::string candidates;  // what compgen is asked for; nothing for a free value
        switch (value_of(*option)) {
            case Value::none:
                continue;
            case Value::word:
                candidates = "-W \"" + both_languages(*option) + (option->bare != nullptr ? "\" -f" : "\"");
                break;
            case Value::file:
                candidates = "-f";
                break;
            case Value::folder:
                candidates = "-d";
                break;
            case Value::free:
                break;
        }
        cases.append("    ").append(pattern).append(")");
        if (!candidates.empty())
            cases.append(" COMPREPLY=($(compgen ").append(candidates).append(" -- \"$word\"));");
        cases += " return ;;\n";
    }
    // Bash takes "--format=csv" for three words.
    std::string out = function + "() {\n    local word=$2 option=$3\n    COMPREPLY=()\n";
    out += "    [[ $word == = ]] && word=\n";
    out += "    if [[ $option == = ]]; then option=${COMP_WORDS[COMP_CWORD - 2]}; fi\n";
    out += "    if [[ ${COMP_WORDS[COMP_CWORD]} == = ]]; then option=${COMP_WORDS[COMP_CWORD - 1]}; fi\n";
    out.append("    case $option in\n").append(cases).append("    esac\n");
    out += "    if [[ $word == -* ]]; then\n        COMPREPLY=($(compgen -W \"" + all + "\" -- \"$word\"))\n";
    out += "    else\n        COMPREPLY=($(compgen -f -- \"$word\"))\n    fi\n}\n";
    return out + "complete -o filenames -F " + function + " " + program.name + "\n";
}

// Whether the locale speaks English, asked as the programs ask it.
constexpr const char* zsh_english = "[[ ${LC_ALL:-${LC_MESSAGES:-${LANG-}}} == en(|[-_.@]*) ]]";
constexpr const char* fish_locale =
    "set -l locale \"$LC_ALL\"\ntest -n \"$locale\"; or set locale \"$LC_MESSAGES\"\n"
    "test -n \"$locale\"; or set locale \"$LANG\"\n";
constexpr const char* fish_english = "en 'en_*' 'en.*' 'en-*' 'en@*'";

// What stands for the value has to be called something: an empty name would make the value one that may be left out.
std::string zsh_value(const Option& option, Language language) {
    const char* const name = option.metavar == nullptr ? option.name : option.metavar;
    std::string value = option.bare == nullptr ? ":" : "::";
    value.append(escaped(translate(name, language), ":\\")).append(":");
    switch (value_of(option)) {
        case Value::none:
            return {};
        case Value::free:
            return value;
        case Value::word:
            return value + "(" + both_languages(option) + ")";
        case Value::file:
            return value + "_files";
        case Value::folder:
            break;
    }
    return value + "_files -/";
}

std::string zsh_arguments(const Program& program, Language language) {
    std::string out = "_arguments -S";
    for (const Option* option : all_options(program)) {
        const std::string about = escaped(purpose(*option, language), "[]\\");
        for (const std::string& name : names_of(*option)) {
            std::string one = option->repeatable ? "*--" : "--";
            one.append(name).append(option->is_flag() ? "" : "=");
            one.append("[").append(about).append("]").append(zsh_value(*option, language));
            out.append(" \\\n    ").append(in_quotes(one));
        }
    }
    return out + " \\\n    '*:" + escaped(translate(program.operand, language), ":\\") + ":_files'\n";
}

std::string zsh(const Program& program, std::optional<Language> language) {
    const std::string head = "#compdef " + std::string(program.name) + "\n";
    if (language)
        return head + zsh_arguments(program, *language);
    return head + "if " + zsh_english + "; then\n" + zsh_arguments(program, Language::english) + "else\n" +
           zsh_arguments(program, Language::french) + "fi\n";
}

// Each with an empty description: fish puts that of the option beside every word that has none.
std::string fish_words(const Option& option) {
    std::string out;
    for (const char c : both_languages(option))
        out += c == ' ' ? "\\t " : std::string(1, c);
    return in_quotes(out + "\\t");
}

std::string fish_lines(const Program& program, Language language) {
    std::string out;
    for (const Option* option : all_options(program)) {
        for (const std::string& name : names_of(*option)) {
            out.append("complete -c ").append(program.name).append(" -l ").append(name);
            switch (value_of(*option)) {
                case Value::none:
                    break;
                case Value::word:
                    out.append(option->bare == nullptr ? " -x -a " : " -r -F -a ").append(fish_words(*option));
                    break;
                case Value::file:
                    out += " -r -F";
                    break;
                case Value::folder:
                    out += " -x -a '(__fish_complete_directories)'";
                    break;
                case Value::free:
                    out += " -x";
                    break;
            }
            // In fish a backslash escapes within quotes too.
            out.append(" -d '").append(escaped(purpose(*option, language), "'\\")).append("'\n");
        }
    }
    return out;
}

std::string fish(const Program& program, std::optional<Language> language) {
    if (language)
        return fish_lines(program, *language);
    return std::string(fish_locale) + "switch \"$locale\"\ncase " + fish_english + "\n" +
           fish_lines(program, Language::english) + "case '*'\n" + fish_lines(program, Language::french) + "end\n";
}

}  // namespace

std::string completion_text(const Program& program, std::string_view shell, std::optional<Language> language) {
    if (shell == "zsh")
        return zsh(program, language);
    return shell == "fish" ? fish(program, language) : bash(program);
}

}  // namespace msp::app
