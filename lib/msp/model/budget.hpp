// SPDX-License-Identifier: MIT
// Everything one budget file says, decoded. Facts only: no rule of law, no computed amount.
#pragma once

#include <msp/diag/message.hpp>
#include <msp/model/call.hpp>
#include <msp/model/contract.hpp>
#include <msp/model/depreciation.hpp>
#include <msp/model/distribution.hpp>
#include <msp/model/employer.hpp>
#include <msp/model/entity.hpp>
#include <msp/model/funding.hpp>
#include <msp/model/gain.hpp>
#include <msp/model/line.hpp>
#include <msp/model/loan.hpp>
#include <msp/model/mapping.hpp>
#include <msp/model/member.hpp>
#include <msp/model/post.hpp>
#include <msp/model/reminders.hpp>
#include <msp/model/room.hpp>
#include <msp/model/scenario.hpp>
#include <msp/model/share_key.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

// What movements name: a line of the plan.
struct Item {
    std::string id;
    std::string label;
    CategoryIndex category = 0;
    std::optional<CategoryIndex> received_category;  // of the receipt, where it is paid to one of our accounts
    Side side = Side::payments;
    Origin origin = Origin::line;
    Overdue overdue;
    std::vector<NamedDay> closed;  // of what falls due on them the books have all that will come
    Place place;

    friend bool operator==(const Item&, const Item&) = default;
};

struct Budget {
    std::optional<Language> language;
    std::vector<Entity> entities;  // at least one
    std::vector<Bank> banks;       // at least one, in file order
    std::vector<Member> members;
    std::vector<ThirdParty> third_parties;
    std::vector<Room> rooms;
    std::vector<ShareKey> keys;
    std::vector<CallTerms> call_terms;  // one an entity at most
    std::vector<AdvanceCall> advances;
    std::vector<MemberPayment> paid;
    std::vector<MemberPayment> received;  // of third parties, who are payers
    std::vector<Spent> spent;
    std::vector<AccountOpening> openings;  // of current accounts, by day
    std::vector<Distribution> distributions;
    std::vector<Participation> participations;
    std::vector<Category> categories;  // the shipped ones, then the budget's
    struct OwnGrantLine {
        CategoryIndex category = 0;
        Place place;

        friend bool operator==(const OwnGrantLine&, const OwnGrantLine&) = default;
    };
    std::vector<OwnGrantLine> grant_lines;  // that categories of the budget have
    struct LoanCategories {
        CategoryIndex principal = 0;
        CategoryIndex interest = 0;
        CategoryIndex insurance = 0;
        CategoryIndex drawdown = 0;
        CategoryIndex fees = 0;

        friend bool operator==(const LoanCategories&, const LoanCategories&) = default;
    } loan_categories;
    struct PayrollCategories {
        CategoryIndex net = 0;
        CategoryIndex contributions = 0;
        CategoryIndex other = 0;
        CategoryIndex tax = 0;
        CategoryIndex reinvoiced = 0;

        friend bool operator==(const PayrollCategories&, const PayrollCategories&) = default;
    } payroll_categories;
    std::vector<Item> items;  // in file order
    std::vector<Line> lines;
    std::vector<Grant> grants;
    std::vector<Loan> loans;
    std::vector<Employer> employers;  // one an entity at most
    std::vector<Post> posts;
    std::vector<PostFunding> fundings;
    std::vector<PostGain> gains;
    std::vector<Depreciation> depreciations;
    std::optional<Aci> aci;
    std::vector<MapRule> map;  // of exports of the books, whatever stands in the file as match or as a rule
    std::vector<Contract> contracts;
    Reminders reminders;
    std::optional<Month> from;  // absent: the month of the as-of day
    int months = 12;
    int stale = 45;  // days after which the latest opening is too old to plan from
    ScenarioNames scenarios;

    [[nodiscard]] Date first_day() const;           // the earliest bank date
    [[nodiscard]] const Bank& last_opened() const;  // the one with the latest date, the first of equals
    // The exercise a day falls in, named after the calendar year it ends in.
    [[nodiscard]] std::int16_t exercise_of(Date date, EntityIndex entity) const;
    // In books of receipts and payments that of its day, whatever is typed.
    [[nodiscard]] std::int16_t exercise_of(const Spent& cost) const;
    [[nodiscard]] std::int16_t exercise_of(const MemberPayment& payment) const;
    [[nodiscard]] Date last_day_of(std::int16_t exercise, EntityIndex entity) const;
    // Of the part, for a loan; of the receipt, at the receiving end of a payment between our accounts.
    [[nodiscard]] CategoryIndex category_of(const Movement& movement) const;
    // Who may pay a share: the members, then the third parties.
    [[nodiscard]] std::size_t payers() const { return members.size() + third_parties.size(); }
    // Of who is here for a second time, the record of the first stay, to which shares and payments of all belong.
    [[nodiscard]] std::size_t person_of(std::size_t payer) const {
        return is_member(payer) ? members[payer].first_stay.value_or(payer) : payer;
    }
    // The last day of the last stay; absent: they stay on, or never come.
    [[nodiscard]] std::optional<Date> left_on(std::size_t person) const;
    [[nodiscard]] bool is_member(std::size_t payer) const { return payer < members.size(); }
    [[nodiscard]] const std::string& payer_id(std::size_t payer) const;
    [[nodiscard]] const std::string& payer_name(std::size_t payer) const;
    [[nodiscard]] std::optional<EntityIndex> entity(std::string_view id) const;
    [[nodiscard]] std::optional<BankIndex> bank(std::string_view id) const;
    [[nodiscard]] std::optional<ItemIndex> item(std::string_view id) const;

    friend bool operator==(const Budget&, const Budget&) = default;
};

}  // namespace msp
