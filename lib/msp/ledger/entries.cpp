// SPDX-License-Identifier: MIT
// Producers number entries in their own ways. Lines of one journal and number are an entry where they come to zero and
// have one day; else they are cut in the order of the file, each time the running sum is zero.
#include <msp/ledger/checks.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <utility>

namespace msp {
namespace {

// Lines of one number: so many as the entry has, in a list of indexes.
struct NumberLines {
    std::uint32_t entry;
    std::uint32_t begin;
};

// A piece of them that comes to zero, or what is left.
struct EntryPart {
    std::span<const std::uint32_t> lines;
    Money sum;
};

std::vector<EntryPart> parts_of(const Fec& ledger, std::span<const std::uint32_t> lines) {
    std::vector<EntryPart> parts;
    Money sum;
    std::size_t from = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Money amount = ledger.lines()[lines[i]].amount;
        sum += amount;
        if (i == from && amount == Money() && !parts.empty()) {
            // A line without an amount belongs to what stands before it.
            parts.back().lines = {parts.back().lines.data(), parts.back().lines.size() + 1};
            from = i + 1;
        } else if (sum == Money() || i + 1 == lines.size()) {
            parts.push_back({lines.subspan(from, i + 1 - from), sum});
            from = i + 1;
            sum = Money();
        }
    }
    return parts;
}

class EntryCheck {
 public:
    explicit EntryCheck(LedgerChecks& checks)
        : checks_(checks), ledger_(checks.ledger), journals_(ledger_.journals().size()) {}

    void run() {
        find_doubtful();
        for (const NumberLines& number : doubtful_)
            look_into(number);
        strays();
        for (const NumberLines* number : unbalanced_)
            unbalanced(*number);
        shared_numbers();
    }

 private:
    // What a journal's numbers are like.
    struct JournalNumbers {
        std::uint32_t entries = 0;
        std::uint32_t shared = 0;
        std::vector<std::uint32_t> first_of_others;  // lines where another entry of the same number begins
    };

    [[nodiscard]] const LedgerEntry& entry(const NumberLines& number) const { return ledger_.entries()[number.entry]; }
    [[nodiscard]] std::span<const std::uint32_t> lines(const NumberLines& number) const {
        return std::span(indexes_).subspan(number.begin, entry(number).lines);
    }
    [[nodiscard]] Money sum_of(const NumberLines& number) const { return ledger_.entry_sums()[number.entry]; }
    [[nodiscard]] Date date(std::uint32_t line) const { return ledger_.lines()[line].date; }

    // Entries that do not come to zero, have several days, are interrupted by others, or may be several.
    void find_doubtful() {
        constexpr std::uint32_t none = UINT32_MAX;
        const std::vector<LedgerLine>& lines = ledger_.lines();
        const std::vector<LedgerEntry>& entries = ledger_.entries();
        std::vector<std::uint32_t> next(entries.size(), none);  // where the next line of a doubtful entry goes
        std::uint32_t indexes = 0;
        for (std::uint32_t i = 0; i < entries.size(); ++i) {
            ++journals_[ledger_.journal_of(lines[entries[i].first])].entries;
            if ((ledger_.entry_sums()[i] == Money() || entries[i].incomplete != 0) && entries[i].scattered == 0 &&
                !several(entries[i]))
                continue;
            doubtful_.push_back({i, indexes});
            next[i] = indexes;
            indexes += entries[i].lines;
        }
        indexes_.resize(indexes);
        for (std::uint32_t line = 0; line < lines.size() && indexes != 0; ++line) {
            if (std::uint32_t& at = next[lines[line].entry]; at != none)
                indexes_[at++] = line;
        }
    }

    // Of lines that follow each other: several days, or sums of zero before the last line.
    [[nodiscard]] bool several(const LedgerEntry& entry) const {
        const std::vector<LedgerLine>& all = ledger_.lines();
        Money sum;
        for (std::uint32_t line = entry.first; line < entry.first + entry.lines; ++line) {
            if (all[line].date != all[entry.first].date)
                return true;
            sum += all[line].amount;
            if (sum == Money() && line + 1 < entry.first + entry.lines)
                return true;
        }
        return false;
    }

