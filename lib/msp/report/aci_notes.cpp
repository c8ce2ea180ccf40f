// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/aci_notes.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

namespace msp {
namespace {

bool unsure(Confidence confidence) {
    return confidence == Confidence::single || confidence == Confidence::inferred;
}

// Names hold commas.
std::string listed_names(const std::vector<std::string>& names, Language language) {
    return listed(names, {}, language == Language::french ? "\u00a0; " : "; ");
}

// "cases by their exact rate (case_rate = exact)": what it means, and what is typed.
std::string option_words(const char* option, Language language) {
    constexpr auto meanings = std::to_array<std::pair<std::string_view, const char*>>(
        {{"concertation_meetings = prorated", tr("fewer than six meetings in proportion")},
         {"concertation_meetings = required", tr("fewer than six meetings for nothing")},
         {"case_rate = truncated", tr("the rate of cases cut to two decimals")},
         {"case_rate = exact", tr("the exact rate of cases")},
         {"proration = days", tr("parts of a year by days")},
         {"proration = months", tr("parts of a year by months begun")},
         {"si_from = acquisition", tr("software from its acquisition")},
         {"si_from = contract", tr("software not before the contract")},
         {"concertation_date = contract", tr("concertation from the contract on")},
         {"concertation_date = year", tr("concertation of the whole year")},
         {"derogation = tree", tr("a derogation on hours leaves Saturdays and weeks to count")},
         {"derogation = full", tr("a derogation on hours pays them in full")},
         {"count = on-date", tr("members counted on a day")},
         {"count = by-days", tr("members counted by the days they are there")},
         {"advance_ipa = true", tr("an IPA in the base of the advance")},
         {"advance_ipa = false", tr("no IPA in the base of the advance")},
         {"advance_crisis = true", tr("actions in a crisis in the base of the advance")},
         {"advance_crisis = false", tr("no actions in a crisis in the base of the advance")},
         {"rounding = half-up", tr("half a cent rounded up")},
         {"rounding = half-even", tr("half a cent rounded to the even one")},
         {"rounding = down", tr("parts of a cent cut off")}});
    const auto* found =
        std::ranges::find(meanings, std::string_view(option), &std::pair<std::string_view, const char*>::first);
    const std::string typed(translate(option, language));
    return found == meanings.end() ? typed : std::string(translate(found->second, language)) + " (" + typed + ")";
}

// What a value that is not sure is one of, on a page: its id is an indicator's, or of a rule of the text.
std::string value_name(const AciText& text, const std::string& id, Language language) {
    const auto indicator = std::ranges::find(text.indicators, id, &AciIndicator::id);
    if (indicator != text.indicators.end())
        return std::string(indicator->label.in(language));
    constexpr std::array<std::pair<std::string_view, const char*>, 5> rules = {
        {{"point", tr("value of a point")},
         {"advance", tr("share of the advance")},
         {"precarity", tr("majoration for precarity")},
         {"contract", tr("years of the contract")},
         {"documents", tr("day of the documents")}}};
    const auto* rule = std::ranges::find(rules, id, &std::pair<std::string_view, const char*>::first);
    return rule == rules.end() ? id : std::string(translate(rule->second, language));
}

// Part of what is paid, or of the base of the advance.
bool is_used(const AciLine& line) {
    const bool base = line.kind == AciClass::prerequisite || line.kind == AciClass::socle;
    return !line.typed && line.due && (line.euros != Quotient() || base);
}

class Notes {
 public:
    Notes(const AciYearResult& year, Language language)
        : facts_(year.facts), paid_(year.paid), text_(*year.paid.text), language_(language), year_(year) {}

    std::vector<std::string> lines() {
        origin();
        list(tr("Points typed, not computed: {ids}."), [](const AciLine& line) { return line.typed; });
        taken_over();
        not_due();
        list(tr("Not known here, so left out of what is missed: {ids}."),
             [](const AciLine& line) { return line.unknown; });
        unsure_values(Confidence::inferred, tr("Inferred, not printed for these years: {ids}."));
        unsure_values(Confidence::single, tr("From one source that is not official: {ids}."));
        options();
        return std::move(lines_);
    }

