// SPDX-License-Identifier: MIT
#include <msp/coordinator/afford.hpp>
#include <msp/coordinator/funded_above.hpp>
#include <msp/coordinator/horizon.hpp>
#include <msp/coordinator/post_variants.hpp>
#include <msp/payroll/payroll.hpp>
#include <msp/plan/plan.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace msp {
namespace {

constexpr Rate full_hours = Rate(35, 0);
constexpr Rate half_hours = Rate(175, 1);
constexpr Rate usual_kept = Rate(5, 1);
constexpr Rate usual_vat = Rate(20, 2);
constexpr unsigned december = 12;
constexpr std::size_t part_kinds = static_cast<std::size_t>(CostPartKind::vat) + 1;

// Without zeros at its end.
Decimal hours_in_words(const Quotient& hours) {
    constexpr int decimals = 6;
    std::string digits = decimal(hours, decimals);
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.'))
        digits.pop_back();
    return {std::move(digits)};
}

// A week, as far as we have them.
Quotient hours_of(const Post& post, Date day) {
    const Quotient hours(*post.hours.on(day));
    return post.form == PostForm::shared ? hours * Quotient(post.invoice.kept) : hours;
}

// A budget in which the post has another form or employer.
struct MadePost {
    Budget budget;
    std::vector<Message> assumed;
    std::optional<PostMonths> paid_by_others;  // the pay of who invoices at cost
};

class PostMaker {
 public:
    PostMaker(const Case& of, std::size_t post, const VariantTerms& terms, const ReturnOptions& options,
              Diagnostics& diagnostics)
        : of_(of),
          typed_(of.budget.posts[post]),
          index_(post),
          terms_(terms),
          horizon_(of.budget, typed_, options.years),
          diagnostics_(diagnostics) {}

    [[nodiscard]] std::optional<MadePost> run(PostVariant variant) {
        made_ = {of_.budget, {}, {}};
        switch (variant) {
            case PostVariant::typed:
                break;
            case PostVariant::full_time:
                employ(full_hours);
                break;
            case PostVariant::half_time:
                employ(half_hours);
                break;
            case PostVariant::shared:
                share();
                break;
            case PostVariant::service:
                serve();
                break;
            case PostVariant::sisa:
                change_employer(EmployerKind::sisa);
                break;
            case PostVariant::association:
                change_employer(EmployerKind::association);
                break;
            case PostVariant::groupement:
                group();
                break;
        }
        if (!failed_)
            gains(variant);
        if (!failed_ && post().employed())
            (void)pay_is_known(made_.budget);
        return std::exchange(failed_, false) ? std::nullopt : std::optional(std::move(made_));
    }

 private:
    [[nodiscard]] Post& post() { return made_.budget.posts[index_]; }
    [[nodiscard]] const std::string& id() const { return of_.budget.items[typed_.item].id; }
    [[nodiscard]] Rate vat() const {
        if (terms_.vat)
            return *terms_.vat;
        return typed_.form == PostForm::employee ? usual_vat : typed_.invoice.vat;
    }
    void assume(Message message) { made_.assumed.push_back(std::move(message)); }

    void refuse(const char* error, Message message, Message help) {
        if (!diagnostics_.has(error, typed_.place.span))
            diagnostics_.error(error, std::move(message), typed_.place.span, std::move(help));
        failed_ = true;
    }

    // False, with an error, where nothing says what we would pay, or who employs.
    bool employed() {
        Post& made = post();
        const std::optional<std::size_t> employer = paying_employer(made_.budget, made.bank);
        if (!employer)
            refuse("compare.employer",
                   {tr("nothing is said of {entity} as an employer, and {post} is compared as its employee"),
                    {{"entity", made_.budget.entities[made_.budget.banks[made.bank].entity].title()}, {"post", id()}}},
                   {tr("add the employer's table, with the work accident rate that is notified to it"), {}});
        if (!made.employed() && !terms_.hourly)
            refuse("compare.pay", {tr("{post} is invoiced: what it would be paid is not said"), {{"post", id()}}},
                   {tr("--hourly AMOUNT says the gross pay of an hour"), {}});
        if (failed_)
            return false;
        if (!made.employed()) {
            made.form = PostForm::employee;
            made.weeks = Post().weeks;
            made.invoice = {};
        }
        made.employer = *employer;
        if (terms_.hourly)
            pay_by_hour(made, *terms_.hourly);
        return true;
    }

