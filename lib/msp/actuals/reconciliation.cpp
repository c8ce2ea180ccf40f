// SPDX-License-Identifier: MIT
#include <msp/actuals/account_kinds.hpp>
#include <msp/actuals/reconciliation.hpp>
#include <msp/ledger/pieces.hpp>
#include <msp/ledger/sums.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace msp {
namespace {

constexpr std::int32_t days_apart = 5;

struct BankLine {
    Date date;
    Money amount;
    std::uint32_t line = 0;  // of the books
    bool opens = false;
    bool matched = false;
    bool brings = false;  // what a year opens with beside what the year before ended with: no movement
};

std::uint32_t lines_in(const Ledgers& books) {
    return books.first_of(books.size() - 1) + static_cast<std::uint32_t>(books[books.size() - 1].lines().size());
}

// The lines of a bank's own accounts, without what is on the way to it; those that close all accounts are no movement.
std::vector<BankLine> lines_of(const Budget& budget, BankIndex bank, const Ledgers& books) {
    const AccountKinds kinds = account_kinds(budget, budget.banks[bank].entity, books);
    std::vector<BankLine> all;
    for (std::size_t part = 0; part < books.size(); ++part) {
        LedgerPieces(books[part]).each([&](const LedgerPiece& piece) {
            const std::uint32_t begin = books.first_of(part);
            bool closes = false;
            bool opens = books.opens(begin + piece[0]);
            for (std::uint32_t i = 0; i < piece.size(); ++i) {
                const std::string& account = books.accounts()[books.account(begin + piece[i])];
                closes = closes || account.starts_with("891");
                opens = opens || account.starts_with("890");
            }
            for (std::uint32_t i = 0; i < piece.size() && !closes; ++i) {
                const std::uint32_t line = begin + piece[i];
                const std::uint32_t number = books.account(line);
                const std::string& account = books.accounts()[number];
                const bool cash_box = is_cash_box(account);  // that no bank knows
                if (kinds[number] == AccountKind::cash && kinds.banks[number] == bank && !cash_box)
                    all.push_back(
                        {books[part].moved_on(books.line(line)), books.line(line).amount, line, opens, false});
            }
        });
    }
    return all;
}

bool opens_a_year(const Ledgers& books, std::size_t part) {
    const auto count = static_cast<std::uint32_t>(books[part].lines().size());
    for (std::uint32_t i = 0; i < count; ++i) {
        if (books.opens(books.first_of(part) + i))
            return true;
    }
    return false;
}

// Of years that follow each other, the movements of all and the opening of the first; that of a later one counts only
// as far as it is another than what the year before ended with.
std::vector<BankLine> lines_of_years(const Budget& budget, BankIndex bank, const Ledgers& books) {
    const std::vector<BankLine> lines = lines_of(budget, bank, books);
    std::vector<BankLine> all;
    Money held;
    auto line = lines.begin();
    for (std::size_t part = 0; part < books.size(); ++part) {
        const bool later_year = part != 0 && opens_a_year(books, part);
        BankLine brought{.date = {}, .amount = later_year ? -held : Money(), .brings = true};
        const auto begin = line;
        while (line != lines.end() && books.part_of(line->line) == part)
            ++line;
        for (auto each = begin; each != line; ++each) {
            if (!later_year || !each->opens)
                continue;
            brought.amount += each->amount;
            brought.date = each->date;
            brought.line = each->line;
        }
        if (brought.amount != Money()) {
            if (brought.date == Date())
                brought = {.date = books.line(books.first_of(part)).date,
                           .amount = brought.amount,
                           .line = books.first_of(part),
                           .brings = true};
            all.push_back(brought);
            held += brought.amount;
        }
        for (auto each = begin; each != line; ++each) {
            if (later_year && each->opens)
                continue;
            all.push_back(*each);
            held += each->amount;
        }
    }
    return all;
}

// Openings are there before all else, whatever their day.
Money held(const std::vector<BankLine>& lines, Date day) {
    Money sum;
    for (const BankLine& each : lines)
        sum += each.opens || each.date <= day ? each.amount : Money();
    return sum;
}

Money moved_in(const AccountStatement& statement, Date first, Date last) {
    Money sum;
    for (const StatementEntry& each : statement.entries)
        sum += each.date >= first && each.date <= last ? each.amount : Money();
    return sum;
}

class Reconciling {
 public:
    Reconciling(const Budget& budget, const Ledgers& books, const AccountStatement& statement, const StatementGap& gap)
        : books_(books),
          statement_(statement),
          gap_(gap),
          first_(statement.first().value_or(gap.day)),
          lines_(lines_of_years(budget, gap.bank, books)),
          matched_(statement.entries.size()) {}

    std::vector<Apart> run() {
        match();
        const Money before =
            gap_.statement - moved_in(statement_, first_, gap_.day) - held(lines_, first_ - 1) + arrived_;
        if (before != Money())
            apart_.push_back({ApartKind::before, first_ - 1, {}, before, std::nullopt});
        for (std::size_t i = 0; i < matched_.size(); ++i) {
            const StatementEntry& entry = statement_.entries[i];
            if (!matched_[i] && entry.date <= gap_.day)
                apart_.push_back({ApartKind::bank_only, entry.date, entry.label, entry.amount, entry.line});
        }
        for (const BankLine& line : lines_) {
            const bool within = !line.opens && line.date >= first_ && line.date <= gap_.day;
            if (!line.matched && within)
                apart_.push_back({ApartKind::books_only, line.date, label(line), -line.amount, number(line)});
        }
        std::ranges::stable_sort(apart_, {}, [](const Apart& each) { return std::pair(each.kind, each.date); });
        return std::move(apart_);
    }

