// SPDX-License-Identifier: MIT
#include <msp/ledger/check.hpp>
#include <msp/ledger/findings.hpp>
#include <msp/ledger/form.hpp>
#include <msp/ledger/groups.hpp>
#include <msp/ledger/ledger.hpp>
#include <msp/ledger/openings.hpp>
#include <msp/ledger/record.hpp>
#include <msp/ledger/text_code.hpp>
#include <msp/ledger/values.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace msp {
namespace {

Message form_message(ValueForm form) {
    switch (form) {
        case ValueForm::point:
            return {tr("a FEC has a decimal comma"), {}};
        case ValueForm::grouped:
            return {tr("a FEC sets no thousands apart"), {}};
        case ValueForm::decimals:
            return {tr("an amount in euros has two decimals"), {}};
        case ValueForm::separated:
        case ValueForm::day_first:
            return {tr("a FEC has its days as AAAAMMJJ, such as 20260131"), {}};
        case ValueForm::unsigned_one:
            return {tr("Sens is D or C, or +1 or -1"), {}};
        case ValueForm::timed:
        case ValueForm::lawful:
            break;
    }
    return {tr("a FEC has days without a time"), {}};
}

}  // namespace

class LedgerReader {
 public:
    LedgerReader(SourceId source, std::string_view text, const LedgerForm& form, std::optional<Date> closing,
                 LedgerFindings& findings)
        : ledger_(source, text, form),
          form_(ledger_.form_),
          text_(text),
          records_(text, form_),
          closing_(closing),
          findings_(findings) {
        for (const LedgerColumn column : form_.cash() ? std::span<const LedgerColumn>(cash_filled) : filled) {
            if (form_.has(column))
                filled_.push_back(column);
        }
        auxiliaries_.number_of("");
    }

    Fec read() {
        const std::string_view records = text_.substr(form_.records_begin);
        const char end = form_.end == LineEnd::cr ? '\r' : '\n';
        ledger_.lines_.reserve(static_cast<std::size_t>(std::ranges::count(records, end)) + 1);
        number_ = form_.records_line;
        for (std::uint32_t at = form_.records_begin; at < text_.size(); at = record_.next) {
            records_.read(at, record_);
            line();
            number_ += record_.lines;
        }
        if (ledger_.lines_.empty())
            findings_.add({LedgerFault::no_lines,
                           {form_.header_begin, form_.header_begin, form_.records_line - 1},
                           {tr("the export has no line that can be read"), {}}});
        mark_incomplete();
        add_up();
        ledger_.accounts_ = accounts_.all();
        ledger_.auxiliaries_ = auxiliaries_.all();
        ledger_.journals_ = journals_.all();
        find_openings();
        return std::move(ledger_);
    }

 private:
    using C = LedgerColumn;
    // The last day that was read in a column: most days of a file are that of the line before.
    struct LastDay {
        std::string_view text;
        std::optional<LedgerDay> day;

        const std::optional<LedgerDay>& of(std::string_view field) {
            if (field != text || text.empty()) {
                text = field;
                day = ledger_day(field);
            }
            return day;
        }
    };

    // What must have a value: of books by commercial rules, and of cash books (VIII-5, VIII-7). Day and account are
    // looked at apart.
    static constexpr std::array filled = {C::journal, C::journal_label, C::number, C::account_label,
                                          C::piece,   C::piece_date,    C::label,  C::validated};
    static constexpr std::array cash_filled = {C::number, C::account_label, C::piece,   C::piece_date,
                                               C::label,  C::validated,     C::paid_on, C::means};
    static constexpr std::uint32_t most_letters = (std::uint32_t{1} << 30) - 1;
    static constexpr std::array other_days = {C::piece_date, C::letter_date, C::validated, C::paid_on};

    [[nodiscard]] std::string_view field(C column) const { return records_.field(record_, column); }

    // Where cash books leave the code empty, or a file has none, the label tells journals apart.
    [[nodiscard]] std::string_view journal_name() const {
        const std::string_view code = field(C::journal);
        return code.empty() ? field(C::journal_label) : code;
    }

