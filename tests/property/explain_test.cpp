// SPDX-License-Identifier: MIT
// Every figure can be explained: the last step of a movement is its amount, and every place it names is there.
#include <msp/cash/course.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <tests/support/any_budget.hpp>
#include <tests/support/budget.hpp>
#include <tests/support/forecast.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::vector<std::string> examples() {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(MSP_EXAMPLES)) {
        if (const auto kind = entry.path().extension(); kind == ".toml" || kind == ".yaml" || kind == ".json")
            found.push_back(entry.path().string());
    }
    std::ranges::sort(found);
    return found;
}

// What is wrong with the steps of a movement; empty where they hold.
std::string wrong(const std::vector<Step>& steps, const Movement& movement, const Sources& sources) {
    if (steps.empty())
        return "no steps";
    if (steps.back().result != movement.amount)
        return "the last step is not the amount";
    bool placed = false;
    for (const Step& step : steps) {
        if (words(step.what, Language::english).find('{') != std::string::npos)
            return "a placeholder without its argument";
        if (!step.place.known())
            continue;
        placed = true;
        if (step.place.begin >= step.place.end || step.place.end > sources.text(step.place.source).size())
            return "a place outside its source";
    }
    return placed ? "" : "no place";
}

// Of every movement until the end of 2031, fees too.
std::set<std::string> wrong(const Budget& budget, const Sources& sources, std::size_t& count) {
    std::set<std::string> found;
    Trace trace;
    const auto look = [&](const Movement& movement) {
        ++count;
        if (const std::string problem = wrong(trace.steps(), movement, sources); !problem.empty())
            found.insert(problem + ": " + told(budget, movement));
    };
    (void)projected(budget, "2031-12-31"_d, {.count = Count::hoped, .aci_late = {}, .only = {}}, look, &trace);
    return found;
}

std::string joined(const std::set<std::string>& problems) {
    std::string text;
    for (const std::string& problem : problems)
        text += problem + '\n';
    return text;
}

}  // namespace

TEST_CASE("every movement of every example and scenario is explained to the cent, with places in the file") {
    const std::vector<std::string> files = examples();
    REQUIRE(files.size() >= 6);
    for (const std::string& file : files) {
        CAPTURE(file);
        Reading reading = read_file(file);
        REQUIRE(reading.budget);
        std::size_t count = 0;
        CHECK(joined(wrong(*reading.budget, reading.sources, count)) == "");
        CHECK(count > 0);
        for (const ScenarioName& name : reading.budget->scenarios.all()) {
            CAPTURE(name.id);
            const auto budget = reading.scenario(name.id);
            REQUIRE(budget);
            CHECK(joined(wrong(*budget, reading.sources, count)) == "");
        }
    }
}

TEST_CASE("every movement of any budget is explained to the cent") {
    CHECK(rc::check([] {
        const Reading reading = read(any_budget({}));
        std::size_t count = 0;
        const std::string problems = joined(wrong(reading.budget.value(), reading.sources, count));
        RC_CLASSIFY(count > 0);
        RC_ASSERT(problems == "");
    }));
}

TEST_CASE("the lines of a course add up from its opening to its closing, which is the figure") {
    CHECK(rc::check([] {
        const Case plan(budget_of(any_budget({})), shipped_law());
        const HeadlineOptions options =
            headline_options({"2026-01-01"_d, "2026-12-31"_d}, "2026-01-01"_d, "2026-03-01"_d);
        const Projection base = project(plan, options.plan, {options.view.first, horizon(plan, options)});
        const PayoutQuestion question = {*rc::gen::element(Until::next_aci, Until::end),
                                         *rc::gen::element(Limit::floor, Limit::zero)};
        for (const Headline& headline : headlines(plan, base, options)) {
            const auto courses = [&](Figure figure) {
                const std::vector<Course> found = courses_to(figure, headline, question, plan, options);
                for (const Course& course : found) {
                    Money sum = course.opening;
                    for (const BankIndex bank : course.later)
                        sum += plan.budget.banks[bank].opening;
                    for (const LineTotal& line : course.lines)
                        sum += line.amount;
                    RC_ASSERT(sum == course.closing);
                }
                return found;
            };
            RC_ASSERT(courses(Figure::lowest).front().closing == headline.plan.worst.low.amount);
            RC_ASSERT(courses(Figure::lowest).back().closing == headline.plan.lowest.amount);
            RC_ASSERT(courses(Figure::lowest_certain).back().closing == headline.certain.amount);
            RC_ASSERT(courses(Figure::late_aci).back().closing == headline.late.lowest.amount);
            RC_ASSERT(courses(Figure::total).front().receipts == headline.receipts);
            RC_ASSERT(courses(Figure::total).front().payments == headline.payments);
            Money spared;
            bool is_short = false;
            for (const Course& course : courses(Figure::distributable)) {
                const Bank& bank = plan.budget.banks[course.banks.front()];
                if (bank.date <= headline.payout.day)
                    spared += course.closing - limit_of(bank, question.above);
                is_short |= course.closing < limit_of(bank, question.above);
            }
            RC_ASSERT(headline.payout.amount(question) == (is_short ? Money() : spared));
        }
    }));
}

TEST_CASE("asking for reasons changes no movement") {
    CHECK(rc::check([] {
        const Budget budget = budget_of(any_budget({}));
        const PlanOptions options = {.count = Count::hoped, .aci_late = {}, .only = {}};
        std::string plain;
        std::string traced;
        Trace trace;
        (void)projected(budget, "2028-12-31"_d, options,
                        [&](const Movement& movement) { plain += told(budget, movement); });
        (void)projected(
            budget, "2028-12-31"_d, options, [&](const Movement& movement) { traced += told(budget, movement); },
            &trace);
        RC_ASSERT(plain == traced);
    }));
}
