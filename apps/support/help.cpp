// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <support/option_words.hpp>
#include <support/options.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace msp::app {
namespace {

constexpr std::size_t line_width = 80;

void append_wrapped(std::string& out, std::string_view text, std::size_t column, std::size_t indent) {
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
    if (option.bare != nullptr)
        text.append(" [").append(translate(option.words, language)).append("]");
    else if (option.words != nullptr)
        text.append(" ").append(translate(option.words, language));
    else if (option.metavar != nullptr)
        text.append(" ").append(translate(option.metavar, language));
    return text;
}

// Broken behind a bar where the words are more than a line.
void append_synopsis(std::string& out, std::string_view text) {
    const std::size_t indent = text.rfind(' ') + 1;
    std::size_t column = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('|', begin), text.size() - 1) + 1;
        const std::string_view piece = text.substr(begin, end - begin);
        const std::size_t width = display_width(piece);
        if (column + width > line_width && begin > indent) {
            out += '\n';
            out.append(indent, ' ');
            column = indent;
        }
        out += piece;
        column += width;
        begin = end;
    }
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
        append_synopsis(out, synopsis(*option, language));
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
    const std::vector<const Option*> options = all_options(program);
    for (const Example& example : program.examples) {
        out.append("  ").append(spoken_command(options, example.command, language)).append("\n      ");
        append_wrapped(out, translate(example.what, language), 6, 6);
    }
}

}  // namespace

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

}  // namespace msp::app
