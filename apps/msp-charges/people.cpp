// SPDX-License-Identifier: MIT
#include <msp/dates/written_date.hpp>
#include <msp/plan/charged.hpp>
#include <msp/scenario/people.hpp>

#include <algorithm>
#include <msp-charges/people.hpp>
#include <msp-charges/results.hpp>
#include <vector>

namespace msp::app {
namespace {

// Without a day: the eve of the exercise of the member's entity, so that they bear nothing of it.
Date last_day(const Budget& base, const std::string& member, const ChargesSettings& settings, const Options& options) {
    const auto found = std::ranges::find(base.members, member, &Member::id);
    const EntityIndex entity = found == base.members.end() ? EntityIndex() : found->entity;
    return days_of(base, exercise_of(base, entity, settings, options), entity).first - 1;
}

// "b/new-doctor.toml" is "new-doctor"; what an id cannot have becomes a dash.
std::string id_from(std::string_view name) {
    std::string id(name.substr(name.rfind('/') + 1));
    if (const std::size_t point = id.rfind('.'); point != std::string::npos && point != 0)
        id.resize(point);
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    std::ranges::replace_if(id, std::not_fn(fits), '-');
    return id;
}

class Asked {
 public:
    Asked(const Context& context, const ChargesSettings& settings, const Budget& base)
        : context_(context), settings_(settings), base_(base) {}

    PeopleScenario scenario() {
        for (const std::string& typed : context_.options.values("without"))
            leave(typed);
        for (const std::string& typed : context_.options.values("with"))
            join(typed);
        return std::move(made_);
    }

 private:
    void name(const std::string& id, const Message& label) {
        made_.id += (made_.id.empty() ? "" : "-") + id;
        made_.label += (made_.label.empty() ? "" : ", ") + words(label, context_.language);
    }

    void leave(const std::string& typed) {
        const NamedDay asked = named_day(typed);
        const auto named = std::ranges::find(base_.members, asked.name, &Member::id);
        const std::string& member = named == base_.members.end() ? asked.name : named->name;
        name("without-" + id_from(asked.name),
             asked.day ? Message{tr("without {member} after {day}"), {{"member", member}, {"day", *asked.day}}}
                       : Message{tr("without {member}"), {{"member", member}}});
        const Date last = asked.day.value_or(last_day(base_, asked.name, settings_, context_.options));
        if (named == base_.members.end())
            return made_.leaving.push_back({asked.name, last, typed});
        const std::size_t person = base_.person_of(static_cast<std::size_t>(named - base_.members.begin()));
        std::optional<Date> already = base_.left_on(person);
        if (already && *already > last)
            already.reset();
        made_.leaving.push_back({base_.members[person].id, last, typed, already});
    }

    void join(const std::string& typed) {
        const NamedDay asked = named_day(typed);
        name("with-" + id_from(asked.name),
             asked.day ? Message{tr("with {file} from {day}"), {{"file", asked.name}, {"day", *asked.day}}}
                       : Message{tr("with {file}"), {{"file", asked.name}}});
        made_.joining.push_back({asked.name, asked.day, typed});
    }

    const Context& context_;
    const ChargesSettings& settings_;
    const Budget& base_;
    PeopleScenario made_;
};

}  // namespace

NamedDay named_day(std::string_view typed) {
    const std::size_t at = typed.rfind('@');
    if (at == std::string_view::npos)
        return {std::string(typed), std::nullopt};
    if (const std::optional<Date> day = parse_written_date(typed.substr(at + 1)))
        return {std::string(typed.substr(0, at)), day};
    return {std::string(typed), std::nullopt};
}

std::optional<std::string> people_scenario(Context& context, const ChargesSettings& settings, Document& document,
                                           const Budget& base) {
    if (context.options.values("without").empty() && context.options.values("with").empty())
        return std::nullopt;
    const PeopleScenario scenario = Asked(context, settings, base).scenario();
    if (!add_scenario(document, scenario, context.sources, context.diagnostics))
        return std::nullopt;
    const std::vector<std::string>& below = context.options.values("scenario");
    return below.empty() ? scenario.id : below.back() + '+' + scenario.id;
}

}  // namespace msp::app
