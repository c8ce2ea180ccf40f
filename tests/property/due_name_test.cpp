// SPDX-License-Identifier: MIT
// Names of days in calendars: no two days have one.
#include <msp/calendar/due_name.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace msp;

namespace {

// Ids that look like what stands around them, or of any of the few characters that an id has.
std::string any_id() {
    if (*rc::gen::inRange(0, 3) != 0)
        return *rc::gen::element<std::string>("contract", "plan", "evidence", "entity", "scenario", "msp-forecast",
                                              "end", "2026-12-31", "2", "123456782", "a", "a-b", "b");
    return *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab2-_"))));
}

// As the plan names what it makes: "third-party.scm.x".
std::string any_path() {
    std::string path = any_id();
    for (int more = *rc::gen::inRange(0, 3); more > 1; --more)
        path += '.' + any_id();
    return path;
}

DueName any_name() {
    DueName name;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i)
        name.parts.push_back(any_path());
    if (*rc::gen::arbitrary<bool>())
        name.scenario = any_id() + (*rc::gen::arbitrary<bool>() ? "" : '+' + any_id());
    name.siren = *rc::gen::arbitrary<bool>();
    name.entity = name.siren ? "123456782" : any_id();
    return name;
}

// The only name that can have made it: from the right, as no id holds @, / or a point.
std::optional<DueName> read_back(std::string uid) {
    const auto cut_end = [&](const std::string& end) {
        const bool has = uid.ends_with(end);
        if (has)
            uid.resize(uid.size() - end.size());
        return has;
    };
    DueName name;
    if (!cut_end(".msp-forecast"))
        return std::nullopt;
    name.siren = !cut_end(".entity");
    const std::size_t at = uid.find('@');
    const std::string owner = uid.substr(at + 1);
    const std::string between = ".scenario.";
    const std::size_t scenario = owner.find(between);
    if (scenario != std::string::npos)
        name.scenario = owner.substr(0, scenario);
    name.entity = scenario == std::string::npos ? owner : owner.substr(scenario + between.size());
    for (std::size_t from = 0; from <= at;) {
        const std::size_t end = std::min(uid.find('/', from), at);
        name.parts.push_back(uid.substr(from, end - from));
        from = end + 1;
    }
    return name;
}

}  // namespace

TEST_CASE("what a day is of can be read from its name, so that two days never have one") {
    CHECK(rc::check([] {
        const DueName name = any_name();
        RC_ASSERT(read_back(uid_of(name)) == name);
    }));
}
