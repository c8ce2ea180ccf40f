// SPDX-License-Identifier: MIT
#include <msp/distribution/distributed.hpp>
#include <msp/distribution/matching.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

const Quotient cents_a_euro = 100;

Quotient cents_of(Money amount) {
    return {amount.cents()};
}

// Parts of an amount by weights of which one at least is above zero.
std::vector<Money> by_weight(Money amount, const std::vector<Quotient>& weights) {
    Quotient all;
    for (const Quotient& weight : weights)
        all += weight;
    std::vector<Quotient> exact;
    for (const Quotient& weight : weights)
        exact.push_back(cents_of(amount) * weight / all);
    return apportioned(amount, exact);
}

// A beneficiary while amounts are found.
struct Claim {
    Money fixed;      // lump sums and typed rates
    Quotient weight;  // of what is to be found; 0: nothing
    Money found;
    bool full = false;  // at the cap
};

class Distributing {
 public:
    Distributing(const Budget& budget, std::size_t distribution, Diagnostics& diagnostics)
        : of_(budget.distributions[distribution]), diagnostics_(diagnostics) {
        result_.of = &of_;
    }

    std::optional<Distributed> run(const std::vector<Worker>& workers) {
        for (const Worker& worker : workers)
            add(worker);
        const bool finds = std::ranges::any_of(workers, [](const Worker& worker) {
            return std::ranges::any_of(worker.works, [](const Work& work) { return !work.price; });
        });
        for (const Claim& claim : claims_)
            spent_ += capped(claim.fixed);
        if (!within_envelope(finds) || (finds && !find_rate()))
            return std::nullopt;
        for (std::size_t i = 0; i < claims_.size(); ++i)
            award(workers[i], claims_[i], result_.beneficiaries[i]);
        for (const Beneficiary& beneficiary : result_.beneficiaries)
            result_.total += beneficiary.total;
        if (of_.envelope)
            result_.left = *of_.envelope - of_.reserve - result_.total;
        tell_of_nothing();
        return std::move(result_);
    }

 private:
    void add(const Worker& worker) {
        Claim& claim = claims_.emplace_back();
        Beneficiary& made = result_.beneficiaries.emplace_back();
        made.member = worker.member;
        for (const Work& work : worker.works) {
            Award& award = made.awards.emplace_back();
            award.role = work.first->role_typed;
            award.band = work.first->band_typed;
            award.unit = work.first->unit;
            award.basis = work.done;
            if (!work.price) {
                claim.weight += work.done * work.weight;
                continue;
            }
            award.rate = cents_of(*work.price) / cents_a_euro;
            award.amount = rounded(cents_of(*work.price) * work.done, Rounding::half_up);
            claim.fixed += award.amount;
        }
        result_.fixed += claim.fixed;
    }

    [[nodiscard]] Money capped(Money amount) const { return of_.cap ? std::min(amount, *of_.cap) : amount; }

    // What there is to distribute, without the reserve.
    [[nodiscard]] Money pot() const { return *of_.envelope - of_.reserve; }

    bool within_envelope(bool finds) {
        if (!of_.envelope || spent_ <= pot())
            return true;
        diagnostics_.error(
            "distribution.over",
            {finds ? tr("lump sums and typed rates of {distribution} come to {spent}, {over} more than the {pot} that "
                        "there are")
                   : tr("{distribution} comes to {spent}, {over} more than the {pot} that there are"),
             {{"distribution", of_.id}, {"spent", spent_}, {"over", spent_ - pot()}, {"pot", pot()}}},
            of_.envelope_place.span, Message{tr("lower a rate, a lump sum or the reserve"), {}});
        return false;
    }

    // Water runs into vessels until the first is full, and the rest into the others.
    bool find_rate() {
        const Money to_spend = pot() - spent_;
        Quotient rate;
        FoundRate found;
        while (true) {
            found.units = Quotient();
            found.spent = to_spend;
            for (const Claim& claim : claims_) {
                if (claim.full)
                    found.spent -= room(claim);
                else
                    found.units += claim.weight;
            }
            if (found.units == Quotient())
                break;
            rate = cents_of(found.spent) / found.units;
            if (!fill(rate))
                break;
        }
        if (found.units == Quotient())
            return everybody_is_full(to_spend);
        found.rate = rate / cents_a_euro;
        result_.found = found;
        share(found.spent);
        return true;
    }

    [[nodiscard]] Money room(const Claim& claim) const { return *of_.cap - capped(claim.fixed); }

    // Whether somebody is full at this rate who was not before.
    bool fill(const Quotient& rate) {
        bool any = false;
        for (Claim& claim : claims_) {
            if (!of_.cap || claim.full || claim.weight == Quotient() || rate * claim.weight <= cents_of(room(claim)))
                continue;
            claim.full = any = true;
        }
        return any;
    }

    bool everybody_is_full(Money to_spend) {
        for (Claim& claim : claims_) {
            if (claim.full)
                claim.found = room(claim);
        }
        if (std::ranges::any_of(claims_, &Claim::full))
            return true;
        diagnostics_.error("distribution.no-units",
                           {tr("{amount} of {distribution} are to be parted, but nobody has hours or points that weigh "
                               "anything"),
                            {{"amount", to_spend}, {"distribution", of_.id}}},
                           of_.envelope_place.span);
        return false;
    }

    void share(Money amount) {
        std::vector<Quotient> weights;
        for (const Claim& claim : claims_)
            weights.push_back(claim.full ? Quotient() : claim.weight);
        const std::vector<Money> parts = by_weight(amount, weights);
        for (std::size_t i = 0; i < claims_.size(); ++i)
            claims_[i].found = claims_[i].full ? room(claims_[i]) : parts[i];
    }

