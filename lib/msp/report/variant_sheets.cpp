// SPDX-License-Identifier: MIT
#include <msp/report/forecast.hpp>
#include <msp/report/return_sheets.hpp>
#include <msp/report/return_words.hpp>
#include <msp/report/variant_sheets.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

namespace msp {
namespace {

constexpr std::size_t narrowest_amount_name = 16;

std::string_view id_of(CostPartKind kind) {
    constexpr std::array ids = {"pay", "apprenticeship", "payroll_tax", "invoiced", "fee", "vat"};
    return ids.at(static_cast<std::size_t>(kind));
}

const char* words_of(CostPartKind kind) {
    constexpr std::array names = {tr("pay and contributions"),
                                  tr("taxe d'apprentissage"),
                                  tr("taxe sur les salaires"),
                                  tr("invoiced, before VAT"),
                                  tr("fee"),
                                  tr("VAT")};
    return names.at(static_cast<std::size_t>(kind));
}

Cell compared_euros(Money amount) {
    return DecimalCell{Quotient(amount.cents(), 100), 2};
}

const CostPart* part_of(const ComparedPost& post, CostPartKind kind) {
    const auto found = std::ranges::find(post.parts, kind, &CostPart::kind);
    return found == post.parts.end() ? nullptr : &*found;
}

constexpr std::array all_cost_parts = {CostPartKind::pay,         CostPartKind::apprenticeship,
                                       CostPartKind::payroll_tax, CostPartKind::invoiced,
                                       CostPartKind::fee,         CostPartKind::vat};

// As data, what a return does not have.
void compared_rows_of(RowSink& rows, const ComparedPost& post) {
    const PostReturn& made = post.made;
    compared_return_rows(rows, made, id_of(post.variant));
    const auto row = [&](const Cell& exercise, std::string_view item, std::string_view unit, const Cell& value) {
        rows.row({}, {TextCell{made.scenario}, TextCell{made.budget->entities[made.entity()].id}, exercise,
                      TextCell{made.item().id}, WordCell{id_of(post.variant)}, WordCell{id_of(ReturnView::company)},
                      TextCell{item}, WordCell{unit}, value, value, value});
    };
    const auto by_exercise = [&](std::string_view item, const std::vector<Money>& amounts) {
        for (std::size_t i = 0; i < amounts.size(); ++i)
            row(std::int64_t{made.exercises[i]}, item, "eur", compared_euros(amounts[i]));
    };
    for (const CostPart& part : post.parts)
        by_exercise("cost." + std::string(id_of(part.kind)), part.exercises);
    by_exercise("paid", post.paid);
    row({}, "paid_later", "eur", compared_euros(post.paid_later));
    if (post.hours)
        row({}, "hours", "hours", DecimalCell{*post.hours, 2});
}

class AmountRows {
 public:
    AmountRows(RowSink& rows, const PostComparison& comparison, Language language)
        : rows_(rows), posts_(comparison.posts), language_(language) {}

    void run() {
        rows_.begin({});
        by_exercise(
            tr("Cost of the post"),
            [](const ComparedPost& post) { return at(post.made.items.front().exercises, Level::central); },
            [](const ComparedPost& post) { return at(post.made.items.front().total, Level::central); });
        parts();
        rule();
        by_exercise(
            tr("Net cost"),
            [](const ComparedPost& post) { return at(post.made.view(ReturnView::company).net_cost, Level::central); },
            [](const ComparedPost& post) {
                return at(post.made.view(ReturnView::company).net_cost_total, Level::central);
            });
        rule();
        by_exercise(
            tr("Leaves the bank"), [](const ComparedPost& post) { return post.paid; }, nullptr);
        if (any([](const ComparedPost& post) { return post.paid_later; }))
            row({}, "", word(tr("later")), [](const ComparedPost& post) { return post.paid_later; });
        rule();
        for (const ReturnView view : all_return_views)
            gains(view);
        rows_.note_of_changes(translate(
            tr("A changed year runs through to its total. Net cost and results rest on funding and gains that "
               "are not shown here, and do not follow."),
            language_));
    }

 private:
    using Amount = std::function<Money(const ComparedPost&)>;

    [[nodiscard]] std::string word(const char* text) const { return std::string(translate(text, language_)); }
    void rule() { rows_.row({.kind = RowKind::rule}, std::initializer_list<Cell>{}); }
    [[nodiscard]] bool any(const Amount& amount) const {
        return std::ranges::any_of(posts_, [&](const ComparedPost& post) { return amount(post) != Money(); });
    }

