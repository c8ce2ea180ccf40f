# SPDX-License-Identifier: MIT
"""A second opinion on msp-charges: shares, calls and settlement computed again, from the manual alone.

    charges.py BUDGET [--scenario ID] [--exercise YEAR] [--by month|quarter|year]     the shares, as CSV

Each day of a charge is walked one by one, each weight and share is a fraction, and each cent is given away one by one. It
trusts its input. Keys that it does not know (`Unknown`) are for somebody else to check.
"""

import argparse
import calendar
import csv
import datetime
import functools
import itertools
import math
import pathlib
import sys
from fractions import Fraction

import oracle
from oracle import ONE_DAY, cents, date, first_day, folded, half_up, last_day, rate, word

SHARE_COLUMNS = ("scenario,entity,exercise,period,line,label,member,key,base,weight,exact,share,charged,"
                 "exact_num,exact_den").split(",")
CALL_COLUMNS = "scenario,entity,exercise,date,line,member,kind,amount,bank".split(",")
SETTLE_COLUMNS = ("scenario,entity,exercise,line,member,called,paid,final_share,balance,advance,deductible,"
                  "tax_line").split(",")

# French names of the tables and keys that only charges have; the others are those of the oracle.
TABLES = {"cle": "key", "tiers": "third_party", "local": "room", "charges": "charges", "appel": "call",
          "realise": "spent", "versement": "paid"}
NAMES = {
    "selon": "by", "poids": "weights", "fixe": "fixed", "niveau": "level", "dans_profession": "within",
    "melange": "mix", "personne": "person", "membres": "members", "vacance": "vacancy", "absences": "absent", "demi_journees": "half_days",
    "heures": "hours", "honoraires": "fees", "actes": "acts", "effectif": "headcount", "compteurs": "counters",
    "couvre": "covers", "commun": "common", "occupe": "let", "qui": "who", "bailleur": "landlord",
    "partant_jusque": "leaver_until", "ligne": "line", "membre": "member", "appels": "calls", "genre": "kind",
    "prevoir": "plan", "regularisation": "settled", "approuve": "approved", "libelle": "label", "entree": "in",
    "sortie": "out", "montant": "amount", "exercice": "exercise", "entite": "entity", "banque": "bank", "du": "from",
    "au": "until", "valeur": "value", "le": "day", "arrondi": "round", "nom": "name", "part": "share", "cle": "key",
    "parts": "shares", "etp": "fte", "plafond": "cap", "plancher": "floor", "cible": "target", "par": "each",
    "au_dela": "above",
}
WORDS = {"egal": "equal", "locaux": "rooms", "membre": "member", "bailleur": "landlord", "tous": "all",
         "partant": "leaver", "demi-journees": "half_days", "heures": "hours", "honoraires": "fees", "actes": "acts",
         "effectif": "headcount", "etp": "fte", "parts": "shares", "half-days": "half_days", "solde": "rest",
         "mois": "month", "trimestre": "quarter", "an": "year", "annee": "year", "exercice": "exercise",
         "dix-euros": "ten-euros", "travaux": "works"}
KNOWN = {"id", "label", "by", "weights", "fixed", "level", "within", "mix", "members", "vacancy", "cap", "floor", "target"}


class Unknown(Exception):
    pass


def said(text):
    plain = folded(str(text)).replace(" ", "-")
    return WORDS.get(plain, plain.replace("-", "_") if plain in ("half-days",) else plain)


def renamed(table):
    """One level, and the lists of tables below it."""
    out = {}
    for name, value in table.items():
        english = NAMES.get(folded(name).replace("-", "_"), name)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            value = [renamed(entry) for entry in value]
        out[english] = value
    return out


