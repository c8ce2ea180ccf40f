// SPDX-License-Identifier: MIT
#include <msp-aci/answer.hpp>
#include <msp-aci/explain.hpp>
#include <msp/diag/listed.hpp>
#include <msp/diag/utf8.hpp>
#include <msp/report/aci_advice.hpp>
#include <msp/report/aci_compare.hpp>
#include <msp/report/aci_json.hpp>
#include <msp/report/aci_picture.hpp>
#include <msp/report/aci_sheets.hpp>
#include <msp/report/aci_text.hpp>
#include <support/aci_years.hpp>
#include <support/answer.hpp>
#include <support/receipt.hpp>

#include <algorithm>
#include <utility>

namespace msp::app {
namespace {

bool same_line(const AciLine& one, const AciLine& other) {
    return one.reached == other.reached && one.amount == other.amount && one.missed == other.missed;
}

bool same_year(const AciYearResult& one, const AciYearResult& other) {
    return one.paid.year == other.paid.year && one.paid.text == other.paid.text && one.paid.total == other.paid.total &&
           one.paid.maximum == other.paid.maximum && one.paid.advance == other.paid.advance &&
           std::ranges::equal(one.paid.lines, other.paid.lines, same_line);
}

bool same_due(const AciDue& one, const AciDue& other) {
    return one.date == other.date && one.kind == other.kind && one.exercise == other.exercise &&
           one.amount == other.amount && one.status == other.status;
}

bool same_aci(const AciResult& one, const AciResult& other) {
    return std::ranges::equal(one.years, other.years, same_year) &&
           std::ranges::equal(one.aci.schedule().dues, other.aci.schedule().dues, same_due) &&
           one.budget.aci->efforts == other.budget.aci->efforts;
}

class AciAnswer {
 public:
    AciAnswer(Context& context, const AciSettings& settings, Cases& cases) : context_(context), settings_(settings) {
        results_.reserve(cases.count());
        while (std::optional<Case> next = cases.next())
            results_.emplace_back(std::move(*next));
    }

    Status run() {
        for (AciResult& result : results_)
            add_aci_years(result, years_of(settings_), wants_readings());
        tell_idle_scenarios();
        if (refuses_warnings(context_) || !choose_year())
            return Status::wrong_input;
        switch (settings_.ask) {
            case Ask::years:
                return show_years();
            case Ask::schedule:
                return show_schedule();
            case Ask::next:
            case Ask::target:
                return show_advice();
            case Ask::compare:
                return show_comparison();
            case Ask::explain:
                return explain_aci(context_, settings_, results_, year_);
            case Ask::rules:
                break;
        }
        return Status::done;
    }

 private:
    [[nodiscard]] bool wants_readings() const { return context_.options.format() != Format::csv; }

    [[nodiscard]] TextStyle style() const { return style_of(context_); }

    // Who asks for a scenario expects another answer; it may be of lines that only msp-forecast knows.
    void tell_idle_scenarios() {
        const AciResult& base = results_.front();
        for (const AciResult& result : results_) {
            if (&result == &base || !same_aci(base, result))
                continue;
            context_.diagnostics.warning("scenario.idle",
                                         {tr("scenario {id} changes no figure of the ACI"), {{"id", result.scenario}}},
                                         layers_of(base.budget.scenarios, result.scenario).back()->place.span,
                                         Message{tr("msp-forecast shows what it changes in the plan"), {}});
        }
    }

    // The one shown in detail: --year, else that of the as-of day, else the last.
    bool choose_year() {
        const AciResult& base = results_.front();
        if (settings_.ask == Ask::schedule)
            return has_dues(base);
        const Date as_of = context_.options.as_of().value_or(base.budget.banks.front().date);
        year_ = settings_.year.value_or(aci_year_on(base, as_of)->paid.year);
        if (base.year(year_) != nullptr)
            return true;
        std::vector<std::int16_t> years;
        for (const AciYearResult& year : base.years)
            years.push_back(year.paid.year);
        no_year(year_, years);
        return false;
    }

