// SPDX-License-Identifier: MIT
#include <msp/workbook/cells_beside.hpp>
#include <msp/workbook/digits.hpp>
#include <msp/workbook/formula.hpp>

#include <algorithm>
#include <variant>

namespace msp {

template <typename Value>
std::optional<CellsBeside::Named<Value>> CellsBeside::named(std::size_t column, const Value* value) const {
    const std::optional<std::uint32_t>& at = columns_.at(column);
    if (!at || value == nullptr)
        return std::nullopt;
    return Named<Value>{cell_name(row_.at, *at), *value, columns_[column].turned};
}

std::optional<CellsBeside::Named<Money>> CellsBeside::money(const std::string& id) const {
    const std::size_t column = columns_.called(id);
    return named(column, row_.amount(column));
}

std::optional<CellsBeside::Named<std::int64_t>> CellsBeside::count(const std::string& id) const {
    const std::size_t column = columns_.called(id);
    return named(column, std::get_if<std::int64_t>(&row_.cells[column]));
}

std::optional<CellsBeside::Named<Quotient>> CellsBeside::number(const std::string& id) const {
    const std::size_t column = columns_.called(id);
    const std::optional<Quotient> value = number_in(columns_[column], row_.cells[column]);
    return named(column, value ? &*value : nullptr);
}

std::vector<CellsBeside::Term> CellsBeside::terms(const Column& of) const {
    std::vector<Term> found;
    for (const Addend& addend : of.adds) {
        const std::size_t column = columns_.called(addend.column);
        if (columns_.at(column))
            found.push_back({column, addend.less, addend.above});
    }
    return found;
}

bool CellsBeside::goes_on(const Term& term, const Term& next) const {
    return *columns_.at(next.column) == *columns_.at(term.column) + 1 && next.less == term.less &&
           next.above == term.above && columns_[next.column].turned == columns_[term.column].turned;
}

std::string CellsBeside::sum(const Column& of, const RowAbove* above, Money amount) const {
    const std::vector<Term> all = terms(of);
    SumFormula formula;
    Money sum;
    for (std::size_t i = 0; i < all.size();) {
        const Term& first = all[i];
        if (first.above && (above == nullptr || above->of(first.column) == nullptr))
            return {};
        std::size_t end = i + 1;
        while (end < all.size() && goes_on(all[end - 1], all[end]))
            ++end;
        const std::uint32_t at = first.above ? above->at : row_.at;
        formula.add_run(cell_name(at, *columns_.at(first.column)), cell_name(at, *columns_.at(all[end - 1].column)),
                        first.less != (columns_[first.column].turned != of.turned));
        for (; i < end; ++i) {
            const Money* part = all[i].above ? above->of(all[i].column) : row_.amount(all[i].column);
            if (part != nullptr)
                sum = all[i].less ? sum - *part : sum + *part;
            else if (!std::holds_alternative<std::monostate>(row_.cells[all[i].column]))
                return {};
        }
    }
    if (formula.empty() || (of.unsigned_sum ? absolute(sum) : sum) != amount)
        return {};
    return of.unsigned_sum ? "=ABS(" + std::string(formula.terms()) + ")" : formula.text();
}

std::string CellsBeside::one(const Column& of, Money amount) const {
    const std::vector<Term> all = terms(of);
    std::vector<Money> amounts;
    for (const Term& term : all) {
        if (const Money* part = row_.amount(term.column))
            amounts.push_back(*part);
    }
    // The least is found without those that have none.
    if (amounts.empty() || (amounts.size() != all.size() && row_.row.across != Across::least))
        return {};
    const std::string first = cell_name(row_.at, *columns_.at(all.front().column));
    const std::string last = cell_name(row_.at, *columns_.at(all.back().column));
    if (row_.row.across == Across::least)
        return std::ranges::min(amounts) == amount ? "=MIN(" + first + ":" + last + ")" : "";
    if (row_.row.across == Across::last)
        return amounts.back() == amount ? "=" + last : "";
    // What joins a later one is the difference to what the one before it has left.
    SumFormula formula;
    formula.add(first, false);
    Money begun = amounts.front();
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Money joining = row_.joining(all[i].column);
        if (joining == Money())
            continue;
        formula.add(cell_name(row_.at, *columns_.at(all[i].column)), false);
        formula.add(cell_name(row_.at + row_.row.carried, *columns_.at(all[i - 1].column)), true);
        begun += joining;
    }
    return begun == amount ? formula.text() : "";
}

