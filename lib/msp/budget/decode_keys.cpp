// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_share.hpp>
#include <msp/budget/keys_share_parts.hpp>
#include <msp/budget/portions.hpp>
#include <msp/diag/listed.hpp>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

namespace msp {
namespace {

class KeyDecoder {
 public:
    // `known`: what members have was read without an error.
    KeyDecoder(Decoding& decoding, TableNode<Section::share_key> node, bool known)
        : decoding_(decoding), budget_(decoding.budget), table_(decoding.reading, node), known_(known) {}

    [[nodiscard]] ShareKey run() {
        key_.id = table_["id"_key].read().value_or("");
        key_.label = table_["label"_key].read().value_or(key_.id);
        key_.level = table_["level"_key].value<KeyLevel>();
        key_.place = {table_.span()};
        key_.members = table_["members"_key].read();
        for (const std::string& member : key_.members)
            known_member(member, table_["members"_key].span());
        kind();
        key_.absent_pays = table_["absent_pays"_key].read().value_or(Timeline<Rate>());
        for (const auto node : decoding_.bounded(table_["exempt"_key], table_["exempt"_key].tables()))
            exemption(node);
        for (const auto node : decoding_.bounded(table_["newcomer"_key], table_["newcomer"_key].tables()))
            newcomer(node);
        bounds();
        target();
        if (table_["departs_from"_key].has())
            key_.departs_from = decoding_.key(table_["departs_from"_key]);
        key_.prorata = table_["prorata"_key].value<Prorata>();
        if (key_.kind == KeyKind::mix)
            contradiction(table_["mix"_key], table_["prorata"_key]);  // each of its keys has its own
        return std::move(key_);
    }

 private:
    void kind() {
        const std::initializer_list<AnyField> ways = {table_["by"_key], table_["weights"_key], table_["fixed"_key],
                                                      table_["mix"_key]};
        for (const auto* one = ways.begin(); one != ways.end(); ++one) {
            for (const auto* other = one + 1; other != ways.end(); ++other)
                contradiction(*one, *other);
        }
        contradiction(table_["mix"_key], table_["members"_key]);  // each of its keys has its own
        if (table_["weights"_key].has())
            weights();
        else if (table_["fixed"_key].has())
            fixed();
        else if (table_["mix"_key].has())
            mix();
        else if (table_["by"_key].has())
            measure();
        else if (std::ranges::none_of(ways, [](const AnyField& way) { return way.meant(); }))
            decoding_.reading.error(
                "key.how", {tr("nothing says how this key parts a charge"), {}}, table_.span(),
                Message{tr("add {by} = \"{equal}\", or {weights}, {fixed} or {mix}"),
                        {{"by", table_["by"_key].name()},
                         {"equal", std::string(equally.in(decoding_.reading.keys_in(table_.span().source)))},
                         {"weights", table_["weights"_key].name()},
                         {"fixed", table_["fixed"_key].name()},
                         {"mix", table_["mix"_key].name()}}});
        key_.vacancy = table_["vacancy"_key].read<Vacancy>();
        if (key_.kind != KeyKind::rooms && key_.rule_place.span.known() && table_["vacancy"_key].has())
            decoding_.reading.error(
                "key.vacancy",
                {tr("{vacancy} is for a key that goes by rooms"), {{"vacancy", table_["vacancy"_key].name()}}},
                table_["vacancy"_key].span(), Message{tr("leave it out"), {}});
        if (key_.kind != KeyKind::weights && key_.kind != KeyKind::fixed && table_["level"_key].has())
            decoding_.reading.error("key.level",
                                    {tr("{level} is for {weights} and {fixed}"),
                                     {{"level", table_["level"_key].name()},
                                      {"weights", table_["weights"_key].name()},
                                      {"fixed", table_["fixed"_key].name()}}},
                                    table_["level"_key].span(), Message{tr("leave it out"), {}});
        if (key_.level == KeyLevel::profession)
            key_.within = counter(table_["within"_key]);
        else
            needs(table_["within"_key], table_["level"_key]);
    }

