// SPDX-License-Identifier: MIT
#include <msp/cash/curve.hpp>
#include <msp/money/scale.hpp>
#include <msp/report/curve_picture.hpp>
#include <msp/report/placed_words.hpp>
#include <msp/report/sheet_text.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace msp {
namespace {

constexpr std::int64_t picture_width = 1200;
constexpr std::int64_t least_left = 120;       // of the days
constexpr std::int64_t right_of_labels = 260;  // room for names at the ends of several lines
constexpr std::int64_t right_alone = 30;
constexpr std::int64_t least_height = 380;  // of the evenings
constexpr std::int64_t under_lowest = 40;   // room for what is written under the lowest evening
constexpr std::int64_t line_height = 26;
constexpr std::size_t longest_label = 19;  // characters of a line
constexpr std::size_t lines_of_label = 3;
constexpr std::size_t most_value_lines = 6;  // of what shows where the keyboard is
constexpr std::size_t longest_line = 92;
constexpr std::int64_t half_dot = 7;  // half as wide as a point
constexpr std::size_t most_ticks = 7;
constexpr std::array<std::string_view, 5> looks = {"curve", "curve case1", "curve case2", "curve case3", "curve case4"};

std::string_view look_of_case(std::size_t index) {
    return index == 0 ? looks.front() : looks.at(1 + (index - 1) % (looks.size() - 1));
}

struct CaseCurve {
    Curve curve;
    std::string name;
};

// Where there is little room names are cut: those that would then be the same have a number before them.
void number_alike(std::vector<CaseCurve>& cases) {
    std::vector<std::string> cut;
    for (const CaseCurve& one : cases)
        cut.push_back(cut_to(one.name, longest_label));
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (std::ranges::count(cut, cut[i]) > 1)
            cases[i].name.insert(0, std::to_string(i) + ". ");
    }
}

// Words with the places where they may stand.
struct Label {
    std::string words;
    std::vector<WordsAt> places;  // the best first
};

class CurvePicture {
 public:
    CurvePicture(std::vector<CaseCurve> cases, const std::string& title, std::optional<Date> booked, const View& view,
                 const TextStyle& style)
        : cases_(std::move(cases)),
          booked_(booked),
          view_(view),
          style_(style),
          days_(view.days()),
          extent_(extent()),
          left_(room_of_ticks()),
          right_(picture_width - (several() ? right_of_labels : right_alone)),
          top_(line_height),
          height_(std::max(least_height, line_height * static_cast<std::int64_t>(cases_.size()))),
          bottom_(top_ + height_),
          scale_(extent_.least, extent_.most, height_ - under_lowest),
          placed_({left_ - half_dot, right_ + half_dot, top_, bottom_}),
          picture_(picture_width, bottom_ + 2 * line_height, title, summary(title)) {}

    Picture draw() {
        captions();
        amounts();
        months();
        limits();
        if (booked_)
            books();
        shade();
        for (std::size_t i = cases_.size(); i-- > 0;)
            picture_.path(steps_of(cases_[i].curve), look_of_case(i));
        names();
        lowest();
        for (const Label& label : labels_)
            name_line(label);
        values();
        return std::move(picture_);
    }

 private:
    [[nodiscard]] bool several() const { return cases_.size() > 1; }
    [[nodiscard]] const Curve& base() const { return cases_.front().curve; }

    [[nodiscard]] Extent extent() const {
        Extent found;
        for (const CaseCurve& one : cases_)
            found.take(one.curve);
        constexpr std::int64_t one_euro = 100;
        if (found.least == found.most)
            found.take(Money::from_cents(one_euro));
        return found;
    }

    // For the amounts at the left of the days.
    [[nodiscard]] std::int64_t room_of_ticks() const {
        constexpr std::int64_t of_a_digit = 12;
        constexpr std::int64_t beside = 24;
        std::int64_t room = least_left;
        for (const Money amount : round_amounts(extent_.least, extent_.most, most_ticks)) {
            const auto digits_of = static_cast<std::int64_t>(display_width(round_euros(amount)));
            room = std::max(room, digits_of * of_a_digit + beside);
        }
        return room;
    }

