#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The ACI of a budget, computed a second time: points as fractions, from values typed here from the published rules.

    aci.py BUDGET [--scenario ID]               the columns and rows of msp-aci --format csv
    aci.py BUDGET [--scenario ID] --schedule    those of msp-aci --schedule --format csv, without `basis`
    aci.py --self-test                          the worked examples of the guide of the Cnam

Slow and short on purpose; shares neither code nor data with the programs. Like oracle.py it trusts its input.
"""

import argparse
import csv
import datetime
import math
import sys
from collections import namedtuple
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

import oracle
from oracle import Delay, add_months, cents, date, delay, folded, half_up, in_english, rate, shown, word, year_day

COLUMNS = ["scenario", "entity", "exercise", "indicator", "axis", "class", "reached", "points", "points_max", "amount",
           "amount_max", "confidence", "points_num", "points_den"]
SCHEDULE_COLUMNS = ["scenario", "entity", "date", "kind", "exercise", "amount", "status"]

# English words of each option with the French ones; the first pair is the default.
OPTIONS = {
    "concertation_meetings": {"prorated": "au-prorata", "required": "exigees"},
    "case_rate": {"truncated": "tronque", "exact": "exact"},
    "proration": {"days": "jours", "months": "mois"},
    "si_from": {"acquisition": "acquisition", "contract": "contrat"},
    "concertation_date": {"contract": "contrat", "year": "annee"},
    "derogation": {"tree": "arbre", "full": "totale"},
    "count": {"on-date": "a-date", "by-days": "au-prorata"},
    "rounding": {"half-up": "au-plus-proche", "half-even": "au-pair", "down": "tronque"},
}
DEFAULTS = {name: next(iter(words)) for name, words in OPTIONS.items()} | {"advance_ipa": True, "advance_crisis": False}

POINT = 700  # cents
ADVANCE = Fraction(60, 100)
PRECARITY_CAP = Fraction(25, 100)
SIX_MEETINGS = 6
CASE_RATE = Fraction(5, 100)
CHILD_OBESITY = "obesite-enfant"


# ---- What a year is computed from

@dataclass
class Facts:
    year: int
    text: str
    patients: Fraction
    associates: Fraction
    assumed: bool = False
    ipa: bool = False
    crisis: bool = False
    reached: dict = field(default_factory=dict)
    typed: dict = field(default_factory=dict)  # points
    precarity: dict | None = None
    contract: datetime.date | None = None
    options: dict = field(default_factory=lambda: DEFAULTS)

    def entry(self, indicator):
        """What is said of it; a complement of an IPA is as what it completes, a level of diversity brings the lower."""
        said = self.reached.get(indicator.removesuffix(".ipa"))
        if indicator in ("acces.diversite.n1", "acces.vacations.n1") and not said:
            said = self.reached.get(indicator[:-1] + "2")
        return None if said is False else said

    def at_its_best(self):
        """Everything in full, over a full year."""
        return replace(self, contract=None, typed={}, reached={i.id: True for i in TEXTS[self.text]})

    def majoration(self):
        if self.precarity is None:
            return Fraction(0)
        excess = Fraction(0)
        for name in ("c2s", "ame"):
            share = Fraction(self.precarity.get(name, 0)) / self.patients
            excess += max(share - rate(self.precarity.get(f"{name}_national", 0)), 0)
        return min(PRECARITY_CAP, excess)


def days_of(year):
    return (datetime.date(year + 1, 1, 1) - datetime.date(year, 1, 1)).days


def part_of_year(facts, first):
    """From a day, included, to 31 December; a month begun counts as one."""
    if first is None or first.year < facts.year:
        return Fraction(1)
    if first.year > facts.year:
        return Fraction(0)
    if facts.options["proration"] == "months":
        return Fraction(13 - first.month, 12)
    return Fraction((datetime.date(facts.year, 12, 31) - first).days + 1, days_of(facts.year))


# ---- What each kind of indicator is worth: (facts, what is said of it) -> points

def fixed(points):
    return lambda facts, said: points


def by_patients(points):
    return lambda facts, said: points * facts.patients / 4000


def units(said, most):
    """How many, of which `most` count."""
    if said is True:
        return most
    return min(said["number"] if isinstance(said, dict) else said, most)


def each(points, most):
    return lambda facts, said: points * units(said, most)


def trainees(*points):
    """Of two, three … and more; fewer than two pay nothing."""
    return lambda facts, said: (0, 0, *points)[units(said, len(points) + 1)]


def coordination(facts, said):
    beyond = max(facts.patients - 8000, 0)
    return 1000 + Fraction(1700 * (facts.patients - beyond) + 1100 * beyond, 4000)


def software(facts, said):
    """The part of the year for which it counts."""
    since = said.get("since") if isinstance(said, dict) else said
    days = [] if since is True or since is None else [date(since)]
    if facts.options["si_from"] == "contract" and facts.contract:
        days.append(facts.contract)
    return part_of_year(facts, max(days, default=None))


def standard_software(facts, said):
    beyond = max(facts.associates - 16, 0)
    return (500 + 200 * (facts.associates - beyond) + 150 * beyond) * software(facts, said)


def advanced_software(facts, said):
    return 100 * software(facts, said)


def minutes(amplitude):
    if isinstance(amplitude, str):
        hours, _, rest = amplitude.lower().replace(" ", "").partition("h")
        return 60 * int(hours) + int(rest or 0)
    return Fraction(amplitude) * 60


def opening_hours(facts, said):
    if said is True:
        return 800
    weeks = Fraction(said.get("closed_weeks", 0))
    if not said.get("unscheduled", True) or weeks > 3 or Fraction(said.get("closed_weeks_outside", 0)) > 1:
        return 0
    if said.get("derogation", False):
        if facts.options["derogation"] == "full":
            return 800
        hours = 0
    else:
        open_for = minutes(said["amplitude"])
        if open_for < 8 * 60:
            return 0
        hours = 0 if open_for >= 12 * 60 else 60 if open_for >= 10 * 60 else 150
    return 800 - hours - (0 if said["saturday"] else 120) - (20 if weeks > 0 else 0)


def concertation(points):
    def value(facts, said):
        prorata = Fraction(1)
        if facts.options["concertation_date"] == "contract":
            prorata = part_of_year(facts, facts.contract)
        full = points * facts.patients / 4000 * prorata
        return full if said is True else full * cases(facts, said) * meetings(facts, said, SIX_MEETINGS * prorata)
    return value


def concerned_of(said):
    if "concerned" in said:
        return said["concerned"]
    return sum(said.get(name, 0) for name in ("ald_under_75", "over_75", "ald_over_75"))


def cases(facts, said):
    """The case rate against 5 %."""
    studied = Fraction(said["cases"], concerned_of(said))
    if facts.options["case_rate"] == "truncated":
        studied = Fraction(math.floor(studied * 10000), 10000)
    return min(Fraction(1), studied / CASE_RATE)


def meetings(facts, said, asked_for):
    held = said["meetings"]
    if facts.options["concertation_meetings"] == "required":
        return 1 if held >= asked_for else 0
    return min(Fraction(1), held / asked_for)


def missions_done(said):
    """Missions, the same theme counted once."""
    if not said:
        return 0
    if said is True:
        return 2
    if not isinstance(said, dict):
        return said
    themes = said.get("themes", [])
    return said.get("number", len(themes))


def missions_valued(said):
    """Two at most, and not both from the regional health project."""
    regional = said.get("regional", 0) if isinstance(said, dict) else 0
    return min(2, missions_done(said) - max(regional - 1, 0))


def missions(facts, said):
    return 350 * missions_valued(said) * facts.patients / 4000


def missions_complement(facts, said):
    return 200 if missions_valued(said) == 2 else 0


def child_obesity(facts, said):
    done = facts.entry("acces.missions")
    alone = missions_done(done) == 1 and isinstance(done, dict) and CHILD_OBESITY in done.get("themes", [])
    return 100 if missions_done(done) >= 2 or alone else 0


# ---- The texts

Indicator = namedtuple("Indicator", "id kind value confidence", defaults=("confirmed",))


def inferred(*rows):
    return tuple(Indicator(*row, "inferred") for row in rows)


ACCORD_2017 = (
    *inferred(("acces.horaires", "prerequisite", opening_hours)),
    Indicator("equipe.coordination", "prerequisite", None, "unknown"),
    *inferred(
        ("si.standard", "prerequisite", standard_software),
        ("equipe.protocoles", "socle", each(100, 8)),
        ("equipe.concertation", "socle", concertation(1000)),
        ("acces.diversite.n1", "optional", fixed(300)),
        ("acces.diversite.n2", "optional", fixed(300)),
        ("acces.vacations.n1", "optional", fixed(300)),
        ("acces.vacations.n2", "optional", fixed(300)),
        ("acces.cstm", "optional", fixed(200)),
        ("acces.missions", "optional", missions)),
    Indicator("acces.satisfaction", "optional", None, "unknown"),
    *inferred(
        ("equipe.formation", "optional", trainees(450)),
        ("equipe.coordination_externe", "optional", by_patients(200)),
        ("si.avance", "optional", advanced_software)),
)

AVENANT_1 = (
    Indicator("acces.horaires", "prerequisite", opening_hours),
    Indicator("acces.crise.plan", "prerequisite", fixed(100)),
    Indicator("acces.crise.actions", "conditional", by_patients(350)),
    Indicator("equipe.coordination", "prerequisite", coordination),
    Indicator("si.standard", "prerequisite", standard_software),
    Indicator("equipe.protocoles", "socle", each(100, 8)),
    Indicator("equipe.protocoles.ipa", "socle", each(40, 8)),
    Indicator("equipe.concertation", "socle", concertation(1000)),
    Indicator("equipe.concertation.ipa", "socle", concertation(200)),
    Indicator("acces.diversite.n1", "optional", fixed(300)),
    Indicator("acces.diversite.n2", "optional", fixed(300)),
    Indicator("acces.vacations.n1", "optional", fixed(300)),
    Indicator("acces.vacations.n2", "optional", fixed(300)),
    Indicator("acces.cstm", "optional", fixed(200)),
    Indicator("acces.missions", "optional", missions),
    Indicator("acces.missions.ipa", "optional", missions_complement),
    Indicator("acces.usagers.n1", "optional", fixed(200)),
    Indicator("acces.usagers.n2", "optional", by_patients(300)),
    Indicator("acces.sas.50", "optional", fixed(100)),
    Indicator("acces.sas.100", "optional", fixed(200)),
    Indicator("equipe.formation", "optional", trainees(450, 675, 900)),
    Indicator("equipe.coordination_externe", "optional", by_patients(200)),
    Indicator("equipe.qualite.n1", "optional", fixed(100)),
    Indicator("equipe.qualite.n2", "optional", by_patients(200)),
    Indicator("equipe.qualite.n3", "optional", by_patients(300)),
    Indicator("equipe.pnc", "optional", each(100, 6)),
    Indicator("equipe.parcours_ic", "optional", by_patients(100)),
    Indicator("equipe.parcours_obesite_enfant", "optional", child_obesity),
    Indicator("si.avance", "optional", advanced_software),
)

TEXTS = {"aci-2017": ACCORD_2017, "aci-2022-avenant1": AVENANT_1}
IDS = {i.id for text in TEXTS.values() for i in text}


def text_in_force(year):
    if 2017 <= year <= 2021:
        return "aci-2017"
    return "aci-2022-avenant1" if 2022 <= year <= 2025 else None


def kind_of(indicator, facts):
    plan_of_2022 = facts.text == "aci-2022-avenant1" and facts.year == 2022 and indicator.id == "acces.crise.plan"
    return "optional" if plan_of_2022 else indicator.kind


def is_due(indicator, facts):
    if indicator.id.endswith(".ipa"):
        return facts.ipa
    return indicator.kind != "conditional" or facts.crisis and facts.year != 2022


# ---- A year

@dataclass
class Line:
    id: str
    kind: str
    points: Fraction | None
    most: Fraction | None  # None: not public
    confidence: str
    amount: int = 0
    missed: int = 0

    @property
    def reached(self):
        if self.points is None:
            return "yes" if self.most else "no"
        return "no" if self.points == 0 else "yes" if self.points == self.most else "partly"


@dataclass
class Remuneration:
    facts: Facts
    lines: list
    exact: Fraction  # cents
    total: int
    most: int
    missing: list
    advance: int


def points_of(indicator, facts):
    if indicator.id in facts.typed:
        return Fraction(facts.typed[indicator.id])
    said = facts.entry(indicator.id)
    return Fraction(indicator.value(facts, said)) if said and is_due(indicator, facts) else Fraction(0)


def most_of(indicator, facts):
    """At 100 % for these patients and associates."""
    typed = facts.typed.get(indicator.id)
    if indicator.value is None:
        return None if typed is None else Fraction(typed)
    most = points_of(indicator, facts.at_its_best())
    if indicator.id == "acces.sas.50":
        most = Fraction(100 if facts.entry(indicator.id) else 0)
    if indicator.id == "acces.sas.100" and facts.entry("acces.sas.50"):
        most = Fraction(100)
    return most if typed is None else max(most, Fraction(typed))


def line_of(indicator, facts):
    confidence = "typed" if indicator.id in facts.typed else indicator.confidence
    return Line(indicator.id, kind_of(indicator, facts), points_of(indicator, facts), most_of(indicator, facts),
                "assumed" if facts.assumed else confidence)


def rounded(exact, how):
    if how == "down":
        return math.floor(exact)
    return round(exact) if how == "half-even" else half_up(exact)


def parts(total, exact):
    """Each is its whole cents; what is left of the total goes to the largest remainders, ties in order. Two roundings,
    halves to even, can lie a cent further apart or nearer than their exact sums: the first of the largest parts takes
    that."""
    held = min(max(total, math.floor(sum(exact))), math.ceil(sum(exact)))
    out = [math.floor(e) for e in exact]
    order = sorted(range(len(exact)), key=lambda i: (out[i] - exact[i], i))
    for i in order[:held - sum(out)]:
        out[i] += 1
    out[out.index(max(out))] += total - held
    assert sum(out) == total and abs(total - held) <= 1
    return out


def remuneration(facts):
    lines = [line_of(indicator, facts) for indicator in TEXTS[facts.text]]
    missing = [line.id for line in lines if line.kind == "prerequisite" and line.points == 0]
    majoration, how = facts.majoration(), facts.options["rounding"]
    paid = [Fraction(0) if missing else line.points * POINT for line in lines]
    most = [(line.points if line.most is None else line.most) * POINT for line in lines]
    advance = advance_of(facts, lines)
    if facts.precarity is not None:
        confidence = "assumed" if facts.assumed else "single"
        lines.append(Line("majoration", "majoration", None, majoration, confidence))
        paid.append(majoration * sum(paid))
        most.append(majoration * sum(most))
    total, full = rounded(sum(paid), how), rounded(sum(most), how)
    missed = parts(full - total, [m - p for m, p in zip(most, paid)])
    for line, amount, more in zip(lines, parts(total, paid), missed):
        line.amount, line.missed = amount, more
    return Remuneration(facts, lines, sum(paid), total, full, missing, advance)


def advance_of(facts, lines):
    """60 % of prerequisites and socle at 100 %, over the part of the contract's first year."""
    kinds = {"prerequisite", "socle"} | ({"conditional"} if facts.options["advance_crisis"] else set())
    base = sum(line.most for line in lines
               if line.kind in kinds and (facts.options["advance_ipa"] or not line.id.endswith(".ipa")))
    return half_up(ADVANCE * base * POINT * part_of_year(facts, facts.contract))


