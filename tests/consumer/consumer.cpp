// SPDX-License-Identifier: MIT
// Reads a text with the installed library: pulls in the readers, the messages and what they need.
#include <msp/diag/diagnostic.hpp>
#include <msp/money/parse.hpp>
#include <msp/read/file.hpp>
#include <msp/read/readers.hpp>

#include <cstdio>

int main() {
    msp::Sources sources;
    msp::Diagnostics diagnostics;
    const auto source = msp::load_text(sources, "inline", "amount = 2_400.00\n", diagnostics);
    if (!source)
        return 1;
    const auto toml = msp::read_toml(sources, *source, diagnostics);
    const auto yaml = msp::read_yaml(sources, *source, diagnostics);  // a plain scalar
    if (!toml)
        return 1;
    const auto amount = msp::parse_bare_amount((*toml)[toml->find(msp::Document::root(), "amount")].text);
    std::printf("%s %d\n", msp::plain(std::get<msp::Money>(amount)).c_str(), yaml.has_value());
    return std::get<msp::Money>(amount) == msp::Money::from_cents(240'000) ? 0 : 1;
}