class House:
    def __init__(self, path, scenario="base", exercise=None):
        budget = oracle.load(path)
        self.path = pathlib.Path(path)
        self.budget = budget if scenario == "base" else oracle.apply_scenario(budget, scenario)
        self.scenario = scenario
        last_year = max(b["date"].year if isinstance(b["date"], datetime.date) else date(b["date"]).year
                        for b in self.tables("bank"))
        until = datetime.date((exercise or last_year) + 3, 12, 31)
        plain = {name: self.budget[name] for name in ("entity", "bank", "expense", "income") if name in self.budget}
        self.plan = oracle.Plan(plain | {"forecast": {}}, until=until, fees=False)
        records = [self.person(m) for m in self.own("member")]
        self.members = [m for m in records if "person" not in m]  # people, each with all their stays
        for member in self.members:
            member["stays"] = [m for m in records if m.get("person", m["id"]) == member["id"]]
        self.first = {m["id"]: m.get("person", m["id"]) for m in records}
        self.third_parties = [p["id"] for p in self.own("third_party")]
        self.payers = [m["id"] for m in self.members] + self.third_parties
        self.keys = {k["id"]: k for k in self.own("key")}
        self.rooms = self.own("room")
        for key in self.keys.values():
            if key.keys() - KNOWN:
                raise Unknown(f"key {key['id']}: {', '.join(sorted(key.keys() - KNOWN))}")
        self.asked = exercise
        self.known = {}  # parts by key, entity and days; presence by member and day

    def tables(self, name):
        value = self.budget.get(name, [])
        return [value] if isinstance(value, dict) else value

    def own(self, name):
        """Tables that only charges have, by either name; oracle.load has translated what it knows of them."""
        french = next((f for f, e in TABLES.items() if e == name), name)
        tables = self.tables(name) or self.tables(oracle.KEYS.get(french, french)) or self.tables(french)
        return [renamed(t) for t in tables]

    def person(self, member):
        member.setdefault("entity", self.plan.entities[0]["id"])
        member["counts"] = dict(member.get("counters", {}))
        for name in ("shares", "fte", "surface", "half_days", "hours", "fees", "acts", "headcount", "patients"):
            if name in member:
                member["counts"][name] = member[name]
        return member

    # ---- Days

    def exercise_days(self, entity, year):
        end = next(e for e in self.plan.entities if e["id"] == entity).get("year_end", "12-31")
        def closing(y):
            month, day = map(int, end.split("-"))
            if (month, day) == (2, 28):
                day = calendar.monthrange(y, 2)[1]
            return datetime.date(y, month, day)
        return closing(year - 1) + ONE_DAY, closing(year)

    def exercise_of(self, entity, day):
        return next(y for y in (day.year, day.year + 1) if day <= self.exercise_days(entity, y)[1])

    def is_there(self, member, day):
        asked = member["id"], day
        if asked not in self.known:
            self.known[asked] = self.is_present(member, day)
        return self.known[asked]

    def is_present(self, member, day):
        return any(self.stays_on(stay, day) for stay in member["stays"])

    @staticmethod
    def stays_on(member, day):
        if "in" in member and day < date(member["in"]) or "out" in member and day > date(member["out"]):
            return False
        return not any(first_day(a["from"]) <= day and ("until" not in a or day <= last_day(a["until"]))
                       for a in member.get("absent", []))

    # ---- Keys: the part of each payer on some days, or nothing where a part has nobody

    def parts(self, key, entity, first, last):
        asked = key, entity, first, last
        if asked not in self.known:
            days = [first + n * ONE_DAY for n in range((last - first).days + 1)]
            self.known[asked] = self.parts_of(self.keys[key], entity, days)
        return self.known[asked]

    def parts_of(self, key, entity, days):
        if "mix" in key:
            return self.mixed(key["mix"], entity, days)
        level = said(key.get("level", "member"))
        if level == "profession":
            return self.by_profession(key, entity, days)
        if "fixed" in key:
            return self.fixed(key, days)
        if "weights" in key:
            named = [m for m in self.members if m["id"] in key["weights"]]
            weights = {m["id"]: added_up(key["weights"][m["id"]], (d for d in days if self.is_there(m, d)))
                       for m in named}
            weights |= {t: added_up(key["weights"][t], days) for t in self.third_parties if t in key["weights"]}
            return whole(weights)
        if said(key["by"]) == "rooms":
            return self.by_rooms(key, entity, days)
        return self.by_figure(said(key["by"]) if said(key["by"]) == "equal" else key["by"], self.among(key, entity),
                              days, [t for t in self.third_parties if t in key.get("members", [])])

    def mixed(self, mix, entity, days):
        """Each run of days with the same shares by itself, each as long as it is."""
        shares = shares_by_day({n: part["share"] for n, part in enumerate(mix)}, days)
        runs = [list(run) for _, run in itertools.groupby(days, key=lambda day: shares[day])]
        return self.combined([(len(run), self.combined(
            [(shares[run[0]][n], self.parts_of(self.keys[part["key"]], entity, run) if shares[run[0]][n] else None)
             for n, part in enumerate(mix)])) for run in runs])

    def among(self, key, entity):
        if "members" in key:
            return [m for m in self.members if m["id"] in key["members"]]
        return [m for m in self.members if m["entity"] == entity]

    def by_figure(self, figure, members, days, third_parties=()):
        if figure == "equal":
            weights = {m["id"]: sum(1 for d in days if self.is_there(m, d)) for m in members}
            weights |= {t: len(days) for t in third_parties}
            return whole(weights)
        name = next((f for f in (figure, said(figure)) if any(f in m["counts"] for m in self.members)), figure)
        return whole({m["id"]: sum(added_up(stay["counts"].get(name, 0), [d for d in days if self.stays_on(stay, d)])
                                   for stay in m["stays"]) for m in members})

    def fixed(self, key, days):
        """Members stand in for one who is away; a third party's share stays."""
        shares = shares_by_day(key["fixed"], days)
        groups = [(sum(on[t] for on in shares.values()), {t: Fraction(1)}) for t in self.third_parties
                  if t in key["fixed"]]
        members = {m["id"]: sum(shares[d][m["id"]] for d in days if self.is_there(m, d))
                   for m in self.members if m["id"] in key["fixed"]}
        if members:
            groups.append((sum(on[m] for on in shares.values() for m in members), whole(members)))
        return self.combined(groups)

    def by_profession(self, key, entity, days):
        typed = key.get("fixed") or key.get("weights")
        shares = shares_by_day(typed, days) if "fixed" in key else {}
        portion = [sum(on[p] for on in shares.values()) for p in typed] if "fixed" in key else \
            [added_up(v, days) for v in typed.values()]
        within = key.get("within", "equal")
        inside = [[m for m in self.among(key, entity) if folded(m.get("profession", "")) == folded(p)] for p in typed]
        return self.combined([(w, self.by_figure("equal" if said(within) == "equal" else within, members, days))
                              for w, members in zip(portion, inside)])

    @staticmethod
    def combined(groups):
        groups = [(weight, parts) for weight, parts in groups if weight]
        if not groups or any(parts is None for _, parts in groups):
            return None
        everything = sum(weight for weight, _ in groups)
        out = {}
        for weight, parts in groups:
            for payer, part in parts.items():
                out[payer] = out.get(payer, 0) + Fraction(weight) / everything * part
        return out

    # ---- Rooms

    def by_rooms(self, key, entity, days):
        weights = {}
        rooms = [r for r in self.rooms if not r.get("common") and r.get("entity", entity) == entity]
        for day in days:
            occupied = [(r, *self.occupied(r, day)) for r in rooms]
            held = {}
            for _, by, _ in occupied:
                for who, surface in by.items():
                    held[who] = held.get(who, 0) + surface
            for who, surface in held.items():
                weights[who] = weights.get(who, 0) + surface
            for room, _, empty in occupied:
                for who, surface in self.vacant(key, room, empty, day, held).items():
                    weights[who] = weights.get(who, 0) + surface
        if "members" in key:
            weights = {who: w for who, w in weights.items() if who in key["members"]}
        return whole(weights)

    def spans(self, room):
        """By person: a room let to the first record of who comes back is theirs each time, unless a later one is named."""
        named = {let["who"] for r in self.rooms for let in r.get("let", [])}
        for let in room.get("let", []):
            who = self.first.get(let["who"], let["who"])
            surface = area(let["surface"]) if "surface" in let else area(room["surface"])
            person = next((m for m in self.members if m["id"] == who), None)
            first = first_day(let["from"]) if "from" in let else None
            last = last_day(let["until"]) if "until" in let else None
            if person is None or (first and last):
                yield who, first, last, surface
                continue
            own = [s for s in person["stays"] if s["id"] == let["who"] or
                   (let["who"] == who and s["id"] not in named)]
            stays = sorted((date(s["in"]) if "in" in s else datetime.date.min,
                            date(s["out"]) if "out" in s else datetime.date.max) for s in own)
            stays = [s for s in stays if (first is None or first <= s[1]) and (last is None or s[0] <= last)]
            for n, (begin, end) in enumerate(stays):
                yield (who, first if first and n == 0 else begin,
                       last if last and n == len(stays) - 1 else end, surface)

    def occupied(self, room, day):
        held = {}
        for who, first, last, surface in self.spans(room):
            if (first is None or first <= day) and (last is None or day <= last):
                held[who] = held.get(who, 0) + surface
        return held, area(room["surface"]) - sum(held.values())

    def vacant(self, key, room, empty, day, held):
        how = said(key.get("vacancy", room.get("vacancy", "all")))
        if not empty or how == "all":
            return {}
        if how == "landlord":
            return {room["landlord"]: empty}
        left = [(last, who) for who, _, last, _ in self.spans(room) if last is not None and last < day]
        leaver = max(left, key=lambda one: one[0])[1] if left else None
        if how == "leaver":
            bears = leaver and ("leaver_until" not in room or day <= last_day(room["leaver_until"]))
            return {leaver: empty} if bears else {}
        profession = next((m.get("profession") for m in self.members if m["id"] == leaver), None) \
            or room.get("profession")
        same = {m["id"]: held.get(m["id"], 0) for m in self.members
                if folded(m.get("profession", "")) == folded(profession)}
        return {who: empty * surface / sum(same.values()) for who, surface in same.items()}

    # ---- Charges

    def typed_days(self, line, first, last, due):
        """Of the payment nearest to the first day and those within a year from it; then the same days each year on."""
        if "every" not in line:
            return first, last
        dues = [day for day, _ in self.plan.occurrences(line)]
        if not dues:
            return first, last
        anchor = min(reversed(dues), key=lambda day: abs((day - first).days))
        every = line["every"]
        step = 12 // len(set(every["months"])) if isinstance(every, dict) else \
            0 if oracle.days_of(word(every)) else min(oracle.months_of(word(every)), 12)
        years = (oracle.month_of(due) + step // 2 - oracle.month_of(anchor)) // 12
        def moved(day):
            return oracle.month_day(oracle.month_of(day) + 12 * years, day.day)
        return moved(first), moved(last + ONE_DAY) - ONE_DAY

    def covered(self, line, due, exercise, entity):
        covers = line.get("covers")
        months = oracle.month_of(due)
        def months_from(first, count):
            return oracle.month_day(first, 1), oracle.month_day(first + count - 1, 31)
        if isinstance(covers, dict):
            covers = renamed(covers)
            return self.typed_days(line, first_day(covers["from"]), last_day(covers["until"]), due)
        if covers is not None:
            how = said(covers)
            if how == "month":
                return months_from(months, 1)
            if how == "quarter":
                return months_from(months - months % 3, 3)
            if how == "year":
                return months_from(months - months % 12, 12)
            return self.exercise_days(entity, exercise)
        every = line.get("every")
        if every is None:
            return self.exercise_days(entity, exercise)
        if isinstance(every, dict):
            count = len(set(every["months"]))
            return months_from(months, 12 // count) if count > 1 and 12 % count == 0 \
                else self.exercise_days(entity, exercise)
        if length := oracle.days_of(word(every)):
            return due, due + (length - 1) * ONE_DAY
        step = oracle.months_of(word(every))
        return months_from(months, step) if step < 12 else self.exercise_days(entity, exercise)

    def lines(self, entity):
        for section in ("expense", "income"):
            for line in self.tables(section):
                if "shared" in line and self.plan.bank_of(line)["entity"] == entity:
                    yield section, line

    def voted(self, section, line, entity, exercise):
        """(due day, first and last day that it is for, cents as a cost)"""
        bank, sign = self.plan.bank_of(line), 1 if section == "expense" else -1
        out = []
        for due, amount in self.plan.occurrences(line):
            if self.plan.exercise_of_line(line, due, bank) == exercise:
                amount = half_up(amount * rate(line.get("scale", 1)))
                out.append((due, *self.covered(line, due, exercise, entity), sign * amount))
        return out

    def exact(self, line, charges, entity, year, costs):
        """What each payer bears of them before caps and floors, and who has a weight. `costs` are what all lines of a
        key with a target cost."""
        out, bearing = dict.fromkeys(self.payers, Fraction(0)), set()
        for _, first, last, amount in charges:
            below = self.below(line["shared"], entity, year, first, last, costs)
            for key, of in [(line["shared"], below)] + ([(self.target(line)["above"], 1 - below)] if below != 1 else []):
                for payer, part in (self.parts(key, entity, first, last) or {}).items():
                    out[payer] += amount * of * part
                    if part:
                        bearing.add(payer)
        return out, bearing

    # ---- Targets: what of the cost of a key's lines is below what it may cost

    def target(self, line):
        return renamed(self.keys[line["shared"]]["target"])

    def buckets(self, key, first, last):
        """(first day of a month, part of the charge that is for it); the exercise is one bucket."""
        if said(renamed(self.keys[key]["target"]).get("each", "exercise")) == "exercise":
            return [(None, Fraction(1))]
        days = [first + n * ONE_DAY for n in range((last - first).days + 1)]
        months = [list(run) for _, run in itertools.groupby(days, key=lambda day: day.replace(day=1))]
        if first.day == 1 and (last + ONE_DAY).day == 1:
            return [(run[0], Fraction(1, len(months))) for run in months]
        return [(run[0].replace(day=1), Fraction(len(run), len(days))) for run in months]

    def costs(self, entity, priced):
        """`priced`: (line, charges, by what they are multiplied), all lines of an exercise."""
        out = {}
        for line, charges, times in priced:
            if "target" in self.keys[line["shared"]]:
                for _, first, last, amount in charges:
                    for month, part in self.buckets(line["shared"], first, last):
                        asked = line["shared"], month
                        out[asked] = out.get(asked, 0) + part * amount * times
        return out

    def below(self, key, entity, year, first, last, costs):
        if "target" not in self.keys[key]:
            return Fraction(1)
        out = Fraction(0)
        for month, part in self.buckets(key, first, last):
            begin, end = self.exercise_days(entity, year) if month is None else \
                (month, oracle.month_day(oracle.month_of(month), 31))
            days, cost = [begin + n * ONE_DAY for n in range((end - begin).days + 1)], abs(costs[key, month])
            for amount in limits(renamed(self.keys[key]["target"])["amount"], days):
                out += part / len(days) * (1 if amount is None or cost <= amount else amount / cost)
        return out

    # ---- Caps and floors

    def bounded(self, line, exact, total, entity, year):
        """Between cap and floor on the days of each, by the rate of the weights that makes the total: the pieces that
        meet a bound, one after the other as the rate rises, until it is found."""
        key = self.keys[line["shared"]]
        if not key.keys() & {"cap", "floor"}:
            return exact
        sign, (first, last) = -1 if total < 0 else 1, self.exercise_days(entity, year)
        days = [first + n * ONE_DAY for n in range((last - first).days + 1)]
        bounds = dict(zip(days, zip(limits(key.get("cap", "none"), days), limits(key.get("floor", "none"), days))))
        pieces = []  # member, share, least, most
        for member in self.members:
            share = sign * exact[member["id"]]
            if share <= 0:
                continue
            own = [d for d in days if any(date(s.get("in", d)) <= d <= date(s.get("out", d)) for s in member["stays"])]
            held = own or days
            for of, run in itertools.groupby(sorted(held, key=lambda d: str(bounds[d])), key=lambda d: str(bounds[d])):
                run = list(run)
                most, least = bounds[run[0]]
                pieces.append((member["id"], share * len(run) / len(held),
                               Fraction((least or 0) * len(run), len(days)) if own else Fraction(0),
                               None if most is None else Fraction(most * len(run), len(days))))
        wanted = sum(share for _, share, _, _ in pieces)
        if sum(least for _, _, least, _ in pieces) > wanted or \
                all(most is not None for *_, most in pieces) and sum(most for *_, most in pieces) < wanted:
            raise Unknown(f"key {key['id']}: bounds that cannot be kept")
        def borne(rate):
            return [max(least, share * rate if most is None else min(share * rate, most))
                    for _, share, least, most in pieces]
        low, high = Fraction(0), None
        for rate in sorted({b / share for _, share, *both in pieces for b in both if b is not None}):
            if sum(borne(rate)) < wanted:
                low = rate
            else:
                high = rate
                break
        at_low, far = sum(borne(low)), low + 1 if high is None else high
        at_far = sum(borne(far))
        rate = far if at_far == at_low else low + (far - low) * (wanted - at_low) / (at_far - at_low)
        out = {p: Fraction(0) if p in {one[0] for one in pieces} else e for p, e in exact.items()}
        for (who, *_), amount in zip(pieces, borne(rate)):
            out[who] += sign * amount
        return out

    def in_proportion(self, exact, before, after):
        """A period's shares by what bounds make of the exercise's, of the same sum."""
        members = [m["id"] for m in self.members]
        weights = {m: exact[m] * after[m] / before[m] if before[m] else Fraction(0) for m in members}
        everything = sum(weights.values())
        if not everything:
            return exact
        total = sum(exact[m] for m in members)
        return exact | {m: weights[m] * total / everything for m in members}

    def real(self, section, line, entity, exercise):
        """What it really cost: charges, by what they are multiplied, the total, and whether that is said."""
        voted = self.voted(section, line, entity, exercise)
        rows = [s for s in self.own("spent") if s["line"] == line["id"] and exercise ==
                (s["exercise"] if "exercise" in s else self.exercise_of(entity, date(s["date"])))]
        planned = sum(c[3] for c in voted)
        if not rows:
            return voted, Fraction(1), planned, False
        total = next((cents(s["amount"]) for s in rows if "date" not in s), None)
        if total is not None and planned:
            return voted, Fraction(total, planned), total, True
        if total is not None:
            charges = [(None, *self.exercise_days(entity, exercise), total)]
        else:
            charges = [(None, *self.covered(line, date(s["date"]), exercise, entity), cents(s["amount"]))
                       for s in rows]
        return charges, Fraction(1), sum(c[3] for c in charges), True

    # ---- Cents

    def in_cents(self, total, exact, bearing, debts=None):
        """Each cut off; the cents left over one by one to the largest debt among those with a weight."""
        debts = {} if debts is None else debts
        sign = -1 if total < 0 else 1
        shares = {p: sign * ((sign * e).numerator // (sign * e).denominator) for p, e in exact.items()}
        owed = {p: sign * (debts.get(p, 0) + exact[p] - shares[p]) for p in exact}
        left = sign * (total - sum(shares.values()))
        for payer in sorted((p for p in self.payers if p in bearing), key=lambda p: -owed[p])[:left]:
            shares[payer] += sign
        for payer, e in exact.items():
            debts[payer] = debts.get(payer, 0) + e - shares[payer]
        return shares

    def entities(self):
        for entity in self.plan.entities:
            if any(True for _ in self.lines(entity["id"])):
                yield entity["id"]

    def year_of(self, entity):
        return self.asked or self.exercise_of(entity, self.plan.banks[0]["date"])

    @functools.lru_cache(maxsize=32)
    def shares(self, entity, by="year"):
        """(line, [(period, total, exact, shares)]), and who pays anything."""
        year, debts, out, paying = self.year_of(entity), {}, [], set()
        first, last = self.exercise_days(entity, year)
        voted = [(line, charges) for section, line in self.lines(entity)
                 if (charges := self.voted(section, line, entity, year))]
        costs = self.costs(entity, [(line, charges, 1) for line, charges in voted])
        for line, charges in voted:
            plain, bearing = self.exact(line, charges, entity, year, costs)
            paying |= bearing
            total = sum(c[3] for c in charges)
            exact = self.bounded(line, plain, total, entity, year)
            shares = self.in_cents(total, exact, bearing, debts)
            departs = self.keys[line["shared"]].keys() & {"cap", "floor"}
            usual = self.in_cents(total, plain, {p for p in plain if plain[p]}) if departs else shares
            periods = [(str(year), total, plain, usual, shares)]
            if by != "year":
                names = list(period_names(first, last, by))
                bounds = (plain, exact) if departs else None
                charged = self.by_period(line, charges, entity, shares, names, by, costs, bounds)
                as_usual = self.by_period(line, charges, entity, usual, names, by, costs, None)
                periods = [(*own[:3], own[3] if departs else held[3], held[3]) for own, held in zip(as_usual, charged)]
            out.append((line, periods))
        return out, paying

    def by_period(self, line, charges, entity, shares, names, by, costs, bounds):
        """Each period by itself, the last one taking the difference."""
        out, left = [], dict(shares)
        departs = self.keys[line["shared"]].keys() & {"cap", "floor"}
        def within(day):
            return max(names[0], min(names[-1], period_name(day, by)))
        for name in names:
            own = [c for c in charges if within(c[0]) == name]
            exact, bearing = self.exact(line, own, entity, self.year_of(entity), costs)
            total = sum(c[3] for c in own)
            held = self.in_proportion(exact, *bounds) if bounds else exact
            payers = {p for p in exact if exact[p]} if departs and not bounds else bearing
            parted = self.in_cents(total, held, payers) if name != names[-1] else dict(left)
            left = {p: left[p] - parted[p] for p in left}
            out.append((name, total, exact, parted))
        return out

    def share_rows(self, by="year"):
        for entity in self.entities():
            lines, paying = self.shares(entity, by)
            for line, periods in lines:
                for name, total, exact, shares, charged in periods:
                    for payer in (p for p in self.payers if p in paying):
                        weight = exact[payer] / total if total else Fraction(0)
                        yield [self.scenario, entity, str(self.year_of(entity)), name, line["id"],
                               line.get("label", line["id"]), payer, line["shared"], money(total), decimal(weight),
                               decimal(exact[payer] / 100), money(shares[payer]), money(charged[payer]),
                               exact[payer] / 100]

    # ---- Calls

    def terms(self, entity):
        found = [t for t in self.own("charges") if t.get("entity", entity) == entity]
        return found[0] if found else {}

    @functools.lru_cache(maxsize=32)
    def calls(self, entity):
        """(date, line or None, member, kind, cents)"""
        terms, year = self.terms(entity), self.year_of(entity)
        first, last = self.exercise_days(entity, year)
        step = 3 if said(terms.get("calls", "month")) == "quarter" else 1
        day = 31 if said(terms.get("day", 1)) in ("last", "dernier") else int(terms.get("day", 1))
        unit = {"cent": 1, "euro": 100, "ten-euros": 1000}[said(terms.get("round", "cent"))]
        month, windows = oracle.month_of(first), []
        month -= month % 12 % step
        while oracle.month_day(month, 1) <= last:
            begin, end = max(first, oracle.month_day(month, 1)), min(last, oracle.month_day(month + step - 1, 31))
            windows.append((begin, end, max(begin, min(end, oracle.month_day(month, day)))))
            month += step
        lines = [(line["id"], periods[0][4]) for line, periods in self.shares(entity)[0]]
        out = []
        for payer in self.payers:
            shares = [own[payer] for _, own in lines]
            stays = next((m["stays"] for m in self.members if m["id"] == payer), [{}])  # third parties are always there
            dates = [when for begin, end, when in windows
                     if any(not ("in" in stay and date(stay["in"]) > end or
                                 "out" in stay and date(stay["out"]) < begin) for stay in stays)] \
                or [windows[0][2]]
            called = [0] * len(shares)
            for n, when in enumerate(dates):
                call = oracle.instalment(sum(shares), len(dates), n)
                parts = self.call_parts(call, shares, called, Fraction(n + 1, len(dates)))
                called = [before + part for before, part in zip(called, parts)]
                out += [(when, name, payer, "charge", part) for (name, _), part in zip(lines, parts) if part]
                extra = half_up(Fraction(sum(shares), len(dates) * unit)) * unit - call if unit > 1 else 0
                if extra:
                    out.append((when, "", payer, "charge", extra))
        return out + self.advances(entity, first, last)

    @staticmethod
    def call_parts(call, shares, called, so_far):
        """A member's call by line: each line up to its part of the share so far; a credit mirrors what is owed."""
        if call < 0:
            return [-part for part in House.call_parts(-call, [-s for s in shares], [-c for c in called], so_far)]
        due = [share * so_far - before for share, before in zip(shares, called)]
        weights = sum(map(abs, shares))
        exact = [d + ((call - sum(due)) * abs(s) / weights if weights else 0) for d, s in zip(due, shares)]
        parts = [max(math.floor(e), 0) if s > 0 and math.floor(e) == -1 else math.floor(e)
                 for e, s in zip(exact, shares)]
        while sum(parts) != call:
            up = sum(parts) < call
            rests = [(e - p, -i) for i, (e, p) in enumerate(zip(exact, parts)) if up or p > 0]
            i = -(max if up else min)(rests)[1] if rests else 0
            parts[i] += 1 if up else -1
        return parts

    def advances(self, entity, first, last):
        out = []
        for call in self.own("call"):
            if call.get("entity", entity) != entity:
                continue
            for part in call["calls"]:
                when, amount = date(part["date"]), cents(part["amount"])
                if not first <= when <= last:
                    continue
                parts = self.parts(call.get("shared", call.get("key")), entity, when, when)
                exact = {p: amount * parts.get(p, Fraction(0)) for p in self.payers}
                for payer, share in self.in_cents(amount, exact, {p for p in parts if parts[p]}).items():
                    if share:
                        out.append((when, call["id"], payer, said(call.get("kind", "reserve")), share))
        return out

    def call_rows(self):
        for entity in self.entities():
            bank = self.terms(entity).get("bank") or next(b["id"] for b in self.plan.banks if b["entity"] == entity)
            for when, line, member, kind, amount in self.calls(entity):
                yield [self.scenario, entity, str(self.year_of(entity)), str(when), line, member, kind, money(amount),
                       bank]

    # ---- Settlement

    def payments(self, entity):
        """(date, member, kind, cents) of the exercise; nothing where none is said."""
        out = []
        for paid in self.own("paid"):
            who = self.first.get(paid["member"], paid["member"])
            own = next((m["entity"] for m in self.members if m["id"] == who), None)
            if paid.get("entity", own) != entity:
                continue
            exercise = paid["exercise"] if "exercise" in paid else self.exercise_of(entity, date(paid["date"]))
            if exercise == self.year_of(entity):
                out.append((date(paid["date"]), who, said(paid.get("kind", "charge")), cents(paid["amount"])))
        return out

    def real_lines(self, entity, year):
        """(line, its charges, exact shares of what it really cost, the total, who bears it), and what keys cost."""
        real = [(line, self.real(section, line, entity, year)) for section, line in self.lines(entity)]
        real = [(line, charges, times, total) for line, (charges, times, total, said_so) in real if said_so or charges]
        costs, out = self.costs(entity, [row[:3] for row in real]), []
        for line, charges, times, total in real:
            exact, bearing = self.exact(line, charges, entity, year, costs)
            exact = self.bounded(line, {p: e * times for p, e in exact.items()}, total, entity, year)
            out.append((line, charges, exact, total, bearing))
        return out, costs

    def final_shares(self, entity):
        debts = {}
        return {line["id"]: self.in_cents(total, exact, bearing, debts)
                for line, _, exact, total, bearing in self.real_lines(entity, self.year_of(entity))[0]}

    def settlement(self, entity):
        """By payer: called by line ("" for rounding), paid, advances, final shares by line. Members, and third parties,
        of whom no payment is said, have paid what was called."""
        calls, payments, final = self.calls(entity), self.payments(entity), self.final_shares(entity)
        for outside in (False, True):
            if not any((who in self.third_parties) == outside for _, who, _, _ in payments):
                payments = payments + [(when, who, kind, amount) for when, _, who, kind, amount in calls
                                       if (who in self.third_parties) == outside]
        out = {}
        for name in self.payers:
            called = {}
            for _, line, who, kind, amount in calls:
                if who == name and kind == "charge":
                    called[line] = called.get(line, 0) + amount
            own = [(kind, amount) for _, who, kind, amount in payments if who == name]
            shares = {line: share[name] for line, share in final.items()}
            out[name] = {"called": called, "final": shares,
                         "paid": sum(a for kind, a in own if kind == "charge"),
                         "advance": sum(a for kind, a in own if kind != "charge")}
        return out

    def settle_rows(self):
        """Totals of members, and what was called and borne of each line."""
        for entity in self.entities():
            for name, of in self.settlement(entity).items():
                share, called = sum(of["final"].values()), sum(of["called"].values())
                yield [self.scenario, entity, str(self.year_of(entity)), "", name, money(called), money(of["paid"]),
                       money(share), money(of["paid"] - share),
                       "" if name in self.third_parties else money(of["advance"])]
                for line in of["final"]:
                    yield [self.scenario, entity, str(self.year_of(entity)), line, name,
                           money(of["called"].get(line, 0)), "", money(of["final"][line]), "", ""]


def added_up(value, days):
    """A figure, or on each day the last of dated ones that has begun."""
    if not isinstance(value, list):
        return figure(value) * sum(1 for _ in days)
    steps = sorted((first_day(s["from"]) if "from" in s else datetime.date.min, figure(s["value"]))
                   for s in map(renamed, value))
    total = Fraction(0)
    for day in days:
        begun = [number for first, number in steps if first <= day]
        total += begun[-1] if begun else 0
    return total


def limits(value, days):
    """On each day the limit that holds on it, cents, or None."""
    steps = [(first_day(s["from"]) if "from" in s else datetime.date.min, s["value"]) for s in map(renamed, value)] \
        if isinstance(value, list) else [(datetime.date.min, value)]
    out = []
    for day in days:
        begun = [amount for first, amount in steps if first <= day]
        out.append(cents(begun[-1]) if begun and begun[-1] not in ("none", "aucun") else None)
    return out


@functools.cache
def figure(value):
    if isinstance(value, str):
        digits = value.replace("\u00a0", " ").replace("\u202f", " ").replace(",", ".")
        return Fraction("".join(itertools.takewhile(lambda c: c in "0123456789. ", digits)).replace(" ", ""))
    return Fraction(str(value))


area = figure


def portions(typed):
    known = [None if said(t) == "rest" else rate(t) for t in typed]
    return [1 - sum(k for k in known if k is not None) if k is None else k for k in known]


def shares_by_day(fixed, days):
    """Fixed shares, of which a dated one is the last that has begun, or nothing before the first."""
    known = {}

    def typed_on(value, day):
        if not isinstance(value, list):
            return value
        begun = [s["value"] for s in map(renamed, value) if "from" not in s or first_day(s["from"]) <= day]
        return begun[-1] if begun else "0 %"

    def on(day):
        typed = tuple(typed_on(value, day) for value in fixed.values())
        if typed not in known:
            known[typed] = dict(zip(fixed, portions(typed)))
        return known[typed]

    return {day: on(day) for day in days}


def whole(weights):
    everything = sum(weights.values())
    return {p: Fraction(w) / everything for p, w in weights.items()} if everything else None


def period_name(day, by):
    return f"{day.year}-{day.month:02d}" if by == "month" else f"{day.year}-Q{(day.month + 2) // 3}"


def period_names(first, last, by):
    seen, day = [], first
    while day <= last:
        if (name := period_name(day, by)) not in seen:
            seen.append(name)
        day += ONE_DAY
    return seen


def money(amount):
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"


def decimal(exact, places=6):
    """The last place rounded half away from zero."""
    units = half_up(Fraction(exact) * 10 ** places)
    digits = f"{abs(units):0{places + 1}d}"
    return f"{'-' if units < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def journal(house, entity):
    """Calls, payments and the settlement of an exercise for hledger: the account of a payer is what they owe."""
    first, last = house.exercise_days(entity, house.year_of(entity))
    calls, payments = house.calls(entity), house.payments(entity)
    out = []
    def entry(when, words, member, amount, other):
        out.append(f"{when} {words}\n    members:{member}  {money(amount)}\n    {other}  {money(-amount)}\n")
    for when, line, member, kind, amount in sorted(calls):
        if kind == "charge":
            entry(when, f"call {line}", member, amount, "called")
    for when, member, kind, amount in sorted(payments):
        if kind == "charge":
            entry(when, "payment", member, -amount, "bank")
    said_of = {who in house.third_parties for _, who, _, _ in payments}
    for member, of in house.settlement(entity).items():
        if (member in house.third_parties) not in said_of:
            entry(last, "paid as called", member, -of["paid"], "bank")
        entry(last, "settlement", member, sum(of["final"].values()) - sum(of["called"].values()), "called")
    return "\n".join(out)


def main():
    options = argparse.ArgumentParser(description="The shares of an exercise, computed again.")
    options.add_argument("budget")
    options.add_argument("--scenario", default="base")
    options.add_argument("--exercise", type=int)
    options.add_argument("--by", choices=("month", "quarter", "year"), default="year")
    given = options.parse_args()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(SHARE_COLUMNS)
    for row in House(given.budget, given.scenario, given.exercise).share_rows(given.by):
        writer.writerow([*row[:-1], row[-1].numerator, row[-1].denominator])


if __name__ == "__main__":
    main()
