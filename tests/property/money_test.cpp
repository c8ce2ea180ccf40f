// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>
#include <msp/money/money.hpp>
#include <msp/money/parse.hpp>
#include <msp/money/rate.hpp>
#include <msp/money/scale.hpp>
#include <msp/money/split.hpp>

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>
#include <optional>

namespace {

using Big = boost::multiprecision::cpp_int;
using msp::Money;
using msp::Rate;
using msp::Rounding;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

// From 0, from a few cents, and from the whole range: plain `arbitrary` rarely leaves the small ones.
rc::Gen<std::int64_t> any_int64() {
    return rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange<std::int64_t>(-100, 100),
                          rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(least, most)),
                          rc::gen::element(least, least + 1, most - 1, most));
}

Money any_money() {
    return Money::from_cents(*any_int64());
}

Money file_amount() {
    const std::int64_t limit = msp::largest_amount.cents();
    return Money::from_cents(*rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-10'000, 10'000),
                                             rc::gen::resize(rc::kNominalSize, rc::gen::inRange(-limit, limit + 1)),
                                             rc::gen::element(-limit, limit)));
}

Rate any_rate() {
    constexpr std::int64_t limit = 999'999'999'999'999'999;
    const auto digits = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-2'000, 2'000),
                                        rc::gen::resize(rc::kNominalSize, rc::gen::inRange(-limit, limit + 1)));
    return Rate(digits, *rc::gen::inRange(0, 19));
}

std::vector<std::int64_t> any_weights() {
    const auto weight = rc::gen::oneOf(rc::gen::just<std::int64_t>(0), rc::gen::inRange<std::int64_t>(0, 100),
                                       rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(0, most)));
    auto weights = *rc::gen::container<std::vector<std::int64_t>>(weight);
    weights.push_back(*rc::gen::inRange<std::int64_t>(1, 100));
    return weights;
}

Big magnitude(const Big& value) {
    return value < 0 ? Big(-value) : value;
}

// The definition, on whole numbers without bound: the nearest of the two neighbours.
Big rounded(const Big& numerator, const Big& denominator, Rounding rounding) {
    const Big floor = magnitude(numerator) / denominator;
    const Big twice = 2 * (magnitude(numerator) - floor * denominator);
    bool up = false;
    if (rounding != Rounding::toward_zero)
        up = twice > denominator || (twice == denominator && (rounding == Rounding::half_up || (floor & 1) == 1));
    const Big result = up ? Big(floor + 1) : floor;
    return numerator < 0 ? Big(-result) : result;
}

template <typename Compute>
std::optional<std::int64_t> cents_unless_overflow(Compute compute) {
    try {
        return compute().cents();
    } catch (const msp::Error&) {
        return std::nullopt;
    }
}

std::optional<std::int64_t> fitted(const Big& cents) {
    if (cents < least || cents > most)
        return std::nullopt;
    return static_cast<std::int64_t>(cents);
}

std::string with_comma(std::string text) {
    std::ranges::replace(text, '.', ',');
    return text;
}

// "-1234567.89" as "-1 234 567,89 €", with the space given.
std::string written(Money amount, const std::string& space) {
    std::string text = with_comma(msp::plain(amount));
    for (std::size_t digits = 3; text.size() - 3 > digits + (amount.negative() ? 1 : 0); digits += 3 + space.size())
        text.insert(text.size() - 3 - digits, space);
    return text + space + "€";
}

}  // namespace

