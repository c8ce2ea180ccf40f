// SPDX-License-Identifier: MIT
#include <msp/cash/curve.hpp>
#include <msp/report/bars.hpp>
#include <msp/report/curve_sheets.hpp>
#include <msp/report/result_rows.hpp>
#include <msp/report/sheet_text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t widest_page = 80;
constexpr std::size_t narrowest_field = 8;
constexpr std::size_t least_field = 4;  // where names and days have given way
constexpr std::int32_t days_around = 15;
constexpr std::size_t fewest_marks = 8;  // of one line, or its words are shortened: two years by quarter

// Its title stands where it is not the only one.
Block block_of(const Result& result, const Holding& holding, std::size_t holdings, const View& view) {
    const std::string name = holding_name(holding, view.language);
    const bool several = holdings > 1;
    return {several || result.scenario != "base" ? titled(name, result.scenario, result.label) : "",
            {},
            owner_of(holding, result.budget),
            worksheet_name(holding, result, several, view.language)};
}

// Of each holding what `rows_of_one` makes of it, with its curve.
template <typename Rows>
void each_curve(RowSink& rows, const Result& result, const View& view, Rows rows_of_one) {
    const std::vector<Holding> all = holdings(result);
    for (const Holding& holding : all) {
        rows.begin(block_of(result, holding, all.size(), view));
        rows_of_one(holding, curve(result.budget, holding, view.days()));
    }
}

Cell limit_of(const Curve& drawn, Money AccountLimits::*limit) {
    return drawn.limits ? Cell((*drawn.limits).*limit) : Cell();
}

// `days` has as many cells as the sheet has columns beside those of the periods.
void period_rows(RowSink& rows, const Result& result, const View& view, const Holding& holding, const Curve& drawn,
                 std::initializer_list<Cell> days) {
    for (const CurvePoint& point : curve_points(drawn, view.periods)) {
        std::vector<Cell> cells = {TextCell{result.scenario},
                                   TextCell{holding.entity},
                                   TextCell{holding.bank},
                                   PeriodCell{point.period, view.grid},
                                   point.lowest.amount,
                                   point.lowest.date,
                                   point.closing,
                                   limit_of(drawn, &AccountLimits::floor),
                                   limit_of(drawn, &AccountLimits::overdraft)};
        cells.insert(cells.end(), days);
        rows.row({}, cells);
    }
}

// Those around the lowest one, where periods are longer than a day.
std::vector<Plateau> plateaus_around(const Curve& drawn, const View& view) {
    return drawn.empty() || view.grid == Grid::day ? std::vector<Plateau>()
                                                   : plateaus(drawn, around_lowest(drawn, days_around));
}

// CSV is one table: so many evenings in turn are a row with their first day as its period.
void flat_rows(RowSink& rows, const Result& result, const View& view) {
    each_curve(rows, result, view, [&](const Holding& holding, const Curve& drawn) {
        period_rows(rows, result, view, holding, drawn, {Cell()});
        for (const Plateau& one : plateaus_around(drawn, view))
            rows.row(
                {}, {TextCell{result.scenario}, TextCell{holding.entity}, TextCell{holding.bank},
                     PeriodCell{{one.days.first, one.days.first}, Grid::day}, one.amount, one.days.first, one.amount,
                     limit_of(drawn, &AccountLimits::floor), limit_of(drawn, &AccountLimits::overdraft), one.length()});
    });
}

void around_rows(RowSink& rows, const Result& result, const View& view) {
    if (view.grid == Grid::day)
        return;
    each_curve(rows, result, view, [&](const Holding& holding, const Curve& drawn) {
        for (const Plateau& one : plateaus_around(drawn, view))
            rows.row({}, {TextCell{result.scenario}, TextCell{holding.entity}, TextCell{holding.bank}, one.days.first,
                          one.length(), one.amount});
    });
}

void evening_rows(RowSink& rows, const Result& result, const View& view) {
    each_curve(rows, result, view, [&](const Holding& holding, const Curve& drawn) {
        for (Date day = drawn.first; !drawn.empty() && day <= drawn.last(); day = day + 1) {
            const Money balance = drawn.on(day);
            rows.row({},
                     {TextCell{result.scenario}, TextCell{holding.entity}, TextCell{holding.bank},
                      PeriodCell{{day, day}, Grid::day}, balance, limit_of(drawn, &AccountLimits::floor),
                      limit_of(drawn, &AccountLimits::overdraft), day == drawn.lowest.date ? Cell(balance) : Cell()});
        }
    });
}

