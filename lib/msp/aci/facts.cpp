// SPDX-License-Identifier: MIT
#include <msp/aci/aci_people.hpp>
#include <msp/aci/fact_errors.hpp>
#include <msp/aci/facts.hpp>
#include <msp/aci/reached_statements.hpp>
#include <msp/aci/standing.hpp>
#include <msp/diag/listed.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace msp {
namespace {

bool has_amount(const AciItem& item) {
    return item.amount || item.closed || !item.received.empty();
}

// Something of the year is left to the rules: an amount, or the advance's day in the contract's first year.
bool open(const Aci& aci, const AciYear& year) {
    const bool advance = has_amount(year.advance) || year.advance_follows();
    return !advance || (!has_amount(year.balance) && !year.notified) ||
           (aci.begins_in(year.year) && !year.advance.expected);
}

// The years that are computed: from the first that says what is reached.
std::vector<const AciYear*> computed_years(const Aci& aci, AciYears which) {
    std::vector<const AciYear*> years;
    bool reached = false;
    for (const AciYear& year : aci.years) {
        reached = reached || !year.reached.empty();
        if (reached && (which == AciYears::all || open(aci, year)))
            years.push_back(&year);
    }
    return years;
}

class Builder {
 public:
    Builder(const Budget& budget, const Law& law, Diagnostics& diagnostics)
        : budget_(budget), aci_(*budget.aci), law_(law), diagnostics_(diagnostics), errors_(diagnostics) {}

    void keep(const AciYear& year) { standing_.keep(year, aci_text_of(law_, year)); }
    [[nodiscard]] const Standing& standing() const { return standing_; }
    // The text that applies to a year; null, with what is wrong, where there is none.
    [[nodiscard]] const AciText* text_of(const AciYear& year);
    [[nodiscard]] std::optional<AciFacts> facts(const AciYear& year, const AciText* text);
    // Those of `year` under another year's text and typed points.
    [[nodiscard]] std::optional<AciFacts> facts_under(const AciYear& year, const AciText* text, std::int16_t rules_year,
                                                      std::vector<const TypedPoints*> points);

 private:
    // `known` is a text known by name only; null where there is none.
    void no_text(const AciYear& year, const AciText* known);
    void fill(const AciYear& year, AciFacts& facts);
    void prerequisites(const AciYear& year, const AciFacts& facts);
    void contract(const AciYear& year, AciFacts& facts);

