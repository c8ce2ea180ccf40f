// SPDX-License-Identifier: MIT
// What msp-forecast says in words before and after its tables.
#pragma once

#include <msp/report/forecast.hpp>
#include <msp/report/text_style.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace msp {

// Over a page that does not begin with them: whose it is, what it shows ("{name}, summary, {first} to {last}", for
// tr()), and its days, or the day that it looks on from.
[[nodiscard]] std::string page_title(const Result& result, const View& view, const char* shown, const TextStyle& style);
[[nodiscard]] std::string contracts_title(const Result& result, const View& view, Date as_of, const TextStyle& style);
// The five lines, for each entity.
[[nodiscard]] std::string headline_text(const Result& result, const View& view, const TextStyle& style);
// The same in whole sentences, for who does not know the five lines.
[[nodiscard]] std::string headline_sentences(const Result& result, const View& view, const TextStyle& style);
// What in the view rests on assumed or hoped-for money; empty where nothing does.
[[nodiscard]] std::string uncertain_text(const Result& result, const TextStyle& style);

}  // namespace msp
