// SPDX-License-Identifier: MIT
// Work on many things at once, told of as if it had been done one after the other.
#pragma once

#include <cstddef>
#include <functional>

namespace msp::app {

// Calls work(i) for each i in [first, last) in so many threads, and finish(i) in this one, in order, once work(i) is
// done. `work` throws nothing; where `finish` throws, what has not begun is not done. No more than a few wait for their
// turn, so that memory does not grow with their number.
void in_order(std::size_t first, std::size_t last, std::size_t threads, const std::function<void(std::size_t)>& work,
              const std::function<void(std::size_t)>& finish);

}  // namespace msp::app
