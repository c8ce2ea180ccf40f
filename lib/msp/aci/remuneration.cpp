// SPDX-License-Identifier: MIT
#include <msp/aci/remuneration.hpp>
#include <msp/aci/score.hpp>

#include <algorithm>

namespace msp {
namespace {

Confidence less_sure(Confidence a, Confidence b) {
    return std::max(a, b);  // from sure to unknown
}

Confidence confidence_of(const AciText& text, const AciIndicator& indicator) {
    Confidence least = less_sure(indicator.evidence.confidence, text.point_evidence.confidence);
    for (const AciTerm& term : indicator.terms)
        least = less_sure(least, term.evidence.confidence);
    return least;
}

Fulfilment fulfilment(const AciLine& line) {
    if (line.euros == Quotient())
        return Fulfilment::no;
    return line.euros < line.euros_max ? Fulfilment::partly : Fulfilment::yes;
}

AciLine line_of(const AciFacts& facts, std::size_t index) {
    const AciText& text = *facts.text;
    Score score(facts, index);
    AciLine line;
    line.indicator = index;
    line.kind = text.class_of(index, facts.rules_year);
    line.typed = facts.points[index] != nullptr;
    line.unknown = text.indicators[index].unknown() && !line.typed;
    line.due = line.typed || score.due();
    line.confidence = line.typed ? Confidence::confirmed : confidence_of(text, text.indicators[index]);
    const Worth reached = score.reached();
    const Worth maximum = score.maximum();
    line.points = reached.points;
    line.points_max = maximum.points;
    line.euros = cents_of(reached, text);
    line.euros_max = cents_of(maximum, text);
    line.reached = fulfilment(line);
    return line;
}

// Of indicators that exclude each other the best one counts once: what one that is reached takes of it, the best one
// has no more.
void share_maximum(const AciText& text, std::vector<AciLine>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::vector<std::size_t> group = text.indicators[i].excludes;
        if (group.empty() || std::ranges::min(group) < i)
            continue;  // none, or dealt with at its first
        group.push_back(i);
        std::ranges::sort(group);
        const auto by_maximum = [&](std::size_t one, std::size_t other) {
            return lines[one].euros_max < lines[other].euros_max;
        };
        const std::size_t best = *std::ranges::max_element(group, by_maximum);
        const auto taken =
            std::ranges::find_if(group, [&](std::size_t each) { return lines[each].reached != Fulfilment::no; });
        // What a line pays all the same, with points that are typed, it also has at most.
        const auto limit = [&](AciLine& line, const Quotient& points, const Quotient& euros) {
            line.points_max = std::max(line.points, points);
            line.euros_max = std::max(line.euros, euros);
        };
        for (const std::size_t each : group) {
            if (each != best && (taken == group.end() || each != *taken))
                limit(lines[each], {}, {});
        }
        if (taken != group.end() && *taken != best)
            limit(lines[best], lines[best].points_max - lines[*taken].points_max,
                  lines[best].euros_max - lines[*taken].euros_max);
    }
}

Quotient excess(std::int64_t beneficiaries, const Quotient& patients, Rate national) {
    if (patients == Quotient())
        return {};
    return std::max(Quotient(), Quotient(beneficiaries) / patients - Quotient(national));
}

Quotient majoration(const AciFacts& facts) {
    if (!facts.precarity)
        return {};
    const Quotient sum = excess(facts.precarity->c2s, facts.counts.patients, facts.precarity->c2s_national) +
                         excess(facts.precarity->ame, facts.counts.patients, facts.precarity->ame_national);
    return std::min(sum, Quotient(facts.text->precarity_cap));
}

// Rounded once, and so is the maximum; then each line its part. What lies between the two is parted the same way, so
// that a line reached in full misses nothing.
void settle(const AciFacts& facts, AciRemuneration& result) {
    std::vector<Quotient> exact;
    std::vector<Quotient> missed;
    Quotient sum;
    Quotient sum_max;
    const bool paid = result.missing.empty();
    const auto add = [&](const Quotient& euros, const Quotient& euros_max) {
        exact.push_back(paid ? euros : Quotient());
        missed.push_back(euros_max - exact.back());
        sum += exact.back();
        sum_max += euros_max;
    };
    for (const AciLine& line : result.lines)
        add(line.euros, line.euros_max);
    add(sum * result.majoration, sum_max * result.majoration);
    const Rounding rounding = facts.options.rounding;
    result.total = rounded(sum, rounding);
    result.maximum = rounded(sum_max, rounding);
    const std::vector<Money> amounts = apportioned(result.total, exact);
    const std::vector<Money> misses = apportioned(result.maximum - result.total, missed);
    for (std::size_t i = 0; i < result.lines.size(); ++i) {
        result.lines[i].amount = amounts[i];
        result.lines[i].missed = misses[i];
    }
    result.majoration_amount = amounts.back();
    result.majoration_missed = misses.back();
}

Date day_in(int year, MonthDay day) {
    return Month(year, day.month).day(day.day);
}

void advance(const AciFacts& facts, AciRemuneration& result) {
    const AciText& text = *facts.text;
    for (const AciLine& line : result.lines) {
        if (!in_advance(facts, line))
            continue;
        result.base_points += line.points_max;
        result.base += line.euros_max;
    }
    result.advance_day = day_in(facts.year, text.advance_day);
    if (facts.contract && facts.contract->fields().year == facts.year) {
        result.prorata = part_of_year(*facts.contract, facts.year, facts.options.proration);
        result.advance_day = add_months(*facts.contract, text.advance_months);
    }
    result.advance = rounded(Quotient(text.advance_rate) * result.base * result.prorata.value(), Rounding::half_up);
    result.balance_day = day_in(facts.year + 1, text.balance_day);
    result.evidence_day = facts.evidence.value_or(day_in(facts.year + 1, text.evidence_day));
}

}  // namespace

Money AciLine::most() const {
    return amount + missed;
}

Money AciRemuneration::missed() const {
    return maximum - total;
}

Money AciRemuneration::balance() const {
    return total - advance;
}

Money AciRemuneration::more_in(Money amount) const {
    return amount - total;
}

Money AciRemuneration::majoration_most() const {
    return majoration_amount + majoration_missed;
}

const Reached reached_in_full = [] {
    Reached reached;
    reached.whole = true;
    return reached;
}();

bool in_advance(const AciFacts& facts, const AciLine& line) {
    const AciIndicator& indicator = facts.text->indicators[line.indicator];
    if (indicator.condition == AciCondition::ipa && !facts.options.advance_ipa)
        return false;
    switch (line.kind) {
        case AciClass::prerequisite:
        case AciClass::socle:
            return true;
        case AciClass::conditional:
            return facts.options.advance_crisis;
        case AciClass::optional:
            break;
    }
    return false;
}

AciRemuneration remuneration(const AciFacts& facts) {
    AciRemuneration result;
    result.year = facts.year;
    result.text = facts.text;
    result.assumed = facts.assumed;
    result.lines.reserve(facts.text->indicators.size());
    for (std::size_t i = 0; i < facts.text->indicators.size(); ++i) {
        const AciLine& line = result.lines.emplace_back(line_of(facts, i));
        if (line.kind == AciClass::prerequisite && line.reached == Fulfilment::no)
            result.missing.push_back(i);
    }
    share_maximum(*facts.text, result.lines);
    for (const AciLine& line : result.lines) {
        result.points += line.points;
        result.points_max += line.points_max;
    }
    result.majoration = majoration(facts);
    settle(facts, result);
    advance(facts, result);
    return result;
}

}  // namespace msp
