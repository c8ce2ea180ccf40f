// SPDX-License-Identifier: MIT
#include <msp/budget/files.hpp>
#include <msp/budget/keys.hpp>
#include <msp/scenario/rewrite.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace {

using msp::Language;

std::string to(Language language, const std::string& name, const std::string& text) {
    msp::Sources sources;
    msp::Diagnostics diagnostics;
    const msp::SourceId source = sources.add(name, text);
    const auto document = msp::read_as(msp::format_of(name), sources, source, diagnostics);
    REQUIRE(document);
    constexpr std::array categories = {msp::Word{"deposit", "depots"}, msp::Word{"aci", "aci"}};
    return msp::rewritten(*document, sources, source, categories, language);
}

std::string toml_to(Language language, const std::string& text) {
    return to(language, "a.toml", text);
}
std::string yaml_to(Language language, const std::string& text) {
    return to(language, "a.yaml", text);
}

struct Pair {
    const char* english;
    const char* french;
};

void check_both_ways(const std::string& name, const Pair& pair) {
    CHECK(to(Language::french, name, pair.english) == pair.french);
    CHECK(to(Language::english, name, pair.french) == pair.english);
    CHECK(to(Language::english, name, pair.english) == pair.english);
    CHECK(to(Language::french, name, pair.french) == pair.french);
}

}  // namespace

TEST_CASE("a TOML file changes its language and keeps comments, order and layout") {
    check_both_ways("a.toml", {
                                  R"(# expense and income: amount, every month
schema = 1
lang   = "fr"   # label

[entity]
name  = "MSP \"amount\" # income"   # a "comment" = []
form  = "other"
books = "cash"
year_end = "06-30"

[bank]
opening = 15000.00
date = 2026-01-01
overdraft_rate = "8 %"

	[forecast]  # from
from = "2026-01"
months = 24

[[expense]]
id = "amount"
label = 'every # month = "x"'
category = "rent"
amount = 2400.00
every = "quarter"
day = "last"
business_day = "previous"
exercise = "next"
state = "notified"
delay = "45 days end of month"

[[income]]
id = "fees"
label = """
amount = 1
[[expense]]
"""
amounts = [  # date, amount
    # { date = 2026-01-01, amount = 1.00 },
    { date = 2026-06-30, amount = 9972.00 },
    { amount = 9972.00, date = 2026-12-20 },
]
state = "hoped"

[files]
expense = ["expense.csv", "income.csv"]
)",
                                  R"(# expense and income: amount, every month
schema = 1
langue   = "fr"   # label

[entite]
nom  = "MSP \"amount\" # income"   # a "comment" = []
forme  = "autre"
comptabilite = "recettes-depenses"
cloture = "06-30"

[banque]
solde = 15000.00
date = 2026-01-01
taux_decouvert = "8 %"

	[prevision]  # from
du = "2026-01"
mois = 24

[[charge]]
id = "amount"
libelle = 'every # month = "x"'
categorie = "rent"
montant = 2400.00
tous_les = "trimestre"
le = "dernier"
jour_ouvre = "precedent"
exercice = "suivant"
etat = "notifie"
delai = "45 jours fin de mois"

[[produit]]
id = "fees"
libelle = """
amount = 1
[[expense]]
"""
montants = [  # date, amount
    # { date = 2026-01-01, amount = 1.00 },
    { date = 2026-06-30, montant = 9972.00 },
    { montant = 9972.00, date = 2026-12-20 },
]
etat = "espere"

[fichiers]
charge = ["expense.csv", "income.csv"]
)"});
}

