// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/aci_advice.hpp>
#include <msp/report/aci_text.hpp>
#include <msp/report/aci_words.hpp>

#include <algorithm>
#include <array>
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

WordCell confidence_word(const AciAdvised& advised, const Together& together) {
    return {advised.year->paid.assumed ? "assumed" : id_of(together.confidence())};
}

// A weight and a cost are two columns, of which one is empty.
Cell effort_cell(const AciAdvised& advised, std::int64_t effort) {
    return advised.in_euros ? Cell() : Cell(effort);
}
Cell cost_cell(const AciAdvised& advised, std::int64_t effort) {
    return advised.in_euros ? Cell(Money::from_cents(effort)) : Cell();
}

constexpr std::array<std::string_view, 6> piece_ids = {"unit", "meeting", "case", "hours", "saturday", "holidays"};

// What is missing of the prerequisites, which is reached together.
AciMove prerequisites_of(const AciAdvice& advice) {
    return {.indicators = advice.missing,
            .ipa = false,
            .gain = advice.missing_gain(),
            .effort = advice.missing_effort,
            .pieces = {},
            .shown = false};
}

void next_row(RowSink& rows, const AciAdvised& advised, std::int64_t rank, const AciMove& move, Money total,
              Language language) {
    const Together together{*advised.year->paid.text, move.indicators, move.ipa};
    const std::string ids = together.ids();
    const std::string labels = together.labels(language);
    const std::string takes = together.takes(language);
    const auto best = std::ranges::max_element(move.pieces, {}, &AciPiece::gain);
    const bool piece = best != move.pieces.end();
    rows.row({}, {TextCell{advised.result->scenario}, TextCell{advised.result->entity().id},
                  std::int64_t{advised.year->paid.year}, rank, WordCell{ids}, TextCell{labels}, TextCell{takes},
                  move.gain, total, effort_cell(advised, move.effort), confidence_word(advised, together),
                  WordCell{move.shown ? "yes" : "no"},
                  piece ? Cell(WordCell{piece_ids.at(static_cast<std::size_t>(best->kind))}) : Cell(),
                  piece ? Cell(best->gain) : Cell(), cost_cell(advised, move.effort)});
}

void next_rows(RowSink& rows, const AciAdvised& advised, Language language) {
    const AciAdvice& advice = advised.advice;
    if (!advice.missing.empty())
        next_row(rows, advised, 0, prerequisites_of(advice), advice.with_prerequisites, language);
    std::int64_t rank = 0;
    for (const AciMove& move : advice.moves)
        next_row(rows, advised, ++rank, move, advice.total_with(move), language);
}

// "4900.00 6300.00", in the order of the indicators.
std::string gains_of(const AciTarget& target) {
    return listed(
        target.gains, [&](const Money gain) { return plain(gain); }, " ");
}

void target_row(RowSink& rows, const AciAdvised& advised, const char* least, const std::optional<AciTarget>& found) {
    const Cell scenario = TextCell{advised.result->scenario};
    const Cell entity = TextCell{advised.result->entity().id};
    const std::int64_t year = advised.year->paid.year;
    const Money wanted = advised.wanted.value_or(Money());
    if (!found) {
        rows.row({}, {scenario, entity, year, wanted, WordCell{least}, WordCell{"no"}, {}, {}, {}, {}, {}, {}, {}, {}});
        return;
    }
    const AciTarget& target = *found;
    const Together together{*advised.year->paid.text, target.indicators, target.ipa};
    const std::string ids = together.ids();
    const std::string gains = gains_of(target);
    rows.row({}, {scenario, entity, year, wanted, WordCell{least}, WordCell{"yes"},
                  static_cast<std::int64_t>(target.indicators.size() + (target.ipa ? 1 : 0)),
                  effort_cell(advised, target.effort), target.total, WordCell{ids}, confidence_word(advised, together),
                  WordCell{gains}, target.unlocked, cost_cell(advised, target.effort)});
}

