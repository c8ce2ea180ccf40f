// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_room.hpp>
#include <msp/budget/keys_rule.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {
namespace {

ThirdParty decode_third_party(Decoding& decoding, TableNode<Section::third_party> node) {
    Table table(decoding.reading, node);
    ThirdParty party;
    const auto id = table["id"_key];
    party.id = id.read().value_or("");
    party.label = table["label"_key].read().value_or(party.id);
    const std::string usual = table["category"_key].fallback();
    party.category = decoding.category(table["category"_key]).value_or(decoding.shipped_category(usual));
    party.incomes = table["incomes"_key].read();
    party.place = {id.span()};
    party.incomes_place = {table["incomes"_key].span()};
    const Budget& budget = decoding.budget;
    for (std::size_t other = 0; other < budget.payers() && !party.id.empty(); ++other) {
        if (budget.payer_id(other) != party.id)
            continue;
        const Place& place = budget.is_member(other) ? budget.members[other].place
                                                     : budget.third_parties[other - budget.members.size()].place;
        repeated_id(id, party.id, place.span);
    }
    return party;
}

// "12.5"
Decimal metres(Rate surface) {
    std::string digits = decimal(Quotient(surface), surface.scale());
    if (digits.find('.') != std::string::npos) {
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.')
            digits.pop_back();
    }
    return {std::move(digits)};
}

class RoomDecoder {
 public:
    // `named`: to whom rooms are let.
    RoomDecoder(Decoding& decoding, TableNode<Section::room> node, const std::set<std::string_view>& named)
        : decoding_(decoding), budget_(decoding.budget), table_(decoding.reading, node), named_(named) {}

    [[nodiscard]] Room run() {
        room_.id = table_["id"_key].read().value_or("");
        room_.label = table_["label"_key].read().value_or(room_.id);
        room_.entity = decoding_.entity_of(table_["entity"_key]);
        room_.surface = table_["surface"_key].read().value_or(Rate());
        room_.common = table_["common"_key].value();
        room_.vacancy = table_["vacancy"_key].value<Vacancy>();
        if (table_["landlord"_key].has())
            room_.landlord = decoding_.third_party(table_["landlord"_key]);
        room_.trade = folded(table_["profession"_key].read().value_or(""));
        room_.leaver_until = table_["leaver_until"_key].read(DayOfMonth::last);
        room_.place = {table_["id"_key].span()};
        if (room_.vacancy == Vacancy::landlord && !table_["landlord"_key].has())
            decoding_.reading.error(
                "room.landlord", {tr("{room} is borne by its landlord, who is not said"), {{"room", room_.id}}},
                table_["vacancy"_key].span(),
                Message{tr("name a third party as {landlord}"), {{"landlord", table_["landlord"_key].name()}}});
        if (room_.common)
            nobodys();
        occupants();
        return std::move(room_);
    }

 private:
    // What all use is nobody's, and never empty.
    void nobodys() {
        for (const AnyField& other :
             std::initializer_list<AnyField>{table_["let"_key], table_["vacancy"_key], table_["landlord"_key],
                                             table_["profession"_key], table_["leaver_until"_key]})
            contradiction(table_["common"_key], other);
    }

    void occupants() {
        for (const auto node : table_["let"_key].tables()) {
            Table entry(decoding_.reading, node);
            const std::optional<std::size_t> who = decoding_.payer(entry["who"_key]);
            const Occupancy made = {
                who.value_or(0), Date::first(), Date::last(), entry["surface"_key].read(), {entry.span()}};
            for (const Occupancy& typed : in_days(entry, who, made)) {
                const std::optional<Occupancy> stays = until_they_leave(typed);
                if (who && stays && fits(*stays))
                    room_.occupied.push_back(*stays);
            }
        }
    }

