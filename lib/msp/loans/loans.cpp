// SPDX-License-Identifier: MIT
#include <msp/dates/business_days.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/loans/loans.hpp>
#include <msp/money/rate.hpp>
#include <msp/money/split.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>

namespace msp {

// A part of the capital as it is drawn.
struct Draw {
    Date typed;
    Date date;
    Money amount;
};

// Capital that comes in the course of a period, and the time from then on as a part of a year.
struct Accrual {
    Money capital;
    Fraction year;
};

// The time interest runs until an instalment, as a part of a year: on what is owed when it begins, and on what is drawn
// in it.
//
// A loan's instalments fall on one day of the month, but the money may come on any day, and the bank may ask for the
// first instalment on a day of its own. Then one period, or two, is broken: interest runs for its very days, while the
// principal is still reckoned as if it were a full one, as banks do it. With 30/360 a full period is period/12 of a
// year whatever the month, and a broken one is counted in days of a 30-day month (30E/360). With actual days every
// period has its own length, and only a broken one has another length for the principal than for the interest.
struct InterestPeriod {
    Fraction year;
    Fraction regular;  // of a full period: what the instalment's principal is reckoned with
    bool broken = false;
    std::vector<Accrual> drawn = {};
};

namespace {

using boost::multiprecision::cpp_int;

constexpr Money one_cent = Money::from_cents(1);

Money scaled(const Loan& loan, Money amount) {
    return times(amount, loan.scale, Rounding::half_up);
}

bool first_is_on_the_due_day(const Loan& loan) {
    return Month::of(loan.first).day(loan.due_day) == loan.first;
}

// The due day of instalment k, counted from 0; -1 is the day one regular period before the first. Months of a delay
// move the rule and not its days: the 31st put off by a month is the 28th in February and the 31st again in March.
Date due_day(const Loan& loan, int k, const Delay& delay) {
    const int months = k * loan.period + delay.months;
    const bool typed = k <= 0 && !first_is_on_the_due_day(loan);
    const Date due = typed ? add_months(loan.first, months) : (Month::of(loan.first) + months).day(loan.due_day);
    return delayed(due, {0, delay.days, delay.end_of_month});
}

// Instalments due before the whole capital is drawn: they repay nothing of it.
int drawing_instalments(const Loan& loan) {
    int count = 0;
    while (!loan.drawdowns.empty() && count < loan.instalments &&
           due_day(loan, count, {}) <= loan.drawdowns.back().date)
        ++count;
    return count;
}

int deferred_instalments(const Loan& loan) {
    return std::max(loan.deferral == Deferral::none ? 0 : loan.deferred, drawing_instalments(loan));
}

// The interest of an existing loan has run since the due day before the first one, whatever later day its capital is
// known of.
bool runs_since_due_day_before(const Loan& loan) {
    return loan.existing && loan.start >= due_day(loan, -1, {});
}

bool first_period_is_regular(const Loan& loan) {
    return runs_since_due_day_before(loan) || loan.start == due_day(loan, -1, {}) ||
           add_months(loan.start, loan.period) == loan.first;
}

InterestPeriod period_of(const Loan& loan, const std::vector<Date>& dues, int k) {
    // A first day off the due day breaks the second period as well.
    const bool broken = k == 0 ? !first_period_is_regular(loan) : k == 1 && !first_is_on_the_due_day(loan);
    const Date regular_from =
        k == 1 ? delayed(Month::of(loan.first).day(loan.due_day), loan.delay) : due_day(loan, k - 1, loan.delay);
    if (loan.day_count == DayCount::thirty_360) {
        const Fraction regular = {loan.period, 12};
        if (!broken)
            return {regular, regular, false};
        const Date from = k == 0 ? loan.start : loan.first;
        return {{days_of_thirty(from, due_day(loan, k, {})), 360}, regular, true};
    }
    const std::int64_t basis = loan.day_count == DayCount::actual_365 ? 365 : 360;
    const auto place = static_cast<std::size_t>(k);
    const Date drawn = runs_since_due_day_before(loan) ? regular_from : delayed(loan.start, loan.delay);
    const Date from = k == 0 ? drawn : dues[place - 1];
    const Fraction year = {dues[place] - from, basis};
    return {year, broken ? Fraction{dues[place] - regular_from, basis} : year, broken};
}

}  // namespace

// What the terms come to.
struct LoanSchedule {
    Money capital;
    Money insured;    // the initial capital
    Money amortised;  // the capital after the deferral
    Money annuity;    // the constant instalment, where there is one
    int deferred = 0;
    std::vector<Draw> draws;  // of a new loan
    std::vector<InterestPeriod> periods;
    std::vector<ScheduleRow> rows;
};

namespace {

using Schedule = LoanSchedule;

// Promises of the decoder.
void expect_terms(const Loan& loan) {
    const int deferred = loan.deferral == Deferral::none ? 0 : loan.deferred;
    if (loan.instalments < 1 || loan.period < 1 || deferred < 0 || deferred >= loan.instalments)
        throw std::logic_error("loan: count of instalments");
    if (loan.first < loan.start || loan.rate < Rate() || loan.capital.negative() || loan.scale < Rate())
        throw std::logic_error("loan: days or amounts");
}

void expect_in_calendar(const Loan& loan) {
    const YearMonthDay first = loan.first.fields();
    const std::int64_t months = std::int64_t{loan.instalments - 1} * loan.period + loan.delay.months;
    const std::int64_t year = first.year + (first.month - 1 + months) / 12;
    if (year <= Date::last_year)
        return;
    throw Error({Severity::error,
                 "loan.too-long",
                 {tr("{count} {count:instalment goes|instalments go} on until {year}; the calendar ends in {last}"),
                  {{"count", std::int64_t{loan.instalments}}, {"year", year}, {"last", std::int64_t{Date::last_year}}}},
                 loan.place.span,
                 {},
                 Message{tr("check the number of instalments"), {}}});
}

// Where the capital comes in parts.
void expect_drawn(const Loan& loan) {
    const int drawing = drawing_instalments(loan);
    const auto refuse = [&](Message message, Message help, Span span) {
        throw Error({Severity::error, "loan.drawn", std::move(message), span, {}, std::move(help)});
    };
    if (drawing == loan.instalments)
        refuse({tr("all {n} instalments fall due before the last of the capital is drawn, on {day}"),
                {{"n", std::int64_t{drawing}}, {"day", loan.drawdowns.back().date}}},
               {tr("check the number of instalments and the days"), {}}, loan.drawdowns.back().place.span);
    if (loan.deferral != Deferral::none && loan.deferred < drawing)
        refuse({tr("{n} instalments fall due before the last of the capital is drawn, on {day}; {deferred} "
                   "{deferred:is|are} deferred"),
                {{"n", std::int64_t{drawing}},
                 {"day", loan.drawdowns.back().date},
                 {"deferred", std::int64_t{loan.deferred}}}},
               {tr("defer {n} of them"), {{"n", std::int64_t{drawing}}}}, loan.deferral_place.span);
}

[[noreturn]] void throw_never_ends(const Loan& loan, Money annuity, Money interest, Date due) {
    throw Error({Severity::error,
                 "loan.never-ends",
                 {tr("the instalment of {instalment} is less than the interest of {interest} due on {day}"),
                  {{"instalment", annuity}, {"interest", interest}, {"day", due}}},
                 loan.place.span,
                 {},
                 Message{tr("check the rate, the number of instalments and the way days are counted"), {}}});
}

// capital x i / (1 - (1 + i)^-count), i = rate x period / 12, rounded half up. With i = p/q this is the quotient
// capital x p x (p + q)^count / (q x ((p + q)^count - q^count)) of whole numbers. The rate is not zero.
Money exact_annuity(Money capital, Rate rate, int period, int count) {
    cpp_int p = cpp_int(rate.digits()) * period;
    cpp_int q = cpp_int(rate.denominator()) * 12;
    const cpp_int divisor = gcd(p, q);
    p /= divisor;
    q /= divisor;
    const cpp_int growth = pow(cpp_int(p + q), static_cast<unsigned>(count));
    const cpp_int above = p * growth * capital.cents();
    const cpp_int below = q * (growth - pow(q, static_cast<unsigned>(count)));
    const cpp_int result = (2 * above + below) / (2 * below);
    if (result > std::numeric_limits<std::int64_t>::max())
        throw_money_overflow();
    return Money::from_cents(static_cast<std::int64_t>(result));
}

// Never negative nor more than is owed: of a few cents the rounded instalment may be nothing (the last one then takes
// all) or too much (the last ones then are nothing). Under 30/360 the annuity is never below the interest; counted in
// days the interest may exceed it, by a cent of rounding or because the terms do not repay the loan.
Money annuity_principal(const Loan& loan, const Schedule& schedule, std::size_t k, Money outstanding) {
    const Money interest = times(outstanding, loan.rate, schedule.periods[k].regular, Rounding::half_up);
    if (interest - schedule.annuity > one_cent)
        throw_never_ends(loan, schedule.annuity, interest, schedule.rows[k].due);
    return std::clamp(schedule.annuity - interest, Money(), outstanding);
}

Money principal_of(const Loan& loan, const Schedule& schedule, std::size_t k, Money outstanding) {
    const int count = loan.instalments - schedule.deferred;
    const int index = static_cast<int>(k) - schedule.deferred;
    if (index == count - 1)
        return outstanding;
    switch (loan.kind) {
        case LoanKind::constant_instalments:
            if (loan.rate != Rate())
                return annuity_principal(loan, schedule, k, outstanding);
            return instalment(schedule.amortised, count, index);
        case LoanKind::constant_capital:
            return instalment(schedule.amortised, count, index);
        case LoanKind::bullet:
            return {};
    }
    throw std::logic_error("loan: kind");
}

Money insurance_of(const Loan& loan, Money insured, Money outstanding) {
    if (loan.monthly_insurance)
        return scaled(loan, *loan.monthly_insurance * loan.period);
    if (!loan.insurance)
        return {};
    const Money base = loan.insurance_base == InsuranceBase::initial ? insured : outstanding;
    return times(base, *loan.insurance, Fraction{loan.period, 12}, Rounding::half_up);
}

// What has been drawn up to each is scaled, so that the parts make the scaled capital.
std::vector<Draw> draws_of(const Loan& loan) {
    if (loan.existing)
        return {};
    if (loan.drawdowns.empty())
        return {{loan.start, delayed(loan.start, loan.delay), scaled(loan, loan.capital)}};
    std::vector<Draw> draws;
    Money typed;
    for (const DatedAmount& part : loan.drawdowns) {
        const Money before = scaled(loan, typed);
        typed += part.amount;
        draws.push_back({part.date, delayed(part.date, loan.delay), scaled(loan, typed) - before});
    }
    return draws;
}

Schedule frame(const Loan& loan) {
    Schedule schedule;
    schedule.draws = draws_of(loan);
    schedule.deferred = deferred_instalments(loan);
    schedule.capital = scaled(loan, loan.capital);
    schedule.insured = loan.existing ? scaled(loan, loan.initial_capital) : schedule.capital;
    schedule.amortised = schedule.capital;
    return schedule;
}

// Those later than the loan's first day and due up to instalment k; `next` is the first that no period has.
std::vector<Accrual> drawn_in(const Loan& loan, const Schedule& schedule, int k, Date due, std::size_t& next) {
    std::vector<Accrual> drawn;
    const Date typed_due = due_day(loan, k, {});
    for (; next < schedule.draws.size() && schedule.draws[next].typed <= typed_due; ++next) {
        const Draw& draw = schedule.draws[next];
        if (draw.typed == loan.start)
            continue;
        if (loan.day_count == DayCount::thirty_360)
            drawn.push_back({draw.amount, {days_of_thirty(draw.typed, typed_due), 360}});
        else
            drawn.push_back({draw.amount, {due - draw.date, loan.day_count == DayCount::actual_365 ? 365 : 360}});
    }
    return drawn;
}

void lay_out_periods(const Loan& loan, Schedule& schedule) {
    std::size_t next_draw = 0;
    std::vector<Date> dues;
    dues.reserve(static_cast<std::size_t>(loan.instalments));
    schedule.periods.reserve(dues.capacity());
    schedule.rows.reserve(dues.capacity());
    for (int k = 0; k < loan.instalments; ++k) {
        dues.push_back(due_day(loan, k, loan.delay));
        schedule.periods.push_back(period_of(loan, dues, k));
        schedule.periods.back().drawn = drawn_in(loan, schedule, k, dues.back(), next_draw);
        ScheduleRow row;
        row.number = k + 1;
        row.due = dues.back();
        schedule.rows.push_back(row);
    }
}

void begin_amortising(const Loan& loan, Schedule& schedule, Money outstanding) {
    schedule.amortised = outstanding;
    if (loan.kind == LoanKind::constant_instalments && loan.rate != Rate())
        schedule.annuity = exact_annuity(outstanding, loan.rate, loan.period, loan.instalments - schedule.deferred);
}

// On what is owed when the period begins and on what is drawn in it, each rounded half up.
Money interest_of(const Loan& loan, const InterestPeriod& period, Money outstanding) {
    Money interest = times(outstanding, loan.rate, period.year, Rounding::half_up);
    for (const Accrual& part : period.drawn)
        interest += times(part.capital, loan.rate, part.year, Rounding::half_up);
    return interest;
}

Money owed_at_start(const Loan& loan, const Schedule& schedule) {
    if (loan.existing)
        return schedule.capital;
    Money drawn;
    for (const Draw& draw : schedule.draws)
        drawn += draw.typed == loan.start ? draw.amount : Money();
    return drawn;
}

Schedule computed(const Loan& loan) {
    expect_terms(loan);
    expect_in_calendar(loan);
    expect_drawn(loan);
    Schedule schedule = frame(loan);
    lay_out_periods(loan, schedule);
    const auto deferred = static_cast<std::size_t>(schedule.deferred);
    Money outstanding = owed_at_start(loan, schedule);
    for (std::size_t k = 0; k < schedule.rows.size(); ++k) {
        ScheduleRow& row = schedule.rows[k];
        const Money interest = interest_of(loan, schedule.periods[k], outstanding);
        const bool added = k < deferred && loan.deferral == Deferral::total;
        (added ? row.capitalised : row.interest) = interest;
        row.insurance = insurance_of(loan, schedule.insured, outstanding);
        for (const Accrual& part : schedule.periods[k].drawn)
            row.drawn += part.capital;
        outstanding += row.drawn;
        if (k == deferred)
            begin_amortising(loan, schedule, outstanding);
        if (k >= deferred)
            row.principal = principal_of(loan, schedule, k, outstanding);
        row.payment = row.principal + row.interest + row.insurance;
        outstanding += row.capitalised - row.principal;
        row.outstanding = outstanding;
    }
    return schedule;
}

// What is left to repay is scaled, and a principal is the step from one to the next: the scaled loan ends at zero if
// the bank's does. What is owed is that less what is still to be drawn. An instalment that the terms do not know
// differs by all of it.
Schedule of_bank(const Loan& loan) {
    const std::vector<ScheduleRow> from_terms =
        loan.instalments == 0 ? std::vector<ScheduleRow>() : computed(loan).rows;
    Schedule schedule = frame(loan);
    schedule.rows.reserve(loan.bank_schedule.size());
    Money left_typed = loan.capital;
    Money left = schedule.capital;
    Money drawn = owed_at_start(loan, schedule);
    for (const BankRow& bank_row : loan.bank_schedule) {
        const std::size_t k = schedule.rows.size();
        left_typed -= bank_row.principal;
        const Money left_before = std::exchange(left, scaled(loan, left_typed));
        ScheduleRow row;
        row.number = static_cast<int>(k) + 1;
        row.due = delayed(bank_row.date, loan.delay);
        const Money drawn_before = std::exchange(drawn, scaled(loan, loan.drawn_by(bank_row.date)));
        row.drawn = drawn - drawn_before;
        row.outstanding = left - schedule.capital + drawn;
        row.principal = left_before - left;
        row.interest = scaled(loan, bank_row.interest);
        row.insurance = scaled(loan, bank_row.insurance);
        row.payment = row.principal + row.interest + row.insurance;
        if (loan.instalments != 0)
            row.difference = row.payment - (k < from_terms.size() ? from_terms[k].payment : Money());
        row.place = bank_row.place.span;
        schedule.rows.push_back(row);
    }
    return schedule;
}

Schedule schedule_of(const Loan& loan) {
    return loan.bank_schedule.empty() ? computed(loan) : of_bank(loan);
}

// Fills the trace for one movement; the amounts are the schedule's own.
class Explanation {
 public:
    Explanation(const Loan& loan, const Schedule& schedule, Trace& trace)
        : loan_(loan), schedule_(schedule), trace_(trace) {}