constexpr std::size_t name_indent = 4;

std::string indented(const std::string& text, std::size_t by, const TextStyle& style) {
    return wrapped(std::string(by, ' ') + text, by, page_width(style));
}

// The indicators with what each takes, under a line of figures; `figures` stand behind their names.
std::string to_reach(const Together& together, const std::vector<std::string>& figures, const TextStyle& style) {
    std::string out;
    const auto add = [&](std::string name, std::size_t which, std::string_view takes) {
        name += which < figures.size() ? std::string(colon(style)) + figures[which] : "";
        out += indented(name, name_indent, style);
        out += indented(std::string(takes), name_indent + 2, style);
    };
    std::size_t which = 0;
    for (const std::size_t index : together.indicators) {
        const AciIndicator& indicator = together.text.indicators[index];
        add(named(indicator, style.language), which++, indicator.takes.in(style.language));
    }
    if (together.ipa)
        add(tell({tr("An IPA in the team ({id})"), {{"id", std::string(ipa_id)}}}, style), which,
            translate(tr("An advanced practice nurse (IPA) joins the team."), style.language));
    return out;
}

// "+4,900.00 a year, effort 3", with a cost where the weights are euros.
std::string gain_figure(const AciAdvised& advised, Money gain, std::int64_t effort, const TextStyle& style) {
    const char* text = !advised.weighted  ? tr("+{amount} a year")
                       : advised.in_euros ? tr("+{amount} a year, cost {cost}")
                                          : tr("+{amount} a year, effort {effort}");
    return tell({text, {{"amount", gain}, {"effort", effort}, {"cost", Money::from_cents(effort)}}}, style);
}

Message piece_words(const AciPiece& piece) {
    const auto said = [&](const char* text) {
        return Message{
            text, {{"then", piece.then}, {"now", piece.now}, {"hours", Decimal{decimal(Quotient(piece.then, 60), 0)}}}};
    };
    switch (piece.kind) {
        case PieceKind::unit:
            return said(piece.then == piece.now + 1 ? tr("one more, {then}") : tr("{then} instead of {now}"));
        case PieceKind::meeting:
            return said(tr("one more meeting, {then}"));
        case PieceKind::study:
            return said(tr("one more case, {then}"));
        case PieceKind::hours:
            return said(tr("open {hours} hours a weekday"));
        case PieceKind::saturday:
            return said(tr("open on Saturday"));
        case PieceKind::holidays:
            break;
    }
    return said(tr("open throughout the school holidays"));
}

std::string move_block(const AciAdvised& advised, const AciMove& move, const TextStyle& style) {
    std::string out = gain_figure(advised, move.gain, move.effort, style) + '\n' +
                      to_reach({*advised.year->paid.text, move.indicators, move.ipa}, {}, style);
    for (const AciPiece& piece : move.pieces) {
        if (piece.gain != move.gain)
            out +=
                indented("- " + tell({tr("{piece}: +{amount} a year"),
                                      {{"piece", words(piece_words(piece), style.language)}, {"amount", piece.gain}}},
                                     style),
                         name_indent + 2, style);
    }
    return out;
}

std::string advised_title(const AciAdvised& advised, Language language) {
    const AciRemuneration& paid = advised.year->paid;
    const char* text =
        paid.assumed ? tr("{name}, {year}: {total} by {text}, assumed") : tr("{name}, {year}: {total} by {text}");
    return words({text,
                  {{"name", aci_title(*advised.result)},
                   {"year", std::int64_t{paid.year}},
                   {"total", advised.advice.now},
                   {"text", paid.text->label.in(language)}}},
                 language);
}

std::string advised_heading(const AciAdvised& advised, const TextStyle& style) {
    return heading(advised_title(advised, style.language), style);
}

