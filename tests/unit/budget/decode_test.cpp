// SPDX-License-Identifier: MIT
#include <msp/budget/decode.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/changed_text.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// Every kind of table, the same facts in two languages and two formats.
constexpr auto english_toml = R"(
schema = 1
lang = "fr"
[[entity]]
id = "sisa"
name = "SISA"
form = "SISA"
siren = "123456782"
year_end = "06-30"
books = "accrual"
holidays = "alsace-moselle"
[[entity]]
id = "scm"
form = "SCM"
[[bank]]
id = "courant"
entity = "sisa"
name = "Compte"
opening = 15000.00
date = 2026-01-01
overdraft = 1000.00
floor = 500.00
overdraft_rate = "9.5 %"
[[bank]]
id = "livret"
entity = "sisa"
opening = 0.00
date = 2026-01-01
[[bank]]
id = "scm"
entity = "scm"
opening = -12.50
date = 2026-01-01
[forecast]
from = "2026-02"
months = 24
[[category]]
id = "parking"
label = "Parking"
account = "613"
grant_line = "61"
tax_line = "15"
nature = "tax"
[[member]]
id = "dr-martin"
name = "Dr Martin"
profession = "médecin"
entity = "sisa"
in = 2019-09-01
out = 2026-09-15
associate = false
patients = 1024
shares = 10
fte = 0.8
surface = "18.5 m2"
[[key]]
id = "surface"
label = "Locaux"
by = "surface"
[[expense]]
id = "loyer"
label = "Loyer"
category = "rent"
entity = "sisa"
amount = 3200.00
every = "quarter"
day = "last"
from = "2026-02"
until = 2030-12-31
business_day = "previous"
delay = "45 days end of month"
index = { rate = "2.1 %", each = "07-01", since = 2025-07-01 }
exercise = "previous"
scale = "150 %"
paid_to = "scm"
arrives = "1 day"
received_as = "rent-received"
state = "called"
shared = "surface"
match = ["6132", "614"]
[[expense]]
id = "parking"
category = "parking"
bank = "courant"
annual = 1000.00
every = { months = [1, 6] }
day = 5
from = "2026-01"
index = [{ date = 2027-01-01, rate = "-2.5 %" }]
exercise = 2025
[[income]]
id = "appels"
category = "charges-reimbursed"
bank = "courant"
amounts = [{ date = 2026-03-01, amount = 12.34 }, { date = 2026-04-15, amount = -1.00 }]
[[transfer]]
id = "epargne"
bank = "courant"
paid_to = "livret"
amount = 100.00
date = 2026-05-05
[[grant]]
id = "fir"
label = "FIR"
category = "article-51"
entity = "sisa"
amount = 72500.01
state = "hoped"
every = "year"
from = "2026-01"
until = "2028-12"
instalments = [{ share = "60 %", day = "04-01", state = "paid" }, { share = "rest", day = "04-01", years = 1 }]
exercise = 2026
business_day = "next"
delay = "2 months"
scale = "50 %"
[[loan]]
id = "pret"
bank = "courant"
kind = "constant-capital"
amount = 24000.00
date = 2026-01-20
rate = "3.6 %"
basis = "actual/365"
every = "quarter"
instalments = 20
first = 2026-03-05
day = 5
deferral = { kind = "partial", instalments = 2 }
insurance = { rate = "0.30 %", base = "outstanding" }
[aci]
entity = "sisa"
contract = 2021-07-15
renewed = 2026-07-15
patients_on = "06-30"
payment_day = "-30 days"
balance_day = "04-15"
[aci.options]
concertation_meetings = "required"
case_rate = "exact"
proration = "months"
si_from = "contract"
concertation_date = "year"
derogation = "full"
count = "by-days"
advance_ipa = false
advance_crisis = true
rounding = "half-even"
[aci.effort]
"equipe.qualite.n1" = 3
ipa = 10
acces.horaires = 0
[[aci.year]]
year = 2026
assume = "aci-2022-avenant1"
patients = 6000
associates = 13
doctors = 5
ipa = true
crisis = true
evidence = 2027-02-15
precarity = { c2s = 410, c2s_national = "7.5 %", ame = 20, ame_national = 0.004 }
points = { "equipe.coordination" = 1200.5, si.avance = 100 }
notified = 80040.00
[aci.year.advance]
expected = 2026-04-28
notified = 37200.00
received = { date = 2026-04-28, amount = 1000.00 }
closed = true
recovery = { amount = 10.00, date = 2026-09-01, by = "offset" }
[aci.year.balance]
amount = 1.00
delay = "-10 days"
scale = "90 %"
[aci.year.reached]
"equipe.protocoles" = 6
"equipe.pnc" = { number = 2 }
"si.standard" = 2024-03-01
equipe.qualite.n1 = true
equipe.qualite.n2 = false
equipe.concertation.cases = 30
equipe.concertation.ald_under_75 = 300
equipe.concertation.over_75 = 200
equipe.concertation.ald_over_75 = 150
equipe.concertation.meetings = 5
acces.missions = { themes = ["Obésité enfant", "tabac"], regional = 1 }
[aci.year.reached."acces.horaires"]
amplitude = "11h30"
saturday = true
closed_weeks = 3
closed_weeks_outside = 0.5
derogation = true
unscheduled = false
[[scenario]]
id = "tard"
label = "Tard"
change = [
  { shift = "expense.loyer", amount = "+5 %", date = "2 months" },
  { set = "aci.2026.balance.expected", to = 2027-07-15 },
]
[[scenario]]
id = "plus"
based_on = "tard"
[[scenario.change]]
remove = "income.appels.amounts.2"
[[scenario.change]]
add = "income"
value = { id = "don", category = "other-income", bank = "scm", amount = 1.00, date = 2026-02-02 }
)";

