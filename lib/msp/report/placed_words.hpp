// SPDX-License-Identifier: MIT
// Private to the module: where words stand in a picture, so that they can be read. None stands on others; a curve, and
// then another line, runs through them only where there is no room elsewhere.
#pragma once

#include <msp/report/picture.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace msp {

// What something covers of a picture; a line covers a box without height or width, a point one without both.
struct PictureBox {
    std::int64_t left = 0;
    std::int64_t right = 0;
    std::int64_t top = 0;
    std::int64_t bottom = 0;

    [[nodiscard]] bool meets(const PictureBox& other) const {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }
    [[nodiscard]] bool holds(const PictureBox& other) const {
        return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
    }
};

struct WordsAt {
    std::int64_t x = 0;
    std::int64_t y = 0;  // that the letters stand on
    Picture::Anchor anchor = Picture::Anchor::start;

    // As wide as a usual face sets them.
    [[nodiscard]] PictureBox box(std::string_view words) const;
};

class PlacedWords {
 public:
    // Nothing stands outside.
    explicit PlacedWords(const PictureBox& within) : within_(within) {}

    void curve(const PictureBox& covers) { curves_.push_back(covers); }
    void line(const PictureBox& covers) { lines_.push_back(covers); }

    // The first of the places that nothing is in the way of. Words stand there from now on.
    std::optional<WordsAt> place(std::string_view words, const std::vector<WordsAt>& places);
    // The same, or else one as near as can be to what the words are of.
    WordsAt place(std::string_view words, const std::vector<WordsAt>& places, const PictureBox& of);

 private:
    // As many of the obstacles count: those that come first are minded most.
    [[nodiscard]] std::optional<WordsAt> free_of(std::size_t obstacles, std::string_view words,
                                                 const std::vector<WordsAt>& places) const;
    [[nodiscard]] std::size_t all() const { return words_.size() + curves_.size() + lines_.size(); }
    [[nodiscard]] std::vector<WordsAt> distant(const PictureBox& of) const;

    PictureBox within_;
    std::vector<PictureBox> words_;
    std::vector<PictureBox> curves_;
    std::vector<PictureBox> lines_;
};

}  // namespace msp
