// SPDX-License-Identifier: MIT
// What members are called for, and how an exercise is settled with them, as sheets: for programs a row a line and
// member, for people a table of members.
#pragma once

#include <msp/charges/settlement.hpp>
#include <msp/plan/charged.hpp>
#include <msp/plan/later.hpp>
#include <msp/plan/third_parties.hpp>
#include <msp/report/charges_sheets.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace msp {

struct CallsResult {
    ChargesResult charges;
    std::vector<Call> calls;  // advances among them
    ThirdPartyCalls third_parties;
    std::vector<EarlierLines> earlier;

    // Of members, then of third parties.
    [[nodiscard]] std::vector<Call> all() const;
};

// A third party has no need of what is said of the others.
enum class Reader : std::uint8_t { all, third_party };

// "charge", to be translated.
[[nodiscard]] const char* call_word(CallKind kind);
[[nodiscard]] std::string_view call_id(CallKind kind);

// In data all results are one table; on a page each has its own.
[[nodiscard]] Sheet calls_sheet(std::span<const CallsResult* const> results, OfMember member, Language language);
[[nodiscard]] Sheet call_plan_sheet(const CallsResult& result, Language language);
[[nodiscard]] std::string calls_title(const CallsResult& result, Language language);
// When members are called, by which rules the cents were parted, and by whose vote.
[[nodiscard]] std::string calls_rules(const CallsResult& result, const TextStyle& style);
[[nodiscard]] std::string calls_rules(const CallsResult& result, const TextStyle& style, Reader reader);

struct SettlementResult {
    CallsResult voted;
    ExerciseShares real;               // of the lines of `voted`
    std::vector<const Line*> unsaid;   // whose real cost the budget does not say
    std::vector<const Line*> partial;  // of whose it does not say the last payments: too cheap so far
    std::vector<const Line*> beyond;   // the same, and yet as dear as was voted, or dearer
    Settlement settlement;
    LaterCharges later;  // of who has left
};

[[nodiscard]] Sheet settlement_sheet(std::span<const SettlementResult* const> results, OfMember member,
                                     Language language);
[[nodiscard]] Sheet settled_members_sheet(const SettlementResult& result, Language language);
// What still falls due on who has left, a row a payment.
[[nodiscard]] Sheet later_sheet(std::vector<const SettlementResult*> results, OfMember member, Language language);
// What a member who has left gets or still pays; nothing of others.
[[nodiscard]] std::string final_account(const SettlementResult& result, const MemberSettlement& member,
                                        const TextStyle& style);
[[nodiscard]] std::string settlement_title(const SettlementResult& result, Language language);
// What the figures rest on, and what their signs mean; before it the final accounts of all who left.
[[nodiscard]] std::string settlement_base(const SettlementResult& result, const TextStyle& style,
                                          Reader reader = Reader::all);
[[nodiscard]] std::string settlement_rules(const SettlementResult& result, const TextStyle& style);

// The calls of the next exercise as they follow from what the lines really cost in this one.
struct ProposalResult {
    SettlementResult past;
    CallsResult next;
};
[[nodiscard]] Sheet proposal_sheet(std::span<const ProposalResult* const> results, OfMember member, Language language);
[[nodiscard]] Sheet proposal_plan_sheet(const ProposalResult& result, Language language);
[[nodiscard]] std::string proposal_title(const ProposalResult& result, Language language);
[[nodiscard]] std::string proposal_rules(const ProposalResult& result, const TextStyle& style);

}  // namespace msp
