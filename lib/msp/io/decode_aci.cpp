// SPDX-License-Identifier: MIT
#include <msp/io/decoder.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace msp {
namespace {

constexpr std::int64_t no_year = 0;  // of a year that cannot be read
constexpr std::int64_t most_people = 1'000'000;
constexpr std::int64_t most_professionals = 10'000;
constexpr std::int64_t most_weight = 1'000'000;
constexpr std::int64_t most_points = 1'000'000;
constexpr std::int64_t most_meetings = 1'000;
constexpr std::int64_t weeks_of_year = 52;
constexpr int decimals = 6;  // of points, weeks, percents

// Which indicators there are is for the law to say.
bool may_be_indicator(std::string_view id) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    };
    return std::ranges::all_of(id, fits) && id.size() <= longest_indicator && id.find('.') != std::string_view::npos &&
           !id.starts_with('.') && !id.ends_with('.') && id.find("..") == std::string_view::npos;
}

std::optional<TypedCount> typed(Table& table, int slot, std::int64_t most) {
    const auto found = table.integer(slot, 0, most);
    return found ? std::optional(TypedCount{*found, {table.span(slot)}}) : std::nullopt;
}

template <typename Choice>
void choose(Table& table, int slot, Choice& choice) {
    choice = static_cast<Choice>(table.word(slot).value_or(static_cast<int>(choice)));
}

}  // namespace

void Decoder::aci(NodeId node) {
    Table table(reading_, node, Section::aci);
    Aci aci;
    const auto sisa = std::ranges::find(budget_.entities, EntityForm::sisa, &Entity::form);
    const auto entity = static_cast<EntityIndex>(sisa == budget_.entities.end() ? 0 : sisa - budget_.entities.begin());
    if (table.has(slot::aci_entity) || table.has(slot::aci_bank)) {
        aci.bank = bank_of(table, slot::aci_entity, slot::aci_bank);
    } else {
        const auto first = std::ranges::find(budget_.banks, entity, &Bank::entity);
        aci.bank = first == budget_.banks.end() ? BankIndex{0} : static_cast<BankIndex>(first - budget_.banks.begin());
    }
    paid_to_sisa(table, budget_.entities[budget_.banks[aci.bank].entity]);
    aci.item = static_cast<ItemIndex>(budget_.items.size());
    Item& item = budget_.items.emplace_back();  // no label: the report has words for it
    item.id = "aci";
    item.category = shipped_category("aci");
    item.side = Side::receipts;
    item.origin = Origin::aci;
    item.place = {table.span()};
    aci_contract(table, aci);
    aci_options(table, aci.options);
    aci.effort_in_euros = table.word(slot::aci_effort_unit) == 1;
    for (const FreeEntry& entry : indicators(table, slot::aci_effort)) {
        Table value(reading_, entry.node, entry.id);
        const auto cost = aci.effort_in_euros ? value.positive(0) : std::nullopt;
        const auto weight = aci.effort_in_euros ? std::nullopt : value.integer(0, 0, most_weight);
        if (cost || weight)
            aci.efforts.push_back({entry.id, cost ? cost->cents() : *weight, {reading_.document[entry.node].key_span}});
    }
    budget_.aci = std::move(aci);
    aci_years(table.tables(slot::aci_years));
}

void Decoder::paid_to_sisa(const Table& table, const Entity& entity) {
    if (entity.form == EntityForm::sisa)
        return;
    reading_.warn(
        "aci.sisa",
        {tr("the ACI is paid to a SISA, and {entity}, which receives it here, is none"), {{"entity", entity.id}}},
        table.has(slot::aci_entity) ? table.span(slot::aci_entity) : table.span(),
        Message{tr("give that entity the form SISA, or name the SISA with {key}"),
                {{"key", table.key(slot::aci_entity)}}});
}

void Decoder::aci_contract(Table& table, Aci& aci) {
    aci.contract = table.date(slot::aci_contract);
    aci.renewed = table.date(slot::aci_renewed);
    aci.contract_place = {table.span(slot::aci_contract)};
    aci.renewed_place = {table.span(slot::aci_renewed)};
    needs(table, slot::aci_renewed, slot::aci_contract);
    if (aci.contract && aci.renewed && *aci.renewed <= *aci.contract)
        reading_.error("aci.renewed", {tr("the contract would be renewed before it has effect"), {}},
                       aci.renewed_place.span, {}, {{aci.contract_place.span, {tr("from when it has effect"), {}}}});
    if (const auto day = table.month_day(slot::aci_patients_on)) {
        aci.count_month = day->month;
        aci.count_day = day->day;
    }
    const AciPayday both = table.payday(slot::aci_payment_day).value_or(AciPayday());
    aci.advance_day = table.payday(slot::aci_advance_day).value_or(both);
    aci.balance_day = table.payday(slot::aci_balance_day).value_or(both);
}

