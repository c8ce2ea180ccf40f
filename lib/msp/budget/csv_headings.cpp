// SPDX-License-Identifier: MIT
#include <msp/budget/csv_headings.hpp>
#include <msp/budget/dated_rows.hpp>
#include <msp/budget/key_name.hpp>
#include <msp/budget/keys_bank_row.hpp>
#include <msp/budget/rows.hpp>
#include <msp/budget/suggest.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/read/readers.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace msp {
namespace {

// The columns of a schedule.
constexpr int position(Slot<Section::bank_row> key) {
    return key.position();
}
constexpr int due_date_column = position("date"_key);
constexpr int principal_column = position("principal"_key);
constexpr int interest_column = position("interest"_key);
constexpr int insurance_column = position("insurance"_key);
constexpr int payment_column = position("payment"_key);
constexpr int outstanding_column = position("outstanding"_key);

// Beside the positions of keys.
constexpr int unknown = -1;
constexpr int unused = -2;       // known, and of no use here
constexpr int date_or_sum = -3;  // « Échéance » is the day, the amount or the rank

struct BankWord {
    std::string_view plain;
    int slot;
};

// What banks write over the columns of a schedule, beside the keys themselves.
constexpr auto bank_words = std::to_array<BankWord>({
    {"echeance", date_or_sum},
    {"echeances", date_or_sum},
    {"date echeance", due_date_column},
    {"date d echeance", due_date_column},
    {"date de l echeance", due_date_column},
    {"date des echeances", due_date_column},
    {"date prelevement", due_date_column},
    {"date de prelevement", due_date_column},
    {"date paiement", due_date_column},
    {"date de paiement", due_date_column},
    {"due date", due_date_column},
    {"payment date", due_date_column},
    {"capital amorti", principal_column},
    {"capital rembourse", principal_column},
    {"capital echu", principal_column},
    {"amortissement", principal_column},
    {"amortissement capital", principal_column},
    {"amortissement du capital", principal_column},
    {"remboursement capital", principal_column},
    {"remboursement du capital", principal_column},
    {"montant capital", principal_column},
    {"part capital", principal_column},
    {"part de capital", principal_column},
    {"dont capital", principal_column},
    {"interet", interest_column},
    {"montant interets", interest_column},
    {"montant des interets", interest_column},
    {"part interets", interest_column},
    {"part d interets", interest_column},
    {"dont interets", interest_column},
    {"interests", interest_column},
    {"assurances", insurance_column},
    {"assurance emprunteur", insurance_column},
    {"cotisation assurance", insurance_column},
    {"cotisation d assurance", insurance_column},
    {"prime assurance", insurance_column},
    {"prime d assurance", insurance_column},
    {"montant assurance", insurance_column},
    {"dont assurance", insurance_column},
    {"montant", payment_column},
    {"montant echeance", payment_column},
    {"montant de l echeance", payment_column},
    {"montant total", payment_column},
    {"montant preleve", payment_column},
    {"mensualite", payment_column},
    {"montant mensualite", payment_column},
    {"montant de la mensualite", payment_column},
    {"mensualite totale", payment_column},
    {"trimestrialite", payment_column},
    {"annuite", payment_column},
    {"echeance totale", payment_column},
    {"total", payment_column},
    {"total echeance", payment_column},
    {"total a payer", payment_column},
    {"instalment", payment_column},
    {"capital restant du", outstanding_column},
    {"capital restant du apres echeance", outstanding_column},
    {"capital restant", outstanding_column},
    {"capital restant a rembourser", outstanding_column},
    {"capital du", outstanding_column},
    {"crd", outstanding_column},
    {"reste du", outstanding_column},
    {"solde", outstanding_column},
    {"solde restant du", outstanding_column},
    {"encours", outstanding_column},
    {"balance", outstanding_column},
    {"outstanding balance", outstanding_column},
    {"outstanding capital", outstanding_column},
    {"outstanding principal", outstanding_column},
    {"n", unused},
    {"no", unused},
    {"nr", unused},
    {"num", unused},
    {"numero", unused},
    {"n echeance", unused},
    {"n d echeance", unused},
    {"no echeance", unused},
    {"no d echeance", unused},
    {"numero echeance", unused},
    {"numero d echeance", unused},
    {"rang", unused},
    {"rank", unused},
    {"number", unused},
    {"periode", unused},
    {"period", unused},
    {"deblocage", unused},
    {"deblocages", unused},
    {"montant debloque", unused},
    {"deblocage des fonds", unused},
    {"mise a disposition", unused},
    {"drawdown", unused},
    {"taux", unused},
    {"rate", unused},
    {"devise", unused},
    {"currency", unused},
    {"libelle", unused},
    {"label", unused},
});

// A unit after the name is for the reader: "Montant (€)", "Surface m²", "Amount EUR".
constexpr std::array<std::string_view, 12> unit_words = {"€",  "eur", "euro", "euros", "en",     "in",
                                                         "m2", "m²",  "etp",  "fte",   "heures", "ttc"};

// Lower case without accents and brackets, words parted by one space.
std::string plain_heading(std::string_view text) {
    std::string bare;
    int brackets = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = decode(text, at);
        const std::string_view written = text.substr(at, character.length);
        at += character.length;
        const char32_t value = character.value;
        const bool mark = value == U'\u00b0' || value == U'\u00ba' || (value >= 0x300 && value <= 0x36f);
        brackets += value == U'(' || value == U'[' ? 1 : 0;
        const bool parts =
            value == U'\u00a0' || value == U'\u202f' || value == U'\u2019' ||
            (value < 0x80 && std::string_view("'_-:./*()[]").find(static_cast<char>(value)) != std::string_view::npos);
        if (brackets == 0 && !mark)
            bare += parts ? " " : written;
        brackets -= brackets > 0 && (value == U')' || value == U']') ? 1 : 0;
    }
    std::string plain;
    for (const char c : folded(bare))
        if (c != '-' || (!plain.empty() && plain.back() != ' '))
            plain += c == '-' ? ' ' : c;
    plain.erase(plain.find_last_not_of(' ') + 1);
    return plain;
}

