// SPDX-License-Identifier: MIT
#include <msp/read/csv_records.hpp>
#include <msp/read/document.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace msp {

CsvRecords::CsvRecords(Sources& sources, SourceId source, Diagnostics& diagnostics)
    : sources_(sources), source_(source), text_(sources.text(source)), diagnostics_(diagnostics) {
    if (!told_separator())
        separator_ = find_separator();
}

CsvRecords::CsvRecords(Sources& sources, SourceId source, Diagnostics& diagnostics, char separator)
    : CsvRecords(sources, source, diagnostics) {
    separator_ = separator;
}

bool CsvRecords::next(std::vector<CsvCell>& cells) {
    while (at_ < text_.size()) {
        cells.clear();
        sound_ = true;
        read_record(cells);
        const bool blank = std::ranges::all_of(cells, [](const CsvCell& cell) { return cell.text.empty(); });
        if (!blank || !sound_)
            return true;
    }
    return false;
}

bool CsvRecords::told_separator() {
    const std::string_view line = text_.substr(0, text_.find_first_of("\r\n"));
    std::string_view told = line.substr(line.starts_with('"') ? 1 : 0);
    const bool named = told.size() >= 5 && (told[0] | 0x20) == 's' && (told[1] | 0x20) == 'e' &&
                       (told[2] | 0x20) == 'p' && told[3] == '=';
    if (!named || std::string_view(";,\t|").find(told[4]) == std::string_view::npos)
        return false;
    // A spreadsheet that took the line for a record fills it up to the width of the others.
    const std::string_view rest = told.substr(5);
    if (rest.find_first_not_of(std::string("\" ") + told[4]) != std::string_view::npos)
        return false;
    separator_ = told[4];
    at_ = static_cast<std::uint32_t>(line.size());
    return true;
}

// The most frequent of ; , and tab in the header, outside quotes.
char CsvRecords::find_separator() const {
    std::size_t semicolons = 0;
    std::size_t commas = 0;
    std::size_t tabs = 0;
    bool in_quotes = false;
    bool begun = false;
    for (const char c : text_) {
        const bool line_end = c == '\n' || c == '\r';
        if (line_end && begun && !in_quotes)
            break;
        begun = begun || !line_end;
        in_quotes = in_quotes != (c == '"');
        semicolons += c == ';' && !in_quotes ? 1U : 0U;
        commas += c == ',' && !in_quotes ? 1U : 0U;
        tabs += c == '\t' && !in_quotes ? 1U : 0U;
    }
    if (tabs > semicolons && tabs > commas)
        return '\t';
    return semicolons >= commas && semicolons > 0 ? ';' : ',';
}

bool CsvRecords::at_end_of_cell() const {
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r';
}

bool CsvRecords::at_space() const {
    return at_ < text_.size() && text_[at_] != separator_ && (text_[at_] == ' ' || text_[at_] == '\t');
}

void CsvRecords::skip_spaces() {
    while (at_space())
        ++at_;
}

void CsvRecords::read_record(std::vector<CsvCell>& cells) {
    for (;;) {
        skip_spaces();
        const bool quoted = at_ < text_.size() && text_[at_] == '"';
        // Beyond the limit the cells are not kept; the record will be refused for their number.
        const CsvCell cell = quoted ? quoted_cell() : plain_cell();
        if (cells.size() <= Document::limit)
            cells.push_back(cell);
        if (at_ >= text_.size() || text_[at_] != separator_)
            break;
        ++at_;
    }
    if (text_.substr(at_, 2) == "\r\n")
        ++at_;
    at_ += at_ < text_.size() ? 1U : 0U;
}

CsvCell CsvRecords::plain_cell() {
    CsvCell cell;
    const std::uint32_t begin = at_;
    std::uint32_t end = begin;
    for (; !at_end_of_cell(); ++at_) {
        if (text_[at_] == '"')
            report_quote(tr("a quote stands inside a cell that does not begin with one"), at_);
        if (!at_space())
            end = at_ + 1;
    }
    cell.span = span(begin, end);
    cell.text = text_.substr(begin, end - begin);
    return cell;
}

CsvCell CsvRecords::quoted_cell() {
    CsvCell cell;
    cell.quoted = true;
    const std::uint32_t begin = at_++;
    bool doubled = false;
    for (; at_ < text_.size(); ++at_) {
        if (text_[at_] != '"')
            continue;
        if (text_.substr(at_, 2) != "\"\"")
            break;
        doubled = true;
        ++at_;
    }
    const std::uint32_t inside = begin + 1;
    const std::string_view written = text_.substr(inside, at_ - inside);
    if (at_ >= text_.size()) {
        at_ = static_cast<std::uint32_t>(text_.size());
        report_quote(tr("this quote is not closed"), begin);
    } else {
        ++at_;
    }
    cell.span = span(begin, at_);
    cell.text = doubled ? without_doubled_quotes(written) : written;
    skip_spaces();
    if (!at_end_of_cell())
        report_quote(tr("something stands between the closing quote and the next separator"), at_);
    while (!at_end_of_cell())
        ++at_;
    return cell;
}

std::string_view CsvRecords::without_doubled_quotes(std::string_view written) {
    std::string text;
    for (std::size_t i = 0; i < written.size(); ++i) {
        text += written[i];
        i += written[i] == '"' ? 1U : 0U;
    }
    return sources_.keep(std::move(text));
}

void CsvRecords::report_quote(const char* text, std::uint32_t place) {
    if (!std::exchange(sound_, false))
        return;
    Diagnostic problem;
    problem.id = "csv.quote";
    problem.message = Message{text, {}};
    problem.span = span(place, place + 1);
    problem.help =
        Message{tr("a cell with quotes or separators stands in quotes, with each quote inside it doubled"), {}};
    diagnostics_.add(std::move(problem));
}

}  // namespace msp