    [[nodiscard]] LedgerPlace whole() const { return {record_.begin, record_.end, number_}; }
    [[nodiscard]] LedgerPlace place(std::string_view part) const {
        if (part.data() == nullptr)
            return {record_.end, record_.end, number_};
        const auto begin = static_cast<std::uint32_t>(part.data() - text_.data());
        const char end = form_.end == LineEnd::cr ? '\r' : '\n';
        const auto lines =
            static_cast<std::uint32_t>(std::count(text_.begin() + record_.begin, text_.begin() + begin, end));
        return {begin, begin + static_cast<std::uint32_t>(part.size()), number_ + lines};
    }
    [[nodiscard]] std::string words_of(std::string_view raw) const { return utf8_from(raw, form_.code); }

    void line() {
        if (record_.blank) {
            if (findings_.another(LedgerFault::blank))
                findings_.tell(
                    {LedgerFault::blank, whole(), {tr("this line is blank"), {}}, Message{tr("it is left out"), {}}});
            return;
        }
        if (record_.counted != form_.fields || record_.broken || record_.control)
            repaired();
        LedgerLine made;
        made.begin = record_.begin;
        const bool dated = day(made);
        const bool summed = form_.by_side() ? amount_by_side(made) : amount(made);
        account(made);
        texts();
        if (dated && summed)
            keep(made);
        else
            left_out_.emplace_back(journal_name(), field(C::number));
    }

    // What was wrong with the record as a whole.
    void repaired() {
        if (record_.broken && findings_.another(LedgerFault::broken))
            findings_.tell({LedgerFault::broken,
                            whole(),
                            {tr("a line end stands within a text of this line"), {}},
                            Message{tr("{n} lines are read as one; take line ends out of labels before exporting"),
                                    {{"n", std::int64_t{record_.lines}}}}});
        if (record_.control && !record_.broken && findings_.another(LedgerFault::control))
            findings_.tell({LedgerFault::control,
                            whole(),
                            {tr("a control character stands in a text of this line"), {}},
                            Message{tr("it is read as it is"), {}}});
        if (record_.counted == form_.fields || !findings_.another(LedgerFault::fields))
            return;
        LedgerPlace at = whole();
        if (record_.joined)
            at = place(field(*record_.joined));
        else if (record_.counted < form_.fields)
            at.begin = at.end;
        LedgerFinding finding{
            LedgerFault::fields,
            at,
            {tr("this line has {n} {n:field|fields}, the header {columns}"),
             {{"n", static_cast<std::int64_t>(record_.counted)}, {"columns", std::int64_t{form_.fields}}}}};
        if (record_.joined)
            finding.help = Message{
                tr("a separator stands in {name}: take it out of the label; the line is read as if it were not one"),
                {{"name", std::string(name_of(*record_.joined))}}};
        else if (record_.beyond)
            finding.help = Message{tr("those beyond the header are not read; look for a separator in a label"), {}};
        else if (record_.counted < form_.fields)
            finding.help = Message{tr("those that are missing are read as empty"), {}};
        else
            finding.help = Message{tr("the empty ones at the end are not read"), {}};
        findings_.tell(std::move(finding));
    }

    bool day(LedgerLine& made) {
        const std::string_view written = field(C::date);
        const std::optional<LedgerDay>& found = last_day_[0].of(written);
        if (found) {
            made.date = found->value;
            if (found->form != ValueForm::lawful)
                unlawful(LedgerFault::date_form, C::date, written, found->form);
            return true;
        }
        if (findings_.another(LedgerFault::date))
            findings_.tell({LedgerFault::date,
                            place(written),
                            {no_ledger_day(written) ? tr("EcritureDate is empty: the day of the entry is needed")
                                                    : tr("\"{text}\" is no day for EcritureDate"),
                             {{"text", words_of(written)}}},
                            Message{tr("a day is written AAAAMMJJ, such as 20260131, from 1900 to 2099"), {}}});
        return false;
    }

    void unlawful(LedgerFault fault, C column, std::string_view written, ValueForm form) {
        if (findings_.another(fault, static_cast<std::uint32_t>(form)))
            findings_.tell(
                {fault,
                 place(written),
                 form_message(form),
                 Message{tr("{name} is read all the same; choose the form of the law in the accounting software"),
                         {{"name", std::string(name_of(column))}}},
                 {},
                 static_cast<std::uint32_t>(form)});
    }

