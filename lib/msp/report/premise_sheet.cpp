// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/law/rule.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/premise_sheet.hpp>
#include <msp/report/premise_words.hpp>
#include <msp/report/return_words.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace msp {
namespace {

constexpr std::size_t narrowest_premise = 24;
constexpr std::size_t most_names = 3;

using Figure = decltype(ValueCell::figure);

// Counts, of patients or points, have units in their words.
struct FigureOf {
    Figure operator()(Money amount) const { return amount; }
    Figure operator()(Date day) const { return day; }
    // With more decimals than a cell keeps a rate stays words.
    Figure operator()(Rate rate) const {
        const PercentCell cell = plain_percent(Quotient(rate));
        return decimal(cell.percent, cell.places) == rate.percent() ? Figure(cell) : Figure();
    }
    template <typename Other>
    Figure operator()(const Other& /*words*/) const {
        return {};
    }
};

// A row before it is cells.
struct PremiseRow {
    std::string topic;
    std::string path;
    std::string ids;
    std::string entry;
    std::string name;
    std::string value;
    Figure figure = {};
    std::string written = {};
    WordCell basis;
    std::string place = {};
    WordCell confidence = {{}, {}};
};

class PremiseRows {
 public:
    PremiseRows(RowSink& sink, const Result& result, const Result& base, const View& view, const PremiseQuestion& asked,
                const Sources& sources)
        : sink_(sink), result_(result), base_(base), view_(view), asked_(asked), sources_(sources) {}

    void write() {
        if (!result_.premises)
            return;
        if (is_base())
            question();
        const Premises& all = *result_.premises;
        for (const StatedValue& value : all.stated)
            stated(value, false);
        for (const StatedValue& value : all.dropped)
            stated(value, true);
        for (const RulePremise& rule : all.rules)
            of_rules(rule);
        uncertain();
        if (is_base())
            unknown();
    }

 private:
    [[nodiscard]] bool is_base() const { return &result_ == &base_; }

    [[nodiscard]] std::string say(const char* text) const { return std::string(translate(text, view_.language)); }

    [[nodiscard]] WordCell basis(const char* id, const char* word, Style style = Style::plain) const {
        return {id, translate(word, view_.language), style};
    }

    // A table of its own for each topic.
    void begin(const std::string& topic, const std::string& title) {
        if (topic == topic_)
            return;
        topic_ = topic;
        sink_.begin({.title = titled(title, result_.scenario, result_.label),
                     .without = {},
                     .name = worksheet_name({}, result_, false)});
    }

    void row(const PremiseRow& row) {
        sink_.row({}, {TextCell{result_.scenario}, WordCell{row.topic}, TextCell{row.path}, TextCell{row.ids},
                       TextCell{row.entry}, TextCell{row.name}, ValueCell{row.value, row.figure}, TextCell{row.written},
                       row.basis, row.confidence, TextCell{row.place}});
    }

    void question() {
        begin("question", say(tr("The question")));
        const auto add = [&](const char* path, const char* name, std::string value, const Figure& figure) {
            row({.topic = topic_,
                 .path = path,
                 .ids = {},
                 .entry = {},
                 .name = say(name),
                 .value = std::move(value),
                 .figure = figure,
                 .basis = basis("asked", tr("the question"))});
        };
        const auto date = [&](const char* path, const char* name, Date day) {
            add(path, name, words({"{day}", {{"day", day}}}, view_.language), day);
        };
        date("as_of", tr("as-of day"), asked_.as_of);
        date("from", tr("first day shown"), view_.days().first);
        date("to", tr("last day shown"), view_.days().last);
        add("count", tr("receipts that count"),
            say(asked_.count == Count::hoped ? tr("all, also hoped-for ones") : tr("all but hoped-for ones")), {});
        for (const RolledEntity& entity : result_.rolling.entities)
            date("books", tr("goes on from the books, which end on"), entity.until);
    }

    [[nodiscard]] std::string entries_of(const StatedValue& value) const {
        if (value.entries.size() > most_names)
            return words({tr("{n} {n:entry|entries}"), {{"n", static_cast<std::int64_t>(value.entries.size())}}},
                         view_.language);
        return listed(value.entries);
    }

    void stated(const StatedValue& value, bool dropped) {
        begin(value.topic->english, topic_words(*value.topic, view_.language));
        PremiseRow made = {.topic = topic_,
                           .path = value.path,
                           .ids = listed(value.ids),
                           .entry = entries_of(value),
                           .name = premise_words(value, view_.language),
                           .value = value.value,
                           .figure = std::visit(FigureOf{}, value.figure),
                           .written = value.written,
                           .basis = is_base() ? basis("typed", tr("typed")) : basis("scenario", tr("scenario"))};
        if (value.by == StatedBy::nobody)
            made.basis = basis("default", tr("by default"), Style::strong);
        if (value.by == StatedBy::many)
            made.value =
                words({tr("{n} {n:entry|entries}"), {{"n", static_cast<std::int64_t>(value.number)}}}, view_.language);
        if (value.by == StatedBy::many && made.name.empty())
            made.name = say(tr("counted, not shown one by one"));
        if (dropped) {
            made.value.clear();
            made.figure = {};
            made.basis = basis("dropped", tr("left out"));
        }
        if (value.place.known())
            made.place = sources_.place(value.place);
        row(made);
    }

