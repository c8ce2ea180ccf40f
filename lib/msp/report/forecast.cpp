// SPDX-License-Identifier: MIT
#include <msp/loans/loans.hpp>
#include <msp/report/forecast.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace msp {
namespace {

const char* part_text(Part part) {
    switch (part) {
        case Part::whole:
            break;
        case Part::principal:
            return tr("{label}: principal");
        case Part::interest:
            return tr("{label}: interest");
        case Part::insurance:
            return tr("{label}: insurance");
        case Part::drawdown:
            return tr("{label}: drawdown");
        case Part::fees:
            return tr("{label}: fees");
        case Part::advance:
            return tr("{label}: advance");
        case Part::balance:
            return tr("{label}: balance");
        case Part::recovery:
            return tr("{label}: recovery");
    }
    return "{label}";
}

// One row of a section's money: a period each, then the total.
void plan_row(Rows& rows, const Result& result, const Holding& holding, const char* section, std::string_view category,
              std::string_view line, std::string_view label, const std::vector<Money>& values, Money total) {
    rows.text(result.scenario);
    rows.text(holding.entity);
    rows.word(section);
    rows.text(category);
    rows.text(line);
    rows.text(label);
    for (const Money value : values)
        rows.money(value);
    rows.money(total);
    rows.end_row();
}

// Payments stand positive in the plan.
std::vector<Money> turned(std::vector<Money> values, Side side) {
    if (side == Side::payments)
        std::ranges::transform(values, values.begin(), [](Money value) { return -value; });
    return values;
}

Money sum(const std::vector<Money>& values) {
    Money total;
    for (const Money value : values)
        total += value;
    return total;
}

class PlanSection {
 public:
    PlanSection(Rows& rows, const Result& result, const Holding& holding, const View& view, Side side)
        : rows_(rows),
          result_(result),
          holding_(holding),
          view_(view),
          side_(side),
          section_(side == Side::receipts ? "receipts" : "payments") {}

    void write(const std::vector<LineSum>& lines, const std::vector<PeriodSum>& sums) {
        for (std::size_t i = 0; i < lines.size();) {
            if (lines[i].side != side_) {
                ++i;
                continue;
            }
            i = category(lines, i);
        }
        cancelled(sums);
        std::vector<Money> totals;
        for (const PeriodSum& sum : sums)
            totals.push_back(side_ == Side::receipts ? sum.receipts : -sum.payments);
        plan_row(rows_, result_, holding_, section_, "", "",
                 translate(side_ == Side::receipts ? tr("Receipts") : tr("Payments"), view_.language), totals,
                 sum(totals));
    }

 private:
    std::size_t category(const std::vector<LineSum>& lines, std::size_t first) {
        const Category& category = result_.budget.categories[lines[first].category];
        std::vector<Money> subtotal(view_.periods.size());
        std::size_t i = first;
        for (; i < lines.size() && lines[i].side == side_ && lines[i].category == lines[first].category; ++i) {
            const LineSum& line = lines[i];
            const std::vector<Money> values = turned(line.periods, side_);
            plan_row(rows_, result_, holding_, section_, category.id, id_of(result_.budget, line.item, line.part),
                     name_of(result_.budget, line.item, line.part, view_.language), values, sum(values));
            for (std::size_t period = 0; period < values.size(); ++period)
                subtotal[period] += values[period];
        }
        plan_row(rows_, result_, holding_, section_, category.id, "", name_of(category, view_.language), subtotal,
                 sum(subtotal));
        return i;
    }

    void cancelled(const std::vector<PeriodSum>& sums) {
        std::vector<Money> values;
        for (const PeriodSum& sum : sums)
            values.push_back(-sum.cancelled);
        if (!std::ranges::all_of(values, [](Money value) { return value == Money(); }))
            plan_row(rows_, result_, holding_, section_, "reciprocal", "reciprocal",
                     translate(reciprocal_name(holding_), view_.language), values, sum(values));
    }

    Rows& rows_;
    const Result& result_;
    const Holding& holding_;
    const View& view_;
    Side side_;
    const char* section_;
};

std::vector<BankIndex> told_apart(const Holding& holding) {
    return holding.index && holding.accounts.size() > 1 ? holding.accounts : std::vector<BankIndex>();
}

}  // namespace

