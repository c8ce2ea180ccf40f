// SPDX-License-Identifier: MIT
#include <support/output.hpp>

#include <doctest/doctest.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <tests/support/folder.hpp>
#include <unistd.h>

using msp::app::NotWritten;
using msp::app::Output;
using msp::test::content;
using msp::test::Folder;
namespace fs = std::filesystem;

namespace {

void put(const std::string& path, std::string_view text) {
    std::ofstream(path) << text;
}

void answer(const std::string& path, std::string_view text) {
    Output output(path);
    output.write(text);
    output.commit();
}

// The message where the system refuses.
std::string refusal(const std::string& path) {
    try {
        answer(path, "new");
    } catch (const NotWritten& failure) {
        return msp::words(failure.diagnostic().message, msp::Language::english);
    }
    return "written";
}

mode_t mode_of(const std::string& path) {
    struct stat found {};
    REQUIRE(stat(path.c_str(), &found) == 0);
    return found.st_mode & 07777;
}

const std::string more_than_held(Output::held_back + 1, 'x');

}  // namespace

TEST_CASE("a file is written whole, and nothing is left beside it") {
    const Folder folder;
    answer(folder.file("a"), "new\n");
    CHECK(content(folder.file("a")) == "new\n");
    answer(folder.file("a"), more_than_held);
    CHECK(content(folder.file("a")) == more_than_held);
    CHECK(folder.entries() == 1);
}

TEST_CASE("a new file has the mode that the umask leaves, an old one keeps its own") {
    const Folder folder;
    const mode_t old_mask = umask(027);
    answer(folder.file("new"), "x");
    put(folder.file("old"), "old");
    fs::permissions(folder.file("old"), fs::perms(0662));
    answer(folder.file("old"), "x");
    umask(old_mask);
    CHECK(mode_of(folder.file("new")) == 0640);  // 0666 without 027
    CHECK(mode_of(folder.file("old")) == 0662);
    CHECK(content(folder.file("old")) == "x");
}

TEST_CASE("a file stays as it was until the answer is complete") {
    const Folder folder;
    put(folder.file("a"), "old");
    for (const std::string& begun : {std::string("half"), more_than_held}) {
        Output output(folder.file("a"));
        output.write(begun);
        CHECK(content(folder.file("a")) == "old");
    }
    CHECK(content(folder.file("a")) == "old");
    CHECK(folder.entries() == 1);
}

TEST_CASE("what is dropped leaves no file, what was kept before it stays") {
    const Folder folder;
    {
        Output output(folder.file("a"));
        output.write("half");
        output.discard();
        output.commit();
    }
    CHECK(folder.entries() == 0);
    Output output(folder.file("a"));
    output.write("kept ");
    output.keep();
    output.write("half");
    output.discard();
    output.write("end");
    output.commit();
    CHECK(content(folder.file("a")) == "kept end");
}

TEST_CASE("where nothing is written no file is touched") {
    const Folder folder;
    put(folder.file("a"), "old");
    Output output(folder.file("a"));
    output.commit();
    CHECK(content(folder.file("a")) == "old");
}

TEST_CASE("a link stays a link, and what it leads to is written") {
    const Folder folder;
    put(folder.file("target"), "old");
    fs::create_symlink("target", folder.file("link"));
    fs::create_symlink("later", folder.file("dangling"));
    answer(folder.file("link"), "new");
    answer(folder.file("dangling"), "new");
    CHECK(fs::is_symlink(folder.file("link")));
    CHECK(fs::is_symlink(folder.file("dangling")));
    CHECK(content(folder.file("target")) == "new");
    CHECK(content(folder.file("later")) == "new");
    CHECK(folder.entries() == 4);
}

