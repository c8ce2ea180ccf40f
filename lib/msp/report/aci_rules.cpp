// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/aci_rules.hpp>
#include <msp/report/aci_text.hpp>
#include <msp/report/aci_words.hpp>

#include <algorithm>
#include <set>

namespace msp {
namespace {

// A value of the text as a whole.
struct GeneralRule {
    const char* name;
    std::string rule;
    const Evidence* evidence;
};

// "30 avril"
std::string month_day(MonthDay day, Language language) {
    std::string text = write_day(Month(2000, day.month).day(day.day), language);
    text.erase(text.rfind(' '));
    return text;
}

std::vector<GeneralRule> general_rules(const AciText& text, Language language) {
    static const Evidence nothing_known = {.confidence = Confidence::unknown, .citations = {}, .note = {}};
    const auto say = [language](const Message& message) { return words(message, language); };
    if (text.empty())
        return {{tr("Rules"), say({tr("not known here: nothing is computed by it"), {}}), &nothing_known}};
    std::vector<GeneralRule> rules;
    if (text.point != Money())
        rules.push_back({tr("Point"), write_amount(text.point, language), &text.point_evidence});
    rules.push_back({tr("Advance"),
                     say({tr("{rate} % of the prerequisites and the socle at 100 %"),
                          {{"rate", Decimal{text.advance_rate.percent()}}}}),
                     &text.advance_evidence});
    rules.push_back({tr("Payment days"),
                     say({tr("advance by {advance} at the latest, in the contract's first year {months} {months:month|"
                             "months} after its date; balance by {balance} of the next year"),
                          {{"advance", month_day(text.advance_day, language)},
                           {"months", std::int64_t{text.advance_months}},
                           {"balance", month_day(text.balance_day, language)}}}),
                     &text.due_evidence});
    rules.push_back(
        {tr("Documents"),
         say({tr("with the CPAM by {day} of the next year"), {{"day", month_day(text.evidence_day, language)}}}),
         &text.evidence_day_evidence});
    rules.push_back({tr("Contract"), say({tr("{n} {n:year|years}"), {{"n", std::int64_t{text.contract_years}}}}),
                     &text.contract_evidence});
    rules.push_back({tr("Precarity"),
                     say({tr("what the shares of C2S and AME patients exceed the national ones by, each on its own; "
                             "{rate} % at most"),
                          {{"rate", Decimal{text.precarity_cap.percent()}}}}),
                     &text.precarity_evidence});
    return rules;
}

std::string exception_words(const AciText& text, const AciException& exception, Language language) {
    const TextStyle style{language, 0, false};
    const std::string& id = text.indicators[exception.indicator].id;
    const std::int64_t year = exception.year;
    if (!exception.payable)
        return tell({tr("{year}: {id} is not paid"), {{"year", year}, {"id", id}}}, style);
    return tell({tr("{year}: {id} belongs to the class {class}"),
                 {{"year", year},
                  {"id", id},
                  {"class", Term{name_of(exception.kind.value_or(text.indicators[exception.indicator].kind))}}}},
                style);
}

AciClass class_in(const AciText& text, std::size_t index, const AciRulesAsked& asked) {
    return asked.year ? text.class_of(index, *asked.year) : text.indicators[index].kind;
}

bool is_asked(const AciIndicator& indicator, const AciRulesAsked& asked) {
    return !asked.indicator || *asked.indicator == indicator.id;
}

std::string source_words(const AciText& text, const Evidence& evidence, const TextStyle& style) {
    const std::string list = cited(evidence, text.sources);
    return list + (list.empty() ? "(" : " (") + tell(name_of(evidence.confidence), style) + ')';
}

// What concerns an indicator in one year, or all exceptions to it.
std::vector<std::string> exceptions_to(const AciText& text, std::size_t index, const AciRulesAsked& asked,
                                       Language language) {
    std::vector<std::string> lines;
    for (const AciException& exception : text.exceptions) {
        if (exception.indicator == index && (!asked.year || *asked.year == exception.year))
            lines.push_back(exception_words(text, exception, language));
    }
    return lines;
}

std::vector<std::string> all_rule_lines(const AciText& text, std::size_t index, const AciRulesAsked& asked,
                                        Language language) {
    std::vector<std::string> lines = rule_lines(text, index, language);
    for (std::string& line : exceptions_to(text, index, asked, language))
        lines.push_back(std::move(line));
    return lines;
}

class RulesText {
 public:
    RulesText(const AciText& text, const AciRulesAsked& asked, const TextStyle& style)
        : text_(text), asked_(asked), style_(style) {}

    std::string render() {
        out_ = heading(text_.id + " — " + text_.label.in(style_.language), style_);
        introduction();
        for (std::size_t axis = 0; axis < text_.axes.size(); ++axis)
            axis_block(axis);
        sources();
        return std::move(out_);
    }

 private:
    [[nodiscard]] std::string tell_it(const Message& message) const { return tell(message, style_); }

    void introduction() {
        std::vector<NamedLine> lines;
        lines.push_back({tell(tr("Years"), style_),
                         text_.until
                             ? tell_it({tr("{first} to {last}"),
                                        {{"first", std::int64_t{text_.from}}, {"last", std::int64_t{*text_.until}}}})
                             : tell_it({tr("from {first} on"), {{"first", std::int64_t{text_.from}}}})});
        lines.push_back({tell(tr("Legal text"), style_), text_.legal});
        lines.push_back({tell(tr("Checked"), style_), tell_it({"{day}", {{"day", text_.checked}}})});
        if (!text_.note.in(style_.language).empty())
            lines.push_back({tell(tr("Note"), style_), text_.note.in(style_.language)});
        if (!asked_.indicator) {
            for (const GeneralRule& rule : general_rules(text_, style_.language))
                lines.push_back({tell(rule.name, style_), rule_text(rule)});
        }
        out_ += named_lines(lines, page_width(style_)) + '\n';
    }

