// SPDX-License-Identifier: MIT
// What stands in a workbook with several views beside the plan: the ACI and the shared charges, as the programs of
// their own show them.
#pragma once

#include <msp/report/aci.hpp>
#include <msp/report/charges_sheets.hpp>
#include <msp/report/forecast_sheets.hpp>
#include <support/answer.hpp>

#include <deque>
#include <string>
#include <vector>

namespace msp::app {

// A page's table as one of its own.
[[nodiscard]] Part worksheet(std::string called, Sheet sheet);

class PackParts {
 public:
    // What is missing is reported.
    PackParts(Context& context, Results results, Date as_of);

    // Parts refer to this.
    void add_to(std::vector<Part>& parts) const;

 private:
    void add_aci(const Result& result, Date as_of);
    void add_shares(const Result& result, Date as_of);

    struct Aci {
        AciResult result;
        const AciYearResult* year =
            nullptr;  // that of the day asked about, else the last; null where only payments are typed
    };

    Context& context_;
    std::deque<Aci> aci_;  // by case
    std::deque<ChargesResult> shares_;
};

}  // namespace msp::app