constexpr auto french_yaml = R"(
schema: 1
langue: fr
entite:
  - {id: sisa, nom: SISA, forme: SISA, siren: "123 456 782", cloture: "06-30", comptabilite: engagement,
     jours_feries: alsace-moselle}
  - id: scm
    forme: SCM
banque:
  - id: courant
    entite: sisa
    nom: Compte
    solde: 15 000,00 €
    date: 01/01/2026
    decouvert: 1000
    plancher: "500,00"
    taux_decouvert: 9,5 %
  - {id: livret, entite: sisa, solde: 0, date: 2026-01-01}
  - {id: scm, entite: scm, solde: -12.5, date: 2026-01-01}
prevision: {du: 2026-02, mois: 24}
categorie:
  - {id: parking, libelle: Parking, compte: "613", ligne_cerfa: "61", ligne_fiscale: "15", nature: impot}
membre:
  - id: dr-martin
    nom: Dr Martin
    profession: médecin
    entite: sisa
    entree: 2019-09-01
    sortie: 15/09/2026
    associe: faux
    patients: 1024
    parts: 10
    etp: 0,8
    surface: 18,5 m2
clé:
  - {id: surface, libelle: Locaux, selon: surface}
charge:
  - id: loyer
    libellé: Loyer
    catégorie: rent
    entité: sisa
    montant: 3 200,00 €
    tous_les: trimestre
    le: dernier
    du: 2026-02
    au: 2030-12
    jour_ouvré: précédent
    délai: 45 jours fin de mois
    indexation: {taux: "2,1 %", chaque: 07-01, depuis: 2025-07-01}
    exercice: précédent
    coefficient: 150 %
    versé_à: scm
    arrive: 1 jour
    reçu_comme: rent-received
    état: appelé
    clé: surface
    comptes: ["6132", "614"]
  - id: parking
    categorie: parking
    banque: courant
    annuel: 1000
    tous_les: {mois: [6, 1]}
    le: 5
    du: 2026-01
    indexation: {paliers: [{date: 2027-01-01, taux: -2.5 %}]}
    exercice: 2025
produit:
  - id: appels
    categorie: charges-reimbursed
    banque: courant
    montants:
      - {date: 2026-04-15, montant: -1}
      - {date: 2026-03-01, montant: "12,34"}
virement:
  - {id: epargne, banque: courant, verse_a: livret, montant: 100, tous_les: une fois, date: 2026-05-05}
