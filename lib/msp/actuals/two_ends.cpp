// SPDX-License-Identifier: MIT
#include <msp/actuals/nearness.hpp>
#include <msp/actuals/two_ends.hpp>

#include <algorithm>

namespace msp {
namespace {

// The first day from this one on that the books of the end do not know.
Date not_known(const PaymentEnd& end, Date day) {
    return end.until ? std::max(day, *end.until + 1) : day;
}

ToldByOther told(const PaymentEnd& end, Date day, Money amount, std::size_t came) {
    return {not_known(end, day), amount, came, end.until && day <= *end.until};
}

}  // namespace

AgreedEnds agree(PaymentEnd& paid, PaymentEnd& received) {
    AgreedEnds agreed;
    const std::int32_t between = received.planned - paid.planned;
    if (paid.told) {
        Money arrived;
        for (const PaymentEnd::Came& each : received.came)
            arrived += each.amount;
        for (std::size_t i = 0; i < paid.came.size(); ++i) {
            const Money known =
                same_sign(arrived, paid.came[i].amount) ? smaller(arrived, paid.came[i].amount) : Money();
            arrived -= known;
            if (known != paid.came[i].amount)
                agreed.received.push_back(told(received, paid.came[i].day + between, paid.came[i].amount - known, i));
        }
        // What has arrived and is not in the payer's books is of what they have still to pay.
        received.open = paid.open;
        if (same_sign(arrived, paid.open))
            received.open -= smaller(arrived, paid.open);
        if (paid.open != Money()) {
            received.expected = not_known(received, paid.expected + between);
            paid.expected = not_known(paid, std::max(paid.expected, received.expected - between));
        }
        received.told = true;
    } else if (received.told) {
        for (std::size_t i = 0; i < received.came.size(); ++i)
            agreed.paid.push_back(told(paid, received.came[i].day - between, received.came[i].amount, i));
        paid.open = received.open;
        paid.expected = not_known(paid, received.expected - between);
        received.expected = not_known(received, paid.expected + between);
        paid.told = true;
    }
    return agreed;
}

}  // namespace msp