TEST_CASE("every TOML header of a table and every dotted key changes") {
    check_both_ways("a.toml", {
                                  R"([[aci.year]]
year = 2025
notified = 76000.00
[aci.year.advance]
notified = 1.00
received = [{ date = 2025-04-28, amount = 40000.00 }, { amount = 2.00, date = 2025-05-28 }]
closed = true
[[aci.year]]
year = 2026
[ aci . year . balance ]
expected = 2027-04-28
[aci.year.balance.recovery]
amount = 5.00
date = 2027-05-01
by = "offset"

[aci]
bank = "bank"

[[expense]]
id = "rent"
every.months = [1, 6]
index.rate = "2 %"
index.each = "07-01"
[[expense]]
index = [{ date = 2027-01-01, rate = "2 %" }]
id = "software"
every = { months = [ 3,
    9 ] }
[[expense]]
id = "water"
[[expense.amounts]]
date = 2026-02-01
amount = 1.00
[[expense.amounts]]
date = 2026-03-01
amount = 2.00
[expense.index]
steps = [ { date = 2027-01-01, rate = "2 %" } ]
)",
                                  R"([[aci.annee]]
annee = 2025
notifie = 76000.00
[aci.annee.avance]
notifie = 1.00
recu = [{ date = 2025-04-28, montant = 40000.00 }, { montant = 2.00, date = 2025-05-28 }]
clos = true
[[aci.annee]]
annee = 2026
[ aci . annee . solde ]
prevu_le = 2027-04-28
[aci.annee.solde.reprise]
montant = 5.00
date = 2027-05-01
par = "compensation"

[aci]
banque = "bank"

[[charge]]
id = "rent"
tous_les.mois = [1, 6]
indexation.taux = "2 %"
indexation.chaque = "07-01"
[[charge]]
indexation = [{ date = 2027-01-01, taux = "2 %" }]
id = "software"
tous_les = { mois = [ 3,
    9 ] }
[[charge]]
id = "water"
[[charge.montants]]
date = 2026-02-01
montant = 1.00
[[charge.montants]]
date = 2026-03-01
montant = 2.00
[charge.indexation]
paliers = [ { date = 2027-01-01, taux = "2 %" } ]
)"});
}

TEST_CASE("dotted keys change in inline tables too") {
    check_both_ways(
        "a.toml",
        {"expense = [{ id = \"a\", index.rate = \"2 %\", index.each = \"07-01\", every.months = [1] },\n"
         "  { id = \"b\" }, { id = \"c\", amounts = [], delay = \"1 day\" },\n"
         "  { id = \"d\", bank = \"b\", scale = \"1 %\", index.rate = \"3 %\", index.since = 2026-01-01 }]\n"
         "income = [{ id = \"e\" }, { index.rate = \"3 %\", index.since = 2026-01-01 }]\n"
         "bank.opening = 1.00\nbank.date = 2026-01-01\n",
         "charge = [{ id = \"a\", indexation.taux = \"2 %\", indexation.chaque = \"07-01\", tous_les.mois = [1] },\n"
         "  { id = \"b\" }, { id = \"c\", montants = [], delai = \"1 jour\" },\n"
         "  { id = \"d\", banque = \"b\", coefficient = \"1 %\", indexation.taux = \"3 %\", indexation.depuis = "
         "2026-01-01 }]\n"
         "produit = [{ id = \"e\" }, { indexation.taux = \"3 %\", indexation.depuis = 2026-01-01 }]\n"
         "banque.solde = 1.00\nbanque.date = 2026-01-01\n"});
}

TEST_CASE("grants, loans, transfers, people and categories change") {
    check_both_ways("a.toml", {
                                  R"([[transfer]]
id = "t"
paid_to = "bank"
arrives = "1 day"
[[grant]]
id = "g"
state = "hoped"
instalments = [{ share = "60 %", date = 2026-01-01, state = "paid" }, { share = "rest", day = "04-01", years = 1 }]
[[loan]]
id = "l"
kind = "constant-capital"
basis = "actual/365"
instalments = 24
deferral = { kind = "partial", instalments = 6 }
insurance = { rate = "0.3 %", base = "outstanding" }
schedule = "amount.csv"
[[member]]
in = 2019-09-01
fte = 0.5
shares = 10
associate = true
[[category]]
grant_line = "60"
nature = "current-account"
)",
                                  R"([[virement]]
id = "t"
verse_a = "bank"
arrive = "1 jour"
[[subvention]]
id = "g"
etat = "espere"
versements = [{ part = "60 %", date = 2026-01-01, etat = "paye" }, { part = "solde", le = "04-01", annees = 1 }]
[[emprunt]]
id = "l"
type = "capital-constant"
base_jours = "exact/365"
echeances = 24
differe = { type = "partiel", echeances = 6 }
assurance = { taux = "0.3 %", base = "restant-du" }
tableau = "amount.csv"
[[membre]]
entree = 2019-09-01
etp = 0.5
parts = 10
associe = true
[[categorie]]
ligne_cerfa = "60"
nature = "compte-courant"
)"});
}