const std::string& scenario_name(const Result& result) {
    return result.label.empty() ? result.scenario : result.label;
}

std::vector<Holding> holdings(const Result& result) {
    const Budget& budget = result.budget;
    std::vector<Holding> found;
    std::vector<BankIndex> all;
    for (std::size_t i = 0; i < budget.entities.size(); ++i) {
        const auto entity = static_cast<EntityIndex>(i);
        const std::vector<BankIndex> banks = banks_of(budget, entity, result.selection);
        for (const BankIndex bank : banks) {
            const Bank& account = budget.banks[bank];
            found.push_back({budget.entities[i].id,
                             account.id,
                             account.name,
                             result.projection.accounts[bank].series,
                             {bank},
                             entity,
                             banks.size() == 1});
        }
        all.insert(all.end(), banks.begin(), banks.end());
        if (banks.size() == 1 && !result.selection.bank)
            found.back().name = budget.entities[i].name;
        else if (banks.size() > 1)
            found.push_back({budget.entities[i].id, "all", budget.entities[i].name,
                             entity_series(budget, result.projection, entity), banks, entity, true});
    }
    if (budget.entities.size() > 1 && !result.selection.entity && !result.selection.bank)
        found.push_back({"all", "all", "", group_series(budget, result.projection), all, {}, true});
    return found;
}

std::string name_of(const Budget& budget, ItemIndex item, Part part, Language language) {
    std::string label = budget.items[item].label;
    if (label.empty() && budget.items[item].origin == Origin::aci)
        label = translate(tr("ACI"), language);
    if (label.empty() && budget.items[item].origin == Origin::fee)
        label = translate(tr("Overdraft fees"), language);
    return part == Part::whole ? label : words({part_text(part), {{"label", label}}}, language);
}

std::string id_of(const Budget& budget, ItemIndex item, Part part) {
    const std::string_view suffix = id_of(part);
    return suffix.empty() ? budget.items[item].id : budget.items[item].id + '.' + std::string(suffix);
}

const char* reciprocal_name(const Holding& holding) {
    return holding.index ? tr("Internal transfers") : tr("Reciprocal flows");
}

const std::string& name_of(const Category& category, Language language) {
    return language == Language::french ? category.french : category.english;
}

Money payout_of(const Headline& headline, const View& view) {
    return headline.payout.amount(view.payout.value_or(PayoutQuestion{Until::end, Limit::floor}));
}

std::vector<Loan> loans_shown(const Result& result) {
    std::vector<Loan> found;
    std::ranges::copy_if(result.budget.loans, std::back_inserter(found),
                         [&](const Loan& loan) { return result.selection.holds(result.budget, loan.bank); });
    return found;
}

void sort_movements(std::vector<Movement>& movements) {
    std::ranges::stable_sort(movements, {},
                             [](const Movement& movement) { return std::tuple(movement.date, movement.item); });
}

std::vector<Money> opening_balances(const Result& result, const Period& days) {
    std::vector<Money> balances;
    for (std::size_t i = 0; i < result.budget.banks.size(); ++i) {
        const Bank& bank = result.budget.banks[i];
        balances.push_back(bank.date >= days.first ? bank.opening
                                                   : result.projection.accounts[i].series.on(days.first - 1));
    }
    return balances;
}

std::vector<Column> balance_columns(Language language) {
    return columns_of({{"scenario", tr("Scenario")},
                       {"entity", tr("Entity")},
                       {"bank", tr("Bank")},
                       {"period", tr("Period")},
                       {"opening", tr("Opening")},
                       {"receipts", tr("Receipts")},
                       {"payments", tr("Payments")},
                       {"net", tr("Net")},
                       {"closing", tr("Closing")},
                       {"lowest", tr("Lowest")},
                       {"lowest_on", tr("Lowest on")}},
                      language);
}

void balance_rows(Rows& rows, const Result& result, const View& view) {
    for (const Holding& holding : holdings(result)) {
        for (const Period& period : view.periods) {
            const PeriodSum sum = sum_of(holding.series, period);
            rows.text(result.scenario);
            rows.text(holding.entity);
            rows.text(holding.bank);
            rows.period(period, view.grid);
            rows.money(sum.opening);
            rows.money(sum.receipts);
            rows.money(sum.payments);
            rows.money(sum.receipts + sum.payments);
            rows.money(sum.closing);
            rows.money(sum.lowest);
            rows.date(sum.lowest_on);
            rows.end_row();
        }
    }
}

