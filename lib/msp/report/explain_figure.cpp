// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/report/explain_figure.hpp>
#include <msp/report/steps.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace msp {
namespace {

struct FigureWord {
    std::string_view english;
    std::string_view french;
    Figure figure;
};

constexpr std::array<FigureWord, 7> figure_words = {{
    {"lowest", "point-bas", Figure::lowest},
    {"lowest-certain", "point-bas-certain", Figure::lowest_certain},
    {"late-aci", "aci-en-retard", Figure::late_aci},
    {"distributable", "distribuable", Figure::distributable},
    {"total", "total", Figure::total},
    {"cash-days", "jours-de-tresorerie", Figure::cash_days},
    {"cash-days", "jours-de-trésorerie", Figure::cash_days},
}};

// Makes the steps of one entity's figure.
class FigureSteps {
 public:
    FigureSteps(const Result& result, const Headline& headline, Figure figure, Language language)
        : budget_(result.budget), headline_(headline), figure_(figure), language_(language) {}

    std::vector<ExplainedFigure> of(const std::vector<Course>& courses, PayoutQuestion question) {
        switch (figure_) {
            case Figure::lowest:
            case Figure::lowest_certain:
            case Figure::late_aci:
                for (const Course& course : courses)
                    low(course);
                break;
            case Figure::distributable:
                payout(courses, question);
                break;
            case Figure::total:
                total(courses.front(), Side::receipts, tr("Receipts"));
                total(courses.front(), Side::payments, tr("Payments"));
                break;
            case Figure::cash_days:
                cash_days(courses.front());
                break;
        }
        return std::move(found_);
    }

 private:
    void begin(const Message& title) {
        found_.push_back({budget_.entities[headline_.entity].id, words(title, language_), {}});
    }

    void step(Message what, std::optional<Money> amount, Span place = {}) {
        found_.back().steps.push_back({std::move(what), amount, place});
    }

    [[nodiscard]] Argument accounts(const Course& course) const {
        if (course.banks.size() > 1)
            return Term{tr("all accounts together")};
        return budget_.banks[course.banks.front()].name;
    }

    // The place of an opening balance, where a single account opens in the course.
    [[nodiscard]] Span opening_place(const Course& course) const {
        const Bank& bank = budget_.banks[course.banks.front()];
        return course.banks.size() == 1 && bank.date >= course.days.first ? bank.opening_place.span : Span();
    }

    void line(const LineTotal& line, Money amount) {
        step({tr("{label}, {n} {n:movement|movements}"),
              {{"label", name_of(budget_, line.item, line.part, language_)}, {"n", line.count}}},
             amount, budget_.items[line.item].place.span);
    }

    // What comes to the opening, in the order of the file.
    void lines(const Course& course) {
        for (const BankIndex index : course.later) {
            const Bank& bank = budget_.banks[index];
            step({tr("{account} on the morning of {day}"), {{"account", bank.name}, {"day", bank.date}}}, bank.opening,
                 bank.opening_place.span);
        }
        for (const LineTotal& total : course.lines)
            line(total, total.amount);
    }

    void low(const Course& course) {
        const char* title = figure_ == Figure::lowest     ? tr("Lowest of {account}: {amount} on {day}")
                            : figure_ == Figure::late_aci ? tr("Lowest of {account} with a late ACI: {amount} on {day}")
                                                          : tr("Lowest of {account} without hoped-for and assumed "
                                                               "money: {amount} on {day}");
        begin({title, {{"account", accounts(course)}, {"amount", course.closing}, {"day", course.days.last}}});
        if (course.days.first <= course.days.last)  // else the account is not open yet
            step({tr("on the morning of {day}"), {{"day", course.days.first}}}, course.opening, opening_place(course));
        lines(course);
        step({tr("on the evening of {day}"), {{"day", course.days.last}}}, course.closing);
    }

    // Each account's lowest evening and what that leaves above its limit, then the sum.
    void payout(const std::vector<Course>& courses, PayoutQuestion question) {
        const Payout& payout = headline_.payout;
        const Money amount = payout.amount(question);
        begin({question.above == Limit::floor
                   ? tr("To pay out on {day}, every evening until {end} at the floor or above: {amount}")
                   : tr("To pay out on {day}, every evening until {end} at zero or above: {amount}"),
               {{"day", payout.day}, {"end", payout.last(question.until)}, {"amount", amount}}});
        if (question.until == Until::next_aci && payout.next_aci)
            step({tr("the next ACI comes on {day}"), {{"day", *payout.next_aci}}}, std::nullopt);
        for (const Course& course : courses)
            spare(course, payout, question.above);
        if (courses.size() > 1 || amount == Money())
            step({amount == Money() ? tr("nothing, since an account has nothing to spare above its limit")
                                    : tr("all accounts together"),
                  {}},
                 amount);
    }

