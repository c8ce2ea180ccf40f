// SPDX-License-Identifier: MIT
// Private to io: the parts of decode().
#pragma once

#include <msp/io/table.hpp>
#include <msp/model/budget.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace msp {

class Decoder {
 public:
    Decoder(const Document& document, const Sources& sources, const Catalogue& shipped, Diagnostics& diagnostics);
    [[nodiscard]] Budget run();

 private:
    // decode.cpp
    [[nodiscard]] std::vector<NodeId> bounded(Table& root, int slot);
    void categories(Table& root);
    void entities(Table& root);
    void entity(NodeId node, bool only);
    void banks(Table& root);
    void bank(NodeId node, bool only);
    void forecast(Table& root);
    void members(Table& root);
    void scenarios(Table& root);
    [[nodiscard]] ScenarioChange scenario_change(NodeId node) const;
    void scenario_layers();
    void items(Table& root);
    void fees();
    [[nodiscard]] EntityIndex entity_of(Table& table, int slot);
    [[nodiscard]] BankIndex bank_of(Table& table, int entity_slot, int bank_slot);
    [[nodiscard]] std::optional<BankIndex> account(Table& table, int slot);
    [[nodiscard]] std::optional<CategoryIndex> category(Table& table, int slot);
    [[nodiscard]] CategoryIndex shipped_category(std::string_view id) const;
    [[nodiscard]] ItemIndex add_item(Table& table, int id_slot, int label_slot, Origin origin, Side side,
                                     CategoryIndex category);
    void no_such(Table& table, int slot, const std::string& id, const std::function<Message()>& help);

    // decode_lines.cpp
    void line(NodeId node, Origin origin, Side side);
    void amount_of(Table& table, Line& line);
    void rule_of(Table& table, Line& line);
    void rule_by_months(Table& table, Line& line, const Frequency& every);
    void rule_by_days(Table& table, Line& line, std::int32_t interval);
    void needs_first_day(Table& table, int slot, Message why);
    void not_spread(Table& table, Message why);
    void counted(Table& table, Line& line);
    void sign_of(Table& table, const Line& line);
    void dated(Table& table, int slot, std::vector<DatedAmount>& amounts);
    void month_of(Table& table, int step);
    void bounds(Table& table, Line& line);
    void index_of(Table& table, Line& line);
    void revisions(Table& table, Indexation& index);
    void no_base(Table& table);
    void steps(Table& table, int slot, const std::vector<NodeId>& nodes, Indexation& index);
    void destination(Table& table, Line& line);
    void contradiction(Table& table, int one, int other);
    void needs(Table& table, int slot, int other);

    // decode_funding.cpp
    void grant(NodeId node);
    void grant_aid(Table& table, Grant& grant);
    void grant_awards(Table& table, Grant& grant);
    void comes_before(Table& table, int until, int from);
    void grant_instalment(NodeId node, Grant& grant, State fallback);
    void grant_sums(Table& table, Grant& grant);
    void loan(NodeId node);
    void loan_terms(Table& table, Loan& loan);
    void loan_insurance(Table& loan_table, Loan& loan);
    void drawdowns(Table& table, Loan& loan);
    void loan_fees(Table& table, Loan& loan);
    void bank_schedule(Table& table, Loan& loan);
    // What the row says; nothing for one that is no instalment to come.
    [[nodiscard]] std::optional<BankRow> bank_row(Table& row, const Loan& loan, std::optional<Money> outstanding);
    void wrong_outstanding(Table& row, const Loan& loan, Money left, Money outstanding);

    // decode_aci.cpp
    void aci(NodeId node);
    void paid_to_sisa(const Table& table, const Entity& entity);
    void aci_contract(Table& table, Aci& aci);
    void aci_options(Table& table, AciOptions& options);
    void aci_years(const std::vector<NodeId>& nodes);
    void aci_year(Table& table, std::int16_t number, bool computed);
    void aci_item(Table& year, int slot, AciItem& item, bool follows);
    void aci_reached(Table& year, AciYear& facts);
    void reached_details(NodeId node, Reached& reached);
    void patients_concerned(Table& table, Reached& reached);
    void themes(Table& table, Reached& reached);
    void themes_once(Table& table);
    void precarity(Table& year, AciYear& facts);
    [[nodiscard]] std::vector<FreeEntry> indicators(Table& table, int slot);
    [[nodiscard]] bool names_indicator(const FreeEntry& entry);

    Reading reading_;
    const Catalogue& shipped_;
    Budget budget_;
    bool names_missing_ = false;  // a misspelt heading hides banks, entities or categories, which was reported
    std::unordered_map<std::string_view, Span> ids_;
};

}  // namespace msp
