// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/shown_cell.hpp>
#include <msp/workbook/block_words.hpp>

namespace msp {
namespace {

std::vector<std::string> name_of(const Sheet& sheet, const Block& block) {
    if (!sheet.apart && !sheet.together && !sheet.chart)
        return {};
    if (sheet.together || !block.name.empty())
        return block.name;
    if (!block.title.empty())
        return {block.title};
    return sheet.called.empty() ? std::vector{sheet.owner} : sheet.called;
}

std::string title_of(const BlockWords& words, const std::string& about) {
    const std::string& word = words.word;
    std::string title = words.part.empty() && words.owner.empty() ? about
                        : word.starts_with(words.part)            ? ""
                                                                  : words.part;
    const auto stands_before = [&](const std::string& text) { title = title.empty() ? text : text + " · " + title; };
    if (title.find(words.owner) == std::string::npos)
        stands_before(words.owner);
    if (title.find(word) == std::string::npos && !(title.empty() && about.empty()))
        stands_before(word);
    return title;
}

}  // namespace

BlockWords block_words(const Sheet& sheet, const Block& block, const OpenWorkbook& book) {
    BlockWords words;
    words.word = worksheet_word(sheet.id, book.style.language);
    words.name = name_of(sheet, block);
    words.owner = !block.owner.empty() ? block.owner : sheet.owner.empty() ? book.heading : sheet.owner;
    words.part = sheet.together ? listed(block.name) : block.title.empty() ? sheet.owner : block.title;
    words.title = shown_title(sheet, {title_of(words, book.about), block.without}, book.style);
    return words;
}

}  // namespace msp