    void look_into(const NumberLines& number) {
        if (entry(number).incomplete != 0)
            return;
        if (sum_of(number) != Money()) {
            unbalanced_.push_back(&number);
            return;
        }
        std::vector<EntryPart> parts = parts_of(ledger_, lines(number));
        bool one = true;
        for (const EntryPart& part : parts)
            one = one_day(part) && one;
        if (one)
            join_same(parts);
        if (one && parts.size() > 1)
            shared(parts);
    }

    // One number stands for these parts.
    void shared(const std::vector<EntryPart>& parts) {
        JournalNumbers& journal = journals_[ledger_.journal_of(ledger_.lines()[parts.front().lines.front()])];
        ++journal.shared;
        for (std::size_t i = 1; i < parts.size(); ++i)
            journal.first_of_others.push_back(parts[i].lines.front());
    }

    // Parts of one entry have its day and voucher, and an opening is one entry.
    void join_same(std::vector<EntryPart>& parts) const {
        std::size_t kept = 1;
        for (std::size_t i = 1; i < parts.size(); ++i) {
            EntryPart& before = parts[kept - 1];
            if (same_voucher(before.lines.front(), parts[i].lines.front()))
                before.lines = {before.lines.data(), before.lines.size() + parts[i].lines.size()};
            else
                parts[kept++] = parts[i];
        }
        parts.resize(kept);
    }

    [[nodiscard]] bool same_voucher(std::uint32_t a, std::uint32_t b) const {
        const auto piece = [&](std::uint32_t line) {
            return ledger_.record(ledger_.lines()[line])[LedgerColumn::piece];
        };
        return ledger_.lines()[a].opens != 0 || (date(a) == date(b) && piece(a) == piece(b));
    }

    // Whether all lines have the same day.
    bool one_day(const EntryPart& part) {
        std::map<Date, std::vector<std::uint32_t>> days;
        for (const std::uint32_t line : part.lines)
            days[date(line)].push_back(line);
        if (days.size() < 2)
            return true;
        const std::uint32_t odd = odd_one(days);
        checks_.told_lines.insert(odd);
        if (!checks_.findings.another(LedgerFault::entry_dates))
            return false;
        const std::uint32_t other = part.lines.front() == odd ? part.lines.back() : part.lines.front();
        LedgerFinding finding{LedgerFault::entry_dates,
                              checks_.place(odd, LedgerColumn::date),
                              {tr("entry {number} of journal {journal} has lines of {one} and of {other}"),
                               {{"number", checks_.words(odd, LedgerColumn::number)},
                                {"journal", checks_.journal(odd)},
                                {"one", date(odd)},
                                {"other", date(other)}}}};
        finding.help = Message{tr("all lines of an entry have one day"), {}};
        checks_.findings.tell(std::move(finding));
        return false;
    }

    // Of the day that fewest lines have; of as many, the one that is not the day of its voucher.
    [[nodiscard]] std::uint32_t odd_one(const std::map<Date, std::vector<std::uint32_t>>& days) const {
        std::uint32_t odd = days.begin()->second.front();
        std::size_t least = SIZE_MAX;
        for (const auto& [day, lines] : days) {
            for (const std::uint32_t line : lines) {
                const bool own = ledger_.record(ledger_.lines()[line])[LedgerColumn::piece_date] ==
                                 ledger_.record(ledger_.lines()[line])[LedgerColumn::date];
                const std::size_t weight = lines.size() * 4 + (own ? 2 : 0);
                if (weight < least || (weight == least && line > odd)) {
                    least = weight;
                    odd = line;
                }
            }
        }
        return odd;
    }

    // A line that carries the number of another entry: without it one entry comes to zero, and with it another.
    void strays() {
        constexpr std::size_t most = 1000;  // of a file with more, no single number is to blame
        if (unbalanced_.size() > most)
            return;
        std::multimap<Money, const NumberLines*> by_sum;
        for (const NumberLines* number : unbalanced_)
            by_sum.emplace(sum_of(*number), number);
        std::vector<std::pair<int, std::pair<std::uint32_t, const NumberLines*>>> found;
        for (const NumberLines* number : unbalanced_) {
            const Money sum = sum_of(*number);
            const auto [from, to] = by_sum.equal_range(-sum);
            for (auto other = from; other != to; ++other) {
                for (const std::uint32_t line : lines(*number)) {
                    if (ledger_.lines()[line].amount == sum && same_journal(line, *other->second))
                        found.push_back({fitness(*number, line, *other->second), {line, other->second}});
                }
            }
        }
        std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
        for (const auto& [fit, stray] : found)
            told_stray(stray.first, *stray.second);
    }

