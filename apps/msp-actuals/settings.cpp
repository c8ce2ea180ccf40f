// SPDX-License-Identifier: MIT
#include <array>
#include <msp-actuals/settings.hpp>

namespace msp::app {
namespace {

constexpr std::array options = {
    Option{
        .name = "validate",
        .help = tr("Whether an accounting export (FEC) is a legal one: status 0 if it is, 1 if it is not, 2 where it "
                   "cannot be read"),
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
    Option{.name = "lang",
           .help = tr("The language of words and amounts. Without it: that of the locale, else French"),
           .group = writing_group,
           .words = "fr|en"},
};

constexpr std::array<const char*, 2> questions = {"validate", "anonymise"};

constexpr std::array companions = {Companion{"option.since", "since", {"validate"}}};

constexpr std::array examples = {
    Example{"msp-actuals --validate 123456782FEC20261231.txt", tr("what is wrong with the export, line by line")},
    Example{"msp-actuals --validate --since march.txt april.txt", tr("what changed in the books meanwhile")},
    Example{"msp-actuals --anonymise --output shown.txt export.txt", tr("to ask for help with")},
};

}  // namespace

const Program actuals_program = {
    .name = "msp-actuals",
    .about = tr("Reads accounting exports (FEC) as software really writes them, and says whether they are legal ones."),
    .operand = tr("FILE"),
    .options = options,
    .companions = companions,
    .questions = questions,
    .examples = examples,
};

ActualsSettings actuals_settings_from(const Options& given) {
    ActualsSettings settings;
    if (given.flag("validate"))
        settings.question = ActualsQuestion::validate;
    else if (given.flag("anonymise"))
        settings.question = ActualsQuestion::anonymise;
    settings.since = given.value("since");
    return settings;
}

}  // namespace msp::app