TEST_CASE("a device and a pipe are written through") {
    const Folder folder;
    answer("/dev/null", "gone");
    REQUIRE(mkfifo(folder.file("pipe").c_str(), 0600) == 0);
    const int reader = open(folder.file("pipe").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    REQUIRE(reader >= 0);
    answer(folder.file("pipe"), "new");
    char text[8] = {};
    CHECK(read(reader, text, sizeof text) == 3);
    CHECK(std::string_view(text) == "new");
    CHECK(fs::is_fifo(folder.file("pipe")));
    close(reader);
}

TEST_CASE("an entry of /proc is written in place") {
    const Folder folder;
    const std::string path = folder.file("a");
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    REQUIRE(file >= 0);
    REQUIRE(unlink(path.c_str()) == 0);
    answer("/proc/self/fd/" + std::to_string(file), "new");
    char text[8] = {};
    CHECK(pread(file, text, sizeof text, 0) == 3);
    CHECK(std::string_view(text) == "new");
    close(file);
}

TEST_CASE("what cannot be written is named with the reason") {
    const Folder folder;
    put(folder.file("a"), "old");
    CHECK(refusal("/dev/full") == "\"/dev/full\" cannot be written: the disk is full");
    CHECK(refusal(folder.file("no/a")) ==
          '"' + folder.file("no/a") + "\" cannot be written: its folder does not exist");
    CHECK(refusal(folder.file("a/b")) ==
          '"' + folder.file("a/b") + "\" cannot be written: a part of its path is not a folder");
    CHECK(refusal(folder.file("")) == '"' + folder.file("") + "\" cannot be written: it is a folder");
}

TEST_CASE("who may not write a file or its folder changes nothing") {
    const Folder folder;
    const std::string path = folder.file("a");
    put(path, "old");
    fs::permissions(folder.file(""), fs::perms(0755));
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        if (geteuid() == 0 && setuid(65534) != 0)  // nobody: to root nothing is refused
            _exit(9);
        chmod(path.c_str(), 0444);
        chmod(folder.file("").c_str(), 0555);
        const bool refused = refusal(path).find("write-protected") != std::string::npos &&
                             refusal(folder.file("b")).find("write-protected") != std::string::npos;
        _exit(refused ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    fs::permissions(folder.file(""), fs::perms(0755));
    CHECK(content(path) == "old");
    CHECK(folder.entries() == 1);
}

TEST_CASE("a limit on the size of files leaves the old one") {
    const Folder folder;
    put(folder.file("a"), "old");
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const struct rlimit limit { 2, 2 };  // bytes; the answer has three
        setrlimit(RLIMIT_FSIZE, &limit);
        _exit(refusal(folder.file("a")).ends_with("the file is larger than the system allows") ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(content(folder.file("a")) == "old");
    CHECK(folder.entries() == 1);
}

TEST_CASE("only a closed pipe is silent") {
    CHECK(NotWritten("", EPIPE).silent());
    CHECK_FALSE(NotWritten("", ENOSPC).silent());
    CHECK(msp::words(NotWritten("", EBADF).diagnostic().message, msp::Language::english) ==
          "the answer cannot be written to standard output: it is closed");
}

TEST_CASE("a signal leaves neither half a file nor one beside it") {
    const Folder folder;
    put(folder.file("a"), "old");
    for (const int signal : {SIGHUP, SIGINT, SIGPIPE, SIGTERM}) {
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            for (const int each : {SIGHUP, SIGINT, SIGPIPE, SIGTERM, SIGABRT})
                std::signal(each, SIG_DFL);
            Output output(folder.file("a"));
            output.write(more_than_held);
            if (folder.entries() != 2)
                _exit(1);
            raise(signal);
            _exit(2);
        }
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == signal);
        CHECK(content(folder.file("a")) == "old");
        CHECK(folder.entries() == 1);
    }
}

TEST_CASE("a signal at any moment leaves the old file or the new one, and nothing beside it") {
    const Folder folder;
    put(folder.file("a"), "old");
    const auto handler = std::signal(SIGTERM, SIG_DFL);  // the test runner's own
    for (int round = 0; round < 100; ++round) {
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            for (;;)
                answer(folder.file("a"), "new");
        }
        usleep(static_cast<useconds_t>(200 + 37 * round % 3000));
        kill(child, SIGTERM);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        CHECK((content(folder.file("a")) == "old" || content(folder.file("a")) == "new"));
        CHECK(folder.entries() == 1);
    }
    std::signal(SIGTERM, handler);
}

TEST_CASE("a file is no terminal") {
    const Output output("x");
    CHECK_FALSE(output.terminal());
    CHECK(output.width() == 0);
    CHECK_FALSE(output.colour());
}
