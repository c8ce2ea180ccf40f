// SPDX-License-Identifier: MIT
#include <msp/actuals/booked_charges.hpp>
#include <msp/actuals/result.hpp>
#include <msp/model/mapping.hpp>
#include <msp/plan/charged.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>

namespace msp {
namespace {

class ChargesOfBooks {
 public:
    ChargesOfBooks(const Budget& budget, EntityIndex entity, std::int16_t exercise, const Ledgers& ledgers)
        : budget_(budget), ledgers_(ledgers), days_(days_of(budget, exercise, entity)) {
        made_.entity = entity;
        made_.exercise = exercise;
        for (const Line* line : shared_lines(budget, entity))
            shared_.push_back(line->item);
    }

    BookedCharges run() {
        const CashSink sink = [this](std::size_t, const CashMove& move) { add(move); };
        if (budget_.entities[made_.entity].books == Books::accrual)
            read_result(sink);
        else
            read_cash(sink);
        for (const ItemIndex item : shared_) {
            if (is_loan(item) || !has_rule(budget_, item, made_.entity) || has_spent(item))
                continue;
            made_.spent.push_back(spent(item, std::nullopt, {}));
            rows_[{BookedAs::spent, item, ""}].item = item;
        }
        for (const auto& [key, row] : rows_) {
            made_.rows.push_back(row);
            made_.all += row.amount;
        }
        std::ranges::stable_sort(made_.spent, {}, [this](const Spent& each) { return each.date.value_or(days_.last); });
        compare_typed();
        return std::move(made_);
    }

 private:
    void cover(std::optional<Date> first, std::optional<Date> last) {
        if (!first || !last || *last < days_.first || days_.last < *first)
            return;
        made_.first = std::min(made_.first.value_or(*first), *first);
        made_.last = std::max(made_.last.value_or(*last), *last);
    }

    template <typename Totals>
    void keep_ties(const std::vector<Totals>& parts) {
        for (std::size_t part = 0; part < parts.size(); ++part) {
            for (const MapTie& tie : parts[part].ties) {
                made_.ties.push_back(tie);
                made_.tied_parts.push_back(static_cast<std::uint32_t>(part));
            }
        }
    }

    void read_cash(const CashSink& sink) {
        const std::vector<CashTotals> parts = cash_of(budget_, made_.entity, ledgers_, days_.last, sink);
        for (const CashTotals& part : parts)
            cover(part.first, part.last);
        keep_ties(parts);
    }

    void read_result(const CashSink& sink) {
        const std::vector<ResultTotals> parts = booked_results(budget_, made_.entity, ledgers_, days_.last, sink);
        for (const ResultTotals& part : parts)
            cover(part.first, part.last);
        keep_ties(parts);
    }

    [[nodiscard]] bool is_loan(ItemIndex item) const { return budget_.items[item].origin == Origin::loan; }
    [[nodiscard]] bool has_spent(ItemIndex item) const {
        return std::ranges::find(made_.spent, item, &Spent::item) != made_.spent.end();
    }

    [[nodiscard]] BookedAs kind_of(const CashMove& move) const {
        if (move.kind == CashKind::apart)
            return BookedAs::apart;
        if (move.kind != CashKind::mapped)
            return BookedAs::unmapped;
        if (std::ranges::find(shared_, move.item) == shared_.end())
            return BookedAs::other;
        return is_loan(move.item) ? BookedAs::loan : BookedAs::spent;
    }

    void add(const CashMove& move) {
        if (move.kind == CashKind::internal || !days_.holds(move.date))
            return;
        const BookedAs as = kind_of(move);
        const bool mapped = move.kind == CashKind::mapped;
        const std::vector<std::string>& accounts = ledgers_.accounts();
        const std::string account = mapped || move.account >= accounts.size() ? "" : accounts[move.account];
        BookedCharge& row = rows_[{as, mapped ? move.item : no_item, account}];
        row.as = as;
        if (mapped)
            row.item = move.item;
        row.account = account;
        ++row.count;
        row.amount -= move.amount;
        row.estimated -= move.estimated ? move.amount : Money();
        if (as == BookedAs::spent)
            made_.spent.push_back(spent(move.item, move.date, -move.amount));
    }

    [[nodiscard]] Spent spent(ItemIndex item, std::optional<Date> date, Money amount) const {
        Spent made;
        made.item = item;
        made.entity = made_.entity;
        made.date = date;
        made.exercise = made_.exercise;
        made.amount = amount;
        made.place = budget_.items[item].place;
        return made;
    }

    // Of lines that the books say.
    void compare_typed() {
        for (const Spent& each : budget_.spent) {
            if (each.entity != made_.entity || budget_.exercise_of(each) != made_.exercise || !has_spent(each.item))
                continue;
            const auto found = std::ranges::find(made_.typed, each.item, &BookedCharges::Typed::item);
            if (found != made_.typed.end()) {
                found->typed += each.amount;
                continue;
            }
            Money booked;
            for (const Spent& of : made_.spent)
                booked += of.item == each.item ? of.amount : Money();
            made_.typed.push_back({each.item, each.amount, booked, each.place});
        }
        std::erase_if(made_.typed, [](const BookedCharges::Typed& each) { return each.typed == each.booked; });
    }

    const Budget& budget_;
    const Ledgers& ledgers_;
    Window days_;
    std::vector<ItemIndex> shared_;
    std::map<std::tuple<BookedAs, ItemIndex, std::string>, BookedCharge> rows_;
    BookedCharges made_;
};

}  // namespace

std::string_view id_of(BookedAs as) {
    constexpr std::array<std::string_view, 5> ids = {"spent", "loan", "other", "unmapped", "depreciation"};
    return ids.at(static_cast<std::size_t>(as));
}

BookedCharges booked_charges(const Budget& budget, EntityIndex entity, std::int16_t exercise, const Ledgers& ledgers) {
    return ChargesOfBooks(budget, entity, exercise, ledgers).run();
}

void take_booked(Budget& budget, const BookedCharges& booked) {
    std::erase_if(budget.spent, [&](const Spent& each) {
        return each.entity == booked.entity && budget.exercise_of(each) == booked.exercise &&
               std::ranges::find(booked.spent, each.item, &Spent::item) != booked.spent.end();
    });
    budget.spent.insert(budget.spent.end(), booked.spent.begin(), booked.spent.end());
}

}  // namespace msp
