// SPDX-License-Identifier: MIT
#include <msp/actuals/archive.hpp>
#include <msp/report/accuracy_sheets.hpp>

#include "spans_inside.hpp"

namespace {

// What was read is written as a text that says the same.
void check_written(const msp::ArchivedForecast& read) {
    const auto written = [](const msp::ArchivedForecast& forecast) {
        std::string text;
        msp::write_archive(forecast, [&](std::string_view piece) { text += piece; });
        return text;
    };
    msp::Sources sources;
    msp::Diagnostics diagnostics;
    const std::string text = written(read);
    const auto again = msp::read_archive(sources, sources.add("again", text), diagnostics);
    fuzz::require(again && again->size() == read.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    msp::Sources sources;
    msp::Diagnostics diagnostics;
    const auto source = msp::load_text(sources, "fuzz", std::string(data, data + size), diagnostics);
    std::optional<msp::ArchivedForecast> read;
    try {
        if (source)
            read = msp::read_archive(sources, *source, diagnostics);
    } catch (const msp::Error&) {  // amounts beyond all bounds
        return 0;
    }
    fuzz::require(read || diagnostics.has_errors());
    if (read)
        check_written(*read);
    fuzz::require_inside(sources, diagnostics);
    return 0;
}
