// SPDX-License-Identifier: MIT
#include <msp/report/html_text.hpp>
#include <msp/report/picture.hpp>

#include <utility>

namespace msp {
namespace {

void attribute(std::string& out, std::string_view name, std::string_view value) {
    out.append(" ").append(name).append("=\"");
    append_escaped(out, value);
    out += '"';
}

void attribute(std::string& out, std::string_view name, std::int64_t value) {
    out.append(" ").append(name).append("=\"").append(std::to_string(value)).append("\"");
}

void look_of(std::string& out, std::string_view look) {
    if (!look.empty())
        attribute(out, "class", look);
}

}  // namespace

Picture::Picture(std::int64_t width, std::int64_t height, std::string_view title, std::string_view summary)
    : caption_("<strong>" + escaped(title) + "</strong>"), summary_(summary) {
    open(width, height, "");
}

void Picture::open(std::int64_t width, std::int64_t height, std::string_view look) {
    head_ = "<svg";
    look_of(head_, look);
    head_ += " viewBox=\"0 0 " + std::to_string(width) + ' ' + std::to_string(height) + "\" role=\"group\"";
    attribute(head_, "aria-label", summary_);
    head_ += ">\n";
}

void Picture::begin_narrow(std::int64_t width, std::int64_t height) {
    broad_ = head_ + std::exchange(body_, {}) + "</svg>\n";
    open(width, height, "narrow");
}

void Picture::note(std::string_view text) {
    if (!text.empty())
        caption_ += "<br>\n" + escaped(text);
}

void Picture::legend(std::string_view look, std::string_view text) {
    caption_ += "<br>\n<svg class=\"sample\" viewBox=\"0 0 80 8\" aria-hidden=\"true\"><path d=\"M0 4H80\"";
    look_of(caption_, look);
    caption_ += "/></svg> " + escaped(text);
}

void Picture::line(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2, std::string_view look) {
    body_ += "<line";
    attribute(body_, "x1", x1);
    attribute(body_, "y1", y1);
    attribute(body_, "x2", x2);
    attribute(body_, "y2", y2);
    look_of(body_, look);
    body_ += "/>\n";
}

void Picture::dot(std::int64_t x, std::int64_t y) {
    body_ += "<circle";
    attribute(body_, "cx", x);
    attribute(body_, "cy", y);
    body_ += " r=\"7\" class=\"dot\"/>\n";
}

void Picture::rectangle(std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height,
                        std::string_view look) {
    body_ += "<rect";
    attribute(body_, "x", x);
    attribute(body_, "y", y);
    attribute(body_, "width", width);
    attribute(body_, "height", height);
    look_of(body_, look);
    body_ += "/>\n";
}

void Picture::words(std::int64_t x, std::int64_t y, std::string_view text, std::string_view look, Anchor anchor) {
    body_ += "<text";
    attribute(body_, "x", x);
    attribute(body_, "y", y);
    if (anchor != Anchor::start)
        body_.append(" text-anchor=\"").append(anchor == Anchor::middle ? "middle" : "end").append("\"");
    look_of(body_, look);
    body_ += '>';
    append_escaped(body_, text);
    body_ += "</text>\n";
}

void Picture::path(std::string_view steps, std::string_view look) {
    body_ += "<path";
    attribute(body_, "d", steps);
    look_of(body_, look);
    body_ += "/>\n";
}

void Picture::begin_value(std::string_view name) {
    body_ += "<g class=\"value\"";
    if (name.empty()) {
        body_ += " aria-hidden=\"true\"";
    } else {
        body_ += " tabindex=\"0\" role=\"img\"";
        attribute(body_, "aria-label", name);
    }
    body_ += ">\n";
}

void Picture::end_value() {
    body_ += "</g>\n";
}

std::string Picture::html() const {
    std::string out = "<figure>\n";
    out.append("<figcaption>").append(caption_).append("</figcaption>\n");
    return out.append(head_).append(body_).append("</svg>\n").append(broad_).append("</figure>\n");
}

void PicturePath::move(std::int64_t x, std::int64_t y) {
    steps_ += 'M' + std::to_string(x) + ' ' + std::to_string(y);
}
void PicturePath::right(std::int64_t x) {
    steps_ += 'H' + std::to_string(x);
}
void PicturePath::up_or_down(std::int64_t y) {
    steps_ += 'V' + std::to_string(y);
}
void PicturePath::close() {
    steps_ += 'Z';
}

}  // namespace msp
