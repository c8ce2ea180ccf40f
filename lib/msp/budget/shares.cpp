// SPDX-License-Identifier: MIT
#include <msp/budget/decoding.hpp>
#include <msp/budget/keys_rule.hpp>
#include <msp/budget/keys_share.hpp>
#include <msp/budget/table.hpp>
#include <msp/budget/value_words.hpp>
#include <msp/read/written.hpp>

#include <utility>

namespace msp {
namespace {

// "1/3", with digits on both sides.
std::optional<Quotient> fraction(std::string_view text) {
    const std::size_t bar = text.find('/');
    if (bar == std::string_view::npos)
        return std::nullopt;
    const std::optional<std::int64_t> above = parse_whole(text.substr(0, bar));
    const std::optional<std::int64_t> below = parse_whole(text.substr(bar + 1));
    constexpr std::int64_t most = 1'000'000'000;
    if (!above || !below || *above < 1 || *below < 1 || *above > most || *below > most)
        return std::nullopt;
    return Quotient(*above, *below);
}

}  // namespace

std::optional<Portion> AnyTable::portion(int slot) {
    return portion_from(slot, false);
}

std::optional<Portion> AnyTable::portion_from(int slot, bool may_be_nothing) {
    constexpr auto wanted = tr("a share such as \"40 %\", \"1/3\" or \"rest\"");
    if (!scalar(slot, wanted))
        return std::nullopt;
    const std::string_view text = value(slot).text;
    if (find_word(rest_of_shares, text) != nullptr)
        return Portion{true, {}};
    std::optional<Quotient> share = fraction(text);
    if (!share && text.find('/') != std::string_view::npos) {
        wrong(slot, wanted);
        return std::nullopt;
    }
    if (!share) {
        const std::optional<Rate> typed = rate(slot);
        if (!typed)
            return std::nullopt;
        share = Quotient(*typed);
    }
    if ((*share > Quotient() || (may_be_nothing && *share == Quotient())) && *share <= Quotient(1))
        return Portion{false, *share};
    error("share.range", {tr("a share of {text} is not between 0 % and 100 %"), {{"text", std::string(text)}}},
          span(slot));
    return std::nullopt;
}

std::optional<std::string> AnyTable::measure(int slot) {
    std::optional<std::string> found = text(slot);
    if (!found)
        return std::nullopt;
    const Word* word = find_word(measure_words, *found);
    return word != nullptr ? std::string(word->english) : found;
}

std::optional<Covers> AnyTable::period(int slot) {
    constexpr auto wanted = tr("\"month\", \"quarter\", \"year\", \"exercise\" or a table of two days");
    if (has(slot) && value(slot).kind == NodeKind::table) {
        Table<Section::period> days(reading_, {node(slot)});
        const auto from = days["from"_key];
        const auto until = days["until"_key];
        const std::optional<Date> first = from.read(DayOfMonth::first);
        const std::optional<Date> last = until.read(DayOfMonth::last);
        if (!first || !last)
            return std::nullopt;
        if (*last < *first)
            comes_before(until, from);
        return Covers{CoversKind::days, *first, *last};
    }
    if (!scalar(slot, wanted))
        return std::nullopt;
    if (const Word* word = find_word(covered_periods, value(slot).text))
        return Covers{static_cast<CoversKind>(word->meaning), {}, {}};
    wrong(slot, wanted);
    return std::nullopt;
}

}  // namespace msp