std::vector<Money> margins(const Result& result, const std::vector<BankIndex>& banks, const View& view) {
    std::vector<Money> found;
    for (const Period& period : view.periods)
        found.push_back(least_margin(result.budget, result.projection, banks, period));
    return found;
}

// Of one entity's several accounts; with one account, or over entities, there is nothing to tell apart.
std::vector<PlanExtreme> account_lows(const Result& result, const Holding& holding, const View& view) {
    std::vector<PlanExtreme> found;
    for (const BankIndex bank : told_apart(holding)) {
        PlanExtreme& account =
            found.emplace_back(PlanExtreme{result.budget.banks[bank].id, result.budget.banks[bank].name, {}});
        for (const Period& period : view.periods)
            account.periods.push_back(sum_of(result.projection.accounts[bank].series, period).lowest);
    }
    return found;
}

std::vector<PlanExtreme> account_margins(const Result& result, const Holding& holding, const View& view) {
    std::vector<PlanExtreme> found;
    for (const BankIndex bank : told_apart(holding))
        found.push_back({result.budget.banks[bank].id, result.budget.banks[bank].name, margins(result, {bank}, view)});
    return found;
}

std::vector<Column> plan_columns(const View& view) {
    std::vector<Column> made = columns_of({{"scenario", tr("Scenario")},
                                           {"entity", tr("Entity")},
                                           {"section", tr("Section")},
                                           {"category", tr("Category")},
                                           {"line", tr("Line")},
                                           {"label", tr("Label")}},
                                          view.language);
    for (const Period& period : view.periods) {
        std::string id = period_id(period, view.grid);
        // No spreadsheet takes 2026-M04 for a date.
        if (view.dialect == CsvDialect::excel_fr && view.grid == Grid::month)
            id.insert(5, "M");
        made.push_back({id, id});
    }
    made.push_back({"total", std::string(translate(tr("Total"), view.language))});
    return made;
}

void plan_rows(Rows& rows, const Result& result, const View& view) {
    for (const Holding& holding : holdings(result)) {
        if (!holding.whole)
            continue;
        std::vector<PeriodSum> sums;
        for (const Period& period : view.periods)
            sums.push_back(sum_of(holding.series, period));
        const auto row = [&](const char* section, const char* label, auto value, auto total) {
            std::vector<Money> values;
            std::ranges::transform(sums, std::back_inserter(values), value);
            plan_row(rows, result, holding, section, "", "", translate(label, view.language), values, total(values));
        };
        const auto first = [](const std::vector<Money>& values) { return values.front(); };
        const auto last = [](const std::vector<Money>& values) { return values.back(); };
        const auto least = [](const std::vector<Money>& values) { return std::ranges::min(values); };
        const std::vector<LineSum> lines = holding.index ? result.sums->entity(*holding.index) : result.sums->all();
        row(
            "opening", tr("Brought forward"), [](const PeriodSum& sum) { return sum.opening; }, first);
        PlanSection(rows, result, holding, view, Side::receipts).write(lines, sums);
        PlanSection(rows, result, holding, view, Side::payments).write(lines, sums);
        row(
            "net", tr("Net"), [](const PeriodSum& sum) { return sum.receipts + sum.payments; }, sum);
        row(
            "closing", tr("Cumulative balance"), [](const PeriodSum& sum) { return sum.closing; }, last);
        const auto least_row = [&](const char* section, const PlanExtreme& extreme) {
            plan_row(rows, result, holding, section, "", extreme.line, extreme.label, extreme.periods,
                     least(extreme.periods));
        };
        row(
            "lowest", tr("Lowest"), [](const PeriodSum& sum) { return sum.lowest; }, least);
        for (const PlanExtreme& account : account_lows(result, holding, view))
            least_row("lowest", account);
        least_row("margin", {"", std::string(translate(tr("Margin on the overdraft"), view.language)),
                             margins(result, holding.accounts, view)});
        for (const PlanExtreme& account : account_margins(result, holding, view))
            least_row("margin", account);
    }
}