    // What is not typed are the days on which the member is there, in each of their stays.
    std::vector<Occupancy> in_days(Table<Section::occupancy>& entry, std::optional<std::size_t> who, Occupancy made) {
        const auto from = entry["from"_key];
        const auto until = entry["until"_key];
        const std::optional<Date> first = from.read(DayOfMonth::first);
        const std::optional<Date> last = until.read(DayOfMonth::last);
        if ((from.has() && !first) || (until.has() && !last))
            return {};
        made.first = first.value_or(made.first);
        made.last = last.value_or(made.last);
        if (made.first > made.last) {
            comes_before(until, from);
            return {};
        }
        if (!who || !budget_.is_member(*who) || (first && last))
            return {made};
        std::vector<Occupancy> all = in_stays(*who, made);
        if (!all.empty() && first)
            all.front().first = *first;
        if (!all.empty() && last)
            all.back().last = *last;
        if (all.empty() && (first || last) && budget_.members[*who].comes() && !budget_.members[*who].leaves)
            decoding_.reading.error("room.away",
                                    {first ? tr("{member} has left before {date}, when this begins")
                                           : tr("{member} comes only after {date}, when this ends"),
                                     {{"member", budget_.payer_id(*who)}, {"date", first ? *first : *last}}},
                                    first ? from.span() : until.span(),
                                    Message{tr("change the day, or type both of them"), {}},
                                    {{budget_.members[*who].place.span, {tr("the member"), {}}}});
        return all;
    }

    // A stay for each, of those of which any day is in `made`.
    std::vector<Occupancy> in_stays(std::size_t who, const Occupancy& made) const {
        std::vector<Occupancy> all;
        for (const std::size_t stay : stays_of(who)) {
            const Member& member = budget_.members[stay];
            Occupancy one = made;
            one.payer = stay;
            one.first = member.in.value_or(Date::first());
            one.last = member.out.value_or(Date::last());
            // Else the member's own days are wrong, which is said there.
            if (one.first <= one.last && one.first <= made.last && made.first <= one.last)
                all.push_back(one);
        }
        std::ranges::sort(all, {}, &Occupancy::first);
        return all;
    }

    // A room that is let to who comes back is theirs again then, unless a room is let to the record of that stay.
    [[nodiscard]] std::vector<std::size_t> stays_of(std::size_t who) const {
        std::vector<std::size_t> stays = {who};
        for (std::size_t i = 0; i < budget_.members.size(); ++i) {
            if (budget_.members[i].first_stay == who && !named_.contains(budget_.members[i].id))
                stays.push_back(i);
        }
        return stays;
    }

    // Whatever is typed; nothing of a room that is let to them later.
    [[nodiscard]] std::optional<Occupancy> until_they_leave(Occupancy made) const {
        if (budget_.is_member(made.payer) && budget_.members[made.payer].leaves)
            made.last = std::min(made.last, *budget_.members[made.payer].leaves);
        return made.first <= made.last ? std::optional(made) : std::nullopt;
    }

    // With those before, on the first day that they have in common: no later one brings anybody more.
    bool fits(const Occupancy& made) {
        std::vector<const Occupancy*> others;
        for (const Occupancy& other : room_.occupied) {
            if (other.first > made.last || other.last < made.first)
                continue;
            if (!other.surface || !made.surface)
                return twice(made, other);
            others.push_back(&other);
        }
        if (!made.surface)
            return true;
        std::vector<Date> begins = {made.first};
        for (const Occupancy* other : others)
            begins.push_back(std::max(other->first, made.first));
        for (const Date day : begins) {
            Rate sum = *made.surface;
            for (const Occupancy* other : others) {
                if (other->first <= day && day <= other->last)
                    sum = sum + *other->surface;
            }
            if (table_["surface"_key].has() && sum > room_.surface)
                return too_much(made, day, sum);
        }
        return true;
    }

    bool twice(const Occupancy& made, const Occupancy& other) {
        const Date day = std::max(made.first, other.first);
        decoding_.reading.error(
            "room.twice",
            {day == Date::first() ? tr("{room} is let twice") : tr("{room} is let twice from {date} on"),
             {{"room", room_.id}, {"date", day}}},
            made.place.span,
            Message{tr("end the one before the other begins; to share a room, give each a "
                       "{surface}"),
                    {{"surface", table_["surface"_key].name()}}},
            {{other.place.span, {tr("the other one"), {}}}});
        return false;
    }

