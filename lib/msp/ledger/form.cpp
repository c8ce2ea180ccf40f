// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/ledger/form.hpp>
#include <msp/ledger/text_code.hpp>
#include <msp/ledger/values.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace msp {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::size_t least_columns = 4;  // that a header names, to be one
constexpr std::size_t most_columns = 1000;
constexpr std::size_t bic_columns = 18;  // of every form of the law

struct HeaderName {
    std::string_view text;
    std::optional<NamedColumn> column;
};

std::string_view unquoted(std::string_view name) {
    name = trimmed(name);
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
        name = trimmed(name.substr(1, name.size() - 2));
    return name;
}

std::vector<HeaderName> names_of(std::string_view header, char separator) {
    std::vector<HeaderName> names;
    for (std::size_t end = 0; end != std::string_view::npos; header.remove_prefix(end + 1)) {
        end = header.find(separator);
        const std::string_view name = unquoted(header.substr(0, end));
        names.push_back({name, column_named(name)});
        if (end == std::string_view::npos)
            break;
    }
    return names;
}

// The lines before the records.
struct Header {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t records = 0;
    std::uint32_t line = 1;
    LineEnd line_end = LineEnd::lf;
};

Header header_of(std::string_view text) {
    std::size_t begin = 0;
    while (text.substr(begin).starts_with(byte_order_mark))
        begin += byte_order_mark.size();
    begin = std::min(text.find_first_not_of("\r\n \t", begin), text.size());
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    const std::size_t after = std::min(text.find_first_not_of('\r', end), text.size());
    Header header;
    header.begin = static_cast<std::uint32_t>(begin);
    header.end = static_cast<std::uint32_t>(end);
    const bool lf = after == end || after == text.size() || text[after] == '\n';
    header.line_end = lf ? LineEnd::lf : LineEnd::cr;
    header.records = static_cast<std::uint32_t>(std::min(lf ? after + 1 : end + 1, text.size()));
    header.line = 1 + static_cast<std::uint32_t>(std::count(
                          text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), lf ? '\n' : '\r'));
    return header;
}

// The sign that stands most often in the header.
char separator_of(std::string_view header) {
    constexpr std::string_view known = "\t|;,";
    return *std::ranges::max_element(known, {}, [&](char c) { return std::ranges::count(header, c); });
}

class FormReader {
 public:
    FormReader(std::string_view text, LedgerFindings& findings)
        : text_(text),
          findings_(findings),
          header_(header_of(text)),
          line_(text.substr(header_.begin, header_.end - header_.begin)) {}

    std::optional<LedgerForm> read() {
        form_.separator = separator_of(line_);
        names_ = names_of(line_, form_.separator);
        const auto known =
            std::ranges::count_if(names_, [](const HeaderName& name) { return name.column.has_value(); });
        if (static_cast<std::size_t>(known) < least_columns || names_.size() > most_columns) {
            no_header();
            return std::nullopt;
        }
        form_.end = header_.line_end;
        form_.header_begin = header_.begin;
        form_.records_begin = header_.records;
        form_.records_line = header_.line + 1;
        columns();
        if (needed_are_missing())
            return std::nullopt;
        lawful_columns();
        marks();
        code();
        return form_;
    }

 private:
    [[nodiscard]] LedgerPlace place(std::string_view part) const {
        const auto begin = static_cast<std::uint32_t>(part.data() - text_.data());
        return {begin, begin + static_cast<std::uint32_t>(part.size()), header_.line};
    }

    void no_header() {
        LedgerFinding finding{LedgerFault::unknown,
                              {},
                              {tr("this is no accounting export: its first line names no "
                                  "columns of a FEC"),
                               {}}};
        finding.help = Message{tr("the first line of a FEC is JournalCode, JournalLib, EcritureNum, EcritureDate and "
                                  "so on, with a tab or | between them"),
                               {}};
        if (line_.starts_with('<'))
            finding.help =
                Message{tr("this may be a FEC in XML: ask the accounting software for the flat text file"), {}};
        finding.place = {header_.begin, header_.end, header_.line};
        if (text_.empty()) {
            finding.message = {tr("the file is empty"), {}};
            finding.place = {0, 0, 1};
        }
        findings_.add(std::move(finding));
    }

