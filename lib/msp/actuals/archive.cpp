// SPDX-License-Identifier: MIT
#include <msp/actuals/archive.hpp>
#include <msp/money/parse.hpp>
#include <msp/read/csv_columns.hpp>
#include <msp/read/readers.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

namespace msp {
namespace {

bool within(const Budget& budget, const Movement& movement, EntityIndex entity) {
    return movement.counterpart != no_bank && budget.banks[movement.counterpart].entity == entity;
}

// The evenings from the day after the forecast was made to its last one.
void add_evenings(ArchivedEntity& made) {
    std::map<Date, Money> by_day;
    for (const ArchivedAmount& amount : made.forecast)
        by_day[*amount.day] += amount.amount;
    for (const ArchivedAmount& amount : made.openings)
        by_day[*amount.day] += amount.amount;
    made.end = made.balance;
    made.low = {made.balance, made.made + 1};
    bool later = false;
    for (const auto& [day, amount] : by_day) {
        made.end += amount;
        // On the first evening there is no other one yet.
        if (made.end < made.low.amount || (!later && day == made.made + 1))
            made.low = {made.end, day};
        later = true;
    }
}

constexpr std::array<std::string_view, 8> columns = {"kind",  "entity", "line",   "label",
                                                     "month", "day",    "amount", "siren"};

class ArchiveReader {
 public:
    ArchiveReader(Sources& sources, SourceId source, Diagnostics& diagnostics)
        : sources_(sources), source_(source), diagnostics_(diagnostics) {}

    std::optional<ArchivedForecast> run() {
        const std::size_t before = diagnostics_.errors();
        const CsvColumns named = {[this](std::vector<Heading>& headings, const ColumnCells&) { return name(headings); },
                                  [](const std::vector<CsvCell>&) { return false; }};
        rows_ = read_csv_with(sources_, source_, diagnostics_, named);
        if (!rows_)
            return std::nullopt;
        if (sources_.text(source_).empty())
            missing(columns.front());
        for (NodeId row = (*rows_)[Document::root()].child; row != no_node; row = (*rows_)[row].next)
            take(row);
        for (const Read& each : entities_) {
            if (diagnostics_.errors() == before)
                check(each);
        }
        if (diagnostics_.errors() != before)
            return std::nullopt;
        ArchivedForecast all;
        for (Read& each : entities_)
            all.push_back(std::move(each.entity));
        return all;
    }

 private:
    struct Read {
        ArchivedEntity entity;
        bool balance = false;
        bool low = false;
        bool end = false;
    };

    static Message restore() {
        return {tr("take it from a backup, as msp-actuals --archive wrote it, or out of the folder"), {}};
    }

    void missing(std::string_view column) {
        diagnostics_.error(
            "archive.column",
            {tr("this is no archived forecast: it has no column {name}"), {{"name", std::string(column)}}},
            {source_, 0, 0});
    }

    bool name(std::vector<Heading>& headings) {
        const auto absent = std::ranges::find_if(columns, [&](std::string_view column) {
            return std::ranges::find(headings, column, &Heading::text) == headings.end();
        });
        if (absent != columns.end())
            missing(*absent);
        // A later version may say more.
        for (Heading& heading : headings)
            heading.used = std::ranges::find(columns, heading.text) != columns.end();
        return absent == columns.end();
    }

    [[nodiscard]] const Node* cell(NodeId row, std::string_view column) const {
        const NodeId node = rows_->find(row, column);
        return node == no_node ? nullptr : &(*rows_)[node];
    }
    [[nodiscard]] std::string text(NodeId row, std::string_view column) const {
        const Node* found = cell(row, column);
        return found == nullptr ? std::string() : std::string(found->text);
    }

    // What stands in the column, by `parse`; reported where that is nothing.
    template <typename Parse>
    auto value(NodeId row, std::string_view column, Parse parse) {
        const Node* found = cell(row, column);
        auto read = found == nullptr ? decltype(parse(std::string_view()))() : parse(found->text);
        if (read)
            return read;
        const Message wrong = {found == nullptr ? tr("this row of an archived forecast has no {name}")
                                                : tr("\"{value}\" is not what an archived forecast has as its {name}"),
                               {{"value", text(row, column)}, {"name", std::string(column)}}};
        diagnostics_.error("archive.value", wrong, found == nullptr ? (*rows_)[row].span : found->span, restore());
        return read;
    }

    void take(NodeId row) {
        static constexpr std::array<std::string_view, 6> kinds = {"balance", "low",      "end",
                                                                  "actual",  "forecast", "opening"};
        const auto kind = value(row, "kind", [](std::string_view text) {
            const auto found = std::ranges::find(kinds, text);
            return found == kinds.end() ? std::nullopt : std::optional(found - kinds.begin());
        });
        const auto amount = value(row, "amount", [](std::string_view text) {
            const AmountResult read = parse_bare_amount(text);
            const Money* money = std::get_if<Money>(&read);
            return money == nullptr ? std::nullopt : std::optional(*money);
        });
        if (!kind || !amount)
            return;
        Read& of = of_entity(text(row, "entity"));
        if (*kind == 3)
            take_line(of.entity.actual, row, false, *amount);
        else if (*kind > 3)
            take_line(*kind == 4 ? of.entity.forecast : of.entity.openings, row, true, *amount);
        else
            take_day(of, row, *kind, *amount);
    }

