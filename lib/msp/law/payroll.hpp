// SPDX-License-Identifier: MIT
// What pay costs beside pay: dated figures, read from lib/law/payroll-*.toml. Data; nothing is computed here.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/law/payroll_tax.hpp>
#include <msp/law/rule.hpp>
#include <msp/money/rate.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

inline constexpr std::string_view payroll_rules = "payroll";  // the kind of these files, in RuleNeed

struct DatedFigure {
    Date from;
    Money amount;
    Evidence evidence;
};

enum class PayBase : std::uint8_t { whole, t1, t2, up_to_4, cet, csg };
inline constexpr std::array<std::string_view, 6> pay_base_ids = {"whole", "t1", "t2", "up-to-4", "cet", "csg"};
enum class PaidBy : std::uint8_t { employer, employee };
inline constexpr std::array<std::string_view, 2> paid_by_ids = {"employer", "employee"};
enum class PaidTo : std::uint8_t { urssaf, retirement, cover };
inline constexpr std::array<std::string_view, 3> paid_to_ids = {"urssaf", "retirement", "cover"};
// Whom a contribution is for.
enum class PayCondition : std::uint8_t {
    all,
    executive,
    fixed_term,
    idcc1147,
    apprenticeship,         // liable, not in Alsace-Moselle
    apprenticeship_alsace,  // liable, in Alsace-Moselle
    alsace_moselle
};
inline constexpr std::array<std::string_view, 7> pay_condition_ids = {
    "all", "executive", "fixed-term", "idcc1147", "apprenticeship", "apprenticeship-alsace-moselle", "alsace-moselle"};

struct ContributionRate {
    Date from;
    Rate rate;
    Evidence evidence;
};

struct PayContribution {
    std::string id;  // unique for each payer
    Bilingual label;
    PaidBy payer = PaidBy::employer;
    PayBase base = PayBase::whole;
    PaidTo to = PaidTo::urssaf;
    PayCondition only = PayCondition::all;
    bool yearly = false;                  // paid once, in the next year
    std::vector<ContributionRate> rates;  // by day

    // Null before the first.
    [[nodiscard]] const ContributionRate* on(Date date) const;
};

// A lower rate on the whole pay of a year that is at most `smics` times the SMIC.
struct ReducedRate {
    std::size_t contribution = 0;
    Rate rate;
    Date from;
    Date until;
    Rate smics;
    std::optional<Money> smic_hourly;  // absent: that of each month
    std::optional<Rate> at_least;      // in SMIC of each month
    Evidence evidence;
};

enum class EmployerKind : std::uint8_t { sisa, association, company };  // company: under corporation tax
inline constexpr std::array<std::string_view, 3> employer_kind_ids = {"sisa", "association", "company"};

struct ApprenticeshipLiability {
    EmployerKind employer = EmployerKind::sisa;
    bool liable = false;
    Date from;
    Evidence evidence;
};

struct PayrollContributions {
    std::vector<LegalSource> sources;
    Date known_until;
    std::vector<DatedFigure> smic;     // an hour, by day
    std::vector<DatedFigure> ceiling;  // a month, by day
    std::vector<DatedFigure> meal_voucher;
    Rate csg_kept;
    Evidence csg_evidence;
    std::vector<PayContribution> contributions;
    std::vector<ReducedRate> reduced;
    std::vector<ApprenticeshipLiability> apprenticeship;

    // Null before the first.
    [[nodiscard]] const ApprenticeshipLiability* liability(EmployerKind employer, Date date) const;
};

// C = least + range x [ (exit x SMIC / pay - 1) / (exit - 1) ] ^ power, to four decimals.
struct GeneralReduction {
    Date from;
    Rate least;
    Rate range;
    Rate exit;
    Rate power;  // in quarters
    Rate at_share;
    Rate retirement;
    bool january = false;  // the SMIC of 1 January, all year
    Evidence evidence;
};

struct PayrollReductions {
    std::vector<LegalSource> sources;
    Date known_until;
    std::vector<GeneralReduction> rules;  // by day

    // Null before the first.
    [[nodiscard]] const GeneralReduction* on(Date date) const;
};

struct PayrollLaw {
    PayrollContributions contributions;
    PayrollReductions reductions;
    PayrollTaxRules tax;

    [[nodiscard]] bool empty() const { return contributions.smic.empty(); }
    // The last month for which all was read; the first one.
    [[nodiscard]] Month known_until() const;
    [[nodiscard]] Month known_from() const;
};

// Null before the first.
[[nodiscard]] const DatedFigure* figure_on(const std::vector<DatedFigure>& figures, Date date);

}  // namespace msp
