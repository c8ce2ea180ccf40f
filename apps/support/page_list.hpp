// SPDX-License-Identifier: MIT
// Pages of links in the folder of --output.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/diag/message.hpp>
#include <msp/report/sheet_html.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp::app {

// Of the page that lists all answers, without its extension.
inline constexpr std::string_view index_name = "index";

struct PageList {
    std::string folder;  // with its slash
    std::string file;

    [[nodiscard]] std::string path() const { return folder + file; }
};

// The pages of its folder that the list leads to as it stands, before it is written over: sorted, each once.
[[nodiscard]] std::vector<std::string> listed_pages(const PageList& list);
// Those that `links` do not lead to.
[[nodiscard]] std::vector<std::string> unlisted_pages(const PageList& list, std::span<const HtmlPage::Link> links);

// A warning of pages that stay in the folder although their list leads to them no more; nothing where there are none.
[[nodiscard]] std::optional<Diagnostic> unlisted(const PageList& list, std::span<const std::string> pages,
                                                 Message help);
// A warning of the list of all answers that an earlier run left, where it leads to statements of `budget` but not to
// `list`: nothing writes it over, and it looks as if it were of today.
[[nodiscard]] std::optional<Diagnostic> outdated_index(const PageList& index, const PageList& list,
                                                       const std::string& budget);

// The list as a page under a title; throws NotWritten. `otherwise` as for HtmlPage::document().
void write_page_list(const PageList& list, const std::string& title, std::span<const HtmlPage::Link> links,
                     Language language, const std::string& otherwise);

}  // namespace msp::app