# ---- From the budget

def entries(table, prefix=""):
    """What is typed by indicator: its id in quotes, or as tables in tables."""
    for name, value in table.items():
        if prefix + name in IDS or not isinstance(value, dict):
            yield prefix + name, in_english(value)
        else:
            yield from entries(value, f"{prefix}{name}.")


def options_of(aci):
    out = dict(DEFAULTS)
    for name, value in aci.get("options", {}).items():
        words = OPTIONS.get(name, {})
        out[name] = value if isinstance(value, bool) else next(e for e, f in words.items() if folded(value) in (e, f))
    return out


def entity_of(budget):
    entities = budget.get("entity", {})
    entities = [entities] if isinstance(entities, dict) else entities
    aci, banks = budget["aci"], budget["bank"]
    if "entity" in aci:
        return aci["entity"]
    if "bank" in aci:
        banks = [banks] if isinstance(banks, dict) else banks
        bank = next(b for b in banks if b.get("id", "main") == aci["bank"])
        return bank.get("entity", entities[0].get("id", "main"))
    return next(e for e in entities if e.get("form", "SISA").upper() == "SISA").get("id", "main")


def counted(budget, year, options):
    """Patients and associates from the dated members."""
    entity, patients, associates = entity_of(budget), Fraction(0), Fraction(0)
    members = budget.get("member", [])
    for member in [members] if isinstance(members, dict) else members:
        if not member.get("associate", True) or member.get("entity", entity) != entity:
            continue
        weight = presence(member, year, budget["aci"].get("patients_on", "12-31"), options["count"] == "by-days")
        associates += weight
        patients += weight * member.get("patients", 0)
    return {"patients": patients, "associates": associates}


