// SPDX-License-Identifier: MIT
#include <msp/budget/stated_when.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace msp {
namespace {

constexpr std::size_t most_keys = 4;
using KeyNames = std::array<std::string_view, most_keys>;

// Any of `with`, where it names some, and none of `without`.
struct When {
    Section section;
    std::string_view key;
    KeyNames with = {};
    KeyNames without = {};
};

constexpr std::array conditions = {
    When{Section::line, "until", {}, {"times", "date", "amounts"}},
    When{Section::line, "index", {}, {"date", "amounts"}},
    When{Section::line, "arrives", {"paid_to"}, {}},
    When{Section::line, "voted", {"shared"}, {}},
    When{Section::grant, "list", {"aid"}, {}},
    When{Section::grant, "state", {}, {"aid"}},
    When{Section::grant, "until", {"every", "aid"}, {}},
    When{Section::grant_instalment, "years", {"day"}, {}},
    When{Section::loan, "basis", {}, {"schedule"}},
    When{Section::loan, "every", {}, {"schedule"}},
    When{Section::loan, "first", {}, {"schedule"}},
    When{Section::loan, "day", {}, {"schedule"}},
    When{Section::loan, "deferral", {}, {"schedule"}},
    When{Section::loan, "insurance", {}, {"schedule"}},
    When{Section::loan, "drawdowns", {}, {"outstanding", "schedule"}},
    When{Section::insurance, "base", {"rate"}, {}},
    When{Section::index, "each", {"rate"}, {}},
    When{Section::aci_item, "amount", {}, {"notified"}},
    When{Section::aci_year, "ipa", {}, {"notified"}},
    When{Section::aci_year, "crisis", {}, {"notified"}},
    When{Section::aci_year, "reached", {}, {"notified"}},
    When{Section::aci_year, "patients", {}, {"notified"}},
    When{Section::aci_year, "associates", {}, {"notified"}},
    When{Section::aci_year, "doctors", {}, {"notified"}},
    When{Section::aci_year, "precarity", {}, {"notified"}},
    When{Section::aci_year, "assume", {}, {"notified"}},
    When{Section::post, "fte", {}, {"hours"}},
    When{Section::depreciation, "until", {"amount"}, {}},
    When{Section::reached, "number", {"themes"}, {}},
    When{Section::reached, "closed_weeks", {"amplitude"}, {}},
    When{Section::reached, "closed_weeks_outside", {"amplitude"}, {}},
    When{Section::reached, "derogation", {"amplitude"}, {}},
    When{Section::reached, "unscheduled", {"amplitude"}, {}},
    When{Section::reached, "concerned", {"ald_under_75", "over_75", "ald_over_75"}, {}},
    When{Section::reached, "regional", {"themes"}, {}},
};

// Of a post, what its form decides; and what the other forms have.
constexpr auto of_employees =
    std::to_array<std::string_view>({"executive", "fixed_term", "health", "provident", "travel", "minimum",
                                     "meal_vouchers", "bonuses", "absences", "leaving", "training", "thirteenth"});
constexpr auto of_invoices = std::to_array<std::string_view>({"weeks", "fee", "vat", "every", "delay"});

bool is_employee(const OtherKey& other) {
    const std::optional<std::string_view> form = other("form");
    return !form || find_word(std::array{Word{"employee", "salarie"}, Word{"shared", "partage"}}, *form) != nullptr;
}

bool any(const KeyNames& names, const OtherKey& other) {
    return std::ranges::any_of(names, [&](std::string_view name) { return !name.empty() && other(name).has_value(); });
}

}  // namespace

bool holds_absent(Section section, const Key& key, const OtherKey& other) {
    const std::string_view name = key.english;
    // A factor of one changes nothing.
    if (std::holds_alternative<std::monostate>(key.fallback) || name == "scale")
        return false;
    if (section == Section::post && std::ranges::find(of_employees, name) != of_employees.end())
        return is_employee(other);
    if (section == Section::post && std::ranges::find(of_invoices, name) != of_invoices.end())
        return other("form").has_value();
    return std::ranges::all_of(conditions, [&](const When& when) {
        return when.section != section || when.key != name ||
               ((when.with.front().empty() || any(when.with, other)) && !any(when.without, other));
    });
}

bool always_there(Section section, const Key& key) {
    const std::string_view name = key.english;
    return (section == Section::budget && (name == "forecast" || name == "entity")) ||
           (section == Section::aci && name == "options") ||
           (section == Section::aci_year && (name == "advance" || name == "balance"));
}

}  // namespace msp