std::string without_units(std::string plain) {
    for (;;) {
        const std::size_t space = plain.rfind(' ');
        if (space == std::string::npos ||
            std::ranges::find(unit_words, std::string_view(plain).substr(space + 1)) == unit_words.end())
            return plain;
        plain.resize(space);
    }
}

bool looks_like_date(std::string_view cell) {
    const auto count = [cell](char c) { return std::ranges::count(cell, c); };
    return count('/') == 2 || count('-') == 2 || (count('.') == 2 && cell.size() <= 10 && count(',') == 0);
}

// Blanks that group digits count for nothing.
bool is_figure(std::string_view cell) {
    constexpr std::string_view others = "0123456789+-.,%() ";
    for (std::size_t at = 0; at < cell.size();) {
        const CodePoint character = decode(cell, at);
        at += character.length;
        const bool known = character.value < 0x80
                               ? others.find(static_cast<char>(character.value)) != std::string_view::npos
                               : character.value == U'\u00a0' || character.value == U'\u202f' ||
                                     character.value == U'€' || character.value == U'\u2212';
        if (!known)
            return false;
    }
    return true;
}

bool is_nothing(std::string_view cell) {
    return is_figure(cell) && cell.find_first_of("123456789") == std::string_view::npos;
}

// 1, 2, 3 …, or from 0.
bool is_rank(const std::vector<std::string_view>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i] != std::to_string(i) && cells[i] != std::to_string(i + 1))
            return false;
    return true;
}

KeyMatch match_of(Section section, std::string_view text) {
    const std::string plain = plain_heading(text);
    for (std::string name : {plain, without_units(plain)}) {
        std::ranges::replace(name, ' ', '_');
        if (const KeyMatch found = find_key(section, name); found.slot >= 0)
            return found;
    }
    return {};
}

