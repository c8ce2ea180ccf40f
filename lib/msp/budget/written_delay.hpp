// SPDX-License-Identifier: MIT
// Private to the module: a delay, and where it stands, of several of one key.
#pragma once

#include <msp/diag/source.hpp>
#include <msp/model/line.hpp>

#include <string>

namespace msp {

struct WrittenDelay {
    Delay delay;
    std::string text;
    Span place;
};

}  // namespace msp