TEST_CASE("times agrees with unbounded arithmetic") {
    CHECK(rc::check([] {
        const Money amount = any_money();
        const Rate rate = any_rate();
        const msp::Fraction fraction{*any_int64(), std::max<std::int64_t>(1, *any_int64())};
        const auto rounding = *rc::gen::element(Rounding::half_up, Rounding::half_even, Rounding::toward_zero);
        const Big cents = amount.cents();
        const Big power = rate.denominator();
        RC_ASSERT(cents_unless_overflow([&] { return times(amount, rate, rounding); }) ==
                  fitted(rounded(cents * rate.digits(), power, rounding)));
        RC_ASSERT(cents_unless_overflow([&] { return times(amount, fraction, rounding); }) ==
                  fitted(rounded(cents * fraction.numerator, fraction.denominator, rounding)));
        RC_ASSERT(cents_unless_overflow([&] { return times(amount, rate, fraction, rounding); }) ==
                  fitted(rounded(cents * rate.digits() * fraction.numerator, power * fraction.denominator, rounding)));
        RC_ASSERT(cents_unless_overflow([&] { return grown(amount, rate, rounding); }) ==
                  fitted(rounded(cents * (power + rate.digits()), power, rounding)));
    }));
}

TEST_CASE("rates are ordered as their exact values are") {
    CHECK(rc::check([] {
        const Rate a = any_rate();
        const Rate b = *rc::gen::arbitrary<bool>() ? any_rate() : Rate(a.digits(), *rc::gen::inRange(0, 19));
        const Big left = Big(a.digits()) * b.denominator();
        const Big right = Big(b.digits()) * a.denominator();
        RC_ASSERT((a < b) == (left < right));
        RC_ASSERT((a == b) == (left == right));
        RC_ASSERT((a > b) == (left > right));
    }));
}

TEST_CASE("a rate survives being written as a percentage") {
    CHECK(rc::check([] {
        const Rate rate = any_rate();
        const auto point = msp::parse_rate(rate.percent() + " %");
        const auto comma = msp::parse_rate(with_comma(rate.percent()) + "\u00A0%");
        RC_ASSERT(std::holds_alternative<Rate>(point));
        RC_ASSERT(std::get<Rate>(point) == rate);
        RC_ASSERT(std::get<Rate>(comma) == rate);
    }));
}

TEST_CASE("an amount survives being printed and read") {
    CHECK(rc::check([] {
        const Money amount = file_amount();
        const std::string space = *rc::gen::element<std::string>(" ", "\u00A0", "\u202F");
        RC_ASSERT(std::get<Money>(msp::parse_bare_amount(msp::plain(amount))) == amount);
        RC_ASSERT(std::get<Money>(msp::parse_written_amount(with_comma(msp::plain(amount)))) == amount);
        RC_ASSERT(std::get<Money>(msp::parse_written_amount(written(amount, space))) == amount);
    }));
}

TEST_CASE("any text is either an amount within bounds or has a problem") {
    CHECK(rc::check([] {
        const auto piece = rc::gen::element<std::string>("0", "1", "9", "12", "000", ",", ".", "-", "+", " ", "\u00A0",
                                                         "\u202F", "\u2212", "€", "%", "e", "_", "\xC2", "\x80", "x");
        std::string text;
        for (const auto& each : *rc::gen::container<std::vector<std::string>>(piece))
            text += each;
        for (const auto& result : {msp::parse_bare_amount(text), msp::parse_written_amount(text)}) {
            if (const auto* amount = std::get_if<Money>(&result)) {
                RC_ASSERT(*amount <= msp::largest_amount);
                RC_ASSERT(-*amount <= msp::largest_amount);
            }
        }
        const auto rate = msp::parse_rate(text);
        if (const auto* ratio = std::get_if<Rate>(&rate))
            RC_ASSERT((ratio->scale() >= 0 && ratio->scale() <= 18));
    }));
}

TEST_CASE("parts of a split sum to the whole and each is within a cent of its exact share") {
    CHECK(rc::check([] {
        const Money whole = any_money();
        const auto weights = any_weights();
        const auto parts = msp::split(whole, weights);
        const Big sum = std::accumulate(weights.begin(), weights.end(), Big(0));
        RC_ASSERT(parts.size() == weights.size());
        Big total = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Big off = Big(parts[i].cents()) * sum - Big(whole.cents()) * weights[i];
            RC_ASSERT(magnitude(off) < sum);
            RC_ASSERT((weights[i] != 0 || parts[i] == Money()));
            RC_ASSERT((parts[i] == Money() || parts[i].negative() == whole.negative()));
            total += parts[i].cents();
        }
        RC_ASSERT(total == whole.cents());
    }));
}

