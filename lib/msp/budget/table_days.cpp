// SPDX-License-Identifier: MIT
#include <msp/budget/amplitude.hpp>
#include <msp/budget/day_words.hpp>
#include <msp/budget/keys_rule.hpp>
#include <msp/budget/table.hpp>
#include <msp/budget/value_words.hpp>
#include <msp/dates/recurrence.hpp>
#include <msp/dates/written_date.hpp>
#include <msp/read/written.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

constexpr auto a_date = tr("a date such as 2026-04-15");
constexpr auto a_day = tr("a day of the month, 1 to 31, or \"last\"");

constexpr std::int64_t most_days = 36'500;
constexpr std::int64_t most_months = 1'200;
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

std::optional<Overdue> parse_overdue(std::string_view text) {
    if (const Word* const word = find_word(overdue_words, text))
        return Overdue{word->meaning == 1, {}};
    const std::optional<Delay> found = parse_delay(text);
    return found ? std::optional(Overdue{false, *found}) : std::nullopt;
}

std::optional<AciPayday> parse_payday(std::string_view text) {
    std::optional<AciPayday> found;
    if (find_word(latest_payday, text) != nullptr)
        found.emplace();
    else if (const auto day = parse_day_of_year(text, leap_year))
        found = AciPayday{std::pair(day->month, day->day), {}};
    else if (const std::optional<Delay> delay = parse_delay(text))
        found = AciPayday{std::nullopt, *delay};
    return found;
}

std::optional<ExerciseRule> parse_exercise(std::string_view text) {
    if (const Word* const word = find_word(exercise_words, text))
        return ExerciseRule{static_cast<std::int16_t>(word->meaning), {}};
    const std::optional<std::int64_t> year = parse_whole(text);
    if (!year || *year < Date::first_year || *year > Date::last_year)
        return std::nullopt;
    return ExerciseRule{0, static_cast<std::int16_t>(*year)};
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

std::optional<Date> AnyTable::date(int slot) {
    if (!scalar(slot, a_date))
        return std::nullopt;
    if (const std::optional<Date> found = parse_written_date(value(slot).text))
        return found;
    wrong_date(slot, a_date);
    return std::nullopt;
}

std::vector<NamedDay> AnyTable::dates(int slot) {
    std::vector<NamedDay> found;
    if (!has(slot))
        return found;
    if (value(slot).kind == NodeKind::table) {
        wrong(slot, tr("a list of dates such as [2026-04-15, 2026-07-15]"));
        return found;
    }
    for (const WrittenDay& each : days_written(reading_.document, node(slot))) {
        if (const std::optional<Date> day = parse_written_date(each.text))
            found.push_back({*day, {each.place}});
        else
            error("value.date",
                  {tr("\"{text}\" is no date; write it as 2026-04-15"), {{"text", std::string(each.text)}}},
                  each.place);
    }
    return found;
}

std::optional<Month> AnyTable::month(int slot) {
    return parsed(slot, tr("a month such as \"2026-04\""), parse_month);
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

std::optional<unsigned> AnyTable::day(int slot) {
    return parsed(slot, a_day, day_of_month);
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
    return parsed(slot, tr("a delay such as \"30 days\", \"2 months\" or \"45 days end of month\""), parse_delay);
}

std::optional<Delay> AnyTable::length(int slot) {
    return parsed(slot, tr("a length of time such as \"30 days\", \"3 months\" or \"12 months\""), parse_delay);
}

std::vector<WrittenDelay> AnyTable::delays(int slot) {
    constexpr auto wanted = tr("a delay such as \"30 days\", a list such as [\"30 days\", \"7 days\"] or \"none\"");
    std::vector<WrittenDelay> found;
    if (!has(slot))
        return found;
    const Node& written = value(slot);
    if (written.kind != NodeKind::list) {
        if (written.kind != NodeKind::table && find_word(no_limit, written.text) != nullptr)
            return found;
        const std::optional<Delay> only = written.kind == NodeKind::table ? std::nullopt : parse_delay(written.text);
        if (only)
            found.push_back({*only, std::string(written.text), written.span});
        else
            wrong(slot, wanted);
        return found;
    }
    for (NodeId child = written.child; child != no_node; child = reading_.document[child].next) {
        const Node& each = reading_.document[child];
        const bool is_text = each.kind != NodeKind::table && each.kind != NodeKind::list;
        if (const std::optional<Delay> delay = is_text ? parse_delay(each.text) : std::nullopt)
            found.push_back({*delay, std::string(each.text), each.span});
        else if (is_text)
            error("value.delay",
                  {tr("\"{text}\" is no delay; write it as \"30 days\" or \"2 months\""),
                   {{"text", std::string(each.text)}}},
                  each.span);
        else
            error("value.type",
                  {tr("this is {found}, not {wanted}"),
                   {{"found", Term{describe(each.kind)}}, {"wanted", Term{tr("a delay")}}}},
                  each.span);
    }
    return found;
}

std::optional<Overdue> AnyTable::overdue(int slot) {
    return parsed(slot, tr("\"expected\", \"dropped\" or a delay such as \"30 days\""), parse_overdue);
}

std::optional<AciPayday> AnyTable::payday(int slot) {
    constexpr auto wanted =
        tr("\"latest\", a day of the year such as \"04-15\", month first, or a delay such as \"-30 days\"");
    return parsed(slot, wanted, parse_payday);
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
    return parsed(slot, tr("\"same\", \"previous\", \"next\" or a year"), parse_exercise);
}

}  // namespace msp