TEST_CASE("the ids of indicators stay, whatever their form, and their details change") {
    check_both_ways("a.toml", {
                                  R"([aci]
contract = 2021-01-01
renewed = 2026-01-01
patients_on = "12-31"
payment_day = "latest"
advance_day = "-30 days"
balance_day = "04-15"
options = { concertation_meetings = "required", count = "by-days", rounding = "half-up", advance_ipa = true }
effort.ipa = 3
effort.equipe.label = 4   # label
effort."equipe.amount".year = 1

[[aci.year]]
year = 2025
assume = "patients"
patients = 6000
associates = 13
doctors = 5
crisis = false
evidence = 2026-02-01
precarity = { c2s = 410, c2s_national = "7.5 %", ame = 20, ame_national = "0.4 %" }
points = { "equipe.amount" = 1.5, equipe.number = 2 }
reached = { "acces.horaires" = { amplitude = "12h", saturday = true }, "equipe.number" = 6, equipe.label.year = true }
[[aci.year]]
year = 2026
[aci.year.reached]
acces.missions = { number = 2, themes = [
    "themes", "number",
], regional = 1 }
"year.amount" = true   # reached
'equipe.bank' = { number = 2, themes = ["themes", "number"], regional = 1 }
acces.horaires.amplitude = "11h30"
acces.horaires."closed_weeks" = 3
expense.bank.n1 = 2024-03-01
[aci.year.reached."si.standard"]
since = 2024-03-01
[aci.year.reached.equipe.concertation]
concerned = 650
ald_under_75 = 300
[aci.year.points]
equipe.cases = 10
)",
                                  R"([aci]
contrat = 2021-01-01
renouvele = 2026-01-01
patients_au = "12-31"
jour_versement = "au-plus-tard"
jour_avance = "-30 jours"
jour_solde = "04-15"
options = { concertation_reunions = "exigees", decompte = "au-prorata", arrondi = "au-plus-proche", avance_ipa = true }
effort.ipa = 3
effort.equipe.label = 4   # label
effort."equipe.amount".year = 1

[[aci.annee]]
annee = 2025
suppose = "patients"
patients = 6000
associes = 13
medecins = 5
crise = false
justificatifs = 2026-02-01
precarite = { c2s = 410, c2s_nationale = "7.5 %", ame = 20, ame_nationale = "0.4 %" }
points = { "equipe.amount" = 1.5, equipe.number = 2 }
atteints = { "acces.horaires" = { amplitude = "12h", samedi = true }, "equipe.number" = 6, equipe.label.year = true }
[[aci.annee]]
annee = 2026
[aci.annee.atteints]
acces.missions = { nombre = 2, themes = [
    "themes", "number",
], regionales = 1 }
"year.amount" = true   # reached
'equipe.bank' = { nombre = 2, themes = ["themes", "number"], regionales = 1 }
acces.horaires.amplitude = "11h30"
acces.horaires."semaines_fermees" = 3
expense.bank.n1 = 2024-03-01
[aci.annee.atteints."si.standard"]
depuis = 2024-03-01
[aci.annee.atteints.equipe.concertation]
patients_concernes = 650
ald_moins_75 = 300
[aci.annee.points]
equipe.cases = 10
)"});
    check_both_ways("a.yaml", {
                                  R"(aci:
  payment_day: -30 days
  options: {si_from: contract, proration: months}
  year:
    - year: 2026
      reached:
        year.amount: true
        equipe:
          label: {number: 2}
          qualite: {n1: true}
        "acces.horaires": {saturday: true, unscheduled: false}
      points: {equipe: {number: 2}}
)",
                                  R"(aci:
  jour_versement: -30 jours
  options: {si_depuis: contrat, prorata: mois}
  annee:
    - annee: 2026
      atteints:
        year.amount: true
        equipe:
          label: {nombre: 2}
          qualite: {n1: true}
        "acces.horaires": {samedi: true, soins_non_programmes: false}
      points: {equipe: {number: 2}}
)"});
}

