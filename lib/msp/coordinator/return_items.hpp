// SPDX-License-Identifier: MIT
// Private to the module: what a post costs, what pays it and what it brings, item by item.
#pragma once

#include <msp/coordinator/aci_effect.hpp>
#include <msp/coordinator/horizon.hpp>
#include <msp/coordinator/post_return.hpp>
#include <msp/payroll/payroll.hpp>

#include <optional>
#include <vector>

namespace msp {

// A product of assumptions that lasts. Of a practitioner there are up to three.
struct GainStream {
    const PostGain* gain = nullptr;
    ReturnRole role = ReturnRole::professional_gain;
    std::size_t item = 0;             // of the return
    std::vector<Factor> factors;      // of the product
    std::vector<Quotient> twelfths;   // of each month, with the ramp
    std::vector<YearAmounts> of_aci;  // by level, where the ACI pays for patients

    [[nodiscard]] bool is_aci() const { return !of_aci.empty(); }
    [[nodiscard]] bool uses(Factor factor) const;
    // Exact cents a year, all assumptions at one level, but for one factor where it is named.
    [[nodiscard]] Quotient a_year(Level level, std::optional<Factor> moved = {}, Level to = Level::central) const;
    // What one unit of the factor is worth in the first months, the others central; exact cents.
    [[nodiscard]] Quotient months_without(Factor factor, int months) const;
    // What one hour a week and professional is worth in all months.
    [[nodiscard]] Quotient total_without_hours(Level level) const;
    [[nodiscard]] std::optional<Quotient> consultations_an_hour(Level level) const;

 private:
    [[nodiscard]] Quotient value(Factor factor, Level level) const;
    [[nodiscard]] Quotient product_without(const std::vector<Factor>& left_out, Level level) const;
};

class ReturnItems {
 public:
    ReturnItems(const Case& of, const Payroll& payroll, std::size_t post, const Horizon& horizon)
        : of_(of), budget_(of.budget), payroll_(payroll), post_(post), horizon_(horizon) {}

    // Once. Reports an ACI that cannot be computed.
    [[nodiscard]] std::vector<ReturnItem> run(Diagnostics& diagnostics);
    [[nodiscard]] const std::vector<GainStream>& streams() const { return streams_; }
    // Of each month, whether it lies beyond the known rates.
    [[nodiscard]] const std::vector<bool>& assumed() const { return assumed_; }
    [[nodiscard]] bool all_aci_lost() const { return all_aci_lost_; }
    [[nodiscard]] std::optional<std::int16_t> last_aci() const { return last_aci_; }
    // Of a stream, with one factor moved from its central value.
    [[nodiscard]] Money total_with(const GainStream& stream, Factor factor, Level level) const;

 private:
    struct Days {
        Date from;
        Date until;
    };
    // What each month costs before the taxe sur les salaires.
    struct CostMonths {
        std::vector<Money> pay;
        std::vector<Money> invoiced;
    };
    [[nodiscard]] const Post& post() const { return budget_.posts[post_]; }
    [[nodiscard]] Days days_of(const std::optional<Date>& from, const std::optional<Date>& until) const;
    void add(ReturnItem item, const ByLevel<std::vector<Quotient>>& cents);
    void add_even(ReturnItem item, const std::vector<Quotient>& cents);
    [[nodiscard]] std::vector<Quotient> cents_of(const GainStream& stream, Level level, std::optional<Factor> moved,
                                                 Level to) const;
    void cost();
    std::vector<Money> add_pay(std::vector<Quotient>& cents);
    std::vector<Money> add_invoices(std::vector<Quotient>& cents);
    void explain_cost(ReturnItem& made, const CostMonths& of) const;
    [[nodiscard]] std::vector<Step> cost_steps(std::optional<std::size_t> exercise, Money pay, Money invoiced,
                                               Money cost) const;
    [[nodiscard]] bool lies_in(Month month, std::optional<std::size_t> exercise) const;
    void explain_thresholds(std::vector<Step>& how, std::optional<std::size_t> exercise) const;
    void explain_pay_limits(std::vector<Step>& how, std::optional<std::size_t> exercise) const;
    void fund(const PostFunding& funding, Diagnostics& diagnostics);
    void typed(const PostFunding& funding, ReturnItem item);
    void share_of_cost(const PostFunding& funding, ReturnItem item);
    void from_grant(const PostFunding& funding, ReturnItem item);
    void from_aci(const PostFunding& funding, ReturnItem item, Diagnostics& diagnostics);
    void associate(const PostFunding& funding);
    void gain(const PostGain& gain);
    void stream(const PostGain& gain, ReturnRole role, std::vector<Factor> factors, const char* part);
    [[nodiscard]] std::vector<Quotient> ramped(const PostGain& gain) const;
    [[nodiscard]] std::vector<Quotient> by_year(const YearAmounts& amounts,
                                                const std::vector<Quotient>& twelfths) const;

    const Case& of_;
    const Budget& budget_;
    const Payroll& payroll_;
    std::size_t post_;
    const Horizon& horizon_;
    std::vector<ReturnItem> items_;
    std::vector<GainStream> streams_;
    std::vector<bool> assumed_;
    bool all_aci_lost_ = false;
    std::optional<std::int16_t> last_aci_;
};

// What an item adds to the result of a view, to what the others do: -1, 0 or 1.
[[nodiscard]] int sign_in(ReturnView view, ReturnRole role);
[[nodiscard]] bool is_gain(ReturnRole role);

// The steps of a year's product, in words.
void explain_stream(const GainStream& stream, std::vector<Step>& how);

}  // namespace msp
