// SPDX-License-Identifier: MIT
#include <msp/charges/digits.hpp>
#include <msp/charges/exact.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

namespace msp {

// Euros: each part `times` over `whole`, which all members have in common.
struct ExactShares::Numbers {
    std::shared_ptr<const std::vector<Whole>> parts;
    Whole times;
    Divisor whole;
    std::string whole_in_digits;

    [[nodiscard]] Whole of(std::size_t member) const { return (*parts)[member] * times; }
};

Numerators Exact::all() const {
    Numerators found;
    for (const Whole& part : *parts)
        found.push_back(part * times);
    return found;
}

namespace {

// Nothing where it is so large that it has no room for decimals.
std::optional<Quotient> kept(const Whole& numerator, const Whole& denominator) {
    constexpr int places = 14;
    const Whole most = power_of_ten(places + 1);
    const auto number = [](const Whole& whole) { return static_cast<std::int64_t>(whole); };
    const Whole common = gcd(numerator, denominator);
    if (abs(numerator) < most * common && denominator < most * common)
        return Quotient(number(numerator / common), number(denominator / common));
    const Whole cut = numerator * power_of_ten(places) / denominator;
    if (abs(cut) >= most)
        return std::nullopt;
    return Quotient(number(cut), number(power_of_ten(places)));
}

}  // namespace

void reduce(Exact& exact) {
    const Whole common = gcd(exact.times, exact.whole);
    if (common == 1)
        return;
    exact.times /= common;
    exact.whole /= common;
}

Exact made_exact(Numerators parts, Whole whole) {
    Whole common;
    for (const Whole& part : parts) {
        if (part != 0)
            common = common_divisor(common, part);
    }
    if (common > 1) {
        for (Whole& part : parts)
            part /= common;
    }
    Exact made = {std::make_shared<const Numerators>(std::move(parts)), std::move(common), std::move(whole)};
    reduce(made);
    return made;
}

ExactShares exact_shares(Exact cents) {
    cents.whole *= 100;
    reduce(cents);
    return ExactShares(std::make_shared<const ExactShares::Numbers>(ExactShares::Numbers{
        std::move(cents.parts), std::move(cents.times), Divisor(cents.whole), digits_of(cents.whole)}));
}

std::vector<Money> rounded(Money total, const Exact& exact, const std::vector<bool>& pays, Debts& debts) {
    const int sign = total.negative() ? -1 : 1;
    const Whole in_debts = debts.all / exact.whole;
    const Divisor whole(exact.whole);
    std::vector<Money> shares(exact.parts->size());
    const Whole times = exact.times * sign;
    std::int64_t left = total.cents() * sign;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (pays[i])
            order.push_back(i);
        if ((*exact.parts)[i] == 0)
            continue;
        auto [cents, rest] = cut_off((*exact.parts)[i] * times, whole);
        shares[i] = Money::from_cents(sign * cents);
        left -= cents;
        rest *= in_debts;
        sign < 0 ? debts.of[i] -= rest : debts.of[i] += rest;
    }
    if (left == 0)
        return shares;
    const auto first = order.begin() + left;
    std::ranges::nth_element(order, first, [&](std::size_t a, std::size_t b) {
        const int compared = debts.of[a].compare(debts.of[b]) * sign;
        return compared > 0 || (compared == 0 && a < b);
    });
    for (auto payer = order.begin(); payer != first; ++payer) {
        shares[*payer] += Money::from_cents(sign);
        debts.of[*payer] -= debts.all * sign;
    }
    return shares;
}

std::vector<Money> rounded(Money total, const Exact& exact, const std::vector<bool>& pays) {
    Debts none = {Numerators(exact.parts->size()), exact.whole};
    return rounded(total, exact, pays, none);
}

ExactShares::Fraction ExactShares::fraction(std::size_t member) const {
    return {numerator(member), denominator()};
}

std::string ExactShares::numerator(std::size_t member) const {
    return digits_of(numbers_->of(member));
}

bool ExactShares::alike(std::size_t one, std::size_t other) const {
    return (*numbers_->parts)[one] == (*numbers_->parts)[other];
}

const std::string& ExactShares::denominator() const {
    return numbers_->whole_in_digits;
}

std::string ExactShares::decimal(std::size_t member, int places) const {
    return written({numbers_->of(member), 1, numbers_->whole, 1}, places);
}

std::string ExactShares::less(std::size_t member, Money charged, int places) const {
    return written({numbers_->of(member) * 100 - numbers_->whole.value() * charged.cents(), 1, numbers_->whole, 100},
                   places);
}

std::string ExactShares::rounding(std::size_t member, Money charged, int places) const {
    return written({numbers_->whole.value() * charged.cents() - numbers_->of(member) * 100, 1, numbers_->whole, 100},
                   places);
}

std::string ExactShares::weight(std::size_t member, Money amount, int places) const {
    if (amount == Money())
        return written({0, 1, Divisor(1), 1}, places);
    return written({numbers_->of(member), amount.negative() ? -100 : 100, numbers_->whole, absolute(amount).cents()},
                   places);
}

std::optional<Quotient> ExactShares::portion(std::size_t member, Money amount) const {
    const std::vector<Quotient> up_to = portions(amount);
    if (up_to.empty())
        return std::nullopt;
    return member == 0 ? up_to.front() : up_to[member] - up_to[member - 1];
}

std::vector<Quotient> ExactShares::portions(Money amount) const {
    const Whole whole = numbers_->whole.value() * absolute(amount).cents();
    const Whole times = numbers_->times * (amount.negative() ? -100 : 100);
    if (std::accumulate(numbers_->parts->begin(), numbers_->parts->end(), Whole()) * times != whole || whole == 0)
        return {};
    std::vector<Quotient> found;
    Whole sum;
    for (const Whole& part : *numbers_->parts) {
        sum += part;
        if (part == 0 && !found.empty()) {
            found.push_back(found.back());
            continue;
        }
        const std::optional<Quotient> portion = kept(sum * times, whole);
        if (!portion)
            return {};
        found.push_back(*portion);
    }
    return found;
}

}  // namespace msp
