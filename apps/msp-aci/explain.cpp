// SPDX-License-Identifier: MIT
#include <msp-aci/explain.hpp>
#include <msp/report/aci_json.hpp>
#include <msp/report/aci_text.hpp>
#include <msp/report/aci_words.hpp>
#include <msp/report/question.hpp>
#include <msp/report/steps.hpp>
#include <support/answer.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <string_view>

namespace msp::app {
namespace {

// "equipe.protocoles@2025", "total"
struct Question {
    std::string what;
    std::optional<std::int16_t> year;  // absent where what is named is no year
};

// `usual`: the year where none is named.
Question parsed(const std::string& text, std::int16_t usual) {
    const std::optional<Request> request = parse_request(text);
    if (!request)
        return {text.substr(0, text.rfind('@')), std::nullopt};
    const bool indicator = request->what.find('.') != std::string::npos;
    Question question{indicator ? request->what : with_english_part(request->what), usual};
    if (!request->period)
        return question;
    question.year.reset();
    if (request->period->grid == Grid::year)
        question.year = static_cast<std::int16_t>(request->period->days.first.fields().year);
    return question;
}

// The answer for one scenario.
struct Explanation {
    const AciResult* result;
    const AciYearResult* year;
    std::optional<std::size_t> indicator;
    Trace trace;
};

class Explainer {
 public:
    Explainer(Context& context, const AciSettings& settings, const std::vector<AciResult>& results, std::int16_t year)
        : context_(context), results_(results), text_(settings.explain), question_(parsed(settings.explain, year)) {}

    Status run() {
        for (const AciResult& result : results_) {
            if (!explain(result))
                return Status::wrong_input;
        }
        answer(context_, {Prose{[this] { return text(); }}, Members{[this](Json& json) { write(json); }},
                          Members{[this](Json& json) { write_receipt(json, aci_program, context_); }}});
        return Status::done;
    }

 private:
    bool explain(const AciResult& result) {
        const AciYearResult* year = question_.year ? result.year(*question_.year) : nullptr;
        if (year == nullptr) {
            unknown(nullptr);
            return false;
        }
        Explanation explanation{&result, year, year->paid.text->find(question_.what), {}};
        if (explanation.indicator)
            explain_indicator(year->facts, *explanation.indicator, explanation.trace);
        else if (question_.what == "total")
            explain_total(year->facts, explanation.trace);
        else if (question_.what == "advance")
            explain_advance(year->facts, explanation.trace);
        else {
            unknown(year->paid.text);
            return false;
        }
        explanations_.push_back(std::move(explanation));
        return true;
    }

    void unknown(const AciText* text) {
        std::vector<std::string_view> known = {"total", "advance"};
        if (text != nullptr) {
            for (const AciIndicator& indicator : text->indicators)
                known.push_back(indicator.id);
        }
        std::optional<Message> help = text == nullptr ? std::nullopt : did_you_mean(question_.what, known);
        if (!help)
            help = {tr("ask for an indicator (equipe.protocoles), total or advance, or one of a year that is computed "
                       "(total@2025)"),
                    {}};
        context_.diagnostics.error("explain.unknown",
                                   {tr("--explain finds nothing called \"{text}\""), {{"text", text_}}}, {},
                                   std::move(help));
    }

    [[nodiscard]] std::string name_of(const Explanation& explanation) const {
        const AciText& text = *explanation.year->paid.text;
        const TextStyle style{context_.language, 0, false};
        if (explanation.indicator)
            return named(text.indicators[*explanation.indicator], context_.language);
        return tell(question_.what == "total" ? tr("Remuneration of the year") : tr("Advance"), style);
    }

    [[nodiscard]] static Money amount_of(const Explanation& explanation) {
        const std::vector<Step>& steps = explanation.trace.steps();
        return steps.empty() ? Money() : steps.back().result.value_or(Money());
    }

    [[nodiscard]] std::string text() const {
        const TextStyle style = style_of(context_);
        std::string out;
        for (const Explanation& explanation : explanations_) {
            if (explanations_.size() > 1)
                out += heading(aci_title(*explanation.result), style);
            out += heading(tell({tr("{name}, {year}: {amount}"),
                                 {{"name", name_of(explanation)},
                                  {"year", std::int64_t{explanation.year->paid.year}},
                                  {"amount", amount_of(explanation)}}},
                                style),
                           style);
            out +=
                steps_text(explanation.trace.steps(), context_.sources, style) + rule_text(explanation, style) + '\n';
        }
        return out;
    }

    // What the text says of an indicator.
    static std::string rule_text(const Explanation& explanation, const TextStyle& style) {
        if (!explanation.indicator)
            return "";
        const AciText& text = *explanation.year->paid.text;
        const AciIndicator& indicator = text.indicators[*explanation.indicator];
        std::vector<NamedLine> lines;
        for (const std::string& line : rule_lines(text, *explanation.indicator, style.language))
            lines.push_back({lines.empty() ? tell(tr("Rule"), style) : "", line});
        lines.push_back({tell(tr("Takes"), style), indicator.takes.in(style.language)});
        if (const std::string& note = indicator.evidence.note.in(style.language); !note.empty())
            lines.push_back({tell(tr("Note"), style), note});
        return named_lines(lines, page_width(style));
    }

    void write(Json& json) const {
        json.begin_array("explanations");
        for (const Explanation& explanation : explanations_) {
            json.begin_object();
            json.text("scenario", explanation.result->scenario);
            json.integer("exercise", explanation.year->paid.year);
            json.text("what", question_.what);
            json.text("label", name_of(explanation));
            json.money("amount", amount_of(explanation));
            steps_json(json, explanation.trace.steps(), context_.sources, context_.language);
            json.end_object();
        }
        json.end_array();
        json.begin_array("years");
        for (const Explanation& explanation : explanations_)
            aci_year_json(json, *explanation.result, *explanation.year, context_.language);
        json.end_array();
    }

    Context& context_;
    const std::vector<AciResult>& results_;
    std::string text_;
    Question question_;
    std::vector<Explanation> explanations_;
};

}  // namespace

Status explain_aci(Context& context, const AciSettings& settings, const std::vector<AciResult>& results,
                   std::int16_t year) {
    return Explainer(context, settings, results, year).run();
}

}  // namespace msp::app
