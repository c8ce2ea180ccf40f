// SPDX-License-Identifier: MIT
#include <msp/charges/bounds.hpp>
#include <msp/charges/digits.hpp>
#include <msp/charges/exact.hpp>
#include <msp/charges/key_parts.hpp>
#include <msp/charges/line_payers.hpp>
#include <msp/charges/shares.hpp>
#include <msp/money/quotient.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace msp {

namespace {

Money sum_of(const std::vector<Charge>& charges) {
    Money sum;
    for (const Charge& charge : charges)
        sum += charge.amount;
    return sum;
}

class Exercise {
 public:
    Exercise(const Budget& budget, std::span<const ChargedLine> lines, std::span<const Window> periods)
        : budget_(budget),
          lines_(lines),
          periods_(periods),
          payers_(budget, lines, exercise()),
          debts_{Numerators(budget.payers())} {}

    // Whether every charge has somebody to pay it, and caps and floors can be kept.
    bool check(Diagnostics& diagnostics) {
        const std::size_t before = diagnostics.errors();
        for (const ChargedLine& line : lines_) {
            if (payers_.check(line, diagnostics) && key_of(line).bounded())
                bounded(line, whole_of(line, Parting::charged), diagnostics);
        }
        return diagnostics.errors() == before;
    }

    std::vector<ExactShares> of_charges(const ChargedLine& line) {
        std::vector<ExactShares> all;
        for (const Charge& charge : line.charges)
            all.push_back(exact_shares(exact(line, {&charge}, Parting::charged)));
        return all;
    }

    std::vector<Money> over_charges(const ChargedLine& line, std::size_t payer, Money share) {
        Numerators parts;
        Whole all = 1;
        std::vector<Exact> each;
        for (const Charge& charge : line.charges)
            all = lcm(all, each.emplace_back(exact(line, {&charge}, Parting::charged)).whole);
        Whole sum;
        for (const Exact& charge : each)
            sum += parts.emplace_back((*charge.parts)[payer] * charge.times * (all / charge.whole));
        if (sum == 0) {  // what rounding gave to who bears nothing
            std::vector<Money> amounts(parts.size());
            amounts.back() = share;
            return amounts;
        }
        std::vector<bool> bears;
        for (Whole& part : parts) {
            bears.push_back(part != 0);
            if (sum < 0)
                part = -part;
        }
        return rounded(share, {std::make_shared<const Numerators>(std::move(parts)), share.cents(), abs(sum)}, bears);
    }

    std::optional<ExerciseShares> run(Diagnostics& diagnostics) {
        const std::size_t before = diagnostics.errors();
        std::vector<Exact> exact;
        for (const ChargedLine& line : lines_) {
            if (!payers_.check(line, diagnostics))
                continue;
            Exact& whole = exact.emplace_back(whole_of(line, Parting::charged));
            if (key_of(line).bounded())
                whole = bounded(line, whole, diagnostics);
            debts_.all = lcm(debts_.all, whole.whole);
        }
        if (diagnostics.errors() != before)
            return std::nullopt;
        ExerciseShares result;
        result.pays.resize(budget_.payers());
        Whole most;
        Whole least;
        for (std::size_t l = 0; l < lines_.size(); ++l) {
            result.lines.push_back(shares_of(lines_[l], std::move(exact[l]), result.pays));
            for (const Whole& debt : debts_.of) {
                if (debt > most)
                    most = debt;
                else if (debt < least)
                    least = debt;
            }
        }
        result.largest_debt = written({std::max(most, Whole(-least)), 1, Divisor(debts_.all), 1}, 2);
        return result;
    }

 private:
    enum class Parting : std::uint8_t { charged, plain };
    using Charges = std::vector<const Charge*>;

    [[nodiscard]] const ShareKey& key_of(const ChargedLine& line) const { return budget_.keys[*line.line->shared]; }
    [[nodiscard]] Window exercise() const { return {periods_.front().first, periods_.back().last}; }

