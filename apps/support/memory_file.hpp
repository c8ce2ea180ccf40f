// SPDX-License-Identifier: MIT
// A file in memory, for a library that writes to a path where an answer goes through one door.
#pragma once

#include <exception>
#include <string>
#include <utility>

namespace msp::app {

// Parts of such an answer are made in files of TMPDIR, or /tmp; `error` is an errno.
class NoRoom : public std::exception {
 public:
    NoRoom(std::string made_in, int number) : folder(std::move(made_in)), error(number) {}
    [[nodiscard]] const char* what() const noexcept override { return "no room for temporary files"; }

    std::string folder;
    int error = 0;
};

// Throws NoRoom. 0 is a full disk.
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