// A heading with points names a key of a table within: the whole path as keys are written.
std::optional<std::string> key_path(Section section, std::string_view text) {
    std::string path;
    for (;;) {
        const std::size_t point = text.find('.');
        const KeyMatch found = match_of(section, text.substr(0, point));
        if (found.slot < 0)
            return std::nullopt;
        const Key& key = keys_of(section)[static_cast<std::size_t>(found.slot)];
        path += (path.empty() ? "" : ".") + std::string(found.french ? key.french : key.english);
        if (point == std::string_view::npos)
            return path;
        text.remove_prefix(point + 1);
        if (key.type == KeyType::free_table)  // a name of the user's own
            return path + '.' + std::string(text);
        section = key.child;
    }
}

class Namer {
 public:
    Namer(std::vector<Heading>& headings, Section section, const ColumnCells& cells, Diagnostics& diagnostics)
        : headings_(headings), section_(section), cells_(cells), diagnostics_(diagnostics) {}

    bool run(Sources& sources) {
        const std::size_t before = diagnostics_.errors();
        for (std::size_t i = 0; i < headings_.size(); ++i)
            if (headings_[i].used)
                of_bank() ? find_in_schedule(i) : find_in_list(i);
        settle_capital();
        for (Column& column : columns_)
            if (column.slot >= 0 && of_bank())
                column.key = name_of(column.slot);
        tell_unknown();
        tell_repeated();
        if (diagnostics_.errors() == before)
            tell_missing();
        for (const Column& column : columns_)
            if (headings_[column.index].text != column.key)
                headings_[column.index].text = sources.keep(column.key);
        return diagnostics_.errors() == before;
    }

 private:
    struct Column {
        std::size_t index;
        int slot;         // of a schedule
        std::string key;  // empty while it is not known
    };

    [[nodiscard]] bool of_bank() const { return section_ == Section::bank_row; }
    [[nodiscard]] std::string name_of(int slot) const {
        const Key& key = keys_of(section_)[static_cast<std::size_t>(slot)];
        return french_ ? key.french : key.english;
    }
    [[nodiscard]] const Column* column_of(int slot) const {
        const auto found = std::ranges::find(columns_, slot, &Column::slot);
        return found == columns_.end() ? nullptr : &*found;
    }

    void find_in_list(std::size_t index) {
        const std::string_view text = headings_[index].text;
        french_ = french_ || match_of(section_, text).french;
        const std::optional<std::string> whole = key_path(section_, text);
        columns_.push_back({index, unknown, whole.value_or("")});
    }

    void find_in_schedule(std::size_t index) {
        const KeyMatch match = match_of(section_, headings_[index].text);
        int slot = match.slot;
        const std::string plain = without_units(plain_heading(headings_[index].text));
        const auto* word = std::ranges::find(bank_words, plain, &BankWord::plain);
        if (word != bank_words.end() && (slot < 0 || word->slot == date_or_sum)) {
            slot = word->slot == date_or_sum ? meaning_of_due(index) : word->slot;
            french_ = true;
        }
        french_ = french_ || match.french;
        if (slot == unknown && std::ranges::all_of(cells_(index), is_nothing))
            slot = unused;
        if (slot == unused)
            headings_[index].used = false;
        else
            columns_.push_back({index, slot, {}});
    }

    // « Échéance » says what its cells say.
    [[nodiscard]] int meaning_of_due(std::size_t index) const {
        const std::vector<std::string_view> cells = cells_(index);
        if (cells.empty() || is_rank(cells))
            return unused;
        if (std::ranges::all_of(cells, looks_like_date))
            return due_date_column;
        return std::ranges::all_of(cells, is_figure) ? payment_column : unknown;
    }

    // « Capital » beside « Amortissement » is the capital that is still owed.
    void settle_capital() {
        if (!of_bank() || column_of(outstanding_column) != nullptr ||
            std::ranges::count(columns_, principal_column, &Column::slot) != 2)
            return;
        for (Column& column : columns_)
            if (column.slot == principal_column && plain_heading(headings_[column.index].text) == "capital")
                column.slot = outstanding_column;
    }

