// SPDX-License-Identifier: MIT
#include <support/exports.hpp>

#include <algorithm>
#include <array>
#include <msp-actuals/settings.hpp>
#include <msp-actuals/statements.hpp>
#include <string_view>

namespace msp::app {
namespace {

constexpr std::array options = {
    Option{.name = "movements",
           .help = tr("The cash of the books by line, movement by movement, instead of the comparison with the budget"),
           .group = question_group},
    Option{.name = "suggest",
           .help = tr("Rules to paste into the budget, for what no rule of it takes"),
           .group = question_group},
    Option{.name = "view",
           .help = tr("What is held against the budget: the cash of the books (cash, the default), or of books of "
                      "accruals the result, classes 6 and 7; one row an export (summary), as for a mail"),
           .group = question_group,
           .words = tr("cash|result|summary"),
           .french = "vue",
           .brief = tr("What is held against the budget: cash, or the result of books of accruals")},
    Option{
        .name = "reconcile",
        .help = tr("The books of each bank against its statement: what only one of both has; and the members who owe, "
                   "by age"),
        .group = question_group,
        .french = "rapprocher"},
    Option{.name = "by",
           .help = tr("Length of a period; without it the year to date in text, else month"),
           .group = question_group,
           .words = tr("month|quarter|year"),
           .french = "par"},
    Option{.name = "voted",
           .help = tr("The budget as the assembly voted it: the other one is then the forecast as it stands today, "
                      "whose rules take the money of the books. Without it they are the same file"),
           .group = question_group,
           .metavar = tr("FILE"),
           .french = "vote"},
    Option{.name = "archive",
           .help = tr("Keep the forecast as it stands on the day up to which the books are read, in a file of this "
                      "folder: by line and day, with the lowest evening"),
           .group = question_group,
           .metavar = tr("DIR"),
           .french = "archives"},
    Option{.name = "accuracy",
           .help = tr("How good the forecasts were that the folder of --archive has, by line and month; nothing is "
                      "kept then"),
           .group = question_group},
    Option{
        .name = "validate",
        .help = tr("Whether an accounting export (FEC) is a legal one: status 0 if it is, 1 if it is not, 2 where it "
                   "cannot be read; and its bank account against the statements that are named beside it"),
        .group = question_group},
    Option{.name = "since",
           .help = tr("With --validate: what changed since this earlier export of the same books, entry by entry and "
                      "month by month"),
           .group = question_group,
           .metavar = tr("FILE"),
           .french = "depuis"},
    Option{
        .name = "anonymise",
        .help = tr("Write the export with names, labels and references replaced, to show it to others; days, amounts, "
                   "accounts and what is wrong with it stay"),
        .group = question_group},
    Option{
        .name = "draft",
        .help = tr("A first budget from the books of a year, one export an entity: lines, amounts, rhythm and rules, "
                   "with what it could not place"),
        .group = question_group},
    Option{.name = "keys",
           .help = tr("With --draft: the language of its keys"),
           .group = question_group,
           .words = "fr|en"},
    Option{.name = "output",
           .help = tr("Write to this file instead of standard output. It is replaced in one step or not at all. With "
                      "several exports to be validated or made anonymous, a folder: one file for each"),
           .group = writing_group,
           .metavar = tr("FILE")},
    Option{.name = "explain",
           .help = tr("Why a row is what it is: what was voted, what came with the account and the rule that takes it, "
                      "and what of the gap is timing. WHAT is a line (software), a period (2026-04) or both "
                      "(software@2026-04); unmapped is what no rule takes"),
           .group = question_group,
           .metavar = tr("WHAT")},
    Option{.name = "lang",
           .help = tr("The language of words and amounts. Without it: that of the locale, else French"),
           .group = writing_group,
           .words = "fr|en"},
};

constexpr std::array<const char*, 8> questions = {"validate", "anonymise", "movements", "suggest",
                                                  "draft",    "accuracy",  "reconcile", "explain"};

bool is_given(const Options& given, const char* option) {
    return !given.values(option).empty();
}

// What the comparison with the budget is asked by, which is no option.
constexpr const char* comparison = "";

std::string question_of(const Options& given) {
    std::string question = comparison;
    for (const char* each : questions) {
        if (is_given(given, each))
            question = each;
    }
    if (const auto view = given.value("view"); question == comparison && view && view != "cash")
        question = "view " + *view;
    return question;
}

bool asks(const Options& given, std::initializer_list<std::string_view> any) {
    return std::ranges::find(any, question_of(given)) != any.end();
}

bool asks_comparison(const Options& given) {
    return asks(given, {comparison, "view result", "view summary", "explain"});
}

// Of what a budget says, whatever is asked of it.
bool asks_budget(const Options& given) {
    return asks_comparison(given) || asks(given, {"movements", "suggest", "reconcile", "accuracy"});
}

constexpr const char* of_comparison =
    tr("--{option} belongs to the comparison with the budget, and --{question} asks something else");
constexpr const char* of_budget = tr("--{option} is about what a budget says, and --{question} reads none");

constexpr std::array unused = {
    Unused{"view", [](const Options& given) { return !asks_comparison(given); }, of_comparison},
    Unused{"by",  // of explain it is told by what it asks for
           [](const Options& given) {
               return !asks(given, {comparison, "view result", "accuracy", "explain"});
           },
           tr("--{option} is the length of the periods that are compared, and --{question} has none of them")},
    Unused{"voted", [](const Options& given) { return !asks_comparison(given); }, of_comparison},
    Unused{"archive", [](const Options& given) { return !asks_comparison(given) && !asks(given, {"accuracy"}); },
           of_comparison},
    Unused{"scenario", [](const Options& given) { return !asks_comparison(given) && !asks(given, {"movements"}); },
           tr("--{option} asks for the budget otherwise, and --{question} answers for the budget as it is alone")},
    Unused{"balances", [](const Options& given) { return !asks_budget(given); }, of_budget},
    Unused{"input", [](const Options& given) { return !asks_budget(given); }, of_budget},
    Unused{"law", [](const Options& given) { return !asks_budget(given) && !asks(given, {"draft"}); },
           tr("--{option} has rules that a budget is read with, and --{question} needs none")},
    Unused{"as-of", [](const Options& given) { return !asks_budget(given) && !asks(given, {"draft"}); },
           tr("--{option} is the day up to which the books are read, and --{question} is about all of them")},
};

constexpr std::array companions = {Companion{"option.since", "since", {"validate"}},
                                   Companion{"option.keys", "keys", {"draft"}},
                                   Companion{"option.accuracy", "accuracy", {"archive"}}};

// So that none is forgotten: an option of ours is a question, goes with one, says how the answer is written, or has a
// row above.
static_assert(std::ranges::all_of(options, [](const Option& option) {
    const auto called = [name = std::string_view(option.name)](const char* other) { return name == other; };
    return std::string_view(option.group) == writing_group || std::ranges::any_of(questions, called) ||
           std::ranges::any_of(unused, called, &Unused::option) ||
           std::ranges::any_of(companions, called, &Companion::option);
}));

constexpr std::array not_rounded = {
    NotRounded{"validate", tr("a cent between debit and credit is a fault of the books")},
    NotRounded{"anonymise", tr("an export has every amount to the cent")},
    NotRounded{"draft", tr("a budget is computed from amounts to the cent")},
    NotRounded{"suggest", tr("rules to paste are no table of amounts")},
    NotRounded{"reconcile", tr("what only one side has is found by its cents")},
};

constexpr std::array examples = {
    Example{"msp-actuals budget.toml 123456782FEC20261231.txt", tr("where do we stand against the budget?")},
    Example{"msp-actuals --voted voted.toml budget.toml 123456782FEC20261231.txt",
            tr("the same against what the assembly voted")},
    Example{"msp-actuals --view result budget.toml 123456782FEC20261231.txt",
            tr("charges and income against the budget, of books of accruals")},
    Example{"msp-actuals --view summary --quiet budget.toml 123456782FEC20261231.txt", tr("one line, in a cron job")},
    Example{"msp-actuals --archive forecasts budget.toml 123456782FEC20261231.txt",
            tr("the same, and the forecast kept")},
    Example{"msp-actuals --archive forecasts --accuracy budget.toml 123456782FEC20261231.txt",
            tr("how good were we three months ago?")},
    Example{"msp-actuals --movements --format csv budget.toml 123456782FEC20261231.txt",
            tr("the cash of the books, line by line")},
    Example{"msp-actuals --explain software@2026-04 budget.toml 123456782FEC20261231.txt", tr("why this figure")},
    Example{"msp-actuals budget.toml statement.xml", tr("the same from the bank's statement, without books")},
    Example{"msp-actuals --reconcile budget.toml 123456782FEC20261231.txt statement.xml",
            tr("what the bank has and the books have not")},
    Example{"msp-actuals --draft --output budget.toml 123456782FEC20251231.txt", tr("a budget to start from")},
    Example{"msp-actuals --validate 123456782FEC20261231.txt", tr("what is wrong with the export, line by line")},
    Example{"msp-actuals --validate --since march.txt april.txt", tr("what changed in the books meanwhile")},
    Example{"msp-actuals --anonymise --output shown.txt export.txt", tr("to ask for help with")},
};

}  // namespace

const Program actuals_program = {
    .name = "msp-actuals",
    .about =
        tr("Holds the accounting exports (FEC) or bank statements of an MSP against its budget, line by line; says "
           "whether exports are legal ones."),
    .operand = tr("FILE"),
    .one_answer =
        [](const Options& given) {
            return given.flag("check") ? checks_together(given) : !given.flag("validate") && !given.flag("anonymise");
        },
    .options = options,
    .companions = companions,
    .questions = questions,
    .not_rounded = not_rounded,
    .unused = unused,
    .question = question_of,
    .examples = examples,
};

ActualsSettings actuals_settings_from(const Options& given) {
    ActualsSettings settings;
    if (given.flag("validate"))
        settings.question = ActualsQuestion::validate;
    else if (given.flag("anonymise"))
        settings.question = ActualsQuestion::anonymise;
    else if (given.flag("draft"))
        settings.question = ActualsQuestion::draft;
    settings.since = given.value("since");
    settings.movements = given.flag("movements");
    settings.suggests = given.flag("suggest");
    settings.voted = given.value("voted");
    settings.summary = given.value("view") == "summary";
    settings.result = given.value("view") == "result";
    settings.archive = given.value("archive");
    settings.accuracy = given.flag("accuracy");
    settings.reconciles = given.flag("reconcile");
    settings.explain = given.value("explain");
    if (const auto by = given.value("by"))
        settings.grid = *by == "year" ? Grid::year : *by == "quarter" ? Grid::quarter : Grid::month;
    return settings;
}

bool checks_together(const Options& given) {
    if (!given.flag("check") || given.positional().size() < 2 || is_given(given, "validate") ||
        is_given(given, "anonymise") || is_given(given, "draft"))
        return false;
    const std::string& first = given.positional().front();
    // A statement may have headings that only the budget behind it knows.
    return !first.ends_with(".csv") && !is_export(first) && !is_statement(first);
}

}  // namespace msp::app
