// SPDX-License-Identifier: MIT
// Private to the module: from the neutral tree of one file lib/law/aci-*.toml to its legal text. The layout is told at
// the top of aci-2022-avenant1.toml.
#pragma once

#include <msp/rules/law_sources.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {

// "aci-2022-avenant1": the year; nothing for what is not the name of a text of the ACI.
[[nodiscard]] std::optional<std::int16_t> aci_year_of(std::string_view id);

class AciReader {
 public:
    AciReader(const Document& document, Diagnostics& diagnostics, std::string id);
    // Every problem of the file in one run.
    [[nodiscard]] AciText run();
    // For problems between two texts; nowhere where the years were not read.
    [[nodiscard]] Span from() const { return from_; }
    [[nodiscard]] Span until() const { return until_; }

 private:
    using Unknown = LawSources::Unknown;
    // What one indicator names another one for.
    enum class Relation : std::uint8_t { with, needs, brings, excludes, one_of };
    struct Link {
        Relation relation;
        std::size_t to;
        Span span;
    };

    // aci_reader.cpp
    [[nodiscard]] LawTable open(NodeId node, std::span<const LawKey> keys);
    void years(LawTable& root);
    void axes(LawTable& root);
    void payment(LawTable& root);
    void exceptions(LawTable& root);
    void exception(NodeId node, std::vector<Span>& places);
    [[nodiscard]] std::optional<LawTable> section(LawTable& root, std::string_view key, std::span<const LawKey> keys);
    void unused();

    // aci_indicators.cpp
    void indicators(LawTable& root);
    void name(LawTable& table, AciIndicator& indicator);
    void indicator(LawTable& table, AciIndicator& indicator);
    void term(NodeId node, AciIndicator& indicator);
    void pay(LawTable& table, std::int64_t& points, Money& euros);
    void steps(LawTable& table, AciIndicator& indicator);
    void hours(NodeId node, AciIndicator& indicator);
    [[nodiscard]] AciHoursRow hours_row(LawTable& table, bool in_euros);
    void slices(LawTable& table, const AciIndicator& indicator, const std::vector<NodeId>& nodes);
    void slice(LawTable& table, const AciTerm& term, Span place, const AciTerm* before, Span before_place);
    void team(NodeId node, AciIndicator& indicator);
    void needs_points(Span place);

    // aci_relations.cpp
    void relations(LawTable& table, std::size_t index);
    void alternatives(LawTable& table, std::size_t index);
    [[nodiscard]] std::optional<std::size_t> other(LawTable& table, std::string_view key, NodeId node);
    void list(LawTable& table, std::size_t index, std::string_view key, Relation relation,
              std::vector<std::size_t>& found);
    void contradictions(LawTable& root);
    void cycles(LawTable& root);
    void visit(LawTable& root, std::size_t index, std::vector<int>& states, std::vector<std::size_t>& path);

    const Document& document_;
    Diagnostics& diagnostics_;
    LawSources sources_;
    AciText text_;
    Span from_;
    Span until_;
    bool has_point_ = false;
    std::vector<Span> axis_places_;
    std::vector<bool> axis_used_;
    std::vector<Span> indicator_places_;
    std::vector<std::vector<Link>> links_;  // by indicator
};

}  // namespace msp
