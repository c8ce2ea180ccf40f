// SPDX-License-Identifier: MIT
#include <msp/io/keys.hpp>

#include <algorithm>
#include <array>

namespace msp {
namespace {

constexpr std::array language_words = {Word{"fr", "fr"}, Word{"en", "en"}};
constexpr std::array form_words = {Word{"SISA", "SISA"}, Word{"SCM", "SCM"}, Word{"SCI", "SCI"},
                                   Word{"association", "association"}, Word{"other", "autre"}};
constexpr std::array books_words = {Word{"cash", "recettes-depenses"}, Word{"accrual", "engagement"}};
constexpr std::array holiday_words = {Word{"france", "france"}, Word{"alsace-moselle", "alsace-moselle"}};
constexpr std::array roll_words = {Word{"none", "aucun"}, Word{"next", "suivant"}, Word{"previous", "precedent"}};
constexpr std::array state_words = {Word{"hoped", "espere"},   Word{"assumed", "suppose"},   Word{"planned", "prevu"},
                                    Word{"called", "appele"},  Word{"notified", "notifie"},  Word{"paid", "paye"}};
constexpr std::array grant_state_words = {Word{"hoped", "espere"}, Word{"notified", "notifie"}, Word{"paid", "paye"}};
constexpr std::array loan_words = {Word{"constant-instalments", "echeances-constantes"},
                                   Word{"constant-capital", "capital-constant"}, Word{"bullet", "in-fine"}};
constexpr std::array day_count_words = {Word{"30/360", "30/360"}, Word{"actual/365", "exact/365"},
                                        Word{"actual/360", "exact/360"}};
constexpr std::array deferral_words = {Word{"partial", "partiel"}, Word{"total", "total"}};
constexpr std::array insurance_words = {Word{"initial", "initial"}, Word{"outstanding", "restant-du"}};
constexpr std::array recovery_words = {Word{"offset", "compensation"}, Word{"repayment", "remboursement"}};
constexpr std::array nature_words = {Word{"charge", "charge"},     Word{"income", "produit"},
                                     Word{"capital", "capital"},   Word{"tax", "impot"},
                                     Word{"transfer", "virement"}, Word{"current-account", "compte-courant"},
                                     Word{"reserve", "reserve"}};

constexpr auto eur = "EUR";

constexpr std::array budget_keys = {
    Key{.english = "schema", .french = "schema", .type = KeyType::integer, .fallback = "1",
        .about_english = "Version of this format; 1 is the only one.",
        .about_french = "Version de ce format ; 1 est la seule."},
    Key{.english = "lang", .french = "langue", .type = KeyType::word, .words = language_words,
        .about_english = "Language of the results, where --lang does not say.",
        .about_french = "Langue des résultats, si --lang ne la donne pas."},
    Key{.english = "entity", .french = "entite", .type = KeyType::one_or_more, .child = Section::entity,
        .about_english = "The legal person, or several of them, each with an id.",
        .about_french = "La personne morale, ou plusieurs, chacune avec un id."},
    Key{.english = "bank", .french = "banque", .type = KeyType::one_or_more, .child = Section::bank, .required = true,
        .about_english = "The bank account, or several of them, each with an id.",
        .about_french = "Le compte bancaire, ou plusieurs, chacun avec un id."},
    Key{.english = "forecast", .french = "prevision", .type = KeyType::table, .child = Section::forecast,
        .about_english = "The period shown.", .about_french = "La période affichée."},
    Key{.english = "expense", .french = "charge", .type = KeyType::tables, .child = Section::line,
        .about_english = "Payments: one table a line.", .about_french = "Décaissements : une table par ligne."},
    Key{.english = "income", .french = "produit", .type = KeyType::tables, .child = Section::line,
        .about_english = "Receipts: one table a line.", .about_french = "Encaissements : une table par ligne."},
    Key{.english = "transfer", .french = "virement", .type = KeyType::tables, .child = Section::line,
        .about_english = "Transfers between two banks of one entity.",
        .about_french = "Virements entre deux comptes d'une même entité."},
    Key{.english = "grant", .french = "subvention", .type = KeyType::tables, .child = Section::grant,
        .about_english = "Grants and their instalments.", .about_french = "Subventions et leurs versements."},
    Key{.english = "loan", .french = "emprunt", .type = KeyType::tables, .child = Section::loan,
        .about_english = "Loans.", .about_french = "Emprunts."},
    Key{.english = "aci", .french = "aci", .type = KeyType::table, .child = Section::aci,
        .about_english = "The ACI, typed by hand.", .about_french = "L'ACI, saisie à la main."},
    Key{.english = "member", .french = "membre", .type = KeyType::tables, .child = Section::member,
        .about_english = "The people, one dated record each.",
        .about_french = "Les personnes, une fiche datée chacune."},
    Key{.english = "category", .french = "categorie", .type = KeyType::tables, .child = Section::category,
        .about_english = "Categories added to the shipped catalogue.",
        .about_french = "Catégories ajoutées au catalogue livré."},
    Key{.english = "files", .french = "fichiers", .type = KeyType::table, .child = Section::files,
        .about_english = "CSV files with lines or people, beside the budget.",
        .about_french = "Fichiers CSV de lignes ou de personnes, à côté du budget."},
    Key{.english = "scenario", .french = "scenario", .type = KeyType::tables, .child = Section::scenario,
        .about_english = "Overlays on this budget.", .about_french = "Variantes posées sur ce budget."},
};

constexpr std::array forecast_keys = {
    Key{.english = "from", .french = "du", .type = KeyType::month, .fallback = "as-of",
        .about_english = "First month shown.", .about_french = "Premier mois affiché."},
    Key{.english = "months", .french = "mois", .type = KeyType::integer, .unit = "months", .fallback = "12",
        .about_english = "How many months, 1 to 1,200.", .about_french = "Nombre de mois, de 1 à 1 200."},
};

constexpr std::array entity_keys = {
    Key{.english = "id", .french = "id", .type = KeyType::id, .fallback = "main",
        .about_english = "Name in CSV and references.", .about_french = "Nom dans les CSV et les renvois."},
    Key{.english = "name", .french = "nom", .type = KeyType::text,
        .about_english = "Name in full.", .about_french = "Nom complet."},
    Key{.english = "form", .french = "forme", .type = KeyType::word, .words = form_words, .fallback = "SISA",
        .about_english = "Legal form.", .about_french = "Forme juridique."},
    Key{.english = "siren", .french = "siren", .type = KeyType::text,
        .about_english = "Nine digits in quotes; the check digit is verified.",
        .about_french = "Neuf chiffres entre guillemets ; la clé est vérifiée."},
    Key{.english = "year_end", .french = "cloture", .type = KeyType::month_day, .fallback = "12-31",
        .about_english = "Last day of the financial year, month-day.",
        .about_french = "Dernier jour de l'exercice, mois-jour."},
    Key{.english = "books", .french = "comptabilite", .type = KeyType::word, .words = books_words, .fallback = "cash",
        .about_english = "How the books are kept.", .about_french = "Tenue de la comptabilité."},
    Key{.english = "holidays", .french = "jours_feries", .type = KeyType::word, .words = holiday_words,
        .fallback = "france", .about_english = "Public holidays that are no business days.",
        .about_french = "Jours fériés, qui ne sont pas ouvrés."},
};

constexpr std::array bank_keys = {
    Key{.english = "id", .french = "id", .type = KeyType::id, .fallback = "main",
        .about_english = "Name in CSV and references; required where there are several.",
        .about_french = "Nom dans les CSV et les renvois ; obligatoire s'il y en a plusieurs."},
    Key{.english = "entity", .french = "entite", .type = KeyType::reference,
        .about_english = "Whose account it is; required where there are several entities.",
        .about_french = "Titulaire du compte ; obligatoire s'il y a plusieurs entités."},
    Key{.english = "name", .french = "nom", .type = KeyType::text,
        .about_english = "Name in full.", .about_french = "Nom complet."},
    Key{.english = "opening", .french = "solde", .type = KeyType::amount, .required = true, .unit = eur,
        .about_english = "Balance on the evening before date.", .about_french = "Solde la veille au soir de date."},
    Key{.english = "date", .french = "date", .type = KeyType::date, .required = true,
        .about_english = "First day of the plan for this account.",
        .about_french = "Premier jour du plan pour ce compte."},
    Key{.english = "overdraft", .french = "decouvert", .type = KeyType::amount, .unit = eur, .fallback = "0.00",
        .about_english = "Overdraft agreed by the bank, a positive amount.",
        .about_french = "Découvert autorisé par la banque, montant positif."},
    Key{.english = "floor", .french = "plancher", .type = KeyType::amount, .unit = eur, .fallback = "0.00",
        .about_english = "Balance below which to alert.", .about_french = "Solde sous lequel alerter."},
    Key{.english = "overdraft_rate", .french = "taux_decouvert", .type = KeyType::rate, .unit = "% a year",
        .about_english = "Where given, overdraft fees are planned: the sum of the negative day-end balances × rate / 365, "
                         "half up, on the last day of each quarter.",
        .about_french = "Si donné, les agios sont prévus : somme des soldes négatifs en fin de journée × taux / 365, "
                        "arrondie au centime (demi vers le haut), le dernier jour de chaque trimestre."},
};

constexpr std::array line_keys = {
    Key{.english = "id", .french = "id", .type = KeyType::id, .required = true,
        .about_english = "Name in CSV, scenarios and questions, unique in the budget.",
        .about_french = "Nom dans les CSV, scénarios et questions, unique dans le budget."},
    Key{.english = "label", .french = "libelle", .type = KeyType::text, .fallback = "id",
        .about_english = "Words for the reader.", .about_french = "Intitulé pour le lecteur."},
    Key{.english = "category", .french = "categorie", .type = KeyType::reference,
        .about_english = "Id of a category; a line without one is a warning.",
        .about_french = "Id d'une catégorie ; une ligne sans catégorie donne un avertissement."},
    Key{.english = "entity", .french = "entite", .type = KeyType::reference,
        .about_english = "Whose line it is; its first bank is meant.",
        .about_french = "Entité concernée ; sa première banque est utilisée."},
    Key{.english = "bank", .french = "banque", .type = KeyType::reference, .fallback = "the only or first bank",
        .about_english = "The account that pays or receives.", .about_french = "Le compte qui paie ou reçoit."},
    Key{.english = "amount", .french = "montant", .type = KeyType::amount, .unit = eur,
        .about_english = "One payment, tax included, positive; a refund is negative.",
        .about_french = "Un paiement, TTC, positif ; un remboursement est négatif."},
    Key{.english = "annual", .french = "annuel", .type = KeyType::amount, .unit = eur,
        .about_english = "The amount of twelve months, spread over its instalments: equal, the last one taking the "
                         "difference.",
        .about_french = "Le montant de douze mois, réparti sur ses échéances : égales, la dernière prenant la "
                        "différence."},
    Key{.english = "amounts", .french = "montants", .type = KeyType::tables, .child = Section::dated,
        .about_english = "Dated amounts, instead of a rule.", .about_french = "Montants datés, au lieu d'une règle."},
    Key{.english = "every", .french = "tous_les", .type = KeyType::frequency, .child = Section::every,
        .about_english = "\"month\", \"quarter\", \"year\", \"2 months\", \"once\", or { months = [1, 6] }.",
        .about_french = "\"mois\", \"trimestre\", \"an\", \"2 mois\", \"une-fois\", ou { mois = [1, 6] }."},
    Key{.english = "day", .french = "le", .type = KeyType::day,
        .about_english = "Day of the month, 1 to 31, or \"last\"; 31 is the last day of a shorter month.",
        .about_french = "Jour du mois, de 1 à 31, ou \"dernier\" ; 31 est le dernier jour d'un mois plus court."},
    Key{.english = "date", .french = "date", .type = KeyType::date,
        .about_english = "The day of a single payment.", .about_french = "Le jour d'un paiement unique."},
    Key{.english = "from", .french = "du", .type = KeyType::date_or_month,
        .about_english = "First day or month it can fall due; the months of a rule count from it. Absent: no limit, and "
                         "the months count from January.",
        .about_french = "Premier jour ou mois d'échéance ; les mois d'une règle se comptent à partir de lui. Absent : "
                        "sans limite, et les mois se comptent à partir de janvier."},
    Key{.english = "until", .french = "au", .type = KeyType::date_or_month,
        .about_english = "Last day or month it can fall due.", .about_french = "Dernier jour ou mois d'échéance."},
    Key{.english = "business_day", .french = "jour_ouvre", .type = KeyType::word, .words = roll_words,
        .fallback = "none", .about_english = "Which business day to take where the day is none.",
        .about_french = "Quel jour ouvré prendre quand le jour ne l'est pas."},
    Key{.english = "delay", .french = "delai", .type = KeyType::delay,
        .about_english = "From due to paid: \"30 days\", \"2 months\", \"45 days end of month\"; may be negative.",
        .about_french = "De l'échéance au paiement : \"30 jours\", \"2 mois\", \"45 jours fin de mois\" ; peut être "
                        "négatif."},
    Key{.english = "index", .french = "indexation", .type = KeyType::revisions, .child = Section::index,
        .about_english = "Revisions of the amount, each rounded half up to the cent: a table, or a list of dated rates.",
        .about_french = "Révisions du montant, chacune arrondie au centime : une table, ou une liste de taux datés."},
    Key{.english = "exercise", .french = "exercice", .type = KeyType::exercise, .fallback = "same",
        .about_english = "Financial year it belongs to: \"same\" as the due day, \"previous\", \"next\", or a year.",
        .about_french = "Exercice de rattachement : \"meme\" que l'échéance, \"precedent\", \"suivant\", ou une année."},
    Key{.english = "scale", .french = "coefficient", .type = KeyType::rate, .unit = "%", .fallback = "100 %",
        .about_english = "Multiplies each amount, rounded half up; written by a scenario's shift.",
        .about_french = "Multiplie chaque montant, arrondi au centime ; écrit par le decaler d'un scénario."},
    Key{.english = "paid_to", .french = "verse_a", .type = KeyType::reference,
        .about_english = "Bank or entity of this budget that receives it.",
        .about_french = "Banque ou entité de ce budget qui le reçoit."},
    Key{.english = "arrives", .french = "arrive", .type = KeyType::delay, .fallback = "the same day",
        .about_english = "From leaving the one account to reaching the other.",
        .about_french = "De la sortie d'un compte à l'arrivée sur l'autre."},
    Key{.english = "received_as", .french = "recu_comme", .type = KeyType::reference,
        .about_english = "Category of the receipt at the other end.",
        .about_french = "Catégorie de l'encaissement à l'autre bout."},
    Key{.english = "state", .french = "etat", .type = KeyType::word, .words = state_words, .fallback = "planned",
        .about_english = "How sure it is; hoped-for money counts only with --count hoped.",
        .about_french = "Degré de certitude ; l'argent espéré ne compte qu'avec --count hoped."},
    Key{.english = "shared", .french = "cle", .type = KeyType::text,
        .about_english = "Key by which members share it, for msp-charges.",
        .about_french = "Clé de répartition entre les membres, pour msp-charges."},
    Key{.english = "match", .french = "comptes", .type = KeyType::texts,
        .about_english = "Account prefixes of the accounting export, for msp-actuals.",
        .about_french = "Préfixes de comptes de l'export comptable, pour msp-actuals."},
};

constexpr std::array every_keys = {
    Key{.english = "months", .french = "mois", .type = KeyType::integers, .required = true,
        .about_english = "Months of the year, 1 to 12.", .about_french = "Mois de l'année, de 1 à 12."},
};

constexpr std::array index_keys = {
    Key{.english = "rate", .french = "taux", .type = KeyType::rate, .unit = "%",
        .about_english = "Rise at each revision.", .about_french = "Hausse à chaque révision."},
    Key{.english = "each", .french = "chaque", .type = KeyType::month_day, .fallback = "01-01",
        .about_english = "Day of the yearly revision, month-day.",
        .about_french = "Jour de la révision annuelle, mois-jour."},
    Key{.english = "since", .french = "depuis", .type = KeyType::date, .fallback = "from, else the bank's date",
        .about_english = "The amount is the one of this day; revisions come after it.",
        .about_french = "Le montant est celui de ce jour ; les révisions viennent après."},
    Key{.english = "steps", .french = "paliers", .type = KeyType::tables, .child = Section::revision,
        .about_english = "Dated rates, instead of rate and each.",
        .about_french = "Taux datés, au lieu de taux et chaque."},
};

constexpr std::array revision_keys = {
    Key{.english = "date", .french = "date", .type = KeyType::date, .required = true,
        .about_english = "First day of the new amount.", .about_french = "Premier jour du nouveau montant."},
    Key{.english = "rate", .french = "taux", .type = KeyType::rate, .required = true, .unit = "%",
        .about_english = "Rise over the amount before.", .about_french = "Hausse par rapport au montant précédent."},
};

constexpr std::array dated_keys = {
    Key{.english = "date", .french = "date", .type = KeyType::date, .required = true,
        .about_english = "Day.", .about_french = "Jour."},
    Key{.english = "amount", .french = "montant", .type = KeyType::amount, .required = true, .unit = eur,
        .about_english = "Amount.", .about_french = "Montant."},
};

constexpr std::array grant_keys = {
    Key{.english = "id", .french = "id", .type = KeyType::id, .required = true,
        .about_english = "Name in CSV, scenarios and questions.",
        .about_french = "Nom dans les CSV, scénarios et questions."},
    Key{.english = "label", .french = "libelle", .type = KeyType::text, .fallback = "id",
        .about_english = "Words for the reader.", .about_french = "Intitulé pour le lecteur."},
    Key{.english = "category", .french = "categorie", .type = KeyType::reference, .fallback = "grant",
        .about_english = "Id of a category.", .about_french = "Id d'une catégorie."},
    Key{.english = "entity", .french = "entite", .type = KeyType::reference,
        .about_english = "Who receives it.", .about_french = "Entité bénéficiaire."},
    Key{.english = "bank", .french = "banque", .type = KeyType::reference, .fallback = "the only or first bank",
        .about_english = "The account that receives it.", .about_french = "Le compte qui la reçoit."},
    Key{.english = "amount", .french = "montant", .type = KeyType::amount, .unit = eur,
        .about_english = "The whole grant, of one year where it is yearly; absent: the sum of its instalments.",
        .about_french = "Toute la subvention, d'une année si elle est annuelle ; absent : la somme des versements."},
    Key{.english = "state", .french = "etat", .type = KeyType::word, .words = grant_state_words, .fallback = "notified",
        .about_english = "\"hoped\", \"notified\" or \"paid\"; hoped-for money counts only with --count hoped.",
        .about_french = "\"espere\", \"notifie\" ou \"paye\" ; l'argent espéré ne compte qu'avec --count hoped."},
    Key{.english = "date", .french = "date", .type = KeyType::date,
        .about_english = "The day of a grant paid at once.", .about_french = "Le jour d'une subvention versée en une fois."},
    Key{.english = "instalments", .french = "versements", .type = KeyType::tables, .child = Section::grant_instalment,
        .about_english = "How it is paid, in euros or shares.",
        .about_french = "Comment elle est versée, en euros ou en parts."},
    Key{.english = "every", .french = "tous_les", .type = KeyType::frequency, .child = Section::every,
        .about_english = "\"year\" for a grant that comes back each calendar year.",
        .about_french = "\"an\" pour une subvention qui revient chaque année civile."},
    Key{.english = "from", .french = "du", .type = KeyType::date_or_month,
        .about_english = "First year of a yearly grant, as a date or month.",
        .about_french = "Première année d'une subvention annuelle, en date ou mois."},
    Key{.english = "until", .french = "au", .type = KeyType::date_or_month,
        .about_english = "Last year of a yearly grant.", .about_french = "Dernière année d'une subvention annuelle."},
    Key{.english = "exercise", .french = "exercice", .type = KeyType::integer,
        .fallback = "the grant's year, or each date's",
        .about_english = "Financial year it belongs to.", .about_french = "Exercice de rattachement."},
    Key{.english = "business_day", .french = "jour_ouvre", .type = KeyType::word, .words = roll_words,
        .fallback = "none", .about_english = "Which business day to take where the day is none.",
        .about_french = "Quel jour ouvré prendre quand le jour ne l'est pas."},
    Key{.english = "delay", .french = "delai", .type = KeyType::delay,
        .about_english = "From due to received.", .about_french = "De l'échéance à l'encaissement."},
    Key{.english = "scale", .french = "coefficient", .type = KeyType::rate, .unit = "%", .fallback = "100 %",
        .about_english = "Multiplies each instalment, rounded half up.",
        .about_french = "Multiplie chaque versement, arrondi au centime."},
};

constexpr std::array grant_instalment_keys = {
    Key{.english = "amount", .french = "montant", .type = KeyType::amount, .unit = eur,
        .about_english = "In euros.", .about_french = "En euros."},
    Key{.english = "share", .french = "part", .type = KeyType::share, .unit = "%",
        .about_english = "A share of the grant, rounded half up, or \"rest\".",
        .about_french = "Une part de la subvention, arrondie au centime, ou \"solde\"."},
    Key{.english = "date", .french = "date", .type = KeyType::date,
        .about_english = "Day it is due, for a grant paid once.",
        .about_french = "Jour d'échéance, pour une subvention versée une fois."},
    Key{.english = "day", .french = "le", .type = KeyType::month_day,
        .about_english = "Month-day it is due, for a yearly grant.",
        .about_french = "Mois-jour d'échéance, pour une subvention annuelle."},
    Key{.english = "years", .french = "annees", .type = KeyType::integer, .unit = "years", .fallback = "0",
        .about_english = "Years after the grant's year.", .about_french = "Années après l'année de la subvention."},
    Key{.english = "state", .french = "etat", .type = KeyType::word, .words = grant_state_words, .fallback = "the grant's",
        .about_english = "State of this instalment.", .about_french = "État de ce versement."},
};

constexpr std::array loan_keys = {
    Key{.english = "id", .french = "id", .type = KeyType::id, .required = true,
        .about_english = "Name in CSV, scenarios and questions.",
        .about_french = "Nom dans les CSV, scénarios et questions."},
    Key{.english = "label", .french = "libelle", .type = KeyType::text, .fallback = "id",
        .about_english = "Words for the reader.", .about_french = "Intitulé pour le lecteur."},
    Key{.english = "entity", .french = "entite", .type = KeyType::reference,
        .about_english = "Who borrows.", .about_french = "Entité qui emprunte."},
    Key{.english = "bank", .french = "banque", .type = KeyType::reference, .fallback = "the only or first bank",
        .about_english = "The account that receives and repays it.",
        .about_french = "Le compte qui le reçoit et le rembourse."},
    Key{.english = "kind", .french = "type", .type = KeyType::word, .words = loan_words,
        .fallback = "constant-instalments", .about_english = "How the capital is repaid.",
        .about_french = "Mode de remboursement du capital."},
    Key{.english = "amount", .french = "montant", .type = KeyType::amount, .unit = eur,
        .about_english = "Capital lent. Where outstanding is given too, only the base of an insurance on the initial "
                         "capital.",
        .about_french = "Capital emprunté. Si restant_du est donné aussi, seulement l'assiette d'une assurance sur le "
                        "capital initial."},
    Key{.english = "outstanding", .french = "restant_du", .type = KeyType::amount, .unit = eur,
        .about_english = "Capital still owed on the evening of date, for a loan that runs already.",
        .about_french = "Capital restant dû le soir de date, pour un emprunt en cours."},
    Key{.english = "date", .french = "date", .type = KeyType::date, .required = true,
        .about_english = "Day the money is lent; of a running loan, the day outstanding is the one of.",
        .about_french = "Jour du déblocage ; pour un emprunt en cours, jour du capital restant dû."},
    Key{.english = "rate", .french = "taux", .type = KeyType::rate, .unit = "% a year",
        .about_english = "Nominal yearly rate.", .about_french = "Taux nominal annuel."},
    Key{.english = "basis", .french = "base_jours", .type = KeyType::word, .words = day_count_words,
        .fallback = "30/360", .about_english = "How the days of a period count.",
        .about_french = "Décompte des jours d'une période."},
    Key{.english = "every", .french = "tous_les", .type = KeyType::frequency, .child = Section::every,
        .fallback = "month", .about_english = "\"month\", \"quarter\", \"6 months\" or \"year\".",
        .about_french = "\"mois\", \"trimestre\", \"6 mois\" ou \"an\"."},
    Key{.english = "instalments", .french = "echeances", .type = KeyType::integer,
        .about_english = "How many instalments are left, deferred ones included.",
        .about_french = "Nombre d'échéances restantes, différé compris."},
    Key{.english = "first", .french = "premiere", .type = KeyType::date, .fallback = "one period after date",
        .about_english = "Day of the first instalment; a first period that is longer or shorter changes its interest "
                         "only.",
        .about_french = "Jour de la première échéance ; une première période plus longue ou plus courte ne change que "
                        "ses intérêts."},
    Key{.english = "day", .french = "le", .type = KeyType::day, .fallback = "the day of first",
        .about_english = "Day of the month of the others.", .about_french = "Jour du mois des suivantes."},
    Key{.english = "deferral", .french = "differe", .type = KeyType::table, .child = Section::deferral,
        .about_english = "First instalments without capital.", .about_french = "Premières échéances sans capital."},
    Key{.english = "insurance", .french = "assurance", .type = KeyType::table, .child = Section::insurance,
        .about_english = "Insurance of the borrower.", .about_french = "Assurance emprunteur."},
    Key{.english = "schedule", .french = "tableau", .type = KeyType::path,
        .about_english = "The bank's own schedule, a CSV file with date, principal, interest, insurance; it wins, and "
                         "differences are shown.",
        .about_french = "Le tableau de la banque, un CSV avec date, capital, interets, assurance ; il l'emporte, et les "
                        "écarts sont affichés."},
    Key{.english = "business_day", .french = "jour_ouvre", .type = KeyType::word, .words = roll_words,
        .fallback = "none", .about_english = "Which business day to take where the day is none.",
        .about_french = "Quel jour ouvré prendre quand le jour ne l'est pas."},
    Key{.english = "delay", .french = "delai", .type = KeyType::delay,
        .about_english = "Moves the whole loan in time.", .about_french = "Décale tout l'emprunt dans le temps."},
    Key{.english = "scale", .french = "coefficient", .type = KeyType::rate, .unit = "%", .fallback = "100 %",
        .about_english = "Multiplies the capital, rounded half up.",
        .about_french = "Multiplie le capital, arrondi au centime."},
};

constexpr std::array bank_row_keys = {
    Key{.english = "date", .french = "date", .type = KeyType::date, .required = true,
        .about_english = "Due day.", .about_french = "Jour d'échéance."},
    Key{.english = "principal", .french = "capital", .type = KeyType::amount, .required = true, .unit = eur,
        .about_english = "Capital repaid.", .about_french = "Capital amorti."},
    Key{.english = "interest", .french = "interets", .type = KeyType::amount, .required = true, .unit = eur,
        .about_english = "Interest.", .about_french = "Intérêts."},
    Key{.english = "insurance", .french = "assurance", .type = KeyType::amount, .unit = eur, .fallback = "0.00",
        .about_english = "Insurance.", .about_french = "Assurance."},
    Key{.english = "payment", .french = "echeance", .type = KeyType::amount, .unit = eur,
        .about_english = "The whole instalment; must be the sum of the others.",
        .about_french = "Toute l'échéance ; doit être la somme des autres."},
    Key{.english = "outstanding", .french = "restant_du", .type = KeyType::amount, .unit = eur,
        .about_english = "Capital owed after it; must agree with the rows before.",
        .about_french = "Capital restant dû après elle ; doit concorder avec les lignes précédentes."},
};

constexpr std::array deferral_keys = {
    Key{.english = "kind", .french = "type", .type = KeyType::word, .words = deferral_words, .required = true,
        .about_english = "partial: interest is paid; total: it is added to the capital.",
        .about_french = "partiel : les intérêts sont payés ; total : ils s'ajoutent au capital."},
    Key{.english = "instalments", .french = "echeances", .type = KeyType::integer, .required = true,
        .about_english = "How many.", .about_french = "Combien."},
};

constexpr std::array insurance_keys = {
    Key{.english = "rate", .french = "taux", .type = KeyType::rate, .required = true, .unit = "% a year",
        .about_english = "Yearly rate.", .about_french = "Taux annuel."},
    Key{.english = "base", .french = "base", .type = KeyType::word, .words = insurance_words, .fallback = "initial",
        .about_english = "Capital it is taken on.", .about_french = "Capital sur lequel il est pris."},
};

constexpr std::array aci_keys = {
    Key{.english = "entity", .french = "entite", .type = KeyType::reference, .fallback = "the first SISA",
        .about_english = "Who receives it.", .about_french = "Entité bénéficiaire."},
    Key{.english = "bank", .french = "banque", .type = KeyType::reference, .fallback = "its first bank",
        .about_english = "The account that receives it.", .about_french = "Le compte qui la reçoit."},
    Key{.english = "year", .french = "annee", .type = KeyType::tables, .child = Section::aci_year,
        .about_english = "One table an exercise.", .about_french = "Une table par exercice."},
};

constexpr std::array aci_year_keys = {
    Key{.english = "year", .french = "annee", .type = KeyType::integer, .required = true,
        .about_english = "The exercise N.", .about_french = "L'exercice N."},
    Key{.english = "notified", .french = "notifie", .type = KeyType::amount, .unit = eur,
        .about_english = "The whole year's remuneration; the balance is what the advance leaves of it.",
        .about_french = "La rémunération de toute l'année ; le solde est ce qu'en laisse l'avance."},
    Key{.english = "advance", .french = "avance", .type = KeyType::table, .child = Section::aci_item,
        .about_english = "The advance, by 30 April N.", .about_french = "L'avance, au plus tard le 30 avril N."},
    Key{.english = "balance", .french = "solde", .type = KeyType::table, .child = Section::aci_item,
        .about_english = "The balance, by 30 April N+1.", .about_french = "Le solde, au plus tard le 30 avril N+1."},
};

constexpr std::array aci_item_keys = {
    Key{.english = "expected", .french = "prevu_le", .type = KeyType::date, .fallback = "30 April",
        .about_english = "Day it is counted on.", .about_french = "Jour où il est attendu."},
    Key{.english = "notified", .french = "notifie", .type = KeyType::amount, .unit = eur,
        .about_english = "Amount the CPAM has notified.", .about_french = "Montant notifié par la CPAM."},
    Key{.english = "amount", .french = "montant", .type = KeyType::amount, .unit = eur,
        .about_english = "Amount assumed, where none is notified.",
        .about_french = "Montant supposé, si aucun n'est notifié."},
    Key{.english = "received", .french = "recu", .type = KeyType::one_or_more, .child = Section::dated,
        .about_english = "What has come, with its days.", .about_french = "Ce qui est arrivé, avec ses jours."},
    Key{.english = "closed", .french = "clos", .type = KeyType::boolean, .fallback = "false",
        .about_english = "Nothing more will come of it.", .about_french = "Rien de plus n'en viendra."},
    Key{.english = "recovery", .french = "reprise", .type = KeyType::table, .child = Section::recovery,
        .about_english = "What was overpaid and is taken back.", .about_french = "Le trop-perçu repris."},
    Key{.english = "delay", .french = "delai", .type = KeyType::delay,
        .about_english = "Added to expected.", .about_french = "Ajouté à prevu_le."},
    Key{.english = "scale", .french = "coefficient", .type = KeyType::rate, .unit = "%", .fallback = "100 %",
        .about_english = "Multiplies the amount, rounded half up.",
        .about_french = "Multiplie le montant, arrondi au centime."},
};

constexpr std::array recovery_keys = {
    Key{.english = "amount", .french = "montant", .type = KeyType::amount, .required = true, .unit = eur,
        .about_english = "Positive.", .about_french = "Positif."},
    Key{.english = "date", .french = "date", .type = KeyType::date, .required = true,
        .about_english = "Day it leaves, or is held back.", .about_french = "Jour où il part, ou est retenu."},
    Key{.english = "by", .french = "par", .type = KeyType::word, .words = recovery_words, .required = true,
        .about_english = "offset: held back from another payment; repayment: paid back.",
        .about_french = "compensation : retenu sur un autre versement ; remboursement : reversé."},
};

constexpr std::array member_keys = {
    Key{.english = "id", .french = "id", .type = KeyType::id, .required = true,
        .about_english = "Name in CSV and references.", .about_french = "Nom dans les CSV et les renvois."},
    Key{.english = "name", .french = "nom", .type = KeyType::text, .fallback = "id",
        .about_english = "Name in full.", .about_french = "Nom complet."},
    Key{.english = "profession", .french = "profession", .type = KeyType::text,
        .about_english = "Profession.", .about_french = "Profession."},
    Key{.english = "entity", .french = "entite", .type = KeyType::reference,
        .about_english = "The entity they belong to.", .about_french = "L'entité dont la personne est membre."},
    Key{.english = "in", .french = "entree", .type = KeyType::date,
        .about_english = "First day present.", .about_french = "Premier jour présent."},
    Key{.english = "out", .french = "sortie", .type = KeyType::date,
        .about_english = "Last day present.", .about_french = "Dernier jour présent."},
    Key{.english = "associate", .french = "associe", .type = KeyType::boolean, .fallback = "true",
        .about_english = "Whether they hold shares of the company.",
        .about_french = "Si la personne est associée de la société."},
    Key{.english = "patients", .french = "patients", .type = KeyType::integer,
        .about_english = "Patients who declared this doctor.",
        .about_french = "Patients ayant déclaré ce médecin traitant."},
    Key{.english = "shares", .french = "parts", .type = KeyType::integer,
        .about_english = "Shares of the company.", .about_french = "Parts sociales."},
    Key{.english = "fte", .french = "etp", .type = KeyType::quantity,
        .about_english = "Full-time equivalent.", .about_french = "Équivalent temps plein."},
    Key{.english = "surface", .french = "surface", .type = KeyType::quantity, .unit = "m²",
        .about_english = "Private surface, such as \"18.5 m2\".",
        .about_french = "Surface privative, comme \"18,5 m2\"."},
};

constexpr std::array category_keys = {
    Key{.english = "id", .french = "id", .type = KeyType::id, .required = true,
        .about_english = "Name in CSV and references.", .about_french = "Nom dans les CSV et les renvois."},
    Key{.english = "label", .french = "libelle", .type = KeyType::text, .fallback = "id",
        .about_english = "Words for the reader.", .about_french = "Intitulé pour le lecteur."},
    Key{.english = "account", .french = "compte", .type = KeyType::text,
        .about_english = "Account prefix.", .about_french = "Préfixe de compte."},
    Key{.english = "grant_line", .french = "ligne_cerfa", .type = KeyType::text,
        .about_english = "Line of the CERFA grant budget.", .about_french = "Ligne du budget CERFA de subvention."},
    Key{.english = "tax_line", .french = "ligne_fiscale", .type = KeyType::text,
        .about_english = "Line of form 2035 or 2036.", .about_french = "Ligne de la 2035 ou 2036."},
    Key{.english = "nature", .french = "nature", .type = KeyType::word, .words = nature_words, .fallback = "charge",
        .about_english = "Nature of the money.", .about_french = "Nature du mouvement."},
};

constexpr std::array files_keys = {
    Key{.english = "expense", .french = "charge", .type = KeyType::paths,
        .about_english = "CSV files of expense lines, one a row.",
        .about_french = "Fichiers CSV de charges, une par ligne."},
    Key{.english = "income", .french = "produit", .type = KeyType::paths,
        .about_english = "CSV files of income lines.", .about_french = "Fichiers CSV de produits."},
    Key{.english = "member", .french = "membre", .type = KeyType::paths,
        .about_english = "CSV files of people.", .about_french = "Fichiers CSV de personnes."},
};

constexpr std::array scenario_keys = {
    Key{.english = "id", .french = "id", .type = KeyType::id, .required = true,
        .about_english = "Name for --scenario.", .about_french = "Nom pour --scenario."},
    Key{.english = "label", .french = "libelle", .type = KeyType::text, .fallback = "id",
        .about_english = "Words for the reader.", .about_french = "Intitulé pour le lecteur."},
    Key{.english = "based_on", .french = "base_sur", .type = KeyType::reference,
        .about_english = "Another scenario that is applied before.",
        .about_french = "Un autre scénario, appliqué avant."},
    Key{.english = "change", .french = "modifier", .type = KeyType::tables, .child = Section::change, .required = true,
        .about_english = "What differs, in order.", .about_french = "Ce qui change, dans l'ordre."},
};

constexpr std::array change_keys = {
    Key{.english = "set", .french = "mettre", .type = KeyType::text,
        .about_english = "Path of a value, such as expense.software.amount; with to.",
        .about_french = "Chemin d'une valeur, comme charge.logiciel.montant ; avec a."},
    Key{.english = "add", .french = "ajouter", .type = KeyType::text,
        .about_english = "Kind of a new entry, such as expense; with value.",
        .about_french = "Genre d'une nouvelle entrée, comme charge ; avec valeur."},
    Key{.english = "remove", .french = "retirer", .type = KeyType::text,
        .about_english = "Path of an entry or value to leave out.",
        .about_french = "Chemin d'une entrée ou valeur à ôter."},
    Key{.english = "shift", .french = "decaler", .type = KeyType::text,
        .about_english = "Path of an entry to scale or move; with amount, date.",
        .about_french = "Chemin d'une entrée à faire varier ou déplacer ; avec montant, date."},
    Key{.english = "to", .french = "a", .type = KeyType::any,
        .about_english = "The new value of set.", .about_french = "La nouvelle valeur de mettre."},
    Key{.english = "value", .french = "valeur", .type = KeyType::any,
        .about_english = "The entry to add, with the keys of its kind.",
        .about_french = "L'entrée à ajouter, avec les clés de son genre."},
    Key{.english = "amount", .french = "montant", .type = KeyType::rate, .unit = "%",
        .about_english = "Change of the amount: \"+50 %\", \"-10 %\".",
        .about_french = "Variation du montant : \"+50 %\", \"-10 %\"."},
    Key{.english = "date", .french = "date", .type = KeyType::any,
        .about_english = "A date to move to, or a delay: \"2 months\", \"-10 days\".",
        .about_french = "Une date où déplacer, ou un délai : \"2 mois\", \"-10 jours\"."},
};

struct SectionTable {
    std::span<const Key> keys;
    const char* english;
    const char* french;
};

constexpr std::array<SectionTable, section_count> sections = {{
    {budget_keys, "The file", "Le fichier"},
    {forecast_keys, "The period shown", "La période affichée"},
    {entity_keys, "A legal person", "Une personne morale"},
    {bank_keys, "A bank account", "Un compte bancaire"},
    {line_keys, "A line: expense, income or transfer", "Une ligne : charge, produit ou virement"},
    {every_keys, "Chosen months", "Mois choisis"},
    {index_keys, "Indexation", "Indexation"},
    {revision_keys, "A dated revision", "Une révision datée"},
    {dated_keys, "A dated amount", "Un montant daté"},
    {grant_keys, "A grant", "Une subvention"},
    {grant_instalment_keys, "An instalment of a grant", "Un versement de subvention"},
    {loan_keys, "A loan", "Un emprunt"},
    {bank_row_keys, "A row of the bank's schedule", "Une ligne du tableau de la banque"},
    {deferral_keys, "The deferral of a loan", "Le différé d'un emprunt"},
    {insurance_keys, "The insurance of a loan", "L'assurance d'un emprunt"},
    {aci_keys, "The ACI", "L'ACI"},
    {aci_year_keys, "A year of the ACI", "Une année d'ACI"},
    {aci_item_keys, "An advance or a balance of the ACI", "Une avance ou un solde d'ACI"},
    {recovery_keys, "A recovery", "Une reprise"},
    {member_keys, "A person", "Une personne"},
    {category_keys, "A category", "Une catégorie"},
    {files_keys, "Files", "Fichiers"},
    {scenario_keys, "A scenario", "Un scénario"},
    {change_keys, "A change of a scenario", "Un changement d'un scénario"},
}};

const SectionTable& table(Section section) { return sections[static_cast<std::size_t>(section)]; }

// Most keys differ in the first letter already.
bool same(std::string_view name, const char* key) { return !name.empty() && name.front() == *key && name == key; }

KeyMatch match(std::span<const Key> keys, std::string_view name) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const bool english = same(name, keys[i].english);
        const bool french = same(name, keys[i].french);
        if (english || french)
            return {static_cast<int>(i), english && !french, french && !english};
    }
    return {};
}