    void employ(Rate hours) {
        if (!employed())
            return;
        post() = with_hours(post(), hours);
        post().form = PostForm::employee;
        post().invoice = {};
        const Date day = horizon_.begins();
        std::vector<std::pair<const char*, Argument>> arguments = {{"hours", hours_in_words(Quotient(hours))},
                                                                   {"gross", contract_pay(post(), day)}};
        if (terms_.hourly) {
            arguments.emplace_back("hourly", *terms_.hourly);
            assume({tr("{hours} hours a week at {hourly} gross an hour: {gross} a month"), std::move(arguments)});
            return;
        }
        const Rate typed = *typed_.hours.on(day);
        arguments.emplace_back("typed", hours_in_words(Quotient(typed)));
        arguments.emplace_back("before", contract_pay(typed_, day));
        assume(
            {tr("{hours} hours a week at the same gross pay of an hour: {gross} a month, where {before} are typed for "
                "{typed} hours"),
             std::move(arguments)});
    }

    void share() {
        employ(full_hours);
        if (failed_)
            return;
        post().form = PostForm::shared;
        post().invoice.kept = typed_.form == PostForm::shared ? typed_.invoice.kept : usual_kept;
        assume(
            {tr("{kept} % of the time stay here; the rest of the cost is invoiced to another house, without a margin, "
                "with VAT that is paid over"),
             {{"kept", Decimal{post().invoice.kept.percent()}}}});
    }

    void serve() {
        const bool is_one = typed_.form == PostForm::service;
        if (!terms_.invoice && !is_one)
            return refuse("compare.price", {tr("what a company would ask for {post} is not said"), {{"post", id()}}},
                          {tr("--invoice AMOUNT says what it asks a month, before VAT"), {}});
        Post& made = post();
        made.form = PostForm::service;
        made.invoice.vat = vat();
        if (!is_one)
            made.invoice.fee = Rate();
        if (terms_.invoice) {
            made.hourly = false;
            made.gross.steps = {{Date::first(), *terms_.invoice}};
            made.raises.clear();
        }
        const Money price = contract_pay(made, horizon_.begins());
        assume({tr("a company invoices {price} a month and {vat} % of VAT, of which nothing is recovered"),
                {{"price", price}, {"vat", Decimal{made.invoice.vat.percent()}}}});
    }

    // Those that follow the hours are typed for those of the post as it is typed, of which both must be known.
    void gains(PostVariant variant) {
        std::vector<PostGain*> following;
        for (PostGain& gain : made_.budget.gains) {
            if (gain.post == index_ && gain.follows_hours)
                following.push_back(&gain);
        }
        const bool form = variant == PostVariant::full_time || variant == PostVariant::half_time ||
                          variant == PostVariant::shared || variant == PostVariant::service;
        if (following.empty() || !form)
            return;
        if (!typed_.employed() || !post().employed())
            return assume({tr("gains stay as typed, since the hours of a post that is invoiced are not compared"), {}});
        const Quotient typed = hours_here(typed_);
        const Quotient here = hours_here(post());
        if (typed == here || typed == Quotient())
            return;
        for (PostGain* gain : following)
            gain->part = here / typed;
        assume({tr("{hours} hours a week here instead of {typed}: gains that follow the hours are {share} % of what is "
                   "typed"),
                {{"hours", hours_in_words(here)},
                 {"typed", hours_in_words(typed)},
                 {"share", Decimal{decimal(here / typed * Quotient(100), 1)}}}});
    }