std::string CellsBeside::product(const Product& product, Money amount) const {
    std::optional<Named<Quotient>> units = number(product.column);
    if (units && !product.less.empty()) {
        const std::optional<Named<Quotient>> less = number(product.less);
        if (!less)
            return {};
        units->name = "(" + units->name + "-" + less->name + ")";
        units->value = units->value - less->value;
    }
    const std::string factor = factor_text(product.factor);
    if (!units || factor.empty())
        return {};
    const Quotient exact = units->value * product.factor;
    return within_a_cent(exact, amount) ? "=ROUND(" + units->name + factor + nudge(exact, amount) + ",2)" : "";
}

std::string CellsBeside::product(const Multiplied& product, Money amount) const {
    const std::optional<Named<Quotient>> by = number(product.by);
    for (const std::string& id : product.of) {
        const std::optional<Named<Quotient>> units = number(id);
        if (!by || !units)
            continue;
        const Quotient exact = units->value * by->value;
        return within_a_cent(exact, amount) ? "=ROUND(" + units->name + "*" + by->name + nudge(exact, amount) + ",2)"
                                            : "";
    }
    return {};
}

std::string CellsBeside::portion(const std::string& of, const Quotient& portion, Money amount) const {
    const std::optional<Named<Money>> whole = money(of);
    const std::string factor = factor_text(portion);
    if (!whole || factor.empty())
        return {};
    const Quotient exact = Quotient(whole->value.cents(), 100) * portion;
    return within_a_cent(exact, amount) ? "=ROUND(" + whole->name + factor + nudge(exact, amount) + ",2)" : "";
}

std::string CellsBeside::repeated(const Repeated& repeated, Money amount) const {
    const std::optional<Named<std::int64_t>> number = count(repeated.count);
    const std::optional<Named<Money>> each = money(repeated.each);
    const std::optional<Named<Money>> last = money(repeated.last);
    if (!number || !each || !last ||
        Quotient(number->value - 1) * Quotient(each->value.cents()) != Quotient((amount - last->value).cents()))
        return {};
    return "=(" + number->name + "-1)*" + each->name + "+" + last->name;
}

std::string CellsBeside::within(const Within& within, Money amount) const {
    const std::optional<Named<Money>> value = money(within.column);
    const std::optional<Named<Money>> most = money(within.most);
    if (!value || !most || std::min(std::max(value->value, Money()), most->value) != amount)
        return {};
    return "=MIN(MAX(" + value->name + ",0)," + most->name + ")";
}

std::string CellsBeside::quotient(const Division& division, const std::string& digits) const {
    const std::optional<Named<Money>> part = money(division.of);
    const std::optional<Named<Money>> whole = money(division.by);
    if (!part || !whole || whole->value == Money())
        return {};
    const int places = places_of(digits);
    const Money by = division.percent ? absolute(whole->value) : whole->value;
    const Quotient counted = Quotient(part->value.cents(), 100) * Quotient(division.percent ? 100 : 1);
    const Quotient divisor = Quotient(by.cents(), 100);
    if (decimal(counted / divisor, places) != digits)
        return {};
    const bool minus = part->turned != (!division.percent && whole->turned);
    return "=IF(" + whole->name + "=0,\"\",ROUND(" + (minus ? "-" : "") + (division.percent ? "100*" : "") +
           part->name + "/" + (division.percent ? "ABS(" + whole->name + ")" : whole->name) +
           off_the_half(counted, divisor, places) + "," + std::to_string(places) + "))";
}

}  // namespace msp