    void spare(const Course& course, const Payout& payout, Limit above) {
        const Bank& bank = budget_.banks[course.banks.front()];
        const Date from = std::max(payout.day, bank.date);
        step({from == payout.day ? tr("{account} on the evening of {day}") : tr("{account} on the morning of {day}"),
              {{"account", bank.name}, {"day", from}}},
             course.opening, opening_place(course));
        lines(course);
        step({tr("its lowest evening, {day}"), {{"day", course.days.last}}}, course.closing);
        const Money limit = limit_of(bank, above);
        if (above == Limit::floor)
            step({tr("less its floor"), {}}, opposite(limit), bank.place.span);
        const Money above_limit = course.above(limit);
        if (from != payout.day && !above_limit.negative())
            step({tr("{account} is not open on {day}: nothing of it can be paid out"),
                  {{"account", bank.name}, {"day", payout.day}}},
                 Money());
        else
            step({tr("what {account} can spare"), {{"account", bank.name}}}, above_limit);
    }

    // Payments stand positive, as in the fifth line.
    void total(const Course& course, Side side, const char* title) {
        const auto shown = [side](Money amount) { return side == Side::receipts ? amount : opposite(amount); };
        begin({title, {}});
        for (const LineTotal& total : course.lines) {
            if (total.side == side)
                line(total, shown(total.amount));
        }
        const Money internal = shown(side == Side::receipts ? course.internal_receipts : course.internal_payments);
        if (internal != Money())
            step({tr("less what stays within the entity"), {}}, opposite(internal));
        step({tr("from {first} to {last}"), {{"first", course.days.first}, {"last", course.days.last}}},
             shown(side == Side::receipts ? course.receipts : course.payments));
    }

    void cash_days(const Course& course) {
        total(course, Side::payments, tr("Days of cash"));
        step({tr("on the evening of {day}"), {{"day", headline_.as_of}}}, headline_.as_of_closing);
        if (!headline_.cash_days_tenths)
            return step({tr("no days of cash, without payments or money"), {}}, std::nullopt);
        step({tr("{money} × {n} / {paid} = {days} days, cut off"),
              {{"money", headline_.as_of_closing},
               {"n", std::int64_t{cash_days_window}},
               {"paid", opposite(course.payments)},
               {"days", Decimal{headline_.cash_days()}}}},
             std::nullopt);
    }

    const Budget& budget_;
    const Headline& headline_;
    Figure figure_;
    Language language_;
    std::vector<ExplainedFigure> found_;
};

}  // namespace

std::optional<Figure> parse_figure(std::string_view text) {
    std::string asked(text);
    std::ranges::replace(asked, '_', '-');  // as the members of the JSON answer are written
    const auto found = std::ranges::find_if(
        figure_words, [&asked](const FigureWord& word) { return asked == word.english || asked == word.french; });
    return found == figure_words.end() ? std::nullopt : std::optional(found->figure);
}

std::string_view id_of(Figure figure) {
    return std::ranges::find(figure_words, figure, &FigureWord::figure)->english;
}

std::vector<ExplainedFigure> explained_figure(Figure figure, const Result& result, PayoutQuestion question,
                                              const HeadlineOptions& options, Language language) {
    std::vector<ExplainedFigure> found;
    for (const Headline& headline : result.headlines) {
        const std::string& entity = result.budget.entities[headline.entity].id;
        if (figure == Figure::late_aci && !headline.awaits_aci) {
            found.push_back({entity, std::string(translate(tr("no ACI is awaited"), language)), {}});
            continue;
        }
        const std::vector<Course> courses = courses_to(figure, headline, question, result, options);
        for (ExplainedFigure& one : FigureSteps(result, headline, figure, language).of(courses, question))
            found.push_back(std::move(one));
    }
    return found;
}

std::string figure_text(const std::vector<ExplainedFigure>& figures, const Sources& sources, const TextStyle& style) {
    const bool several = !figures.empty() && figures.front().entity != figures.back().entity;
    std::string out;
    for (const ExplainedFigure& figure : figures)
        out += wrapped((several ? figure.entity + ": " : "") + figure.title, 0, style.width) +
               steps_text(figure.steps, sources, style);
    return out;
}

void figure_json(Json& json, Figure figure, const std::vector<ExplainedFigure>& figures, const Sources& sources,
                 Language language) {
    json.text("figure", id_of(figure));
    json.begin_array("parts");
    for (const ExplainedFigure& part : figures) {
        json.begin_object();
        json.text("entity", part.entity);
        json.text("title", part.title);
        steps_json(json, part.steps, sources, language);
        json.end_object();
    }
    json.end_array();
}

}  // namespace msp
