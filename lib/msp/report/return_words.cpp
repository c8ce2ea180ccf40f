// SPDX-License-Identifier: MIT
#include <msp/report/return_words.hpp>
#include <msp/report/sheet_text.hpp>
#include <msp/report/shown_cell.hpp>

#include <algorithm>
#include <cstddef>

namespace msp {
namespace {

constexpr std::int64_t hundred = 100;
constexpr int most_decimals = 6;
constexpr std::int64_t half_bar = 12;  // signs on each side of the axis

std::string without_zeros(std::string digits) {
    if (digits.find('.') == std::string::npos)
        return digits;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.'))
        digits.pop_back();
    return digits;
}

std::string month_words(const PostReturn& post, int month, Language language) {
    return words({tr("{month} (month {n})"),
                  {{"month", month_name(post.first + (month - 1), language)}, {"n", std::int64_t{month}}}},
                 language);
}

template <typename Value, typename Show>
ByLevel<FigureValue> shown_levels(const ByLevel<std::optional<Value>>& values, const char* otherwise, Language language,
                                  Show show) {
    ByLevel<FigureValue> out;
    for (const Level level : all_levels) {
        if (at(values, level))
            at(out, level) = show(*at(values, level));
        else
            at(out, level) = std::string(translate(otherwise, language));
    }
    return out;
}

}  // namespace

Cell figure_cell(const FigureValue& value) {
    if (const std::string* text = std::get_if<std::string>(&value))
        return TextCell{*text};
    if (const PercentCell* percent = std::get_if<PercentCell>(&value))
        return *percent;
    return std::get<DecimalCell>(value);
}

FigureValue plain_number(const Quotient& value) {
    int places = 0;
    while (places < most_decimals && truncated(value, places) != value)
        ++places;
    return DecimalCell{value, places};
}

PercentCell plain_percent(const Quotient& share) {
    const Quotient shown = share * Quotient(hundred);
    return {shown, std::get<DecimalCell>(plain_number(shown)).places};
}

FigureValue percentage(const Quotient& share) {
    return PercentCell{share * Quotient(hundred), 1};
}

FigureValue euro_figure(Money amount) {
    return DecimalCell{Quotient(amount.cents(), hundred), 2};
}

std::string month_name(Month month, Language language) {
    return period_name({month.first(), month.last()}, Grid::month, language);
}

std::string_view id_of(ReturnView view) {
    switch (view) {
        case ReturnView::company:
            return "company";
        case ReturnView::professionals:
            return "professionals";
        case ReturnView::together:
            break;
    }
    return "together";
}

std::string_view id_of(Gainer gainer) {
    return gainer == Gainer::company ? "company" : "professionals";
}

std::string_view id_of(Factor factor) {
    constexpr std::array ids = {"professionals", "weeks",    "hours", "share",        "week_hours", "becomes",
                                "hour_value",    "per_hour", "fee",   "missed",       "reduction",  "slots",
                                "rise",          "meetings", "fees",  "contribution", "patients",   "amount"};
    return ids[static_cast<std::size_t>(factor)];
}

const char* title_of(ReturnView view) {
    switch (view) {
        case ReturnView::company:
            return tr("Company: cash");
        case ReturnView::professionals:
            return tr("Professionals: value");
        case ReturnView::together:
            break;
    }
    return tr("Both against the cost");
}

const char* words_of(Level level) {
    switch (level) {
        case Level::low:
            return tr("low");
        case Level::central:
            return tr("central");
        case Level::high:
            break;
    }
    return tr("high");
}

bool stands_in(ReturnView view, ReturnRole role) {
    switch (role) {
        case ReturnRole::cost:
        case ReturnRole::funding:
        case ReturnRole::company_gain:
            return view == ReturnView::company;
        case ReturnRole::contribution:
            return view != ReturnView::together;
        case ReturnRole::professional_gain:
            break;
    }
    return view == ReturnView::professionals;
}

std::string item_label(const ReturnItem& item, Language language) {
    if (item.role == ReturnRole::cost)
        return std::string(translate(tr("Cost of the post"), language));
    if (item.label.empty())
        return std::string(translate(tr("Associate's hours not paid"), language));
    if (item.part == "fees")
        return words({tr("{gain}: fees"), {{"gain", item.label}}}, language);
    if (item.part == "contribution")
        return words({tr("{gain}: contribution"), {{"gain", item.label}}}, language);
    if (item.part == "aci")
        return words({tr("{gain}: ACI of the patients"), {{"gain", item.label}}}, language);
    return item.label;
}

std::vector<ReturnFigure> figures_of(const PostReturn& post, ReturnView of, Language language) {
    const ViewReturn& view = post.view(of);
    std::vector<ReturnFigure> figures;
    figures.push_back({std::string(translate(tr("Payback"), language)),
                       shown_levels(view.payback, tr("not within these exercises"), language,
                                    [&](int month) { return month_words(post, month, language); })});
    figures.push_back({std::string(translate(tr("Return on investment"), language)),
                       shown_levels(view.on_investment, tr("no net cost"), language, percentage)});
    if (at(view.present_value, Level::central))
        figures.push_back({std::string(translate(tr("Net present value"), language)),
                           shown_levels(view.present_value, "", language, euro_figure)});
    return figures;
}

std::vector<ReturnFigure> break_even_figures(const PostReturn& post, Language language) {
    std::vector<ReturnFigure> figures;
    const auto number = [](const Quotient& value) { return FigureValue(DecimalCell{raised(value, Factor::hours), 2}); };
    for (const BreakEven& even : post.break_evens) {
        figures.push_back(
            {words({tr("Break-even of {gain}, hours a week and professional"), {{"gain", even.label}}}, language),
             shown_levels(even.hours, tr("none"), language, number)});
        if (at(even.consultations, Level::central))
            figures.push_back(
                {words({tr("Break-even of {gain}, consultations a week and professional"), {{"gain", even.label}}},
                       language),
                 shown_levels(even.consultations, tr("none"), language, number)});
    }
    return figures;
}

std::string assumption_number(const Quotient& value, Factor factor, Language language) {
    const bool share = is_share(factor);
    const Quotient shown = share ? value * Quotient(hundred) : value;
    return shown_digits(without_zeros(decimal(shown, most_decimals)), language) +
           (share ? std::string(language == Language::french ? "\u00a0%" : " %") : "");
}

std::string assumption_range(const Assumption& assumption, Language language) {
    const auto number = [&](Rate rate) { return assumption_number(Quotient(rate), assumption.factor, language); };
    return assumption.low == assumption.high ? number(assumption.central)
                                             : number(assumption.low) + " – " + number(assumption.high);
}

std::string tornado_bar(const MovedAssumption& moved, const std::vector<MovedAssumption>& all, Money central) {
    std::int64_t widest = 1;
    for (const MovedAssumption& each : all)
        widest = std::max({widest, central.cents() - each.low.cents(), each.high.cents() - central.cents()});
    const auto signs = [&](std::int64_t cents) {
        return static_cast<std::size_t>(std::clamp<std::int64_t>(cents * half_bar / widest, 0, half_bar));
    };
    const std::size_t down = signs(central.cents() - moved.low.cents());
    const std::size_t up = signs(moved.high.cents() - central.cents());
    std::string bar(static_cast<std::size_t>(half_bar) - down, ' ');
    for (std::size_t i = 0; i < down; ++i)
        bar += "█";
    bar += "│";
    for (std::size_t i = 0; i < up; ++i)
        bar += "█";
    return bar;
}

}  // namespace msp