TEST_CASE("a split of a debt is the debt of the split") {
    CHECK(rc::check([] {
        const Money whole = file_amount();
        const auto weights = any_weights();
        auto parts = msp::split(whole, weights);
        for (Money& part : parts)
            part = -part;
        RC_ASSERT(msp::split(-whole, weights) == parts);
    }));
}

TEST_CASE("the scale of the weights does not matter") {
    CHECK(rc::check([] {
        const Money whole = any_money();
        auto weights = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 1'000'000));
        weights.push_back(1);
        const auto parts = msp::split(whole, weights);
        const auto scale = *rc::gen::inRange<std::int64_t>(2, 1'000'000'000);
        for (std::int64_t& weight : weights)
            weight *= scale;
        RC_ASSERT(msp::split(whole, weights) == parts);
    }));
}

TEST_CASE("a larger weight never gets less") {
    CHECK(rc::check([] {
        const Money whole = Money::from_cents(*rc::gen::inRange<std::int64_t>(0, most));
        const auto weights = any_weights();
        const auto parts = msp::split(whole, weights);
        for (std::size_t i = 0; i < parts.size(); ++i)
            for (std::size_t j = 0; j < parts.size(); ++j)
                RC_ASSERT((weights[i] <= weights[j] || parts[i] >= parts[j]));
    }));
}

TEST_CASE("instalments sum to the whole, all equal but the last, none of the other sign") {
    CHECK(rc::check([] {
        const Money whole = any_money();
        const auto count = *rc::gen::inRange<std::int64_t>(1, 400);
        const Money equal = msp::instalment(whole, count, 0);
        Big sum = 0;
        for (std::int64_t index = 0; index < count; ++index) {
            const Money part = msp::instalment(whole, count, index);
            RC_ASSERT((index == count - 1 || part == equal));
            RC_ASSERT((part == Money() || part.negative() == whole.negative()));
            sum += part.cents();
        }
        RC_ASSERT(sum == whole.cents());
        RC_ASSERT((count == 1 || magnitude(Big(equal.cents()) * count - whole.cents()) < count));
    }));
}

TEST_CASE("what is drawn stands within half a step of where it is, and bars end within their field") {
    CHECK(rc::check([] {
        const Money one = file_amount();
        const Money other = file_amount();
        RC_PRE(one != other);
        const Money low = std::min(one, other);
        const Money high = std::max(one, other);
        const Money amount = std::clamp(file_amount(), low, high);
        const std::int64_t steps = *rc::gen::inRange<std::int64_t>(1, 2'000);
        const Big all = Big(high.cents()) - low.cents();
        const Big at = msp::AmountScale(low, high, steps).at(amount);
        RC_ASSERT(magnitude(at * all - (Big(amount.cents()) - low.cents()) * steps) * 2 <= all);

        const msp::BarField field(low, high, steps + 1);
        RC_ASSERT(field.left() + field.right() == steps + 1);
        RC_ASSERT((field.left() != 0) == low.negative());
        const std::int64_t length = field.length(amount, 8);
        RC_ASSERT((length < 0) == amount.negative());
        RC_ASSERT((length == 0) == (amount == Money()));
        RC_ASSERT(length <= field.right() * 8);
        RC_ASSERT(-length <= field.left() * 8);

        const std::vector<Money> ticks = msp::round_amounts(low, high, 7);
        RC_ASSERT(ticks.size() <= 7U);
        for (const Money tick : ticks) {
            RC_ASSERT(low <= tick && tick <= high);
            RC_ASSERT(tick.cents() % 100 == 0);
        }
    }));
}