    // The left edge of a day; of the day after the last one the right edge of all.
    [[nodiscard]] std::int64_t x(Date day) const {
        const std::int64_t all = days_.last - days_.first + 1;
        return left_ + (day - days_.first) * (right_ - left_) / all;
    }
    [[nodiscard]] std::int64_t y(Money amount) const { return bottom_ - under_lowest - scale_.at(amount); }

    [[nodiscard]] std::string shown(Money amount) const {
        return write_amount(amount, style_.amounts, style_.language);
    }
    // "20 000 €": a tick is a round amount, whatever others are shown in.
    [[nodiscard]] std::string round_euros(Money amount) const {
        return write_amount(amount, ShownIn::euros, style_.language);
    }

    [[nodiscard]] std::string low_words(const Low& low) const {
        return tell({tr("{amount} on {day}"), {{"amount", shown(low.amount)}, {"day", low.date}}}, style_);
    }

    [[nodiscard]] std::string summary(const std::string& title) const {
        return tell(
            {tr("{title}: balance of each evening from {first} to {last}; lowest {low}"),
             {{"title", title}, {"first", base().first}, {"last", base().last()}, {"low", low_words(base().lowest)}}},
            style_);
    }

    void captions() {
        if (!several())
            return;
        for (std::size_t i = 0; i < cases_.size(); ++i)
            picture_.legend(look_of_case(i),
                            tell({tr("{scenario}: lowest {low}"),
                                  {{"scenario", cases_[i].name}, {"low", low_words(cases_[i].curve.lowest)}}},
                                 style_));
    }

    // Round amounts at the left, and a line across for each.
    void amounts() {
        for (const Money amount : round_amounts(extent_.least, extent_.most, most_ticks)) {
            picture_.line(left_, y(amount), right_, y(amount), amount == Money() ? "zero" : "axis");
            if (amount == Money())
                placed_.line({left_, right_, y(amount), y(amount)});
            constexpr std::int64_t to_the_middle = 7;
            picture_.words(left_ - 12, y(amount) + to_the_middle, round_euros(amount), {}, Picture::Anchor::end);
        }
        picture_.line(left_, top_, left_, bottom_, "axis");
    }

    // As many names of months as there is room for, each at its first day.
    void months() {
        constexpr std::int64_t room_of_a_name = 115;
        const auto most_names = static_cast<int>((right_ - left_) / room_of_a_name);
        int step = 1;
        const int all = Month::of(days_.last) - Month::of(days_.first) + 1;
        for (const int months : {1, 2, 3, 6, 12, 24, 60, 120}) {
            step = months;
            if (all <= step * most_names)
                break;
        }
        for (Month month = Month::of(days_.first); month.first() <= days_.last; month = month + 1) {
            if (month.first() < days_.first || ((month.year() * 12 + static_cast<int>(month.month()) - 1) % step) != 0)
                continue;
            picture_.line(x(month.first()), bottom_, x(month.first()), bottom_ + 8, "zero");
            constexpr std::int64_t half_a_name = 60;
            const bool at_end = x(month.first()) + half_a_name > picture_width;
            picture_.words(x(month.first()), bottom_ + line_height + 6, write_month(month, view_.language), {},
                           at_end ? Picture::Anchor::end : Picture::Anchor::middle);
        }
        picture_.line(left_, bottom_, right_, bottom_, "axis");
    }

    // Its words stand over the line or under it, as far to the right as nothing is in the way.
    void limit(Money amount, const Message& message) {
        const std::int64_t level = y(amount);
        picture_.line(left_, level, right_, level, "limit");
        placed_.line({left_, right_, level, level});
        Label label = {tell(message, style_), {}};
        for (std::int64_t end = right_ - 8; end > left_; end -= line_height / 2) {
            for (const std::int64_t line : {level - 8, level + line_height - 4})
                label.places.push_back({end, line, Picture::Anchor::end});
        }
        labels_.push_back(std::move(label));
    }

