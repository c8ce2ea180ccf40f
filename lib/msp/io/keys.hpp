// SPDX-License-Identifier: MIT
// Every key of the budget file, looked up while running: by section, by name, by what was probably meant. Code that
// knows which key it wants resolves it while compiling, see key_name.hpp.
#pragma once

#include <msp/io/key.hpp>

#include <span>
#include <string>
#include <string_view>

namespace msp {

[[nodiscard]] std::span<const Key> keys_of(Section section);
// The section's name in the schema, which is the one of its enumerator.
[[nodiscard]] const char* name_of(Section section);

// For the manual: what a table of this kind is for, what a key says, and what holds where it is absent (empty where
// nothing does).
[[nodiscard]] const char* about(Section section, Language language);
[[nodiscard]] std::string about(const Key& key, Language language);
[[nodiscard]] std::string fallback_of(const Key& key, Language language);

// The position of a key in keys_of(section), by either name; -1 where there is none. `language` is set where the name
// belongs to one language only.
struct KeyMatch {
    int slot = -1;
    bool english = false;
    bool french = false;
};
[[nodiscard]] KeyMatch find_key(Section section, std::string_view name);

// Slots: positions in keys_of(); a test holds them against the table.
// A line or two a section.
// clang-format off
namespace slot {
enum Budget {
    schema, lang, entity, bank, forecast, expense, income, transfer, grant, loan, aci, member, category, files,
    scenario
};
enum Forecast { forecast_from, forecast_months, forecast_stale };
enum Entity { entity_id, entity_name, entity_form, siren, year_end, books, holidays };
enum Bank { bank_id, bank_entity, bank_name, opening, bank_date, overdraft, floor, overdraft_rate };
enum Line {
    line_id, label, line_category, line_entity, line_bank, amount, annual, amounts, every, day, date, from, until,
    times, business_day, delay, index, exercise, scale, paid_to, arrives, received_as, state, shared, match
};
enum Every { every_months };
enum Index { index_rate, index_each, index_since, index_steps };
enum Revision { revision_date, revision_rate };
enum Dated { dated_date, dated_amount };
enum Grant {
    grant_id, grant_label, grant_category, grant_entity, grant_bank, grant_amount, grant_aid, grant_fte, grant_contract,
    grant_list, grant_state, grant_date, grant_instalments, grant_every, grant_from, grant_until, grant_exercise,
    grant_business_day, grant_delay, grant_scale
};
enum GrantInstalment { part_amount, part_share, part_date, part_day, part_years, part_state };
enum Loan {
    loan_id, loan_label, loan_entity, loan_bank, loan_kind, loan_amount, loan_outstanding, loan_date, loan_rate,
    loan_basis, loan_every, loan_instalments, loan_first, loan_day, loan_deferral, loan_insurance, loan_drawdowns,
    loan_fees, loan_schedule, loan_business_day, loan_delay, loan_scale
};
enum LoanFees { fees_amount, fees_date };
enum BankRow { row_date, row_principal, row_interest, row_insurance, row_payment, row_outstanding };
enum Deferral { deferral_kind, deferral_instalments };
enum Insurance { insurance_rate, insurance_base, insurance_amount };
enum Aci {
    aci_entity, aci_bank, aci_contract, aci_renewed, aci_patients_on, aci_payment_day, aci_advance_day,
    aci_balance_day, aci_options, aci_effort, aci_effort_unit, aci_years
};
enum AciOptions {
    options_meetings, options_case_rate, options_proration, options_software, options_concertation,
    options_derogation, options_count, options_advance_ipa, options_advance_crisis, options_rounding
};
enum AciYear {
    year, assume, year_notified, advance, balance, year_patients, year_associates, year_doctors, year_ipa,
    year_crisis, year_reached, year_points, year_precarity, year_evidence
};
enum Reached {
    reached_number, reached_since, reached_amplitude, reached_saturday, reached_weeks, reached_weeks_outside,
    reached_derogation, reached_unscheduled, reached_cases, reached_concerned, reached_ald_under_75,
    reached_over_75, reached_ald_over_75, reached_meetings, reached_themes, reached_regional
};
enum Precarity { c2s, c2s_national, ame, ame_national };
enum AciItem { expected, notified, item_amount, received, closed, recovery, item_delay, item_scale };
enum Recovery { recovery_amount, recovery_date, recovery_by };
enum Member {
    member_id, member_name, profession, member_entity, member_in, member_out, associate, patients, shares, fte,
    surface
};
enum Category { category_id, category_label, account, grant_line, tax_line, nature };
enum Files { file_expense, file_income, file_member, file_bank };
enum Balance { balance_file, balance_entity, balance_bank, balance_date, balance_amount };
enum Scenario { scenario_id, scenario_label, based_on, change };
enum Change { set, add, remove, shift, to, value, change_amount, change_date };
}  // namespace slot
// clang-format on

}  // namespace msp
