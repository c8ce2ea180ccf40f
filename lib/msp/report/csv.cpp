// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/report/csv.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t csv_chunk = 65536;
constexpr std::size_t longest_literal = 255;  // of a text in a formula, in Excel
constexpr std::size_t longest_number = 15;    // in digits, in any spreadsheet

enum Trait : unsigned char { separator = 1, line_break = 2, quote = 4, digit = 8, other = 16 };

constexpr std::array<unsigned char, 256> make_traits() {
    std::array<unsigned char, 256> traits{};
    traits.fill(other);
    for (const char c : {',', ';', '\t', '|'})
        traits[static_cast<unsigned char>(c)] = separator;
    for (const char c : {'\r', '\n'})
        traits[static_cast<unsigned char>(c)] = line_break;
    traits['"'] = quote;
    for (unsigned char c = '0'; c <= '9'; ++c)
        traits[c] = digit;
    return traits;
}

constexpr std::array<unsigned char, 256> traits = make_traits();

constexpr char mark = '\1';     // a combining accent
constexpr char unknown = '\2';  // stands in no number and no date

// A character as a spreadsheet takes it: lower case, without accent, any space a blank, any currency a dollar.
struct Folded {
    char letter;
    std::size_t bytes;
};

bool is_space(char32_t code) {
    return code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200F) || code == 0x202F || code == 0x205F ||
           code == 0x2060 || code == 0x3000 || code == 0xFEFF;
}

char fold_beyond_ascii(char32_t code) {
    if (is_space(code))
        return ' ';
    if (code == 0xE9 || code == 0xC9)  // e acute
        return 'e';
    if (code == 0xFB || code == 0xDB)  // u circumflex
        return 'u';
    if (code == 0x301 || code == 0x302)
        return mark;
    if (code == 0x20AC || code == 0xA3)
        return '$';
    if (code > 0xFF00 && code < 0xFF5F)  // full-width ASCII
        return static_cast<char>(code - 0xFEE0);
    return unknown;
}

Folded fold(std::string_view rest) {
    const auto first = static_cast<unsigned char>(rest[0]);
    if (first >= 0x80) {
        const CodePoint character = decode(rest, 0);
        return {character.valid ? fold_beyond_ascii(character.value) : unknown, character.length};
    }
    if (first >= 'A' && first <= 'Z')
        return {static_cast<char>(first | 0x20), 1};
    return {first == '\v' || first == '\f' ? ' ' : rest[0], 1};
}

// The first character that is not a space; 0 where there is none.
char first_letter(std::string_view line) {
    while (!line.empty()) {
        const Folded next = fold(line);
        if (next.letter != ' ')
            return next.letter;
        line.remove_prefix(next.bytes);
    }
    return '\0';
}

std::string_view without_apostrophes(std::string_view cell) {
    return cell.substr(std::min(cell.find_first_not_of('\''), cell.size()));
}

