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

// Of two amounts of one sign, the smaller one is taken of both.
void take_smaller(Money& a, Money& b) {
    const Money taken = same_sign(a, b) ? smaller(a, b) : Money();
    a -= taken;
    b -= taken;
}

}  // namespace

AgreedEnds agree(PaymentEnd& paid, PaymentEnd& received) {
    AgreedEnds agreed;
    const std::int32_t between = received.planned - paid.planned;
    if (paid.told) {
        std::vector<Money> arrived;  // and is not in the payer's books
        for (const PaymentEnd::Came& each : received.came)
            arrived.push_back(each.amount);
        // What the receiver's books cannot have yet by the plan they may have all the same, not before it is paid.
        std::vector<Money> lacks;
        for (const PaymentEnd::Came& each : paid.came)
            lacks.push_back(each.amount);
        for (const bool known : {true, false}) {
            for (std::size_t i = 0; i < lacks.size(); ++i) {
                const Date day = paid.came[i].day + between;
                if (known != (day != not_known(received, day)))
                    continue;
                for (std::size_t j = 0; j < arrived.size(); ++j) {
                    if (known || received.came[j].day >= paid.came[i].day)
                        take_smaller(lacks[i], arrived[j]);
                }
            }
        }
        for (std::size_t i = 0; i < lacks.size(); ++i) {
            if (lacks[i] != Money())
                agreed.received.push_back(told(received, paid.came[i].day + between, lacks[i], i));
        }
        // On days that they do not know it is paid, of what they have still to pay or beyond that; else it is of what
        // they have still to pay.
        const auto unknown = [&](std::size_t i) {
            const Date day = received.came[i].day - between;
            return day == not_known(paid, day);
        };
        for (std::size_t i = 0; i < arrived.size(); ++i) {
            if (arrived[i] == Money() || !unknown(i))
                continue;
            agreed.paid.push_back(told(paid, received.came[i].day - between, arrived[i], i));
            take_smaller(paid.open, arrived[i]);
        }
        received.open = paid.open;
        for (std::size_t i = 0; i < arrived.size(); ++i) {
            if (!unknown(i))
                take_smaller(received.open, arrived[i]);
        }
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
