// SPDX-License-Identifier: MIT
// --actuals: the books of a budget, and the cases that go on from them.
#pragma once

#include <msp-forecast/settings.hpp>
#include <msp/report/forecast.hpp>
#include <support/books.hpp>

#include <deque>
#include <map>
#include <optional>
#include <string>

namespace msp::app {

class FromBooks {
 public:
    // The base outlives it, and stays where it is.
    FromBooks(Context& context, const Settings& settings, Result& base)
        : context_(context), settings_(settings), base_(base) {}

    // The books of the base are those of all scenarios; the base goes on from them. Without --actuals nothing is to be
    // read. False, and the errors are told, where they cannot be used.
    [[nodiscard]] bool read();
    // A scenario goes on from them, where there are any.
    void go_on(Result& result);

    [[nodiscard]] bool any() const { return !books_.entities.empty(); }
    [[nodiscard]] const AllBooks& books() const { return books_; }
    // The last day of any of them.
    [[nodiscard]] std::optional<Date> until() const;
    // The case without them, where a view is of whole exercises or of what changed: a result is of what was planned.
    [[nodiscard]] const Case& planned(const Result& result) const;

 private:
    void tell(const EntityBooks& books);

    Context& context_;
    const Settings& settings_;
    Result& base_;
    std::deque<EntityExport> exports_;
    AllBooks books_;                             // of these
    std::map<std::string, Case> without_books_;  // by scenario
};

}  // namespace msp::app
