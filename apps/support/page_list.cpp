// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/read/file.hpp>
#include <support/page_list.hpp>

#include <algorithm>
#include <cstddef>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace msp::app {

std::optional<Diagnostic> unlisted_pages(const std::string& folder, const std::string& path,
                                         std::span<const HtmlPage::Link> links) {
    constexpr std::size_t most_names = 3;
    Sources sources;
    Diagnostics unreadable;
    const std::optional<SourceId> old = load_file(sources, path, unreadable);
    if (!old)
        return std::nullopt;
    std::vector<std::string> left;
    for (std::string& file : linked_files(sources.text(*old))) {
        struct stat found {};
        const bool is_here = file.find('/') == std::string::npos && stat((folder + file).c_str(), &found) == 0;
        if (is_here && std::ranges::find(links, file, &HtmlPage::Link::file) == links.end())
            left.push_back(std::move(file));
    }
    if (left.empty())
        return std::nullopt;
    const std::span named = std::span(left).first(std::min(left.size(), most_names));
    return Diagnostic{.severity = Severity::warning,
                      .id = "output.unlisted",
                      .message = {tr("{n} {n:page|pages} of \"{path}\" {n:is|are} no longer listed there, and "
                                     "{n:stays|stay} in the folder: {pages}"),
                                  {{"path", path},
                                   {"n", static_cast<std::int64_t>(left.size())},
                                   {"pages", listed(named) + (named.size() < left.size() ? ", …" : "")}}},
                      .span = {},
                      .notes = {},
                      .help = Message{tr("give what is asked apart, such as another exercise, a folder of its own, "
                                         "or delete pages that are out of date"),
                                      {}}};
}

}  // namespace msp::app
