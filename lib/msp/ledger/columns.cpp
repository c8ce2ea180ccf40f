// SPDX-License-Identifier: MIT
#include <msp/ledger/columns.hpp>

#include <algorithm>

namespace msp {
namespace {

constexpr std::array<std::string_view, ledger_columns> law_names = {
    "JournalCode", "JournalLib",  "EcritureNum", "EcritureDate", "CompteNum",     "CompteLib",
    "CompAuxNum",  "CompAuxLib",  "PieceRef",    "PieceDate",    "EcritureLib",   "Debit",
    "Credit",      "EcritureLet", "DateLet",     "ValidDate",    "Montantdevise", "Idevise",
    "DateRglt",    "ModeRglt",    "NatOp",       "IdClient",     "Montant",       "Sens"};

struct OtherName {
    std::string_view folded;
    LedgerColumn column;
};
// Met in files of public exporters.
constexpr OtherName other_names[] = {{"ecrturelet", LedgerColumn::letter},
                                     {"lettrage", LedgerColumn::letter},
                                     {"compteauxnum", LedgerColumn::auxiliary},
                                     {"compteauxlib", LedgerColumn::auxiliary_label},
                                     {"journallibelle", LedgerColumn::journal_label},
                                     {"iddevise", LedgerColumn::currency},
                                     {"codedevise", LedgerColumn::currency}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The letter under an accent, in ISO 8859-1; 0 for what is no letter.
char unaccented(unsigned char byte) {
    const unsigned small = byte | 0x20U;
    if (small >= 0xe0 && small <= 0xe5)
        return 'a';
    if (small >= 0xe8 && small <= 0xeb)
        return 'e';
    return small == 0xe7 ? 'c' : '\0';
}

}  // namespace

std::string folded_name(std::string_view raw) {
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const char c = lower(raw[i]);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out += c;
            continue;
        }
        auto byte = static_cast<unsigned char>(c);
        if (byte == 0xc3 && i + 1 < raw.size())
            byte = static_cast<unsigned char>(static_cast<unsigned char>(raw[++i]) + 0x40U);
        if (const char letter = byte < 0xc0 ? '\0' : unaccented(byte); letter != '\0')
            out += letter;
    }
    return out;
}

std::string_view name_of(LedgerColumn column) {
    return law_names.at(static_cast<std::size_t>(column));
}

std::optional<NamedColumn> column_named(std::string_view raw) {
    const std::string name = folded_name(raw);
    const auto by_law =
        std::ranges::find_if(law_names, [&](std::string_view other) { return folded_name(other) == name; });
    if (by_law != law_names.end())
        return NamedColumn{static_cast<LedgerColumn>(by_law - law_names.begin()), true};
    const auto* other = std::ranges::find(other_names, name, &OtherName::folded);
    if (other == std::end(other_names))
        return std::nullopt;
    return NamedColumn{other->column, false};
}

}  // namespace msp
