// SPDX-License-Identifier: MIT
#include <support/run.hpp>

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <new>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <sys/wait.h>
#include <tests/support/folder.hpp>
#include <unistd.h>
#include <vector>

using msp::app::Context;
using msp::app::Format;
using msp::app::Program;
using msp::app::Status;
using msp::test::content;
using msp::test::Folder;
namespace fs = std::filesystem;

namespace {

constexpr Program toy_program{.name = "msp-toy", .about = "A toy."};

msp::Diagnostic diagnostic(Context& context, msp::Severity severity, const char* text) {
    msp::Diagnostic one;
    one.severity = severity;
    one.message = {text, {}};
    one.span = {context.sources.add(context.path, "x = 1\n"), 0, 1};
    return one;
}

void write_answer(const Context& context) {
    switch (context.options.format()) {
        case Format::text:
            context.sink("answer for " + context.path + "\n");
            return;
        case Format::csv:
            if (context.heading)
                context.sink(context.several ? "file,x\n" : "x\n");
            context.sink((context.several ? context.path + "," : "") + "1\n");
            return;
        case Format::json:
            context.sink("{\n  \"x\": 1\n}\n");
            return;
        case Format::html:
        case Format::ics:
        case Format::xlsx:
            context.sink("<p>" + context.path + "</p>\n");
            return;
    }
}

// What an operand is called decides what happens with it.
Status toy(Context& context) {
    const std::string name = fs::path(context.path).stem();
    if (name == "french")
        context.speak(msp::Language::french);
    if (name == "bad" || name == "throws" || name == "fault" || name == "memory")
        context.sink("half an answer\n");
    if (name == "throws")
        throw msp::Error(diagnostic(context, msp::Severity::error, "no answer"));
    if (name == "fault")
        throw std::logic_error("a broken promise");
    if (name == "memory")
        throw std::bad_alloc();
    if (name == "bad")
        context.diagnostics.add(diagnostic(context, msp::Severity::error, "wrong"));
    if (name == "odd")
        context.diagnostics.add(diagnostic(context, msp::Severity::warning, "odd"));
    for (std::size_t i = 0; name == "many" && i < msp::Diagnostics::limit + 2; ++i)
        context.diagnostics.add(diagnostic(context, msp::Severity::error, "wrong"));
    if (name == "big")
        context.sink(std::string(3 * msp::app::Output::held_back, 'x'));
    if (name != "bad")
        write_answer(context);
    return name == "no" ? Status::answer_is_no : Status::done;
}

Status answer(msp::app::Run& run) {
    return run.each(toy);
}

struct Outcome {
    int status = -1;  // 128 + the signal that ended it
    std::string out;
    std::string err;
};

// A process of its own, since standard output and error are part of what is tested. `prepare` runs in it, before.
Outcome outcome(
    std::vector<std::string> arguments, const std::function<void()>& prepare = [] {}) {
    const Folder folder;
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        for (const int file : {STDOUT_FILENO, STDERR_FILENO}) {
            const int opened = open(folder.file(std::to_string(file)).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
            dup2(opened, file);
            close(opened);
        }
        setenv("LC_ALL", "en", 1);
        std::signal(SIGPIPE, SIG_DFL);
        prepare();
        arguments.insert(arguments.begin(), "msp-toy");
        std::vector<char*> pointers;
        for (std::string& argument : arguments)
            pointers.push_back(argument.data());
        _exit(msp::app::run(toy_program, answer, static_cast<int>(pointers.size()), pointers.data()));
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return {WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status), content(folder.file("1")),
            content(folder.file("2"))};
}

void standard_output_is(const char* path) {
    const int file = open(path, O_WRONLY | O_CLOEXEC);
    dup2(file, STDOUT_FILENO);
    close(file);
}

void nobody_reads() {
    int ends[2];
    if (pipe(ends) != 0)
        _exit(99);
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
}

}  // namespace

