// SPDX-License-Identifier: MIT
#include <msp/rules/class_numbers.hpp>

namespace msp {

std::optional<std::string> ClassNumbers::next(LawTable& table, std::int64_t most) {
    const auto number = table.integer("number", 60, most);
    if (!number)
        return std::nullopt;
    std::string written = std::to_string(*number);
    if (written <= before_)
        table.error("law.order", {tr("this class does not come after the one before it"), {}}, table.span("number"), {},
                    {{place_, {tr("the one before"), {}}}});
    place_ = table.span("number");
    before_ = written;
    return written;
}

}  // namespace msp
