// SPDX-License-Identifier: MIT
#include <msp-aci/settings.hpp>
#include <support/option_values.hpp>

#include <algorithm>
#include <array>

namespace msp::app {
namespace {

constexpr auto rules_group = tr("The rules");

// "2021,2023": two years or more.
std::optional<std::vector<std::int16_t>> years_from(std::string_view text) {
    std::vector<std::int16_t> years;
    for (std::size_t comma = 0; comma != std::string_view::npos; text.remove_prefix(comma + 1)) {
        comma = text.find(',');
        const std::optional<std::int16_t> year = year_from(text.substr(0, comma));
        if (!year || std::ranges::find(years, *year) != years.end())
            return std::nullopt;
        years.push_back(*year);
        if (comma == std::string_view::npos)
            break;
    }
    return years.size() < 2 ? std::nullopt : std::optional(years);
}

std::optional<Message> check_year(std::string_view value) {
    if (year_from(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a year such as 2025"), {{"value", std::string(value)}}};
}

std::optional<Message> check_years(std::string_view value) {
    if (years_from(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a list of different years such as 2021,2023"),
                   {{"value", std::string(value)}}};
}

std::optional<Message> check_target(std::string_view value) {
    const std::optional<Money> wanted = amount_from(value);
    if (wanted && *wanted <= Money())
        return Message{tr("\"{value}\" is not above zero"), {{"value", std::string(value)}}};
    return check_amount(value);
}

constexpr std::array options = {
    Option{.name = "year",
           .help = tr("The year in detail. Without it: that of --as-of or of the bank's date, else the last one "
                      "computed. In CSV, only this year"),
           .group = question_group,
           .metavar = tr("YEAR"),
           .check = check_year},
    Option{.name = "schedule", .help = tr("What is paid when: advance, balance, recovery"), .group = question_group},
    Option{.name = "next",
           .help = tr("What to reach next, by what it brings a year, with what it takes"),
           .group = question_group},
    Option{.name = "target",
           .help = tr("The least to reach so that the year pays this much"),
           .group = question_group,
           .metavar = tr("AMOUNT"),
           .check = check_target},
    Option{.name = "compare",
           .help = tr("The same facts under the texts in force in these years"),
           .group = question_group,
           .metavar = tr("YEARS"),
           .check = check_years},
    Option{.name = "rules",
           .help = tr("Print the rules themselves, with their sources; needs no BUDGET"),
           .group = rules_group,
           .alone = {"option.rules",
                     tr("--rules prints the rules and reads no {operand}"),
                     {"year", "indicator", "law", "strict", "check", "format"}}},
    Option{.name = "indicator",
           .help = tr("With --rules: only this indicator"),
           .group = rules_group,
           .metavar = tr("ID")},
    Option{
        .name = "strict",
        .help = tr("Take warnings for errors, and refuse amounts that rest on a value of the rules which no official "
                   "document confirms"),
        .group = reading_group},
    Option{.name = "explain",
           .help = tr("Show how an indicator, total or advance of a year comes about, such as total@2025"),
           .group = question_group,
           .metavar = tr("WHAT")},
};

constexpr std::array examples = {
    Example{"msp-aci budget.toml", tr("the years, and one of them indicator by indicator")},
    Example{"msp-aci --year 2025 --format csv --csv-dialect excel-fr --output aci.csv budget.toml",
            tr("for a French spreadsheet")},
    Example{"msp-aci --schedule budget.toml", tr("what comes when")},
    Example{"msp-aci --next budget.toml", tr("what brings most next")},
    Example{"msp-aci --target 90000 budget.toml", tr("the least that reaches an amount")},
    Example{"msp-aci --explain equipe.concertation@2025 budget.toml", tr("why this figure")},
    Example{"msp-aci --rules --year 2025", tr("the rules of a year")},
};

struct Asked {
    const char* option;
    Ask ask;
};
constexpr auto questions = std::to_array<Asked>({{"schedule", Ask::schedule},
                                                 {"next", Ask::next},
                                                 {"target", Ask::target},
                                                 {"compare", Ask::compare},
                                                 {"explain", Ask::explain},
                                                 {"rules", Ask::rules}});

constexpr auto question_names = [] {
    std::array<const char*, questions.size()> names{};
    std::ranges::transform(questions, names.begin(), &Asked::option);
    return names;
}();

constexpr std::array companions = {Companion{"option.indicator", "indicator", {"rules"}}};

constexpr std::array unused = {
    Unused{"year",
           [](const Options& given) { return given.value("explain").value_or("").find('@') != std::string::npos; },
           tr("--{option} is the year in detail, and --explain names one behind the @")},
};

constexpr const char* in_sentences = tr("it answers in sentences, which have their cents");
constexpr std::array not_rounded = {
    NotRounded{"rules", tr("the rules stand as the text has them")},
    NotRounded{"next", in_sentences},
    NotRounded{"target", in_sentences},
};

}  // namespace

const Program aci_program = {
    .name = "msp-aci",
    .about = tr("From a budget file to the ACI of each year: what it pays and when, indicator by indicator, from dated "
                "rules with their sources, and what to reach next."),
    .options = options,
    .companions = companions,
    .questions = question_names,
    .not_rounded = not_rounded,
    .unused = unused,
    .examples = examples,
};

AciSettings aci_settings_from(const Options& given) {
    AciSettings settings;
    for (const auto& [option, ask] : questions) {
        if (!given.values(option).empty())
            settings.ask = ask;
    }
    if (const auto year = given.value("year"))
        settings.year = year_from(*year);
    if (const auto amount = given.value("target"))
        settings.target = amount_from(*amount).value_or(Money());
    if (const auto years = given.value("compare"))
        settings.compared = years_from(*years).value_or(std::vector<std::int16_t>());
    settings.explain = given.value("explain").value_or("");
    settings.indicator = given.value("indicator");
    return settings;
}

}  // namespace msp::app
