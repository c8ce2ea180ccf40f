// SPDX-License-Identifier: MIT
#include <msp/read/file.hpp>

#include <msp-actuals/statements.hpp>
#include <utility>

namespace msp::app {

bool is_statement(const std::string& path) {
    if (path == "-")
        return false;
    Sources sources;
    Diagnostics unread;
    const std::optional<SourceId> mapped = map_file(sources, path, unread);
    const std::optional<SourceId> source = mapped ? statement_text(sources, *mapped) : std::nullopt;
    return source && statement_form(sources, *source, {});
}

std::optional<std::vector<AccountStatement>> read_statement(Context& context, const std::string& path) {
    const std::optional<SourceId> mapped = map_file(context.sources, path, context.diagnostics);
    const std::optional<SourceId> source = mapped ? statement_text(context.sources, *mapped) : std::nullopt;
    const std::optional<StatementForm> form = source ? statement_form(context.sources, *source, {}) : std::nullopt;
    if (!form)
        return std::nullopt;
    const std::size_t before = context.diagnostics.errors();
    std::vector<AccountStatement> all = read_statements(context.sources, *source, *form, {}, context.diagnostics);
    return context.diagnostics.errors() == before ? std::optional(std::move(all)) : std::nullopt;
}

}  // namespace msp::app