    void take_day(Read& of, NodeId row, std::ptrdiff_t kind, Money amount) {
        const std::optional<Date> day = value(row, "day", parse_date);
        if (!day)
            return;
        if (kind == 0) {
            of.entity.made = *day;
            of.entity.balance = amount;
            of.entity.siren = text(row, "siren");
            of.entity.place = (*rows_)[row].span;
            of.balance = true;
        } else if (kind == 1) {
            of.entity.low = {amount, *day};
            of.low = true;
        } else {
            of.entity.last = *day;
            of.entity.end = amount;
            of.end = true;
        }
    }

    void take_line(std::vector<ArchivedAmount>& to, NodeId row, bool dated, Money amount) {
        const std::optional<Month> month = value(row, "month", parse_month);
        const auto line = value(row, "line", [](std::string_view id) {
            return id.empty() ? std::nullopt : std::optional(std::string(id));
        });
        std::optional<Date> day;
        if (dated)
            day = value(row, "day", parse_date);
        if (month && line && (!dated || day))
            to.push_back({*line, text(row, "label"), *month, day, amount});
    }

    Read& of_entity(const std::string& id) {
        const auto found = std::ranges::find(entities_, id, [](const Read& each) { return each.entity.id; });
        if (found != entities_.end())
            return *found;
        entities_.emplace_back().entity.id = id;
        return entities_.back();
    }

    // A file that was cut off, or changed, would say less than was forecast.
    void check(const Read& of) {
        if (!of.balance || !of.low || !of.end) {
            diagnostics_.error("archive.rows",
                               {tr("of {entity} the row {kind} is not there"),
                                {{"entity", of.entity.id},
                                 {"kind", !of.balance ? "balance"
                                          : !of.low   ? "low"
                                                      : "end"}}},
                               {source_, 0, 0}, restore());
            return;
        }
        Money end = of.entity.balance;
        for (const std::vector<ArchivedAmount>* amounts : {&of.entity.forecast, &of.entity.openings}) {
            for (const ArchivedAmount& amount : *amounts)
                end += amount.amount;
        }
        if (end == of.entity.end)
            return;
        diagnostics_.error("archive.sum",
                           {tr("the balance of {entity} and its forecast come to {sum}, and not to its end, {end}"),
                            {{"entity", of.entity.id}, {"sum", end}, {"end", of.entity.end}}},
                           of.entity.place, restore());
    }

    Sources& sources_;
    SourceId source_;
    Diagnostics& diagnostics_;
    std::optional<Document> rows_;
    std::vector<Read> entities_;
};

}  // namespace

bool is_in_later_opening(const Movement& planned, std::span<const BookedBank> accounts) {
    return planned.before_opening && std::ranges::any_of(accounts, [&](const BookedBank& each) {
               return each.bank == planned.counterpart && each.later;
           });
}

ArchivedEntity archived(const Budget& budget, EntityIndex entity, const BookedCash& booked, Date made, Money balance,
                        Date last, std::span<const Movement> planned, std::span<const BookedBank> accounts) {
    ArchivedEntity of;
    of.id = budget.entities[entity].id;
    of.siren = budget.entities[entity].siren;
    of.made = made;
    of.balance = balance;
    of.last = last;
    const Date first = budget.last_day_of(static_cast<std::int16_t>(budget.exercise_of(made, entity) - 1), entity) + 1;
    const auto name = [&](ArchivedAmount& amount, ItemIndex item) {
        amount.line = item == no_item ? std::string(unmapped_line) : budget.items[item].id;
        amount.label = item == no_item ? std::string() : budget.items[item].label;
    };
    for (const ItemIndex line : booked.lines()) {
        for (const Period& month : periods(first, made, Grid::month)) {
            ArchivedAmount amount{.line = {}, .month = Month::of(month.first), .amount = booked.of(line, month)};
            name(amount, line);
            if (amount.amount != Money())
                of.actual.push_back(amount);
        }
    }
    std::map<std::pair<ItemIndex, Date>, Money> by_day;
    for (const Movement& movement : planned) {
        const bool leaves = !within(budget, movement, entity) || is_in_later_opening(movement, accounts);
        if (budget.banks[movement.bank].entity == entity && leaves && movement.date > made && movement.date <= last)
            by_day[{movement.item, movement.date}] += movement.amount;
    }
    for (const auto& [where, sum] : by_day) {
        ArchivedAmount amount{.line = {}, .month = Month::of(where.second), .day = where.second, .amount = sum};
        name(amount, where.first);
        of.forecast.push_back(amount);
    }
    for (const BookedBank& each : accounts) {
        const Bank& bank = budget.banks[each.bank];
        if (each.later && bank.entity == entity && each.later->morning <= last)
            of.openings.push_back(
                {bank.id, bank.name, Month::of(each.later->morning), each.later->morning, each.later->typed});
    }
    add_evenings(of);
    return of;
}

std::optional<ArchivedForecast> read_archive(Sources& sources, SourceId source, Diagnostics& diagnostics) {
    return ArchiveReader(sources, source, diagnostics).run();
}

}  // namespace msp
