// SPDX-License-Identifier: MIT
#include <msp/aci/facts.hpp>
#include <msp/diag/listed.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace msp {
namespace {

// What holds of a year once it says what it says, and keeps the rest from the year before. What was said last stands
// last.
struct Standing {
    std::optional<TypedCount> patients;
    std::optional<TypedCount> associates;
    std::optional<TypedCount> doctors;
    bool ipa = false;
    std::vector<const Reached*> reached;
    std::vector<const TypedPoints*> points;  // of points_text only
    const AciText* points_text = nullptr;
};

template <typename Entry>
void lay_over(std::vector<const Entry*>& below, const std::vector<Entry>& above) {
    for (const Entry& entry : above) {
        std::erase_if(below, [&](const Entry* old) { return old->indicator == entry.indicator; });
        below.push_back(&entry);
    }
}

// The entry of this very year, if it has one.
template <typename Entry>
const Entry* said_in(const std::vector<Entry>& entries, std::string_view indicator) {
    const auto found = std::ranges::find(entries, indicator, &Entry::indicator);
    return found == entries.end() ? nullptr : &*found;
}

template <typename Value>
void replace(std::optional<Value>& old, const std::optional<Value>& typed) {
    if (typed)
        old = typed;
}

bool has_amount(const AciItem& item) {
    return item.amount || item.closed || !item.received.empty();
}

// Something of the year is left to the rules: an amount, or the advance's day in the contract's first year.
bool open(const Aci& aci, const AciYear& year) {
    const bool advance = has_amount(year.advance) || year.advance_follows();
    return !advance || (!has_amount(year.balance) && !year.notified) ||
           (aci.begins_in(year.year) && !year.advance.expected);
}

// The years that are computed: from the first that says what is reached.
std::vector<const AciYear*> computed_years(const Aci& aci, AciYears which) {
    std::vector<const AciYear*> years;
    bool reached = false;
    for (const AciYear& year : aci.years) {
        reached = reached || !year.reached.empty();
        if (reached && (which == AciYears::all || open(aci, year)))
            years.push_back(&year);
    }
    return years;
}

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

class Builder {
 public:
    Builder(const Budget& budget, const Law& law, Diagnostics& diagnostics)
        : budget_(budget), aci_(*budget.aci), law_(law), diagnostics_(diagnostics) {}

    void keep(const AciYear& year);
    [[nodiscard]] const Standing& standing() const { return standing_; }
    // The text that applies to a year; null, with what is wrong, where there is none.
    [[nodiscard]] const AciText* text_of(const AciYear& year);
    [[nodiscard]] std::optional<AciFacts> facts(const AciYear& year, const AciText* text);
    // Those of `year` under another year's text and typed points.
    [[nodiscard]] std::optional<AciFacts> facts_under(const AciYear& year, const AciText* text, std::int16_t rules_year,
                                                      std::vector<const TypedPoints*> points);

 private:
    void error(const char* id, Message message, Span span, std::optional<Message> help = {},
               std::vector<Note> notes = {}) {
        ++errors_;
        // What a later year takes over is wrong once.
        const std::pair told(words(message, Language::english), span);
        if (std::ranges::find(reported_, told) != reported_.end())
            return;
        reported_.push_back(told);
        diagnostics_.error(id, std::move(message), span, std::move(help), std::move(notes));
    }
    // `known` is a text known by name only; null where there is none.
    void no_text(const AciYear& year, const AciText* known);
    void fill(const AciYear& year, AciFacts& facts);
    void statements(const AciYear& year, AciFacts& facts);
    void statement(const AciYear& year, std::size_t indicator, const Reached& reached, AciFacts& facts);
    void unknown_indicator(const AciText& text, const std::string& id, std::int16_t year, Span span);
    void details(const AciIndicator& indicator, const Reached& reached);
    void lower_levels(const AciYear& year, std::size_t indicator, AciFacts& facts);
    void exclusions(const AciYear& year, std::size_t indicator, AciFacts& facts);
    void needs(const AciYear& year, std::size_t indicator, const AciFacts& facts);
    void contradiction(std::string_view one, Span at, std::string_view other, Span there);
    void typed_points(const AciYear& year, AciFacts& facts);
    void values_known(const AciYear& year, const AciFacts& facts);
    void prerequisites(const AciYear& year, const AciFacts& facts);
    void counts(const AciYear& year, AciFacts& facts);
    void people_known(const AciYear& year, const AciFacts& facts);
    void profession_known(const AciYear& year, const Member& member);
    void concerned_known(const AciYear& year, const AciFacts& facts);
    [[nodiscard]] std::vector<Note> the_patients() const;
    void contract(const AciYear& year, AciFacts& facts);

