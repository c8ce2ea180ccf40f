// SPDX-License-Identifier: MIT
// A picture of a page of HTML, drawn within it (SVG): lines, marks and words. Places are whole numbers; all words are
// escaped here, so that whatever a file says is a word of the picture.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace msp {

class Picture {
 public:
    // Its own measure, which the page scales to its width; its title, above it; what a screen reader says of it.
    Picture(std::int64_t width, std::int64_t height, std::string_view title, std::string_view summary);

    // What follows is what a narrow screen shows in the place of what is drawn so far: of another measure, under the
    // same title. On paper there is the first one.
    void begin_narrow(std::int64_t width, std::int64_t height);

    // A sentence under the title.
    void note(std::string_view text);
    // The same, with a line of that look before it.
    void legend(std::string_view look, std::string_view text);

    // `look` is a class of the page's style, or several.
    void line(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2, std::string_view look);
    void dot(std::int64_t x, std::int64_t y);
    void rectangle(std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height, std::string_view look);
    enum class Anchor : std::uint8_t { start, middle, end };
    void words(std::int64_t x, std::int64_t y, std::string_view text, std::string_view look = {},
               Anchor anchor = Anchor::start);
    // Of "M", "H", "V" and "Z" with whole numbers, as PicturePath makes it.
    void path(std::string_view steps, std::string_view look);

    // What follows up to end_value() shows only under the pointer, or where the keyboard is: with `name` for a screen
    // reader it can be reached by the keyboard. Its words can be read upon what is drawn.
    void begin_value(std::string_view name);
    void end_value();

    [[nodiscard]] std::string html() const;

 private:
    void open(std::int64_t width, std::int64_t height, std::string_view look);

    std::string caption_;
    std::string summary_;
    std::string broad_;  // where what follows is for a narrow screen
    std::string head_;
    std::string body_;
};

// Lines that go right and up or down.
class PicturePath {
 public:
    void move(std::int64_t x, std::int64_t y);
    void right(std::int64_t x);
    void up_or_down(std::int64_t y);
    void close();
    [[nodiscard]] const std::string& steps() const { return steps_; }

 private:
    std::string steps_;
};

}  // namespace msp
