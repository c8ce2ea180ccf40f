// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/distribution_sheets.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t narrowest_beneficiary = 16;
constexpr int least_places = 2;
constexpr int most_places = 6;

struct PaidAsWords {
    std::string_view id;
    const char* shown;
    const char* sentence;
};
constexpr PaidAsWords paid_as_words[] = {
    {"fees", tr("fees"), tr("Paid as fees.")},
    {"result", tr("result"), tr("Paid as a share of the result.")},
    {"current-account", tr("current account"), tr("Credited to current accounts.")}};

const PaidAsWords& words_of(PaidAs as) {
    return paid_as_words[static_cast<std::size_t>(as)];
}

// "54.00", "59.523810": two decimals, more where they say more, at most six.
std::string digits_of(const Quotient& value) {
    std::string text = decimal(value, most_places);
    const std::size_t least = text.size() - static_cast<std::size_t>(most_places - least_places);
    const std::size_t last = text.find_last_not_of('0') + 1;
    return text.substr(0, std::max(least, last));
}

// "336", "89.5"
Decimal short_digits_of(const Quotient& value) {
    return {value.whole() ? decimal(value.numerator()) : digits_of(value)};
}

void payment_rows(RowSink& rows, const DistributionResult& result, Language language) {
    const Budget& budget = *result.budget;
    const Distribution& of = *result.distributed.of;
    const PaidAsWords& as = words_of(of.as);
    for (const Payment& payment : result.payments) {
        const Beneficiary& beneficiary = result.distributed.beneficiaries[payment.beneficiary];
        const Award& award = beneficiary.awards[payment.award];
        const std::string basis = digits_of(payment.basis);
        const std::string rate = digits_of(award.rate);
        rows.row(
            {}, {TextCell{result.scenario}, TextCell{budget.entities[of.entity].id}, std::int64_t{result.exercise},
                 payment.date, TextCell{budget.members[beneficiary.member].id}, TextCell{award.role}, DigitsCell{basis},
                 DigitsCell{rate}, payment.amount, WordCell{as.id, translate(as.shown, language)}});
    }
}

void distribution_row(RowSink& rows, const DistributionResult& result) {
    const Distribution& of = *result.distributed.of;
    const std::optional<FoundRate>& found = result.distributed.found;
    const std::string rate = found ? digits_of(found->rate) : "";
    const auto money = [](const std::optional<Money>& amount) { return amount ? Cell(*amount) : Cell(); };
    rows.row({},
             {TextCell{result.scenario}, TextCell{result.budget->entities[of.entity].id}, std::int64_t{result.exercise},
              TextCell{of.id}, money(of.envelope), of.reserve, result.distributed.total, money(result.distributed.left),
              found ? Cell(DigitsCell{rate}) : Cell(), found ? Cell(WholeCell{found->rate.numerator()}) : Cell(),
              found ? Cell(WholeCell{found->rate.denominator()}) : Cell(), money(result.distributable)});
}

template <typename Is>
bool any_award(const Distributed& distributed, Is is) {
    return std::ranges::any_of(distributed.beneficiaries, [&](const Beneficiary& beneficiary) {
        return std::ranges::any_of(beneficiary.awards, is);
    });
}

std::vector<std::string_view> empty_columns(const Distributed& distributed) {
    std::vector<std::string_view> without;
    const auto drop = [&](std::string_view column, auto is) {
        if (!any_award(distributed, is))
            without.push_back(column);
    };
    drop("role", [](const Award& award) { return !award.role.empty() || !award.band.empty(); });
    drop("hours", [](const Award& award) { return award.unit == WorkUnit::hours; });
    drop("points", [](const Award& award) { return award.unit == WorkUnit::points; });
    drop("count", [](const Award& award) { return award.unit == WorkUnit::count; });
    if (std::ranges::all_of(distributed.beneficiaries,
                            [](const Beneficiary& beneficiary) { return beneficiary.awards.size() == 1; }))
        without.emplace_back("amount");
    return without;
}

std::string role_of(const Award& award, Language language) {
    if (award.band.empty())
        return award.role;
    return award.role.empty() ? award.band
                              : words({tr("{role}, {band}"), {{"role", award.role}, {"band", award.band}}}, language);
}

