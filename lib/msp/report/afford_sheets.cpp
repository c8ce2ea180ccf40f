// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/afford_sheets.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/gap_notes.hpp>
#include <msp/report/payroll_notes.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace msp {
namespace {

const Entity& afford_entity(const Afforded& afforded) {
    return afforded.budget->entities[afforded.budget->banks[afforded.bank].entity];
}

// Empty for a post that is not in the budget.
std::string_view afford_post_id(const Afforded& afforded) {
    const Budget& budget = *afforded.budget;
    return afforded.asked.post ? std::string_view(budget.items[budget.posts[*afforded.asked.post].item].id) : "";
}

std::string afford_post_label(const Afforded& afforded, Language language) {
    const Budget& budget = *afforded.budget;
    if (afforded.asked.post)
        return budget.items[budget.posts[*afforded.asked.post].item].label;
    return std::string(translate(afforded.asked.hourly ? tr("A new post") : tr("A new cost"), language));
}

// A bank is named where there are several.
std::string afford_bank_name(const Afforded& afforded, BankIndex bank, Language language) {
    const Budget& budget = *afforded.budget;
    if (budget.banks.size() == 1)
        return std::string(translate(tr("the account"), language));
    return budget.banks[bank].name.empty() ? budget.banks[bank].id : budget.banks[bank].name;
}

std::vector<Cell> afford_case(const Afforded& afforded) {
    return {TextCell{afforded.scenario}, TextCell{afford_entity(afforded).id},
            TextCell{afforded.budget->banks[afforded.bank].id}, TextCell{afford_post_id(afforded)}};
}

std::vector<Head> afford_case_heads() {
    return {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")), head::id("bank", tr("Bank")),
            head::id("post", tr("Post"))};
}

std::vector<Column> afford_columns(std::initializer_list<Head> heads, Language language) {
    std::vector<Column> columns;
    for (const Head& each : afford_case_heads())
        columns.push_back(columns_of({each}, language).front());
    for (Column& column : columns_of(heads, language))
        columns.push_back(std::move(column));
    return columns;
}

void afford_row(RowSink& rows, const Afforded& afforded, std::initializer_list<Cell> cells) {
    std::vector<Cell> all = afford_case(afforded);
    all.insert(all.end(), cells);
    rows.row({}, all);
}

Cell afford_month(Month month) {
    return PeriodCell{{month.first(), month.last()}, Grid::month};
}

Cell afford_below(const FloorLow& low) {
    return low.below ? Cell(low.below->first) : Cell();
}

Cell afford_holds(const FloorLow& low, Language language) {
    return low.holds() ? WordCell{"yes", translate(tr("yes"), language)}
                       : WordCell{"no", translate(tr("no"), language), Style::alert};
}

void afford_verdict_row(RowSink& rows, const Afforded& afforded) {
    const Budget& budget = *afforded.budget;
    const FloorLow& without = afforded.without;
    const std::optional<FloorLow>& typed = afforded.typed;
    const AffordedHire* best = afforded.best ? &afforded.hires[*afforded.best] : nullptr;
    afford_row(
        rows, afforded,
        {afforded.asked.days.first, afforded.asked.days.last, without.left, TextCell{budget.banks[without.bank].id},
         without.date, afford_below(without), typed ? Cell(typed->left) : Cell(), typed ? afford_below(*typed) : Cell(),
         best != nullptr ? afford_month(best->month) : Cell(), best != nullptr ? Cell(best->most()->hours) : Cell(),
         afforded.assumed});
}

void afford_hire_row(RowSink& rows, const Afforded& afforded, const AffordedHire& hire) {
    const AffordedHours* most = hire.most();
    const AffordedHours* beyond = hire.beyond();
    const auto of = [](const AffordedHours* tried, const auto& value) {
        return tried != nullptr ? Cell(value(*tried)) : Cell();
    };
    const auto left = [](const AffordedHours& tried) { return tried.low.left; };
    const auto date = [](const AffordedHours& tried) { return tried.low.date; };
    afford_row(rows, afforded,
               {afford_month(hire.month), of(most, [](const AffordedHours& tried) { return tried.hours; }),
                of(most, [](const AffordedHours& tried) { return tried.gross; }),
                of(most, [](const AffordedHours& tried) { return tried.cost; }), of(most, left), of(most, date),
                of(beyond, [](const AffordedHours& tried) { return tried.hours; }), of(beyond, left), of(beyond, date),
                hire.level ? Cell(hire.level->amount) : Cell(), hire.level ? Cell(hire.level->low.date) : Cell()});
}

void afford_hours_row(RowSink& rows, const Afforded& afforded, const AffordedHire& hire, const AffordedHours& tried,
                      Language language) {
    afford_row(
        rows, afforded,
        {afford_month(hire.month), tried.hours, afford_holds(tried.low, language), tried.gross, tried.cost,
         tried.low.left, TextCell{afforded.budget->banks[tried.low.bank].id}, tried.low.date, afford_below(tried.low),
         tried.later, tried.hours == 0 && hire.level ? Cell(hire.level->amount) : Cell(),
         tried.hours == 0 ? Cell() : basis_cell(afforded.rests_on_assumed_rates(), language)});
}

class AffordVerdict {
 public:
    AffordVerdict(const Afforded& afforded, const TextStyle& style) : afforded_(afforded), style_(style) {}

