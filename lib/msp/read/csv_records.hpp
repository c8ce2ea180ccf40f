// SPDX-License-Identifier: MIT
// Private to the module: the cells of a CSV text, record by record.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/source.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace msp {

struct CsvCell {
    Span span;  // without the spaces around it
    std::string_view text;
    bool quoted = false;
};

class CsvRecords {
 public:
    CsvRecords(Sources& sources, SourceId source, Diagnostics& diagnostics);
    // With that separator, whatever the first line is like.
    CsvRecords(Sources& sources, SourceId source, Diagnostics& diagnostics, char separator);

    // The cells of the next record that is not blank; false at the end of the text.
    bool next(std::vector<CsvCell>& cells);
    // False if the last record was reported for its quotes.
    [[nodiscard]] bool sound() const { return sound_; }

 private:
    // Takes the separator from a first line such as "sep=;", as Excel does, and steps over it.
    bool told_separator();
    [[nodiscard]] char find_separator() const;
    [[nodiscard]] bool at_end_of_cell() const;
    [[nodiscard]] bool at_space() const;
    void skip_spaces();
    [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const { return {source_, begin, end}; }
    void read_record(std::vector<CsvCell>& cells);
    CsvCell plain_cell();
    CsvCell quoted_cell();
    std::string_view without_doubled_quotes(std::string_view written);
    // Once a record.
    void report_quote(const char* text, std::uint32_t place);

    Sources& sources_;
    SourceId source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    char separator_ = ',';
    std::uint32_t at_ = 0;
    bool sound_ = true;
};

}  // namespace msp
