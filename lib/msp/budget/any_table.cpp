// SPDX-License-Identifier: MIT
#include <msp/budget/amplitude.hpp>
#include <msp/budget/day_words.hpp>
#include <msp/budget/keys_rule.hpp>
#include <msp/budget/suggest.hpp>
#include <msp/budget/table.hpp>
#include <msp/budget/value_words.hpp>
#include <msp/dates/recurrence.hpp>
#include <msp/dates/written_date.hpp>
#include <msp/diag/listed.hpp>
#include <msp/money/parse.hpp>
#include <msp/read/written.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

constexpr auto an_amount = tr("an amount such as 2400.00 or \"2 400,00 €\"");
constexpr auto a_rate = tr("a rate such as \"2.1 %\"");
constexpr auto a_date = tr("a date such as 2026-04-15");
constexpr auto a_day = tr("a day of the month, 1 to 31, or \"last\"");

constexpr std::int64_t most_days = 36'500;
constexpr std::int64_t most_months = 1'200;
constexpr std::int64_t whole_percent = 100;
constexpr int leap_year = 2000;  // so that 02-29 exists

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> found;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin)
            found.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return found;
}

std::optional<bool> truth(std::string_view text) {
    const Word* word = find_word(truth_words, text);
    return word != nullptr ? std::optional(word->meaning != 0) : std::nullopt;
}

std::optional<unsigned> day_of_month(std::string_view text) {
    if (find_word(last_day, text) != nullptr)
        return 31;
    const std::optional<std::int64_t> number = parse_whole(text);
    return number && *number >= 1 && *number <= 31 ? std::optional(static_cast<unsigned>(*number)) : std::nullopt;
}

struct WrittenDay {
    std::string_view text;
    Span place;
};

// Of a list, or of a text such as "5, 20".
std::vector<WrittenDay> days_written(const Document& document, NodeId value) {
    std::vector<WrittenDay> found;
    const Node& node = document[value];
    if (node.kind == NodeKind::list) {
        for (NodeId child = node.child; child != no_node; child = document[child].next)
            found.push_back({document[child].text, document[child].span});
    } else if (node.kind != NodeKind::table) {
        for (const std::string_view text : day_words(node.text))
            found.push_back({text, node.span});
    }
    return found;
}

// "2-months", "weeks", "10-days".
std::optional<Frequency> counted(std::string_view text) {
    const std::size_t mark = text.rfind('-');
    const std::string_view unit = text.substr(mark == std::string_view::npos ? 0 : mark + 1);
    const std::optional<std::int64_t> number = mark == std::string_view::npos ? 1 : parse_whole(text.substr(0, mark));
    if (!number || *number < 1 || *number > most_months)
        return std::nullopt;
    const auto count = static_cast<std::int32_t>(*number);
    if (find_word(month_forms, unit) != nullptr)
        return Frequency{.step = count};
    if (find_word(week_forms, unit) != nullptr)
        return Frequency{.days = 7 * count};
    if (find_word(day_forms, unit) != nullptr)
        return Frequency{.days = count};
    return std::nullopt;
}

std::string allowed(std::span<const Word> words, bool french) {
    return listed(words, [&](const Word& word) { return std::string(french ? word.french : word.english); });
}

// How an amount is written at the place of another: in quotes with a comma where that one has quotes or a comma.
std::string amount_like(const Node& typed, Money amount) {
    std::string digits = plain(amount);
    if (typed.kind != NodeKind::text && typed.text.find(',') == std::string_view::npos)
        return digits;
    std::string written = digits.substr(0, digits.size() - 3) + ',' + digits.substr(digits.size() - 2);
    for (std::size_t at = digits.size() - 3; at > 3 && written[at - 4] != '-';)
        written.insert(at -= 3, 1, ' ');
    return '"' + written + '"';
}

Message decimals_message(std::string text) {
    const auto [thousands, cents] = amount_readings_of(text);
    if (!thousands || !cents)
        return {tr("{text} has more than two decimals; an amount is in whole cents"), {{"text", std::move(text)}}};
    return {tr("{text} has more than two decimals: it may mean {thousands} or {cents}"),
            {{"text", std::move(text)}, {"thousands", *thousands}, {"cents", *cents}}};
}

