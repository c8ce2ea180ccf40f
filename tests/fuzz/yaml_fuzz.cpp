// SPDX-License-Identifier: MIT
#include <msp/read/readers.hpp>

#include "spans_inside.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::check_reader(msp::read_yaml, data, size);
    return 0;
}
