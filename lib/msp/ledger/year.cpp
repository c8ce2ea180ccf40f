// SPDX-License-Identifier: MIT
#include <msp/ledger/check.hpp>
#include <msp/ledger/checks.hpp>
#include <msp/ledger/exercise_months.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

namespace msp {
namespace {

constexpr int longest_exercise = 24;  // months
constexpr std::int64_t chart_year = 2025;

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Date> compact(std::string_view eight) {
    const std::string iso =
        std::string(eight.substr(0, 4)) + '-' + std::string(eight.substr(4, 2)) + '-' + std::string(eight.substr(6));
    return parse_date(iso);
}

struct ChartChange {
    std::string_view prefix;
    bool from_2025;  // else up to 2024
    const char* instead;
};
// Règlement ANC 2022-06, for exercises that begin in 2025 or later.
constexpr ChartChange chart_changes[] = {{"675", false, "657"},
                                         {"775", false, "757"},
                                         {"777", false, "747"},
                                         {"791", false, "649, 7084, 7587"},
                                         {"796", false, "649, 7084, 7587"},
                                         {"797", false, "649, 7084, 7587"},
                                         {"747", true, "777"}};

class YearCheck {
 public:
    YearCheck(LedgerChecks& checks, std::string_view path) : checks_(checks), ledger_(checks.ledger), path_(path) {}

    void run() {
        name();
        count_months();
        if (months_.empty())
            return;
        window();
        days();
        accounts();
        closing_entries();
    }

 private:
    void name() {
        if (path_ == "-")
            return;
        const std::string_view file = path_.substr(path_.rfind('/') + 1);
        const std::optional<LedgerName> found = ledger_name(path_);
        if (!found) {
            checks_.findings.add({LedgerFault::name,
                                  {},
                                  {tr("a FEC is called by SIREN, FEC and the last day of its exercise, not {name}"),
                                   {{"name", std::string(file)}}},
                                  Message{tr("call it as 123456782FEC20261231.txt before it is handed over"), {}}});
            return;
        }
        closing_ = found->closing;
        if (!is_siren(found->siren))
            checks_.findings.add({LedgerFault::siren,
                                  {},
                                  {tr("{digits}, in the name {name}, is no SIREN"),
                                   {{"digits", std::string(found->siren)}, {"name", std::string(file)}}},
                                  Message{tr("a SIREN has nine digits, of which the last one checks the others"), {}}});
    }

    // Openings may be dated before the exercise.
    [[nodiscard]] bool counts(const LedgerLine& line) const { return line.opens == 0; }

    void count_months() {
        const auto all = std::ranges::none_of(ledger_.lines(), [&](const LedgerLine& line) { return counts(line); });
        Month last;
        std::size_t* of_last = nullptr;
        for (const LedgerLine& line : ledger_.lines()) {
            if (!all && !counts(line))
                continue;
            const Month month = line.date == last_day_ && of_last != nullptr ? last : Month::of(line.date);
            if (of_last == nullptr || month != last)
                of_last = &months_[month];
            last = month;
            last_day_ = line.date;
            ++*of_last;
        }
    }

    void window() {
        const ExerciseMonths found = exercise_months(months_, closing_);
        first_ = found.first;
        last_ = found.last;
        if (closing_ && !found.by_name)
            checks_.findings.add(
                {LedgerFault::name_date,
                 {},
                 {tr("by its name the exercise ends on {day}, but of {all} lines only {inside} are of the year before"),
                  {{"day", *closing_},
                   {"all", static_cast<std::int64_t>(found.all)},
                   {"inside", static_cast<std::int64_t>(found.inside)}}},
                 Message{tr("the days of the lines count; the name has the last day of the exercise, even if the file "
                            "ends before"),
                         {}}});
        if (!found.by_name && last_ - first_ >= longest_exercise)
            too_long();
    }

    void too_long() {
        const auto months = std::int64_t{last_ - first_ + 1};
        for (std::uint32_t i = 0; i < ledger_.lines().size(); ++i) {
            if (Month::of(checks_.line(i).date) != first_ + longest_exercise)
                continue;
            checks_.findings.add(
                {LedgerFault::year,
                 checks_.place(i, LedgerColumn::date),
                 {tr("the lines are of {n} months; a FEC is of one exercise, of at most 24"), {{"n", months}}},
                 Message{tr("export each exercise on its own"), {}}});
            return;
        }
    }

    void days() {
        const Date from = first_.first();
        const Date to = closing_ && Month::of(*closing_) == last_ ? *closing_ : last_.last();
        for (std::uint32_t i = 0; i < ledger_.lines().size(); ++i) {
            const LedgerLine& line = checks_.line(i);
            if (line.date >= from && line.date <= to)
                continue;
            if (!counts(line))
                opening(i);
            else if (!checks_.told_lines.contains(i) && checks_.findings.another(LedgerFault::year))
                checks_.findings.tell({LedgerFault::year,
                                       checks_.place(i, LedgerColumn::date),
                                       {tr("{day} is not in the exercise, {from} to {to}"),
                                        {{"day", line.date}, {"from", from}, {"to", to}}},
                                       Message{tr("a FEC is of one exercise"), {}}});
        }
    }