    std::string rule_text(const GeneralRule& rule) {
        use(*rule.evidence);
        const std::string source = source_words(text_, *rule.evidence, style_);
        std::string line = rule.rule + (rule.evidence->citations.empty() ? " " : " — ") + source;
        if (const std::string& note = rule.evidence->note.in(style_.language); !note.empty())
            line += ". " + note;
        return line;
    }

    void axis_block(std::size_t axis) {
        bool first = true;
        for (std::size_t i = 0; i < text_.indicators.size(); ++i) {
            const AciIndicator& indicator = text_.indicators[i];
            if (indicator.axis != axis || !is_asked(indicator, asked_))
                continue;
            if (std::exchange(first, false))
                out_ += heading(text_.axes[axis].second.in(style_.language), style_) + '\n';
            indicator_block(i);
        }
    }

    void indicator_block(std::size_t index) {
        const AciIndicator& indicator = text_.indicators[index];
        const std::string kind = tell(name_of(class_in(text_, index, asked_)), style_);
        out_ +=
            wrapped(indicator.id + " — " + indicator.label.in(style_.language) + " — " + kind, 2, page_width(style_));
        for (const std::string& line : all_rule_lines(text_, index, asked_, style_.language))
            out_ += wrapped("    " + line, 6, page_width(style_));
        named_line(tr("Takes"), indicator.takes.in(style_.language));
        named_line(tr("Source"), source_words(text_, indicator.evidence, style_));
        named_line(tr("Note"), indicator.evidence.note.in(style_.language));
        out_ += '\n';
        use(indicator.evidence);
        for (const AciTerm& term : indicator.terms)
            use(term.evidence);
    }

    void named_line(const char* name, const std::string& line) {
        if (!line.empty())
            out_ += wrapped("    " + tell({tr("{name}: {text}"), {{"name", Term{name}}, {"text", line}}}, style_), 6,
                            page_width(style_));
    }

    void use(const Evidence& evidence) {
        for (const Citation& citation : evidence.citations)
            used_.insert(citation.source);
    }

    // Of a whole text all of them, of one indicator those it cites.
    void sources() {
        std::vector<NamedLine> lines;
        for (std::size_t i = 0; i < text_.sources.size(); ++i) {
            const LegalSource& source = text_.sources[i];
            if (!asked_.indicator || used_.contains(i))
                lines.push_back({source.id, source.title + ' ' + source.url});
        }
        if (!lines.empty())
            out_ += heading(tell(tr("Sources"), style_), style_) + named_lines(lines, page_width(style_)) + '\n';
    }

    const AciText& text_;
    const AciRulesAsked& asked_;
    const TextStyle& style_;
    std::set<std::size_t> used_;
    std::string out_;
};

std::string joined(const std::vector<std::string>& lines) {
    const std::string all = listed(lines, std::identity(), "; ");
    return all;
}

// The cells after the rule: how sure it is, and by what.
struct EvidenceCells {
    WordCell confidence;
    std::string sources;
    const std::string& note;

    EvidenceCells(const AciText& text, const Evidence& evidence, Language language)
        : confidence{id_of(evidence.confidence)},
          sources(cited(evidence, text.sources)),
          note(evidence.note.in(language)) {}
};

void rule_rows(RowSink& rows, const AciText& text, const AciRulesAsked& asked, Language language) {
    const WordCell id = {text.id};
    const std::int64_t from = text.from;
    const Cell until = text.until ? Cell(std::int64_t{*text.until}) : Cell();
    if (!asked.indicator) {
        for (const GeneralRule& rule : general_rules(text, language)) {
            const EvidenceCells by(text, *rule.evidence, language);
            rows.row({}, {id,
                          from,
                          until,
                          {},
                          {},
                          {},
                          TextCell{translate(rule.name, language)},
                          TextCell{rule.rule},
                          {},
                          by.confidence,
                          TextCell{by.sources},
                          TextCell{by.note}});
        }
    }
    for (std::size_t i = 0; i < text.indicators.size(); ++i) {
        const AciIndicator& indicator = text.indicators[i];
        if (!is_asked(indicator, asked))
            continue;
        const std::string rule = joined(all_rule_lines(text, i, asked, language));
        const EvidenceCells by(text, indicator.evidence, language);
        rows.row({}, {id, from, until, WordCell{indicator.id}, WordCell{text.axes[indicator.axis].first},
                      WordCell{id_of(class_in(text, i, asked))}, TextCell{indicator.label.in(language)}, TextCell{rule},
                      TextCell{indicator.takes.in(language)}, by.confidence, TextCell{by.sources}, TextCell{by.note}});
    }
}

}  // namespace

std::string aci_rules_text(const AciText& text, const AciRulesAsked& asked, const TextStyle& style) {
    return RulesText(text, asked, style).render();
}

Sheet aci_rules_sheet(std::span<const AciText* const> texts, const AciRulesAsked& asked, Language language) {
    return {
        "rules",
        columns_of({head::word("text", tr("Text")), head::count("from", tr("From")), head::count("until", tr("Until")),
                    head::word("indicator", tr("Indicator")), head::word("axis", tr("Axis")),
                    head::word("class", tr("Class")), head::text("label", tr("Label")), head::text("rule", tr("Rule")),
                    head::text("takes", tr("What it takes")), head::word("confidence", tr("Confidence")),
                    head::text("source", tr("Source")), head::text("note", tr("Note"))},
                   language),
        [texts, &asked, language](RowSink& rows) {
            for (const AciText* const text : texts)
                rule_rows(rows, *text, asked, language);
        }};
}

}  // namespace msp
