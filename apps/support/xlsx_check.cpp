// SPDX-License-Identifier: MIT
#include <support/xlsx_check.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>
#include <zlib.h>

namespace msp::app {
namespace {

// A number of the ZIP format, the least byte first.
std::size_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = size; i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(at + i < bytes.size() ? bytes[at + i] : '\0');
    return value;
}

struct Part {
    std::string name;
    std::string_view packed;
};

// The entries of the directory at the end of the file.
class Parts {
 public:
    explicit Parts(std::string_view file) : file_(file) {
        constexpr std::string_view end_of_directory = "PK\x05\x06";
        const std::size_t end = file.rfind(end_of_directory);
        constexpr std::size_t end_size = 22;
        if (end == std::string_view::npos || end + end_size != file.size())
            return;
        left_ = number(file, end + 10, 2);
        at_ = number(file, end + 16, 4);
    }

    std::optional<Part> next() {
        constexpr std::size_t entry_size = 46;
        if (left_ == 0 || !file_.substr(std::min(at_, file_.size())).starts_with("PK\x01\x02"))
            return std::nullopt;
        --left_;
        const std::size_t size = number(file_, at_ + 20, 4);
        const std::size_t name = number(file_, at_ + 28, 2);
        const std::size_t header = number(file_, at_ + 42, 4);
        Part part{std::string(file_.substr(std::min(at_ + entry_size, file_.size()), name)), {}};
        at_ += entry_size + name + number(file_, at_ + 30, 2) + number(file_, at_ + 32, 2);
        const std::size_t data = header + 30 + number(file_, header + 26, 2) + number(file_, header + 28, 2);
        part.packed = file_.substr(std::min(data, file_.size()), size);
        return part;
    }

    [[nodiscard]] std::size_t left() const { return left_; }

 private:
    std::string_view file_;
    std::size_t at_ = 0;
    std::size_t left_ = 0;
};

// What a part says, of which only the end and the number of cells is kept.
struct Read {
    std::string end;
    std::size_t cells = 0;
};

// One piece after the other is unpacked into `memory`.
std::optional<Read> read(std::string_view packed, std::span<char> memory) {
    constexpr std::string_view cell = "<c ";
    constexpr std::size_t kept = 32;
    z_stream stream = {};
    constexpr int without_header = -15;
    if (inflateInit2(&stream, without_header) != Z_OK)
        return std::nullopt;
    std::string input(packed);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());  // NOLINT(*-reinterpret-cast): what zlib reads
    stream.avail_in = static_cast<uInt>(input.size());
    Read made;
    int status = Z_OK;
    while (status == Z_OK) {
        const std::size_t before = made.end.size();  // of the piece before, at the beginning
        const std::span<char> room = memory.subspan(before);
        stream.next_out = reinterpret_cast<Bytef*>(room.data());  // NOLINT(*-reinterpret-cast): what zlib writes
        stream.avail_out = static_cast<uInt>(room.size());
        status = inflate(&stream, Z_NO_FLUSH);
        const std::string_view text(memory.data(), memory.size() - stream.avail_out);
        // A cell that begins in one piece and ends in the next is counted with the next.
        for (std::size_t at = text.find(cell, before - std::min(before, cell.size() - 1)); at != std::string_view::npos;
             at = text.find(cell, at + cell.size()))
            ++made.cells;
        made.end = text.substr(text.size() - std::min(text.size(), kept));
        std::ranges::copy(made.end, memory.begin());
    }
    inflateEnd(&stream);
    return status == Z_STREAM_END ? std::optional(std::move(made)) : std::nullopt;
}

bool ends_its_root(std::string_view end) {
    while (end.ends_with('\n'))
        end.remove_suffix(1);
    const std::size_t last = end.rfind('<');
    return last != std::string_view::npos && end.substr(last).starts_with("</") && end.ends_with('>');
}

// From 0, of "xl/worksheets/sheet1.xml".
std::optional<std::size_t> worksheet_number(std::string_view name) {
    constexpr std::string_view before = "xl/worksheets/sheet";
    if (!name.starts_with(before))
        return std::nullopt;
    std::size_t value = 0;
    for (const char c : name.substr(before.size())) {
        if (c < '0' || c > '9')
            break;
        value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    return value - 1;
}

}  // namespace

bool holds_workbook(std::string_view file, std::span<const std::size_t> cells, std::size_t charts) {
    Parts parts(file);
    std::size_t worksheets = 0;
    std::size_t charts_found = 0;
    std::vector<char> memory(std::size_t{1} << 16U);
    while (const std::optional<Part> part = parts.next()) {
        const std::optional<Read> found = read(part->packed, memory);
        if (!found || !ends_its_root(found->end))
            return false;
        if (part->name.starts_with("xl/charts/chart"))
            ++charts_found;
        if (const std::optional<std::size_t> number = worksheet_number(part->name)) {
            if (*number >= cells.size() || found->cells != cells[*number])
                return false;
            ++worksheets;
        }
    }
    return parts.left() == 0 && worksheets == cells.size() && charts_found == charts;
}

}  // namespace msp::app
