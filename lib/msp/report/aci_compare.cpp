// SPDX-License-Identifier: MIT
#include <msp/aci/sums.hpp>
#include <msp/report/aci_compare.hpp>
#include <msp/report/aci_notes.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t narrowest_text = 16;

Cell shown_points(const Quotient& points) {
    return DecimalCell{points, shown_places};
}

std::vector<const AciRemuneration*> paid_by(const AciComparison& comparison) {
    std::vector<const AciRemuneration*> paid;
    for (const AciUnder& under : comparison.texts)
        paid.push_back(&under.year.paid);
    return paid;
}

// A page sets the texts beside each other; two of them with their difference.
class ComparisonRows {
 public:
    ComparisonRows(RowSink& rows, const AciComparison& comparison, Language language)
        : rows_(rows), comparison_(comparison), paid_(paid_by(comparison)), language_(language) {}

    void write() {
        rows_.begin({});
        for (const AciComparedLine& line : compared_lines(paid_)) {
            if (line.pays)
                indicator_row(line);
        }
        if (std::ranges::any_of(comparison_.texts,
                                [](const AciUnder& under) { return under.year.facts.precarity.has_value(); }))
            amounts_row({}, tr("Precarity"), &AciRemuneration::majoration_amount,
                        [](const AciRemuneration&) { return Cell(); });
        rows_.row({RowKind::rule}, {});
        amounts_row({.kind = RowKind::total, .adds = all_lines}, tr("Total"), &AciRemuneration::total,
                    [](const AciRemuneration& paid) { return shown_points(paid.points); });
        if (std::ranges::any_of(comparison_.texts, &AciUnder::counts_points))
            note_of_changes();
    }

 private:
    void note_of_changes() {
        rows_.note_of_changes(translate(
            tr("Changed points run through to the euros, to the totals and to the difference. Each line is rounded to "
               "the cent here, while the program rounds the whole year: the total may then be a cent or two away. The "
               "majoration for precarity and levels that exclude each other do not follow."),
            language_));
    }

    // `points` and `amounts` by text; neither where a text does not have the indicator.
    void row(const Row& kind, std::string_view name, const std::vector<Cell>& points,
             const std::vector<std::optional<Money>>& amounts, Money difference) {
        std::vector<Cell> cells = {TextCell{name}};
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (amounts[i])
                cells.insert(cells.end(), {points[i], *amounts[i]});
            else
                cells.insert(cells.end(), 2, WordCell{{}, "—", Style::faint});
        }
        if (paid_.size() == 2)
            cells.emplace_back(difference);
        rows_.row(kind, cells);
    }

    void indicator_row(const AciComparedLine& compared) {
        std::string label;
        std::vector<Cell> points;
        std::vector<std::optional<Money>> amounts;
        for (std::size_t i = 0; i < paid_.size(); ++i) {
            const AciLine* const line = compared.lines[i];
            if (line != nullptr)
                label = paid_[i]->text->indicators[line->indicator].label.in(language_);
            points.push_back(line == nullptr ? Cell() : shown_points(line->points));
            amounts.push_back(line == nullptr ? std::nullopt : std::optional(line->amount));
        }
        row({}, label, points, amounts, compared.difference);
    }

    template <typename Points>
    void amounts_row(const Row& kind, const char* name, Money AciRemuneration::*amount, Points points_of) {
        std::vector<Cell> points;
        std::vector<std::optional<Money>> amounts;
        for (const AciRemuneration* const paid : paid_) {
            points.push_back(points_of(*paid));
            amounts.emplace_back(paid->*amount);
        }
        row(kind, translate(name, language_), points, amounts, difference_of(paid_, amount));
    }

    RowSink& rows_;
    const AciComparison& comparison_;
    std::vector<const AciRemuneration*> paid_;
    Language language_;
};

void line_row(RowSink& rows, const AciComparison& comparison, const AciUnder& under, const AciLine& line) {
    const AciRemuneration& paid = under.year.paid;
    rows.row({}, {TextCell{comparison.result->scenario}, TextCell{comparison.result->entity().id},
                  std::int64_t{comparison.year}, WordCell{paid.text->indicators[line.indicator].id},
                  WordCell{axis_id(*paid.text, line.indicator)}, WordCell{id_of(line.kind)}, WordCell{paid.text->id},
                  DecimalCell{line.points, point_places}, line.amount, std::int64_t{under.text_of},
                  WordCell{confidence_id(paid, line)}});
}

