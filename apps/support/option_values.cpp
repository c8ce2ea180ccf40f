// SPDX-License-Identifier: MIT
#include <msp/dates/date.hpp>
#include <msp/money/parse.hpp>
#include <support/option_values.hpp>

#include <charconv>
#include <string>
#include <variant>

namespace msp::app {

std::optional<Money> amount_from(std::string_view text) {
    for (const AmountResult& result : {parse_bare_amount(text), parse_written_amount(text)}) {
        if (const Money* money = std::get_if<Money>(&result))
            return *money;
    }
    return std::nullopt;
}

std::optional<int> whole_number_from(std::string_view text, int least, int most) {
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size() || number < least || number > most)
        return std::nullopt;
    return number;
}

std::optional<Rate> percentage_from(std::string_view text) {
    const RateResult result = parse_rate(text);
    const Rate* rate = std::get_if<Rate>(&result);
    return rate != nullptr && text.ends_with('%') ? std::optional(*rate) : std::nullopt;
}

std::optional<std::int16_t> year_from(std::string_view text) {
    const std::optional<int> year = whole_number_from(text, Date::first_year, Date::last_year);
    return year ? std::optional(static_cast<std::int16_t>(*year)) : std::nullopt;
}

std::vector<std::string> names_in(std::string_view list) {
    std::vector<std::string> names;
    for (std::size_t comma = 0; comma != std::string_view::npos; list.remove_prefix(comma + 1)) {
        comma = list.find(',');
        std::string_view name = list.substr(0, comma);
        while (name.starts_with(' '))
            name.remove_prefix(1);
        while (name.ends_with(' '))
            name.remove_suffix(1);
        names.emplace_back(name);
        if (comma == std::string_view::npos)
            break;
    }
    return names;
}

std::optional<Message> check_amount(std::string_view value) {
    if (amount_from(value))
        return std::nullopt;
    if (const auto [thousands, cents] = amount_readings_of(value); thousands && cents)
        return Message{tr("\"{value}\" may mean {thousands} or {cents}; write the one that is meant"),
                       {{"value", std::string(value)}, {"thousands", plain(*thousands)}, {"cents", plain(*cents)}}};
    return Message{tr("\"{value}\" is not an amount such as 5000 or -3000.00"), {{"value", std::string(value)}}};
}

std::optional<Message> check_month(std::string_view value) {
    if (parse_month(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a month such as 2026-04"), {{"value", std::string(value)}}};
}

}  // namespace msp::app
