// SPDX-License-Identifier: MIT
#include <msp/ledger/check.hpp>
#include <msp/ledger/columns.hpp>
#include <msp/read/file.hpp>
#include <support/exports.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace msp::app {

bool is_export(const std::string& path) {
    constexpr std::size_t of_header = 4096;  // bytes
    if (path == "-")
        return false;
    Sources sources;
    Diagnostics unread;
    const std::optional<SourceId> source = map_file(sources, path, unread);
    if (!source)
        return false;
    const std::string_view text = sources.text(*source);
    const std::string head = folded_name(text.substr(0, std::min(text.find_first_of("\r\n"), of_header)));
    return head.find("ecrituredate") != std::string::npos || head.find("comptenum") != std::string::npos;
}

std::optional<Export> read_export(Context& context, const std::string& path) {
    const std::optional<SourceId> source = map_file(context.sources, path, context.diagnostics);
    if (!source)
        return std::nullopt;
    const std::string_view text = context.sources.text(*source);
    if (is_utf16(text)) {
        context.diagnostics.error("file.utf16", {tr("\"{file}\" is written in UTF-16"), {{"file", path}}}, {},
                                  Message{tr("save the file as UTF-8"), {}});
        return std::nullopt;
    }
    LedgerFindings findings;
    std::optional<Fec> ledger = read_ledger(context.sources, *source, findings);
    if (!ledger) {
        tell_findings(context, findings, *source, {}, true);
        return std::nullopt;
    }
    check_ledger(*ledger, path, findings);
    return Export{std::move(*ledger), std::move(findings)};
}

void tell_findings(Context& context, const LedgerFindings& findings, SourceId source, const LedgerForm& form,
                   bool refused) {
    for (LedgerProblem& problem : problems_of(findings, context.sources.text(source), form, source, context.sources)) {
        if (problem.gravity == Gravity::illegal && !refused)
            problem.diagnostic.severity = Severity::warning;
        context.diagnostics.add(std::move(problem.diagnostic));
    }
}

}  // namespace msp::app