 private:
    void add(const Message& message) { lines_.push_back(words(message, language_)); }

    void origin() {
        const std::int64_t year = paid_.year;
        if (paid_.assumed && facts_.instead_of != nullptr)
            add({tr("Assumed for {year}: {id} is taken to hold instead of {other}, which covers it."),
                 {{"year", year}, {"id", text_.label.in(language_)}, {"other", facts_.instead_of->reference()}}});
        else if (paid_.assumed)
            add({tr("Assumed for {year}: no text known here covers it, and {id} is taken to hold."),
                 {{"year", year}, {"id", text_.label.in(language_)}}});
        const std::string file = text_.file.empty() ? "" : " (" + text_.file + ")";
        add({tr("Text: {legal}; rules compared with what is public on {date}."),
             {{"legal", text_.legal + file}, {"date", text_.checked}}});
    }

    void list(const char* text, const std::function<bool(const AciLine&)>& wanted) {
        std::vector<std::string> names;
        for (const AciLine& line : paid_.lines) {
            if (wanted(line))
                names.emplace_back(text_.indicators[line.indicator].label.in(language_));
        }
        if (!names.empty())
            add({text, {{"ids", listed_names(names, language_)}}});
    }

    void taken_over() {
        std::vector<std::string> names;
        for (const std::size_t index : facts_.taken_over)
            names.emplace_back(text_.indicators[index].label.in(language_));
        if (!names.empty())
            add({tr("As in an earlier year, since nothing is said of {year}: {ids}."),
                 {{"year", std::int64_t{paid_.year}}, {"ids", listed_names(names, language_)}}});
    }

    void not_due() {
        const auto condition = [this](const AciLine& line) { return text_.indicators[line.indicator].condition; };
        const auto no_ipa = [&](const AciLine& line) { return condition(line) == AciCondition::ipa && !facts_.ipa; };
        const auto no_crisis = [&](const AciLine& line) {
            return condition(line) == AciCondition::crisis && !facts_.crisis;
        };
        list(tr("Not due without an IPA in the team: {ids}."), no_ipa);
        list(tr("Not due without a declared crisis: {ids}."), no_crisis);
        if (!facts_.precarity)
            add({tr("No majoration for precarity: the shares of the year are not typed."), {}});
        list(tr("Not paid that year: {ids}."),
             [&](const AciLine& line) { return !line.due && !no_ipa(line) && !no_crisis(line); });
    }

    void unsure_values(Confidence confidence, const char* text) {
        std::vector<std::string> names;
        for (const UncertainValue& value : uncertain_values(year_.facts, year_.paid)) {
            if (value.confidence == confidence)
                names.push_back(value_name(text_, value.id, language_));
        }
        // No amount rests on these two, but a day that is shown does.
        if (facts_.contract && text_.contract_evidence.confidence == confidence)
            names.push_back(value_name(text_, "contract", language_));
        if (!facts_.evidence && text_.evidence_day_evidence.confidence == confidence)
            names.push_back(value_name(text_, "documents", language_));
        if (!names.empty())
            add({text, {{"ids", listed_names(names, language_)}}});
    }

    void options() {
        std::vector<std::string> chosen;
        for (const char* option : chosen_options(facts_.options))
            chosen.push_back(option_words(option, language_));
        add({tr("What no text settles is computed so: {options}."), {{"options", listed(chosen)}}});
    }