    [[nodiscard]] bool same_journal(std::uint32_t line, const NumberLines& number) const {
        return ledger_.journal_of(ledger_.lines()[line]) == ledger_.journal_of(ledger_.lines()[lines(number).front()]);
    }

    // How likely it is that the line belongs to the other number: it stands beside its lines and apart from its own.
    [[nodiscard]] int fitness(const NumberLines& own, std::uint32_t line, const NumberLines& other) const {
        const auto beside = [this, line](const NumberLines& number) {
            return std::ranges::any_of(lines(number),
                                       [line](std::uint32_t one) { return one + 1 == line || line + 1 == one; });
        };
        return (beside(other) ? 4 : 0) + (beside(own) ? 0 : 2) + (lines(own).size() > 1 ? 3 : 0);
    }

    void told_stray(std::uint32_t line, const NumberLines& belongs) {
        const std::uint32_t own = ledger_.lines()[line].entry;
        const auto waits = [&](std::uint32_t entry) {
            return std::ranges::any_of(unbalanced_, [&](const NumberLines* number) { return number->entry == entry; });
        };
        if (!waits(own) || !waits(belongs.entry))
            return;
        std::erase_if(unbalanced_, [&](const NumberLines* number) {
            return number->entry == own || number->entry == belongs.entry;
        });
        checks_.number_lines.push_back(line);
        const std::uint32_t mate = lines(belongs).front();
        LedgerFinding finding{LedgerFault::number,
                              checks_.place(line, LedgerColumn::number),
                              {tr("this line has the number {number}, but only with it does entry {other} balance"),
                               {{"number", checks_.words(line, LedgerColumn::number)},
                                {"other", checks_.words(mate, LedgerColumn::number)}}}};
        finding.help = Message{tr("lines of one entry have one number"), {}};
        finding.notes.push_back({checks_.place(mate, LedgerColumn::number), {tr("the other entry stands here"), {}}});
        checks_.findings.add(std::move(finding));
    }

    // Where one number stands for a whole journal, it is the journal that has to come to zero.
    [[nodiscard]] bool is_constant(const NumberLines& number) const {
        const JournalNumbers& journal = journals_[ledger_.journal_of(ledger_.lines()[lines(number).front()])];
        return journal.entries == 1 && parts_of(ledger_, lines(number)).size() > 2;
    }

    void unbalanced(const NumberLines& number) {
        if (is_constant(number)) {
            shared(parts_of(ledger_, lines(number)));
            journal_balance(number);
            return;
        }
        const Money sum = sum_of(number);
        explain_letters(number, sum);
        if (!checks_.findings.another(LedgerFault::balance))
            return;
        const auto doubled = second_of_two(number);
        const auto swapped = doubled ? std::nullopt : guessed(number, true);
        const auto line = doubled ? doubled : swapped ? swapped : guessed(number, false);
        const std::uint32_t at = line.value_or(lines(number).front());
        LedgerFinding finding{LedgerFault::balance,
                              checks_.amount_place(at),
                              {sum.negative() ? tr("entry {number} of journal {journal} does not balance: its credit "
                                                   "is {amount} more than its debit")
                                              : tr("entry {number} of journal {journal} does not balance: its debit is "
                                                   "{amount} more than its credit"),
                               {{"number", checks_.words(at, LedgerColumn::number)},
                                {"journal", checks_.journal(at)},
                                {"amount", absolute(sum)}}}};
        finding.help = lines(number).size() == 1 ? Message{tr("it has this line only"), {}}
                       : doubled ? Message{tr("the same line stands before; without this one the entry balances"), {}}
                       : swapped ? Message{tr("it balances with debit and credit of this line the other way round"), {}}
                       : line ? Message{tr("its other lines agree with others of the file; look at this one first"), {}}
                              : Message{tr("compare its lines with their voucher, {piece}"),
                                        {{"piece", checks_.words(at, LedgerColumn::piece)}}};
        if (lines(number).back() != at)
            finding.notes.push_back(
                {checks_.place(lines(number).back(), LedgerColumn::number), {tr("its last line"), {}}});
        checks_.findings.tell(std::move(finding));
    }

