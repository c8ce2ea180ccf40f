// SPDX-License-Identifier: MIT
#include <msp/dates/written_date.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace msp;

namespace {

std::string shown(std::string_view text) {
    const DateResult result = read_date(text);
    if (const Date* date = std::get_if<Date>(&result))
        return iso(*date);
    const DateProblem& problem = std::get<DateProblem>(result);
    constexpr const char* kinds[] = {"not a date", "impossible", "range", "time", "month first", "century"};
    return std::string(kinds[problem.kind]) + (problem.one ? ' ' + iso(*problem.one) : "") +
           (problem.other ? ' ' + iso(*problem.other) : "");
}

}  // namespace

TEST_CASE("a day is ISO, or has the day first and strokes, as a spreadsheet writes it") {
    CHECK(shown("2026-02-05") == "2026-02-05");
    CHECK(shown("05/02/2026") == "2026-02-05");
    CHECK(shown("5/2/2026") == "2026-02-05");
    CHECK(shown("05/02/26") == "2026-02-05");
    CHECK(shown("29/02/28") == "2028-02-29");
    CHECK(shown("31/12/69") == "2069-12-31");
    CHECK(shown(" 05/02/2026 ") == "2026-02-05");
}

TEST_CASE("midnight behind a day is no time") {
    CHECK(shown("05/02/2026 00:00") == "2026-02-05");
    CHECK(shown("05/02/2026 0:00:00") == "2026-02-05");
    CHECK(shown("5/2/26 00:00:00") == "2026-02-05");
    CHECK(shown("2026-02-05 00:00:00") == "2026-02-05");
    CHECK(shown("2026-02-05T00:00:00.000") == "2026-02-05");
    CHECK(shown("05/02/2026 00:01") == "time 2026-02-05");
    CHECK(shown("2026-02-05T13:30") == "time 2026-02-05");
    CHECK(shown("2026-02-05T00:00:00Z") == "time 2026-02-05");
    CHECK(shown("05/02/2026 matin") == "not a date");
    CHECK(shown("05/02/2026T00:00") == "not a date");
}

TEST_CASE("a day with another reading, or none, says so") {
    CHECK(shown("05/02/98") == "century 1998-02-05 2098-02-05");
    CHECK(shown("29/02/76") == "century 1976-02-29 2076-02-29");
    CHECK(shown("30/02/76") == "impossible 2076-02-29");
    CHECK(shown("01/01/70") == "century 1970-01-01 2070-01-01");
    CHECK(shown("2/15/2026") == "month first 2026-02-15");
    CHECK(shown("02/15/26") == "month first 2026-02-15");
    CHECK(shown("30/02/2026") == "impossible 2026-02-28");
    CHECK(shown("2026-02-29") == "impossible 2026-02-28");
    CHECK(shown("2026-13-01") == "impossible");
    CHECK(shown("13/13/2026") == "impossible");
    CHECK(shown("0/2/2026") == "impossible 2026-02-28");
    CHECK(shown("31/04/28") == "impossible 2028-04-30");
    CHECK(shown("2300-02-30") == "impossible");
    CHECK(shown("9999-12-31") == "range");
    CHECK(shown("1899-12-31") == "range");
    CHECK(shown("2200-01-01") == "range");
    CHECK(shown("01/01/2200") == "range");
    for (const char* text : {"", "5", "5/2", "5/2/202", "5/2/20266", "005/02/2026", "2026-2-5", "2026/02/05",
                             "05-02-2026", "5.2.2026", "2026-02", "demain", "2026-02-0a", "/2/2026"}) {
        CAPTURE(text);
        CHECK(shown(text) == "not a date");
    }
}