    void limits() {
        if (!base().limits)
            return picture_.note(tell(tr("Each account has its own floor."), style_));
        const AccountLimits& limits = *base().limits;
        if (limits.floor != Money())
            limit(limits.floor, {tr("floor of {amount}"), {{"amount", limits.floor}}});
        if (limits.overdraft != Money())
            limit(limits.lowest_allowed(),
                  {tr("end of the agreed overdraft of {amount}"), {{"amount", limits.overdraft}}});
    }

    // Where the books end and the plan begins.
    void books() {
        const Date next = *booked_ + 1;
        if (next <= days_.first || next > days_.last)
            return;
        picture_.line(x(next), top_, x(next), bottom_, "limit");
        placed_.line({x(next), x(next), top_, bottom_});
        Label label = {tell({tr("books until {day}"), {{"day", *booked_}}}, style_), {}};
        for (std::int64_t line = bottom_ - 10; line > top_; line -= line_height / 2) {
            label.places.push_back({x(next) + 8, line, Picture::Anchor::start});
            label.places.push_back({x(next) - 8, line, Picture::Anchor::end});
        }
        labels_.push_back(std::move(label));
    }

    [[nodiscard]] std::vector<Plateau> plateaus_of(const Curve& curve) const {
        return plateaus(curve, {curve.first, curve.last()});
    }

    [[nodiscard]] std::string steps_of(const Curve& curve) const {
        PicturePath path;
        for (const Plateau& one : plateaus_of(curve)) {
            if (path.steps().empty())
                path.move(x(one.days.first), y(one.amount));
            else
                path.up_or_down(y(one.amount));
            path.right(x(one.days.last + 1));
        }
        return path.steps();
    }

    // Between the base and zero, where it is below.
    void shade() {
        PicturePath path;
        for (const Plateau& one : plateaus_of(base())) {
            if (!one.amount.negative())
                continue;
            path.move(x(one.days.first), y(Money()));
            path.up_or_down(y(one.amount));
            path.right(x(one.days.last + 1));
            path.up_or_down(y(Money()));
            path.close();
        }
        if (!path.steps().empty())
            picture_.path(path.steps(), "under");
    }

    // No more than `most` lines; what is left out is told by its mark.
    [[nodiscard]] static std::vector<std::string> lines_of_name(const std::string& name, std::size_t most) {
        std::vector<std::string> lines = lines_within(name, longest_label);
        if (lines.size() > most) {
            lines.resize(most);
            const std::size_t end = lines.back().find_last_not_of(" ,;:.");
            lines.back() = lines.back().substr(0, end + 1) + "…";
        }
        for (std::string& line : lines)
            line = cut_to(line, longest_label);
        return lines;
    }

    // At the ends of several lines; none on another.
    void names() {
        if (!several())
            return;
        struct Name {
            std::int64_t at;  // of its first line
            std::vector<std::string> lines;

            [[nodiscard]] std::int64_t height() const { return line_height * static_cast<std::int64_t>(lines.size()); }
        };
        const auto most = static_cast<std::size_t>(height_ / line_height) / cases_.size();
        std::vector<Name> ends;
        for (const CaseCurve& one : cases_) {
            ends.push_back(
                {y(one.curve.on(one.curve.last())), lines_of_name(one.name, std::min(lines_of_label, most))});
        }
        std::ranges::stable_sort(ends, {}, &Name::at);
        for (std::size_t i = 1; i < ends.size(); ++i)
            ends[i].at = std::max(ends[i].at, ends[i - 1].at + ends[i - 1].height());
        std::int64_t limit = bottom_ + line_height;
        for (std::size_t i = ends.size(); i-- > 0; limit = ends[i].at)
            ends[i].at = std::min(ends[i].at, limit - ends[i].height());
        for (const Name& name : ends) {
            std::int64_t at = name.at;
            for (const std::string& line : name.lines) {
                picture_.words(right_ + 10, at + 7, line);
                at += line_height;
            }
        }
    }

