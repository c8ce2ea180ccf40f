// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_line.hpp>
#include <msp/budget/keys_rule.hpp>

#include <utility>

namespace msp {
namespace {

using Steps = std::vector<TableNode<Section::revision>>;

class IndexDecoder {
 public:
    IndexDecoder(Decoding& decoding, Table<Section::line>& line, Date from)
        : decoding_(decoding), reading_(decoding.reading), line_(line) {
        index_.base = from;
        index_.place = {line["index"_key].span()};
    }

    [[nodiscard]] Indexation run();

 private:
    [[nodiscard]] std::optional<Rate> growth(FieldOf<KeyType::rate> field);
    void revisions(Table<Section::index>& table);
    void steps(const AnyField& list, const Steps& nodes);
    void no_base(bool listed);

    Decoding& decoding_;
    Reading& reading_;
    Table<Section::line>& line_;
    Indexation index_;
};

Indexation IndexDecoder::run() {
    const std::size_t problems = decoding_.errors();
    contradiction(line_["amounts"_key], line_["index"_key]);
    contradiction(line_["date"_key], line_["index"_key]);
    const Node& node = decoding_.node(line_["index"_key].node());
    const bool listed = node.kind == NodeKind::list;
    bool based = line_["from"_key].has();
    if (listed) {
        Steps nodes;
        for (NodeId child = node.child; child != no_node; child = decoding_.node(child).next)
            nodes.push_back({child});
        steps(line_["index"_key], nodes);
    } else {
        auto table = line_["index"_key].inner();
        based = based || table["since"_key].has();
        revisions(table);
    }
    if (!based && problems == decoding_.errors())
        no_base(listed);
    return std::move(index_);
}

// Of a revision, which takes away the whole amount at most.
std::optional<Rate> IndexDecoder::growth(FieldOf<KeyType::rate> field) {
    const std::optional<Rate> rate = field.read();
    if (!rate || *rate >= Rate(-1, 0))
        return rate;
    reading_.error("rate.range", {tr("a cut of more than 100 % turns the amount over"), {}}, field.span());
    return std::nullopt;
}

void IndexDecoder::revisions(Table<Section::index>& table) {
    contradiction(table["rate"_key], table["steps"_key]);
    contradiction(table["each"_key], table["steps"_key]);
    if (const auto since = table["since"_key].read())
        index_.base = *since;
    if (table["steps"_key].has()) {
        steps(table["steps"_key], table["steps"_key].tables());
        return;
    }
    if (!table["rate"_key].has())
        table["rate"_key].missing();
    index_.yearly = growth(table["rate"_key]);
    const DayOfYear each = table["each"_key].value();
    index_.month = each.month;
    index_.day = each.day;
}

// The account's first day would do until the next opening is typed: then the revisions before it would be lost.
void IndexDecoder::no_base(bool listed) {
    const Language language = reading_.keys_in(line_.span().source);
    const auto name = [&](Slot<Section::index> key) { return key.row().name(language); };
    reading_.error("index.base", {tr("this indexation does not say of which day the amount is"), {}},
                   line_["index"_key].span(),
                   Message{listed ? tr("if it is the amount of the first day of the plan, write {index} = "
                                       "{{ {steps} = [...], {since} = {date} }}; or give the line {from}")
                                  : tr("if it is the amount of the first day of the plan, add {since} = {date} to "
                                       "{index}; or give the line {from}"),
                           {{"index", line_["index"_key].name()},
                            {"steps", name("steps"_key)},
                            {"since", name("since"_key)},
                            {"date", iso(decoding_.budget.first_day())},
                            {"from", line_["from"_key].name()}}});
}

void IndexDecoder::steps(const AnyField& list, const Steps& nodes) {
    for (const TableNode<Section::revision> node : nodes) {
        Table step(reading_, node);
        const auto date = step["date"_key].read();
        const auto rate = growth(step["rate"_key]);
        if (!date || !rate)
            continue;
        if (!index_.steps.empty() && *date <= index_.steps.back().date)
            reading_.error("index.order", {tr("the dated rates of {key} are not in order"), {{"key", list.name()}}},
                           step["date"_key].span(), {}, {{index_.steps.back().place.span, {tr("the one before"), {}}}});
        if (*date <= index_.base)
            reading_.error(
                "index.before",
                {tr("this revision does not come after {base}, the day the amount is of"), {{"base", index_.base}}},
                step["date"_key].span(),
                Message{tr("write the amount as it is now and leave this out, or give the day of the amount in {key}"),
                        {{"key", Slot<Section::index>("since"_key).row().name(reading_.keys_in(step.span().source))}}});
        index_.steps.push_back({*date, *rate, step["voted"_key].read(), {step["date"_key].span()}});
    }
}

}  // namespace

std::optional<Indexation> decode_index(Decoding& decoding, Table<Section::line>& line, Date from) {
    if (!line["index"_key].has())
        return std::nullopt;
    return IndexDecoder(decoding, line, from).run();
}

}  // namespace msp
