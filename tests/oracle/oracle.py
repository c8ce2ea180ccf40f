#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A second opinion on every figure of msp-forecast: the budget format computed again, from its description alone.

    oracle.py BUDGET [--scenario ID] [--count hoped] [--by day|month|quarter|year]
                                      balances: the columns and rows of msp-forecast --view balance --format csv
    oracle.py BUDGET --movements      dated movements as CSV, sorted
    oracle.py BUDGET --lows           low point and days below of each bank
    oracle.py BUDGET --headlines      the figures of the five lines, as the JSON of msp-forecast has them

Slow and short on purpose: integers of cents and fractions, every day walked one by one. It trusts its input (a wrong
budget ends in a traceback) and reads TOML and JSON with English or French keys. It shares no code with the programs;
where the two differ, the manual decides which is wrong.
"""

import argparse
import calendar
import csv
import datetime
import decimal
import functools
import json
import pathlib
import re
import sys
import tomllib
import unicodedata
from copy import deepcopy
from dataclasses import dataclass
from fractions import Fraction

ONE_DAY = datetime.timedelta(days=1)

KEYS = {
    "langue": "lang", "entite": "entity", "banque": "bank", "prevision": "forecast", "charge": "expense",
    "produit": "income", "virement": "transfer", "subvention": "grant", "emprunt": "loan", "membre": "member",
    "categorie": "category", "fichiers": "files", "du": "from", "au": "until", "mois": "months", "nom": "name",
    "forme": "form", "cloture": "year_end", "comptabilite": "books", "jours_feries": "holidays",
    "decouvert": "overdraft", "plancher": "floor", "taux_decouvert": "overdraft_rate", "libelle": "label",
    "montant": "amount",
    "annuel": "annual", "montants": "amounts", "tous_les": "every", "le": "day", "jour_ouvre": "business_day",
    "delai": "delay", "indexation": "index", "exercice": "exercise", "coefficient": "scale", "verse_a": "paid_to",
    "arrive": "arrives", "recu_comme": "received_as", "etat": "state", "cle": "shared", "comptes": "match",
    "taux": "rate", "chaque": "each", "depuis": "since", "paliers": "steps", "versements": "instalments",
    "part": "share", "annees": "years", "type": "kind", "restant_du": "outstanding", "base_jours": "basis",
    "echeances": "instalments", "deblocages": "drawdowns", "frais": "fees", "fois": "times",
    "premiere": "first", "differe": "deferral", "assurance": "insurance", "tableau": "schedule", "annee": "year",
    "notifie": "notified", "avance": "advance", "solde": "balance", "prevu_le": "expected", "recu": "received",
    "clos": "closed", "reprise": "recovery", "par": "by", "entree": "in", "sortie": "out", "associe": "associate",
    "parts": "shares", "etp": "fte", "compte": "account", "ligne_cerfa": "grant_line", "ligne_fiscale": "tax_line",
    "base_sur": "based_on", "modifier": "change", "mettre": "set", "ajouter": "add", "retirer": "remove",
    "decaler": "shift", "a": "to", "valeur": "value", "capital": "principal", "interets": "interest",
    "contrat": "contract", "renouvele": "renewed", "patients_au": "patients_on", "jour_versement": "payment_day",
    "jour_avance": "advance_day", "jour_solde": "balance_day", "concertation_reunions": "concertation_meetings",
    "taux_dossiers": "case_rate", "prorata": "proration", "si_depuis": "si_from",
    "concertation_du": "concertation_date", "decompte": "count", "avance_ipa": "advance_ipa",
    "avance_crise": "advance_crisis", "arrondi": "rounding", "suppose": "assume", "associes": "associates",
    "medecins": "doctors", "crise": "crisis", "justificatifs": "evidence", "precarite": "precarity",
    "c2s_nationale": "c2s_national", "ame_nationale": "ame_national", "atteints": "reached", "nombre": "number",
    "samedi": "saturday", "semaines_fermees": "closed_weeks",
    "semaines_fermees_hors_vacances": "closed_weeks_outside", "soins_non_programmes": "unscheduled",
    "dossiers": "cases", "patients_concernes": "concerned", "ald_moins_75": "ald_under_75", "plus_75": "over_75",
    "ald_plus_75": "ald_over_75", "reunions": "meetings", "regionales": "regional",
    "poste": "post", "employeur": "employer", "at_mp": "work_accident", "effectif": "headcount",
    "cotisations": "contributions", "paie_le": "pay_day", "heures_du_mois": "month_hours",
    "taxe_sur_les_salaires": "payroll_tax", "prevoyance_cadre_en_csg": "death_cover_in_csg",
    "frais_de_paie": "payroll_fee", "mutuelle": "health", "prevoyance": "provident", "cotisation": "premium",
    "part_employeur": "employer", "part_salarie": "employee", "plafond": "ceiling", "brut": "gross",
    "horaire": "hourly", "heures": "hours", "augmentations": "raises", "cadre": "executive", "cdd": "fixed_term",
    "treizieme_mois": "thirteenth", "primes": "bonuses", "formations": "training",
    "tickets_restaurant": "meal_vouchers", "transport": "travel", "facture": "invoice",
    "semaines": "weeks", "frais_de_gestion": "fee", "quotite": "kept", "tva": "vat", "depart": "leaving",
    "minimum_conventionnel": "minimum", "jours_maintenus": "kept_days", "retenue": "withheld", "remplacement": "replacement",
}
FREE_TABLES = ("reached", "points", "effort")  # by indicator, whose id may look like a key
BANK_KEYS = KEYS | {"solde": "opening"}  # the one key whose meaning depends on its table

WORDS = {
    "aucun": "none", "suivant": "next", "precedent": "previous", "espere": "hoped", "suppose": "assumed",
    "prevu": "planned", "appele": "called", "notifie": "notified", "paye": "paid", "dernier": "last",
    "compensation": "offset", "remboursement": "repayment",
    "echeances-constantes": "constant-instalments", "capital-constant": "constant-capital", "in-fine": "bullet",
    "exact/365": "actual/365", "exact/360": "actual/360", "partiel": "partial", "restant-du": "outstanding",
    "mois": "month", "trimestre": "quarter", "semestre": "half-year", "an": "year",
    "une-fois": "once", "solde": "rest", "meme": "same",
}


@functools.cache
def folded(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain.lower().replace("_", "-").strip()


def word(text):
    plain = folded(str(text)).replace(" ", "-")
    return WORDS.get(plain, plain)


def key(name, in_bank=False):
    return (BANK_KEYS if in_bank else KEYS).get(folded(name).replace("-", "_"), name)


def in_english(value, in_bank=False):
    if isinstance(value, list):
        return [in_english(v, in_bank) for v in value]
    if isinstance(value, dict):
        out = {}
        for name, v in value.items():
            english = key(name, in_bank)
            if english in FREE_TABLES:
                out[english] = v
                continue
            out[english] = in_english(v, english == "bank" or kind_added(value) == "bank" and english == "value")
        return out
    return value


def kind_added(change):
    added = change.get("add", change.get("ajouter", ""))
    return key(added) if isinstance(added, str) else ""


def english_path(text):
    """expense.<id>.key...: the id keeps its name, all else is a key or a number."""
    parts = text.split(".")
    parts[0] = key(parts[0])
    first_key = 1 if parts[0] == "forecast" else 2
    keys = [key(p, parts[0] == "bank") for p in parts[first_key:]]
    if parts[0] == "aci" and keys[0] in FREE_TABLES:
        return parts[:2] + [keys[0]] + of_indicator(parts[3:])
    return parts[:first_key] + keys


def of_indicator(parts):
    """The parts of its id as one, then keys."""
    import aci  # which needs this file
    length = next(n for n in range(len(parts), 0, -1) if ".".join(parts[:n]) in aci.IDS)
    return [".".join(parts[:length]), *map(key, parts[length:])]



def half_up(exact):
    """To a whole number, halves away from zero."""
    exact = Fraction(exact)
    whole = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return whole if exact >= 0 else -whole


def cents(value):
    if isinstance(value, str):
        value = re.sub(r"[\s\u00a0\u202f€]", "", value).replace(",", ".")
    written = decimal.Decimal(value)
    assert written.as_tuple().exponent >= -2, f"{value}: more than two decimals are written"
    return int(written * 100)


def rate(value):
    if isinstance(value, Fraction):
        return value
    if not isinstance(value, str):
        return Fraction(decimal.Decimal(value))
    text = re.sub(r"[\s\u00a0\u202f]", "", value).replace(",", ".")
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def date(value):
    if isinstance(value, datetime.date):
        return value
    if "/" in value:
        day, month, year = value.split("/")
        return datetime.date(int(year), int(month), int(day))
    return datetime.date.fromisoformat(value)


def is_month(value):
    return isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d", value)


def first_day(value):
    return date(value + "-01") if is_month(value) else date(value)


def last_day(value):
    if not is_month(value):
        return date(value)
    year, month = map(int, value.split("-"))
    return month_day(year * 12 + month - 1, 31)


def month_of(day):
    return day.year * 12 + day.month - 1


@functools.cache
def month_day(month, day):
    """The day of a month counted from year 0, or its last day where the month is shorter."""
    year, index = divmod(month, 12)
    return datetime.date(year, index + 1, min(day, calendar.monthrange(year, index + 1)[1]))


def months_of(every):
    """Of "quarter" three, of "5-months" five."""
    return {"month": 1, "quarter": 3, "half-year": 6, "year": 12}.get(every) or int(re.match(r"\d+", every)[0])


def days_of(every):
    """Of "2-weeks" fourteen; nothing of months."""
    found = re.fullmatch(r"(?:(\d+)-)?(?:(weeks?|semaines?)|days?|jours?)", every)
    return int(found[1] or 1) * (7 if found[2] else 1) if found else None


def days_in(day):
    """One day of the month or several, in a list or in a text."""
    if isinstance(day, list):
        return day
    return re.split(r"\s*[,;]\s*|\s+et\s+|\s+and\s+", day) if isinstance(day, str) else [day]


def add_months(day, months):
    return month_day(month_of(day) + months, day.day)


def year_day(year, text):
    month, day = map(int, text.split("-"))
    return month_day(year * 12 + month - 1, day)


@dataclass(frozen=True)
class Delay:
    months: int = 0
    days: int = 0
    end_of_month: bool = False

    def after(self, day):
        day = add_months(day, self.months) + self.days * ONE_DAY
        return month_day(month_of(day), 31) if self.end_of_month else day

    def __add__(self, other):
        return Delay(self.months + other.months, self.days + other.days, self.end_of_month or other.end_of_month)


def delay(value):
    if value is None or isinstance(value, Delay):
        return value or Delay()
    text = folded(value)
    end = "end of month" in text or "fin de mois" in text
    text = text.replace("end of month", "").replace("fin de mois", "")
    out = Delay(0, 0, end)
    for sign, number, unit in re.findall(r"([+-]?)\s*(\d+)\s*(months?|mois|days?|jours?)", text):
        n = -int(number) if sign == "-" else int(number)
        out += Delay(n, 0) if unit[0] == "m" else Delay(0, n)
    return out



def easter(year):
    """Gauss, as corrected for the Gregorian calendar."""
    a, b, c = year % 19, year % 4, year % 7
    century = year // 100
    p = (13 + 8 * century) // 25
    m = (15 - p + century - century // 4) % 30
    d = (19 * a + m) % 30
    n = (4 + century - century // 4) % 7
    e = (2 * b + 4 * c + 6 * d + n) % 7
    after_22_march = d + e
    if d == 29 and e == 6 or d == 28 and e == 6 and (11 * m + 11) % 30 < 19:
        after_22_march -= 7
    return datetime.date(year, 3, 22) + after_22_march * ONE_DAY


@functools.cache
def holidays(year, region):
    fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
    moving = [1, 39, 50]  # Easter Monday, Ascension, Whit Monday
    if region == "alsace-moselle":
        fixed.append((12, 26))
        moving.append(-2)
    return {datetime.date(year, m, d) for m, d in fixed} | {easter(year) + n * ONE_DAY for n in moving}


def rolled(day, how, region):
    step = {"none": 0, "next": 1, "previous": -1}[how]
    while step and (day.weekday() >= 5 or day in holidays(day.year, region)):
        day += step * ONE_DAY
    return day



def find(budget, parts):
    """The container and the key of a path."""
    if parts[0] == "forecast":
        return budget["forecast"], parts[1]
    if parts[0] == "aci":
        years = budget["aci"]["year"]
        holder, name = years, next(i for i, y in enumerate(years) if str(y["year"]) == parts[1])
    else:
        holder = budget[parts[0]]
        if isinstance(holder, dict):
            holder = budget[parts[0]] = [holder]
        name = next(i for i, entry in enumerate(holder) if entry.get("id", "main") == parts[1])
    for part in parts[2:]:
        if name in FREE_TABLES:
            import aci
            holder[name] = dict(aci.entries(holder.get(name, {})))
        holder = holder[name]
        name = int(part) - 1 if isinstance(holder, list) else part
    return holder, name


def shift(budget, parts, change):
    holder, name = find(budget, parts)
    entry = holder.setdefault(name, {}) if isinstance(holder, dict) else holder[name]
    if "amount" in change:
        entry["scale"] = rate(entry.get("scale", 1)) * (1 + rate(change["amount"]))
    if "date" in change:
        to = change["date"]
        if isinstance(to, datetime.date) or re.match(r"\d{4}-|\d\d/", to):
            entry["expected" if parts[0] == "aci" else "date"] = date(to)
            entry.pop("delay", None)
        else:
            entry["delay"] = delay(entry.get("delay")) + delay(to)


def apply_scenario(budget, scenario_id):
    scenarios = {s["id"]: s for s in budget.get("scenario", [])}
    chain = []
    while scenario_id:
        chain.insert(0, scenarios[scenario_id])
        scenario_id = chain[0].get("based_on")
    budget = deepcopy(budget)
    for change in (c for s in chain for c in s["change"]):
        if "set" in change:
            parts = english_path(change["set"])
            if parts[0] == "forecast":
                budget.setdefault("forecast", {})
            holder, name = find(budget, parts)
            holder[name] = change["to"]
        elif "add" in change:
            budget.setdefault(key(change["add"]), []).append(change["value"])
        elif "remove" in change:
            holder, name = find(budget, english_path(change["remove"]))
            del holder[name]
        else:
            shift(budget, english_path(change["shift"]), change)
    return budget



@dataclass
class Movement:
    bank: str
    date: datetime.date
    due: datetime.date
    line: str
    exercise: int
    state: str
    amount: int  # cents; into the account positive
    receipt: bool  # the side it is counted on, whatever its sign
    other: str = ""  # the account at the other end, where it is ours
    apart: bool = False  # over before one of both accounts opens, so that it is no money between them


class Plan:
    """All movements of a budget up to the last day of its forecast, or a later one."""

    def __init__(self, budget, folder=pathlib.Path("."), left_out=("hoped",), aci_late=Delay(), until=None, fees=True):
        self.folder = folder
        self.left_out = left_out
        self.aci_late = aci_late
        self.budget = budget
        self.entities = self.tables("entity") or [{}]
        self.banks = self.tables("bank")
        for bank in self.banks:
            bank.setdefault("id", "main")
            bank.setdefault("entity", self.entities[0].get("id", "main"))
            bank["date"] = date(bank["date"])
        for entity in self.entities:
            entity.setdefault("id", "main")
        self.start = min(b["date"] for b in self.banks)
        forecast = budget.get("forecast", {})
        self.first_month = month_of(first_day(forecast["from"]) if "from" in forecast else self.banks[0]["date"])
        self.months = forecast.get("months", 12)
        self.shown_until = month_day(self.first_month + self.months - 1, 31)
        self.end = max(self.shown_until, until or self.shown_until)
        self.movements = []
        for section in ("expense", "income", "transfer"):
            for line in self.tables(section):
                self.add_line(section, line)
        for grant in self.tables("grant"):
            self.add_grant(grant)
        for loan in self.tables("loan"):
            self.add_loan(loan)
        if "post" in budget:
            import payroll  # which needs this file
            payroll.add_posts(self)
        if "aci" in budget:
            self.add_aci()
        if fees:
            self.add_fees()

    def tables(self, section):
        value = self.budget.get(section, [])
        return [value] if isinstance(value, dict) else value

    def entity_of(self, bank):
        return next(e for e in self.entities if e["id"] == bank["entity"])

    def bank_named(self, name):
        """A bank, or the first bank of an entity."""
        named = [b for b in self.banks if b["id"] == name] or [b for b in self.banks if b["entity"] == name]
        return named[0]

    def bank_of(self, item):
        if "bank" in item:
            return self.bank_named(item["bank"])
        return self.bank_named(item["entity"]) if "entity" in item else self.banks[0]

    def cash_day(self, due, item, bank):
        region = word(self.entity_of(bank).get("holidays", "france"))
        return rolled(delay(item.get("delay")).after(due), word(item.get("business_day", "none")), region)

    def exercise_of(self, day, bank):
        """The financial year a day falls in, named by the calendar year it ends in."""
        year_end = self.entity_of(bank).get("year_end", "12-31").replace("02-28", "02-29")
        year_end = year_day(day.year, year_end)
        return day.year if day <= year_end else day.year + 1

    def add(self, bank, day, due, line, exercise, state, amount, receipt, other="", apart=False):
        """`apart`: over before one of both accounts opens, so that it is none between accounts."""
        own = other and self.bank_named(other)["entity"] == bank["entity"]  # of one entity's accounts to another
        uncertain = state in self.left_out and amount >= 0 and not own  # payments always count
        if bank["date"] <= day <= self.end and not uncertain:
            self.movements.append(Movement(bank["id"], day, due, line, exercise, state, amount, receipt, other,
                                           apart))

    # Lines

    def add_line(self, section, line):
        bank = self.bank_of(line)
        other = self.bank_named(line["paid_to"]) if "paid_to" in line else None
        state, sign = word(line.get("state", "planned")), 1 if section == "income" else -1
        for due, amount in self.occurrences(line):
            amount = sign * half_up(amount * rate(line.get("scale", 1)))
            day = self.cash_day(due, line, bank)
            receipt = amount > 0 if section == "transfer" else section == "income"
            roll = {"delay": line.get("arrives"), "business_day": line.get("business_day", "none")}
            arrives = self.cash_day(day, roll, bank)
            apart = bool(other) and (arrives < other["date"] or arrives < bank["date"])
            self.add(bank, day, due, line["id"], self.exercise_of_line(line, due, bank), state, amount, receipt,
                     other["id"] if other else "", apart)
            if other:
                self.add(other, arrives, due, line["id"], self.exercise_of_line(line, due, other), state, -amount,
                         not receipt, bank["id"], apart)

    def exercise_of_line(self, line, due, bank):
        rule = line.get("exercise", "same")
        if isinstance(rule, int):
            return rule
        return self.exercise_of(due, bank) + {"same": 0, "previous": -1, "next": 1}[word(rule)]

    def occurrences(self, line):
        """(due day, amount before `scale`), also of days outside the plan: a delay may bring them in."""
        if "amounts" in line:
            return [(date(a["date"]), cents(a["amount"])) for a in line["amounts"]]
        if "date" in line:
            due = date(line["date"])
            return [(due, self.indexed(cents(line["amount"]), line, due))]
        every = line["every"]
        if not isinstance(every, dict) and days_of(word(every)):
            return self.by_days(line, days_of(word(every)))
        if isinstance(every, dict):
            chosen, step = every["months"], 1
        else:
            text = word(every)
            step, chosen = months_of(text), range(1, 13)
        days = sorted(31 if word(d) == "last" else int(d) for d in days_in(line["day"]))
        margin = 24 + abs(delay(line.get("delay")).months) + abs(delay(line.get("delay")).days) // 28
        if "from" in line:
            month = month_of(first_day(line["from"]))
        else:
            month = (self.start.year - 1) * 12 - margin // 12 * 12  # a January before all that matters
        first = first_day(line["from"]) if "from" in line else datetime.date.min
        last = last_day(line["until"]) if "until" in line else datetime.date.max
        a_year = (len(chosen) if isinstance(every, dict) else 12 // step) * len(days)
        out, k = [], 0
        while month <= month_of(self.end) + margin:
            for day in days if month % 12 + 1 in chosen else []:
                due = month_day(month, day)
                if first <= due <= last:
                    out.append((due, self.one(line, due, k, a_year)))
                k += 1
            month += step
        return out[:line.get("times")]

    def by_days(self, line, step):
        """Every so many days from the first one on."""
        last = last_day(line["until"]) if "until" in line else datetime.date.max
        put_off = delay(line.get("delay"))
        beyond = self.end + (400 + 31 * abs(put_off.months) + abs(put_off.days)) * ONE_DAY
        due, out = date(line["from"]), []
        while due <= min(last, beyond):
            out.append((due, self.indexed(cents(line["amount"]), line, due)))
            due += step * ONE_DAY
        return out[:line.get("times")]

    def one(self, line, due, k, a_year):
        if "amount" in line:
            return self.indexed(cents(line["amount"]), line, due)
        whole = self.indexed(cents(line["annual"]), line, due)
        return instalment(whole, a_year, k % a_year)

    def indexed(self, amount, line, due):
        if "index" not in line:
            return amount
        index = line["index"]
        if isinstance(index, list):
            index = {"steps": index}
        base = date(index["since"]) if "since" in index else first_day(line["from"])
        if "steps" in index:
            steps = sorted((date(s["date"]), rate(s["rate"])) for s in index["steps"])
        else:
            days = (year_day(y, index.get("each", "01-01")) for y in range(base.year, due.year + 1))
            steps = [(day, rate(index["rate"])) for day in days]
        for day, rise in steps:
            if base < day <= due:
                amount = half_up(amount * (1 + rise))
        return amount

    # Grants

    def add_grant(self, grant):
        bank = self.bank_of(grant)
        parts = grant.get("instalments") or [{"share": "rest", "date": grant["date"]}]
        whole = cents(grant["amount"]) if "amount" in grant else sum(cents(p["amount"]) for p in parts)
        amounts = grant_parts(whole, parts)
        years = [None]
        if "every" in grant:
            years = range(first_day(grant["from"]).year, self.end.year + 2)
            if "until" in grant:
                years = [y for y in years if y <= last_day(grant["until"]).year]
        for year in years:
            for part, amount in zip(parts, amounts):
                due = year_day(year + part.get("years", 0), part["day"]) if year else date(part["date"])
                exercise = grant.get("exercise") or year or self.exercise_of(due, bank)
                state = word(part.get("state", grant.get("state", "notified")))
                self.add(bank, self.cash_day(due, grant, bank), due, grant["id"], exercise, state,
                         half_up(amount * rate(grant.get("scale", 1))), True)

    # ACI

    def aci_bank(self):
        aci = self.budget["aci"]
        if "bank" not in aci and "entity" not in aci:
            sisas = [e for e in self.entities if e.get("form", "SISA").upper() == "SISA"]
            aci = aci | {"entity": sisas[0]["id"]}
        return self.bank_of(aci)

    def add_aci(self):
        import aci  # which needs this file
        bank = self.aci_bank()
        for p in aci.payments(self.budget, self.aci_late):
            self.add(bank, p.date, p.due, p.line, p.exercise, p.state, p.amount, p.receipt)

    # Loans

    def add_loan(self, loan):
        bank = self.bank_of(loan)

        def add(due, part, amount):
            if amount == 0:
                return
            rule = {} if part in ("drawdown", "fees") else {"business_day": loan.get("business_day", "none")}
            self.add(bank, self.cash_day(due, rule, bank), due, f"{loan['id']}.{part}", self.exercise_of(due, bank),
                     "planned", amount, part == "drawdown")

        for day, drawn in draws_of(loan):
            add(delay(loan.get("delay")).after(day), "drawdown", drawn)
        fees = loan.get("fees", [])
        for fee in fees if isinstance(fees, list) else [fees]:
            day = date(fee.get("date", loan["date"]))
            add(delay(loan.get("delay")).after(day), "fees", -half_up(cents(fee["amount"]) * rate(loan.get("scale", 1))))
        for due, principal, interest, insurance in loan_rows(loan, self.folder):
            add(due, "principal", -principal)
            add(due, "interest", -interest)
            add(due, "insurance", -insurance)

    # Balances

    def add_fees(self):
        for bank in self.banks:
            if "overdraft_rate" not in bank:
                continue
            a_year = rate(bank["overdraft_rate"])
            by_day = self.by_day(bank)
            balance, owed, day = cents(bank["opening"]), 0, bank["date"]
            while day <= self.end:
                balance += by_day.get(day, 0)
                owed += max(-balance, 0)
                if day.month % 3 == 0 and (day + ONE_DAY).day == 1:
                    fee = half_up(owed * a_year / 365)
                    if fee:
                        exercise = self.exercise_of(day, bank)
                        self.add(bank, day, day, f"fees.{bank['id']}", exercise, "planned", -fee, False)
                    balance, owed = balance - fee, 0
                day += ONE_DAY

    def by_day(self, bank):
        out = {}
        for m in self.movements:
            if m.bank == bank["id"]:
                out[m.date] = out.get(m.date, 0) + m.amount
        return out

    def day_ends(self, bank):
        """(day, balance in the evening) from the bank's first day."""
        by_day, balance, day = self.by_day(bank), cents(bank["opening"]), bank["date"]
        while day <= self.end:
            balance += by_day.get(day, 0)
            yield day, balance
            day += ONE_DAY

    def groups(self):
        """(entity, bank, banks): every account, the sum of an entity's several, the sum of several entities."""
        for entity in self.entities:
            banks = [b for b in self.banks if b["entity"] == entity["id"]]
            yield from ((entity["id"], b["id"], [b]) for b in banks)
            if len(banks) > 1:
                yield entity["id"], "all", banks
        if len(self.entities) > 1:
            yield "all", "all", self.banks

    def shown_from(self):
        return max(month_day(self.first_month, 1), self.start)

    def rows(self, banks, by):
        """One row a period: period, opening, receipts, payments, net, closing, lowest, lowest_on."""
        evenings = self.evenings(banks)
        opening, first = sum(cents(b["opening"]) for b in banks), self.shown_from()
        if first > self.start:
            opening = evenings[first - ONE_DAY]
        rows = {}
        for day in (d for d in evenings if first <= d <= self.shown_until):
            rows.setdefault(period(day, by), []).append((evenings[day], day))
        sums = self.sums({b["id"] for b in banks}, by)
        for name, days in rows.items():
            receipts, payments = sums.get(name, (0, 0))
            closing, (lowest, lowest_on) = days[-1][0], min(days)
            assert opening + receipts + payments == closing
            yield [name, opening, receipts, payments, closing - opening, closing, lowest, lowest_on]
            opening = closing

    def evenings(self, banks):
        """What several accounts hold together each evening."""
        out = {}
        for bank in banks:
            for day, balance in self.day_ends(bank):
                out[day] = out.get(day, 0) + balance
        return out

    def sums_between(self, banks, first, last):
        """Receipts and payments of some days, without what moves between these accounts, and what of that began
        before these days or had not arrived at their end."""
        ids = {b["id"] for b in banks}
        sums, inside = [0, 0], [0, 0]
        for m in (m for m in self.movements if m.bank in ids and first <= m.date <= last):
            sums[0 if m.receipt else 1] += m.amount
            if m.other in ids and not m.apart:
                inside[0 if m.receipt else 1] += m.amount
        return sums[0] - inside[0], sums[1] - inside[1], sum(inside)

    def sums(self, banks, by):
        """Receipts and payments by period. Between accounts of the group the smaller of both sums is cancelled: what
        is left has gone out and not yet come in."""
        sums, inside = {}, {}
        for m in (m for m in self.movements if m.bank in banks and m.date >= self.shown_from()):
            side = 0 if m.receipt else 1
            sums.setdefault(period(m.date, by), [0, 0])[side] += m.amount
            if m.other in banks and not m.apart:
                inside.setdefault(period(m.date, by), [0, 0])[side] += m.amount
        for name, (came, went) in inside.items():
            cancelled = min(came, -went)
            sums[name][0] -= cancelled
            sums[name][1] += cancelled
        return sums


