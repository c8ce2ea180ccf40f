// SPDX-License-Identifier: MIT
#include <msp/budget/named_key.hpp>
#include <msp/read/word.hpp>
#include <msp/report/call_words.hpp>
#include <msp/report/charges_sheets.hpp>
#include <msp/report/sheet_text.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace msp {
namespace {

constexpr int exact_places = 6;
constexpr std::size_t narrowest_member = 16;

const Item& item_of(const ChargesResult& result, const LineShares& line) {
    return result.budget->items[line.line->item];
}

// "2026", or a month or quarter of it.
Cell period_cell(const ChargesResult& result, std::size_t period, const std::string& exercise) {
    if (result.grid == Grid::year)
        return WordCell{exercise};
    return PeriodCell{result.periods[period], result.grid};
}

// By keys such as equal shares many members have the same.
struct WrittenShare {
    std::string weight;
    std::string exact;
    std::string numerator;
};

WrittenShare written_share(const ExactShares& due, std::size_t member, Money total) {
    return {due.weight(member, total, exact_places), due.decimal(member, exact_places), due.numerator(member)};
}

void share_rows(RowSink& rows, const ChargesResult& result, const LineShares& line, OfMember only) {
    const Budget& budget = *result.budget;
    const std::string exercise = std::to_string(result.exercise);
    for (std::size_t period = 0; period < line.periods.size(); ++period) {
        const Shares& shares = line.periods[period];
        const ExactShares& due = shares.plain ? shares.plain->exact : shares.exact;
        WrittenShare written;
        std::optional<std::size_t> last;
        for (std::size_t member = 0; member < budget.payers(); ++member) {
            if (!result.shares.pays[member] || (only && *only != member))
                continue;
            if (!last || !due.alike(member, *last))
                written = written_share(due, member, shares.total);
            last = member;
            const Money share = (shares.plain ? shares.plain->shares : shares.shares)[member];
            rows.row({}, {TextCell{result.scenario}, TextCell{budget.entities[result.entity].id},
                          std::int64_t{result.exercise}, period_cell(result, period, exercise),
                          TextCell{item_of(result, line).id}, TextCell{item_of(result, line).label},
                          TextCell{budget.payer_id(member)}, TextCell{budget.keys[*line.line->shared].id}, shares.total,
                          DigitsCell{written.weight}, DigitsCell{written.exact}, share, shares.shares[member],
                          WholeDigitsCell{written.numerator}, WholeDigitsCell{due.denominator()}});
        }
    }
}

std::string period_title(const ChargesResult& result, std::size_t period, Language language) {
    return result.grid == Grid::year ? std::string() : period_name(result.periods[period], result.grid, language);
}

// Of several entities the worksheets are named by theirs too.
Block block_of(const ChargesResult& result, std::size_t period, Language language) {
    Block block = {period_title(result, period, language), {}};
    if (!block.title.empty() && result.budget->entities.size() > 1)
        block.name = {block.title, result.budget->entities[result.entity].title()};
    return block;
}

// What payers have of each line in a period, all up to each one.
using LinePortions = std::vector<std::vector<Quotient>>;
LinePortions portions_of(const ChargesResult& result, std::size_t period) {
    LinePortions portions;
    for (const LineShares& line : result.shares.lines)
        portions.push_back(line.periods[period].exact.portions(line.periods[period].total));
    return portions;
}

// The same of one of them, in the columns of a table of members.
std::vector<std::optional<Quotient>> portions_of(const LinePortions& portions, std::size_t payer) {
    std::vector<std::optional<Quotient>> found(1);
    for (const std::vector<Quotient>& line : portions)
        found.push_back(line.empty() ? std::nullopt : std::optional(line[payer]));
    found.resize(found.size() + 2);  // the total, and who it is
    return found;
}

// Only what is parted by formulas: whatever else were changed there would be parted by none.
void to_be_shared_row(RowSink& rows, const ChargesResult& result, std::size_t period, const LinePortions& portions,
                      std::uint8_t group, std::string_view name) {
    const std::vector<Money> amounts = totals_of(result.shares, period);
    std::vector<Cell> cells = {TextCell{name}};
    bool whole = true;
    for (std::size_t line = 0; line < portions.size(); ++line) {
        const bool known = !portions[line].empty();
        cells.push_back(known ? Cell(amounts[line]) : Cell());
        whole = whole && (known || amounts[line] == Money());
    }
    cells.push_back(whole ? Cell(amounts.back()) : Cell());
    cells.emplace_back();
    rows.row({.audience = Audience::recalculated, .group = group}, cells);
}

// Of a payer, or of all of them.
void amounts_row(RowSink& rows, const Row& look, std::string_view name, const std::vector<Money>& amounts,
                 std::string_view id = {}) {
    std::vector<Cell> cells = {TextCell{name}};
    cells.insert(cells.end(), amounts.begin(), amounts.end());
    cells.emplace_back(TextCell{id});
    rows.row(look, cells);
}

const LineShares& line_of(const ExplainedShare& share) {
    return *std::ranges::find(share.result->shares.lines, share.line->line, &LineShares::line);
}

const char* by_rooms_words(std::optional<Vacancy> vacancy) {
    if (!vacancy)
        return tr("by rooms, empty ones as each of them says");
    switch (*vacancy) {
        case Vacancy::landlord:
            return tr("by rooms, empty ones borne by the landlord");
        case Vacancy::all:
            return tr("by rooms, empty ones borne by all");
        case Vacancy::profession:
            return tr("by rooms, empty ones borne by the profession");
        case Vacancy::leaver:
            break;
    }
    return tr("by rooms, empty ones borne by who left");
}

const char* plain_way_of(const ShareKey& key) {
    switch (key.kind) {
        case KeyKind::equal:
            return tr("equally");
        case KeyKind::counter:
            return tr("by {counter}");
        case KeyKind::rooms:
            return by_rooms_words(key.vacancy);
        case KeyKind::weights:
            return tr("by weights that are typed");
        case KeyKind::fixed:
            return tr("by fixed shares");
        case KeyKind::mix:
            break;
    }
    return tr("by a mix of keys, {parts}");
}

// "40 % even, 60 % surface; from 1 July 2026 on 50 % even, 50 % surface"
std::string parts_of(const Budget& budget, const ShareKey& mix, Language language) {
    std::set<Date> changes = {Date::first()};
    for (const KeyMix& part : mix.mix) {
        for (const auto& step : part.share.steps)
            changes.insert(step.from);
    }
    std::string all;
    for (const Date day : changes) {
        std::string parts;
        for (const KeyMix& part : mix.mix) {
            const Quotient* share = part.share.on(day);
            if (share != nullptr && *share != Quotient())
                parts += (parts.empty() ? "" : ", ") +
                         words({tr("{percent} % {key}"),
                                {{"percent", Decimal{in_percent(*share)}}, {"key", budget.keys[part.key].id}}},
                               language);
        }
        all += day == Date::first()
                   ? parts
                   : words({tr("; from {day} on {parts}"), {{"day", day}, {"parts", parts}}}, language);
    }
    return all;
}

void explained_rows(RowSink& rows, const ExplainedShare& share, Language language) {
    const ChargesResult& result = *share.result;
    const Budget& budget = *result.budget;
    const auto add = [&](Row row, Cell due, Cell from, Cell until, Money base, const ExactShares& exact) {
        const std::string weight = exact.weight(share.member, base, exact_places);
        const std::string part = exact.decimal(share.member, exact_places);
        rows.row(row,
                 {TextCell{result.scenario}, TextCell{budget.entities[result.entity].id}, std::int64_t{result.exercise},
                  TextCell{budget.items[share.line->line->item].id}, TextCell{budget.payer_id(share.member)}, due, from,
                  until, base, DigitsCell{weight}, DigitsCell{part}});
    };
    rows.begin({});
    const Window days = {result.days.first, result.days.last};
    const std::vector<ExactShares> each = shares_of_charges(budget, share.lines, days, *share.line);
    for (std::size_t i = 0; i < each.size(); ++i) {
        const Charge& charge = share.line->charges[i];
        add({}, charge.due, charge.covers.first, charge.covers.last, charge.amount, each[i]);
    }
    const Shares& exercise = line_of(share).exercise;
    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
    add({.kind = RowKind::total, .audience = Audience::page, .adds = all_lines},
        WordCell{{}, translate(tr("Total"), language)}, {}, {}, exercise.total, exercise.exact);
}

const char* const derogatory =
    tr("derogatory key: that this is the exact share (CGI, article 261 B) has to be justified");

void derogation_rows(RowSink& rows, const ChargesResult& result, const ExerciseShares& shares, Language language) {
    for (const LineShares& line : shares.lines) {
        if (!line.exercise.plain)
            continue;
        const Message title = {
            tr("{line}: {note}"),
            {{"line", item_of(result, line).label}, {"note", std::string(translate(derogatory, language))}}};
        rows.begin({words(title, language), {}});
        for (std::size_t payer = 0; payer < result.budget->payers(); ++payer) {
            const PlainShares& plain = *line.exercise.plain;
            const Money charged = line.exercise.shares[payer];
            const std::string exact = plain.exact.decimal(payer, exact_places);
            if (charged == Money() && exact.find_first_not_of("0.") == std::string::npos)
                continue;
            const std::string less = plain.exact.less(payer, charged, exact_places);
            rows.row({}, {TextCell{shown_payer(*result.budget, payer, language)}, DigitsCell{exact}, charged,
                          DigitsCell{less}, TextCell{result.budget->payer_id(payer)}});
        }
    }
}

std::string derogation_of_line(const ChargesResult& result, const LineShares& line, std::size_t member,
                               const TextStyle& style) {
    return wrapped(words({tr("{line}: {note}. By the plain key {exact} €, charged {charged}."),
                          {{"line", item_of(result, line).label},
                           {"note", std::string(translate(derogatory, style.language))},
                           {"exact", Decimal{line.exercise.plain->exact.decimal(member, exact_places)}},
                           {"charged", line.exercise.shares[member]}}},
                         style.language),
                   0, page_width(style));
}

// Whether a cap, floor or target does.
bool changes_in(const ShareKey& key, const Period& days) {
    const auto changes = [&](const Limits& limits) {
        return std::ranges::any_of(
            limits.steps, [&](const Limits::Step& step) { return step.from > days.first && step.from <= days.last; });
    };
    return changes(key.cap) || changes(key.floor) || (key.target && changes(key.target->amount));
}

// Empty where they bear nothing.
std::string third_party_note(const ChargesResult& result, const TextStyle& style) {
    const Money borne = borne_by_third_parties(*result.budget, result.shares);
    if (borne == Money())
        return {};
    return wrapped(words({tr("Third parties bear {amount}: income of the entity, not of its members. Services to them "
                             "are taxable themselves (CGI, article 261 B): taxable receipt?"),
                          {{"amount", borne}}},
                         style.language),
                   0, page_width(style));
}

}  // namespace