    void drawdown(const Draw& draw, const Movement& movement) {
        trace_.clear();
        capital();
        put_off(draw.typed, movement.due);
        step({tr("capital received on {day}"), {{"day", movement.date}}}, movement.amount);
    }

    void fee(const DatedAmount& typed, const Movement& movement) {
        trace_.clear();
        trace_.step({tr("fee of the loan"), {}}, typed.amount, typed.place.span);
        scaled_to(-movement.amount);
        put_off(typed.date, movement.due);
        step({tr("fee paid on {day}"), {{"day", movement.date}}}, movement.amount);
    }

    void part(const Movement& movement, const ScheduleRow& row) {
        trace_.clear();
        if (loan_.bank_schedule.empty())
            terms(movement.part, row);
        else
            bank(movement.part, row);
        paid(movement, row);
    }

 private:
    void step(Message what, std::optional<Money> result) { trace_.step(std::move(what), result, loan_.place.span); }

    void put_off(Date typed, Date due) {
        if (loan_.delay != Delay())
            step({tr("the loan is put off: {typed} becomes {day}"), {{"typed", typed}, {"day", due}}}, std::nullopt);
    }

    void paid(const Movement& movement, const ScheduleRow& row) {
        const Span place = row.place.known() ? row.place : loan_.place.span;
        if (movement.date == movement.due)
            return trace_.step({tr("instalment {number}, paid on {day}"),
                                {{"number", std::int64_t{row.number}}, {"day", movement.date}}},
                               movement.amount, place);
        trace_.step({tr("instalment {number}, due on {due}, paid on the business day {day}"),
                     {{"number", std::int64_t{row.number}}, {"due", movement.due}, {"day", movement.date}}},
                    movement.amount, place);
    }

