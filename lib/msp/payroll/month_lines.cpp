// SPDX-License-Identifier: MIT
#include <msp/payroll/month_lines.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace msp {
namespace {

constexpr std::string_view executive_cover = "prevoyance-cadre";

}  // namespace

Money MonthLines::of_sums(PayBase base, Money whole) {
    Money& before = sums_.bases[static_cast<std::size_t>(base)];
    const Money part = whole - before;
    before = whole;
    return part;
}

PayLines MonthLines::next(const PayMonth& found, const MonthPay& pay) {
    set_bases(pay);
    // Lines of the same bases and rates are the same, unless a rate follows the sums of the year.
    MadeOf of = {&figures_.rates().on(found.month, post_.executive, post_.fixed_term),
                 *employer_.work_accident.on(found.first), premium(found), bases_};
    if (made_of_.rates == nullptr || of.rates->follow_year || of != made_of_) {
        made_of_ = of;
        lines_.clear();
        has_yearly_ = false;
        add_lines(found, pay.presence, of);
        made_ = PayLines(lines_);
    }
    return made_;
}

void MonthLines::set_bases(const MonthPay& pay) {
    constexpr int slices = 8;
    constexpr int four = 4;
    sums_.gross += pay.gross;
    sums_.ceiling += pay.ceiling;
    const Money gross = sums_.gross;
    const Money ceiling = sums_.ceiling;
    const Money most = std::min(gross, ceiling * slices);
    base(PayBase::whole) = pay.gross;
    base(PayBase::t1) = of_sums(PayBase::t1, std::min(gross, ceiling));
    base(PayBase::t2) = of_sums(PayBase::t2, std::max(most - ceiling, Money()));
    base(PayBase::cet) = of_sums(PayBase::cet, gross <= ceiling ? Money() : most);
    base(PayBase::up_to_4) = of_sums(PayBase::up_to_4, std::min(gross, ceiling * four));
    base(PayBase::csg) = Money();  // it follows from the others, and from covers
}

void MonthLines::add_lines(const PayMonth& found, const Quotient& presence, const MadeOf& of) {
    covers(of.premium);
    // The employer's minimum cover of executives is one of the contributions below.
    add_contributions(found, presence, of.rates->employer);
    const Money gross = base(PayBase::whole);
    if (gross != Money())
        lines_.push_back({PayLineKind::work_accident, PaidBy::employer, PaidTo::urssaf, false, nullptr, nullptr, gross,
                          of.accident, times(gross, of.accident, Rounding::half_up)});
    const Money to_four = base(PayBase::up_to_4);
    base(PayBase::csg) =
        times(to_four, law_.contributions.csg_kept, Rounding::half_up) + (gross - to_four) + covers_in_csg();
    add_contributions(found, presence, of.rates->employee);
}

Money& MonthLines::base(PayBase of) {
    return bases_[static_cast<std::size_t>(of)];
}

Money MonthLines::premium(const PayMonth& found) const {
    const Money* typed = employer_.health && post_.health ? employer_.health->premium.on(found.first) : nullptr;
    return typed == nullptr ? Money() : *typed;
}

void MonthLines::covers(Money due) {
    if (employer_.health && post_.health) {
        const Money share = times(due, employer_.health->employer, Rounding::half_up);
        const auto line = [&](PaidBy payer, Rate rate, Money amount) {
            lines_.push_back({PayLineKind::health, payer, PaidTo::cover, false, nullptr, nullptr, due, rate, amount});
        };
        line(PaidBy::employer, employer_.health->employer, share);
        line(PaidBy::employee, less(Rate(1, 0), employer_.health->employer), due - share);
    }
    if (employer_.provident && post_.provident) {
        const CoverContract& contract = *employer_.provident;
        const Money on = base(contract.base == CoverBase::t1 ? PayBase::t1 : PayBase::whole);
        const auto line = [&](PaidBy payer, Rate rate) {
            if (rate != Rate())
                lines_.push_back({PayLineKind::provident, payer, PaidTo::cover, false, nullptr, nullptr, on, rate,
                                  times(on, rate, Rounding::half_up)});
        };
        line(PaidBy::employer, contract.employer);
        line(PaidBy::employee, contract.employee);
    }
}

Money MonthLines::covers_in_csg() const {
    Money sum;
    for (const PayLine& line : lines_) {
        const bool left_out = !employer_.death_cover_in_csg && line.rule != nullptr;
        if (line.payer == PaidBy::employer && line.to == PaidTo::cover && !left_out)
            sum += line.amount;
    }
    return sum;
}

void MonthLines::add_contributions(const PayMonth& found, const Quotient& presence,
                                   const std::vector<HeldRate>& rates) {
    for (const HeldRate& held : rates) {
        const PayContribution& rule = *held.rule;
        PayLine line{PayLineKind::contribution, rule.payer,      rule.to,         rule.yearly, &rule,
                     &held.rate->evidence,      base(rule.base), held.rate->rate, Money()};
        if (rule.id == executive_cover)
            line.rate = left_of_minimum(held.rate->rate);
        if (held.reduced != nullptr)
            complement(found, presence, held.place, *held.reduced, line);
        else
            add(line, held.place);
    }
}

Rate MonthLines::left_of_minimum(Rate minimum) const {
    const bool covered = employer_.provident && post_.provident;
    const Rate own = covered ? employer_.provident->employer : Rate();
    return own >= minimum ? Rate() : less(minimum, own);
}

void MonthLines::add(PayLine line, std::size_t place) {
    if (line.base == Money() || line.rate.digits() == 0)
        return;
    line.amount = times(line.base, line.rate, Rounding::half_up);
    if (line.yearly) {
        has_yearly_ = true;
        YearContribution& year = sums_.contribution(place);
        year.yearly_base += line.base;
        const Money so_far = times(year.yearly_base, line.rate, Rounding::half_up);
        line.amount = so_far - year.yearly_amount;
        year.yearly_amount = so_far;
    }
    lines_.push_back(line);
}

void MonthLines::complement(const PayMonth& found, const Quotient& presence, std::size_t place,
                            const ReducedRate& reduced, const PayLine& full) {
    const auto hours = Quotient(1820, months_a_year) * presence;
    const auto limit = [&](Rate smics, Money hourly) { return Quotient(smics) * Quotient(hourly.cents()) * hours; };
    const Money current = figures_.smic(found.month);
    Quotient most = limit(reduced.smics, reduced.smic_hourly.value_or(current));
    if (reduced.at_least)
        most = std::max(most, limit(*reduced.at_least, current));
    YearContribution& year = sums_.contribution(place);
    year.limit += most;
    const Money above = Quotient(sums_.gross.cents()) > year.limit ? sums_.gross : Money();
    PayLine line = full;
    line.rate = reduced.rate;
    line.evidence = &reduced.evidence;
    add(line, place);
    line = full;
    line.kind = PayLineKind::complement;
    line.rate = less(full.rate, reduced.rate);
    line.base = above - year.above;
    year.above = above;
    add(line, place);
}

}  // namespace msp
