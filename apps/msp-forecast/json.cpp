// SPDX-License-Identifier: MIT
#include <msp-forecast/json.hpp>

#include <algorithm>
#include <string>

namespace msp::app {
namespace {

void stretches(Json& json, const char* key, const std::vector<Stretch>& found) {
    json.key(key);
    json.begin_array();
    for (const Stretch& stretch : found) {
        json.begin_object();
        json.key("from");
        json.date(stretch.first);
        json.key("to");
        json.date(stretch.last);
        json.end_object();
    }
    json.end_array();
}

void amount(Json& json, const char* key, Money value) {
    json.key(key);
    json.money(value);
}

void low(Json& json, const char* key, const Low& low) {
    json.key(key);
    json.begin_object();
    json.key("amount");
    json.money(low.amount);
    json.key("date");
    json.date(low.date);
    json.end_object();
}

void worst(Json& json, const char* key, const Result& result, const AccountLow& account) {
    json.key(key);
    json.begin_object();
    json.key("bank");
    json.text(result.budget.banks[account.bank].id);
    amount(json, "amount", account.low.amount);
    json.key("date");
    json.date(account.low.date);
    json.end_object();
}

// The members of an object that is open.
void shortage(Json& json, const Result& result, const Shortage& shortage) {
    low(json, "lowest", shortage.lowest);
    worst(json, "worst", result, shortage.worst);
    stretches(json, "below_floor", shortage.below_floor);
    stretches(json, "overdrawn", shortage.overdrawn);
}

// The question asked, or the usual one, and the answers to all.
void payout(Json& json, const Payout& payout, PayoutQuestion question) {
    json.begin_object();
    json.key("date");
    json.date(payout.day);
    amount(json, "above_floor", payout.amount({Until::end, Limit::floor}));
    amount(json, "without_overdraft_before_aci", payout.amount({Until::next_aci, Limit::zero}));
    json.key("next_aci");
    if (payout.next_aci)
        json.date(*payout.next_aci);
    else
        json.null();
    amount(json, "above_floor_before_aci", payout.amount({Until::next_aci, Limit::floor}));
    amount(json, "without_overdraft", payout.amount({Until::end, Limit::zero}));
    json.key("until");
    json.text(question.until == Until::end ? "end" : "next-aci");
    json.key("above");
    json.text(question.above == Limit::zero ? "zero" : "floor");
    json.key("last");
    json.date(payout.last(question.until));
    amount(json, "amount", payout.amount(question));
    json.end_object();
}

// A payment of the ACI that the amounts do without.
void unplanned(Json& json, const std::optional<Gap>& gap) {
    json.key("unplanned_aci");
    if (!gap)
        return json.null();
    json.begin_object();
    json.key("exercise");
    json.integer(gap->year);
    json.key("part");
    json.text(id_of(gap->part));
    json.key("date");
    json.date(gap->day);
    json.end_object();
}

void headline(Json& json, const Result& result, const Headline& headline, PayoutQuestion question) {
    json.begin_object();
    json.key("scenario");
    json.text(result.scenario);
    json.key("entity");
    json.text(result.budget.entities[headline.entity].id);
    amount(json, "opening", headline.opening);
    amount(json, "closing", headline.closing);
    json.key("plan");
    json.begin_object();
    shortage(json, result, headline.plan);
    json.end_object();
    low(json, "lowest_certain", headline.certain);
    worst(json, "worst_certain", result, headline.certain_worst);
    json.key("late_aci");
    if (headline.awaits_aci) {
        json.begin_object();
        shortage(json, result, headline.late);
        json.key("until");
        json.date(headline.late_until);
        json.end_object();
    } else {
        json.null();
    }
    json.key("distributable");
    payout(json, headline.payout, question);
    unplanned(json, headline.unplanned_aci);
    amount(json, "receipts", headline.receipts);
    amount(json, "payments", headline.payments);
    amount(json, "in_transit", headline.in_transit);
    amount(json, "as_of_closing", headline.as_of_closing);
    json.key("days_of_cash");
    if (headline.cash_days_tenths)
        json.number(std::to_string(*headline.cash_days_tenths / 10) + "." +
                    std::to_string(*headline.cash_days_tenths % 10));
    else
        json.null();
    json.end_object();
}

}  // namespace

void headlines_json(Json& json, const std::vector<Result>& results, const View& view, Date as_of) {
    json.key("as_of");
    json.date(as_of);
    json.key("from");
    json.date(view.days().first);
    json.key("to");
    json.date(view.days().last);
    json.key("headlines");
    json.begin_array();
    for (const Result& result : results) {
        for (const Headline& one : result.headlines)
            headline(json, result, one, view.payout.value_or(PayoutQuestion{}));
    }
    json.end_array();
}

void notes_json(Json& json, const std::vector<Result>& results) {
    if (std::ranges::all_of(results, [](const Result& result) { return result.notes.empty(); }))
        return;
    json.key("notes");
    json.begin_array();
    for (const Result& result : results) {
        for (const std::string& note : result.notes) {
            json.begin_object();
            json.key("scenario");
            json.text(result.scenario);
            json.key("text");
            json.text(note);
            json.end_object();
        }
    }
    json.end_array();
}

}  // namespace msp::app
