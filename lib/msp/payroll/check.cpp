// SPDX-License-Identifier: MIT
#include <msp/payroll/payroll.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace msp {
namespace {

class PostCheck {
 public:
    PostCheck(const Budget& budget, const Post& post, const PayFigures& figures, Diagnostics& diagnostics)
        : budget_(budget),
          post_(post),
          employer_(budget.employers[post.employer]),
          figures_(figures),
          diagnostics_(diagnostics) {}

    // On the first day, and on each on which what is typed changes.
    void typed() {
        check_day(post_.from);
        for (const auto& step : post_.gross.steps)
            check_change(step.from);
        for (const auto& step : post_.hours.steps)
            check_change(step.from);
        for (const PostAbsence& absence : post_.absences) {
            if (absence.withheld && *absence.withheld > contract_pay(post_, absence.from))
                diagnostics_.error("post.withheld",
                                   {tr("{amount} is withheld from a pay of {pay}"),
                                    {{"amount", *absence.withheld}, {"pay", contract_pay(post_, absence.from)}}},
                                   absence.place.span, Message{tr("correct the amount, or the pay"), {}});
        }
    }

    void lifts(const PostMonths& months, const Window& plan) {
        const Date opens = budget_.banks[post_.bank].date;
        for (std::size_t i = 0; i < months.lifts.size(); ++i) {
            const PayLift& lift = months.lifts[i];
            // Before the account opens only the last one still counts.
            const bool in_force =
                lift.date >= opens || i + 1 == months.lifts.size() || months.lifts[i + 1].date > opens;
            if (in_force && lift.date <= plan.last && !told_)
                diagnostics_.warning(
                    "post.lifted",
                    {lift.convention
                         ? tr("from {date} on the minimum of the convention lifts the pay of {id} from {before} to "
                              "{after} a month")
                         : tr("from {date} on the minimum wage lifts the pay of {id} from {before} to {after} a month"),
                     {{"date", lift.date}, {"id", id()}, {"before", lift.before}, {"after", lift.after}}},
                    post_.gross_place.span, Message{tr("give the pay that will be agreed from that day on"), {}});
        }
    }

 private:
    [[nodiscard]] const std::string& id() const { return budget_.items[post_.item].id; }

    void check_change(Date date) {
        if (date > post_.from && (!post_.until || date <= *post_.until))
            check_day(date);
    }

    void check_day(Date date) {
        const Month month = Month::of(date);
        if (told_ || month < figures_.law().known_from())
            return;
        const Rate hours = *post_.hours.on(date);
        const Money pay = contract_pay(post_, date);
        const LeastPay least = least_pay(post_, employer_, figures_, date, hours);
        if (pay >= least.amount)
            return;
        told_ = true;
        Message message = {tr("{pay} a month is below the minimum wage on {date}: {least} for {hours} hours a week, "
                              "at {smic} an hour"),
                           {}};
        if (least.convention)
            message.text =
                tr("{pay} a month is below the minimum of the convention on {date}: {least} for {hours} "
                   "hours a week");
        message.arguments = {{"pay", pay},
                             {"date", date},
                             {"least", least.amount},
                             {"hours", Decimal{decimal(Quotient(hours), 2)}},
                             {"smic", figures_.smic(month)}};
        diagnostics_.error(least.convention ? "post.convention" : "post.minimum", std::move(message),
                           post_.gross_place.span, Message{tr("correct the pay, or the hours that it is for"), {}});
    }

    const Budget& budget_;
    const Post& post_;
    const Employer& employer_;
    const PayFigures& figures_;
    Diagnostics& diagnostics_;
    bool told_ = false;
};

// Vouchers above what is exempt would be pay.
void check_vouchers(const Post& post, const PayrollLaw& law, const Window& plan, Diagnostics& diagnostics) {
    const DatedFigure* exempt = figure_on(law.contributions.meal_voucher, plan.last);
    if (!post.vouchers || exempt == nullptr)
        return;
    const Money share = times(post.vouchers->value, post.vouchers->employer, Rounding::half_up);
    if (share > exempt->amount)
        diagnostics.warning("post.vouchers",
                            {tr("the employer's share of a voucher, {share}, is above the {most} that are exempt: what "
                                "is above is taken as exempt too"),
                             {{"share", share}, {"most", exempt->amount}}},
                            post.place.span, Message{tr("lower the value or the share, or add the rest as pay"), {}});
}

// A year's tax says how that of the next one is paid, if that is paid in the plan at all. A later year may be of use to
// who plans further.
void check_declared(const Employer& employer, const EmployerPay& pay, Date opens, const Window& plan,
                    Diagnostics& diagnostics) {
    for (const DeclaredTax& declared : employer.declared_taxes) {
        const int next = declared.year + 1;
        const bool settled = next < opens.fields().year - 1;
        const bool later = next > plan.last.fields().year;
        if (later || (!settled && std::ranges::find(pay.taxes, next, &YearTax::year) != pay.taxes.end()))
            continue;
        diagnostics.warning("employer.tax-idle",
                            {tr("the taxe sur les salaires of {year} decides nothing here: that of {next} is not paid "
                                "in the plan"),
                             {{"year", std::int64_t{declared.year}}, {"next", std::int64_t{next}}}},
                            declared.place.span, Message{tr("leave it out, or correct the year"), {}});
    }
}

}  // namespace

void check_payroll(const Budget& budget, const PayrollLaw& law, const KeptPayroll& kept, const Window& plan,
                   Diagnostics& diagnostics) {
    if (budget.posts.empty())
        return;
    std::vector<PostCheck> checks;
    std::vector<PayFigures> figures;
    figures.reserve(budget.employers.size());
    for (const Employer& employer : budget.employers)
        figures.emplace_back(law, employer);
    std::vector<std::size_t> employed;
    for (std::size_t i = 0; i < budget.posts.size(); ++i) {
        const Post& post = budget.posts[i];
        if (!post.employed())
            continue;
        employed.push_back(i);
        checks.emplace_back(budget, post, figures[post.employer], diagnostics);
        checks.back().typed();
        check_vouchers(post, law, plan, diagnostics);
    }
    try {
        const Payroll& payroll = kept.until(budget, law, Month::of(plan.last));
        for (std::size_t i = 0; i < checks.size(); ++i)
            checks[i].lifts(payroll.posts[employed[i]], plan);
        for (std::size_t i = 0; i < budget.employers.size(); ++i)
            check_declared(budget.employers[i], payroll.employers[i], budget.first_day(), plan, diagnostics);
    } catch (const Error& error) {
        diagnostics.add(error.diagnostic());
    }
}

}  // namespace msp
