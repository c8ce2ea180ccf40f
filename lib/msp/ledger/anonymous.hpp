// SPDX-License-Identifier: MIT
// An export that may be shown to others: names, labels and references are replaced, each by the same word wherever it
// stands; days, amounts, accounts, numbers and what is wrong with the file stay.
#pragma once

#include <msp/ledger/ledger.hpp>

#include <functional>
#include <string_view>

namespace msp {

// Hands over the file in pieces, in its own form.
void anonymise(const Fec& ledger, const std::function<void(std::string_view)>& sink);

}  // namespace msp
