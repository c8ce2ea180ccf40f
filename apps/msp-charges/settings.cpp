// SPDX-License-Identifier: MIT
#include <support/option_values.hpp>

#include <algorithm>
#include <array>
#include <msp-charges/people.hpp>
#include <msp-charges/settings.hpp>

namespace msp::app {
namespace {

// The exercises before and after it, which its payments may belong to, have to be in the calendar too.
std::optional<std::int16_t> exercise_from(std::string_view text) {
    constexpr int margin = 9;
    const std::optional<std::int16_t> year = year_from(text);
    return year && *year > Date::first_year && *year <= Date::last_year - margin ? year : std::nullopt;
}

std::optional<Message> check_exercise(std::string_view value) {
    if (exercise_from(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not an exercise such as 2026, named by the year in which it ends"),
                   {{"value", std::string(value)}}};
}

std::optional<Message> check_compared(std::string_view value) {
    std::vector<std::string> names = names_in(value);
    if (std::ranges::find(names, "") != names.end())
        return Message{tr("\"{value}\" has an empty place; --compare-keys takes keys such as equal,surface"),
                       {{"value", std::string(value)}}};
    std::ranges::sort(names);
    if (const auto twice = std::ranges::adjacent_find(names); twice != names.end())
        return Message{tr("--compare-keys names {key} more than once"), {{"key", *twice}}};
    return std::nullopt;
}

// Above zero.
std::optional<Rate> rise_from(std::string_view text) {
    constexpr Rate most(10, 0);
    const std::optional<Rate> rise = percentage_from(text);
    return rise && *rise > Rate() && *rise <= most ? rise : std::nullopt;
}

std::optional<Message> check_rise(std::string_view value) {
    if (rise_from(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a rise of a year such as 10%, above 0 % and up to 1000 %"),
                   {{"value", std::string(value)}}};
}

// What stands behind an @ and can only be meant as a day is one.
std::optional<Message> check_named_day(std::string_view value) {
    const std::size_t at = value.rfind('@');
    if (at == std::string_view::npos || named_day(value).day ||
        value.find_first_not_of("0123456789-/", at + 1) != std::string_view::npos)
        return std::nullopt;
    return Message{tr("\"{value}\" has no day such as 2026-06-30 or 30/06/2026 after the @"),
                   {{"value", std::string(value)}}};
}

constexpr std::array options = {
    Option{.name = "exercise",
           .help = tr("The financial year, named by the year in which it ends. Without it: that of --as-of or of the "
                      "bank's date"),
           .group = question_group,
           .metavar = tr("YEAR"),
           .check = check_exercise,
           .french = "exercice"},
    Option{.name = "by",
           .help = tr("Shares of each month or quarter; year is the exercise as a whole, as without it"),
           .group = question_group,
           .words = tr("month|quarter|year"),
           .french = "par"},
    Option{.name = "calls",
           .help = tr("The calls for the shares of the budget: when, how much, of which line"),
           .group = question_group},
    Option{.name = "settle",
           .help = tr("The settlement of the exercise: what each member was called and paid, their share of what the "
                      "lines really cost, and the balance"),
           .group = question_group},
    Option{.name = "actuals",
           .help = tr("With a settlement or --unpaid: an accounting export (FEC) that says what the lines of the "
                      "exercise really cost, by the rules of the budget, and what members really paid"),
           .group = question_group,
           .metavar = tr("FILE"),
           .repeatable = true,
           .french = "realise"},
    Option{.name = "propose",
           .help = tr("The calls for the next exercise that follow from what the lines really cost in this one"),
           .group = question_group},
    Option{
        .name = "distribute",
        .help = tr("The distribution of the ACI money to the professionals: by rates, points and lump sums, and whose "
                   "fees are to be declared"),
        .group = question_group},
    Option{.name = "compare-rules",
           .help = tr("What each beneficiary of a distribution receives by its rule and by its alternatives, side by "
                      "side"),
           .group = question_group},
    Option{
        .name = "unpaid",
        .help = tr("What members have not paid of their calls on the day of --as-of, by age: up to 30, 60, 90 days and "
                   "more, for reminders"),
        .group = question_group},
    Option{
        .name = "entries",
        .help = tr("Calls, settlement and distributions of the exercise as balanced journal entries, with the columns "
                   "of a FEC"),
        .group = question_group},
    Option{.name = "fec",
           .help = tr("The entries of this entity in the form of a FEC, to be imported into accounting software: tab, "
                      "decimal comma, days as 20260105"),
           .group = question_group,
           .metavar = tr("ENTITY")},
    Option{
        .name = "statement",
        .help = tr("A page to hand over to a member, or to each with all: shares, calls, and the settlement once costs "
                   "or payments of the exercise are said"),
        .group = question_group,
        .metavar = tr("MEMBER|all"),
        .french = "releve"},
    Option{.name = "without",
           .help = tr("If this member leaves: DATE is the last day present, as 2026-06-30; without it, the eve of the "
                      "exercise. A scenario beside the base, on the last --scenario; may be repeated"),
           .group = question_group,
           .metavar = tr("MEMBER[@DATE]"),
           .repeatable = true,
           .check = check_named_day,
           .french = "sans"},
    Option{
        .name = "with",
        .help = tr("If the members of this file join, on DATE or as the file says: CSV rows, or tables of members and "
                   "of rooms. In the same scenario as --without; may be repeated"),
        .group = question_group,
        .metavar = tr("FILE[@DATE]"),
        .repeatable = true,
        .check = check_named_day,
        .french = "avec"},
    Option{.name = "compare-keys",
           .help = tr("What each of these keys would change, tried on all shared lines: who gains, who loses. A key of "
                      "the budget by its id, or equal, rooms or a figure of the members"),
           .group = question_group,
           .metavar = tr("KEY,KEY…"),
           .check = check_compared,
           .french = "comparer-cles"},
    Option{
        .name = "transition",
        .help = tr("With --compare-keys: nobody pays more than so much above the year before, such as 10%; the years "
                   "until the key is reached"),
        .group = question_group,
        .metavar = tr("RISE"),
        .check = check_rise},
    Option{.name = "explain",
           .help = tr("Show how a member's share of a line comes about, such as rent@dr-martin, or of all lines, "
                      "dr-martin"),
           .group = question_group,
           .metavar = tr("WHAT")},
};

constexpr std::array<const char*, 12> questions = {"by",         "calls",         "settle",       "propose",
                                                   "distribute", "compare-rules", "unpaid",       "entries",
                                                   "fec",        "statement",     "compare-keys", "explain"};

constexpr std::array companions = {
    Companion{"option.transition", "transition", {"compare-keys"}},
    Companion{"option.actuals", "actuals", {"settle", "propose", "statement", "entries", "fec", "unpaid"}}};

constexpr const char* to_be_paid = tr("what is to be paid is told to the cent");
constexpr const char* to_be_booked = tr("entries are booked to the cent");
constexpr std::array not_rounded = {
    NotRounded{"calls", to_be_paid},     NotRounded{"settle", to_be_paid},     NotRounded{"unpaid", to_be_paid},
    NotRounded{"statement", to_be_paid}, NotRounded{"distribute", to_be_paid}, NotRounded{"entries", to_be_booked},
    NotRounded{"fec", to_be_booked},
};

constexpr std::array examples = {
    Example{"msp-charges budget.toml", tr("what each member owes of the exercise")},
    Example{"msp-charges --exercise 2026 --by month budget.toml", tr("month by month")},
    Example{"msp-charges --calls budget.toml", tr("what to call, and when")},
    Example{"msp-charges --settle --exercise 2025 budget.toml", tr("what each member gets back or still pays")},
    Example{"msp-charges --settle --exercise 2025 --actuals 123456782FEC20251231.txt budget.toml",
            tr("the same, costs as the books have them")},
    Example{"msp-charges --distribute budget.toml", tr("what each professional receives of the ACI")},
    Example{"msp-charges --unpaid --as-of today budget.toml", tr("whom to remind")},
    Example{"msp-charges --unpaid --actuals 123456782FEC20261231.txt budget.toml",
            tr("the same, on the last day that the books have of the bank")},
    Example{"msp-charges --fec main --output entries.txt budget.toml", tr("for the accounting software")},
    Example{"msp-charges --statement all --output statements budget.toml", tr("a file for each member, in a folder")},
    Example{"msp-charges --without dr-martin@2026-06-30 --with newcomer.toml budget.toml",
            tr("if one leaves at the end of June and another one comes")},
    Example{"msp-charges --compare-keys equal,surface --transition 10% budget.toml",
            tr("who gains and who loses by another key, and in how many years it is reached")},
    Example{"msp-charges --explain rent@dr-martin budget.toml", tr("why this share")},
    Example{"msp-charges --format csv --csv-dialect excel-fr --output charges.csv budget.toml",
            tr("for a French spreadsheet")},
};

}  // namespace

const Program charges_program = {
    .name = "msp-charges",
    .about = tr("From a budget file to what each member owes of the shared charges: by key, to the cent, exact and "
                "rounded."),
    .options = options,
    .companions = companions,
    .questions = questions,
    .not_rounded = not_rounded,
    .examples = examples,
};

ChargesSettings charges_settings_from(const Options& given) {
    ChargesSettings settings;
    if (const auto exercise = given.value("exercise"))
        settings.exercise = exercise_from(*exercise);
    settings.explain = given.value("explain");
    settings.statement = given.value("statement");
    settings.actuals = given.values("actuals");
    settings.fec = given.value("fec");
    if (given.flag("calls"))
        settings.question = ChargesQuestion::calls;
    else if (given.flag("settle"))
        settings.question = ChargesQuestion::settlement;
    else if (given.flag("propose"))
        settings.question = ChargesQuestion::proposal;
    else if (given.flag("distribute"))
        settings.question = ChargesQuestion::distribution;
    else if (const auto keys = given.value("compare-keys")) {
        settings.question = ChargesQuestion::comparison;
        settings.compared = names_in(*keys);
    } else if (given.flag("compare-rules"))
        settings.question = ChargesQuestion::rules;
    else if (given.flag("unpaid"))
        settings.question = ChargesQuestion::unpaid;
    else if (given.flag("entries") || settings.fec)
        settings.question = ChargesQuestion::entries;
    if (const auto rise = given.value("transition"))
        settings.rise = rise_from(*rise);
    const auto by = given.value("by");
    if (by && *by == "month")
        settings.grid = Grid::month;
    else if (by && *by == "quarter")
        settings.grid = Grid::quarter;
    return settings;
}

}  // namespace msp::app
