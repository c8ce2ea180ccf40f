// SPDX-License-Identifier: MIT
#include <msp/dates/written_date.hpp>
#include <msp/model/movement.hpp>
#include <msp/report/question.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace msp {
namespace {

constexpr std::array<std::pair<std::string_view, Part>, 16> french_parts = {
    {{"avance", Part::advance},
     {"solde", Part::balance},
     {"reprise", Part::recovery},
     {"capital", Part::principal},
     {"interets", Part::interest},
     {"assurance", Part::insurance},
     {"deblocage", Part::drawdown},
     {"frais", Part::fees},
     {"retraite", Part::retirement},
     {"mutuelle", Part::health},
     {"prevoyance", Part::provident},
     {"personnel", Part::staff},
     {"apprentissage", Part::apprenticeship},
     {"taxe-sur-les-salaires", Part::payroll_tax},
     {"depart", Part::leaving},
     {"refacturation", Part::reinvoiced}}};

bool is_quarter(std::string_view text) {
    return text.size() == 7 && (text.substr(4, 2) == "-Q" || text.substr(4, 2) == "-T") && text[6] >= '1' &&
           text[6] <= '4';
}

}  // namespace

std::optional<NamedPeriod> parse_period(std::string_view text) {
    if (const auto date = parse_written_date(text))
        return NamedPeriod{{*date, *date}, Grid::day};
    if (const auto month = parse_month(text))
        return NamedPeriod{{month->first(), month->last()}, Grid::month};
    const auto january = parse_month(std::string(text.substr(0, 4)) + "-01");
    if (!january)
        return std::nullopt;
    if (text.size() == 4)
        return NamedPeriod{{january->first(), (*january + 11).last()}, Grid::year};
    if (!is_quarter(text))
        return std::nullopt;
    const Month first = *january + 3 * (text[6] - '1');
    return NamedPeriod{{first.first(), (first + 2).last()}, Grid::quarter};
}

std::optional<Request> parse_request(std::string_view text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos)
        return Request{std::string(text), std::nullopt};
    const std::optional<NamedPeriod> period = parse_period(text.substr(at + 1));
    return period ? std::optional(Request{std::string(text.substr(0, at)), period}) : std::nullopt;
}

std::string with_english_part(std::string_view id) {
    const std::size_t dot = id.rfind('.');
    const std::size_t begin = dot == std::string_view::npos ? 0 : dot + 1;
    const auto part = std::ranges::find(french_parts, id.substr(begin), &std::pair<std::string_view, Part>::first);
    return part == french_parts.end() ? std::string(id)
                                      : std::string(id.substr(0, begin)) + std::string(id_of(part->second));
}

}  // namespace msp
