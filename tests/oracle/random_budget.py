#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A valid budget at random, the same for the same seed: random_budget.py SEED [--keys en|fr] [--months N]

Every feature that a single file can hold turns up: entities, banks, all rules of a line, indexation, delays, business
days, payments between accounts, transfers, grants, ACI, loans, overdraft fees, scenarios of all four changes.
"""

import argparse
import datetime
import random

from oracle import BANK_KEYS, KEYS, WORDS, add_months, english_path, month_day, month_of

ONE_DAY = datetime.timedelta(days=1)
FRENCH = {english: french for french, english in KEYS.items()} | {"opening": "solde"}
FRENCH_WORDS = {english: french for french, english in WORDS.items()}
WORD_KEYS = {"every", "day", "state", "business_day", "kind", "basis", "base", "exercise", "share", "by"}
AMOUNT_KEYS = {"amount", "annual", "opening", "floor", "overdraft", "notified", "outstanding"}
RATE_KEYS = {"rate", "share", "scale", "overdraft_rate"}
EXPENSES = ["rent", "energy", "cleaning", "telecom", "payroll-net", "meetings", "accountant", "insurance", "training"]
INCOMES = ["charges-reimbursed", "sublet", "local-authority", "other-income"]


class Path(str):
    """A scenario path, in English keys."""


class Maker:
    def __init__(self, seed, months):
        self.random = random.Random(seed)
        self.count = 0
        self.start = datetime.date(2024 + self.pick(range(5)), 1 + self.pick(range(12)), 1)
        if self.chance(0.2):
            self.start += self.pick(range(28)) * ONE_DAY
        self.months = months or self.random.randint(1, 72)
        self.end = month_day(month_of(self.start) + self.months + 2, 31)

    def pick(self, choices):
        return self.random.choice(list(choices))

    def chance(self, p):
        return self.random.random() < p

    def cents(self, low, high):
        return Amount(self.random.randint(low, high))

    def amount(self):
        """Mostly round, sometimes a few cents, sometimes negative."""
        if self.chance(0.05):
            return self.cents(1, 30)
        value = self.cents(1000, 400000) if self.chance(0.5) else Amount(100 * self.random.randint(10, 4000))
        return Amount(-value.cents) if self.chance(0.04) else value

    def percent(self, low, high):
        """In hundredths of a percent, not zero."""
        return Percent(self.random.randint(low, high) or 1)

    def day_between(self, first, last):
        return first + self.random.randint(0, max((last - first).days, 0)) * ONE_DAY

    def name(self, stem):
        self.count += 1
        return f"{stem}-{self.count}"

    def delay(self, negative=True):
        months, days = self.pick([0, 0, 1, 2]), self.pick([0, 1, 10, 15, 30, 45])
        if months + days == 0:
            days = 7
        parts = [f"{n} {unit}{'s' * (n > 1)}" for n, unit in ((months, "month"), (days, "day")) if n > 0]
        if negative and months == 0 and self.chance(0.15):
            return f"-{days} day{'s' * (days > 1)}"
        return " ".join(parts) + " end of month" * self.chance(0.25)

    # The file

    def budget(self):
        several = self.chance(0.5)
        self.entities = [{"id": "sisa", "name": "SISA", "form": "SISA"}]
        if several:
            self.entities.append({"id": "scm", "name": "SCM", "form": "SCM"})
        for entity in self.entities:
            if self.chance(0.3):
                entity["year_end"] = self.pick(["03-31", "06-30", "09-30", "02-28"])
            if self.chance(0.3):
                entity["holidays"] = "alsace-moselle"
        self.banks = []
        for entity in self.entities:
            for _ in range(self.pick([1, 1, 2])):
                self.banks.append(self.bank(entity["id"]))
        out = {"schema": 1, "lang": "fr", "entity": self.entities, "bank": self.banks}
        first = month_of(self.start) + self.pick([0, 0, 1, 2])
        out["forecast"] = {"from": f"{first // 12}-{first % 12 + 1:02d}", "months": self.months}
        out["expense"] = [self.line("cost", EXPENSES) for _ in range(self.random.randint(1, 9))]
        out["income"] = [self.line("gain", INCOMES) for _ in range(self.random.randint(1, 4))]
        self.transfers(out)
        out["grant"] = [self.grant() for _ in range(self.pick([0, 1, 2, 3]))]
        out["loan"] = [self.loan() for _ in range(self.pick([0, 1, 2]))]
        if self.chance(0.7):
            out["aci"] = {"year": self.aci_years()}
        out["scenario"] = self.scenarios(out)
        return {name: value for name, value in out.items() if value != []}

    def bank(self, entity):
        bank = {"id": self.name("bank"), "entity": entity, "opening": self.cents(-200000, 3000000), "date": self.start}
        if self.chance(0.5):
            bank["floor"] = self.cents(0, 500000)
        if self.chance(0.5):
            bank["overdraft"] = self.cents(0, 500000)
        if self.chance(0.5):
            bank["overdraft_rate"] = self.percent(300, 1800)
        return bank

    def account(self, entry):
        """Which bank, said in one of the ways there are; several entities leave no default."""
        way = self.random.random()
        if way < 0.4:
            entry["bank"] = self.pick(self.banks)["id"]
        elif way < 0.6 or len(self.entities) > 1:
            entry["entity"] = self.pick(self.entities)["id"]
        return entry

    def bank_meant(self, entry):
        if "bank" in entry:
            return next(b for b in self.banks if b["id"] == entry["bank"])
        entity = entry.get("entity", self.banks[0]["entity"])
        return next(b for b in self.banks if b["entity"] == entity)

    def line(self, stem, categories):
        line = self.account({"id": self.name(stem), "category": self.pick(categories)})
        kind = self.random.random()
        if kind < 0.12:
            line |= {"amount": self.amount(), "date": self.day_between(self.start, self.end)}
        elif kind < 0.24:
            days = sorted({self.day_between(self.start, self.end) for _ in range(self.random.randint(1, 6))})
            line["amounts"] = [{"date": day, "amount": self.amount()} for day in days]
        else:
            self.rule(line)
        self.timing(line)
        if self.chance(0.2):
            line["exercise"] = self.pick(["previous", "next", "same", self.start.year + 1])
        if self.chance(0.1):
            line["scale"] = self.percent(5000, 20000)
        if self.chance(0.15):
            line["state"] = self.pick(["hoped", "assumed", "planned", "called", "notified"])
        if len(self.banks) > 1 and self.chance(0.2):
            self.pay_to_another(line)
        return line

    def rule(self, line):
        annual = self.chance(0.3)
        if self.chance(0.3):
            chosen = sorted(self.random.sample(range(1, 13), self.random.randint(1, 5)))
            line["every"] = {"months": chosen}
            step = 12
        else:
            step = self.pick([1, 1, 1, 2, 3, 3, 4, 6, 12] if annual else [1, 1, 1, 1, 2, 3, 3, 4, 5, 6, 7, 12, 18])
            words = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}
            line["every"] = words[step] if step in words and self.chance(0.8) else f"{step} months"
        line["annual" if annual else "amount"] = self.amount()
        line["day"] = self.pick([self.random.randint(1, 28), self.random.randint(1, 31), "last"])
        if self.chance(0.2):
            days = self.random.sample(range(1, 31), self.random.randint(1, 3))
            line["day"] = self.pick([days, [*days, "last"], ", ".join(map(str, days))])
        if 12 % step != 0 or self.chance(0.4):
            first = self.day_between(add_months(self.start, -20), add_months(self.start, min(self.months, 30)))
            line["from"] = first if self.chance(0.5) else f"{first:%Y-%m}"
        if not annual and self.chance(0.15):  # instead of months
            line["every"] = self.pick(["2 weeks", "week", "4 weeks", "10 days"])
            line["from"] = self.day_between(add_months(self.start, -6), add_months(self.start, min(self.months, 30)))
            del line["day"]
        if not annual and "from" in line and self.chance(0.25):
            line["times"] = self.random.randint(1, 12)
        elif self.chance(0.3):
            first = max(self.start, self.first_day(line.get("from", self.start)))
            last = add_months(first, 3 * step + self.random.randint(0, 30))
            line["until"] = last if self.chance(0.5) else f"{last:%Y-%m}"
        if self.chance(0.35):
            line["index"] = self.index(line)

    @staticmethod
    def first_day(value):
        return datetime.date.fromisoformat(value + "-01") if isinstance(value, str) else value

    def index(self, line):
        base = self.first_day(line["from"]) if "from" in line else None
        index = {}
        if base is None or self.chance(0.3):
            base = index["since"] = self.day_between(add_months(self.start, -30), add_months(self.start, 12))
        if self.chance(0.5):
            index["rate"] = self.percent(-300, 900)
            if self.chance(0.7):
                index["each"] = self.pick(["01-01", "07-01", "02-29", "05-15"])
            return index
        days = {self.day_between(base + ONE_DAY, add_months(base, 40)) for _ in range(self.random.randint(1, 4))}
        steps = [{"date": day, "rate": self.percent(-300, 900)} for day in sorted(days)]
        return steps if not index and self.chance(0.5) else index | {"steps": steps}

    def timing(self, entry):
        if self.chance(0.35):
            entry["business_day"] = self.pick(["next", "previous", "none"])
        if self.chance(0.3):
            entry["delay"] = self.delay(negative="date" not in entry and "amounts" not in entry)

    def pay_to_another(self, line):
        mine = self.bank_meant(line)
        other = self.pick([b for b in self.banks if b is not mine])
        foreign = other["entity"] != mine["entity"]
        first_of_entity = next(b for b in self.banks if b["entity"] == other["entity"])
        amounts = [d["amount"] for d in line.get("amounts", [])] + [line[k] for k in ("amount", "annual") if k in line]
        if not foreign or line["id"].startswith("gain") or any(a.cents < 0 for a in amounts):
            return
        line["paid_to"] = other["entity"] if other is first_of_entity and self.chance(0.5) else other["id"]
        line["received_as"] = "charges-reimbursed"
        if self.chance(0.5):
            line["arrives"] = self.pick(["1 day", "3 days", "1 month"])

    def transfers(self, out):
        out["transfer"] = []
        for entity in self.entities:
            banks = [b for b in self.banks if b["entity"] == entity["id"]]
            if len(banks) < 2:
                continue
            line = {"id": self.name("move"), "category": "transfer", "bank": banks[0]["id"], "paid_to": banks[1]["id"]}
            self.rule(line)
            line.pop("index", None)
            for name in ("amount", "annual"):
                if name in line:
                    line[name] = self.cents(1000, 90000)
            if self.chance(0.7):
                line["arrives"] = self.pick(["1 day", "2 days"])
            self.timing(line)
            out["transfer"].append(line)

    def grant(self):
        grant = self.account({"id": self.name("grant"), "amount": self.cents(100000, 5000000)})
        if self.chance(0.3):
            grant["state"] = self.pick(["hoped", "notified", "paid"])
        shares = self.pick([["60 %", "rest"], ["33.33 %", "33.33 %", "33.34 %"], ["50 %", "50 %"], ["12.5 %", "rest"]])
        yearly = self.chance(0.4)
        if yearly:
            grant |= {"every": "year", "from": f"{self.start.year}-01"}
            if self.chance(0.4):
                grant["until"] = f"{self.start.year + self.random.randint(0, 4)}-12"
        elif self.chance(0.2):
            grant["date"] = self.day_between(self.start, self.end)
            self.timing(grant)
            return grant
        parts = []
        for share in shares:
            part = {"share": share}
            if yearly:
                part |= {"day": self.pick(["04-01", "12-31", "02-29", "09-20"]), "years": self.pick([0, 0, 1])}
            else:
                part["date"] = self.day_between(self.start, self.end)
            if self.chance(0.2):
                part["state"] = self.pick(["hoped", "notified"])
            parts.append(part)
        if not yearly and self.chance(0.3):  # in euros, with or without a total
            for part in parts:
                if part["share"] != "rest":
                    del part["share"]
                    part["amount"] = self.cents(1000, 40000)
            if all("amount" in p for p in parts):
                del grant["amount"]
        grant["instalments"] = parts
        self.timing(grant)
        if self.chance(0.2):
            grant["exercise"] = self.start.year
        return grant

    def loan(self):
        loan = self.account({"id": self.name("loan"), "rate": self.pick([Percent(0), *[self.percent(10, 700)] * 5])})
        kind = self.pick(["constant-instalments", "constant-instalments", "constant-capital", "bullet"])
        if kind != "constant-instalments" or self.chance(0.3):
            loan["kind"] = kind
        step = self.pick([1, 1, 1, 3, 6, 12])
        if step != 1:
            loan["every"] = {3: "quarter", 6: self.pick(["6 months", "half-year"]), 12: "year"}[step]
        count = self.random.randint(2, 120 // step)
        loan["instalments"] = count
        capital = self.cents(50000, 30000000)
        if self.chance(0.4):
            loan |= {"outstanding": capital, "date": self.day_between(add_months(self.start, -11), self.start)}
            if self.chance(0.5):
                loan["amount"] = Amount(capital.cents * 2)
        else:
            loan |= {"amount": capital, "date": self.day_between(self.start, self.end)}
        basis = self.pick(["30/360", "30/360", "actual/365", "actual/360"])
        if basis != "30/360":
            loan["basis"] = basis
        if self.chance(0.4):
            loan["first"] = self.day_between(loan["date"] + 5 * ONE_DAY, add_months(loan["date"], 2 * step))
            if self.chance(0.3):
                loan["day"] = self.pick([5, 15, 31, "last"])
        if kind != "bullet" and self.chance(0.35):
            kind = self.pick(["partial", "total"])
            loan["deferral"] = {"kind": kind, "instalments": self.random.randint(1, count - 1)}
        if self.chance(0.25):
            loan["insurance"] = {"rate": self.percent(5, 60), "base": self.pick(["initial", "outstanding"])}
        elif self.chance(0.25):
            loan["insurance"] = {"amount": self.cents(100, 9000)}
        if "outstanding" not in loan:
            self.lending(loan, capital, count * step)
        if self.chance(0.3):
            self.timing(loan)
        return loan

    def lending(self, loan, capital, months):
        """Fees, and capital in parts; what a deferral then leaves unsaid is a warning."""
        if self.chance(0.4):
            fees = [{"amount": self.cents(1000, 90000)}]
            if self.chance(0.5):
                fees.append({"amount": self.cents(1000, 90000), "date": self.day_between(self.start, self.end)})
            loan["fees"] = fees if self.chance(0.7) else fees[0]
        if "deferral" in loan or months < 6 or self.chance(0.6):
            return
        days = [loan["date"], *(self.day_between(loan["date"], add_months(loan["date"], months // 2 - 1))
                                for _ in range(self.random.randint(1, 3)))]
        parts = [self.random.randint(0, capital.cents // len(days)) for _ in days[1:]]
        amounts = [capital.cents - sum(parts), *parts]
        loan["drawdowns"] = [{"date": d, "amount": Amount(a)} for d, a in zip(sorted(days), amounts)]

    def aci_years(self):
        years = []
        year = self.start.year - 1
        for n in range(year, year + self.random.randint(1, 5)):
            entry = {"year": n}
            total, advance = self.cents(6000000, 9000000), self.cents(2500000, 4500000)
            april = datetime.date(n, 4, 28)
            if self.chance(0.6):
                entry["notified"] = total
            if april <= self.start:
                received = [{"date": april - 10 * ONE_DAY, "amount": Amount(advance.cents // 2)}]
                if self.chance(0.5):
                    received.append({"date": april, "amount": Amount(advance.cents // 4)})
                entry["advance"] = {"notified": advance, "received": received, "closed": True}
            else:
                entry["advance"] = {self.pick(["notified", "amount"]): advance}
                if self.chance(0.7):
                    entry["advance"]["expected"] = april
                if self.chance(0.2):
                    entry["advance"]["received"] = {"date": april - 8 * ONE_DAY, "amount": Amount(advance.cents // 3)}
                    entry["advance"]["expected"] = april
            if self.chance(0.15):
                entry["advance"]["recovery"] = self.recovery(self.start)
            next_april = datetime.date(n + 1, 4, 27)
            balance = {"expected": next_april if next_april >= self.start else add_months(self.start, 5)}
            if "notified" not in entry:
                balance["amount"] = Amount(total.cents - advance.cents)
            if self.chance(0.15):
                balance["recovery"] = self.recovery(balance["expected"])
            if self.chance(0.15):
                balance["delay"] = self.pick(["10 days", "1 month"])
            entry["balance"] = balance
            years.append(entry)
        return years

    def recovery(self, first):
        day = self.day_between(first, add_months(first, 9))
        return {"amount": self.cents(1000, 90000), "date": day, "by": self.pick(["offset", "repayment"])}

    # Scenarios

    def scenarios(self, out):
        """One for each kind of change, and one that is based on another."""
        self.free = [(s, e) for s in ("expense", "income") for e in out[s]]
        self.random.shuffle(self.free)
        changes = [self.change_set(), self.change_add(), self.change_remove(), *self.change_shift(out)]
        scenarios = []
        for change in (c for c in changes if c):
            scenario = {"id": f"case-{len(scenarios) + 1}", "change": [change]}
            if scenarios and self.chance(0.4):
                scenario["based_on"] = scenarios[-1]["id"]
            scenarios.append(scenario)
        return scenarios

    def change_set(self):
        for section, line in self.free:
            if "amount" in line:
                self.free.remove((section, line))
                return {"set": Path(f"{section}.{line['id']}.amount"), "to": Amount(line["amount"].cents + 4321)}
        bank = self.banks[0]
        return {"set": Path(f"bank.{bank['id']}.opening"), "to": Amount(bank["opening"].cents + 10001)}

    def change_add(self):
        line = self.line("added", EXPENSES)
        for name in ("paid_to", "received_as", "arrives"):
            line.pop(name, None)
        return {"add": "expense", "value": line}

    def change_remove(self):
        if not self.free:
            return None
        section, line = self.free.pop()
        if len(line.get("amounts", [])) > 1:
            return {"remove": Path(f"{section}.{line['id']}.amounts.1")}
        return {"remove": Path(f"{section}.{line['id']}")}

    def change_shift(self, out):
        if self.free:
            section, line = self.free.pop()
            change = {"shift": Path(f"{section}.{line['id']}")}
            if self.chance(0.7):
                change["amount"] = self.percent(-9000, 30000)
            if "date" in line and self.chance(0.5):
                change["date"] = self.day_between(line["date"] + ONE_DAY, add_months(line["date"], 9))
            elif "amount" not in change or self.chance(0.4):
                change["date"] = self.later(line, self.delay(negative=False).replace(" end of month", ""))
            yield change
        if "aci" in out:
            year = out["aci"]["year"][-1]
            late = {"shift": Path(f"aci.{year['year']}.balance"), "amount": self.percent(-5000, 5000)}
            late["date"] = "2 months" if self.chance(0.5) else add_months(year["balance"]["expected"], 3)
            yield late
        for grant in out["grant"][:1]:
            path = Path(f"grant.{grant['id']}")
            yield {"shift": path, "amount": self.percent(-5000, 5000), "date": self.later(grant, "1 month 10 days")}

    @staticmethod
    def later(entry, delay):
        """An end of month moves by whole months only."""
        return "2 months" if "end of month" in entry.get("delay", "") else delay


class Amount:
    def __init__(self, cents):
        self.cents = cents


class Percent:
    def __init__(self, hundredths):
        self.hundredths = hundredths


class Writer:
    """TOML in one language; amounts and dates now bare, now quoted, as users do."""

    def __init__(self, french, seed):
        self.french = french
        self.random = random.Random(f"writer {seed}")

    def key(self, name, section):
        if not self.french:
            return name
        if name == "instalments":
            return "versements" if section == "grant" else "echeances"
        return FRENCH.get(name, name)

    def path(self, path):
        parts = path.split(".")
        if self.french:
            first = 1 if parts[0] == "forecast" else 2
            parts = [self.key(parts[0], "")] + parts[1:first] + [self.key(p, parts[0]) for p in parts[first:]]
            assert english_path(".".join(parts)) == path.split(".")
        return '"' + ".".join(parts) + '"'

    def value(self, value, name, section):
        if isinstance(value, Path):
            return self.path(value)
        if isinstance(value, Amount):
            return self.amount(value.cents)
        if isinstance(value, Percent):
            return self.percent(value.hundredths, signed=section == "change" and name == "amount")
        if isinstance(value, datetime.date):
            return self.random.choice([f"{value}", f"{value}", f'"{value}"', f'"{value:%d/%m/%Y}"'])
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, dict):
            inner = value_section(name, section, value)
            pairs = (f"{self.key(k, inner)} = {self.value(v, k, inner)}" for k, v in value.items())
            return "{ " + ", ".join(pairs) + " }"
        if isinstance(value, list):
            return "[" + ", ".join(self.value(v, name, section) for v in value) + "]"
        return f'"{self.text(value, name)}"' if isinstance(value, str) else str(value)

    def text(self, value, name):
        if not self.french:
            return value
        if name == "add":
            return FRENCH.get(value, value)
        if name in ("delay", "arrives", "date") or name == "every" and value[0].isdigit():
            value = value.replace("end of month", "fin de +").replace("months", "mois").replace("month", "mois")
            value = value.replace("days", "jours").replace("day", "jour").replace("+", "mois")
        return FRENCH_WORDS.get(value, value) if name in WORD_KEYS else value

    def amount(self, cents):
        sign, whole, part = "-" * (cents < 0), str(abs(cents) // 100), f"{abs(cents) % 100:02d}"
        if self.random.random() < 0.7:
            return f"{sign}{whole}.{part}"
        grouped = f"{int(whole):,}".replace(",", " ")
        return f'"{sign}{grouped},{part}{self.random.choice([" €", ""])}"'

    def percent(self, hundredths, signed):
        mark = self.random.choice([".", ","])
        text = f"{abs(hundredths) // 100}{mark}{abs(hundredths) % 100:02d} %"
        sign = "-" if hundredths < 0 else "+" if signed else ""
        return f'"{sign}{text}"'

    def table(self, name, entry, out):
        for key, value in entry.items():
            out.append(f"{self.key(key, name)} = {self.value(value, key, name)}")
        out.append("")

    def file(self, budget):
        out = []
        for name, value in budget.items():
            if not isinstance(value, (list, dict)):
                out.append(f"{self.key(name, '')} = {self.value(value, name, '')}")
        out.append("")
        for name, value in budget.items():
            if name == "aci":
                for year in value["year"]:
                    out.append(f"[[aci.{self.key('year', '')}]]")
                    self.table("aci", year, out)
            elif isinstance(value, dict):
                out.append(f"[{self.key(name, '')}]")
                self.table(name, value, out)
            elif isinstance(value, list):
                for entry in value:
                    out.append(f"[[{self.key(name, '')}]]")
                    self.table(name, entry, out)
        return "\n".join(out)


def value_section(name, section, value):
    """What kind of table a value inside a table of `section` is."""
    if section == "change":
        return "expense"
    if name == "change":
        return "change"
    return section if name == "instalments" else name


def main():
    options = argparse.ArgumentParser(description="A valid budget at random, the same for the same seed.")
    options.add_argument("seed", type=int)
    options.add_argument("--keys", choices=["en", "fr"], default="en")
    options.add_argument("--months", type=int, help="of the forecast; 1 to 72 at random where absent")
    given = options.parse_args()
    budget = Maker(given.seed, given.months).budget()
    print(Writer(given.keys == "fr", given.seed).file(budget), end="")


if __name__ == "__main__":
    main()
