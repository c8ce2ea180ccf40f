// SPDX-License-Identifier: MIT
// Private to the module: what stands in one table, read by the rows of its section, a key by its position; table.hpp
// has it by names. Each reading function gives nothing where the key is absent or its value is wrong; what is
// wrong is reported at its place, and reading goes on.
#pragma once

#include <msp/budget/free_table.hpp>
#include <msp/budget/keys.hpp>
#include <msp/budget/reading.hpp>
#include <msp/budget/written_delay.hpp>
#include <msp/dates/timeline.hpp>
#include <msp/model/funding.hpp>
#include <msp/model/line.hpp>
#include <msp/money/parse.hpp>
#include <msp/money/quotient.hpp>
#include <msp/read/table_reader.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace msp {

// A month, quarter, year or chosen months; or a number of days.
struct Frequency {
    int step = 1;
    std::uint16_t chosen = 0;
    bool once = false;
    std::int32_t days = 0;  // 0: by months
};

struct Share {
    bool rest = false;
    Rate rate;
};

struct Portion {
    bool rest = false;
    Quotient share;

    friend bool operator==(const Portion&, const Portion&) = default;
};

// What is said of an indicator in a word: reached or not, how many, since when.
using Fact = std::variant<bool, std::int64_t, Date>;

// What a month stands for where a day may be written instead.
enum class DayOfMonth { first, last };

class AnyTable : public TableReader {
 public:
    // Reports unknown keys, keys of the other language, missing required keys, and a node that is no table.
    AnyTable(Reading& reading, NodeId node, Section section);
    // One value of a free table, as the key 0. `row` is the one of the free table.
    AnyTable(Reading& reading, const FreeEntry& value, const Key& row);

    [[nodiscard]] std::string key(int slot) const override;
    // Whether an unknown key is probably this one, misspelt.
    [[nodiscard]] bool meant(int slot) const;
    void missing(int slot);
    [[nodiscard]] Reading& reading() const { return reading_; }

    // Numbers, rates and amounts lie within the range of the row.
    [[nodiscard]] std::optional<std::string> text(int slot);
    // Letters, digits, - and _ ; not `base` or `all`.
    [[nodiscard]] std::optional<std::string> id(int slot);
    [[nodiscard]] std::optional<Money> amount(int slot);
    [[nodiscard]] std::optional<Rate> rate(int slot);
    // The row's unit may stand after it: "18.5 m2". As may that of a number or whole number.
    [[nodiscard]] std::optional<Rate> quantity(int slot);
    // A quantity, amount or rate, by the row's unit, or a list of them, each from its day on; the first may hold from
    // the beginning.
    [[nodiscard]] std::optional<Timeline<Rate>> timeline(int slot);
    [[nodiscard]] std::optional<Rate> number(int slot);
    [[nodiscard]] std::optional<std::int64_t> integer(int slot);
    [[nodiscard]] std::optional<Date> date(int slot);
    [[nodiscard]] std::vector<NamedDay> dates(int slot);
    [[nodiscard]] std::optional<Month> month(int slot);
    [[nodiscard]] std::optional<Date> date_or_month(int slot, DayOfMonth of_month);
    [[nodiscard]] std::optional<DayOfYear> month_day(int slot);
    [[nodiscard]] std::optional<bool> boolean(int slot);
    // 1 to 31; "last" is 31.
    [[nodiscard]] std::optional<unsigned> day(int slot);
    [[nodiscard]] std::optional<std::uint32_t> days(int slot);  // as on_day() has them
    [[nodiscard]] std::optional<Delay> delay(int slot);
    [[nodiscard]] std::optional<Delay> length(int slot);  // a delay; where none stands, no end of a month is proposed
    [[nodiscard]] std::vector<WrittenDelay> delays(int slot);  // of one, of a list, or of "none"
    [[nodiscard]] std::optional<Overdue> overdue(int slot);
    [[nodiscard]] std::optional<AciPayday> payday(int slot);
    // Minutes, at most those of a day.
    [[nodiscard]] std::optional<int> amplitude(int slot);
    [[nodiscard]] std::optional<Fact> fact(int slot);
    [[nodiscard]] std::optional<Word> word(int slot);
    [[nodiscard]] std::vector<std::string> texts(int slot);
    [[nodiscard]] std::optional<Frequency> frequency(int slot);
    [[nodiscard]] std::optional<ExerciseRule> exercise(int slot);
    [[nodiscard]] std::optional<Share> share(int slot);
    // A percentage, a fraction such as 1/3, or the rest; above zero, at most the whole.
    [[nodiscard]] std::optional<Portion> portion(int slot);
    // The same, or a list of them, each from its day on; those of a list may be nothing.
    [[nodiscard]] std::optional<Timeline<Portion>> portions(int slot);
    // An amount, "none", or a list of them, each from its day on.
    [[nodiscard]] std::optional<Timeline<std::optional<Money>>> limits(int slot);
    // The English name of a figure of members, or the name of a counter of theirs.
    [[nodiscard]] std::optional<std::string> measure(int slot);
    [[nodiscard]] std::optional<Covers> period(int slot);
    // The tables of a list; of a single table too where the key allows it.
    [[nodiscard]] std::vector<NodeId> tables(int slot);
    // Those of a free table.
    [[nodiscard]] std::vector<FreeEntry> entries(int slot);

 private:
    void add(Diagnostic problem) const override { reading_.tell(std::move(problem)); }
    [[nodiscard]] const Key& row(int slot) const { return rows_[static_cast<std::size_t>(slot)]; }
    [[nodiscard]] std::optional<Rate> plain_rate(int slot);
    [[nodiscard]] bool is_proportion(int slot, Rate rate);
    [[nodiscard]] std::optional<Rate> step_value(int slot);  // whole where the row has no decimals
    [[nodiscard]] std::optional<Portion> step_portion(int slot);
    [[nodiscard]] std::optional<std::optional<Money>> limit(int slot);
    [[nodiscard]] std::optional<Portion> portion_from(int slot, bool may_be_nothing);
    template <typename Value>
    using StepReader = std::optional<Value> (AnyTable::*)(int slot);
    template <typename Value>
    [[nodiscard]] std::optional<Timeline<Value>> dated(int slot, StepReader<Value> only, StepReader<Value> of_step);
    template <typename Value>
    void add_step(int slot, NodeId node, StepReader<Value> of_step, std::vector<typename Timeline<Value>::Step>& steps);
    [[nodiscard]] std::optional<Quantity> number_with_unit(int slot, const char* wanted);
    [[nodiscard]] bool within(int slot, Rate number);
    void too_exact(int slot, int decimals);
    [[nodiscard]] std::optional<std::uint16_t> chosen_months(int slot);
    // Looks for the key from the row `expected` on; gives the one to look from for the next.
    int take(NodeId child, int expected);
    void unknown(const Node& node);

    Reading& reading_;
    Section section_;
    std::span<const Key> rows_;
    std::string name_;  // of a single value
    std::vector<int> meant_;
};

// "2 months", "-10 days", "45 jours fin de mois", "1 mois 15 jours".
[[nodiscard]] std::optional<Delay> parse_delay(std::string_view text);
// As on the file's words.
[[nodiscard]] Frequency frequency_of(Every every);

}  // namespace msp