// What to write for an amount with three decimals or more.
std::optional<Message> decimals_help(const Node& node) {
    const auto [thousands, cents] = amount_readings_of(node.text);
    if (thousands && cents)
        return Message{tr("write {one} or {other}"),
                       {{"one", amount_like(node, *thousands)}, {"other", amount_like(node, *cents)}}};
    if (thousands)
        return Message{tr("write {thousands} if thousands are meant, else two decimals"),
                       {{"thousands", amount_like(node, *thousands)}}};
    if (cents)
        return Message{tr("write {text}"), {{"text", amount_like(node, *cents)}}};
    return std::nullopt;
}

Message amount_message(NumberProblem problem, std::string text) {
    switch (problem) {
        case NumberProblem::point:
            return {tr("\"{text}\" has a point, but in quotes the comma is the decimal mark"),
                    {{"text", std::move(text)}}};
        case NumberProblem::comma:
            return {tr("{text} has both a comma and a point"), {{"text", std::move(text)}}};
        case NumberProblem::grouping:
            return {tr("\"{text}\" has spaces that do not group the digits by three"), {{"text", std::move(text)}}};
        case NumberProblem::decimals:
            return decimals_message(std::move(text));
        case NumberProblem::exponent:
            return {tr("{text} is not written in plain digits"), {{"text", std::move(text)}}};
        case NumberProblem::range:
            return {tr("{text} is beyond 999,999,999,999.99, the largest amount"), {{"text", std::move(text)}}};
        case NumberProblem::not_a_number:
            break;
    }
    return {tr("\"{text}\" is not an amount"), {{"text", std::move(text)}}};
}

const char* amount_id(NumberProblem problem) {
    switch (problem) {
        case NumberProblem::point:
            return "amount.point";
        case NumberProblem::comma:
            return "amount.comma";
        case NumberProblem::grouping:
            return "amount.grouping";
        case NumberProblem::decimals:
            return "amount.decimals";
        case NumberProblem::exponent:
            return "amount.exponent";
        case NumberProblem::range:
            return "amount.range";
        case NumberProblem::not_a_number:
            break;
    }
    return "amount.text";
}

}  // namespace

std::optional<Delay> parse_delay(std::string_view text) {
    std::string spaced = folded(text);
    std::ranges::replace(spaced, '-', ' ');
    Delay delay;
    bool any = false;
    std::string_view rest = text;
    for (const std::string_view ending : {end_of_month.english, end_of_month.french}) {
        if (spaced.ends_with(ending)) {
            delay.end_of_month = true;
            rest = text.substr(0, text.size() - ending.size());
        }
    }
    const std::vector<std::string_view> parts = words_of(rest);
    if (parts.size() % 2 != 0)
        return std::nullopt;
    for (std::size_t i = 0; i < parts.size(); i += 2) {
        const std::optional<std::int64_t> number = parse_whole(parts[i]);
        if (!number || *number < -most_days || *number > most_days)
            return std::nullopt;
        if (find_word(day_forms, parts[i + 1]) != nullptr)
            delay.days += static_cast<std::int32_t>(*number);
        else if (find_word(month_forms, parts[i + 1]) != nullptr)
            delay.months += static_cast<std::int32_t>(*number);
        else
            return std::nullopt;
        if (std::abs(delay.days) > most_days || std::abs(delay.months) > most_months)
            return std::nullopt;
        any = true;
    }
    return any || delay.end_of_month ? std::optional(delay) : std::nullopt;
}

Frequency frequency_of(Every every) {
    switch (every) {
        case Every::month:
            break;
        case Every::quarter:
            return {.step = 3};
        case Every::half_year:
            return {.step = 6};
        case Every::year:
            return {.step = 12};
        case Every::week:
            return {.days = 7};
        case Every::day:
            return {.days = 1};
        case Every::once:
            return {.once = true};
    }
    return {};
}