void Decoder::aci_options(Table& table, AciOptions& options) {
    if (!table.has(slot::aci_options))
        return;
    Table chosen(reading_, table.node(slot::aci_options), Section::aci_options);
    choose(chosen, slot::options_meetings, options.meetings);
    choose(chosen, slot::options_case_rate, options.case_rate);
    choose(chosen, slot::options_proration, options.proration);
    choose(chosen, slot::options_software, options.software);
    choose(chosen, slot::options_concertation, options.concertation);
    choose(chosen, slot::options_derogation, options.derogation);
    choose(chosen, slot::options_count, options.counting);
    choose(chosen, slot::options_rounding, options.rounding);
    options.advance_ipa = chosen.boolean(slot::options_advance_ipa).value_or(options.advance_ipa);
    options.advance_crisis = chosen.boolean(slot::options_advance_crisis).value_or(options.advance_crisis);
}

void Decoder::aci_years(const std::vector<NodeId>& nodes) {
    std::vector<std::pair<Table, std::int16_t>> years;
    years.reserve(nodes.size());
    std::optional<std::int16_t> computed_from;  // what a year does not say is as in the year before
    for (const NodeId node : nodes) {
        auto& [table, number] = years.emplace_back(Table(reading_, node, Section::aci_year), std::int16_t{0});
        number = static_cast<std::int16_t>(table.integer(slot::year, 2000, 2198).value_or(no_year));
        if (table.has(slot::year_reached))
            computed_from = std::min(computed_from.value_or(number), number);
    }
    for (auto& [table, number] : years)
        aci_year(table, number, computed_from && *computed_from <= number);
    std::ranges::stable_sort(budget_.aci->years, {}, &AciYear::year);
}

void Decoder::aci_year(Table& table, std::int16_t number, bool computed) {
    AciYear year;
    year.year = number;
    year.place = {table.span(slot::year)};
    year.assume = table.text(slot::assume).value_or("");
    year.assume_place = {table.span(slot::assume)};
    year.notified = table.positive(slot::year_notified);
    year.notified_place = {table.span(slot::year_notified)};
    aci_item(table, slot::balance, year.balance, computed || table.has(slot::year_notified));
    aci_item(table, slot::advance, year.advance, computed || (table.has(slot::year_notified) && year.balance.stated()));
    year.patients = typed(table, slot::year_patients, most_people);
    year.associates = typed(table, slot::year_associates, most_professionals);
    year.doctors = typed(table, slot::year_doctors, most_professionals);
    year.ipa = table.boolean(slot::year_ipa);
    year.crisis = table.boolean(slot::year_crisis).value_or(false);
    year.evidence = table.date(slot::year_evidence);
    if (year.evidence && year.evidence->fields().year <= number)
        reading_.error("aci.evidence",
                       {tr("the supporting documents of {year} are due after its end, not on {date}"),
                        {{"year", std::int64_t{number}}, {"date", day_of(*year.evidence)}}},
                       table.span(slot::year_evidence));
    aci_reached(table, year);
    precarity(table, year);
    const auto other = std::ranges::find(budget_.aci->years, number, &AciYear::year);
    if (number != no_year && other != budget_.aci->years.end())
        reading_.error("aci.repeated", {tr("the year {year} stands twice"), {{"year", std::int64_t{number}}}},
                       year.place.span, Message{tr("write all that concerns a year in one table"), {}},
                       {{other->place.span, {tr("first said here"), {}}}});
    budget_.aci->years.push_back(std::move(year));
}