    const Budget& budget_;
    const Aci& aci_;
    const Law& law_;
    Diagnostics& diagnostics_;
    Standing standing_;
    std::size_t errors_ = 0;
    std::vector<std::string> forgotten_;
    std::vector<std::pair<std::string, Span>> reported_;
};

void Builder::keep(const AciYear& year) {
    replace(standing_.patients, year.patients);
    replace(standing_.associates, year.associates);
    replace(standing_.doctors, year.doctors);
    standing_.ipa = year.ipa.value_or(standing_.ipa);
    lay_over(standing_.reached, year.reached);
    const AciText* text = aci_text_of(law_, year);
    if (standing_.points_text != text)
        standing_.points.clear();
    standing_.points_text = text;
    // What is said anew to be reached is not what the older points stood for, unless they are all that is known.
    std::erase_if(standing_.points, [&](const TypedPoints* typed) {
        const Reached* said = said_in(year.reached, typed->indicator);
        const auto index = text == nullptr ? std::nullopt : text->find(typed->indicator);
        return said != nullptr && (said->no || !index || !text->indicators[*index].unknown());
    });
    lay_over(standing_.points, year.points);
}

const AciText* Builder::text_of(const AciYear& year) {
    const AciText* text = aci_text_of(law_, year);
    if (text != nullptr && !text->empty())
        return text;
    no_text(year, text);
    return nullptr;
}

void Builder::no_text(const AciYear& year, const AciText* known) {
    const std::vector<std::string_view> names(law_.aci_names.begin(), law_.aci_names.end());
    if (!year.assume.empty() && known == nullptr) {
        std::optional<Message> help = did_you_mean(year.assume, names);
        error("aci.text", {tr("there is no text \"{id}\" of the ACI"), {{"id", year.assume}}}, year.assume_place.span,
              help ? std::move(help) : Message{tr("there is {ids}"), {{"ids", listed(names)}}});
        return;
    }
    Message message = {tr("no text of the ACI covers {year}"), {{"year", std::int64_t{year.year}}}};
    if (known != nullptr)
        message = {tr("the amounts of {text} are not known here, so {year} cannot be computed from it"),
                   {{"text", known->id}, {"year", std::int64_t{year.year}}}};
    std::string before;  // the text before that one
    for (const std::string& name : law_.aci_names) {
        if (known != nullptr && name < known->id)
            before = std::max(before, name);
    }
    error("aci.no-rules", std::move(message), year.assume.empty() ? year.place.span : year.assume_place.span,
          before.empty() ? Message{tr("type the amounts that were paid"), {}}
                         : Message{tr("type the amounts, or say which text is taken to hold: assume = \"{text}\""),
                                   {{"text", before}}});
}

std::optional<AciFacts> Builder::facts(const AciYear& year, const AciText* text) {
    return facts_under(year, text, year.year, standing_.points);
}

std::optional<AciFacts> Builder::facts_under(const AciYear& year, const AciText* text, std::int16_t rules_year,
                                             std::vector<const TypedPoints*> points) {
    const std::size_t before = errors_;
    AciFacts facts;
    facts.year = year.year;
    facts.rules_year = rules_year;
    facts.text = text;
    const AciText* in_force = law_.aci_of(rules_year);
    facts.assumed = in_force != text;
    if (facts.assumed && in_force != nullptr && !in_force->empty())
        facts.instead_of = in_force;
    std::swap(points, standing_.points);
    fill(year, facts);
    std::swap(points, standing_.points);
    return errors_ == before ? std::optional(std::move(facts)) : std::nullopt;
}

void Builder::fill(const AciYear& year, AciFacts& facts) {
    facts.ipa = standing_.ipa;
    facts.crisis = year.crisis;
    facts.precarity = year.precarity;
    facts.evidence = year.evidence;
    facts.options = aci_.options;
    facts.reached.assign(facts.text->indicators.size(), nullptr);
    facts.points.assign(facts.text->indicators.size(), nullptr);
    statements(year, facts);
    for (std::size_t i = 0; i < facts.reached.size(); ++i) {
        lower_levels(year, i, facts);
        exclusions(year, i, facts);
    }
    for (std::size_t i = 0; i < facts.reached.size(); ++i)
        needs(year, i, facts);
    typed_points(year, facts);
    values_known(year, facts);
    counts(year, facts);
    contract(year, facts);
    if (errors_ == 0)
        prerequisites(year, facts);
    if (facts.instead_of != nullptr && facts.rules_year == year.year)
        diagnostics_.add(
            {Severity::warning,
             "aci.assume",
             {tr("{year} has its own text, {text}; another is taken to hold instead"),
              {{"year", std::int64_t{year.year}}, {"text", facts.instead_of->reference()}}},
             year.assume_place.span,
             {},
             Message{tr("take {key} out, unless the comparison is meant"), {{"key", Term{tr("assume")}}}}});
}

void Builder::unknown_indicator(const AciText& text, const std::string& id, std::int16_t year, Span span) {
    std::vector<std::string_view> known;
    for (const AciIndicator& indicator : text.indicators)
        known.push_back(indicator.id);
    std::optional<Message> help = did_you_mean(id, known);
    error("aci.indicator",
          {tr("{text}, which {year} is computed by, has no indicator {id}"),
           {{"text", text.id}, {"year", std::int64_t{year}}, {"id", id}}},
          span, help ? std::move(help) : Message{tr("msp-aci --rules lists them"), {}});
}

void Builder::statements(const AciYear& year, AciFacts& facts) {
    for (const Reached* reached : standing_.reached) {
        const bool own = said_in(year.reached, reached->indicator) == reached && facts.rules_year == year.year;
        if (const auto index = facts.text->find(reached->indicator))
            statement(year, *index, *reached, facts);
        else if (own)  // others are of an earlier text
            unknown_indicator(*facts.text, reached->indicator, year.year, reached->place.span);
    }
}

void Builder::statement(const AciYear& year, std::size_t index, const Reached& reached, AciFacts& facts) {
    const AciIndicator& indicator = facts.text->indicators[index];
    if (indicator.with)
        error("aci.complement",
              {tr("{id} is never said by itself: it follows {other} where an IPA is in the team"),
               {{"id", indicator.id}, {"other", facts.text->indicators[*indicator.with].id}}},
              reached.place.span, Message{tr("say that there is one with {key}"), {{"key", Term{tr("ipa")}}}});
    else
        details(indicator, reached);
    if (reached.since && reached.since->fields().year > year.year)
        error("aci.since",
              {tr("{date} lies after {year}"), {{"date", *reached.since}, {"year", std::int64_t{year.year}}}},
              reached.place.span);
    if (reached.no)
        return;
    facts.reached[index] = &reached;
    if (said_in(year.reached, reached.indicator) == nullptr)
        facts.taken_over.push_back(index);
}

// What is said of an indicator has to be what it asks for.
void Builder::details(const AciIndicator& indicator, const Reached& reached) {
    const bool cases = reached.cases || reached.concerned || reached.meetings;
    const bool hours = reached.amplitude || reached.saturday || reached.weeks || reached.weeks_outside ||
                       reached.derogation || reached.unscheduled;
    const std::array<std::pair<bool, const char*>, 5> wrong = {{
        {reached.count && !indicator.counted(), tr("a number")},
        {reached.since && indicator.proration != Proration::acquisition, tr("a date")},
        {cases && !indicator.cases, tr("cases, patients or meetings")},
        {hours && !indicator.hours, tr("opening hours")},
        {(!reached.themes.empty() || reached.regional) && !indicator.themes, tr("themes")},
    }};
    for (const auto& [is_wrong, what] : wrong) {
        if (is_wrong)
            error("aci.detail", {tr("{id} asks for nothing like {what}"), {{"id", indicator.id}, {"what", Term{what}}}},
                  reached.place.span,
                  Message{tr("msp-aci --rules --indicator {id} says what it asks for"), {{"id", indicator.id}}});
    }
    if (reached.whole || reached.no)
        return;
    const bool settled = reached.derogation.value_or(false) || !reached.unscheduled.value_or(true);
    const std::array<std::pair<bool, const char*>, 6> missing = {{
        {indicator.counted() && !reached.count, tr("number")},
        {indicator.hours && !reached.amplitude && !settled, tr("amplitude")},
        {indicator.hours && !reached.saturday, tr("saturday")},
        {indicator.cases && !reached.cases, tr("cases")},
        {indicator.cases && !reached.concerned, tr("concerned")},
        {indicator.cases && !reached.meetings, tr("meetings")},
    }};
    for (const auto& [is_missing, key] : missing) {
        if (is_missing)
            error("aci.detail-missing", {tr("{id} needs {key}"), {{"id", indicator.id}, {"key", Term{key}}}},
                  reached.place.span, Message{tr("add it, or write true where the indicator is reached in full"), {}});
    }
}

void Builder::contradiction(std::string_view one, Span at, std::string_view other, Span there) {
    error("aci.contradiction",
          {tr("what is said of {one} contradicts what is said of {other}"),
           {{"one", std::string(one)}, {"other", std::string(other)}}},
          at, {}, {{there, {tr("the other statement"), {}}}});
}

// A level that brings the lower one.
void Builder::lower_levels(const AciYear& year, std::size_t indicator, AciFacts& facts) {
    const Reached* reached = facts.reached[indicator];
    for (const std::size_t lower : facts.text->indicators[indicator].brings) {
        if (reached == nullptr || facts.reached[lower] != nullptr)
            continue;
        const std::string& id = facts.text->indicators[lower].id;
        if (const Reached* said = said_in(year.reached, id))
            contradiction(facts.text->indicators[indicator].id, reached->place.span, id, said->place.span);
        facts.reached[lower] = reached;
    }
}

// Of two that exclude each other the one said later holds, unless one year says both.
void Builder::exclusions(const AciYear& year, std::size_t indicator, AciFacts& facts) {
    for (const std::size_t other : facts.text->indicators[indicator].excludes) {
        const Reached* one = facts.reached[indicator];
        const Reached* two = facts.reached[other];
        if (one == nullptr || two == nullptr)
            continue;
        if (said_in(year.reached, one->indicator) == one && said_in(year.reached, two->indicator) == two)
            contradiction(one->indicator, one->place.span, two->indicator, two->place.span);
        const bool later = std::ranges::find(standing_.reached, one) > std::ranges::find(standing_.reached, two);
        facts.reached[later ? other : indicator] = nullptr;
    }
}

void Builder::needs(const AciYear& year, std::size_t indicator, const AciFacts& facts) {
    if (facts.reached[indicator] == nullptr)
        return;
    const std::string& id = facts.text->indicators[indicator].id;
    for (const std::size_t lower : facts.text->indicators[indicator].needs) {
        if (facts.reached[lower] != nullptr)
            continue;
        const std::string& below = facts.text->indicators[lower].id;
        std::vector<Note> notes;
        if (const Reached* said = said_in(year.reached, below))
            notes.push_back({said->place.span, {tr("said not to be reached"), {}}});
        error("aci.level", {tr("{id} needs {lower}, which is not said to be reached"), {{"id", id}, {"lower", below}}},
              facts.reached[indicator]->place.span,
              Message{tr("add {lower}, or leave {id} out"), {{"id", id}, {"lower", below}}}, std::move(notes));
    }
}

void Builder::typed_points(const AciYear& year, AciFacts& facts) {
    for (const TypedPoints* typed : standing_.points) {
        const auto index = facts.text->find(typed->indicator);
        if (!index) {
            unknown_indicator(*facts.text, typed->indicator, facts.rules_year, typed->place.span);
            continue;
        }
        facts.points[*index] = typed;
        const Reached* said = said_in(year.reached, typed->indicator);
        if (said != nullptr && said->no != (typed->points == Rate()))
            contradiction(typed->indicator, typed->place.span, said->indicator, said->place.span);
        for (const std::size_t other : facts.text->indicators[*index].excludes) {
            if (typed->points == Rate())
                continue;
            if (facts.points[other] != nullptr && facts.points[other]->points != Rate())
                contradiction(typed->indicator, typed->place.span, facts.points[other]->indicator,
                              facts.points[other]->place.span);
            else if (facts.reached[other] != nullptr)
                contradiction(typed->indicator, typed->place.span, facts.reached[other]->indicator,
                              facts.reached[other]->place.span);
        }
    }
}

void Builder::values_known(const AciYear& year, const AciFacts& facts) {
    const AciText& text = *facts.text;
    for (std::size_t i = 0; i < text.indicators.size(); ++i) {
        const AciIndicator& indicator = text.indicators[i];
        if (!indicator.unknown() || facts.points[i] != nullptr)
            continue;
        const bool base = text.class_of(i, facts.rules_year) == AciClass::prerequisite ||
                          text.class_of(i, facts.rules_year) == AciClass::socle;
        if (facts.reached[i] == nullptr && !base)
            continue;
        error(
            "aci.unknown-value",
            {tr("what {id} pays under {text} is not known here, so {year} cannot be computed"),
             {{"id", indicator.id}, {"text", text.id}, {"year", std::int64_t{facts.rules_year}}}},
            facts.reached[i] != nullptr ? facts.reached[i]->place.span : year.place.span,
            Message{tr("take its points from the CPAM's statement and write points = {{ \"{id}\" = … }} under the year "
                       "{year}"),
                    {{"id", indicator.id}, {"year", std::int64_t{facts.rules_year}}}});
    }
}

// One that is said not to be reached is a fact; one that nobody mentions has most often been forgotten, and costs all.
void Builder::prerequisites(const AciYear& year, const AciFacts& facts) {
    const AciText& text = *facts.text;
    std::string forgotten;
    for (std::size_t i = 0; i < text.indicators.size(); ++i) {
        const std::string& id = text.indicators[i].id;
        const bool said = std::ranges::find(standing_.reached, id, &Reached::indicator) != standing_.reached.end();
        if (text.class_of(i, facts.rules_year) == AciClass::prerequisite && !said && facts.points[i] == nullptr)
            forgotten += (forgotten.empty() ? "" : ", ") + id;
    }
    if (forgotten.empty() || std::ranges::find(forgotten_, forgotten) != forgotten_.end())
        return;
    forgotten_.push_back(forgotten);
    diagnostics_.warning("aci.prerequisite",
                         {tr("{year} pays nothing without its prerequisites, and nothing is said of {ids}"),
                          {{"year", std::int64_t{year.year}}, {"ids", forgotten}}},
                         year.place.span, Message{tr("say what was reached, or false where it was not"), {}});
}

void Builder::counts(const AciYear& year, AciFacts& facts) {
    facts.counted_on = Month(year.year, aci_.count_month).day(aci_.count_day);
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
        settle(counted(budget_, law_, year.year, facts.counted_on, Counting::on_date, present_on));
    const AciCounts by_days = settle(counted(budget_, law_, year.year, facts.counted_on, Counting::by_days, over_year));
    const bool days = aci_.options.counting == Counting::by_days;
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
    people_known(year, facts);
}

void Builder::people_known(const AciYear& year, const AciFacts& facts) {
    const EntityIndex entity = budget_.banks[aci_.bank].entity;
    const auto ours = [&](const Member& member) { return member.entity == entity; };
    const auto listed = std::ranges::count_if(
        budget_.members, [&](const Member& member) { return ours(member) && present(member, facts.counted_on); });
    const bool any_patients = std::ranges::any_of(budget_.members, [&](const Member& member) {
        return ours(member) && member.patients && (by_profession(member) || is_associate(member, law_));
    });
    const auto unknown = [&](const char* what) {
        error("aci.people",
              {tr("nothing says how many {what} there are in {year}"),
               {{"what", Term{what}}, {"year", std::int64_t{year.year}}}},
              year.place.span, Message{tr("type their number under the year, or list the members"), {}});
    };
    if (!standing_.patients && !any_patients)
        unknown(tr("patients"));
    if (!standing_.associates && std::ranges::none_of(budget_.members, ours))
        unknown(tr("associates"));
    if (scales_by_list(*facts.text) && facts.counts.doctors == Quotient())
        unknown(tr("doctors"));
    const auto member = std::ranges::find_if(budget_.members, ours);
    if (year.associates && member != budget_.members.end() && year.associates->count > listed)
        error("aci.associates",
              {tr("{n} associates are more than the {listed} {listed:person|people} listed on {date}"),
               {{"n", year.associates->count},
                {"listed", static_cast<std::int64_t>(listed)},
                {"date", facts.counted_on}}},
              year.associates->place.span, Message{tr("correct the number, or list everybody"), {}},
              {{member->place.span, {tr("the first of them"), {}}}});
    for (const Member& one : budget_.members) {
        if (ours(one))
            profession_known(year, one);
    }
    if (year.precarity && Quotient(year.precarity->c2s + year.precarity->ame) > facts.counts.patients)
        error("aci.precarity", {tr("there are more beneficiaries than patients"), {}}, year.precarity->place.span, {},
              the_patients());
    concerned_known(year, facts);
}

// As far as this year says the one or the other: what it takes over holds as it did.
void Builder::concerned_known(const AciYear& year, const AciFacts& facts) {
    for (const Reached* reached : facts.reached) {
        const bool own = reached != nullptr && (year.patients || said_in(year.reached, reached->indicator) == reached);
        if (!own || !reached->concerned || Quotient(*reached->concerned) <= facts.counts.patients)
            continue;
        error("aci.patients",
              {tr("{n} patients concerned are more than the {patients} of {year}"),
               {{"n", *reached->concerned},
                {"patients", Decimal{decimal(facts.counts.patients, 0)}},
                {"year", std::int64_t{year.year}}}},
              reached->place.span, {}, the_patients());
    }
}

std::vector<Note> Builder::the_patients() const {
    return standing_.patients ? std::vector<Note>{{standing_.patients->place.span, {tr("the patients"), {}}}}
                              : std::vector<Note>();
}

// Nobody is counted, or left out, because a profession is not in the list: a tenant or a town is no associate.
void Builder::profession_known(const AciYear& year, const Member& member) {
    const bool counts = !standing_.associates || (!standing_.patients && member.patients);
    if (!counts || !by_profession(member) || law_.professions.find(member.trade) != nullptr ||
        share_of_year(member, year.year).part == 0)
        return;
    const auto near = nearest(member.profession, law_.professions.names());
    error(
        "member.associate",
        {tr("the ACI counts associates who are health professionals, and \"{profession}\", the profession of {id}, is "
            "not in the list of these"),
         {{"profession", member.profession}, {"id", member.id}}},
        member.profession_place.span,
        near ? Message{tr("did you mean \"{name}\"? Else say {key} = true or {key} = false"),
                       {{"name", *near}, {"key", Term{tr("associate")}}}}
             : Message{tr("say {key} = true or {key} = false"), {{"key", Term{tr("associate")}}}});
}

void Builder::contract(const AciYear& year, AciFacts& facts) {
    facts.contract = aci_.contract;
    if (!aci_.contract)
        return;
    if (aci_.contract->fields().year > year.year) {
        error("aci.contract",
              {tr("{year} comes before the contract of {date}"),
               {{"year", std::int64_t{year.year}}, {"date", *aci_.contract}}},
              year.place.span, Message{tr("leave the year out, or correct the contract's date"), {}},
              {{aci_.contract_place.span, {tr("the contract"), {}}}});
        return;
    }
    const Date from = aci_.renewed.value_or(*aci_.contract);
    const Date next = add_months(from, 12 * facts.text->contract_years);
    // Where 29 February has no anniversary the last day is the 28th.
    facts.contract_end = next.fields().day < from.fields().day ? next : next - 1;
    if (*facts.contract_end < Month(year.year, 12).last())
        diagnostics_.warning(
            "aci.contract-end",
            {tr("the contract ends on {date}, and {year} goes on beyond it"),
             {{"date", *facts.contract_end}, {"year", std::int64_t{year.year}}}},
            aci_.renewed ? aci_.renewed_place.span : aci_.contract_place.span,
            Message{tr("once it is renewed, say from when with {key}"), {{"key", Term{tr("renewed")}}}});
}

}  // namespace

