// SPDX-License-Identifier: MIT
#include <msp/money/split.hpp>
#include <msp/payroll/tax.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace msp {
namespace {

constexpr int months_of_year = 12;
constexpr int payment_day = 15;
constexpr std::int64_t cents_in_euro = 100;

Money to_euros(const Quotient& cents) {
    return rounded(cents / Quotient(cents_in_euro), Rounding::half_up) * cents_in_euro;
}

std::int64_t checked(std::int64_t a, std::int64_t b) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(a, b, &product))
        throw_money_overflow();
    return product;
}

// What the scale gives as whole numbers: in parts of a cent, of which one is a twelfth of the finest rate.
class WholeScale {
 public:
    WholeScale(const PayrollTaxRules& rules, const PayrollTaxScale& scale, int months)
        : first_(checked(scale.first.cents(), months)), second_(checked(scale.second.cents(), months)) {
        for (const Rate rate : rules.rates)
            unit_ = std::max(unit_, rate.denominator());
        for (std::size_t i = 0; i < digits_.size(); ++i)
            digits_.at(i) = checked(rules.rates.at(i).digits(), unit_ / rules.rates.at(i).denominator());
    }

    [[nodiscard]] std::int64_t unit() const { return checked(unit_, months_of_year); }  // to the cent

    [[nodiscard]] std::int64_t of(Money base) const {
        const std::int64_t pay = checked(base.cents(), months_of_year);
        const Money on_scale =
            Money::from_cents(checked(std::min(pay, first_), digits_[0])) +
            Money::from_cents(checked(std::max(std::min(pay, second_) - first_, std::int64_t{0}), digits_[1])) +
            Money::from_cents(checked(std::max(pay - second_, std::int64_t{0}), digits_[2]));
        return on_scale.cents();
    }

 private:
    std::int64_t first_;
    std::int64_t second_;
    std::int64_t unit_ = 1;
    std::array<std::int64_t, 3> digits_ = {};
};

class EmployerTaxes {
 public:
    EmployerTaxes(const PayrollTaxRules& rules, const Employer& employer, std::span<const PostMonths* const> posts,
                  Month last)
        : rules_(rules), employer_(employer), posts_(posts), last_(last) {}

    std::vector<YearTax> run() {
        std::optional<int> first;
        for (const PostMonths* post : posts_) {
            if (!post->months.empty())
                first = std::min(first.value_or(Date::last_year), post->months.front().month.year());
        }
        for (int year = first.value_or(last_.year() + 1); year <= last_.year(); ++year)
            add(year);
        return std::move(found_);
    }

 private:
    void add(int year) {
        YearTax tax;
        tax.year = static_cast<std::int16_t>(year);
        tax.scale = rules_.of_year(year);
        const DeclaredTax* declared = employer_.declared(year - 1);
        tax.before = declared != nullptr ? declared->due : found_.empty() ? Money() : found_.back().due;
        if (tax.before >= rules_.once_below)
            tax.rhythm = tax.before <= rules_.quarterly_up_to ? TaxRhythm::quarter : TaxRhythm::month;
        const Month january(year, 1);
        const Month end_of_year(year, months_of_year);
        tax.whole = end_of_year <= last_;
        taxed_ = taxed(january);
        tax.bases = bases(january, end_of_year);
        const Weights weights(WholeScale(rules_, *tax.scale, months_of_year), tax.bases);
        tax.on_scale.reserve(weights.each.size());
        for (const std::int64_t weight : weights.each)
            tax.on_scale.emplace_back(weight, weights.unit);
        tax.sum = weights.sum();
        tax.due = tax_due(rules_, *tax.scale, employer_.kind, tax.sum);
        tax.shares = weights.parts_of(tax.due);
        std::vector<Money> left = tax.shares;
        Money rest = tax.due;
        const int months = tax.rhythm == TaxRhythm::month ? 1 : 3;
        // What the last period owes is in the balance.
        for (Month end = january + (months - 1); tax.rhythm != TaxRhythm::once && end < end_of_year && end <= last_;
             end = end + months) {
            tax.payments.push_back(instalment(tax, end - (months - 1), end));
            rest -= tax.payments.back().amount;
            for (std::size_t i = 0; i < left.size(); ++i)
                left[i] -= tax.payments.back().shares[i];
        }
        // Where nothing is left in all, instalments may still have been parted among posts in another way than the
        // year.
        const bool parted = std::ranges::any_of(left, [](Money share) { return share != Money(); });
        if (tax.whole && (parted || tax.payments.empty()))
            tax.payments.push_back(
                {(end_of_year + 1).day(payment_day), rest, std::move(left), january, end_of_year, true});
        found_.push_back(std::move(tax));
    }

