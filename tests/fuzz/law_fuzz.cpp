// SPDX-License-Identifier: MIT
// A text of the ACI that is accepted can be computed, whatever stands in it: nothing pays more than its maximum.
#include <msp/aci/remuneration.hpp>
#include <msp/read/readers.hpp>
#include <msp/rules/aci_reader.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void compute(const msp::AciText& text) {
    msp::AciFacts facts;
    facts.year = facts.rules_year = text.from;
    facts.text = &text;
    facts.ipa = facts.crisis = true;
    facts.counts = {5120, 20, 6};
    facts.reached.assign(text.indicators.size(), &msp::reached_in_full);
    facts.points.assign(text.indicators.size(), nullptr);
    for (std::size_t i = 0; i < text.indicators.size(); ++i) {
        for (const std::size_t other : text.indicators[i].excludes)
            facts.reached[other < i ? i : other] = nullptr;
    }
    const msp::AciRemuneration result = msp::remuneration(facts);
    for (const msp::AciLine& line : result.lines) {
        if (line.missed.negative() || line.euros > line.euros_max)
            std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    msp::Sources sources;
    msp::Diagnostics diagnostics;
    const msp::SourceId source = sources.add("law.toml", std::string(data, data + size));
    try {
        const auto document = msp::read_toml(sources, source, diagnostics);
        if (!document)
            return 0;
        const msp::AciText text = msp::AciReader(*document, diagnostics, "aci-2022-avenant1").run();
        if (!diagnostics.has_errors())
            compute(text);
    } catch (const msp::Error&) {  // an amount beyond all bounds, a document too large
    }
    return 0;
}
