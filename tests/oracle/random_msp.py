#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""An MSP at random, with the ACI of several years, the same for the same seed: random_msp.py SEED [--keys en|fr]

Both texts, years that inherit, every option, contracts and software that begin in the year, members who come and go,
typed amounts, a year without a prerequisite; numbers prefer the places where the rules change.
"""

import argparse
import datetime
import math
from decimal import Decimal
from fractions import Fraction

import aci
import random_budget
from oracle import add_months, delay
from random_budget import Amount, Path, Percent

ONE_DAY = datetime.timedelta(days=1)
PATIENTS = [0, 1, 3999, 4000, 4001, 5120, 7999, 8000, 8001, 12000]
ASSOCIATES = [0, 1, 13, 15, 16, 17, 20, 38]
AMPLITUDES = ["8h", "8h30", "9h59", Decimal("9.5"), "10h", 10, "11h30", Decimal("11.5"), "11h59", "12h", 12, "12h30"]
LEVELS = [("acces.usagers.n2", "acces.usagers.n1"), ("equipe.qualite.n2", "equipe.qualite.n1"),
          ("equipe.qualite.n3", "equipe.qualite.n2"), ("acces.crise.actions", "acces.crise.plan")]  # the lower first
COUNTED = {"equipe.protocoles": [0, 1, 2, 7, 8, 9], "equipe.formation": [1, 2, 3, 4, 5], "equipe.pnc": [1, 5, 6, 7]}
THEMES = ["diabete", "vaccination", "obesite-enfant", "addictions"]
TYPED_AT_TIMES = {"equipe.protocoles": [640, 800, 1000], "acces.cstm": [150, 200], "acces.horaires": [700],
                  "equipe.coordination_externe": [Decimal("212.5")], "equipe.parcours_ic": [Decimal("33.333333")]}


class Maker(random_budget.Maker):
    def __init__(self, seed):
        super().__init__(seed, 12)
        self.seed = seed

    # The years and their texts

    def years(self):
        first = self.pick([2017, 2018, 2020, 2021, 2022, 2022, 2023, 2023, 2024, 2024, 2025, 2026])
        years = list(range(first, min(first + self.pick([1, 1, 2, 3, 4, 5]), 2028)))
        if len(years) > 2 and self.chance(0.15):
            del years[1]
        return years

    def text_of(self, year, before):
        """(text, what to write of it): one that is in force may be assumed too, an old one into the next year."""
        text = aci.text_in_force(year)
        if year == 2022 and before == "aci-2017" and self.chance(0.25):
            return "aci-2017", "aci-2017"
        if text is None:
            return "aci-2022-avenant1", "aci-2022-avenant1"
        return text, text if self.chance(0.05) else None

    def budget(self):
        years = self.years()
        entities = [{"id": "sisa", "name": "SISA", "form": "SISA"}]
        if self.chance(0.3):
            entities.append({"id": "scm", "name": "SCM", "form": "SCM"})
            if self.chance(0.5):
                entities.reverse()
        bank_day = datetime.date(years[0] - 1, 1, 1)
        banks = [{"id": f"bank-{e['id']}", "entity": e["id"], "opening": Amount(1500000), "date": bank_day}
                 for e in entities]
        plan = self.contract(years[0])
        self.options(plan)
        members = self.members(years, entities) if self.seed % 3 and self.chance(0.5) else []
        if members and self.chance(0.5):
            plan.setdefault("options", {})["count"] = "by-days"
        out = {"schema": 1, "lang": "fr", "entity": entities, "bank": banks, "member": members, "aci": plan}
        if self.chance(0.3):
            plan["effort"] = {i: self.pick([0, 1, 3, 1000]) for i in self.some(["equipe.pnc", "acces.cstm", "ipa"])}
        plan["year"] = self.aci_years(years, plan, bool(members))
        self.keep_possible(out)
        if self.seed % 3 == 0:
            self.land_on_half_cent(out)
        if len(years) > 1 and self.chance(0.25):
            self.begin_later(out, years)
        from_year = banks[0]["date"].year
        out["forecast"] = {"from": f"{from_year}-01", "months": 12 * (years[-1] + 3 - from_year)}
        out["scenario"] = self.scenario(out)
        return {name: value for name, value in out.items() if value != []}

    def some(self, choices):
        return [c for c in choices if self.chance(0.5)]

    def day_of(self, year):
        """Where years begin and end, or anywhere."""
        leap = [datetime.date(year, 2, 29)] if aci.days_of(year) == 366 else []
        anywhere = datetime.date(year, 1, 1) + self.random.randrange(365) * ONE_DAY
        edges = [datetime.date(year, 1, 1), datetime.date(year, 1, 2), datetime.date(year, 12, 31)]
        edges += [*leap, *leap, datetime.date(year, 7, 1), datetime.date(year, 11, 30)]
        return self.pick([*edges, *[anywhere] * 4])

    def contract(self, first_year):
        if self.chance(0.35):
            return {}
        out = {"contract": self.day_of(first_year if self.chance(0.65) else first_year - self.pick([1, 3, 4]))}
        if self.chance(0.2):
            out["renewed"] = add_months(out["contract"], 60)
        return out

    def options(self, plan):
        options = {}
        for name, words in aci.OPTIONS.items():
            if self.chance(0.35):
                options[name] = self.pick(words)
        for name in ("advance_ipa", "advance_crisis"):
            if self.chance(0.3):
                options[name] = self.chance(0.5)
        if options:
            plan["options"] = options
        if self.chance(0.25):
            plan["patients_on"] = self.pick(["12-31", "06-30", "01-01", "02-28", "02-29", "09-15"])
        for name in ("payment_day", "advance_day", "balance_day"):
            if self.chance(0.25):
                plan[name] = self.pick(["latest", "04-15", "03-31", "06-30", "02-29", "-30 days", "15 days", "1 month",
                                        "-1 month"])

    # Who is there

    def members(self, years, entities):
        """Doctors and others; now and then at a number where a rule changes."""
        people = []
        for n in range(self.pick([2, 7, 15, 16, 17, 24])):
            member = {"id": f"m-{n + 1}"}
            if len(entities) > 1:
                member["entity"] = "sisa" if self.chance(0.85) else "scm"
            if self.chance(0.4):
                member["patients"] = self.pick([500, 800, 1000, 1024, self.random.randint(1, 1600)])
            if self.chance(0.5):
                member["in"] = self.day_of(self.pick(range(years[0] - 2, years[-1] + 1)))
            if self.chance(0.3):
                member["out"] = self.day_of(self.pick(range(years[0], years[-1] + 2)))
            if "in" in member and member.get("out", datetime.date.max) < member["in"]:
                del member["out"]
            if self.chance(0.1):
                member["associate"] = False
            people.append(member)
        people[0].update({"patients": 900} | ({"entity": "sisa"} if len(entities) > 1 else {}))
        people[0].pop("associate", None)  # a doctor at least: without one nothing says how many patients there are
        return people

    def patients(self):
        if self.chance(0.5):
            return self.pick(PATIENTS)
        return self.random.randint(20, 260) * 50 if self.chance(0.5) else self.random.randint(200, 14000)

    # A year after the other

    def aci_years(self, years, plan, members):
        self.counts, self.reached, self.typed, text, out = {}, {}, {}, None, []
        if self.chance(0.1) and "contract" not in plan:
            out.append({"year": years[0] - 1, "notified": Amount(self.random.randint(50, 90) * 100000)})
        for number, n in enumerate(years):
            before = text
            text, assume = self.text_of(n, before)
            year = {"year": n}
            if assume:
                year["assume"] = assume
            self.count_people(year, number == 0, members, n == years[-1])
            if text != before:
                self.typed = {}
            year["reached"] = self.change_reached(text, n, plan.get("contract"), number == 0 or text != before)
            self.type_points(year, text, text != before)
            self.more_facts(year)
            if self.chance(0.4):
                self.type_amounts(year, n)
            out.append({name: value for name, value in year.items() if value != {}})
        return out

    def count_people(self, year, first, members, last):
        if members:
            if self.chance(0.1) and (last or self.chance(0.3)):
                year["patients"] = self.patients()
        elif first or self.chance(0.3):
            year["patients"] = self.patients()
        if not members and (first or self.chance(0.3)):
            year["associates"] = self.pick(ASSOCIATES) if self.chance(0.8) else self.random.randint(2, 45)
        if first and self.chance(0.4) or not first and self.chance(0.15):
            year["ipa"] = self.chance(0.75)
        if not members and self.chance(0.15):
            year["doctors"] = self.random.randint(0, 2)
        self.counts |= {name: year[name] for name in ("patients", "associates") if name in year}

    def change_reached(self, text, n, contract, all_of_it):
        """What is said anew of each indicator, so that all that holds then may stand together."""
        ids = [i.id for i in aci.TEXTS[text] if not i.id.endswith(".ipa") and i.value or i.id == "equipe.coordination"]
        holds, said = {i: v for i, v in self.reached.items() if i in ids}, {}
        eager = self.pick([0.3, 0.6, 0.9, 1])
        prerequisites = {i.id for i in aci.TEXTS[text] if i.kind == "prerequisite"}
        for i in ids:
            if not all_of_it and self.chance(0.75) and (i in holds or i not in prerequisites):
                continue
            if self.chance(0.975 if i in prerequisites else eager):
                said[i] = self.reaching(i, n, contract)
            elif i in holds or self.chance(0.15):
                said[i] = False
        new = holds | said
        for upper, lower in LEVELS:
            if new.get(upper) and not new.get(lower):
                said[upper] = new[upper] = False
        for group in ("acces.diversite", "acces.vacations"):
            if new.get(f"{group}.n2") and new.get(f"{group}.n1") is False:
                said[f"{group}.n1"] = new[f"{group}.n1"] = True
        if new.get("acces.sas.50") and new.get("acces.sas.100"):
            loser = self.pick(["acces.sas.50", "acces.sas.100"])
            said[loser] = new[loser] = False
        self.reached = new
        return said

    def reaching(self, indicator, n, contract):
        if indicator in COUNTED:
            number = self.pick([*COUNTED[indicator], True])
            return {"number": number} if number is not True and self.chance(0.2) else number
        if indicator == "acces.horaires":
            return self.hours()
        if indicator in ("si.standard", "si.avance"):
            return self.software(n)
        if indicator == "equipe.concertation":
            return self.concertation(n, contract)
        return self.missions() if indicator == "acces.missions" else True

    def hours(self):
        if self.chance(0.25):
            return True
        said = {"amplitude": "7h59" if self.chance(0.04) else self.pick(AMPLITUDES), "saturday": self.chance(0.5)}
        if self.chance(0.5):
            said["closed_weeks"] = self.pick([0, 1, Decimal("2.5"), 3, 3])
        if self.chance(0.3):
            said["closed_weeks_outside"] = self.pick([0, Decimal("0.5"), 1])
        if self.chance(0.2):
            said["derogation"] = self.chance(0.8)
            if said["derogation"] and self.chance(0.4):
                said["amplitude"] = self.pick(["7h59", Decimal("6.5")])
            if said["derogation"] and self.chance(0.2):
                del said["amplitude"]
        if self.chance(0.2):
            said["unscheduled"] = True
        if self.chance(0.04):
            said |= self.pick([{"closed_weeks": Decimal("3.5")}, {"closed_weeks": 4}, {"unscheduled": False},
                               {"closed_weeks_outside": Decimal("1.5")}])
        return said

    def software(self, n):
        way = self.random.random()
        if way < 0.35:
            return True
        since = self.day_of(n if way < 0.7 else n - 1)
        return {"since": since} if self.chance(0.2) else since

    def concertation(self, n, contract):
        """Near 5 % and six meetings, or what the contract's first year asks of them."""
        patients = self.counts.get("patients", 0)
        if patients < 1000 or self.chance(0.15):
            return True
        concerned = self.pick([20 * self.random.randint(2, patients // 100), self.random.randint(30, patients // 5)])
        exactly = math.ceil(Fraction(concerned, 20))
        studied = self.pick([exactly - 1, exactly, exactly + 1, exactly // 2, self.random.randint(0, concerned)])
        said = {"cases": studied, "meetings": self.pick([0, 1, 3, 5, 5, 6, 6, 6, 7, 12])}
        if contract and contract.year == n and self.chance(0.7):
            asked = 6 * Fraction(aci.days_of(n) - (contract - datetime.date(n, 1, 1)).days, aci.days_of(n))
            said["meetings"] = max(0, math.floor(asked) + self.pick([-1, 0, 0, 1]))
        if self.chance(0.5):
            return said | {"concerned": concerned}
        young, old = concerned // 2, concerned // 3
        return said | {"ald_under_75": young, "over_75": old, "ald_over_75": concerned - young - old}

    def missions(self):
        if self.chance(0.4):
            return self.pick([True, 0, 1, 2, 3])
        if self.chance(0.35):  # from the regional project too
            themes = [t for t in THEMES if t != "obesite-enfant"][:self.pick([1, 2, 2, 3])]
            return {"themes": themes, "regional": self.pick([0, 1, len(themes), len(themes)])}
        themes = ["obesite-enfant"] if self.chance(0.3) else self.random.sample(THEMES, self.pick([1, 1, 2, 3]))
        return {"themes": themes} | ({"number": len(themes)} if self.chance(0.3) else {})

    def type_points(self, year, text, anew):
        """The two values of the 2017 accord that are not public; others at times, against the rules."""
        points = {}
        if text == "aci-2017":
            if anew or self.chance(0.2):
                value = self.pick([1850, 2275, 1000, Decimal("1562.5"), Decimal("1850.25")])
                points["equipe.coordination"] = 0 if anew and self.chance(0.02) else value
            if self.chance(0.4):
                points["acces.satisfaction"] = self.pick([0, 100, 200, Decimal("99.99")])
        if self.chance(0.12):
            indicator = self.pick(TYPED_AT_TIMES)
            if indicator in {i.id for i in aci.TEXTS[text]}:
                points[indicator] = self.pick(TYPED_AT_TIMES[indicator])
        self.typed |= points
        for indicator in self.typed:
            if year["reached"].get(indicator) is False:
                del year["reached"][indicator]
        if points.get("equipe.coordination") == 0:
            year["reached"].pop("equipe.coordination", None)
        if points:
            year["points"] = points

    def more_facts(self, year):
        if self.chance(0.3):
            year["crisis"] = self.chance(0.9)
        if self.chance(0.15):
            year["evidence"] = datetime.date(year["year"] + 1, 2, 28)
        if self.chance(0.3):
            year["precarity"] = {"c2s": self.random.randint(0, 3000), "ame": self.pick([0, 5, 20, 60]),
                                 "c2s_national": Percent(self.pick([750, 800, 1000])),
                                 "ame_national": Percent(self.pick([40, 25]))}

    def type_amounts(self, year, n):
        whole, advance = self.random.randint(5100000, 9000000), self.random.randint(1500000, 5000000)
        if self.chance(0.35):
            year["notified"] = Amount(whole)
        if self.chance(0.7):
            item = {self.pick(["notified", "amount"]): Amount(advance)} if self.chance(0.6) else {}
            self.come(item, datetime.date(n, 4, self.random.randint(2, 30)), advance)
            if self.chance(0.25):
                item["expected"] = datetime.date(n, 6, self.random.randint(1, 30))
            if self.chance(0.15):
                item["recovery"] = self.recovery(datetime.date(n, 9, 1))
            year["advance"] = item
        if self.chance(0.5):
            item = {}
            if self.chance(0.4):
                item[self.pick(["notified", "amount"])] = Amount(whole - advance)
            self.come(item, datetime.date(n + 1, 4, self.random.randint(2, 30)), whole - advance)
            if self.chance(0.3):
                item["expected"] = datetime.date(n + 1, 7, 15)
            if self.chance(0.15):
                item["delay"] = self.pick(["10 days", "1 month"])
            if self.chance(0.1):
                item["recovery"] = self.recovery(datetime.date(n + 1, 9, 1))
            year["balance"] = item
        for part in ("advance", "balance"):
            if year.get(part) == {}:
                del year[part]
        self.add_up(year)

    @staticmethod
    def add_up(year):
        """Where the year, its advance and its balance are typed, the year is the other two; and none is more than it."""
        if "notified" not in year:
            return
        parts = [year.get(part, {}) for part in ("advance", "balance")]
        sums = []
        for item in parts:
            received = item.get("received", [])
            came = sum(r["amount"].cents for r in ([received] if isinstance(received, dict) else received))
            typed = next((item[name].cents for name in ("notified", "amount") if name in item), 0)
            sums.append(came if item.get("closed") else max(came, typed))
        stated = [{"notified", "amount"} & item.keys() or {"closed", "received"} <= item.keys() for item in parts]
        whole = sum(sums) - sum(item["recovery"]["amount"].cents for item in parts if "recovery" in item)
        if stated[1] and (stated[0] or whole > year["notified"].cents) or sums[0] > year["notified"].cents:
            year["notified"] = Amount(max(whole, 0))
            if whole <= 0:
                del year["notified"]

    def come(self, item, day, amount):
        """Something was received, all at once or in parts."""
        if self.chance(0.4):
            part = {"date": day, "amount": Amount(amount // self.pick([1, 2, 3]))}
            more = {"date": day + 20 * ONE_DAY, "amount": Amount(amount // 4)}
            item["received"] = self.pick([part, [part], [part, more]])
            if self.chance(0.4):
                item["closed"] = True

    # So that it is what the programs accept

    def keep_possible(self, out):
        """No more beneficiaries than patients, no share of none, and no more patients concerned than there are."""
        by_year = {year["year"]: year for year in out["aci"]["year"]}
        for facts in aci.facts_of(out):
            year, said = by_year[facts.year], facts.reached.get("equipe.concertation")
            if isinstance(said, dict) and aci.concerned_of(said) > facts.patients:
                year["reached"]["equipe.concertation"] = True
            if "precarity" not in year:
                continue
            precarity = year["precarity"]
            if facts.patients < 200:
                del year["precarity"]
                continue
            most = int(facts.patients)
            national = Fraction(precarity["c2s_national"].hundredths, 10000)
            at_cap = math.ceil((national + aci.PRECARITY_CAP) * most)
            at_national = math.floor(national * most)
            anywhere = min(precarity["c2s"], most)
            precarity["c2s"] = self.pick([anywhere, at_national, at_national + 1, at_cap - 1, at_cap])
            precarity["ame"] = min(precarity["ame"], most - precarity["c2s"])

    def land_on_half_cent(self, out):
        """Round numbers of patients whose totals are half a cent from whole ones, where there are some."""
        for year in out["aci"]["year"]:
            if "patients" not in year or "reached" not in year:
                continue
            year.pop("precarity", None)
            typed, round_numbers = year["patients"], range(10 * math.ceil(year["patients"] / 10), 16001, 10)
            for patients in self.random.sample(round_numbers, min(150, len(round_numbers))):
                year["patients"] = patients
                facts = next(f for f in aci.facts_of(out) if f.year == year["year"])
                points = [aci.points_of(i, facts) for i in aci.TEXTS[facts.text]]
                if (aci.POINT * sum(points)).denominator == 2:
                    break
            else:
                year["patients"] = typed

    def begin_later(self, out, years):
        """A plan that begins in the middle: what was to come before has come."""
        begin = datetime.date(self.pick(years[1:]), 1, 1)
        for bank in out["bank"]:
            bank["date"] = begin
        for year in out["aci"]["year"]:
            for part in ("advance", "balance"):
                item = year.get(part, {})
                due = item.get("expected", aci.latest_day(out["aci"], year["year"], part))
                if delay(item.get("delay")).after(due) >= begin and due >= begin:
                    continue
                came = {"date": due, "amount": Amount(self.random.randint(1000000, 4000000))}
                year[part] = item | {"received": came, "closed": True}

    def scenario(self, out):
        """One change of a fact, or of when and how much."""
        if self.chance(0.7):
            return []
        changes = []
        for year in out["aci"]["year"]:
            if "patients" in year:
                changes.append({"set": Path(f"aci.{year['year']}.patients"), "to": year["patients"] + 1001})
            if "ipa" in year:
                changes.append({"set": Path(f"aci.{year['year']}.ipa"), "to": not year["ipa"]})
            if "equipe.pnc" in year.get("reached", {}):
                changes.append({"set": Path(f"aci.{year['year']}.reached.equipe.pnc"), "to": self.pick([0, 3, 8, 9])})
            for part in ("advance", "balance"):
                if part in year:
                    shift = {"shift": Path(f"aci.{year['year']}.{part}")}
                    changes.append(shift | {"amount": self.percent(-5000, 5000), "date": "2 months"})
        return [{"id": "other", "change": self.random.sample(changes, min(2, len(changes)))}] if changes else []


class Writer(random_budget.Writer):
    """TOML in one language; an indicator's id now in quotes, now as tables in tables."""

    def path(self, path):
        year, _, indicator = path.partition(".reached.")
        return f'"{year}.{self.key("reached", "")}.{indicator}"' if indicator else super().path(path)

    def text(self, value, name):
        if self.french and name in aci.OPTIONS:
            return aci.OPTIONS[name][value]
        if name.endswith("_day") and name != "business_day":
            if self.french and value == "latest":
                return "au-plus-tard"
            return super().text(value, "delay")
        return super().text(value, name)

    def free_table(self, table, header, out):
        out.append(f"[{header}]")
        for indicator, value in table.items():
            name = f'"{indicator}"' if self.random.random() < 0.6 and "." in indicator else indicator
            out.append(f"{name} = {self.value(value, indicator, 'reached')}")
        out.append("")

    def file(self, budget):
        plan = budget["aci"]
        out = [super().file({name: value for name, value in budget.items() if name != "aci"})]
        out.append("[aci]")
        self.table("aci", {k: v for k, v in plan.items() if not isinstance(v, (dict, list))}, out)
        if "options" in plan:
            out.append("[aci.options]")
            self.table("options", plan["options"], out)
        if "effort" in plan:
            self.free_table(plan["effort"], "aci.effort", out)
        for year in plan["year"]:
            header = f"aci.{self.key('year', '')}"
            out.append(f"[[{header}]]")
            self.table("aci", {k: v for k, v in year.items() if k not in ("reached", "points")}, out)
            for name in ("reached", "points"):
                if name in year:
                    self.free_table(year[name], f"{header}.{self.key(name, '')}", out)
        return "\n".join(out)


def main():
    options = argparse.ArgumentParser(description="An MSP at random, the same for the same seed.")
    options.add_argument("seed", type=int)
    options.add_argument("--keys", choices=["en", "fr"], default="en")
    given = options.parse_args()
    print(Writer(given.keys == "fr", given.seed).file(Maker(given.seed).budget()), end="")


if __name__ == "__main__":
    main()
