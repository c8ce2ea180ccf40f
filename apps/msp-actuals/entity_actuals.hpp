// SPDX-License-Identifier: MIT
// An entity of a case: what its books moved, or, where it has none, the statements of its banks; and that held against
// what was voted.
#pragma once

#include <msp/actuals/comparison.hpp>

#include <msp-actuals/compared.hpp>
#include <span>

namespace msp::app {

class EntityActuals {
 public:
    EntityActuals(ComparedBudget& all, ComparedCase& of, EntityIndex entity)
        : all_(all),
          of_(of),
          entity_(entity),
          first_(of.result.exports.size()),
          keeps_(all.settings.archive && of.base),
          comparison_(of.lines, entity) {}

    // Into the case's result.
    void add();

 private:
    void add_books(const EntityBooks& books);
    void map_exports(const Ledgers& ledgers);
    void add_statements();
    void map_statement(const BankStatement& statement);
    void compare();

    MappedExport& emplace(const std::string& file);
    [[nodiscard]] std::span<MappedExport> mapped() { return std::span(of_.result.exports).subspan(first_); }
    // Of an export or statement, by its position among those of the entity.
    void take(std::size_t part, const CashMove& move);

    ComparedBudget& all_;
    ComparedCase& of_;
    EntityIndex entity_;
    std::size_t first_;  // of its exports in the result
    bool keeps_;         // what the folder of forecasts needs
    EntityComparison comparison_;
};

}  // namespace msp::app
