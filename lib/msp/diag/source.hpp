// SPDX-License-Identifier: MIT
// The texts a run has read, and places in them. A place is a pair of byte offsets, so that it costs nothing to keep
// one beside every value; lines and columns are worked out when a message is printed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// 0 is "nowhere": a value that was computed or taken by default.
enum class SourceId : std::uint32_t { nowhere = 0 };

// Bytes [begin, end) of one source.
struct Span {
    SourceId source = SourceId::nowhere;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool known() const { return source != SourceId::nowhere; }
    friend bool operator==(const Span&, const Span&) = default;
};

// Line and column count from 1; a column is a character (code point), as editors count.
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
};

// Keeps every text alive and in place for the run. LF, CR LF and a lone CR end a line. Offsets beyond a text are taken
// as its end; the text of nowhere is empty.
class Sources {
 public:
    // `name` is what the user typed: messages repeat it. `dropped` are the byte order marks taken off the text.
    SourceId add(std::string name, std::string text, std::string dropped = {});
    // What was typed for an option, so that messages can show what is wrong with it: no text that was read.
    SourceId add_typed(std::string option, std::string value);
    // A text that `owner` keeps alive, such as a file in memory. Of at most 4 GiB less one byte.
    SourceId add_view(std::string name, std::string_view text, std::shared_ptr<const void> owner);
    // Lines out of a text that is itself no UTF-8, or too long to be counted: places in them are those of that text.
    SourceId add_excerpt(std::string name, std::size_t first_line, std::string lines);
    // All texts of `lender`, which has to outlive these: what many runs read is kept once.
    void borrow(const Sources& lender);
    // Those that were read.
    [[nodiscard]] std::vector<SourceId> all() const;

    [[nodiscard]] std::string_view name(SourceId id) const;
    [[nodiscard]] std::string_view text(SourceId id) const;
    [[nodiscard]] std::string_view text(Span span) const;
    [[nodiscard]] std::string_view dropped(SourceId id) const;
    [[nodiscard]] Position position(SourceId id, std::size_t offset) const;
    // The whole line that holds `offset`, without its line end.
    [[nodiscard]] Span line(SourceId id, std::size_t offset) const;
    // Keeps a text that was worked out (an unescaped string) alive for the run.
    std::string_view keep(std::string text);
    // "budget.toml:14:10"
    [[nodiscard]] std::string place(Span span) const;

 private:
    // What stands before a byte of a text.
    struct Checkpoint {
        std::uint32_t line = 0;        // lines ended
        std::uint32_t line_begin = 0;  // byte offset
        std::uint32_t characters = 0;  // of the line
        void advance(std::string_view text, std::size_t from, std::size_t to);
    };
    struct Source {
        std::string name;
        std::string own;        // empty of a borrowed text
        std::string_view text;  // of `own`, or of the lender
        std::string dropped;
        std::shared_ptr<const void> owner = {};
        std::size_t lines_before = 0;  // of an excerpt
        bool read = true;              // the whole of an input: neither typed nor an excerpt
        // At equal distances, so that a place in a long text is found at once. Counted on as far as places are asked
        // for: most texts have nothing that a message must show.
        mutable std::vector<Checkpoint> checkpoints;
    };
    [[nodiscard]] const Source& at(SourceId id) const;
    static void count_to(const Source& source, std::size_t checkpoints);
    [[nodiscard]] Checkpoint count(SourceId id, std::size_t offset) const;

    std::deque<Source> sources_;  // deques: views into the texts stay valid
    std::deque<std::string> kept_;
};

}  // namespace msp