AnyTable::AnyTable(Reading& reading, NodeId node, Section section)
    : TableReader(reading.document, node), reading_(reading), section_(section), rows_(keys_of(section)) {
    const Node& table = document_[node];
    if (!is_table()) {
        no_table(table);
        return;
    }
    int expected = 0;
    for (NodeId child = table.child; child != no_node; child = document_[child].next)
        expected = take(child, expected);
    for (int slot = 0; slot < std::ssize(rows_); ++slot) {
        if (row(slot).required && !has(slot))
            missing(slot);
    }
}

AnyTable::AnyTable(Reading& reading, const FreeEntry& value, const Key& row)
    : TableReader(reading.document, value.node),
      reading_(reading),
      section_(row.child),
      rows_(&row, 1),
      name_(value.id) {
    place(0, value.node);
}

int AnyTable::take(NodeId child, int expected) {
    const Node& node = reading_.document[child];
    const KeyMatch found = find_key(section_, node.key, expected);
    if (found.slot < 0) {
        unknown(node);
        return expected;
    }
    KeyLanguage& language = reading_.language(node.key_span.source);
    std::optional<Span>& mine = found.french ? language.french : language.english;
    const std::optional<Span>& other = found.french ? language.english : language.french;
    if (found.english || found.french) {
        if (other && !mine) {
            error("key.mixed",
                  {tr("{key} is in the other language than the keys before it"), {{"key", std::string(node.key)}}},
                  node.key_span, Message{tr("write all keys of a file in French, or all in English"), {}},
                  {{*other, {tr("a key of the first language"), {}}}});
        }
        if (!mine)
            mine = node.key_span;
    }
    if (has(found.slot)) {
        const Node& first = value(found.slot);
        error(
            "key.twice",
            {tr("{key} says the same as {other}"), {{"key", std::string(node.key)}, {"other", std::string(first.key)}}},
            node.key_span, {}, {{first.key_span, {tr("first said here"), {}}}});
    } else if (node.kind != NodeKind::null) {
        place(found.slot, child);
    }
    return found.slot + 1;
}

// A key that is probably another one misspelt is told as that alone, not as missing too.
void AnyTable::unknown(const Node& node) {
    const std::optional<Language> language = reading_.language_of(node.key_span.source);
    const std::string what = std::to_string(static_cast<int>(section_)) + ' ' + std::string(node.key);
    reading_.error_once("key.unknown", what, {tr("unknown key {key}"), {{"key", std::string(node.key)}}}, node.key_span,
                        [&] { return help_for_key(section_, node.key, language); });
    const auto [known, fresh] = reading_.meant.try_emplace(what, -1);
    if (fresh && !reading_.diagnostics.full())
        if (const auto near = meant_key(section_, node.key, language))
            known->second = near->slot;
    if (known->second >= 0)
        meant_.push_back(known->second);
}

bool AnyTable::meant(int slot) const {
    return std::ranges::find(meant_, slot) != meant_.end();
}

std::string AnyTable::key(int slot) const {
    if (!name_.empty())
        return name_;
    if (has(slot) && !value(slot).key.empty())
        return std::string(value(slot).key);
    return row(slot).name(reading_.keys_in(span().source));
}

void AnyTable::missing(int slot) {
    if (!is_table() || meant(slot))
        return;  // which was reported
    std::string needed;
    for (const Key& inner : row(slot).child == Section::budget ? std::span<const Key>() : keys_of(row(slot).child)) {
        if (inner.required)
            needed += (needed.empty() ? "" : ", ") + std::string(inner.name(reading_.keys_in(span().source)));
    }
    std::optional<Message> help;
    if (!needed.empty())
        help = Message{tr("it needs {keys}"), {{"keys", needed}}};
    absent(slot, std::move(help));
}

