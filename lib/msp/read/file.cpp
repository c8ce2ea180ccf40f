// SPDX-License-Identifier: MIT
#include <msp/diag/system_error.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/read/file.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace msp {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

// Windows-1252 from 0x80; 0 where it has no character. From 0xa0 it is Latin-1.
constexpr std::array<std::uint16_t, 32> windows_1252 = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                        0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                                        0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                        0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

class Descriptor {
 public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ > STDIN_FILENO)
            ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

 private:
    int number_;
};

// Appends what is read until the end or limit + 1 bytes. The error number, 0 for none.
int read_all(int descriptor, std::string& text, std::size_t limit = largest_file) {
    struct stat status = {};
    if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode))
        text.reserve(std::min(static_cast<std::size_t>(status.st_size), limit + 1));
    std::array<char, 1U << 16> piece;
    while (text.size() <= limit) {
        const ssize_t count = ::read(descriptor, piece.data(), std::min(piece.size(), limit + 1 - text.size()));
        if (count == 0)
            return 0;
        if (count > 0)
            text.append(piece.data(), static_cast<std::size_t>(count));
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

int read_path(const std::string& path, std::string& text) {
    if (path == "-")
        return read_all(STDIN_FILENO, text);
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    return file.number() < 0 ? errno : read_all(file.number(), text);
}

Diagnostic about_file(const char* id, const char* text, std::string name) {
    Diagnostic problem;
    problem.id = id;
    problem.message = Message{text, {{"file", std::move(name)}}};
    return problem;
}

Diagnostic unread(int failure, const std::string& path) {
    if (failure == ENOENT || failure == ENOTDIR)
        return about_file("file.missing", tr("there is no file \"{file}\""), path);
    if (failure == EISDIR)
        return about_file("file.folder", tr("\"{file}\" is a folder, not a file"), path);
    if (failure == EACCES || failure == EPERM)
        return about_file("file.unreadable", tr("you have no permission to read \"{file}\""), path);
    Diagnostic problem = about_file("file.unreadable", tr("\"{file}\" cannot be read: {reason}"), path);
    problem.message.arguments.emplace_back("reason", reason_of(failure));
    return problem;
}

std::optional<SourceId> loaded(Sources& sources, const std::string& path, int failure, std::string text,
                               Diagnostics& diagnostics) {
    if (failure == 0)
        return load_text(sources, path, std::move(text), diagnostics);
    diagnostics.add(unread(failure, path));
    return {};
}

Diagnostic too_large(const std::string& name, std::size_t limit = largest_file) {
    Diagnostic problem = about_file("file.size", tr("\"{file}\" is larger than {limit} MiB"), name);
    problem.message.arguments.emplace_back("limit", static_cast<std::int64_t>((limit + 1) >> 20));
    return problem;
}

}  // namespace

bool is_utf16(std::string_view text) {
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        return true;
    // Without its mark: two Latin letters.
    const auto nul = [text](std::size_t at) { return text[at] == '\0'; };
    return text.size() >= 4 && nul(0) != nul(1) && nul(2) == nul(0) && nul(3) == nul(1);
}

std::size_t first_stray(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint64_t eight = 0;
        if (text.size() - at >= sizeof eight) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080'8080'8080'8080U) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const CodePoint character = decode(text, at);
        if (!character.valid)
            return at;
        at += character.length;
    }
    return at;
}

std::string windows_character(unsigned char byte) {
    const unsigned value = byte < 0x80 ? 0U : byte < 0xa0 ? windows_1252[byte - 0x80U] : byte;
    if (value == 0)
        return {};
    const auto tail = [](unsigned bits) { return static_cast<char>(0x80U | (bits & 0x3fU)); };
    if (value < 0x800)
        return {static_cast<char>(0xc0U | (value >> 6)), tail(value)};
    return {static_cast<char>(0xe0U | (value >> 12)), tail(value >> 6), tail(value)};
}

namespace {

std::string in_hexadecimal(unsigned char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {'0', 'x', digits[byte >> 4], digits[byte & 0xfU]};
}

Diagnostic not_utf8(std::string_view text, Span span) {
    const auto byte = static_cast<unsigned char>(text[span.begin]);
    Diagnostic problem;
    problem.id = "file.utf8";
    problem.message = Message{tr("the byte {byte} is no part of a UTF-8 character"), {{"byte", in_hexadecimal(byte)}}};
    problem.span = span;
    const std::string_view before = text.substr(0, span.begin);
    const bool only_ascii = std::all_of(before.begin(), before.end(), [](char c) { return (c & 0x80) == 0; });
    const std::string character = windows_character(byte);
    if (only_ascii && !character.empty() && (span.end == text.size() || !continues_character(text[span.end])))
        problem.help =
            Message{tr("the file looks like Windows-1252, where this byte is \"{character}\": save it as UTF-8"),
                    {{"character", character}}};
    else
        problem.help = Message{tr("save the file as UTF-8"), {}};
    return problem;
}

}  // namespace