    // What a year's months are taxed on.
    using OfMonths = std::array<Money, months_of_year>;
    [[nodiscard]] std::vector<OfMonths> taxed(Month january) const {
        std::vector<OfMonths> all(posts_.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (const PayMonth& month : months_between(posts_[i]->months, january, january + (months_of_year - 1)))
                all[i].at(static_cast<std::size_t>(month.month - january)) = month.pay->taxed();
        }
        return all;
    }

    // Of months of that year, to the euro each.
    [[nodiscard]] std::vector<Money> bases(Month first, Month last) const {
        std::vector<Money> all;
        all.reserve(taxed_.size());
        for (const OfMonths& months : taxed_) {
            const Money whole =
                sum(std::span(months).subspan(first.month() - 1, static_cast<std::size_t>(last - first) + 1));
            all.push_back(in_euros(whole));
        }
        return all;
    }

    // What the scale gives for each post.
    struct Weights {
        Weights(const WholeScale& scale, const std::vector<Money>& bases) : unit(scale.unit()) {
            each.reserve(bases.size());
            for (const Money base : bases)
                each.push_back(scale.of(base));
        }

        [[nodiscard]] Quotient sum() const {
            Quotient::Integer all = 0;
            for (const std::int64_t weight : each)
                all += weight;  // of so many as fit into memory, never too much
            return Quotient::reduced(all, unit);
        }

        // In proportion.
        [[nodiscard]] std::vector<Money> parts_of(Money whole) const {
            return whole == Money() ? std::vector<Money>(each.size()) : split(whole, each);
        }

        std::int64_t unit;
        std::vector<std::int64_t> each;
    };

    [[nodiscard]] TaxPayment instalment(const YearTax& tax, Month first, Month last) const {
        const int months = last - first + 1;
        const Weights weights(WholeScale(rules_, *tax.scale, months), bases(first, last));
        Quotient sum = weights.sum();
        if (employer_.kind == EmployerKind::association)
            sum =
                std::max(sum - Quotient(tax.scale->allowance.cents()) * Quotient(months, months_of_year), Quotient(0));
        const Money due = to_euros(sum);
        return {(last + 1).day(payment_day), due, weights.parts_of(due), first, last, false};
    }

    const PayrollTaxRules& rules_;
    const Employer& employer_;
    std::span<const PostMonths* const> posts_;
    Month last_;
    std::vector<OfMonths> taxed_;  // by post, of the year that is computed
    std::vector<YearTax> found_;
};

}  // namespace

Money in_euros(Money amount) {
    return times(amount, Fraction{1, cents_in_euro}, Rounding::half_up) * cents_in_euro;
}

Quotient tax_on_scale(const PayrollTaxRules& rules, const PayrollTaxScale& scale, Money base, int months) {
    const WholeScale whole(rules, scale, months);
    return {whole.of(base), whole.unit()};
}

Money tax_due(const PayrollTaxRules& rules, const PayrollTaxScale& scale, EmployerKind kind, const Quotient& on_scale) {
    if (on_scale <= Quotient(rules.nothing_up_to.cents()))
        return {};
    Quotient due = on_scale;
    const Quotient limit(rules.relief_below.cents());
    if (due < limit)
        due = due - Quotient(rules.relief_share) * (limit - due);
    if (kind == EmployerKind::association)
        due = due - Quotient(scale.allowance.cents());
    return due <= Quotient(0) ? Money() : to_euros(due);
}

std::vector<YearTax> payroll_taxes(const PayrollTaxRules& rules, const Employer& employer,
                                   std::span<const PostMonths* const> posts, Month last) {
    return EmployerTaxes(rules, employer, posts, last).run();
}

}  // namespace msp