std::optional<std::string> AnyTable::text(int slot) {
    if (!scalar(slot, tr("text")))
        return std::nullopt;
    const Node& node = value(slot);
    if (node.kind == NodeKind::text || node.kind == NodeKind::bare)
        return std::string(node.text);
    error("value.quotes", {tr("{key} is text and needs quotes"), {{"key", key(slot)}}}, node.span,
          Message{tr("write \"{text}\""), {{"text", std::string(node.text)}}});
    return std::nullopt;
}

std::optional<std::string> AnyTable::id(int slot) {
    std::optional<std::string> found = text(slot);
    const bool fits = found && is_id(*found);
    found = checked_id(slot, std::move(found), fits);
    if (found && (*found == "base" || *found == "all")) {
        error("id.reserved", {tr("the id {id} is kept for the results"), {{"id", *found}}}, span(slot),
              Message{tr("choose another id"), {}});
        return std::nullopt;
    }
    return found;
}

std::optional<Money> AnyTable::amount(int slot) {
    if (!scalar(slot, an_amount))
        return std::nullopt;
    const Node& node = value(slot);
    if (node.kind == NodeKind::boolean || node.kind == NodeKind::date) {
        wrong(slot, an_amount);
        return std::nullopt;
    }
    const AmountResult result = parse_amount(node);
    if (const Money* money = std::get_if<Money>(&result)) {
        if (!money->negative() || row(slot).range.least < 0)
            return *money;
        error("amount.negative", {tr("{key} is negative"), {{"key", key(slot)}}}, span(slot),
              Message{tr("write it as a positive amount"), {}});
        return std::nullopt;
    }
    const NumberProblem problem = std::get<NumberProblem>(result);
    std::optional<Message> help = Message{tr("write an amount as 2400.00, or in quotes as \"2 400,00 €\""), {}};
    if (problem == NumberProblem::range)
        help = Message{tr("look for a digit too many"), {}};
    else if (problem == NumberProblem::decimals ||
             (problem == NumberProblem::point && readings_of(node.text).thousands))
        help = decimals_help(node).value_or(*help);
    error(amount_id(problem), amount_message(problem, std::string(node.text)), node.span, help);
    return std::nullopt;
}

std::optional<Rate> AnyTable::plain_rate(int slot) {
    if (!scalar(slot, a_rate))
        return std::nullopt;
    const Node& node = value(slot);
    const RateResult result = parse_rate(node.text);
    const Rate* found = std::get_if<Rate>(&result);
    if (found == nullptr || node.kind == NodeKind::boolean || node.kind == NodeKind::date) {
        wrong(slot, a_rate);
        return std::nullopt;
    }
    if (*found < Rate(-1000, 0) || *found > Rate(1000, 0)) {
        error("rate.range", {tr("{text} is beyond 100,000 %, the largest rate"), {{"text", std::string(node.text)}}},
              node.span);
        return std::nullopt;
    }
    // 1.87 without a sign is 187 %, which nobody means.
    if (node.text.find('%') == std::string_view::npos && (*found > Rate(1, 0) || *found < Rate(-1, 0))) {
        error("rate.percent",
              {tr("{text} without % is {percent} %"),
               {{"text", std::string(node.text)}, {"percent", Decimal{found->percent()}}}},
              node.span, Message{tr("write \"{text} %\""), {{"text", std::string(node.text)}}});
        return std::nullopt;
    }
    return *found;
}

std::optional<Rate> AnyTable::rate(int slot) {
    const std::optional<Rate> found = plain_rate(slot);
    const Range& range = row(slot).range;
    if (!found || range.least < 0)
        return found;
    if (range.most == whole_percent)
        return is_proportion(slot, *found) ? found : std::nullopt;
    if (*found >= Rate())
        return found;
    error("rate.negative", {tr("{key} is negative"), {{"key", key(slot)}}}, span(slot),
          Message{tr("write a rate of 0 % or more"), {}});
    return std::nullopt;
}

// From 0 % to 100 %, with no more decimals of a percent than the row has.
bool AnyTable::is_proportion(int slot, Rate rate) {
    if (rate < Rate() || rate > Rate(1, 0)) {
        error("share.range",
              {tr("a share of {text} is not between 0 % and 100 %"), {{"text", std::string(value(slot).text)}}},
              span(slot));
        return false;
    }
    const int decimals = row(slot).range.decimals;
    if (rate.scale() - 2 <= decimals)
        return true;
    too_exact(slot, value(slot).text.find('%') == std::string_view::npos ? decimals + 2 : decimals);
    return false;
}