// The letter without its accent, for the two-byte letters of Latin-1 in UTF-8.
char unaccented(unsigned char second) {
    constexpr std::string_view base = "AAAAAAACEEEEIIIIDNOOOOO OUUUUY  aaaaaaaceeeeiiiidnooooo ouuuuy y";
    return base[static_cast<std::size_t>(second - 0x80U) % base.size()];
}

}  // namespace

std::span<const Key> keys_of(Section section) { return table(section).keys; }

const char* about(Section section, Language language) {
    return language == Language::french ? table(section).french : table(section).english;
}

KeyMatch find_key(Section section, std::string_view name) {
    const std::span<const Key> keys = keys_of(section);
    const KeyMatch found = match(keys, name);
    const bool ascii = std::ranges::all_of(name, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
    if (found.slot >= 0 || ascii)
        return found;
    std::string plain = folded(name);
    std::ranges::replace(plain, '-', '_');
    return match(keys, plain);
}

std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == 0xC3 && i + 1 < text.size())
            out += unaccented(static_cast<unsigned char>(text[++i]));
        else if (c == ' ' || c == '_')
            out += '-';
        else
            out += text[i];
    }
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

int find_word(std::span<const Word> known, std::string_view text) {
    const std::string plain = folded(text);
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (plain == folded(known[i].english) || plain == folded(known[i].french))
            return static_cast<int>(i);
    }
    return -1;
}

}  // namespace msp
