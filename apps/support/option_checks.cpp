// SPDX-License-Identifier: MIT
#include <msp/model/scenario.hpp>
#include <support/option_checks.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace msp::app {

void check_rounding(const Program& program, const Options& options, Diagnostics& diagnostics) {
    if (!options.value("round"))
        return;
    constexpr auto of_all = std::to_array<NotRounded>({{"explain", tr("an explanation shows where each cent is from")},
                                                       {"check", tr("what is wrong with a file is said in words")}});
    const auto check = [&](const NotRounded& one) {
        if (!options.values(one.option).empty())
            diagnostics.error("option.round-cents",
                              {tr("--round does not go with --{option}: {why}"),
                               {{"option", options.spoken(one.option)}, {"why", Term{one.why}}}},
                              {}, Message{tr("leave --round out"), {}});
    };
    std::ranges::for_each(of_all, check);
    std::ranges::for_each(program.not_rounded, check);
    if (!options.for_people())
        diagnostics.error("option.round-data",
                          {tr("--round is for tables that people read; {format} has every amount to the cent, for "
                              "programs"),
                           {{"format", std::string(extension_of(options.format()).substr(1))}}},
                          {}, Message{tr("leave --round out, or ask for text, html or xlsx"), {}});
}

void check_together(const Options& options, Diagnostics& diagnostics) {
    if (options.value("explain") && options.format() == Format::csv)
        diagnostics.error("option.explain-csv", {tr("an explanation is no table, and CSV is one"), {}}, {},
                          Message{tr("leave --format out, or ask for json"), {}});
    for (const char* option : {"csv-dialect", "headers"}) {
        if (options.value(option) && options.format() != Format::csv)
            diagnostics.error("option.unused",
                              {tr("--{option} says how CSV is written, which is not asked for"), {{"option", option}}},
                              {}, Message{tr("--format csv asks for it"), {}});
    }
    if (options.value("input") && std::ranges::find(options.positional(), "-") == options.positional().end())
        diagnostics.error("option.unused", {tr("--input says how standard input is written, and none is read"), {}}, {},
                          Message{tr("- stands for standard input; a file's extension says how it is written"), {}});
    const std::vector<std::string>& scenarios = options.values("scenario");
    const std::set<std::string> different(scenarios.begin(), scenarios.end());
    for (const std::string& id : different) {
        const std::vector<std::string> layers = scenario_ids(id);
        const std::set<std::string> laid(layers.begin(), layers.end());
        if (laid.contains("base"))
            diagnostics.error("option.base", {tr("the base is always shown; --scenario names others"), {}});
        if (laid.size() != layers.size())
            diagnostics.error("option.scenario-twice", {tr("--scenario {id} lays a scenario on itself"), {{"id", id}}});
    }
    for (const std::string& id : different) {
        if (std::count(scenarios.begin(), scenarios.end(), id) > 1)
            diagnostics.error("option.scenario-twice", {tr("--scenario names {id} more than once"), {{"id", id}}});
    }
}

}  // namespace msp::app
