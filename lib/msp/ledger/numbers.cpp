// SPDX-License-Identifier: MIT
#include <msp/ledger/checks.hpp>
#include <msp/ledger/groups.hpp>

#include <algorithm>
#include <optional>
#include <tuple>

namespace msp {
namespace {

constexpr std::size_t most_number_digits = 18;

// An entry in its sequence: "AC00012" is 12 of "AC".
struct Numbered {
    std::uint32_t sequence;  // of names, or of names and journals
    std::uint32_t entry;
    std::uint64_t number;
};

class NumberCheck {
 public:
    explicit NumberCheck(LedgerChecks& checks) : checks_(checks), ledger_(checks.ledger) {}

    void run() {
        if (!ledger_.form().has(LedgerColumn::number))
            return;
        read(false);
        sort();
        // The same number in two journals: each journal has its own sequence.
        const auto same = [](const Numbered& a, const Numbered& b) {
            return a.sequence == b.sequence && a.number == b.number;
        };
        if (std::ranges::adjacent_find(numbers_, same) != numbers_.end()) {
            read(true);
            sort();
        }
        for (std::size_t from = 0; from < numbers_.size();) {
            std::size_t to = from;
            while (to < numbers_.size() && numbers_[to].sequence == numbers_[from].sequence)
                ++to;
            gaps({numbers_.data() + from, to - from});
            from = to;
        }
    }

 private:
    void read(bool by_journal) {
        numbers_.clear();
        numbers_.reserve(ledger_.entries().size());
        Names names;
        const std::vector<LedgerLine>& lines = ledger_.lines();
        for (std::uint32_t i = 0; i < ledger_.entries().size(); ++i) {
            const LedgerLine& line = lines[ledger_.entries()[i].first];
            const std::string_view text = ledger_.record(line)[LedgerColumn::number];
            const std::size_t digits = text.size() - (text.find_last_not_of("0123456789") + 1);
            if (digits == 0 || digits > most_number_digits)
                continue;
            std::uint64_t number = 0;
            for (const char c : text.substr(text.size() - digits))
                number = number * 10 + static_cast<std::uint64_t>(c - '0');
            const auto name = names.number_of(text.substr(0, text.size() - digits));
            const auto journals = static_cast<std::uint32_t>(ledger_.journals().size());
            numbers_.push_back({by_journal ? name * journals + ledger_.journal_of(line) : name, i, number});
        }
    }

    void sort() {
        std::ranges::sort(numbers_, {},
                          [](const Numbered& one) { return std::tuple(one.sequence, one.number, one.entry); });
    }

    [[nodiscard]] std::uint32_t first_line(const Numbered& number) const {
        return ledger_.entries()[number.entry].first;
    }

    // For each number that a line has by mistake another one is missing, which is told.
    [[nodiscard]] bool is_told(const Numbered& before, const Numbered& after) {
        if (after.number - before.number != 2 || excused_ == checks_.number_lines.size())
            return false;
        ++excused_;
        return true;
    }

    void gaps(std::span<const Numbered> numbers) {
        const std::uint64_t range = numbers.back().number - numbers.front().number + 1;
        if (range / 2 > numbers.size())
            return;  // no count: days, or numbers of something else
        for (std::size_t i = 1; i < numbers.size(); ++i) {
            const std::uint64_t step = numbers[i].number - numbers[i - 1].number;
            if (step > 1 && !is_told(numbers[i - 1], numbers[i]) && checks_.findings.another(LedgerFault::number_gap))
                gap(numbers[i - 1], numbers[i]);
        }
    }

    void gap(const Numbered& before, const Numbered& after) {
        const std::uint32_t line = first_line(after);
        const auto missing = static_cast<std::int64_t>(after.number - before.number - 1);
        checks_.findings.tell(
            {LedgerFault::number_gap,
             checks_.place(line, LedgerColumn::number),
             {tr("between the numbers {before} and {after} {n} {n:is|are} missing"),
              {{"before", checks_.words(first_line(before), LedgerColumn::number)},
               {"after", checks_.words(line, LedgerColumn::number)},
               {"n", missing}}},
             Message{tr("the law asks for numbers without a gap: see whether entries were deleted"), {}}});
    }

    LedgerChecks& checks_;
    const Fec& ledger_;
    std::vector<Numbered> numbers_;
    std::size_t excused_ = 0;
};

}  // namespace

void check_numbers(LedgerChecks& checks) {
    if (checks.ledger.complete() && !checks.ledger.entries().empty())
        NumberCheck(checks).run();
}

}  // namespace msp
