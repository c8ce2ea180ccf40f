// SPDX-License-Identifier: MIT
// Private to the module: a payment of one entity to another of the same budget has two ends, and the books of one or
// both say something of it. What is not yet paid has not arrived, and what has arrived is paid: so that no money is in
// a plan twice, or nowhere.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/money/money.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace msp {

struct PaymentEnd {
    struct Came {
        Date day;
        Money amount;
    };

    Date planned;
    std::optional<Date> until;  // the last day of its entity's books; none where it has none
    bool told = false;          // something came of it by then, or should have, or nothing will any more
    std::vector<Came> came;     // in those books, in the order of their days
    Money open;                 // of what is told, what is still expected
    Date expected;              // of that
};

// What the books of the other end have, and those of this one have not.
struct ToldByOther {
    Date day;
    Money amount;
    std::size_t came = 0;  // of the other end
    bool missing = false;  // the books of this end know the day on which it should be there
};

struct AgreedEnds {
    std::vector<ToldByOther> paid;
    std::vector<ToldByOther> received;
};

// Amounts of both ends have the sign that they have where they arrive. Where the payer's books tell, what is open where
// it arrives is what they have paid and have still to pay, less what has arrived, and what has arrived after they end
// is paid too; else what has arrived is paid, and what is open there is still to be paid. As many days lie between both
// ends as are planned; nothing comes on a day that the books of its end know. What both say is open comes on the later
// of their days.
[[nodiscard]] AgreedEnds agree(PaymentEnd& paid, PaymentEnd& received);

}  // namespace msp