std::vector<Column> period_columns(Language language) {
    return columns_of(
        {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")), head::id("bank", tr("Bank")),
         head::period("period", tr("Period")).headed(""), head::money("lowest", tr("Lowest")),
         head::date("lowest_on", tr("Lowest on")).joined().headed(tr("on")).to_the_right(),
         head::money("closing", tr("Closing")), head::money("floor", tr("Floor")),
         head::money("overdraft", tr("Agreed overdraft")).turned()},
        language);
}

// How far a holding goes in all cases that have it: they are drawn to one scale.
Extent extent_of_all(Results results, const std::vector<std::vector<Holding>>& all, const Holding& holding,
                     const View& view) {
    Extent extent;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (const Holding* same = same_holding(all[i], holding))
            extent.take(curve(results[i].budget, *same, view.days()));
    }
    return extent;
}

// A row: an evening, its balance, and what is said before it.
struct Evening {
    std::string period;
    Low low;
    bool lowest = false;
    bool year_told = false;  // by its period, or by the one above
};

// Rows of one field.
class CurveBars {
 public:
    CurveBars(const Curve& drawn, const TextStyle& style) : drawn_(drawn), style_(style) {
        if (drawn.limits && drawn.limits->floor != Money())
            marks_.floor = drawn.limits->floor;
        if (drawn.limits && drawn.limits->overdraft != Money())
            marks_.overdraft = drawn.limits->lowest_allowed();
    }

    // What the signs stand for.
    [[nodiscard]] std::string legend() const {
        std::string text;
        const auto add = [&](std::string_view sign, const Message& message) {
            text += (text.empty() ? "" : tell(tr("; "), style_)) + std::string(sign) + ' ' + tell(message, style_);
        };
        if (marks_.floor)
            add(floor_mark(style_.bars), {tr("floor of {amount}"), {{"amount", *marks_.floor}}});
        if (marks_.overdraft)
            add(overdraft_mark(style_.bars),
                {tr("end of the agreed overdraft of {amount}"), {{"amount", drawn_.limits->overdraft}}});
        return text.empty() ? text : wrapped(text, 0, page());
    }

    [[nodiscard]] std::string rows(const std::vector<Evening>& evenings, const Extent& extent) const {
        const bool periods = std::ranges::any_of(evenings, [](const Evening& one) { return !one.period.empty(); });
        constexpr std::size_t gap_and_zero = 3;
        const std::size_t taken = table(evenings, periods, extent).width() + gap_and_zero;
        const bool brief = taken + narrowest_field > page();
        TextTable names = table(evenings, periods, extent, brief);
        if (brief)
            names.narrow(page() - std::min(page(), least_field + gap_and_zero), 1);
        const std::size_t used = brief ? names.width() + gap_and_zero : taken;
        const std::size_t room = std::max(page() - std::min(page(), used), brief ? least_field : narrowest_field);
        const BarField field(extent.least, extent.most, static_cast<std::int64_t>(room));
        TextTable made = table(evenings, periods, extent, brief, &field);
        if (brief)
            made.narrow(page(), 1);
        return made.render(0, style_.colour);
    }

 private:
    [[nodiscard]] std::size_t page() const { return std::min(page_width(style_), widest_page); }

    // With the bars once there is a field for them. Figures have the room of the widest that the scale knows, so that
    // all that is drawn to it has as many cells.
    [[nodiscard]] TextTable table(const std::vector<Evening>& evenings, bool periods, const Extent& extent,
                                  bool brief = false, const BarField* field = nullptr) const {
        std::vector<TableColumn> columns(periods ? 2 : 1, Align::left);
        columns.insert(columns.end(), {Align::right, Align::left});
        TextTable made(std::move(columns));
        const std::size_t widest = std::max(display_width(write_figure(extent.least, style_.amounts, style_.language)),
                                            display_width(write_figure(extent.most, style_.amounts, style_.language)));
        const std::string lowest = (style_.bars == Bars::ascii ? "< " : "← ") + tell(tr("lowest"), style_);
        for (const Evening& evening : evenings) {
            std::vector<TableCell> cells;
            if (periods)
                cells.push_back({evening.period});
            cells.push_back(
                {brief ? brief_day(evening.low.date, style_, evening.year_told) : short_day(evening.low.date, style_),
                 evening.lowest ? Style::strong : Style::plain});
            cells.push_back(figure(evening.low.amount, style_, evening.lowest ? Style::strong : Style::plain));
            const std::size_t width = display_width(cells.back().text);
            cells.back().text.insert(0, widest - std::min(widest, width), ' ');
            if (field != nullptr)
                cells.push_back({bar(*field, evening.low.amount, marks_, evening.lowest ? lowest : "", style_.bars)});
            made.row(cells);
        }
        return made;
    }

