// SPDX-License-Identifier: MIT
#include <msp/ledger/exercise_months.hpp>
#include <msp/ledger/openings.hpp>
#include <msp/ledger/pieces.hpp>
#include <msp/ledger/sums.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

namespace msp {
namespace {

constexpr std::array<std::string_view, 6> opening_codes = {"AN", "ANO", "ANV", "RAN", "OUV", "AD"};
constexpr std::array<std::string_view, 6> opening_words = {"anouveau",     "ouverture",     "bilandentree",
                                                           "bilaninitial", "balanceinitia", "soldesinitiaux"};
// These are in the names of other journals too, so that the entry has to look like an opening as well.
constexpr std::array<std::string_view, 5> likely_words = {"nouv", "report", "reprise", "balancedentree", "initia"};
// What a journal with such a word records goes on through the year.
constexpr std::array<std::string_view, 7> other_words = {"banque", "bank",  "caisse", "livret",
                                                         "achat",  "vente", "paie"};
// Of a journal that moves banks on more days than these no name says that it opens the year; a correction, and a second
// year in the same file, have days of their own.
constexpr std::size_t most_days = 3;

enum class Named : std::uint8_t { otherwise, likely, opening };

bool has_word(std::string_view label, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return label.find(word) != std::string::npos; });
}

Named named(std::string_view code, std::string_view label) {
    const std::string folded = folded_name(label);
    if (folded.find(opening_words.front()) != std::string::npos)
        return Named::opening;
    if (has_word(folded, other_words))
        return Named::otherwise;
    if (has_word(folded, opening_words) || std::ranges::find(opening_codes, code) != opening_codes.end())
        return Named::opening;
    return has_word(folded, likely_words) ? Named::likely : Named::otherwise;
}

enum class Class : std::uint8_t { other, carried, equity, capital, assets, third, cash, result, balances };

Class class_of(std::string_view account) {
    if (is_cash_account(account))
        return Class::cash;
    if (account.starts_with("11") || account.starts_with("12"))
        return Class::carried;
    if (account.starts_with("10"))
        return Class::equity;
    if (account.starts_with("89"))
        return Class::balances;
    switch (account.empty() ? ' ' : account.front()) {
        case '1':
            return Class::capital;
        case '2':
        case '3':
            return Class::assets;
        case '4':
            return Class::third;
        case '6':
        case '7':
            return Class::result;
        default:
            return Class::other;
    }
}

class OpeningEntries {
 public:
    OpeningEntries(const Fec& ledger, const std::vector<JournalLabels>& labels, LedgerFindings& findings)
        : ledger_(ledger), labels_(labels), findings_(findings), pieces_(ledger), found_(ledger.lines().size()) {
        for (const std::string_view account : ledger.accounts())
            classes_.push_back(class_of(account));
        for (std::size_t i = 0; i < labels.size(); ++i)
            named_.push_back(named(ledger.journals()[i], labels[i].first));
    }

    std::vector<OpensYear> run(std::optional<Date> closing) {
        if (ledger_.lines().empty())
            return std::move(found_);
        find_days();
        begin_ = exercise_months(months_.empty() ? all_months_ : months_, closing).first.first();
        pieces_.each([this](const LedgerPiece& piece) { by_name(piece); });
        if (opened_)
            return std::move(found_);
        pieces_.each([this](const LedgerPiece& piece) { by_accounts(piece); });
        if (!opened_)
            tell();
        return std::move(found_);
    }

 private:
    // What the accounts of an entry are.
    struct Facts {
        Date day;
        Money cash;
        std::uint32_t largest = 0;  // the line with the most cash
        std::uint32_t third = 0;    // lines of class 4
        bool result = false;
        bool balances = false;
        bool carried = false;
        bool equity = false;   // is owed to members
        bool capital = false;  // class 1 is credited
        bool assets = false;
        bool owed = false;   // by the entity
        bool owing = false;  // to the entity
    };

    [[nodiscard]] const LedgerLine& line(std::uint32_t index) const { return ledger_.lines()[index]; }
    [[nodiscard]] Class kind(std::uint32_t index) const { return classes_[line(index).account]; }

    // By the journal of its first line; where one code has several labels, by that of the line.
    [[nodiscard]] Named name_of(const LedgerPiece& piece) const {
        const std::uint32_t journal = ledger_.journal_of(line(piece[0]));
        if (!labels_[journal].several)
            return named_[journal];
        return named(ledger_.journals()[journal], ledger_.record(line(piece[0]))[LedgerColumn::journal_label]);
    }

    void find_days() {
        pieces_.each([this](const LedgerPiece& piece) {
            const std::pair journal(ledger_.journal_of(line(piece[0])), name_of(piece));
            for (std::uint32_t i = 0; i < piece.size(); ++i) {
                const Month month = Month::of(line(piece[i]).date);
                ++all_months_[month];
                if (journal.second == Named::otherwise) {
                    ++months_[month];
                    continue;
                }
                std::set<Date>& days = days_[journal];
                if (kind(piece[i]) == Class::cash && days.size() <= most_days)
                    days.insert(line(piece[i]).date);
            }
        });
    }