std::optional<Rate> AnyTable::quantity(int slot) {
    const auto found = number_with_unit(slot, tr("a number such as 18.5 or \"18,5\""));
    return found && within(slot, found->number) ? std::optional(found->number) : std::nullopt;
}

std::optional<Date> AnyTable::date(int slot) {
    if (!scalar(slot, a_date))
        return std::nullopt;
    if (const std::optional<Date> found = parse_written_date(value(slot).text))
        return found;
    wrong_date(slot, a_date);
    return std::nullopt;
}

std::optional<Month> AnyTable::month(int slot) {
    constexpr auto wanted = tr("a month such as \"2026-04\"");
    if (!scalar(slot, wanted))
        return std::nullopt;
    if (const std::optional<Month> found = parse_month(value(slot).text))
        return found;
    wrong(slot, wanted);
    return std::nullopt;
}

std::optional<Date> AnyTable::date_or_month(int slot, DayOfMonth of_month) {
    constexpr auto wanted = tr("a date such as 2026-04-15 or a month such as \"2026-04\"");
    if (!scalar(slot, wanted))
        return std::nullopt;
    if (const std::optional<Date> found = parse_written_date(value(slot).text))
        return found;
    if (const std::optional<Month> found = parse_month(value(slot).text))
        return of_month == DayOfMonth::first ? found->first() : found->last();
    wrong_date(slot, wanted);
    return std::nullopt;
}

std::optional<DayOfYear> AnyTable::month_day(int slot) {
    const auto found = day_of_year(slot, leap_year);
    return found ? std::optional(DayOfYear{found->month, found->day}) : std::nullopt;
}

// A number without a unit or with the key's own.
std::optional<Quantity> AnyTable::number_with_unit(int slot, const char* wanted) {
    if (!scalar(slot, wanted))
        return std::nullopt;
    const Node& node = value(slot);
    const QuantityResult result = parse_quantity(node.text);
    const Quantity* found = std::get_if<Quantity>(&result);
    const std::span<const Word> units = row(slot).unit != nullptr ? row(slot).unit->spellings : std::span<const Word>();
    if (found != nullptr && node.kind != NodeKind::date &&
        (found->unit.empty() || find_word(units, found->unit) != nullptr))
        return *found;
    const auto* problem = std::get_if<NumberProblem>(&result);
    std::optional<Message> help;
    if (problem != nullptr && *problem == NumberProblem::grouping)
        help = Message{tr("spaces group the digits by three, and then a comma is the decimal mark"), {}};
    else if (!units.empty())
        help = Message{tr("behind the number only its unit can stand, in quotes: {units}"),
                       {{"units", allowed(units, reading_.french(span().source))}}};
    wrong(slot, wanted, std::move(help));
    return std::nullopt;
}

// From 0 on, and not to be taken for thousands that are within the range as well.
bool AnyTable::within(int slot, Rate number) {
    const Node& node = value(slot);
    const std::int64_t most = row(slot).range.most;
    if (number < Rate() || number > Rate(most, 0)) {
        error("value.range",
              {tr("{key} is {number}, not between {least} and {most}"),
               {{"key", key(slot)}, {"number", std::string(node.text)}, {"least", std::int64_t{0}}, {"most", most}}},
              node.span);
        return false;
    }
    const Readings readings = readings_of(node.text);
    if (!readings.thousands || *parse_whole(*readings.thousands) > most)
        return true;
    error("number.thousands",
          {tr("{text} may mean {thousands} or {decimal}"),
           {{"text", std::string(node.text)},
            {"thousands", *readings.thousands},
            {"decimal", Decimal{*readings.decimal}}}},
          node.span,
          Message{tr("write {one} or {other}"), {{"one", *readings.thousands}, {"other", *readings.decimal}}});
    return false;
}

