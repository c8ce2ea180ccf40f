// SPDX-License-Identifier: MIT
#include <msp/report/aci_advice.hpp>
#include <msp/report/aci_text.hpp>
#include <msp/report/aci_words.hpp>

#include <algorithm>
#include <string_view>

namespace msp {
namespace {

constexpr std::string_view ipa_id = "ipa";

// What is to be reached together.
struct Together {
    const AciText& text;
    const std::vector<std::size_t>& indicators;
    bool ipa;

    template <typename Part>
    [[nodiscard]] std::string joined(const char* between, Part part, std::string_view of_ipa) const {
        std::string list;
        for (const std::size_t index : indicators)
            list += (list.empty() ? "" : between) + std::string(part(text.indicators[index]));
        if (ipa)
            list += (list.empty() ? "" : between) + std::string(of_ipa);
        return list;
    }
    [[nodiscard]] std::string ids() const {
        return joined(
            " ", [](const AciIndicator& indicator) { return indicator.id; }, ipa_id);
    }
    [[nodiscard]] std::string labels(Language language) const {
        return joined(
            ", ", [language](const AciIndicator& indicator) { return indicator.label.in(language); },
            translate(tr("An IPA in the team"), language));
    }
    [[nodiscard]] std::string takes(Language language) const {
        return joined(
            " ", [language](const AciIndicator& indicator) { return indicator.takes.in(language); },
            translate(tr("An advanced practice nurse (IPA) joins the team."), language));
    }
    [[nodiscard]] Confidence confidence() const {
        Confidence least = Confidence::confirmed;
        for (const std::size_t index : indicators)
            least = std::max(least, text.indicators[index].evidence.confidence);
        return least;
    }
};

void begin_row(Rows& rows, const AciAdvised& advised) {
    rows.text(advised.result->scenario);
    rows.text(advised.result->entity().id);
    rows.integer(advised.year->paid.year);
}

void end_row(Rows& rows, const AciAdvised& advised, const Together& together) {
    rows.word(advised.year->paid.assumed ? "assumed" : id_of(together.confidence()));
    rows.end_row();
}

void next_row(Rows& rows, const AciAdvised& advised, std::int64_t rank, const AciMove& move, Money total,
              Language language) {
    const Together together{*advised.year->paid.text, move.indicators, move.ipa};
    begin_row(rows, advised);
    rows.integer(rank);
    rows.word(together.ids());
    rows.text(together.labels(language));
    rows.text(together.takes(language));
    rows.money(move.gain);
    rows.money(total);
    rows.integer(move.effort);
    end_row(rows, advised, together);
}

void target_row(Rows& rows, const AciAdvised& advised, const char* least, const std::optional<AciTarget>& found) {
    const AciTarget none;
    const AciTarget& target = found ? *found : none;
    const Together together{*advised.year->paid.text, target.indicators, target.ipa};
    begin_row(rows, advised);
    rows.money(advised.wanted.value_or(Money()));
    rows.word(least);
    rows.word(found ? "yes" : "no");
    if (found) {
        rows.integer(static_cast<std::int64_t>(target.indicators.size() + (target.ipa ? 1 : 0)));
        rows.integer(target.effort);
        rows.money(target.total);
        rows.word(together.ids());
    } else {
        for (int cell = 0; cell < 5; ++cell)
            rows.empty();
        rows.end_row();
        return;
    }
    end_row(rows, advised, together);
}

// The indicators with what each takes, under a line of figures.
std::string to_reach(const Together& together, const TextStyle& style) {
    constexpr std::size_t indent = 4;
    const std::string blanks(indent, ' ');
    std::string out;
    const auto add = [&](const std::string& name, std::string_view takes) {
        out += wrapped(blanks + name, indent, page_width(style));
        out += wrapped(blanks + "  " + std::string(takes), indent + 2, page_width(style));
    };
    for (const std::size_t index : together.indicators) {
        const AciIndicator& indicator = together.text.indicators[index];
        add(named(indicator, style.language), indicator.takes.in(style.language));
    }
    if (together.ipa)
        add(tell({tr("An IPA in the team ({id})"), {{"id", std::string(ipa_id)}}}, style),
            translate(tr("An advanced practice nurse (IPA) joins the team."), style.language));
    return out;
}

std::string advised_heading(const AciAdvised& advised, const TextStyle& style) {
    const AciRemuneration& paid = advised.year->paid;
    const char* text =
        paid.assumed ? tr("{name}, {year}: {total} by {text}, assumed") : tr("{name}, {year}: {total} by {text}");
    return heading(tell({text,
                         {{"name", aci_title(*advised.result)},
                          {"year", std::int64_t{paid.year}},
                          {"total", Cents{advised.advice.now.cents()}},
                          {"text", paid.text->id}}},
                        style),
                   style);
}

std::string target_block(const AciAdvised& advised, const char* text, const AciTarget& target, const TextStyle& style) {
    const Together together{*advised.year->paid.text, target.indicators, target.ipa};
    const auto count = static_cast<std::int64_t>(target.indicators.size() + (target.ipa ? 1 : 0));
    return tell({text, {{"n", count}, {"effort", target.effort}, {"total", Cents{target.total.cents()}}}}, style) +
           '\n' + to_reach(together, style);
}

}  // namespace

std::vector<Column> aci_next_columns(Language language) {
    return columns_of({{"scenario", tr("Scenario")},
                       {"entity", tr("Entity")},
                       {"exercise", tr("Exercise")},
                       {"rank", tr("Rank")},
                       {"indicators", tr("Indicators")},
                       {"label", tr("Label")},
                       {"takes", tr("What it takes")},
                       {"gain", tr("Gain")},
                       {"total", tr("Total")},
                       {"effort", tr("Effort")},
                       {"confidence", tr("Confidence")}},
                      language);
}

void aci_next_rows(Rows& rows, const AciAdvised& advised, Language language) {
    const AciAdvice& advice = advised.advice;
    if (!advice.missing.empty())
        next_row(rows, advised, 0,
                 {.indicators = advice.missing,
                  .ipa = false,
                  .gain = advice.with_prerequisites - advice.now,
                  .effort = advice.missing_effort},
                 advice.with_prerequisites, language);
    std::int64_t rank = 0;
    for (const AciMove& move : advice.moves)
        next_row(rows, advised, ++rank, move, advice.with_prerequisites + move.gain, language);
}

std::string aci_next_text(const AciAdvised& advised, const TextStyle& style) {
    const AciAdvice& advice = advised.advice;
    const AciText& text = *advised.year->paid.text;
    std::string out = advised_heading(advised, style);
    if (!advice.missing.empty())
        out += wrapped(tell({tr("Nothing is paid before these prerequisites are reached; with them {amount} a year:"),
                             {{"amount", Cents{advice.with_prerequisites.cents()}}}},
                            style),
                       0, page_width(style)) +
               to_reach({text, advice.missing, false}, style);
    if (advice.moves.empty())
        out += tell(tr("Everything that this text pays for is reached."), style) + '\n';
    for (const AciMove& move : advice.moves) {
        const Message gain = {advised.weighted ? tr("+{amount} a year, effort {effort}") : tr("+{amount} a year"),
                              {{"amount", Cents{move.gain.cents()}}, {"effort", move.effort}}};
        out += tell(gain, style) + '\n' + to_reach({text, move.indicators, move.ipa}, style);
    }
    return out + '\n';
}

std::vector<Column> aci_target_columns(Language language) {
    return columns_of({{"scenario", tr("Scenario")},
                       {"entity", tr("Entity")},
                       {"exercise", tr("Exercise")},
                       {"target", tr("Target")},
                       {"least", tr("Fewest of")},
                       {"reached", tr("Reached")},
                       {"count", tr("How many")},
                       {"effort", tr("Effort")},
                       {"total", tr("Total")},
                       {"indicators", tr("Indicators")},
                       {"confidence", tr("Confidence")}},
                      language);
}

void aci_target_rows(Rows& rows, const AciAdvised& advised) {
    target_row(rows, advised, "indicators", advised.by_number);
    if (advised.weighted)
        target_row(rows, advised, "effort", advised.by_effort);
}

std::string aci_target_text(const AciAdvised& advised, const TextStyle& style) {
    std::string out = advised_heading(advised, style);
    const Money wanted = advised.wanted.value_or(Money());
    if (!advised.by_number)
        return out +
               tell({tr("{wanted} a year is out of reach, whatever is reached."), {{"wanted", Cents{wanted.cents()}}}},
                    style) +
               "\n\n";
    if (advised.by_number->indicators.empty() && !advised.by_number->ipa)
        return out + tell({tr("{wanted} a year is reached already."), {{"wanted", Cents{wanted.cents()}}}}, style) +
               "\n\n";
    out += tell({tr("To reach {wanted} a year:"), {{"wanted", Cents{wanted.cents()}}}}, style) + '\n';
    out += target_block(advised, tr("the fewest, {n} to reach, pay {total}"), *advised.by_number, style);
    if (advised.weighted && advised.by_effort)
        out += target_block(advised, tr("the least effort, {effort}, pays {total}"), *advised.by_effort, style);
    return out + '\n';
}

}  // namespace msp
