// SPDX-License-Identifier: MIT
#include <msp/budget/suggest.hpp>
#include <msp/budget/table.hpp>
#include <msp/budget/value_words.hpp>
#include <msp/money/parse.hpp>
#include <msp/read/written.hpp>

#include <utility>

namespace msp {
namespace {

constexpr auto an_amount = tr("an amount such as 2400.00 or \"2 400,00 €\"");
constexpr auto a_rate = tr("a rate such as \"2.1 %\"");

constexpr std::int64_t whole_percent = 100;

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

}  // namespace msp