std::string shown_payer(const Budget& budget, std::size_t payer, Language language) {
    if (budget.is_member(payer))
        return budget.payer_name(payer);
    return words({tr("{name} (third party)"), {{"name", budget.payer_name(payer)}}}, language);
}

Sheet shares_sheet(std::span<const ChargesResult* const> results, OfMember member, Language language) {
    return {
        "shares",
        columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                    head::count("exercise", tr("Exercise")), head::period("period", tr("Period")),
                    head::id("line", tr("Line")), head::id("label", tr("Label")), head::id("member", tr("Member")),
                    head::id("key", tr("Key")), head::money("base", tr("Base")), head::decimal("weight", tr("Weight")),
                    head::decimal("exact", tr("Exact share")), head::money("share", tr("Share")),
                    head::money("charged", tr("Charged")), head::decimal("exact_num", tr("Exact numerator")),
                    head::decimal("exact_den", tr("Exact denominator"))},
                   language),
        [results, member](RowSink& rows) {
            for (const ChargesResult* result : results) {
                for (const LineShares& line : result->shares.lines)
                    share_rows(rows, *result, line, member);
            }
        }};
}

Sheet member_sheet(const ChargesResult& result, Language language) {
    std::vector<Column> columns = columns_of({head::text("name", tr("Member"))}, language);
    std::vector<Addend> all;
    for (const LineShares& line : result.shares.lines) {
        Column column = columns_of({head::money("", tr("Share"))}, language).front();
        column.id = item_of(result, line).id;
        column.heading = item_of(result, line).label;
        all.push_back({column.id});
        columns.push_back(std::move(column));
    }
    Column total = columns_of({head::money("", tr("Total")).strong()}, language).front();
    total.adds = std::move(all);
    columns.push_back(std::move(total));
    columns.push_back(columns_of({head::id("member", tr("Member"))}, language).front());
    return {"shares",
            std::move(columns),
            [&result, language](RowSink& rows) {
                for (std::size_t period = 0; period < result.periods.size(); ++period) {
                    constexpr std::uint8_t shared = 1;
                    rows.begin(block_of(result, period, language));
                    const LinePortions portions = portions_of(result, period);
                    to_be_shared_row(rows, result, period, portions, shared, translate(tr("To be shared"), language));
                    for (const MemberCharges& member : members_of(result.shares, period)) {
                        const auto own = portions_of(portions, member.member);
                        amounts_row(rows, {.portions = own, .whole = shared},
                                    shown_payer(*result.budget, member.member, language), member.amounts,
                                    result.budget->payer_id(member.member));
                    }
                    rows.row({.kind = RowKind::rule}, std::initializer_list<Cell>{});
                    amounts_row(rows, {.kind = RowKind::total, .adds = all_lines}, translate(tr("Total"), language),
                                totals_of(result.shares, period));
                    rows.note_of_changes(translate(
                        tr("An amount to be shared that is changed here is parted by the same weights, and the shares "
                           "make it to the cent. Which of them has a cent that is left over may be another than the "
                           "program says, and caps, floors and targets are not applied anew. A line without an amount "
                           "to be shared has none in this time."),
                        language));
                }
            },
            {},
            narrowest_member};
}

