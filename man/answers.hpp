// SPDX-License-Identifier: MIT
// The JSON answers of the programs, described once: their JSON Schemas and msp-json(5) are written from here, and the
// test architecture/answers holds what the programs write against it.
#pragma once

#include <iosfwd>
#include <manual.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace msp::manual {

// How a value is written. What each of them means to a reader stands in answer_forms.cpp.
enum class Form {
    amount,
    decimal,
    whole,
    exact,
    date,
    month_day,
    period,
    year,
    text,
    id,
    flag,
    word,
    hash,
    option,  // true, or a list of texts
    object,
};

// Whether a member always has a value, and what stands there where it has none.
enum class Given {
    always,
    or_null,
    or_empty,  // an empty text
    or_absent,
    alternative,  // of an object's alternatives one is there and the others are absent
};

struct Member {
    std::string name;  // of the names that `pattern` allows: what a reader calls them
    Form form;
    Phrase about;
    Given given = Given::always;
    bool list = false;
    std::vector<std::string_view> of = {};  // the words, or the objects of which it is one
    const char* pattern = nullptr;          // any number of members with such names
};

// Members stand in an answer in this order.
struct Object {
    const char* name;
    Phrase about;
    std::vector<Member> members;
};

struct Answers {
    const char* program;
    Phrase title;
    std::vector<std::string_view> whole;  // the objects that are answers; where several files are read, each is one
    std::vector<Object> objects;          // these, and what they are made of
};

[[nodiscard]] const Answers& forecast_answers();
[[nodiscard]] const Answers& aci_answers();
[[nodiscard]] const Answers& charges_answers();
[[nodiscard]] const Answers& coordinator_answers();
[[nodiscard]] const Answers& actuals_answers();
// What all have: a list that --list prints, the receipt, the steps of an explanation, a file with errors.
[[nodiscard]] const std::vector<Object>& common_objects();
// What several have: the movements that --explain shows.
[[nodiscard]] std::vector<Object> explained_movements();
// The second of them alone.
[[nodiscard]] Object explained_movement();

// Draft 2020-12, of the answers of one program.
void write_answer_schema(std::ostream& out, const Answers& answers);
// The objects as items of a manual page.
[[nodiscard]] std::string objects_in_roff(const std::vector<Object>& objects, Language language);

}  // namespace msp::manual
