// SPDX-License-Identifier: MIT
#include "statement_sums.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::check_statement(msp::StatementForm::csv, data, size);
    return 0;
}
