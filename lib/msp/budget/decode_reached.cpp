// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/indicator_entries.hpp>
#include <msp/budget/keys_aci_year.hpp>
#include <msp/budget/keys_funding.hpp>
#include <msp/budget/keys_reached.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace msp {
namespace {

// The details of one indicator.
class DetailsDecoder {
 public:
    DetailsDecoder(Decoding& decoding, TableNode<Section::reached> node, Reached& reached)
        : decoding_(decoding), reading_(decoding.reading), table_(decoding.reading, node), reached_(reached) {}

    void run();

 private:
    void concerned();
    void cases(Span whole);
    void themes();
    void themes_once();
    void as_many_as_themes();
    void regional();

    Decoding& decoding_;
    Reading& reading_;
    Table<Section::reached> table_;
    Reached& reached_;
};

void DetailsDecoder::run() {
    reached_.count = table_["number"_key].read();
    reached_.since = table_["since"_key].read();
    reached_.amplitude = table_["amplitude"_key].read();
    reached_.saturday = table_["saturday"_key].read();
    reached_.weeks = table_["closed_weeks"_key].read();
    reached_.weeks_outside = table_["closed_weeks_outside"_key].read();
    reached_.derogation = table_["derogation"_key].read();
    reached_.unscheduled = table_["unscheduled"_key].read();
    reached_.meetings = table_["meetings"_key].read();
    concerned();
    themes();
}

// Patients are counted in all, or in three parts that make them.
void DetailsDecoder::concerned() {
    const std::array<FieldOf<KeyType::integer>, 3> parts = {table_["ald_under_75"_key], table_["over_75"_key],
                                                            table_["ald_over_75"_key]};
    reached_.cases = table_["cases"_key].read();
    reached_.concerned = table_["concerned"_key].read();
    std::int64_t sum = 0;
    std::vector<Note> notes;
    bool complete = true;
    for (const auto& part : parts) {
        const auto count = part.read();
        sum += count.value_or(0);
        complete = complete && count;
        if (part.has())
            notes.push_back({part.span(), {tr("a part of them"), {}}});
    }
    for (const auto& part : parts) {
        if (!notes.empty() && !part.has())
            part.missing();
    }
    const Span whole = notes.empty() || reached_.concerned ? table_["concerned"_key].span() : notes.front().span;
    if (complete && reached_.concerned && *reached_.concerned != sum)
        reading_.error(
            "aci.concerned",
            {tr("the parts make {sum} patients, not {number}"), {{"sum", sum}, {"number", *reached_.concerned}}}, whole,
            {}, std::move(notes));
    else if (complete)
        reached_.concerned = sum;
    cases(whole);
}

void DetailsDecoder::cases(Span whole) {
    if (reached_.cases && reached_.concerned && *reached_.cases > *reached_.concerned)
        reading_.error("aci.case-rate",
                       {tr("{cases} cases of {number} patients are more than 100 %"),
                        {{"cases", *reached_.cases}, {"number", *reached_.concerned}}},
                       table_["cases"_key].span(), {}, {{whole, {tr("the patients concerned"), {}}}});
}

void DetailsDecoder::themes() {
    const std::size_t problems = decoding_.errors();
    reached_.themes = table_["themes"_key].read();
    std::ranges::transform(reached_.themes, reached_.themes.begin(),
                           [](const std::string& theme) { return folded(theme); });
    reached_.regional = table_["regional"_key].read();
    if (problems != decoding_.errors())
        return;
    if (table_["themes"_key].has()) {
        themes_once();
        as_many_as_themes();
    }
    regional();
}

void DetailsDecoder::themes_once() {
    std::unordered_map<std::string, Span> seen;
    NodeId theme = decoding_.node(table_["themes"_key].node()).child;
    for (; theme != no_node; theme = decoding_.node(theme).next) {
        const Node& node = decoding_.node(theme);
        if (const auto [other, fresh] = seen.try_emplace(folded(node.text), node.span); !fresh)
            reading_.error("aci.theme-twice",
                           {tr("the theme {theme} stands twice"), {{"theme", std::string(node.text)}}}, node.span,
                           Message{tr("no two missions have one theme"), {}},
                           {{other->second, {tr("first said here"), {}}}});
    }
}

void DetailsDecoder::as_many_as_themes() {
    const auto named = static_cast<std::int64_t>(reached_.themes.size());
    const auto number = table_["number"_key];
    if (reached_.count && *reached_.count != named)
        reading_.error("aci.themes",
                       {tr("{n} {n:theme is|themes are} named, and {key} is {number}"),
                        {{"n", named}, {"key", number.name()}, {"number", *reached_.count}}},
                       table_["themes"_key].span(), Message{tr("name every theme, or leave one of the two out"), {}},
                       {{number.span(), {tr("how many there are"), {}}}});
    else
        reached_.count = named;
}

void DetailsDecoder::regional() {
    const auto regional = table_["regional"_key];
    const AnyField count = table_["number"_key].has() ? AnyField(table_["number"_key]) : AnyField(table_["themes"_key]);
    if (reached_.regional && reached_.count && *reached_.regional > *reached_.count)
        reading_.error("aci.regional",
                       {tr("{key} is {regional}, more than the number of missions, {number}"),
                        {{"key", regional.name()}, {"regional", *reached_.regional}, {"number", *reached_.count}}},
                       regional.span(), {}, {{count.span(), {tr("how many there are"), {}}}});
}

void take(const Fact& fact, Reached& reached) {
    if (const bool* whole = std::get_if<bool>(&fact)) {
        reached.whole = *whole;
        reached.no = !*whole;
    } else if (const std::int64_t* count = std::get_if<std::int64_t>(&fact)) {
        reached.count = *count;
    } else {
        reached.since = std::get<Date>(fact);
    }
}

template <typename Facts>
std::vector<Reached> read_facts(Decoding& decoding, const Facts& facts) {
    std::vector<Reached> all;
    for (const FreeEntry& entry : indicator_entries(decoding, facts)) {
        Reached reached;
        reached.indicator = entry.id;
        reached.place = {decoding.node(entry.node).key_span};
        if (decoding.node(entry.node).kind == NodeKind::table)
            DetailsDecoder(decoding, {entry.node}, reached).run();
        else if (const auto fact = facts.read_entry(entry))
            take(*fact, reached);
        all.push_back(std::move(reached));
    }
    return all;
}

}  // namespace

std::vector<Reached> decode_reached_without(Decoding& decoding, Table<Section::funding>& table) {
    return read_facts(decoding, table["reached_without"_key]);
}

void decode_reached(Decoding& decoding, Table<Section::aci_year>& table, AciYear& year) {
    year.reached = read_facts(decoding, table["reached"_key]);
    const auto points = table["points"_key];
    for (const FreeEntry& entry : indicator_entries(decoding, points)) {
        if (const auto found = points.read_entry(entry))
            year.points.push_back({entry.id, *found, {decoding.node(entry.node).key_span}});
    }
}

}  // namespace msp
