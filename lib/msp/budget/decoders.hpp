// SPDX-License-Identifier: MIT
// Private to the module: the decoder of each section. Each adds what it reads to the budget of the decoding.
#pragma once

#include <msp/budget/decoding.hpp>
#include <msp/budget/keys_budget.hpp>

#include <optional>
#include <vector>

namespace msp {

using Root = Table<Section::budget>;

// In this order, as each names those before it.
void decode_categories(Decoding& decoding, Root& root);
void decode_entities(Decoding& decoding, Root& root);
void decode_banks(Decoding& decoding, Root& root);
void decode_members(Decoding& decoding, Root& root);
// Third parties, then the rooms that they or members occupy.
void decode_rooms(Decoding& decoding, Root& root);
void decode_keys(Decoding& decoding, Root& root);
// How members are called, what they advance, and what they paid.
void decode_calls(Decoding& decoding, Root& root);
// How the ACI money goes to the members, and what they did for it.
void decode_distributions(Decoding& decoding, Root& root);
void decode_scenarios(Decoding& decoding, Root& root);
// Before the posts.
void decode_employers(Decoding& decoding, Root& root);
// After the lines.
void check_third_parties(Decoding& decoding);
void decode_spent(Decoding& decoding, Root& root);
// Who pays the posts, and what they bring: after the lines, of which they name some.
void decode_fundings(Decoding& decoding, Root& root);
void decode_gains(Decoding& decoding, Root& root);
// After the lines, of which they name some.
void decode_contracts(Decoding& decoding, Root& root);
void decode_depreciations(Decoding& decoding, Root& root);
// Rules for exports, after all that they name.
void decode_map(Decoding& decoding, Root& root);

void decode_line(Decoding& decoding, TableNode<Section::line> node, Origin origin, Side side);
// Of a line whose amount is, without it saying otherwise, the one of the day `from`.
[[nodiscard]] std::optional<Indexation> decode_index(Decoding& decoding, Table<Section::line>& line, Date from);
void decode_grant(Decoding& decoding, TableNode<Section::grant> node);
void decode_loan(Decoding& decoding, TableNode<Section::loan> node);
void decode_post(Decoding& decoding, TableNode<Section::post> node);
// The posts that earn aids, after all of both.
void link_aids(Decoding& decoding);
// The bank's own, whose rows have taken the place of its file's name.
void decode_bank_schedule(Decoding& decoding, Table<Section::loan>& table, Loan& loan);
void decode_aci(Decoding& decoding, TableNode<Section::aci> node);
void decode_aci_years(Decoding& decoding, const std::vector<TableNode<Section::aci_year>>& nodes);
// As it is typed; one that no bank can have is reported.
[[nodiscard]] std::string typed_iban(const FieldOf<KeyType::text>& field);

// What the year has reached, and points that it types.
void decode_reached(Decoding& decoding, Table<Section::aci_year>& table, AciYear& year);
// Of indicators, what the team would reach without a post.
[[nodiscard]] std::vector<Reached> decode_reached_without(Decoding& decoding, Table<Section::funding>& table);

}  // namespace msp
