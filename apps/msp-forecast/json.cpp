// SPDX-License-Identifier: MIT
#include <msp-forecast/json.hpp>

#include <algorithm>
#include <string>

namespace msp::app {
namespace {

void stretches(Json& json, const char* key, const std::vector<Stretch>& found) {
    json.begin_array(key);
    for (const Stretch& stretch : found) {
        json.begin_object();
        json.date("from", stretch.first);
        json.date("to", stretch.last);
        json.end_object();
    }
    json.end_array();
}

void low(Json& json, const char* key, const Low& low) {
    json.begin_object(key);
    json.money("amount", low.amount);
    json.date("date", low.date);
    json.end_object();
}

void worst(Json& json, const char* key, const Result& result, const AccountLow& account) {
    json.begin_object(key);
    json.text("bank", result.budget.banks[account.bank].id);
    json.money("amount", account.low.amount);
    json.date("date", account.low.date);
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
    json.date("date", payout.day);
    json.money("above_floor", payout.amount({Until::end, Limit::floor}));
    json.money("without_overdraft_before_aci", payout.amount({Until::next_aci, Limit::zero}));
    json.date("next_aci", payout.next_aci);
    json.money("above_floor_before_aci", payout.amount({Until::next_aci, Limit::floor}));
    json.money("without_overdraft", payout.amount({Until::end, Limit::zero}));
    json.text("until", question.until == Until::end ? "end" : "next-aci");
    json.text("above", question.above == Limit::zero ? "zero" : "floor");
    json.date("last", payout.last(question.until));
    json.money("amount", payout.amount(question));
    json.end_object();
}

// A payment of the ACI that the amounts do without.
void unplanned(Json& json, const std::optional<Gap>& gap) {
    json.key("unplanned_aci");
    if (!gap)
        return json.null();
    json.begin_object();
    json.integer("exercise", gap->year);
    json.text("part", id_of(gap->part));
    json.date("date", gap->day);
    json.end_object();
}

void headline(Json& json, const Result& result, const Headline& headline, PayoutQuestion question) {
    json.begin_object();
    json.text("scenario", result.scenario);
    json.text("entity", result.budget.entities[headline.entity].id);
    json.money("opening", headline.opening);
    json.money("closing", headline.closing);
    json.begin_object("plan");
    shortage(json, result, headline.plan);
    json.end_object();
    low(json, "lowest_certain", headline.certain);
    worst(json, "worst_certain", result, headline.certain_worst);
    json.key("late_aci");
    if (headline.awaits_aci) {
        json.begin_object();
        shortage(json, result, headline.late);
        json.date("until", headline.late_until);
        json.end_object();
    } else {
        json.null();
    }
    json.key("distributable");
    payout(json, headline.payout, question);
    unplanned(json, headline.unplanned_aci);
    json.money("receipts", headline.receipts);
    json.money("payments", headline.payments);
    json.money("in_transit", headline.in_transit);
    json.money("as_of_closing", headline.as_of_closing);
    json.key("days_of_cash");
    if (headline.cash_days_tenths)
        json.number(headline.cash_days());
    else
        json.null();
    json.end_object();
}

}  // namespace

void headlines_json(Json& json, const std::vector<Result>& results, const View& view, Date as_of) {
    json.date("as_of", as_of);
    json.date("from", view.days().first);
    json.date("to", view.days().last);
    json.begin_array("headlines");
    for (const Result& result : results) {
        for (const Headline& one : result.headlines)
            headline(json, result, one, view.payout.value_or(PayoutQuestion{}));
    }
    json.end_array();
}

void notes_json(Json& json, const std::vector<Result>& results) {
    if (std::ranges::all_of(results, [](const Result& result) { return result.notes.empty(); }))
        return;
    json.begin_array("notes");
    for (const Result& result : results) {
        for (const std::string& note : result.notes) {
            json.begin_object();
            json.text("scenario", result.scenario);
            json.text("text", note);
            json.end_object();
        }
    }
    json.end_array();
}

}  // namespace msp::app