    void lowest() {
        for (const CaseCurve& one : cases_) {
            picture_.dot(x(one.curve.lowest.date), y(one.curve.lowest.amount));
            cover_by(one.curve);
        }
        for (const CaseCurve& one : std::span(cases_).subspan(1))
            placed_.curve(dot_of(one.curve));
        const Label label = label_of_lowest();
        const PictureBox dot = dot_of(base());
        const PictureBox point = {dot.left + half_dot, dot.left + half_dot, dot.top + half_dot, dot.top + half_dot};
        const WordsAt place = placed_.place(label.words, label.places, point);
        lead(point, place.box(label.words));
        picture_.words(place.x, place.y, label.words, "halo", place.anchor);
        placed_.curve(dot);
    }

    [[nodiscard]] PictureBox dot_of(const Curve& curve) const {
        const std::int64_t dot_x = x(curve.lowest.date);
        const std::int64_t dot_y = y(curve.lowest.amount);
        return {dot_x - half_dot, dot_x + half_dot, dot_y - half_dot, dot_y + half_dot};
    }

    void cover_by(const Curve& curve) {
        std::optional<std::int64_t> before;
        for (const Plateau& each : plateaus_of(curve)) {
            const std::int64_t at = y(each.amount);
            const std::int64_t from = before.value_or(at);
            placed_.curve({x(each.days.first), x(each.days.first), std::min(from, at), std::max(from, at)});
            placed_.curve({x(each.days.first), x(each.days.last + 1), at, at});
            before = at;
        }
    }

    // Under its point, above it or beside it.
    [[nodiscard]] Label label_of_lowest() const {
        using Anchor = Picture::Anchor;
        const std::int64_t at = x(base().lowest.date);
        const std::int64_t level = y(base().lowest.amount);
        const std::int64_t third = (right_ - left_) / 3;
        const Anchor usual = at < left_ + third ? Anchor::start : at > right_ - third ? Anchor::end : Anchor::middle;
        Label label = {low_words(base().lowest), {}};
        for (const std::int64_t line : {level + line_height + 4, level - line_height / 2}) {
            for (const Anchor anchor : {usual, Anchor::middle, Anchor::start, Anchor::end})
                label.places.push_back({at, line, anchor});
        }
        label.places.push_back({at + 2 * half_dot, level + half_dot, Anchor::start});
        label.places.push_back({at - 2 * half_dot, level + half_dot, Anchor::end});
        for (const std::int64_t line : {level + 2 * line_height + 4, level - line_height - line_height / 2}) {
            for (const Anchor anchor : {usual, Anchor::start, Anchor::end})
                label.places.push_back({at, line, anchor});
        }
        return label;
    }

    // What a line is, beside it; above the picture where there is no room for that.
    void name_line(const Label& label) {
        if (const std::optional<WordsAt> place = placed_.place(label.words, label.places))
            picture_.words(place->x, place->y, label.words, "halo faint", place->anchor);
        else
            picture_.legend("limit", label.words);
    }

    // A thin line from the point to words that do not stand at it.
    void lead(const PictureBox& point, const PictureBox& words) {
        const std::int64_t to_x = std::clamp(point.left, words.left, words.right);
        const std::int64_t to_y = std::clamp(point.top, words.top, words.bottom);
        if (std::max(std::abs(to_x - point.left), std::abs(to_y - point.top)) <= 3 * half_dot)
            return;
        picture_.line(point.left, point.top, to_x, to_y, "lead");
        placed_.line({std::min(point.left, to_x), std::max(point.left, to_x), std::min(point.top, to_y),
                      std::max(point.top, to_y)});
    }

