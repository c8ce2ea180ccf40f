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

// Standard output or standard error is an input; the texts are those where the input has a name, where it is standard
// input, and what to do.
struct StandardFile {
    int number;
    const char* named;
    const char* unnamed;
    const char* help;
};
constexpr StandardFile standard_output = {STDOUT_FILENO, tr("standard output is \"{path}\", which is read"),
                                          tr("standard output and standard input are the same file"),
                                          tr("send the answer to another file")};
constexpr StandardFile standard_error = {STDERR_FILENO, tr("standard error is \"{path}\", which is read"),
                                         tr("standard error and standard input are the same file"),
                                         tr("send the messages to another file")};

Diagnostic is_input(const StandardFile& file, const std::string& input, bool empty) {
    const bool emptied = empty && (fcntl(file.number, F_GETFL) & O_APPEND) == 0;
    Diagnostic problem;
    problem.id = "output.is-input";
    problem.message = input == "-" ? Message{file.unnamed, {}} : Message{file.named, {{"path", input}}};
    problem.help = Message{emptied ? tr("> has emptied the file before it could be read: restore it, and send the "
                                        "answer to another one")
                                   : file.help,
                           {}};
    return problem;
}

}  // namespace

void Inputs::add(const std::string& path) {
    if (const auto found = regular_file(path, STDIN_FILENO))
        paths_.try_emplace({found->st_dev, found->st_ino}, path);
}

void Inputs::add(const Sources& read) {
    for (const SourceId id : read.all())
        add(std::string(read.name(id)));
}

const std::string* Inputs::same_file(const std::optional<struct stat>& file) const {
    const auto input = file ? paths_.find({file->st_dev, file->st_ino}) : paths_.end();
    return input == paths_.end() ? nullptr : &input->second;
}

bool Inputs::refuse(const std::string& target, Diagnostics& diagnostics) const {
    const bool spared = spare_standard_error(diagnostics);
    const auto found = regular_file(target, STDOUT_FILENO);
    const std::string* input = same_file(found);
    if (input == nullptr)
        return spared;
    if (target.empty() || target == "-") {
        diagnostics.add(is_input(standard_output, *input, found->st_size == 0));
        return true;
    }
    Diagnostic problem;
    problem.id = "output.is-input";
    problem.message = {tr("the answer would be written over \"{path}\", which is read"),
                       {{"path", *input == "-" ? target : *input}}};
    diagnostics.add(std::move(problem));
    return true;
}

bool Inputs::spare_standard_error(Diagnostics& diagnostics) const {
    const auto found = regular_file("-", STDERR_FILENO);
    const std::string* input = same_file(found);
    if (input == nullptr)
        return false;
    diagnostics.add(is_input(standard_error, *input, found->st_size == 0));
    if (same_file(regular_file("-", STDOUT_FILENO)) == nullptr) {
        dup2(STDOUT_FILENO, STDERR_FILENO);
    } else if (const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC); nowhere >= 0) {
        dup2(nowhere, STDERR_FILENO);
        close(nowhere);
    }
    return true;
}

}  // namespace msp::app