void beneficiary_rows(RowSink& rows, const DistributionResult& result, Language language) {
    const Distributed& distributed = result.distributed;
    rows.begin({{}, empty_columns(distributed)});
    for (const Beneficiary& beneficiary : distributed.beneficiaries) {
        for (const Award& award : beneficiary.awards) {
            const bool first = &award == &beneficiary.awards.front();
            const bool last = &award == &beneficiary.awards.back();
            const std::string role = role_of(award, language);
            const std::string basis = digits_of(award.basis);
            const auto done = [&](WorkUnit unit) { return award.unit == unit ? Cell(DigitsCell{basis}) : Cell(); };
            rows.row({.gathered = last ? static_cast<std::uint32_t>(beneficiary.awards.size()) : 0},
                     {first ? Cell(TextCell{result.budget->members[beneficiary.member].name}) : Cell(), TextCell{role},
                      done(WorkUnit::hours), done(WorkUnit::points), done(WorkUnit::count),
                      DecimalCell{award.rate, least_places}, award.amount, last ? Cell(beneficiary.total) : Cell(),
                      TextCell{result.budget->members[beneficiary.member].id}});
        }
    }
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    rows.row({.kind = RowKind::total, .adds = all_lines},
             {WordCell{{}, translate(tr("Total"), language)}, {}, {}, {}, {}, {}, {}, distributed.total, {}});
    rows.note_of_changes(translate(
        tr("A changed quantity or rate runs through to the amount and to the totals. An amount may then be a cent away "
           "from what the program says, since some formulas hold a correction of less than a cent. Caps are not "
           "applied anew, nor is a rate found anew, and the payments by day and the fees of a year do not follow."),
        language));
}

void pay_day_rows(RowSink& rows, const DistributionResult& result, Language language) {
    const auto cells = [](Cell name, const std::vector<Money>& amounts, Cell id) {
        std::vector<Cell> all = {name};
        all.insert(all.end(), amounts.begin(), amounts.end());
        all.push_back(id);
        return all;
    };
    rows.begin({});
    const std::vector<Beneficiary>& beneficiaries = result.distributed.beneficiaries;
    for (std::size_t i = 0; i < beneficiaries.size(); ++i) {
        const Member& member = result.budget->members[beneficiaries[i].member];
        rows.row({}, cells(TextCell{member.name}, by_day(result.payments, result.days, i), TextCell{member.id}));
    }
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    rows.row(
        {.kind = RowKind::total, .adds = all_lines},
        cells(WordCell{{}, translate(tr("Total"), language)}, by_day(result.payments, result.days, std::nullopt), {}));
}

// What there was and what became of it.
std::vector<Message> envelope_words(const Distributed& distributed) {
    const Distribution& of = *distributed.of;
    if (!of.envelope)
        return {};
    std::vector<Message> said;
    said.push_back(
        of.reserve == Money()
            ? Message{tr("Envelope {envelope}, of which {total} are distributed and {left} are left."),
                      {{"envelope", *of.envelope}, {"total", distributed.total}, {"left", *distributed.left}}}
            : Message{tr("Envelope {envelope}, of which {reserve} are kept first as a reserve, {total} are "
                         "distributed and {left} are left."),
                      {{"envelope", *of.envelope},
                       {"reserve", of.reserve},
                       {"total", distributed.total},
                       {"left", *distributed.left}}});
    if (!distributed.found && *distributed.left != Money() &&
        std::ranges::all_of(distributed.beneficiaries, &Beneficiary::capped) && !distributed.beneficiaries.empty())
        said.push_back({tr("Every beneficiary has the cap: what is left stays undistributed."), {}});
    return said;
}