    const Curve& drawn_;
    const TextStyle& style_;
    BarMarks marks_;
};

// Of each period its lowest evening, then its last one, where that is higher.
std::vector<Evening> evenings_of_periods(const Curve& drawn, const View& view) {
    std::vector<Evening> evenings;
    for (const CurvePoint& point : curve_points(drawn, view.periods)) {
        const std::string name =
            view.grid == Grid::day ? std::string() : period_name(point.period, view.grid, view.language);
        const bool told = view.grid != Grid::day;
        evenings.push_back({name, point.lowest, point.lowest.date == drawn.lowest.date, told});
        if (point.recovers())
            evenings.push_back({"", {point.closing, point.period.last}, false, told});
    }
    return evenings;
}

// A row for each balance, with its days.
std::vector<Evening> evenings_around_lowest(const Curve& drawn, const View& view, const TextStyle& style) {
    std::vector<Evening> evenings;
    for (const Plateau& one : plateaus_around(drawn, view))
        evenings.push_back({tell({tr("{n} {n:day|days} from"), {{"n", one.length()}}}, style),
                            {one.amount, one.days.first},
                            one.days.first == drawn.lowest.date});
    return evenings;
}

Extent extent_of(const std::vector<Evening>& evenings) {
    Extent extent;
    for (const Evening& evening : evenings)
        extent.take(evening.low.amount);
    return extent;
}

std::string holding_text(const Result& result, const Holding& holding, const View& view, const Extent& extent,
                         const TextStyle& style) {
    const Curve drawn = curve(result.budget, holding, view.days());
    const std::string name = holding_name(holding, view.language);
    std::string out = heading(titled_in(titled(name, result.scenario, result.label), style), style);
    if (drawn.empty())
        return out + tell(tr("Opens after the days shown."), style) + "\n\n";
    const CurveBars bars(drawn, style);
    out += bars.legend() + bars.rows(evenings_of_periods(drawn, view), extent) + '\n';
    if (view.grid == Grid::day)
        return out;
    const std::vector<Evening> around = evenings_around_lowest(drawn, view, style);
    return out + heading(titled_in(tell(tr("The evenings around the lowest"), style), style), style) +
           bars.rows(around, extent_of(around)) + '\n';
}

// How many periods one mark stands for.
const char* together_words(Grid grid) {
    switch (grid) {
        case Grid::day:
            return tr("; a mark for {n} {n:day|days}");
        case Grid::month:
            break;
        case Grid::quarter:
            return tr("; a mark for {n} {n:quarter|quarters}");
        case Grid::year:
            return tr("; a mark for {n} {n:year|years}");
    }
    return tr("; a mark for {n} {n:month|months}");
}

bool overlaps(const std::vector<Stretch>& stretches, const Period& days) {
    return std::ranges::any_of(stretches,
                               [&](const Stretch& one) { return one.first <= days.last && one.last >= days.first; });
}

std::vector<SparkMark> spark_marks(const std::vector<CurvePoint>& points, const Headline& headline) {
    std::vector<SparkMark> marks;
    for (const CurvePoint& point : points)
        marks.push_back({point.lowest.amount, overlaps(headline.plan.overdrawn, point.period)});
    return marks;
}

// One for so many of them.
std::vector<SparkMark> put_together(const std::vector<SparkMark>& marks, std::size_t together) {
    std::vector<SparkMark> fewer;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (i % together == 0)
            fewer.push_back(marks[i]);
        else
            fewer.back() = {std::min(fewer.back().amount, marks[i].amount),
                            fewer.back().overdrawn || marks[i].overdrawn};
    }
    return fewer;
}

