// SPDX-License-Identifier: MIT
#include <msp/cash/curve.hpp>
#include <msp/money/scale.hpp>
#include <msp/report/curve_picture.hpp>
#include <msp/report/sheet_text.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace msp {
namespace {

constexpr std::int64_t picture_width = 1200;
constexpr std::int64_t least_left = 120;       // of the days
constexpr std::int64_t right_of_labels = 260;  // room for names at the ends of several lines
constexpr std::int64_t right_alone = 30;
constexpr std::int64_t plot_height = 380;
constexpr std::int64_t under_lowest = 40;  // room for what is written under the lowest evening
constexpr std::int64_t line_height = 26;
constexpr std::size_t values_shown = 6;    // cases that are read together
constexpr std::size_t longest_label = 19;  // characters of a line
constexpr std::size_t lines_of_label = 3;
constexpr std::size_t longest_line = 92;
constexpr std::size_t most_ticks = 7;
constexpr std::array<std::string_view, 5> looks = {"curve", "curve case1", "curve case2", "curve case3", "curve case4"};

std::string_view look_of_case(std::size_t index) {
    return index == 0 ? looks.front() : looks.at(1 + (index - 1) % (looks.size() - 1));
}

struct CaseCurve {
    Curve curve;
    std::string name;
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
          top_(line_height * (1 + static_cast<std::int64_t>(std::min(cases_.size(), values_shown)))),
          bottom_(top_ + plot_height),
          scale_(extent_.least, extent_.most, plot_height - under_lowest),
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

    void limit(Money amount, const Message& message) {
        picture_.line(left_, y(amount), right_, y(amount), "limit");
        picture_.words(right_ - 8, y(amount) - 8, tell(message, style_), "halo faint", Picture::Anchor::end);
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
        picture_.words(x(next) + 8, bottom_ - 10, tell({tr("books until {day}"), {{"day", *booked_}}}, style_),
                       "halo faint");
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

    // At the ends of several lines; none on another.
    void names() {
        if (!several())
            return;
        struct Name {
            std::int64_t at;  // of its first line
            std::vector<std::string> lines;

            [[nodiscard]] std::int64_t height() const { return line_height * static_cast<std::int64_t>(lines.size()); }
        };
        std::vector<Name> ends;
        for (const CaseCurve& one : cases_) {
            std::vector<std::string> lines = lines_within(one.name, longest_label);
            lines.resize(std::min(lines.size(), lines_of_label));
            ends.push_back({y(one.curve.on(one.curve.last())), std::move(lines)});
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
                picture_.words(right_ + 10, at + 7, cut_to(line, longest_label));
                at += line_height;
            }
        }
    }

    void lowest() {
        for (const CaseCurve& one : cases_)
            picture_.dot(x(one.curve.lowest.date), y(one.curve.lowest.amount));
        const std::int64_t at = x(base().lowest.date);
        const std::int64_t third = (right_ - left_) / 3;
        const Picture::Anchor anchor = at < left_ + third    ? Picture::Anchor::start
                                       : at > right_ - third ? Picture::Anchor::end
                                                             : Picture::Anchor::middle;
        picture_.words(at, y(base().lowest.amount) + line_height + 4, low_words(base().lowest), "halo", anchor);
    }

    // Each balance of the base under the pointer; with the keyboard month by month, of all cases.
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
        picture_.rectangle(x(days.first), top_, std::max<std::int64_t>(x(days.last + 1) - x(days.first), 1),
                           plot_height, {});
    }

    void month_value(const CurvePoint& base_point) {
        const std::string month = write_month(Month::of(base_point.period.first), view_.language);
        std::vector<std::string> lines;
        for (const CaseCurve& one : cases_) {
            for (const CurvePoint& point : curve_points(one.curve, {base_point.period}))
                lines.push_back(tell({several() ? tr("{month}, {scenario}: lowest {low}, {closing} at the end")
                                                : tr("{month}: lowest {low}, {closing} at the end"),
                                      {{"month", month},
                                       {"scenario", one.name},
                                       {"low", low_words(point.lowest)},
                                       {"closing", shown(point.closing)}}},
                                     style_));
        }
        std::string all;
        for (const std::string& line : lines)
            all += (all.empty() ? "" : tell(tr("; "), style_)) + line;
        picture_.begin_value(all);
        cover(base_point.period);
        for (std::size_t i = 0; i < std::min(lines.size(), values_shown); ++i)
            picture_.words(left_, line_height * static_cast<std::int64_t>(i + 1) - 6, cut_to(lines[i], longest_line),
                           "halo");
        picture_.end_value();
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
    std::int64_t bottom_;
    AmountScale scale_;
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
        if (!cases.empty())
            pictures.push_back(CurvePicture(std::move(cases), holding_name(holding, view.language),
                                            booked_until(results.front(), holding), view, style)
                                   .draw());
    }
    return pictures;
}

}  // namespace msp
