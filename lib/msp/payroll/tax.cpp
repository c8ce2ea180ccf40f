// SPDX-License-Identifier: MIT
#include <msp/payroll/tax.hpp>

#include <algorithm>
#include <numeric>
#include <optional>

namespace msp {
namespace {

constexpr int months_of_year = 12;
constexpr int payment_day = 15;
constexpr std::int64_t cents_in_euro = 100;

Money to_euros(const Quotient& cents) {
    return rounded(cents / Quotient(cents_in_euro), Rounding::half_up) * cents_in_euro;
}

class EmployerTaxes {
 public:
    EmployerTaxes(const PayrollTaxRules& rules, EmployerKind kind, std::span<const PostMonths* const> posts, Month last)
        : rules_(rules), kind_(kind), posts_(posts), last_(last) {}

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
        tax.before = found_.empty() ? Money() : found_.back().due;
        if (tax.before >= rules_.once_below)
            tax.rhythm = tax.before <= rules_.quarterly_up_to ? TaxRhythm::quarter : TaxRhythm::month;
        const Month january(year, 1);
        const Month end_of_year(year, months_of_year);
        tax.whole = end_of_year <= last_;
        tax.bases = bases(january, end_of_year);
        for (const Money base : tax.bases) {
            tax.on_scale.push_back(tax_on_scale(rules_, *tax.scale, base));
            tax.sum += tax.on_scale.back();
        }
        tax.due = tax_due(rules_, *tax.scale, kind_, tax.sum);
        tax.shares = apportioned_by(tax.due, tax.on_scale);
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
        if (tax.whole && (rest != Money() || tax.payments.empty()))
            tax.payments.push_back(
                {(end_of_year + 1).day(payment_day), rest, std::move(left), january, end_of_year, true});
        found_.push_back(std::move(tax));
    }

    // To the euro each.
    [[nodiscard]] std::vector<Money> bases(Month first, Month last) const {
        std::vector<Money> all;
        for (const PostMonths* post : posts_) {
            Money sum;
            for (const PayMonth& month : post->months) {
                if (first <= month.month && month.month <= last)
                    sum += month.gross + month.employer_covers();
            }
            all.push_back(to_euros(Quotient(sum.cents())));
        }
        return all;
    }

    [[nodiscard]] TaxPayment instalment(const YearTax& tax, Month first, Month last) const {
        const Quotient part(last - first + 1, months_of_year);
        std::vector<Quotient> on_scale;
        Quotient sum;
        for (const Money base : bases(first, last)) {
            on_scale.push_back(tax_on_scale(rules_, *tax.scale, base, part));
            sum += on_scale.back();
        }
        if (kind_ == EmployerKind::association)
            sum = std::max(sum - Quotient(tax.scale->allowance.cents()) * part, Quotient(0));
        const Money due = to_euros(sum);
        return {(last + 1).day(payment_day), due, apportioned_by(due, on_scale), first, last, false};
    }

    // In proportion to what the scale gives for each.
    static std::vector<Money> apportioned_by(Money whole, const std::vector<Quotient>& on_scale) {
        Quotient sum;
        for (const Quotient& each : on_scale)
            sum += each;
        if (sum == Quotient(0))
            return std::vector<Money>(on_scale.size());
        std::vector<Quotient> exact;
        exact.reserve(on_scale.size());
        for (const Quotient& each : on_scale)
            exact.push_back(Quotient(whole.cents()) * each / sum);
        return apportioned(whole, exact);
    }

    const PayrollTaxRules& rules_;
    EmployerKind kind_;
    std::span<const PostMonths* const> posts_;
    Month last_;
    std::vector<YearTax> found_;
};

}  // namespace

Quotient tax_on_scale(const PayrollTaxRules& rules, const PayrollTaxScale& scale, Money base, const Quotient& part) {
    const Quotient pay(base.cents());
    const Quotient first = Quotient(scale.first.cents()) * part;
    const Quotient second = Quotient(scale.second.cents()) * part;
    const Quotient nothing(0);
    return std::min(pay, first) * Quotient(rules.rates[0]) +
           std::max(std::min(pay, second) - first, nothing) * Quotient(rules.rates[1]) +
           std::max(pay - second, nothing) * Quotient(rules.rates[2]);
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

std::vector<YearTax> payroll_taxes(const PayrollTaxRules& rules, EmployerKind kind,
                                   std::span<const PostMonths* const> posts, Month last) {
    return EmployerTaxes(rules, kind, posts, last).run();
}

}  // namespace msp