Sheet explanation_sheet(std::span<const ExplainedShare> shares, Language language) {
    return {"charges",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::count("exercise", tr("Exercise")).for_data(), head::id("line", tr("Line")),
                        head::id("member", tr("Member")), head::date("due", tr("Due")), head::date("from", tr("From")),
                        head::date("until", tr("Until")), head::money("base", tr("Base")),
                        head::decimal("weight", tr("Weight")), head::decimal("exact", tr("Exact share"))},
                       language),
            [shares, language](RowSink& rows) {
                for (const ExplainedShare& share : shares)
                    explained_rows(rows, share, language);
            }};
}

std::string way_of(const Budget& budget, const ShareKey& key, Language language) {
    std::string way =
        words({plain_way_of(key),
               {{"counter", counter_name(key.counter, language)}, {"parts", parts_of(budget, key, language)}}},
              language);
    if (key.level != KeyLevel::profession)
        return way;
    return words({key.within.empty() ? tr("{way} among professions, equally inside each")
                                     : tr("{way} among professions, by {counter} inside each"),
                  {{"way", way}, {"counter", counter_name(key.within, language)}}},
                 language);
}

std::string terms_of(const Budget& budget, const ShareKey& key, Language language) {
    std::string terms;
    const auto add = [&](const Message& message) { terms += ", " + words(message, language); };
    const auto add_dated = [&](const auto& values, auto said) {
        for (const auto& step : values.steps)
            add(step.from == Date::first()
                    ? said(step.value)
                    : Message{tr("from {day} on {term}"),
                              {{"day", step.from}, {"term", words(said(step.value), language)}}});
    };
    if (key.prorata == Prorata::month)
        add({tr("each month that is begun counts"), {}});
    add_dated(key.absent_pays, [](Rate pays) {
        return Message{tr("who is away bears {percent} %"), {{"percent", Decimal{pays.percent()}}}};
    });
    if (!key.exempt.empty())
        add({tr("some members are exempt for a time"), {}});
    for (const NewcomerStep& step : key.newcomer)
        add({tr("a newcomer bears {percent} % for {n} {n:month|months}"),
             {{"percent", Decimal{step.pays.percent()}}, {"n", std::int64_t{step.months}}}});
    add_dated(key.cap, [](std::optional<Money> cap) {
        return cap ? Message{tr("a member at most {amount} of a line"), {{"amount", *cap}}} : Message{tr("no cap"), {}};
    });
    add_dated(key.floor, [](std::optional<Money> floor) {
        return floor ? Message{tr("a member at least {amount} of a line"), {{"amount", *floor}}}
                     : Message{tr("no floor"), {}};
    });
    if (key.target)
        add_dated(key.target->amount, [&](std::optional<Money> amount) {
            return !amount ? Message{tr("no target"), {}}
                           : Message{key.target->each == TargetEach::month
                                         ? tr("what is above {amount} a month by the key {key}")
                                         : tr("what is above {amount} an exercise by the key {key}"),
                                     {{"amount", *amount}, {"key", budget.keys[key.target->above].id}}};
        });
    if (key.departs_from)
        add({tr("in place of the key {key}"), {{"key", budget.keys[*key.departs_from].id}}});
    return terms;
}