const AciText* aci_text_of(const Law& law, const AciYear& year) {
    return year.assume.empty() ? law.aci_of(year.year) : law.aci_named(year.assume);
}

LawNeeds aci_needs(const Budget& budget, AciYears which) {
    LawNeeds needs;
    if (!budget.aci)
        return needs;
    const auto text = [&](std::int16_t year, const std::string& name) {
        if (name.empty())
            needs.rules.push_back({.kind = aci_rules, .year = year});
        else
            needs.rules.push_back({.kind = aci_rules, .name = name});
    };
    const std::vector<const AciYear*> computed = computed_years(*budget.aci, which);
    for (const AciYear* year : computed) {
        text(year->year, {});  // to know whether another text is an assumption
        text(year->year, year->assume);
    }
    // The days of a contract's first year are the text's, also where the amounts are typed.
    for (const AciYear& year : budget.aci->years) {
        if (budget.aci->begins_in(year.year) && !year.advance.expected)
            text(year.year, year.assume);
    }
    const auto has_profession = [](const Member& member) { return !member.trade.empty(); };
    if (!computed.empty() && std::ranges::any_of(budget.members, has_profession))
        needs.rules.push_back({.kind = profession_rules});
    // A weight may be of an indicator that only another text has.
    needs.everything = !budget.aci->efforts.empty();
    return needs;
}