TEST_CASE("paths to indicators change around the id, and what they set changes too") {
    check_both_ways("a.toml", {
                                  R"([[scenario]]
change = [
    { set = "aci.contract", to = 2021-01-01 },
    { set = "aci.balance_day", to = "latest" },
    { set = "aci.options.count", to = "by-days" },
    { set = "aci.effort.equipe.label", to = 3 },
    { set = "aci.2026.patients", to = 6000 },
    { set = "aci.2026.reached.equipe.label", to = { number = 6 } },
    { set = "aci.year.2026.reached.equipe.label.number", to = 6 },
    { set = "aci.2026.reached.acces.horaires.saturday", to = true },
    { set = "aci.2026.points.equipe.number", to = 6 },
    { remove = "aci.2026.reached.year.amount" },
    { set = "aci.2026.reached", to = { "equipe.label" = { number = 6 } } },
    { add = "aci.year", value = { year = 2027, reached = { equipe.amount.cases = 3 } } },
]
)",
                                  R"([[scenario]]
modifier = [
    { mettre = "aci.contrat", a = 2021-01-01 },
    { mettre = "aci.jour_solde", a = "au-plus-tard" },
    { mettre = "aci.options.decompte", a = "au-prorata" },
    { mettre = "aci.effort.equipe.label", a = 3 },
    { mettre = "aci.2026.patients", a = 6000 },
    { mettre = "aci.2026.atteints.equipe.label", a = { nombre = 6 } },
    { mettre = "aci.annee.2026.atteints.equipe.label.nombre", a = 6 },
    { mettre = "aci.2026.atteints.acces.horaires.samedi", a = true },
    { mettre = "aci.2026.points.equipe.number", a = 6 },
    { retirer = "aci.2026.atteints.year.amount" },
    { mettre = "aci.2026.atteints", a = { "equipe.label" = { nombre = 6 } } },
    { ajouter = "aci.annee", valeur = { annee = 2027, atteints = { equipe.amount.dossiers = 3 } } },
]
)"});
}