void majoration_row(RowSink& rows, const AciComparison& comparison, const AciUnder& under) {
    const AciRemuneration& paid = under.year.paid;
    rows.row({}, {TextCell{comparison.result->scenario},
                  TextCell{comparison.result->entity().id},
                  std::int64_t{comparison.year},
                  WordCell{"majoration"},
                  {},
                  WordCell{"majoration"},
                  WordCell{paid.text->id},
                  {},
                  paid.majoration_amount,
                  std::int64_t{under.text_of},
                  WordCell{majoration_confidence_id(paid)}});
}

void comparison_rows(RowSink& rows, const AciComparison& comparison) {
    for (const AciComparedLine& compared : compared_lines(paid_by(comparison))) {
        for (std::size_t i = 0; i < comparison.texts.size(); ++i) {
            if (compared.lines[i] != nullptr)
                line_row(rows, comparison, comparison.texts[i], *compared.lines[i]);
        }
    }
    for (const AciUnder& under : comparison.texts) {
        if (under.year.facts.precarity)
            majoration_row(rows, comparison, under);
    }
}

}  // namespace

Sheet aci_comparison_sheet(std::span<const AciComparison> comparisons, Language language) {
    return {
        "comparison",
        columns_of({head::text("scenario", tr("Scenario")), head::text("entity", tr("Entity")),
                    head::count("exercise", tr("Exercise")), head::word("indicator", tr("Indicator")),
                    head::word("axis", tr("Axis")), head::word("class", tr("Class")), head::word("text", tr("Text")),
                    head::decimal("points", tr("Points")), head::money("amount", tr("Amount")),
                    head::count("text_year", tr("Year of the text")), head::word("confidence", tr("Confidence"))},
                   language),
        [comparisons](RowSink& rows) {
            for (const AciComparison& comparison : comparisons)
                comparison_rows(rows, comparison);
        }};
}

std::string aci_comparison_heading(const AciComparison& comparison, const TextStyle& style) {
    return heading(tell({tr("{name}: what {year} reached, under other texts"),
                         {{"name", aci_title(*comparison.result)}, {"year", std::int64_t{comparison.year}}}},
                        style),
                   style);
}

Sheet aci_beside_sheet(const AciComparison& comparison, Language language) {
    std::vector<Column> columns = columns_of({head::text("indicator", tr("Indicator")).headed("")}, language);
    const auto add = [&](std::string id, const std::string& heading, CellType type) -> Column& {
        columns.push_back({.id = std::move(id), .label = heading, .heading = heading, .type = type, .figure = true});
        return columns.back();
    };
    for (std::size_t i = 0; i < comparison.texts.size(); ++i) {
        const AciUnder& under = comparison.texts[i];
        const std::string number = std::to_string(i);
        add("points" + number, words({tr("{year}: points"), {{"year", std::int64_t{under.text_of}}}}, language),
            CellType::decimal)
            .all_digits = true;
        Column& euros = add("amount" + number, std::string(translate(tr("Euros"), language)), CellType::money);
        if (under.counts_points())
            euros.times = {"points" + number, Quotient(under.year.paid.text->point.cents(), 100)};
    }
    if (comparison.texts.size() == 2)
        add("difference", std::string(translate(tr("difference"), language)), CellType::money).adds = {
            {"amount1"}, {"amount0", true}};
    return {.id = "comparison",
            .columns = std::move(columns),
            .rows = [&comparison, language](RowSink& rows) { ComparisonRows(rows, comparison, language).write(); },
            .narrowest_name = narrowest_text};
}

std::string aci_comparison_notes(const AciComparison& comparison, const TextStyle& style) {
    std::string out;
    for (const AciUnder& under : comparison.texts) {
        const AciText& text = *under.year.paid.text;
        out += wrapped(tell({tr("{year}: {label}"),
                             {{"year", std::int64_t{under.text_of}}, {"label", text.label.in(style.language)}}},
                            style),
                       0, page_width(style));
        for (const auto& notes : {missing_notes(under.year, style.language), aci_notes(under.year, style.language)}) {
            for (const std::string& note : notes)
                out += wrapped("- " + note, 2, page_width(style));
        }
    }
    return out + '\n';
}

}  // namespace msp
