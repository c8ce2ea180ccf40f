// SPDX-License-Identifier: MIT
#include <msp/income/grant_budget.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace msp {
namespace {

using ColumnSums = std::array<std::optional<GrantSums>, grant_columns>;

constexpr std::size_t number_size = 2;
constexpr std::string_view pay = "641";  // accounts, by which the form's lines are found
constexpr std::string_view contributions = "645";

const GrantFormLine* line_of_account(const GrantFormClass& of, std::string_view account) {
    for (const GrantFormLine& line : of.lines) {
        if (std::ranges::any_of(line.accounts, [&](const std::string& prefix) { return account.starts_with(prefix); }))
            return &line;
    }
    return nullptr;
}

GrantPlace place_of_account(const GrantForm& form, std::string_view account, bool charge) {
    GrantPlace place = {charge, "", "", ""};
    const GrantFormClass* of = form.numbered(account.substr(0, number_size));
    if (of == nullptr || of->of_charges() != charge)
        return place;
    place.number = of->number;
    if (const GrantFormLine* line = line_of_account(*of, account))
        place.line = line->name.french;
    return place;
}

// "61 Services extérieurs - Locations": what a category says itself comes before the class of its account.
GrantPlace place_of(const Budget& budget, const GrantForm& form, const Category& category, ItemIndex item,
                    const std::string& account, bool charge) {
    const GrantLine said = grant_line(category.grant_line);
    const GrantFormClass* of = form.numbered(said.number);
    GrantPlace place = {charge, "", "", ""};
    if (of == nullptr || of->without_money() || of->of_charges() != charge) {
        place = place_of_account(form, account, charge);
        of = form.numbered(place.number);
    } else {
        place.number = of->number;
        place.line = said.line;
    }
    if (of != nullptr && of->by_funder) {
        const Item& given = budget.items[item];
        place.funder = given.label.empty() ? category.french : given.label;  // the ACI
    }
    return place;
}

// What employees bear of the contributions of an exercise is part of their pay.
Money employees_share(const Case& of, EntityIndex entity, std::int16_t exercise) {
    const Budget& budget = of.budget;
    Money sum;
    const Month last = Month::of(budget.last_day_of(exercise, entity));
    const bool employs = std::ranges::any_of(
        budget.posts, [&](const Post& post) { return post.employed() && budget.banks[post.bank].entity == entity; });
    if (!employs)
        return sum;
    const Payroll& payroll = of.payroll.until(budget, of.law->payroll, last);
    for (std::size_t i = 0; i < budget.posts.size(); ++i) {
        if (!budget.posts[i].employed() || budget.banks[budget.posts[i].bank].entity != entity)
            continue;
        for (const PayMonth& month : payroll.posts[i].months) {
            if (budget.exercise_of(month.last, entity) == exercise)
                sum += month.pay->lines.sum(PaidBy::employee);
        }
    }
    return sum;
}

class RowMaker {
 public:
    RowMaker(const GrantForm& form, const ColumnSums& sums) : form_(form), sums_(sums) {}

    std::vector<GrantRow> run() {
        side(true);
        side(false);
        for (const GrantFormClass& of : form_.classes) {
            if (of.without_money())
                given(of);
        }
        return std::move(rows_);
    }

 private:
    template <typename Fits>
    [[nodiscard]] GrantAmounts sum_of(const Fits& fits) const {
        GrantAmounts amounts;
        for (std::size_t i = 0; i < grant_columns; ++i) {
            if (!sums_.at(i))
                continue;
            Money sum;
            for (const auto& [place, amount] : *sums_.at(i))
                sum += fits(place) ? amount : Money();
            amounts.at(i) = sum;
        }
        return amounts;
    }

    void push(GrantRow row, const GrantAmounts& amounts) {
        row.amounts = amounts;
        rows_.push_back(std::move(row));
    }

    // In the order of the words.
    template <typename Fits>
    [[nodiscard]] std::set<std::string> words_of(std::string GrantPlace::*words, const Fits& fits) const {
        std::set<std::string> found;
        for (const std::optional<GrantSums>& sums : sums_) {
            for (const auto& [place, amount] : sums.value_or(GrantSums())) {
                if (fits(place))
                    found.insert(place.*words);
            }
        }
        return found;
    }

    void side(bool charge) {
        for (const GrantFormClass& of : form_.classes) {
            if (!of.without_money() && of.of_charges() == charge)
                one_class(charge, of.number, &of);
        }
        const auto nowhere = [charge](const GrantPlace& place) {
            return place.charge == charge && place.number.empty();
        };
        if (!words_of(&GrantPlace::line, nowhere).empty())
            one_class(charge, "", nullptr);
        const GrantAmounts whole = sum_of([charge](const GrantPlace& place) { return place.charge == charge; });
        const GrantAmounts other = sum_of([charge](const GrantPlace& place) { return place.charge != charge; });
        push({.charge = charge, .kind = GrantRowKind::whole}, whole);
        GrantAmounts left;
        GrantAmounts balanced;
        for (std::size_t i = 0; i < grant_columns; ++i) {
            if (!whole.at(i))
                continue;
            left.at(i) = std::max(*other.at(i) - *whole.at(i), Money());
            balanced.at(i) = *whole.at(i) + *left.at(i);
        }
        push({.charge = charge, .kind = GrantRowKind::balance}, left);
        push({.charge = charge, .kind = GrantRowKind::balanced}, balanced);
    }

