// SPDX-License-Identifier: MIT
// Pages of links in the folder of --output.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/report/sheet_html.hpp>

#include <optional>
#include <span>
#include <string>

namespace msp::app {

// A warning of pages that nothing leads to any more, once the page of links `path` is written over: those that are
// still in the folder and not among `links`.
[[nodiscard]] std::optional<Diagnostic> unlisted_pages(const std::string& folder, const std::string& path,
                                                       std::span<const HtmlPage::Link> links);

}  // namespace msp::app