    const AciFacts& facts_;
    const AciRemuneration& paid_;
    const AciText& text_;
    Language language_;
    const AciYearResult& year_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<UncertainValue> uncertain_values(const AciFacts& facts, const AciRemuneration& paid) {
    const AciText& text = *paid.text;
    std::vector<UncertainValue> found;
    const auto look = [&](std::string_view id, Confidence confidence) {
        if (unsure(confidence))
            found.push_back({std::string(id), confidence});
    };
    for (const AciLine& line : paid.lines) {
        if (is_used(line))
            look(text.indicators[line.indicator].id, line.confidence);
    }
    if (text.point != Money())
        look("point", text.point_evidence.confidence);
    look("advance", text.advance_evidence.confidence);
    if (facts.precarity)
        look("precarity", text.precarity_evidence.confidence);
    return found;
}

std::vector<std::size_t> sources_of(const AciYearResult& year) {
    const AciText& text = *year.paid.text;
    std::set<std::size_t> found;
    const auto collect = [&](const Evidence& evidence) {
        for (const Citation& citation : evidence.citations)
            found.insert(citation.source);
    };
    for (const AciLine& line : year.paid.lines) {
        if (is_used(line))
            collect(text.indicators[line.indicator].evidence);
    }
    for (const Evidence* evidence : {&text.point_evidence, &text.advance_evidence, &text.due_evidence})
        collect(*evidence);
    if (!year.facts.evidence)
        collect(text.evidence_day_evidence);
    if (year.facts.contract)
        collect(text.contract_evidence);
    if (year.facts.precarity)
        collect(text.precarity_evidence);
    return {found.begin(), found.end()};
}

std::vector<std::string> missing_notes(const AciYearResult& year, Language language) {
    std::vector<std::string> lines;
    for (const std::size_t index : year.paid.missing)
        lines.push_back(words({tr("Nothing is paid for {year}: {indicator} is a prerequisite and is not reached."),
                               {{"year", std::int64_t{year.paid.year}},
                                {"indicator", named(year.paid.text->indicators[index], language)}}},
                              language));
    return lines;
}

std::vector<std::string> aci_notes(const AciYearResult& year, Language language) {
    return Notes(year, language).lines();
}

std::vector<std::string> aci_plan_notes(const AciReckoning& aci, Language language) {
    std::vector<std::string> lines;
    for (const Settled& year : aci.years()) {
        if (year.facts == nullptr)
            continue;
        const AciFacts& facts = *year.facts;
        if (facts.assumed)
            lines.push_back(words({tr("ACI of {year}: assumed, {id} is taken to hold."),
                                   {{"year", std::int64_t{facts.year}}, {"id", facts.text->label.in(language)}}},
                                  language));
        std::vector<std::string> names;
        for (const UncertainValue& value : uncertain_values(facts, year.computed.value()))
            names.push_back(value_name(*facts.text, value.id, language));
        if (!names.empty())
            lines.push_back(words({tr("ACI of {year}: no official document confirms the values of {ids}."),
                                   {{"year", std::int64_t{facts.year}}, {"ids", listed_names(names, language)}}},
                                  language));
    }
    return lines;
}

std::vector<std::string> reading_notes(const AciYearResult& year, Language language) {
    std::vector<std::string> lines;
    const auto signed_amount = [language](Money amount) {
        return (amount.negative() ? "" : "+") + write_amount(amount, language);
    };
    for (const AciReading& reading : year.readings) {
        std::string effect;
        const Money more = reading.more(year.paid);
        const Money advance = reading.more_advance(year.paid);
        if (more != Money())
            effect += words(
                {tr("the year would pay {total} ({more})"), {{"total", reading.total}, {"more", signed_amount(more)}}},
                language);
        if (more != Money() && advance != Money())
            effect += ", ";
        if (advance != Money())
            effect += words({tr("its advance would be {advance} ({more})"),
                             {{"advance", reading.advance}, {"more", signed_amount(advance)}}},
                            language);
        if (!(reading.counts == year.facts.counts))
            effect += words({tr(", with {patients} patients and {associates} associates"),
                             {{"patients", count_figure(reading.counts.patients, language)},
                              {"associates", count_figure(reading.counts.associates, language)}}},
                            language);
        lines.push_back(
            words({tr("{option}: {effect}"), {{"option", option_words(reading.other, language)}, {"effect", effect}}},
                  language));
    }
    return lines;
}

}  // namespace msp
