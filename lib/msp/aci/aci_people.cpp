// SPDX-License-Identifier: MIT
#include <msp/aci/aci_people.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace msp {
namespace {

bool present(const Member& member, Date date) {
    return (!member.in || *member.in <= date) && (!member.out || date <= *member.out);
}

YearShare share_of_year(const Member& member, std::int16_t year) {
    const Date first = Month(year, 1).first();
    const Date last = Month(year, 12).last();
    const Date in = std::max(member.in.value_or(first), first);
    const Date out = std::min(member.out.value_or(last), last);
    return {std::max(out - in + 1, 0), last - first + 1};
}

bool by_profession(const Member& member) {
    return !member.associate && !member.trade.empty();
}

// As typed, else by the profession; who has none is one.
bool is_associate(const Member& member, const Law& law) {
    return member.associate.value_or(member.trade.empty() || law.professions.find(member.trade) != nullptr);
}

// Once, whatever stays of theirs count.
void add_person(const Budget& budget, const AciPerson& made, std::vector<AciPerson>& people) {
    const auto person = [&](const AciPerson& one) {
        return budget.person_of(static_cast<std::size_t>(one.member - budget.members.data()));
    };
    const auto known = std::ranges::find(people, person(made), person);
    if (known == people.end())
        people.push_back(made);
    else
        known->share.part += made.share.part;
}

AciCounts counted(const Budget& budget, const Law& law, std::int16_t year, Date date, Counting counting,
                  std::vector<AciPerson>& people) {
    AciCounts counts;
    const EntityIndex entity = budget.banks[budget.aci->bank].entity;
    for (const Member& member : budget.members) {
        if (member.entity != entity || !is_associate(member, law))
            continue;
        const YearShare share =
            counting == Counting::by_days ? share_of_year(member, year) : YearShare{present(member, date) ? 1 : 0, 1};
        if (share.part == 0)
            continue;
        add_person(budget, {&member, share, law.professions.find(member.trade)}, people);
        counts.associates += share.value();
        if (!member.patients)
            continue;
        counts.doctors += share.value();
        counts.patients += share.value() * Quotient(*member.patients);
    }
    return counts;
}

bool scales_by_list(const AciText& text) {
    return std::ranges::any_of(text.indicators, [](const AciIndicator& indicator) {
        return std::ranges::any_of(indicator.terms, [](const AciTerm& term) { return term.scale == Scale::list; });
    });
}

class People {
 public:
    People(const Budget& budget, const Law& law, const AciYear& year, const Standing& standing, FactErrors& errors)
        : budget_(budget), law_(law), year_(year), standing_(standing), errors_(errors) {}

    void count(AciFacts& facts);

 private:
    void check(const AciFacts& facts);
    void check_concerned(const AciFacts& facts);
    void check_profession(const Member& member);
    [[nodiscard]] std::vector<Note> the_patients() const;