TEST_CASE("each end of a run has its status, and no half of an answer") {
    struct Row {
        const char* operand;
        int status;
        const char* out;
        const char* err;
    };
    const std::vector<Row> rows = {
        {"good", 0, "answer for good\n", ""},
        {"no", 1, "answer for no\n", ""},
        {"odd", 0, "answer for odd\n", "odd:1:1: warning: odd\n    1 | x = 1\n      | ^\n"},
        {"bad", 2, "", "bad:1:1: error: wrong\n    1 | x = 1\n      | ^\n"},
        {"throws", 2, "", "throws:1:1: error: no answer\n    1 | x = 1\n      | ^\n"},
        {"fault", 3, "",
         "msp-toy: error: this is a fault of the program, not of your file: a broken promise\n"
         "help: report it, with the command and the file if you may show it\n"},
        {"memory", 3, "",
         "msp-toy: error: there is not enough memory for this answer\n"
         "help: raise the limit (ulimit -v), or ask for fewer months, scenarios or files at once\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.operand);
        const Outcome ended = outcome({row.operand});
        CHECK(ended.status == row.status);
        CHECK(ended.out == row.out);
        CHECK(ended.err == row.err);
    }
}

TEST_CASE("with --check errors are the answer no") {
    CHECK(outcome({"--check", "bad"}).status == 1);
    CHECK(outcome({"--check", "throws"}).status == 1);
    CHECK(outcome({"--check", "fault"}).status == 3);
    CHECK(outcome({"--check", "odd"}).status == 0);
}

TEST_CASE("wrong arguments begin with the program's name and compute nothing") {
    const Outcome ended = outcome({"--fromat", "--lang=fr", "good"});
    CHECK(ended.status == 2);
    CHECK(ended.out.empty());
    CHECK(ended.err.starts_with("msp-toy"));
    CHECK(outcome({"--fromat", "good"}).err ==
          "msp-toy: error: there is no option --fromat\nhelp: did you mean --format?\n");
}

TEST_CASE("no warnings where they are not wanted, errors nevertheless") {
    CHECK(outcome({"--quiet", "odd"}).err.empty());
    CHECK(outcome({"--quiet", "bad"}).err == "bad:1:1: error: wrong\n    1 | x = 1\n      | ^\n");
}

TEST_CASE("of several operands a quiet run tells the first error of each, in one line") {
    CHECK(outcome({"--quiet", "odd", "bad", "fault", "many", "good"}).err ==
          "bad:1:1: error: wrong\n"
          "fault: error: this is a fault of the program, not of your file: a broken promise\n"
          "many:1:1: error: wrong (and 1001 more)\n");
}

TEST_CASE("too little memory is said in the reader's language") {
    CHECK(outcome({"--lang=fr", "memory"}).err ==
          "msp-toy: erreur: la mémoire ne suffit pas pour cette réponse\n"
          "aide: relevez la limite (ulimit -v), ou demandez moins de mois, de scénarios ou de fichiers à la fois\n");
}

TEST_CASE("problems beyond the limit are counted") {
    CHECK(outcome({"many"}).err.ends_with("msp-toy: 2 more problems are not shown\n"));
}

TEST_CASE("version and help go to standard output") {
    CHECK(outcome({"--version"}).out.starts_with("msp-toy "));
    const Outcome help = outcome({"--help", "--nonsense"});
    CHECK(help.status == 0);
    CHECK(help.err.empty());
    CHECK(help.out.starts_with("Usage: msp-toy [options] [BUDGET…]\n"));
}

TEST_CASE("several operands are answered one after the other, a bad one stops none, the highest status wins") {
    const Outcome ended = outcome({"no", "bad", "good"});
    CHECK(ended.status == 2);
    CHECK(ended.out == "answer for no\nanswer for good\n");
    CHECK(outcome({"good", "fault", "bad", "no"}).status == 3);
}

TEST_CASE("several CSV answers have one heading, also behind a bad one") {
    CHECK(outcome({"--format=csv", "bad", "good", "no"}).out == "file,x\ngood,1\nno,1\n");
    CHECK(outcome({"--format=csv", "good"}).out == "x\n1\n");
}

TEST_CASE("several JSON answers are one array, and say which files have errors") {
    const std::string good = "  {\n    \"x\": 1\n  }";
    const auto error = [](const std::string& file, const std::string& text) {
        return "  {\n    \"file\": \"" + file + "\",\n    \"status\": \"error\",\n    \"message\": \"" + file +
               ":1:1: error: " + text + "\"\n  }";
    };
    CHECK(outcome({"--format=json", "bad", "good", "throws", "no"}).out ==
          "[\n" + error("bad", "wrong") + ",\n" + good + ",\n" + error("throws", "no answer") + ",\n" + good + "\n]\n");
    CHECK(outcome({"--format=json", "bad", "bad"}).out ==
          "[\n" + error("bad", "wrong") + ",\n" + error("bad", "wrong") + "\n]\n");
    CHECK(outcome({"--format=json", "good"}).out == "{\n  \"x\": 1\n}\n");
}

TEST_CASE("several answers go to one file each, in a folder") {
    const Folder folder;
    std::ofstream(folder.file("bad.csv")) << "old";
    const Outcome ended = outcome({"--format=csv", "--output", folder.file(""), "x/good.toml", "bad.toml", "-"});
    CHECK(ended.status == 2);
    CHECK(ended.out.empty());
    CHECK(content(folder.file("good.csv")) == "file,x\nx/good.toml,1\n");
    CHECK(content(folder.file("stdin.csv")) == "file,x\n-,1\n");
    CHECK(content(folder.file("bad.csv")) == "old");
}

TEST_CASE("a file that cannot be written does not stop the others") {
    const Folder folder;
    fs::create_directory(folder.file("a.txt"));
    const Outcome ended = outcome({"--output", folder.file(""), "a.toml", "b.toml"});
    CHECK(ended.status == 4);
    CHECK(content(folder.file("b.txt")) == "answer for b.toml\n");
    CHECK(ended.err == "msp-toy: error: \"" + folder.file("a.txt") + "\" cannot be written: it is a folder\n");
}

TEST_CASE("one answer goes into a file, or into a folder under the operand's name") {
    const Folder folder;
    CHECK(outcome({"--output", folder.file("a"), "good"}).out.empty());
    CHECK(content(folder.file("a")) == "answer for good\n");
    CHECK(outcome({"--output", folder.file(""), "good.toml"}).status == 0);
    CHECK(content(folder.file("good.txt")) == "answer for good.toml\n");
    CHECK(outcome({"--output", folder.file("a"), "bad"}).status == 2);
    CHECK(outcome({"--output", folder.file("new"), "bad"}).status == 2);
    CHECK(content(folder.file("a")) == "answer for good\n");
    CHECK_FALSE(fs::exists(folder.file("new")));
}

TEST_CASE("options that contradict the operands are refused") {
    const Folder folder;
    const std::string read = folder.file("b.json");
    std::ofstream(read) << "{}";
    struct Row {
        std::vector<std::string> arguments;
        std::string err;
    };
    const std::vector<Row> rows = {
        {{"--explain", "x", "a", "b"}, "--explain answers for one BUDGET, but 2 are given\n"},
        {{"--output", read, "a", "b"},
         '"' + read +
             "\" is not a folder; --output names one where several files are read\nhelp: make the folder first\n"},
        {{"--output", folder.file(""), "x/a.toml", "b", "y/a.yaml"},
         "the answers for \"x/a.toml\" and \"y/a.yaml\" would both be called \"a\" in the folder \"" + folder.file("") +
             "\"\nhelp: name one of the files otherwise, or ask for it alone\n"},
        {{"--output", read, read}, "the answer would be written over \"" + read + "\", which is read\n"},
        {{"--format=json", "--output", folder.file(""), "a", read},
         "the answer would be written over \"" + read + "\", which is read\n"},
    };
    for (const Row& row : rows) {
        const Outcome ended = outcome(row.arguments);
        CHECK(ended.status == 2);
        CHECK(ended.out.empty());
        CHECK(ended.err == "msp-toy: error: " + row.err);
    }
    CHECK(content(read) == "{}");
}

TEST_CASE("an answer that is lost is never status 0") {
    for (const char* operand : {"good", "big", "--help", "--version"}) {
        CAPTURE(operand);
        const Outcome full = outcome({operand}, [] { standard_output_is("/dev/full"); });
        CHECK(full.status == 4);
        CHECK(full.err == "msp-toy: error: the answer cannot be written to standard output: the disk is full\n");
        const Outcome closed = outcome({operand}, [] { close(STDOUT_FILENO); });
        CHECK(closed.status == 4);
        CHECK(closed.err == "msp-toy: error: the answer cannot be written to standard output: it is closed\n");
    }
}

TEST_CASE("a closed pipe ends the run by its signal, or by status 4 where that is ignored, without a message") {
    for (const char* operand : {"good", "big"}) {
        const Outcome killed = outcome({operand}, nobody_reads);
        CHECK(killed.status == 128 + SIGPIPE);
        CHECK(killed.err.empty());
        const Outcome ignored = outcome({operand}, [] {
            std::signal(SIGPIPE, SIG_IGN);
            nobody_reads();
        });
        CHECK(ignored.status == 4);
        CHECK(ignored.err.empty());
    }
}

TEST_CASE("with standard files closed nothing goes into the wrong file") {
    const Folder folder;
    const Outcome ended = outcome({"--output", folder.file("a"), "odd"}, [] {
        for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            close(file);
    });
    CHECK(ended.status == 0);
    CHECK(content(folder.file("a")) == "answer for odd\n");
}

TEST_CASE("the way to standard output by a name replaces nothing") {
    const Folder folder;
    std::ofstream(folder.file("log")) << "before\n";
    const Outcome ended = outcome({"--output", "/dev/stdout", "good"}, [&] {
        const int file = open(folder.file("log").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
        dup2(file, STDOUT_FILENO);
        close(file);
    });
    CHECK(ended.status == 0);
    CHECK(content(folder.file("log")) == "before\nanswer for good\n");
}

TEST_CASE("a pipe that does not wait is waited for") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        fcntl(ends[1], F_SETFL, O_NONBLOCK);
        _exit(msp::app::write_all(ends[1], std::string(1 << 20, 'x')));  // more than a pipe holds
    }
    close(ends[1]);
    std::size_t total = 0;
    std::string piece(4096, '\0');
    for (ssize_t got = 1; got > 0; total += static_cast<std::size_t>(got))
        got = read(ends[0], piece.data(), piece.size());
    close(ends[0]);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(total == std::size_t{1} << 20);
}

