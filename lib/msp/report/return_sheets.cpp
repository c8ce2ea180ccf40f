// SPDX-License-Identifier: MIT
#include <msp/report/payroll_notes.hpp>
#include <msp/report/post_sheets.hpp>
#include <msp/report/return_sheets.hpp>
#include <msp/report/return_words.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace msp {
namespace {

constexpr int euro_decimals = 2;
constexpr int percent_decimals = 1;
constexpr std::int64_t cents_of_euro = 100;
constexpr std::size_t narrowest_item = 16;

Cell euro_cell(Money amount) {
    return DecimalCell{Quotient(amount.cents(), cents_of_euro), euro_decimals};
}

Cell percent_cell(const Quotient& share) {
    return DecimalCell{share * Quotient(cents_of_euro), percent_decimals};
}

std::string_view return_unit_id(bool share, Factor factor) {
    constexpr std::array in_eur = {Factor::hour_value, Factor::fee, Factor::fees, Factor::contribution, Factor::amount};
    if (share)
        return "percent";
    if (std::ranges::find(in_eur, factor) != in_eur.end())
        return "eur";
    return factor == Factor::hours || factor == Factor::week_hours ? "hours" : "number";
}

// The decimals that an assumption has; a share in percent.
Cell assumption_cell(const Quotient& value, Factor factor) {
    if (!is_share(factor))
        return figure_cell(plain_number(value));
    return plain_percent(value);
}

Cell source_cell(const Assumption& assumption, Language language) {
    return TextCell{assumption.source.empty() ? translate(tr("hypothesis"), language)
                                              : std::string_view(assumption.source)};
}

// Rows of one post as data.
class ReturnRows {
 public:
    // With what it is compared as, where it is; with a source at the end, where assumptions are among the rows.
    ReturnRows(RowSink& rows, const PostReturn& post, std::optional<std::string_view> compared = {},
               bool sources = false)
        : rows_(rows), post_(post), compared_(compared), sources_(sources) {}

    void run() {
        for (const ReturnView view : all_return_views) {
            const ViewReturn& of = post_.view(view);
            for (const ReturnItem& item : post_.items) {
                if (stands_in(view, item.role))
                    by_exercise(view, item.id, item.exercises);
            }
            by_exercise(view, "net_cost", of.net_cost);
            by_exercise(view, "gains", of.gains);
            by_exercise(view, "result", of.result);
            by_exercise(view, "cumulative", of.cumulative);
        }
        for (std::size_t i = 0; i < post_.exercises.size(); ++i) {
            if (const int months = post_.assumed_months[i]; months > 0) {
                const Cell count = DecimalCell{Quotient(months), 0};
                row(std::int64_t{post_.exercises[i]}, ReturnView::company, "assumed_months", "months",
                    {count, count, count});
            }
        }
        for (const ReturnView view : all_return_views)
            whole_life(view);
        for (const BreakEven& even : post_.break_evens) {
            optional(ReturnView::together, "break_even." + even.id, "hours", even.hours, up);
            optional(ReturnView::together, "break_even_consultations." + even.id, "consultations", even.consultations,
                     up);
        }
        if (post_.short_of_two_years)
            row({}, ReturnView::together, "funding_for_two_years", "eur",
                {Cell(), euro_cell(post_.funding_needed), Cell()});
    }

    void assumptions(Language language) {
        for (const MovedAssumption& moved : post_.assumptions) {
            const Assumption& assumption = moved.assumption;
            const Factor factor = assumption.factor;
            const ReturnView view = moved.gainer == Gainer::company ? ReturnView::company : ReturnView::professionals;
            row({}, view, "assumption." + moved.gain + '.' + std::string(id_of(factor)),
                return_unit_id(is_share(factor), factor),
                {assumption_cell(Quotient(assumption.low), factor),
                 assumption_cell(Quotient(assumption.central), factor),
                 assumption_cell(Quotient(assumption.high), factor)},
                source_cell(assumption, language));
        }
    }

 private:
    static Cell up(const Quotient& value) { return DecimalCell{raised(value, Factor::hours), euro_decimals}; }