    bool too_much(const Occupancy& made, Date day, Rate sum) {
        decoding_.reading.error(
            "room.surface",
            {day == Date::first() ? tr("{sum} m² of {room} are occupied, of {surface} m²")
                                  : tr("{sum} m² of {room} are occupied on {date}, of {surface} m²"),
             {{"sum", metres(sum)}, {"room", room_.id}, {"date", day}, {"surface", metres(room_.surface)}}},
            made.place.span, {}, {{table_["surface"_key].span(), {tr("the surface of the room"), {}}}});
        return false;
    }

    Decoding& decoding_;
    Budget& budget_;
    Table<Section::room> table_;
    const std::set<std::string_view>& named_;
    Room room_;
};

// The ids to which any room is let, before each of them is looked at.
std::set<std::string_view> let_to(const Document& document, const std::vector<TableNode<Section::room>>& rooms) {
    std::set<std::string_view> named;
    for (const TableNode<Section::room> room : rooms) {
        const NodeId list = find<Section::room>(document, room.id, "let"_key);
        for (NodeId let = list == no_node ? no_node : document[list].child; let != no_node; let = document[let].next) {
            if (const NodeId who = find<Section::occupancy>(document, let, "who"_key); who != no_node)
                named.insert(document[who].text);
        }
    }
    return named;
}

}  // namespace

void check_third_parties(Decoding& decoding) {
    const Budget& budget = decoding.budget;
    std::map<std::string_view, const ThirdParty*> known;
    for (const ThirdParty& party : budget.third_parties) {
        for (const std::string& id : party.incomes) {
            const auto income = std::ranges::find_if(budget.lines, [&](const Line& line) {
                return budget.items[line.item].id == id && line.side == Side::receipts;
            });
            if (income == budget.lines.end()) {
                std::vector<std::string_view> incomes;
                for (const Line& line : budget.lines) {
                    if (line.side == Side::receipts)
                        incomes.push_back(budget.items[line.item].id);
                }
                decoding.reading.error("third-party.income", {tr("{id} is no income of the budget"), {{"id", id}}},
                                       party.incomes_place.span, what_there_is(id, incomes));
            } else if (income->shared) {
                decoding.reading.error("third-party.shared",
                                       {tr("the income {id} is shared, and would be taken off the charges that "
                                           "{third_party} bears a part of"),
                                        {{"id", id}, {"third_party", party.id}}},
                                       party.incomes_place.span,
                                       Message{tr("share it, or have it be what a third party pays, not both"), {}},
                                       {{income->shared_place.span, {tr("shared here"), {}}}});
            } else if (const auto [other, fresh] = known.try_emplace(id, &party); !fresh) {
                decoding.reading.error("third-party.twice",
                                       {tr("the income {id} is what two third parties pay"), {{"id", id}}},
                                       party.incomes_place.span, Message{tr("write an income for each"), {}},
                                       {{other->second->incomes_place.span, {tr("the other one"), {}}}});
            }
        }
    }
}

void decode_rooms(Decoding& decoding, Root& root) {
    for (const auto node : decoding.bounded(root["third_party"_key], root["third_party"_key].tables()))
        decoding.budget.third_parties.push_back(decode_third_party(decoding, node));
    std::vector<Room>& rooms = decoding.budget.rooms;
    const auto nodes = decoding.bounded(root["room"_key], root["room"_key].tables());
    const std::set<std::string_view> named = let_to(decoding.reading.document, nodes);
    for (const auto node : nodes) {
        Room room = RoomDecoder(decoding, node, named).run();
        const auto other = std::ranges::find(rooms, room.id, &Room::id);
        if (other != rooms.end() && !room.id.empty())
            decoding.reading.error("id.repeated", {tr("the id {id} is used twice"), {{"id", room.id}}}, room.place.span,
                                   {}, {{other->place.span, {tr("first used here"), {}}}});
        rooms.push_back(std::move(room));
    }
}

}  // namespace msp
