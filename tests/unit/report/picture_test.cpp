// SPDX-License-Identifier: MIT
#include <msp/report/picture.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace msp;

namespace {

const std::string hostile_words = "<script>\"'&</svg>\x1b[1m\n\u202e";
const std::string harmless_words = "&lt;script&gt;&quot;&#39;&amp;&lt;/svg&gt;\\x1b[1m\\x0a\\u202e";

}  // namespace

TEST_CASE("a picture is a figure with its title, what a screen reader says, and what is drawn") {
    Picture picture(100, 50, "Title", "Summary");
    picture.note("A note.");
    picture.legend("curve case1", "late");
    picture.line(0, 10, 100, 10, "axis");
    picture.words(5, 6, "0", "faint", Picture::Anchor::end);
    PicturePath path;
    path.move(0, 40);
    path.right(50);
    path.up_or_down(-5);
    path.close();
    picture.path(path.steps(), "curve");
    picture.dot(1, 2);
    CHECK(picture.html() ==
          "<figure>\n<figcaption><strong>Title</strong><br>\nA note.<br>\n"
          "<svg class=\"sample\" viewBox=\"0 0 80 8\" aria-hidden=\"true\"><path d=\"M0 4H80\" class=\"curve "
          "case1\"/></svg> late</figcaption>\n"
          "<svg viewBox=\"0 0 100 50\" role=\"group\" aria-label=\"Summary\">\n"
          "<line x1=\"0\" y1=\"10\" x2=\"100\" y2=\"10\" class=\"axis\"/>\n"
          "<text x=\"5\" y=\"6\" text-anchor=\"end\" class=\"faint\">0</text>\n"
          "<path d=\"M0 40H50V-5Z\" class=\"curve\"/>\n"
          "<circle cx=\"1\" cy=\"2\" r=\"7\" class=\"dot\"/>\n"
          "</svg>\n</figure>\n");
}

TEST_CASE("a narrow screen has a drawing of its own, before the one that is printed") {
    Picture picture(100, 50, "Title", "Summary");
    picture.dot(1, 2);
    picture.begin_narrow(40, 90);
    picture.dot(3, 4);
    CHECK(picture.html() ==
          "<figure>\n<figcaption><strong>Title</strong></figcaption>\n"
          "<svg class=\"narrow\" viewBox=\"0 0 40 90\" role=\"group\" aria-label=\"Summary\">\n"
          "<circle cx=\"3\" cy=\"4\" r=\"7\" class=\"dot\"/>\n</svg>\n"
          "<svg viewBox=\"0 0 100 50\" role=\"group\" aria-label=\"Summary\">\n"
          "<circle cx=\"1\" cy=\"2\" r=\"7\" class=\"dot\"/>\n</svg>\n</figure>\n");
}

TEST_CASE("a value with a name can be reached by the keyboard, one without is for the pointer alone") {
    Picture picture(10, 10, "", "");
    picture.begin_value("April: 5.00");
    picture.rectangle(1, 2, 3, 4, {});
    picture.end_value();
    picture.begin_value({});
    picture.end_value();
    const std::string html = picture.html();
    CHECK(html.find("<g class=\"value\" tabindex=\"0\" role=\"img\" aria-label=\"April: 5.00\">\n"
                    "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\"/>\n</g>\n") != std::string::npos);
    CHECK(html.find("<g class=\"value\" aria-hidden=\"true\">\n</g>\n") != std::string::npos);
}

TEST_CASE("whatever a word of a picture holds, it is a word") {
    Picture picture(1, 1, hostile_words, hostile_words);
    picture.note(hostile_words);
    picture.legend("curve", hostile_words);
    picture.words(0, 0, hostile_words);
    picture.begin_value(hostile_words);
    picture.end_value();
    const std::string html = picture.html();
    for (const char* forbidden : {"<script", "\x1b", "\u202e", "\n\u202e"})
        CHECK(html.find(forbidden) == std::string::npos);
    std::size_t times = 0;
    for (std::size_t at = html.find(harmless_words); at != std::string::npos; at = html.find(harmless_words, at + 1))
        ++times;
    CHECK(times == 6);
}
