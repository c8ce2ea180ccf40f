// SPDX-License-Identifier: MIT
#include <msp/actuals/chart.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <span>

namespace msp {
namespace {

struct BookedOn {
    std::string_view account;
    std::string_view category;
};

// Third parties stand for what they are paid for: books pay salaries from 421 and contributions from 43. Before 2025
// 79 had what 75 has now.
constexpr auto paid_on = std::to_array<BookedOn>({
    {"10", "capital"},
    {"108", "associate-account"},
    {"164", "loan-principal"},
    {"1688", "loan-interest"},
    {"2", "investment"},
    {"27", "deposit"},
    {"42", "payroll-net"},
    {"43", "payroll-contributions"},
    {"4421", "payroll-contributions"},
    {"444", "corporate-tax"},
    {"447", "payroll-tax"},
    {"45", "associate-account"},
    {"457", "distribution"},
    {"606", "supplies"},
    {"6063", "supplies"},
    {"612", "leasing"},
    {"613", "rent"},
    {"615", "maintenance"},
    {"621", "payroll-other"},
    {"624", "travel"},
    {"631", "payroll-tax"},
    {"633", "training"},
    {"635", "local-tax"},
    {"641", "payroll-net"},
    {"645", "payroll-contributions"},
    {"648", "payroll-other"},
    {"651", "information-system"},
    {"661", "overdraft-interest"},
    {"6611", "loan-interest"},
});
constexpr auto received_on = std::to_array<BookedOn>({
    {"10", "capital"},
    {"108", "associate-account"},
    {"164", "loan-drawdown"},
    {"27", "deposit"},
    {"2", "investment"},
    {"441", "grant"},
    {"45", "associate-account"},
    {"70", "charges-reimbursed"},
    {"7083", "rent-received"},
    {"74", "grant"},
    {"76", "interest-received"},
});

bool fits(Nature nature, bool receipt) {
    return receipt ? nature == Nature::income : nature != Nature::income && nature != Nature::transfer;
}

}  // namespace

CategoryIndex category_of_account(const Catalogue& catalogue, std::string_view account, bool receipt) {
    CategoryIndex best = catalogue.find(receipt ? "other-income" : "other-charge").value();
    std::size_t longest = 0;
    for (std::size_t i = 0; i < catalogue.categories.size(); ++i) {
        const Category& category = catalogue.categories[i];
        if (category.account.size() > longest && account.starts_with(category.account) &&
            fits(category.nature, receipt)) {
            longest = category.account.size();
            best = static_cast<CategoryIndex>(i);
        }
    }
    for (const BookedOn& each : receipt ? std::span<const BookedOn>(received_on) : std::span<const BookedOn>(paid_on)) {
        if (each.account.size() >= longest && account.starts_with(each.account)) {
            longest = each.account.size();
            best = catalogue.find(each.category).value();
        }
    }
    return best;
}

}  // namespace msp
