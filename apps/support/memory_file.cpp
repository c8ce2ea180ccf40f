// SPDX-License-Identifier: MIT
#include <support/memory_file.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

namespace msp::app {

void no_room(int error) {
    const char* typed = std::getenv("TMPDIR");
    throw NoRoom(typed == nullptr || *typed == '\0' ? "/tmp" : typed, error == 0 ? ENOSPC : error);
}

MemoryFile::MemoryFile() : file_(::memfd_create("answer", MFD_CLOEXEC)) {
    if (file_ < 0)
        no_room(errno);
}

MemoryFile::~MemoryFile() {
    ::close(file_);
}

std::string MemoryFile::path() const {
    return "/proc/self/fd/" + std::to_string(file_);
}

std::string MemoryFile::content() const {
    const off_t size = ::lseek(file_, 0, SEEK_END);
    std::string bytes(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t read = ::pread(file_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (read <= 0)
            no_room(errno);
        done += static_cast<std::size_t>(read);
    }
    return bytes;
}

}  // namespace msp::app