    const Budget& budget_;
    const Aci& aci_;
    const Law& law_;
    Diagnostics& diagnostics_;
    FactErrors errors_;
    Standing standing_;
    std::vector<std::string> forgotten_;
};

const AciText* Builder::text_of(const AciYear& year) {
    const AciText* text = aci_text_of(law_, year);
    if (text != nullptr && !text->empty())
        return text;
    no_text(year, text);
    return nullptr;
}

void Builder::no_text(const AciYear& year, const AciText* known) {
    const std::vector<std::string_view> names(law_.aci_names.begin(), law_.aci_names.end());
    if (!year.assume.empty() && known == nullptr) {
        std::optional<Message> help = did_you_mean(year.assume, names);
        errors_.add("aci.text", {tr("there is no text \"{id}\" of the ACI"), {{"id", year.assume}}},
                    year.assume_place.span,
                    help ? std::move(help) : Message{tr("there is {ids}"), {{"ids", listed(names)}}});
        return;
    }
    Message message = {tr("no text of the ACI covers {year}"), {{"year", std::int64_t{year.year}}}};
    if (known != nullptr)
        message = {tr("the amounts of {text} are not known here, so {year} cannot be computed from it"),
                   {{"text", known->id}, {"year", std::int64_t{year.year}}}};
    std::string before;  // the text before that one
    for (const std::string& name : law_.aci_names) {
        if (known != nullptr && name < known->id)
            before = std::max(before, name);
    }
    errors_.add("aci.no-rules", std::move(message), year.assume.empty() ? year.place.span : year.assume_place.span,
                before.empty()
                    ? Message{tr("type the amounts that were paid"), {}}
                    : Message{tr("type the amounts, or say which text is taken to hold: assume = \"{text}\""),
                              {{"text", before}}});
}

std::optional<AciFacts> Builder::facts(const AciYear& year, const AciText* text) {
    return facts_under(year, text, year.year, standing_.points);
}

std::optional<AciFacts> Builder::facts_under(const AciYear& year, const AciText* text, std::int16_t rules_year,
                                             std::vector<const TypedPoints*> points) {
    const std::size_t before = errors_.count();
    AciFacts facts;
    facts.year = year.year;
    facts.rules_year = rules_year;
    facts.text = text;
    const AciText* in_force = law_.aci_of(rules_year);
    facts.assumed = in_force != text;
    if (facts.assumed && in_force != nullptr && !in_force->empty())
        facts.instead_of = in_force;
    std::swap(points, standing_.points);
    fill(year, facts);
    std::swap(points, standing_.points);
    return errors_.count() == before ? std::optional(std::move(facts)) : std::nullopt;
}

void Builder::fill(const AciYear& year, AciFacts& facts) {
    facts.ipa = standing_.ipa;
    facts.crisis = year.crisis;
    facts.precarity = year.precarity;
    facts.evidence = year.evidence;
    facts.options = aci_.options;
    add_statements(year, standing_, errors_, facts);
    add_people(budget_, law_, year, standing_, errors_, facts);
    contract(year, facts);
    if (errors_.count() == 0)
        prerequisites(year, facts);
    if (facts.instead_of != nullptr && facts.rules_year == year.year)
        diagnostics_.add(
            {Severity::warning,
             "aci.assume",
             {tr("{year} has its own text, {text}; another is taken to hold instead"),
              {{"year", std::int64_t{year.year}}, {"text", facts.instead_of->reference()}}},
             year.assume_place.span,
             {},
             Message{tr("take {key} out, unless the comparison is meant"), {{"key", Term{tr("assume")}}}}});
}

// One that is said not to be reached is a fact; one that nobody mentions has most often been forgotten, and costs all.
void Builder::prerequisites(const AciYear& year, const AciFacts& facts) {
    const AciText& text = *facts.text;
    std::string forgotten;
    for (std::size_t i = 0; i < text.indicators.size(); ++i) {
        const std::string& id = text.indicators[i].id;
        const bool said = std::ranges::find(standing_.reached, id, &Reached::indicator) != standing_.reached.end();
        if (text.class_of(i, facts.rules_year) == AciClass::prerequisite && !said && facts.points[i] == nullptr)
            forgotten += (forgotten.empty() ? "" : ", ") + id;
    }
    if (forgotten.empty() || std::ranges::find(forgotten_, forgotten) != forgotten_.end())
        return;
    forgotten_.push_back(forgotten);
    diagnostics_.warning("aci.prerequisite",
                         {tr("{year} pays nothing without its prerequisites, and nothing is said of {ids}"),
                          {{"year", std::int64_t{year.year}}, {"ids", forgotten}}},
                         year.place.span, Message{tr("say what was reached, or false where it was not"), {}});
}

void Builder::contract(const AciYear& year, AciFacts& facts) {
    facts.contract = aci_.contract;
    if (!aci_.contract)
        return;
    if (aci_.contract->fields().year > year.year) {
        errors_.add("aci.contract",
                    {tr("{year} comes before the contract of {date}"),
                     {{"year", std::int64_t{year.year}}, {"date", *aci_.contract}}},
                    year.place.span, Message{tr("leave the year out, or correct the contract's date"), {}},
                    {{aci_.contract_place.span, {tr("the contract"), {}}}});
        return;
    }
    const Date from = aci_.renewed.value_or(*aci_.contract);
    const Date next = add_months(from, 12 * facts.text->contract_years);
    // Where 29 February has no anniversary the last day is the 28th.
    facts.contract_end = next.fields().day < from.fields().day ? next : next - 1;
    if (*facts.contract_end < Month(year.year, 12).last())
        diagnostics_.warning(
            "aci.contract-end",
            {tr("the contract ends on {date}, and {year} goes on beyond it"),
             {{"date", *facts.contract_end}, {"year", std::int64_t{year.year}}}},
            aci_.renewed ? aci_.renewed_place.span : aci_.contract_place.span,
            Message{tr("once it is renewed, say from when with {key}"), {{"key", Term{tr("renewed")}}}});
}

}  // namespace

