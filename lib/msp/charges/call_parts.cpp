// SPDX-License-Identifier: MIT
#include <msp/charges/call_parts.hpp>
#include <msp/money/quotient.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>

namespace msp {
namespace {

using Integer = Quotient::Integer;

// Exact parts of a call: cents over `whole`, their sum is the call.
struct ExactParts {
    std::vector<Integer> of;
    Integer whole = 1;
};

ExactParts exact_parts(std::int64_t call, std::span<const CalledLine> lines, std::ptrdiff_t calls,
                       std::ptrdiff_t over) {
    // Over `over`: the part of each line before the call as a whole is looked at, then what is left of the call.
    ExactParts exact;
    Integer left = checked_product(call, over);
    Integer steps = 0;
    for (const CalledLine& line : lines) {
        const Integer due = checked_sum(checked_product(line.from.cents() - line.called.cents(), over),
                                        checked_product(line.step.cents(), calls));
        exact.of.push_back(due);
        left -= due;
        steps += absolute(line.step).cents();
    }
    if (steps == 0)
        steps = 1;
    for (std::size_t i = 0; i < lines.size(); ++i)
        exact.of[i] =
            checked_sum(checked_product(exact.of[i], steps), checked_product(left, absolute(lines[i].step).cents()));
    exact.whole = checked_product(over, steps);
    return exact;
}

std::int64_t floor_of(Integer exact, Integer whole) {
    return static_cast<std::int64_t>(exact / whole - (exact % whole < 0 ? 1 : 0));
}

// Whole cents of parts whose sum is so many.
class Cents {
 public:
    explicit Cents(const ExactParts& exact) : exact_(exact) {
        for (const Integer part : exact.of)
            cents_.push_back(floor_of(part, exact.whole));
    }

    // A line that goes up gets nothing rather than less by a part of a cent.
    void not_below_zero(std::size_t line) {
        if (cents_[line] == -1)
            cents_[line] = 0;
    }

    std::vector<std::int64_t> summing_to(std::int64_t sum) {
        for (const std::int64_t cents : cents_)
            sum -= cents;
        std::vector<std::size_t> order(cents_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, std::greater(), [&](std::size_t line) { return rest(line); });
        for (std::size_t i = 0; sum > 0; ++i, --sum)
            ++cents_[order[i]];
        while (sum < 0)
            sum += taken(order, -sum);
        return std::move(cents_);
    }

 private:
    [[nodiscard]] Integer rest(std::size_t line) const { return exact_.of[line] - cents_[line] * exact_.whole; }

    // A cent of each that has one, last those that are the most below their part; of the first one where none has.
    std::int64_t taken(const std::vector<std::size_t>& order, std::int64_t most) {
        std::int64_t cents = 0;
        for (auto line = order.rbegin(); line != order.rend() && cents < most; ++line) {
            if (cents_[*line] > 0) {
                --cents_[*line];
                ++cents;
            }
        }
        if (cents == 0)
            cents_.front() -= cents = most;
        return cents;
    }

    const ExactParts& exact_;
    std::vector<std::int64_t> cents_;
};

}  // namespace

std::vector<Money> parted_call(Money call, std::span<const CalledLine> lines, std::ptrdiff_t calls,
                               std::ptrdiff_t over) {
    if (lines.empty())
        return {};
    // A call that is a credit mirrors one that is owed.
    const int sign = call.negative() ? -1 : 1;
    ExactParts exact = exact_parts(call.cents(), lines, calls, over);
    for (Integer& part : exact.of)
        part *= sign;
    Cents cents(exact);
    for (std::size_t line = 0; line < lines.size(); ++line) {
        if (lines[line].step.cents() * sign > 0)
            cents.not_below_zero(line);
    }
    std::vector<Money> parts;
    for (const std::int64_t part : cents.summing_to(call.cents() * sign))
        parts.push_back(Money::from_cents(part * sign));
    return parts;
}

}  // namespace msp