    // A line that stands twice, and without which the entry balances.
    [[nodiscard]] std::optional<std::uint32_t> second_of_two(const NumberLines& number) const {
        const std::span<const std::uint32_t> all = lines(number);
        for (std::size_t i = 1; i < all.size(); ++i) {
            const LedgerLine& line = ledger_.lines()[all[i]];
            if (line.amount != sum_of(number))
                continue;
            const bool before =
                std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), [&](std::uint32_t one) {
                    const LedgerLine& other = ledger_.lines()[one];
                    return other.amount == line.amount && other.account == line.account &&
                           other.auxiliary == line.auxiliary;
                });
            if (before)
                return all[i];
        }
        return std::nullopt;
    }

    // The only line that may be at fault: what speaks for the others is taken out one reason after the other, until
    // one is left. `swapped`: one that balances the entry with debit and credit the other way round.
    [[nodiscard]] std::optional<std::uint32_t> guessed(const NumberLines& number, bool swapped) const {
        const Money sum = sum_of(number);
        std::vector<std::uint32_t> possible;
        std::vector<std::uint32_t> lettered;
        for (const std::uint32_t index : lines(number)) {
            const LedgerLine& line = ledger_.lines()[index];
            if (line.amount == Money() || (swapped && line.amount * 2 != sum))
                continue;
            const bool group = line.letter != 0 && ledger_.letters()[line.letter - 1].lines > 1;
            const Money left = group ? ledger_.letter_sums()[line.letter - 1] : Money();
            if (group && left == sum)
                lettered.push_back(index);
            if (!group || left != Money())
                possible.push_back(index);
        }
        if (lettered.size() == 1)
            return lettered.front();
        if (swapped) {
            reduce(possible, [&](std::uint32_t index) { return !is_misplaced(index); });
            reduce(possible, [&](std::uint32_t index) { return side_of(index) != Side::unusual; });
        }
        reduce(possible, [&](std::uint32_t index) { return recurs(index, swapped); });
        if (swapped) {
            reduce(possible, [&](std::uint32_t index) { return side_of(index) == Side::usual; });
            reduce(possible, [&](std::uint32_t index) { return on_its_side(index); });
        }
        return possible.size() == 1 ? std::optional(possible.front()) : std::nullopt;
    }

    // Takes those out for which something speaks, if any is left then.
    template <typename Speaks>
    static void reduce(std::vector<std::uint32_t>& possible, Speaks speaks) {
        if (possible.size() > 1 && !std::ranges::all_of(possible, speaks))
            std::erase_if(possible, speaks);
    }

    // A charge in debit, an income in credit.
    [[nodiscard]] bool on_its_side(std::uint32_t index) const {
        const LedgerLine& line = ledger_.lines()[index];
        const std::string_view account = ledger_.accounts()[line.account];
        return (account.starts_with('6') && !line.amount.negative()) ||
               (account.starts_with('7') && line.amount.negative());
    }
    [[nodiscard]] bool is_misplaced(std::uint32_t index) const {
        const std::string_view account = ledger_.accounts()[ledger_.lines()[index].account];
        return (account.starts_with('6') || account.starts_with('7')) && !on_its_side(index);
    }

    // Of the account in other entries of the journal: always this side, never, or both.
    enum class Side : std::uint8_t { usual, unusual, either };
    [[nodiscard]] Side side_of(std::uint32_t index) const {
        const LedgerLine& line = ledger_.lines()[index];
        std::size_t same = 0;
        std::size_t opposite = 0;
        for (const LedgerLine& other : ledger_.lines()) {
            if (other.account == line.account && other.entry != line.entry && other.amount != Money() &&
                ledger_.journal_of(other) == ledger_.journal_of(line))
                ++(other.amount.negative() == line.amount.negative() ? same : opposite);
        }
        return same + opposite == 0 || (same != 0 && opposite != 0) ? Side::either
               : same != 0                                          ? Side::usual
                                                                    : Side::unusual;
    }

    // The same account has the opposite amount elsewhere: what is owed and what is paid. Or it has the same amount
    // month by month, which tells nothing of its side.
    [[nodiscard]] bool recurs(std::uint32_t index, bool swapped) const {
        const LedgerLine& line = ledger_.lines()[index];
        return std::ranges::any_of(ledger_.lines(), [&](const LedgerLine& other) {
            return other.account == line.account && other.entry != line.entry && other.auxiliary == line.auxiliary &&
                   (other.amount == -line.amount || (!swapped && other.amount == line.amount));
        });
    }

    void explain_letters(const NumberLines& number, Money sum) {
        for (const std::uint32_t line : lines(number)) {
            const std::uint32_t letter = ledger_.lines()[line].letter;
            if (letter != 0 && ledger_.letter_sums()[letter - 1] == sum)
                checks_.told_letters.insert(letter - 1);
        }
    }

    void journal_balance(const NumberLines& number) {
        if (!checks_.findings.another(LedgerFault::journal))
            return;
        const std::uint32_t at = parts_of(ledger_, lines(number)).back().lines.front();
        checks_.findings.tell(
            {LedgerFault::journal,
             checks_.place(at, LedgerColumn::journal),
             {tr("journal {journal} does not balance: debit less credit is {amount}"),
              {{"journal", checks_.journal(at)}, {"amount", sum_of(number)}}},
             Message{tr("its lines come to zero up to the one before this, and no longer from here on"), {}}});
    }

    // One number for several entries: now and then a fault, in many a journal's way.
    static bool is_way(const JournalNumbers& journal) {
        constexpr std::uint32_t tolerated = 20;  // one of so many is a fault; more are a way
        return journal.entries > 1 ? journal.shared > 1 + journal.entries / tolerated
                                   : journal.first_of_others.size() > 1;
    }

    void shared_numbers() {
        for (const JournalNumbers& journal : journals_) {
            if (!is_way(journal)) {
                twice(journal);
                continue;
            }
            const std::uint32_t at = journal.first_of_others.front();
            if (checks_.findings.another(LedgerFault::number_constant))
                checks_.findings.tell(
                    {LedgerFault::number_constant,
                     checks_.place(at, LedgerColumn::number),
                     {tr("in journal {journal} one number stands for many entries"),
                      {{"journal", checks_.journal(at)}}},
                     Message{tr("each entry has a number of its own; here they are told apart by their sums"), {}}});
        }
    }

    void twice(const JournalNumbers& journal) {
        for (const std::uint32_t line : journal.first_of_others) {
            checks_.number_lines.push_back(line);
            if (checks_.findings.another(LedgerFault::number_twice))
                checks_.findings.tell(
                    {LedgerFault::number_twice,
                     checks_.place(line, LedgerColumn::number),
                     {tr("the number {number} stands here for a second entry"),
                      {{"number", checks_.words(line, LedgerColumn::number)}}},
                     Message{tr("each entry of journal {journal} has a number of its own"),
                             {{"journal", checks_.journal(line)}}},
                     {{checks_.place(ledger_.entries()[ledger_.lines()[line].entry].first, LedgerColumn::number),
                       {tr("the first one"), {}}}}});
        }
    }

    LedgerChecks& checks_;
    const Fec& ledger_;
    std::vector<JournalNumbers> journals_;
    std::vector<NumberLines> doubtful_;
    std::vector<std::uint32_t> indexes_;  // of their lines
    std::vector<const NumberLines*> unbalanced_;
};

}  // namespace

void check_entries(LedgerChecks& checks) {
    EntryCheck(checks).run();
}

void check_letters(LedgerChecks& checks) {
    if (!checks.ledger.complete())
        return;
    const std::vector<LetterGroup>& groups = checks.ledger.letters();
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
        // A code of one line has its others in another year's file.
        if (checks.ledger.letter_sums()[i] == Money() || groups[i].lines < 2 || checks.told_letters.contains(i) ||
            !checks.findings.another(LedgerFault::lettering))
            continue;
        const std::uint32_t line = groups[i].first;
        checks.findings.tell(
            {LedgerFault::lettering,
             checks.place(line, LedgerColumn::letter),
             {tr("the {n} lines of code {code} in account {account} do not come to zero: {amount} is left"),
              {{"n", std::int64_t{groups[i].lines}},
               {"code", checks.words(line, LedgerColumn::letter)},
               {"account", checks.words(line, LedgerColumn::account)},
               {"amount", checks.ledger.letter_sums()[i]}}},
             Message{tr("a payment is lettered with what it pays, to the cent"), {}}});
    }
}

}  // namespace msp
