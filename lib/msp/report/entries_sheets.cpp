// SPDX-License-Identifier: MIT
#include <msp/charges/calls.hpp>
#include <msp/report/call_words.hpp>
#include <msp/report/entries_sheets.hpp>
#include <msp/report/statement.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace msp {
namespace {

// By role of an account.
constexpr std::array account_words = {tr("Members, charges called"),          tr("Charges repaid by members"),
                                      tr("Members' current accounts"),        tr("Fees to professionals"),
                                      tr("Professionals, fees due"),          tr("Result of the exercise"),
                                      tr("Members, shares of the result due")};

const char* words_of(AccountRole role) {
    return account_words.at(static_cast<std::size_t>(role));
}

// What the columns of a posting hold.
struct FecRow {
    std::string_view journal;
    std::string_view journal_label;
    std::int64_t number = 0;
    Date date;
    std::string account;
    std::string_view account_label;
    std::string_view own_account;
    std::string_view own_label;
    std::string reference;
    std::string label;
    Money debit;
    Money credit;
};

std::string label_of(const EntriesResult& result, const JournalEntry& entry, Language language) {
    const std::string& name = result.budget->members[entry.member].name;
    switch (entry.kind) {
        case EntryKind::call:
            break;
        case EntryKind::advance:
            return words({tr("Advance, {call}, {member}"), {{"call", entry.advance->label}, {"member", name}}},
                         language);
        case EntryKind::settlement:
            return words({tr("Settlement {exercise}, {member}"),
                          {{"exercise", std::int64_t{result.exercise}}, {"member", name}}},
                         language);
        case EntryKind::leaving:
            return words({tr("Advances set off on leaving, {member}"), {{"member", name}}}, language);
        case EntryKind::distribution:
            return words(
                {tr("{distribution}, {member}"), {{"distribution", entry.distribution->label}, {"member", name}}},
                language);
    }
    return words({tr("Call for charges, {member}"), {{"member", name}}}, language);
}

// That of the statement, or of the distribution.
std::string reference_of(const EntriesResult& result, const JournalEntry& entry) {
    const std::string& payer = result.budget->members[entry.member].id;
    if (entry.distribution == nullptr && entry.advance == nullptr)
        return statement_reference(*result.budget, result.entity, result.exercise, payer);
    const std::string& of = entry.distribution != nullptr ? entry.distribution->id : entry.advance->id;
    return std::to_string(result.exercise) + '-' + of + '-' + payer;
}

template <typename Take>
void each_row(const EntriesResult& result, Language language, Take take) {
    const Ledger ledger = call_terms_of(*result.budget, result.entity).ledger;
    FecRow row;
    row.journal = ledger.journal;
    row.journal_label = translate(tr("Sundry entries"), language);
    for (const Posting& posting : postings_of(result.entries)) {
        const JournalEntry& entry = *posting.entry;
        const Member& member = result.budget->members[entry.member];
        const bool own = is_of_members(posting.account);
        row.number = posting.entry - result.entries.data() + 1;
        row.date = entry.date;
        row.account = ledger.account(posting.account);
        row.account_label = translate(words_of(posting.account), language);
        row.own_account = own ? std::string_view(member.account) : std::string_view();
        row.own_label = own ? std::string_view(member.name) : std::string_view();
        row.reference = reference_of(result, entry);
        row.label = label_of(result, entry, language);
        row.debit = posting.debit;
        row.credit = posting.credit;
        take(row);
    }
}

void fec_rows(RowSink& rows, const EntriesResult& result, Language language) {
    each_row(result, language, [&](const FecRow& row) {
        const TextCell none = {""};
        rows.row({}, {TextCell{result.scenario},
                      TextCell{result.budget->entities[result.entity].id},
                      std::int64_t{result.exercise},
                      TextCell{row.journal},
                      TextCell{row.journal_label},
                      row.number,
                      row.date,
                      TextCell{row.account},
                      TextCell{row.account_label},
                      TextCell{row.own_account},
                      TextCell{row.own_label},
                      TextCell{row.reference},
                      row.date,
                      TextCell{row.label},
                      row.debit,
                      row.credit,
                      none,
                      none,
                      none,
                      none,
                      none});
    });
}

void entry_rows(RowSink& rows, const EntriesResult& result, Language language) {
    const auto side = [](Money amount) { return amount == Money() ? Cell() : Cell(amount); };
    rows.begin({});
    each_row(result, language, [&](const FecRow& row) {
        rows.row({}, {row.number, row.date, TextCell{row.account}, TextCell{row.own_account}, TextCell{row.label},
                      side(row.debit), side(row.credit)});
    });
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    const Money total = total_of(result.entries);
    rows.row({.kind = RowKind::total, .adds = all_lines},
             {{}, {}, {}, {}, WordCell{{}, translate(tr("Total"), language)}, total, total});
}

// The names that the law gives them, in any language.
constexpr std::array fec_columns = {"JournalCode", "JournalLib",    "EcritureNum", "EcritureDate", "CompteNum",
                                    "CompteLib",   "CompAuxNum",    "CompAuxLib",  "PieceRef",     "PieceDate",
                                    "EcritureLib", "Debit",         "Credit",      "EcritureLet",  "DateLet",
                                    "ValidDate",   "Montantdevise", "Idevise"};

// The form has no quotes: what would end a field or a record becomes a blank.
std::string field_of(std::string_view text) {
    std::string field(text);
    std::ranges::replace_if(
        field, [](char c) { return c == '\t' || c == '\r' || c == '\n'; }, ' ');
    return field;
}

std::string amount_of(Money amount) {
    std::string text = plain(amount);
    text[text.size() - 3] = ',';
    return text;
}

std::string day_of(Date date) {
    std::string text = iso(date);
    std::erase(text, '-');
    return text;
}

}  // namespace