    void measure() {
        key_.rule_place = {table_["by"_key].span()};
        if (table_["by"_key].read() == by_rooms.english)
            return rooms();
        key_.counter = counter(table_["by"_key]);
        key_.kind = key_.counter.empty() ? KeyKind::equal : KeyKind::counter;
    }

    void rooms() {
        key_.kind = KeyKind::rooms;
        if (budget_.rooms.empty() && known_)
            decoding_.reading.error(
                "key.rooms", {tr("the key {key} goes by rooms, and there are none"), {{"key", key_.id}}},
                table_["by"_key].span(),
                Message{tr("rooms are tables of their own: [[{room}]] with a surface"),
                        {{"room",
                          row_of<Section::budget>("room"_key).name(decoding_.reading.keys_in(table_.span().source))}}});
    }

    // Empty for equal shares.
    std::string counter(const FieldOf<KeyType::measure>& field) {
        const std::optional<std::string> found = field.read();
        if (!found || *found == equally.english)
            return {};
        const bool counted = std::ranges::any_of(budget_.members, [&](const Member& member) {
            return std::ranges::find(member.counts, *found, &MemberCount::counter) != member.counts.end();
        });
        if (!counted && known_)
            no_counter(field, *found);
        return *found;
    }

    void no_counter(const AnyField& field, const std::string& counter) {
        std::vector<std::string_view> known = {equally.english};
        for (const Member& member : budget_.members) {
            for (const MemberCount& count : member.counts) {
                if (std::ranges::find(known, count.counter) == known.end())
                    known.push_back(count.counter);
            }
        }
        decoding_.reading.error(
            "key.counter", {tr("no member has {counter}"), {{"counter", counter}}}, field.span(),
            did_you_mean(counter, known).value_or(Message{tr("there is {ids}"), {{"ids", listed(known)}}}));
    }

    void weights() {
        const auto field = table_["weights"_key];
        key_.kind = KeyKind::weights;
        key_.rule_place = {field.span()};
        for (const FreeEntry& entry : field.entries()) {
            if (std::optional<Timeline<Rate>> weight = field.read_entry(entry))
                add(entry, {.who = {}, .weight = std::move(*weight), .share = {}, .place = {}});
        }
    }

    void fixed() {
        const auto field = table_["fixed"_key];
        key_.kind = KeyKind::fixed;
        key_.rule_place = {field.span()};
        const std::vector<FreeEntry> entries = field.entries();
        key_.entries.reserve(entries.size());  // typed shares keep the place of theirs
        std::vector<TypedShare> all;
        for (const FreeEntry& entry : entries) {
            TypedShare typed = {field.read_entry(entry), nullptr, decoding_.node(entry.node).span};
            if (KeyEntry* made = add(entry, {}))
                typed.share = &made->share;
            all.push_back(std::move(typed));
        }
        settle(all, field.span());
    }

    // Of a member, profession or part of a mix; of nobody where that is not known.
    struct TypedShare {
        std::optional<Timeline<Portion>> portions;  // absent where it is wrong
        Timeline<Quotient>* share = nullptr;
        Span span;
    };

    void settle(const std::vector<TypedShare>& all, Span list) {
        std::set<Date> changes;
        for (const TypedShare& typed : all) {
            if (!typed.portions)
                changes.insert(Date::first());
            else
                std::ranges::transform(typed.portions->steps, std::inserter(changes, changes.end()),
                                       &Timeline<Portion>::Step::from);
        }
        for (const Date day : changes) {
            if (!settle(all, day, list))
                return;  // the next change is most often the same mistake
        }
    }