    std::string run() {
        if (!afforded_.without.holds()) {
            nothing();
        } else {
            about(afforded_.hires[afforded_.usual]);
            best();
        }
        typed();
        exceptions();
        return std::move(out_);
    }

 private:
    void say(const Message& message) { out_ += wrapped(tell(message, style_), 2, page_width(style_)); }

    [[nodiscard]] std::string bank(const FloorLow& low) const {
        return afford_bank_name(afforded_, low.bank, style_.language);
    }

    void nothing() {
        const FloorLow& low = afforded_.without;
        say({tr("No: even without it {bank} is below its floor from {from} on, and lacks {amount} on {date}."),
             {{"bank", bank(low)}, {"from", low.below->first}, {"amount", low.missing()}, {"date", low.date}}});
        if (low.below->last < afforded_.asked.days.last)
            say({tr("--as-of {day} asks about the evenings after the last one below."),
                 {{"day", iso(low.below->last + 1)}}});
    }

    void about(const AffordedHire& hire) {
        if (afforded_.asked.asks_hours())
            hours(hire);
        if (hire.level)
            say({afforded_.asked.asks_hours()
                     ? tr("Or any cost, from {from} on: at most {amount} on the last day of each month; {date} "
                          "decides.")
                     : tr("From {from} on: at most {amount} on the last day of each month; {date} decides."),
                 {{"from", hire.month.first()}, {"amount", hire.level->amount}, {"date", hire.level->low.date}}});
    }

    void hours(const AffordedHire& hire) {
        if (hire.least) {
            say({hire.least->convention
                     ? tr("Hired on {day}: not at this pay, which is below the minimum of the convention, {least} a "
                          "month.")
                     : tr("Hired on {day}: not at this pay, which is below the minimum wage, {least} a month."),
                 {{"day", hire.month.first()}, {"least", hire.least->amount}}});
            return;
        }
        const AffordedHours* most = hire.most();
        const AffordedHours* beyond = hire.beyond();
        if (most == nullptr)
            say({tr("Hired on {day}: not one hour a week: with it {bank} lacks {amount} on {date}."),
                 {{"day", hire.month.first()},
                  {"bank", bank(beyond->low)},
                  {"amount", beyond->low.missing()},
                  {"date", beyond->low.date}}});
        else
            say({tr("Hired on {day}: at most {n} {n:hour|hours} a week, {gross} gross and {cost} of cost a month; "
                    "{bank} "
                    "then has {left} above its floor on {date}, the least."),
                 {{"day", hire.month.first()},
                  {"n", most->hours},
                  {"gross", most->gross},
                  {"cost", most->cost},
                  {"bank", bank(most->low)},
                  {"left", most->low.left},
                  {"date", most->low.date}}});
        if (most != nullptr && beyond != nullptr)
            say({tr("With {n} {n:hour|hours} {bank} lacks {amount} on {date}."),
                 {{"n", beyond->hours},
                  {"bank", bank(beyond->low)},
                  {"amount", beyond->low.missing()},
                  {"date", beyond->low.date}}});
    }

    void best() {
        if (!afforded_.asked.asks_hours() || afforded_.hires.size() < 2)
            return;
        if (!afforded_.best) {
            say({tr("In no month of hire does one hour a week hold."), {}});
            return;
        }
        const AffordedHire& hire = afforded_.hires[*afforded_.best];
        say({tr("Best month: {month}, with {n} {n:hour|hours} a week (the most hours; of several months the first); "
                "{months} {months:month|months} of pay {months:lies|lie} in the plan."),
             {{"month", write_month(hire.month, style_.language)},
              {"n", hire.most()->hours},
              {"months", std::int64_t{Month::of(afforded_.asked.days.last) - hire.month + 1}}}});
    }