TEST_CASE("scenario paths, what they set and what they add change; ids, years and numbers stay") {
    check_both_ways("a.toml", {
                                  R"([bank]
opening = 1.00
date = 2026-01-01

[[scenario]]
id = "amount"
label = "expense.rent.amount"
based_on = "label"
change = [
    { set = "expense.amount.amount", to = 1.00 },
    { set = "expense.rent.every", to = "2 months" },
    { to = { months = [1, 6] }, set = "expense.rent.every" },
    { set = "expense.rent.amounts.2.amount", to = 5.00 },
    { set = "expense.rent.label", to = "last" },
    { set = "expense.rent.day", to = "last" },
    { set = "expense.rent.index.steps.1.rate", to = "3 %" },
    { set = "income.income.state", to = "hoped" },
    { set = "transfer.2026.arrives", to = "3 days" },
    { set = "grant.grant.instalments", to = [{ share = "rest", years = 1 }] },
    { set = "loan.loan.deferral.kind", to = "partial" },
    { set = "member.in.in", to = 2026-01-01 },
    { set = "bank.opening", to = 2.00 },
    { set = "bank.main.floor", to = 2.00 },
    { set = "forecast.months", to = 36 },
    { set = "aci.2025.balance.expected", to = 2026-07-15 },
    { set = "aci.year.2026.advance.received.1.amount", to = 1.00 },
    { set = "aci.bank", to = "bank" },
    { remove = "expense.label" },
    { remove = "aci.2025" },
    { shift = "income.amount", amount = "+50 %", date = "-2 months" },
    { shift = "grant.ars", date = 2026-07-15 },
    { add = "aci.year", value = { year = 2027, advance = { amount = 1.00 } } },
]

[[scenario]]
id = "two"
[[scenario.change]]
add = "expense"
[scenario.change.value]
id = "expense"
every = "month"
[scenario.change.value.index]
rate = "2 %"
[[scenario.change]]
add = "expense.rent.amounts"
value.date = 2026-01-01
value.amount = 2.00
)",
                                  R"([banque]
solde = 1.00
date = 2026-01-01

[[scenario]]
id = "amount"
libelle = "expense.rent.amount"
base_sur = "label"
modifier = [
    { mettre = "charge.amount.montant", a = 1.00 },
    { mettre = "charge.rent.tous_les", a = "2 mois" },
    { a = { mois = [1, 6] }, mettre = "charge.rent.tous_les" },
    { mettre = "charge.rent.montants.2.montant", a = 5.00 },
    { mettre = "charge.rent.libelle", a = "last" },
    { mettre = "charge.rent.le", a = "dernier" },
    { mettre = "charge.rent.indexation.paliers.1.taux", a = "3 %" },
    { mettre = "produit.income.etat", a = "espere" },
    { mettre = "virement.2026.arrive", a = "3 jours" },
    { mettre = "subvention.grant.versements", a = [{ part = "solde", annees = 1 }] },
    { mettre = "emprunt.loan.differe.type", a = "partiel" },
    { mettre = "membre.in.entree", a = 2026-01-01 },
    { mettre = "banque.solde", a = 2.00 },
    { mettre = "banque.main.plancher", a = 2.00 },
    { mettre = "prevision.mois", a = 36 },
    { mettre = "aci.2025.solde.prevu_le", a = 2026-07-15 },
    { mettre = "aci.annee.2026.avance.recu.1.montant", a = 1.00 },
    { mettre = "aci.banque", a = "bank" },
    { retirer = "charge.label" },
    { retirer = "aci.2025" },
    { decaler = "produit.amount", montant = "+50 %", date = "-2 mois" },
    { decaler = "subvention.ars", date = 2026-07-15 },
    { ajouter = "aci.annee", valeur = { annee = 2027, avance = { montant = 1.00 } } },
]

[[scenario]]
id = "two"
[[scenario.modifier]]
ajouter = "charge"
[scenario.modifier.valeur]
id = "expense"
tous_les = "mois"
[scenario.modifier.valeur.indexation]
taux = "2 %"
[[scenario.modifier]]
ajouter = "charge.rent.montants"
valeur.date = 2026-01-01
valeur.montant = 2.00
)"});
}

TEST_CASE("the id of a bank or entity may read like a key") {
    check_both_ways("a.toml",
                    {"bank = [{ id = \"opening\" }, { id = \"b\" }]\n"
                     "[entity]\nid = \"name\"\n"
                     "[[scenario]]\nchange = [{ set = \"bank.opening.opening\", to = 2.00 },\n"
                     "{ set = \"entity.name.name\", to = \"A\" }, { set = \"entity.form\", to = \"other\" }]\n",
                     "banque = [{ id = \"opening\" }, { id = \"b\" }]\n"
                     "[entite]\nid = \"name\"\n"
                     "[[scenario]]\nmodifier = [{ mettre = \"banque.opening.solde\", a = 2.00 },\n"
                     "{ mettre = \"entite.name.nom\", a = \"A\" }, { mettre = \"entite.forme\", a = \"autre\" }]\n"});
}

