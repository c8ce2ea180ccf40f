// SPDX-License-Identifier: MIT
// The enumerations that a key names by a word, each value beside its word.
#pragma once

#include <msp/law/aid.hpp>
#include <msp/law/category.hpp>
#include <msp/model/budget.hpp>
#include <msp/read/word.hpp>

namespace msp {

inline constexpr auto languages = words<Language>({{Language::french, "fr", "fr"}, {Language::english, "en", "en"}});

inline constexpr auto entity_forms = words<EntityForm>({{EntityForm::sisa, "SISA", "SISA"},
                                                        {EntityForm::scm, "SCM", "SCM"},
                                                        {EntityForm::sci, "SCI", "SCI"},
                                                        {EntityForm::association, "association", "association"},
                                                        {EntityForm::other, "other", "autre"}});
inline constexpr auto ways_of_books =
    words<Books>({{Books::cash, "cash", "recettes-depenses", {"cash", "recettes-dépenses"}},
                  {Books::accrual, "accrual", "engagement"}});
inline constexpr auto calendars = words<Holidays>(
    {{Holidays::france, "france", "france", {"France", "France"}},
     {Holidays::alsace_moselle, "alsace-moselle", "alsace-moselle", {"Alsace-Moselle", "Alsace-Moselle"}}});
inline constexpr auto rolls = words<Roll>({{Roll::none, "none", "aucun"},
                                           {Roll::next, "next", "suivant"},
                                           {Roll::previous, "previous", "precedent", {"previous", "précédent"}}});
inline constexpr auto states = words<State>({{State::hoped, "hoped", "espere", {"hoped for", "espéré"}},
                                             {State::assumed, "assumed", "suppose", {"assumed", "supposé"}},
                                             {State::planned, "planned", "prevu", {"planned", "prévu"}},
                                             {State::called, "called", "appele", {"called", "appelé"}},
                                             {State::notified, "notified", "notifie", {"notified", "notifié"}},
                                             {State::paid, "paid", "paye", {"paid", "payé"}}});
inline constexpr auto natures = words<Nature>({{Nature::charge, "charge", "charge"},
                                               {Nature::income, "income", "produit"},
                                               {Nature::capital, "capital", "capital"},
                                               {Nature::tax, "tax", "impot"},
                                               {Nature::transfer, "transfer", "virement"},
                                               {Nature::current_account, "current-account", "compte-courant"},
                                               {Nature::reserve, "reserve", "reserve"}});

inline constexpr auto grant_states = words<State>({{State::hoped, "hoped", "espere", {"hoped for", "espéré"}},
                                                   {State::notified, "notified", "notifie", {"notified", "notifié"}},
                                                   {State::paid, "paid", "paye", {"paid", "payé"}}});
inline constexpr auto aid_parts = words<AidFte>({{AidFte::whole, "1", "1"},
                                                 {AidFte::half, "1/2", "1/2"},
                                                 {AidFte::third, "1/3", "1/3"},
                                                 {AidFte::half, "0.5", "0.5"},
                                                 {AidFte::half, "0,5", "0,5"}});
inline constexpr auto aid_lists =
    words<AidList>({{AidList::below_p90, "below-p90", "moins-p90", {"below P90", "sous le P90"}},
                    {AidList::p90_to_p94, "p90-p94", "p90-p94", {"P90 to P94", "P90 à P94"}},
                    {AidList::p95, "p95", "p95", {"P95 and above", "P95 et plus"}}});

inline constexpr auto loan_kinds = words<LoanKind>(
    {{LoanKind::constant_instalments,
      "constant-instalments",
      "echeances-constantes",
      {"constant instalments", "échéances constantes"}},
     {LoanKind::constant_capital, "constant-capital", "capital-constant", {"constant capital", "capital constant"}},
     {LoanKind::bullet, "bullet", "in-fine", {"bullet", "in fine"}}});
inline constexpr auto day_counts = words<DayCount>({{DayCount::thirty_360, "30/360", "30/360"},
                                                    {DayCount::actual_365, "actual/365", "exact/365"},
                                                    {DayCount::actual_360, "actual/360", "exact/360"}});
inline constexpr auto deferrals =
    words<Deferral>({{Deferral::partial, "partial", "partiel"}, {Deferral::total, "total", "total"}});
inline constexpr auto insurance_bases = words<InsuranceBase>(
    {{InsuranceBase::initial, "initial", "initial", {"initial capital", "capital initial"}},
     {InsuranceBase::outstanding, "outstanding", "restant-du", {"outstanding capital", "capital restant dû"}}});

enum class EffortUnit { weight, euros };
inline constexpr auto effort_units =
    words<EffortUnit>({{EffortUnit::weight, "weight", "poids"}, {EffortUnit::euros, "euros", "euros"}});
inline constexpr auto recoveries = words<RecoveryKind>(
    {{RecoveryKind::offset, "offset", "compensation"}, {RecoveryKind::repayment, "repayment", "remboursement"}});
inline constexpr auto meetings_rules =
    words<MeetingsRule>({{MeetingsRule::prorated, "prorated", "au-prorata", {"prorated", "au prorata"}},
                         {MeetingsRule::required, "required", "exigees", {"required", "exigées"}}});
inline constexpr auto case_rate_rules =
    words<CaseRateRule>({{CaseRateRule::truncated, "truncated", "tronque", {"truncated", "tronqué"}},
                         {CaseRateRule::exact, "exact", "exact"}});
inline constexpr auto proration_units =
    words<ProrationUnit>({{ProrationUnit::days, "days", "jours"}, {ProrationUnit::months, "months", "mois"}});
inline constexpr auto software_starts = words<SoftwareFrom>(
    {{SoftwareFrom::acquisition, "acquisition", "acquisition"}, {SoftwareFrom::contract, "contract", "contrat"}});
inline constexpr auto concertation_starts =
    words<ConcertationFrom>({{ConcertationFrom::contract, "contract", "contrat"},
                             {ConcertationFrom::year, "year", "annee", {"year", "année"}}});
inline constexpr auto derogation_rules =
    words<DerogationRule>({{DerogationRule::tree, "tree", "arbre"}, {DerogationRule::full, "full", "totale"}});
inline constexpr auto countings =
    words<Counting>({{Counting::on_date, "on-date", "a-date", {"on the date", "à la date"}},
                     {Counting::by_days, "by-days", "au-prorata", {"by days", "au prorata"}}});
inline constexpr auto roundings =
    words<Rounding>({{Rounding::half_up, "half-up", "au-plus-proche", {"half up", "au plus proche"}},
                     {Rounding::half_even, "half-even", "au-pair", {"half even", "au pair"}},
                     {Rounding::toward_zero, "down", "tronque", {"down", "tronqué"}}});

}  // namespace msp
