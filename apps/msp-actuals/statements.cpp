// SPDX-License-Identifier: MIT
#include <msp/ledger/columns.hpp>
#include <msp/model/mapping.hpp>
#include <msp/read/file.hpp>
#include <support/budgets.hpp>
#include <support/exports.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <msp-actuals/statements.hpp>
#include <optional>
#include <string_view>
#include <utility>

namespace msp::app {
namespace {

std::optional<std::vector<AccountStatement>> read_file(Context& context, const std::string& path,
                                                       std::span<const StatementColumns> columns) {
    const std::optional<SourceId> mapped = map_file(context.sources, path, context.diagnostics);
    const std::optional<SourceId> source = mapped ? statement_text(context.sources, *mapped) : std::nullopt;
    const std::optional<StatementForm> form = source ? statement_form(context.sources, *source, columns) : std::nullopt;
    if (!form)
        return std::nullopt;
    const std::size_t before = context.diagnostics.errors();
    std::vector<AccountStatement> all = read_statements(context.sources, *source, *form, columns, context.diagnostics);
    return context.diagnostics.errors() == before ? std::optional(std::move(all)) : std::nullopt;
}

// By its IBAN or number, else by the columns that its bank has typed; the only bank needs neither.
std::optional<BankIndex> bank_of(Context& context, const Budget& budget, const std::string& path,
                                 const AccountStatement& of) {
    std::vector<BankIndex> found;
    for (std::size_t i = 0; i < budget.banks.size(); ++i) {
        if (!budget.banks[i].iban.empty() && is_account(budget.banks[i].iban, of.account))
            found.push_back(static_cast<BankIndex>(i));
    }
    const bool only = budget.banks.size() == 1;
    if (found.empty() && only && (budget.banks.front().iban.empty() || !of.account.known()))
        return BankIndex{0};
    if (found.empty() && !of.account.known() && of.columns)
        return static_cast<BankIndex>(*of.columns);
    if (found.size() == 1)
        return found.front();
    const bool known = of.account.known();
    context.diagnostics.error(
        "actuals.bank",
        {!known           ? tr("{file} does not say which account it is of, and the budget has several banks")
         : !found.empty() ? tr("account {number} of {file} may be more than one bank of the budget")
                          : tr("no bank of the budget is account {number} of {file}"),
         {{"file", path}, {"number", of.account.shown()}}},
        {},
        known ? Message{tr("give the bank its iban in the budget"), {}}
              : Message{tr("take a form that has the account: CAMT.053, CFONB 120 or OFX"), {}});
    return std::nullopt;
}

// A movement of the same day and cents; on days that both files have it is the same one.
const StatementEntry* in_both(const AccountStatement& one, const AccountStatement& other) {
    const auto same = [&](const StatementEntry& entry) {
        return std::ranges::any_of(other.entries, [&](const StatementEntry& each) {
            return each.date == entry.date && each.amount == entry.amount;
        });
    };
    const auto found = std::ranges::find_if(one.entries, same);
    return found == one.entries.end() ? nullptr : &*found;
}

bool is_twin(Context& context, const BankStatement& made, const std::vector<BankStatement>& others) {
    for (const BankStatement& each : others) {
        const StatementEntry* both = each.bank == made.bank ? in_both(made.statement, each.statement) : nullptr;
        if (both == nullptr)
            continue;
        context.diagnostics.error(
            "actuals.twice",
            {tr("{file} and {other} both have the movement of {amount} on {day}, which would count "
                "twice"),
             {{"file", made.file}, {"other", each.file}, {"amount", both->amount}, {"day", both->date}}},
            both->place, Message{tr("name one file for the same days of an account"), {}});
        return true;
    }
    return false;
}

// Lines of the budget that a journal names.
bool names_lines(Context& context, const Budget& budget, const AccountStatement& of) {
    bool all = true;
    for (const StatementEntry& entry : of.entries) {
        if (entry.item.empty() || budget.item(entry.item))
            continue;
        all = false;
        std::vector<std::string_view> known;
        for (const Item& item : budget.items)
            known.push_back(item.id);
        context.diagnostics.error("actuals.line", {tr("no line of the budget is called {id}"), {{"id", entry.item}}},
                                  entry.place, what_there_is(entry.item, known));
    }
    return all;
}

bool is_called(const Category& category, std::string_view folded) {
    return std::ranges::any_of(std::array{&category.id, &category.french_id, &category.french, &category.english},
                               [&](const std::string* name) { return !name->empty() && folded_name(*name) == folded; });
}

// The only line of the bank's entity that has the category.
std::optional<ItemIndex> only_line_of(const Budget& budget, const std::vector<BankIndex>& banks, EntityIndex entity,
                                      std::string_view category) {
    const std::string folded = folded_name(category);
    std::optional<ItemIndex> found;
    for (ItemIndex i = 0; i < budget.items.size(); ++i) {
        const bool own = banks[i] != no_bank && budget.banks[banks[i]].entity == entity;
        if (!own || !is_called(budget.categories[budget.items[i].category], folded))
            continue;
        if (found)
            return std::nullopt;
        found = i;
    }
    return found;
}

// Categories that a journal names for lines of the budget; a line that it names itself goes before.
void take_categories(Context& context, const Budget& budget, BankStatement& of) {
    const std::vector<BankIndex> banks = banks_of_items(budget);
    const StatementEntry* first = nullptr;  // of those that give no line
    std::int64_t count = 0;
    for (StatementEntry& entry : of.statement.entries) {
        if (entry.category.empty() || !entry.item.empty())
            continue;
        if (const auto item = only_line_of(budget, banks, budget.banks[of.bank].entity, entry.category)) {
            entry.item = budget.items[*item].id;
            continue;
        }
        first = first == nullptr ? &entry : first;
        ++count;
    }
    if (first != nullptr)
        context.diagnostics.warning(
            "actuals.category",
            {tr("of {n} {n:movement|movements} of {file} the category is not used, the first \"{category}\": the "
                "budget has no line with it, or several"),
             {{"n", count}, {"file", of.file}, {"category", first->category}}},
            first->place,
            Message{tr("name the line in a column called line, or give it a rule; without one it is "
                       "unmapped"),
                    {}});
}

// The headings that the banks of the budget have for their CSV files, those of bank i at i.
std::vector<StatementColumns> statement_columns(const Budget& budget) {
    std::vector<StatementColumns> all;
    for (const Bank& bank : budget.banks)
        all.push_back(bank.columns);
    return all;
}

bool add_statements(Context& context, const Budget& budget, const std::string& path, std::vector<BankStatement>& to) {
    std::optional<std::vector<AccountStatement>> read = read_file(context, path, statement_columns(budget));
    if (!read)
        return false;
    bool all = true;
    for (AccountStatement& each : *read) {
        const std::optional<BankIndex> bank = bank_of(context, budget, path, each);
        if (!bank) {
            all = false;
            continue;
        }
        BankStatement made{path, *bank, std::move(each)};
        take_categories(context, budget, made);
        all = names_lines(context, budget, made.statement) && !is_twin(context, made, to) && all;
        to.push_back(std::move(made));
    }
    return all;
}

bool follow_each_other(Context& context, const Budget& budget, std::vector<BankStatement>& all) {
    std::ranges::stable_sort(all, {}, [](const BankStatement& each) { return each.statement.last().value_or(Date()); });
    bool follow = true;
    for (std::size_t i = 1; i < all.size(); ++i) {
        const AccountStatement& of = all[i].statement;
        for (std::size_t j = i; j-- > 0;) {
            if (all[j].bank != all[i].bank)
                continue;
            const AccountStatement& before = all[j].statement;
            const std::optional<Money> left = before.last() ? before.balance_on(*before.last()) : std::nullopt;
            const std::optional<Money> begins = of.balance_on(Date::first() - 1);
            if (left && begins && *left != *begins) {
                follow = false;
                context.diagnostics.error(
                    "actuals.gap",
                    {tr("{bank} has {left} at the end of {file}, and {begins} at the beginning of {other}"),
                     {{"bank", budget.banks[all[i].bank].id},
                      {"left", *left},
                      {"file", all[j].file},
                      {"begins", *begins},
                      {"other", all[i].file}}},
                    of.opening ? of.opening->place : Span{},
                    Message{tr("name the statement of the days between them too"), {}});
            }
            break;
        }
    }
    return follow;
}

// What is neither, or is not there.
bool refuse(Context& context, const std::string& path) {
    if (!map_file(context.sources, path, context.diagnostics))
        return false;
    context.diagnostics.error(
        "bank-file.form",
        {tr("{file} is neither an export of the books (FEC) nor a statement of a bank"), {{"file", path}}}, {},
        Message{tr("a FEC has a line of headings with EcritureDate and CompteNum; statements are read as CAMT.053, "
                   "CFONB 120, OFX, QIF, or CSV with headings of a day, a label and an amount, which the bank may "
                   "name in the budget"),
                {}});
    return false;
}

}  // namespace

bool is_statement(const std::string& path, std::span<const StatementColumns> columns) {
    if (path == "-")
        return false;
    Sources sources;
    Diagnostics unread;
    const std::optional<SourceId> mapped = map_file(sources, path, unread);
    const std::optional<SourceId> source = mapped ? statement_text(sources, *mapped) : std::nullopt;
    return source && statement_form(sources, *source, columns);
}

void check_statement(Context& context, const std::string& path, std::span<const StatementColumns> columns) {
    (void)read_file(context, path, columns);
}

std::optional<std::vector<AccountStatement>> read_statement(Context& context, const std::string& path) {
    return read_file(context, path, {});
}

std::vector<StatementColumns> columns_beside(const Context& context) {
    std::vector<StatementColumns> all;
    for (const std::string& path : context.options.positional()) {
        if (path == context.path || path == "-" || is_export(path) || is_statement(path))
            continue;
        Context beside{.options = context.options, .rules = context.rules, .path = path};
        if (const std::optional<Case> of = other_budget(beside, path)) {
            const std::vector<StatementColumns> columns = statement_columns(of->budget);
            all.insert(all.end(), columns.begin(), columns.end());
        }
    }
    return all;
}

std::optional<std::vector<std::string>> statements_among(Context& context, const Budget& budget,
                                                         std::span<const std::string> paths,
                                                         std::vector<BankStatement>& to) {
    std::vector<std::string> exports;
    bool all = true;
    for (const std::string& path : paths) {
        if (is_statement(path, statement_columns(budget)))
            all = add_statements(context, budget, path, to) && all;
        else if (path == "-" || is_export(path))
            exports.push_back(path);
        else
            all = refuse(context, path);
    }
    return follow_each_other(context, budget, to) && all ? std::optional(std::move(exports)) : std::nullopt;
}

void warn_of_banks_without(Context& context, const Budget& budget, const std::vector<BankStatement>& statements,
                           const std::deque<EntityExport>& exports) {
    const std::vector<Bank>& banks = budget.banks;
    for (std::size_t i = 0; i < banks.size(); ++i) {
        const auto of_entity = [&](const BankStatement& each) { return banks[each.bank].entity == banks[i].entity; };
        const auto of_bank = [&](const BankStatement& each) { return each.bank == i; };
        if (std::ranges::none_of(statements, of_entity) || std::ranges::any_of(statements, of_bank) ||
            std::ranges::find(exports, banks[i].entity, &EntityExport::entity) != exports.end())
            continue;
        context.diagnostics.warning("actuals.no-statement",
                                    {tr("no statement of the bank {id} is named"), {{"id", banks[i].id}}},
                                    banks[i].place.span, Message{tr("what it moves is not among the actuals"), {}});
    }
}

}  // namespace msp::app