subvention:
  - id: fir
    libelle: FIR
    categorie: article-51
    entite: sisa
    montant: 72 500,01
    etat: espéré
    tous_les: an
    du: 2026-01-01
    au: 2028-12-31
    versements:
      - {part: "60 %", le: 04-01, etat: payé}
      - {part: solde, le: 04-01, annees: 1}
    exercice: 2026
    jour_ouvre: suivant
    delai: 2 mois
    coefficient: 50 %
emprunt:
  - id: pret
    banque: courant
    type: capital constant
    montant: 24000
    date: 2026-01-20
    taux: 3.60 %
    base_jours: exact/365
    tous_les: 3 mois
    echeances: 20
    premiere: 2026-03-05
    differe: {type: partiel, echeances: 2}
    assurance: {taux: 0.3 %, base: restant dû}
aci:
  banque: courant
  contrat: 15/07/2021
  renouvelé: 2026-07-15
  patients_au: 06-30
  jour_versement: au plus tard
  jour_avance: -30 jours
  jour_solde: 04-15
  options:
    concertation_réunions: exigées
    taux_dossiers: exact
    prorata: mois
    si_depuis: contrat
    concertation_du: année
    dérogation: totale
    décompte: au-prorata
    avance_ipa: faux
    avance_crise: vrai
    arrondi: au pair
  effort:
    ipa: 10
    acces: {horaires: 0}
    equipe: {qualite: {n1: 3}}
  annee:
    - annee: 2026
      suppose: aci-2022-avenant1
      patients: 6000
      associés: 13
      médecins: 5
      ipa: vrai
      crise: true
      justificatifs: 15/02/2027
      précarité: {c2s: 410, c2s_nationale: "7,5 %", ame: 20, ame_nationale: 0.4 %}
      points:
        si.avance: 100
        equipe.coordination: "1200,50"
      atteints:
        si:
          standard: 01/03/2024
        acces:
          missions: {régionales: 1, nombre: 2, thèmes: [Obésité enfant, tabac]}
          horaires:
            amplitude: 11.5
            samedi: vrai
            semaines_fermees: 3
            semaines_fermees_hors_vacances: "0,5"
            derogation: vrai
            soins_non_programmes: faux
        equipe.concertation: {dossiers: 30, patients_concernés: 650, réunions: 5, ald_moins_75: 300, plus_75: 200,
                              ald_plus_75: 150}
        equipe.qualite: {n2: false, n1: vrai}
        equipe:
          protocoles: 6
          pnc: {nombre: 2}
      notifie: 80040
      avance:
        prevu_le: 2026-04-28
        notifie: 37200
        recu: [{date: 2026-04-28, montant: 1000}]
        clos: vrai
        reprise: {montant: 10, date: 2026-09-01, par: compensation}
      solde: {montant: 1, delai: -10 jours, coefficient: 90 %}
scenario:
  - id: tard
    libelle: Tard
    modifier:
      - {decaler: charge.loyer, montant: +5 %, date: 2 mois}
      - {mettre: aci.2026.solde.prevu_le, a: 2027-07-15}
  - id: plus
    base_sur: tard
    modifier:
      - retirer: produit.appels.montants.1
      - ajouter: produit
        valeur: {id: don, categorie: other-income, banque: scm, montant: 1, date: 2026-02-02}
)";

// Of one expense, of which the keys stand from line 7 on.
std::string line_problems(const std::string& keys) {
    return problems_of(std::string(one_bank) + "[[expense]]\nid = \"x\"\ncategory = \"rent\"\n" + keys);
}

}  // namespace

TEST_CASE("the same facts in TOML and YAML, in French and in English, make equal budgets") {
    const Reading toml = read(english_toml);
    const Reading yaml = read(french_yaml, FileFormat::yaml);
    CHECK(toml.problems() == "");
    CHECK(yaml.problems() == "");
    REQUIRE((toml.budget && yaml.budget));
    CHECK(toml.budget->entities == yaml.budget->entities);
    CHECK(toml.budget->banks == yaml.budget->banks);
    CHECK(toml.budget->members == yaml.budget->members);
    CHECK(toml.budget->categories == yaml.budget->categories);
    CHECK(toml.budget->items == yaml.budget->items);
    CHECK(toml.budget->lines == yaml.budget->lines);
    CHECK(toml.budget->grants == yaml.budget->grants);
    CHECK(toml.budget->loans == yaml.budget->loans);
    CHECK(toml.budget->aci == yaml.budget->aci);
    CHECK(toml.budget->scenarios == yaml.budget->scenarios);
    CHECK(*toml.budget == *yaml.budget);
}