    void capital() {
        if (loan_.scale == Rate(1, 0))
            return step({tr("capital of the loan"), {}}, schedule_.capital);
        step({tr("capital of the loan: {capital} × {scale} %, rounded half up to the cent"),
              {{"capital", loan_.capital}, {"scale", Decimal{loan_.scale.percent()}}}},
             schedule_.capital);
    }

    void bank(Part part, const ScheduleRow& row) {
        const BankRow& typed = loan_.bank_schedule[static_cast<std::size_t>(row.number) - 1];
        const bool principal = part == Part::principal;
        const bool interest = part == Part::interest;
        trace_.step({tr("the bank's schedule for {day}"), {{"day", typed.date}}},
                    principal  ? typed.principal
                    : interest ? typed.interest
                               : typed.insurance,
                    row.place);
        if (loan_.scale != Rate(1, 0) && principal)
            step({tr("the capital owed before and after it × {scale} %, each rounded half up to the cent: the "
                     "difference"),
                  {{"scale", Decimal{loan_.scale.percent()}}}},
                 row.principal);
        if (!principal)
            scaled_to(interest ? row.interest : row.insurance);
        if (row.difference != Money())
            step({tr("the bank's instalment of {payment} less the {computed} that the terms give; the bank's wins"),
                  {{"payment", row.payment}, {"computed", row.payment - row.difference}}},
                 row.difference);
        put_off(typed.date, row.due);
    }