    void columns() {
        while (!names_.empty() && names_.back().text.empty()) {
            names_.pop_back();
            ++form_.empty_at_end;
        }
        form_.fields = static_cast<std::uint16_t>(names_.size());
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const auto& [text, named] = names_[i];
            if (!named)
                continue;
            std::int16_t& field = form_.field_of[named->column];
            if (field >= 0) {
                findings_.add({LedgerFault::column_twice,
                               place(text),
                               {tr("the column {name} stands here a second time, and is not read"),
                                {{"name", std::string(name_of(named->column))}}},
                               Message{tr("leave it out, or give it a name of its own"), {}}});
                continue;
            }
            field = static_cast<std::int16_t>(i);
            if (!named->by_law)
                findings_.add(
                    {LedgerFault::column_name,
                     place(text),
                     {tr("the law calls this column {name}"), {{"name", std::string(name_of(named->column))}}},
                     Message{tr("it is read as that; the name is to be put right in the accounting software"), {}}});
        }
        if (form_.empty_at_end != 0)
            findings_.add({LedgerFault::trailing,
                           {header_.end - 1, header_.end, header_.line},
                           {tr("the header ends with a separator, behind which there is no column"), {}},
                           Message{tr("it is read as if it were not there"), {}}});
        // Both pairs: debit and credit are taken.
        if (form_.has(LedgerColumn::debit) && form_.has(LedgerColumn::credit))
            form_.field_of[LedgerColumn::amount] = form_.field_of[LedgerColumn::side] = -1;
        else if (form_.has(LedgerColumn::amount) && form_.has(LedgerColumn::side))
            form_.field_of[LedgerColumn::debit] = form_.field_of[LedgerColumn::credit] = -1;
    }

    bool needed_are_missing() {
        std::vector<LedgerColumn> missing;
        for (const LedgerColumn column : {LedgerColumn::date, LedgerColumn::account}) {
            if (!form_.has(column))
                missing.push_back(column);
        }
        const bool by_side = !form_.has(LedgerColumn::debit) && !form_.has(LedgerColumn::credit) &&
                             (form_.has(LedgerColumn::amount) || form_.has(LedgerColumn::side));
        for (const LedgerColumn column : by_side ? std::array{LedgerColumn::amount, LedgerColumn::side}
                                                 : std::array{LedgerColumn::debit, LedgerColumn::credit}) {
            if (!form_.has(column))
                missing.push_back(column);
        }
        for (const LedgerColumn column : missing) {
            std::vector<std::string_view> unknown;
            for (const HeaderName& name : names_) {
                if (!name.column)
                    unknown.push_back(name.text);
            }
            std::optional<Message> help = did_you_mean(name_of(column), unknown);
            if (help)
                help = Message{tr("\"{typed}\" may be meant: write {name}"),
                               {{"typed", *nearest(name_of(column), unknown)}, {"name", std::string(name_of(column))}}};
            else
                help = Message{tr("export all columns of the law; without this one no line can be read"), {}};
            findings_.add({LedgerFault::column,
                           place(line_),
                           {tr("there is no column {name}"), {{"name", std::string(name_of(column))}}},
                           std::move(help),
                           {},
                           static_cast<std::uint32_t>(column)});
        }
        return !missing.empty();
    }

    void lawful_columns() {
        std::vector<std::string_view> missing;
        for (std::size_t i = 0; i < static_cast<std::size_t>(LedgerColumn::client); ++i) {
            const auto column = static_cast<LedgerColumn>(i);
            const bool other_pair =
                form_.by_side() && (column == LedgerColumn::debit || column == LedgerColumn::credit);
            if (!form_.has(column) && !other_pair && (i < bic_columns || form_.cash()))
                missing.push_back(name_of(column));
        }
        if (!missing.empty())
            findings_.add({LedgerFault::columns,
                           place(line_),
                           {tr("the law asks for {n:a column|columns} that {n:is|are} not here: {names}"),
                            {{"n", static_cast<std::int64_t>(missing.size())}, {"names", listed(missing)}}},
                           Message{tr("export them too, be they empty"), {}}});
        std::int16_t before = -1;
        for (std::size_t i = 0; i < ledger_columns; ++i) {
            const std::int16_t field = form_.field_of.at(i);
            const bool pair = i >= static_cast<std::size_t>(LedgerColumn::amount);
            if (field < 0 || pair)
                continue;
            if (field < before) {
                const std::string_view text = names_[static_cast<std::size_t>(field)].text;
                findings_.add({LedgerFault::column_order,
                               place(text),
                               {tr("{name} stands before columns that come first in the law"),
                                {{"name", std::string(name_of(static_cast<LedgerColumn>(i)))}}},
                               Message{tr("columns are read by their names, in any order"), {}}});
                return;
            }
            before = field;
        }
    }

    void marks() {
        const std::string_view records = text_.substr(header_.records);
        const std::size_t quote = line_.starts_with('"')     ? header_.begin
                                  : records.starts_with('"') ? header_.records
                                                             : text_.size();
        const bool by_spreadsheet = form_.separator == ';' || form_.separator == ',';
        form_.quoted = by_spreadsheet || quote < text_.size();
        if (by_spreadsheet) {
            const std::size_t at = line_.find(form_.separator);
            findings_.add(
                {LedgerFault::separator,
                 place(line_.substr(at, 1)),
                 {tr("a FEC has a tab or | between its columns"), {}},
                 Message{tr("this file went through a spreadsheet, or was exported for one: export it anew"), {}}});
        }
        if (quote < text_.size())
            findings_.add(
                {LedgerFault::quotes,
                 {static_cast<std::uint32_t>(quote), static_cast<std::uint32_t>(quote + 1),
                  quote == header_.begin ? header_.line : header_.line + 1},
                 {tr("a FEC has no quotation marks around its fields"), {}},
                 Message{tr("this file went through a spreadsheet, or was exported for one: export it anew"), {}}});
    }

    void code() {
        const CodeFound found = code_of(text_);
        form_.code = found.code;
        const std::optional<std::uint32_t> at = found.windows ? found.windows : found.stray;
        if (!at)
            return;
        const auto line_of = [&] {
            const char end = form_.end == LineEnd::cr ? '\r' : '\n';
            return static_cast<std::uint32_t>(1 + std::count(text_.begin(), text_.begin() + *at, end));
        };
        LedgerFinding finding{LedgerFault::encoding,
                              {*at, *at + 1, line_of()},
                              {tr("the file is in Windows-1252; a FEC is in ASCII, ISO 8859-15 or UTF-8"), {}}};
        finding.help = Message{tr("it is read all the same; choose UTF-8 in the accounting software"), {}};
        if (!found.windows)
            finding.message = {tr("the file is in UTF-8, but {n} {n:byte is|bytes are} no part of a character"),
                               {{"n", std::int64_t{found.strays}}}};
        findings_.add(std::move(finding));
    }

    std::string_view text_;
    LedgerFindings& findings_;
    Header header_;
    std::string_view line_;
    LedgerForm form_;
    std::vector<HeaderName> names_;
};

}  // namespace

std::optional<LedgerForm> ledger_form(std::string_view text, LedgerFindings& findings) {
    return FormReader(text, findings).read();
}

}  // namespace msp