TEST_CASE("the median example is one budget in all its four files, with each scenario") {
    Reading english = read_file(MSP_EXAMPLES "msp-mediane.toml");
    REQUIRE(english.budget);
    REQUIRE(english.budget->scenarios.all().size() == 4);
    for (const char* file : {"msp-mediane.yaml", "msp-mediane.json", "msp-mediane-fr.toml"}) {
        CAPTURE(file);
        Reading other = read_file(MSP_EXAMPLES + std::string(file));
        REQUIRE(other.budget);
        CHECK(*other.budget == *english.budget);
        for (const ScenarioName& scenario : english.budget->scenarios.all()) {
            CAPTURE(scenario.id);
            const auto one = english.scenario(scenario.id);
            CHECK(one);
            CHECK(one == other.scenario(scenario.id));
        }
    }
}

TEST_CASE("a fact that differs makes another budget") {
    const std::string text = english_toml;
    struct Row {
        std::string said;
        std::string instead;
    };
    for (const Row& row : {Row{"3200.00", "3200.01"},
                           Row{"day = \"last\"", "day = 30"},
                           Row{"share = \"60 %\"", "share = \"60.01 %\""},
                           Row{"closed = true", "closed = false"},
                           Row{"renewed = 2026-07-15", "renewed = 2026-07-16"},
                           Row{"\"-30 days\"", "\"-29 days\""},
                           Row{"count = \"by-days\"", "count = \"on-date\""},
                           Row{"ipa = 10", "ipa = 11"},
                           Row{"patients = 6000", "patients = 6001"},
                           Row{"c2s = 410", "c2s = 411"},
                           Row{"1200.5", "1200.6"},
                           Row{"11h30", "11h31"},
                           Row{"n2 = false", "n2 = true"},
                           Row{"\"equipe.protocoles\" = 6", "\"equipe.protocoles\" = 7"},
                           Row{"\"tabac\"", "\"alcool\""},
                           Row{"by = \"offset\"", "by = \"repayment\""},
                           Row{"books = \"accrual\"", "books = \"cash\""},
                           Row{"months = [1, 6]", "months = [1, 7]"},
                           Row{"patients = 1024", "patients = 1025"},
                           Row{"label = \"Tard\"", "label = \"Plus tard\""}}) {
        CAPTURE(row.said);
        CHECK_FALSE(budget_of(changed(text, row.said, row.instead)) == budget_of(text));
    }
}

TEST_CASE("a short file takes what it does not say by default") {
    const Budget budget = plan_of("[[expense]]\nid = \"x\"\namount = 1\nevery = \"month\"\nday = 5\n");
    CHECK_FALSE(budget.language);
    REQUIRE(budget.entities.size() == 1);
    CHECK(budget.entities[0].id == "main");
    CHECK(budget.entities[0].form == EntityForm::sisa);
    CHECK(budget.entities[0].year_end_month == 12);
    CHECK(budget.banks[0].id == "main");
    CHECK(budget.banks[0].overdraft == Money());
    CHECK_FALSE(budget.banks[0].overdraft_rate);
    CHECK(budget.months == 12);
    CHECK_FALSE(budget.from);
    const Line& line = budget.lines.at(0);
    CHECK(budget.items[line.item].label == "x");
    CHECK(budget.categories[budget.items[line.item].category].id == "other-charge");
    CHECK(line.state == State::planned);
    CHECK(line.roll == Roll::none);
    CHECK(line.scale == Rate(1, 0));
    CHECK(line.paid_to == no_bank);
    CHECK_FALSE(line.index);
}

