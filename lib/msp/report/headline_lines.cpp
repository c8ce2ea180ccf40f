// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/headline_lines.hpp>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>

namespace msp {
namespace {

// The lines of one entity.
class HeadlineLines {
 public:
    HeadlineLines(const Budget& budget, const Headline& headline, const View& view, const TextStyle& style)
        : budget_(budget), headline_(headline), view_(view), style_(style) {}

    [[nodiscard]] std::vector<NamedLine> lines(std::size_t width) const {
        std::vector<NamedLine> lines = {{tell(tr("Lowest"), style_), {}},
                                        {tell(tr("Short"), style_), {}},
                                        {tell(tr("Late ACI"), style_), {}},
                                        {tell(tr("To pay out"), style_), {}},
                                        {tell(tr("Total"), style_), {}}};
        const std::size_t names = names_width(lines);
        const std::size_t room = width == 0 ? width : width - std::min(width - 1, names);
        lines[0].text = first_within(
            room, {[&] { return lowest(headline_.plan.lowest, headline_.plan.worst) + without_uncertain(); },
                   [&] { return worst(true, longest_name); }, [&] { return worst(false, longest_name); },
                   [&] { return worst(false, short_name); }});
        lines[1].text = first_within(room, {[&] { return shortage(true); }, [&] { return shortage(false); }});
        lines[2].text = first_within(
            room, {[&] { return late(); }, [&] { return late_worst(true); }, [&] { return late_worst(false); }});
        lines[3].text =
            first_within(room, {[&] { return payout_day() + payout() + unplanned(); },
                                [&] { return payout_day() + payout_only(); }, [&] { return payout_only(); }});
        lines[4].text = first_within(room, {[&] { return total(); }, [&] { return signed_total(); }});
        return lines;
    }

 private:
    static constexpr std::size_t longest_name = 30;  // of an account where the room is little
    static constexpr std::size_t short_name = 12;

    // The last one where none is as narrow.
    static std::string first_within(std::size_t room, std::initializer_list<std::function<std::string()>> forms) {
        std::string text;
        for (const std::function<std::string()>& form : forms) {
            text = form();
            if (room == 0 || display_width(text) <= room)
                break;
        }
        return text;
    }

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

    [[nodiscard]] std::string in_account(const AccountLow& worst, std::size_t longest) const {
        return several() ? " (" + cut_to(budget_.banks[worst.bank].name, longest) + ')' : "";
    }

    // Of the worst account alone, which is named, with the day of the lowest; without uncertain money another one may
    // be worse.
    [[nodiscard]] std::string worst(bool with_day, std::size_t longest) const {
        const AccountLow& plan = headline_.plan.worst;
        const AccountLow& certain = headline_.certain_worst;
        const std::string text = low(plan.low) + in_account(plan, longest);
        if (!headline_.uncertain || certain.low.amount == plan.low.amount)
            return text + tell(tr("; the same without uncertain money"), style_);
        const std::string other = with_day ? low(certain.low) : write_amount(certain.low.amount, style_.language);
        return text + tell({tr("; without uncertain money {low}"), {{"low", other}}}, style_) +
               (certain.bank == plan.bank ? "" : in_account(certain, longest));
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
        if (!several() || banks.empty())
            return {};
        return " (" + listed(banks, [&](const BankIndex bank) { return budget_.banks[bank].name; }) + ')';
    }

    [[nodiscard]] std::string below_floor(const Shortage& found) const {
        if (found.below_floor.empty())
            return tell(tr("never below the floor"), style_);
        return tell({tr("below the floor {n} {n:day|days} from {day} on"),
                     {{"n", Shortage::days(found.below_floor)}, {"day", day(found.below_floor.front().first)}}},
                    style_);
    }

    [[nodiscard]] std::string overdrawn(const Shortage& found) const {
        return tell({tr("overdrawn {n} {n:day|days} from {day} on"),
                     {{"n", Shortage::days(found.overdrawn)}, {"day", day(found.overdrawn.front().first)}}},
                    style_);
    }

    // All that is overdrawn is below the floor too: days of both kinds that are the same are told once.
    [[nodiscard]] std::string shortage(bool with_accounts) const {
        const Shortage& found = headline_.plan;
        if (with_accounts)
            return below_floor(found) + on_accounts(found.banks_below_floor) +
                   (found.overdrawn.empty()
                        ? tell(tr("; never overdrawn"), style_)
                        : tell(tr("; "), style_) + overdrawn(found) + on_accounts(found.banks_overdrawn));
        if (found.overdrawn.empty())
            return below_floor(found) + tell(tr("; never overdrawn"), style_);
        if (std::ranges::equal(found.below_floor, found.overdrawn, [](const Stretch& one, const Stretch& other) {
                return one.first == other.first && one.last == other.last;
            }))
            return tell({tr("below the floor and overdrawn {n} {n:day|days} from {day} on"),
                         {{"n", Shortage::days(found.overdrawn)}, {"day", day(found.overdrawn.front().first)}}},
                        style_);
        return below_floor(found) +
               tell({tr("; overdrawn {n} from {day} on"),
                     {{"n", Shortage::days(found.overdrawn)}, {"day", day(found.overdrawn.front().first)}}},
                    style_);
    }

