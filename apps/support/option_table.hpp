// SPDX-License-Identifier: MIT
// What a program's tables say of its options: their words, which go together, and which have no effect on an answer.
#pragma once

#include <msp/diag/message.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace msp::app {

// Heads of --help; a program may add its own. English texts marked by tr(), like every text of these tables.
inline constexpr const char* question_group = tr("What is asked");
inline constexpr const char* reading_group = tr("What is read");
inline constexpr const char* writing_group = tr("How the answer is written");
inline constexpr const char* other_group = tr("Other");

// What is said, {operand} filled in, where an option that reads nothing is given with an operand.
struct ReadsNothing {
    const char* id = nullptr;
    const char* text = nullptr;
    std::array<const char*, 7> with = {};  // the options that have an effect on it, beside those on every answer
};

struct Option {
    const char* name;  // without the dashes
    const char* help;
    const char* group;
    const char* metavar = nullptr;  // stands for a free value; an option with neither this nor words is a flag
    const char* words = nullptr;    // "text|csv|json": the only values; with tr() also as in the catalogue
    bool repeatable = false;
    ReadsNothing alone = {};  // where it has an id: the option needs no operand
    // What is wrong with a value, if anything.
    std::optional<Message> (*check)(std::string_view value) = nullptr;
    const char* french = nullptr;  // a second name, of an option with a value
    const char* bare = nullptr;    // the word that it means without a value
    const char* brief = nullptr;   // what it is for in a line, where `help` tells what each word means

    [[nodiscard]] constexpr bool is_called(std::string_view typed) const {
        return typed == name || (french != nullptr && typed == french);
    }
    [[nodiscard]] constexpr bool is_flag() const { return metavar == nullptr && words == nullptr; }
};

class Options;

// An option that means nothing without one of others.
struct Companion {
    const char* id;  // of the error
    const char* option;
    std::array<const char*, 6> others;  // the later ones may be null
};

// An option that asks for what has no amounts in whole units, and why, as the end of a sentence.
struct NotRounded {
    const char* option;
    const char* why;
};

// An option that has no effect on the answer to what is asked: it is refused.
struct Unused {
    const char* option;
    bool (*is)(const Options& given);
    const char* why;  // with {option}, and {question} as the program calls what is asked
    const char* help = tr("leave one of them out");
};

struct Example {
    const char* command;
    const char* what;
};

struct Program {
    static constexpr std::size_t any_number = static_cast<std::size_t>(-1);

    const char* name;   // "msp-forecast"
    const char* about;  // a sentence or two
    const char* operand = tr("BUDGET");
    std::size_t least_operands = 1;
    std::size_t most_operands = any_number;
    // Whether these options ask for one table of all operands, for which --output may name a file.
    bool (*one_table)(const Options& options) = nullptr;
    // Whether they ask for an answer to the first operand, for which the others are read.
    bool (*one_answer)(const Options& options) = nullptr;
    // The format where none is asked for, if it is another than text.
    const char* (*usual_format)(const Options& options) = nullptr;
    std::span<const Option> options = {};  // its own; one with the name of a common option stands in its place
    std::span<const Companion> companions = {};
    std::span<const char* const> questions = {};  // of these options one is asked at a time
    std::span<const NotRounded> not_rounded = {};
    std::span<const Unused> unused = {};
    std::string (*question)(const Options& options) = nullptr;  // what is asked, in the words of the options
    std::span<const Example> examples = {};
};

}  // namespace msp::app