    [[nodiscard]] Language language() const { return french_ ? Language::french : Language::english; }

    void tell_unknown() {
        for (const Column& column : columns_) {
            const Heading& heading = headings_[column.index];
            if (column.key.empty())
                diagnostics_.error(
                    "csv.header-unknown",
                    {tr("the column \"{name}\" is not known here"), {{"name", std::string(heading.text)}}},
                    heading.span, help_for_key(section_, plain_heading(heading.text), language()));
        }
    }

    void tell_repeated() {
        for (auto column = columns_.begin(); column != columns_.end(); ++column) {
            const auto first =
                std::find_if(columns_.begin(), column, [&](const Column& other) { return other.key == column->key; });
            const Heading& heading = headings_[column->index];
            const Heading& other = headings_[first->index];
            if (first != column && !column->key.empty() && heading.text != other.text)
                diagnostics_.error(
                    "csv.header-same",
                    {tr("the columns \"{other}\" and \"{name}\" both stand for {key}"),
                     {{"other", std::string(other.text)}, {"name", std::string(heading.text)}, {"key", column->key}}},
                    heading.span, Message{tr("keep the one that is meant, and take the other out"), {}},
                    {{other.span, {tr("the other column is here"), {}}}});
        }
    }

    // Only the row of a drawdown has neither principal nor interest.
    [[nodiscard]] bool is_needed(int slot) const {
        return keys_of(section_)[static_cast<std::size_t>(slot)].required ||
               (of_bank() && (slot == principal_column || slot == interest_column));
    }

    void tell_missing() {
        const std::span<const Key> keys = keys_of(section_);
        for (std::size_t i = 0; i < keys.size() && !headings_.empty(); ++i) {
            const auto names = [&](const Column& column) {
                const std::string first = column.key.substr(0, column.key.find('.'));
                return first == keys[i].english || first == keys[i].french;
            };
            if (is_needed(static_cast<int>(i)) && std::ranges::none_of(columns_, names))
                diagnostics_.error(
                    "csv.header-missing",
                    {tr("no column gives {key}"), {{"key", std::string(french_ ? keys[i].french : keys[i].english)}}},
                    {headings_.front().span.source, headings_.front().span.begin, headings_.back().span.end},
                    Message{tr("the keys known here are: {keys}"), {{"keys", listed_keys(section_, language())}}});
        }
    }

    std::vector<Heading>& headings_;
    Section section_;
    const ColumnCells& cells_;
    Diagnostics& diagnostics_;
    std::vector<Column> columns_;
    bool french_ = false;
};

}  // namespace

bool name_columns(std::vector<Heading>& headings, Section section, const ColumnCells& cells, Sources& sources,
                  Diagnostics& diagnostics) {
    return Namer(headings, section, cells, diagnostics).run(sources);
}

std::optional<Document> read_rows(Sources& sources, SourceId source, Section section, Diagnostics& diagnostics) {
    const CsvColumns columns = {[&](std::vector<Heading>& headings, const ColumnCells& cells) {
                                    return name_columns(headings, section, cells, sources, diagnostics);
                                },
                                is_total};
    std::optional<Document> rows = read_csv_with(sources, source, diagnostics, columns);
    if (rows && section == Section::member)
        join_dated_rows(*rows, diagnostics);
    return rows;
}

bool is_total(const std::vector<CsvCell>& cells) {
    const auto word = std::ranges::find_if(cells, [](const CsvCell& cell) { return !cell.text.empty(); });
    if (word == cells.end() || word->text.find_first_of("tTsSgG") != 0)
        return false;
    const std::string plain = plain_heading(word->text);
    const bool total = std::ranges::any_of(
        std::array<std::string_view, 5>{"total", "totaux", "sous total", "sous totaux", "subtotal"},
        [&](std::string_view name) { return plain == name || plain.starts_with(std::string(name) + ' '); });
    return (total || plain == "grand total") &&
           std::all_of(word + 1, cells.end(), [](const CsvCell& cell) { return is_figure(cell.text); });
}

}  // namespace msp
