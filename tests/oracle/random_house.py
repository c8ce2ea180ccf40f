#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A house with shared charges at random, the same for the same seed: random_house.py SEED

Members who come, go, are away and come back, figures that change, rooms that are let or stand empty, third parties, all
kinds of keys, lines of every rhythm, refunds, what was spent and paid. Someone of each profession is always there, so that no charge has nobody to pay it.
"""

import datetime
import random
import sys

ONE_DAY = datetime.timedelta(days=1)
PROFESSIONS = ["médecin généraliste", "infirmière", "masseur-kinésithérapeute"]
YEAR_ENDS = ["12-31", "12-31", "06-30", "02-28", "08-31", "09-15"]
RHYTHMS = ["month", "quarter", "half-year", "year", "2 months", "5 months", "4 weeks"]
COVERS = ['"month"', '"quarter"', '"year"', '"exercise"']
FIGURES = {"surface": lambda r: f'"{r.randint(1, 60)}.{r.choice("05")} m2"', "half_days": lambda r: r.randint(1, 11),
           "fees": lambda r: r.randint(1000, 90000)}


class Maker:
    def __init__(self, seed):
        self.random = random.Random(f"house {seed}")
        self.year = self.pick([2024, 2025, 2026])  # leap years and others
        self.lines = []

    def pick(self, values):
        return self.random.choice(values)

    def chance(self, of):
        return self.random.random() < of

    def amount(self, most=9000):
        cents = self.random.randint(1, most * 100)
        return f"{cents // 100}.{cents % 100:02d}"

    def day(self):
        return datetime.date(self.year, 1, 1) + self.random.randint(-200, 500) * ONE_DAY

    def write(self, *lines):
        self.lines += [*lines, ""]

    def text(self):
        self.entities = ["sisa", "scm"] if self.chance(0.3) else ["scm"]
        self.ends = {}
        for entity in self.entities:
            self.ends[entity] = self.pick(YEAR_ENDS)
            self.write("[[entity]]", f'id = "{entity}"', f'name = "{entity.upper()}"', 'form = "SISA"',
                       f'year_end = "{self.ends[entity]}"')
        for entity in self.entities:
            self.write("[[bank]]", f'id = "{entity}-bank"', f'entity = "{entity}"', "opening = 0",
                       f"date = {self.year}-01-01")
            if self.chance(0.6):
                self.terms(entity)
        self.people()
        self.rooms()
        self.keys()
        self.shared_lines()
        self.limited_lines()
        self.payments()
        self.accounts()
        return "\n".join(self.lines)

    def terms(self, entity):
        self.write("[[charges]]", f'entity = "{entity}"', f'calls = "{self.pick(["month", "quarter"])}"',
                   f'day = {self.pick([1, 5, 15, 31])}' if self.chance(0.7) else 'day = "last"',
                   f'round = "{self.pick(["cent", "cent", "euro", "ten-euros"])}"')

    def people(self):
        """The first of each profession stays: keys always find one."""
        self.members = []
        for n in range(self.random.randint(3, 8)):
            member = {"id": f"m{n}", "profession": PROFESSIONS[n % 3], "entity": self.pick(self.entities), "stays": n < 3}
            if n < 3:
                member["entity"] = self.entities[0]
            self.members.append(member)
        for n, entity in enumerate(self.entities[1:]):
            for p, profession in enumerate(PROFESSIONS):
                self.members.append({"id": f"s{n}{p}", "profession": profession, "entity": entity, "stays": True})
        self.later = []
        for member in self.members:
            self.person(member)
        for lines in self.later:
            self.write(*lines)
        self.parties = ["town"] if self.chance(0.4) else []
        for party in self.parties:
            self.write("[[third_party]]", f'id = "{party}"')

    def person(self, member):
        lines = ["[[member]]", f'id = "{member["id"]}"', f'profession = "{member["profession"]}"',
                 f'entity = "{member["entity"]}"']
        for name, figure in FIGURES.items():
            if self.chance(0.3):
                lines.append(f"{name} = [{{ value = {figure(self.random)} }}, "
                             f"{{ from = {self.day()}, value = {figure(self.random)} }}]")
            else:
                lines.append(f"{name} = {figure(self.random)}")
        lines.append(f"counters = {{ badges = {self.random.randint(1, 9)} }}")
        if not member["stays"]:
            first, last = sorted([self.day(), self.day()])
            lines += [f"in = {first}"] * self.chance(0.5)
            lines += [f"out = {last}"] * self.chance(0.5)
            if self.chance(0.3) and (last - first).days > 20:
                lines.append(f"absent = [{{ from = {first + 5 * ONE_DAY}, until = {last - 5 * ONE_DAY} }}]")
            if f"out = {last}" in lines and self.chance(0.5):
                self.second_stay(member, last)
        self.write(*lines)

    def second_stay(self, member, last):
        """Behind the first record, of the same profession and entity, with figures of its own."""
        comes = last + self.random.randint(1, 120) * ONE_DAY
        lines = ["[[member]]", f'id = "{member["id"]}-again"', f'person = "{member["id"]}"', f"in = {comes}"]
        lines += [f"{name} = {figure(self.random)}" for name, figure in FIGURES.items() if self.chance(0.8)]
        lines += [f"out = {comes + self.random.randint(0, 200) * ONE_DAY}"] * self.chance(0.5)
        self.later.append(lines)

    def rooms(self):
        """One of each profession always has a room, so that somebody bears whatever stands empty."""
        tenants = ["tenant"] if self.chance(0.5) else []
        self.outside = [*self.parties, *tenants, "landlord"]
        for tenant in [*tenants, "landlord"]:
            self.write("[[third_party]]", f'id = "{tenant}"')
        for n, who in enumerate([m for m in self.members if m["stays"] or self.chance(0.7)] + tenants):
            entity = who["entity"] if isinstance(who, dict) else self.entities[0]
            name = who["id"] if isinstance(who, dict) else who
            lines = ["[[room]]", f'id = "room-{n}"', f'entity = "{entity}"', f'surface = "{self.random.randint(8, 40)} m2"',
                     f'vacancy = "{self.pick(["all", "profession", "landlord", "leaver"])}"', 'landlord = "landlord"',
                     f'profession = "{self.pick(PROFESSIONS)}"']
            if self.chance(0.4):
                lines.append(f"leaver_until = {self.day()}")
            if isinstance(who, dict) and not who["stays"]:
                lines.append(f"let = [{self.let(name)}]")
            else:
                lines.append(f'let = [{{ who = "{name}" }}]')
            self.write(*lines)
        self.write("[[room]]", 'id = "hall"', f'entity = "{self.entities[0]}"', "surface = 30", "common = true")

    def let(self, name):
        """In each stay, in the days of one record, or in days that are typed."""
        again = any(f'id = "{name}-again"' in lines for lines in self.later)
        if again and self.chance(0.3):
            return f'{{ who = "{name}-again" }}'
        first, last = sorted([self.day(), self.day()])
        return f'{{ who = "{name}" }}' if self.chance(0.6) else f'{{ who = "{name}", from = {first}, until = {last} }}'

    def percents(self, count):
        """Whole percents that make 100."""
        cuts = sorted(self.random.sample(range(1, 100), count - 1))
        return [b - a for a, b in zip([0, *cuts], [*cuts, 100])]

    def quoted_percents(self, count):
        return [f'"{share} %"' for share in self.percents(count)]

    def changing(self, before, after):
        """A value that is another one from the house's day of change on, where it has one."""
        return before if self.change is None else f"[{{ value = {before} }}, {{ from = {self.change}, value = {after} }}]"

    def keys(self):
        self.change = self.day() if self.chance(0.5) else None
        own = [m["id"] for m in self.members if m["stays"]] + self.parties
        named = ", ".join(f"{who} = {self.changing(a, b)}" for who, a, b in
                          zip(own, self.quoted_percents(len(own)), self.quoted_percents(len(own))))
        weights = ", ".join(f"{who} = {self.changing(self.random.randint(1, 7), self.random.randint(1, 7))}"
                            for who in own)
        third = self.changing('"1/3"', '"20 %"')
        thirds = f'"{PROFESSIONS[0]}" = {third}, "{PROFESSIONS[1]}" = "1/6", "{PROFESSIONS[2]}" = "rest"'
        levels = f'"{PROFESSIONS[0]}" = 5, "{PROFESSIONS[1]}" = 2, "{PROFESSIONS[2]}" = 4'
        self.keyed = {
            "even": ['by = "equal"'], "space": ['by = "surface"'], "time": ['by = "half_days"'],
            "tags": ['by = "badges"'], "fixed": [f"fixed = {{ {named} }}"], "typed": [f"weights = {{ {weights} }}"],
            "levels": [f"fixed = {{ {thirds} }}", 'level = "profession"'],
            "inside": [f"weights = {{ {levels} }}", 'level = "profession"', 'within = "fees"'],
            "few": ['by = "surface"', f'members = ["{own[0]}", "{own[1]}"]'],
        }
        for how in ("all", "profession", "landlord"):
            self.keyed[f"rooms-{how}"] = ['by = "rooms"', f'vacancy = "{how}"']
        self.keyed["rooms"] = ['by = "rooms"']
        if self.chance(0.5):
            share = self.changing('"40 %"', '"1/3"')
            self.keyed["mixed"] = [f'mix = [{{ key = "even", share = {share} }}, {{ key = "rooms", share = "rest" }}]']
        for name, lines in self.keyed.items():
            self.write("[[key]]", f'id = "{name}"', *lines)

    def shared_lines(self):
        self.shared = []
        for n in range(self.random.randint(2, 7)):
            entity = self.pick(self.entities) if n else self.entities[0]
            refund = self.chance(0.1)
            line = {"id": f"line-{n}", "entity": entity}
            lines = ["[[expense]]", f'id = "{line["id"]}"', 'category = "rent"', f'bank = "{entity}-bank"',
                     f'shared = "{self.pick(list(self.keyed))}"',
                     f"amount = {'-' if refund else ''}{self.amount()}"]
            if self.chance(0.35):
                lines.append(f"date = {self.year}-{self.random.randint(1, 12):02d}-15")
            else:
                lines += self.rhythm()
            if self.chance(0.3):
                lines.append(f"covers = {self.pick(COVERS)}")
            elif self.chance(0.2):
                lines.append(f"covers = {{ from = {self.year}-02-10, until = {self.year}-07-20 }}")
            self.write(*lines)
            self.shared.append(line)

    def dated(self, value):
        """One, or some with their days; before the first there may be none."""
        if self.chance(0.4):
            return value()
        days = sorted({self.day() for _ in range(self.random.randint(1, 3))})
        steps = [f"{{ value = {value()} }}"] * self.chance(0.5) + [f"{{ from = {day}, value = {value()} }}" for day in days]
        return f"[{', '.join(steps)}]"

    def limited_lines(self):
        """By keys with caps and floors that can be kept: three members are always there, and never are there twenty. And
        lines whose key has a target, above which a third party or others pay."""
        entity = self.entities[0]
        for n in range(self.random.randint(0, 3)):
            months, amount = self.pick([12, 1]), self.random.randint(100, 900000)
            total = months * amount
            def within(low, high):
                cents = self.random.randint(total * low // 100 + 1, total * high // 100 + 2)
                return '"none"' if self.chance(0.2) else f"{cents // 100}.{cents % 100:02d}"
            bounds = [f"cap = {self.dated(lambda: within(34, 90))}"] * self.chance(0.8)
            bounds += [f"floor = {self.dated(lambda: within(0, 3))}"] * self.chance(0.6)
            self.write("[[key]]", f'id = "limited-{n}"', f'by = "{self.pick(["equal", "surface", "half_days"])}"', *bounds)
            line = {"id": f"limited-{n}", "entity": entity, "limited": total}
            when = ['every = "month"', "day = 5"] if months == 12 else [f"date = {self.closing(entity, self.year)}"]
            sign = "-" if self.chance(0.15) else ""
            self.write("[[expense]]", f'id = "{line["id"]}"', 'category = "cleaning"', f'bank = "{entity}-bank"',
                       f'shared = "limited-{n}"', f"amount = {sign}{amount // 100}.{amount % 100:02d}", *when)
            if not sign:
                self.shared.append(line)
        if self.chance(0.5):
            payer = self.pick(self.parties or ["m0"])
            self.write("[[key]]", 'id = "beyond"', f'fixed = {{ {payer} = "100 %" }}')
            each = self.pick(["month", "exercise"])
            value = lambda: '"none"' if self.chance(0.2) else self.amount(3000 if each == "month" else 20000)
            self.write("[[key]]", 'id = "aimed"', 'by = "surface"',
                       f'target = {{ amount = {self.dated(value)}, each = "{each}", above = "beyond" }}')
            for n in range(self.random.randint(1, 2)):
                self.write("[[expense]]", f'id = "aimed-{n}"', 'category = "energy"', f'bank = "{entity}-bank"',
                           'shared = "aimed"', f"amount = {self.amount()}", *self.rhythm())
                self.shared.append({"id": f"aimed-{n}", "entity": entity})

    def rhythm(self):
        every = self.pick(RHYTHMS)
        if every == "4 weeks":
            return [f'every = "{every}"', f"from = {self.year - 1}-01-04"]
        if self.chance(0.2):
            every = "{ months = [2, 7] }"
        else:
            every = f'"{every}"'
        begins = [f'from = "{self.year - 1}-0{self.random.randint(1, 9)}"'] if self.chance(0.3) or "5" in every else []
        return [f"every = {every}", f"day = {self.pick([1, 5, 28, 31])}", *begins]

    def payments(self):
        """Of the exercise in which the bank opens, named as the entity's year end says."""
        for line in self.shared:
            if "limited" in line:
                cents = self.random.randint(line["limited"] * 6 // 10 + 1, line["limited"])
                if self.chance(0.5):
                    self.write("[[spent]]", f'line = "{line["id"]}"', f"exercise = {self.year}",
                               f"amount = {cents // 100}.{cents % 100:02d}")
            elif self.chance(0.4):
                self.write("[[spent]]", f'line = "{line["id"]}"', f"date = {self.year}-01-02", f"amount = {self.amount()}")
            elif self.chance(0.3):
                self.write("[[spent]]", f'line = "{line["id"]}"', f"exercise = {self.year}", f"amount = {self.amount()}")
        if self.chance(0.6):
            for member in self.members:
                if self.chance(0.8):
                    again = any(f'id = "{member["id"]}-again"' in lines for lines in self.later)
                    name = member["id"] + "-again" * (again and self.chance(0.5))
                    self.write("[[paid]]", f'member = "{name}"', f"date = {self.year}-01-0{self.random.randint(1, 9)}",
                               f"amount = {self.amount()}")
        for party in self.outside:
            if self.chance(0.3):
                self.write("[[paid]]", f'member = "{party}"', f'entity = "{self.entities[0]}"',
                           f"date = {self.year}-01-0{self.random.randint(1, 9)}", f"amount = {self.amount()}")
        self.advance = None
        if self.chance(0.4):
            self.advance = self.pick(["reserve", "works"])
            self.write("[[call]]", 'id = "roof"', f'entity = "{self.entities[0]}"', f'kind = "{self.advance}"',
                       f'shared = "{self.pick(["even", "space", "levels"])}"',
                       f"calls = [{{ date = {self.year}-01-20, amount = {self.amount()} }}]")

    def closing(self, entity, year):
        """The last day of February counts for the 28th."""
        month, day = map(int, self.ends[entity].split("-"))
        return datetime.date(year, 3, 1) - ONE_DAY if month == 2 else datetime.date(year, month, day)

    def accounts(self):
        """Advances that were paid, openings of current accounts, what a distribution credits, and a bill that comes late."""
        for member in self.members:
            if self.advance and member["entity"] == self.entities[0] and self.chance(0.4):
                self.write("[[paid]]", f'member = "{member["id"]}"', f"date = {self.year}-01-21", f"amount = {self.amount(900)}",
                           f'kind = "{self.advance}"')
        if self.chance(0.4):
            for member in self.members:
                first = self.closing(member["entity"], self.year - 1) + ONE_DAY
                for kind in ["charge", "reserve", "works"]:
                    if self.chance(0.4):
                        sign = "-" if kind == "charge" and self.chance(0.5) else ""
                        self.write("[[current_account]]", f'member = "{member["id"]}"', f"date = {first}",
                                   f"amount = {sign}{self.amount(900)}", f'kind = "{kind}"')
        if self.chance(0.4):
            self.write("[[distribution]]", 'id = "kept"', f'entity = "{self.pick(self.entities)}"', f"date = {self.year}-01-03",
                       'as = "current-account"', f"rates = [{{ rate = {self.amount(90)} }}]")
            for member in self.members:
                if member["stays"] or self.chance(0.5):
                    self.write("[[participation]]", 'distribution = "kept"', f'member = "{member["id"]}"',
                               f"hours = {self.random.randint(1, 40)}")
        if self.chance(0.5):
            entity = self.entities[0]
            late = self.closing(entity, self.year) + self.random.randint(1, 300) * ONE_DAY
            self.write("[[expense]]", 'id = "late"', 'category = "insurance"', f'bank = "{entity}-bank"',
                       f'shared = "{self.pick(list(self.keyed))}"', f"amount = {self.amount()}", f"date = {late}",
                       f"covers = {{ from = {self.year}-01-10, until = {self.year}-08-20 }}")


def main():
    print(Maker(int(sys.argv[1])).text())


if __name__ == "__main__":
    main()
