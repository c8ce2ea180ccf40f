// SPDX-License-Identifier: MIT
#include <msp/budget/decode.hpp>
#include <msp/money/parse.hpp>
#include <msp/read/file.hpp>
#include <msp/read/readers.hpp>
#include <msp/rules/catalogue.hpp>
#include <msp/rules/law.hpp>
#include <msp/scenario/scenario.hpp>

#include <algorithm>
#include <stdexcept>
#include <tests/support/budget.hpp>
#include <tests/support/problems.hpp>
#include <tuple>
#include <utility>

namespace msp::test {
namespace {

std::string place(const Sources& sources, Span span) {
    return span.known() ? line_and_column_of(sources, span) : "nowhere";
}

Reading decoded(Reading reading) {
    if (reading.document)
        reading.budget = decode(*reading.document, reading.sources, shipped_catalogue(), reading.diagnostics);
    return reading;
}

Budget certain(const Reading& reading, std::optional<Budget> budget) {
    if (budget)
        return std::move(*budget);
    std::string messages;
    for (const Diagnostic& diagnostic : reading.diagnostics.sorted())
        messages += render(diagnostic, reading.sources, Language::english);
    throw std::runtime_error(messages);
}

}  // namespace

Date operator""_d(const char* text, std::size_t size) {
    return parse_date({text, size}).value();
}

Month operator""_m(const char* text, std::size_t size) {
    return parse_month({text, size}).value();
}

Money operator""_eur(const char* text, std::size_t size) {
    return std::get<Money>(parse_bare_amount({text, size}));
}

std::string Reading::problems() const {
    return ids_and_places(diagnostics, [this](Span span) { return place(sources, span); });
}

std::optional<Budget> Reading::scenario(std::string_view id) {
    return decode_scenario(document.value(), budget.value_or(Budget()), id, shipped_catalogue(), sources, diagnostics);
}

Reading read(const std::string& text, FileFormat format) {
    Reading reading;
    const auto source = load_text(reading.sources, "budget", text, reading.diagnostics);
    if (source)
        reading.document = format == FileFormat::toml ? read_toml(reading.sources, *source, reading.diagnostics)
                                                      : read_yaml(reading.sources, *source, reading.diagnostics);
    return decoded(std::move(reading));
}

Reading read_file(const std::string& path) {
    Reading reading;
    reading.document = read_budget(reading.sources, path, format_of(path), reading.diagnostics);
    return decoded(std::move(reading));
}

Budget budget_of(const std::string& toml) {
    Reading reading = read(toml);
    return certain(reading, std::move(reading.budget));
}

Budget budget_of(const std::string& toml, std::string_view scenario) {
    Reading reading = read(toml);
    std::optional<Budget> budget = reading.document ? reading.scenario(scenario) : std::nullopt;
    return certain(reading, std::move(budget));
}

std::string problems_of(const std::string& toml) {
    return read(toml).problems();
}

const Law& shipped_law() {
    static const Law law = [] {
        static Sources sources;
        Diagnostics diagnostics;
        return read_law({.rules = {}, .everything = true}, std::nullopt, sources, diagnostics).value();
    }();
    return law;
}

Budget plan_of(const std::string& lines) {
    return budget_of(std::string(one_bank) + lines);
}

std::string loan_of_two_years(std::string_view id, std::string_view paid_out, std::string_view first) {
    return "[[loan]]\nid = \"" + std::string(id) +
           "\"\nkind = \"constant-capital\"\namount = 1200.00\nrate = \"10 %\"\nevery = \"year\"\ninstalments = 2\n" +
           "date = " + std::string(paid_out) + "\nfirst = " + std::string(first) + '\n';
}

std::vector<Movement> movements_between(const Budget& budget, Date first, Date last, const PlanOptions& options) {
    std::vector<Movement> found;
    movements({budget, shipped_law()}, options, {first, last},
              [&found](const Movement& movement) { found.push_back(movement); });
    std::ranges::stable_sort(found, {}, [](const Movement& each) { return std::tuple(each.date, each.item); });
    return found;
}

std::string told(const Budget& budget, const Movement& movement) {
    const std::string_view part = id_of(movement.part);
    return iso(movement.date) + ' ' + budget.items[movement.item].id + (part.empty() ? "" : ".") + std::string(part) +
           ' ' + plain(movement.amount);
}

std::string told(const Budget& budget, const std::vector<Movement>& movements) {
    std::string text;
    for (const Movement& movement : movements)
        text += told(budget, movement) + '\n';
    return text;
}

std::string told(const Trace& trace) {
    std::string text;
    for (const Step& step : trace.steps())
        text += words(step.what, Language::english) + (step.result ? ": " + plain(*step.result) : "") + '\n';
    return text;
}

std::string plan(const Budget& budget, std::string_view first, std::string_view last, const PlanOptions& options) {
    return told(budget, movements_between(budget, parse_date(first).value(), parse_date(last).value(), options));
}

}  // namespace msp::test
