// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/aci_words.hpp>

#include <string_view>
#include <utility>

namespace msp {
namespace {

std::string count_of(std::int64_t count, Language language) {
    return count_figure(Quotient(count), language);
}

// The lines of one indicator's rule.
class RuleWords {
 public:
    RuleWords(const AciText& text, std::size_t indicator, Language language)
        : text_(text), indicator_(text.indicators[indicator]), style_{language, 0, false} {}

    std::vector<std::string> lines() {
        if (indicator_.unknown())
            add({tr("what it pays is not known here: type its points"), {}});
        for (const AciTerm& term : indicator_.terms)
            term_line(term);
        step_line();
        if (indicator_.hours)
            hours_lines(*indicator_.hours);
        if (indicator_.cases)
            add({tr("× (case rate / {rate} %, at most 1) × (meetings / {meetings}, at most 1)"),
                 {{"rate", Decimal{indicator_.cases->rate.percent()}}, {"meetings", indicator_.cases->meetings}}});
        if (indicator_.themes)
            add({tr("no theme twice; at most {n} from the regional health project (PRS)"),
                 {{"n", indicator_.themes->most_regional}}});
        if (indicator_.team)
            team_line(*indicator_.team);
        proration_line();
        condition_lines();
        return std::move(lines_);
    }

 private:
    void add(const Message& message) { lines_.push_back(words(message, style_.language)); }

    [[nodiscard]] std::string value(std::int64_t points, Money euros) const {
        if (euros != Money())
            return write_amount(euros, style_.language);
        return words({tr("{points} {n:point|points}"), {{"points", count_of(points, style_.language)}, {"n", points}}},
                     style_.language);
    }

    [[nodiscard]] static const char* measure(Scale scale) {
        switch (scale) {
            case Scale::none:
                break;
            case Scale::patients:
                return tr("patients");
            case Scale::associates:
                return tr("associates");
            case Scale::list:
                return tr("patients a doctor");
        }
        return "";
    }

    // "patients up to 8,000"
    [[nodiscard]] std::string slice(const AciTerm& term) const {
        const Argument what = Term{measure(term.scale)};
        const std::string from = count_of(term.above, style_.language);
        const std::string to = count_of(term.up_to.value_or(0), style_.language);
        if (term.above == 0 && !term.up_to)
            return words({"{what}", {{"what", what}}}, style_.language);
        if (term.above == 0)
            return words({tr("({what} up to {to})"), {{"what", what}, {"to", to}}}, style_.language);
        if (!term.up_to)
            return words({tr("({what} beyond {from})"), {{"what", what}, {"from", from}}}, style_.language);
        return words({tr("({what} from {from} to {to})"), {{"what", what}, {"from", from}, {"to", to}}},
                     style_.language);
    }

    void term_line(const AciTerm& term) {
        std::string line = value(term.points, term.euros);
        if (term.scale != Scale::none)
            line += " × " + slice(term);
        if (term.each != 1)
            line += " / " + count_of(term.each, style_.language);
        if (term.most_units != 0)
            line += words({tr(" each, {n} at most"), {{"n", term.most_units}}}, style_.language);
        if (term.least_units != 0)
            line += words({tr(", from {n} on"), {{"n", term.least_units}}}, style_.language);
        if (term.evidence.confidence != indicator_.evidence.confidence)
            line += " (" + tell(name_of(term.evidence.confidence), style_) + ')';
        lines_.push_back(std::move(line));
    }

    void step_line() {
        for (const AciStep& step : indicator_.steps)
            add({&step == &indicator_.steps.back() ? tr("{n} or more: {value}") : tr("{n}: {value}"),
                 {{"n", step.units}, {"value", value(step.points, step.euros)}}});
    }

    void hours_line(const std::string& when, const AciHoursRow& row, const AciHours& hours) {
        const auto figure = [&](std::int64_t amount) {
            return hours.in_euros ? value(0, Money::from_cents(amount)) : value(amount, {});
        };
        add({tr("{when}: {open} with Saturday, {closed} without; closed up to {weeks} weeks: {open_weeks}, "
                "{closed_weeks}"),
             {{"when", when},
              {"open", figure(row.saturday)},
              {"closed", figure(row.no_saturday)},
              {"weeks", std::int64_t{hours.most_weeks}},
              {"open_weeks", figure(row.saturday_few_weeks)},
              {"closed_weeks", figure(row.no_saturday_few_weeks)}}});
    }