    // Each balance of the base under the pointer, in the line above the days; with the keyboard month by month, of all
    // cases, the first in that line and the others upon the days: room of their own above would be blank but for them.
    void values() {
        for (const CurvePoint& point : curve_points(base(), periods(days_.first, days_.last, Grid::month)))
            month_value(point);
        for (const Plateau& one : plateaus_of(base())) {
            const bool day = one.days.first == one.days.last;
            picture_.begin_value({});
            cover(one.days);
            picture_.words(left_, line_height - 6,
                           tell({day ? tr("{first}: {amount}") : tr("{first} to {last}: {amount}"),
                                 {{"first", one.days.first}, {"last", one.days.last}, {"amount", shown(one.amount)}}},
                                style_),
                           "halo");
            picture_.end_value();
        }
    }

    void cover(const Period& days) {
        picture_.rectangle(x(days.first), top_, std::max<std::int64_t>(x(days.last + 1) - x(days.first), 1), height_,
                           {});
    }

    void month_value(const CurvePoint& base_point) {
        const std::string month = write_month(Month::of(base_point.period.first), view_.language);
        std::string all;  // for the ear
        std::vector<std::string> lines;
        for (const CaseCurve& one : cases_) {
            for (const CurvePoint& point : curve_points(one.curve, {base_point.period})) {
                all += (all.empty() ? "" : tell(tr("; "), style_)) +
                       tell({several() ? tr("{month}, {scenario}: lowest {low}, {closing} at the end")
                                       : tr("{month}: lowest {low}, {closing} at the end"),
                             {{"month", month},
                              {"scenario", one.name},
                              {"low", low_words(point.lowest)},
                              {"closing", shown(point.closing)}}},
                            style_);
                lines.push_back(month_line(several() ? one.name : month, point));
            }
        }
        picture_.begin_value(all);
        cover(base_point.period);
        for (std::size_t i = 0; i < std::min(lines.size(), most_value_lines); ++i)
            picture_.words(left_, line_height * static_cast<std::int64_t>(i + 1) - 6, lines[i], "halo");
        picture_.end_value();
    }

    // As one line, whose day says the month: a long name is cut, and never a figure.
    [[nodiscard]] std::string month_line(const std::string& name, const CurvePoint& point) const {
        const auto named = [&](const std::string& shown_name) {
            return tell(
                {tr("{scenario}: lowest {low}, {closing} at the end"),
                 {{"scenario", shown_name}, {"low", low_words(point.lowest)}, {"closing", shown(point.closing)}}},
                style_);
        };
        const std::size_t figures = display_width(named({}));
        return named(cut_to(name, std::max(longest_label, longest_line - std::min(longest_line, figures))));
    }

    std::vector<CaseCurve> cases_;  // the base first
    std::optional<Date> booked_;
    const View& view_;
    TextStyle style_;
    Period days_;
    Extent extent_;
    std::int64_t left_;
    std::int64_t right_;
    std::int64_t top_;
    std::int64_t height_;
    std::int64_t bottom_;
    AmountScale scale_;
    PlacedWords placed_;
    std::vector<Label> labels_;  // that are written when all lines are drawn
    Picture picture_;
};

std::optional<Date> booked_until(const Result& result, const Holding& holding) {
    for (const RolledEntity& entity : result.rolling.entities) {
        if (holding.index == entity.entity)
            return entity.until;
    }
    return std::nullopt;
}

}  // namespace

std::vector<Picture> curve_pictures(Results results, const View& view, const TextStyle& style) {
    std::vector<std::vector<Holding>> all;  // of each result
    for (const Result& result : results)
        all.push_back(holdings(result));
    std::vector<Picture> pictures;
    for (const Holding& holding : all.front()) {
        std::vector<CaseCurve> cases;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Holding* same = same_holding(all[i], holding);
            if (same == nullptr)
                continue;
            Curve drawn = curve(results[i].budget, *same, view.days());
            if (!drawn.empty())
                cases.push_back({std::move(drawn), i == 0 ? std::string(translate(tr("base"), view.language))
                                                          : scenario_name(results[i])});
            else if (i == 0)
                break;
        }
        number_alike(cases);
        if (!cases.empty())
            pictures.push_back(CurvePicture(std::move(cases), holding_name(holding, view.language),
                                            booked_until(results.front(), holding), view, style)
                                   .draw());
    }
    return pictures;
}

}  // namespace msp