    [[nodiscard]] Facts facts(const LedgerPiece& piece) {
        Facts of;
        of.day = line(piece[0]).date;
        received_.clear();
        paid_.clear();
        Money most;
        for (std::uint32_t i = 0; i < piece.size(); ++i) {
            const Money amount = line(piece[i]).amount;
            switch (kind(piece[i])) {
                case Class::cash:
                    if (absolute(amount) > most || received_.size() + paid_.size() == 0)
                        of.largest = piece[i];
                    most = std::max(most, absolute(amount));
                    of.cash += amount;
                    (amount.negative() ? paid_ : received_).insert(line(piece[i]).account);
                    break;
                case Class::carried:
                    of.carried = true;
                    break;
                case Class::equity:
                    of.equity = of.equity || amount.negative();
                    of.capital = of.capital || amount.negative();
                    break;
                case Class::capital:
                    of.capital = of.capital || amount.negative();
                    break;
                case Class::assets:
                    of.assets = true;
                    break;
                case Class::third:
                    ++of.third;
                    (amount.negative() ? of.owed : of.owing) = true;
                    break;
                case Class::result:
                    of.result = true;
                    break;
                case Class::balances:
                    of.balances = true;
                    break;
                case Class::other:
                    break;
            }
        }
        return of;
    }
    // Of the entry whose facts were asked for last.
    [[nodiscard]] std::size_t cash_accounts() const { return std::max(received_.size(), paid_.size()); }

    void by_name(const LedgerPiece& piece) {
        const Named name = name_of(piece);
        if (name == Named::otherwise || days_[std::pair(ledger_.journal_of(line(piece[0])), name)].size() > most_days)
            return;
        const Facts of = facts(piece);
        const bool like = of.carried || of.capital || of.balances || cash_accounts() > 1 || of.third > 1;
        // An expense opens nothing.
        if (of.result || (name == Named::likely && !like && of.day > begin_))
            return;
        opens(piece);
    }

    void by_accounts(const LedgerPiece& piece) {
        const Facts of = facts(piece);
        if (of.result || of.balances || cash_accounts() == 0)
            return;
        const bool sure = of.carried || (of.equity && (of.assets || of.third != 0)) ||
                          (of.capital && (cash_accounts() > 1 || (of.assets && of.third != 0))) ||
                          (cash_accounts() > 1 && of.owed && of.owing);
        if (sure && of.day <= begin_)
            opens(piece);
        else if (of.carried || (of.day <= begin_ && (of.capital || (of.third > 2 && of.owed && of.owing))))
            doubtful_.push_back({piece, of.largest, of.cash});
    }

    void opens(const LedgerPiece& piece) {
        for (std::uint32_t i = 0; i < piece.size(); ++i) {
            found_[piece[i]] = OpensYear::yes;
            opened_ = opened_ || kind(piece[i]) == Class::cash;
        }
    }

    void tell() {
        for (const Doubt& doubt : doubtful_) {
            for (std::uint32_t i = 0; i < doubt.piece.size(); ++i)
                found_[doubt.piece[i]] = OpensYear::maybe;
            if (!findings_.another(LedgerFault::opening))
                continue;
            const LedgerRecord record = ledger_.record(line(doubt.line));
            findings_.tell(
                {LedgerFault::opening,
                 {record.begin, record.end, ledger_.number_of(doubt.line)},
                 {tr("this entry of {day} may be the balances that the year opens with, or a movement of {amount}"),
                  {{"day", line(doubt.line).date}, {"amount", doubt.cash}}},
                 Message{tr("it is read as a movement, but not on top of an opening balance that a budget types; call "
                            "its journal A nouveaux (code AN) if it opens the year, export the opening balances too if "
                            "it does not"),
                         {}}});
        }
    }

    struct Doubt {
        LedgerPiece piece;
        std::uint32_t line;
        Money cash;
    };

    const Fec& ledger_;
    const std::vector<JournalLabels>& labels_;
    LedgerFindings& findings_;
    LedgerPieces pieces_;
    std::vector<OpensYear> found_;
    std::vector<Class> classes_;                                      // by account
    std::vector<Named> named_;                                        // by journal
    std::map<std::pair<std::uint32_t, Named>, std::set<Date>> days_;  // on which it moves cash
    std::map<Month, std::size_t> months_;                             // lines of journals with another name
    std::map<Month, std::size_t> all_months_;
    Date begin_;
    std::set<std::uint32_t> received_;  // accounts of the entry that is read
    std::set<std::uint32_t> paid_;      // likewise
    std::vector<Doubt> doubtful_;
    bool opened_ = false;  // with cash
};

}  // namespace

std::vector<OpensYear> openings_of(const Fec& ledger, const std::vector<JournalLabels>& labels,
                                   std::optional<Date> closing, LedgerFindings& findings) {
    return OpeningEntries(ledger, labels, findings).run(closing);
}

}  // namespace msp
