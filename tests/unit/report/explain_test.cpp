// SPDX-License-Identifier: MIT
#include <msp/report/explain.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const std::string explained_budget =
    "[bank]\nopening = 1000\ndate = 2026-01-01\noverdraft_rate = \"10 %\"\n"
    "[[expense]]\nid = \"software\"\nlabel = \"Logiciel\"\ncategory = \"information-system\"\namount = 100\n"
    "every = \"month\"\nday = 5\nindex = { steps = [{ date = 2026-03-01, rate = \"10 %\" }], since = 2026-01-01 }\n"
    "[[aci.year]]\nyear = 2026\nadvance = { notified = 2000 }\n";

std::string asked(std::string_view question) {
    const auto found = parse_question(question, budget_of(explained_budget));
    if (!found)
        return "none";
    return found->line.value_or("*") + (found->period ? ' ' + period_id(*found->period, found->grid) : "");
}

const View spring = view_of("2026-01-01", "2026-04-30", Grid::month);

std::string explained_lines(std::string_view question) {
    const auto result = result_of(budget_of(explained_budget), spring);
    std::string lines;
    for (const ExplainedMovement& entry :
         explained(*result, parse_question(question, result->budget).value(), {}, spring))
        lines += told(result->budget, entry.movement) + " in " + std::to_string(entry.steps.size()) + '\n';
    return lines;
}

}  // namespace

TEST_CASE("a question is a line, a part of it, a period, or both") {
    CHECK(asked("software") == "software");
    CHECK(asked("aci.advance") == "aci.advance");
    CHECK(asked("fees.main") == "fees.main");
    CHECK(asked("2026-04") == "* 2026-04");
    CHECK(asked("2026-04-15") == "* 2026-04-15");
    CHECK(asked("2026-Q2") == "* 2026-Q2");
    CHECK(asked("2026") == "* 2026");
    CHECK(asked("software@2026-04") == "software 2026-04");
    CHECK(asked("aci@2026") == "aci 2026");
    for (const char* wrong : {"", "sofware", "software@", "software@april", "2026-13", "2026-Q5", "@2026-04", "soft"}) {
        CAPTURE(wrong);
        CHECK(asked(wrong) == "none");
    }
}

TEST_CASE("a figure of the five lines is asked for in English or French, and an id of the budget wins") {
    const auto figure = [](std::string_view question, const std::string& more = "") {
        return parse_question(question, budget_of(explained_budget + more)).value_or(Question{}).figure;
    };
    CHECK(figure("lowest") == Figure::lowest);
    CHECK(figure("point-bas") == Figure::lowest);
    CHECK(figure("lowest_certain") == Figure::lowest_certain);
    CHECK(figure("point-bas-certain") == Figure::lowest_certain);
    CHECK(figure("aci-en-retard") == Figure::late_aci);
    CHECK(figure("distribuable") == Figure::distributable);
    CHECK(figure("jours-de-trésorerie") == Figure::cash_days);
    CHECK(figure("total") == Figure::total);
    CHECK_FALSE(figure("software"));
    CHECK_FALSE(figure("total", "[[expense]]\nid = \"total\"\ncategory = \"rent\"\namount = 1\ndate = 2026-02-01\n"));
}

TEST_CASE("a line's movements are explained within the view or the period asked for") {
    // 100.00 in January and February, 110.00 from March on: amount, revision, day.
    CHECK(explained_lines("software") ==
          "2026-01-05 software -100.00 in 2\n2026-02-05 software -100.00 in 2\n"
          "2026-03-05 software -110.00 in 3\n2026-04-05 software -110.00 in 3\n");
    CHECK(explained_lines("software@2026-03") == "2026-03-05 software -110.00 in 3\n");
    CHECK(explained_lines("software@2026-03-05") == "2026-03-05 software -110.00 in 3\n");
    CHECK(explained_lines("software@2026-03-04").empty());
    CHECK(explained_lines("aci.balance").empty());
    CHECK(explained_lines("2026-04") == "2026-04-05 software -110.00 in 3\n2026-04-30 aci.advance 2000.00 in 2\n");
}

TEST_CASE("an explanation names each step, its amount and its place in the file") {
    Reading reading = read(explained_budget);
    const auto result = result_of(reading.budget.value(), spring);
    const Question question = parse_question("software@2026-03", result->budget).value();
    const std::string out = explanation_text(*result, question, explained(*result, question, {}, spring), spring,
                                             reading.sources, {Language::english, 0, false});
    CAPTURE(out);
    CHECK(out.find("5 March 2026 — Logiciel, -110.00") != std::string::npos);
    CHECK(out.find("revised by 10 % on 1 March 2026, rounded half up to the cent") != std::string::npos);
    CHECK(out.find("budget:9:10") != std::string::npos);   // amount = 100
    CHECK(out.find("budget:12:29") != std::string::npos);  // the revision's date
    CHECK(out.find("1 movement of software from 1 March 2026 to 31 March 2026, -110.00 in all") != std::string::npos);
}

TEST_CASE("a period is explained by its movements, from opening to closing") {
    Reading reading = read(explained_budget);
    const auto result = result_of(reading.budget.value(), spring);
    const Question question = parse_question("2026-04", result->budget).value();
    const std::string out = explanation_text(*result, question, explained(*result, question, {}, spring), spring,
                                             reading.sources, {Language::english, 0, false});
    CAPTURE(out);
    // 1,000.00 - 100.00 - 100.00 - 110.00 = 690.00; 580.00 on the 5th, 2,580.00 on the 30th.
    for (const char* part : {"690.00", "580.00", "2,580.00", "Logiciel", "ACI: advance"})
        CHECK(out.find(part) != std::string::npos);
}

TEST_CASE("an explanation in JSON has the same steps") {
    Reading reading = read(explained_budget);
    const auto result = result_of(reading.budget.value(), spring);
    const Question question = parse_question("software@2026-03", result->budget).value();
    std::string out;
    Json json([&out](std::string_view piece) { out += piece; });
    json.begin_object();
    explanation_json(json, *result, question, explained(*result, question, {}, spring), spring, reading.sources);
    json.end_object();
    json.finish();
    std::erase_if(out, [](char c) { return c == ' ' || c == '\n'; });
    CHECK(out.find("\"line\":\"software\",\"amount\":-110.00,\"steps\":[") != std::string::npos);
    CHECK(out.find("\"amount\":110.00,\"place\":\"budget:12:29\"") != std::string::npos);
    CHECK(out.find("\"amount\":-110.00,\"place\":\"budget:10:9\"") != std::string::npos);
}
