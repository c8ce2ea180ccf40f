// SPDX-License-Identifier: MIT
// Files that are read, known by what they are and not by a name: a hard link, a symbolic one, standard input and
// /dev/stdin may all be the same file, over which no answer may be written.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/source.hpp>

#include <map>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <sys/types.h>
#include <utility>

namespace msp::app {

class Inputs {
 public:
    // `path` as typed; "-" is standard input. What is no regular file, or is not there, cannot be overwritten.
    void add(const std::string& path);
    // Every file that was read.
    void add(const Sources& read);
    // Reports where an answer to `target` would be written over one of them, or after it; empty or "-" is standard
    // output. Likewise of messages to standard error. Whether it would.
    bool refuse(const std::string& target, Diagnostics& diagnostics) const;

 private:
    // Messages go to standard output then, or nowhere where that is an input too.
    bool spare_standard_error(Diagnostics& diagnostics) const;
    // As typed; null where it is none of them.
    [[nodiscard]] const std::string* same_file(const std::optional<struct stat>& file) const;

    std::map<std::pair<dev_t, ino_t>, std::string> paths_;  // as typed, by device and inode
};

}  // namespace msp::app
