// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>

#include <algorithm>
#include <utility>

namespace msp {

void decode_categories(Decoding& decoding, Root& root) {
    Budget& budget = decoding.budget;
    budget.categories = decoding.shipped.categories;
    for (const auto node : decoding.bounded(root["category"_key], root["category"_key].tables())) {
        Table table(decoding.reading, node);
        Category added;
        added.id = added.french_id = table["id"_key].read().value_or("");
        added.french = added.english = table["label"_key].read().value_or(added.id);
        added.account = table["account"_key].read().value_or("");
        added.grant_line = table["grant_line"_key].read().value_or("");
        added.tax_line = table["tax_line"_key].read().value_or("");
        added.nature = table["nature"_key].value<Nature>();
        if (std::ranges::find(budget.categories, added.id, &Category::id) != budget.categories.end())
            decoding.reading.error("category.repeated", {tr("there is a category {id} already"), {{"id", added.id}}},
                                   table["id"_key].span(), Message{tr("choose another id"), {}});
        if (table["grant_line"_key].has())
            budget.grant_lines.push_back(
                {static_cast<CategoryIndex>(budget.categories.size()), {table["grant_line"_key].span()}});
        budget.categories.push_back(std::move(added));
    }
    const auto shipped = [&](std::string_view id) { return decoding.shipped_category(id); };
    budget.loan_categories = {shipped("loan-principal"), shipped("loan-interest"), shipped("loan-insurance"),
                              shipped("loan-drawdown"), shipped("bank-charges")};
    budget.payroll_categories = {shipped("payroll-net"), shipped("payroll-contributions"), shipped("payroll-other"),
                                 shipped("payroll-tax"), shipped("other-income")};
}

}  // namespace msp
