// SPDX-License-Identifier: MIT
#include <tests/support/sheet.hpp>

namespace msp::test {
namespace {

std::string csv(const Sheet& sheet, Heading heading) {
    std::string out;
    Csv csv([&out](std::string_view piece) { out += piece; }, CsvDialect::rfc4180);
    sheet_csv(csv, sheet, heading, "");
    csv.finish();
    return out;
}

}  // namespace

std::string csv_rows(const Sheet& sheet) {
    return csv(sheet, Heading::none);
}

std::string csv_heading(const Sheet& sheet) {
    const std::string all = csv(sheet, Heading::ids);
    return all.substr(0, all.find('\n') + 1);
}

}  // namespace msp::test
