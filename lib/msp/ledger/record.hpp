// SPDX-License-Identifier: MIT
// Private to the module: one record of an export, cut into its fields, and put right where a producer broke it.
#pragma once

#include <msp/ledger/ledger.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace msp {

struct RawRecord {
    std::vector<std::string_view> fields;  // as many as the header names, but where there are too few
    std::uint32_t begin = 0;
    std::uint32_t end = 0;   // before the line end
    std::uint32_t next = 0;  // where the next record begins
    std::uint32_t lines = 1;
    std::size_t counted = 0;  // fields as written
    bool blank = false;
    bool control = false;                     // a control character stands in a field
    bool broken = false;                      // a field holds a line end without quotation marks
    bool beyond = false;                      // there are more fields than columns, and nobody can tell why
    std::optional<LedgerColumn> joined = {};  // a separator stands in this text
};

class RecordReader {
 public:
    RecordReader(std::string_view text, const LedgerForm& form);

    // The record that begins at byte `at`, which is inside the text. `record` is reused, so that nothing is allocated.
    void read(std::uint32_t at, RawRecord& record) const;
    [[nodiscard]] std::string_view field(const RawRecord& record, LedgerColumn column) const {
        const auto index = static_cast<std::size_t>(form_.field_of[column]);
        return index < record.fields.size() ? record.fields[index] : std::string_view();
    }

 private:
    [[nodiscard]] std::size_t line_end(std::size_t at) const;
    void split(std::size_t begin, std::size_t end, RawRecord& record) const;
    void split_quoted(std::size_t begin, RawRecord& record) const;
    [[nodiscard]] std::optional<std::size_t> closing(std::size_t open) const;
    void finish(std::size_t end, RawRecord& record) const;
    void glue(RawRecord& record) const;
    void shorten(RawRecord& record) const;
    [[nodiscard]] bool plausible(const RawRecord& record) const;

    std::string_view text_;
    const LedgerForm& form_;
    char end_;
    std::size_t least_ = 0;  // fields without which a record says nothing
    enum : std::uint8_t { ordinary, separates, controls };
    std::array<std::uint8_t, 256> kinds_{};
};

}  // namespace msp
