// SPDX-License-Identifier: MIT
#include <msp/budget/keys.hpp>
#include <msp/budget/keys_account.hpp>
#include <msp/budget/keys_aci.hpp>
#include <msp/budget/keys_aci_item.hpp>
#include <msp/budget/keys_aci_year.hpp>
#include <msp/budget/keys_bank_row.hpp>
#include <msp/budget/keys_budget.hpp>
#include <msp/budget/keys_call.hpp>
#include <msp/budget/keys_contract.hpp>
#include <msp/budget/keys_cover.hpp>
#include <msp/budget/keys_depreciation.hpp>
#include <msp/budget/keys_distribution.hpp>
#include <msp/budget/keys_employer.hpp>
#include <msp/budget/keys_entity.hpp>
#include <msp/budget/keys_estimate.hpp>
#include <msp/budget/keys_files.hpp>
#include <msp/budget/keys_funding.hpp>
#include <msp/budget/keys_gain.hpp>
#include <msp/budget/keys_grant.hpp>
#include <msp/budget/keys_line.hpp>
#include <msp/budget/keys_loan.hpp>
#include <msp/budget/keys_map.hpp>
#include <msp/budget/keys_member.hpp>
#include <msp/budget/keys_participation.hpp>
#include <msp/budget/keys_post.hpp>
#include <msp/budget/keys_post_parts.hpp>
#include <msp/budget/keys_reached.hpp>
#include <msp/budget/keys_room.hpp>
#include <msp/budget/keys_rule.hpp>
#include <msp/budget/keys_scenario.hpp>
#include <msp/budget/keys_settlement.hpp>
#include <msp/budget/keys_share.hpp>
#include <msp/budget/keys_share_parts.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace msp {
namespace {

struct SectionRow {
    const char* name;
    Phrase says;
    std::span<const Key> keys;
};

template <std::size_t... index>
consteval auto all_sections(std::index_sequence<index...>) {
    return std::array{SectionRow{Keys<static_cast<Section>(index)>::name, Keys<static_cast<Section>(index)>::says,
                                 Keys<static_cast<Section>(index)>::rows}...};
}

constexpr auto sections = all_sections(std::make_index_sequence<section_count>());

const SectionRow& row_of(Section section) {
    return sections[static_cast<std::size_t>(section)];
}

// Most keys differ in the first letter already.
constexpr bool same(std::string_view name, const char* key) {
    return !name.empty() && name.front() == *key && name == key;
}

constexpr KeyMatch match(std::span<const Key> keys, std::string_view name, int first = 0) {
    auto at = static_cast<std::size_t>(first);
    for (std::size_t left = keys.size(); left > 0; --left, ++at) {
        at = at < keys.size() ? at : 0;
        const bool english = same(name, keys[at].english);
        const bool french = same(name, keys[at].french);
        if (english || french)
            return {static_cast<int>(at), english && !french, french && !english};
    }
    return {};
}

// No name stands in two rows: wherever the search for it begins, it ends at the same one.
static_assert(std::ranges::all_of(sections, [](const SectionRow& section) {
    const auto row = [&](const char* name) {
        return &section.keys[static_cast<std::size_t>(match(section.keys, name).slot)];
    };
    return std::ranges::all_of(section.keys,
                               [&](const Key& key) { return row(key.english) == &key && row(key.french) == &key; });
}));

// "1,200", in French "1 200".
std::string grouped(std::int64_t number, Language language) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;)
        digits.insert(at -= 3, 1, language == Language::french ? ' ' : ',');
    return digits;
}

void put(std::string& text, std::string_view placeholder, const std::string& value) {
    if (const std::size_t at = text.find(placeholder); at != std::string::npos)
        text.replace(at, placeholder.size(), value);
}

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// A value as it would be written in the file.
struct WriteFallback {
    Language language;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const Phrase& phrase) const { return phrase.in(language); }
    std::string operator()(const Word& word) const { return word.in(language); }
    std::string operator()(std::string_view text) const { return std::string(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Money amount) const { return plain(amount); }
    std::string operator()(Rate rate) const { return rate.percent() + " %"; }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(DayOfYear day) const { return two_digits(day.month) + '-' + two_digits(day.day); }
};

}  // namespace

std::span<const Key> keys_of(Section section) {
    return row_of(section).keys;
}

const char* name_of(Section section) {
    return row_of(section).name;
}

const char* about(Section section, Language language) {
    return row_of(section).says.in(language);
}

std::string about(const Key& key, Language language) {
    std::string text = key.says.in(language);
    put(text, "{least}", grouped(key.range.least, language));
    put(text, "{most}", grouped(key.range.most, language));
    return text;
}

std::string fallback_of(const Key& key, Language language) {
    return std::visit(WriteFallback{language}, key.fallback);
}

KeyMatch find_key(Section section, std::string_view name, int first) {
    const std::span<const Key> keys = keys_of(section);
    const KeyMatch found = match(keys, name, first);
    const bool ascii = std::ranges::all_of(name, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
    if (found.slot >= 0 || ascii)
        return found;
    std::string plain = folded(name);
    std::ranges::replace(plain, '-', '_');
    return match(keys, plain);
}

}  // namespace msp
