// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/report/sheet_ics.hpp>
#include <msp/report/shown_cell.hpp>
#include <msp/report/styled_lines.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace msp {
namespace {

// What stands in a calendar without events: the standard wants something in it, strict readers refuse none, and this
// shows nowhere. What is published has events, so that it is not called published.
constexpr std::array a_time_zone = {
    "BEGIN:VTIMEZONE",    "TZID:UTC",         "BEGIN:STANDARD", "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD",   "END:VTIMEZONE"};

// A content line: at most 75 octets, each piece after the first behind a space that counts.
void add_folded(std::string& out, std::string_view line) {
    constexpr std::size_t most = 75;
    std::size_t room = most;
    while (line.size() > room) {
        const std::size_t cut = character_begin(line, room);
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = most - 1;
    }
    out.append(line).append("\r\n");
}

// Of a user's text what a calendar would take for its own is marked. Controls, which none may have, and marks that turn
// the direction of writing are shown as on any page; lines stay lines.
std::string escaped_text(std::string_view text) {
    std::string out;
    while (true) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        for (const char c : visible(text.substr(0, end))) {
            if (c == '\\' || c == ';' || c == ',')
                out += '\\';
            out += c;
        }
        if (end == text.size())
            return out;
        out += "\\n";
        text.remove_prefix(end + 1);
    }
}

std::string basic(Date date) {
    std::string day = iso(date);
    std::erase(day, '-');
    return day;
}

constexpr std::int32_t minutes_of_day = 24 * 60;

// "143000"
std::string time_of_day(std::int32_t minute) {
    const auto two_digits = [](std::int32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two_digits(minute / 60) + two_digits(minute % 60) + "00";
}

// So many days before, in the morning. An event of a whole day begins at midnight, when nobody looks and many devices
// are silent, and so do the days counted back from it: nine hours later a working day begins. Calendars propose that
// hour of themselves for such events.
std::string trigger(std::int32_t days) {
    const std::int32_t whole = days - 1;
    return (whole == 0 ? std::string("-P") : "-P" + std::to_string(whole) + 'D') + "T15H";
}

class IcsRows : public RowSink {
 public:
    IcsRows(std::string& out, const Sheet& sheet, CalendarMoment made, Language language)
        : out_(out), sheet_(sheet), made_(made), style_(endless_style(language)) {}

    void begin(const Block&) override {}
    void note(std::string_view) override {}
    void row(Row row, std::span<const Cell> cells) override {
        const std::string label = text(row, cells, "label");
        const std::string amount = text(row, cells, "amount");
        const std::string title =
            amount.empty() ? label
                           : words({tr("{label}: {amount}"), {{"label", label}, {"amount", amount}}}, style_.language);
        const Date day = std::get<Date>(*cell(cells, "date"));
        line("BEGIN", "VEVENT");
        line("UID", escaped_text(text(row, cells, "uid")));
        // A reader takes the event of the higher number, and of the same number the one that was made later (RFC 5545,
        // 3.8.7.4; RFC 5546, 2.1.5): both say the minute.
        line("DTSTAMP", basic(made_.day) + 'T' + time_of_day(made_.minute) + 'Z');
        line("SEQUENCE", std::to_string(made_.day.days() * minutes_of_day + made_.minute));
        line("DTSTART;VALUE=DATE", basic(day));
        line("DTEND;VALUE=DATE", basic(day + 1));
        line("SUMMARY", escaped_text(title));
        std::string description = text(row, cells, "name");
        if (const std::string state = text(row, cells, "state"); !state.empty())
            description += '\n' + state;
        if (!description.empty())
            line("DESCRIPTION", escaped_text(description));
        if (const std::string kind = text(row, cells, "kind"); !kind.empty())
            line("CATEGORIES", escaped_text(kind));
        line("TRANSP", "TRANSPARENT");
        if (const Cell* alarms = cell(cells, "alarm")) {
            for (const std::int32_t days : std::get<WholesCell>(*alarms).numbers) {
                line("BEGIN", "VALARM");
                line("ACTION", "DISPLAY");
                line("TRIGGER", trigger(days));
                line("DESCRIPTION", escaped_text(title));
                line("END", "VALARM");
            }
        }
        line("END", "VEVENT");
    }

 private:
    void line(std::string_view name, std::string_view value) {
        add_folded(out_, std::string(name) + ':' + std::string(value));
    }

    [[nodiscard]] const Cell* cell(std::span<const Cell> cells, std::string_view id) const {
        const auto column = std::ranges::find(sheet_.columns, id, &Column::id);
        return column == sheet_.columns.end() ? nullptr
                                              : &cells[static_cast<std::size_t>(column - sheet_.columns.begin())];
    }

    // As a page has it; empty where the sheet has no such column.
    [[nodiscard]] std::string text(Row row, std::span<const Cell> cells, std::string_view id) const {
        const Cell* found = cell(cells, id);
        if (found == nullptr)
            return {};
        if (const Money* amount = std::get_if<Money>(found))
            return words({"{amount}", {{"amount", *amount}}}, style_.language);
        return shown_cell(*std::ranges::find(sheet_.columns, id, &Column::id), row, style_, *found).text;
    }

    std::string& out_;
    const Sheet& sheet_;
    CalendarMoment made_;
    TextStyle style_;
};

}  // namespace

std::string sheet_ics(const Sheet& sheet, const std::string& name, CalendarMoment made, Language language) {
    std::string events;
    IcsRows rows(events, sheet, made, language);
    sheet.rows(rows);
    std::string out;
    const auto line = [&out](std::string_view text) { add_folded(out, text); };
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line(language == Language::french ? "PRODID:-//msp//msp-forecast//FR" : "PRODID:-//msp//msp-forecast//EN");
    line("CALSCALE:GREGORIAN");
    line("NAME:" + escaped_text(name));          // RFC 7986
    line("X-WR-CALNAME:" + escaped_text(name));  // what most programs look for
    if (events.empty()) {
        for (const char* text : a_time_zone)
            line(text);
    }
    out += events;
    line("END:VCALENDAR");
    return out;
}

}  // namespace msp