std::vector<Column> movement_columns(Language language) {
    return columns_of({{"scenario", tr("Scenario")},
                       {"entity", tr("Entity")},
                       {"date", tr("Date")},
                       {"due", tr("Due")},
                       {"bank", tr("Bank")},
                       {"line", tr("Line")},
                       {"label", tr("Label")},
                       {"category", tr("Category")},
                       {"nature", tr("Nature")},
                       {"exercise", tr("Exercise")},
                       {"state", tr("State")},
                       {"amount", tr("Amount")},
                       {"balance", tr("Balance")},
                       {"origin", tr("Origin")}},
                      language);
}

void movement_rows(Rows& rows, const Result& result, const View& view) {
    const Budget& budget = result.budget;
    std::vector<Money> balances = opening_balances(result, view.days());
    for (const Movement& movement : result.movements) {
        const Bank& bank = budget.banks[movement.bank];
        balances[movement.bank] += movement.amount;
        rows.text(result.scenario);
        rows.text(budget.entities[bank.entity].id);
        rows.date(movement.date);
        rows.date(movement.due);
        rows.text(bank.id);
        rows.text(id_of(budget, movement.item, movement.part));
        rows.text(name_of(budget, movement.item, movement.part, view.language));
        rows.text(budget.categories[budget.category_of(movement)].id);
        rows.word(id_of(movement.nature));
        rows.integer(movement.exercise);
        rows.word(id_of(movement.state));
        rows.money(movement.amount);
        rows.money(balances[movement.bank]);
        rows.word(id_of(movement.origin));
        rows.end_row();
    }
}

std::vector<Column> loan_columns(Language language) {
    return columns_of({{"scenario", tr("Scenario")},
                       {"entity", tr("Entity")},
                       {"bank", tr("Bank")},
                       {"date", tr("Date")},
                       {"line", tr("Line")},
                       {"label", tr("Label")},
                       {"number", tr("Number")},
                       {"principal", tr("Principal")},
                       {"interest", tr("Interest")},
                       {"insurance", tr("Insurance")},
                       {"payment", tr("Payment")},
                       {"capitalised", tr("Capitalised")},
                       {"outstanding", tr("Outstanding")},
                       {"difference", tr("Difference")}},
                      language);
}

void loan_rows(Rows& rows, const Result& result, const View& view) {
    const Budget& budget = result.budget;
    for (const Loan& loan : loans_shown(result)) {
        const Bank& bank = budget.banks[loan.bank];
        for (const ScheduleRow& row : loan_schedule(loan)) {
            rows.text(result.scenario);
            rows.text(budget.entities[bank.entity].id);
            rows.text(bank.id);
            rows.date(row.due);
            rows.text(budget.items[loan.item].id);
            rows.text(name_of(budget, loan.item, Part::whole, view.language));
            rows.integer(row.number);
            for (const Money amount : {row.principal, row.interest, row.insurance, row.payment, row.capitalised,
                                       row.outstanding, row.difference})
                rows.money(amount);
            rows.end_row();
        }
    }
}

std::vector<Column> loan_year_columns(Language language) {
    return columns_of({{"scenario", tr("Scenario")},
                       {"entity", tr("Entity")},
                       {"bank", tr("Bank")},
                       {"exercise", tr("Exercise")},
                       {"line", tr("Line")},
                       {"label", tr("Label")},
                       {"drawdown", tr("Drawn")},
                       {"principal", tr("Principal")},
                       {"interest", tr("Interest")},
                       {"insurance", tr("Insurance")},
                       {"fees", tr("Fees")},
                       {"payment", tr("Payment")},
                       {"capitalised", tr("Capitalised")},
                       {"outstanding", tr("Outstanding")}},
                      language);
}

void loan_year_rows(Rows& rows, const Result& result, const View& view) {
    const Budget& budget = result.budget;
    for (const Loan& loan : loans_shown(result)) {
        const Bank& bank = budget.banks[loan.bank];
        for (const LoanYear& year : loan_years(budget, loan)) {
            rows.text(result.scenario);
            rows.text(budget.entities[bank.entity].id);
            rows.text(bank.id);
            rows.integer(year.exercise);
            rows.text(budget.items[loan.item].id);
            rows.text(name_of(budget, loan.item, Part::whole, view.language));
            for (const Money amount : {year.drawdown, year.principal, year.interest, year.insurance, year.fees,
                                       year.payment, year.capitalised, year.outstanding})
                rows.money(amount);
            rows.end_row();
        }
    }
}

}  // namespace msp
