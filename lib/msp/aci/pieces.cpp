// SPDX-License-Identifier: MIT
#include <msp/aci/pieces.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace msp {
namespace {

class Pieces {
 public:
    Pieces(const AciFacts& facts, Money total, std::size_t index)
        : facts_(facts), total_(total), index_(index), indicator_(facts.text->indicators[index]) {
        if (facts.reached[index] != nullptr)
            said_ = *facts.reached[index];
    }

    std::vector<AciPiece> find() {
        if (said_.whole)
            return {};
        if (indicator_.counted())
            unit();
        if (indicator_.cases && facts_.reached[index_] != nullptr)
            concertation();
        if (indicator_.hours && facts_.reached[index_] != nullptr)
            opening_hours(*indicator_.hours);
        return std::move(pieces_);
    }

 private:
    void take(PieceKind kind, std::int64_t now, std::int64_t then, const Reached& more) {
        AciFacts facts = facts_;
        facts.reached[index_] = &more;
        if (const Money gain = remuneration(facts).total - total_; gain > Money())
            pieces_.push_back({kind, now, then, gain});
    }

    // One more, or as many as the next step asks for.
    void unit() {
        const std::int64_t now = said_.count.value_or(0);
        const auto step = std::ranges::find_if(indicator_.steps, [&](const AciStep& one) { return one.units > now; });
        Reached more = said_;
        more.count = step == indicator_.steps.end() ? now + 1 : step->units;
        take(PieceKind::unit, now, *more.count, more);
    }

    void concertation() {
        Reached more = said_;
        more.meetings = said_.meetings.value_or(0) + 1;
        take(PieceKind::meeting, *more.meetings - 1, *more.meetings, more);
        more = said_;
        more.cases = said_.cases.value_or(0) + 1;
        if (*more.cases <= said_.concerned.value_or(0))
            take(PieceKind::study, *more.cases - 1, *more.cases, more);
    }

    void opening_hours(const AciHours& hours) {
        const int now = said_.amplitude.value_or(0);
        const auto longer = std::ranges::find_if(hours.rows.rbegin(), hours.rows.rend(),
                                                 [&](const AciHoursRow& row) { return row.minutes > now; });
        Reached more = said_;
        if (longer != hours.rows.rend()) {
            more.amplitude = longer->minutes;
            take(PieceKind::hours, now, longer->minutes, more);
        }
        more = said_;
        more.saturday = true;
        take(PieceKind::saturday, 0, 1, more);
        more = said_;
        more.weeks = Rate();
        take(PieceKind::holidays, 0, 1, more);
    }

    const AciFacts& facts_;
    Money total_;
    std::size_t index_;
    const AciIndicator& indicator_;
    Reached said_;
    std::vector<AciPiece> pieces_;
};

}  // namespace

std::vector<AciPiece> pieces_of(const AciFacts& facts, Money total, std::size_t indicator) {
    return Pieces(facts, total, indicator).find();
}

bool shown_by_team(const AciFacts& facts, std::size_t indicator) {
    const std::optional<AciTeam>& team = facts.text->indicators[indicator].team;
    if (!team)
        return false;
    bool one = false;
    std::set<std::string_view> paramedical;
    for (const AciPerson& person : facts.people) {
        if (person.profession == nullptr)
            continue;
        one = one || std::ranges::find(team->one_of, person.profession->kind) != team->one_of.end();
        if (person.profession->kind == ProfessionKind::paramedical)
            paramedical.insert(person.profession->id);
    }
    const bool several = static_cast<std::int64_t>(paramedical.size()) >= team->paramedical;
    return team->both ? one && several : one || several;
}

}  // namespace msp
