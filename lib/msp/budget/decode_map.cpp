// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_map.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace msp {
namespace {

// Blanks, punctuation and * alone are in no label.
void has_a_word(Decoding& decoding, const std::string& label, Span span) {
    const auto of_word = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (static_cast<unsigned char>(c) & 0x80U) != 0;
    };
    if (std::ranges::none_of(label, of_word))
        decoding.reading.error("map.label", {tr("\"{text}\" has no word that a label could have"), {{"text", label}}},
                               span,
                               Message{tr("write a word of it, with * for what may follow: CPAM*; for any label leave "
                                          "the key out"),
                                       {}});
}

std::optional<MapRule> decode_rule(Decoding& decoding, TableNode<Section::map> node,
                                   const std::vector<BankIndex>& banks) {
    Table table(decoding.reading, node);
    MapRule rule;
    const std::size_t before = decoding.errors();
    const std::optional<ItemIndex> item = decoding.item(table["line"_key]);
    rule.accounts = decoding.accounts(table["account"_key]);
    rule.auxiliaries = table["auxiliary"_key].read();
    rule.labels = table["label"_key].read();
    for (const std::string& label : rule.labels)
        has_a_word(decoding, label, table["label"_key].span());
    rule.journals = table["journal"_key].read();
    rule.least = table["least"_key].read();
    rule.most = table["most"_key].read();
    if (rule.least && rule.most && *rule.most < *rule.least)
        decoding.reading.error(
            "map.amounts",
            {tr("{least} is more than {most}"),
             {{"least", table["least"_key].name()}, {"most", table["most"_key].name()}}},
            table["least"_key].span(), {},
            {{table["most"_key].span(), {tr("{key} stands here"), {{"key", table["most"_key].name()}}}}});
    rule.sign = table["sign"_key].read<MapSign>().value_or(MapSign::any);
    rule.place = {table.span()};
    if (table["entity"_key].has())
        rule.entity = decoding.entity_of(table["entity"_key]);
    else if (item && banks[*item] != no_bank)
        rule.entity = decoding.budget.banks[banks[*item]].entity;
    if (rule.conditions() == static_cast<int>(rule.sign != MapSign::any) && decoding.errors() == before)
        decoding.reading.error("map.empty", {tr("this rule takes all money of the books"), {}}, table.span(),
                               Message{tr("say which: {account}, {auxiliary}, {label}, {journal}, {least} or {most}"),
                                       {{"account", table["account"_key].name()},
                                        {"auxiliary", table["auxiliary"_key].name()},
                                        {"label", table["label"_key].name()},
                                        {"journal", table["journal"_key].name()},
                                        {"least", table["least"_key].name()},
                                        {"most", table["most"_key].name()}}});
    if (!item)
        return std::nullopt;
    rule.item = *item;
    return rule;
}

// Of two rules with the same conditions nothing says which one is meant. What labels, or amounts between other bounds,
// have in common only an export shows.
class Ties {
 public:
    explicit Ties(Decoding& decoding) : decoding_(decoding) {}

    void find() {
        const std::vector<MapRule>& rules = decoding_.budget.map;
        for (std::size_t i = 0; i < rules.size(); ++i)
            each_case(rules[i], [&](std::string taken) {
                const auto [other, fresh] = first_.try_emplace(std::move(taken), i);
                if (!fresh && rules[other->second].item != rules[i].item)
                    tell(rules[other->second], rules[i]);
            });
    }

 private:
    // Each way to meet the conditions, in a text.
    template <typename Take>
    static void each_case(const MapRule& rule, Take take) {
        constexpr std::size_t most = 4096;  // of rules with more, an export shows it
        const auto count = [](const std::vector<std::string>& values) {
            return std::max<std::size_t>(1, values.size());
        };
        if (count(rule.accounts) * count(rule.auxiliaries) > most || count(rule.labels) * count(rule.journals) > most ||
            count(rule.accounts) * count(rule.auxiliaries) * count(rule.labels) * count(rule.journals) > most)
            return;
        const auto bound = [](const std::optional<Money>& amount) {
            return ' ' + (amount ? std::to_string(amount->cents()) : std::string());
        };
        std::vector<std::string> cases = {std::to_string(rule.entity) + ' ' +
                                          std::to_string(static_cast<int>(rule.sign)) + bound(rule.least) +
                                          bound(rule.most)};
        for (const std::vector<std::string>* values :
             {&rule.accounts, &rule.auxiliaries, &rule.labels, &rule.journals}) {
            std::vector<std::string> longer;
            for (const std::string& each : cases) {
                for (const std::string& value : *values)
                    longer.push_back(each + '\n' + '=' + value);
                if (values->empty())
                    longer.push_back(each + '\n');
            }
            cases = std::move(longer);
        }
        for (std::string& each : cases)
            take(std::move(each));
    }

    void tell(const MapRule& first, const MapRule& second) {
        if (std::exchange(told_[&second], true))
            return;
        const std::vector<Item>& items = decoding_.budget.items;
        decoding_.reading.error(
            "map.tie",
            {tr("{line} and {other} take the same money of the books"),
             {{"line", items[second.item].id}, {"other", items[first.item].id}}},
            second.place.span,
            Message{tr("give one of them a longer account or another condition; a rule with more conditions wins"), {}},
            {{first.place.span, {tr("the other rule"), {}}}});
    }

    Decoding& decoding_;
    std::unordered_map<std::string, std::size_t> first_;
    std::unordered_map<const MapRule*, bool> told_;
};

}  // namespace

void decode_map(Decoding& decoding, Root& root) {
    const std::vector<BankIndex> banks = banks_of_items(decoding.budget);
    for (const auto node : root["map"_key].tables()) {
        if (std::optional<MapRule> rule = decode_rule(decoding, node, banks))
            decoding.budget.map.push_back(std::move(*rule));
    }
    Ties(decoding).find();
}

}  // namespace msp