    // Charges that are parted alike are added up before they are.
    Exact exact(const ChargedLine& line, const Charges& charges, Parting by) {
        const bool has_target = key_of(line).target.has_value();
        Whole over = 1;
        for (const Charge* charge : charges) {
            if (has_target)
                over = lcm(over, Whole(denominator(payers_.below_target(line, *charge))));
        }
        std::map<const Parts*, Whole> sums;
        for (const Charge* charge : charges) {
            if (charge->amount == Money())
                continue;
            const Whole amount = over * charge->amount.cents();
            Whole below = amount;
            if (has_target) {
                const WholeQuotient share = payers_.below_target(line, *charge);
                below = amount / Whole(denominator(share)) * Whole(numerator(share));
            }
            const Parts& parts = by == Parting::charged ? payers_.parts(line, *charge) : payers_.plain(line, *charge);
            sums[&parts] += below;
            if (below != amount)
                sums[&payers_.above(line, *charge)] += amount - below;
        }
        std::erase_if(sums, [](const auto& sum) { return sum.second == 0 || sum.first->all == 0; });
        Whole common;
        for (const auto& [parts, amount] : sums)
            common = gcd(common, amount);
        for (auto& [parts, amount] : sums)
            amount /= common;
        Exact made = of_one(Pattern(sums.begin(), sums.end()));
        made.times *= common;
        made.whole *= over;
        reduce(made);
        return made;
    }

    // Amounts without a common divisor, each parted by its parts, all added up. Lines of one rhythm and key, whose
    // amounts do not change, have the same pattern.
    using Pattern = std::vector<std::pair<const Parts*, Whole>>;
    const Exact& of_one(Pattern pattern) {
        const auto [known, fresh] = patterns_.try_emplace(std::move(pattern));
        if (!fresh)
            return known->second;
        Whole whole = 1;
        for (const auto& [parts, amount] : known->first)
            whole = lcm(whole, parts->all);
        Numerators sum(budget_.payers());
        for (const auto& [parts, amount] : known->first) {
            const Whole each = amount * (whole / parts->all);
            for (std::size_t i = 0; i < sum.size(); ++i) {
                if (parts->of[i] != 0)
                    sum[i] += parts->of[i] * each;
            }
        }
        known->second = made_exact(std::move(sum), std::move(whole));
        return known->second;
    }

    // Of the exercise, before caps and floors.
    Exact whole_of(const ChargedLine& line, Parting by) {
        Charges all;
        for (const Charge& charge : line.charges)
            all.push_back(&charge);
        Exact whole = exact(line, all, by);
        if (line.total)
            scale_to_total(line, whole);
        return whole;
    }

    // What is exactly borne of charges, in the proportion of what the exercise came to.
    static void scale_to_total(const ChargedLine& line, Exact& part) {
        const std::int64_t voted = sum_of(line.charges).cents();
        const int sign = voted < 0 ? -1 : 1;
        part.times *= line.total->cents() * sign;
        part.whole *= voted * sign;
        reduce(part);
    }

    Exact bounded(const ChargedLine& line, const Exact& exact, Diagnostics& diagnostics) {
        const Money total = line.total.value_or(sum_of(line.charges));
        Bounded found = within_bounds(budget_, key_of(line), total, exact.all(), exact.whole, exercise());
        if (found.why != Unkept::nothing)
            unkept(line, total, found, diagnostics);
        return found.held ? made_exact(std::move(found.parts), std::move(found.whole)) : exact;
    }

    void unkept(const ChargedLine& line, Money total, const Bounded& found, Diagnostics& diagnostics) const {
        const ShareKey& key = key_of(line);
        const bool caps = found.why == Unkept::caps;
        diagnostics.error(
            caps ? "charges.cap" : "charges.floor",
            {caps ? tr("the caps of all who pay {line} make {sum}, less than the {amount} that they share")
                  : tr("the floors of all who pay {line} make {sum}, more than the {amount} that they "
                       "share"),
             {{"line", budget_.items[line.line->item].id}, {"sum", found.bounds}, {"amount", absolute(found.shared)}}},
            (caps ? key.cap_place : key.floor_place).span,
            Message{caps ? tr("raise the cap, or let another bear what is above it")
                         : tr("lower the floor, or give the line another key"),
                    {}},
            {{line.line->shared_place.span, {tr("the line, {amount} in all"), {{"amount", total}}}}});
    }

    std::size_t period_of(Date due) const {
        const auto after = std::ranges::upper_bound(periods_, due, {}, &Window::first);
        return after == periods_.begin() ? 0 : static_cast<std::size_t>(after - periods_.begin()) - 1;
    }

    // A whole and its periods, by what is charged or by the plain key.
    struct Parted {
        std::vector<Money> shares;
        Exact exact;
    };