    std::optional<Money> amount_in(C column) {
        const std::string_view written = field(column);
        const std::optional<LedgerAmount> found = ledger_amount(written);
        if (found) {
            if (found->form != ValueForm::lawful)
                unlawful(LedgerFault::amount_form, column, written, found->form);
            return found->value;
        }
        if (findings_.another(LedgerFault::amount))
            findings_.tell({LedgerFault::amount,
                            place(written),
                            {tr("\"{text}\" is no amount for {name}"),
                             {{"text", words_of(written)}, {"name", std::string(name_of(column))}}},
                            Message{tr("an amount is written with a decimal comma and two decimals, such as 1234,56; a "
                                       "sign may stand before or behind it"),
                                    {}}});
        return std::nullopt;
    }

    bool amount(LedgerLine& made) {
        const std::optional<Money> debit = amount_in(C::debit);
        const std::optional<Money> credit = amount_in(C::credit);
        if (!debit || !credit)
            return false;
        made.amount = *debit - *credit;
        if (*debit != Money() && *credit != Money() && findings_.another(LedgerFault::both_sides))
            findings_.tell(
                {LedgerFault::both_sides,
                 place(field(C::debit)),
                 {tr("this line has a debit and a credit"), {}},
                 Message{tr("the difference counts, {amount}; two lines say it better"), {{"amount", made.amount}}}});
        zero(made, *debit == Money() && *credit == Money(), C::debit);
        return true;
    }

    bool amount_by_side(LedgerLine& made) {
        const std::optional<Money> amount = amount_in(C::amount);
        const std::string_view written = field(C::side);
        const bool none = amount == Money() && written.empty();
        const std::optional<LedgerSide> side = none ? LedgerSide() : ledger_side(written);
        if (!side && findings_.another(LedgerFault::side))
            findings_.tell({LedgerFault::side,
                            place(written),
                            {tr("\"{text}\" is no side"), {{"text", words_of(written)}}},
                            Message{tr("Sens is D or C, or +1 or -1"), {}}});
        if (!amount || !side)
            return false;
        if (side->form != ValueForm::lawful)
            unlawful(LedgerFault::side_form, C::side, written, side->form);
        made.amount = *amount * side->sign;
        zero(made, *amount == Money(), C::amount);
        return true;
    }

    void zero(const LedgerLine& made, bool is_zero, C column) {
        if (is_zero && made.amount == Money() && findings_.another(LedgerFault::zero))
            findings_.tell({LedgerFault::zero,
                            place(field(column)),
                            {tr("this line has no amount"), {}},
                            Message{tr("it moves nothing"), {}}});
    }

    void account(LedgerLine& made) {
        const std::string_view written = field(C::account);
        const auto digits = static_cast<std::size_t>(
            std::ranges::find_if(written, [](char c) { return c < '0' || c > '9'; }) - written.begin());
        if (digits < 3 && findings_.another(LedgerFault::account))
            findings_.tell(
                {LedgerFault::account,
                 place(written),
                 {written.empty() ? tr("CompteNum is empty")
                                  : tr("the account \"{text}\" does not begin with three digits"),
                  {{"text", words_of(written)}}},
                 Message{tr("accounts have the numbers of the French chart of accounts, such as 512000"), {}}});
        made.account = accounts_.number_of(written);
        // A cash book names who was paid, or paid, in IdClient, on whatever account the line is.
        const std::string_view auxiliary = field(C::auxiliary);
        made.auxiliary = auxiliaries_.number_of(auxiliary.empty() ? field(C::client) : auxiliary);
    }

    void texts() {
        for (const C column : filled_) {
            const std::string_view written = field(column);
            const bool is_day = column == C::piece_date || column == C::validated || column == C::paid_on;
            if (is_day ? no_ledger_day(written) : written.empty())
                empty(column, written);
        }
        for (std::size_t i = 0; i < other_days.size(); ++i) {
            const std::string_view written = field(other_days.at(i));
            if (written.empty())
                continue;
            const std::optional<LedgerDay>& found = last_day_.at(i + 1).of(written);
            if (found && found->form != ValueForm::lawful)
                unlawful(LedgerFault::date_form, other_days.at(i), written, found->form);
            else if (!found && !no_ledger_day(written))
                other_day(other_days.at(i), written);
        }
    }

