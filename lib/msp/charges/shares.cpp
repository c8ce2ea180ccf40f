// SPDX-License-Identifier: MIT
#include <msp/charges/key_parts.hpp>
#include <msp/charges/shares.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace msp {

// Euros over `whole`, which all members have in common.
struct ExactShares::Numbers {
    std::vector<Whole> parts;
    Whole whole;
    std::string whole_in_digits;
};

namespace {

Whole power_of_ten(int exponent) {
    return boost::multiprecision::pow(Whole(10), static_cast<unsigned>(exponent));
}

// The last place rounded half away from zero.
std::string written(const Whole& numerator, const Whole& denominator, int places) {
    const Whole doubled = 2 * abs(numerator) * power_of_ten(places) + denominator;
    std::string digits = Whole(doubled / (2 * denominator)).str();
    const auto wanted = static_cast<std::size_t>(places) + 1;
    digits.insert(0, wanted - std::min(wanted, digits.size()), '0');
    digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
    return (numerator < 0 && digits.find_first_not_of("0.") != std::string::npos ? "-" : "") + digits;
}

// Exact shares of a line or of one of its periods, over the denominator of the exercise.
using Numerators = std::vector<Whole>;

// Of cents over `all`, in lowest terms together.
ExactShares exact_shares(Numerators cents, const Whole& all) {
    Whole whole = all * 100;
    Whole common = whole;
    for (const Whole& part : cents) {
        if (const Whole rest = part % common; rest != 0)
            common = gcd(common, rest);
    }
    if (common != 1) {
        for (Whole& part : cents)
            part /= common;
        whole /= common;
    }
    std::string digits = whole.str();
    return ExactShares(std::make_shared<const ExactShares::Numbers>(
        ExactShares::Numbers{std::move(cents), std::move(whole), std::move(digits)}));
}

// Each cut off to whole cents; of those left over each goes to the one whose debt and remainder make most, ties by
// position. A negative total mirrors the positive one.
std::vector<Money> rounded(Money total, const Numerators& exact, const Whole& all, const std::vector<bool>& pays,
                           Numerators& debts) {
    const int sign = total.negative() ? -1 : 1;
    std::vector<Money> shares(exact.size());
    std::int64_t left = total.cents();
    std::vector<std::size_t> order;
    Numerators owed(exact.size());
    for (std::size_t i = 0; i < exact.size(); ++i) {
        Whole cents;
        Whole rest;
        divide_qr(Whole(exact[i] * sign), all, cents, rest);
        if (rest < 0) {
            rest += all;
            --cents;
        }
        shares[i] = Money::from_cents(sign * static_cast<std::int64_t>(cents));
        left -= shares[i].cents();
        owed[i] = debts[i] * sign + rest;
        if (pays[i])
            order.push_back(i);
    }
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return owed[a] > owed[b]; });
    for (std::size_t k = 0; k < static_cast<std::size_t>(left * sign); ++k)
        shares[order[k]] += Money::from_cents(sign);
    for (std::size_t i = 0; i < exact.size(); ++i)
        debts[i] += exact[i] - all * shares[i].cents();
    return shares;
}

class Exercise {
 public:
    Exercise(const Budget& budget, std::span<const ChargedLine> lines, std::span<const Window> periods)
        : budget_(budget), lines_(lines), periods_(periods), parts_(budget), debts_(budget.payers()) {}

    // Whether every charge has somebody to pay it.
    bool check(Diagnostics& diagnostics) { return find_denominator(diagnostics); }

    std::optional<ExerciseShares> run(Diagnostics& diagnostics) {
        if (!find_denominator(diagnostics))
            return std::nullopt;
        ExerciseShares result;
        result.pays.resize(budget_.payers());
        Whole largest;
        for (const ChargedLine& line : lines_) {
            result.lines.push_back(shares_of(line, result.pays));
            for (const Whole& debt : debts_)
                largest = std::max(largest, Whole(abs(debt)));
        }
        result.largest_debt = written(largest, all_, 2);
        return result;
    }