// What is reached together, then its parts that pay by themselves.
void move_rows(RowSink& rows, const AciAdvised& advised, const AciMove& move, Language language) {
    const Together together{*advised.year->paid.text, move.indicators, move.ipa};
    const std::string labels = together.labels(language);
    const std::string takes = together.takes(language);
    rows.row({}, {TextCell{labels}, TextCell{takes}, move.gain,
                  advised.weighted ? effort_cell(advised, move.effort) : Cell(),
                  advised.weighted ? cost_cell(advised, move.effort) : Cell()});
    for (const AciPiece& piece : move.pieces) {
        const std::string said = words(piece_words(piece), language);
        if (piece.gain != move.gain)
            rows.row({.kind = RowKind::aside, .level = 1}, {TextCell{said}, {}, piece.gain, {}, {}});
    }
}

void moves_rows(RowSink& rows, const AciAdvised& advised, Language language) {
    const AciAdvice& advice = advised.advice;
    Block block = {advised_title(advised, language), {}};
    if (!advised.weighted || advised.in_euros)
        block.without.emplace_back("effort");
    if (!advised.weighted || !advised.in_euros)
        block.without.emplace_back("cost");
    rows.begin(block);
    if (!advice.missing.empty())
        move_rows(rows, advised, prerequisites_of(advice), language);
    for (const AciMove& move : advice.moves)
        move_rows(rows, advised, move, language);
    if (!advice.missing.empty())
        rows.note(translate(tr("Nothing is paid before the prerequisites of the first row are reached."), language));
    if (advice.moves.empty())
        rows.note(translate(tr("Everything that this text pays for is reached."), language));
    if (const auto shown = std::ranges::count_if(advice.moves, &AciMove::shown); shown != 0)
        rows.note(
            words({tr("The professions of the associates show the first {n}, and nobody says that it is reached."),
                   {{"n", static_cast<std::int64_t>(shown)}}},
                  language));
}

std::string target_block(const AciAdvised& advised, const char* text, const AciTarget& target, const TextStyle& style) {
    const Together together{*advised.year->paid.text, target.indicators, target.ipa};
    std::vector<std::string> figures;
    for (std::size_t i = 0; i < target.gains.size(); ++i) {
        const std::size_t which = i < target.indicators.size() ? target.indicators[i] : advised.efforts.size() - 1;
        figures.push_back(gain_figure(advised, target.gains[i], advised.efforts[which], style));
    }
    std::string out = wrapped(words({text,
                                     {{"n", static_cast<std::int64_t>(target.gains.size())},
                                      {"effort", target.effort},
                                      {"cost", Money::from_cents(target.effort)},
                                      {"total", target.total}}},
                                    style.language),
                              name_indent, style.width) +
                      to_reach(together, figures, style);
    if (target.unlocked != Money())
        out += indented(tell({tr("What is reached already, and paid only with these: +{amount} a year"),
                              {{"amount", target.unlocked}}},
                             style),
                        name_indent, style);
    return out;
}

}  // namespace

Sheet aci_next_sheet(std::span<const AciAdvised> advised, Language language) {
    return {"next",
            columns_of({head::text("scenario", tr("Scenario")), head::text("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")), head::count("rank", tr("Rank")),
                        head::word("indicators", tr("Indicators")), head::text("label", tr("Label")),
                        head::text("takes", tr("What it takes")), head::money("gain", tr("Gain")),
                        head::money("total", tr("Total")), head::count("effort", tr("Effort")),
                        head::word("confidence", tr("Confidence")), head::word("shown", tr("Shown by the team")),
                        head::word("piece", tr("Missing piece")), head::money("piece_gain", tr("Its gain")),
                        head::money("cost", tr("Cost"))},
                       language),
            [advised, language](RowSink& rows) {
                for (const AciAdvised& one : advised)
                    next_rows(rows, one, language);
            }};
}

