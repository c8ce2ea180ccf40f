// SPDX-License-Identifier: MIT
// The cases of a budget as plans that go on from its books, where an answer needs them: for where lines land, for the
// outlook of a mail, and for a forecast that is kept.
#pragma once

#include <msp/actuals/rolling.hpp>
#include <msp/plan/case.hpp>
#include <support/run.hpp>

#include <deque>
#include <msp-actuals/named_files.hpp>
#include <msp-actuals/settings.hpp>
#include <optional>
#include <span>
#include <utility>

namespace msp::app {

struct RolledCase {
    explicit RolledCase(Case made) : of(std::move(made)) {}

    // The day up to which the entity's books are read; nothing where it has none.
    [[nodiscard]] std::optional<Date> until(EntityIndex entity) const;

    Case of;
    Rolling rolling = {};
};

class RolledCases {
 public:
    RolledCases(Context& context, const ActualsSettings& settings, const NamedFiles& files)
        : context_(context), settings_(settings), files_(files) {}

    // The next case, the base first.
    void add(const Case& of);

    // Of the latest case, what its entities' books tell of each other's.
    [[nodiscard]] std::span<const ToldMove> told() const {
        return cases_.empty() ? std::span<const ToldMove>() : latest().rolling.told;
    }
    // Whether it is asked where the lines land.
    [[nodiscard]] bool lands() const { return lands_; }
    [[nodiscard]] const RolledCase& base() const { return cases_.front(); }
    [[nodiscard]] const RolledCase& latest() const { return cases_.back(); }

 private:
    [[nodiscard]] bool wants_landings() const;
    [[nodiscard]] bool pay_each_other(const Budget& budget) const;
    [[nodiscard]] bool too_large_to_land() const;

    Context& context_;
    const ActualsSettings& settings_;
    const NamedFiles& files_;
    std::deque<RolledCase> cases_;
    bool lands_ = false;
};

}  // namespace msp::app