    void by_exercise(ReturnView view, const std::string& item, const ByLevel<std::vector<Money>>& amounts) {
        for (std::size_t i = 0; i < post_.exercises.size(); ++i)
            row(std::int64_t{post_.exercises[i]}, view, item, "eur",
                {euro_cell(at(amounts, Level::low)[i]), euro_cell(at(amounts, Level::central)[i]),
                 euro_cell(at(amounts, Level::high)[i])});
    }

    void whole_life(ReturnView of) {
        const ViewReturn& view = post_.view(of);
        optional(of, "payback", "months", view.payback, [](int month) {
            return Cell(DecimalCell{Quotient(month), 0});
        });
        optional(of, "return_on_investment", "percent", view.on_investment, percent_cell);
        optional(of, "net_present_value", "eur", view.present_value, euro_cell);
    }

    template <typename Value, typename Show>
    void optional(ReturnView view, const std::string& item, std::string_view unit,
                  const ByLevel<std::optional<Value>>& values, Show show) {
        const auto cell = [&](Level level) { return at(values, level) ? Cell(show(*at(values, level))) : Cell(); };
        row({}, view, item, unit, {cell(Level::low), cell(Level::central), cell(Level::high)});
    }

    void row(const Cell& exercise, ReturnView view, const std::string& item, std::string_view unit,
             const ByLevel<Cell>& values, const Cell& source = {}) {
        std::vector<Cell> cells = {TextCell{post_.scenario}, TextCell{post_.budget->entities[post_.entity()].id},
                                   exercise, TextCell{post_.item().id}};
        if (compared_)
            cells.emplace_back(WordCell{*compared_});
        cells.insert(cells.end(), {WordCell{id_of(view)}, TextCell{item}, WordCell{unit}});
        cells.insert(cells.end(), values.begin(), values.end());
        if (sources_)
            cells.push_back(source);
        rows_.row({}, cells);
    }

    RowSink& rows_;
    const PostReturn& post_;
    std::optional<std::string_view> compared_;
    bool sources_;
};

// The items of a view on a page: one row, or three where they depend on assumptions.
class ViewRows {
 public:
    ViewRows(RowSink& rows, const PostReturn& post, ReturnView view, Language language)
        : rows_(rows), post_(post), view_(view), language_(language) {}

    void run() {
        rows_.begin({std::string(translate(title_of(view_), language_)), {}});
        for (const ReturnItem& item : post_.items) {
            if (stands_in(view_, item.role))
                add(RowKind::line, item.id, item_label(item, language_), item.exercises, item.total, of_role(item.role),
                    {});
        }
        rows_.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
        const ViewReturn& view = post_.view(view_);
        if (view_ != ReturnView::professionals)
            add(RowKind::line, "net_cost", word(tr("Net cost")), view.net_cost, view.net_cost_total, Makes::net_cost,
                {{Makes::cost}, {Makes::funding, true}});
        if (view_ == ReturnView::together)
            add(RowKind::line, "gains", word(tr("Gains")), view.gains, view.gains_total, Makes::gains, {});
        add(RowKind::total, "result", word(tr("Result")), view.result, view.result_total, Makes::result,
            {{Makes::gains}, {Makes::net_cost, true}});
        add(RowKind::total, "cumulative", word(tr("Cumulative")), view.cumulative, std::nullopt, Makes::cumulative,
            {{Makes::result}}, true);
    }

 private:
    // What a row is to others, at each level.
    enum class Makes : std::uint8_t { cost, funding, gains, net_cost, result, cumulative };
    struct Made {
        Makes of = Makes::cost;
        bool less = false;
    };

    [[nodiscard]] Makes of_role(ReturnRole role) const {
        switch (role) {
            case ReturnRole::cost:
                return Makes::cost;
            case ReturnRole::funding:
                return Makes::funding;
            case ReturnRole::contribution:
                return view_ == ReturnView::company ? Makes::funding : Makes::net_cost;
            case ReturnRole::company_gain:
            case ReturnRole::professional_gain:
                break;
        }
        return Makes::gains;
    }

    // A row of all levels alike has a group of its own.
    static std::uint8_t group_of(Makes what, std::optional<Level> level) {
        constexpr std::size_t groups = std::tuple_size_v<ByLevel<bool>> + 1;
        const std::size_t which = level ? static_cast<std::size_t>(*level) : groups - 1;
        return static_cast<std::uint8_t>(1 + static_cast<std::size_t>(what) * groups + which);
    }

