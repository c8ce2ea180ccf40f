// SPDX-License-Identifier: MIT
#include <array>
#include <msp-coordinator/settings.hpp>

namespace msp::app {
namespace {

constexpr auto question_group = tr("What is asked");
constexpr auto afford_group = tr("Can we afford it");

std::optional<Message> check_hourly(std::string_view value) {
    const std::optional<Money> amount = amount_from(value);
    if (amount && *amount > Money())
        return std::nullopt;
    return Message{tr("\"{value}\" is not an amount above zero such as 17.50"), {{"value", std::string(value)}}};
}

std::optional<Message> check_hire(std::string_view value) {
    if (parse_month(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a month such as 2026-04"), {{"value", std::string(value)}}};
}

constexpr std::array options = {
    Option{.name = "view",
           .help = tr("post: the months of each post, from gross pay to cost, as without it; payments: what leaves the "
                      "bank, day by day"),
           .group = question_group,
           .words = tr("post|payments")},
    Option{.name = "post", .help = tr("One post alone, by its id"), .group = question_group, .metavar = tr("ID")},
    Option{.name = "format",
           .help = tr("text to be read (the default), csv for a spreadsheet, json for a program, html to be printed or "
                      "sent: a page that stands alone"),
           .group = writing_group,
           .words = tr("text|csv|json|html")},
    Option{.name = "explain",
           .help = tr("Show how the payments of a post come about, such as desk.urssaf@2026-04, or desk: all of them"),
           .group = question_group,
           .metavar = tr("WHAT")},
    Option{
        .name = "afford",
        .help = tr("The most hours a week, and the highest cost a month, that keep every account at its floor or above "
                   "it on each evening of the plan; for each month of hire"),
        .group = afford_group},
    Option{.name = "hourly",
           .help = tr("Gross pay of an hour: of a post beside those of the budget; with --post, instead of its pay"),
           .group = afford_group,
           .metavar = tr("AMOUNT"),
           .check = check_hourly,
           .french = "horaire"},
    Option{.name = "bank",
           .help = tr("The account that pays, instead of the post's"),
           .group = afford_group,
           .metavar = tr("ID"),
           .french = "banque"},
    Option{.name = "hire",
           .help = tr("This month of hire alone, such as 2026-04, with each number of hours"),
           .group = afford_group,
           .metavar = tr("MONTH"),
           .check = check_hire,
           .french = "embauche"},
};

constexpr std::array companions = {Companion{"option.afford", "hourly", {"afford"}},
                                   Companion{"option.afford", "bank", {"afford"}},
                                   Companion{"option.afford", "hire", {"afford"}}};

constexpr std::array<const char*, 3> questions = {"view", "explain", "afford"};

constexpr std::array examples = {
    Example{"msp-coordinator budget.toml", tr("the months of each post")},
    Example{"msp-coordinator --view payments --post secretary budget.toml", tr("what leaves the bank, and when")},
    Example{"msp-coordinator --explain secretary.urssaf@2026-04 budget.toml", tr("why this payment")},
    Example{"msp-coordinator --format csv --csv-dialect excel-fr --output post.csv budget.toml",
            tr("for a French spreadsheet")},
    Example{"msp-coordinator --afford budget.toml", tr("how many hours, from when on, at which cost")},
};

}  // namespace

const Program coordinator_program = {
    .name = "msp-coordinator",
    .about = tr("From the posts of a budget file to what they cost: pay, contributions, reduction, net pay and taxes, "
                "month by month."),
    .options = options,
    .companions = companions,
    .questions = questions,
    .examples = examples,
};

CoordinatorSettings coordinator_settings_from(const Options& given) {
    CoordinatorSettings settings;
    if (given.value("view") == "payments")
        settings.question = PostQuestion::payments;
    settings.post = given.value("post").value_or("");
    settings.explain = given.value("explain");
    settings.afford = given.flag("afford");
    if (const auto amount = given.value("hourly"))
        settings.hourly = amount_from(*amount);
    settings.bank = given.value("bank").value_or("");
    if (const auto month = given.value("hire"))
        settings.hire = parse_month(*month);
    return settings;
}

}  // namespace msp::app