    void terms(Part part, const ScheduleRow& row) {
        const auto k = static_cast<std::size_t>(row.number) - 1;
        const Money outstanding = k == 0 ? owed_at_start(loan_, schedule_) : schedule_.rows[k - 1].outstanding;
        capital();
        put_off(due_day(loan_, row.number - 1, {}), row.due);
        if (part == Part::insurance)
            return insurance(row, outstanding);
        grown(row);
        if (part == Part::interest)
            return all_interest(schedule_.periods[k], outstanding);
        principal(k);
    }

    void grown(const ScheduleRow& row) {
        if (loan_.deferral == Deferral::total && row.number > schedule_.deferred)
            step({tr("capital with the interest of {count} deferred {count:instalment|instalments} added"),
                  {{"count", std::int64_t{schedule_.deferred}}}},
                 schedule_.amortised);
    }

    void all_interest(const InterestPeriod& period, Money owed) {
        interest(owed, period.year);
        for (const Accrual& part : period.drawn)
            interest(part.capital, part.year);
    }

    void interest(Money outstanding, Fraction year) {
        const Money result = times(outstanding, loan_.rate, year, Rounding::half_up);
        if (year.denominator == 12)
            return step(
                {tr("interest: {capital} × {rate} % × {months} / 12, rounded half up to the cent"),
                 {{"capital", outstanding}, {"rate", Decimal{loan_.rate.percent()}}, {"months", year.numerator}}},
                result);
        step({tr("interest: {capital} × {rate} % × {days} / {year} days, rounded half up to the cent"),
              {{"capital", outstanding},
               {"rate", Decimal{loan_.rate.percent()}},
               {"days", year.numerator},
               {"year", year.denominator}}},
             result);
    }