    [[nodiscard]] Quotient hours_here(const Post& post) const { return hours_of(post, horizon_.begins()); }

    void change_employer(EmployerKind kind) {
        if (!employed())
            return;
        made_.budget.employers[post().employer].kind = kind;
        if (kind == EmployerKind::sisa)
            assume(
                {tr("the employer is a SISA, with all its posts: taxe sur les salaires without an allowance, no taxe "
                    "d'apprentissage"),
                 {}});
        else
            assume({tr("the employer is an association, with all its posts: its allowance against the taxe sur les "
                       "salaires, and the taxe d'apprentissage for pay from {date} on; nothing is invoiced"),
                    {{"date", apprenticeship_from()}}});
    }

    [[nodiscard]] Date apprenticeship_from() const {
        const auto& rows = of_.law->payroll.contributions.apprenticeship;
        const auto row = std::ranges::find_if(rows, [](const ApprenticeshipLiability& each) {
            return each.employer == EmployerKind::association && each.liable;
        });
        return row == rows.end() ? Date::last() : row->from;
    }

    // Who employs the post alone and invoices what each month costs it. The tax of a year, where it is due, is invoiced
    // with the year's last month.
    void group() {
        if (!employed())
            return;
        Budget theirs = made_.budget;
        Employer employer = theirs.employers[post().employer];
        employer.kind = EmployerKind::association;
        employer.payroll_tax = employer.payroll_tax && vat() == Rate();
        Post& employee = theirs.posts[index_];
        employee.form = PostForm::employee;
        employee.employer = theirs.employers.size();
        theirs.employers.push_back(std::move(employer));
        if (!pay_is_known(theirs))
            return;
        Payroll payroll = reckon_payroll(theirs, of_.law->payroll, last_month());
        invoice_at_cost(payroll.posts[index_], payroll.employers[employee.employer]);
        made_.paid_by_others = std::move(payroll.posts[index_]);
    }

    [[nodiscard]] Month last_month() const { return {horizon_.last().year(), december}; }

    // Warnings are those of the base.
    bool pay_is_known(const Budget& budget) {
        Diagnostics found;
        check_payroll(budget, of_.law->payroll, KeptPayroll(), {budget.first_day(), last_month().last()}, found);
        failed_ = found.has_errors();
        for (Diagnostic& each : found.sorted()) {
            if (each.severity == Severity::error && !diagnostics_.has(each.id, each.span))
                diagnostics_.add(std::move(each));
        }
        return !failed_;
    }

    void invoice_at_cost(const PostMonths& pay, const EmployerPay& employer) {
        Post& made = post();
        const Post kept = made;
        made.form = PostForm::seconded;
        made.hourly = false;
        made.raises.clear();
        made.gross.steps.clear();
        if (kept.form != PostForm::shared)
            made.invoice = {};
        made.invoice.vat = vat();
        for (const PayMonth& month : pay.months) {
            Money cost = kept_of(kept, month.cost());
            for (const YearTax& tax : employer.taxes) {
                if (tax.whole && is_last_of(pay, month, tax.year))
                    cost += kept_of(kept, tax.shares[employer.place_of(index_)]);
            }
            // The price of a whole month whose part by days, rounded to the cent, is the cost: it is within half a cent
            // times the days of the month by those worked, so the part is within half a cent.
            const std::int64_t worked = month.last - month.first + 1;
            const std::int64_t days = month.month.last() - month.month.first() + 1;
            const Money price = times(cost, Fraction{days, worked}, Rounding::half_up);
            made.gross.steps.push_back({made.gross.steps.empty() ? Date::first() : month.month.first(), price});
        }
        if (made.invoice.vat == Rate())
            assume(
                {tr("a groupement d'employeurs employs the post and invoices its cost, exempt from VAT as it is said: "
                    "it owes the taxe sur les salaires, of this post alone and less an association's allowance, and "
                    "the taxe d'apprentissage for pay from {date} on"),
                 {{"date", apprenticeship_from()}}});
        else
            assume(
                {tr("a groupement d'employeurs employs the post and invoices its cost and {vat} % of VAT, of which "
                    "nothing is recovered; since all it invoices bears VAT it owes no taxe sur les salaires, but the "
                    "taxe d'apprentissage for pay from {date} on"),
                 {{"vat", Decimal{made.invoice.vat.percent()}}, {"date", apprenticeship_from()}}});
    }