std::vector<Message> found_words(const Distributed& distributed) {
    if (!distributed.found)
        return {};
    const FoundRate& found = *distributed.found;
    const bool hours = found.unit == WorkUnit::hours;
    const bool exact = (found.rate * Quotient(100)).whole();
    const char* text = nullptr;
    if (found.weighted)
        text = hours ? tr("Rate found: {rate} € an hour of weight 1, {spent} over {units} weighted hours.")
                     : tr("Rate found: {rate} € a point of weight 1, {spent} over {units} weighted points.");
    else
        text = hours ? tr("Rate found: {rate} € an hour, {spent} over {units} hours.")
                     : tr("Rate found: {rate} € a point, {spent} over {units} points.");
    std::vector<Message> said = {{text,
                                  {{"rate", Decimal{decimal(found.rate, least_places)}},
                                   {"spent", found.spent},
                                   {"units", short_digits_of(found.units)}}}};
    if (!exact)
        said.push_back(
            {tr("Exactly it is {numerator}/{denominator} €."),
             {{"numerator", decimal(found.rate.numerator())}, {"denominator", decimal(found.rate.denominator())}}});
    said.push_back(
        {tr("It is spent to the cent: cents left over go to the largest remainders, ties by the order of the "
            "members."),
         {}});
    return said;
}

std::vector<Message> cap_words(const DistributionResult& result) {
    const Distributed& distributed = result.distributed;
    std::vector<Message> said;
    bool held = false;
    for (const Beneficiary& beneficiary : distributed.beneficiaries) {
        if (!beneficiary.capped)
            continue;
        const std::string& name = result.budget->members[beneficiary.member].name;
        held = held || beneficiary.uncapped == beneficiary.total;
        said.push_back(
            beneficiary.uncapped == beneficiary.total
                ? Message{tr("{name} is held at the cap of {cap}."), {{"name", name}, {"cap", *distributed.of->cap}}}
                : Message{tr("{name} would have {uncapped} and is cut to the cap of {cap}, each amount in "
                             "proportion."),
                          {{"name", name}, {"uncapped", beneficiary.uncapped}, {"cap", *distributed.of->cap}}});
    }
    if (held && distributed.found)
        said.push_back({tr("What the cap leaves is parted again among the others, by the same weights."), {}});
    return said;
}

const Distribution& rule_of(const RulesResult& result, std::size_t rule) {
    return *result.all[result.compared.rules[rule]].of;
}

void alternative_rows(RowSink& rows, const RulesResult& result) {
    const Budget& budget = *result.budget;
    const Distribution& of = rule_of(result, 0);
    for (std::size_t rule = 0; rule < result.compared.rules.size(); ++rule) {
        for (const ComparedRules::Row& row : result.compared.rows)
            rows.row({},
                     {TextCell{result.scenario}, TextCell{budget.entities[of.entity].id}, std::int64_t{result.exercise},
                      TextCell{of.id}, TextCell{rule_of(result, rule).id}, TextCell{budget.members[row.member].id},
                      row.amounts[rule], rule == 0 ? Cell() : Cell(row.changes[rule])});
    }
}

void compared_rows(RowSink& rows, const RulesResult& result, Language language) {
    rows.begin({});
    for (const ComparedRules::Row& row : result.compared.rows) {
        std::vector<Cell> cells = {TextCell{result.budget->members[row.member].name}, row.amounts.front()};
        for (std::size_t i = 1; i < row.amounts.size(); ++i) {
            cells.emplace_back(row.amounts[i]);
            cells.emplace_back(row.changes[i]);
        }
        cells.emplace_back(TextCell{result.budget->members[row.member].id});
        rows.row({}, cells);
    }
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    const std::vector<Money>& totals = result.compared.totals;
    std::vector<Cell> cells = {WordCell{{}, translate(tr("Total"), language)}, totals.front()};
    for (std::size_t i = 1; i < totals.size(); ++i) {
        cells.emplace_back(totals[i]);
        cells.emplace_back();
    }
    cells.emplace_back();
    rows.row({.kind = RowKind::total, .adds = all_lines}, cells);
}

void das2_rows(RowSink& rows, const Das2Result& result) {
    rows.begin({});
    for (const Declared& each : result.declared)
        rows.row({}, {TextCell{result.scenario}, TextCell{result.budget->entities[each.entity].id},
                      std::int64_t{each.year}, TextCell{result.budget->members[each.member].id},
                      TextCell{result.budget->members[each.member].name}, each.total, each.threshold->amount});
}

}  // namespace

Sheet payments_sheet(std::span<const DistributionResult> results, Language language) {
    return {"distribution",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")), head::date("date", tr("Date")),
                        head::id("member", tr("Member")), head::text("role", tr("Role")),
                        head::decimal("basis", tr("Quantity")), head::decimal("rate", tr("Rate")),
                        head::money("amount", tr("Amount")), head::word("as", tr("Paid as"))},
                       language),
            [results, language](RowSink& rows) {
                for (const DistributionResult& result : results)
                    payment_rows(rows, result, language);
            }};
}