    // The charges of each line of the tax return.
    struct TaxCharges {
        CategoryIndex category = 0;
        Charges charges;
        Money amount;
    };
    [[nodiscard]] std::vector<TaxCharges> by_tax_line(const ChargedLine& line) const {
        std::vector<TaxCharges> all;
        const auto tax_line = [&](const TaxCharges& of) {
            return std::string_view(budget_.categories[of.category].tax_line);
        };
        for (const Charge& charge : line.charges) {
            auto own = std::ranges::find(all, budget_.categories[charge.category].tax_line, tax_line);
            if (own == all.end())
                own = all.insert(own, {charge.category, {}, {}});
            own->charges.push_back(&charge);
            own->amount += charge.amount;
        }
        return all;
    }

    // Of what is charged; the largest one takes the difference.
    std::vector<TaxShares> taxes_of(const ChargedLine& line, const Parted& whole) {
        std::vector<TaxShares> taxes;
        const std::vector<TaxCharges> all = by_tax_line(line);
        const auto largest =
            std::ranges::max_element(all, {}, [](const TaxCharges& of) { return absolute(of.amount); });
        const bool bounds = key_of(line).bounded();
        const Exact unbounded = bounds && all.size() > 1 ? whole_of(line, Parting::charged) : Exact();
        std::vector<Money> rest = whole.shares;
        for (const TaxCharges& of : all) {
            TaxShares& made = taxes.emplace_back();
            made.category = of.category;
            if (&of == &*largest)
                continue;
            Exact part = exact(line, of.charges, Parting::charged);
            Money amount = of.amount;
            if (line.total) {
                scale_to_total(line, part);
                amount = in_total(line, amount);
            }
            if (bounds)
                part = proportional(part, unbounded, whole.exact);
            made.shares = rounded(amount, part, payers_.of(line, of.charges));
            for (std::size_t i = 0; i < rest.size(); ++i)
                rest[i] -= made.shares[i];
        }
        if (!taxes.empty())
            taxes[static_cast<std::size_t>(largest - all.begin())].shares = std::move(rest);
        return taxes;
    }

    // An amount of the charges in that proportion, rounded half up.
    static Money in_total(const ChargedLine& line, Money amount) {
        return msp::rounded(Quotient(amount.cents()) * Quotient(line.total->cents(), sum_of(line.charges).cents()),
                            Rounding::half_up);
    }

    // Each period by itself, the last one taking the difference.
    std::vector<Parted> by_period(const ChargedLine& line, const std::vector<Charges>& charges, const Parted& whole,
                                  Parting by) {
        std::vector<Parted> all;
        std::vector<Money> rest = whole.shares;
        const bool bounds = by == Parting::charged && key_of(line).bounded();
        const Exact unbounded = bounds ? whole_of(line, by) : Exact();
        for (std::size_t p = 0; p < periods_.size(); ++p) {
            Parted part = {rest, exact(line, charges[p], by)};
            if (bounds)
                part.exact = proportional(part.exact, unbounded, whole.exact);
            if (p + 1 != periods_.size()) {
                part.shares = rounded(amount_of(charges[p]), part.exact,
                                      by == Parting::charged ? payers_.of(line, charges[p]) : paid(part.exact));
                for (std::size_t i = 0; i < rest.size(); ++i)
                    rest[i] -= part.shares[i];
            }
            all.push_back(std::move(part));
        }
        return all;
    }

    Exact proportional(const Exact& period, const Exact& before, const Exact& after) const {
        InProportion made = in_proportion(budget_, period.all(), period.whole, before.all(), after.all());
        return made_exact(std::move(made.parts), std::move(made.whole));
    }

    LineShares shares_of(const ChargedLine& line, Exact exact_whole, std::vector<bool>& anyone) {
        Charges all;
        std::vector<Charges> of_period(periods_.size());
        for (const Charge& charge : line.charges) {
            all.push_back(&charge);
            of_period[period_of(charge.counted.value_or(charge.due))].push_back(&charge);
        }
        const std::vector<bool>& pays = payers_.of(line, all);
        for (std::size_t i = 0; i < pays.size(); ++i)
            anyone[i] = anyone[i] || pays[i];
        const Money total = line.total.value_or(sum_of(line.charges));
        Parted charged = {rounded(total, exact_whole, pays, debts_), std::move(exact_whole)};
        std::optional<Parted> plain;
        if (derogates(budget_, *line.line->shared)) {
            plain.emplace();
            plain->exact = whole_of(line, Parting::plain);
            plain->shares = rounded(total, plain->exact, paid(plain->exact));
        }
        std::vector<Parted> periods;
        std::vector<Parted> plain_periods;
        if (periods_.size() > 1) {
            periods = by_period(line, of_period, charged, Parting::charged);
            if (plain)
                plain_periods = by_period(line, of_period, *plain, Parting::plain);
        }
        const bool departs = plain.has_value();
        std::vector<TaxShares> taxes = taxes_of(line, charged);
        LineShares result = {line.line, made(total, std::move(charged), std::move(plain)), std::move(taxes), {}};
        if (periods_.size() == 1)
            result.periods.push_back(result.exercise);
        for (std::size_t p = 0; p < periods.size(); ++p)
            result.periods.push_back(made(amount_of(of_period[p]), std::move(periods[p]),
                                          departs ? std::optional(std::move(plain_periods[p])) : std::nullopt));
        return result;
    }

