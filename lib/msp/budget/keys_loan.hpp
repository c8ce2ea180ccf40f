// SPDX-License-Identifier: MIT
// Private to the module: the keys of loans.
#pragma once

#include <msp/budget/choices.hpp>
#include <msp/budget/key.hpp>
#include <msp/budget/shared_keys.hpp>

#include <array>

namespace msp {

template <>
struct Keys<Section::loan> {
    static constexpr const char* name = "loan";
    static constexpr Phrase says = {"A loan", "Un emprunt"};
    static constexpr auto rows = std::to_array<Key>({
        asked_id_key,
        label_key,
        Key("entity", "entite", KeyType::reference, {"Who borrows.", "Entité qui emprunte."}),
        Key("bank", "banque", KeyType::reference,
            {"The account that receives and repays it.", "Le compte qui le reçoit et le rembourse."})
            .otherwise({"the only or first bank", "la seule banque, ou la première"}),
        Key("kind", "type", loan_kinds, {"How the capital is repaid.", "Mode de remboursement du capital."})
            .otherwise(LoanKind::constant_instalments),
        Key("amount", "montant", KeyType::amount,
            {"Capital lent. Where outstanding is given too, only the base of an insurance on the initial capital.",
             "Capital emprunté. Si restant_du est donné aussi, seulement l'assiette d'une assurance sur le capital "
             "initial."})
            .not_negative(),
        Key("outstanding", "restant_du", KeyType::amount,
            {"Capital still owed on the evening of date, for a loan that runs already.",
             "Capital restant dû le soir de date, pour un emprunt en cours."})
            .not_negative(),
        Key("date", "date", KeyType::date,
            {"Day the money is lent; of a running loan, the day outstanding is the one of.",
             "Jour du déblocage ; pour un emprunt en cours, jour du capital restant dû."})
            .needed(),
        Key("rate", "taux", KeyType::rate, {"Nominal yearly rate.", "Taux nominal annuel."})
            .in(unit::percent_a_year)
            .not_negative(),
        Key("basis", "base_jours", day_counts, {"How the days of a period count.", "Décompte des jours d'une période."})
            .otherwise(DayCount::thirty_360),
        Key("every", "tous_les", KeyType::frequency, Section::every,
            {"\"month\", \"quarter\", \"6 months\" or \"year\".", "\"mois\", \"trimestre\", \"6 mois\" ou \"an\"."})
            .otherwise(frequency_words.of(Every::month)),
        Key("instalments", "echeances", KeyType::integer,
            {"How many instalments are left, deferred ones included.",
             "Nombre d'échéances restantes, différé compris."})
            .in(unit::instalments)
            .between(1, 1200),
        Key("first", "premiere", KeyType::date,
            {"Day of the first instalment; a first period that is longer or shorter changes its interest only.",
             "Jour de la première échéance ; une première période plus longue ou plus courte ne change que ses "
             "intérêts."})
            .otherwise({"one period after the date of the loan", "une période après la date de l'emprunt"}),
        Key("day", "le", KeyType::day, {"Day of the month of the others.", "Jour du mois des suivantes."})
            .otherwise({"the day of the first instalment", "le jour de la première échéance"}),
        Key("deferral", "differe", KeyType::table, Section::deferral,
            {"First instalments without capital.", "Premières échéances sans capital."})
            .otherwise({"none", "aucun"}),
        Key("insurance", "assurance", KeyType::table, Section::insurance,
            {"Insurance of the borrower.", "Assurance emprunteur."})
            .otherwise({"none", "aucune"}),
        Key("drawdowns", "deblocages", KeyType::tables, Section::dated,
            {"The parts in which the capital is lent: date and amount, the first on date, in all amount.",
             "Les parts dans lesquelles le capital est versé : date et montant, la première à date, montant en tout."})
            .otherwise({"all of it on the date of the loan", "tout à la date de l'emprunt"}),
        Key("fees", "frais", KeyType::one_or_more, Section::loan_fees,
            {"What the bank charges once: its file, a guarantee.",
             "Ce que la banque prélève une fois : frais de dossier, garantie."})
            .otherwise({"none", "aucun"}),
        Key("schedule", "tableau", KeyType::path,
            {"The bank's own schedule, a CSV file with date, principal, interest, insurance; it wins, and differences "
             "are shown.",
             "Le tableau de la banque, un CSV avec date, capital, interets, assurance ; il l'emporte, et les écarts "
             "sont affichés."}),
        Key("shared", "cle", KeyType::reference,
            {"Key by which members share its interest, insurance and fees, for msp-charges; never its capital.",
             "Clé de répartition de ses intérêts, de son assurance et de ses frais entre les membres, pour msp-charges "
             "; "
             "jamais de son capital."})
            .otherwise({"the entity bears them", "l'entité les supporte"}),
        business_day_key,
        Key("delay", "delai", KeyType::delay,
            {"Moves the whole loan in time.", "Décale tout l'emprunt dans le temps."}),
        scale_key({"Multiplies the capital, rounded half up.", "Multiplie le capital, arrondi au centime."}),
        match_key,
    });
};

template <>
struct Keys<Section::deferral> {
    static constexpr const char* name = "deferral";
    static constexpr Phrase says = {"The deferral of a loan", "Le différé d'un emprunt"};
    static constexpr auto rows = std::to_array<Key>({
        Key("kind", "type", deferrals,
            {"partial: interest is paid; total: it is added to the capital.",
             "partiel : les intérêts sont payés ; total : ils s'ajoutent au capital."})
            .needed(),
        Key("instalments", "echeances", KeyType::integer, {"How many.", "Combien."})
            .in(unit::instalments)
            .between(1, 1200)
            .needed(),
    });
};

template <>
struct Keys<Section::insurance> {
    static constexpr const char* name = "insurance";
    static constexpr Phrase says = {"The insurance of a loan", "L'assurance d'un emprunt"};
    static constexpr auto rows = std::to_array<Key>({
        Key("rate", "taux", KeyType::rate, {"Yearly rate.", "Taux annuel."}).in(unit::percent_a_year).not_negative(),
        Key("base", "base", insurance_bases, {"Capital it is taken on.", "Capital sur lequel il est pris."})
            .otherwise(InsuranceBase::initial),
        Key("amount", "montant", KeyType::amount,
            {"Amount a month, instead of a rate; an instalment has it once for each month of its period.",
             "Montant par mois, au lieu d'un taux ; une échéance le compte une fois par mois de sa période."})
            .not_negative(),
    });
};

template <>
struct Keys<Section::loan_fees> {
    static constexpr const char* name = "loan_fees";
    static constexpr Phrase says = {"A fee of a loan", "Des frais d'un emprunt"};
    static constexpr auto rows = std::to_array<Key>({
        Key("amount", "montant", KeyType::amount, {"Amount, tax included.", "Montant TTC."}).not_negative().needed(),
        Key("date", "date", KeyType::date, {"The day it is paid.", "Le jour du paiement."})
            .otherwise({"the date of the loan", "la date de l'emprunt"}),
    });
};

}  // namespace msp
