// SPDX-License-Identifier: MIT
#include <msp/budget/stated_text.hpp>
#include <msp/budget/value_in.hpp>
#include <msp/budget/value_words.hpp>
#include <msp/dates/written_date.hpp>
#include <msp/money/parse.hpp>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <variant>

namespace msp {
namespace {

std::string euros(Money amount, Language language) {
    return words({"{amount}", {{"amount", amount}}}, language);
}

std::string percent(Rate rate, Language language) {
    return words({"{rate} %", {{"rate", Decimal{rate.percent()}}}}, language);
}

std::string day_of_year(unsigned month, unsigned day, Language language) {
    const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return language == Language::french ? two(day) + '/' + two(month) : two(month) + '-' + two(day);
}

std::optional<Money> amount_of(const Node& node) {
    const AmountResult bare = parse_bare_amount(node.text);
    const AmountResult found = node.kind == NodeKind::text || std::holds_alternative<NumberProblem>(bare)
                                   ? parse_written_amount(node.text)
                                   : bare;
    const Money* amount = std::get_if<Money>(&found);
    return amount == nullptr ? std::nullopt : std::optional(*amount);
}

std::optional<Rate> rate_of(const Node& node) {
    const RateResult found = parse_rate(node.text);
    const Rate* rate = std::get_if<Rate>(&found);
    return rate == nullptr ? std::nullopt : std::optional(*rate);
}

std::string with_unit(const Node& node, const Key& key, Language language) {
    std::string text = value_shown(language, key, node.text);
    const QuantityResult found = parse_quantity(node.text);
    const Quantity* quantity = std::get_if<Quantity>(&found);
    if (quantity == nullptr || !quantity->unit.empty() || key.unit == nullptr)
        return text;
    return text + ' ' + key.unit->name.in(language);
}

std::string written_out(Date date, Language language) {
    return words({"{date}", {{"date", date}}}, language);
}

std::string month_day_text(std::string_view text, Language language) {
    constexpr std::size_t size = 5;  // "12-31"
    const auto digit = [&](std::size_t at) { return static_cast<unsigned>(text[at] - '0'); };
    if (text.size() != size || text[2] != '-')
        return std::string(text);
    return day_of_year(digit(0) * 10 + digit(1), digit(3) * 10 + digit(4), language);
}

bool of_euros(const Key& key) {
    return key.unit == &unit::euros;
}

bool of_percent(const Key& key) {
    return key.unit == &unit::percent || key.unit == &unit::percent_a_year;
}

std::string truth_text(bool truth, Language language) {
    return truth_words[truth ? 0 : 1].in(language);
}

bool is(const Key& key, std::initializer_list<KeyType> types) {
    return std::ranges::find(types, key.type) != types.end();
}

// A month is its first day, and its last one where something ends with it.
std::optional<Date> day_of(const Node& node, const Key& key) {
    if (const std::optional<Date> day = parse_written_date(node.text))
        return day;
    const bool of_months = is(key, {KeyType::date_or_month, KeyType::month});
    const std::optional<Month> month = of_months ? parse_month(node.text) : std::nullopt;
    if (!month)
        return std::nullopt;
    return std::string_view(key.english).ends_with("until") ? month->last() : month->first();
}

StatedFigure figure_of(const Node& node, const Key& key) {
    using enum KeyType;
    if (is(key, {amount, limits, timeline, rate})) {
        if (const std::optional<Money> money = of_euros(key) ? amount_of(node) : std::nullopt)
            return *money;
        if (const std::optional<Rate> share = of_percent(key) || key.type == rate ? rate_of(node) : std::nullopt)
            return *share;
    }
    if (is(key, {date, dates, date_or_month, month, boolean, fact})) {
        if (const std::optional<Date> day = day_of(node, key))
            return *day;
    }
    return {};
}

std::string other_text(const Node& node, const Key& key, Language language) {
    using enum KeyType;
    if (is(key, {amount, limits, timeline, rate, integer, number, quantity, amplitude}))
        return with_unit(node, key, language);
    if (is(key, {date, dates, date_or_month}))
        return std::string(node.text);
    if (key.type == month_day)
        return month_day_text(node.text, language);
    if (is(key, {boolean, fact})) {
        const Word* truth = find_word(truth_words, node.text);
        return truth != nullptr ? truth_text(truth->meaning != 0, language) : std::string(node.text);
    }
    return value_shown(language, key, node.text);
}

StatedText scalar_text(const Node& node, const Key& key, Language language) {
    const StatedFigure figure = figure_of(node, key);
    if (const Money* money = std::get_if<Money>(&figure))
        return {euros(*money, language), figure};
    if (const Rate* share = std::get_if<Rate>(&figure))
        return {percent(*share, language), figure};
    if (const Date* day = std::get_if<Date>(&figure))
        return {written_out(*day, language), figure};
    return {other_text(node, key, language), figure};
}

// As a value of the file would be shown.
struct ShowFallback {
    const Key& key;
    Language language;

    StatedText operator()(Money amount) const { return {euros(amount, language), amount}; }
    StatedText operator()(Rate rate) const { return {percent(rate, language), rate}; }
    StatedText operator()(bool truth) const { return {truth_text(truth, language), {}}; }
    StatedText operator()(const Word& word) const { return {word.shown(language), {}}; }
    StatedText operator()(DayOfYear day) const { return {day_of_year(day.month, day.day, language), {}}; }
    StatedText operator()(std::int64_t number) const {
        return {
            key.unit == nullptr ? std::to_string(number) : std::to_string(number) + ' ' + key.unit->name.in(language),
            {}};
    }
    template <typename Other>
    StatedText operator()(const Other& /*words*/) const {
        return {fallback_of(key, language), {}};
    }
};

}  // namespace

StatedText stated_text(const Document& document, NodeId node, const Key& key, Language language) {
    if (document[node].kind != NodeKind::list)
        return scalar_text(document[node], key, language);
    std::string all;
    for (NodeId entry = document[node].child; entry != no_node; entry = document[entry].next)
        all += (all.empty() ? "" : ", ") + scalar_text(document[entry], key, language).words;
    return {all, {}};
}

StatedText stated_fallback(const Key& key, Language language) {
    return std::visit(ShowFallback{key, language}, key.fallback);
}

}  // namespace msp
