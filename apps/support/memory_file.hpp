// SPDX-License-Identifier: MIT
// A file in memory, for a library that writes to a path where an answer goes through one door.
#pragma once

#include <string>

namespace msp::app {

// Throws NotWritten: parts of such an answer are made in files of TMPDIR, or /tmp. `error` is an errno; 0 is a full
// disk.
[[noreturn]] void no_room(int error);

class MemoryFile {
 public:
    MemoryFile();
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] std::string path() const;
    [[nodiscard]] std::string content() const;

 private:
    int file_;
};

}  // namespace msp::app
