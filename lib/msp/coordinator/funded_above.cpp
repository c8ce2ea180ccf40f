// SPDX-License-Identifier: MIT
#include <msp/coordinator/funded_above.hpp>

namespace msp {

std::optional<FundedAbove> funded_above(const PostReturn& made) {
    for (std::size_t i = 0; i < made.exercises.size(); ++i) {
        FundedAbove above;
        above.exercise = made.exercises[i];
        for (const ReturnItem& item : made.items) {
            const Money amount = at(item.exercises, Level::central)[i];
            if (item.role == ReturnRole::cost)
                above.cost += amount;
            if (!item.limited || amount == Money())
                continue;
            above.paid += amount;
            above.by.push_back(&item);
        }
        if (above.paid > above.cost && !above.by.empty())
            return above;
    }
    return std::nullopt;
}

}  // namespace msp
