// SPDX-License-Identifier: MIT
#include <msp/report/text_style.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace msp;

TEST_CASE("lines are broken between words, a longer word stands alone") {
    CHECK(lines_within("one two three", 0) == std::vector<std::string>{"one two three"});
    CHECK(lines_within("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(lines_within("one two three", 7, 2) == std::vector<std::string>{"one two", "  three"});
    CHECK(lines_within("extraordinarily long", 7) == std::vector<std::string>{"extraordinarily", "long"});
    CHECK(lines_within("12\u202f345,67\u00a0€ net", 12) == std::vector<std::string>{"12\u202f345,67\u00a0€", "net"});
    CHECK(lines_within("crises graves : plan", 13) == std::vector<std::string>{"crises", "graves : plan"});
    CHECK(lines_within("crises graves :", 13) == std::vector<std::string>{"crises", "graves :"});
    CHECK(lines_within("les « mots » cités", 8) == std::vector<std::string>{"les", "« mots »", "cités"});
    CHECK(lines_within("", 7) == std::vector<std::string>{""});
}

TEST_CASE("later lines are indented, and the first is not broken before its text") {
    CHECK(wrapped("- one two three", 2, 9) == "- one two\n  three\n");
    CHECK(wrapped("Name  extraordinarily", 6, 10) == "Name  extraordinarily\n");
    CHECK(wrapped("one two", 0, 0) == "one two\n");
}

TEST_CASE("a heading is broken on a terminal, each of its lines strong, and whole in a file") {
    const TextStyle terminal = {Language::english, 12, true, Bars::none};
    CHECK(heading("one two three four", terminal) == "\x1b[1mone two\x1b[0m\n\x1b[1mthree four\x1b[0m\n");
    CHECK(heading("one two three four", {Language::english}) == "one two three four\n");
}

TEST_CASE("named lines stand in two columns") {
    CHECK(named_lines({{"Advance", "one two three"}, {"Due", "four"}}, 17) ==
          "Advance  one two\n"
          "         three\n"
          "Due      four\n");
}

TEST_CASE("no function of a line lets a line feed or a command of the user's through") {
    const std::string name = "a\x1b[31m\nb";
    const std::string shown = R"(a\x1b[31m\x0ab)";
    const TextStyle style{Language::english, 0, false};
    CHECK(tell({"{name}", {{"name", name}}}, style) == shown);
    CHECK(heading(name, style) == shown + '\n');
    CHECK(wrapped("- " + name, 2, 0) == "- " + shown + '\n');
    CHECK(named_lines({{name, name}, {"b", "c"}}, 0) == shown + "  " + shown + "\nb" + std::string(15, ' ') + "c\n");
}

TEST_CASE("the last door lets only our own codes and line feeds through") {
    CHECK(for_terminal("a\n\tb é\u202f€", false) == "a\n\tb é\u202f€");
    CHECK(for_terminal("\x1b[1ma\x1b[0m\x1b[31mb\x1b[2mc", true) == "\x1b[1ma\x1b[0m\x1b[31mb\x1b[2mc");
    CHECK(for_terminal("\x1b[1ma", false) == R"(\x1b[1ma)");
    CHECK(for_terminal("\x1b[2J\x1b", true) == R"(\x1b[2J\x1b)");
    CHECK(for_terminal("\r\u0085\u202e\u2069\u061c\x7f\xff", true) == R"(\x0d\u0085\u202e\u2069\u061c\x7f\xff)");
    CHECK(for_terminal("", true).empty());
}

TEST_CASE("a short day is written as its reader does") {
    const Date day = Date::make(2026, 4, 5).value();
    CHECK(short_day(day, {Language::french, 0, false}) == "05/04/2026");
    CHECK(short_day(day, {Language::english, 0, false}) == "2026-04-05");
}

TEST_CASE("a text is cut at a character, with an ellipsis for what is left out") {
    CHECK(cut_to("été", 3) == "été");
    CHECK(cut_to("étés", 3) == "ét…");
    CHECK(cut_to("漢字かな", 4) == "漢…");  // two columns each
    CHECK(cut_to("a\nb", 9) == "a\\x0ab");
}
