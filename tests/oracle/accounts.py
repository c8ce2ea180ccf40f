# SPDX-License-Identifier: MIT
"""A second opinion on what becomes of an exercise: members' accounts, what falls due later on who has left, unpaid
calls and entries, computed again from the manual alone, upon the shares and calls of charges.py.

Openings and distributions to current accounts are those of the exercise that is asked about.
"""

from fractions import Fraction

import charges
from charges import said
from oracle import cents, date

AGES = ((30, "0-30"), (60, "31-60"), (90, "61-90"))


class Accounts:
    """Of an entity in the exercise of the house."""

    def __init__(self, house, entity):
        self.house, self.entity = house, entity
        self.year = house.year_of(entity)
        self.first, self.last = house.exercise_days(entity, self.year)
        self.calls = house.calls(entity)
        self.settled = house.settlement(entity)
        self.openings = self.typed_openings()
        self.credits = self.credited()
        self.kept = bool(self.openings) or bool(self.credits)
        people = {member["id"] for member in house.members}
        self.as_called = not any(who in people for _, who, _, _ in house.payments(entity))

    def typed_openings(self):
        """(member, is it the account) -> cents"""
        out = {}
        for row in self.house.own("current_account"):
            member = next(m for m in self.house.members if m["id"] == self.house.first[row["member"]])
            if row.get("entity", member["entity"]) == self.entity and date(row["date"]) == self.first:
                key = member["id"], said(row.get("kind", "charge")) == "charge"
                out[key] = out.get(key, 0) + cents(row["amount"])
        return out

    def credited(self):
        """(day, member, cents): hours at one rate that is typed, each to the cent."""
        out = []
        for of in self.house.own("distribution"):
            if of.get("entity", self.house.plan.entities[0]["id"]) != self.entity or of.get("as") != "current-account":
                continue
            day = date(of["date"])
            if not self.first <= day <= self.last:
                continue
            for row in self.house.own("participation"):
                if row.get("distribution", of["id"]) == of["id"]:
                    amount = cents(of["rates"][0]["rate"]) * Fraction(str(row["hours"]))
                    out.append((day, self.house.first[row["member"]], charges.oracle.half_up(amount)))
        return out

    def is_said(self):
        """Whether the budget says what any line of the exercise cost."""
        return any(self.house.real(section, line, self.entity, self.year)[3]
                   for section, line in self.house.lines(self.entity))

    def left(self, member):
        """The last day of the last stay, by the end of the exercise."""
        outs = [date(stay["out"]) if "out" in stay else None for stay in member["stays"]]
        return None if None in outs else max(outs)

    def gone(self, member):
        left = self.left(member)
        return left is not None and left <= self.last

    def account(self, member):
        """opening, account, advances held, final account, credited, given back"""
        name = member["id"]
        of = self.settled[name]
        opening = self.openings.get((name, True), 0)
        held = self.openings.get((name, False), 0) + of["advance"]
        credit = sum(amount for _, who, amount in self.credits if who == name)
        account = opening + of["paid"] - sum(of["final"].values()) + credit
        back = held if self.gone(member) else 0
        return opening, account + back, held - back, account + back, credit, back

    def later(self):
        """member -> {(line, day): cents} of the exercise after this one."""
        house, year, out = self.house, self.year + 1, {}
        debts = {}
        lines, costs = house.real_lines(self.entity, year)
        for line, charges, exact, total, bearing in lines:
            shares = house.in_cents(total, exact, bearing, debts)
            for member in house.members:
                if self.gone(member) and shares[member["id"]]:
                    parts = self.over(line, charges, costs, member["id"], shares[member["id"]])
                    out.setdefault(member["id"], {}).update({(line["id"], n): part for n, part in parts if part})
        return out

    def over(self, line, voted, costs, name, share):
        """A share over the payments, in proportion to what is exactly the member's of each, by largest remainder."""
        exact = [self.house.exact(line, [charge], self.entity, self.year + 1, costs)[0][name] for charge in voted]
        everything = sum(exact)
        if everything == 0:
            return [(voted[-1][0], share)]
        exact = [e * share / everything for e in exact]
        sign = -1 if share < 0 else 1
        parts = [sign * ((sign * e).numerator // (sign * e).denominator) for e in exact]
        left = abs(share - sum(parts))
        order = sorted((n for n, e in enumerate(exact) if e), key=lambda n: -sign * (exact[n] - parts[n]))
        for n in order[:left]:
            parts[n] += sign
        return [(charge[0], part) for charge, part in zip(voted, parts)]

    def settle_rows(self):
        """Of each member the columns of the settlement from `opening` on, nothing where one is empty."""
        later = self.later()
        for member in self.house.members:
            opening, account, held, final, credit, back = self.account(member)
            gone, due = self.gone(member), sum(later.get(member["id"], {}).values())
            kept = [opening, account, held] if self.kept else [None] * 3
            yield [member["id"], *kept, *([final] if gone else [None]), credit,
                   *([back, due, final - due] if gone else [None] * 3)]

    # ---- Unpaid

    def unpaid_rows(self, as_of):
        """(exercise, day, member, kind, called, unpaid, days, age), of a day after the exercise, asked of it."""
        for member in self.house.members:
            yield from self.debts_of(member, as_of)[0]

    def debts_of(self, member, as_of):
        """The rows of a member, and what is to their credit."""
        name, of = member["id"], self.settled[member["id"]]
        debts, paid = {"charge": [], "advance": {}}, {"charge": 0, "advance": {}}

        def owe(kind, day, amount):
            if amount < 0:
                paid["charge"] -= amount
            elif amount:
                debts["charge"].append([kind, day, amount])
        owe("opening", self.first, -self.openings.get((name, True), 0))
        by_day = {}
        for when, _, who, kind, amount in self.calls:
            if who == name:
                by_day[kind, when] = by_day.get((kind, when), 0) + amount
        advanced = self.openings.get((name, False), 0)
        if self.as_called:
            advanced += sum(amount for (kind, _), amount in by_day.items() if kind != "charge")
        else:
            for (kind, when), amount in sorted(by_day.items(), key=lambda one: one[0][1]):
                if kind == "charge":
                    owe("charge", when, amount)
                elif amount > 0:
                    debts["advance"].setdefault(kind, []).append([kind, when, amount])
                else:
                    paid["advance"][kind] = paid["advance"].get(kind, 0) - amount
            for _, who, kind, amount in self.house.payments(self.entity):
                if who != name:
                    continue
                if kind == "charge":
                    paid["charge"] += amount
                else:
                    paid["advance"][kind] = paid["advance"].get(kind, 0) + amount
                    advanced += amount
        paid["charge"] += sum(amount for _, who, amount in self.credits if who == name)
        if self.is_said():
            owe("settlement", self.last, sum(of["final"].values()) - sum(of["called"].values()))
        if self.gone(member):
            paid["charge"] += advanced
            debts["advance"], paid["advance"] = {}, {}
        rows, credit = [], 0
        for kind in ("charge", *{*debts["advance"], *paid["advance"]}):
            own = debts["charge"] if kind == "charge" else debts["advance"].get(kind, [])
            money = paid["charge"] if kind == "charge" else paid["advance"].get(kind, 0)
            for what, day, amount in sorted(own, key=lambda one: one[1]):
                part = min(max(money, 0), amount)
                money -= part
                if amount != part:
                    days = (as_of - day).days
                    age = next((word for most, word in AGES if days <= most), "over-90")
                    rows.append([str(self.year), str(day), name, what, charges.money(amount),
                                 charges.money(amount - part), str(days), age])
            credit += max(money, 0)
        return rows, credit

    # ---- Entries

    def books(self):
        """member -> what 411 and 455 have of them by the entries: debits less credits."""
        out = {}
        for member in self.house.members:
            name, of = member["id"], self.settled[member["id"]]
            advanced = sum(a for _, _, who, kind, a in self.calls if who == name and kind != "charge")
            credit = sum(a for _, who, a in self.credits if who == name)
            off = self.openings.get((name, False), 0) + advanced + credit if self.gone(member) else 0
            out[name] = (sum(of["final"].values()) + advanced - off, off - advanced - credit)
        return out
