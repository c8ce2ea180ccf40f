// SPDX-License-Identifier: MIT
// The posts of a budget and their employers: months, taxe sur les salaires, and the dated payments. Net pay leaves on
// the pay day; Urssaf on the 15th and Agirc-Arrco on the 25th of the month after the month or quarter; covers by their
// contract, with both shares; what is due once a year to Urssaf on 15 May of the next one; the taxe sur les salaires by
// the tax of the year before; what is invoiced to us, or by us, after the month or quarter and a delay.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/law/law.hpp>
#include <msp/law/need.hpp>
#include <msp/model/budget.hpp>
#include <msp/model/trace.hpp>
#include <msp/payroll/pay.hpp>
#include <msp/payroll/tax.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace msp {

struct EmployerPay {
    std::vector<std::size_t> posts;  // of the budget, that it employs
    std::vector<YearTax> taxes;      // none where it is not due

    // Of a post, among the shares of a tax.
    [[nodiscard]] std::size_t place_of(std::size_t post) const {
        return static_cast<std::size_t>(std::ranges::lower_bound(posts, post) - posts.begin());
    }
};

struct Payroll {
    std::vector<PostMonths> posts;       // as the budget has them
    std::vector<EmployerPay> employers;  // as well
};

// Of a budget one post of which is tried in many ways: the law is looked up once, and the other posts are computed
// once.
class PayrollReckoner {
 public:
    // Up to a month. The budget and the rules have to outlive it. Throws the Error of reckon_payroll().
    PayrollReckoner(const Budget& budget, const PayrollLaw& law, Month last);

    [[nodiscard]] const Payroll& payroll() const { return found_; }
    // The budget's post has been changed, its employer and whether it is employed not.
    [[nodiscard]] const Payroll& again(std::size_t post);
    [[nodiscard]] Payroll take() { return std::move(found_); }

 private:
    [[nodiscard]] PostMonths months_of(const Post& post) const;
    void tax(std::size_t employer);

    const Budget* budget_;
    const PayrollLaw* law_;
    Month last_;
    std::vector<PayFigures> figures_;  // by employer
    Payroll found_;
};

// Up to a month. Throws Error where one is not known and nothing is assumed.
[[nodiscard]] Payroll reckon_payroll(const Budget& budget, const PayrollLaw& law, Month last);

// The payroll of one case, computed once for all that is asked of it; anew only where a later month is asked for.
class KeptPayroll {
 public:
    // Up to that month at least. Throws the Error of reckon_payroll().
    [[nodiscard]] const Payroll& until(const Budget& budget, const PayrollLaw& law, Month last) const;

 private:
    mutable std::optional<Month> last_;
    mutable Payroll found_;
};

// Of a post. Each payment is of one exercise: the one in which its month ends, of the tax that of 31 December.
void payroll_movements(const Budget& budget, const PayrollLaw& law, const Payroll& payroll, std::size_t post,
                       const Window& window, const MovementSink& sink, Trace* trace);

// The same, each with the first and last day that it is for.
using PaymentSink = std::function<void(const Movement&, const Window& worked)>;
void post_payments(const Budget& budget, const PayrollLaw& law, const Payroll& payroll, std::size_t post,
                   const Window& window, const PaymentSink& sink);

// Pay below the minimum wage or that of the convention on its first day or that of a change, and months that are not
// known: errors. Pay that is lifted later: a warning with the day and the amount.
void check_payroll(const Budget& budget, const PayrollLaw& law, const KeptPayroll& kept, const Window& plan,
                   Diagnostics& diagnostics);

// What the months of an employer that lie in the plan rest on.
struct PayrollBasis {
    EntityIndex employer = 0;
    Date known_until;
    std::optional<PayrollGrowth> assumed;  // where months lie beyond what is known
    // What no official document confirms: contributions, and whether the employer owes the apprenticeship tax.
    std::vector<const PayContribution*> unsure;
    bool unsure_liability = false;
};
// Of those who employ then.
[[nodiscard]] std::vector<PayrollBasis> payroll_bases(const Budget& budget, const PayrollLaw& law,
                                                      const KeptPayroll& kept, const Window& plan);

// The rules of payroll, where there are posts.
[[nodiscard]] LawNeeds payroll_needs(const Budget& budget);

}  // namespace msp