    void row(const Row& look, const std::string& name, const std::string& of, const Amount& amount) {
        std::vector<Cell> cells = {TextCell{name}, TextCell{of}};
        for (const ComparedPost& post : posts_)
            cells.emplace_back(amount(post));
        rows_.row(look, cells);
    }

    template <typename Amounts>
    void by_exercise(const char* name, const Amounts& amounts, const Amount& total) {
        const std::vector<std::int16_t>& exercises = posts_.front().made.exercises;
        const RowTerm years = {++group_};
        for (std::size_t i = 0; i < exercises.size(); ++i)
            row({.group = group_}, i == 0 ? word(name) : "", std::to_string(exercises[i]),
                [&](const ComparedPost& post) { return amounts(post)[i]; });
        if (total && exercises.size() > 1)
            row({.kind = RowKind::total, .adds = {&years, 1}}, "", word(tr("Total")), total);
    }

    void parts() {
        for (const CostPartKind kind : all_cost_parts) {
            const Amount of = [kind](const ComparedPost& post) {
                const CostPart* part = part_of(post, kind);
                return part == nullptr ? Money() : part->total;
            };
            if (any(of))
                row({.kind = RowKind::aside}, "- " + word(words_of(kind)), word(tr("Total")), of);
        }
    }

    // What is gained, and the result.
    void gains(ReturnView view) {
        const auto total = [view](ByLevel<Money> ViewReturn::*of, Level level) {
            return [view, of, level](const ComparedPost& post) { return at(post.made.view(view).*of, level); };
        };
        const bool even = std::ranges::none_of(posts_, [&](const ComparedPost& post) {
            const ByLevel<Money>& result = post.made.view(view).result_total;
            return at(result, Level::low) != at(result, Level::high);
        });
        for (const Level level : all_levels) {
            if (even && level != Level::central)
                continue;
            row({.kind = RowKind::total}, even || level == Level::low ? word(title_of(view)) : "",
                even ? word(tr("Total")) : word(words_of(level)), total(&ViewReturn::result_total, level));
        }
    }

    RowSink& rows_;
    const std::vector<ComparedPost>& posts_;
    Language language_;
    std::uint8_t group_ = 0;  // of the rows of years so far
};

void variant_figure_rows(RowSink& rows, const PostComparison& comparison, Language language) {
    rows.begin({});
    const auto row = [&](const std::string& name, const std::string& view, const auto& text) {
        std::vector<FigureValue> values;
        for (const ComparedPost& post : comparison.posts)
            values.push_back(text(post));
        std::vector<Cell> cells = {TextCell{name}, TextCell{view}};
        for (const FigureValue& each : values)
            cells.push_back(figure_cell(each));
        rows.row({}, cells);
    };
    row(std::string(translate(tr("Hours a week here"), language)), "",
        [&](const ComparedPost& post) { return post.hours ? plain_number(*post.hours) : FigureValue(); });
    const PostReturn& first = comparison.posts.front().made;
    const auto word = [&](const char* text) { return std::string(translate(text, language)); };
    for (const ReturnView view : all_return_views) {
        const auto figure = [&](const char* name, bool always, const auto& value_of, const auto& show) {
            const auto has = [&](const ComparedPost& post) {
                return at(post.made.view(view).*value_of, Level::central).has_value();
            };
            if (!always && std::ranges::none_of(comparison.posts, has))
                return;
            row(word(name), word(title_of(view)), [&](const ComparedPost& post) {
                return has(post) ? FigureValue(show(post, *at(post.made.view(view).*value_of, Level::central)))
                                 : FigureValue(word(tr("none")));
            });
        };
        figure(tr("Payback"), true, &ViewReturn::payback, [&](const ComparedPost& post, int month) {
            return month_name(post.made.first + (month - 1), language);
        });
        figure(tr("Return on investment"), false, &ViewReturn::on_investment,
               [](const ComparedPost& /*post*/, const Quotient& share) { return percentage(share); });
        figure(tr("Net present value"), false, &ViewReturn::present_value,
               [](const ComparedPost& /*post*/, Money amount) { return euro_figure(amount); });
    }
    const std::vector<ReturnFigure> even = break_even_figures(first, language);
    for (std::size_t i = 0; i < even.size(); ++i)
        row(even[i].name, std::string(translate(title_of(ReturnView::together), language)),
            [&](const ComparedPost& post) {
                return at(break_even_figures(post.made, language)[i].values, Level::central);
            });
}

std::vector<Column> variant_columns(const PostComparison& comparison, const Head& head, const char* first,
                                    const char* second, Language language) {
    std::vector<Column> columns = columns_of(
        {head::text("item", tr("Item")).headed(first), head::text("of", tr("Exercise")).headed(second).naming()},
        language);
    for (const ComparedPost& post : comparison.posts) {
        Column column = columns_of({head}, language).front();
        column.heading = std::string(translate(words_of(post.variant), language));
        columns.push_back(std::move(column));
    }
    return columns;
}

}  // namespace

std::string_view id_of(PostVariant variant) {
    constexpr std::array ids = {"typed",   "full-time", "half-time",   "shared",
                                "service", "sisa",      "association", "groupement"};
    return ids.at(static_cast<std::size_t>(variant));
}

const char* words_of(PostVariant variant) {
    constexpr std::array names = {tr("As typed"), tr("Full time"), tr("Half time"),   tr("Shared"),
                                  tr("Service"),  tr("SISA"),      tr("Association"), tr("Groupement d'employeurs")};
    return names.at(static_cast<std::size_t>(variant));
}

Sheet variants_sheet(std::span<const PostComparison> comparisons, ComparedBy by, Language language) {
    const Head compared =
        by == ComparedBy::form ? head::word("form", tr("Form")) : head::word("employer", tr("Employer"));
    return {"comparison",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")), head::id("post", tr("Post")), compared,
                        head::word("view", tr("View")), head::id("item", tr("Item")), head::word("unit", tr("Unit")),
                        head::decimal("low", tr("Low")), head::decimal("central", tr("Central")),
                        head::decimal("high", tr("High"))},
                       language),
            [comparisons](RowSink& rows) {
                rows.begin({});
                for (const PostComparison& comparison : comparisons) {
                    for (const ComparedPost& post : comparison.posts)
                        compared_rows_of(rows, post);
                }
            }};
}