def presence(member, year, on, by_days):
    first = date(member["in"]) if "in" in member else datetime.date.min
    last = date(member["out"]) if "out" in member else datetime.date.max
    if not by_days:
        return Fraction(first <= year_day(year, on) <= last)
    first, last = max(first, datetime.date(year, 1, 1)), min(last, datetime.date(year, 12, 31))
    return Fraction(max((last - first).days + 1, 0), days_of(year))


UNKNOWN = {text: {i.id for i in indicators if i.value is None} for text, indicators in TEXTS.items()}


def facts_of(budget):
    """Of every year that says what is reached, or follows one that does."""
    aci, options = budget["aci"], options_of(budget["aci"])
    known, reached, typed, text_before, said = {}, {}, {}, None, False
    for year in sorted(aci["year"], key=lambda y: y["year"]):
        n = year["year"]
        known |= {name: year[name] for name in ("patients", "associates", "ipa") if name in year}
        text = year.get("assume", text_in_force(n))
        typed = dict(typed) if text == text_before else {}
        # What is said anew ends older points, unless they are all that is known of its value.
        for name, value in entries(year.get("reached", {})):
            if value is False or name not in UNKNOWN.get(text, ()):
                typed.pop(name, None)
        typed |= {name: Fraction(Decimal(points)) for name, points in entries(year.get("points", {}))}
        reached = reached | dict(entries(year.get("reached", {})))
        said, text_before = said or "reached" in year, text
        if said:
            counts = counted(budget, n, options) | known
            contract = date(aci["contract"]) if "contract" in aci else None
            yield Facts(n, text, Fraction(counts["patients"]), Fraction(counts["associates"]),
                        assumed=text != text_in_force(n), ipa=counts.get("ipa", False),
                        crisis=year.get("crisis", False), reached=reached, typed=typed,
                        precarity=year.get("precarity"), contract=contract, options=options)