    static bool is_last_of(const PostMonths& pay, const PayMonth& month, int year) {
        return month.month.year() == year && (&month == &pay.months.back() || (&month + 1)->month.year() != year);
    }

    const Case& of_;
    const Post& typed_;
    std::size_t index_;
    const VariantTerms& terms_;
    Horizon horizon_;
    Diagnostics& diagnostics_;
    MadePost made_;
    bool failed_ = false;
};

// What the cost is made of, and what leaves the bank.
class VariantLook {
 public:
    VariantLook(const Case& of, std::size_t post, const ReturnOptions& options, const Post& typed)
        : of_(of),
          post_(of.budget.posts[post]),
          index_(post),
          typed_(typed),
          horizon_(of.budget, post_, options.years),
          payroll_(of.payroll.until(of.budget, of.law->payroll, {horizon_.last().year(), december})) {}

    void run(ComparedPost& found, const PostMonths* paid_by_others) {
        for (std::vector<Money>& part : sums_)
            part.assign(horizon_.exercises().size(), Money());
        if (paid_by_others != nullptr)
            pay(*paid_by_others, true);
        else if (post_.employed())
            pay(payroll_.posts[index_], false);
        invoices(paid_by_others != nullptr);
        tax(at(found.made.items.front().exercises, Level::central));
        for (std::size_t kind = 0; kind < part_kinds; ++kind) {
            const Money total = sum(sums_.at(kind));
            if (std::ranges::any_of(sums_.at(kind), [](Money amount) { return amount != Money(); }))
                found.parts.push_back({static_cast<CostPartKind>(kind), std::move(sums_.at(kind)), total});
        }
        payments(found);
        hours(found, paid_by_others != nullptr);
        if (paid_by_others != nullptr)
            assumed(found.made, *paid_by_others);
    }

 private:
    std::vector<Money>& of(CostPartKind kind) { return sums_.at(static_cast<std::size_t>(kind)); }

    [[nodiscard]] std::optional<std::size_t> exercise_of(Month month) const {
        const std::optional<std::size_t> place = horizon_.place_of(month);
        return place ? std::optional(horizon_.exercise_of(*place)) : std::nullopt;
    }

    // Of who invoices a shared post at cost, our part alone.
    void pay(const PostMonths& post, bool theirs) {
        const auto ours = [&](Money amount) { return theirs ? kept_of(typed_, amount) : amount; };
        for (const PayMonth& month : post.months) {
            const auto exercise = exercise_of(month.month);
            if (!exercise)
                continue;
            Money apprenticeship;
            for (const PayLine& line : month.pay->lines) {
                if (line.rule != nullptr && (line.rule->only == PayCondition::apprenticeship ||
                                             line.rule->only == PayCondition::apprenticeship_alsace))
                    apprenticeship += line.amount;
            }
            of(CostPartKind::apprenticeship)[*exercise] += ours(apprenticeship);
            of(CostPartKind::pay)[*exercise] += ours(month.cost()) - ours(apprenticeship);
        }
    }

    // What is invoiced at cost rests on the rates that its pay does.
    void assumed(PostReturn& made, const PostMonths& theirs) const {
        made.assumed_months.assign(made.exercises.size(), 0);
        for (const PayMonth& month : theirs.months) {
            if (const auto exercise = exercise_of(month.month))
                made.assumed_months[*exercise] += month.assumed ? 1 : 0;
        }
    }

