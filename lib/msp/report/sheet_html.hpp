// SPDX-License-Identifier: MIT
// Sheets and sentences as one page of HTML that stands alone: its style is in it, no script, nothing from elsewhere.
// All that comes from a user's file is text of the page, never a part of its making.
#pragma once

#include <msp/report/picture.hpp>
#include <msp/report/sheet.hpp>
#include <msp/report/text_style.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// Of its body, one piece after the other.
class HtmlPage {
 public:
    explicit HtmlPage(Language language, ShownIn amounts = ShownIn::cents);

    // Whose the page is, which its title says.
    void about(std::vector<std::string> owners);
    // Lines as heading() and wrapped() make them in endless_style(): each a paragraph, an item of a list where it
    // begins with a dash, or a heading, the first of the page above the others.
    void lines(std::string_view text);
    // Each block a table with its title; of a page that has much else, under a line that its reader opens.
    void sheet(const Sheet& sheet, std::string_view folded = {});
    void picture(const Picture& picture);

    struct Link {
        std::string file;  // in the same folder
        std::string name;
    };
    void links(std::span<const Link> links);

    // The first heading; of a page without one, the title of its first table, or nothing.
    [[nodiscard]] const std::string& title() const { return title_.empty() ? first_table_ : title_; }
    // The whole document, under its title(), or `otherwise` where there is none.
    [[nodiscard]] std::string document(std::string_view otherwise) const;

 private:
    TextStyle style_;
    std::vector<std::string> owners_;
    std::string title_;
    std::string first_table_;
    std::string heading_;  // the last one
    std::string body_;
    bool pictured_ = false;
};

// The files that a page leads to, as links() has written them.
[[nodiscard]] std::vector<std::string> linked_files(std::string_view document);

}  // namespace msp