bool is_called_by_its_way(const Budget& budget, const ShareKey& key, Language language) {
    return folded(key.label) == folded(way_of(budget, key, language));
}

std::string derogation_note(const ChargesResult& result, std::size_t member, const TextStyle& style) {
    std::string out;
    for (const LineShares& line : result.shares.lines) {
        if (line.exercise.plain)
            out += derogation_of_line(result, line, member, style);
    }
    return out;
}

Sheet derogation_sheet(const ChargesResult& result, const ExerciseShares& shares, Language language) {
    return {"derogations",
            columns_of({head::text("name", tr("Member")), head::decimal("exact", tr("Exact share")),
                        head::money("charged", tr("Charged")).strong(), head::decimal("less", tr("Exact less charged")),
                        head::id("member", tr("Member"))},
                       language),
            [&result, &shares, language](RowSink& rows) { derogation_rows(rows, result, shares, language); },
            {},
            narrowest_member};
}

std::string explanation_heading(const ExplainedShare& share, const TextStyle& style) {
    const Budget& budget = *share.result->budget;
    const ShareKey& key = budget.keys[*share.line->line->shared];
    const auto said = [&](const Message& message) { return words(message, style.language); };
    const std::string title = said({tr("{line}, {member}, exercise {exercise}"),
                                    {{"line", budget.items[share.line->line->item].label},
                                     {"member", budget.payer_name(share.member)},
                                     {"exercise", std::int64_t{share.result->exercise}}}});
    const std::string way = way_of(budget, key, style.language) + terms_of(budget, key, style.language);
    const bool once = is_called_by_its_way(budget, key, style.language);
    return heading(title, style) + wrapped(said({once ? tr("Key {key}, {way}") : tr("Key {key}, {way}: {label}"),
                                                 {{"key", key.id}, {"way", way}, {"label", key.label}}}),
                                           0, page_width(style));
}

