// SPDX-License-Identifier: MIT
#include <msp-aci/rules.hpp>
#include <msp/diag/listed.hpp>
#include <msp/report/aci_rules.hpp>
#include <msp/report/text_style.hpp>
#include <msp/rules/law.hpp>
#include <support/answer.hpp>
#include <support/receipt.hpp>
#include <support/text_out.hpp>

#include <algorithm>

namespace msp::app {
namespace {

class Rules {
 public:
    Rules(Context& context, const AciSettings& settings)
        : context_(context), asked_{settings.year, settings.indicator} {}

    Status run() {
        LawNeeds needs;
        needs.everything = !asked_.year || asked_.indicator;  // another text may have the indicator
        if (asked_.year)
            needs.rules.push_back({.kind = aci_rules, .year = asked_.year});
        law_ = context_.rules.law(needs, context_.sources, context_.diagnostics);
        const bool only_check = context_.options.flag("check");
        if (law_ == nullptr || context_.diagnostics.has_errors())
            return only_check ? Status::answer_is_no : Status::wrong_input;
        if (!choose())
            return Status::wrong_input;
        if (only_check)
            tell_verdict();
        else
            show();
        return Status::done;
    }

 private:
    void tell_verdict() {
        const std::optional<std::string> folder = context_.options.value("law");
        if (folder && !context_.options.flag("quiet"))
            write_text(context_,
                       tell({tr("{file}: no problem found"), {{"file", *folder}}}, {context_.language}) + '\n');
    }

    // The texts asked for.
    bool choose() {
        for (const AciText& text : law_->aci) {
            const bool year = !asked_.year || text.holds(*asked_.year);
            if (year && (!asked_.indicator || text.find(*asked_.indicator)))
                texts_.push_back(&text);
        }
        if (!texts_.empty())
            return true;
        const AciText* of_year = asked_.year ? law_->aci_of(*asked_.year) : nullptr;
        if (asked_.year && of_year == nullptr)
            context_.diagnostics.error(
                "rules.year",
                {tr("no text of the ACI is known here for {year}"), {{"year", std::int64_t{*asked_.year}}}}, {},
                Message{tr("--rules without --year prints all of them"), {}});
        else if (of_year != nullptr && known_elsewhere())
            not_of_year(*of_year);
        else
            no_indicator();
        return false;
    }

    [[nodiscard]] bool known_elsewhere() const {
        return std::ranges::any_of(law_->aci,
                                   [&](const AciText& text) { return text.find(*asked_.indicator).has_value(); });
    }

    // An indicator of other texts, which this one does not have or whose amounts nobody has published.
    void not_of_year(const AciText& text) {
        std::vector<std::string_view> ids;
        for (const AciText& other : law_->aci) {
            if (other.find(*asked_.indicator))
                ids.push_back(other.id);
        }
        context_.diagnostics.error(
            "rules.text",
            {text.empty() ? tr("the amounts of {text}, the text of {year}, are not public: what {id} pays under "
                               "it is not known here")
                          : tr("{text}, the text of {year}, has no indicator {id}"),
             {{"text", text.id}, {"year", std::int64_t{*asked_.year}}, {"id", *asked_.indicator}}},
            {},
            Message{tr("{ids} {n:has|have} it; without --year that is printed"),
                    {{"ids", listed(ids)}, {"n", static_cast<std::int64_t>(ids.size())}}});
    }

    void no_indicator() {
        std::vector<std::string_view> known;
        for (const AciText& text : law_->aci) {
            for (const AciIndicator& indicator : text.indicators)
                known.push_back(indicator.id);
        }
        const std::string id = asked_.indicator.value_or("");
        context_.diagnostics.error(
            "rules.indicator", {tr("there is no indicator \"{id}\""), {{"id", id}}}, {},
            did_you_mean(id, known).value_or(Message{tr("--rules without --indicator prints all of them"), {}}));
    }

    void show() {
        answer(context_, {Prose{[this] { return text(); }},
                          Table{aci_rules_sheet(texts_, asked_, context_.language), SheetIn::csv},
                          Members{[this](Json& json) { write_texts(json); }},
                          Members{[this](Json& json) { write_receipt(json, aci_program, context_); }}});
    }

    [[nodiscard]] std::string text() const {
        std::string out;
        for (const AciText* text : texts_)
            out += aci_rules_text(*text, asked_, style_of(context_));
        return out;
    }

    void write_texts(Json& json) const {
        json.begin_array("texts");
        for (const AciText* text : texts_)
            aci_rules_json(json, *text, asked_, context_.language);
        json.end_array();
    }

    Context& context_;
    AciRulesAsked asked_;
    const Law* law_ = nullptr;
    std::vector<const AciText*> texts_;
};

}  // namespace

Status show_rules(Run& run, const AciSettings& settings) {
    Context context = run.context();
    Status status = Rules(context, settings).run();
    if (run.overwrites("", context.sources, context.diagnostics)) {
        run.output().discard();
        status = Status::wrong_input;
    }
    run.print(context.diagnostics, context.sources, context.language);
    return status;
}

}  // namespace msp::app