const AciText* aci_text_of(const Law& law, const AciYear& year) {
    return year.assume.empty() ? law.aci_of(year.year) : law.aci_named(year.assume);
}

LawNeeds aci_needs(const Budget& budget, AciYears which) {
    LawNeeds needs;
    if (!budget.aci)
        return needs;
    const auto text = [&](std::int16_t year, const std::string& name) {
        if (name.empty())
            needs.rules.push_back({.kind = aci_rules, .year = year});
        else
            needs.rules.push_back({.kind = aci_rules, .name = name});
    };
    const std::vector<const AciYear*> computed = computed_years(*budget.aci, which);
    for (const AciYear* year : computed) {
        text(year->year, {});  // to know whether another text is an assumption
        text(year->year, year->assume);
    }
    // The days of a contract's first year are the text's, also where the amounts are typed.
    for (const AciYear& year : budget.aci->years) {
        if (budget.aci->begins_in(year.year) && !year.advance.expected)
            text(year.year, year.assume);
    }
    const auto has_profession = [](const Member& member) { return !member.trade.empty(); };
    if (!computed.empty() && std::ranges::any_of(budget.members, has_profession))
        needs.rules.push_back({.kind = profession_rules});
    // A weight may be of an indicator that only another text has.
    needs.everything = !budget.aci->efforts.empty();
    return needs;
}

std::vector<AciFacts> aci_facts(const Budget& budget, const Law& law, AciYears which, Diagnostics& diagnostics) {
    std::vector<AciFacts> all;
    if (!budget.aci)
        return all;
    const std::vector<const AciYear*> wanted = computed_years(*budget.aci, which);
    Builder builder(budget, law, diagnostics);
    for (const AciYear& year : budget.aci->years) {
        builder.keep(year);
        if (std::ranges::find(wanted, &year) == wanted.end())
            continue;
        if (const AciText* text = builder.text_of(year)) {
            if (std::optional<AciFacts> facts = builder.facts(year, text))
                all.push_back(std::move(*facts));
        }
    }
    return all;
}

std::optional<AciFacts> aci_facts_under(const Budget& budget, const Law& law, std::int16_t year, std::int16_t text_of,
                                        Diagnostics& diagnostics) {
    const std::vector<AciYear>& years = budget.aci->years;
    const auto facts_year = std::ranges::find(years, year, &AciYear::year);
    if (facts_year == years.end())
        throw std::logic_error("the facts of a year that the budget does not have");
    const auto rules_year = std::ranges::find(years, text_of, &AciYear::year);
    AciYear bare;
    bare.year = text_of;
    Builder rules(budget, law, diagnostics);
    const AciText* text = rules.text_of(rules_year == years.end() ? bare : *rules_year);
    if (text == nullptr)
        return std::nullopt;
    std::vector<const TypedPoints*> points;
    for (const AciYear& each : years) {
        rules.keep(each);
        if (each.year <= text_of && rules.standing().points_text == text)
            points = rules.standing().points;
    }
    Builder facts(budget, law, diagnostics);
    for (auto each = years.begin(); each <= facts_year; ++each)
        facts.keep(*each);
    return facts.facts_under(*facts_year, text, text_of, std::move(points));
}

}  // namespace msp