std::optional<std::int64_t> AnyTable::integer(int slot) {
    constexpr auto wanted = tr("a whole number");
    const auto measured = number_with_unit(slot, wanted);
    if (!measured)
        return std::nullopt;
    const Node& node = value(slot);
    if (!measured->whole) {
        std::optional<Message> help;
        if (const Readings readings = readings_of(node.text); readings.thousands)
            help =
                Message{tr("write {thousands} if the mark stands for thousands"), {{"thousands", *readings.thousands}}};
        wrong(slot, wanted, std::move(help));
        return std::nullopt;
    }
    return bounded(slot, measured->number.digits(), row(slot).range.least, row(slot).range.most);
}

void AnyTable::too_exact(int slot, int decimals) {
    error("number.decimals",
          {tr("{text} has more than {n} decimals"),
           {{"text", std::string(value(slot).text)}, {"n", static_cast<std::int64_t>(decimals)}}},
          span(slot));
}

std::optional<Rate> AnyTable::number(int slot) {
    const auto found = number_with_unit(slot, tr("a number such as 2.5"));
    if (!found || !within(slot, found->number))
        return std::nullopt;
    const int decimals = row(slot).range.decimals;
    if (found->number.scale() > decimals) {
        too_exact(slot, decimals);
        return std::nullopt;
    }
    return found->number;
}

std::optional<bool> AnyTable::boolean(int slot) {
    if (!scalar(slot, tr("true or false")))
        return std::nullopt;
    if (const std::optional<bool> found = truth(value(slot).text))
        return found;
    wrong(slot, tr("true or false"));
    return std::nullopt;
}

std::optional<unsigned> AnyTable::day(int slot) {
    if (!scalar(slot, a_day))
        return std::nullopt;
    const std::optional<unsigned> found = day_of_month(value(slot).text);
    if (!found)
        wrong(slot, a_day);
    return found;
}

std::optional<std::uint32_t> AnyTable::days(int slot) {
    if (!has(slot))
        return std::nullopt;
    if (const std::optional<unsigned> only = day_of_month(value(slot).text))
        return on_day(*only);
    const std::vector<WrittenDay> written = days_written(reading_.document, node(slot));
    const bool single = written.size() == 1 && written.front().place == value(slot).span;
    std::uint32_t days = 0;
    for (const WrittenDay& each : written) {
        const std::optional<unsigned> day = day_of_month(each.text);
        if (!day && !single)
            error("value.day",
                  {tr("\"{text}\" is not a day of the month; days are numbers from 1 to 31, or \"last\""),
                   {{"text", std::string(each.text)}}},
                  each.place);
        else if (day && (days & on_day(*day)) != 0)
            error("day.twice", {tr("{key} has the day {day} twice"), {{"key", key(slot)}, {"day", std::int64_t{*day}}}},
                  each.place, Message{tr("name each day once; 31 is the last one"), {}});
        if (day)
            days |= on_day(*day);
        else if (!single)
            return std::nullopt;
    }
    if (days != 0)
        return days;
    wrong(slot, a_day);
    return std::nullopt;
}

std::optional<Delay> AnyTable::delay(int slot) {
    constexpr auto wanted = tr("a delay such as \"30 days\", \"2 months\" or \"45 days end of month\"");
    if (!scalar(slot, wanted))
        return std::nullopt;
    if (const std::optional<Delay> found = parse_delay(value(slot).text))
        return found;
    wrong(slot, wanted);
    return std::nullopt;
}

std::optional<AciPayday> AnyTable::payday(int slot) {
    constexpr auto wanted =
        tr("\"latest\", a day of the year such as \"04-15\", month first, or a delay such as \"-30 days\"");
    if (!scalar(slot, wanted))
        return std::nullopt;
    const std::string_view text = value(slot).text;
    if (find_word(latest_payday, text) != nullptr)
        return AciPayday();
    if (const auto found = parse_day_of_year(text, leap_year))
        return AciPayday{std::pair(found->month, found->day), {}};
    if (const std::optional<Delay> found = parse_delay(text))
        return AciPayday{std::nullopt, *found};
    wrong(slot, wanted);
    return std::nullopt;
}