std::vector<AciFacts> aci_facts(const Budget& budget, const Law& law, AciYears which, Diagnostics& diagnostics) {
    std::vector<AciFacts> all;
    if (!budget.aci)
        return all;
    const std::vector<const AciYear*> wanted = computed_years(*budget.aci, which);
    Builder builder(budget, law, diagnostics);
    for (const AciYear& year : budget.aci->years) {
        builder.keep(year);
        if (std::ranges::find(wanted, &year) == wanted.end())
            continue;
        if (const AciText* text = builder.text_of(year)) {
            if (std::optional<AciFacts> facts = builder.facts(year, text))
                all.push_back(std::move(*facts));
        }
    }
    return all;
}

std::optional<AciFacts> aci_facts_under(const Budget& budget, const Law& law, std::int16_t year, std::int16_t text_of,
                                        Diagnostics& diagnostics) {
    const std::vector<AciYear>& years = budget.aci->years;
    const auto facts_year = std::ranges::find(years, year, &AciYear::year);
    if (facts_year == years.end())
        throw std::logic_error("the facts of a year that the budget does not have");
    const auto rules_year = std::ranges::find(years, text_of, &AciYear::year);
    AciYear bare;
    bare.year = text_of;
    Builder rules(budget, law, diagnostics);
    const AciText* text = rules.text_of(rules_year == years.end() ? bare : *rules_year);
    if (text == nullptr)
        return std::nullopt;
    std::vector<const TypedPoints*> points;
    for (const AciYear& each : years) {
        rules.keep(each);
        if (each.year <= text_of && rules.standing().points_text == text)
            points = rules.standing().points;
    }
    Builder facts(budget, law, diagnostics);
    for (auto each = years.begin(); each <= facts_year; ++each)
        facts.keep(*each);
    return facts.facts_under(*facts_year, text, text_of, std::move(points));
}

}  // namespace msp
