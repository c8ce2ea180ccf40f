// SPDX-License-Identifier: MIT
#include <msp/calendar/due_days.hpp>
#include <msp/calendar/due_name.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

namespace msp {
namespace {

class Calendar {
 public:
    Calendar(const Case& of, const PlanOptions& options, const Window& days)
        : case_(of), budget_(of.budget), options_(options), days_(days) {}

    std::vector<DueDay> run() {
        (void)movements(case_, options_, days_, [this](const Movement& movement) { add(movement); });
        for (auto& [key, day] : planned_)
            found_.push_back(std::move(day));
        add_evidence();
        add_contracts();
        for (DueDay& day : found_)
            day.alarms = alarms_of(day);
        std::ranges::stable_sort(found_, {}, [](const DueDay& day) { return std::pair(day.day, day.kind); });
        return std::move(found_);
    }

 private:
    // What a contract says of its days stands in the place of what is said of their kind, that in the place of what is
    // said of all.
    [[nodiscard]] const Alarms& typed_of(const DueDay& day) const {
        if (day.contract && budget_.contracts[*day.contract].alarms)
            return *budget_.contracts[*day.contract].alarms;
        const std::optional<Alarms>& of_kind = budget_.reminders.of_kind.at(static_cast<std::size_t>(day.kind));
        return of_kind ? *of_kind : budget_.reminders.all;
    }

    // A month and thirty days may be one alarm.
    [[nodiscard]] std::vector<std::int32_t> alarms_of(const DueDay& of) const {
        std::vector<std::int32_t> alarms;
        for (const Delay& before : typed_of(of))
            alarms.push_back(of.day - (add_months(of.day, -before.months) - before.days));
        std::ranges::sort(alarms, std::greater());
        alarms.erase(std::unique(alarms.begin(), alarms.end()), alarms.end());
        return alarms;
    }

    [[nodiscard]] std::string uid(std::vector<std::string> parts, EntityIndex entity) const {
        const Entity& of = budget_.entities[entity];
        return uid_of({std::move(parts), case_.scenario == "base" ? "" : case_.scenario,
                       of.siren.empty() ? of.id : of.siren, !of.siren.empty()});
    }

    [[nodiscard]] std::optional<DueKind> kind_of(const Movement& movement) const {
        switch (movement.origin) {
            case Origin::aci:
                return DueKind::aci;
            case Origin::grant:
                return DueKind::grant;
            case Origin::loan:
                return DueKind::loan;
            case Origin::payroll:
                return kind_of(movement.part);
            case Origin::line:
            case Origin::charges:
                return kind_of_line(movement);
            case Origin::transfer:
            case Origin::fee:
            case Origin::actual:
                break;
        }
        return std::nullopt;
    }

    [[nodiscard]] static std::optional<DueKind> kind_of(Part part) {
        constexpr std::array contributions = {Part::urssaf, Part::retirement, Part::health, Part::provident,
                                              Part::apprenticeship};
        if (part == Part::payroll_tax)
            return DueKind::tax;
        return std::ranges::find(contributions, part) == contributions.end() ? std::nullopt
                                                                             : std::optional(DueKind::contributions);
    }

    [[nodiscard]] std::optional<DueKind> kind_of_line(const Movement& movement) const {
        const std::string& id = budget_.items[movement.item].id;
        // Planned of the calls; no id of the user's has a point.
        for (const std::string_view made : {"calls.", "advances.", "third-party."}) {
            if (id.starts_with(made))
                return DueKind::call;
        }
        if (movement.nature == Nature::tax)
            return DueKind::tax;
        return budget_.categories[budget_.category_of(movement)].id == "payroll-contributions"
                   ? std::optional(DueKind::contributions)
                   : std::nullopt;
    }

    // Whether its instalments have days of their own, which somebody types anew where one is late.
    [[nodiscard]] bool is_dated_grant(ItemIndex item) const {
        const auto grant = std::ranges::find(budget_.grants, item, &Grant::item);
        return grant != budget_.grants.end() && !grant->instalments.empty() && grant->instalments.front().date;
    }

