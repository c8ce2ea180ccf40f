// SPDX-License-Identifier: MIT
#include <algorithm>
#include <stdexcept>
#include <tests/support/aci.hpp>
#include <tests/support/budget.hpp>

namespace msp::test {
namespace {

std::string shown(const Quotient& value) {
    std::string text = decimal(value, 6);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

}  // namespace

std::string aci_budget(int year, const std::string& typed, const std::string& aci) {
    return "[bank]\nopening = 0\ndate = 2016-01-01\n[aci]\n" + aci + "\n[[aci.year]]\nyear = " + std::to_string(year) +
           "\n" + typed;
}

const AciLine& Paid::line(std::string_view indicator) const {
    return result.lines.at(result.text->find(indicator).value());
}
std::string Paid::points(std::string_view indicator) const {
    return shown(line(indicator).points);
}
std::string Paid::points_max(std::string_view indicator) const {
    return shown(line(indicator).points_max);
}

Paid paid_by(const std::string& budget, int year) {
    Paid paid;
    paid.budget = budget_of(budget);
    Diagnostics diagnostics;
    std::vector<AciFacts> facts = aci_facts(paid.budget, shipped_law(), AciYears::all, diagnostics);
    const auto found = std::ranges::find(facts, static_cast<std::int16_t>(year), &AciFacts::year);
    if (found == facts.end())
        throw std::runtime_error("the year is not computed: " + aci_problems(budget));
    // Facts point into the budget's vectors, which moving it leaves in place.
    paid.facts = *found;
    paid.result = remuneration(paid.facts);
    return paid;
}

AciSchedule schedule_of(const Budget& budget) {
    return AciReckoning(budget, shipped_law()).schedule();
}

Money sum_of_lines(const AciRemuneration& result) {
    Money sum = result.majoration_amount;
    for (const AciLine& line : result.lines)
        sum += line.amount;
    return sum;
}

Paid paid(int year, const std::string& typed, const std::string& aci) {
    return paid_by(aci_budget(year, typed, aci), year);
}

std::string aci_problems(const std::string& budget) {
    Reading reading = read(budget);
    if (!reading.budget)
        return reading.problems();
    Diagnostics found;
    (void)aci_facts(*reading.budget, shipped_law(), AciYears::all, found);
    for (Diagnostic& diagnostic : found.sorted()) {
        if (diagnostic.id != std::string_view("aci.prerequisite"))
            reading.diagnostics.add(std::move(diagnostic));
    }
    return reading.problems();
}

}  // namespace msp::test
