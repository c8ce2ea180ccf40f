// SPDX-License-Identifier: MIT
#include <msp/actuals/account_kinds.hpp>
#include <msp/actuals/result.hpp>
#include <msp/ledger/pieces.hpp>

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace msp {
namespace {

// One export among those of its entity.
class ResultReader {
 public:
    ResultReader(const Ledgers& ledgers, std::size_t part, const AccountKinds& kinds, MapChooser& chooser,
                 const CashSink& sink)
        : ledgers_(ledgers),
          part_(part),
          begin_(ledgers.first_of(part)),
          sink_(sink),
          kinds_(kinds),
          chooser_(chooser),
          unmapped_(ledgers.accounts().size()) {}

    ResultTotals run(Date until) {
        totals_.until = until;
        LedgerPieces(ledgers_[part_]).each([this](const LedgerPiece& piece) { take(piece); });
        totals_.result = totals_.income + totals_.charges;
        // Whatever is made of the lines, they come to what their accounts do.
        if (totals_.result != totals_.mapped + totals_.unmapped + totals_.apart)
            throw std::logic_error("the lines of the result are not its accounts");
        totals_.by_account = largest_first(unmapped_);
        return std::move(totals_);
    }

 private:
    // Lines by their numbers in all exports.
    [[nodiscard]] Money amount(std::uint32_t line) const { return ledgers_.line(line).amount; }
    [[nodiscard]] std::string_view account(std::uint32_t line) const {
        return ledgers_.accounts()[ledgers_.account(line)];
    }
    [[nodiscard]] bool is_result(std::uint32_t line) const {
        return account(line).starts_with('6') || account(line).starts_with('7');
    }

    void take(const LedgerPiece& piece) {
        bool closes = false;
        bool any = false;
        std::optional<std::uint32_t> party;
        for (std::uint32_t i = 0; i < piece.size(); ++i) {
            const std::uint32_t line = begin_ + piece[i];
            const AccountKind kind = kinds_[ledgers_.account(line)];
            any = any || is_result(line);
            closes = closes || account(line).starts_with("12");
            totals_.with_tax = totals_.with_tax || kind == AccountKind::tax;
            if (kind == AccountKind::party && (!party || absolute(amount(line)) > absolute(amount(*party))))
                party = line;
        }
        if (!any)
            return;
        if (closes) {
            ++totals_.closing_count;
            return;
        }
        for (std::uint32_t i = 0; i < piece.size(); ++i) {
            if (is_result(begin_ + piece[i]))
                place(begin_ + piece[i], party);
        }
    }

    void place(std::uint32_t at, std::optional<std::uint32_t> party) {
        const Date day = ledgers_.line(at).date;
        const Money amount = -ledgers_.line(at).amount;
        const std::string_view name = account(at);
        totals_.first = std::min(totals_.first.value_or(day), day);
        if (day > totals_.until) {
            totals_.later += amount;
            ++totals_.later_count;
            return;
        }
        totals_.last = std::max(totals_.last.value_or(day), day);
        (name.starts_with('7') ? totals_.income : totals_.charges) += amount;
        CashMove move;
        move.amount = amount;
        move.date = day;
        move.line = at - begin_;
        move.account = ledgers_.account(at);
        if (const MapRule* rule = chooser_.choose({at, move.account, party, !amount.negative()})) {
            move.item = rule->item;
            move.rule = rule;
            move.kind = CashKind::mapped;
            totals_.mapped += amount;
        } else if (name.starts_with("68") || name.starts_with("78")) {
            move.kind = CashKind::apart;
            totals_.apart += amount;
        } else {
            totals_.unmapped += amount;
            UnmappedCash& left = unmapped_[move.account];
            if (left.count++ == 0) {
                left.account = move.account;
                left.line = move.line;
            }
            left.amount += amount;
        }
        if (sink_)
            sink_(part_, move);
    }

    const Ledgers& ledgers_;
    std::size_t part_;
    std::uint32_t begin_;  // its first line
    const CashSink& sink_;
    const AccountKinds& kinds_;
    MapChooser& chooser_;
    ResultTotals totals_;
    std::vector<UnmappedCash> unmapped_;  // by account
};

}  // namespace

std::vector<ResultTotals> booked_results(const Budget& budget, EntityIndex entity, const Ledgers& ledgers,
                                         std::optional<Date> until, const CashSink& sink) {
    const AccountKinds kinds = account_kinds(budget, entity, ledgers);
    MapChooser chooser(budget, entity, ledgers);
    std::vector<ResultTotals> all;
    std::optional<Date> last;
    for (std::size_t part = 0; part < ledgers.size(); ++part) {
        all.push_back(ResultReader(ledgers, part, kinds, chooser, sink).run(until.value_or(Date::last())));
        last = std::max(last, all.back().last);
    }
    for (ResultTotals& each : all) {
        each.until = until.value_or(last.value_or(Date::last()));
        if (each.last)
            each.until = std::min(each.until, budget.last_day_of(budget.exercise_of(*each.last, entity), entity));
    }
    for (const MapTie& tie : chooser.ties()) {
        const std::size_t part = ledgers.part_of(tie.line);
        all[part].ties.push_back({tie.first, tie.second, tie.line - ledgers.first_of(part)});
    }
    return all;
}

}  // namespace msp