    void typed() {
        if (!afforded_.typed)
            return;
        const FloorLow& low = *afforded_.typed;
        if (low.holds())
            say({tr("As the budget has it: yes; {bank} has {left} above its floor on {date}, the least."),
                 {{"bank", bank(low)}, {"left", low.left}, {"date", low.date}}});
        else
            say({tr("As the budget has it: no; {bank} is below its floor from {from} on, and lacks {amount} on "
                    "{date}."),
                 {{"bank", bank(low)}, {"from", low.below->first}, {"amount", low.missing()}, {"date", low.date}}});
    }

    // Where more hours hold than some that do not, and where nobody can be hired.
    void exceptions() {
        std::vector<std::string> months;
        for (const AffordedHire& hire : afforded_.hires) {
            if (hire.least)
                months.push_back(write_month(hire.month, style_.language));
        }
        if (!months.empty() && afforded_.hires.size() > 1)
            say({tr("Hired in {months} the pay would be below its minimum, by law or convention: nobody can be hired "
                    "at it then."),
                 {{"months", listed(months)}}});
        for (const AffordedHire& hire : afforded_.hires) {
            const std::vector<std::int64_t> found = hire.exceptions();
            if (!found.empty())
                say({tr("Hired in {month} fewer hours do not all hold: not {hours}; their cost is higher on some "
                        "evening."),
                     {{"month", write_month(hire.month, style_.language)},
                      {"hours", listed(found, [](std::int64_t hours) { return std::to_string(hours); })}}});
        }
    }

    const Afforded& afforded_;
    const TextStyle& style_;
    std::string out_;
};

std::string afford_floors(const Afforded& afforded, Language language) {
    const Budget& budget = *afforded.budget;
    return listed(budget.banks, [&](const Bank& bank) {
        const std::string floor = write_amount(bank.floor, language);
        return budget.banks.size() == 1 ? floor : (bank.name.empty() ? bank.id : bank.name) + " " + floor;
    });
}

// What is still to be paid when the plan ends.
std::optional<Message> afford_later(const Afforded& afforded, Language language) {
    const AffordedHire* hire = &afforded.hires[afforded.usual];
    if (hire->most() == nullptr && afforded.best)
        hire = &afforded.hires[*afforded.best];
    const AffordedHours* most = hire->most();
    if (most == nullptr || most->later == Money())
        return std::nullopt;
    return Message{
        tr("Hired in {month} with {n} {n:hour|hours}: of the pay up to {day}, {amount} fall due after that day. "
           "Within the plan the cost is not yet paid in full."),
        {{"n", most->hours},
         {"month", write_month(hire->month, language)},
         {"amount", most->later},
         {"day", afforded.asked.days.last}}};
}

}  // namespace

Sheet afford_verdicts_sheet(std::span<const Afforded> cases, Language language) {
    return {"verdicts",
            afford_columns({head::date("first", tr("First day")), head::date("last", tr("Last day")),
                            head::money("without", tr("Left without it")),
                            head::text("lowest_bank", tr("Lowest bank")).joined(), head::date("without_on", tr("On")),
                            head::date("without_below", tr("Below from")), head::money("typed", tr("Left as typed")),
                            head::date("typed_below", tr("Below from")), head::period("best", tr("Best month")),
                            head::count("best_hours", tr("Hours")), head::money("assumed", tr("Assumed receipts"))},
                           language),
            [cases](RowSink& rows) {
                for (const Afforded& each : cases)
                    afford_verdict_row(rows, each);
            }};
}

Sheet afford_hires_sheet(std::span<const Afforded> cases, Language language) {
    return {"hires",
            afford_columns(
                {head::period("hire", tr("Hire")), head::count("hours", tr("Hours")), head::money("gross", tr("Gross")),
                 head::money("cost", tr("Cost")), head::money("left", tr("Left")),
                 head::date("left_on", tr("On")).joined(), head::count("too_many", tr("Too many")),
                 head::money("missing", tr("Left")), head::date("missing_on", tr("On")),
                 head::money("level", tr("Level cost")).strong(), head::date("level_on", tr("Decided on"))},
                language),
            [cases](RowSink& rows) {
                for (const Afforded& each : cases) {
                    Block block;
                    if (!each.asked.asks_hours())
                        block.without = {"hours",   "gross",    "cost",    "left",
                                         "left_on", "too_many", "missing", "missing_on"};
                    rows.begin(block);
                    for (const AffordedHire& hire : each.hires)
                        afford_hire_row(rows, each, hire);
                }
            }};
}