    void insurance(const ScheduleRow& row, Money outstanding) {
        if (loan_.monthly_insurance)
            return monthly_insurance(row);
        const bool initial = loan_.insurance_base == InsuranceBase::initial;
        step({initial ? tr("insurance: initial capital {capital} × {rate} % × {months} / 12, rounded half up to the "
                           "cent")
                      : tr("insurance: capital owed {capital} × {rate} % × {months} / 12, rounded half up to the "
                           "cent"),
              {{"capital", initial ? schedule_.insured : outstanding},
               {"rate", Decimal{loan_.insurance.value_or(Rate()).percent()}},
               {"months", std::int64_t{loan_.period}}}},
             row.insurance);
    }

    void monthly_insurance(const ScheduleRow& row) {
        step({tr("insurance: {amount} a month × {months}"),
              {{"amount", *loan_.monthly_insurance}, {"months", std::int64_t{loan_.period}}}},
             *loan_.monthly_insurance * loan_.period);
        scaled_to(row.insurance);
    }

    void scaled_to(Money amount) {
        if (loan_.scale != Rate(1, 0))
            step({tr("× {scale} %, rounded half up to the cent"), {{"scale", Decimal{loan_.scale.percent()}}}}, amount);
    }

    void principal(std::size_t k) {
        const ScheduleRow& row = schedule_.rows[k];
        const int count = loan_.instalments - schedule_.deferred;
        const bool constant = loan_.kind == LoanKind::constant_instalments && loan_.rate != Rate();
        if (constant)
            step({tr("constant instalment: {capital} at {rate} % × {months} / 12 each, in {count}, rounded half up to "
                     "the cent"),
                  {{"capital", schedule_.amortised},
                   {"rate", Decimal{loan_.rate.percent()}},
                   {"months", std::int64_t{loan_.period}},
                   {"count", std::int64_t{count}}}},
                 schedule_.annuity);
        if (row.number == loan_.instalments)
            return step({tr("the last instalment takes all that is still owed"), {}}, row.principal);
        if (!constant)
            return step({tr("capital in equal parts: {capital} / {count}, rounded half up to the cent"),
                         {{"capital", schedule_.amortised}, {"count", std::int64_t{count}}}},
                        row.principal);
        const Fraction regular = schedule_.periods[k].regular;
        const Money outstanding = row.outstanding + row.principal;
        interest(outstanding, regular);
        step({schedule_.periods[k].broken || !schedule_.periods[k].drawn.empty()
                  ? tr("principal: {instalment} − {interest}, as in a full period; the instalment differs by the "
                       "interest")
                  : tr("principal: {instalment} − {interest}, never more than is owed"),
              {{"instalment", schedule_.annuity},
               {"interest", times(outstanding, loan_.rate, regular, Rounding::half_up)}}},
             row.principal);
    }