TEST_CASE("an accented French key becomes a bare English one, in every place; other quotes stay") {
    const std::string french =
        "[[\"dépense\"]]\n"
        "[\"entité\"]\n\"clôture\" = \"12-31\"\n'jours_fériés' = \"alsace-moselle\"\n"
        "[[\"charge\"]]\n\"libellé\" = \"a\"\n'montant' = 1.00\n\"état\" = \"Espéré\"\n"
        "\"clé\" = \"montant\"\n\"d\\u00e9lai\" = \"1 mois\"\n"
        "[[\"scénario\"]]\nmodifier = [{ mettre = \"entité.clôture\", a = \"11-30\" }]\n";
    CHECK(toml_to(Language::english, french) ==
          "[[\"dépense\"]]\n"
          "[entity]\nyear_end = \"12-31\"\nholidays = \"alsace-moselle\"\n"
          "[[\"expense\"]]\nlabel = \"a\"\n'amount' = 1.00\nstate = \"hoped\"\n"
          "shared = \"montant\"\ndelay = \"1 month\"\n"
          "[[scenario]]\nchange = [{ set = \"entity.year_end\", to = \"11-30\" }]\n");
    CHECK(toml_to(Language::french, french) == french);
}

TEST_CASE("line ends, tabs and the want of a last line end stay") {
    check_both_ways(
        "a.toml", {"[[expense]]\r\n\tamount\t=  1.00\r\n\r\n# amount\r\nevery = \"year\"  \r\n[forecast]\r\nmonths=3",
                   "[[charge]]\r\n\tmontant\t=  1.00\r\n\r\n# amount\r\ntous_les = \"an\"  \r\n[prevision]\r\nmois=3"});
    CHECK(toml_to(Language::french, "").empty());
    CHECK(toml_to(Language::french, "# amount = 1\n") == "# amount = 1\n");
}

TEST_CASE("frequencies and delays change word by word") {
    struct Row {
        const char* key;
        const char* english;
        const char* french;
    };
    constexpr std::array rows = {
        Row{"every", "month", "mois"},
        Row{"every", "half-year", "semestre"},
        Row{"every", "once", "une-fois"},
        Row{"every", "1 month", "1 mois"},
        Row{"every", "18 months", "18 mois"},
        Row{"every", "2-months", "2-mois"},
        Row{"every", "week", "semaine"},
        Row{"every", "1 week", "1 semaine"},
        Row{"every", "2 weeks", "2 semaines"},
        Row{"every", "10 days", "10 jours"},
        Row{"delay", "1 day", "1 jour"},
        Row{"delay", "-1 day", "-1 jour"},
        Row{"delay", "0 days", "0 jour"},
        Row{"delay", "+30  days", "+30  jours"},
        Row{"delay", "1 month 15 days", "1 mois 15 jours"},
        Row{"delay", "2 months 1 day end of month", "2 mois 1 jour fin de mois"},
        Row{"arrives", "2 days", "2 jours"},
        Row{"exercise", "same", "meme"},
        Row{"exercise", "2025", "2025"},
        Row{"day", "15", "15"},
        Row{"day", "5, 20 and last", "5, 20 et dernier"},
        Row{"business_day", "none", "aucun"},
        // Not words of their keys: the decoder complains, and shows them as they are.
        Row{"every", "fortnight", "fortnight"},
        Row{"delay", "2 weeks", "2 weeks"},
        Row{"delay", "days", "days"},
        Row{"day", "quarter", "quarter"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.english);
        const std::string english = "expense: [{ " + std::string(row.key) + ": \"" + row.english + "\" }]\n";
        const std::string french = yaml_to(Language::french, english);
        CHECK(french.find('"' + std::string(row.french) + '"') != std::string::npos);
        CHECK(yaml_to(Language::english, french) == english);
    }
}

