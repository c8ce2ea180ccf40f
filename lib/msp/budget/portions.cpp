// SPDX-License-Identifier: MIT
#include <msp/budget/portions.hpp>
#include <msp/budget/value_words.hpp>

#include <utility>

namespace msp {
namespace {

const Quotient one_whole = 1;

}  // namespace

void Portions::add(Quotient& share, const std::optional<Portion>& typed, Span span) {
    sound_ = sound_ && typed.has_value();
    if (!typed)
        return;
    spans_.push_back(span);
    if (!typed->rest) {
        share = typed->share;
        sum_ += share;
    } else if (rest_ != nullptr) {
        sound_ = false;
        reading_.error("key.rest", {tr("only one share takes the rest"), {}}, span, {},
                       {{rest_span_, {tr("the first one"), {}}}});
    } else {
        rest_ = &share;
        rest_span_ = span;
    }
}

void Portions::settle(const std::string& whose, Span list, std::optional<Date> from) {
    if (!sound_ || spans_.empty())
        return;
    if (rest_ != nullptr && sum_ < one_whole) {
        *rest_ = one_whole - sum_;
        return;
    }
    const bool nothing_left = rest_ != nullptr;
    if (!nothing_left && sum_ == one_whole)
        return;
    const Message help = {nothing_left ? tr("change a share, or leave out the rest")
                                       : tr("change a share, or write \"{rest}\" for one of them"),
                          {{"rest", std::string(rest_of_shares.front().in(reading_.keys_in(list.source)))}}};
    const char* always = nothing_left
                             ? tr("the shares of {key} make {percent} % already, and nothing is left for the rest")
                             : tr("the shares of {key} make {percent} %, not 100 %");
    const char* dated =
        nothing_left
            ? tr("from {date} on the shares of {key} make {percent} % already, and nothing is left for the rest")
            : tr("from {date} on the shares of {key} make {percent} %, not 100 %");
    std::vector<std::pair<const char*, Argument>> words = {{"key", whose}, {"percent", Decimal{in_percent(sum_)}}};
    if (from)
        words.push_back({"date", *from});
    reading_.error("key.sum", {from ? dated : always, std::move(words)}, nothing_left ? rest_span_ : list, help);
}

}  // namespace msp
