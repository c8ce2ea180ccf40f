// SPDX-License-Identifier: MIT
// What every program reads before it answers: a budget, the scenarios asked for, and the rules that they need.
#pragma once

#include <msp/budget/decode.hpp>
#include <msp/budget/files.hpp>
#include <msp/law/category.hpp>
#include <msp/plan/plan.hpp>
#include <msp/read/document.hpp>
#include <support/run.hpp>

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace msp::app {

// What a program wants of the rules, and of each case.
struct Wanted {
    std::function<LawNeeds(const Budget&)> needs = plan_needs;
    // Adds a scenario that is asked for without being in the file; its id. Where it reports an error, nothing is
    // answered.
    std::function<std::optional<std::string>(Context&, Document&, const Budget& base)> scenario = {};
    // Where none is asked for, all scenarios of the file are.
    bool every_scenario = false;
    // What is wrong beyond check_plan() and check_before_opening().
    std::function<void(const Case&, Diagnostics&)> check = {};
    // Books are named: whoever reads them asks for what should have come before an account opens that has none of them.
    bool books_tell = false;
    // With --check, up to the first case with an error: what else there is to say.
    std::function<void(const Case&, Diagnostics&)> survey = {};
    // With --check, where nothing is wrong so far: whether the answer is asked for the base and the scenarios that are
    // named, which says what else is wrong; it writes nothing.
    bool answer_checks = false;
    // With --check, where nothing is wrong: what to write instead of the verdict.
    std::function<Status(const Document&, const Budget&, const Catalogue&)> instead = {};
};

// The cases of one operand. All that is wrong with any of them is known, and told, before the first is handed out. Few
// are kept; of many each is decoded again when its turn comes, so that they cost no more memory than a few.
class Cases {
 public:
    [[nodiscard]] std::size_t count() const { return asked_.size(); }
    // The next one, the base first; nothing after the last.
    [[nodiscard]] std::optional<Case> next();
    // All of them, for an answer that compares them; before any was handed out.
    [[nodiscard]] std::vector<Case> all();
    // What one of them was decoded from.
    [[nodiscard]] Document document(const std::string& scenario) const;
    // The language that the keys of the budget are written in.
    [[nodiscard]] Language keys() const { return keys_of(*document_); }

 private:
    friend class CaseReader;

    // The base or a scenario, once it was decoded without an error.
    struct Asked {
        std::string scenario;
        std::string label;
        const Law* law;
    };

    explicit Cases(Context& context) : context_(context) {}
    void keep_first(std::size_t count);
    [[nodiscard]] static Case made(const Asked& asked, Budget budget);
    // One that is not kept; what is wrong with it has been told.
    [[nodiscard]] Case again(const Asked& asked);

    Context& context_;
    std::optional<Document> document_;
    const Catalogue* catalogue_ = nullptr;
    ScenarioNames scenarios_;  // of the budget
    std::vector<Asked> asked_;
    std::deque<Case> kept_;  // the first of them
    std::size_t next_ = 0;
};

// Reads the operand, its scenarios and the law, and says all that is wrong with them; where nothing is, asks `answer`.
// With --check every scenario of the file is read and nothing is answered.
[[nodiscard]] Status with_budgets(Context& context, const Wanted& wanted, const std::function<Status(Cases&)>& answer);

// The base of another budget, of which an answer needs something too: without the scenarios and the balances that are
// asked for. Nothing where there is an error, which is told.
[[nodiscard]] std::optional<Case> other_budget(Context& context, const std::string& path);

// The same of a budget as it was voted, whose entities are those of today's; of one that today's has not, an error.
[[nodiscard]] std::optional<Case> voted_case(Context& context, const std::string& path, const Budget& today);

// With --check, where nothing is wrong: how many warnings there are, unless --quiet.
void tell_verdict(const Context& context);
// Of one of several files that one answer needs.
void tell_verdict(const Context& context, const std::string& path, std::size_t warnings);

// --strict: true, and an error is added, where there are warnings. For an answer, once all of them are known; with
// --check the verdict says it.
[[nodiscard]] bool refuses_warnings(Context& context);

// Why there is nothing to show of days up to `last`.
[[nodiscard]] Message ends_before_it_opens(Date last, Date opens);

// --input, else by the file's extension.
[[nodiscard]] FileFormat input_format(const Context& context);

// Adds what is not known yet.
void add_new(Diagnostics& known, const Diagnostics& found);

}  // namespace msp::app