TEST_CASE("a budget's language wins over the locale, not over --lang") {
    // Whether a catalogue is built in does not matter here: what is asked is which language was taken.
    const Program& of = toy_program;
    msp::Diagnostics diagnostics;
    std::string lang = "--lang=en";
    std::string operand = "b";
    std::vector<char*> with = {lang.data(), operand.data()};
    std::vector<char*> without = {operand.data()};
    const auto options_with = msp::app::parse(of, with, diagnostics);
    const auto options_without = msp::app::parse(of, without, diagnostics);
    msp::Rulebook rules({});
    Context asked{.options = options_with, .rules = rules, .path = "b", .language = msp::Language::english};
    Context free{.options = options_without, .rules = rules, .path = "b", .language = msp::Language::english};
    for (Context* context : {&asked, &free}) {
        context->speak(std::nullopt);
        CHECK(context->language == msp::Language::english);
        context->speak(msp::Language::french);
    }
    CHECK(asked.language == msp::Language::english);
    CHECK(free.language == msp::Language::french);
}

TEST_CASE("asked at once or one after the other, the operands are answered with the same bytes") {
    const std::vector<std::string> operands = {"bad.toml",    "one.toml",   "odd.toml",     "french.toml",
                                               "throws.toml", "fault.toml", "two.toml",     "no.toml",
                                               "memory.toml", "three.toml", "french2.toml", "odd/odd.toml"};
    for (const std::string format : {"text", "csv", "json"}) {
        std::vector<std::string> arguments = {"--format", format};
        arguments.insert(arguments.end(), operands.begin(), operands.end());
        const Outcome alone = outcome(arguments);
        for (const std::string jobs : {"1", "2", "5", "64"}) {
            CAPTURE(format);
            CAPTURE(jobs);
            std::vector<std::string> more = arguments;
            more.insert(more.end(), {"--jobs", jobs});
            const Outcome at_once = outcome(more);
            CHECK(at_once.status == alone.status);
            CHECK(at_once.out == alone.out);
            CHECK(at_once.err == alone.err);
        }
    }
    CHECK(outcome({"--jobs", "0", "one.toml"}).status == 2);
    CHECK(outcome({"--jobs", "65", "one.toml"}).err.find("from 1 to 64") != std::string::npos);
    CHECK(outcome({"--jobs", "2x", "one.toml"}).status == 2);
}
