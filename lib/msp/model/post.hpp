// SPDX-License-Identifier: MIT
// Posts: who works, on which terms, and what it costs besides pay.
#pragma once

#include <msp/dates/timeline.hpp>
#include <msp/model/call.hpp>
#include <msp/model/line.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

struct Raise {
    Date date;
    std::optional<Rate> rate;
    std::optional<Money> amount;  // to add, of a month or hour as the pay is typed
    Place place;

    friend bool operator==(const Raise&, const Raise&) = default;
};

struct MealVouchers {
    std::int64_t number = 0;  // a month
    Money value;              // of one
    Rate employer;            // the share of it that the employer pays

    friend bool operator==(const MealVouchers&, const MealVouchers&) = default;
};

// A payment for a post, as members share it.
struct PostCost {
    Money amount;
    Date due;
    Date paid;
    Date first;  // the days worked that it is for
    Date last;
    std::int16_t exercise = 0;
    Part part = Part::whole;
    CategoryIndex category = 0;  // of that part

    friend bool operator==(const PostCost&, const PostCost&) = default;
};

// Who employs: we alone, we with another house that we invoice; another house, an association or a groupement
// d'employeurs that invoices us; a company; nobody, as the person is a professional paid by the hour.
enum class PostForm : std::uint8_t { employee, shared, seconded, service, professional };

// What is invoiced to us, or by us where a post is shared.
struct InvoiceTerms {
    Rate kept;  // of a shared post's time, what stays with us
    Rate fee;   // what an invoice asks on top of the price
    Rate vat;   // nothing of it is recovered
    CallRhythm rhythm = CallRhythm::month;
    Delay delay;  // from the last day of the month or quarter on

    friend bool operator==(const InvoiceTerms&, const InvoiceTerms&) = default;
};

// Sickness or leave. After the days that are kept in pay there is none.
struct PostAbsence {
    Date from;
    Date until;
    std::int64_t kept_days = 0;
    std::optional<Money> withheld;  // from the pay of its month, in the place of days without pay
    Money replacement;              // paid with the pay of the last day's month
    Place place;

    [[nodiscard]] Date unpaid_from() const {
        return withheld ? until + 1 : from + static_cast<std::int32_t>(kept_days);
    }

    friend bool operator==(const PostAbsence&, const PostAbsence&) = default;
};

struct Post {
    ItemIndex item = 0;
    BankIndex bank = 0;
    PostForm form = PostForm::employee;
    std::size_t employer = 0;  // of the budget, where we employ
    Date from;
    std::optional<Date> until;
    bool hourly = false;
    std::int64_t weeks = 52;    // a year, that hours are paid for
    Timeline<Money> gross;      // of a month of these hours, or of one hour; the first one holds from the first day;
                                // before VAT, where it is invoiced to us
    Timeline<Rate> hours;       // a week
    std::vector<Raise> raises;  // by date
    bool executive = false;
    bool fixed_term = false;
    bool health = true;  // takes the employer's covers
    bool provident = true;
    std::optional<unsigned> thirteenth;  // the month in which a thirteenth month is paid
    std::vector<DatedAmount> bonuses;
    std::vector<DatedAmount> training;  // invoices
    std::optional<MealVouchers> vouchers;
    Money travel;                       // refunded with each month's pay
    std::vector<PostAbsence> absences;  // by day
    std::vector<DatedAmount> leaving;   // what the end of the contract costs, free of contributions
    Timeline<Money> minimum;            // of the convention, a full-time month; the employer's where it has no steps
    InvoiceTerms invoice;
    std::optional<Line> charged;  // all that it costs, where members share it: item, bank and key
    std::vector<PostCost> costs;  // of one that is shared, once they are reckoned: of all months between these days
    Date costs_from;
    Date costs_until;
    Place place;
    Place gross_place;

    // The days on which pay or hours change, in no order.
    template <typename Sink>
    void each_change(const Sink& sink) const {
        for (const auto& step : gross.steps)
            sink(step.from);
        for (const auto& step : hours.steps)
            sink(step.from);
        for (const Raise& raise : raises)
            sink(raise.date);
    }

    // Whether its pay is ours to compute.
    [[nodiscard]] bool employed() const { return form == PostForm::employee || form == PostForm::shared; }

    friend bool operator==(const Post&, const Post&) = default;
};

}  // namespace msp