    [[nodiscard]] std::string word(const char* text) const { return std::string(translate(text, language_)); }

    void add(RowKind kind, std::string_view id, const std::string& name, const ByLevel<std::vector<Money>>& amounts,
             std::optional<ByLevel<Money>> totals, Makes what, std::initializer_list<Made> made, bool runs_on = false) {
        const bool even = at(amounts, Level::low) == at(amounts, Level::central) &&
                          at(amounts, Level::high) == at(amounts, Level::central);
        for (const Level level : all_levels) {
            if (even && level != Level::central)
                continue;
            const std::string which = even ? "" : word(words_of(level));
            std::vector<Cell> cells = {TextCell{even || level == Level::low ? name : empty_}, TextCell{which}};
            for (const Money amount : at(amounts, level))
                cells.emplace_back(amount);
            cells.push_back(totals ? Cell(at(*totals, level)) : Cell());
            cells.emplace_back(TextCell{id});
            std::vector<RowTerm> adds;
            for (const Made& each : made)
                adds.insert(adds.end(),
                            {{group_of(each.of, std::nullopt), each.less}, {group_of(each.of, level), each.less}});
            rows_.row({.kind = kind,
                       .group = group_of(what, even ? std::nullopt : std::optional(level)),
                       .adds = adds,
                       .runs_on = runs_on},
                      cells);
        }
    }

    RowSink& rows_;
    const PostReturn& post_;
    ReturnView view_;
    Language language_;
    std::string empty_;
};

void figure_rows(RowSink& rows, const PostReturn& post, Language language) {
    rows.begin({});
    const auto add = [&](const std::string& name, const std::string& view, const ByLevel<FigureValue>& values) {
        rows.row({}, {TextCell{name}, TextCell{view}, figure_cell(values[0]), figure_cell(values[1]),
                      figure_cell(values[2])});
    };
    for (const ReturnView view : all_return_views) {
        const std::string name(translate(title_of(view), language));
        for (const ReturnFigure& figure : figures_of(post, view, language))
            add(figure.name, name, figure.values);
    }
    for (const ReturnFigure& figure : break_even_figures(post, language))
        add(figure.name, std::string(translate(title_of(ReturnView::together), language)), figure.values);
}

void assumption_row(RowSink& rows, const PostReturn& post, const MovedAssumption& moved, Language language) {
    const Factor factor = moved.assumption.factor;
    rows.row({}, {TextCell{post.scenario}, TextCell{post.budget->entities[post.entity()].id}, TextCell{post.item().id},
                  WordCell{moved.gain, moved.label}, WordCell{id_of(moved.gainer)},
                  WordCell{id_of(factor), translate(words_of(factor), language)},
                  WordCell{return_unit_id(is_share(factor), factor)},
                  assumption_cell(Quotient(moved.assumption.low), factor),
                  assumption_cell(Quotient(moved.assumption.central), factor),
                  assumption_cell(Quotient(moved.assumption.high), factor), source_cell(moved.assumption, language),
                  moved.needed ? assumption_cell(raised(*moved.needed, factor), factor) : Cell()});
}

void sensitivity_rows(RowSink& rows, const PostReturn& post, Language language) {
    rows.begin({});
    const std::vector<MovedAssumption> moved = post.by_effect();
    const Money central = at(post.view(ReturnView::together).result_total, Level::central);
    for (const MovedAssumption& each : moved) {
        const Factor factor = each.assumption.factor;
        const std::string name =
            words({tr("{name}: {text}"), {{"name", each.label}, {"text", Term{words_of(factor)}}}}, language);
        const std::string range = assumption_range(each.assumption, language);
        const std::string bar = tornado_bar(each, moved, central);
        rows.row({},
                 {TextCell{post.scenario}, TextCell{post.budget->entities[post.entity()].id}, TextCell{post.item().id},
                  TextCell{each.gain}, WordCell{id_of(each.gainer)}, WordCell{id_of(factor)}, TextCell{name},
                  TextCell{range}, each.low, central, each.high, each.effect, TextCell{bar},
                  basis_cell(post.assumed(), language), source_cell(each.assumption, language)});
    }
}

std::vector<Column> return_columns(Language language) {
    return columns_of(
        {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
         head::count("exercise", tr("Exercise")), head::id("post", tr("Post")), head::word("view", tr("View")),
         head::id("item", tr("Item")), head::word("unit", tr("Unit")), head::decimal("low", tr("Low")),
         head::decimal("central", tr("Central")), head::decimal("high", tr("High"))},
        language);
}

}  // namespace