 private:
    const Parts& parts_of(const ChargedLine& line, const Charge& charge) {
        return parts_(*line.line->shared, budget_.banks[line.line->bank].entity, charge.covers);
    }

    // What a charge of the line has to be divided by, where a total stands in for the sum of its charges.
    static Whole proportion(const ChargedLine& line) {
        return line.total ? Whole(absolute(sum_of(line.charges)).cents()) : Whole(1);
    }

    bool find_denominator(Diagnostics& diagnostics) {
        const std::size_t before = diagnostics.errors();
        for (const ChargedLine& line : lines_) {
            std::vector<const Charge*> unpaid;
            std::vector<EmptyRoom> empty;
            for (const Charge& charge : line.charges) {
                const Parts& parts = parts_of(line, charge);
                if (parts.all != 0)
                    all_ = lcm(all_, Whole(parts.all * proportion(line)));
                else if (charge.amount != Money() && !waits_for_rooms(line, charge, empty))
                    unpaid.push_back(&charge);
            }
            tell_of_rooms(line, empty, diagnostics);
            if (!unpaid.empty())
                nobody(line, unpaid, diagnostics);
        }
        return diagnostics.errors() == before;
    }

    // Whether nobody pays because nobody bears an empty room.
    bool waits_for_rooms(const ChargedLine& line, const Charge& charge, std::vector<EmptyRoom>& empty) {
        const std::vector<EmptyRoom> rooms =
            parts_.unborne(*line.line->shared, budget_.banks[line.line->bank].entity, charge.covers);
        for (const EmptyRoom& each : rooms) {
            const auto same = std::ranges::find_if(empty, [&](const EmptyRoom& told) {
                return told.room == each.room && told.why == each.why && told.last + 1 >= each.first;
            });
            if (same == empty.end())
                empty.push_back(each);
            else
                same->last = std::max(same->last, each.last);
        }
        return !rooms.empty();
    }

    // Once a key.
    void tell_of_rooms(const ChargedLine& line, const std::vector<EmptyRoom>& empty, Diagnostics& diagnostics) {
        for (const EmptyRoom& each : empty) {
            if (told_.emplace(*line.line->shared, each.room, each.why).second)
                empty_room(budget_.keys[*line.line->shared], each, diagnostics);
        }
    }

    void empty_room(const ShareKey& key, const EmptyRoom& empty, Diagnostics& diagnostics) const {
        const Room& room = budget_.rooms[empty.room];
        const auto said = [&]() -> std::pair<const char*, const char*> {
            switch (empty.why) {
                case Unborne::no_landlord:
                    return {tr("{room} stands empty from {first} to {last}, borne by a landlord who is not said"),
                            tr("name a third party as its landlord, or let another bear it")};
                case Unborne::no_profession:
                    return {tr("{room} stands empty from {first} to {last}, borne by a profession that is not known"),
                            tr("say the profession of the room, or let another bear it")};
                case Unborne::nobody_left:
                    break;
            }
            return {tr("{room} stands empty from {first} to {last}, and nobody of its profession is left to bear it"),
                    tr("let all bear it, or the landlord")};
        };
        const auto [message, help] = said();
        diagnostics.error("charges.empty", {message, {{"room", room.id}, {"first", empty.first}, {"last", empty.last}}},
                          room.place.span, Message{help, {}},
                          {{key.rule_place.span, {tr("the key {key}"), {{"key", key.id}}}}});
    }