TEST_CASE("the last of several days changes, and so do the keys of a loan's parts") {
    CHECK(to(Language::french, "a.toml",
             "[[expense]]\nday = [5, \"last\"]\ntimes = 3\n[[loan]]\ninsurance = { amount = 6.00 }\n"
             "fees = [{ amount = 300.00, date = 2026-01-20 }]\ndrawdowns = [{ date = 2026-01-20, amount = 1 }]\n") ==
          "[[charge]]\nle = [5, \"dernier\"]\nfois = 3\n[[emprunt]]\nassurance = { montant = 6.00 }\n"
          "frais = [{ montant = 300.00, date = 2026-01-20 }]\ndeblocages = [{ date = 2026-01-20, montant = 1 }]\n");
}

TEST_CASE("synonyms, accents and capitals are understood") {
    CHECK(toml_to(Language::english,
                  "[[charge]]\ntous_les = \"année\"\nexercice = \"Précédent\"\ndelai = \"0 jours\"\n"
                  "[[charge]]\ntous_les = \"Une fois\"\n[banque]\n[entite]\nforme = \"Autre\"\n") ==
          "[[expense]]\nevery = \"year\"\nexercise = \"previous\"\ndelay = \"0 days\"\n"
          "[[expense]]\nevery = \"once\"\n[bank]\n[entity]\nform = \"other\"\n");
    CHECK(toml_to(Language::french, "[entity]\nform = \"sisa\"\n") == "[entite]\nforme = \"sisa\"\n");
}

TEST_CASE("YAML changes in block and in flow, with its own quoting and comments") {
    check_both_ways("a.yaml", {
                                  R"(# amount: 1
lang: fr
bank: { opening: 15000.00, date: 2026-01-01 }  # opening
aci:
  year:
    - year: 2025
      advance:
        received:
          - { date: 2025-04-28, amount: 40000.00 }
expense:
- id: amount
  "label": "amount: # 1"
  'every': month
  day: last   # last
  delay: 45 days end of month
- id: rent
  every: { months: [1, 6] }
  label: |
    amount: 1
    every: month
  index:
    - { date: 2027-01-01, rate: 2 % }
scenario:
  - id: label
    change:
      - set: expense.amount.amount
        to: 5.00
      - { shift: "expense.rent", date: 2 months }
      - add: expense
        value:
          id: new
          every: quarter
)",
                                  R"(# amount: 1
langue: fr
banque: { solde: 15000.00, date: 2026-01-01 }  # opening
aci:
  annee:
    - annee: 2025
      avance:
        recu:
          - { date: 2025-04-28, montant: 40000.00 }
charge:
- id: amount
  "libelle": "amount: # 1"
  'tous_les': mois
  le: dernier   # last
  delai: 45 jours fin de mois
- id: rent
  tous_les: { mois: [1, 6] }
  libelle: |
    amount: 1
    every: month
  indexation:
    - { date: 2027-01-01, taux: 2 % }
scenario:
  - id: label
    modifier:
      - mettre: charge.amount.montant
        a: 5.00
      - { decaler: "charge.rent", date: 2 mois }
      - ajouter: charge
        valeur:
          id: new
          tous_les: trimestre
)"});
}

TEST_CASE("a YAML table that is repeated by its name changes once, and the name stays") {
    check_both_ways("a.yaml", {"expense:\n  - &month { id: a, every: &each month, day: last }\n  - *month\n"
                               "  - { id: c, every: *each }\n",
                               "charge:\n  - &month { id: a, tous_les: &each mois, le: dernier }\n  - *month\n"
                               "  - { id: c, tous_les: *each }\n"});
}

TEST_CASE("a YAML word in a block of text stays, and so does its comment") {
    CHECK(yaml_to(Language::french, "expense:\n  - every: |-  # month\n      month\n") ==
          "charge:\n  - tous_les: |-  # month\n      month\n");
}

TEST_CASE("an accented YAML key needs no quotes") {
    CHECK(yaml_to(Language::english, "entité:\n  clôture: 12-31\n  \"comptabilité\": engagement\n") ==
          "entity:\n  year_end: 12-31\n  \"books\": accrual\n");
}