// `follows`: an amount that is not typed comes about without it.
void Decoder::aci_item(Table& year, int slot, AciItem& item, bool follows) {
    item.place = {year.span(slot)};
    item.amount_place = item.place;
    if (!year.has(slot))
        return;
    Table table(reading_, year.node(slot), Section::aci_item);
    item.expected = table.date(slot::expected);
    contradiction(table, slot::notified, slot::item_amount);
    item.amount = table.positive(slot::notified);
    item.state = item.amount ? State::notified : State::assumed;
    item.amount_place = {table.span(slot::notified)};
    if (table.has(slot::item_amount)) {
        item.amount = table.positive(slot::item_amount);
        item.amount_place = {table.span(slot::item_amount)};
    }
    dated(table, slot::received, item.received);
    const bool amount =
        follows || table.has(slot::notified) || table.has(slot::item_amount) || table.has(slot::received);
    for (const int other : {slot::expected, slot::item_delay, slot::item_scale}) {
        if (!amount && table.has(other))
            reading_.error("aci.amount",
                           {tr("{key} is given for an item without an amount"), {{"key", table.key(other)}}},
                           table.span(other),
                           Message{tr("add {notified} or {amount}, or say in {reached} what the year has reached"),
                                   {{"notified", table.key(slot::notified)},
                                    {"amount", table.key(slot::item_amount)},
                                    {"reached", year.key(slot::year_reached)}}});
    }
    item.closed = table.boolean(slot::closed).value_or(false);
    item.delay = table.delay(slot::item_delay).value_or(Delay());
    item.scale = table.positive_rate(slot::item_scale).value_or(Rate(1, 0));
    if (!table.has(slot::recovery))
        return;
    Table recovery(reading_, table.node(slot::recovery), Section::recovery);
    item.recovery = Recovery{recovery.positive(slot::recovery_amount).value_or(Money()),
                             recovery.date(slot::recovery_date).value_or(Date()),
                             static_cast<RecoveryKind>(recovery.word(slot::recovery_by).value_or(0)),
                             {recovery.span()}};
}

// The entries of a free table by id, which makes budgets equal whatever their order.
std::vector<FreeEntry> Decoder::indicators(Table& table, int slot) {
    std::vector<FreeEntry> entries = table.entries(slot);
    std::erase_if(entries, [&](const FreeEntry& entry) {
        const bool other = slot == slot::aci_effort && entry.id == "ipa";
        return !other && !names_indicator(entry);
    });
    std::ranges::sort(entries, {}, [&](const FreeEntry& entry) {
        return std::pair(std::string_view(entry.id), reading_.document[entry.node].key_span.begin);
    });
    for (std::size_t i = 1; i < entries.size(); ++i) {
        if (entries[i].id == entries[i - 1].id)
            reading_.error("aci.indicator-twice", {tr("{id} stands twice"), {{"id", entries[i].id}}},
                           reading_.document[entries[i].node].key_span, {},
                           {{reading_.document[entries[i - 1].node].key_span, {tr("first said here"), {}}}});
    }
    return entries;
}

// An axis of which nothing is said yet is no indicator, and no mistake.
bool Decoder::names_indicator(const FreeEntry& entry) {
    const Node& node = reading_.document[entry.node];
    const bool empty = node.kind == NodeKind::table && node.child == no_node;
    if (empty && entry.id.find('.') == std::string::npos)
        return false;
    if (empty) {
        reading_.error("aci.indicator-empty", {tr("{id} says nothing"), {{"id", entry.id}}}, node.key_span,
                       Message{tr("give it a value, or leave it out"), {}});
        return false;
    }
    if (may_be_indicator(entry.id))
        return true;
    reading_.error("aci.indicator-id", {tr("\"{id}\" cannot be an indicator"), {{"id", entry.id}}}, node.key_span,
                   Message{tr("an indicator is named with its axis, such as {id}; msp-aci --rules lists them"),
                           {{"id", "equipe.qualite.n1"}}});
    return false;
}

void Decoder::aci_reached(Table& year, AciYear& facts) {
    for (const FreeEntry& entry : indicators(year, slot::year_reached)) {
        Reached reached;
        reached.indicator = entry.id;
        reached.place = {reading_.document[entry.node].key_span};
        if (reading_.document[entry.node].kind == NodeKind::table) {
            reached_details(entry.node, reached);
        } else if (const auto fact = Table(reading_, entry.node, entry.id).fact(0, Section::reached)) {
            if (const bool* whole = std::get_if<bool>(&*fact)) {
                reached.whole = *whole;
                reached.no = !*whole;
            } else if (const std::int64_t* count = std::get_if<std::int64_t>(&*fact)) {
                reached.count = *count;
            } else {
                reached.since = std::get<Date>(*fact);
            }
        }
        facts.reached.push_back(std::move(reached));
    }
    for (const FreeEntry& entry : indicators(year, slot::year_points)) {
        if (const auto points = Table(reading_, entry.node, entry.id).number(0, most_points, decimals))
            facts.points.push_back({entry.id, *points, {reading_.document[entry.node].key_span}});
    }
}

void Decoder::reached_details(NodeId node, Reached& reached) {
    Table table(reading_, node, Section::reached);
    reached.count = table.integer(slot::reached_number, 0, most_people);
    reached.since = table.date(slot::reached_since);
    reached.amplitude = table.amplitude(slot::reached_amplitude);
    reached.saturday = table.boolean(slot::reached_saturday);
    reached.weeks = table.number(slot::reached_weeks, weeks_of_year, decimals);
    reached.weeks_outside = table.number(slot::reached_weeks_outside, weeks_of_year, decimals);
    reached.derogation = table.boolean(slot::reached_derogation);
    reached.unscheduled = table.boolean(slot::reached_unscheduled);
    reached.meetings = table.integer(slot::reached_meetings, 0, most_meetings);
    patients_concerned(table, reached);
    themes(table, reached);
}

