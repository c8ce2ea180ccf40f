// SPDX-License-Identifier: MIT
#include <msp/diag/message.hpp>

#include <algorithm>

namespace msp {

namespace {

std::string write_decimal(std::string digits, Language language) {
    if (language == Language::french)
        std::ranges::replace(digits, '.', ',');
    return digits;
}

struct Writer {
    Language language;

    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const Decimal& number) const { return write_decimal(number.digits, language); }
    std::string operator()(const Written& written) const { return written.write(written.value, language); }
    std::string operator()(Term term) const { return std::string(translate(term.english, language)); }
};

const Argument* find_argument(const Message& message, std::string_view name) {
    for (const auto& [known, argument] : message.arguments)
        if (name == known)
            return &argument;
    return nullptr;
}

// Whether a word that follows the number is in the singular: English has one of 1 alone, French of what is less than 2.
struct IsOne {
    Language language;

    bool operator()(std::int64_t number) const {
        return number == 1 || number == -1 || (language == Language::french && number == 0);
    }
    bool operator()(const Decimal& number) const {
        const std::string_view digits = std::string_view(number.digits).substr(number.digits.starts_with('-') ? 1 : 0);
        const std::string_view whole = digits.substr(0, digits.find('.'));
        return language == Language::french ? whole == "0" || whole == "1" : digits == "1";
    }
    template <typename Other>
    bool operator()(const Other&) const {
        return false;
    }
};

// What stands for {placeholder}; false where there is no argument for it.
bool append_argument(std::string& out, std::string_view placeholder, const Message& message, Language language) {
    const std::size_t colon = placeholder.find(':');
    const Argument* argument = find_argument(message, placeholder.substr(0, colon));
    if (argument == nullptr)
        return false;
    if (colon == std::string_view::npos) {
        out += std::visit(Writer{language}, *argument);
        return true;
    }
    if (!std::holds_alternative<std::int64_t>(*argument) && !std::holds_alternative<Decimal>(*argument))
        return false;
    const std::string_view forms = placeholder.substr(colon + 1);
    const std::size_t bar = forms.find('|');
    if (bar == std::string_view::npos || std::visit(IsOne{language}, *argument))
        out += forms.substr(0, bar);
    else
        out += forms.substr(bar + 1);
    return true;
}

}  // namespace

std::string words(const Message& message, Language language) {
    std::string_view text = translate(message.text, language);
    std::string out;
    while (!text.empty()) {
        const std::size_t brace = text.find_first_of("{}");
        out += text.substr(0, brace);
        if (brace == std::string_view::npos)
            return out;
        text.remove_prefix(brace);
        if (text.size() > 1 && text[1] == text[0]) {
            out += text[0];
            text.remove_prefix(2);
            continue;
        }
        const std::size_t close = text.find('}');
        const bool placeholder = text[0] == '{' && close != std::string_view::npos;
        if (placeholder && append_argument(out, text.substr(1, close - 1), message, language)) {
            text.remove_prefix(close + 1);
            continue;
        }
        out += text[0];
        text.remove_prefix(1);
    }
    return out;
}

}  // namespace msp