TEST_CASE("items stand in the order of the file, those of overdraft fees last") {
    const Budget budget = budget_of(
        "[bank]\nopening = 0\ndate = 2026-01-01\noverdraft_rate = \"8 %\"\n"
        "[[income]]\nid = \"c\"\namount = 1\ndate = 2026-01-01\n"
        "[[aci.year]]\nyear = 2026\n"
        "[[expense]]\nid = \"b\"\namount = 1\ndate = 2026-01-01\n"
        "[[grant]]\nid = \"a\"\namount = 1\ndate = 2026-01-01\n"
        "[[income]]\nid = \"d\"\namount = 1\ndate = 2026-01-01\n");
    std::string ids;
    for (const Item& item : budget.items)
        ids += item.id + ' ';
    CHECK(ids == "c aci b a d fees.main ");
    CHECK(budget.banks[0].fee_item == 5);
}

TEST_CASE("the language of the budget is known before the rest is read") {
    const auto language = [](const std::string& text) { return language_of(*read(text).document); };
    CHECK(language("lang = \"en\"") == Language::english);
    CHECK(language("langue = \"fr\"\nnonsense = 1") == Language::french);
    CHECK_FALSE(language("schema = 1"));
}

TEST_CASE("a line that contradicts itself or never falls due is an error at its place") {
    struct Row {
        std::string keys;
        std::string problems;
    };
    for (const Row& row : {
             Row{"amount = 1\nevery = \"2 weeks\"", "line.from@8:9"},
             Row{"amount = 1\nevery = \"2 weeks\"\nfrom = \"2026-01\"", "value.type@9:8"},
             Row{"amount = 1\nevery = \"week\"\nday = 5\nfrom = 2026-01-05", "line.day@9:7"},
             Row{"annual = 1\nevery = \"week\"\nfrom = 2026-01-05", "line.annual@8:9(7:10)"},
             Row{"amount = 1\nevery = \"month\"\nday = 5\ntimes = 3", "line.from@10:9"},
             Row{"amount = 1\nevery = \"month\"\nday = 5\nfrom = \"2026-01\"\ntimes = 0", "value.range@11:9"},
             Row{"amount = 1\nevery = \"month\"\nday = 5\nfrom = \"2026-01\"\nuntil = \"2026-03\"\ntimes = 3",
                 "line.contradiction@12:9(11:9)"},
             Row{"annual = 1\nevery = \"month\"\nday = 5\nfrom = \"2026-01\"\ntimes = 3",
                 "line.contradiction@11:9(7:10)"},
             Row{"amount = 1\nannual = 2\nevery = \"month\"\nday = 1", "line.contradiction@8:10(7:10)"},
             Row{"amounts = [{ date = 2026-01-01, amount = 1 }]\nevery = \"month\"", "line.contradiction@8:9(7:11)"},
             Row{"amount = 1\ndate = 2026-01-01\nday = 1", "line.contradiction@9:7(8:8)"},
             Row{"annual = 1\ndate = 2026-01-01", "line.contradiction@8:8(7:10)"},
             Row{"amount = 1\nevery = \"month\"\nday = 1\ndate = 2026-01-01",
                 "line.contradiction@9:7(10:8) line.contradiction@10:8(8:9)"},
             Row{"amount = 1", "line.when@4:1"},
             Row{"amount = 1\nevery = \"once\"", "line.when@4:1"},
             Row{"amount = 1\nevery = \"month\"", "key.missing@4:1"},
             Row{"every = \"month\"\nday = 1", "key.missing@4:1"},
             Row{"amount = 1\nevery = \"5 months\"\nday = 1", "line.from@8:9"},
             Row{"annual = 1\nevery = \"5 months\"\nday = 1\nfrom = \"2026-01\"", "line.annual@8:9(7:10)"},
             Row{"amount = 1\nevery = \"month\"\nday = 1\nfrom = \"2026-03\"\nuntil = \"2026-02\"",
                 "line.bounds@11:9(10:8)"},
             Row{"amount = 1\nevery = \"month\"\nday = 5\nfrom = 2026-03-06\nuntil = 2026-04-04", "line.never@4:1"},
             Row{"amount = 1\nevery = { months = [3] }\nday = 5\nfrom = \"2026-04\"\nuntil = \"2027-02\"",
                 "line.never@4:1"},
             Row{"amount = 1\ndate = 2026-03-05\nfrom = \"2026-04\"", "line.outside@7:10(9:8)"},
             Row{"amounts = []", "line.never@4:1"},
             Row{"amount = 1\nevery = \"month\"\nday = 1\nindex = [{ date = 2027-01-01, rate = \"1 %\" }, { date = "
                 "2027-01-01, rate = \"1 %\" }]",
                 "index.order@10:56(10:19)"},
             Row{"amount = 1\ndate = 2026-01-01\nindex = { rate = \"1 %\" }", "line.contradiction@9:9(8:8)"},
             Row{"amount = 1\ndate = 2026-01-01\nbank = \"min\"", "id.unknown@9:8"},
             Row{"amount = 1\ndate = 2026-02-30", "date.impossible@8:8"},
             Row{"amount = 1\ndate = 2026-01-01\npaid_to = \"main\"", "transfer.same@9:11"},
         }) {
        CAPTURE(row.keys);
        CHECK(line_problems(row.keys) == row.problems);
    }
}