Sheet variant_amounts_sheet(const PostComparison& comparison, Language language) {
    return {"amounts",
            variant_columns(comparison, head::money("", tr("Amount")), "", "", language),
            [&comparison, language](RowSink& rows) { AmountRows(rows, comparison, language).run(); },
            {},
            narrowest_amount_name};
}

Sheet variant_figures_sheet(const PostComparison& comparison, Language language) {
    return {
        "figures",
        variant_columns(comparison, head::text("", tr("Central")).to_the_right(), tr("Figure"), tr("View"), language),
        [&comparison, language](RowSink& rows) { variant_figure_rows(rows, comparison, language); },
        {},
        narrowest_amount_name};
}

std::string variant_title(const PostComparison& comparison, ComparedBy by, Language language) {
    const PostReturn& post = comparison.posts.front().made;
    return titled(words({by == ComparedBy::form ? tr("{post} ({entity}): forms of employment compared")
                                                : tr("{post} ({entity}): kinds of employer compared"),
                         {{"post", post.item().label}, {"entity", post.budget->entities[post.entity()].title()}}},
                        language),
                  post.scenario, post.label);
}

std::vector<std::string> variant_assumptions(const ComparedPost& compared, Language language) {
    std::vector<std::string> notes;
    for (const Message& each : compared.assumed)
        notes.push_back(words({tr("{form}: {assumed}."),
                               {{"form", Term{words_of(compared.variant)}}, {"assumed", words(each, language)}}},
                              language));
    return notes;
}

std::string variant_rules(const PostComparison& comparison, const TextStyle& style) {
    std::string out = wrapped(
        translate(
            tr("Each is computed as a scenario in which only that differs: bonuses, vouchers, travel and training "
               "stay as typed, and so does funding, whatever the hours; what hangs on them is changed in a scenario. "
               "Gains of time, appointments, meetings and management are in proportion to the hours a week here, "
               "those of a practitioner and typed amounts stay; follows_hours says otherwise. Leaves the bank: what is "
               "paid on the days of an exercise, less what another house "
               "pays for the post; later: for these exercises, after the last of them. Amounts of gains are "
               "central where nothing else is said."),
            style.language),
        0, page_width(style));
    if (std::ranges::any_of(comparison.posts, [](const ComparedPost& post) { return post.made.assumed(); }))
        out +=
            wrapped(translate(tr("Months beyond the known rates of payroll are assumed, as the employer's table says."),
                              style.language),
                    0, page_width(style));
    return out;
}

}  // namespace msp
