// SPDX-License-Identifier: MIT
#include <msp/dates/date.hpp>
#include <msp/report/question.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace msp;

namespace {

std::string asked_for(std::string_view text) {
    const std::optional<Request> request = parse_request(text);
    if (!request)
        return "?";
    if (!request->period)
        return request->what;
    return request->what + " in " + iso(request->period->days.first) + ".." + iso(request->period->days.last);
}

}  // namespace

TEST_CASE("a request names something, and a day, a month, a quarter or a year") {
    CHECK(asked_for("software") == "software");
    CHECK(asked_for("software@2026-02-10") == "software in 2026-02-10..2026-02-10");
    CHECK(asked_for("software@10/02/2026") == "software in 2026-02-10..2026-02-10");
    CHECK(asked_for("software@2028-02") == "software in 2028-02-01..2028-02-29");
    CHECK(asked_for("software@2026-Q1") == "software in 2026-01-01..2026-03-31");
    CHECK(asked_for("software@2026-T4") == "software in 2026-10-01..2026-12-31");
    CHECK(asked_for("a@b@2026") == "a@b in 2026-01-01..2026-12-31");
    CHECK(asked_for("@2026") == " in 2026-01-01..2026-12-31");
    for (const char* wrong : {"software@", "software@april", "software@2026-13", "software@2026-Q5", "software@26"})
        CHECK(asked_for(wrong) == "?");
}

TEST_CASE("a part may be named in the words of a French budget") {
    CHECK(with_english_part("aci.avance") == "aci.advance");
    CHECK(with_english_part("pret.interets") == "pret.interest");
    CHECK(with_english_part("solde") == "balance");
    CHECK(with_english_part("aci.advance") == "aci.advance");
    CHECK(with_english_part("mon.loyer") == "mon.loyer");
}
