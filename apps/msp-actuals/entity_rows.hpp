// SPDX-License-Identifier: MIT
// The rows of an entity whose books were read: what was voted for each line beside what came, by period.
#pragma once

#include <msp/actuals/comparison.hpp>
#include <msp/report/explain.hpp>

#include <msp-actuals/compared.hpp>
#include <optional>
#include <span>
#include <vector>

namespace msp::app {

class EntityRows {
 public:
    // The exports, or statements, are those of the entity.
    EntityRows(ComparedBudget& all, ComparedCase& of, EntityIndex entity, EntityComparison& comparison,
               std::span<MappedExport> mapped)
        : all_(all),
          context_(all.context),
          of_(of),
          entity_(entity),
          comparison_(comparison),
          mapped_(mapped),
          of_statements_(mapped.front().statement != nullptr) {}

    // Into the case's result; nothing is held against a budget before the books begin.
    void add();

 private:
    // That the books, or the statements, are of.
    struct Days {
        Date first;
        Date last;
        Date until;  // as asked for, it may be after the last one
    };
    [[nodiscard]] std::optional<Days> days() const;
    void add_voted();
    [[nodiscard]] ComparedEntity compared(const Days& days);
    void tell_too_early(const Days& days) const;
    void tell_days(const ComparedEntity& made, Date last) const;

    ComparedBudget& all_;
    Context& context_;
    ComparedCase& of_;
    EntityIndex entity_;
    EntityComparison& comparison_;
    std::span<MappedExport> mapped_;
    bool of_statements_;
    std::vector<ExplainedMovement> movements_;  // voted, of the lines that are asked for
};

}  // namespace msp::app