// What stands behind the marks; less and less of it where there is little room, for the first of the five lines has the
// lowest with its day too. The amount always stays: the second line tells the days overdrawn.
std::array<std::string, 3> spark_words(const Curve& drawn, bool overdrawn, const Headline& headline,
                                       const TextStyle& style) {
    const bool several = headline.banks.size() > 1;
    const std::string month = period_name({drawn.lowest.date, drawn.lowest.date}, Grid::month, style.language);
    const std::vector<std::pair<const char*, Argument>> low = {{"amount", drawn.lowest.amount}, {"month", month}};
    const std::string legend =
        overdrawn ? tell({tr(" ({mark} overdrawn)"), {{"mark", std::string(overdrawn_mark(style.bars))}}}, style) : "";
    const std::string amount = several ? tell({tr("{amount}, all accounts together"), low}, style)
                                       : write_amount(drawn.lowest.amount, style.language);
    return {tell({several ? tr("{amount} in {month}, all accounts together") : tr("{amount} in {month}"), low}, style) +
                legend,
            amount + legend, amount};
}

}  // namespace

Sheet curve_sheet(Results results, const View& view) {
    Sheet sheet = {"curve", period_columns(view.language),
                   rows_of(results, view, [](RowSink& rows, const Result& result, const View& shown) {
                       each_curve(rows, result, shown, [&](const Holding& holding, const Curve& drawn) {
                           period_rows(rows, result, shown, holding, drawn, {});
                       });
                   })};
    sheet.apart = true;
    return sheet;
}

Sheet flat_curve_sheet(Results results, const View& view) {
    std::vector<Column> columns = period_columns(view.language);
    columns.push_back(columns_of({head::count("days", tr("Days"))}, view.language).front());
    return {"curve", std::move(columns), rows_of(results, view, flat_rows)};
}

Sheet around_lowest_sheet(Results results, const View& view) {
    Sheet sheet = {"around_lowest",
                   columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                               head::id("bank", tr("Bank")), head::date("date", tr("Date")).headed(tr("From")),
                               head::count("days", tr("Days")), head::money("balance", tr("Balance"))},
                              view.language),
                   rows_of(results, view, around_rows)};
    sheet.apart = true;
    return sheet;
}

Sheet evenings_sheet(Results results, const View& view) {
    return {
        "curve",
        columns_of(
            {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")), head::id("bank", tr("Bank")),
             head::period("period", tr("Day")), head::money("balance", tr("Balance")),
             head::money("floor", tr("Floor")), head::money("overdraft", tr("Agreed overdraft")).turned(),
             head::money("mark", tr("Lowest of all"))},
            view.language),
        rows_of(results, view, evening_rows),
        {},
        0,
        false,
        Chart{std::string(translate(tr("Balance"), view.language)),
              "period",
              {{"balance", Drawn::line}, {"floor", Drawn::limit}, {"overdraft", Drawn::limit}, {"mark", Drawn::point}},
              true}};
}

std::string curve_text(Results results, const View& view, const TextStyle& style) {
    std::vector<std::vector<Holding>> all;  // of each result
    for (const Result& result : results)
        all.push_back(holdings(result));
    std::string out = wrapped(tell(view.grid == Grid::day
                                       ? tr("The balance of each evening.")
                                       : tr("Of each period the lowest evening, and where it is higher, the last."),
                                   style),
                              0, std::min(page_width(style), widest_page)) +
                      '\n';
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const Holding& holding : all[i])
            out += holding_text(results[i], holding, view, extent_of_all(results, all, holding, view), style);
    }
    return out;
}

std::string curve_line(const Result& result, const Headline& headline, const View& view, const TextStyle& style,
                       std::size_t width) {
    if (style.bars == Bars::none)
        return "";
    const Curve drawn =
        curve(result.budget, entity_series(result.budget, result.projection, headline.entity, result.selection),
              headline.banks, view.days());
    const std::vector<CurvePoint> points = curve_points(drawn, view.periods);
    if (points.size() < 2)
        return "";
    const std::vector<SparkMark> all = spark_marks(points, headline);
    const bool overdrawn = std::ranges::any_of(all, &SparkMark::overdrawn);
    const std::array<std::string, 3> texts = spark_words(drawn, overdrawn, headline, style);
    const auto line_of = [&](std::size_t together, const std::string& text) {
        return spark(put_together(all, together), style.bars) + "  " + text +
               (together > 1 ? tell({together_words(view.grid), {{"n", static_cast<std::int64_t>(together)}}}, style)
                             : "");
    };
    for (const std::string& text : texts) {
        for (std::size_t together = 1; together <= all.size(); ++together) {
            if (put_together(all, together).size() < std::min(all.size(), fewest_marks))
                break;
            std::string line = line_of(together, text);
            if (display_width(line) <= width)
                return line;
        }
    }
    const std::size_t room = std::max<std::size_t>(width, 1);
    return line_of((all.size() + room - 1) / room, texts.back());
}

}  // namespace msp