    static Shares made(Money total, Parted charged, std::optional<Parted> plain) {
        Shares shares = {total, std::move(charged.shares), exact_shares(std::move(charged.exact))};
        if (plain)
            shares.plain = PlainShares{std::move(plain->shares), exact_shares(std::move(plain->exact))};
        return shares;
    }

    static std::vector<bool> paid(const Exact& exact) {
        std::vector<bool> pays;
        for (const Whole& part : *exact.parts)
            pays.push_back(part != 0 && exact.times != 0);
        return pays;
    }

    static Money amount_of(const Charges& charges) {
        Money sum;
        for (const Charge* charge : charges)
            sum += charge->amount;
        return sum;
    }

    const Budget& budget_;
    std::span<const ChargedLine> lines_;
    std::span<const Window> periods_;
    LinePayers payers_;
    std::map<Pattern, Exact> patterns_;
    Debts debts_;
};

}  // namespace

std::optional<ExerciseShares> shares_of(const Budget& budget, std::span<const ChargedLine> lines,
                                        std::span<const Window> periods, Diagnostics& diagnostics) {
    return Exercise(budget, lines, periods).run(diagnostics);
}

void check_shares(const Budget& budget, std::span<const ChargedLine> lines, const Window& exercise,
                  Diagnostics& diagnostics) {
    (void)Exercise(budget, lines, {&exercise, 1}).check(diagnostics);
}

std::vector<Money> parted(const Budget& budget, Money amount, KeyIndex key, EntityIndex entity, const Window& days) {
    KeyParts parts(budget);
    const Parts& by = parts(key, entity, days);
    if (by.all == 0)
        return {};
    std::vector<bool> pays;
    for (const Whole& part : by.of)
        pays.push_back(part != 0);
    return rounded(amount, {std::make_shared<const Numerators>(by.of), amount.cents(), by.all}, pays);
}

std::vector<ExactShares> shares_of_charges(const Budget& budget, std::span<const ChargedLine> lines,
                                           const Window& exercise, const ChargedLine& line) {
    return Exercise(budget, lines, {&exercise, 1}).of_charges(line);
}

std::vector<Money> over_charges(const Budget& budget, std::span<const ChargedLine> lines, const Window& exercise,
                                const ChargedLine& line, std::size_t payer, Money share) {
    return Exercise(budget, lines, {&exercise, 1}).over_charges(line, payer, share);
}

Money borne_by_third_parties(const Budget& budget, const ExerciseShares& shares) {
    Money sum;
    for (const LineShares& line : shares.lines) {
        for (std::size_t payer = budget.members.size(); payer < budget.payers(); ++payer)
            sum += line.exercise.shares[payer];
    }
    return sum;
}

bool beyond_scm_limit(const Budget& budget, const ExerciseShares& shares, Money rents) {
    constexpr std::int64_t one_in = 10;
    Money all = rents;
    for (const LineShares& line : shares.lines)
        all += line.exercise.total;
    return (borne_by_third_parties(budget, shares) + rents).cents() > all.cents() / one_in;
}

std::vector<MemberCharges> members_of(const ExerciseShares& shares, std::size_t period) {
    std::vector<MemberCharges> all;
    for (std::size_t member = 0; member < shares.pays.size(); ++member) {
        if (!shares.pays[member])
            continue;
        MemberCharges one = {member, {}};
        Money sum;
        for (const LineShares& line : shares.lines) {
            one.amounts.push_back(line.periods[period].shares[member]);
            sum += one.amounts.back();
        }
        one.amounts.push_back(sum);
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<Money> totals_of(const ExerciseShares& shares, std::size_t period) {
    std::vector<Money> amounts;
    Money sum;
    for (const LineShares& line : shares.lines) {
        amounts.push_back(line.periods[period].total);
        sum += amounts.back();
    }
    amounts.push_back(sum);
    return amounts;
}

}  // namespace msp
