// SPDX-License-Identifier: MIT
// An aid of a fixed sum a year of contract, by the part of a full-time job and the doctor's list: one Aid a rule file,
// its amounts dated. Data; nothing is computed here.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/law/rule.hpp>
#include <msp/money/money.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

inline constexpr std::string_view aid_rules = "aid";  // the kind of these files, in RuleNeed

// Part of a full-time job.
enum class AidFte : std::uint8_t { whole, half, third };
// By the percentiles of the doctors' lists.
enum class AidList : std::uint8_t { below_p90, p90_to_p94, p95 };

// As the rule files have them, in this order.
inline constexpr std::array<std::string_view, 3> aid_fte_ids = {"1", "1/2", "1/3"};
inline constexpr std::array<std::string_view, 3> aid_list_ids = {"below-p90", "p90-p94", "p95"};
[[nodiscard]] std::string_view id_of(AidFte fte);
[[nodiscard]] std::string_view id_of(AidList list);

struct AidAmounts {
    AidFte fte = AidFte::whole;
    AidList list = AidList::below_p90;
    std::array<std::optional<Money>, 3> years;  // the contract's first, second and each later one
    Evidence evidence;

    // From 1 on. Nothing for a first year where the part is closed to new contracts.
    [[nodiscard]] std::optional<Money> of_year(int number) const;
};

struct AidTerms {
    std::optional<Date> from;  // absent: the first ones
    std::vector<AidAmounts> amounts;

    [[nodiscard]] const AidAmounts* find(AidFte fte, AidList list) const;
};

// No contract that begins on that day or later.
struct AidClosing {
    AidFte fte = AidFte::whole;
    Date from;
    Evidence evidence;
};

struct Aid {
    std::string id;  // the name of its file
    Bilingual label;
    Date checked;  // when the file was last compared with what is public
    Evidence evidence;
    Bilingual note;
    std::vector<LegalSource> sources;
    std::vector<AidClosing> closings;
    std::vector<AidTerms> terms;  // by date; none where the amounts are unknown

    [[nodiscard]] const AidTerms* terms_on(Date date) const;
    [[nodiscard]] const AidClosing* closing(AidFte fte) const;
};

}  // namespace msp
