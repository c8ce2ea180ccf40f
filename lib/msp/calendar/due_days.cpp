// SPDX-License-Identifier: MIT
#include <msp/calendar/due_days.hpp>
#include <msp/calendar/due_name.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

namespace msp {
namespace {

constexpr std::int32_t week = 7;

class Calendar {
 public:
    Calendar(const Case& of, const PlanOptions& options, const Window& days)
        : case_(of), budget_(of.budget), options_(options), days_(days) {
        lines_.resize(budget_.items.size());
        for (const Line& line : budget_.lines)
            lines_[line.item] = &line;
    }

    std::vector<DueDay> run() {
        (void)movements(case_, options_, moves(), [this](const Movement& movement) { add(movement); });
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
    // The days on which an account moves for what falls due within the days.
    [[nodiscard]] Window moves() const {
        Window days = days_;
        for (const CallTerms& terms : budget_.call_terms) {
            days.first = std::min(days.first, delayed(days_.first, terms.delay));
            days.last = std::max(days.last, delayed(days_.last, terms.delay));
        }
        return days;
    }

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

    // The number of what is named in a period, which the first has without saying so: a second one does not rename it.
    static std::string numbered(std::string period, int number) {
        return number == 1 ? period : std::move(period) + '.' + std::to_string(number);
    }

    // Of a line its month, or its week where it comes back after so many days: what is in one is told apart by its
    // order, whatever days are asked for. What comes once needs no period.
    [[nodiscard]] static std::string period_of(const Line& line, const Movement& movement) {
        const Month month = Month::of(movement.due);
        if (line.single)
            return {};
        if (line.kind == AmountKind::dated) {
            int number = 1;
            for (auto at = static_cast<std::size_t>(movement.occurrence); at > 0; --at)
                number += Month::of(line.dated[at - 1].date) == month ? 1 : 0;
            return numbered(iso(month), number);
        }
        if (line.rule.interval == 0)
            return numbered(iso(month), movement.occurrence % std::popcount(line.rule.days) + 1);
        const std::int32_t since_monday = (movement.due - Date::first()) % week;  // which was a Monday
        return numbered(iso(movement.due - since_monday), since_monday / line.rule.interval + 1);
    }

    // An instalment is known by its number; of a loan whose rest is typed, which is typed anew as it goes down, by its
    // month.
    [[nodiscard]] static std::string period_of(const Loan& loan, const Movement& movement) {
        if (!loan.existing)
            return std::to_string(movement.occurrence);
        const Month month = Month::of(movement.due);
        int number = 1;
        for (auto at = std::min(static_cast<std::size_t>(movement.occurrence - 1), loan.bank_schedule.size()); at > 0;
             --at)
            number += Month::of(loan.bank_schedule[at - 1].date) == month ? 1 : 0;
        return numbered(iso(month), number);
    }

    // Of each year its instalments, else the number of the instalment or of the year of the contract.
    [[nodiscard]] static std::string period_of(const Grant& grant, const Movement& movement) {
        const auto count = static_cast<int>(grant.instalments.size());
        if (!grant.yearly)
            return std::to_string(movement.occurrence + 1);
        return numbered(std::to_string(grant.first_year + movement.occurrence / count),
                        movement.occurrence % count + 1);
    }

    // Days move and names do not: each is of the period that it belongs to.
    [[nodiscard]] std::string period_of(const Movement& movement) const {
        switch (movement.origin) {
            case Origin::aci:
                return std::to_string(movement.exercise);
            case Origin::grant:
                return period_of(*std::ranges::find(budget_.grants, movement.item, &Grant::item), movement);
            case Origin::loan:
                if (is_apart(movement))
                    return std::to_string(movement.occurrence + 1);
                return period_of(*std::ranges::find(budget_.loans, movement.item, &Loan::item), movement);
            case Origin::line:
            case Origin::charges:
                return period_of(*lines_[movement.item], movement);
            case Origin::payroll:  // each part once a month at most
            case Origin::transfer:
            case Origin::fee:
            case Origin::actual:
                break;
        }
        return iso(Month::of(movement.due));
    }

    // What a bank pays out, or asks for beside the instalments.
    static bool is_apart(const Movement& movement) {
        return movement.part == Part::drawdown || movement.part == Part::fees;
    }

    [[nodiscard]] std::vector<std::string> name_of(const Movement& movement, Part part) const {
        std::vector<std::string> name = {"plan", budget_.items[movement.item].id};
        if (part != Part::whole)
            name.emplace_back(id_of(part));
        if (std::string period = period_of(movement); !period.empty())
            name.push_back(std::move(period));
        return name;
    }

    // Members owe a call on its day, and the plan expects their money so long after it; what the books say is late is
    // expected when it is.
    [[nodiscard]] Date day_of(const Movement& movement, DueKind kind) const {
        return kind == DueKind::call && movement.date == delayed(movement.due, lines_[movement.item]->delay)
                   ? movement.due
                   : movement.date;
    }

    // What members advance money for on that day; nothing of charges.
    [[nodiscard]] std::string label_of(const Movement& movement, EntityIndex entity) const {
        std::string label;
        if (!budget_.items[movement.item].id.starts_with("advances."))
            return label;
        for (const AdvanceCall& call : budget_.advances) {
            if (call.entity == entity &&
                std::ranges::find(call.calls, movement.due, &DatedAmount::date) != call.calls.end())
                label += (label.empty() ? "" : ", ") + call.label;
        }
        return label;
    }

    void add(const Movement& movement) {
        const std::optional<DueKind> kind = kind_of(movement);
        if (!kind || movement.actual || movement.state == State::paid)
            return;
        const Date on = day_of(movement, *kind);
        if (!days_.holds(on))
            return;
        const bool parted = movement.origin == Origin::aci || movement.origin == Origin::payroll || is_apart(movement);
        const Part part = parted ? movement.part : Part::whole;
        const EntityIndex entity = budget_.banks[movement.bank].entity;
        std::vector<std::string> name = name_of(movement, part);
        // What is open of an amount, and what is late of it, may be two of one name.
        const auto [place, fresh] = planned_.try_emplace({entity, movement.item, part, on, name});
        DueDay& day = place->second;
        if (fresh) {
            if (const int same = ++names_[uid(name, entity)]; same > 1)
                name.push_back(std::to_string(same));
            day.kind = *kind;
            day.day = on;
            day.entity = entity;
            day.item = movement.item;
            day.part = part;
            if (*kind == DueKind::call)
                day.label = label_of(movement, entity);
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
                    add_contract(i, DueKind::notice, *of.notice_by, of);
                if (budget_.contracts[i].renewal)
                    add_contract(i, DueKind::renewal, of.end + 1, of);
                else
                    add_contract(i, DueKind::end, of.end, of);
            }
        }
    }

    // Known by the number of the term, which neither a notice period nor another end moves.
    void add_contract(std::size_t index, DueKind kind, Date on, const ContractEnd& of) {
        if (!days_.holds(on))
            return;
        const Contract& contract = budget_.contracts[index];
        DueDay day;
        day.kind = kind;
        day.day = on;
        day.entity = contract.entity;
        day.item = contract.item;
        day.contract = index;
        day.end = of.end;
        day.uid = uid({"contract", contract.id, std::string(id_of(kind)), std::to_string(of.term)}, contract.entity);
        found_.push_back(std::move(day));
    }

    const Case& case_;
    const Budget& budget_;
    PlanOptions options_;
    Window days_;
    std::vector<const Line*> lines_;  // by item
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