    void nobody(const ChargedLine& line, const std::vector<const Charge*>& unpaid, Diagnostics& diagnostics) {
        const ShareKey& key = budget_.keys[*line.line->shared];
        std::vector<Note> notes = {{key.rule_place.span, {tr("the key {key}"), {{"key", key.id}}}}};
        if (unpaid.size() > 1)
            notes.push_back({{}, {tr("and {n} more {n:payment|payments}"), {{"n", std::ssize(unpaid) - 1}}}});
        diagnostics.error("charges.nobody",
                          {tr("nobody pays {line} from {first} to {last}: the key {key} leaves a part without members "
                              "on these days"),
                           {{"line", budget_.items[line.line->item].id},
                            {"first", unpaid.front()->covers.first},
                            {"last", unpaid.front()->covers.last},
                            {"key", key.id}}},
                          line.line->shared_place.span,
                          Message{tr("give the key a member who is there, or the line another key"), {}},
                          std::move(notes));
    }

    // What one part of an amount is in the denominator of the exercise.
    const Numerators& scaled(const Parts& parts) {
        const auto [known, fresh] = scaled_.try_emplace(&parts);
        if (fresh) {
            const Whole factor = all_ / parts.all;
            for (const Whole& part : parts.of)
                known->second.push_back(part * factor);
        }
        return known->second;
    }

    // Charges that are parted alike are added up before they are.
    Numerators exact(const ChargedLine& line, const std::vector<const Charge*>& charges) {
        std::map<const Parts*, Money> sums;
        for (const Charge* charge : charges)
            sums[&parts_of(line, *charge)] += charge->amount;
        Numerators sum(budget_.payers());
        for (const auto& [parts, amount] : sums) {
            if (amount == Money())
                continue;
            const Numerators& each = scaled(*parts);
            for (std::size_t i = 0; i < sum.size(); ++i) {
                if (each[i] != 0)
                    sum[i] += each[i] * amount.cents();
            }
        }
        return sum;
    }

    std::size_t period_of(Date due) const {
        const auto after = std::ranges::upper_bound(periods_, due, {}, &Window::first);
        return after == periods_.begin() ? 0 : static_cast<std::size_t>(after - periods_.begin()) - 1;
    }

    Shares made(Money total, std::vector<Money> shares, Numerators exact) const {
        return {total, std::move(shares), exact_shares(std::move(exact), all_)};
    }

    LineShares shares_of(const ChargedLine& line, std::vector<bool>& anyone) {
        std::vector<const Charge*> all;
        std::vector<std::vector<const Charge*>> by_period(periods_.size());
        for (const Charge& charge : line.charges) {
            all.push_back(&charge);
            by_period[period_of(charge.due)].push_back(&charge);
        }
        const std::vector<bool> pays = payers(line, all);
        for (std::size_t i = 0; i < pays.size(); ++i)
            anyone[i] = anyone[i] || pays[i];
        const Money total = line.total.value_or(sum_of(line.charges));
        Numerators whole = exact(line, all);
        if (line.total) {
            const std::int64_t voted = sum_of(line.charges).cents();
            for (Whole& part : whole)
                part = part * total.cents() / voted;
        }
        std::vector<Money> shares = rounded(total, whole, all_, pays, debts_);
        LineShares result = {line.line, made(total, shares, std::move(whole)), {}};
        if (periods_.size() == 1) {
            result.periods.push_back(result.exercise);
            return result;
        }
        for (std::size_t p = 0; p < periods_.size(); ++p) {
            const Money amount = sum_of(by_period[p]);
            Numerators part = exact(line, by_period[p]);
            Numerators no_debts(part.size());
            std::vector<Money> own =
                p + 1 == periods_.size() ? shares : rounded(amount, part, all_, payers(line, by_period[p]), no_debts);
            for (std::size_t i = 0; i < shares.size() && p + 1 != periods_.size(); ++i)
                shares[i] -= own[i];
            result.periods.push_back(made(amount, std::move(own), std::move(part)));
        }
        return result;
    }

    // Who has a weight in one of them.
    std::vector<bool> payers(const ChargedLine& line, const std::vector<const Charge*>& charges) {
        std::vector<bool> pays(budget_.payers());
        for (const Charge* charge : charges) {
            const Parts& parts = parts_of(line, *charge);
            for (std::size_t i = 0; i < pays.size(); ++i)
                pays[i] = pays[i] || parts.of[i] != 0;
        }
        return pays;
    }