    void invoices(bool at_cost) {
        for (const PostInvoice& invoice : payroll_.posts[index_].invoices) {
            const auto exercise = exercise_of(invoice.month);
            if (!exercise)
                continue;
            if (post_.form == PostForm::shared) {
                of(CostPartKind::invoiced)[*exercise] -= invoice.before_vat();
                continue;
            }
            if (!at_cost)
                of(CostPartKind::invoiced)[*exercise] += invoice.price;
            of(CostPartKind::fee)[*exercise] += invoice.fee;
            of(CostPartKind::vat)[*exercise] += invoice.vat;
        }
    }

    // The rest of the cost.
    void tax(const std::vector<Money>& cost) {
        for (std::size_t i = 0; i < cost.size(); ++i) {
            Money rest = cost[i];
            for (const std::vector<Money>& part : sums_)
                rest -= part[i];
            of(CostPartKind::payroll_tax)[i] = rest;
        }
    }

    void payments(ComparedPost& found) {
        constexpr std::int32_t longest = 800;  // days in which all that a month owes has been paid
        const Budget& budget = of_.budget;
        const Bank& bank = budget.banks[post_.bank];
        const std::vector<std::int16_t>& exercises = horizon_.exercises();
        found.paid.assign(exercises.size(), Money());
        const Window days{budget.first_day(), std::min(horizon_.ends(), last_plan_day()) + longest};
        payroll_movements(
            budget, of_.law->payroll, payroll_, index_, days,
            [&](const Movement& movement) {
                if (movement.date < bank.date)
                    return;
                const auto exercise = std::ranges::find(exercises, budget.exercise_of(movement.date, bank.entity));
                if (exercise != exercises.end())
                    found.paid[static_cast<std::size_t>(exercise - exercises.begin())] -= movement.amount;
                else if (movement.exercise <= exercises.back())
                    found.paid_later -= movement.amount;
            },
            nullptr);
    }

    void hours(ComparedPost& found, bool theirs) {
        const Post& post = theirs ? typed_ : post_;
        if (!theirs && !post.employed())
            return;
        found.hours = hours_of(post, horizon_.begins());
    }

    const Case& of_;
    const Post& post_;
    std::size_t index_;
    const Post& typed_;
    Horizon horizon_;
    const Payroll& payroll_;
    std::array<std::vector<Money>, part_kinds> sums_;
};

}  // namespace

std::optional<PostComparison> compared_post(const Case& of, std::size_t post, std::span<const PostVariant> variants,
                                            const VariantTerms& terms, const ReturnOptions& options,
                                            Diagnostics& diagnostics) {
    const Budget& budget = of.budget;
    const std::string& id = budget.items[budget.posts[post].item].id;
    PostComparison found;
    // False where nothing of it lies in the exercises.
    const auto look = [&](const Case& each, PostVariant variant, std::vector<Message> assumed,
                          const PostMonths* paid_by_others) {
        std::vector<PostReturn> made = post_returns(each, options, id);
        if (made.empty())
            return false;
        found.posts.push_back({variant, std::move(made.front()), {}, {}, {}, {}, std::move(assumed)});
        ComparedPost& last = found.posts.back();
        VariantLook(each, post, options, budget.posts[post]).run(last, paid_by_others);
        if (const auto above = funded_above(last.made))
            last.assumed.push_back(
                {tr("{exercise}: it is funded by {paid}, more than its cost of {cost}, as nobody would"),
                 {{"exercise", std::int64_t{above->exercise}}, {"paid", above->paid}, {"cost", above->cost}}});
        return true;
    };
    if (!look(of, PostVariant::typed, {}, nullptr))
        return std::nullopt;
    PostMaker maker(of, post, terms, options, diagnostics);
    for (const PostVariant variant : variants) {
        std::optional<MadePost> made = maker.run(variant);
        if (!made)
            continue;
        found.cases.push_back(Case::changed(std::move(made->budget), *of.law));
        Case& each = found.cases.back();
        each.scenario = of.scenario;
        each.label = of.label;
        look(each, variant, std::move(made->assumed), made->paid_by_others ? &*made->paid_by_others : nullptr);
    }
    return found;
}

}  // namespace msp