Sheet entries_sheet(std::span<const EntriesResult* const> results, Language language) {
    std::vector<Column> columns = columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                                              head::count("exercise", tr("Exercise"))},
                                             language);
    for (const char* name : fec_columns) {
        const std::string_view of = name;
        Head head = head::text(name, name);
        if (of == "EcritureNum")
            head = head::count(name, name);
        else if (of == "EcritureDate" || of == "PieceDate")
            head = head::date(name, name);
        else if (of == "Debit" || of == "Credit")
            head = head::money(name, name);
        columns.push_back(columns_of({head}, language).front());
    }
    return {"entries", std::move(columns), [results, language](RowSink& rows) {
                for (const EntriesResult* result : results)
                    fec_rows(rows, *result, language);
            }};
}

Sheet entries_page(const EntriesResult& result, Language language) {
    return {"entries",
            columns_of({head::count("number", tr("No.")), head::date("date", tr("Date")),
                        head::text("account", tr("Account")).naming(), head::text("own", tr("Own account")),
                        head::text("label", tr("Entry")), head::money("debit", tr("Debit")),
                        head::money("credit", tr("Credit")).joined()},
                       language),
            [&result, language](RowSink& rows) { entry_rows(rows, result, language); }};
}

std::string entries_title(const EntriesResult& result, Language language) {
    return title_with_exercise(tr("{entity}, entries of the exercise {exercise}"), result, language);
}

std::string entries_rules(const EntriesResult& result, const TextStyle& style) {
    const Ledger ledger = call_terms_of(*result.budget, result.entity).ledger;
    std::string out;
    const auto say = [&](const Message& message) {
        out += wrapped(words(message, style.language), 0, page_width(style));
    };
    std::string accounts;
    for (std::size_t i = 0; i < account_words.size(); ++i) {
        const auto role = static_cast<AccountRole>(i);
        const bool used = std::ranges::any_of(
            result.entries, [&](const JournalEntry& entry) { return entry.debit == role || entry.credit == role; });
        if (!used)
            continue;
        const Message message = {tr("{account} {words}"),
                                 {{"account", ledger.account(role)}, {"words", Term{words_of(role)}}}};
        accounts += (accounts.empty() ? "" : ", ") + words(message, style.language);
    }
    if (!accounts.empty())
        say({tr("Accounts: {accounts}."), {{"accounts", accounts}}});
    if (result.budget->entities[result.entity].books == Books::cash)
        say({tr("In books of receipts and payments only what is paid counts: there these entries follow what members "
                "owe."),
             {}});
    if (result.partial)
        say({tr("The last payments of some lines are not among the costs that are said: their settlement is not "
                "final."),
             {}});
    if (result.of_third_parties != Money())
        say({tr("What third parties bear, {amount}, is invoiced to them, and not among these entries."),
             {{"amount", result.of_third_parties}}});
    say({tr("Drafts to be imported: not validated, not lettered, and without the bank's own entries."), {}});
    return out;
}

std::string fec_of(const EntriesResult& result, Language language) {
    std::string out;
    for (const char* name : fec_columns)
        out.append(out.empty() ? "" : "\t").append(name);
    out += '\n';
    each_row(result, language, [&](const FecRow& row) {
        const std::string day = day_of(row.date);
        const std::array fields = {std::string(row.journal),
                                   std::string(row.journal_label),
                                   std::to_string(row.number),
                                   day,
                                   row.account,
                                   std::string(row.account_label),
                                   std::string(row.own_account),
                                   std::string(row.own_label),
                                   row.reference,
                                   day,
                                   row.label,
                                   amount_of(row.debit),
                                   amount_of(row.credit)};
        for (const std::string& field : fields)
            out.append(field_of(field)) += '\t';
        out += "\t\t\t\t\n";  // of EcritureLet to Idevise
    });
    return out;
}

}  // namespace msp