    void hours_lines(const AciHours& hours) {
        for (const AciHoursRow& row : hours.rows)
            hours_line(
                words({tr("open {hours} h or more"), {{"hours", Decimal{hours_of(row.minutes)}}}}, style_.language),
                row, hours);
        hours_line(tell(tr("with a derogation of the ARS"), style_), hours.derogation, hours);
        add({tr("nothing when closed more than {weeks} weeks in school holidays, or more than {outside} {outside:week|"
                "weeks} outside them, or without unscheduled care"),
             {{"weeks", std::int64_t{hours.most_weeks}}, {"outside", std::int64_t{hours.most_weeks_outside}}}});
    }

    // "12", "11.5"
    [[nodiscard]] static std::string hours_of(int minutes) {
        std::string text = decimal(Quotient(minutes, 60), 2);
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.')
            text.pop_back();
        return text;
    }

    void team_line(const AciTeam& team) {
        const std::string kinds = listed(team.one_of, [&](const ProfessionKind kind) {
            return words({name_of(kind), {}}, style_.language);
        });
        add({team.both ? tr("among the associates one of: {kinds}; and {n} different paramedical professions")
                       : tr("among the associates one of: {kinds}; or {n} different paramedical professions"),
             {{"kinds", kinds}, {"n", team.paramedical}}});
    }

    void proration_line() {
        switch (indicator_.proration) {
            case Proration::none:
                break;
            case Proration::acquisition:
                add({tr("in proportion from the first acquisition of the software to 31 December"), {}});
                break;
            case Proration::contract:
                add({tr("in proportion from the contract's date to 31 December, in its first year"), {}});
                break;
        }
    }

    void condition_lines() {
        if (indicator_.condition == AciCondition::ipa)
            add({tr("only with an IPA in the team"), {}});
        if (indicator_.condition == AciCondition::crisis)
            add({tr("only in a crisis that the authorities have declared"), {}});
        if (indicator_.with)
            add({tr("follows {ids}"), {{"ids", text_.indicators[*indicator_.with].id}}});
        list_line(tr("needs {ids}"), indicator_.needs);
        list_line(tr("brings {ids}"), indicator_.brings);
        list_line(tr("not together with {ids}"), indicator_.excludes);
        alternatives_line();
    }

    void list_line(const char* text, const std::vector<std::size_t>& indicators) {
        const std::string ids = listed(indicators, [&](const std::size_t index) { return text_.indicators[index].id; });
        if (!ids.empty())
            add({text, {{"ids", ids}}});
    }

    void alternatives_line() {
        std::string list;
        for (const AciAlternative& alternative : indicator_.one_of) {
            const std::string& id = text_.indicators[alternative.indicator].id;
            list += list.empty() ? "" : "; ";
            if (alternative.theme.empty())
                list +=
                    words({tr("{n} {n:unit|units} of {id}"), {{"n", alternative.units}, {"id", id}}}, style_.language);
            else
                list +=
                    words({tr("{id}, the only one on the theme {theme}"), {{"id", id}, {"theme", alternative.theme}}},
                          style_.language);
        }
        if (!list.empty())
            add({tr("only with one of: {list}"), {{"list", list}}});
    }

    const AciText& text_;
    const AciIndicator& indicator_;
    TextStyle style_;
    std::vector<std::string> lines_;
};

}  // namespace

std::string points_figure(const Quotient& points, Language language) {
    return write_figure(rounded(points * Quotient(100), Rounding::half_up), language);
}

std::string count_figure(const Quotient& count, Language language) {
    std::string text = points_figure(count, language);
    if (count.whole())
        text.resize(text.size() - 3);  // the decimals
    return text;
}

std::string percent_figure(const Quotient& share, Language language) {
    return points_figure(share * Quotient(100), language) + (language == Language::french ? "\u00a0%" : " %");
}

const char* name_of(AciClass kind) {
    switch (kind) {
        case AciClass::prerequisite:
            return tr("Prerequisites");
        case AciClass::socle:
            return tr("Socle");
        case AciClass::conditional:
            return tr("On condition");
        case AciClass::optional:
            break;
    }
    return tr("Optional");
}

const char* kind_name(Part kind) {
    if (kind == Part::advance)
        return tr("Advance");
    return kind == Part::recovery ? tr("Recovery") : tr("Balance");
}

const char* name_of(Fulfilment reached) {
    switch (reached) {
        case Fulfilment::no:
            break;
        case Fulfilment::partly:
            return tr("partly");
        case Fulfilment::yes:
            return tr("yes");
    }
    return tr("no");
}

std::string named(const AciIndicator& indicator, Language language) {
    return indicator.label.in(language) + " (" + indicator.id + ')';
}

std::vector<std::string> rule_lines(const AciText& text, std::size_t indicator, Language language) {
    return RuleWords(text, indicator, language).lines();
}

}  // namespace msp
