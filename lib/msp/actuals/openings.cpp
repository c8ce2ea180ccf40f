// SPDX-License-Identifier: MIT
#include <msp/actuals/openings.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace msp {
namespace {

struct Balance {
    Money sum;
    std::uint32_t line = 0;  // the last one
};
using Balances = std::map<std::string, Balance>;
constexpr std::int32_t longest_year = 366;  // days; what opens later is not of the year after

class Years {
 public:
    explicit Years(const Ledgers& ledgers) : ledgers_(ledgers) {
        for (const std::string& account : ledgers.accounts()) {
            const bool of_money = account.starts_with('5');
            keys_.push_back(of_money ? account : account.starts_with('4') ? account.substr(0, 3) : std::string());
        }
    }

    std::vector<OpeningDifference> run() {
        Balances closing;
        Date last = Date::last();  // of what was read before
        for (std::size_t part = 0; part < ledgers_.size(); ++part) {
            Balances opening;
            Balances moved;
            Date latest = Date::first();
            Date opened = Date::first();
            for (std::uint32_t i = 0; i < ledgers_[part].lines().size(); ++i) {
                const std::uint32_t line = ledgers_.first_of(part) + i;
                const std::string& key = keys_[ledgers_.account(line)];
                if (key.empty())
                    continue;
                const bool opens = ledgers_.opens(line);
                Date& day = opens ? opened : latest;
                day = std::max(day, ledgers_.line(line).date);
                Balance& of = opens ? opening[key] : moved[key];
                of.sum += ledgers_.line(line).amount;
                of.line = line;
            }
            if (!opening.empty()) {
                if (opened - last <= longest_year)
                    compare(closing, opening, part);
                closing = std::move(opening);
            }
            last = latest;
            for (const auto& [key, balance] : moved) {
                closing[key].sum += balance.sum;
                closing[key].line = balance.line;
            }
        }
        return std::move(found_);
    }

 private:
    void compare(const Balances& closing, const Balances& opening, std::size_t part) {
        if (part == 0)
            return;
        Balances all = closing;
        all.insert(opening.begin(), opening.end());
        for (const auto& [key, ignored] : all) {
            OpeningDifference made;
            made.account = key;
            made.before = part - 1;
            made.after = part;
            if (const auto closed = closing.find(key); closed != closing.end()) {
                made.closing = closed->second.sum;
                made.closed = closed->second.line;
                made.before = ledgers_.part_of(closed->second.line);
            }
            if (const auto opened = opening.find(key); opened != opening.end()) {
                made.opening = opened->second.sum;
                made.opened = opened->second.line;
            }
            if (made.closing != made.opening)
                found_.push_back(std::move(made));
        }
    }

    const Ledgers& ledgers_;
    std::vector<std::string> keys_;  // by account; empty for those that are not compared
    std::vector<OpeningDifference> found_;
};

}  // namespace

std::vector<OpeningDifference> opening_differences(const Ledgers& ledgers) {
    return Years(ledgers).run();
}

}  // namespace msp
