// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/lines/aids.hpp>
#include <msp/lines/lines.hpp>

#include <utility>

namespace msp {
namespace {

Term list_name(AidList list) {
    constexpr std::array names = {tr("below P90"), tr("from P90 to P94"), tr("P95 or more")};
    return {names.at(static_cast<std::size_t>(list))};
}

void explain(const Aid& aid, const AidTerms& terms, const AidAmounts& amounts, const GrantAid& facts,
             const ContractYear& year, Money amount, Trace& trace) {
    trace.clear();
    trace.step({tr("year {n} of the contract, from {first} to {last}"),
                {{"n", std::int64_t{year.number}}, {"first", year.first}, {"last", year.last}}},
               std::nullopt, facts.contract_place.span);
    trace.step({tr("rule: {text}, {sources} ({confidence})"),
                {{"text", aid.id},
                 {"sources", cited(amounts.evidence, aid.sources)},
                 {"confidence", Term{name_of(amounts.evidence.confidence)}}}},
               std::nullopt);
    if (terms.from)
        trace.step({tr("the terms of {from} are in force on {first}"), {{"from", *terms.from}, {"first", year.first}}},
                   std::nullopt);
    else if (aid.terms.size() > 1)
        trace.step({tr("the terms of {from} are not yet in force on {first}"),
                    {{"from", aid.terms[1].from.value_or(Date())}, {"first", year.first}}},
                   std::nullopt);
    trace.step({tr("{fte} FTE, a doctor's list {list}"),
                {{"fte", std::string(id_of(amounts.fte))}, {"list", list_name(amounts.list)}}},
               amount, facts.fte_place.span);
    trace.step({tr("no text says on which day it is paid: taken to be the last day of that year"), {}}, std::nullopt);
}

class Check {
 public:
    Check(const Law& law, const GrantAid& facts, Diagnostics& diagnostics)
        : law_(law), facts_(facts), diagnostics_(diagnostics) {}

    void run() {
        const Aid* aid = law_.aid_named(facts_.id);
        if (aid == nullptr)
            return absent();
        if (aid->terms.empty())
            return error("aid.unknown", {tr("what {id} pays is not known here"), {{"id", aid->id}}}, facts_.place,
                         Message{tr("type its amount, and when it is paid, instead of aid"), {}});
        if (!facts_.contract)
            error("aid.contract", {tr("{id} is paid by the years of its contract"), {{"id", aid->id}}}, facts_.place,
                  Message{tr("say when it began: contract = 2025-09-01"), {}});
        if (facts_.fte)
            offered(*aid, *facts_.fte);
        else
            error("aid.fte", {tr("{id} depends on the part of a full-time job"), {{"id", aid->id}}}, facts_.place,
                  Message{tr("say it: fte = \"1/2\"; there is {ids}"), {{"ids", parts(*aid)}}});
    }

 private:
    void error(const char* id, Message message, const Place& place, std::optional<Message> help) {
        diagnostics_.error(id, std::move(message), place.span, std::move(help));
    }

    void absent() {
        const std::vector<std::string_view> known(law_.aid_names.begin(), law_.aid_names.end());
        const std::string ids = listed(known);
        error("aid.absent", {tr("there is no aid \"{id}\""), {{"id", facts_.id}}}, facts_.place,
              did_you_mean(facts_.id, known).value_or(Message{tr("there is {ids}"), {{"ids", ids}}}));
    }

    static std::string titles(const Evidence& evidence, const Aid& aid) {
        const std::string list = listed(
            evidence.citations, [&](const Citation& citation) { return aid.sources[citation.source].title; }, "; ");
        return list;
    }

    static std::string parts(const Aid& aid) {
        std::string ids;
        for (const AidFte fte : {AidFte::whole, AidFte::half, AidFte::third}) {
            if (aid.terms.front().find(fte, AidList::below_p90) != nullptr)
                ids += (ids.empty() ? "" : ", ") + std::string(id_of(fte));
        }
        return ids;
    }

    void offered(const Aid& aid, AidFte fte) {
        const std::string id(id_of(fte));
        if (aid.terms.front().find(fte, facts_.list) == nullptr)
            error("aid.fte", {tr("{id} does not pay for {fte} FTE"), {{"id", aid.id}, {"fte", id}}}, facts_.fte_place,
                  Message{tr("there is {ids}"), {{"ids", parts(aid)}}});
        const AidClosing* closing = aid.closing(fte);
        if (closing == nullptr || !facts_.contract || *facts_.contract < closing->from)
            return;
        diagnostics_.error(
            "aid.closed",
            {tr("for {fte} FTE no contract can begin from {date} on"), {{"fte", id}, {"date", closing->from}}},
            facts_.contract_place.span, Message{tr("source: {sources}"), {{"sources", titles(closing->evidence, aid)}}},
            {{facts_.fte_place.span, {tr("the part of a full-time job"), {}}}});
    }

    const Law& law_;
    const GrantAid& facts_;
    Diagnostics& diagnostics_;
};

}  // namespace

ContractYear contract_year(Date contract, int number) {
    return {number, add_months(contract, 12 * (number - 1)), add_months(contract, 12 * number) - 1};
}

std::optional<Money> aid_amount(const Law& law, const GrantAid& aid, const ContractYear& year, Trace* trace) {
    const Aid* rules = law.aid_named(aid.id);
    const AidTerms* terms = rules != nullptr ? rules->terms_on(year.first) : nullptr;
    const AidAmounts* amounts = terms != nullptr && aid.fte ? terms->find(*aid.fte, aid.list) : nullptr;
    const std::optional<Money> amount = amounts != nullptr ? amounts->of_year(year.number) : std::nullopt;
    if (trace != nullptr && amount)
        explain(*rules, *terms, *amounts, aid, year, *amount, *trace);
    return amount;
}

void check_aid(const Law& law, const GrantAid& aid, Diagnostics& diagnostics) {
    Check(law, aid, diagnostics).run();
}

LawNeeds grant_needs(const Budget& budget) {
    LawNeeds needs;
    for (const Grant& grant : budget.grants) {
        if (grant.aid)
            needs.rules.push_back({.kind = aid_rules, .name = grant.aid->id});
    }
    return needs;
}

}  // namespace msp