# ---- Payments

@dataclass
class Payment:
    date: datetime.date
    due: datetime.date
    kind: str
    exercise: int
    amount: int
    status: str  # in the schedule
    line: str
    state: str  # of the movement
    receipt: bool = True


def received_of(item):
    received = item.get("received", [])
    received = [received] if isinstance(received, dict) else received
    return [(date(r["date"]), cents(r["amount"])) for r in received]


def latest_day(aci, year, part):
    contract = date(aci["contract"]) if "contract" in aci else None
    new = part == "advance" and contract is not None and contract.year == year
    when = aci.get(f"{part}_day", aci.get("payment_day", "latest"))
    if new:
        regular = add_months(contract, 3)
    else:
        regular = datetime.date(year + (part == "balance"), 4, 30)
    if word(when) in ("latest", "au-plus-tard"):
        return regular
    if len(when) == 5 and when[2] == "-":
        return regular if new else year_day(regular.year, when)
    return delay(when).after(regular)


def typed_amount(item):
    """(cents, status), or none."""
    for name, status in (("notified", "notified"), ("amount", "assumed")):
        if name in item:
            return cents(item[name]), status
    return None


def scaled(amount, item):
    return amount and (half_up(amount[0] * rate(item.get("scale", 1))), amount[1])


def taken_back(item):
    return cents(item["recovery"]["amount"]) if "recovery" in item else 0