    void opening(std::uint32_t i) {
        if (checks_.findings.another(LedgerFault::opening_date))
            checks_.findings.tell(
                {LedgerFault::opening_date,
                 checks_.place(i, LedgerColumn::date),
                 {tr("the opening balances of journal {journal} have a day that is not in the exercise"),
                  {{"journal", checks_.journal(i)}}},
                 Message{tr("they are taken for the exercise's own, by their journal"), {}}});
    }

    void accounts() {
        const bool new_chart = first_.year() >= chart_year;
        std::vector<const ChartChange*> changes(ledger_.accounts().size());
        std::vector<bool> foreign(ledger_.accounts().size());
        bool any = false;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const std::string_view account = ledger_.accounts()[i];
            for (const ChartChange& change : chart_changes) {
                if (account.starts_with(change.prefix) && change.from_2025 != new_chart)
                    changes[i] = &change;
            }
            foreign[i] = account.starts_with('0') || account.starts_with('9');
            any = any || changes[i] != nullptr || foreign[i];
        }
        for (std::uint32_t i = 0; any && i < ledger_.lines().size(); ++i) {
            const std::uint32_t account = checks_.line(i).account;
            if (changes[account] != nullptr)
                changed_account(i, *changes[account]);
            else if (foreign[account])
                foreign_account(i);
            changes[account] = nullptr;
            foreign[account] = false;
        }
    }

    void changed_account(std::uint32_t i, const ChartChange& change) {
        if (!checks_.findings.another(LedgerFault::chart))
            return;
        checks_.findings.tell(
            {LedgerFault::chart,
             checks_.place(i, LedgerColumn::account),
             {change.from_2025 ? tr("the chart of accounts has {account} for exercises from 2025 only")
                               : tr("the chart of accounts has no {account} for exercises from 2025"),
              {{"account", std::string(change.prefix)}}},
             Message{tr("it has {accounts} instead; the lines are read as they are"), {{"accounts", change.instead}}}});
    }

    void foreign_account(std::uint32_t i) {
        if (checks_.findings.another(LedgerFault::chart))
            checks_.findings.tell({LedgerFault::chart,
                                   checks_.place(i, LedgerColumn::account),
                                   {tr("no account of the chart begins with {digit}"),
                                    {{"digit", checks_.words(i, LedgerColumn::account).substr(0, 1)}}},
                                   Message{tr("commitments and cost accounting are not in a FEC"), {}}});
    }

    // The year's result would be zero: charges and income are closed against it.
    void closing_entries() {
        enum : std::uint8_t { result = 1, charge = 2, income = 4 };
        std::vector<std::uint8_t> held(ledger_.entries().size());
        for (const LedgerLine& line : ledger_.lines()) {
            const std::string_view account = ledger_.accounts()[line.account];
            const std::uint8_t kind = account.starts_with("12")  ? result
                                      : account.starts_with('6') ? charge
                                      : account.starts_with('7') ? income
                                                                 : 0;
            held[line.entry] = static_cast<std::uint8_t>(held[line.entry] | kind);
        }
        for (std::uint32_t i = 0; i < held.size(); ++i) {
            if ((held[i] & result) == 0 || (held[i] & (charge | income)) == 0 ||
                !checks_.findings.another(LedgerFault::closing))
                continue;
            const std::uint32_t line = ledger_.entries()[i].first;
            checks_.findings.tell(
                {LedgerFault::closing,
                 checks_.place(line, LedgerColumn::number),
                 {tr("this entry closes charges or income against the result"), {}},
                 Message{tr("a FEC is made before the accounts of classes 6 and 7 are closed (A47 A-1, VII-1)"), {}}});
        }
    }

    LedgerChecks& checks_;
    const Fec& ledger_;
    std::string_view path_;
    std::optional<Date> closing_;
    std::map<Month, std::size_t> months_;  // lines by month
    Date last_day_;
    Month first_;
    Month last_;
};

}  // namespace

std::optional<LedgerName> ledger_name(std::string_view path) {
    const std::string_view file = path.substr(path.rfind('/') + 1);
    std::string upper;
    for (const char c : file)
        upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const std::size_t at = upper.find("FEC");
    constexpr std::size_t day = 8;
    if (at == std::string::npos || !is_number(file.substr(0, at)) || file.size() < at + 3 + day ||
        !is_number(file.substr(at + 3, day)))
        return std::nullopt;
    const std::string_view rest = file.substr(at + 3 + day);
    if (!rest.empty() && rest.front() != '.' && rest.front() != '_')
        return std::nullopt;
    const std::optional<Date> closing = compact(file.substr(at + 3, day));
    if (!closing)
        return std::nullopt;
    return LedgerName{file.substr(0, at), closing};
}

bool is_siren(std::string_view digits) {
    if (digits.size() != 9 || !is_number(digits))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = (digits[i] - '0') * (i % 2 == 1 ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

void check_year(LedgerChecks& checks, std::string_view path) {
    YearCheck(checks, path).run();
}

}  // namespace msp