    [[nodiscard]] std::string looked_at_until() const {
        if (headline_.late_until == view_.days().last)
            return "";
        return tell({tr("; looked at until {day}"), {{"day", day(headline_.late_until)}}}, style_);
    }

    [[nodiscard]] std::string late() const {
        if (!headline_.awaits_aci)
            return tell(tr("no ACI is awaited"), style_);
        const Shortage& found = headline_.late;
        return tell({tr("2½ months: {low}; "), {{"low", lowest(found.lowest, found.worst)}}}, style_) +
               (found.overdrawn.empty() ? below_floor(found) + on_accounts(found.banks_below_floor)
                                        : overdrawn(found) + on_accounts(found.banks_overdrawn)) +
               looked_at_until();
    }

    // Of the worst account alone, which is named where it is not that of the first line.
    [[nodiscard]] std::string late_worst(bool with_days) const {
        const Shortage& found = headline_.late;
        const bool same = found.worst.bank == headline_.plan.worst.bank;
        std::string text = tell({tr("2½ months: {low}; "),
                                 {{"low", low(found.worst.low) + (same ? "" : in_account(found.worst, short_name))}}},
                                style_);
        if (found.overdrawn.empty())
            text += below_floor(found);
        else if (with_days)
            text += overdrawn(found);
        else
            text += tell({tr("overdrawn {n} {n:day|days}"), {{"n", Shortage::days(found.overdrawn)}}}, style_);
        return text + looked_at_until();
    }

    [[nodiscard]] std::string until(Until until) const {
        const Payout& payout = headline_.payout;
        if (until == Until::next_aci && payout.next_aci)
            return tell({tr(" before the ACI of {day}"), {{"day", day(*payout.next_aci)}}}, style_);
        return tell({tr(" until {end}"), {{"end", day(payout.end)}}}, style_);
    }

    [[nodiscard]] std::string payout_day() const {
        return tell({tr("on {day}: "), {{"day", day(headline_.payout.day)}}}, style_);
    }

    [[nodiscard]] std::string payout() const {
        const Payout& payout = headline_.payout;
        const PayoutQuestion first = view_.payout.value_or(PayoutQuestion{});
        const auto amount = [&](PayoutQuestion question) {
            return write_amount(payout.amount(question), style_.language);
        };
        std::string text = amount(first) + until(first.until);
        if (view_.payout)
            return text + (first.above == Limit::zero ? tell(tr(", without an overdraft"), style_) : "");
        if (!payout.next_aci)
            return text;
        const PayoutQuestion to_the_end = {Until::end, Limit::floor};
        return text + tell(tr("; "), style_) + amount(to_the_end) + until(Until::end);
    }

    // Without the days that other lines and the title have.
    [[nodiscard]] std::string payout_only() const {
        const Payout& payout = headline_.payout;
        if (view_.payout || !payout.next_aci)
            return this->payout() + unplanned();
        const Message amounts = {tr("{amount} before the ACI; {until} until {end}"),
                                 {{"amount", payout.amount(PayoutQuestion{})},
                                  {"until", payout.amount({Until::end, Limit::floor})},
                                  {"end", day(payout.end)}}};
        if (!headline_.unplanned_aci)
            return tell(amounts, style_);
        const Gap& missing = *headline_.unplanned_aci;
        return tell(amounts, style_) + tell({missing.part == Part::advance ? tr("; without the advance of {year}")
                                                                           : tr("; without the balance of {year}"),
                                             {{"year", std::int64_t{missing.year}}}},
                                            style_);
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
        return tell({tr("in {receipts}, out {payments}"),
                     {{"receipts", headline_.receipts}, {"payments", opposite(headline_.payments)}}},
                    style_) +
               in_transit_and_days();
    }

    [[nodiscard]] std::string signed_total() const {
        return '+' + write_amount(headline_.receipts, style_.language) + ", " +
               write_amount(headline_.payments, style_.language) + in_transit_and_days();
    }

    [[nodiscard]] std::string in_transit_and_days() const {
        std::string text;
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
                                      const TextStyle& style, std::size_t width) {
    return HeadlineLines(budget, headline, view, style).lines(width);
}

}  // namespace msp