 private:
    [[nodiscard]] std::string label(const BankLine& line) const { return books_.text(line.line, LedgerColumn::label); }

    // Of the line in its export.
    [[nodiscard]] std::uint32_t number(const BankLine& line) const {
        const std::size_t part = books_.part_of(line.line);
        return books_[part].number_of(line.line - books_.first_of(part));
    }

    // All pairs that may be one movement, the nearest first; of as near ones, in the order of the days.
    void match() {
        struct Pair {
            std::int32_t apart;
            std::size_t entry;
            std::size_t line;
        };
        std::multimap<Money, std::size_t> by_amount;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!lines_[i].opens && !lines_[i].brings && lines_[i].date >= first_ - days_apart &&
                lines_[i].date <= gap_.day + days_apart)
                by_amount.emplace(lines_[i].amount, i);
        }
        std::vector<Pair> pairs;
        for (std::size_t i = 0; i < statement_.entries.size(); ++i) {
            const StatementEntry& entry = statement_.entries[i];
            if (entry.date > gap_.day + days_apart)
                continue;
            const auto [from, to] = by_amount.equal_range(entry.amount);
            for (auto each = from; each != to; ++each) {
                const std::int32_t apart = std::abs(entry.date - lines_[each->second].date);
                if (apart <= days_apart)
                    pairs.push_back({apart, i, each->second});
            }
        }
        std::ranges::stable_sort(pairs, {},
                                 [](const Pair& each) { return std::tuple(each.apart, each.entry, each.line); });
        for (const Pair& pair : pairs) {
            if (!matched_[pair.entry] && !lines_[pair.line].matched) {
                matched_[pair.entry] = true;
                lines_[pair.line].matched = true;
                across(statement_.entries[pair.entry], lines_[pair.line]);
            }
        }
    }

    // Where only one of the two is within the days that are held against each other. What the books had before the
    // statement begins, and the bank has since, is in the gap before it and no more in that of the day.
    void across(const StatementEntry& entry, const BankLine& line) {
        const bool at_bank = entry.date <= gap_.day;
        if (at_bank && line.date < first_) {
            arrived_ += entry.amount;
            return;
        }
        const bool in_books = line.date >= first_ && line.date <= gap_.day;
        if (at_bank != in_books)
            apart_.push_back({ApartKind::across, entry.date, entry.label, at_bank ? entry.amount : -line.amount,
                              at_bank ? entry.line : number(line)});
    }

    const Ledgers& books_;
    const AccountStatement& statement_;
    StatementGap gap_;
    Date first_;
    std::vector<BankLine> lines_;
    std::vector<bool> matched_;  // by entry
    std::vector<Apart> apart_;
    Money arrived_;  // at the bank since the statement begins, and in the books before
};

bool is_of_member(std::string_view account) {
    return account.starts_with("411") || account.starts_with("416") || account.starts_with("455");
}

}  // namespace

Money StatementGap::gap() const {
    return statement - books;
}

std::optional<StatementGap> statement_gap(const Budget& budget, BankIndex bank, const Ledgers& books,
                                          const AccountStatement& statement, std::optional<Date> until) {
    const std::vector<BankLine> lines = lines_of(budget, bank, books);
    const std::optional<Date> last = statement.last();
    const auto latest = std::ranges::max_element(lines, {}, [](const BankLine& each) { return each.date; });
    if (!last || latest == lines.end())
        return std::nullopt;
    const Date day = std::min({*last, latest->date, until.value_or(*last)});
    const std::optional<Money> balance = statement.balance_on(day);
    return balance ? std::optional(StatementGap{bank, day, *balance, held(lines, day)}) : std::nullopt;
}

std::vector<Apart> reconciled(const Budget& budget, const Ledgers& books, const AccountStatement& statement,
                              const StatementGap& gap) {
    return Reconciling(budget, books, statement, gap).run();
}

std::vector<UnpaidMember> unpaid_members(const Ledgers& books, Date day) {
    struct Owed {
        Date date;
        Money amount;
    };
    struct OfMember {
        std::uint32_t first_line = 0;
        Money balance = {};
        std::vector<Owed> due = {};
    };
    std::map<std::pair<std::uint32_t, std::uint32_t>, OfMember> all;
    for (std::uint32_t i = 0; i < lines_in(books); ++i) {
        const LedgerLine& line = books.line(i);
        const auto key = std::pair(books.account(i), books.auxiliary(i));
        if (line.date > day || !is_of_member(books.accounts()[key.first]))
            continue;
        OfMember& of = all.try_emplace(key, OfMember{i}).first->second;
        of.balance += line.amount;
        if (!line.amount.negative())
            of.due.push_back({line.date, line.amount});
    }
    std::vector<UnpaidMember> unpaid;
    for (auto& [key, of] : all) {
        auto& [first_line, balance, due] = of;
        if (balance <= Money())
            continue;
        UnpaidMember made;
        made.account = books.accounts()[key.first];
        made.auxiliary = books.auxiliaries()[key.second];
        made.name = books.text(first_line, LedgerColumn::auxiliary_label);
        if (made.name.empty())
            made.name = books.text(first_line, LedgerColumn::account_label);
        made.amount = balance;
        std::ranges::stable_sort(due, std::greater(), &Owed::date);
        for (const Owed& each : due) {
            const Money part = std::min(balance, each.amount);
            made.by_age.at(age_of(day - each.date)) += part;
            balance -= part;
            made.oldest = each.date;
            if (balance == Money())
                break;
        }
        unpaid.push_back(std::move(made));
    }
    std::ranges::stable_sort(unpaid, {}, &UnpaidMember::oldest);
    return unpaid;
}

}  // namespace msp