Sheet distributions_sheet(std::span<const DistributionResult> results, Language language) {
    return {"distributions",
            columns_of(
                {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                 head::count("exercise", tr("Exercise")), head::id("id", tr("Distribution")),
                 head::money("envelope", tr("Envelope")), head::money("reserve", tr("Reserve")),
                 head::money("total", tr("Total")), head::money("left", tr("Left")), head::decimal("rate", tr("Rate")),
                 head::decimal("rate_num", tr("Rate numerator")), head::decimal("rate_den", tr("Rate denominator")),
                 head::money("distributable", tr("Distributable"))},
                language),
            [results](RowSink& rows) {
                for (const DistributionResult& result : results)
                    distribution_row(rows, result);
            }};
}

Sheet das2_sheet(std::span<const Das2Result> results, Language language) {
    return {"das2",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::count("year", tr("Year")).to_the_left(), head::id("member", tr("Member")),
                        head::text("name", tr("Beneficiary")).for_page().naming(),
                        head::money("total", tr("Fees paid")), head::money("threshold", tr("Threshold"))},
                       language),
            [results](RowSink& rows) {
                for (const Das2Result& result : results)
                    das2_rows(rows, result);
            },
            {},
            narrowest_beneficiary};
}

std::string distribution_title(const DistributionResult& result, Language language) {
    const Distribution& of = *result.distributed.of;
    return with_scenario(words({tr("{entity}, {distribution}, exercise {exercise}"),
                                {{"entity", result.budget->entities[of.entity].title()},
                                 {"distribution", of.label},
                                 {"exercise", std::int64_t{result.exercise}}}},
                               language),
                         result.label, language);
}

Sheet beneficiaries_sheet(const DistributionResult& result, Language language) {
    std::vector<Column> columns =
        columns_of({head::text("name", tr("Beneficiary")), head::text("role", tr("Role")).naming(),
                    head::decimal("hours", tr("Hours")), head::decimal("points", tr("Points")),
                    head::decimal("count", tr("Lump sums")), head::decimal("rate", tr("Rate")),
                    head::money("amount", tr("Amount")), head::money("total", tr("Total")).strong(),
                    head::id("member", tr("Member"))},
                   language);
    column_called("rate", columns).all_digits = true;
    column_called("amount", columns).multiplies =
        column_called("total", columns).multiplies = {{"hours", "points", "count"}, "rate"};
    column_called("total", columns).gathers = "amount";
    return {"distribution",
            std::move(columns),
            [&result, language](RowSink& rows) { beneficiary_rows(rows, result, language); },
            {},
            narrowest_beneficiary};
}

Sheet pay_days_sheet(const DistributionResult& result, Language language) {
    std::vector<Column> columns = columns_of({head::text("name", tr("Beneficiary"))}, language);
    for (const Date day : result.days) {
        Column column = columns_of({head::money("", tr("Amount"))}, language).front();
        column.heading = short_day(day, {.language = language});
        columns.push_back(std::move(column));
    }
    columns.push_back(columns_of({head::id("member", tr("Member"))}, language).front());
    return {"payments",
            std::move(columns),
            [&result, language](RowSink& rows) { pay_day_rows(rows, result, language); },
            {},
            narrowest_beneficiary};
}

std::string distribution_rules(const DistributionResult& result, const TextStyle& style) {
    const Distribution& of = *result.distributed.of;
    std::string out;
    const auto say = [&](const std::vector<Message>& messages) {
        for (const Message& message : messages)
            out += wrapped(words(message, style.language), 0, page_width(style));
    };
    say(envelope_words(result.distributed));
    say(found_words(result.distributed));
    if (result.distributed.fixed != Money())
        say({{tr("Lump sums and typed rates come to {fixed}, each role of a beneficiary rounded half up to the cent."),
              {{"fixed", result.distributed.fixed}}}});
    say(cap_words(result));
    if (of.dates.size() > 1)
        say({{tr("Each amount is parted over its days to the cent, ties to the earlier day."), {}}});
    say({{words_of(of.as).sentence, {}}});
    if (result.distributable)
        say({{of.planned
                  ? tr("The cash plan, which has these payments, can pay out {amount} more on {day} without going "
                       "below a floor before the next ACI.")
                  : tr("The cash plan, which does not have these payments, can pay out {amount} on {day} without "
                       "going below a floor before the next ACI."),
              {{"amount", *result.distributable}, {"day", result.days.front()}}}});
    return out;
}

