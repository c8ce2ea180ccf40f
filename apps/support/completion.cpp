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

// The first sentence of what it is for.
std::string purpose(const Option& option, Language language) {
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
                candidates = "-W \"" + both_languages(*option) + "\"";
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

std::string zsh(const Program& program, Language language) {
    std::string out = "#compdef " + std::string(program.name) + "\n_arguments -S";
    for (const Option* option : all_options(program)) {
        const std::string about = escaped(purpose(*option, language), "[]\\");
        std::string value;
        if (!option->is_flag())
            value = ":" + escaped(option->metavar == nullptr ? "" : translate(option->metavar, language), ":\\") + ":";
        switch (value_of(*option)) {
            case Value::none:
            case Value::free:
                break;
            case Value::word:
                value += "(" + both_languages(*option) + ")";
                break;
            case Value::file:
                value += "_files";
                break;
            case Value::folder:
                value += "_files -/";
                break;
        }
        for (const std::string& name : names_of(*option)) {
            std::string one = option->repeatable ? "*--" : "--";
            one.append(name).append(option->is_flag() ? "" : "=").append("[").append(about).append("]").append(value);
            out.append(" \\\n    ").append(in_quotes(one));
        }
    }
    return out + " \\\n    '*:" + escaped(translate(program.operand, language), ":\\") + ":_files'\n";
}

std::string fish(const Program& program, Language language) {
    std::string out;
    for (const Option* option : all_options(program)) {
        for (const std::string& name : names_of(*option)) {
            out.append("complete -c ").append(program.name).append(" -l ").append(name);
            switch (value_of(*option)) {
                case Value::none:
                    break;
                case Value::word:
                    out.append(" -x -a ").append(in_quotes(both_languages(*option)));
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

}  // namespace

std::string completion_text(const Program& program, std::string_view shell, Language language) {
    if (shell == "zsh")
        return zsh(program, language);
    return shell == "fish" ? fish(program, language) : bash(program);
}

}  // namespace msp::app
