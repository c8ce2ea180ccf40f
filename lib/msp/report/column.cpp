// SPDX-License-Identifier: MIT
#include <msp/report/column.hpp>

namespace msp {

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
                        .strong = head.is_strong});
    }
    return made;
}

}  // namespace msp