std::string explanation_rounding(const ExplainedShare& share, const TextStyle& style) {
    const Shares& exercise = line_of(share).exercise;
    const ExactShares::Fraction exact = exercise.exact.fraction(share.member);
    std::string out;
    const ShareKey& key = share.result->budget->keys[*share.line->line->shared];
    if (changes_in(key, share.result->days))
        out += wrapped(translate(tr("A cap, floor or target that changes in the exercise holds what falls on its days, "
                                    "in proportion to them."),
                                 style.language),
                       0, page_width(style));
    if (key.bounded())
        out +=
            wrapped(translate(tr("Cap and floor hold for the line as a whole: what they leave or take is shared among "
                                 "the other members by the same weights."),
                              style.language),
                    0, page_width(style));
    if (exercise.plain)
        out += derogation_of_line(*share.result, line_of(share), share.member, style);
    return out +
           wrapped(
               words({tr("Exactly {numerator}/{denominator} €, and {share} in whole cents, by the rounding debts of "
                         "the members so far."),
                      {{"numerator", exact.numerator},
                       {"denominator", exact.denominator},
                       {"share", exercise.shares[share.member]}}},
                     style.language),
               0, page_width(style));
}

std::string charges_title(const ChargesResult& result, Language language) {
    return title_with_exercise(tr("{entity}, shared charges of the exercise {exercise}"), result, language);
}

std::string charges_rules(const ChargesResult& result, const TextStyle& style) {
    if (result.shares.lines.empty())
        return wrapped(translate(tr("Nothing is shared in this exercise."), style.language), 0, page_width(style));
    const std::string text = words(
        {tr("Each line is parted once for the exercise, from {first} to {last}, by exact weights on the days that "
            "each payment is for. A cent that a line leaves over goes to the member whose rounding debt is the "
            "largest; no total is further than {debt} cents from its exact value."),
         {{"first", result.days.first}, {"last", result.days.last}, {"debt", Decimal{result.shares.largest_debt}}}},
        style.language);
    std::string out = wrapped(text, 0, page_width(style));
    out += third_party_note(result, style);
    if (result.grid != Grid::year)
        out += wrapped(translate(tr("Each period is parted by itself, and the last one takes the difference to the "
                                    "exercise."),
                                 style.language),
                       0, page_width(style));
    return out;
}

}  // namespace msp