def period(day, by):
    if by == "day":
        return day.isoformat()
    if by == "month":
        return f"{day:%Y-%m}"
    return f"{day.year}-Q{(day.month + 2) // 3}" if by == "quarter" else f"{day.year}"


def instalment(whole, count, index):
    equal = half_up(Fraction(whole, count))
    if (whole - equal * (count - 1)) * whole < 0:  # a last one of the other sign: cut toward zero instead
        equal = (abs(whole) // count) * (1 if whole > 0 else -1)
    return equal if index < count - 1 else whole - equal * (count - 1)


def grant_parts(whole, parts):
    amounts = rounded_parts(whole, parts, half_up)
    return rounded_parts(whole, parts, int) if min(amounts) < 0 else amounts


def rounded_parts(whole, parts, rounded):
    amounts, exact, all_shares = [], Fraction(0), True
    for part in parts:
        if "amount" in part:
            amounts.append(cents(part["amount"]))
            all_shares = False
        elif word(part["share"]) == "rest":
            amounts.append(None)
        else:
            exact += rate(part["share"])
            amounts.append(rounded(whole * rate(part["share"])))
    if None in amounts:
        amounts[amounts.index(None)] = whole - sum(a for a in amounts if a is not None)
    elif all_shares and exact == 1:
        amounts[-1] = whole - sum(amounts[:-1])
    return amounts


def annuity(capital, a_period, count):
    """The constant instalment, half up."""
    growth = (1 + a_period)**count
    return half_up(capital * a_period * growth / (growth - 1))


def year_share(basis, first, last):
    if basis == "30/360":
        months = (last.year - first.year) * 12 + last.month - first.month
        return Fraction(months * 30 + min(last.day, 30) - min(first.day, 30), 360)
    return Fraction((last - first).days, int(basis.split("/")[1]))


class Calendar:
    """The due days of a loan, and the time of which each instalment has the interest."""

    def __init__(self, loan):
        self.basis = word(loan.get("basis", "30/360"))
        self.months = months_of(word(loan.get("every", "month")))
        self.put_off = delay(loan.get("delay"))
        self.start = date(loan["date"])
        self.first = date(loan.get("first", add_months(self.start, self.months)))
        day = loan.get("day", date(loan.get("first", loan["date"])).day)
        self.day = 31 if word(day) == "last" else int(day)
        self.on_its_day = self.rule(0) == self.first
        one_before = add_months(self.first, -self.months) if not self.on_its_day else self.rule(-1)
        self.runs_already = "outstanding" in loan and self.start >= one_before
        whole = self.runs_already or self.start == one_before or add_months(self.start, self.months) == self.first
        self.broken = ([] if whole else [0]) + ([] if self.on_its_day else [1])
        self.one_before = one_before

    def rule(self, k, put_off=Delay()):
        """The day of the month that the rule names; months of a delay move the rule, days what it gives."""
        due = month_day(month_of(self.first) + k * self.months + put_off.months, self.day)
        return Delay(0, put_off.days, put_off.end_of_month).after(due)

    def due(self, k, put_off=Delay()):
        if k == 0 and not self.on_its_day:
            return put_off.after(self.first)
        return self.rule(k, put_off)

    def times(self, k):
        """The part of a year whose interest is paid, and the part that a full period has."""
        whole = Fraction(self.months, 12)
        if self.basis == "30/360":
            since = self.first if k == 1 else self.start
            return (year_share(self.basis, since, self.due(k)) if k in self.broken else whole), whole
        due = self.due(k, self.put_off)
        regular_from = self.rule(k - 1, self.put_off) if k or self.on_its_day else self.put_off.after(self.one_before)
        if k:
            since = self.due(k - 1, self.put_off)
        else:
            since = regular_from if self.runs_already else self.put_off.after(self.start)
        part = year_share(self.basis, since, due)
        return part, year_share(self.basis, regular_from, due) if k in self.broken else part

    def since(self, day, k):
        """The part of a year from a day within a period to its end."""
        if self.basis == "30/360":
            return year_share(self.basis, day, self.due(k))
        return year_share(self.basis, self.put_off.after(day), self.due(k, self.put_off))


def bank_rows(loan, folder):
    with open(folder / loan["schedule"], encoding="utf-8", newline="") as file:
        for row in ({key(k): v for k, v in row.items()} for row in csv.DictReader(file)):
            due = delay(loan.get("delay")).after(date(row["date"]))
            yield due, *(cents(row.get(k) or "0") for k in ("principal", "interest", "insurance"))


def draws_of(loan):
    """(day, amount) of each part of the capital of a new loan; sums are scaled, so that they stay sums."""
    if "outstanding" in loan:
        return []
    parts = loan.get("drawdowns", [{"date": loan["date"], "amount": loan["amount"]}])
    scale, typed, drawn, out = rate(loan.get("scale", 1)), 0, 0, []
    for part in sorted(parts, key=lambda p: date(p["date"])):
        typed += cents(part["amount"])
        out.append((date(part["date"]), half_up(typed * scale) - drawn))
        drawn = half_up(typed * scale)
    return out


def loan_rows(loan, folder):
    """(due, principal, interest, insurance) of every instalment."""
    if "schedule" in loan:
        return list(bank_rows(loan, folder))
    return [row[:4] for row in rows_of_terms(loan)]


def interest_added(loan):
    """(due, interest) of every instalment whose interest is added to the capital."""
    return [(row[0], row[4]) for row in rows_of_terms(loan) if row[4]]


def rows_of_terms(loan):
    """(due, principal, interest, insurance, interest added to the capital) of every instalment."""
    calendar_of = Calendar(loan)
    scale = rate(loan.get("scale", 1))
    draws = draws_of(loan)
    owed = half_up(cents(loan["outstanding"]) * scale) if "outstanding" in loan else 0
    owed += sum(amount for day, amount in draws if day == calendar_of.start)
    draws = [draw for draw in draws if draw[0] > calendar_of.start]
    initial = half_up(cents(loan.get("amount", loan.get("outstanding"))) * scale)
    kind = word(loan.get("kind", "constant-instalments"))
    count, a_year = loan["instalments"], rate(loan.get("rate", 0))
    deferral, insurance = loan.get("deferral", {}), loan.get("insurance", {})
    last_draw = max((day for day, _ in draws), default=calendar_of.start)
    drawing = sum(calendar_of.due(k) <= last_draw for k in range(count)) if draws else 0
    deferred, amortised = max(deferral.get("instalments", 0), drawing), None
    rows = []
    for k in range(count):
        due = calendar_of.due(k, calendar_of.put_off)
        interest = half_up(owed * a_year * calendar_of.times(k)[0])
        base = initial if word(insurance.get("base", "initial")) == "initial" else owed
        cover = half_up(base * rate(insurance.get("rate", 0)) * Fraction(calendar_of.months, 12))
        if "amount" in insurance:
            cover = half_up(cents(insurance["amount"]) * calendar_of.months * scale)
        for day, amount in [d for d in draws if d[0] <= calendar_of.due(k)]:
            interest += half_up(amount * a_year * calendar_of.since(day, k))
            owed += amount
        draws = [d for d in draws if d[0] > calendar_of.due(k)]
        ordinary = half_up(owed * a_year * calendar_of.times(k)[1])
        if k < deferred:
            added = word(deferral.get("kind", "partial")) == "total"
            owed += interest if added else 0
            rows.append((due, 0, 0 if added else interest, cover, interest if added else 0))
            continue
        amortised = owed if amortised is None else amortised
        if k == count - 1:
            principal = owed
        elif kind == "bullet":
            principal = 0
        elif kind == "constant-instalments" and a_year:
            level = annuity(amortised, a_year * calendar_of.months / 12, count - deferred)
            principal = min(max(level - ordinary, 0), owed)
        else:
            principal = instalment(amortised, count - deferred, k - deferred)
        owed -= principal
        rows.append((due, principal, interest, cover, 0))
    return rows


def load(path):
    return parsed(*said_in(path))


def said_in(path):
    return pathlib.Path(path).read_bytes().decode("utf-8"), str(path).endswith(".json")


def parsed(text, as_json):
    return in_english((json if as_json else tomllib).loads(text, parse_float=decimal.Decimal))


def plan_of(path, scenario="base", left_out=("hoped",), **more):
    return planned(*said_in(path), pathlib.Path(path).parent, scenario, left_out, **more)


@functools.lru_cache(maxsize=64)
def planned(text, as_json, folder, scenario, left_out, **more):
    """One plan for all who ask; none of them changes it."""
    budget = parsed(text, as_json)
    if scenario != "base":
        budget = apply_scenario(budget, scenario)
    return Plan(budget, folder, left_out, **more)


def shown(amount):
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"


def stretches(days):
    """Consecutive days as [first, last]."""
    out = []
    for day in days:
        if out and day - out[-1][1] == ONE_DAY:
            out[-1][1] = day
        else:
            out.append([day, day])
    return out


def spans(days):
    return " ".join(f"{a}..{b}" for a, b in stretches(days))


def below(plan, bank, limit, until=None):
    """The days of the period, or until a later day, on which an account ends under a limit."""
    return [day for day, balance in plan.day_ends(bank)
            if plan.shown_from() <= day <= (until or plan.shown_until) and balance < limit]


def shortage(plan, banks, until=None):
    evenings = [(balance, day) for day, balance in plan.evenings(banks).items()]
    lowest, lowest_on = min((b, d) for b, d in evenings if plan.shown_from() <= d <= (until or plan.shown_until))

    def joined(limit_of):
        days = {day for bank in banks for day in below(plan, bank, limit_of(bank), until)}
        return [{"from": str(a), "to": str(b)} for a, b in stretches(sorted(days))]

    return {"lowest": {"amount": shown(lowest), "date": str(lowest_on)}, "worst": worst(plan, banks, until),
            "below_floor": joined(lambda bank: cents(bank.get("floor", 0))), "overdrawn": joined(lambda bank: 0)}


def worst(plan, banks, until=None):
    """The account that is worst off: overdrawn before below its floor before neither; of those overdrawn the least
    margin on the agreed overdraft, of the others the least above the floor; then the first in the file."""
    def standing(low, bank):
        floor = cents(bank.get("floor", 0))
        if low < 0:
            return 0, low + cents(bank.get("overdraft", 0))
        return 1 if low < floor else 2, low - floor

    lows = []
    for bank in banks:
        shown_days = [(balance, day) for day, balance in plan.day_ends(bank)
                      if plan.shown_from() <= day <= (until or plan.shown_until)]
        if shown_days:
            lows.append((*min(shown_days), bank))
    amount, day, bank = min(lows, key=lambda low: standing(low[0], low[2]))
    return {"bank": bank["id"], "amount": shown(amount), "date": str(day)}


def aci_alone(path, scenario, left_out):
    """The ACI of the budget, however late it comes."""
    budget = load(path) if scenario == "base" else apply_scenario(load(path), scenario)
    for section in ("expense", "income", "transfer", "grant", "loan", "post"):
        budget.pop(section, None)
    plan = Plan(budget, pathlib.Path(path).parent, left_out, until=datetime.date(2190, 12, 31), fees=False)
    return [m for m in plan.movements if m.amount > 0]


def headlines(path, scenario="base", left_out=("hoped",), as_of=None, on=None):
    """The figures of the five lines, an entity each; `on` is the day for which to say what can be paid out."""
    first = plan_of(path, scenario)
    as_of = as_of or first.banks[0]["date"]
    on = on or as_of
    aci = aci_alone(path, scenario, left_out)
    to_come = [m.date for m in aci if m.date > on]
    awaited = [m.date for m in aci if m.date > as_of and m.state != "paid"]
    eve = min(to_come) - ONE_DAY if to_come else max(first.shown_until, on)
    late_until = first.shown_until
    if awaited:
        late_until = max(late_until, Delay(2, 15).after(min(awaited)) - ONE_DAY)
    until = max(first.shown_until, as_of + 90 * ONE_DAY, on, eve)
    plan = plan_of(path, scenario, left_out, until=until)
    late = plan_of(path, scenario, left_out, until=late_until, aci_late=Delay(2, 15))
    certain = plan_of(path, scenario, ("hoped", "assumed"), until=until)
    for entity in plan.entities:
        banks = [b for b in plan.banks if b["entity"] == entity["id"]]
        evenings = plan.evenings(banks)
        horizon = max(plan.shown_until, on)
        has_aci = "aci" in plan.budget and plan.aci_bank()["entity"] == entity["id"]

        def spare(last, limit_of):
            """What each account that is there on the day can give away, added up; nothing where any account is short
            on some evening anyway, also one that comes into being later."""
            there = 0
            for bank in banks:
                left = [evening - limit_of(bank) for day, evening in plan.day_ends(bank) if on <= day <= last]
                if left and min(left) < 0:
                    return shown(0)
                if bank["date"] <= on:
                    there += min(left)
            return shown(there)

        def unplanned():
            """What the amounts to pay out do without."""
            import aci as engine  # which needs this file
            found = has_aci and engine.first_unsaid(plan.budget, on + ONE_DAY, max(horizon, eve))
            return {"exercise": found[0], "part": found[1], "date": str(found[2])} if found else None

        usual = spare(eve if has_aci else horizon, lambda bank: cents(bank.get("floor", 0)))
        receipts, payments, transit = plan.sums_between(banks, plan.shown_from(), plan.shown_until)
        soon = -plan.sums_between(banks, as_of + ONE_DAY, as_of + 90 * ONE_DAY)[1]
        days = evenings[as_of] * 900 // soon if soon > 0 and evenings[as_of] >= 0 else None
        yield {"scenario": scenario, "entity": entity["id"], "plan": shortage(plan, banks),
               "lowest_certain": shortage(certain, banks)["lowest"],
               "worst_certain": worst(certain, banks),
               "late_aci": shortage(late, banks, late_until) | {"until": str(late_until)}
               if has_aci and awaited else None,
               "distributable": {"date": str(on),
                                 "above_floor": spare(horizon, lambda bank: cents(bank.get("floor", 0))),
                                 "without_overdraft_before_aci": spare(eve if has_aci else horizon, lambda bank: 0),
                                 "next_aci": str(min(to_come)) if has_aci and to_come else None,
                                 "above_floor_before_aci": usual,
                                 "without_overdraft": spare(horizon, lambda bank: 0),
                                 "until": "next-aci", "above": "floor",
                                 "last": str(eve if has_aci else horizon), "amount": usual},
               "unplanned_aci": unplanned(),
               "receipts": shown(receipts), "payments": shown(payments), "in_transit": shown(transit),
               "as_of_closing": shown(evenings[as_of]),
               "days_of_cash": None if days is None else f"{days // 10}.{days % 10}"}


def print_lows(plan, write):
    write(["bank", "lowest", "lowest_on", "days_below_floor", "days_overdrawn", "below_floor", "overdrawn"])
    for bank in plan.banks:
        lowest, lowest_on = min((balance, day) for day, balance in plan.day_ends(bank) if day >= plan.shown_from())
        low, overdrawn = below(plan, bank, cents(bank.get("floor", 0))), below(plan, bank, 0)
        write([bank["id"], shown(lowest), lowest_on, len(low), len(overdrawn), spans(low), spans(overdrawn)])


def print_movements(plan, scenario, write):
    write(["scenario", "entity", "date", "due", "bank", "line", "exercise", "state", "amount"])
    entities = {b["id"]: b["entity"] for b in plan.banks}
    rows = ([scenario, entities[m.bank], m.date.isoformat(), m.due.isoformat(), m.bank, m.line, m.exercise, m.state,
             shown(m.amount)] for m in plan.movements if m.date >= plan.shown_from())
    for row in sorted(rows):
        write(row)


def print_balances(plan, scenario, by, write):
    write(["scenario", "entity", "bank", "period", "opening", "receipts", "payments", "net", "closing", "lowest",
           "lowest_on"])
    for entity, name, banks in plan.groups():
        for when, *amounts, lowest_on in plan.rows(banks, by):
            write([scenario, entity, name, when, *map(shown, amounts), lowest_on])


def main():
    options = argparse.ArgumentParser(description="The figures of a budget, computed a second time.")
    options.add_argument("budget")
    options.add_argument("--scenario", default="base")
    options.add_argument("--count", choices=["notified", "hoped"], default="notified")
    options.add_argument("--by", choices=["day", "month", "quarter", "year"], default="month")
    what = options.add_mutually_exclusive_group()
    what.add_argument("--movements", action="store_true")
    what.add_argument("--lows", action="store_true")
    what.add_argument("--headlines", action="store_true")
    given = options.parse_args()
    left_out = () if given.count == "hoped" else ("hoped",)
    plan = plan_of(given.budget, given.scenario, left_out)
    write = csv.writer(sys.stdout, lineterminator="\n").writerow
    if given.headlines:
        print(json.dumps(list(headlines(given.budget, given.scenario, left_out)), indent=1))
    elif given.lows:
        print_lows(plan, write)
    elif given.movements:
        print_movements(plan, given.scenario, write)
    else:
        print_balances(plan, given.scenario, given.by, write)


if __name__ == "__main__":
    import oracle  # this file, by the name under which aci.py knows it
    oracle.main()