std::optional<int> AnyTable::amplitude(int slot) {
    constexpr auto wanted = tr("hours such as \"12h\", \"11h30\" or 11.5");
    if (!scalar(slot, wanted))
        return std::nullopt;
    const std::optional<int> found = parse_amplitude(value(slot).text);
    if (!found || value(slot).kind == NodeKind::boolean || value(slot).kind == NodeKind::date) {
        wrong(slot, wanted);
        return std::nullopt;
    }
    if (*found > 24 * 60) {
        error(
            "value.hours",
            {tr("{key} is {text}; a day has 24 hours"), {{"key", key(slot)}, {"text", std::string(value(slot).text)}}},
            span(slot));
        return std::nullopt;
    }
    return found;
}

std::optional<Fact> AnyTable::fact(int slot) {
    constexpr auto wanted = tr("true, false, how many, a date or a table with details");
    if (!scalar(slot, wanted))
        return std::nullopt;
    const Node& node = value(slot);
    if (const std::optional<bool> found = truth(node.text))
        return *found;
    if (parse_count(node)) {
        const std::optional<std::int64_t> found = integer(slot);
        return found ? std::optional<Fact>(*found) : std::nullopt;
    }
    if (const std::optional<Date> found = parse_written_date(node.text))
        return *found;
    if (std::optional<Diagnostic> problem = date_problem(node)) {
        add(std::move(*problem));
        return std::nullopt;
    }
    std::optional<Message> help;
    if (!reading_.diagnostics.full())
        if (const auto near = meant_key(row(slot).child, node.key, reading_.language_of(node.key_span.source)))
            help = Message{tr("did you mean {key}?"), {{"key", near->name}}};
    wrong(slot, wanted, std::move(help));
    return std::nullopt;
}

std::optional<Word> AnyTable::word(int slot) {
    if (!scalar(slot, tr("a word")))
        return std::nullopt;
    const std::span<const Word> known = row(slot).words;
    const Node& node = value(slot);
    if (const Word* found = find_word(known, node.text))
        return *found;
    const std::optional<Language> language = reading_.language_of(span().source);
    const auto help = [&]() -> std::optional<Message> {
        if (const auto near = meant_word(known, node.text, language))
            return Message{tr("did you mean {key}?"), {{"key", *near}}};
        return std::nullopt;
    };
    reading_.error_once("value.word", key(slot) + ' ' + std::string(node.text),
                        not_one_of(slot, allowed(known, language == Language::french)), node.span, help);
    return std::nullopt;
}

std::vector<std::string> AnyTable::texts(int slot) {
    if (!has(slot))
        return {};
    const Node& list = value(slot);
    if (list.kind == NodeKind::text || list.kind == NodeKind::bare)
        return {std::string(list.text)};
    if (list.kind != NodeKind::list) {
        wrong(slot, tr("a list of texts"));
        return {};
    }
    std::vector<std::string> found;
    for (NodeId child = list.child; child != no_node; child = reading_.document[child].next) {
        const Node& node = reading_.document[child];
        if (node.kind == NodeKind::text || node.kind == NodeKind::bare)
            found.emplace_back(node.text);
        else
            error("value.type",
                  {tr("this is {found}, not {wanted}"),
                   {{"found", Term{describe(node.kind)}}, {"wanted", Term{tr("text")}}}},
                  node.span);
    }
    return found;
}

