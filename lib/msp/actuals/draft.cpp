// SPDX-License-Identifier: MIT
#include <msp/actuals/account_kinds.hpp>
#include <msp/actuals/actuals.hpp>
#include <msp/actuals/chart.hpp>
#include <msp/actuals/draft.hpp>
#include <msp/actuals/label.hpp>
#include <msp/actuals/payment_trace.hpp>
#include <msp/ledger/pieces.hpp>
#include <msp/ledger/sums.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace msp {
namespace {

constexpr std::string_view receivable_aci = "4687";
constexpr std::string_view receivable_grants = "441";
constexpr std::string_view other_taxes = "447";

// What is said of staff and of associates is said of all of them; letters in an account may be a name.
std::string group_of(std::string_view account) {
    constexpr std::size_t of_all = 3;  // digits
    const std::string_view digits = account.substr(0, account.find_first_not_of("0123456789"));
    const bool persons = digits.starts_with("42") || digits.starts_with("45");
    return std::string(persons ? digits.substr(0, of_all) : digits);
}

// What came and went on one group of accounts.
struct Moved {
    std::map<Date, Money> days;
    std::vector<Money> by_bank;  // without its sign
    Money in;
    Money out;
    Money of_aci;  // of what came in
    std::int64_t count = 0;
    bool estimated = false;
    std::uint32_t line = 0;           // the first
    std::set<std::string> also = {};  // other accounts whose money it is

    [[nodiscard]] Money sum() const { return in + out; }
    [[nodiscard]] bool is_aci() const { return of_aci != Money() && of_aci * 2 >= in && !sum().negative(); }
};

class Drafter {
 public:
    Drafter(const Fec& ledger, const Catalogue& catalogue, Language keys, bool with_aci)
        : ledger_(ledger), catalogue_(catalogue), keys_(keys), with_aci_(with_aci) {}

    BudgetDraft run(std::optional<Date> until) {
        add_banks();
        if (draft_.banks.empty())
            return std::move(draft_);
        const Ledgers alone({&ledger_});  // which numbers accounts as the export does
        kinds_ = account_kinds(budget_, 0, alone);
        totals_ = cash_of(budget_, 0, alone, until, [this](std::size_t, const CashMove& move) {
                      moves_.push_back(move);
                  }).front();
        find_days();
        for (std::size_t i = 0; i < moves_.size(); ++i)
            take(i);
        settle_parties();
        draft_aci();
        for (auto& [account, moved] : moved_)
            draft_line(account, moved);
        for (const auto& [banks, days] : transfers_)
            draft_transfer(banks, days);
        std::ranges::stable_sort(draft_.lines, {}, [](const DraftLine& line) {
            return line.kind == DraftKind::transfer ? 2 : line.kind == DraftKind::expense ? 1 : 0;
        });
        for (auto& [key, left] : left_)
            draft_.left.push_back(std::move(left));
        add_sums();
        return std::move(draft_);
    }

 private:
    [[nodiscard]] std::string_view name(std::uint32_t account) const { return ledger_.accounts()[account]; }
    [[nodiscard]] bool is_party(std::uint32_t account) const { return kinds_.kinds[account] == AccountKind::party; }

    // The one that moves most comes first: what is on the way is of it.
    void add_banks() {
        std::map<std::string_view, Money> turnovers;
        for (const LedgerLine& line : ledger_.lines()) {
            if (is_cash_account(name(line.account)))
                turnovers[name(line.account)] += absolute(line.amount);
        }
        std::vector<std::pair<std::string_view, Money>> accounts(turnovers.begin(), turnovers.end());
        std::ranges::stable_sort(accounts, [](const auto& a, const auto& b) { return a.second > b.second; });
        budget_.entities.emplace_back();
        for (const auto& [account, turnover] : accounts) {
            Bank bank;
            bank.accounts = {std::string(account)};
            budget_.banks.push_back(bank);
            const bool box = is_cash_box(account);
            const bool french = keys_ == Language::french;
            draft_.banks.push_back(
                {box ? (french ? "caisse" : "cash") : (french ? "banque" : "bank"), ledger_.in_utf8(account), {}});
        }
    }

    // A first month without payments counts: what the year begins with is there.
    void find_days() {
        Date first = Date::last();
        Date last = Date::first();
        for (const LedgerLine& line : ledger_.lines()) {
            first = std::min(first, line.date);
            last = std::max(last, line.date);
        }
        if (!moves_.empty())
            last = std::ranges::max(moves_, {}, &CashMove::date).date;
        draft_.until = totals_.until == Date::last() ? last : totals_.until;
        MonthsSeen& seen = draft_.seen;
        seen.last = Month::of(draft_.until);
        seen.first = std::clamp(Month::of(std::min(first, draft_.until)), seen.last - 11, seen.last);
        seen.whole = roll(draft_.until + 1, Roll::next, Holidays::france) > seen.last.last();
        draft_.opens = seen.whole ? (seen.last + 1).first() : draft_.until + 1;
    }