    const Budget& budget_;
    const Law& law_;
    const AciYear& year_;
    const Standing& standing_;
    FactErrors& errors_;
};

void People::count(AciFacts& facts) {
    facts.counted_on = Month(year_.year, budget_.aci->count_month).day(budget_.aci->count_day);
    const auto settle = [&](AciCounts counts) {
        if (standing_.patients)
            counts.patients = standing_.patients->count;
        if (standing_.associates)
            counts.associates = standing_.associates->count;
        if (standing_.doctors)
            counts.doctors = standing_.doctors->count;
        return counts;
    };
    std::vector<AciPerson> present_on;
    std::vector<AciPerson> over_year;
    const AciCounts on_date =
        settle(counted(budget_, law_, year_.year, facts.counted_on, Counting::on_date, present_on));
    const AciCounts by_days =
        settle(counted(budget_, law_, year_.year, facts.counted_on, Counting::by_days, over_year));
    const bool days = budget_.aci->options.counting == Counting::by_days;
    facts.counts = days ? by_days : on_date;
    facts.people = days ? std::move(over_year) : std::move(present_on);
    const bool differs = on_date.patients != by_days.patients || on_date.associates != by_days.associates ||
                         (scales_by_list(*facts.text) && on_date.doctors != by_days.doctors);
    if (differs)
        facts.otherwise = days ? on_date : by_days;
    if (standing_.patients)
        facts.patients_place = standing_.patients->place;
    if (standing_.associates)
        facts.associates_place = standing_.associates->place;
    check(facts);
}

void People::check(const AciFacts& facts) {
    const EntityIndex entity = budget_.banks[budget_.aci->bank].entity;
    const auto ours = [&](const Member& member) { return member.entity == entity; };
    const auto listed = std::ranges::count_if(
        budget_.members, [&](const Member& member) { return ours(member) && present(member, facts.counted_on); });
    const bool any_patients = std::ranges::any_of(budget_.members, [&](const Member& member) {
        return ours(member) && member.patients && (by_profession(member) || is_associate(member, law_));
    });
    const auto unknown = [&](const char* what) {
        errors_.add("aci.people",
                    {tr("nothing says how many {what} there are in {year}"),
                     {{"what", Term{what}}, {"year", std::int64_t{year_.year}}}},
                    year_.place.span, Message{tr("type their number under the year, or list the members"), {}});
    };
    if (!standing_.patients && !any_patients)
        unknown(tr("patients"));
    if (!standing_.associates && std::ranges::none_of(budget_.members, ours))
        unknown(tr("associates"));
    if (scales_by_list(*facts.text) && facts.counts.doctors == Quotient())
        unknown(tr("doctors"));
    const auto member = std::ranges::find_if(budget_.members, ours);
    if (year_.associates && member != budget_.members.end() && year_.associates->count > listed)
        errors_.add("aci.associates",
                    {tr("{n} associates are more than the {listed} {listed:person|people} listed on {date}"),
                     {{"n", year_.associates->count},
                      {"listed", static_cast<std::int64_t>(listed)},
                      {"date", facts.counted_on}}},
                    year_.associates->place.span, Message{tr("correct the number, or list everybody"), {}},
                    {{member->place.span, {tr("the first of them"), {}}}});
    for (const Member& one : budget_.members) {
        if (ours(one))
            check_profession(one);
    }
    if (year_.precarity && Quotient(year_.precarity->c2s + year_.precarity->ame) > facts.counts.patients)
        errors_.add("aci.precarity", {tr("there are more beneficiaries than patients"), {}},
                    year_.precarity->place.span, {}, the_patients());
    check_concerned(facts);
}

// As far as this year says the one or the other: what it takes over holds as it did.
void People::check_concerned(const AciFacts& facts) {
    for (const Reached* reached : facts.reached) {
        const bool own =
            reached != nullptr && (year_.patients || said_in(year_.reached, reached->indicator) == reached);
        if (!own || !reached->concerned || Quotient(*reached->concerned) <= facts.counts.patients)
            continue;
        errors_.add("aci.patients",
                    {tr("{n} patients concerned are more than the {patients} of {year}"),
                     {{"n", *reached->concerned},
                      {"patients", Decimal{decimal(facts.counts.patients, 0)}},
                      {"year", std::int64_t{year_.year}}}},
                    reached->place.span, {}, the_patients());
    }
}

std::vector<Note> People::the_patients() const {
    return standing_.patients ? std::vector<Note>{{standing_.patients->place.span, {tr("the patients"), {}}}}
                              : std::vector<Note>();
}

// Nobody is counted, or left out, because a profession is not in the list: a tenant or a town is no associate.
void People::check_profession(const Member& member) {
    const bool counts = !standing_.associates || (!standing_.patients && member.patients);
    if (!counts || !by_profession(member) || law_.professions.find(member.trade) != nullptr ||
        share_of_year(member, year_.year).part == 0)
        return;
    const auto near = nearest(member.profession, law_.professions.names());
    errors_.add(
        "member.associate",
        {tr("the ACI counts associates who are health professionals, and \"{profession}\", the profession of {id}, is "
            "not in the list of these"),
         {{"profession", member.profession}, {"id", member.id}}},
        member.profession_place.span,
        near ? Message{tr("did you mean \"{name}\"? Else say {key} = true or {key} = false"),
                       {{"name", *near}, {"key", Term{tr("associate")}}}}
             : Message{tr("say {key} = true or {key} = false"), {{"key", Term{tr("associate")}}}});
}

}  // namespace

void add_people(const Budget& budget, const Law& law, const AciYear& year, const Standing& standing, FactErrors& errors,
                AciFacts& facts) {
    People(budget, law, year, standing, errors).count(facts);
}

}  // namespace msp
