// SPDX-License-Identifier: MIT
#include <msp/report/aci_compare.hpp>
#include <msp/report/aci_notes.hpp>
#include <msp/report/aci_text.hpp>

#include <algorithm>

namespace msp {
namespace {

constexpr std::size_t narrowest_label = 16;

// The indicators of all texts, in the order of the first text that has them.
std::vector<std::string> all_ids(const AciComparison& comparison) {
    std::vector<std::string> ids;
    for (const AciUnder& under : comparison.texts) {
        for (const AciIndicator& indicator : under.year.paid.text->indicators) {
            if (std::ranges::find(ids, indicator.id) == ids.end())
                ids.push_back(indicator.id);
        }
    }
    return ids;
}

const AciLine* line_of(const AciUnder& under, std::string_view id) {
    const auto index = under.year.paid.text->find(id);
    return index ? &under.year.paid.lines[*index] : nullptr;
}

class ComparisonTable {
 public:
    ComparisonTable(const AciComparison& comparison, const TextStyle& style)
        : comparison_(comparison),
          style_(style),
          table_(figures(1, 2 * comparison.texts.size() + (comparison.texts.size() == 2 ? 1 : 0))) {}

    std::string render() {
        std::vector<std::string> head = {""};
        for (const AciUnder& under : comparison_.texts) {
            head.push_back(tell({tr("{year}: points"), {{"year", std::int64_t{under.text_of}}}}, style_));
            head.push_back(tell(tr("Euros"), style_));
        }
        if (two())
            head.push_back(tell(tr("difference"), style_));
        table_.head(head);
        for (const std::string& id : all_ids(comparison_))
            indicator_row(id);
        majoration_row();
        table_.rule();
        total_row();
        table_.narrow(page_width(style_), narrowest_label);
        return table_.render(style_.width, style_.colour);
    }

 private:
    [[nodiscard]] bool two() const { return comparison_.texts.size() == 2; }

    void row(const std::string& name, std::vector<TableCell> cells, Money difference, Style look) {
        cells.insert(cells.begin(), {name, look});
        if (two())
            cells.push_back(figure(difference, style_, look));
        table_.row(std::move(cells));
    }

    // One that pays nothing under any text is left out.
    void indicator_row(const std::string& id) {
        std::vector<TableCell> cells;
        std::string label;
        Money difference;
        bool any = false;
        for (const AciUnder& under : comparison_.texts) {
            const AciLine* line = line_of(under, id);
            if (line == nullptr) {
                cells.insert(cells.end(), 2, {"—", Style::faint});
                difference = -difference;
                continue;
            }
            any = any || line->euros != Quotient();
            label = under.year.paid.text->indicators[line->indicator].label.in(style_.language);
            cells.push_back({points_figure(line->points, style_.language)});
            cells.push_back(figure(line->amount, style_));
            difference = line->amount - difference;
        }
        if (any)
            row(label, std::move(cells), difference, Style::plain);
    }

    void majoration_row() {
        std::vector<TableCell> cells;
        Money difference;
        bool any = false;
        for (const AciUnder& under : comparison_.texts) {
            any = any || under.year.facts.precarity;
            cells.push_back({""});
            cells.push_back(figure(under.year.paid.majoration_amount, style_));
            difference = under.year.paid.majoration_amount - difference;
        }
        if (any)
            row(tell(tr("Precarity"), style_), std::move(cells), difference, Style::plain);
    }

    void total_row() {
        std::vector<TableCell> cells;
        Money difference;
        for (const AciUnder& under : comparison_.texts) {
            cells.push_back({points_figure(under.year.paid.points, style_.language), Style::strong});
            cells.push_back(figure(under.year.paid.total, style_, Style::strong));
            difference = under.year.paid.total - difference;
        }
        row(tell(tr("Total"), style_), std::move(cells), difference, Style::strong);
    }

    const AciComparison& comparison_;
    const TextStyle& style_;
    TextTable table_;
};

void comparison_row(Rows& rows, const AciComparison& comparison, const AciUnder& under, const AciLine& line) {
    const AciRemuneration& paid = under.year.paid;
    rows.text(comparison.result->scenario);
    rows.text(comparison.result->entity().id);
    rows.integer(comparison.year);
    rows.word(paid.text->indicators[line.indicator].id);
    rows.word(axis_id(*paid.text, line.indicator));
    rows.word(id_of(line.kind));
    rows.word(paid.text->id);
    rows.decimal(line.points, 6);
    rows.money(line.amount);
    rows.integer(under.text_of);
    rows.word(confidence_id(paid, line));
    rows.end_row();
}

}  // namespace

std::vector<Column> aci_comparison_columns(Language language) {
    return columns_of({{"scenario", tr("Scenario")},
                       {"entity", tr("Entity")},
                       {"exercise", tr("Exercise")},
                       {"indicator", tr("Indicator")},
                       {"axis", tr("Axis")},
                       {"class", tr("Class")},
                       {"text", tr("Text")},
                       {"points", tr("Points")},
                       {"amount", tr("Amount")},
                       {"text_year", tr("Year of the text")},
                       {"confidence", tr("Confidence")}},
                      language);
}

void aci_comparison_rows(Rows& rows, const AciComparison& comparison) {
    for (const std::string& id : all_ids(comparison)) {
        for (const AciUnder& under : comparison.texts) {
            if (const AciLine* line = line_of(under, id))
                comparison_row(rows, comparison, under, *line);
        }
    }
    for (const AciUnder& under : comparison.texts) {
        if (!under.year.facts.precarity)
            continue;
        rows.text(comparison.result->scenario);
        rows.text(comparison.result->entity().id);
        rows.integer(comparison.year);
        rows.word("majoration");
        rows.empty();
        rows.word("majoration");
        rows.word(under.year.paid.text->id);
        rows.empty();
        rows.money(under.year.paid.majoration_amount);
        rows.integer(under.text_of);
        rows.word(under.year.paid.assumed ? "assumed" : id_of(under.year.paid.text->precarity_evidence.confidence));
        rows.end_row();
    }
}

std::string aci_comparison_text(const AciComparison& comparison, const TextStyle& style) {
    std::string out = heading(tell({tr("{name}: what {year} reached, under other texts"),
                                    {{"name", aci_title(*comparison.result)}, {"year", std::int64_t{comparison.year}}}},
                                   style),
                              style);
    out += ComparisonTable(comparison, style).render() + '\n';
    for (const AciUnder& under : comparison.texts) {
        const AciText& text = *under.year.paid.text;
        out += wrapped(
            tell({tr("{year}: {label} ({id})"),
                  {{"year", std::int64_t{under.text_of}}, {"label", text.label.in(style.language)}, {"id", text.id}}},
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
