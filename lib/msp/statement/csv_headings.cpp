// SPDX-License-Identifier: MIT
#include <msp/ledger/columns.hpp>
#include <msp/statement/csv_headings.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace msp {
namespace {

// How a column is called, the surest word first; small letters and digits alone. Words that end with * begin a name.
struct CsvWords {
    CsvField field;
    std::array<std::string_view, 8> words;
};
constexpr std::array<CsvWords, csv_fields> known_words = {{
    {CsvField::date,
     {"datedecomptabilisation", "datecomptable", "dateoperation", "datedeloperation*", "datedoperation*", "dateop",
      "date", "bookingdate"}},
    {CsvField::value_date, {"datedevaleur*", "datedelavaleur*", "datevaleur", "dateval", "valuedate", "", ""}},
    {CsvField::label,
     {"libelleoperation", "detaildelecriture", "libelle", "label", "description", "nomdelacontrepartie", "libelle*"}},
    {CsvField::reference, {"reference", "referenceoperation", "ref", "", "", "", ""}},
    {CsvField::amount,
     {"montantdeloperation*", "montantoperation*", "montanteuros", "montanttotal*", "montant", "amount", "montanteur"}},
    {CsvField::debit, {"debit", "debiteuros", "debiteur", "debit*", "", "", ""}},
    {CsvField::credit, {"credit", "crediteuros", "crediteur", "credit*", "", "", ""}},
    {CsvField::balance, {"solde", "soldeeuros", "soldeeur", "", "", "", ""}},
    {CsvField::currency, {"devise", "currency", "", "", "", "", ""}},
    {CsvField::status, {"statut", "status", "state", "", "", "", ""}},
    {CsvField::item, {"ligne", "line", "", "", "", "", ""}},
    {CsvField::category, {"categorie", "category", "", "", "", "", ""}},
}};

bool is_called(std::string_view name, std::string_view word) {
    if (word.ends_with('*'))
        return name.starts_with(word.substr(0, word.size() - 1));
    return name == word;
}

std::optional<std::size_t> column_called(const std::vector<std::string>& names, const CsvWords& of) {
    for (const std::string_view word : of.words) {
        const auto found = std::ranges::find_if(
            names, [&](const std::string& name) { return !word.empty() && is_called(name, word); });
        if (found != names.end())
            return static_cast<std::size_t>(found - names.begin());
    }
    return std::nullopt;
}

// Nothing where one that was typed is not there.
std::optional<CsvHeading> typed_heading(const std::vector<std::string>& names, const StatementColumns& given) {
    CsvHeading made;
    for (const auto& [field, typed] : {std::pair(CsvField::date, &given.date),
                                       {CsvField::value_date, &given.value_date},
                                       {CsvField::label, &given.label},
                                       {CsvField::reference, &given.reference},
                                       {CsvField::amount, &given.amount},
                                       {CsvField::debit, &given.debit},
                                       {CsvField::credit, &given.credit},
                                       {CsvField::balance, &given.balance}}) {
        const auto found = std::ranges::find(names, folded_name(*typed));
        if (typed->empty())
            continue;
        if (found == names.end())
            return std::nullopt;
        made.column_of.at(static_cast<std::size_t>(field)) = static_cast<std::size_t>(found - names.begin());
    }
    return made.whole() ? std::optional(made) : std::nullopt;
}

}  // namespace

bool CsvHeading::whole() const {
    const bool sides = has(CsvField::debit) && has(CsvField::credit);
    return has(CsvField::date) && has(CsvField::label) && (has(CsvField::amount) || sides);
}

CsvHeading csv_heading(std::span<const CsvCell> cells, std::span<const StatementColumns> given) {
    std::vector<std::string> names;
    for (const CsvCell& cell : cells)
        names.push_back(folded_name(cell.text));
    CsvHeading made;
    for (std::size_t i = 0; i < given.size() && !made.given; ++i) {
        if (const std::optional<CsvHeading> typed = typed_heading(names, given[i])) {
            made = *typed;
            made.given = i;
        }
    }
    if (!made.given) {
        for (const CsvWords& each : known_words)
            made.column_of.at(static_cast<std::size_t>(each.field)) = column_called(names, each);
    }
    made.columns = cells.size();
    return made;
}

}  // namespace msp