    LeftMoney& left(std::string_view account, LeftBecause because) {
        LeftMoney& of = left_[{std::string(account), because}];
        of.account = account;
        of.because = because;
        return of;
    }

    void leave(LeftMoney& of, const CashMove& move) {
        if (of.count++ == 0)
            of.line = ledger_.number_of(move.line);
        (move.amount.negative() ? of.out : of.in) += move.amount;
    }

    void leave(std::string_view account, const Moved& moved, LeftBecause because) {
        LeftMoney& of = left(account, because);
        of.line = of.count == 0 ? moved.line : std::min(of.line, moved.line);
        of.count += moved.count;
        of.in += moved.in;
        of.out += moved.out;
    }

    void take(std::size_t at) {
        const CashMove& move = moves_[at];
        if (move.kind == CashKind::internal)
            return take_internal(at);
        if (move.account == no_account)
            return leave(left({}, LeftBecause::unbalanced), move);
        const std::string group = group_of(name(move.account));
        if (Month::of(move.date) < draft_.seen.first)
            return leave(left(group, LeftBecause::earlier), move);
        const std::uint32_t own = ledger_.lines()[move.line].account;
        // Other invoices are of this year; what was to receive when it began is not.
        if (move.estimated && name(own).starts_with(receivable_aci))
            return add(parties_[group_of(name(own))], move);
        const bool nameless = is_party(move.account);
        if (!nameless && is_party(own))
            traced_[group_of(name(own))].insert(group);
        add(nameless ? parties_[group] : moved_[group], move);
    }

    void add(Moved& to, const CashMove& move) {
        if (to.count++ == 0) {
            to.line = ledger_.number_of(move.line);
            to.by_bank.resize(draft_.banks.size());
        }
        to.days[move.date] += move.amount;
        to.by_bank[move.bank] += absolute(move.amount);
        (move.amount.negative() ? to.out : to.in) += move.amount;
        to.of_aci += says_aci(move) ? move.amount : Money();
        to.estimated = to.estimated || move.estimated;
    }

    // By the label of the account or of the entry. What else the Assurance maladie pays has other words, or stands on
    // other accounts.
    [[nodiscard]] bool says_aci(const CashMove& move) const {
        static const std::array<LabelPattern, 4> patterns = {LabelPattern("ACI"), LabelPattern("CPAM*"),
                                                             LabelPattern("CNAM"), LabelPattern("assurance maladie")};
        const LedgerLine& line = ledger_.lines()[move.line];
        if (!with_aci_ || move.amount.negative() ||
            !(name(move.account).starts_with('7') || name(line.account).starts_with(receivable_aci)))
            return false;
        const std::string words = label_words(ledger_.text(line, LedgerColumn::label) + " / " +
                                              ledger_.text(line, LedgerColumn::account_label));
        return std::ranges::any_of(patterns, [&](const LabelPattern& pattern) { return pattern.is_in(words); });
    }

    // One account pays and another receives.
    void take_internal(std::size_t at) {
        const CashMove& move = moves_[at];
        const auto of_entry = [&](std::size_t i) {
            return i < moves_.size() && moves_[i].kind == CashKind::internal && moves_[i].line == move.line;
        };
        if (of_entry(at - 1))
            return;
        std::size_t end = at;
        while (of_entry(end))
            ++end;
        if (end - at != 2) {
            for (std::size_t i = at; i < end; ++i)
                leave(left({}, LeftBecause::several_banks), moves_[i]);
            return;
        }
        const bool pays = move.amount.negative();
        const CashMove& from = moves_[pays ? at : at + 1];
        const CashMove& to = moves_[pays ? at + 1 : at];
        if (Month::of(move.date) >= draft_.seen.first)
            transfers_[{from.bank, to.bank}][move.date] += to.amount;
    }

    // What a party paid without an invoice is of the line that its invoices are of, where these are income to receive.
    void settle_parties() {
        for (const auto& [account, moved] : parties_) {
            const std::set<std::string>& others = traced_[account];
            const auto is_aci = [this](const std::string& group) {
                const auto found = moved_.find(group);
                return found != moved_.end() && found->second.is_aci();
            };
            if (account.starts_with(receivable_aci) && moved.is_aci() && std::ranges::all_of(others, is_aci)) {
                receivable_[account] = moved;
                continue;
            }
            if (!account.starts_with(receivable_grants) || others.size() > 1) {
                leave(account, moved, LeftBecause::no_invoice);
                continue;
            }
            const auto [place, fresh] = moved_.try_emplace(others.empty() ? account : *others.begin(), moved);
            if (fresh)
                continue;
            place->second.also.insert(account);
            merge(place->second, moved);
        }
    }

