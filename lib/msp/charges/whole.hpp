// SPDX-License-Identifier: MIT
// Private to charges: integers of any length; those of some hundred bits need no memory of their own.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <boost/multiprecision/rational_adaptor.hpp>

#include <memory>

namespace msp {

using WholeBackend = boost::multiprecision::cpp_int_backend<384, 0, boost::multiprecision::signed_magnitude,
                                                            boost::multiprecision::unchecked,
                                                            std::allocator<boost::multiprecision::limb_type>>;
using Whole = boost::multiprecision::number<WholeBackend>;
using WholeQuotient = boost::multiprecision::number<boost::multiprecision::rational_adaptor<WholeBackend>>;

[[nodiscard]] inline Whole power_of_ten(int exponent) {
    return boost::multiprecision::pow(Whole(10), static_cast<unsigned>(exponent));
}

}  // namespace msp