TEST_CASE("the last possible day of a rule is enough for it to fall due") {
    CHECK(line_problems("amount = 1\nevery = \"month\"\nday = 5\nfrom = 2026-03-06\nuntil = 2026-04-05") == "");
    CHECK(line_problems("amount = 1\nevery = { months = [2] }\nday = 31\nfrom = \"2026-02\"\nuntil = 2026-02-28") ==
          "");
    CHECK(line_problems("amount = 1\ndate = 2026-03-05\nfrom = 2026-03-05\nuntil = 2026-03-05") == "");
}

TEST_CASE("money between our own accounts says rightly where it goes") {
    const auto problems = [](const char* kind, const char* keys) {
        return problems_of(
            "entity = [{ id = \"x\" }, { id = \"y\" }]\n"
            "bank = [{ id = \"a\", entity = \"x\", opening = 0, date = 2026-01-01 }, "
            "{ id = \"b\", entity = \"x\", opening = 0, date = 2026-01-01 }, "
            "{ id = \"c\", entity = \"y\", opening = 0, date = 2026-01-01 }]\n[[" +
            std::string(kind) + "]]\nid = \"t\"\ncategory = \"transfer\"\namount = 1\ndate = 2026-01-01\n" + keys);
    };
    CHECK(problems("transfer", "bank = \"a\"\npaid_to = \"b\"") == "");
    CHECK(problems("expense", "bank = \"a\"\npaid_to = \"y\"") == "");
    CHECK(problems("transfer", "bank = \"a\"\npaid_to = \"c\"") == "transfer.entity@9:11");
    CHECK(problems("expense", "bank = \"a\"\npaid_to = \"b\"") == "line.same-entity@9:11");
    CHECK(problems("income", "bank = \"a\"\npaid_to = \"c\"") == "line.paid-to@9:11");
    CHECK(problems("transfer", "bank = \"a\"") == "key.missing@3:1");
    CHECK(problems("expense", "paid_to = \"c\"") == "key.missing@3:1");
    CHECK(problems("expense", "entity = \"y\"\nbank = \"a\"") == "bank.entity@9:8(8:10)");
}

TEST_CASE("ids are unique, known, and not those of the results") {
    const std::string line = "\namount = 1\ncategory = \"rent\"\ndate = 2026-01-01\n";
    CHECK(problems_of(std::string(one_bank) + "[[expense]]\nid = \"x\"" + line + "[[income]]\nid = \"x\"" + line) ==
          "id.repeated@10:6(5:6)");
    CHECK(problems_of(std::string(one_bank) + "[[expense]]\nid = \"aci\"" + line) == "id.reserved@5:6");
    CHECK(problems_of(std::string(one_bank) + "[[expense]]\nid = \"all\"" + line) == "id.reserved@5:6");
    CHECK(problems_of(std::string(one_bank) +
                      "[[expense]]\nid = \"x\"\namount = 1\ncategory = \"rnt\"\ndate = 2026-01-01\n") ==
          "id.unknown@7:12");
    CHECK(problems_of(std::string(one_bank) + "[[member]]\nid = \"x\"\n[[member]]\nid = \"x\"\n") ==
          "id.repeated@7:6(5:6)");
    CHECK(problems_of(std::string(one_bank) + "[[category]]\nid = \"rent\"\n") == "category.repeated@5:6");
}

