// SPDX-License-Identifier: MIT
#include <msp/dates/written_date.hpp>
#include <msp/read/written.hpp>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <variant>

namespace msp {
namespace {

Message month_help(Date last_day) {
    return {tr("this month has {days} days"), {{"days", std::int64_t{last_day.fields().day}}}};
}

}  // namespace

AmountResult parse_amount(const Node& node) {
    if (node.kind == NodeKind::text)
        return parse_written_amount(node.text);
    const AmountResult bare = parse_bare_amount(node.text);
    if (node.kind != NodeKind::bare || std::holds_alternative<Money>(bare))
        return bare;
    const AmountResult written = parse_written_amount(node.text);
    const NumberProblem problem = std::get<NumberProblem>(bare);
    const bool point = node.text.find('.') != std::string_view::npos;
    const bool as_written = problem == NumberProblem::not_a_number || problem == NumberProblem::comma;
    return std::holds_alternative<Money>(written) || (as_written && !point) ? written : bare;
}

std::optional<std::int64_t> parse_count(const Node& node) {
    const QuantityResult result = parse_quantity(node.text);
    const Quantity* found = std::get_if<Quantity>(&result);
    if (found == nullptr || !found->whole || !found->unit.empty() || node.kind == NodeKind::date)
        return std::nullopt;
    return found->number.digits();
}

std::optional<Diagnostic> date_problem(const Node& node) {
    const DateResult result = read_date(node.text);
    const auto* problem = std::get_if<DateProblem>(&result);
    if (problem == nullptr)
        return std::nullopt;
    const std::string text(node.text);
    const auto day = [](const std::optional<Date>& date) { return date ? iso(*date) : std::string(); };
    const auto error = [&](const char* id, Message message, std::optional<Message> help) {
        return Diagnostic{Severity::error, id, std::move(message), node.span, {}, std::move(help)};
    };
    switch (problem->kind) {
        case DateProblem::impossible:
            return error("date.impossible", {tr("\"{typed}\" is no day of the calendar"), {{"typed", text}}},
                         problem->one ? std::optional(month_help(*problem->one)) : std::nullopt);
        case DateProblem::range:
            return error("date.range",
                         {tr("{text} is out of range: days from 1900-01-01 to 2199-12-31 are read"), {{"text", text}}},
                         {});
        case DateProblem::time:
            return error("date.time", {tr("\"{text}\" has a time of day, and a day is wanted"), {{"text", text}}},
                         Message{tr("write {date}"), {{"date", day(problem->one)}}});
        case DateProblem::month_first:
            return error("date.order",
                         {tr("the second number of \"{text}\" is no month: the day comes first, then the month"),
                          {{"text", text}}},
                         problem->one ? std::optional(Message{tr("write {date}"), {{"date", day(problem->one)}}})
                                      : std::nullopt);
        case DateProblem::century:
            return error("date.century",
                         {tr("\"{text}\" may mean {one} or {other}"),
                          {{"text", text}, {"one", day(problem->one)}, {"other", day(problem->other)}}},
                         Message{tr("write the year with four digits"), {}});
        case DateProblem::not_a_date:
            break;
    }
    return std::nullopt;
}

std::optional<std::int64_t> parse_whole(std::string_view text) {
    std::int64_t number = 0;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

}  // namespace msp