std::optional<SourceId> load(Sources& sources, const std::string& path, Diagnostics& diagnostics) {
    std::string text;
    const int failure = read_path(path, text);
    return loaded(sources, path, failure, std::move(text), diagnostics);
}

std::optional<SourceId> load_file(Sources& sources, const std::string& path, Diagnostics& diagnostics) {
    // Without O_NONBLOCK a pipe that nobody writes to would keep us for ever.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    struct stat status = {};
    if (file.number() >= 0 && ::fstat(file.number(), &status) == 0 && !S_ISREG(status.st_mode) &&
        !S_ISDIR(status.st_mode)) {
        Diagnostic problem = about_file("file.device", tr("\"{file}\" is a device or a pipe, not a file"), path);
        problem.help = Message{tr("a budget names files, so that they can be read again"), {}};
        diagnostics.add(std::move(problem));
        return {};
    }
    std::string text;
    const int failure = file.number() < 0 ? errno : read_all(file.number(), text);
    return loaded(sources, path, failure, std::move(text), diagnostics);
}

namespace {

// The bytes of a file in memory, for as long as somebody has them.
class MappedBytes {
 public:
    MappedBytes(void* begin, std::size_t size) : begin_(begin), size_(size) {}
    ~MappedBytes() { ::munmap(begin_, size_); }
    MappedBytes(const MappedBytes&) = delete;
    MappedBytes& operator=(const MappedBytes&) = delete;
    [[nodiscard]] std::string_view text() const { return {static_cast<const char*>(begin_), size_}; }

 private:
    void* begin_;
    std::size_t size_;
};

std::optional<SourceId> read_whole(Sources& sources, const std::string& path, int descriptor,
                                   Diagnostics& diagnostics) {
    const auto text = std::make_shared<std::string>();
    if (const int failure = read_all(descriptor, *text, largest_mapped_file); failure != 0) {
        diagnostics.add(unread(failure, path));
        return {};
    }
    if (text->size() > largest_mapped_file) {
        diagnostics.add(too_large(path, largest_mapped_file));
        return {};
    }
    return sources.add_view(path, *text, text);
}

}  // namespace

std::optional<SourceId> map_file(Sources& sources, const std::string& path, Diagnostics& diagnostics) {
    const Descriptor file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (file.number() < 0) {
        diagnostics.add(unread(errno, path));
        return {};
    }
    struct stat status = {};
    // What begins somewhere within, as standard input may, is read from there.
    if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0 ||
        ::lseek(file.number(), 0, SEEK_CUR) != 0)
        return read_whole(sources, path, file.number(), diagnostics);
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > largest_mapped_file) {
        diagnostics.add(too_large(path, largest_mapped_file));
        return {};
    }
    void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number(), 0);
    if (begin == MAP_FAILED)
        return read_whole(sources, path, file.number(), diagnostics);
    ::madvise(begin, size, MADV_SEQUENTIAL);
    const auto bytes = std::make_shared<MappedBytes>(begin, size);
    return sources.add_view(path, bytes->text(), bytes);
}

std::optional<SourceId> load_text(Sources& sources, std::string name, std::string text, Diagnostics& diagnostics) {
    if (text.size() > largest_file) {
        diagnostics.add(too_large(name));
        return {};
    }
    if (is_utf16(text)) {
        Diagnostic problem = about_file("file.utf16", tr("\"{file}\" is written in UTF-16"), std::move(name));
        problem.help = Message{tr("save the file as UTF-8"), {}};
        diagnostics.add(std::move(problem));
        return {};
    }
    std::size_t marks = 0;
    while (std::string_view(text).substr(marks).starts_with(byte_order_mark))
        marks += byte_order_mark.size();
    std::string dropped = text.substr(0, marks);
    text.erase(0, marks);

    const SourceId source = sources.add(std::move(name), std::move(text), std::move(dropped));
    const std::string_view kept = sources.text(source);
    const auto one_byte = [source](std::size_t at) {
        return Span{source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)};
    };
    const std::size_t nul = kept.find('\0');
    const std::size_t stray = first_stray(kept.substr(0, nul));
    if (stray < std::min(nul, kept.size())) {
        diagnostics.add(not_utf8(kept, one_byte(stray)));
        return {};
    }
    if (nul != std::string_view::npos) {
        Diagnostic problem;
        problem.id = "file.nul";
        problem.message = Message{tr("there is a NUL byte here: this is not a text file"), {}};
        problem.span = one_byte(nul);
        diagnostics.add(std::move(problem));
        return {};
    }
    return source;
}

}  // namespace msp