    void empty(C column, std::string_view written) {
        const auto of = static_cast<std::uint32_t>(column);
        if (!findings_.another(LedgerFault::empty, of))
            return;
        LedgerFinding finding{
            LedgerFault::empty,
            place(written),
            {tr("{name} is empty, and the law asks for a value"), {{"name", std::string(name_of(column))}}}};
        finding.help = column == C::validated ? Message{tr("the entry is not validated: it may still change; validate "
                                                           "before the export is handed over"),
                                                        {}}
                                              : Message{tr("fill it in in the accounting software"), {}};
        finding.of = of;
        findings_.tell(std::move(finding));
    }

    void other_day(C column, std::string_view written) {
        if (findings_.another(LedgerFault::other_date))
            findings_.tell({LedgerFault::other_date,
                            place(written),
                            {tr("\"{text}\" is no day for {name}"),
                             {{"text", words_of(written)}, {"name", std::string(name_of(column))}}},
                            Message{tr("a day is written AAAAMMJJ, such as 20260131, from 1900 to 2099"), {}}});
    }

    void keep(LedgerLine& made) {
        const std::uint32_t journal = journals_.number_of(journal_name());
        const std::string_view label = field(C::journal_label);
        if (journal == labels_.size())
            labels_.push_back({label, false});
        labels_[journal].several = labels_[journal].several || labels_[journal].first != label;
        made.entry = entry_of(journal, field(C::number));
        made.letter = letter_of(made, field(C::letter)) & most_letters;
        const auto index = static_cast<std::uint32_t>(ledger_.lines_.size());
        if (ledger_.steps_.empty() || ledger_.steps_.back().more != number_ - index)
            ledger_.steps_.push_back({index, number_ - index});
        ledger_.lines_.push_back(made);
    }

    // Entries of which a line is left out need not come to zero.
    void mark_incomplete() {
        ledger_.complete_ = left_out_.empty();
        for (const auto& left_out : left_out_) {
            const std::uint32_t journal = journals_.number_of(left_out.first);
            const std::string_view number = left_out.second;
            const std::optional<std::uint32_t> found = entry_groups_.known(
                entry_hash(number, journal), [&](std::uint32_t index) { return is_entry(index, journal, number); });
            if (found)
                ledger_.entries_[*found].incomplete = 1;
        }
    }

    // Once what finds entries is given back, so that both are never in memory at once.
    void add_up() {
        entry_groups_ = {};
        letter_groups_ = {};
        ledger_.entry_sums_.resize(ledger_.entries_.size());
        ledger_.letter_sums_.resize(ledger_.letters_.size());
        for (const LedgerLine& line : ledger_.lines_) {
            ledger_.entry_sums_[line.entry] += line.amount;
            if (line.letter != 0)
                ledger_.letter_sums_[line.letter - 1] += line.amount;
        }
    }

    void find_openings() {
        labels_.resize(journals_.all().size());
        const std::vector<OpensYear> found = openings_of(ledger_, labels_, closing_, findings_);
        for (std::size_t i = 0; i < found.size(); ++i) {
            ledger_.lines_[i].opens = found[i] == OpensYear::yes ? 1 : 0;
            ledger_.lines_[i].may_open = found[i] == OpensYear::maybe ? 1 : 0;
        }
    }

    static std::uint64_t entry_hash(std::string_view number, std::uint32_t journal) {
        return mixed(std::hash<std::string_view>()(number), journal);
    }

