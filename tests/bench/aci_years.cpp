// SPDX-License-Identifier: MIT
// Computes the ACI of MSP of all sizes, five years each, and prints the seconds of the processor for every count asked
// for: `aci_years 1 1000 3000`. Reading the file and the rules is not counted.
#include <msp/aci/remuneration.hpp>
#include <msp/budget/decode.hpp>
#include <msp/read/readers.hpp>
#include <msp/rules/catalogue.hpp>
#include <msp/rules/law.hpp>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

msp::Budget read(const char* path, msp::Sources& sources) {
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    msp::Diagnostics diagnostics;
    const auto document = msp::read_toml(sources, sources.add(path, text), diagnostics);
    return msp::decode(document.value(), sources, msp::shipped_catalogue(), diagnostics).value();
}

// Five years, of this many patients; the total keeps the work from being left out.
std::int64_t compute(msp::Budget& budget, const msp::Law& law, std::int64_t patients) {
    budget.aci->years.front().patients->count = patients;
    msp::Diagnostics diagnostics;
    std::int64_t cents = 0;
    for (const msp::AciFacts& facts : msp::aci_facts(budget, law, msp::AciYears::all, diagnostics))
        cents += msp::remuneration(facts).total.cents();
    return cents;
}

}  // namespace

int main(int argc, char** argv) {
    msp::Sources sources;
    msp::Diagnostics diagnostics;
    const msp::Law law = msp::read_law({.rules = {}, .everything = true}, std::nullopt, sources, diagnostics).value();
    msp::Budget budget = read(argv[1], sources);
    for (int i = 2; i < argc; ++i) {
        const long count = std::strtol(argv[i], nullptr, 10);
        const std::clock_t start = std::clock();
        std::int64_t cents = 0;
        for (long msp = 0; msp < count; ++msp)
            cents += compute(budget, law, 2'000 + msp % 14'000);
        const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        std::cout << count << ' ' << seconds << ' ' << cents << '\n';
    }
}
