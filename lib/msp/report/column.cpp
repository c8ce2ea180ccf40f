// SPDX-License-Identifier: MIT
#include <msp/report/column.hpp>

#include <algorithm>
#include <string_view>

namespace msp {
namespace {

// Of "voted -actual ^closing".
std::vector<Addend> addends_of(std::string_view columns) {
    std::vector<Addend> addends;
    while (!columns.empty()) {
        const std::size_t end = std::min(columns.find(' '), columns.size());
        std::string_view id = columns.substr(0, end);
        columns.remove_prefix(std::min(end + 1, columns.size()));
        const bool less = id.starts_with('-');
        id.remove_prefix(less ? 1 : 0);
        const bool above = id.starts_with('^');
        id.remove_prefix(above ? 1 : 0);
        addends.push_back({std::string(id), less, above});
    }
    return addends;
}

std::vector<Addend> addends_of(const Head& head) {
    std::vector<Addend> addends = addends_of(head.addends == nullptr ? "" : std::string_view(head.addends));
    if (head.does_run)
        addends.insert(addends.begin(), {head.id, false, true});
    return addends;
}

std::optional<Division> division_of(const Head& head) {
    if (head.divided == nullptr)
        return std::nullopt;
    const std::string_view columns = head.divided;
    const std::size_t blank = columns.find(' ');
    return Division{std::string(columns.substr(0, blank)), std::string(columns.substr(blank + 1)), head.is_percent};
}

}  // namespace

Column& column_called(std::string_view id, std::vector<Column>& columns) {
    return *std::ranges::find(columns, id, &Column::id);
}

std::vector<Column> columns_of(std::initializer_list<Head> heads, Language language) {
    std::vector<Column> made;
    for (const Head& head : heads) {
        const std::string label(translate(head.label, language));
        made.push_back({.id = head.id,
                        .label = label,
                        .heading = head.heading == nullptr ? label : std::string(translate(head.heading, language)),
                        .type = head.type,
                        .audience = head.audience,
                        .figure = head.figure,
                        .turned = head.is_turned,
                        .quiet = head.is_quiet,
                        .strong = head.is_strong,
                        .exact = head.is_exact,
                        .joined = head.is_joined,
                        .spare = head.is_spare,
                        .naming = head.is_naming,
                        .brief = head.brief == nullptr ? "" : std::string(translate(head.brief, language)),
                        .adds = addends_of(head),
                        .divides = division_of(head),
                        .down = head.goes_down,
                        .of_rows = head.has_rows});
    }
    return made;
}

}  // namespace msp