    static Money sum_of(const std::vector<Charge>& charges) {
        Money sum;
        for (const Charge& charge : charges)
            sum += charge.amount;
        return sum;
    }

    static Money sum_of(const std::vector<const Charge*>& charges) {
        Money sum;
        for (const Charge* charge : charges)
            sum += charge->amount;
        return sum;
    }

    const Budget& budget_;
    std::span<const ChargedLine> lines_;
    std::span<const Window> periods_;
    KeyParts parts_;
    std::map<const Parts*, Numerators> scaled_;
    std::set<std::tuple<KeyIndex, std::size_t, Unborne>> told_;
    Whole all_ = 1;
    Numerators debts_;  // exact less charged, by payer
};

}  // namespace

ExactShares::Fraction ExactShares::fraction(std::size_t member) const {
    return {numbers_->parts[member].str(), numbers_->whole_in_digits};
}

std::string ExactShares::decimal(std::size_t member, int places) const {
    return written(numbers_->parts[member], numbers_->whole, places);
}

std::string ExactShares::less(std::size_t member, Money charged, int places) const {
    return written(numbers_->parts[member] * 100 - numbers_->whole * charged.cents(), numbers_->whole * 100, places);
}

std::string ExactShares::weight(std::size_t member, Money amount, int places) const {
    if (amount == Money())
        return written(0, 1, places);
    const int sign = amount.negative() ? -1 : 1;
    return written(numbers_->parts[member] * (sign * 100), numbers_->whole * abs(Whole(amount.cents())), places);
}

std::optional<ExerciseShares> shares_of(const Budget& budget, std::span<const ChargedLine> lines,
                                        std::span<const Window> periods, Diagnostics& diagnostics) {
    return Exercise(budget, lines, periods).run(diagnostics);
}

void check_shares(const Budget& budget, std::span<const ChargedLine> lines, Diagnostics& diagnostics) {
    (void)Exercise(budget, lines, {}).check(diagnostics);
}

std::vector<Money> parted(const Budget& budget, Money amount, KeyIndex key, EntityIndex entity, const Window& days) {
    KeyParts parts(budget);
    const Parts& by = parts(key, entity, days);
    if (by.all == 0)
        return {};
    Numerators exact;
    std::vector<bool> pays;
    for (const Whole& part : by.of) {
        exact.push_back(part * amount.cents());
        pays.push_back(part != 0);
    }
    Numerators no_debts(exact.size());
    return rounded(amount, exact, by.all, pays, no_debts);
}

std::vector<ExactShares> shares_of_charges(const Budget& budget, const ChargedLine& line) {
    KeyParts parts(budget);
    std::vector<ExactShares> all;
    for (const Charge& charge : line.charges) {
        const Parts& each = parts(*line.line->shared, budget.banks[line.line->bank].entity, charge.covers);
        Numerators cents;
        for (const Whole& part : each.of)
            cents.push_back(part * charge.amount.cents());
        all.push_back(exact_shares(std::move(cents), each.all == 0 ? Whole(1) : each.all));
    }
    return all;
}

Money borne_by_third_parties(const Budget& budget, const ExerciseShares& shares) {
    Money sum;
    for (const LineShares& line : shares.lines) {
        for (std::size_t payer = budget.members.size(); payer < budget.payers(); ++payer)
            sum += line.exercise.shares[payer];
    }
    return sum;
}

bool beyond_scm_limit(const Budget& budget, const ExerciseShares& shares) {
    constexpr std::int64_t one_in = 10;
    Money all;
    for (const LineShares& line : shares.lines)
        all += line.exercise.total;
    return borne_by_third_parties(budget, shares).cents() > all.cents() / one_in;
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