void compared_return_rows(RowSink& rows, const PostReturn& post, std::string_view compared) {
    ReturnRows(rows, post, compared).run();
}

Sheet return_sheet(std::span<const PostReturn> posts, Language language) {
    return {"returns", return_columns(language), [posts](RowSink& rows) {
                rows.begin({});
                for (const PostReturn& post : posts)
                    ReturnRows(rows, post).run();
            }};
}

Sheet return_and_assumptions_sheet(std::span<const PostReturn> posts, Language language) {
    std::vector<Column> columns = return_columns(language);
    columns.push_back(columns_of({head::text("source", tr("Source"))}, language).front());
    return {"returns", std::move(columns), [posts, language](RowSink& rows) {
                rows.begin({});
                for (const PostReturn& post : posts) {
                    ReturnRows of_post(rows, post, std::nullopt, true);
                    of_post.run();
                    of_post.assumptions(language);
                }
            }};
}

Sheet return_view_sheet(const PostReturn& post, ReturnView view, Language language) {
    std::vector<Column> columns = columns_of(
        {head::text("item", tr("Item")).headed(""), head::text("level", tr("Level")).headed("").naming()}, language);
    std::vector<Addend> all;
    const auto amounts = [&](std::string title, std::string id) {
        Column column = columns_of({head::money("", tr("Amount"))}, language).front();
        column.id = std::move(id);
        column.heading = std::move(title);
        columns.push_back(std::move(column));
    };
    for (const std::int16_t exercise : post.exercises) {
        all.push_back({.column = std::to_string(exercise)});
        amounts(all.back().column, all.back().column);
    }
    amounts(std::string(translate(tr("Total"), language)), "total");
    columns.back().adds = std::move(all);
    columns.push_back(columns_of({head::id("id", tr("Item"))}, language).front());
    return {"returns",
            std::move(columns),
            [&post, view, language](RowSink& rows) { ViewRows(rows, post, view, language).run(); },
            {},
            narrowest_item};
}

Sheet return_figures_sheet(const PostReturn& post, Language language) {
    return {
        "figures",
        columns_of({head::text("item", tr("Figure")), head::text("view", tr("View")).naming(),
                    head::text("low", tr("Low")).to_the_right(), head::text("central", tr("Central")).to_the_right(),
                    head::text("high", tr("High")).to_the_right()},
                   language),
        [&post, language](RowSink& rows) { figure_rows(rows, post, language); },
        {},
        narrowest_item};
}

Sheet assumptions_sheet(std::span<const PostReturn> posts, Language language) {
    return {"assumptions",
            columns_of(
                {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")), head::id("post", tr("Post")),
                 head::word("gain", tr("Gain")), head::word("gainer", tr("For whom")).for_data(),
                 head::word("assumption", tr("Assumption")).naming(), head::word("unit", tr("Unit")).for_data(),
                 head::decimal("low", tr("Low")), head::decimal("central", tr("Central")),
                 head::decimal("high", tr("High")), head::text("source", tr("Source")),
                 head::decimal("needed", tr("Needed in 24 months"))},
                language),
            [posts, language](RowSink& rows) {
                rows.begin({});
                for (const PostReturn& post : posts) {
                    for (const MovedAssumption& moved : post.assumptions)
                        assumption_row(rows, post, moved, language);
                }
            },
            {},
            narrowest_item};
}

Sheet sensitivity_sheet(std::span<const PostReturn> posts, Language language) {
    std::vector<Column> columns = columns_of(
        {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")), head::id("post", tr("Post")),
         head::id("gain", tr("Gain")), head::word("gainer", tr("For whom")).for_data(),
         head::word("assumption", tr("Assumption")).for_data(), head::text("label", tr("Assumption")).for_page(),
         head::text("range", tr("From, to")).for_page(), head::money("low", tr("Result, low")),
         head::money("central", tr("Central")), head::money("high", tr("Result, high")),
         head::money("effect", tr("Effect")).strong(), head::text("bar", tr("Bar")).headed("").for_page(),
         head::word("basis", tr("Rates")).for_data(), head::text("source", tr("Source")).for_data()},
        language);
    Column& effect = *std::ranges::find(columns, "effect", &Column::id);
    effect.adds = {{"high"}, {"low", true}};
    effect.unsigned_sum = true;
    return {"sensitivity",
            std::move(columns),
            [posts, language](RowSink& rows) {
                for (const PostReturn& post : posts)
                    sensitivity_rows(rows, post, language);
            },
            {},
            narrowest_item};
}

