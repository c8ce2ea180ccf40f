#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A second opinion on every figure of msp-forecast: the budget format computed again, from its description alone.

    oracle.py BUDGET [--scenario ID] [--count hoped] [--by day|month|quarter|year]
                                      balances: the columns and rows of msp-forecast --view balance --format csv
    oracle.py BUDGET --movements      dated movements as CSV, sorted
    oracle.py BUDGET --lows           low point and days below of each bank

Slow and short on purpose: integers of cents and fractions, every day walked one by one. It trusts its input (a wrong
budget ends in a traceback) and reads TOML and JSON with English or French keys. It shares no code with the programs;
where the two differ, the manual decides which is wrong.
"""

import argparse
import calendar
import csv
import datetime
import decimal
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
    "echeances": "instalments",
    "premiere": "first", "differe": "deferral", "assurance": "insurance", "tableau": "schedule", "annee": "year",
    "notifie": "notified", "avance": "advance", "solde": "balance", "prevu_le": "expected", "recu": "received",
    "clos": "closed", "reprise": "recovery", "par": "by", "entree": "in", "sortie": "out", "associe": "associate",
    "parts": "shares", "etp": "fte", "compte": "account", "ligne_cerfa": "grant_line", "ligne_fiscale": "tax_line",
    "base_sur": "based_on", "modifier": "change", "mettre": "set", "ajouter": "add", "retirer": "remove",
    "decaler": "shift", "a": "to", "valeur": "value", "capital": "principal", "interets": "interest",
}
BANK_KEYS = KEYS | {"solde": "opening"}  # the one key whose meaning depends on its table

WORDS = {
    "aucun": "none", "suivant": "next", "precedent": "previous", "espere": "hoped", "suppose": "assumed",
    "prevu": "planned", "appele": "called", "notifie": "notified", "paye": "paid", "dernier": "last",
    "echeances-constantes": "constant-instalments", "capital-constant": "constant-capital", "in-fine": "bullet",
    "exact/365": "actual/365", "exact/360": "actual/360", "partiel": "partial", "restant-du": "outstanding",
    "mois": "month", "trimestre": "quarter", "an": "year", "une-fois": "once", "solde": "rest", "meme": "same",
}


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
    return parts[:first_key] + [key(p, parts[0] == "bank") for p in parts[first_key:]]



def half_up(exact):
    """To a whole number, halves away from zero."""
    exact = Fraction(exact)
    whole = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return whole if exact >= 0 else -whole


def cents(value):
    if isinstance(value, str):
        value = re.sub(r"[\s\u00a0\u202f€]", "", value).replace(",", ".")
    exact = Fraction(decimal.Decimal(value)) * 100
    assert exact.denominator == 1, f"{value}: more than two decimals"
    return exact.numerator


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


def month_day(month, day):
    """The day of a month counted from year 0, or its last day where the month is shorter."""
    year, index = divmod(month, 12)
    return datetime.date(year, index + 1, min(day, calendar.monthrange(year, index + 1)[1]))


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


class Plan:
    """All movements of a budget up to the last day of its forecast."""

    def __init__(self, budget, folder=pathlib.Path("."), hoped=False):
        self.folder = folder
        self.hoped = hoped
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
        self.end = month_day(self.first_month + self.months - 1, 31)
        self.movements = []
        for section in ("expense", "income", "transfer"):
            for line in self.tables(section):
                self.add_line(section, line)
        for grant in self.tables("grant"):
            self.add_grant(grant)
        for loan in self.tables("loan"):
            self.add_loan(loan)
        if "aci" in budget:
            self.add_aci(budget["aci"])
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
        year_end = year_day(day.year, self.entity_of(bank).get("year_end", "12-31"))
        return day.year if day <= year_end else day.year + 1

    def add(self, bank, day, due, line, exercise, state, amount, receipt, other=""):
        if bank["date"] <= day <= self.end and amount != 0 and (state != "hoped" or self.hoped):
            self.movements.append(Movement(bank["id"], day, due, line, exercise, state, amount, receipt, other))

    # Lines

    def add_line(self, section, line):
        bank = self.bank_of(line)
        other = self.bank_named(line["paid_to"]) if "paid_to" in line else None
        state, sign = word(line.get("state", "planned")), 1 if section == "income" else -1
        for due, amount in self.occurrences(line):
            amount = sign * half_up(amount * rate(line.get("scale", 1)))
            day = self.cash_day(due, line, bank)
            receipt = amount > 0 if section == "transfer" else section == "income"
            self.add(bank, day, due, line["id"], self.exercise_of_line(line, due, bank), state, amount, receipt,
                     other["id"] if other else "")
            if other:
                self.add(other, delay(line.get("arrives")).after(day), due, line["id"],
                         self.exercise_of_line(line, due, other), state, -amount, not receipt, bank["id"])

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
        if isinstance(every, dict):
            chosen, step = every["months"], 1
        else:
            text = word(every)
            step = {"month": 1, "quarter": 3, "year": 12}.get(text) or int(re.match(r"\d+", text)[0])
            chosen = range(1, 13)
        day = 31 if word(line["day"]) == "last" else int(line["day"])
        margin = 24 + abs(delay(line.get("delay")).months) + abs(delay(line.get("delay")).days) // 28
        if "from" in line:
            month = month_of(first_day(line["from"]))
        else:
            month = (self.start.year - 1) * 12 - margin // 12 * 12  # a January before all that matters
        first = first_day(line["from"]) if "from" in line else datetime.date.min
        last = last_day(line["until"]) if "until" in line else datetime.date.max
        a_year = len(chosen) if isinstance(every, dict) else 12 // step
        out, k = [], 0
        while month <= month_of(self.end) + margin:
            if month % 12 + 1 in chosen:
                due = month_day(month, day)
                if first <= due <= last:
                    out.append((due, self.one(line, due, k, a_year)))
                k += 1
            month += step
        return out

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
        base = date(index["since"]) if "since" in index else first_day(line.get("from", self.start))
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
                exercise = grant.get("exercise") or year or due.year
                state = word(part.get("state", grant.get("state", "notified")))
                self.add(bank, self.cash_day(due, grant, bank), due, grant["id"], exercise, state,
                         half_up(amount * rate(grant.get("scale", 1))), True)

    # ACI

    def add_aci(self, aci):
        if "bank" not in aci and "entity" not in aci:
            sisas = [e for e in self.entities if e.get("form", "SISA").upper() == "SISA"]
            aci = aci | {"entity": sisas[0]["id"]}
        bank = self.bank_of(aci)
        for year in aci["year"]:
            n = year["year"]
            advance, balance = year.get("advance", {}), dict(year.get("balance", {}))
            if "notified" in year and "notified" not in balance and "amount" not in balance:
                balance["notified"] = decimal.Decimal(cents(year["notified"]) - paid_as_advance(advance)) / 100
            self.add_aci_item(bank, n, "advance", advance, datetime.date(n, 4, 30))
            self.add_aci_item(bank, n, "balance", balance, datetime.date(n + 1, 4, 30))

    def add_aci_item(self, bank, year, part, item, default_day):
        name = f"aci.{part}"
        for day, amount in received_of(item):
            self.add(bank, day, day, name, year, "paid", amount, True)
        remaining = (aci_amount(item) or 0) - sum(amount for _, amount in received_of(item))
        if remaining > 0 and not item.get("closed"):
            due = date(item.get("expected", default_day))
            state = "notified" if "notified" in item else "assumed"
            self.add(bank, delay(item.get("delay")).after(due), due, name, year, state, remaining, True)
        if "recovery" in item:
            day = date(item["recovery"]["date"])
            self.add(bank, day, day, "aci.recovery", year, "notified", -cents(item["recovery"]["amount"]), True)

    # Loans

    def add_loan(self, loan):
        bank = self.bank_of(loan)

        def add(due, part, amount):
            self.add(bank, self.cash_day(due, loan, bank), due, f"{loan['id']}.{part}", self.exercise_of(due, bank),
                     "planned", amount, part == "drawdown")

        if "outstanding" not in loan:
            add(date(loan["date"]), "drawdown", half_up(cents(loan["amount"]) * rate(loan.get("scale", 1))))
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
                    self.add(bank, day, day, f"fees.{bank['id']}", self.exercise_of(day, bank), "planned", -fee, False)
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
        evenings = {}
        for bank in banks:
            for day, balance in self.day_ends(bank):
                evenings[day] = evenings.get(day, 0) + balance
        opening, first = sum(cents(b["opening"]) for b in banks), self.shown_from()
        if first > self.start:
            opening = evenings[first - ONE_DAY]
        rows = {}
        for day in (d for d in evenings if d >= first):
            rows.setdefault(period(day, by), []).append((evenings[day], day))
        sums = self.sums({b["id"] for b in banks}, by)
        for name, days in rows.items():
            receipts, payments = sums.get(name, (0, 0))
            closing, (lowest, lowest_on) = days[-1][0], min(days)
            assert opening + receipts + payments == closing
            yield [name, opening, receipts, payments, closing - opening, closing, lowest, lowest_on]
            opening = closing

    def sums(self, banks, by):
        """Receipts and payments by period. Between accounts of the group the smaller of both sums is cancelled: what
        is left has gone out and not yet come in."""
        sums, inside = {}, {}
        for m in (m for m in self.movements if m.bank in banks and m.date >= self.shown_from()):
            side = 0 if m.receipt else 1
            sums.setdefault(period(m.date, by), [0, 0])[side] += m.amount
            if m.other in banks:
                inside.setdefault(period(m.date, by), [0, 0])[side] += m.amount
        for name, (came, went) in inside.items():
            cancelled = min(came, -went)
            sums[name][0] -= cancelled
            sums[name][1] += cancelled
        return sums


def period(day, by):
    return {"day": day.isoformat(), "month": f"{day:%Y-%m}", "quarter": f"{day.year}-Q{(day.month + 2) // 3}",
            "year": f"{day.year}"}[by]


def instalment(whole, count, index):
    equal = half_up(Fraction(whole, count))
    if (whole - equal * (count - 1)) * whole < 0:  # a last one of the other sign: cut toward zero instead
        equal = (abs(whole) // count) * (1 if whole > 0 else -1)
    return equal if index < count - 1 else whole - equal * (count - 1)


def grant_parts(whole, parts):
    amounts, exact, all_shares = [], Fraction(0), True
    for part in parts:
        if "amount" in part:
            amounts.append(cents(part["amount"]))
            all_shares = False
        elif word(part["share"]) == "rest":
            amounts.append(None)
        else:
            exact += rate(part["share"])
            amounts.append(half_up(whole * rate(part["share"])))
    if None in amounts:
        amounts[amounts.index(None)] = whole - sum(a for a in amounts if a is not None)
    elif all_shares and exact == 1:
        amounts[-1] = whole - sum(amounts[:-1])
    return amounts


def received_of(item):
    received = item.get("received", [])
    received = [received] if isinstance(received, dict) else received
    return [(date(r["date"]), cents(r["amount"])) for r in received]


def aci_amount(item):
    amount = item.get("notified", item.get("amount"))
    return None if amount is None else half_up(cents(amount) * rate(item.get("scale", 1)))


def paid_as_advance(advance):
    """What an advance pays in all: what came of it once it is closed or complete, its amount before."""
    amount, received = aci_amount(advance), sum(r for _, r in received_of(advance))
    return received if amount is None or advance.get("closed") or received >= amount else amount



def annuity(capital, a_period, count):
    """The constant instalment, half up."""
    if a_period == 0:
        return half_up(Fraction(capital, count))
    growth = (1 + a_period)**count
    return half_up(capital * a_period * growth / (growth - 1))


def year_share(basis, first, last):
    if basis == "30/360":
        months = (last.year - first.year) * 12 + last.month - first.month
        return Fraction(months * 30 + min(last.day, 30) - min(first.day, 30), 360)
    return Fraction((last - first).days, int(basis.split("/")[1]))


def loan_rows(loan, folder):
    """(due, principal, interest, insurance) of every instalment."""
    if "schedule" in loan:
        with open(folder / loan["schedule"], encoding="utf-8", newline="") as file:
            rows = [{key(k): v for k, v in row.items()} for row in csv.DictReader(file)]
        return [(date(r["date"]), *(cents(r.get(k) or "0") for k in ("principal", "interest", "insurance")))
                for r in rows]
    scale = rate(loan.get("scale", 1))
    owed = half_up(cents(loan.get("outstanding", loan.get("amount"))) * scale)
    initial = half_up(cents(loan.get("amount", loan.get("outstanding"))) * scale)
    kind = word(loan.get("kind", "constant-instalments"))
    basis = word(loan.get("basis", "30/360"))
    every = word(loan.get("every", "month"))
    months = {"month": 1, "quarter": 3, "year": 12}.get(every) or int(re.match(r"\d+", every)[0])
    count, a_year = loan["instalments"], rate(loan.get("rate", 0))
    start = date(loan["date"])
    first = date(loan.get("first", add_months(start, months)))
    day = loan.get("day", first.day)
    day = 31 if word(day) == "last" else int(day)
    deferral = loan.get("deferral", {})
    deferred, deferral_kind = deferral.get("instalments", 0), word(deferral.get("kind", ""))
    insurance = loan.get("insurance", {})

    rows, level, before = [], None, start
    for k in range(count):
        due = first if k == 0 else month_day(month_of(first) + k * months, day)
        regular = Fraction(months, 12)
        broken = k == 0 and due != add_months(start, months)
        if basis != "30/360":
            regular = year_share(basis, add_months(due, -months) if k == 0 else before, due)
        ordinary = half_up(owed * a_year * regular)
        interest = half_up(owed * a_year * year_share(basis, start, due)) if broken else ordinary
        base = initial if word(insurance.get("base", "initial")) == "initial" else owed
        cover = half_up(base * rate(insurance.get("rate", 0)) * Fraction(months, 12))
        before = due
        if k < deferred:
            if deferral_kind == "total":
                rows.append((due, 0, 0, cover))
                owed += interest
            else:
                rows.append((due, 0, interest, cover))
            continue
        if level is None and kind == "constant-instalments":
            level = annuity(owed, a_year * months / 12, count - deferred)
        elif level is None:
            level = half_up(Fraction(owed, count - deferred))
        if k == count - 1:
            principal = owed
        elif kind == "bullet":
            principal = 0
        else:
            principal = level - ordinary if kind == "constant-instalments" else level
        owed -= principal
        rows.append((due, principal, interest, cover))
    return rows



def load(path):
    text = pathlib.Path(path).read_bytes().decode("utf-8")
    if str(path).endswith(".json"):
        return in_english(json.loads(text, parse_float=decimal.Decimal))
    return in_english(tomllib.loads(text, parse_float=decimal.Decimal))


def plan_of(path, scenario="base", hoped=False):
    budget = load(path)
    if scenario != "base":
        budget = apply_scenario(budget, scenario)
    return Plan(budget, pathlib.Path(path).parent, hoped)


def shown(amount):
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"


def spans(days):
    """Consecutive days as `first..last`."""
    out = []
    for day in days:
        if out and day - out[-1][1] == ONE_DAY:
            out[-1][1] = day
        else:
            out.append([day, day])
    return " ".join(f"{a}..{b}" for a, b in out)


def print_lows(plan, write):
    write(["bank", "lowest", "lowest_on", "days_below_floor", "days_overdrawn", "below_floor", "overdrawn"])
    for bank in plan.banks:
        ends = [(balance, day) for day, balance in plan.day_ends(bank) if day >= plan.shown_from()]
        lowest, lowest_on = min(ends)
        below = [day for balance, day in ends if balance < cents(bank.get("floor", 0))]
        overdrawn = [day for balance, day in ends if balance < 0]
        write([bank["id"], shown(lowest), lowest_on, len(below), len(overdrawn), spans(below), spans(overdrawn)])


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
    given = options.parse_args()
    plan = plan_of(given.budget, given.scenario, given.count == "hoped")
    write = csv.writer(sys.stdout, lineterminator="\n").writerow
    if given.lows:
        print_lows(plan, write)
    elif given.movements:
        print_movements(plan, given.scenario, write)
    else:
        print_balances(plan, given.scenario, given.by, write)


if __name__ == "__main__":
    main()