TEST_CASE("a line without category is a warning, not an error") {
    const Reading reading = read(std::string(one_bank) + "[[income]]\nid = \"x\"\namount = 1\ndate = 2026-01-01\n");
    CHECK(reading.problems() == "line.unclassified@4:1");
    REQUIRE(reading.budget);
    CHECK(reading.budget->categories[reading.budget->items[0].category].id == "other-income");
}

TEST_CASE("an entity has a bank, an id where there are several, and a SIREN that adds up") {
    CHECK(
        problems_of(
            "entity = [{ id = \"x\" }, { id = \"y\" }]\nbank = { entity = \"x\", opening = 0, date = 2026-01-01 }\n") ==
        "entity.bank@1:25");
    CHECK(problems_of(
              "entity = [{ id = \"x\" }, { name = \"y\" }]\nbank = [{ id = \"a\", entity = \"x\", opening = 0, date = "
              "2026-01-01 }, { id = \"b\", entity = \"main\", opening = 0, date = 2026-01-01 }]\n") ==
          "key.missing@1:25");
    // 732 829 320 is the example of the French standard: doubles 3, 8, 9, 2 give 6, 7, 9, 4; with 7, 2, 2, 3, 0 the sum
    // is 40.
    const auto siren = [](const char* digits) {
        return problems_of(std::string(one_bank) + "[entity]\nsiren = \"" + digits + "\"\n");
    };
    CHECK(siren("732829320") == "");
    CHECK(siren("732 829 320") == "");
    CHECK(siren("732829321") == "siren.key@5:9");
    CHECK(siren("732892320") == "siren.key@5:9");
    CHECK(siren("73282932") == "siren.digits@5:9");
    CHECK(siren("73282932O") == "siren.digits@5:9");
}

TEST_CASE("the instalments of a grant make its amount") {
    const auto problems = [](const std::string& keys) {
        return problems_of(std::string(one_bank) + "[[grant]]\nid = \"g\"\n" + keys);
    };
    const auto shares = [&](const char* one, const char* two) {
        return problems("amount = 100\ninstalments = [{ share = \"" + std::string(one) +
                        "\", date = 2026-01-01 }, { share = \"" + two + "\", date = 2026-01-01 }]");
    };
    CHECK(shares("60 %", "40 %") == "");
    CHECK(shares("60 %", "rest") == "");
    CHECK(shares("60 %", "39.99 %") == "grant.sum@7:15(6:10)");
    CHECK(shares("60 %", "41 %") == "grant.sum@7:15(6:10)");
    CHECK(shares("rest", "rest") == "grant.sum@7:15(6:10)");
    CHECK(problems("amount = 100\ninstalments = [{ amount = 99.99, date = 2026-01-01 }]") == "grant.sum@7:15(6:10)");
    CHECK(problems("amount = 100\ninstalments = [{ amount = 50, date = 2026-01-01 }, { share = \"50 %\", date = "
                   "2026-01-01 }]") == "grant.sum@7:15(6:10)");
    CHECK(problems("instalments = [{ share = \"50 %\", date = 2026-01-01 }]") == "key.missing@4:1");
    CHECK(problems("amount = 100") == "grant.when@4:1");
    CHECK(problems("amount = 100\ndate = 2026-01-01\nevery = \"month\"\nfrom = \"2026-01\"")
              .starts_with("grant.every@8:9"));
}

TEST_CASE("every problem of a file is found in one run, in the order of the file") {
    CHECK(problems_of("[bank]\nopening = \"12.00\"\ndate = \"31/02/2026\"\nflor = 1\n[forecast]\nmonths = 0\n"
                      "[[expense]]\nid = \"é\"\ncategory = \"rent\"\namount = 1\ndate = 2026-01-01\n") ==
          "amount.point@2:11 date.impossible@3:8 key.unknown@4:1 value.range@6:10 id.characters@8:6");
}

TEST_CASE("a table that is not there says what an empty one says") {
    const std::string bank(one_bank);
    CHECK(budget_of(bank) == budget_of(bank + "[forecast]\n[entity]\n"));
    CHECK(budget_of(bank + "[aci]\n") == budget_of(bank + "[aci]\n[aci.options]\n"));
}