std::string return_title(const PostReturn& post, Language language) {
    return post_title(post.item(), post.budget->entities[post.entity()], post.scenario, post.label, language);
}

std::string return_conditions(const PostReturn& post, const TextStyle& style) {
    const auto said = [&](const Message& message) {
        return wrapped(words(message, style.language), 0, page_width(style));
    };
    if (!post.short_of_two_years)
        return said({tr("Fewer than 24 months are shown: nothing is said of payback in the second year."), {}});
    if (post.holds_within_two_years() && !at(post.view(ReturnView::together).payback, Level::central))
        return said({tr("After 24 months both together have paid back, all assumptions central, but at the end of what "
                        "is shown they have not."),
                     {}});
    if (post.holds_within_two_years())
        return said({tr("Both together have paid back after 24 months, all assumptions central."), {}});
    std::string out =
        said({tr("After 24 months {amount} is missing for both together to have paid back, all assumptions "
                 "central. One of these alone would do:"),
              {{"amount", *post.short_of_two_years}}});
    out += wrapped(
        "- " + words({tr("{amount} a year of other funding"), {{"amount", post.funding_needed}}}, style.language), 2,
        page_width(style));
    for (const MovedAssumption& moved : post.assumptions) {
        if (!moved.needed)
            continue;
        const Factor factor = moved.assumption.factor;
        const char* text = moved.possible ? tr("{gain}, {what}: {needed} instead of {central}")
                                          : tr("{gain}, {what}: {needed} instead of {central}, more than there can be");
        out += wrapped(
            "- " + words({text,
                          {{"gain", moved.label},
                           {"what", Term{words_of(factor)}},
                           {"needed", assumption_number(raised(*moved.needed, factor), factor, style.language)},
                           {"central", assumption_number(Quotient(moved.assumption.central), factor, style.language)}}},
                         style.language),
            2, page_width(style));
    }
    return out;
}

std::string return_rules(const PostReturn& post, const ReturnOptions& options, const TextStyle& style) {
    std::string out;
    const auto say = [&](const Message& message) {
        out += wrapped(words(message, style.language), 0, page_width(style));
    };
    say({tr("The company pays and the professionals gain: their value is no money of the company, and the two are only "
            "set against the cost under a heading of its own. Assumptions are yours; each has its source or is a "
            "hypothesis."),
         {}});
    say({tr("Payback: the first month from which the cumulative stays at or above zero until the end of what is shown. "
            "Return on investment: (gains - net cost) / net cost of these exercises. Net cost: the cost less funding. "
            "Break-even: so many hours freed a week and professional, all else as assumed, make the result of both "
            "together zero."),
         {}});
    if (options.rate)
        say({tr("Net present value at {rate} %: the result of each exercise, discounted from its end, the first one by "
                "a whole year; one rounding."),
             {{"rate", Decimal{options.rate->percent()}}}});
    if (post.all_aci_lost)
        say({tr("The whole ACI hangs on this post, as it is said that without it nobody would hold the function: with "
                "an "
                "associate who holds it, most of this funding is none."),
             {}});
    if (post.last_aci)
        say({tr("ACI by its rules, of the post's days in a year; years after {year} are taken to be as that one."),
             {{"year", std::int64_t{*post.last_aci}}}});
    if (post.assumed())
        say({tr("Months beyond the known rates of payroll are assumed, as the employer's table says."), {}});
    return out;
}

std::string sensitivity_rules(const PostReturn& post, const TextStyle& style) {
    std::string out =
        wrapped(translate(tr("Result of both together over the exercises shown, each assumption alone at its low and "
                             "its high value, all others central."),
                          style.language),
                0, page_width(style));
    if (post.assumed())
        out +=
            wrapped(translate(tr("Months beyond the known rates of payroll are assumed, as the employer's table says."),
                              style.language),
                    0, page_width(style));
    return out;
}

}  // namespace msp