TEST_CASE("truths and units are words too, in quotes and as YAML scalars") {
    check_both_ways("a.toml", {R"([[member]]
associate = "no"
patients = "1 024 patients"
fte = "0,5 FTE"
surface = "1 200 m2"
[forecast]
months = "1 month"
[[aci.year]]
ipa = "yes"
doctors = "4 doctors"
reached = { a = "yes", b = "false", c = true, d = { amplitude = "12 hours", saturday = "true", closed_weeks = "2 weeks" } }
[[scenario]]
change = [{ set = "aci.2025.reached.a", to = "no" }, { set = "member.a.associate", to = "yes" }]
)",
                               R"([[membre]]
associe = "non"
patients = "1 024 patients"
etp = "0,5 ETP"
surface = "1 200 m2"
[prevision]
mois = "1 mois"
[[aci.annee]]
ipa = "oui"
medecins = "4 médecins"
atteints = { a = "oui", b = "faux", c = true, d = { amplitude = "12 heures", samedi = "vrai", semaines_fermees = "2 semaines" } }
[[scenario]]
modifier = [{ mettre = "aci.2025.atteints.a", a = "non" }, { mettre = "membre.a.associe", a = "oui" }]
)"});
    CHECK(yaml_to(Language::french, "member:\n  - associate: yes\n  - associate: true\n") ==
          "membre:\n  - associe: oui\n  - associe: true\n");
}

TEST_CASE("JSON keeps its quotes") {
    check_both_ways("a.json", {R"({
  "lang": "fr",
  "bank" : { "opening": 1.00, "date": "2026-01-01" },
  "expense": [
    {"id": "amount", "every": "month", "day": "last", "label": "\"every\": \"month\""},
    {"id": "b", "every": {"months": [1, 6]}, "day": 1}
  ],
  "scenario": [{"id": "s", "change": [{"set": "expense.amount.day", "to": "last"}]}]
}
)",
                               R"({
  "langue": "fr",
  "banque" : { "solde": 1.00, "date": "2026-01-01" },
  "charge": [
    {"id": "amount", "tous_les": "mois", "le": "dernier", "libelle": "\"every\": \"month\""},
    {"id": "b", "tous_les": {"mois": [1, 6]}, "le": 1}
  ],
  "scenario": [{"id": "s", "modifier": [{"mettre": "charge.amount.le", "a": "dernier"}]}]
}
)"});
}

TEST_CASE("unknown keys and what stands under them stay") {
    const std::string unknown = "amount = 1\n[label]\nexpense = 1\n[[label.amount]]\nevery = \"month\"\n";
    CHECK(toml_to(Language::french, unknown) == unknown);
    CHECK(toml_to(Language::french,
                  "[[expense]]\nreached = { amount = 1, every = [{ day = 1 }, { day = 2 }] }\namount = 1\n") ==
          "[[charge]]\nreached = { amount = 1, every = [{ day = 1 }, { day = 2 }] }\nmontant = 1\n");
}

TEST_CASE("a path that leads nowhere stays") {
    const std::string changes =
        "[[scenario]]\nmodifier = [{ mettre = \"expense.rent.nothing\", a = \"month\" },\n"
        "{ mettre = \"\", a = \"month\" }, { mettre = \"expense.rent.amount.amount\", a = 1 },\n"
        "{ mettre = \"expense..\", a = 1 }, { a = \"month\" }, { ajouter = \"charge\" }]\n";
    CHECK(toml_to(Language::french, changes) == changes);
}

TEST_CASE("ids of categories go by the language of the keys") {
    check_both_ways("a.toml", {"[[expense]]\ncategory = \"deposit\"\n", "[[charge]]\ncategorie = \"depots\"\n"});
    check_both_ways("a.toml", {"[[expense]]\ncategory = \"mine\"\n", "[[charge]]\ncategorie = \"mine\"\n"});
}
