// SPDX-License-Identifier: MIT
#include <msp/distribution/matching.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace msp {
namespace {

// The distribution whose rows of participation it takes: its own, or where an alternative has none those of the one
// that it stands for.
std::size_t rows_of(const Budget& budget, std::size_t distribution) {
    const Distribution& of = budget.distributions[distribution];
    const bool own = std::ranges::find(budget.participations, distribution, &Participation::distribution) !=
                     budget.participations.end();
    return own ? distribution : of.alternative.value_or(distribution);
}

class Matching {
 public:
    Matching(const Budget& budget, std::size_t distribution, Diagnostics& diagnostics)
        : budget_(budget),
          of_(budget.distributions[distribution]),
          index_(rows_of(budget, distribution)),
          diagnostics_(diagnostics),
          rate_units_(of_.rates.size()),
          lump_used_(of_.lumps.size()) {}

    std::optional<std::vector<Worker>> run() {
        const std::size_t before = diagnostics_.errors();
        std::vector<Worker> workers = collect();
        for (Worker& worker : workers) {
            for (Work& work : worker.works)
                price(work, budget_.members[worker.member]);
        }
        if (diagnostics_.errors() != before)
            return std::nullopt;
        unused();
        return workers;
    }

 private:
    std::vector<Worker> collect() const {
        using Same = std::tuple<std::string, std::string, WorkUnit>;
        std::map<std::size_t, Worker> by_member;
        std::map<std::pair<std::size_t, Same>, std::size_t> known;
        for (const Participation& row : budget_.participations) {
            if (row.distribution != index_)
                continue;
            Worker& worker = by_member[row.member];
            worker.member = row.member;
            const auto [at, fresh] =
                known.try_emplace({row.member, Same(row.role, row.band, row.unit)}, worker.works.size());
            if (fresh)
                worker.works.push_back({&row, {}, {}, {}});
            worker.works[at->second].done += Quotient(row.quantity);
        }
        std::vector<Worker> workers;
        for (auto& [member, worker] : by_member)
            workers.push_back(std::move(worker));
        return workers;
    }

    void price(Work& work, const Member& member) {
        if (work.first->unit == WorkUnit::count)
            lump(work);
        else
            rate(work, member);
    }

    void lump(Work& work) {
        const auto found = std::ranges::find(of_.lumps, work.first->role, &LumpSum::role);
        if (found == of_.lumps.end()) {
            diagnostics_.error("distribution.no-lump",
                               {tr("{distribution} has no lump sum for the role {role}"),
                                {{"distribution", of_.id}, {"role", work.first->role_typed}}},
                               work.first->place.span, Message{tr("add one, or say hours or points in this row"), {}},
                               {{of_.place.span, {tr("the distribution {distribution}"), {{"distribution", of_.id}}}}});
            return;
        }
        lump_used_[static_cast<std::size_t>(found - of_.lumps.begin())] = true;
        work.price = found->amount;
    }

    // How many of its conditions it meets; nothing where it does not meet one.
    static std::optional<int> fits(const WorkRate& rate, const Participation& row, const Member& member) {
        const std::pair<const std::string&, const std::string&> conditions[] = {
            {rate.role, row.role}, {rate.band, row.band}, {rate.trade, member.trade}};
        int met = 0;
        for (const auto& [wanted, given] : conditions) {
            if (!wanted.empty() && wanted != given)
                return std::nullopt;
            met += wanted.empty() ? 0 : 1;
        }
        return met;
    }

    void rate(Work& work, const Member& member) {
        const WorkRate* best = nullptr;
        const WorkRate* rival = nullptr;
        int most = -1;
        for (const WorkRate& rate : of_.rates) {
            const std::optional<int> met = fits(rate, *work.first, member);
            if (!met || *met < most)
                continue;
            rival = *met == most ? &rate : nullptr;
            best = *met == most ? best : &rate;
            most = *met;
        }
        if (rival != nullptr)
            diagnostics_.error("distribution.rates", {tr("two rates fit this row equally well"), {}},
                               work.first->place.span,
                               Message{tr("let one of them name more: role, band or profession"), {}},
                               {{best->place.span, {tr("one rate"), {}}}, {rival->place.span, {tr("the other"), {}}}});
        else if (best != nullptr)
            take(work, *best);
        else if (of_.rates.empty() && of_.envelope)
            find(work, Rate(1, 0));
        else
            no_rate(work);
    }

    void no_rate(const Work& work) {
        diagnostics_.error("distribution.no-rate",
                           {tr("{distribution} has no rate for this row"), {{"distribution", of_.id}}},
                           work.first->place.span,
                           Message{of_.rates.empty() ? tr("give the distribution rates, or an envelope from which one "
                                                          "rate for all is found")
                                                     : tr("add a rate that fits, or one without role, band and "
                                                          "profession for all others"),
                                   {}},
                           {{of_.place.span, {tr("the distribution {distribution}"), {{"distribution", of_.id}}}}});
    }

    void take(Work& work, const WorkRate& rate) {
        if (rate.rate) {
            work.price = rate.rate;
            const Participation*& first = rate_units_[static_cast<std::size_t>(&rate - of_.rates.data())];
            one_unit(first, *work.first);
            return;
        }
        rate_units_[static_cast<std::size_t>(&rate - of_.rates.data())] = work.first;
        if (of_.envelope)
            find(work, rate.weight);
        else if (!std::exchange(told_, true))
            diagnostics_.error(
                "distribution.envelope",
                {tr("the rate of {distribution} is to be found, but it has no envelope"), {{"distribution", of_.id}}},
                rate.place.span, Message{tr("give it an envelope, or type the rate"), {}});
    }

    void find(Work& work, Rate weight) {
        work.weight = Quotient(weight);
        one_unit(found_unit_, *work.first);
    }

    // An hour and a point have no rate in common.
    void one_unit(const Participation*& first, const Participation& row) {
        if (first == nullptr)
            first = &row;
        else if (first->unit != row.unit)
            diagnostics_.error("distribution.units", {tr("one rate cannot be of hours and of points"), {}},
                               row.place.span, Message{tr("give hours and points rates of their own, by role"), {}},
                               {{first->place.span, {tr("the same rate fits this row"), {}}}});
    }

    void unused() const {
        for (std::size_t i = 0; i < of_.rates.size(); ++i) {
            if (rate_units_[i] == nullptr)
                diagnostics_.warning("distribution.unused", {tr("no row of participation has this rate"), {}},
                                     of_.rates[i].place.span);
        }
        for (std::size_t i = 0; i < of_.lumps.size(); ++i) {
            if (!lump_used_[i])
                diagnostics_.warning("distribution.unused", {tr("no row of participation has this lump sum"), {}},
                                     of_.lumps[i].place.span);
        }
    }

    const Budget& budget_;
    const Distribution& of_;
    std::size_t index_;
    Diagnostics& diagnostics_;
    std::vector<const Participation*> rate_units_;  // by rate: the first row that has it
    std::vector<bool> lump_used_;
    const Participation* found_unit_ = nullptr;
    bool told_ = false;
};

}  // namespace

std::optional<std::vector<Worker>> workers_of(const Budget& budget, std::size_t distribution,
                                              Diagnostics& diagnostics) {
    return Matching(budget, distribution, diagnostics).run();
}

}  // namespace msp