    // Whether the shares make a whole on a day on which one of them changes, and so until the next such day.
    bool settle(const std::vector<TypedShare>& all, Date day, Span list) {
        const std::size_t before = decoding_.errors();
        std::vector<Quotient> shares(all.size());
        Portions portions(decoding_.reading);
        bool sound = true;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Portion* typed = all[i].portions ? all[i].portions->on(day) : nullptr;
            sound = sound && all[i].portions;
            if (typed != nullptr || !all[i].portions)
                portions.add(shares[i], typed == nullptr ? std::nullopt : std::optional(*typed), all[i].span);
        }
        portions.settle(key_.id, list, day == Date::first() ? std::nullopt : std::optional(day));
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].share != nullptr &&
                (all[i].share->steps.empty() || all[i].share->steps.back().value != shares[i]))
                all[i].share->steps.push_back({day, shares[i]});
        }
        return sound && decoding_.errors() == before;
    }

    // Null where it is somebody unknown, or told before, which is reported.
    KeyEntry* add(const FreeEntry& from, KeyEntry entry) {
        const Node& node = decoding_.node(from.node);
        entry.place = {node.key_span};
        entry.who = key_.level == KeyLevel::profession ? folded(from.id) : from.id;
        if (const auto other = std::ranges::find(key_.entries, entry.who, &KeyEntry::who);
            other != key_.entries.end()) {
            decoding_.reading.error("key.twice",
                                    {tr("{key} says the same as {other}"), {{"key", from.id}, {"other", entry.who}}},
                                    node.key_span, {}, {{other->place.span, {tr("first said here"), {}}}});
            return nullptr;
        }
        if (key_.level == KeyLevel::member ? !known_member(entry.who, node.key_span)
                                           : !known_profession(from.id, entry.who, node.key_span))
            return nullptr;
        return &key_.entries.emplace_back(std::move(entry));
    }

    bool known_member(const std::string& id, Span span) {
        std::vector<std::string_view> known;
        for (std::size_t payer = 0; payer < budget_.payers(); ++payer) {
            if (budget_.payer_id(payer) == id)
                return true;
            known.push_back(budget_.payer_id(payer));
        }
        unknown(id, span, known);
        return false;
    }

    bool known_profession(const std::string& typed, const std::string& trade, Span span) {
        if (std::ranges::find(budget_.members, trade, &Member::trade) != budget_.members.end())
            return true;
        std::vector<std::string_view> known;
        for (const Member& member : budget_.members) {
            if (!member.profession.empty() && std::ranges::find(known, member.profession) == known.end())
                known.push_back(member.profession);
        }
        unknown(typed, span, known);
        return false;
    }

    void unknown(const std::string& typed, Span span, const std::vector<std::string_view>& known) {
        std::optional<Message> help = did_you_mean(typed, known);
        if (!help && !known.empty())
            help = Message{tr("there is {ids}"), {{"ids", listed(known)}}};
        decoding_.reading.error("key.who",
                                {key_.level == KeyLevel::profession ? tr("no member is {id} by profession")
                                                                    : tr("no member is called {id}"),
                                 {{"id", typed}}},
                                span, std::move(help));
    }

    void mix() {
        key_.kind = KeyKind::mix;
        key_.rule_place = {table_["mix"_key].span()};
        const auto nodes = table_["mix"_key].tables();
        key_.mix.reserve(nodes.size());
        std::vector<TypedShare> all;
        for (const auto node : nodes) {
            Table part(decoding_.reading, node);
            KeyMix& made = key_.mix.emplace_back();
            made.place = {part["key"_key].span()};
            if (const std::optional<KeyIndex> key = decoding_.key(part["key"_key])) {
                made.key = *key;
                refuse_in_part(*key, part["key"_key].span());
            }
            all.push_back({part["share"_key].read(), &made.share, part["share"_key].span()});
        }
        settle(all, table_["mix"_key].span());
    }

    void exemption(TableNode<Section::exemption> node) {
        Table row(decoding_.reading, node);
        const auto from = row["from"_key];
        const auto until = row["until"_key];
        const std::optional<std::size_t> member = decoding_.member(row["member"_key]);
        const Date first = from.read(DayOfMonth::first).value_or(Date::first());
        const Date last = until.read(DayOfMonth::last).value_or(Date::last());
        if (last < first)
            return comes_before(until, from);
        if (!member)
            return;
        const Exemption made = {*member, first, last, row["pays"_key].value(), {row.span()}};
        for (const Exemption& other : key_.exempt) {
            const Date day = std::max(first, other.first);
            if (other.member == made.member && other.first <= last && first <= other.last)
                return decoding_.reading.error("key.exempt",
                                               {day == Date::first() ? tr("{member} is exempt twice")
                                                                     : tr("{member} is exempt twice from {date} on"),
                                                {{"member", budget_.members[*member].id}, {"date", day}}},
                                               made.place.span, Message{tr("end the one before the other begins"), {}},
                                               {{other.place.span, {tr("the other one"), {}}}});
        }
        key_.exempt.push_back(made);
    }

    void bounds() {
        const auto cap = table_["cap"_key];
        const auto floor = table_["floor"_key];
        key_.cap = cap.read().value_or(Limits());
        key_.floor = floor.read().value_or(Limits());
        key_.cap_place = {cap.span()};
        key_.floor_place = {floor.span()};
        std::set<Date> changes;
        for (const Limits* limits : {&key_.cap, &key_.floor})
            std::ranges::transform(limits->steps, std::inserter(changes, changes.end()), &Limits::Step::from);
        for (const Date day : changes) {
            const std::optional<Money> most = limit_on(key_.cap, day);
            const std::optional<Money> least = limit_on(key_.floor, day);
            if (!most || !least || *least <= *most)
                continue;
            return decoding_.reading.error(
                "key.bounds",
                {day == Date::first() ? tr("the floor of {floor} is above the cap of {cap}")
                                      : tr("from {date} on the floor of {floor} is above the cap of {cap}"),
                 {{"date", day}, {"floor", *least}, {"cap", *most}}},
                floor.span(), {}, {{cap.span(), {tr("the cap"), {}}}});
        }
    }

    void target() {
        if (!table_["target"_key].has())
            return;
        Table table = table_["target"_key].inner();
        const std::optional<Limits> amount = table["amount"_key].read();
        const std::optional<KeyIndex> above = decoding_.key(table["above"_key]);
        if (above)
            refuse_in_part(*above, table["above"_key].span());
        if (amount && above)
            key_.target = {*amount, table["each"_key].value<TargetEach>(), *above, {table_["target"_key].span()}};
    }

    // Of a whole line it can be kept, of a part of one it cannot.
    void refuse_in_part(KeyIndex index, Span span) {
        const ShareKey& key = budget_.keys[index];
        if (!key.bounded() && !key.target)
            return;
        decoding_.reading.error(
            "key.part",
            {tr("the key {key} has a cap, a floor or a target, which hold for whole lines"), {{"key", key.id}}}, span,
            Message{tr("give them to the key of the line"), {}}, {{key.place.span, {tr("the key"), {}}}});
    }

    void newcomer(TableNode<Section::newcomer_step> node) {
        Table row(decoding_.reading, node);
        const std::optional<std::int64_t> months = row["months"_key].read();
        const std::optional<Rate> pays = row["pays"_key].read();
        if (months && pays)
            key_.newcomer.push_back({static_cast<int>(*months), *pays, {row.span()}});
    }

    Decoding& decoding_;
    Budget& budget_;
    Table<Section::share_key> table_;
    bool known_;
    ShareKey key_;
};

}  // namespace

void decode_keys(Decoding& decoding, Root& root) {
    const bool known = decoding.errors() == 0;
    for (const auto node : decoding.bounded(root["key"_key], root["key"_key].tables())) {
        ShareKey key = KeyDecoder(decoding, node, known).run();
        const auto other = std::ranges::find(decoding.budget.keys, key.id, &ShareKey::id);
        if (other != decoding.budget.keys.end() && !key.id.empty())
            decoding.reading.error("id.repeated", {tr("the id {id} is used twice"), {{"id", key.id}}}, key.place.span,
                                   {}, {{other->place.span, {tr("first used here"), {}}}});
        decoding.budget.keys.push_back(std::move(key));
    }
}

}  // namespace msp
