// SPDX-License-Identifier: MIT
#include <msp/aci/readings.hpp>

#include <array>

namespace msp {
namespace {

struct Choice {
    const char* text;
    bool (*holds)(const AciOptions& options);
    void (*take)(AciOptions& options);
};

template <auto member, auto value>
constexpr Choice choice(const char* text) {
    return {text, [](const AciOptions& options) { return options.*member == value; },
            [](AciOptions& options) { options.*member = value; }};
}

// The choices of one option stand together.
constexpr auto choices = std::to_array<std::array<Choice, 3>>({
    {choice<&AciOptions::meetings, MeetingsRule::prorated>(tr("concertation_meetings = prorated")),
     choice<&AciOptions::meetings, MeetingsRule::required>(tr("concertation_meetings = required"))},
    {choice<&AciOptions::case_rate, CaseRateRule::truncated>(tr("case_rate = truncated")),
     choice<&AciOptions::case_rate, CaseRateRule::exact>(tr("case_rate = exact"))},
    {choice<&AciOptions::proration, ProrationUnit::days>(tr("proration = days")),
     choice<&AciOptions::proration, ProrationUnit::months>(tr("proration = months"))},
    {choice<&AciOptions::software, SoftwareFrom::acquisition>(tr("si_from = acquisition")),
     choice<&AciOptions::software, SoftwareFrom::contract>(tr("si_from = contract"))},
    {choice<&AciOptions::concertation, ConcertationFrom::contract>(tr("concertation_date = contract")),
     choice<&AciOptions::concertation, ConcertationFrom::year>(tr("concertation_date = year"))},
    {choice<&AciOptions::derogation, DerogationRule::tree>(tr("derogation = tree")),
     choice<&AciOptions::derogation, DerogationRule::full>(tr("derogation = full"))},
    {choice<&AciOptions::counting, Counting::on_date>(tr("count = on-date")),
     choice<&AciOptions::counting, Counting::by_days>(tr("count = by-days"))},
    {choice<&AciOptions::advance_ipa, true>(tr("advance_ipa = true")),
     choice<&AciOptions::advance_ipa, false>(tr("advance_ipa = false"))},
    {choice<&AciOptions::advance_crisis, true>(tr("advance_crisis = true")),
     choice<&AciOptions::advance_crisis, false>(tr("advance_crisis = false"))},
    {choice<&AciOptions::rounding, Rounding::half_up>(tr("rounding = half-up")),
     choice<&AciOptions::rounding, Rounding::half_even>(tr("rounding = half-even")),
     choice<&AciOptions::rounding, Rounding::toward_zero>(tr("rounding = down"))},
});

const char* chosen_of(const std::array<Choice, 3>& option, const AciOptions& options) {
    for (const Choice& choice : option) {
        if (choice.text != nullptr && choice.holds(options))
            return choice.text;
    }
    return "";
}

// The facts by another choice; nothing else of them depends on it but how members are counted.
AciFacts taken(const AciFacts& facts, const Choice& choice) {
    AciFacts other = facts;
    choice.take(other.options);
    if (other.options.counting != facts.options.counting && facts.otherwise)
        other.counts = *facts.otherwise;
    return other;
}

}  // namespace

Money AciReading::more(const AciRemuneration& paid) const {
    return total - paid.total;
}

Money AciReading::more_advance(const AciRemuneration& paid) const {
    return advance - paid.advance;
}

std::vector<const char*> chosen_options(const AciOptions& options) {
    std::vector<const char*> texts;
    for (const auto& option : choices)
        texts.push_back(chosen_of(option, options));
    return texts;
}

std::vector<AciReading> other_readings(const AciFacts& facts, const AciRemuneration& paid) {
    std::vector<AciReading> found;
    for (const auto& option : choices) {
        for (const Choice& choice : option) {
            if (choice.text == nullptr || choice.holds(facts.options))
                continue;
            const AciFacts other = taken(facts, choice);
            const AciRemuneration result = remuneration(other);
            if (result.total != paid.total || result.advance != paid.advance)
                found.push_back(
                    {chosen_of(option, facts.options), choice.text, other.counts, result.total, result.advance});
        }
    }
    return found;
}

}  // namespace msp
