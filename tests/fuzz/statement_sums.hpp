// SPDX-License-Identifier: MIT
// What holds for every text that is read as a bank's statement: no place outside it, and without an error no cent that
// its balances do not have.
#pragma once

#include <msp/statement/statement.hpp>

#include "spans_inside.hpp"

namespace fuzz {

inline void check_statement(msp::StatementForm form, const std::uint8_t* data, std::size_t size) {
    msp::Sources sources;
    msp::Diagnostics diagnostics;
    const auto source = msp::statement_text(sources, sources.add("fuzz", std::string(data, data + size)));
    if (!source)
        return;
    (void)msp::statement_form(sources, *source, {});
    try {
        for (const msp::AccountStatement& each : msp::read_statements(sources, *source, form, {}, diagnostics)) {
            for (const msp::StatementEntry& entry : each.entries)
                require_inside(sources, entry.place);
            require(diagnostics.has_errors() || !each.opening || !each.closing ||
                    each.opening->amount + each.moved() == each.closing->amount);
        }
    } catch (const msp::Error&) {
        return;  // amounts whose sum has no place in 64 bits
    }
    require_inside(sources, diagnostics);
}

}  // namespace fuzz
