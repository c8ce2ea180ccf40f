// SPDX-License-Identifier: MIT
#include <msp/actuals/bank_days.hpp>
#include <msp/ledger/columns.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace msp {
namespace {

constexpr std::array<std::string_view, 6> bank_words = {"banque", "bank", "caisse", "tresorerie", "ccp", "livret"};
constexpr std::array<std::string_view, 9> other_words = {
    "operationsdiverses", "divers", "inventaire", "cloture", "situation", "regularisation", "achat", "vente", "paie"};
constexpr std::array<std::string_view, 3> bank_codes = {"BQ", "BNK", "BK"};

class BankJournals {
 public:
    BankJournals(const Budget& budget, EntityIndex entity, const Ledgers& ledgers, std::size_t part,
                 const LedgerPieces& pieces, const AccountKinds& kinds)
        : budget_(budget),
          entity_(entity),
          ledgers_(ledgers),
          ledger_(ledgers[part]),
          begin_(ledgers.first_of(part)),
          kinds_(kinds),
          journals_(ledger_.journals().size()) {
        pieces.each([this](const LedgerPiece& piece) { add(piece); });
    }

    [[nodiscard]] BankDays days() const {
        const std::vector<bool> banks = of_banks();
        std::optional<Date> posted;
        for (std::size_t i = 0; i < journals_.size(); ++i)
            posted = banks[i] ? std::max(posted, journals_[i].posted) : posted;
        if (!posted)
            return {};
        const Date end = budget_.last_day_of(budget_.exercise_of(*posted, entity_), entity_);
        BankDays found;
        std::set<Date> all;
        for (std::size_t i = 0; i < journals_.size(); ++i) {
            if (!banks[i])
                continue;
            found.first = std::min(found.first.value_or(*journals_[i].days.begin()), *journals_[i].days.begin());
            all.insert(journals_[i].days.begin(), journals_[i].days.upper_bound(end));
        }
        found.all.assign(all.begin(), all.end());
        if (!found.all.empty())
            found.last = found.all.back();
        return found;
    }

 private:
    enum class Name : std::uint8_t { unknown, bank, other };
    struct Journal {
        std::uint32_t entries = 0;
        std::uint32_t moving = 0;
        std::optional<Date> posted;                       // the last day of an entry that moves cash
        std::set<Date> days;                              // on which cash moves
        std::map<std::uint32_t, std::uint32_t> accounts;  // lines of cash accounts
        std::uint32_t line = 0;                           // one of it
    };

    void add(const LedgerPiece& piece) {
        const std::uint32_t index = ledger_.journal_of(ledger_.lines()[piece[0]]);
        Journal& of = journals_[index];
        of.line = begin_ + piece[0];
        if (ledgers_.opens(begin_ + piece[0]))
            return;
        std::optional<Date> day;
        for (std::uint32_t i = 0; i < piece.size(); ++i) {
            const std::uint32_t account = ledgers_.account(begin_ + piece[i]);
            if (kinds_[account] == AccountKind::balances)
                return;  // opens or closes all accounts, whatever its journal
            if (kinds_.holds_cash(account))
                day = std::max(day.value_or(Date::first()), ledger_.moved_on(ledger_.lines()[piece[i]]));
        }
        ++of.entries;
        if (!day)
            return;
        ++of.moving;
        of.days.insert(*day);
        of.posted = std::max(of.posted.value_or(Date::first()), ledger_.lines()[piece[0]].date);
        for (std::uint32_t i = 0; i < piece.size(); ++i) {
            const std::uint32_t account = ledgers_.account(begin_ + piece[i]);
            if (kinds_[account] == AccountKind::cash)
                ++of.accounts[account];
        }
    }

    [[nodiscard]] std::vector<bool> of_banks() const {
        std::vector<bool> named(journals_.size());
        std::vector<bool> by_entries(journals_.size());
        std::vector<bool> moving(journals_.size());
        for (std::uint32_t i = 0; i < journals_.size(); ++i) {
            const Journal& of = journals_[i];
            moving[i] = of.moving != 0;
            by_entries[i] = moving[i] && of.moving * 2 >= of.entries;
            const Name name = moving[i] ? name_of(of.line) : Name::unknown;
            named[i] = moving[i] && (name == Name::bank || (by_entries[i] && name == Name::unknown && is_main(of)));
        }
        const auto any = [](const std::vector<bool>& some) { return std::ranges::find(some, true) != some.end(); };
        return any(named) ? named : any(by_entries) ? by_entries : moving;
    }

    [[nodiscard]] Name name_of(std::uint32_t line) const {
        const std::string code = ledgers_.text(line, LedgerColumn::journal);
        const std::string label = folded_name(ledgers_.text(line, LedgerColumn::journal_label));
        const auto in_label = [&](std::string_view word) { return label.find(word) != std::string::npos; };
        if (std::ranges::any_of(bank_words, in_label))
            return Name::bank;
        if (code.starts_with("OD") || std::ranges::any_of(other_words, in_label))
            return Name::other;
        return std::ranges::any_of(bank_codes, [&](std::string_view begin) { return code.starts_with(begin); })
                   ? Name::bank
                   : Name::unknown;
    }

    [[nodiscard]] bool is_main(const Journal& of) const {
        return std::ranges::any_of(of.accounts, [&](const auto& moved) {
            return std::ranges::none_of(journals_, [&](const Journal& other) {
                const auto found = other.accounts.find(moved.first);
                return found != other.accounts.end() && found->second > moved.second;
            });
        });
    }

    const Budget& budget_;
    EntityIndex entity_;
    const Ledgers& ledgers_;
    const Fec& ledger_;
    std::uint32_t begin_;
    const AccountKinds& kinds_;
    std::vector<Journal> journals_;
};

}  // namespace

BankDays bank_days(const Budget& budget, EntityIndex entity, const Ledgers& ledgers, std::size_t part,
                   const LedgerPieces& pieces, const AccountKinds& kinds) {
    return BankJournals(budget, entity, ledgers, part, pieces, kinds).days();
}

std::vector<Window> covered_days(const Budget& budget, EntityIndex entity, const Fec& ledger) {
    constexpr std::size_t hardly = 20;  // one line of so many
    struct OfExercise {
        std::size_t lines = 0;
        Month first;
        Month last;
    };
    std::map<Month, std::size_t> months;
    std::optional<Date> last;
    std::size_t* of_last = nullptr;
    std::size_t all = 0;
    bool opened = false;
    for (const LedgerLine& line : ledger.lines()) {
        if (line.opens != 0) {
            opened = true;
            continue;
        }
        if (line.date != last)
            of_last = &months[Month::of(line.date)];
        last = line.date;
        ++*of_last;
        ++all;
    }
    std::map<std::int16_t, OfExercise> exercises;
    for (const auto& [month, lines] : months) {
        OfExercise& of = exercises[budget.exercise_of(month.first(), entity)];
        of.first = of.lines == 0 ? month : of.first;
        of.last = month;
        of.lines += lines;
    }
    std::erase_if(exercises, [&](const auto& each) { return each.second.lines * hardly < all; });
    std::vector<Window> covered;
    for (const auto& [exercise, of] : exercises) {
        Window days = {of.first.first(), of.last.last()};
        if (opened && covered.empty())
            days.first = budget.last_day_of(static_cast<std::int16_t>(exercise - 1), entity) + 1;
        covered.push_back(days);
    }
    return covered;
}

}  // namespace msp
