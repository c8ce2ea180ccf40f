// SPDX-License-Identifier: MIT
#include <msp/read/file.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

using namespace msp;
using namespace std::string_literals;

namespace {

// A file of its own, removed at the end.
class Scratch {
 public:
    explicit Scratch(std::string_view text)
        : path_(std::filesystem::temp_directory_path() / ("msp-file-test-" + std::to_string(::getpid()))) {
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~Scratch() { std::filesystem::remove(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] std::string path() const { return path_.string(); }

 private:
    std::filesystem::path path_;
};

// The only diagnostic's id, "" for none.
std::string problem(const Diagnostics& diagnostics) {
    const auto all = diagnostics.sorted();
    REQUIRE(all.size() <= 1);
    return all.empty() ? "" : all.front().id;
}

std::string problem_of(const std::string& path) {
    Sources sources;
    Diagnostics diagnostics;
    const auto source = load(sources, path, diagnostics);
    CHECK(source.has_value() == !diagnostics.has_errors());
    return problem(diagnostics);
}

}  // namespace

TEST_CASE("a file is kept under the name that was typed") {
    const Scratch file("a = 1\r\n\u00e9");
    Sources sources;
    Diagnostics diagnostics;
    const auto source = load(sources, file.path(), diagnostics);
    REQUIRE(source);
    CHECK(sources.name(*source) == file.path());
    CHECK(sources.text(*source) == "a = 1\r\n\u00e9");
    CHECK(problem(diagnostics).empty());
}

TEST_CASE("an empty file is a text") {
    CHECK(problem_of("/dev/null").empty());
}

TEST_CASE("a dash reads standard input") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    REQUIRE(::write(ends[1], "a = 1", 5) == 5);
    ::close(ends[1]);
    const int kept = ::dup(STDIN_FILENO);
    ::dup2(ends[0], STDIN_FILENO);
    Sources sources;
    Diagnostics diagnostics;
    const auto source = load(sources, "-", diagnostics);
    ::dup2(kept, STDIN_FILENO);
    ::close(kept);
    ::close(ends[0]);
    REQUIRE(source);
    CHECK(sources.name(*source) == "-");
    CHECK(sources.text(*source) == "a = 1");
}

TEST_CASE("what cannot be read is said by its reason") {
    CHECK(problem_of("/nowhere/budget.toml") == "file.missing");
    CHECK(problem_of("/dev/null/budget.toml") == "file.missing");
    CHECK(problem_of("") == "file.missing");
    CHECK(problem_of("/tmp") == "file.folder");
    CHECK(problem_of("/proc/self/mem") == "file.unreadable");  // its first page is nobody's: EIO
}

TEST_CASE("no more than the largest file is read") {
    const Scratch file(std::string(largest_file, '#'));
    CHECK(problem_of(file.path()).empty());
    std::ofstream(file.path(), std::ios::app) << '#';
    CHECK(problem_of(file.path()) == "file.size");
    CHECK(problem_of("/dev/zero") == "file.size");  // has no end
}

TEST_CASE("byte order marks are dropped from the beginning, and only there") {
    Sources sources;
    Diagnostics diagnostics;
    const std::string mark = "\xef\xbb\xbf";
    const auto source = load_text(sources, "a", mark + mark + "x" + mark, diagnostics);
    REQUIRE(source);
    CHECK(sources.text(*source) == "x" + mark);
}

TEST_CASE("a byte that is no part of a UTF-8 character is shown where it stands") {
    struct Row {
        std::string text;
        std::size_t at;  // of the first such byte
        std::string help;
    };
    const std::string save = "save the file as UTF-8";
    const auto windows = [](const std::string& character) {
        return "the file looks like Windows-1252, where this byte is \"" + character + "\": save it as UTF-8";
    };
    // RFC 3629, section 3: the shortest form only, no surrogates, nothing beyond U+10FFFF.
    const Row rows[] = {
        {"libell\xe9 = 1", 6, windows("\u00e9")},
        {"12 \x80", 3, windows("\u20ac")},   // the euro sign of Windows-1252
        {"c\x9cur", 1, windows("\u0153")},   // oe
        {"a\x81", 1, save},                  // no character of Windows-1252
        {"\u00e9 \xe9", 3, save},            // UTF-8 before it: a mixed file
        {"a\xc3", 1, windows("\u00c3")},     // cut off at the end
        {"a\xe2\x82", 1, save},              // cut off in the middle
        {"a\xc0\xaf", 1, save},              // overlong /
        {"a\xe0\x80\xaf", 1, save},          // overlong /
        {"a\xed\xa0\x80", 1, save},          // U+D800
        {"a\xf4\x90\x80\x80", 1, save},      // U+110000
        {"a\xf8\x88\x80\x80\x80", 1, save},  // five bytes
        {"01234567\u00e9\xff"
         "01234567",
         10, save},
        {"a\xe9\nb" + "\0"s, 1, windows("\u00e9")},  // before the NUL
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        Sources sources;
        Diagnostics diagnostics;
        CHECK_FALSE(load_text(sources, "a.toml", row.text, diagnostics));
        REQUIRE(problem(diagnostics) == "file.utf8");
        const Diagnostic found = diagnostics.sorted().front();
        CHECK(found.span.begin == row.at);
        CHECK(found.span.end == row.at + 1);
        REQUIRE(found.help);
        CHECK(words(*found.help, Language::english) == row.help);
    }
}

TEST_CASE("the message names the byte in hexadecimal") {
    Sources sources;
    Diagnostics diagnostics;
    CHECK_FALSE(load_text(sources, "a.toml", "x\n  \xe9t\xe9", diagnostics));
    const Diagnostic found = diagnostics.sorted().front();
    CHECK(words(found.message, Language::english) == "the byte 0xE9 is no part of a UTF-8 character");
    CHECK(sources.place(found.span) == "a.toml:2:3");
}

TEST_CASE("every character of UTF-8 is taken") {
    Sources sources;
    Diagnostics diagnostics;
    // The first and the last of each length.
    CHECK(load_text(sources, "a", "\x01\x7f\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff", diagnostics));
    CHECK(problem(diagnostics).empty());
}

TEST_CASE("a NUL byte is no text") {
    Sources sources;
    Diagnostics diagnostics;
    CHECK_FALSE(load_text(sources, "a", "a = 1\n\0b"s, diagnostics));
    CHECK(problem(diagnostics) == "file.nul");
    CHECK(diagnostics.sorted().front().span.begin == 6);
    for (const std::string& text : {"\0"s, "a\0"s, "a\0b"s, "a\0\0\0"s, "\0\0\0\0"s, "a\0bc"s}) {
        CAPTURE(text);
        Diagnostics found;
        CHECK_FALSE(load_text(sources, "a", text, found));
        CHECK(problem(found) == "file.nul");
    }
}

TEST_CASE("UTF-16 is recognised, with and without its mark") {
    for (const std::string& text : {"\xff\xfe"s, "\xfe\xff\0a"s, "a\0 \0"s, "\0a\0 "s}) {
        CAPTURE(text);
        Sources sources;
        Diagnostics diagnostics;
        CHECK_FALSE(load_text(sources, "a", text, diagnostics));
        CHECK(problem(diagnostics) == "file.utf16");
    }
}

TEST_CASE("a mapped file has the bytes of the file, whatever they are") {
    const std::string bytes =
        "\xef\xbb\xbf"
        "a\0\xff\r\n"s;
    const Scratch file(bytes);
    Sources sources;
    Diagnostics diagnostics;
    const auto source = map_file(sources, file.path(), diagnostics);
    REQUIRE(source);
    CHECK(sources.text(*source) == bytes);
    CHECK(sources.name(*source) == file.path());
    CHECK(sources.all().size() == 1);
}

TEST_CASE("an empty file is mapped as one, and what is no file is refused") {
    const Scratch empty("");
    Sources sources;
    Diagnostics diagnostics;
    const auto source = map_file(sources, empty.path(), diagnostics);
    REQUIRE(source);
    CHECK(sources.text(*source).empty());
    CHECK_FALSE(map_file(sources, empty.path() + ".absent", diagnostics));
    CHECK(problem(diagnostics) == "file.missing");
    Diagnostics folder;
    CHECK_FALSE(map_file(sources, "/", folder));
    CHECK(problem(folder) == "file.folder");
}