    const Loan& loan_;
    const Schedule& schedule_;
    Trace& trace_;
};

Movement movement_of(const Budget& budget, const Loan& loan, Date due) {
    Movement movement;
    movement.date = due;
    movement.due = due;
    movement.item = loan.item;
    movement.exercise = budget.exercise_of(due, budget.banks[loan.bank].entity);
    movement.bank = loan.bank;
    movement.origin = Origin::loan;
    movement.state = State::planned;
    return movement;
}

void draw(const Budget& budget, const Loan& loan, const Schedule& schedule, const Window& window,
          const MovementSink& sink, Trace* trace) {
    for (std::size_t i = 0; i < schedule.draws.size(); ++i) {
        const Draw& draw = schedule.draws[i];
        Movement movement = movement_of(budget, loan, draw.date);
        movement.amount = draw.amount;
        movement.occurrence = static_cast<std::int32_t>(i);
        movement.part = Part::drawdown;
        movement.nature = Nature::capital;
        movement.side = Side::receipts;
        if (movement.amount == Money() || !window.holds(movement.date))
            continue;
        if (trace != nullptr)
            Explanation(loan, schedule, *trace).drawdown(draw, movement);
        sink(movement);
    }
}

void pay_fees(const Budget& budget, const Loan& loan, const Schedule& schedule, const Window& window,
              const MovementSink& sink, Trace* trace) {
    for (std::size_t i = 0; i < loan.fees.size(); ++i) {
        Movement movement = movement_of(budget, loan, delayed(loan.fees[i].date, loan.delay));
        movement.amount = -scaled(loan, loan.fees[i].amount);
        movement.occurrence = static_cast<std::int32_t>(i);
        movement.part = Part::fees;
        movement.nature = Nature::charge;
        if (movement.amount == Money() || !window.holds(movement.date))
            continue;
        if (trace != nullptr)
            Explanation(loan, schedule, *trace).fee(loan.fees[i], movement);
        sink(movement);
    }
}

void pay(const Budget& budget, const Loan& loan, const Schedule& schedule, const ScheduleRow& row, Date date,
         const MovementSink& sink, Trace* trace) {
    Movement movement = movement_of(budget, loan, row.due);
    movement.date = date;
    movement.occurrence = row.number;
    const auto part = [&](Part which, Nature nature, Money amount) {
        if (amount == Money())
            return;
        movement.part = which;
        movement.nature = nature;
        movement.amount = -amount;
        if (trace != nullptr)
            Explanation(loan, schedule, *trace).part(movement, row);
        sink(movement);
    };
    part(Part::principal, Nature::capital, row.principal);
    part(Part::interest, Nature::charge, row.interest);
    part(Part::insurance, Nature::charge, row.insurance);
}

}  // namespace

Money ScheduleRow::owed_before() const {
    return outstanding + principal - capitalised - drawn;
}

std::vector<ScheduleRow> loan_schedule(const Loan& loan) {
    return schedule_of(loan).rows;
}

LoanReckoning::LoanReckoning(const Loan& loan) : loan_(&loan) {
    try {
        schedule_ = std::make_shared<const LoanSchedule>(schedule_of(loan));
    } catch (const Error& error) {
        error_ = error;
    }
}

const LoanSchedule& LoanReckoning::schedule() const {
    if (error_)
        throw Error(*error_);
    return *schedule_;
}

void check_loan(const LoanReckoning& reckoning, Diagnostics& diagnostics) {
    try {
        (void)reckoning.schedule();
    } catch (const Error& error) {
        diagnostics.add(error.diagnostic());
        return;
    }
    const Loan& loan = reckoning.loan();
    const int drawing = loan.bank_schedule.empty() ? drawing_instalments(loan) : 0;
    if (drawing == 0 || loan.deferral != Deferral::none || loan.kind == LoanKind::bullet)
        return;
    diagnostics.warning(
        "loan.drawing",
        {tr("{n} {n:instalment falls|instalments fall} due before the last of the capital is drawn, on "
            "{day}: interest alone, and the {left} others repay the capital"),
         {{"n", std::int64_t{drawing}},
          {"day", loan.drawdowns.back().date},
          {"left", std::int64_t{loan.instalments - drawing}}}},
        loan.drawdowns.back().place.span,
        Message{tr("write deferral = {{ kind = \"partial\", instalments = {n} }} if so; else change the "
                   "first day or the number of instalments"),
                {{"n", std::int64_t{drawing}}}});
}

void loan_movements(const Budget& budget, const LoanReckoning& reckoning, const Window& window,
                    const MovementSink& sink, Trace* trace) {
    const Loan& loan = reckoning.loan();
    const Schedule& schedule = reckoning.schedule();
    const Holidays holidays = budget.entities[budget.banks[loan.bank].entity].holidays;
    draw(budget, loan, schedule, window, sink, trace);
    pay_fees(budget, loan, schedule, window, sink, trace);
    for (const ScheduleRow& row : schedule.rows) {
        const Date date = roll(row.due, loan.roll, holidays);
        if (window.holds(date))
            pay(budget, loan, schedule, row, date, sink, trace);
    }
}

void capitalised_interest(const Budget& budget, const LoanReckoning& reckoning, const Window& window,
                          const MovementSink& sink) {
    for (const ScheduleRow& row : reckoning.schedule().rows) {
        if (row.capitalised == Money() || !window.holds(row.due))
            continue;
        Movement movement = movement_of(budget, reckoning.loan(), row.due);
        movement.occurrence = row.number;
        movement.part = Part::interest;
        movement.nature = Nature::charge;
        movement.amount = -row.capitalised;
        sink(movement);
    }
}

}  // namespace msp