    // What happens each so often is known by the day that its rule names; the ACI by its year, a grant by its
    // instalment, since their days move.
    [[nodiscard]] std::vector<std::string> name_of(const Movement& movement, Part part) const {
        std::vector<std::string> name = {"plan", budget_.items[movement.item].id};
        if (part != Part::whole)
            name.emplace_back(id_of(part));
        if (movement.origin == Origin::aci)
            name.push_back(std::to_string(movement.exercise));
        else if (movement.origin == Origin::grant && is_dated_grant(movement.item))
            name.push_back(std::to_string(movement.occurrence + 1));
        else
            name.push_back(iso(movement.due));
        return name;
    }

    void add(const Movement& movement) {
        const std::optional<DueKind> kind = kind_of(movement);
        if (!kind || movement.actual || movement.state == State::paid)
            return;
        const bool parted = movement.origin == Origin::aci || movement.origin == Origin::payroll;
        const Part part = parted ? movement.part : Part::whole;
        const EntityIndex entity = budget_.banks[movement.bank].entity;
        std::vector<std::string> name = name_of(movement, part);
        // What is open of an amount, and what is late of it, may be two of one name.
        const auto [place, fresh] = planned_.try_emplace({entity, movement.item, part, movement.date, name});
        DueDay& day = place->second;
        if (fresh) {
            if (const int same = ++names_[uid(name, entity)]; same > 1)
                name.push_back(std::to_string(same));
            day.kind = *kind;
            day.day = movement.date;
            day.entity = entity;
            day.item = movement.item;
            day.part = part;
            day.exercise = movement.exercise;
            day.amount = Money();
            day.state = movement.state;
            day.uid = uid(std::move(name), entity);
        }
        *day.amount += movement.amount;
        day.state = std::min(*day.state, movement.state);
    }

    void add_evidence() {
        if (!budget_.aci)
            return;
        const EntityIndex entity = budget_.banks[budget_.aci->bank].entity;
        for (const Settled& year : case_.aci.years()) {
            if (!year.computed || !days_.holds(year.computed->evidence_day))
                continue;
            DueDay day;
            day.kind = DueKind::evidence;
            day.day = year.computed->evidence_day;
            day.entity = entity;
            day.item = budget_.aci->item;
            day.exercise = year.computed->year;
            day.uid = uid({"evidence", std::to_string(day.exercise)}, entity);
            found_.push_back(std::move(day));
        }
    }

    void add_contracts() {
        for (std::size_t i = 0; i < budget_.contracts.size(); ++i) {
            for (const ContractEnd& of : ends_in(budget_.contracts[i], {days_.first - 1, days_.last})) {
                if (of.notice_by)
                    add_contract(i, DueKind::notice, *of.notice_by, of.end);
                if (budget_.contracts[i].renewal)
                    add_contract(i, DueKind::renewal, of.end + 1, of.end);
                else
                    add_contract(i, DueKind::end, of.end, of.end);
            }
        }
    }

    // Known by the end of the term, which no notice period moves.
    void add_contract(std::size_t index, DueKind kind, Date on, Date end) {
        if (!days_.holds(on))
            return;
        const Contract& contract = budget_.contracts[index];
        DueDay day;
        day.kind = kind;
        day.day = on;
        day.entity = contract.entity;
        day.item = contract.item;
        day.contract = index;
        day.end = end;
        day.uid = uid({"contract", contract.id, std::string(id_of(kind)), iso(end)}, contract.entity);
        found_.push_back(std::move(day));
    }

    const Case& case_;
    const Budget& budget_;
    PlanOptions options_;
    Window days_;
    std::map<std::tuple<EntityIndex, ItemIndex, Part, Date, std::vector<std::string>>, DueDay> planned_;
    std::map<std::string, int> names_;
    std::vector<DueDay> found_;
};

}  // namespace

std::string_view id_of(DueKind kind) {
    constexpr std::array<std::string_view, due_kinds> ids = {"evidence", "aci",  "grant",  "loan",    "contributions",
                                                             "tax",      "call", "notice", "renewal", "end"};
    return ids.at(static_cast<std::size_t>(kind));
}

std::vector<DueDay> due_days(const Case& of, const PlanOptions& options, const Window& days) {
    return Calendar(of, options, days).run();
}

}  // namespace msp