    void award(const Worker& worker, const Claim& claim, Beneficiary& made) {
        std::vector<Quotient> weights;
        for (const Work& work : worker.works)
            weights.push_back(work.price ? Quotient() : work.done * work.weight);
        const bool finds = claim.weight != Quotient();
        const std::vector<Money> parts =
            finds ? by_weight(claim.found, weights) : std::vector<Money>(worker.works.size());
        for (std::size_t i = 0; i < worker.works.size(); ++i) {
            const Work& work = worker.works[i];
            if (work.price)
                continue;
            made.awards[i].amount = parts[i];
            if (result_.found) {
                made.awards[i].rate = result_.found->rate * work.weight;
                result_.found->unit = work.first->unit;
                result_.found->weighted = result_.found->weighted || work.weight != Quotient(1);
            }
        }
        made.uncapped = claim.fixed + claim.found;
        made.total = capped(made.uncapped);
        made.capped = claim.full || made.total != made.uncapped;
        if (made.total != made.uncapped)
            cut(made);
        if (made.capped)
            restate(made);
    }

    // Lump sums and typed rates come to more than the cap: each amount in proportion.
    static void cut(Beneficiary& made) {
        std::vector<Quotient> amounts;
        for (const Award& award : made.awards)
            amounts.push_back(cents_of(award.amount));
        const std::vector<Money> parts = by_weight(made.total, amounts);
        for (std::size_t i = 0; i < parts.size(); ++i)
            made.awards[i].amount = parts[i];
    }

    // The rates that the amounts come to.
    static void restate(Beneficiary& made) {
        for (Award& award : made.awards) {
            if (award.basis != Quotient())
                award.rate = cents_of(award.amount) / award.basis / cents_a_euro;
        }
    }

    void tell_of_nothing() {
        if (result_.beneficiaries.empty())
            diagnostics_.warning(
                "distribution.nobody",
                {tr("nobody has a row of participation in {distribution}"), {{"distribution", of_.id}}},
                of_.place.span);
        else if (result_.total == Money())
            diagnostics_.warning("distribution.nothing",
                                 {tr("{distribution} pays nobody anything"), {{"distribution", of_.id}}},
                                 of_.place.span);
    }

    const Distribution& of_;
    Diagnostics& diagnostics_;
    std::vector<Claim> claims_;  // by worker
    Money spent_;                // of lump sums and typed rates, within the cap
    Distributed result_;
};

}  // namespace

std::optional<Distributed> distributed(const Budget& budget, std::size_t distribution, Diagnostics& diagnostics) {
    const std::optional<std::vector<Worker>> workers = workers_of(budget, distribution, diagnostics);
    return workers ? Distributing(budget, distribution, diagnostics).run(*workers) : std::nullopt;
}

std::vector<Payment> payments_of(const Budget& budget, const Distributed& distributed) {
    const Distribution& of = *distributed.of;
    std::vector<Payment> payments;
    if (of.alternative)
        return payments;
    for (std::size_t i = 0; i < distributed.beneficiaries.size(); ++i) {
        const std::vector<Award>& awards = distributed.beneficiaries[i].awards;
        for (std::size_t j = 0; j < awards.size(); ++j) {
            std::vector<Quotient> exact;
            for (const PayDate& day : of.dates)
                exact.push_back(cents_of(awards[j].amount) * day.share);
            const std::vector<Money> parts = apportioned(awards[j].amount, exact);
            for (std::size_t day = 0; day < parts.size(); ++day) {
                const Date date = of.dates[day].date;
                payments.push_back({date, of.exercise.value_or(budget.exercise_of(date, of.entity)), i, j,
                                    awards[j].basis * of.dates[day].share, parts[day]});
            }
        }
    }
    std::ranges::stable_sort(payments, {}, &Payment::date);
    return payments;
}

std::vector<ComparedRules> compared_rules(const Budget& budget, std::span<const Distributed> all) {
    std::vector<ComparedRules> compared;
    for (std::size_t i = 0; i < all.size(); ++i) {
        ComparedRules one;
        one.rules.push_back(i);
        for (std::size_t other = 0; other < all.size(); ++other) {
            if (all[other].of->alternative == i)
                one.rules.push_back(other);
        }
        if (one.rules.size() == 1)
            continue;
        for (std::size_t member = 0; member < budget.members.size(); ++member) {
            ComparedRules::Row row;
            row.member = member;
            bool any = false;
            for (const std::size_t rule : one.rules) {
                const std::vector<Beneficiary>& beneficiaries = all[rule].beneficiaries;
                const auto found = std::ranges::find(beneficiaries, member, &Beneficiary::member);
                any = any || found != beneficiaries.end();
                row.amounts.push_back(found == beneficiaries.end() ? Money() : found->total);
                row.changes.push_back(row.amounts.back() - row.amounts.front());
            }
            if (any)
                one.rows.push_back(std::move(row));
        }
        for (const std::size_t rule : one.rules)
            one.totals.push_back(all[rule].total);
        compared.push_back(std::move(one));
    }
    return compared;
}

std::vector<Money> by_day(const std::vector<Payment>& payments, std::span<const Date> days,
                          std::optional<std::size_t> beneficiary) {
    std::vector<Money> sums(days.size());
    for (const Payment& payment : payments) {
        const auto day = std::ranges::find(days, payment.date);
        if (day != days.end() && (!beneficiary || *beneficiary == payment.beneficiary))
            sums[static_cast<std::size_t>(day - days.begin())] += payment.amount;
    }
    return sums;
}

}  // namespace msp