    void of_rules(const RulePremise& rule) {
        constexpr std::array topics = {std::pair{"rules_aci", tr("ACI: what the rules say")},
                                       std::pair{"rules_payroll", tr("Pay: what the rules say")},
                                       std::pair{"rules_aid", tr("Aids: what the rules say")}};
        const auto& [id, title] = topics.at(static_cast<std::size_t>(rule.topic));
        begin(id, say(title));
        PremiseRow made = {.topic = topic_,
                           .path = {},
                           .ids = {},
                           .entry = rule.topic == RuleTopic::aci ? std::to_string(rule.number) : std::string(),
                           .name = premise_words(rule, view_.language),
                           .value = premise_value(rule, view_.language),
                           .figure = std::visit(FigureOf{}, rule.value),
                           .basis = basis("law", tr("law")),
                           .place = rule.source};
        if (rule.computed)
            made.basis = basis("computed", tr("computed"));
        if (rule.place.known()) {
            made.basis = basis("typed", tr("typed"));
            made.place = sources_.place(rule.place);
        }
        if (rule.fact == RuleFact::taken_over)
            made.basis = basis("default", tr("by default"), Style::strong);
        if (rule.assumed)
            made.basis = basis("assumed", tr("assumed"), Style::strong);
        if (rule.confidence)
            made.confidence = {id_of(*rule.confidence), translate(name_of(*rule.confidence), view_.language)};
        row(made);
    }

    void uncertain() {
        const std::vector<UncertainSum> known =
            is_base() ? std::vector<UncertainSum>() : uncertain_sums(base_.budget, base_.uncertain);
        for (const UncertainSum& sum : uncertain_sums(result_.budget, result_.uncertain)) {
            const auto same = [&](const UncertainSum& other) {
                return id_of(base_.budget, other.item, other.part) == id_of(result_.budget, sum.item, sum.part) &&
                       other.exercise == sum.exercise && other.amount == sum.amount;
            };
            if (std::ranges::any_of(known, same))
                continue;
            begin("uncertain", say(tr("Receipts that are assumed or hoped for")));
            row({.topic = topic_,
                 .path = {},
                 .ids = id_of(result_.budget, sum.item, sum.part),
                 .entry = std::to_string(sum.exercise),
                 .name = name_of(result_.budget, sum.item, sum.part, view_.language),
                 .value = words({"{amount}", {{"amount", sum.amount}}}, view_.language),
                 .figure = sum.amount,
                 .written = plain(sum.amount),
                 .basis = basis("assumed", tr("assumed"), Style::strong)});
        }
    }

    // What no key and no rule says anything of.
    void unknown() {
        begin("unknown", say(tr("What the plan does not tell")));
        const auto add = [&](const std::string& sentence) {
            row({.topic = topic_,
                 .path = {},
                 .ids = {},
                 .entry = {},
                 .name = sentence,
                 .value = {},
                 .basis = basis("unknown", tr("not in the plan"), Style::strong)});
        };
        for (const std::string& note : result_.notes)
            add(note);
        const Budget& budget = result_.budget;
        add(say(tr("VAT: amounts are as they are paid, tax included; none is declared or recovered.")));
        add(say(tr("Corporation tax and other taxes on the result are in the plan only where a line says so.")));
        add(say(tr("Prices, rents and pay without indexation or raises stay as they are.")));
        add(say(tr("Nothing comes on top of what is typed: no new loan, grant, year of the ACI or member.")));
        if (!budget.loans.empty())
            add(say(tr("Rates of loans stay as they are to the end: the plan knows no variable rate.")));
        if (budget.depreciations.empty())
            add(say(tr("Depreciation: none is typed; it would change the result and move no money.")));
    }

    RowSink& sink_;
    const Result& result_;
    const Result& base_;
    const View& view_;
    const PremiseQuestion& asked_;
    const Sources& sources_;
    std::string topic_;
};

}  // namespace

Sheet premise_sheet(Results results, const View& view, const PremiseQuestion& asked, const Sources& sources) {
    Sheet sheet = {"assumptions",
                   columns_of({head::id("scenario", tr("Scenario")), head::word("topic", tr("Topic")).for_data(),
                               head::id("path", tr("Path")), head::id("ids", tr("Ids")),
                               head::text("entry", tr("Subject")), head::text("assumption", tr("Assumption")).naming(),
                               head::text("value", tr("Value")).joined().quiet(), head::id("written", tr("As written")),
                               head::word("basis", tr("Rests on")), head::word("confidence", tr("Confidence")),
                               head::text("source", tr("Place or source"))},
                              view.language),
                   [results, &view, asked, &sources](RowSink& sink) {
                       for (const Result& result : results)
                           PremiseRows(sink, result, results.front(), view, asked, sources).write();
                   }};
    sheet.together = true;
    sheet.narrowest_name = narrowest_premise;
    sheet.names = "assumption";
    sheet.owner = owner_of(results.front());
    return sheet;
}

}  // namespace msp
