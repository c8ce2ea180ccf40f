// SPDX-License-Identifier: MIT
#include <array>
#include <msp-coordinator/settings.hpp>

namespace msp::app {
namespace {

constexpr auto question_group = tr("What is asked");

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
};

constexpr std::array<const char*, 2> questions = {"view", "explain"};

constexpr std::array examples = {
    Example{"msp-coordinator budget.toml", tr("the months of each post")},
    Example{"msp-coordinator --view payments --post secretary budget.toml", tr("what leaves the bank, and when")},
    Example{"msp-coordinator --explain secretary.urssaf@2026-04 budget.toml", tr("why this payment")},
    Example{"msp-coordinator --format csv --csv-dialect excel-fr --output post.csv budget.toml",
            tr("for a French spreadsheet")},
};

}  // namespace

const Program coordinator_program = {
    .name = "msp-coordinator",
    .about = tr("From the posts of a budget file to what they cost: pay, contributions, reduction, net pay and taxes, "
                "month by month."),
    .options = options,
    .questions = questions,
    .examples = examples,
};

CoordinatorSettings coordinator_settings_from(const Options& given) {
    CoordinatorSettings settings;
    if (given.value("view") == "payments")
        settings.question = PostQuestion::payments;
    settings.post = given.value("post").value_or("");
    settings.explain = given.value("explain");
    return settings;
}

}  // namespace msp::app
