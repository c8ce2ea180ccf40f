// SPDX-License-Identifier: MIT
#include <msp/dates/date.hpp>

#include <tests/support/statements.hpp>
#include <utility>

namespace msp::test {

Texts ReadStatement::found() const {
    Texts all;
    for (const Diagnostic& each : diagnostics.sorted()) {
        const Position at = sources.position(each.span.source, each.span.begin);
        all.push_back(std::string(each.id) + ' ' + std::to_string(at.line) + ':' + std::to_string(at.column));
    }
    return all;
}

Texts ReadStatement::entries() const {
    Texts all;
    for (const StatementEntry& each : only().entries)
        all.push_back(iso(each.date) + ' ' + plain(each.amount) + ' ' + each.label + " [" + each.reference + ']');
    return all;
}

std::unique_ptr<ReadStatement> statement_of(std::string text, std::span<const StatementColumns> columns) {
    auto read = std::make_unique<ReadStatement>();
    const SourceId mapped = read->sources.add("statement", std::move(text));
    const SourceId source = statement_text(read->sources, mapped).value();
    const StatementForm form = statement_form(read->sources, source, columns).value();
    read->statements = read_statements(read->sources, source, form, columns, read->diagnostics);
    return read;
}

}  // namespace msp::test