// Whether a spreadsheet that begins a cell here would run it. Apostrophes are looked through, so that one of the user's
// in such a place gets a second one: whoever takes one away has the text again. Quotation marks are looked through,
// since they may open a cell.
bool opens_formula(std::string_view rest) {
    rest = without_apostrophes(rest);
    char first = first_letter(rest);
    while (first == '"') {
        rest.remove_prefix(rest.find('"') + 1);
        first = first_letter(rest);
    }
    return std::string_view("=+-@\t").find(first) != std::string_view::npos && first != '\0';
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool opens_formula_or_breaks(std::string_view cell) {
    const char first = first_letter(without_apostrophes(cell));
    return first == '\r' || first == '\n' || opens_formula(cell);
}

// Months and days as Excel and LibreOffice take them beside figures, in French and English.
constexpr std::string_view calendar_words[] = {
    "am",       "aou",      "aout",    "apr",       "april",     "aug",      "august",  "avr",     "avril",   "dec",
    "december", "decembre", "dim",     "dimanche",  "feb",       "february", "fev",     "fevr",    "fevrier", "jan",
    "january",  "janv",     "janvier", "jeu",       "jeudi",     "juil",     "juillet", "juin",    "jul",     "july",
    "jun",      "june",     "lun",     "lundi",     "mai",       "mar",      "march",   "mardi",   "mars",    "may",
    "mer",      "mercredi", "nov",     "november",  "novembre",  "oct",      "october", "octobre", "pm",      "sam",
    "samedi",   "sep",      "sept",    "september", "septembre", "ven",      "vendredi"};
static_assert(std::ranges::is_sorted(calendar_words));

bool is_word_letter(char c) {
    return (c >= 'a' && c <= 'z') || c == mark;
}

// Whether a French Excel or LibreOffice would turn a text with figures into a value: 1/2 into a day, 10:30 into a time,
// 1e5 into a number, "3 mars" into a date. Such a cell would change without a word, so that it needs an apostrophe; but
// one that needs none must not get one, since a program would read it back with it.
//
// Neither program publishes its grammar. What was tried comes down to this: a value is made of runs of digits, of the
// signs that stand in dates, times, amounts and percentages, of names of months and days, and of a few letters in set
// places (the e of 1e5, the T of an ISO date, a final a or p for the half of a day). Anything else makes it text. Four
// runs of digits or more, a later one of them too short for thousands, without a sign of an amount or a time and
// without a name, are a telephone number or the like: too many parts for a date, and text to both.
//
// The cell is read once from left to right, folded to lower case without accents, and without memory of its own: this
// runs for every text cell of a table.
class ValueReader {
 public:
    explicit ValueReader(std::string_view cell) : rest_(cell) {}

    [[nodiscard]] bool reads_as_value() {
        while (!rest_.empty()) {
            const Folded next = fold(rest_);
            if (is_word_letter(next.letter) ? !take_word() : !take(next))
                return false;
        }
        // Telephone numbers and the like: too many parts for a date, too short for thousands.
        return runs_ < 4 || !short_run_ || amount_or_time_ || word_;
    }

 private:
    [[nodiscard]] bool take(Folded next) {
        if (next.letter >= '0' && next.letter <= '9') {
            take_digits();
            return true;
        }
        rest_.remove_prefix(next.bytes);
        after_digit_ = false;
        amount_or_time_ = amount_or_time_ || std::string_view(":,%$").find(next.letter) != std::string_view::npos;
        return std::string_view(" .,/-+:%()$").find(next.letter) != std::string_view::npos;
    }

    void take_digits() {
        std::size_t length = 0;
        for (Folded next = fold(rest_); next.letter >= '0' && next.letter <= '9'; next = fold(rest_)) {
            ++length;
            rest_.remove_prefix(next.bytes);
            if (rest_.empty())
                break;
        }
        short_run_ = short_run_ || (runs_ > 0 && length < 3);
        ++runs_;
        after_digit_ = true;
    }

    [[nodiscard]] bool take_word() {
        std::array<char, 9> letters{};
        std::size_t length = 0;
        while (!rest_.empty()) {
            const Folded next = fold(rest_);
            if (!is_word_letter(next.letter))
                break;
            rest_.remove_prefix(next.bytes);
            if (next.letter == mark)
                continue;
            if (length == letters.size())
                return false;
            letters[length++] = next.letter;
        }
        const std::string_view found(letters.data(), length);
        if (found == "e" || found == "t")
            return take_joint(found[0]);
        if (found == "a" || found == "p")  // 3 A is three in the morning; 3A is a house
            return !after_digit_ && rest_.empty();
        word_ = true;
        return std::ranges::binary_search(calendar_words, found);
    }

    // The letter inside 1e5, 1E-5 and 2026-04-01T12:00. LibreOffice even takes 1,5e 5 and 1,5/e5.
    [[nodiscard]] bool take_joint(char letter) {
        if (letter == 'e' && !rest_.empty() && (rest_[0] == '+' || rest_[0] == '-'))
            rest_.remove_prefix(1);
        const char next = first_letter(rest_);
        const bool before_digit = next >= '0' && next <= '9';
        if (letter == 'e')
            return before_digit && runs_ > 0;
        return before_digit && after_digit_ && rest_.size() > 2 && rest_[2] == ':';
    }

    std::string_view rest_;
    std::size_t runs_ = 0;
    bool short_run_ = false;
    bool amount_or_time_ = false;
    bool word_ = false;
    bool after_digit_ = false;
};

bool is_truth_value(std::string_view cell) {
    std::array<char, 5> letters{};
    std::size_t length = 0;
    while (!cell.empty()) {
        const Folded next = fold(cell);
        cell.remove_prefix(next.bytes);
        if (next.letter == ' ')
            continue;
        if (length == letters.size() || !is_word_letter(next.letter))
            return false;
        letters[length++] = next.letter;
    }
    const std::string_view found(letters.data(), length);
    return found == "vrai" || found == "faux" || found == "true" || found == "false";
}

bool reads_as_value(std::string_view cell, unsigned seen) {
    return (seen & digit) != 0 ? ValueReader(cell).reads_as_value() : is_truth_value(cell);
}

// In the other dialect, or where somebody chooses another separator, the cell is cut at each separator and line break:
// what follows one is guarded like a cell.
void append_quoted(std::string& out, std::string_view cell, std::string_view guard) {
    out += '"';
    out += guard;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const unsigned char trait = traits[static_cast<unsigned char>(cell[i])];
        if ((trait & (separator | line_break | quote)) == 0)
            continue;
        out.append(cell.substr(copied, i + 1 - copied));
        copied = i + 1;
        if (trait == quote)
            out += '"';
        else if (opens_formula(cell.substr(copied)))
            out += '\'';
    }
    out.append(cell.substr(copied)) += '"';
}

