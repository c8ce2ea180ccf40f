// SPDX-License-Identifier: MIT
#include <msp/ledger/record.hpp>
#include <msp/ledger/values.hpp>

#include <algorithm>
#include <cstring>

namespace msp {
namespace {

// Texts, the likeliest to hold a separator first.
constexpr LedgerColumn free_texts[] = {LedgerColumn::label, LedgerColumn::account_label, LedgerColumn::auxiliary_label,
                                       LedgerColumn::piece, LedgerColumn::journal_label};
constexpr LedgerColumn needed[] = {LedgerColumn::date,   LedgerColumn::account, LedgerColumn::debit,
                                   LedgerColumn::credit, LedgerColumn::amount,  LedgerColumn::side};
constexpr int most_broken_lines = 8;
constexpr std::size_t longest_quoted = std::size_t{1} << 16;  // bytes

// Nearly every field begins and ends with a character of ASCII.
std::string_view inner(std::string_view field) {
    const auto plain = [](char c) { return c > ' '; };
    return field.empty() || (plain(field.front()) && plain(field.back())) ? field : trimmed(field);
}

}  // namespace

RecordReader::RecordReader(std::string_view text, const LedgerForm& form)
    : text_(text), form_(form), end_(form.end == LineEnd::cr ? '\r' : '\n') {
    for (std::size_t byte = 0; byte < 0x20; ++byte)
        kinds_.at(byte) = controls;
    kinds_[0x7f] = controls;
    kinds_.at(static_cast<unsigned char>(form.separator)) = separates;
    for (const LedgerColumn column : needed)
        least_ = std::max(least_, static_cast<std::size_t>(form.field_of[column] + 1));
}

std::size_t RecordReader::line_end(std::size_t at) const {
    const void* found = std::memchr(text_.data() + at, end_, text_.size() - at);
    return found == nullptr ? text_.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
}

void RecordReader::split(std::size_t begin, std::size_t end, RawRecord& record) const {
    record.fields.clear();
    record.control = false;
    std::size_t from = begin;
    for (std::size_t at = begin; at < end; ++at) {
        const std::uint8_t kind = kinds_[static_cast<unsigned char>(text_[at])];
        if (kind == ordinary)
            continue;
        if (kind == controls) {
            record.control = true;
            continue;
        }
        record.fields.push_back(inner(text_.substr(from, at - from)));
        from = at + 1;
    }
    record.fields.push_back(inner(text_.substr(from, end - from)));
}

// The quotation mark that ends the field; nothing where none does soon, and the first is a sign like others.
std::optional<std::size_t> RecordReader::closing(std::size_t open) const {
    const std::size_t limit = std::min(text_.size(), open + longest_quoted);
    for (std::size_t at = open + 1; at < limit; ++at) {
        if (text_[at] != '"')
            continue;
        if (at + 1 < text_.size() && text_[at + 1] == '"') {
            ++at;
            continue;
        }
        std::size_t after = at + 1;
        while (after < text_.size() && text_[after] == ' ')
            ++after;
        const bool ends =
            after == text_.size() || text_[after] == form_.separator || text_[after] == '\r' || text_[after] == '\n';
        return ends ? std::optional(at) : std::nullopt;
    }
    return std::nullopt;
}

void RecordReader::split_quoted(std::size_t begin, RawRecord& record) const {
    record.fields.clear();
    record.control = false;
    std::size_t at = begin;
    std::size_t end = line_end(at);
    for (;;) {
        std::size_t from = at;
        while (from < end && text_[from] == ' ')
            ++from;
        const std::optional<std::size_t> close =
            from < end && text_[from] == '"' ? closing(from) : std::optional<std::size_t>();
        if (close) {
            record.fields.push_back(inner(text_.substr(from + 1, *close - from - 1)));
            if (*close > end)
                end = line_end(*close);
            at = *close + 1;
        } else {
            from = at;
        }
        while (at < end && text_[at] != form_.separator)
            ++at;
        if (!close)
            record.fields.push_back(inner(text_.substr(from, at - from)));
        if (at == end)
            break;
        ++at;
    }
    finish(end, record);
}

void RecordReader::finish(std::size_t end, RawRecord& record) const {
    record.next = static_cast<std::uint32_t>(std::min(end + 1, text_.size()));
    while (end > record.begin && text_[end - 1] == '\r')
        --end;
    record.end = static_cast<std::uint32_t>(end);
}

void RecordReader::read(std::uint32_t at, RawRecord& record) const {
    record.begin = at;
    record.lines = 1;
    record.broken = false;
    record.beyond = false;
    record.joined.reset();
    if (form_.quoted) {
        split_quoted(at, record);
        record.lines += static_cast<std::uint32_t>(std::count(text_.begin() + at, text_.begin() + record.end, end_));
    } else {
        finish(line_end(at), record);
        split(at, record.end, record);
    }
    record.counted = record.fields.size();
    if (record.counted == form_.fields) {
        record.blank = false;
        return;
    }
    record.blank = std::ranges::all_of(record.fields, [](std::string_view field) { return field.empty(); });
    if (record.blank)
        return;
    if (record.counted > form_.fields)
        shorten(record);
    else if (record.counted < least_ && !form_.quoted)
        glue(record);
}

bool RecordReader::plausible(const RawRecord& record) const {
    const auto amount = [&](LedgerColumn column) { return ledger_amount(field(record, column)).has_value(); };
    const auto day = [&](LedgerColumn column) {
        const std::string_view written = field(record, column);
        return no_ledger_day(written) || ledger_day(written);
    };
    const std::string_view account = field(record, LedgerColumn::account);
    const bool sums = form_.by_side() ? amount(LedgerColumn::amount) && ledger_side(field(record, LedgerColumn::side))
                                      : amount(LedgerColumn::debit) && amount(LedgerColumn::credit);
    return sums && ledger_day(field(record, LedgerColumn::date)) && !account.empty() && account.front() >= '0' &&
           account.front() <= '9' && day(LedgerColumn::piece_date) && day(LedgerColumn::letter_date) &&
           day(LedgerColumn::validated);
}

// Lines are put together again until they make a record.
void RecordReader::glue(RawRecord& record) const {
    RawRecord whole = record;
    for (int more = 0; more < most_broken_lines && whole.next < text_.size(); ++more) {
        finish(line_end(whole.next), whole);
        ++whole.lines;
        split(whole.begin, whole.end, whole);
        if (whole.fields.size() > std::size_t{form_.fields} + form_.empty_at_end)
            return;
        if (whole.fields.size() < least_)
            continue;
        if (!plausible(whole))
            return;
        whole.broken = true;
        if (whole.fields.size() > form_.fields)
            whole.fields.resize(form_.fields);
        whole.counted = whole.fields.size();
        record = std::move(whole);
        return;
    }
}

// Too many fields: empty ones at the end, or a separator within a text.
void RecordReader::shorten(RawRecord& record) const {
    std::vector<std::string_view>& fields = record.fields;
    for (std::size_t i = 0; i < form_.empty_at_end && fields.size() > form_.fields && fields.back().empty(); ++i)
        fields.pop_back();
    if (fields.size() == form_.fields) {
        record.counted = form_.fields;
        return;
    }
    const std::size_t excess = fields.size() - form_.fields;
    const std::vector<std::string_view> written = fields;
    for (const LedgerColumn column : free_texts) {
        if (!form_.has(column))
            continue;
        const auto index = static_cast<std::size_t>(form_.field_of[column]);
        const char* const begin = written[index].data();
        const char* const end = written[index + excess].data() + written[index + excess].size();
        fields = written;
        fields[index] = {begin, static_cast<std::size_t>(end - begin)};
        fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(index) + 1,
                     fields.begin() + static_cast<std::ptrdiff_t>(index + excess) + 1);
        if (plausible(record)) {
            record.joined = column;
            return;
        }
    }
    fields.assign(written.begin(), written.begin() + form_.fields);
    record.beyond = std::ranges::any_of(written.begin() + form_.fields, written.end(),
                                        [](std::string_view field) { return !field.empty(); });
}

}  // namespace msp