    std::uint32_t entry_of(std::uint32_t journal, std::string_view number) {
        std::vector<LedgerEntry>& entries = ledger_.entries_;
        const auto fresh = static_cast<std::uint32_t>(entries.size());
        const auto line = static_cast<std::uint32_t>(ledger_.lines_.size());
        std::uint32_t found = fresh;
        if (!ledger_.lines_.empty() && ledger_.journal_of(ledger_.lines_.back()) == journal && number == last_number_)
            found = ledger_.lines_.back().entry;
        else
            found = entry_groups_.find(entry_hash(number, journal), fresh,
                                       [&](std::uint32_t index) { return is_entry(index, journal, number); });
        last_number_ = number;
        if (found == fresh) {
            entries.push_back({line, 1, 0, 0});
            ledger_.entry_journals_.push_back(journal);
            return found;
        }
        LedgerEntry& entry = entries[found];
        entry.scattered = entry.scattered | static_cast<std::uint32_t>(entry.first + entry.lines != line);
        ++entry.lines;
        return found;
    }

    bool is_entry(std::uint32_t index, std::uint32_t journal, std::string_view number) {
        if (ledger_.entry_journals_[index] != journal)
            return false;
        records_.read(ledger_.lines_[ledger_.entries_[index].first].begin, other_);
        return records_.field(other_, C::number) == number;
    }

    std::uint32_t letter_of(const LedgerLine& made, std::string_view code) {
        if (code.empty())
            return 0;
        std::vector<LetterGroup>& groups = ledger_.letters_;
        const auto fresh = static_cast<std::uint32_t>(groups.size());
        const std::uint64_t hash = mixed(mixed(std::hash<std::string_view>()(code), made.account), made.auxiliary);
        const std::uint32_t found = letter_groups_.find(hash, fresh, [&](std::uint32_t index) {
            const LedgerLine& line = ledger_.lines_[groups[index].first];
            if (line.account != made.account || line.auxiliary != made.auxiliary)
                return false;
            records_.read(line.begin, other_);
            return records_.field(other_, C::letter) == code;
        });
        if (found == fresh)
            groups.push_back({static_cast<std::uint32_t>(ledger_.lines_.size()), 0});
        ++groups[found].lines;
        return found + 1;
    }

    Fec ledger_;
    const LedgerForm& form_;
    std::string_view text_;
    RecordReader records_;
    std::optional<Date> closing_;  // of the exercise, by the name of the file
    LedgerFindings& findings_;
    RawRecord record_;
    RawRecord other_;  // one before, looked up
    std::uint32_t number_ = 0;
    std::string_view last_number_;
    std::vector<std::pair<std::string_view, std::string_view>> left_out_;  // journal and number
    std::array<LastDay, 1 + other_days.size()> last_day_;
    std::vector<LedgerColumn> filled_;
    std::vector<JournalLabels> labels_;  // by journal
    Names accounts_;
    Names auxiliaries_;
    Names journals_;
    Groups entry_groups_;
    Groups letter_groups_;
};

LedgerRecord Fec::record(const LedgerLine& line) const {
    const RecordReader records(text_, form_);
    RawRecord raw;
    records.read(line.begin, raw);
    LedgerRecord record;
    record.begin = raw.begin;
    record.end = raw.end;
    for (std::size_t i = 0; i < ledger_columns; ++i)
        record.fields.at(i) = records.field(raw, static_cast<LedgerColumn>(i));
    return record;
}

Date Fec::moved_on(const LedgerLine& line) const {
    if (!form_.cash())
        return line.date;
    const std::optional<LedgerDay> paid = ledger_day(record(line)[LedgerColumn::paid_on]);
    return paid ? paid->value : line.date;
}

std::uint32_t Fec::number_of(std::uint32_t index) const {
    const auto after = std::ranges::upper_bound(steps_, index, {}, &NumberStep::index);
    return index + std::prev(after)->more;
}

std::string Fec::in_utf8(std::string_view raw) const {
    std::string text = utf8_from(raw, form_.code);
    if (!form_.quoted)
        return text;
    for (std::size_t at = text.find("\"\""); at != std::string::npos; at = text.find("\"\"", at + 1))
        text.erase(at, 1);
    return text;
}

std::optional<Fec> read_ledger(const Sources& sources, SourceId source, LedgerFindings& findings) {
    const std::string_view text = sources.text(source);
    const std::optional<LedgerForm> form = ledger_form(text, findings);
    if (!form)
        return std::nullopt;
    const std::optional<LedgerName> name = ledger_name(sources.name(source));
    return LedgerReader(source, text, *form, name ? name->closing : std::nullopt, findings).read();
}

}  // namespace msp