def comes_to(item, amount):
    """Its amount, or what came where that is more or nothing else will; less what is taken back of it."""
    received = sum(r for _, r in received_of(item))
    return (received if amount is None or item.get("closed") else max(received, amount[0])) - taken_back(item)


def is_stated(item):
    return typed_amount(item) is not None or bool(item.get("closed") and received_of(item))


def advance_by_balance(year):
    """What a typed balance leaves of a typed year: (cents, status), or none. A scenario that multiplies the balance
    leaves it as it is; what is recovered of the advance has come on top."""
    advance, balance = year.get("advance", {}), year.get("balance", {})
    if "notified" not in year or is_stated(advance) or not is_stated(balance):
        return None
    typed = typed_amount(balance)
    rest = cents(year["notified"]) - comes_to(balance, typed) + taken_back(advance)
    return rest, typed[1] if typed else "notified"


def payments(budget, late=Delay()):
    """Of all years; `late` is added to what is still to come."""
    aci = budget["aci"]
    computed = {facts.year: remuneration(facts) for facts in facts_of(budget)}
    for year in aci["year"]:
        n, advance, balance = year["year"], year.get("advance", {}), year.get("balance", {})
        result = computed.get(n)
        status = "assumed" if result and result.facts.assumed else "computed"
        # What has come without an amount is what it came to.
        settled = advance.get("closed") or received_of(advance)
        first = typed_amount(advance) or advance_by_balance(year) or (
            result and not settled and (result.advance, status) or None)
        first = scaled(first, advance)
        yield from item_payments(aci, n, "advance", advance, first, late)
        second, left = typed_amount(balance), False
        if second is None:
            settled = balance.get("closed") or received_of(balance)
            whole = (cents(year["notified"]), "notified") if "notified" in year else (
                result and not settled and (result.total, status) or None)
            if whole:
                second, left = (whole[0] - comes_to(advance, first), whole[1]), True
        yield from item_payments(aci, n, "balance", balance, scaled(second, balance), late, left)