    // The lines of the form, then those that it does not have; what is of the class alone is one more line, so that
    // they add up to it.
    void one_class(bool charge, const std::string& number, const GrantFormClass* of) {
        const auto here = [&](const GrantPlace& place) { return place.charge == charge && place.number == number; };
        push({.charge = charge, .kind = GrantRowKind::of_class, .of_class = of}, sum_of(here));
        std::set<std::string> others = words_of(&GrantPlace::line, here);
        const bool parted = of != nullptr && (!of->lines.empty() || others.size() > others.count(""));
        const bool has_rest = others.erase("") != 0;
        if (of != nullptr) {
            for (const GrantFormLine& line : of->lines) {
                one_line(charge, of, number, line.name.french, &line);
                others.erase(line.name.french);
            }
        }
        for (const std::string& words : others)
            one_line(charge, of, number, words, nullptr);
        if (parted && has_rest)
            one_line(charge, of, number, "", nullptr);
        else if (!parted)
            funders(charge, of, number, "");
    }

    // Of the form, or with the words of a budget.
    void one_line(bool charge, const GrantFormClass* of, const std::string& number, const std::string& words,
                  const GrantFormLine* line) {
        push({.charge = charge,
              .kind = GrantRowKind::line,
              .of_class = of,
              .line = line,
              .words = line == nullptr ? words : ""},
             sum_of([&](const GrantPlace& place) {
                 return place.charge == charge && place.number == number && place.line == words;
             }));
        funders(charge, of, number, words);
    }

    void funders(bool charge, const GrantFormClass* of, const std::string& number, const std::string& line) {
        const auto here = [&](const GrantPlace& place) {
            return place.charge == charge && place.number == number && place.line == line && !place.funder.empty();
        };
        for (const std::string& funder : words_of(&GrantPlace::funder, here))
            push({.charge = charge, .kind = GrantRowKind::funder, .of_class = of, .words = funder},
                 sum_of([&](const GrantPlace& place) { return here(place) && place.funder == funder; }));
    }

    void given(const GrantFormClass& of) {
        push({.charge = of.of_charges(), .kind = GrantRowKind::of_class, .of_class = &of}, {});
        for (const GrantFormLine& line : of.lines)
            push({.charge = of.of_charges(), .kind = GrantRowKind::given, .of_class = &of, .line = &line}, {});
    }

    const GrantForm& form_;
    const ColumnSums& sums_;
    std::vector<GrantRow> rows_;
};

}  // namespace

GrantSums grant_sums(const Case& of, const GrantForm& form, const IncomeStatement& statement, std::size_t exercise) {
    const Budget& budget = of.budget;
    GrantSums sums;
    for (const IncomeLine& line : statement.lines) {
        if (!line.category) {
            sums[place_of_account(form, line.of_class == nullptr ? "" : line.of_class->number, true)] +=
                line.exercises[exercise];
            continue;
        }
        const Category& category = budget.categories[*line.category];
        const std::string number = line.of_class == nullptr ? "" : line.of_class->number;
        const bool third_party = !category.account.starts_with(number) || number.empty();
        const GrantPlace place =
            place_of(budget, form, category, line.item, third_party ? number : category.account, line.charge);
        sums[place] += line.exercises[exercise];
    }
    const std::int16_t year = statement.exercises[exercise];
    if (const Money share = employees_share(of, statement.entity, year); share != Money()) {
        sums[place_of_account(form, pay, true)] += share;
        sums[place_of_account(form, contributions, true)] -= share;
    }
    return sums;
}

GrantSums grant_sums(const Budget& budget, const GrantForm& form, std::span<const BookedIncome> booked,
                     std::int16_t exercise) {
    GrantSums sums;
    for (const BookedIncome& each : booked) {
        if (each.exercise != exercise)
            continue;
        const bool charge = each.account.starts_with('6');
        // What one account is for may be of several lines of the plan, whose categories know better; where a category
        // is of the other side, the account does.
        const GrantPlace place = each.item
                                     ? place_of(budget, form, budget.categories[budget.items[*each.item].category],
                                                *each.item, each.account, charge)
                                     : place_of_account(form, each.account, charge);
        sums[place] += charge ? -each.amount : each.amount;
    }
    return sums;
}

bool has_typed_pay(const Budget& budget, const IncomeStatement& statement) {
    return std::ranges::any_of(statement.lines, [&](const IncomeLine& line) {
        return line.category == budget.payroll_categories.net &&
               std::ranges::find(budget.posts, line.item, &Post::item) == budget.posts.end();
    });
}

std::vector<GrantRow> grant_rows(const GrantForm& form, const ColumnSums& sums) {
    return RowMaker(form, sums).run();
}

std::vector<std::uint32_t> rows_ahead(const std::vector<GrantRow>& rows, std::size_t at) {
    const GrantRow& of = rows[at];
    std::vector<std::uint32_t> found;
    GrantAmounts sums = {};
    const auto add = [&](std::size_t row) {
        found.push_back(static_cast<std::uint32_t>(row - at));
        for (std::size_t column = 0; column < grant_columns; ++column) {
            if (const std::optional<Money> amount = rows[row].amounts.at(column))
                sums.at(column) = sums.at(column).value_or(Money()) + *amount;
        }
    };
    if (of.kind == GrantRowKind::balance && of.charge) {
        for (std::size_t row = at; row < rows.size(); ++row) {
            if (rows[row].kind == GrantRowKind::whole && !rows[row].charge)
                add(row);
        }
        return found;
    }
    if (of.kind != GrantRowKind::of_class)
        return found;
    for (std::size_t row = at + 1; row < rows.size(); ++row) {
        if (rows[row].kind != GrantRowKind::line && rows[row].kind != GrantRowKind::funder)
            break;
        if (rows[row].kind == GrantRowKind::line)
            add(row);
    }
    return sums == of.amounts ? found : std::vector<std::uint32_t>();
}

}  // namespace msp
