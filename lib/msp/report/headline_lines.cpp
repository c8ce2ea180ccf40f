// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/headline_lines.hpp>

#include <string>

namespace msp {
namespace {

// The lines of one entity.
class HeadlineLines {
 public:
    HeadlineLines(const Budget& budget, const Headline& headline, const View& view, const TextStyle& style)
        : budget_(budget), headline_(headline), view_(view), style_(style) {}

    [[nodiscard]] std::vector<NamedLine> lines() const {
        return {{tell(tr("Lowest"), style_), lowest(headline_.plan.lowest, headline_.plan.worst) + without_uncertain()},
                {tell(tr("Short"), style_), shortage()},
                {tell(tr("Late ACI"), style_), late()},
                {tell(tr("To pay out"), style_), payout() + unplanned()},
                {tell(tr("Total"), style_), total()}};
    }

 private:
    [[nodiscard]] bool several() const { return headline_.banks.size() > 1; }
    [[nodiscard]] std::string day(Date date) const { return short_day(date, style_); }

    [[nodiscard]] std::string low(const Low& low) const {
        return tell({tr("{amount} on {day}"), {{"amount", low.amount}, {"day", day(low.date)}}}, style_);
    }

    // Of the worst account where there are several, then of all together.
    [[nodiscard]] std::string lowest(const Low& together, const AccountLow& worst) const {
        if (!several())
            return low(together);
        return tell(
            {tr("{low} ({account}); together {together}"),
             {{"low", low(worst.low)}, {"account", budget_.banks[worst.bank].name}, {"together", low(together)}}},
            style_);
    }

    [[nodiscard]] std::string without_uncertain() const {
        const bool same = headline_.certain.amount == headline_.plan.lowest.amount &&
                          headline_.certain_worst.low.amount == headline_.plan.worst.low.amount;
        if (!headline_.uncertain || same)
            return tell(tr("; the same without uncertain money"), style_);
        return tell(
            {tr("; without uncertain money {low}"), {{"low", lowest(headline_.certain, headline_.certain_worst)}}},
            style_);
    }

    [[nodiscard]] std::string on_accounts(const std::vector<BankIndex>& banks) const {
        if (!several())
            return {};
        return " (" + listed(banks, [&](const BankIndex bank) { return budget_.banks[bank].name; }) + ')';
    }

    [[nodiscard]] std::string below_floor(const Shortage& found) const {
        if (found.below_floor.empty())
            return tell(tr("never below the floor"), style_);
        return tell({tr("below the floor {n} {n:day|days} from {day} on"),
                     {{"n", Shortage::days(found.below_floor)}, {"day", day(found.below_floor.front().first)}}},
                    style_) +
               on_accounts(found.banks_below_floor);
    }

    [[nodiscard]] std::string overdrawn(const Shortage& found) const {
        return tell({tr("overdrawn {n} {n:day|days} from {day} on"),
                     {{"n", Shortage::days(found.overdrawn)}, {"day", day(found.overdrawn.front().first)}}},
                    style_) +
               on_accounts(found.banks_overdrawn);
    }

    [[nodiscard]] std::string shortage() const {
        const Shortage& found = headline_.plan;
        return below_floor(found) + (found.overdrawn.empty() ? tell(tr("; never overdrawn"), style_)
                                                             : tell(tr("; "), style_) + overdrawn(found));
    }

    [[nodiscard]] std::string late() const {
        if (!headline_.awaits_aci)
            return tell(tr("no ACI is awaited"), style_);
        const Shortage& found = headline_.late;
        std::string text = tell({tr("2½ months: {low}; "), {{"low", lowest(found.lowest, found.worst)}}}, style_) +
                           (found.overdrawn.empty() ? below_floor(found) : overdrawn(found));
        if (headline_.late_until != view_.days().last)
            text += tell({tr("; looked at until {day}"), {{"day", day(headline_.late_until)}}}, style_);
        return text;
    }

    [[nodiscard]] std::string until(Until until) const {
        const Payout& payout = headline_.payout;
        if (until == Until::next_aci && payout.next_aci)
            return tell({tr(" before the ACI of {day}"), {{"day", day(*payout.next_aci)}}}, style_);
        return tell({tr(" until {end}"), {{"end", day(payout.end)}}}, style_);
    }

    [[nodiscard]] std::string payout() const {
        const Payout& payout = headline_.payout;
        const PayoutQuestion first = view_.payout.value_or(PayoutQuestion{});
        const auto amount = [&](PayoutQuestion question) {
            return write_amount(payout.amount(question), style_.language);
        };
        std::string text =
            tell({tr("on {day}: "), {{"day", day(payout.day)}}}, style_) + amount(first) + until(first.until);
        if (view_.payout)
            return text + (first.above == Limit::zero ? tell(tr(", without an overdraft"), style_) : "");
        if (!payout.next_aci)
            return text;
        const PayoutQuestion to_the_end = {Until::end, Limit::floor};
        return text + tell(tr("; "), style_) + amount(to_the_end) + until(Until::end);
    }

    // What the amounts do without, though they look beyond its day.
    [[nodiscard]] std::string unplanned() const {
        if (!headline_.unplanned_aci)
            return "";
        const Gap& missing = *headline_.unplanned_aci;
        return tell({missing.part == Part::advance ? tr("; the advance of {year} is not planned")
                                                   : tr("; the balance of {year} is not planned"),
                     {{"year", std::int64_t{missing.year}}}},
                    style_);
    }

    [[nodiscard]] std::string total() const {
        std::string text = tell({tr("in {receipts}, out {payments}"),
                                 {{"receipts", headline_.receipts}, {"payments", opposite(headline_.payments)}}},
                                style_);
        if (headline_.in_transit != Money())
            text += tell({tr("; {amount} in transit"), {{"amount", absolute(headline_.in_transit)}}}, style_);
        if (!headline_.cash_days_tenths)
            return text + tell(tr("; days of cash undefined"), style_);
        return text + tell({tr("; {days} days of cash"), {{"days", Decimal{headline_.cash_days()}}}}, style_);
    }

    const Budget& budget_;
    const Headline& headline_;
    const View& view_;
    const TextStyle& style_;
};

}  // namespace

std::vector<NamedLine> headline_lines(const Budget& budget, const Headline& headline, const View& view,
                                      const TextStyle& style) {
    return HeadlineLines(budget, headline, view, style).lines();
}

}  // namespace msp