void append_number(std::string& out, std::int64_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void append_two_digits(std::string& out, unsigned number) {
    out += static_cast<char>('0' + number / 10);
    out += static_cast<char>('0' + number % 10);
}

}  // namespace

Csv::Csv(TextSink sink, CsvDialect dialect, CsvReader reader, bool continues)
    : sink_(std::move(sink)), dialect_(dialect), reader_(reader) {
    buffer_.reserve(csv_chunk + csv_chunk / 8);
    if (dialect_ == CsvDialect::excel_fr && !continues)
        buffer_ = "\xEF\xBB\xBF";
}

void Csv::separate() {
    if (column_ != 0)
        buffer_ += dialect_ == CsvDialect::excel_fr ? ';' : ',';
    ++column_;
}

void Csv::text(std::string_view text) {
    separate();
    if (column_ > above_.size())
        above_.resize(column_);
    AsItIs& above = above_[column_ - 1];
    const std::size_t begin = buffer_.size();
    const bool same = above.size == text.size() && std::string_view(buffer_).substr(above.begin, above.size) == text;
    if (same)
        buffer_ += text;
    else
        append_text(text);
    const bool as_it_is = same || std::string_view(buffer_).substr(begin) == text;
    above = {begin, as_it_is ? text.size() : 0};
}

void Csv::append_text(std::string_view text) {
    const std::string shown = reader_ == CsvReader::person ? visible(text) : std::string();
    const std::string_view cell = reader_ == CsvReader::person ? shown : text;
    if (cell.empty())
        return;
    unsigned seen = 0;
    for (const char c : cell)
        seen |= traits[static_cast<unsigned char>(c)];
    const bool excel = dialect_ == CsvDialect::excel_fr;
    if (excel && seen == digit && cell.size() <= longest_literal) {
        buffer_.append("\"=\"\"").append(cell).append("\"\"\"");
        return;
    }
    const bool plain_start =
        (traits[static_cast<unsigned char>(cell.front())] & digit) != 0 || is_ascii_letter(cell.front());
    const bool guarded =
        (!plain_start && opens_formula_or_breaks(cell)) || (excel && reads_as_value(without_apostrophes(cell), seen));
    const std::string_view guard = guarded ? "'" : "";
    const bool breaks = (seen & (separator | line_break | quote)) != 0;
    if (breaks || cell.front() == ' ' || cell.back() == ' ')
        append_quoted(buffer_, cell, guard);
    else
        buffer_.append(guard).append(cell);
}

void Csv::money(Money amount) {
    separate();
    append_plain(buffer_, amount);
    if (dialect_ == CsvDialect::excel_fr)
        buffer_[buffer_.size() - 3] = ',';
}

void Csv::date(Date date) {
    separate();
    if (dialect_ == CsvDialect::rfc4180) {
        append_iso(buffer_, date);
        return;
    }
    const YearMonthDay day = date.fields();
    append_two_digits(buffer_, day.day);
    buffer_ += '/';
    append_two_digits(buffer_, day.month);
    buffer_ += '/';
    append_number(buffer_, day.year);
}

void Csv::month(Month month) {
    separate();
    append_number(buffer_, month.year());
    buffer_ += dialect_ == CsvDialect::excel_fr ? "-M" : "-";
    append_two_digits(buffer_, month.month());
}

void Csv::word(std::string_view cell) {
    separate();
    buffer_ += cell;
}

void Csv::integer(std::int64_t number) {
    separate();
    append_number(buffer_, number);
}

void Csv::number(std::string_view digits) {
    const bool excel = dialect_ == CsvDialect::excel_fr;
    if (excel && digits.size() > longest_number && digits.find('.') == std::string_view::npos) {
        text(digits);
        return;
    }
    separate();
    const std::size_t begin = buffer_.size();
    buffer_ += digits;
    if (!excel)
        return;
    if (const std::size_t point = buffer_.find('.', begin); point != std::string::npos)
        buffer_[point] = ',';
}

void Csv::empty() {
    separate();
}

void Csv::end_row() {
    buffer_ += dialect_ == CsvDialect::excel_fr ? "\r\n" : "\n";
    column_ = 0;
    if (buffer_.size() < csv_chunk)
        return;
    sink_(buffer_);
    buffer_.clear();
    above_.clear();
}

void Csv::finish() {
    if (!buffer_.empty())
        sink_(buffer_);
    buffer_.clear();
}

}  // namespace msp