    void no_year(std::int16_t year, const std::vector<std::int16_t>& known) {
        const std::string years = listed(known, [](std::int16_t one) { return std::to_string(one); });
        context_.diagnostics.error("aci.year", {tr("{year} is not computed"), {{"year", std::int64_t{year}}}}, {},
                                   Message{tr("these years are: {years}"), {{"years", years}}});
    }

    bool has_dues(const AciResult& base) {
        std::vector<std::int16_t> years;
        for (const AciDue& due : base.aci.schedule().dues) {
            if (std::ranges::find(years, due.exercise) == years.end())
                years.push_back(due.exercise);
        }
        std::ranges::sort(years);
        if (!settings_.year || std::ranges::find(years, *settings_.year) != years.end())
            return true;
        no_year(*settings_.year, years);
        return false;
    }

    [[nodiscard]] Prose file_heading() const {
        return {[this] { return context_.several ? visible(context_.path) + "\n\n" : ""; }};
    }

    [[nodiscard]] Members receipt() const {
        return {[this](Json& json) { write_receipt(json, aci_program, context_); }};
    }

    // What the amounts are computed from; of every year, or of one.
    [[nodiscard]] Members years(std::optional<std::int16_t> only) const {
        return {[this, only](Json& json) {
            json.begin_array("years");
            for (const AciResult& result : results_) {
                for (const AciYearResult& year : result.years) {
                    if (!only || year.paid.year == *only)
                        aci_year_json(json, result, year, context_.language);
                }
            }
            json.end_array();
        }};
    }

    Status show_years() {
        const Language language = context_.language;
        std::vector<Part> parts = {years(settings_.year), file_heading()};
        for (const AciResult& result : results_)
            parts.emplace_back(Table{aci_overview_sheet(result, language), SheetIn::text});
        for (const AciResult& result : results_) {
            if (const AciYearResult* const year = result.year(year_))
                add_year(parts, result, *year);
        }
        parts.emplace_back(Table{aci_sheet(results_, settings_.year, language), SheetIn::csv_and_json});
        parts.emplace_back(Table{aci_schedule_sheet(results_, settings_.year, language), SheetIn::json});
        parts.emplace_back(receipt());
        answer(context_, parts);
        return Status::done;
    }

    void add_year(std::vector<Part>& parts, const AciResult& result, const AciYearResult& year) const {
        parts.emplace_back(Prose{[this, &result, &year] {
            return (results_.size() > 1 ? heading(aci_title(result), style()) : "") + aci_year_heading(year, style());
        }});
        parts.emplace_back(Pictures{[this, &year] { return std::vector{aci_picture(year.paid, style())}; }});
        const std::string name = std::to_string(year.paid.year);
        parts.emplace_back(
            Table{one_of_several(aci_year_sheet(year, context_.language), name, aci_title(result) + ", " + name),
                  SheetIn::text});
        parts.emplace_back(Prose{[this, &result, &year] { return aci_year_text(result, year, style()) + '\n'; }});
    }

    Status show_schedule() {
        answer(context_, {years(settings_.year), file_heading(),
                          Table{aci_schedule_sheet(results_, settings_.year, context_.language)}, receipt()});
        return Status::done;
    }

    [[nodiscard]] AciAdvised advised(const AciResult& result, const AciYearResult& year) const {
        const AciText& text = *year.paid.text;
        const Aci& aci = *result.budget.aci;
        std::vector<std::int64_t> efforts(text.indicators.size() + 1, aci.effort_in_euros ? 0 : 1);
        AciAdvised found{.result = &result,
                         .year = &year,
                         .advice = {},
                         .efforts = {},
                         .wanted = {},
                         .by_number = {},
                         .by_effort = {},
                         .weighted = !aci.efforts.empty(),
                         .in_euros = aci.effort_in_euros};
        for (const AciEffort& effort : aci.efforts) {
            if (effort.indicator == "ipa")
                efforts.back() = effort.weight;
            else if (const auto index = text.find(effort.indicator))
                efforts[*index] = effort.weight;
        }
        found.efforts = efforts;
        found.advice = advice(year.facts, efforts);
        if (settings_.ask == Ask::next)
            return found;
        found.wanted = settings_.target;
        found.by_number = target(year.facts, settings_.target, efforts, Least::indicators);
        found.by_effort = target(year.facts, settings_.target, efforts, Least::effort);
        return found;
    }

