// SPDX-License-Identifier: MIT
#include <msp/rules/aid_reader.hpp>
#include <msp/rules/rule_kinds.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace msp {
namespace {

constexpr auto only_whole_aid = tr("only a whole aid can be unknown; it then has no terms");

constexpr LawKey aid_keys[] = {{"schema", true}, {"checked", true}, {"label", true},   {"source"}, {"confidence"},
                               {"note"},         {"closed"},        {"sources", true}, {"terms"}};
constexpr LawKey closing_keys[] = {{"fte", true}, {"from", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey terms_keys[] = {{"from"}, {"amounts", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey amounts_keys[] = {{"fte", true},   {"list", true}, {"year_1"},     {"year_2", true},
                                   {"later", true}, {"source"},     {"confidence"}, {"note"}};

constexpr std::array<std::string_view, 2> aid_files = {"assistant-medical", "ipa-salariee"};

std::optional<std::int16_t> undated_aid(std::string_view id) {
    return std::ranges::find(aid_files, id) == aid_files.end() ? std::nullopt : std::optional<std::int16_t>(0);
}

void read_aids(const RuleFiles& files, Law& law, Diagnostics& diagnostics) {
    law.aid_names = files.names;
    for (const RuleFile& file : files.needed)
        law.aids.push_back(AidReader(file.document, diagnostics, file.id).run());
}

}  // namespace

AidReader::AidReader(const Document& document, Diagnostics& diagnostics, std::string id)
    : document_(document), diagnostics_(diagnostics), sources_(document, diagnostics, only_whole_aid) {
    aid_.id = std::move(id);
}

Aid AidReader::run() {
    LawTable root(document_, diagnostics_, Document::root(), aid_keys);
    if (root.has("schema") && !root.integer("schema", 1, 1))
        return std::move(aid_);
    sources_.read(root);
    aid_.checked = root.date("checked").value_or(Date());
    aid_.label = root.bilingual("label");
    aid_.evidence = sources_.evidence(root, Unknown::allowed);
    std::swap(aid_.note, aid_.evidence.note);
    values(root);
    sources_.unused();
    aid_.sources = sources_.take();
    return std::move(aid_);
}

void AidReader::values(LawTable& root) {
    if (aid_.evidence.confidence != Confidence::unknown) {
        if (!root.has("terms"))
            root.missing("terms", Message{tr("or write confidence = \"unknown\" where they are not public"), {}});
    } else if (root.has("terms")) {
        root.error("law.unknown", {tr("these terms are given, but the aid is said to be unknown"), {}},
                   root.span("terms"), {}, {{root.span("confidence"), {tr("said here"), {}}}});
    } else if (!root.has("note")) {
        root.missing("note", Message{tr("an aid without terms says what is known of it"), {}});
    }
    closings(root);
    for (const NodeId node : root.tables("terms"))
        terms(node);
    complete();
}

void AidReader::closings(LawTable& root) {
    for (const NodeId node : root.tables("closed")) {
        LawTable table(document_, diagnostics_, node, closing_keys);
        AidClosing closing;
        closing.evidence = sources_.evidence(table, Unknown::refused);
        const auto fte = table.word("fte", aid_fte_ids);
        const auto from = table.date("from");
        if (!fte || !from)
            continue;
        closing.fte = static_cast<AidFte>(*fte);
        closing.from = *from;
        if (const AidClosing* first = aid_.closing(closing.fte))
            table.error(
                "law.terms", {tr("{fte} is closed already"), {{"fte", std::string(id_of(closing.fte))}}},
                table.span("fte"), {},
                {{closing_places_[static_cast<std::size_t>(first - aid_.closings.data())], {tr("the first one"), {}}}});
        aid_.closings.push_back(std::move(closing));
        closing_places_.push_back(table.span("fte"));
    }
}

void AidReader::terms(NodeId node) {
    LawTable table(document_, diagnostics_, node, terms_keys);
    AidTerms terms;
    const Evidence evidence = sources_.evidence(table, Unknown::refused);
    terms.from = table.date("from");
    order(table, terms);
    std::vector<Span> places;
    for (const NodeId row : table.tables("amounts"))
        amounts(row, terms, evidence, places);
    if (table.has("amounts") && document_[table.node("amounts")].child == no_node)
        table.error("law.terms", {tr("the list of amounts is empty"), {}}, table.span("amounts"));
    aid_.terms.push_back(std::move(terms));
    terms_places_.push_back(table.span("from"));
}

// The first ones hold from the beginning, and each other ones from a later day than those before.
void AidReader::order(LawTable& table, const AidTerms& terms) {
    if (aid_.terms.empty()) {
        if (table.has("from"))
            table.error("law.terms", {tr("the first terms hold until the second ones begin: they have no from"), {}},
                        table.span("from"));
    } else if (!table.has("from")) {
        table.missing("from");
    } else if (const std::optional<Date> before = aid_.terms.back().from;
               terms.from && before && *terms.from <= *before) {
        table.error("law.terms", {tr("these terms do not begin after those before them"), {}}, table.span("from"), {},
                    {{terms_places_.back(), {tr("the terms before"), {}}}});
    }
}

void AidReader::amounts(NodeId node, AidTerms& terms, const Evidence& evidence, std::vector<Span>& places) {
    LawTable table(document_, diagnostics_, node, amounts_keys);
    AidAmounts row;
    row.evidence = evidence;
    sources_.override_evidence(table, row.evidence);
    const auto fte = table.word("fte", aid_fte_ids);
    const auto list = table.word("list", aid_list_ids);
    row.years = {table.euros("year_1"), table.euros("year_2"), table.euros("later")};
    if (!fte || !list)
        return;
    row.fte = static_cast<AidFte>(*fte);
    row.list = static_cast<AidList>(*list);
    if (const AidAmounts* first = terms.find(row.fte, row.list))
        table.error("law.terms", {tr("this fte with this list has its amounts already"), {}}, table.span("list"), {},
                    {{places[static_cast<std::size_t>(first - terms.amounts.data())], {tr("the first one"), {}}}});
    first_year(table, terms, row.fte);
    terms.amounts.push_back(std::move(row));
    places.push_back(table.span("list"));
}

// A first year may have no amount where no contract can begin.
void AidReader::first_year(LawTable& table, const AidTerms& terms, AidFte fte) {
    const AidClosing* closing = aid_.closing(fte);
    if (!table.has("year_1") && (closing == nullptr || !terms.from || *terms.from < closing->from))
        table.missing("year_1", Message{tr("it may be absent only where the fte is closed to new contracts"), {}});
}

// An fte that one of the terms has, all have, with each list.
void AidReader::complete() {
    const auto offered = [this](AidFte fte) {
        return std::ranges::any_of(aid_.terms, [fte](const AidTerms& terms) {
            return std::ranges::find(terms.amounts, fte, &AidAmounts::fte) != terms.amounts.end();
        });
    };
    const auto demand = [this](std::size_t terms, AidFte fte, AidList list) {
        if (aid_.terms[terms].find(fte, list) == nullptr)
            diagnostics_.error("law.terms",
                               {tr("these terms have no amounts for fte {fte} with list {list}"),
                                {{"fte", std::string(id_of(fte))}, {"list", std::string(id_of(list))}}},
                               terms_places_[terms]);
    };
    for (const AidFte fte : {AidFte::whole, AidFte::half, AidFte::third}) {
        for (std::size_t terms = 0; terms < aid_.terms.size() && offered(fte); ++terms) {
            for (const AidList list : {AidList::below_p90, AidList::p90_to_p94, AidList::p95})
                demand(terms, fte, list);
        }
    }
}

constinit const RuleKind aid_rule_kind = {
    .name = aid_rules, .owns = undated_aid, .all_with_folder = false, .read = read_aids};

}  // namespace msp
