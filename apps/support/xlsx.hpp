// SPDX-License-Identifier: MIT
// A workbook as the bytes of an .xlsx file. The same cells give the same bytes: no clock is in them.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/diag/message.hpp>
#include <msp/workbook/workbook.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace msp::app {

class Xlsx : public WorkbookSink {
 public:
    // Throws Error where the library that writes the file is not installed; each function throws NoRoom where there is
    // no room for temporary files. `created` stands among the properties of the file.
    Xlsx(Language language, std::optional<Date> created);
    ~Xlsx() override;
    Xlsx(const Xlsx&) = delete;
    Xlsx& operator=(const Xlsx&) = delete;

    std::size_t worksheet(const std::string& name) override;
    void cell(std::size_t worksheet, const WorkbookCell& cell) override;
    void chart(std::size_t worksheet, const WorkbookChart& chart) override;
    void look(std::size_t worksheet, const WorksheetLook& look) override;

    // The whole file; nothing can be added then.
    [[nodiscard]] std::string bytes();

 private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace msp::app
