// SPDX-License-Identifier: MIT
#include <msp-forecast/settings.hpp>
#include <msp/dates/written_date.hpp>
#include <msp/money/parse.hpp>
#include <msp/report/explain_figure.hpp>
#include <support/option_values.hpp>

#include <algorithm>
#include <array>
#include <variant>

namespace msp::app {
namespace {

constexpr auto view_group = tr("What is shown");
constexpr auto watch_group = tr("Alerts, for cron");
constexpr auto file_group = tr("The budget file");

// "90d", "90j", "90", "120 jours"
std::optional<std::int32_t> days_from(std::string_view text) {
    constexpr std::array<std::string_view, 7> units = {"", "d", "j", "day", "days", "jour", "jours"};
    const QuantityResult result = parse_quantity(text);
    const Quantity* days = std::get_if<Quantity>(&result);
    if (days == nullptr || !days->whole || std::ranges::find(units, days->unit) == units.end() ||
        days->number < Rate() || days->number > Rate(36'525, 0))
        return std::nullopt;
    return static_cast<std::int32_t>(days->number.digits());
}

std::optional<Message> check_days(std::string_view value) {
    if (days_from(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a number of days such as 90d"), {{"value", std::string(value)}}};
}

std::optional<int> months_from(std::string_view text) {
    constexpr int most = 1200;  // as many as the key of that name
    return whole_number_from(text, 1, most);
}

std::optional<Message> check_months(std::string_view value) {
    if (months_from(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a number of months from 1 to 1200"), {{"value", std::string(value)}}};
}

std::optional<Message> check_day(std::string_view value) {
    if (value == "as-of" || parse_written_date(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is neither a date such as 2026-12-31 or 31/12/2026 nor as-of"),
                   {{"value", std::string(value)}}};
}

constexpr std::array options = {
    Option{
        .name = "view",
        .help = tr(
            "A period a row (balance, the default); the lines in rows and the periods in columns (plan); "
            "the lows and closings of the periods as bars (curve); each movement; one row a file and entity "
            "(summary); the loans' schedules; what the activity leaves to pay them (debt-service); with "
            "--actuals what became of each amount due (due), and what each line ends the exercise with "
            "(landing); the result by exercise, and what leads from it to the change of cash (income), and as a "
            "grant's budget asks for it (grant-budget); "
            "the days not to forget (calendar); by when to give notice of contracts; what the plan rests on, typed, by "
            "default or by law (assumptions)"),
        .group = view_group,
        .words = tr("balance|plan|curve|movements|summary|loans|debt-service|due|landing|income|grant-budget|calendar|"
                    "contracts|assumptions"),
        .french = "vue",
        .brief = view_group},
    Option{
        .name = "pack",
        .help = tr("One workbook with the five lines, balances, curve, plan, movements, scenarios, result, loans, debt "
                   "service, landing, due amounts, ACI, shared charges, distribution and assumptions (all, the "
                   "default); or what a bank asks for: 24 months, without movements, due amounts, ACI, charges and "
                   "distribution (bank)"),
        .group = view_group,
        .words = tr("all|bank"),
        .french = "liasse",
        .bare = "all",
        .brief = tr("Every question a worksheet of one workbook, or what a bank asks for")},
    Option{.name = "sort",
           .help = tr("Order of the summary: the worst first (severity, the default), or as the files are named"),
           .group = view_group,
           .words = tr("severity|file"),
           .french = "tri"},
    Option{.name = "by",
           .help = tr("Length of a period; month without it"),
           .group = view_group,
           .words = tr("day|month|quarter|year"),
           .french = "par"},
    Option{.name = "from",
           .help = tr("The first month shown, such as 2026-04, instead of the budget's"),
           .group = view_group,
           .metavar = tr("MONTH"),
           .check = check_month},
    Option{.name = "months",
           .help = tr("How many months are shown, instead of the budget's"),
           .group = view_group,
           .metavar = tr("NUMBER"),
           .check = check_months},
    Option{.name = "count",
           .help = tr("Count hoped-for money too; without it only what is notified, assumed or planned"),
           .group = view_group,
           .words = tr("notified|hoped")},
    Option{.name = "distributable",
           .help = tr("The day for which to say what can be paid out, instead of the as-of day"),
           .group = view_group,
           .metavar = tr("DATE|as-of"),
           .check = check_day},
    Option{
        .name = "until",
        .help = tr("What can be paid out keeps the limit until the eve of the next ACI, or until the end of the days "
                   "shown"),
        .group = view_group,
        .words = tr("next-aci|end")},
    Option{.name = "above",
           .help = tr("The limit that it keeps: each account's floor, or zero"),
           .group = view_group,
           .words = tr("floor|zero")},
    Option{.name = "entity", .help = tr("Show this entity alone"), .group = view_group, .metavar = tr("ID")},
    Option{.name = "bank", .help = tr("Show this account alone"), .group = view_group, .metavar = tr("ID")},
    Option{.name = "actuals",
           .help = tr("An accounting export (FEC): what it has up to its last bank entry takes the place of what was "
                      "planned, and the forecast goes on from there"),
           .group = view_group,
           .metavar = tr("FILE"),
           .repeatable = true,
           .french = "realise"},
    Option{.name = "voted",
           .help = tr("With --view grant-budget: the budget as the assembly voted it, beside the one of today"),
           .group = view_group,
           .metavar = tr("FILE"),
           .french = "vote"},
    Option{.name = "since",
           .help = tr("What changed since this earlier forecast, by line and cause, instead of a view: a file that "
                      "msp-actuals --archive keeps, or its folder for the latest one"),
           .group = view_group,
           .metavar = tr("FILE|DIR"),
           .french = "depuis"},
    Option{
        .name = "fail-on",
        .help = tr("Exit with status 1 where an account goes below its floor, or below zero, or where a contract ends "
                   "or has to be given notice of"),
        .group = watch_group,
        .words = tr("floor|overdraft|contract"),
        .repeatable = true},
    Option{.name = "fail-below",
           .help = tr("Exit with status 1 where an account goes below this amount"),
           .group = watch_group,
           .metavar = tr("AMOUNT"),
           .check = check_amount},
    Option{.name = "within",
           .help = tr("Look only so many days from the as-of day on, such as 90d; with --view contracts too"),
           .group = watch_group,
           .metavar = tr("DAYS"),
           .check = check_days},
    Option{.name = "format",
           .help = tr("text to be read (the default), csv for rows of data, json for a program, html to be printed or "
                      "sent: a page that stands alone, xlsx for a spreadsheet: a workbook that recalculates, ics for a "
                      "calendar: the days not to forget"),
           .group = writing_group,
           .words = tr("text|csv|json|html|xlsx|ics"),
           .brief = writing_group},
    Option{.name = "rewrite",
           .help = tr("With --check: print the file with its keys in French or English"),
           .group = file_group,
           .words = "fr|en"},
    Option{.name = "init",
           .help = tr("Print a commented file to start from"),
           .group = file_group,
           .words = tr("sisa|sisa-scm|sci|new-msp"),
           .alone = {"option.init", tr("--init prints a new file and reads none"), {"keys"}}},
    Option{.name = "keys", .help = tr("With --init: the language of its keys"), .group = file_group, .words = "fr|en"},
};

constexpr std::array companions = {Companion{"option.keys", "keys", {"init"}},
                                   Companion{"option.since", "since", {"actuals"}},
                                   Companion{"option.rewrite", "rewrite", {"check"}}};

std::string question_of(const Options& given) {
    for (const char* const question : {"check", "since", "explain", "pack"}) {
        if (!given.values(question).empty())
            return question;
    }
    if (const auto view = given.value("view"))
        return "view " + *view;
    if (given.format() == Format::ics || given.format() == Format::html)
        return std::string("format ") + (given.format() == Format::ics ? "ics" : "html");
    return "view balance";
}

bool asks(const Options& given, std::initializer_list<std::string_view> any) {
    return std::ranges::find(any, question_of(given)) != any.end();
}

// Without what is told beside them: the five lines, and the curve of the periods.
bool only_rows(const Options& given, std::initializer_list<std::string_view> any) {
    return given.format() == Format::csv && asks(given, any);
}

// Whatever days are shown.
bool shows_all_rows(const Options& given) {
    return only_rows(given, {"view loans", "view due", "view landing"});
}

// Whether the five lines, or what a firm's table has of them, are no part of the answer.
bool without_headlines(const Options& given) {
    if (asks(given, {"check"}))
        return false;
    if (asks(given, {"explain"}))
        return parse_figure(given.value("explain").value_or("")) != Figure::distributable;
    if (given.format() == Format::csv)
        return !asks(given, {"view summary"});
    // A workbook has the columns of the data, too.
    if (asks(given, {"view summary"}))
        return given.format() == Format::text || given.format() == Format::html;
    return given.format() != Format::json &&
           asks(given, {"view calendar", "view contracts", "view assumptions", "format ics", "since"});
}

constexpr const char* of_days =
    tr("--{option} moves the days shown, and --{question} tells how contracts stand on the as-of day");
constexpr const char* other_day = tr("--as-of is that day, and --within says how many days to look ahead");
constexpr const char* of_payout = tr("--{option} is about what can be paid out, which this answer does not say");
constexpr const char* of_rows = tr("--{option} has no effect on the rows of --{question}, and CSV has nothing else");
constexpr const char* of_watch = tr("--{option} watches the accounts, and --check computes nothing");

constexpr std::array unused = {
    Unused{"sort",
           [](const Options& given) {
               return !asks(given, {"view summary", "check"});
           },
           tr("--{option} is the order of --view summary, and --{question} has none")},
    Unused{"by",
           [](const Options& given) {
               const bool rows = given.format() == Format::csv || given.format() == Format::json;
               return asks(given, {"view summary", "view calendar", "view contracts", "view assumptions", "format ics",
                                   "explain", "since"}) ||
                      (rows && asks(given, {"view movements", "view debt-service", "view due", "view landing"}));
           },
           tr("--{option} is the length of periods, and --{question} has none")},
    Unused{"from", [](const Options& given) { return asks(given, {"view contracts"}); }, of_days, other_day},
    Unused{"months", [](const Options& given) { return asks(given, {"view contracts"}); }, of_days, other_day},
    Unused{"from", shows_all_rows, of_rows},
    Unused{"months", shows_all_rows, of_rows},
    Unused{"count", [](const Options& given) { return only_rows(given, {"view loans"}); }, of_rows},
    Unused{"distributable", without_headlines, of_payout},
    Unused{"until", without_headlines, of_payout},
    Unused{"above", without_headlines, of_payout},
    Unused{"fail-on", [](const Options& given) { return given.flag("check"); }, of_watch},
    Unused{"fail-below", [](const Options& given) { return given.flag("check"); }, of_watch},
};

constexpr std::array examples = {
    Example{"msp-forecast budget.toml", tr("the five lines and the months")},
    Example{"msp-forecast --view plan --by quarter budget.toml", tr("the plan, by quarter")},
    Example{"msp-forecast --format csv --csv-dialect excel-fr --output plan.csv budget.toml",
            tr("for a French spreadsheet")},
    Example{"msp-forecast --pack bank --output bank.xlsx budget.toml", tr("a workbook for the bank")},
    Example{"msp-forecast --scenario aci-late budget.toml", tr("a scenario beside the base")},
    Example{"msp-forecast --explain software@2026-04 budget.toml", tr("why this figure")},
    Example{"msp-forecast --explain lowest budget.toml", tr("how the account gets so low")},
    Example{"msp-forecast --actuals 123456782FEC20261231.txt --since forecasts budget.toml",
            tr("what changed since last month's forecast")},
    Example{"msp-forecast --fail-on overdraft --within 90d budget.toml", tr("in a cron job")},
    Example{"msp-forecast --format ics --as-of today --output budget.ics budget.toml",
            tr("the days not to forget, for a calendar")},
    Example{"msp-forecast --view contracts --within 90d --as-of today budget.toml", tr("which contracts end soon")},
};

template <typename Kind>
Kind chosen(const Options& given, const char* name, std::initializer_list<std::string_view> words) {
    const std::string word = given.value(name).value_or(std::string(*words.begin()));
    return static_cast<Kind>(std::find(words.begin(), words.end(), word) - words.begin());
}

constexpr std::array not_rounded = {NotRounded{"init", tr("a budget is computed from amounts to the cent")}};

}  // namespace

const Program forecast_program = {
    .name = "msp-forecast",
    .about = tr("From a budget file to a cash plan, by day and by month: how low the account goes, on which day, and "
                "what can be paid out."),
    .operand = tr("BUDGET"),
    .one_table = [](const Options& given) { return given.value("view") == "summary"; },
    .usual_format = [](const Options& given) -> const char* {
        return given.value("pack") && !given.flag("check") ? "xlsx" : nullptr;
    },
    .options = options,
    .companions = companions,
    .not_rounded = not_rounded,
    .unused = unused,
    .question = question_of,
    .examples = examples,
};

Settings settings_from(const Options& given) {
    Settings settings;
    settings.view =
        chosen<ViewKind>(given, "view",
                         {"balance", "plan", "curve", "movements", "summary", "loans", "debt-service", "due", "landing",
                          "income", "grant-budget", "calendar", "contracts", "assumptions"});
    if (given.format() == Format::ics && !given.value("view"))
        settings.view = ViewKind::calendar;
    if (const auto pack = given.value("pack"))
        settings.pack = *pack == "bank" ? Pack::bank : Pack::all;
    // The default comes first in the list, so the months do not stand in their own order here.
    constexpr std::array grids = {Grid::month, Grid::day, Grid::quarter, Grid::year};
    settings.grid = grids.at(chosen<std::size_t>(given, "by", {"month", "day", "quarter", "year"}));
    if (settings.view == ViewKind::loans && settings.grid == Grid::year)
        settings.view = ViewKind::loan_years;
    settings.count = given.value("count").value_or("") == "hoped" ? Count::hoped : Count::notified;
    settings.explain = given.value("explain");
    settings.actuals = given.values("actuals");
    settings.voted = given.value("voted");
    settings.since = given.value("since");
    if (settings.since)
        settings.view = ViewKind::bridge;
    settings.page = given.format() == Format::html && !given.value("view") && !settings.since && !settings.packs();
    settings.worst_first = given.value("sort") != "file";
    settings.as_of = given.as_of();
    if (const auto day = given.value("distributable"))
        settings.distributable = parse_written_date(*day);
    if (given.value("until") || given.value("above"))
        settings.payout = PayoutQuestion{chosen<Until>(given, "until", {"next-aci", "end"}),
                                         chosen<Limit>(given, "above", {"floor", "zero"})};
    settings.entity = given.value("entity");
    settings.bank = given.value("bank");
    if (const auto month = given.value("from"))
        settings.from = parse_month(*month);
    if (const auto number = given.value("months"))
        settings.months = months_from(*number);
    else if (settings.pack == Pack::bank)
        settings.months = 24;
    for (const std::string& limit : given.values("fail-on"))
        (limit == "floor"       ? settings.fail_floor
         : limit == "overdraft" ? settings.fail_overdraft
                                : settings.fail_contract) = true;
    if (const auto amount = given.value("fail-below"))
        settings.fail_below = amount_from(*amount);
    if (const auto days = given.value("within"))
        settings.within = days_from(*days);
    return settings;
}

}  // namespace msp::app