Sheet aci_moves_sheet(std::span<const AciAdvised> advised, Language language) {
    return {"next",
            columns_of({head::text("label", tr("Indicator")), head::text("takes", tr("What it takes")),
                        head::money("gain", tr("Gain")).headed(tr("Gain a year")).strong(),
                        head::count("effort", tr("Effort")), head::money("cost", tr("Cost"))},
                       language),
            [advised, language](RowSink& rows) {
                for (const AciAdvised& one : advised)
                    moves_rows(rows, one, language);
            }};
}

std::string aci_next_text(const AciAdvised& advised, const TextStyle& style) {
    const AciAdvice& advice = advised.advice;
    const AciText& text = *advised.year->paid.text;
    std::string out = advised_heading(advised, style);
    if (!advice.missing.empty())
        out += wrapped(tell({tr("Nothing is paid before these prerequisites are reached; with them {amount} a year:"),
                             {{"amount", advice.with_prerequisites}}},
                            style),
                       0, page_width(style)) +
               to_reach({text, advice.missing, false}, {}, style);
    if (advice.moves.empty())
        out += tell(tr("Everything that this text pays for is reached."), style) + '\n';
    const auto shown = std::ranges::count_if(advice.moves, &AciMove::shown);
    if (shown != 0)
        out += wrapped(
            tell({tr("The professions of the associates show this, and nobody says that it is reached:"), {}}, style),
            0, page_width(style));
    for (std::size_t i = 0; i < advice.moves.size(); ++i) {
        if (shown != 0 && static_cast<std::ptrdiff_t>(i) == shown)
            out += tell(tr("What to reach next:"), style) + '\n';
        out += move_block(advised, advice.moves[i], style);
    }
    return out + '\n';
}

Sheet aci_target_sheet(std::span<const AciAdvised> advised, Language language) {
    return {"target",
            columns_of({head::text("scenario", tr("Scenario")), head::text("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")), head::money("target", tr("Target")),
                        head::word("least", tr("Fewest of")), head::word("reached", tr("Reached")),
                        head::count("count", tr("How many")), head::count("effort", tr("Effort")),
                        head::money("total", tr("Total")), head::word("indicators", tr("Indicators")),
                        head::word("confidence", tr("Confidence")), head::word("gains", tr("Gains")),
                        head::money("unlocked", tr("Paid only with these")), head::money("cost", tr("Cost"))},
                       language),
            [advised](RowSink& rows) {
                for (const AciAdvised& one : advised) {
                    target_row(rows, one, "indicators", one.by_number);
                    if (one.weighted)
                        target_row(rows, one, "effort", one.by_effort);
                }
            }};
}

std::string aci_target_text(const AciAdvised& advised, const TextStyle& style) {
    std::string out = advised_heading(advised, style);
    const Money wanted = advised.wanted.value_or(Money());
    if (!advised.by_number)
        return out +
               wrapped(words({tr("{wanted} a year is out of reach, whatever is reached."), {{"wanted", wanted}}},
                             style.language),
                       0, style.width) +
               '\n';
    if (advised.by_number->indicators.empty() && !advised.by_number->ipa)
        return out +
               wrapped(words({tr("{wanted} a year is reached already."), {{"wanted", wanted}}}, style.language), 0,
                       style.width) +
               '\n';
    out += wrapped(words({tr("To reach {wanted} a year:"), {{"wanted", wanted}}}, style.language), 0, style.width);
    const char* fewest = advised.in_euros ? tr("the fewest, {n} to reach, cost {cost} and pay {total}")
                                          : tr("the fewest, {n} to reach, pay {total}");
    out += target_block(advised, fewest, *advised.by_number, style);
    if (advised.weighted && advised.by_effort)
        out += target_block(advised,
                            advised.in_euros ? tr("the least cost, {cost}, pays {total}")
                                             : tr("the least effort, {effort}, pays {total}"),
                            *advised.by_effort, style);
    return out + '\n';
}

}  // namespace msp