    static void merge(Moved& into, const Moved& moved) {
        for (const auto& [day, amount] : moved.days)
            into.days[day] += amount;
        for (std::size_t i = 0; i < moved.by_bank.size(); ++i)
            into.by_bank[i] += moved.by_bank[i];
        into.in += moved.in;
        into.out += moved.out;
        into.of_aci += moved.of_aci;
        into.count += moved.count;
        into.estimated = into.estimated || moved.estimated;
        into.line = std::min(into.line, moved.line);
    }

    void draft_aci() {
        Moved advance;
        AciDraft aci;
        for (auto each = moved_.begin(); each != moved_.end();) {
            if (!each->second.is_aci()) {
                ++each;
                continue;
            }
            add_aci(advance, aci, *each);
            each = moved_.erase(each);
        }
        Moved balance;
        for (const auto& each : receivable_)
            add_aci(balance, aci, each);
        if (aci.accounts.empty())
            return;
        const auto next = [](const Moved& moved) -> std::optional<DayAmount> {
            if (moved.count == 0)
                return std::nullopt;
            return DayAmount{add_months(moved.days.rbegin()->first, 12), moved.sum()};
        };
        aci.advance = next(advance);
        aci.balance = next(balance);
        aci.days = static_cast<std::int64_t>(advance.days.size() + balance.days.size());
        aci.came = advance.sum() + balance.sum();
        aci.bank = most_moved(advance.count != 0 ? advance : balance);
        draft_.aci = std::move(aci);
    }

    void add_aci(Moved& to, AciDraft& aci, const std::pair<const std::string, Moved>& each) {
        aci.accounts.push_back(each.first);
        std::ranges::copy(each.second.also, std::back_inserter(aci.accounts));
        to.by_bank.resize(draft_.banks.size());
        to.line = to.count == 0 ? each.second.line : to.line;
        merge(to, each.second);
    }

    [[nodiscard]] static std::size_t most_moved(const Moved& moved) {
        return static_cast<std::size_t>(std::ranges::max_element(moved.by_bank) - moved.by_bank.begin());
    }

    static std::vector<DayAmount> days_of(const std::map<Date, Money>& days, bool receipt) {
        std::vector<DayAmount> all;
        for (const auto& [day, amount] : days) {
            if (amount != Money())
                all.push_back({day, receipt ? amount : -amount});
        }
        return all;
    }

    static void set_days(DraftLine& line, const std::vector<DayAmount>& came) {
        line.days = static_cast<std::int64_t>(came.size());
        line.first = came.front().date;
        line.least = std::ranges::min(came, {}, &DayAmount::amount).amount;
        line.most = std::ranges::max(came, {}, &DayAmount::amount).amount;
    }

    [[nodiscard]] static bool comes_back(Nature nature, const DraftLine& line) {
        constexpr std::int64_t often = 3;
        if (nature != Nature::capital && nature != Nature::current_account && nature != Nature::reserve)
            return true;
        return line.rhythm.step != 0 && line.days >= often;
    }

    void draft_line(const std::string& account, const Moved& moved) {
        if (moved.sum() == Money())
            return leave(account, moved, LeftBecause::nothing);
        const bool receipt = !moved.sum().negative();
        const std::vector<DayAmount> came = days_of(moved.days, receipt);
        DraftLine line;
        line.kind = receipt ? DraftKind::income : DraftKind::expense;
        line.category =
            category_of_account(catalogue_, account.starts_with(other_taxes) ? tax_of(account) : account, receipt);
        line.rhythm = rhythm_of(came, draft_.seen);
        set_days(line, came);
        const Category& category = catalogue_.categories[line.category];
        if (account.empty() || !comes_back(category.nature, line))
            return leave(account, moved, account.empty() ? LeftBecause::no_invoice : LeftBecause::rare);
        line.id = id_of_category(category);
        line.accounts = {account};
        std::ranges::copy(moved.also, std::back_inserter(line.accounts));
        line.bank = most_moved(moved);
        line.came = moved.sum();
        line.estimated = moved.estimated;
        draft_.lines.push_back(std::move(line));
    }

