// SPDX-License-Identifier: MIT
#include <array>
#include <msp-charges/settings.hpp>

namespace msp::app {
namespace {

constexpr auto question_group = tr("What is asked");

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

constexpr std::array options = {
    Option{.name = "exercise",
           .help = tr("The financial year, named by the year in which it ends. Without it: that of --as-of or of the "
                      "bank's date"),
           .group = question_group,
           .metavar = tr("YEAR"),
           .check = check_exercise},
    Option{.name = "by",
           .help = tr("Shares of each month or quarter; year is the exercise as a whole, as without it"),
           .group = question_group,
           .words = tr("month|quarter|year")},
    Option{.name = "calls",
           .help = tr("The calls for the shares of the budget: when, how much, of which line"),
           .group = question_group},
    Option{.name = "settle",
           .help = tr("The settlement of the exercise: what each member was called and paid, their share of what the "
                      "lines really cost, and the balance"),
           .group = question_group},
    Option{.name = "propose",
           .help = tr("The calls for the next exercise that follow from what the lines really cost in this one"),
           .group = question_group},
    Option{
        .name = "distribute",
        .help = tr("The distribution of the ACI money to the professionals: by rates, points and lump sums, and whose "
                   "fees are to be declared"),
        .group = question_group},
    Option{
        .name = "statement",
        .help = tr("A page to hand over to a member, or to each with all: shares, calls, and the settlement once costs "
                   "or payments of the exercise are said"),
        .group = question_group,
        .metavar = tr("MEMBER|all")},
    Option{.name = "explain",
           .help = tr("Show how a member's share of a line comes about, such as rent@dr-martin, or of all lines, "
                      "dr-martin"),
           .group = question_group,
           .metavar = tr("WHAT")},
};

constexpr std::array<const char*, 7> questions = {"by",         "calls",     "settle", "propose",
                                                  "distribute", "statement", "explain"};

constexpr std::array examples = {
    Example{"msp-charges budget.toml", tr("what each member owes of the exercise")},
    Example{"msp-charges --exercise 2026 --by month budget.toml", tr("month by month")},
    Example{"msp-charges --calls budget.toml", tr("what to call, and when")},
    Example{"msp-charges --settle --exercise 2025 budget.toml", tr("what each member gets back or still pays")},
    Example{"msp-charges --distribute budget.toml", tr("what each professional receives of the ACI")},
    Example{"msp-charges --statement all --output statements budget.toml", tr("a file for each member, in a folder")},
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
    .questions = questions,
    .examples = examples,
};

ChargesSettings charges_settings_from(const Options& given) {
    ChargesSettings settings;
    if (const auto exercise = given.value("exercise"))
        settings.exercise = exercise_from(*exercise);
    settings.explain = given.value("explain");
    settings.statement = given.value("statement");
    if (given.flag("calls"))
        settings.question = ChargesQuestion::calls;
    else if (given.flag("settle"))
        settings.question = ChargesQuestion::settlement;
    else if (given.flag("propose"))
        settings.question = ChargesQuestion::proposal;
    else if (given.flag("distribute"))
        settings.question = ChargesQuestion::distribution;
    const auto by = given.value("by");
    if (by && *by == "month")
        settings.grid = Grid::month;
    else if (by && *by == "quarter")
        settings.grid = Grid::quarter;
    return settings;
}

}  // namespace msp::app
