// SPDX-License-Identifier: MIT
#include <msp/budget/free_table.hpp>
#include <msp/budget/key_name.hpp>
#include <msp/budget/keys_aci_year.hpp>
#include <msp/budget/keys_reached.hpp>
#include <msp/read/readers.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace msp;

namespace {

const Key& reached_key = row_of<Section::aci_year>("reached"_key);
const Key& points_key = row_of<Section::aci_year>("points"_key);

// "id=value" of every entry, with the number of keys for a table of details.
std::string entries(const std::string& name, const std::string& text, const Key& key) {
    Sources sources;
    Diagnostics diagnostics;
    const SourceId source = sources.add(name, text);
    const auto document =
        name.ends_with(".toml") ? read_toml(sources, source, diagnostics) : read_yaml(sources, source, diagnostics);
    REQUIRE(document);
    std::string found;
    for (const FreeEntry& entry : free_entries(*document, Document::root(), key)) {
        const Node& node = (*document)[entry.node];
        int keys = 0;
        for (NodeId child = node.child; child != no_node; child = (*document)[child].next)
            ++keys;
        found += (found.empty() ? "" : " ") + entry.id + '=' +
                 (node.kind == NodeKind::table ? '{' + std::to_string(keys) + '}' : std::string(node.text));
    }
    return found;
}

std::string toml(const std::string& text) {
    return entries("a.toml", text, reached_key);
}

}  // namespace

TEST_CASE("an id is one quoted key, or tables one in the other") {
    CHECK(toml("\"equipe.qualite.n1\" = true\n") == "equipe.qualite.n1=true");
    CHECK(toml("equipe.qualite.n1 = true\n") == "equipe.qualite.n1=true");
    CHECK(toml("\"equipe.qualite\".n1 = true\n") == "equipe.qualite.n1=true");
    CHECK(toml("equipe = { pnc = 2, qualite = { n1 = true } }\n") == "equipe.pnc=2 equipe.qualite.n1=true");
    CHECK(toml("[equipe.qualite]\nn1 = true\nn2 = false\n[si]\nstandard = 2024-03-01\n") ==
          "equipe.qualite.n1=true equipe.qualite.n2=false si.standard=2024-03-01");
    CHECK(toml("equipe.pnc = 2\n\"equipe.pnc\" = 3\n") == "equipe.pnc=2 equipe.pnc=3");
    CHECK(entries("a.yaml", "equipe:\n  protocoles: 6\n  qualite: {n1: true}\nsi.standard: 2024-03-01\n",
                  reached_key) == "equipe.protocoles=6 equipe.qualite.n1=true si.standard=2024-03-01");
}

TEST_CASE("a table with a key of details is details, in either language and however it is written") {
    CHECK(toml("\"acces.horaires\" = { amplitude = \"12h\", saturday = true }\n") == "acces.horaires={2}");
    CHECK(toml("\"acces.horaires\" = { samedi = true }\n") == "acces.horaires={1}");
    CHECK(toml("acces.horaires.saturday = true\nacces.horaires.amplitude = \"12h\"\n") == "acces.horaires={2}");
    CHECK(toml("[acces.horaires]\nsaturday = true\n") == "acces.horaires={1}");
    CHECK(toml("[\"acces.horaires\"]\nsaturday = true\n") == "acces.horaires={1}");
    // One key is enough: the other is an unknown one of details, not another indicator.
    CHECK(toml("\"acces.horaires\" = { saturdy = true, amplitude = \"12h\" }\n") == "acces.horaires={2}");
    CHECK(toml("\"acces.horaires\" = { saturdy = true }\n") == "acces.horaires.saturdy=true");
}

TEST_CASE("where an entry has no details every table leads on") {
    CHECK(entries("a.toml", "equipe.number = 1.5\n\"equipe.pnc\" = { number = 2 }\n", points_key) ==
          "equipe.number=1.5 equipe.pnc.number=2");
}

TEST_CASE("an empty table is an entry, what is null is none") {
    CHECK(toml("\"acces.horaires\" = {}\n[equipe]\n") == "acces.horaires={0} equipe={0}");
    CHECK(entries("a.yaml", "equipe:\n  pnc: ~\nsi:\n", reached_key) == "");
    CHECK(toml("") == "");
}

TEST_CASE("an id of any length costs little") {
    const std::string part(1000, 'x');
    const std::string found = toml(part + '.' + part + " = 1\n");
    CHECK(found.size() < 2 * longest_indicator);
    CHECK(found.starts_with(part.substr(0, longest_indicator + 1)));
}

TEST_CASE("the details of an indicator have slots, in either language") {
    CHECK(detail_slot(reached_key, "meetings") == Slot<Section::reached>("meetings"_key).position());
    CHECK(detail_slot(reached_key, "réunions") == Slot<Section::reached>("meetings"_key).position());
    CHECK(detail_slot(reached_key, "equipe") == -1);
    CHECK(detail_slot(points_key, "meetings") == -1);
}