void Decoder::patients_concerned(Table& table, Reached& reached) {
    constexpr std::array parts = {slot::reached_ald_under_75, slot::reached_over_75, slot::reached_ald_over_75};
    reached.cases = table.integer(slot::reached_cases, 0, most_people);
    reached.concerned = table.integer(slot::reached_concerned, 0, most_people);
    std::int64_t sum = 0;
    std::vector<Note> notes;
    bool complete = true;
    for (const int part : parts) {
        const auto count = table.integer(part, 0, most_people);
        sum += count.value_or(0);
        complete = complete && count;
        if (table.has(part))
            notes.push_back({table.span(part), {tr("a part of them"), {}}});
    }
    for (const int part : parts) {
        if (!notes.empty() && !table.has(part))
            table.missing(part);
    }
    const Span whole = notes.empty() || reached.concerned ? table.span(slot::reached_concerned) : notes.front().span;
    if (complete && reached.concerned && *reached.concerned != sum)
        reading_.error(
            "aci.concerned",
            {tr("the parts make {sum} patients, not {number}"), {{"sum", sum}, {"number", *reached.concerned}}}, whole,
            {}, std::move(notes));
    else if (complete)
        reached.concerned = sum;
    if (reached.cases && reached.concerned && *reached.cases > *reached.concerned)
        reading_.error("aci.case-rate",
                       {tr("{cases} cases of {number} patients are more than 100 %"),
                        {{"cases", *reached.cases}, {"number", *reached.concerned}}},
                       table.span(slot::reached_cases), {}, {{whole, {tr("the patients concerned"), {}}}});
}

void Decoder::themes(Table& table, Reached& reached) {
    const std::size_t problems = reading_.diagnostics.errors();
    reached.themes = table.texts(slot::reached_themes);
    std::ranges::transform(reached.themes, reached.themes.begin(),
                           [](const std::string& theme) { return folded(theme); });
    reached.regional = table.integer(slot::reached_regional, 0, most_people);
    if (problems != reading_.diagnostics.errors())
        return;
    if (table.has(slot::reached_themes)) {
        themes_once(table);
        const auto named = static_cast<std::int64_t>(reached.themes.size());
        if (reached.count && *reached.count != named)
            reading_.error("aci.themes",
                           {tr("{n} {n:theme is|themes are} named, and {key} is {number}"),
                            {{"n", named}, {"key", table.key(slot::reached_number)}, {"number", *reached.count}}},
                           table.span(slot::reached_themes),
                           Message{tr("name every theme, or leave one of the two out"), {}},
                           {{table.span(slot::reached_number), {tr("how many there are"), {}}}});
        else
            reached.count = named;
    }
    const int count = table.has(slot::reached_number) ? slot::reached_number : slot::reached_themes;
    if (reached.regional && reached.count && *reached.regional > *reached.count)
        reading_.error(
            "aci.regional",
            {tr("{key} is {regional}, more than the number of missions, {number}"),
             {{"key", table.key(slot::reached_regional)}, {"regional", *reached.regional}, {"number", *reached.count}}},
            table.span(slot::reached_regional), {}, {{table.span(count), {tr("how many there are"), {}}}});
}

void Decoder::themes_once(Table& table) {
    std::unordered_map<std::string, Span> seen;
    NodeId theme = reading_.document[table.node(slot::reached_themes)].child;
    for (; theme != no_node; theme = reading_.document[theme].next) {
        const Node& node = reading_.document[theme];
        if (const auto [other, fresh] = seen.try_emplace(folded(node.text), node.span); !fresh)
            reading_.error("aci.theme-twice",
                           {tr("the theme {theme} stands twice"), {{"theme", std::string(node.text)}}}, node.span,
                           Message{tr("no two missions have one theme"), {}},
                           {{other->second, {tr("first said here"), {}}}});
    }
}

void Decoder::precarity(Table& year, AciYear& facts) {
    if (!year.has(slot::year_precarity))
        return;
    Table table(reading_, year.node(slot::year_precarity), Section::precarity);
    facts.precarity = Precarity{table.integer(slot::c2s, 0, most_people).value_or(0),
                                table.integer(slot::ame, 0, most_people).value_or(0),
                                table.proportion(slot::c2s_national, decimals).value_or(Rate()),
                                table.proportion(slot::ame_national, decimals).value_or(Rate()),
                                {table.span()}};
}

}  // namespace msp
