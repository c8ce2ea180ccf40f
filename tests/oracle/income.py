#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The result of a budget by exercise, computed again from the manual: msp-forecast --view income on budgets at random.

Movements are the oracle's, those before an account opens too; what is of an exercise and what is paid in it is worked out
here, in whole cents and fractions. Some lines get days that they cover.

    oracle/income.py --bin build/release/bin --first 1000 --seeds 200
"""

import argparse
import csv
import datetime
import io
import pathlib
import random
import sys
import tempfile
import tomllib
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

import oracle
import random_budget
from compare import Differences, Program, written

LAW = pathlib.Path(__file__).resolve().parents[2] / "lib" / "law"
ONE_DAY = datetime.timedelta(days=1)
YEARS = 4


def law(name):
    return tomllib.loads((LAW / name).read_text(encoding="utf-8"))


CATEGORIES = {c["id"]: c for c in law("categories.toml")["category"]}
CLASSES = law("classes.toml")
LOAN = {"principal": "loan-principal", "interest": "loan-interest", "insurance": "loan-insurance",
        "drawdown": "loan-drawdown", "fees": "bank-charges"}


def class_of(account):
    for third in CLASSES["third_party"]:
        if account.startswith(third["account"]):
            return str(third["class"])
    return account[:2] if account[:2] in {str(c["number"]) for c in CLASSES["class"]} else ""


class Whole(oracle.Plan):
    """With what falls due before an account opens, in `everything`."""

    def __init__(self, budget, folder, until):
        self.everything = []
        super().__init__(budget, folder, until=until)

    def add(self, bank, day, due, line, exercise, state, amount, receipt, other="", apart=False):
        own = other and self.bank_named(other)["entity"] == bank["entity"]
        if state not in self.left_out or amount < 0 or own:
            self.everything.append(oracle.Movement(bank["id"], day, due, line, exercise, state, amount, receipt, other))
        super().add(bank, day, due, line, exercise, state, amount, receipt, other, apart)


class Result:
    def __init__(self, budget, folder, years, until):
        self.plan = Whole(budget, folder, until)
        self.years = years
        self.rows = defaultdict(lambda: defaultdict(int))  # (entity, section, row, category): by year
        self.banks = {bank["id"]: bank for bank in self.plan.banks}
        self.items = {item["id"]: item for section in ("expense", "income", "transfer", "grant", "loan")
                      for item in budget.get(section, [])}
        self.capitalised(budget)
        last = max(self.last_day(years[-1], bank) for bank in self.plan.banks)
        for movement in self.plan.everything:
            if not movement.line.startswith("fees.") or movement.date <= last:
                for exercise, amount in self.parts(movement):
                    self.count(movement, exercise, amount)

    def last_day(self, year, bank):
        end = self.plan.entity_of(bank).get("year_end", "12-31").replace("02-28", "02-29")
        return oracle.year_day(year, end)

    def category(self, movement):
        name, _, part = movement.line.partition(".")
        if name == "fees":
            return "overdraft-interest"
        if name == "aci":
            return "aci"
        item = self.items[name]
        if "schedule" in item or "instalments" in item and "rate" in item:
            return LOAN[part]
        if movement.receipt and movement.other and "received_as" in item:
            return item["received_as"]
        return item.get("category", "grant" if item in self.plan.tables("grant") else "transfer")

    def parts(self, movement):
        """By days, where a line is typed to cover some, and interest by those of its instalment."""
        item = self.items.get(movement.line.partition(".")[0], {})
        bank = self.banks[movement.bank]
        if movement.line.endswith(".interest"):
            return self.split(movement, self.runs_from(item, movement.due), movement.due, bank)
        if "covers" in item and item.get("exercise", "same") in ("same", "meme"):
            first, last = self.covered(item["covers"], movement.due)
            return self.split(movement, first, last, bank)
        return [(movement.exercise, movement.amount)]

    def capitalised(self, budget):
        """Interest that is added to the capital is a charge as if it were paid, and comes back before cash."""
        for loan in budget.get("loan", []):
            if "schedule" in loan or oracle.word(loan.get("deferral", {}).get("kind", "partial")) != "total":
                continue
            bank = self.plan.bank_of(loan)
            for due, interest in oracle.interest_added(loan):
                movement = oracle.Movement(bank["id"], due, due, f"{loan['id']}.interest", 0, "planned", -interest, False, "")
                for year, amount in self.parts(movement):
                    self.rows[bank["entity"], "charges", "category", "loan-interest"][year] -= amount
                    self.rows[bank["entity"], "cash", "capitalised", "loan-interest"][year] -= amount

    def runs_from(self, loan, due):
        """The first day of the interest of an instalment: after the one before it, or after the money came."""
        dues = [row[0] for row in oracle.loan_rows(loan, self.plan.folder)]
        at = dues.index(due)
        if at:
            return dues[at - 1] + ONE_DAY
        drawn = oracle.delay(loan.get("delay")).after(oracle.date(loan["date"]))
        months = oracle.months_of(oracle.word(loan.get("every", "month")))
        if "schedule" in loan and len(dues) > 1:
            first, second = (row[0] for row in oracle.loan_rows(loan | {"delay": None}, self.plan.folder)[:2])
            months = max((second.year - first.year) * 12 + second.month - first.month, 1)
        one_before = oracle.add_months(due, -months)
        if "outstanding" in loan:
            return min(drawn, one_before) + ONE_DAY
        return (drawn if drawn < due else one_before) + ONE_DAY

    @staticmethod
    def covered(covers, due):
        first = {"month": due.month, "quarter": (due.month - 1) // 3 * 3 + 1, "year": 1}[covers]
        months = {"month": 1, "quarter": 3, "year": 12}[covers]
        begin = datetime.date(due.year, first, 1)
        return begin, oracle.add_months(begin, months) - ONE_DAY

    def split(self, movement, first, last, bank):
        """By the largest remainder, the earlier exercise first."""
        years = range(self.plan.exercise_of(first, bank), self.plan.exercise_of(last, bank) + 1)
        days = [(min(last, self.last_day(year, bank)) - max(first, self.last_day(year - 1, bank) + ONE_DAY)).days + 1
                for year in years]
        size = abs(movement.amount)
        exact = [Fraction(size * each, sum(days)) for each in days]
        whole = [int(share) for share in exact]
        for i in sorted(range(len(days)), key=lambda i: (whole[i] - exact[i], i))[:size - sum(whole)]:
            whole[i] += 1
        return [(year, part if movement.amount > 0 else -part) for year, part in zip(years, whole)]

    def count(self, movement, exercise, amount):
        bank = self.banks[movement.bank]
        paid_in = self.plan.exercise_of(movement.date, bank)
        opened = movement.date >= bank["date"]
        category = self.category(movement)
        of = CATEGORIES[category]

        def add(section, row, year, value):
            self.rows[bank["entity"], section, row, category][year] += value

        if of["nature"] not in ("charge", "income", "tax"):
            if opened:
                add("cash", "other", paid_in, amount)
            return
        number = class_of(of["account"])
        charge = number.startswith("6") if number else of["nature"] != "income"
        add("charges" if charge else "income", "category", exercise, -amount if charge else amount)
        # An exercise is whole, and what the account does not see of it goes back at the end.
        if not opened:
            add("cash", "before-opening", paid_in, -amount)
        if exercise == paid_in:
            return
        if paid_in > exercise:
            add("cash", "payable" if charge else "receivable", exercise, -amount)
            add("cash", "paid-earlier" if charge else "received-earlier", paid_in, amount)
        else:
            add("cash", "paid-before" if charge else "received-before", exercise, -amount)
            add("cash", "prepaid" if charge else "deferred", paid_in, amount)

    def told(self):
        return sorted(f"{' '.join(key)} " + " ".join(oracle.shown(by[year]) for year in self.years)
                      for key, by in self.rows.items() if any(by[year] for year in self.years))


def told(rows, years):
    """Of the program, without what other rows add up."""
    return sorted(" ".join((row["entity"], row["section"], row["row"], row["category"])) + " " +
                  " ".join(row[str(year)] for year in years)
                  for row in rows if row["category"] and any(Decimal(row[str(year)]) for year in years))


def sums_hold(rows, years):
    """Each class, side, the result and the change of cash are what the rows above them add up to."""
    for year in map(str, years):
        sums = defaultdict(Decimal)
        for row in rows:
            amount, key = Decimal(row[year]), (row["entity"], row["section"])
            if row["row"] == "class":
                if amount != sums[key, row["class"]]:
                    return False
            elif row["row"] == "settled":
                if amount != sums[row["entity"], "result"] + sums[key]:
                    return False
            elif row["row"] == "total" and row["section"] == "result":
                sums[row["entity"], "result"] = amount
                if amount != sums[row["entity"], "income"] - sums[row["entity"], "charges"]:
                    return False
            elif row["row"] == "total":
                if amount != sums[key] + (sums[row["entity"], "result"] if row["section"] == "cash" else 0):
                    return False
            else:
                sums[key] += amount
                sums[key, row["class"]] += amount
    return True


def scheduled(loan, pick, folder):
    """The loan by a schedule of a bank, whose days follow no rule or one that nobody has typed."""
    for key in ("rate", "instalments", "kind", "every", "basis", "first", "day", "deferral", "insurance", "drawdowns"):
        loan.pop(key, None)
    left = loan.get("outstanding", loan.get("amount")).cents
    day, rows = loan["date"] + pick.randint(1, 120) * ONE_DAY, []
    months = pick.choice([0, 1, 3, 12])
    for at in range(pick.randint(1, 12)):
        rows.append([day, pick.randint(0, left), pick.randint(1, 90000), pick.choice([0, 700])])
        left -= rows[-1][1]
        day = oracle.add_months(rows[0][0], months * (at + 1)) if months else day + pick.randint(5, 220) * ONE_DAY
    rows[-1][1] += left
    loan["schedule"] = f"{loan['id']}.csv"
    with open(folder / loan["schedule"], "w", encoding="utf-8") as file:
        print("date,principal,interest,insurance", file=file)
        for day, *amounts in rows:
            print(day, *map(oracle.shown, amounts), sep=",", file=file)


def budget_of(seed, folder):
    budget = random_budget.Maker(seed, None).budget()
    budget.pop("scenario", None)
    pick = random.Random(seed)
    for entry in budget.get("expense", []) + budget.get("income", []) + budget.get("grant", []):
        # What comes back for ever and is all of one exercise has no end.
        if "every" in entry and isinstance(entry.get("exercise"), int):
            del entry["exercise"]
    for line in budget.get("expense", []) + budget.get("income", []):
        if pick.random() < 0.4 and "date" not in line:
            line["covers"] = pick.choice(["month", "quarter", "year"])
    for loan in budget.get("loan", []):
        if "deferral" in loan and pick.random() < 0.5:
            loan["deferral"]["kind"] = "total"
        if pick.random() < 0.4:
            scheduled(loan, pick, folder)
    first = int(budget["forecast"]["from"][:4])
    budget["forecast"] = {"from": f"{first}-01", "months": 12 * YEARS}
    return budget


def main():
    options = argparse.ArgumentParser(description="The result by exercise against a second computation.")
    options.add_argument("--bin", required=True, help="folder of the built programs")
    options.add_argument("--seeds", type=int, default=40)
    options.add_argument("--first", type=int, default=1)
    given = options.parse_args()
    program, found = Program(given.bin, "msp-forecast"), Differences()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(given.first, given.first + given.seeds):
            budget = budget_of(seed, pathlib.Path(folder))
            path = written(random_budget.Writer(False, seed).file(budget), pathlib.Path(folder) / f"income-{seed}.toml")
            rows = list(csv.DictReader(io.StringIO(program.csv(path, "--view", "income"))))
            years = [int(column) for column in rows[0] if column.isdigit()]
            own = Result(oracle.load(path), pathlib.Path(folder), years, datetime.date(years[-1] + 10, 12, 31))
            found.check(f"seed {seed}: rows", "\n".join(own.told()), "\n".join(told(rows, years)))
            found.check(f"seed {seed}: sums", True, sums_hold(rows, years))
    print(f"{found.compared} comparisons, {found.found} differences")
    return 1 if found.found or not found.compared else 0


if __name__ == "__main__":
    sys.exit(main())
