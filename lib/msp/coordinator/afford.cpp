// SPDX-License-Identifier: MIT
#include <msp/coordinator/afford.hpp>
#include <msp/payroll/figures.hpp>

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace msp {
namespace {

constexpr std::int32_t settled_after = 800;  // days in which all that a month owes has been paid

// The accounts of a plan without the posts in question, and what others' payments make of them.
class FloorWatch {
 public:
    FloorWatch(const Budget& budget, const Projection& base, const Period& days)
        : budget_(budget), base_(base), days_(days) {
        for (std::size_t i = 0; i < budget.banks.size(); ++i)
            bare_.push_back(low_of(static_cast<BankIndex>(i), base.accounts[i].series.balance, days));
    }

    [[nodiscard]] FloorLow low(std::span<const Movement> put_in) const {
        std::optional<FloorLow> worst;
        for (std::size_t i = 0; i < bare_.size(); ++i) {
            const auto bank = static_cast<BankIndex>(i);
            const bool moved = std::ranges::find(put_in, bank, &Movement::bank) != put_in.end();
            take(worst, moved ? low_of(bank, evenings(bank, put_in), days_) : bare_[i]);
        }
        return worst.value_or(FloorLow());
    }

    // By day of the projection.
    [[nodiscard]] std::vector<Money> evenings(BankIndex bank, std::span<const Movement> put_in) const {
        if (budget_.banks[bank].overdraft_rate)  // the fees follow
            return amended(budget_, base_, {}, {put_in.begin(), put_in.end()}).accounts[bank].series.balance;
        const Series& series = base_.accounts[bank].series;
        std::vector<Money> moved(series.balance.size());
        for (const Movement& movement : put_in) {
            if (movement.bank == bank)
                moved[series.index(movement.date)] += movement.amount;
        }
        Money sum;
        for (std::size_t day = 0; day < moved.size(); ++day) {
            sum += moved[day];
            moved[day] = series.balance[day] + sum;
        }
        return moved;
    }

    // Nothing where the account opens later.
    [[nodiscard]] std::optional<FloorLow> low_of(BankIndex index, const std::vector<Money>& evenings,
                                                 const Period& days) const {
        const Bank& bank = budget_.banks[index];
        std::optional<FloorLow> found;
        for (Date day = std::max(days.first, bank.date); day <= days.last; day = day + 1) {
            const Money left = evenings[static_cast<std::size_t>(day - base_.window.first)] - bank.floor;
            if (!found)
                found = FloorLow{left, index, day, {}};
            if (left < found->left) {
                found->left = left;
                found->date = day;
            }
            if (left.negative())
                found->below = {found->below.value_or(Period{day, day}).first, day};
        }
        return found;
    }

    [[nodiscard]] const Period& days() const { return days_; }

 private:
    // Of two as low, the earlier one.
    static void take(std::optional<FloorLow>& worst, const std::optional<FloorLow>& low) {
        if (!low)
            return;
        std::optional<Period> below = low->below;
        if (worst && worst->below)
            below = below
                        ? Period{std::min(below->first, worst->below->first), std::max(below->last, worst->below->last)}
                        : *worst->below;
        if (!worst || low->left < worst->left || (low->left == worst->left && low->date < worst->date))
            worst = low;
        worst->below = below;
    }

    const Budget& budget_;
    const Projection& base_;
    Period days_;
    std::vector<std::optional<FloorLow>> bare_;  // by bank
};

// Posts whose employer is the one asked about, with the one in question among them: whatever is tried, the taxe sur les
// salaires is that of all of them together.
class TriedPosts {
 public:
    TriedPosts(const Case& of, const AffordQuestion& question, const Period& days)
        : budget_(of.budget), law_(of.law->payroll), days_(days) {
        settled_ = {budget_.first_day(), std::min(days.last, last_plan_day()) + settled_after};
        if (!question.asks_hours())
            return;
        take_post(question);
        std::vector<Post> kept;
        for (std::size_t i = 0; i < of.budget.posts.size(); ++i) {
            if (question.post == i)
                place_ = kept.size();
            else if (!involved_.contains(of.budget.posts[i].employer))
                continue;
            kept.push_back(of.budget.posts[i]);
        }
        typed_in_budget_ = question.post ? std::optional(of.budget.posts[*question.post]) : std::nullopt;
        if (!question.post) {
            place_ = kept.size();
            kept.push_back(post_);
        }
        budget_.posts = std::move(kept);
    }

    [[nodiscard]] const std::set<std::size_t>& involved() const { return involved_; }
    [[nodiscard]] const Post& post() const { return post_; }
    [[nodiscard]] const std::optional<Post>& typed() const { return typed_in_budget_; }

    // The budget with these posts alone.
    [[nodiscard]] const Budget& with(Post post) {
        budget_.posts[*place_] = std::move(post);
        return budget_;
    }

    struct Payments {
        std::vector<Movement> movements;  // in the plan, of all these posts
        Money later;                      // of the post in question
        Money gross;                      // of its month of hire
        Money cost;
    };

    [[nodiscard]] Payments payments(Post post) {
        const Month hire = Month::of(post.from);
        budget_.posts[*place_] = std::move(post);
        if (!reckoner_ || reckoned_for_ != budget_.posts[*place_].employer) {
            reckoned_for_ = budget_.posts[*place_].employer;
            reckoner_.emplace(budget_, law_, Month::of(days_.last));
        }
        const Payroll& payroll = reckoner_->again(*place_);
        Payments found;
        for (std::size_t i = 0; i < budget_.posts.size(); ++i)
            pay(payroll, i, i == *place_, found);
        found.later += tax_to_come(payroll);
        for (const PayMonth& month : payroll.posts[*place_].months) {
            if (month.month != hire)
                continue;
            found.gross = month.pay->gross;
            found.cost = month.cost();
        }
        return found;
    }

    // The others alone.
    [[nodiscard]] std::vector<Movement> without() const {
        if (!place_)
            return {};
        Budget others = budget_;
        others.posts.erase(others.posts.begin() + static_cast<std::ptrdiff_t>(*place_));
        const Payroll payroll = reckon_payroll(others, law_, Month::of(days_.last));
        std::vector<Movement> found;
        for (std::size_t i = 0; i < others.posts.size(); ++i) {
            payroll_movements(
                others, law_, payroll, i, {others.first_day(), days_.last},
                [&](const Movement& movement) {
                    if (movement.date >= others.banks[movement.bank].date)
                        found.push_back(movement);
                },
                nullptr);
        }
        return found;
    }

 private:
    void take_post(const AffordQuestion& question) {
        if (question.post) {
            post_ = budget_.posts[*question.post];
            involved_.insert(post_.employer);
        } else {
            post_.from = budget_.first_day();
            post_.hours.steps = {{Date::first(), Rate(most_afforded_hours, 0)}};
            post_.item = static_cast<ItemIndex>(budget_.items.size());
            budget_.items.emplace_back();
        }
        if (question.hourly)
            pay_by_hour(post_, *question.hourly);
        post_.bank = paying_bank(budget_, question);
        post_.employer = paying_employer(budget_, post_.bank).value_or(post_.employer);
        involved_.insert(post_.employer);
    }

    // Of the year in which the plan ends: by the scale of a whole year, on the pay so far.
    [[nodiscard]] Money tax_to_come(const Payroll& payroll) const {
        const Post& post = budget_.posts[*place_];
        const EmployerPay& employer = payroll.employers[post.employer];
        if (employer.taxes.empty() || employer.taxes.back().whole)
            return {};
        const std::size_t place = employer.place_of(*place_);
        const YearTax& tax = employer.taxes.back();
        Money rest = tax.shares[place];
        for (const TaxPayment& payment : tax.payments)
            rest -= payment.shares[place];
        return kept_of(post, rest);
    }

    void pay(const Payroll& payroll, std::size_t post, bool asked, Payments& found) const {
        payroll_movements(
            budget_, law_, payroll, post, settled_,
            [&](const Movement& movement) {
                if (movement.date > days_.last)
                    found.later -= asked ? movement.amount : Money();
                else if (movement.date >= budget_.banks[movement.bank].date)
                    found.movements.push_back(movement);
            },
            nullptr);
    }

    Budget budget_;
    const PayrollLaw& law_;
    Period days_;
    Window settled_;
    std::set<std::size_t> involved_;    // employers
    std::optional<std::size_t> place_;  // of the post in question
    std::optional<PayrollReckoner> reckoner_;
    std::size_t reckoned_for_ = 0;  // the employer then
    Post post_;                     // as it is asked about
    std::optional<Post> typed_in_budget_;
};

// A budget whose posts of some employers are left out.
Budget without_posts_of(const Budget& budget, const std::set<std::size_t>& employers) {
    Budget bare = budget;
    std::erase_if(bare.posts, [&](const Post& post) { return employers.contains(post.employer); });
    return bare;
}

class Affording {
 public:
    Affording(const Case& of, const AffordQuestion& question, const Window& plan)
        : case_(of),
          posts_(of, question, question.days),
          bare_(Case::changed(without_posts_of(of.budget, posts_.involved()), *of.law)),
          projection_(project(bare_, {}, plan)),
          watch_(bare_.budget, projection_, question.days) {
        found_.budget = &of.budget;
        found_.scenario = of.scenario;
        found_.label = of.label;
        found_.asked = question;
        found_.bank = paying_bank(of.budget, question);
        found_.gaps = find_gaps(bare_, projection_.outcomes, plan);
    }

    Afforded run() {
        others_ = posts_.without();
        found_.without = watch_.low(others_);
        level_evenings_ = watch_.evenings(found_.bank, others_);
        if (posts_.typed())
            found_.typed = watch_.low(posts_.payments(*posts_.typed()).movements);
        for (Month month = found_.asked.first; month <= found_.asked.last; month = month + 1)
            hire(month);
        choose();
        assumptions();
        return std::move(found_);
    }

 private:
    void hire(Month month) {
        AffordedHire found;
        found.month = month;
        if (found_.without.holds())
            found.level = level(month);
        if (found_.asked.asks_hours() && !too_low(found)) {
            for (std::int64_t hours = 1; hours <= most_afforded_hours; ++hours) {
                const TriedPosts::Payments paid = posts_.payments(hired(posts_.post(), month, hours));
                found.hours.push_back({hours, paid.gross, paid.cost, watch_.low(paid.movements), paid.later});
            }
        }
        found_.hires.push_back(std::move(found));
    }

    // As it is typed, on the day of hire; a lower pay cannot be agreed.
    bool too_low(AffordedHire& found) {
        const Post& post = posts_.post();
        const Employer& employer = case_.budget.employers[post.employer];
        if (!figures_)
            figures_.emplace(case_.law->payroll, employer);
        const Date day = found.month.first();
        const LeastPay least = least_pay(post, employer, *figures_, day, *post.hours.on(day));
        if (contract_pay(post, day) >= least.amount)
            return false;
        found.least = least;
        return true;
    }

    [[nodiscard]] std::vector<Movement> level_payments(Month hire, Money amount) const {
        std::vector<Movement> payments = others_;
        for (Month month = hire; month.last() <= watch_.days().last; month = month + 1) {
            Movement payment;
            payment.amount = opposite(amount);
            payment.date = payment.due = month.last();
            payment.bank = found_.bank;
            payments.push_back(payment);
        }
        return payments;
    }

    // An evening bears the n-th part of what is left, n payments having been made, less the cents over. Where an
    // overdraft costs fees they come on top: then the highest amount is looked for below that one, since the more is
    // paid, the lower is each evening.
    [[nodiscard]] AffordedLevel level(Month hire) const {
        const Money floor = case_.budget.banks[found_.bank].floor;
        const Period paid = {hire.last(), watch_.days().last};
        std::optional<std::int64_t> most;
        std::int64_t payments = 0;
        for (Date day = paid.first; day <= paid.last; day = day + 1) {
            if (day == Month::of(day).last())
                ++payments;
            const Money left = level_evenings_[static_cast<std::size_t>(day - projection_.window.first)] - floor;
            most = std::min(most.value_or(left.cents()), left.cents() / payments);
        }
        const auto low = [&](std::int64_t cents) {
            const std::vector<Movement> put_in = level_payments(hire, Money::from_cents(cents));
            return watch_.low_of(found_.bank, watch_.evenings(found_.bank, put_in), paid).value_or(FloorLow());
        };
        std::int64_t holds = most.value_or(0);
        if (case_.budget.banks[found_.bank].overdraft_rate && !low(holds).holds())
            holds = highest(holds, [&](std::int64_t cents) { return low(cents).holds(); });
        return {Money::from_cents(holds), low(holds)};
    }

    // Below an amount that does not hold; nothing holds.
    template <typename Holds>
    static std::int64_t highest(std::int64_t too_much, const Holds& holds) {
        std::int64_t least = 0;
        while (too_much - least > 1) {
            const std::int64_t middle = least + (too_much - least) / 2;
            (holds(middle) ? least : too_much) = middle;
        }
        return least;
    }

    void choose() {
        std::int64_t most = 0;
        for (std::size_t i = 0; i < found_.hires.size(); ++i) {
            const AffordedHire& hire = found_.hires[i];
            if (posts_.typed() && posts_.typed()->from == hire.month.first())
                found_.usual = i;
            if (const AffordedHours* here = hire.most(); here != nullptr && here->hours > most) {
                most = here->hours;
                found_.best = i;
            }
        }
    }

    void assumptions() {
        for (const Movement& receipt : projection_.unsure) {
            if (watch_.days().first <= receipt.date && receipt.date <= watch_.days().last)
                found_.assumed += receipt.amount;
        }
        if (!found_.asked.asks_hours())
            return;
        const Budget& budget = posts_.with(hired(posts_.post(), found_.asked.first, most_afforded_hours));
        found_.bases =
            payroll_bases(budget, case_.law->payroll, KeptPayroll(), {watch_.days().first, watch_.days().last});
    }

    const Case& case_;
    TriedPosts posts_;
    Case bare_;
    Projection projection_;
    FloorWatch watch_;
    std::optional<PayFigures> figures_;  // of the employer
    std::vector<Movement> others_;       // payments of the employer's other posts
    std::vector<Money> level_evenings_;  // of the paying account, without the post
    Afforded found_;
};

}  // namespace

Money FloorLow::missing() const {
    return left.negative() ? opposite(left) : Money();
}

const AffordedHours* AffordedHire::most() const {
    const AffordedHours* found = nullptr;
    for (const AffordedHours& tried : hours) {
        if (tried.low.holds())
            found = &tried;
    }
    return found;
}

const AffordedHours* AffordedHire::beyond() const {
    const AffordedHours* last = most();
    const std::size_t next = last == nullptr ? 0 : static_cast<std::size_t>(last->hours);
    return next < hours.size() ? &hours[next] : nullptr;
}

std::vector<std::int64_t> AffordedHire::exceptions() const {
    std::vector<std::int64_t> found;
    const AffordedHours* last = most();
    for (const AffordedHours& tried : hours) {
        if (last != nullptr && tried.hours < last->hours && !tried.low.holds())
            found.push_back(tried.hours);
    }
    return found;
}

bool Afforded::anything() const {
    if (asked.asks_hours())
        return best.has_value();
    return std::ranges::any_of(hires,
                               [](const AffordedHire& hire) { return hire.level && hire.level->amount > Money(); });
}

bool Afforded::rests_on_assumed_rates() const {
    return std::ranges::any_of(bases, [](const PayrollBasis& basis) { return basis.assumed.has_value(); });
}

BankIndex paying_bank(const Budget& budget, const AffordQuestion& question) {
    if (question.bank)
        return *question.bank;
    if (question.post)
        return budget.posts[*question.post].bank;
    // The first account of whoever employs; else the first.
    for (std::size_t i = 0; i < budget.banks.size(); ++i) {
        if (paying_employer(budget, static_cast<BankIndex>(i)))
            return static_cast<BankIndex>(i);
    }
    return 0;
}

std::optional<std::size_t> paying_employer(const Budget& budget, BankIndex bank) {
    const auto found = std::ranges::find(budget.employers, budget.banks[bank].entity, &Employer::entity);
    if (found == budget.employers.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - budget.employers.begin());
}

Afforded afforded(const Case& of, const AffordQuestion& question, const Window& plan) {
    return Affording(of, question, plan).run();
}

void pay_by_hour(Post& post, Money hourly) {
    post.hourly = true;
    post.gross.steps = {{Date::first(), hourly}};
    post.raises.clear();
}

Post hired(const Post& post, Month month, std::int64_t hours) {
    Post found = with_hours(post, Rate(hours, 0));
    found.from = month.first();
    std::erase_if(found.absences, [&](const PostAbsence& absence) { return absence.from < found.from; });
    return found;
}

Post with_hours(const Post& post, Rate hours) {
    Post found = post;
    found.hours.steps = {{Date::first(), hours}};
    if (post.hourly)
        return found;
    const auto of_hours = [&](Money amount, Date day) {
        return rounded(Quotient(amount.cents()) * Quotient(hours) / Quotient(*post.hours.on(day)), Rounding::half_up);
    };
    std::vector<Date> days;
    for (const auto& step : post.gross.steps)
        days.push_back(step.from);
    for (const auto& step : post.hours.steps)
        days.push_back(step.from);
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    found.gross.steps.clear();
    for (const Date day : days) {
        const auto step = std::ranges::find(post.gross.steps, day, &Timeline<Money>::Step::from);
        const Money pay = step != post.gross.steps.end() ? step->value : contract_pay(post, day);
        found.gross.steps.push_back({day, of_hours(pay, day)});
    }
    for (Raise& raise : found.raises) {
        if (raise.amount)
            raise.amount = of_hours(*raise.amount, raise.date);
    }
    return found;
}

}  // namespace msp
