// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_depreciation.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

class DepreciationDecoder {
 public:
    DepreciationDecoder(Decoding& decoding, TableNode<Section::depreciation> node)
        : decoding_(decoding), table_(decoding.reading, node) {}

    void run() {
        Depreciation made;
        made.id = table_["id"_key].read().value_or("");
        made.label = table_["label"_key].read().value_or(made.id);
        made.entity = decoding_.entity_of(table_["entity"_key]);
        made.place = {table_.span()};
        made.from = table_["from"_key].read().value_or(Date());
        made.until = table_["until"_key].read();
        if (made.until && *made.until < made.from)
            comes_before(table_["until"_key], table_["from"_key]);
        amount(made);
        std::vector<Depreciation>& all = decoding_.budget.depreciations;
        if (const auto same = std::ranges::find(all, made.id, &Depreciation::id); same != all.end())
            decoding_.reading.error("id.repeated", {tr("the id {id} is used twice"), {{"id", made.id}}},
                                    table_["id"_key].span(), {}, {{same->place.span, {tr("first used here"), {}}}});
        all.push_back(std::move(made));
    }

 private:
    // A cost over years, or an amount an exercise.
    void amount(Depreciation& made) {
        const auto cost = table_["cost"_key];
        const auto years = table_["years"_key];
        const auto each = table_["amount"_key];
        contradiction(cost, each);
        needs(years, cost);
        needs(cost, years);
        needs(table_["until"_key], each);
        if (!cost.has() && !each.has())
            cost.missing();
        made.years = years.read();
        made.amount = cost.has() ? cost.read().value_or(Money()) : each.read().value_or(Money());
    }

    Decoding& decoding_;
    Table<Section::depreciation> table_;
};

}  // namespace

void decode_depreciations(Decoding& decoding, Root& root) {
    for (const auto node : decoding.bounded(root["depreciation"_key], root["depreciation"_key].tables()))
        DepreciationDecoder(decoding, node).run();
}

}  // namespace msp