Sheet rules_sheet(std::span<const RulesResult* const> results, Language language) {
    return {"rules",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")), head::id("distribution", tr("Distribution")),
                        head::id("rule", tr("Rule")), head::id("member", tr("Member")),
                        head::money("amount", tr("Amount")), head::money("change", tr("Change"))},
                       language),
            [results](RowSink& rows) {
                for (const RulesResult* result : results)
                    alternative_rows(rows, *result);
            }};
}

Sheet rules_page(const RulesResult& result, Language language) {
    std::vector<Column> columns = columns_of({head::text("name", tr("Beneficiary"))}, language);
    for (std::size_t i = 0; i < result.compared.rules.size(); ++i) {
        Column column = columns_of({head::money("", tr("Amount"))}, language).front();
        column.heading = rule_of(result, i).label;
        columns.push_back(std::move(column));
        if (i != 0)
            columns.push_back(columns_of({head::money("", tr("Change")).quiet()}, language).front());
    }
    columns.push_back(columns_of({head::id("member", tr("Member"))}, language).front());
    return {"comparison",
            std::move(columns),
            [&result, language](RowSink& rows) { compared_rows(rows, result, language); },
            {},
            narrowest_beneficiary};
}

std::string rules_title(const RulesResult& result, Language language) {
    const Distribution& of = rule_of(result, 0);
    return with_scenario(words({tr("{entity}, {distribution}, rules side by side"),
                                {{"entity", result.budget->entities[of.entity].title()}, {"distribution", of.label}}},
                               language),
                         result.label, language);
}

std::string rules_words(const RulesResult& result, const TextStyle& style) {
    std::string out;
    std::string parting;  // how cents are parted: once, below
    for (const std::size_t rule : result.compared.rules) {
        const Distributed& one = result.all[rule];
        std::vector<Message> said = envelope_words(one);
        std::vector<Message> found = found_words(one);
        if (!found.empty()) {
            parting = wrapped(words(found.back(), style.language), 0, page_width(style));
            found.pop_back();
        }
        said.insert(said.end(), found.begin(), found.end());
        const std::string sentences = listed(
            said, [&](const Message& message) { return words(message, style.language); }, " ");
        if (!sentences.empty())
            out +=
                wrapped(words({tr("{rule}: {words}"), {{"rule", one.of->label}, {"words", sentences}}}, style.language),
                        2, page_width(style));
    }
    const char* paid = tr("Only the first of these rules is paid; a change is against it.");
    return out + parting + wrapped(translate(paid, style.language), 0, page_width(style));
}

std::string das2_title(const Das2Result& result, Language language) {
    return with_scenario(
        words({tr("{entity}, fees to declare (DAS2)"), {{"entity", result.budget->entities[result.entity].title()}}},
              language),
        result.label, language);
}

std::string das2_rules_text(const Das2Result& result, const TextStyle& style) {
    std::string out;
    for (const std::int16_t year : result.years) {
        const Das2Threshold* threshold = result.das2->of_year(year);
        const Message said =
            threshold == nullptr
                ? Message{tr("{year}: no threshold of the DAS2 is known."), {{"year", std::int64_t{year}}}}
                : Message{tr("{year}: fees above {threshold} with VAT, of one beneficiary in the calendar year "
                             "({sources}; {confidence})."),
                          {{"year", std::int64_t{year}},
                           {"threshold", threshold->amount},
                           {"sources", cited(threshold->evidence, result.das2->sources)},
                           {"confidence", Term{name_of(threshold->evidence.confidence)}}}};
        out += wrapped(words(said, style.language), 0, page_width(style));
    }
    if (result.declared.empty())
        out += wrapped(translate(tr("Nobody is above the threshold."), style.language), 0, page_width(style));
    return out;
}

}  // namespace msp
