// SPDX-License-Identifier: MIT
// QIF: records of lines that begin with a letter each and end with ^. It has neither account nor balance, and says
// nothing of the order of day and month: all days of the file together must.
#include <msp/ledger/values.hpp>
#include <msp/statement/reading.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace msp {
namespace {

// Three numbers as they stand, "05/01/2026" or "5/1'26".
struct QifDay {
    std::array<int, 3> numbers{};
    bool short_year = false;
    std::string_view written;
};

std::optional<QifDay> qif_day(std::string_view written) {
    QifDay day;
    day.written = written;
    std::size_t part = 0;
    std::size_t digits = 0;
    for (const char c : written) {
        if (c >= '0' && c <= '9') {
            if (++digits > 4)
                return std::nullopt;
            day.numbers[part] = day.numbers[part] * 10 + (c - '0');
        } else if (c != ' ' && (digits == 0 || digits > 2 || ++part > 2)) {
            return std::nullopt;
        } else if (c != ' ') {
            digits = 0;
        }
    }
    day.short_year = digits == 2;
    return part == 2 && (digits == 2 || digits == 4) ? std::optional(day) : std::nullopt;
}

class QifReader {
 public:
    explicit QifReader(const StatementReading& reading) : reading_(reading) {}

    Statements read() {
        statements_.emplace_back();
        std::string_view rest = reading_.text();
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
            if (const std::string_view one = trimmed(rest.substr(0, end)); !one.empty())
                line(one);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        if (begun_)
            reading_.error("bank-file.order", {tr("this movement does not end: ^ is missing"), {}}, place_,
                           Message{tr("the file was cut; export it again"), {}});
        settle_days();
        return std::move(statements_);
    }

 private:
    void line(std::string_view text) {
        if (text.starts_with('!'))
            return type(text);
        if (text == "^")
            return end();
        if (!begun_)
            begin(text);
        const std::string_view value = trimmed(text.substr(1));
        switch (text.front()) {
            case 'D':
                written_day_ = value;
                break;
            case 'T':
            case 'U':
                amount_ = value;
                break;
            case 'P':
                entry_.label = one_line(value);
                break;
            case 'M':
                memo_ = one_line(value);
                break;
            case 'N':
                entry_.reference = one_line(value);
                break;
            case 'A':  // address
            case 'C':  // whether it is cleared
            case 'L':  // category
            case 'S':  // parts of the amount: category, label, amount
            case 'E':
            case '$':
            case '%':
                break;
            default:
                reading_.error(
                    "bank-file.record",
                    {tr("no line of QIF begins with {letter}"), {{"letter", std::string(text.substr(0, 1))}}},
                    reading_.span(text), Message{tr("the file was changed; export it again"), {}});
        }
    }

    void type(std::string_view text) {
        constexpr std::array<std::string_view, 4> accounts = {"!Type:Bank", "!Type:Cash", "!Type:CCard", "!Option"};
        const bool known = std::ranges::any_of(accounts, [&](std::string_view each) { return text.starts_with(each); });
        if (!known)
            reading_.error("bank-file.record", {tr("{text} is no account of a bank"), {{"text", std::string(text)}}},
                           reading_.span(text), Message{tr("export the movements of an account (!Type:Bank)"), {}});
    }

    void begin(std::string_view text) {
        begun_ = true;
        place_ = reading_.span(text);
        entry_ = {};
        amount_ = written_day_ = text.substr(0, 0);
        memo_.clear();
    }

    void end() {
        if (!std::exchange(begun_, false))
            return;
        const std::optional<Money> amount = reading_.amount(amount_, amount_.empty() ? place_ : reading_.span(amount_));
        const std::optional<QifDay> day = qif_day(written_day_);
        if (!day)
            reading_.no_day(written_day_, written_day_.empty() ? place_ : reading_.span(written_day_));
        if (!amount || !day)
            return;
        if (entry_.label.empty())
            entry_.label = std::exchange(memo_, {});
        if (entry_.reference.empty())
            entry_.reference = memo_;
        entry_.amount = *amount;
        entry_.place = place_;
        entry_.line = reading_.line(place_);
        statements_.back().entries.push_back(std::move(entry_));
        days_.push_back(*day);
    }

    // A number above twelve is no month. Without one, the day first, as banks in France write it.
    void settle_days() {
        constexpr int months = 12;
        const auto above = [this](std::size_t part) {
            return std::ranges::any_of(days_, [part](const QifDay& day) { return day.numbers.at(part) > months; });
        };
        const bool month_first = above(1) && !above(0);
        if (!days_.empty() && !above(0) && !above(1))
            reading_.warning(
                "bank-file.days",
                {tr("no day of this file is above 12: nothing says whether day or month stands first"), {}},
                reading_.span(days_.front().written), Message{tr("they are read with the day first"), {}});
        for (std::size_t i = 0; i < days_.size(); ++i) {
            const QifDay& day = days_[i];
            constexpr int first_of_last_century = 61;
            const int century = day.numbers[2] < first_of_last_century ? 2000 : 1900;
            const std::optional<Date> date = Date::make(day.numbers[2] + (day.short_year ? century : 0),
                                                        static_cast<unsigned>(day.numbers.at(month_first ? 0 : 1)),
                                                        static_cast<unsigned>(day.numbers.at(month_first ? 1 : 0)));
            if (date)
                statements_.back().entries[i].date = *date;
            else
                reading_.no_day(day.written, reading_.span(day.written));
        }
    }

    const StatementReading& reading_;
    Statements statements_;
    bool begun_ = false;
    Span place_;
    StatementEntry entry_;
    std::string_view amount_;
    std::string_view written_day_;
    std::string memo_;
    std::vector<QifDay> days_;  // of the entries
};

}  // namespace

bool is_qif(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    return text.substr(begin).starts_with("!Type:") || text.substr(begin).starts_with("!Option:");
}

Statements read_qif(const StatementReading& reading) {
    return QifReader(reading).read();
}

}  // namespace msp