def item_payments(aci, year, part, item, amount, late, may_be_negative=False):
    line, recovery = f"aci.{part}", item.get("recovery")
    for day, came in received_of(item):
        yield Payment(day, day, part, year, came, "paid", line, "paid")
    remaining = (amount[0] if amount else 0) - sum(came for _, came in received_of(item))
    if remaining < 0 and may_be_negative and recovery:
        remaining += cents(recovery["amount"])
    if not item.get("closed") and (remaining > 0 or remaining < 0 and may_be_negative):
        due = date(item["expected"]) if "expected" in item else latest_day(aci, year, part)
        day = late.after(delay(item.get("delay")).after(due))
        owed = remaining < 0
        status = "assumed" if owed and amount[1] == "notified" else amount[1]
        yield Payment(day, due, "recovery" if owed else part, year, remaining, status, line,
                      "notified" if status == "notified" else "assumed")
    if recovery:
        day = date(recovery["date"])
        held_back = word(recovery.get("by", "offset")) == "offset"
        yield Payment(day, day, "recovery", year, -cents(recovery["amount"]), "notified", "aci.recovery", "notified",
                      held_back)


def first_unsaid(budget, first, last):
    """The advance or balance that would fall due first in a window of days and of which nothing is said: (year, part,
    day), or none. Years begin with the contract's, or else with the first of the budget."""
    aci = budget["aci"]
    years = {year["year"]: year for year in aci.get("year", [])}
    if "contract" not in aci and not years:
        return None
    begin = date(aci["contract"]).year if "contract" in aci else next(iter(years))
    known = {(facts.year, part) for facts in facts_of(budget) for part in ("advance", "balance")}
    known |= {(payment.exercise, payment.kind) for payment in payments(budget)}
    unsaid = []
    for n in range(max(begin, first.year - 1), last.year + 1):
        for part in ("advance", "balance"):
            year = years.get(n, {})
            item = year.get(part, {})
            said = (n, part) in known or is_stated(item) or received_of(item) or item.get("closed")
            day = date(item["expected"]) if "expected" in item else latest_day(aci, n, part)
            if not said and not (part == "balance" and "notified" in year) and first <= day <= last:
                unsaid.append((n, part, day))
    return min(unsaid, key=lambda one: one[2], default=None)


