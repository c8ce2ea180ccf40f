// SPDX-License-Identifier: MIT
#include <msp/charges/line_payers.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace msp {

const Parts& LinePayers::parts(const ChargedLine& line, const Charge& charge) {
    return parts_(*line.line->shared, entity_of(line), charge.covers);
}

const Parts& LinePayers::plain(const ChargedLine& line, const Charge& charge) {
    return parts_.plain(*line.line->shared, entity_of(line), charge.covers);
}

const Parts& LinePayers::above(const ChargedLine& line, const Charge& charge) {
    return parts_(key_of(line).target->above, entity_of(line), charge.covers);
}

const std::vector<bool>& LinePayers::of(const ChargedLine& line, const std::vector<const Charge*>& charges) {
    std::set<const Parts*> different;
    for (const Charge* charge : charges) {
        different.insert(&parts(line, *charge));
        if (above_.reaches(line, *charge))
            different.insert(&above(line, *charge));
    }
    const auto [known, fresh] = known_.try_emplace(different, budget_.payers());
    std::vector<bool>& pays = known->second;
    for (std::size_t i = 0; fresh && i < pays.size(); ++i)
        pays[i] = std::ranges::any_of(different, [&](const Parts* parts) { return parts->of[i] != 0; });
    return pays;
}

bool LinePayers::check(const ChargedLine& line, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    std::vector<const Charge*> unpaid;
    std::vector<EmptyRoom> empty;
    for (const Charge& charge : line.charges) {
        if (parts(line, charge).all == 0) {
            if (charge.amount != Money() && !all_exempt(line, charge, diagnostics) &&
                !waits_for_rooms(line, charge, empty))
                unpaid.push_back(&charge);
        } else {
            (void)all_exempt(line, charge, diagnostics);
        }
        if (above_.reaches(line, charge) && above(line, charge).all == 0)
            nobody_above(line, charge, diagnostics);
    }
    tell_of_rooms(line, empty, diagnostics);
    if (!unpaid.empty())
        nobody(line, unpaid, diagnostics);
    return diagnostics.errors() == before;
}

// Once a key.
bool LinePayers::all_exempt(const ChargedLine& line, const Charge& charge, Diagnostics& diagnostics) {
    const std::optional<Window> days = parts_.all_exempt(*line.line->shared, entity_of(line), charge.covers);
    if (!days || !told_exempt_.insert(*line.line->shared).second)
        return days.has_value();
    const ShareKey& key = key_of(line);
    std::vector<Note> notes;
    for (const Exemption& exempt : key.exempt) {
        if (exempt.first <= days->last && days->first <= exempt.last && exempt.pays == Rate())
            notes.push_back({exempt.place.span, {tr("exempt here"), {}}});
    }
    for (const NewcomerStep& step : key.newcomer) {
        if (step.pays == Rate())
            notes.push_back({step.place.span, {tr("newcomers bear nothing here"), {}}});
    }
    notes.push_back({key.rule_place.span, {tr("the key {key}"), {{"key", key.id}}}});
    diagnostics.error(
        "charges.exempt",
        {tr("nobody pays {line} from {first} to {last}: all who would by the key {key} are exempt"),
         {{"line", budget_.items[line.line->item].id}, {"first", days->first}, {"last", days->last}, {"key", key.id}}},
        line.line->shared_place.span,
        Message{tr("end an exemption sooner, or give the line another key on these days"), {}}, std::move(notes));
    return true;
}

void LinePayers::nobody_above(const ChargedLine& line, const Charge& charge, Diagnostics& diagnostics) {
    const KeyTarget& target = *key_of(line).target;
    if (!told_above_.insert(*line.line->shared).second)
        return;
    diagnostics.error(
        "charges.above",
        {tr("nobody bears what {line} costs above the target from {first} to {last}"),
         {{"line", budget_.items[line.line->item].id}, {"first", charge.covers.first}, {"last", charge.covers.last}}},
        target.place.span,
        Message{tr("give the key {key} somebody who is there"), {{"key", budget_.keys[target.above].id}}},
        {{line.line->shared_place.span, {tr("the line"), {}}}});
}

// Whether nobody pays because nobody bears an empty room.
bool LinePayers::waits_for_rooms(const ChargedLine& line, const Charge& charge, std::vector<EmptyRoom>& empty) {
    const std::vector<EmptyRoom> rooms =
        parts_.unborne(*line.line->shared, budget_.banks[line.line->bank].entity, charge.covers);
    for (const EmptyRoom& each : rooms) {
        const auto same = std::ranges::find_if(empty, [&](const EmptyRoom& told) {
            return told.room == each.room && told.why == each.why && told.last + 1 >= each.first;
        });
        if (same == empty.end())
            empty.push_back(each);
        else
            same->last = std::max(same->last, each.last);
    }
    return !rooms.empty();
}

// Once a key.
void LinePayers::tell_of_rooms(const ChargedLine& line, const std::vector<EmptyRoom>& empty, Diagnostics& diagnostics) {
    for (const EmptyRoom& each : empty) {
        if (told_.emplace(*line.line->shared, each.room, each.why).second)
            empty_room(budget_.keys[*line.line->shared], each, diagnostics);
    }
}

void LinePayers::empty_room(const ShareKey& key, const EmptyRoom& empty, Diagnostics& diagnostics) const {
    const Room& room = budget_.rooms[empty.room];
    const auto said = [&]() -> std::pair<const char*, const char*> {
        switch (empty.why) {
            case Unborne::no_landlord:
                return {tr("{room} stands empty from {first} to {last}, borne by a landlord who is not said"),
                        tr("name a third party as its landlord, or let another bear it")};
            case Unborne::no_profession:
                return {tr("{room} stands empty from {first} to {last}, borne by a profession that is not known"),
                        tr("say the profession of the room, or let another bear it")};
            case Unborne::nobody_left:
                break;
        }
        return {tr("{room} stands empty from {first} to {last}, and nobody of its profession is left to bear it"),
                tr("let all bear it, or the landlord")};
    };
    const auto [message, help] = said();
    diagnostics.error("charges.empty", {message, {{"room", room.id}, {"first", empty.first}, {"last", empty.last}}},
                      room.place.span, Message{help, {}},
                      {{key.rule_place.span, {tr("the key {key}"), {{"key", key.id}}}}});
}

void LinePayers::nobody(const ChargedLine& line, const std::vector<const Charge*>& unpaid, Diagnostics& diagnostics) {
    const ShareKey& key = budget_.keys[*line.line->shared];
    const auto part = parts_.without_members(*line.line->shared, entity_of(line), unpaid.front()->covers);
    std::vector<Note> notes = {
        {part.value_or(key.rule_place).span,
         {part ? tr("the key {key}: nobody is there for this part") : tr("the key {key}"), {{"key", key.id}}}}};
    if (unpaid.size() > 1)
        notes.push_back({{}, {tr("and {n} more {n:payment|payments}"), {{"n", std::ssize(unpaid) - 1}}}});
    diagnostics.error("charges.nobody",
                      {tr("nobody pays {line} from {first} to {last}: the key {key} leaves a part without members "
                          "on these days"),
                       {{"line", budget_.items[line.line->item].id},
                        {"first", unpaid.front()->covers.first},
                        {"last", unpaid.front()->covers.last},
                        {"key", key.id}}},
                      line.line->shared_place.span,
                      Message{tr("give the key a member who is there, or the line another key"), {}}, std::move(notes));
}

}  // namespace msp
