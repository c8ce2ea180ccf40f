// SPDX-License-Identifier: MIT
#include <msp/diag/message.hpp>
#include <msp/report/placed_words.hpp>

#include <algorithm>
#include <span>

namespace msp {
namespace {

constexpr std::int64_t width_of_letter = 11;
constexpr std::int64_t rise_of_words = 18;
constexpr std::int64_t depth_of_words = 6;
constexpr std::int64_t room_beside_words = 7;  // room before and behind words
constexpr std::int64_t step_down_for_words = 13;
constexpr std::int64_t step_across_for_words = 52;

std::int64_t how_far_out(std::int64_t at, std::int64_t first, std::int64_t last) {
    return std::max({first - at, at - last, std::int64_t{0}});
}

}  // namespace

PictureBox WordsAt::box(std::string_view words) const {
    const std::int64_t width = static_cast<std::int64_t>(display_width(words)) * width_of_letter;
    const std::int64_t before = anchor == Picture::Anchor::start    ? 0
                                : anchor == Picture::Anchor::middle ? width / 2
                                                                    : width;
    return {x - before, x - before + width, y - rise_of_words, y + depth_of_words};
}

std::vector<WordsAt> PlacedWords::distant(const PictureBox& of) const {
    std::vector<WordsAt> places;
    for (std::int64_t y = within_.top; y < within_.bottom; y += step_down_for_words) {
        for (std::int64_t x = within_.left; x < within_.right; x += step_across_for_words) {
            for (const Picture::Anchor anchor : {Picture::Anchor::start, Picture::Anchor::end})
                places.push_back({x, y, anchor});
        }
    }
    std::ranges::stable_sort(places, {}, [&](const WordsAt& place) {
        return how_far_out(place.x, of.left, of.right) + how_far_out(place.y, of.top, of.bottom);
    });
    return places;
}

std::optional<WordsAt> PlacedWords::free_of(std::size_t obstacles, std::string_view words,
                                            const std::vector<WordsAt>& places) const {
    const auto free = std::ranges::find_if(places, [&](const WordsAt& place) {
        PictureBox box = place.box(words);
        box.left -= room_beside_words;
        box.right += room_beside_words;
        std::size_t left = obstacles;
        const auto in_the_way = [&](const std::vector<PictureBox>& covered) {
            const std::size_t minded = std::min(left, covered.size());
            left -= minded;
            return std::ranges::any_of(std::span(covered).first(minded),
                                       [&](const PictureBox& other) { return box.meets(other); });
        };
        return within_.holds(box) && !in_the_way(words_) && !in_the_way(curves_) && !in_the_way(lines_);
    });
    return free == places.end() ? std::nullopt : std::optional(*free);
}

std::optional<WordsAt> PlacedWords::place(std::string_view words, const std::vector<WordsAt>& places) {
    const std::optional<WordsAt> found = free_of(all(), words, places);
    if (found)
        words_.push_back(found->box(words));
    return found;
}

WordsAt PlacedWords::place(std::string_view words, const std::vector<WordsAt>& places, const PictureBox& of) {
    const std::vector<WordsAt> further = distant(of);
    std::optional<WordsAt> found;
    for (const std::size_t obstacles : {all(), words_.size() + curves_.size(), words_.size()}) {
        for (const std::vector<WordsAt>* tried : {&places, &further})
            found = found ? found : free_of(obstacles, words, *tried);
    }
    const WordsAt at = found.value_or(places.front());
    words_.push_back(at.box(words));
    return at;
}

}  // namespace msp
