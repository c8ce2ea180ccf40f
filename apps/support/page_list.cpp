// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/read/file.hpp>
#include <msp/report/styled_lines.hpp>
#include <msp/report/text_style.hpp>
#include <support/output.hpp>
#include <support/page_list.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <sys/stat.h>
#include <utility>

namespace msp::app {
namespace {

bool is_page_of(const std::string& folder, const std::string& file) {
    if (file.empty() || file.find('/') != std::string::npos || file.find('\0') != std::string::npos)
        return false;
    struct stat found {};
    return stat((folder + file).c_str(), &found) == 0 && S_ISREG(found.st_mode);
}

// "sisa-2026.html" and "sisa-2026-anne.html" are of "sisa".
bool is_statement_of(std::string_view budget, std::string_view file) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::size_t year = 4;
    if (!file.starts_with(budget))
        return false;
    file.remove_prefix(budget.size());
    return file.starts_with('-') && file.find_first_not_of(digits, 1) == 1 + year &&
           (file[1 + year] == '-' || file[1 + year] == '.');
}

}  // namespace

std::vector<std::string> listed_pages(const PageList& list) {
    Sources sources;
    Diagnostics unreadable;
    const std::optional<SourceId> old = load_file(sources, list.path(), unreadable);
    if (!old)
        return {};
    const std::vector<std::string> files = linked_files(sources.text(*old));
    std::set<std::string> pages(files.begin(), files.end());
    std::erase_if(pages, [&](const std::string& file) { return file == list.file || !is_page_of(list.folder, file); });
    return {pages.begin(), pages.end()};
}

std::vector<std::string> unlisted_pages(const PageList& list, std::span<const HtmlPage::Link> links) {
    std::set<std::string_view> listed;
    for (const HtmlPage::Link& link : links)
        listed.insert(link.file);
    std::vector<std::string> pages = listed_pages(list);
    std::erase_if(pages, [&](const std::string& file) { return listed.contains(file); });
    return pages;
}

std::optional<Diagnostic> unlisted(const PageList& list, std::span<const std::string> pages, Message help) {
    constexpr std::size_t most_names = 3;
    if (pages.empty())
        return std::nullopt;
    const std::span named = pages.first(std::min(pages.size(), most_names));
    return Diagnostic{.severity = Severity::warning,
                      .id = "output.unlisted",
                      .message = {tr("{n} {n:page|pages} of \"{path}\" {n:is|are} no longer listed there, and "
                                     "{n:stays|stay} in the folder: {pages}"),
                                  {{"path", list.path()},
                                   {"n", static_cast<std::int64_t>(pages.size())},
                                   {"pages", listed(named) + (named.size() < pages.size() ? ", …" : "")}}},
                      .span = {},
                      .notes = {},
                      .help = std::move(help)};
}

std::optional<Diagnostic> outdated_index(const PageList& index, const PageList& list, const std::string& budget) {
    const std::vector<std::string> pages = listed_pages(index);
    const auto of_budget = [&](const std::string& file) { return is_statement_of(budget, file); };
    if (std::ranges::none_of(pages, of_budget) || std::ranges::binary_search(pages, list.file))
        return std::nullopt;
    return Diagnostic{.severity = Severity::warning,
                      .id = "output.outdated-index",
                      .message = {tr("\"{path}\" leads to statements of an earlier run, and not to \"{list}\""),
                                  {{"path", index.path()}, {"list", list.path()}}},
                      .span = {},
                      .notes = {},
                      .help = Message{tr("delete it if it is out of date, or ask for all budgets at once: index.html "
                                         "is written for several alone"),
                                      {}}};
}

void write_page_list(const PageList& list, const std::string& title, std::span<const HtmlPage::Link> links,
                     Language language, const std::string& otherwise) {
    HtmlPage page(language);
    page.lines(heading(title, endless_style(language)));
    page.links(links);
    Output file(list.path());
    file.write(page.document(otherwise));
    file.commit();
}

}  // namespace msp::app