    Status show_advice() {
        std::vector<AciAdvised> all;
        for (const AciResult& result : results_) {
            if (const AciYearResult* year = result.year(year_))
                all.push_back(advised(result, *year));
        }
        const bool next = settings_.ask == Ask::next;
        const Language language = context_.language;
        const bool in_table = next && context_.options.format() == Format::xlsx;
        answer(context_,
               {years(year_), file_heading(),
                in_table ? Part(Table{aci_moves_sheet(all, language), SheetIn::text})
                         : Part(each(all, next ? aci_next_text : aci_target_text)),
                Table{next ? aci_next_sheet(all, language) : aci_target_sheet(all, language), SheetIn::csv_and_json},
                receipt()});
        const bool reached =
            next || std::ranges::all_of(all, [](const AciAdvised& one) { return one.by_number.has_value(); });
        return reached ? Status::done : Status::answer_is_no;
    }

    // One answer a scenario.
    template <typename Answer>
    [[nodiscard]] Prose each(const std::vector<Answer>& all,
                             std::string (*text)(const Answer&, const TextStyle&)) const {
        return {[this, &all, text] {
            std::string out;
            for (const Answer& one : all)
                out += text(one, style());
            return out;
        }};
    }

    // Nothing where a text cannot compute the year; that has been reported.
    std::optional<AciComparison> compared(const AciResult& result) {
        AciComparison comparison{.result = &result, .year = year_, .texts = {}};
        for (const std::int16_t text_of : settings_.compared) {
            std::optional<AciFacts> facts =
                aci_facts_under(result.budget, *result.law, year_, text_of, context_.diagnostics);
            if (!facts)
                return std::nullopt;
            AciRemuneration paid = remuneration(*facts);
            comparison.texts.push_back({text_of, aci_year(std::move(*facts), std::move(paid), wants_readings())});
        }
        return comparison;
    }

    Status show_comparison() {
        std::vector<AciComparison> all;
        for (const AciResult& result : results_) {
            std::optional<AciComparison> comparison = compared(result);
            if (!comparison)
                return Status::wrong_input;
            all.push_back(std::move(*comparison));
        }
        std::vector<Part> parts = {Members{[&](Json& json) { compared_years(json, all); }}, file_heading()};
        for (const AciComparison& comparison : all) {
            parts.emplace_back(Prose{[&] { return aci_comparison_heading(comparison, style()); }});
            parts.emplace_back(Table{aci_beside_sheet(comparison, context_.language), SheetIn::text});
            parts.emplace_back(Prose{[&] { return aci_comparison_notes(comparison, style()); }});
        }
        parts.emplace_back(Table{aci_comparison_sheet(all, context_.language), SheetIn::csv_and_json});
        parts.emplace_back(receipt());
        answer(context_, parts);
        return Status::done;
    }

    void compared_years(Json& json, const std::vector<AciComparison>& all) const {
        json.begin_array("years");
        for (const AciComparison& comparison : all) {
            for (const AciUnder& under : comparison.texts)
                aci_year_json(json, *comparison.result, under.year, context_.language);
        }
        json.end_array();
    }

    Context& context_;
    const AciSettings& settings_;
    std::vector<AciResult> results_;  // the base first
    std::int16_t year_ = 0;
};

}  // namespace

Status answer_aci(Context& context, const AciSettings& settings, Cases& cases) {
    return AciAnswer(context, settings, cases).run();
}

AciYears years_of(const AciSettings& settings) {
    return settings.ask == Ask::schedule ? AciYears::open : AciYears::all;
}

}  // namespace msp::app