    // What taxes are paid from this account: the charge that most of them were booked on.
    [[nodiscard]] std::string tax_of(const std::string& group) const {
        std::map<std::string_view, Money> charges;
        LedgerPieces(ledger_).each([&](const LedgerPiece& piece) {
            bool owed = false;
            for (std::uint32_t i = 0; i < piece.size(); ++i)
                owed = owed || group_of(name(ledger_.lines()[piece[i]].account)) == group;
            for (std::uint32_t i = 0; owed && i < piece.size(); ++i) {
                const LedgerLine& line = ledger_.lines()[piece[i]];
                if (name(line.account).starts_with('6'))
                    charges[name(line.account)] += line.amount;
            }
        });
        const auto most = std::ranges::max_element(charges, {}, [](const auto& charge) { return charge.second; });
        return most == charges.end() ? group : std::string(most->first);
    }

    void draft_transfer(const std::pair<BankIndex, BankIndex>& banks, const std::map<Date, Money>& days) {
        const std::vector<DayAmount> came = days_of(days, true);
        if (came.empty())
            return;
        DraftLine line;
        line.kind = DraftKind::transfer;
        line.category = catalogue_.find("transfer").value();
        line.id = id_of_category(catalogue_.categories[line.category]);
        line.bank = banks.first;
        line.paid_to = banks.second;
        line.rhythm = rhythm_of(came, draft_.seen);
        set_days(line, came);
        for (const DayAmount& each : came)
            line.came += each.amount;
        draft_.lines.push_back(std::move(line));
    }

    [[nodiscard]] const std::string& id_of_category(const Category& category) const {
        return keys_ == Language::french && !category.french_id.empty() ? category.french_id : category.id;
    }

    void add_sums() {
        BookedBalances balances(totals_.openings);
        std::vector<Money> held = totals_.openings;
        for (const CashMove& move : moves_)
            held[move.bank] = balances.after(move);
        held.front() -= totals_.on_the_way;
        for (std::size_t i = 0; i < held.size(); ++i)
            draft_.banks[i].opening = held[i];
        draft_.opened = totals_.opened;
        draft_.opening = totals_.opening;
        draft_.closing = totals_.closing;
        draft_.on_the_way = totals_.on_the_way;
        draft_.later = totals_.later;
        draft_.later_count = totals_.later_count;
        draft_.placed = draft_.aci ? draft_.aci->came : Money();
        for (const DraftLine& line : draft_.lines)
            draft_.placed += line.kind == DraftKind::transfer ? Money() : line.came;
        for (const LeftMoney& left : draft_.left)
            draft_.not_placed += left.in + left.out;
        if (draft_.opening + draft_.placed + draft_.not_placed != draft_.closing)
            throw std::logic_error("what is drafted and what is left are not what moved the accounts");
    }

    const Fec& ledger_;
    const Catalogue& catalogue_;
    Language keys_;
    bool with_aci_;
    Budget budget_;  // its entity and banks alone, so that no rule takes anything
    AccountKinds kinds_;
    CashTotals totals_;
    std::vector<CashMove> moves_;
    std::map<std::string, Moved> moved_;                   // by account
    std::map<std::string, Moved> parties_;                 // what no invoice explains, by the party's account
    std::map<std::string, Moved> receivable_;              // of the ACI
    std::map<std::string, std::set<std::string>> traced_;  // what a party's invoices are for
    std::map<std::pair<BankIndex, BankIndex>, std::map<Date, Money>> transfers_;
    std::map<std::pair<std::string, LeftBecause>, LeftMoney> left_;
    BudgetDraft draft_;
};

using Ids = std::vector<std::pair<std::string*, std::vector<std::string>>>;  // each with what may tell it apart

void tell_apart_ids(const Ids& ids) {
    for (std::size_t more = 0; !ids.empty() && more < ids.front().second.size(); ++more) {
        std::map<std::string, int> uses;
        for (const auto& [id, ways] : ids)
            ++uses[*id];
        for (const auto& [id, ways] : ids) {
            if (uses[*id] > 1)
                *id += '-' + ways[more];
        }
    }
}

}  // namespace

BudgetDraft draft_of(const Fec& ledger, const Catalogue& catalogue, Language keys, std::optional<Date> until,
                     bool with_aci) {
    return Drafter(ledger, catalogue, keys, with_aci).run(until);
}

void tell_apart(std::vector<BudgetDraft>& drafts) {
    Ids lines;
    Ids banks;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const std::string entity = std::to_string(i + 1);
        for (DraftBank& bank : drafts[i].banks)
            banks.push_back({&bank.id, {group_of(bank.account), entity, std::to_string(banks.size() + 1)}});
        for (DraftLine& line : drafts[i].lines) {
            const std::string own = line.accounts.empty()
                                        ? std::to_string(line.bank + 1) + '-' + std::to_string(line.paid_to + 1)
                                        : line.accounts.front();
            lines.push_back({&line.id, {own, entity}});
        }
    }
    tell_apart_ids(lines);
    tell_apart_ids(banks);
}

}  // namespace msp
