// SPDX-License-Identifier: MIT
#include <support/inputs.hpp>

#include <fcntl.h>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace msp::app {
namespace {

// A regular file that is there; a dash is the standard file of that number.
std::optional<struct stat> regular_file(const std::string& path, int standard_file) {
    struct stat found {};
    const int failed = path.empty() || path == "-" ? fstat(standard_file, &found) : stat(path.c_str(), &found);
    return failed == 0 && S_ISREG(found.st_mode) ? std::optional(found) : std::nullopt;
}

// Standard output is an input.
Diagnostic standard_output_is(const std::string& input, bool emptied) {
    Diagnostic problem;
    problem.id = "output.is-input";
    problem.message = {tr("standard output is \"{path}\", which is read"), {{"path", input}}};
    problem.help = Message{tr("send the answer to another file"), {}};
    if (input == "-")
        problem.message = {tr("standard output and standard input are the same file"), {}};
    if (emptied)
        problem.help = Message{tr("> has emptied the file before it could be read: restore it, and send the answer to "
                                  "another one"),
                               {}};
    return problem;
}

}  // namespace

void Inputs::add(const std::string& path) {
    if (const auto found = regular_file(path, STDIN_FILENO))
        paths_.try_emplace({found->st_dev, found->st_ino}, path);
}

bool Inputs::refuse(const std::string& target, Diagnostics& diagnostics) const {
    const auto found = regular_file(target, STDOUT_FILENO);
    const auto input = found ? paths_.find({found->st_dev, found->st_ino}) : paths_.end();
    if (input == paths_.end())
        return false;
    if (target.empty() || target == "-") {
        const bool appends = (fcntl(STDOUT_FILENO, F_GETFL) & O_APPEND) != 0;
        diagnostics.add(standard_output_is(input->second, found->st_size == 0 && !appends));
        return true;
    }
    Diagnostic problem;
    problem.id = "output.is-input";
    problem.message = {tr("the answer would be written over \"{path}\", which is read"),
                       {{"path", input->second == "-" ? target : input->second}}};
    diagnostics.add(std::move(problem));
    return true;
}

}  // namespace msp::app