// Of { months = [1, 6] }, a bit each.
std::optional<std::uint16_t> AnyTable::chosen_months(int slot) {
    Table chosen(reading_, TableNode<Section::every>{node(slot)});
    const auto months = chosen["months"_key];
    if (!months.has())
        return std::nullopt;
    std::uint16_t found = 0;
    const Node& list = reading_.document[months.node()];
    for (NodeId child = list.child; child != no_node; child = reading_.document[child].next) {
        const Node& written = reading_.document[child];
        const std::optional<std::int64_t> month = parse_whole(written.text);
        if (!month || *month < months.row.range.least || *month > months.row.range.most) {
            error("value.month",
                  {tr("{text} is not a month; months are numbers from 1 to 12"), {{"text", std::string(written.text)}}},
                  written.span);
            return std::nullopt;
        }
        found = static_cast<std::uint16_t>(found | (1U << (*month - 1)));
    }
    if (list.kind == NodeKind::list && found != 0)
        return found;
    months.wrong(tr("a list of months such as [1, 6]"));
    return std::nullopt;
}

std::optional<Frequency> AnyTable::frequency(int slot) {
    constexpr auto wanted =
        tr("\"month\", \"quarter\", \"year\", \"2 months\", \"2 weeks\", \"once\" or { months = [1, 6] }");
    if (!has(slot))
        return std::nullopt;
    if (value(slot).kind == NodeKind::table) {
        const std::optional<std::uint16_t> months = chosen_months(slot);
        return months ? std::optional(Frequency{.chosen = *months}) : std::nullopt;
    }
    if (!scalar(slot, wanted))
        return std::nullopt;
    const std::string text = folded(value(slot).text);
    if (const Word* word = find_word(frequency_words, text))
        return frequency_of(static_cast<Every>(word->meaning));
    if (const std::optional<Frequency> found = counted(text))
        return found;
    wrong(slot, wanted);
    return std::nullopt;
}

std::optional<ExerciseRule> AnyTable::exercise(int slot) {
    constexpr auto wanted = tr("\"same\", \"previous\", \"next\" or a year");
    if (!scalar(slot, wanted))
        return std::nullopt;
    const std::string_view text = value(slot).text;
    if (const Word* word = find_word(exercise_words, text))
        return ExerciseRule{static_cast<std::int16_t>(word->meaning), {}};
    const std::optional<std::int64_t> year = parse_whole(text);
    if (!year || *year < Date::first_year || *year > Date::last_year) {
        wrong(slot, wanted);
        return std::nullopt;
    }
    return ExerciseRule{0, static_cast<std::int16_t>(*year)};
}

std::optional<Share> AnyTable::share(int slot) {
    if (!scalar(slot, a_rate))
        return std::nullopt;
    if (find_word(rest_of_shares, value(slot).text) != nullptr)
        return Share{true, {}};
    const std::optional<Rate> found = rate(slot);
    if (!found)
        return std::nullopt;
    if (*found <= Rate() || *found > Rate(1, 0)) {
        error("share.range",
              {tr("a share of {text} is not between 0 % and 100 %"), {{"text", std::string(value(slot).text)}}},
              span(slot));
        return std::nullopt;
    }
    return Share{false, *found};
}

std::vector<NodeId> AnyTable::tables(int slot) {
    if (!has(slot))
        return {};
    const Node& list = value(slot);
    if (list.kind == NodeKind::table && row(slot).type != KeyType::tables)
        return {node(slot)};
    if (list.kind == NodeKind::table) {
        error("value.list", {tr("{key} is a table, not a list of tables"), {{"key", key(slot)}}}, list.span,
              Message{tr("write [[{key}]]; in YAML, - before the first key of each one"), {{"key", key(slot)}}});
        return {};
    }
    if (list.kind != NodeKind::list) {
        wrong(slot, tr("a list of tables"));
        return {};
    }
    std::vector<NodeId> found;
    for (NodeId child = list.child; child != no_node; child = reading_.document[child].next)
        found.push_back(child);
    return found;
}

std::vector<FreeEntry> AnyTable::entries(int slot) {
    if (!has(slot))
        return {};
    if (value(slot).kind == NodeKind::table) {
        constexpr std::size_t most = 200;  // far more than any text has indicators
        std::vector<FreeEntry> found = free_entries(reading_.document, node(slot), row(slot));
        if (found.size() <= most)
            return found;
        too_many(slot, found.size(), most);
        return {};
    }
    wrong(slot, tr("a table by indicator"));
    return {};
}

}  // namespace msp