Sheet afford_hours_sheet(std::span<const Afforded> cases, Language language) {
    return {"hours",
            afford_columns(
                {head::period("hire", tr("Hire")), head::count("hours", tr("Hours")), head::word("holds", tr("Holds")),
                 head::money("gross", tr("Gross")), head::money("cost", tr("Cost")), head::money("left", tr("Left")),
                 head::text("lowest_bank", tr("Lowest bank")).joined(), head::date("left_on", tr("On")).joined(),
                 head::date("below_from", tr("Below from")), head::money("later", tr("Paid later")),
                 head::money("level", tr("Level cost")), head::word("basis", tr("Rates"))},
                language),
            [cases, language](RowSink& rows) {
                rows.begin({});
                for (const Afforded& each : cases) {
                    for (const AffordedHire& hire : each.hires) {
                        afford_hours_row(rows, each, hire, {0, {}, {}, each.without, {}}, language);
                        for (const AffordedHours& tried : hire.hours)
                            afford_hours_row(rows, each, hire, tried, language);
                    }
                }
            }};
}

Sheet afford_month_sheet(std::span<const Afforded> cases, Language language) {
    return {
        "hours",
        columns_of({head::count("hours", tr("Hours")), head::word("holds", tr("Holds")),
                    head::money("gross", tr("Gross")), head::money("cost", tr("Cost")), head::money("left", tr("Left")),
                    head::text("lowest_bank", tr("Lowest bank")).joined(), head::date("left_on", tr("On")).joined(),
                    head::date("below_from", tr("Below from")), head::money("later", tr("Paid later"))},
                   language),
        [cases, language](RowSink& rows) {
            for (const Afforded& each : cases) {
                rows.begin({});
                for (const AffordedHours& tried : each.hires.front().hours)
                    rows.row({}, {tried.hours, afford_holds(tried.low, language), tried.gross, tried.cost,
                                  tried.low.left, TextCell{each.budget->banks[tried.low.bank].id}, tried.low.date,
                                  afford_below(tried.low), tried.later});
            }
        }};
}

std::string afford_title(const Afforded& afforded, Language language) {
    return titled(
        words({tr("{post} ({entity}): can we afford it?"),
               {{"post", afford_post_label(afforded, language)}, {"entity", afford_entity(afforded).title()}}},
              language),
        afforded.scenario, afforded.label);
}

std::string afford_verdict(const Afforded& afforded, const TextStyle& style) {
    return AffordVerdict(afforded, style).run();
}

std::vector<std::string> afford_notes(const Afforded& afforded, Language language) {
    std::vector<std::string> notes = {words(
        {tr("Affordable is what keeps every account at its floor or above it each evening from {first} to {last}. "
            "Floor: {floors}. Paid from {bank}."),
         {{"first", afforded.asked.days.first},
          {"last", afforded.asked.days.last},
          {"floors", afford_floors(afforded, language)},
          {"bank", afforded.budget->banks[afforded.bank].name.empty() ? afforded.budget->banks[afforded.bank].id
                                                                      : afforded.budget->banks[afforded.bank].name}}},
        language)};
    if (afforded.asked.asks_hours())
        notes.emplace_back(
            translate(tr("The gross pay of an hour is the same for each number of hours. Cost: of the month "
                         "of hire, without the payroll tax (taxe sur les salaires), whose payments are in "
                         "the plan."),
                      language));
    if (const std::optional<Message> later = afford_later(afforded, language))
        notes.push_back(words(*later, language));
    notes.emplace_back(afforded.assumed == Money()
                           ? words({tr("Receipts that are only hoped for do not count."), {}}, language)
                           : words({tr("Receipts that are only hoped for do not count; {amount} that are assumed and "
                                       "notified by nobody do."),
                                    {{"amount", afforded.assumed}}},
                                   language));
    for (std::string& note : payroll_notes(*afforded.budget, afforded.bases, language))
        notes.push_back(std::move(note));
    for (std::string& note : gap_notes(*afforded.budget, afforded.gaps, language))
        notes.push_back(std::move(note));
    return notes;
}

}  // namespace msp