# ---- Rows

def decimals(points):
    """Six, half up."""
    if points is None:
        return ""
    millionths = half_up(points * 1000000)
    return f"{millionths // 1000000}.{millionths % 1000000:06d}"


def line_rows(budget, scenario):
    entity = entity_of(budget)
    for facts in facts_of(budget):
        for line in remuneration(facts).lines:
            row = [scenario, entity, str(facts.year), line.id, line.id.split(".")[0], line.kind, line.reached,
                   decimals(line.points), decimals(line.most), shown(line.amount), shown(line.amount + line.missed),
                   line.confidence]
            if line.kind == "majoration":
                row[4] = row[8] = ""
                yield row + ["", ""]
                continue
            if line.most is None:
                row[10] = ""
            yield row + [str(line.points.numerator), str(line.points.denominator)]


def schedule_rows(budget, scenario):
    """By day; on the same day in no order that matters."""
    entity = entity_of(budget)
    return sorted([scenario, entity, p.date.isoformat(), p.kind, str(p.exercise), shown(p.amount), p.status]
                  for p in payments(budget))


# ---- The examples of the guide

def example(indicator, said, patients=4000, associates=13, others=None, ipa=False, **facts):
    """Points of one indicator under avenant 1."""
    year = Facts(2022, "aci-2022-avenant1", Fraction(patients), Fraction(associates), ipa=ipa,
                 reached={indicator.removesuffix(".ipa"): said} | (others or {}), **facts)
    return points_of(next(i for i in AVENANT_1 if i.id == indicator), year)


def with_complement(indicator, *arguments, **facts):
    return example(indicator, *arguments, **facts) + example(f"{indicator}.ipa", *arguments, ipa=True, **facts)


def everything(text, year, patients, associates, typed=None, **more):
    facts = Facts(year, text, Fraction(patients), Fraction(associates), typed=typed or {}, **more)
    return replace(facts.at_its_best(), typed=typed or {})


def worked_examples():
    """(name, published, computed) of E1 to E21, and of the totals that the same tables give."""
    coordinated = (("E1", 6000, 3550, 24850), ("E2", 8000, 4400, 30800), ("E3", 12000, 5500, 38500))
    for name, patients, points, euros in coordinated:
        got = example("equipe.coordination", True, patients)
        yield name, (points, euros), (got, got * 7)
    for name, associates, points, euros in (("E4", 13, 3100, 21700), ("E5", 20, 4300, 30100)):
        got = example("si.standard", datetime.date(2022, 1, 1), associates=associates)
        yield name, (points, euros), (got, got * 7)
    for associates, euros in ((16, 22400), (20, 26600)):
        yield "E6", euros, (example("si.standard", True, associates=associates) - 500) * 7
    base = {"ald_under_75": 300, "over_75": 200, "ald_over_75": 150, "meetings": 6}
    yield "E7", 2000, example("equipe.concertation", base | {"cases": 50}, 8000)
    yield "E8", 1844, example("equipe.concertation", base | {"cases": 30}, 8000)
    yield "E9", Fraction("2212.80"), with_complement("equipe.concertation", base | {"cases": 30}, patients=8000)
    exact = DEFAULTS | {"case_rate": "exact"}
    got = example("equipe.concertation", base | {"cases": 30}, 8000, options=exact)
    yield "U7, exact", "1846.153846", decimals(got)
    yield "E10", 525, example("acces.missions", 2, 3000)
    yield "E11", 725, with_complement("acces.missions", 2, patients=3000)
    both = {"acces.usagers.n1": True, "acces.usagers.n2": True}
    yield "E12", 425, sum(example(i, True, 3000, others=both) for i in both)
    levels = {f"equipe.qualite.n{n}": True for n in (1, 2, 3)}
    yield "E13", 475, sum(example(i, True, 3000, others=levels) for i in levels)
    yield "E14", 75, example("equipe.parcours_ic", True, 3000)
    yield "E15", 150, example("equipe.coordination_externe", True, 3000)
    for number, points, complemented in ((1, 100, 140), (2, 200, 280), (8, 800, 1120), (9, 800, 1120)):
        yield "E16", points, example("equipe.protocoles", number)
        yield "E17", complemented, with_complement("equipe.protocoles", number)
    for number, points in ((1, 100), (2, 200), (6, 600), (7, 600)):
        yield "E18", points, example("equipe.pnc", number)
    for number, points in ((0, 0), (1, 0), (2, 450), (3, 675), (4, 900), (5, 900)):
        yield "E19", points, example("equipe.formation", number)
    yield from opening_hours_examples()
    second = {"acces.cstm": True, "acces.vacations.n2": True}
    got = sum(example(i, None, others=second) for i in ("acces.cstm", "acces.vacations.n1", "acces.vacations.n2"))
    yield "E21", (800, 5600), (got, got * 7)
    yield from total_examples()


def opening_hours_examples():
    """E20: Saturday open, and closed up to 3 weeks; Saturday closed, and closed up to 3 weeks."""
    tree = {"12h": (800, 780, 680, 660), "11h59": (740, 720, 620, 600), "10h": (740, 720, 620, 600),
            "9h59": (650, 630, 530, 510), "8h": (650, 630, 530, 510), "7h59": (0, 0, 0, 0)}
    ways = ((True, 0), (True, 3), (False, 0), (False, 3))
    for amplitude, points in tree.items():
        for (saturday, weeks), expected in zip(ways, points):
            said = {"amplitude": amplitude, "saturday": saturday, "closed_weeks": weeks}
            yield f"E20 {amplitude}", expected, example("acces.horaires", said)
            derogation = (800, 780, 680, 660)[ways.index((saturday, weeks))]
            yield f"E20 {amplitude}, derogation", derogation, example("acces.horaires", said | {"derogation": True})
            said["closed_weeks"] = Decimal("3.5")
            yield f"E20 {amplitude}, more than three weeks", 0, example("acces.horaires", said)


def total_examples():
    """aci.md 2.1 and 3, and the typical MSP of 5,120 patients and 20 associates."""
    year = everything("aci-2022-avenant1", 2023, 4000, 13)
    lines = remuneration(replace(year, reached=year.reached | {"acces.sas.50": False})).lines
    points = {kind: sum(line.points for line in lines if (line.kind == "optional") == kind) for kind in (False, True)}
    yield "2.1, points", (8500, 5400), (points[False], points[True])
    for ipa, euros in ((False, 97300), (True, 102340)):
        result = remuneration(replace(year, ipa=ipa, reached=year.reached | {"acces.sas.50": False}))
        yield "2.1, euros", (euros * 100, euros * 100), (result.total, result.most)
    year = everything("aci-2017", 2019, 4000, 13, typed={"equipe.coordination": 1850, "acces.satisfaction": 100})
    yield "3", (8550 + 1950, 7350000), (sum(line.points for line in remuneration(year).lines), remuneration(year).total)
    typical = everything("aci-2022-avenant1", 2023, 5120, 20)
    yield "typical, advance", 4391520, remuneration(typical).advance


def self_test():
    """The examples that differ, as text; and how many there are."""
    checked = list(worked_examples())
    wrong = [f"{name}: {expected} published, {got} computed" for name, expected, got in checked if expected != got]
    return wrong, checked


def main():
    options = argparse.ArgumentParser(description="The ACI of a budget, computed a second time.")
    options.add_argument("budget", nargs="?")
    options.add_argument("--scenario", default="base")
    options.add_argument("--schedule", action="store_true")
    options.add_argument("--self-test", action="store_true")
    given = options.parse_args()
    if given.self_test:
        wrong, checked = self_test()
        print(*wrong, f"{len(checked)} examples, {len(wrong)} differ", sep="\n")
        return 1 if wrong else 0
    budget = oracle.load(given.budget)
    if given.scenario != "base":
        budget = oracle.apply_scenario(budget, given.scenario)
    rows = schedule_rows if given.schedule else line_rows
    write = csv.writer(sys.stdout, lineterminator="\n")
    write.writerow(SCHEDULE_COLUMNS if given.schedule else COLUMNS)
    write.writerows(rows(budget, given.scenario))
    return 0


if __name__ == "__main__":
    sys.exit(main())
