#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""msp-coordinator --afford against msp-forecast: the post is typed with each number of hours and each month of hire,
and the balances of every evening are held against the floors.

    afford.py --bin DIR [--seeds N] [--first SEED] [--months N] [FILE...]

FILE is a TOML budget with English keys and one post; without files --seeds budgets at random, with several banks, other
posts and overdraft fees. --months tries so many months of hire of each, chosen at random; without it all.
"""

import argparse
import csv
import datetime
import io
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import tomllib
from copy import deepcopy
from decimal import Decimal
from fractions import Fraction

import random_posts
from oracle import cents, date, first_day, half_up, last_day, month_day, month_of, rate
from payroll import Figures, Post, on, steps_of


def as_json(value):
    """Amounts keep the digits that were typed."""
    text = json.dumps(value, default=lambda v: f"<{v}>" if isinstance(v, Decimal) else v.isoformat())
    return re.sub(r'"<(.*?)>"', r"\1", text)


def euros(amount):
    sign = "-" if amount < 0 else ""
    return Decimal(f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02}")


def entries(value):
    return value if isinstance(value, list) else [value]


class Budget:
    def __init__(self, value, programs, folder):
        self.value, self.programs = value, programs
        self.file = pathlib.Path(folder) / "budget.json"
        self.employer = value["employer"]
        self.figures = Figures(self.employer)
        self.floors = {bank.get("id", "main"): cents(bank.get("floor", 0)) for bank in entries(value["bank"])}
        self.opens = {bank.get("id", "main"): date(bank["date"]) for bank in entries(value["bank"])}

    def write(self, value):
        self.file.write_text(as_json(value))

    def run(self, program, *options):
        return subprocess.run([str(self.programs / program), "--lang", "en", "--quiet", *options, str(self.file)],
                              capture_output=True, text=True)

    def low(self, value):
        """(left, first day of it, first day below a floor) over all banks, as msp-forecast has it; None where the pay
        is below the minimum wage."""
        self.write(value)
        answer = self.run("msp-forecast", "--view", "balance", "--by", "day", "--format", "csv")
        if answer.returncode != 0:
            assert "is below the minimum wage on" in answer.stderr, answer.stderr
            return None
        found = []
        for row in csv.DictReader(io.StringIO(answer.stdout)):
            bank, day = row["bank"], datetime.date.fromisoformat(row["period"])
            if bank in self.floors and day >= self.opens[bank]:
                found.append((cents(row["closing"]) - self.floors[bank], day))
        below = [day for left, day in found if left < 0]
        return *min(found), min(below, default=None)

    def hired(self, post, month, hours):
        """The post with other hours from the first day of a month on; its pay of an hour stays."""
        begin = month_day(month, 1)
        changed = {k: v for k, v in post.items() if k not in ("from", "gross", "hours", "fte", "raises", "bonuses")}
        typed = Fraction(rate(post["hours"])) if "hours" in post else 35 * Fraction(rate(post.get("fte", 1)))
        least = self.least(post, month, hours)

        def scaled(amount):
            return half_up(cents(amount) * Fraction(hours) / typed)
        changed |= {"from": begin, "hours": hours}
        if "hourly" in post:
            changed["hourly"] = post["hourly"]
        elif isinstance(post["gross"], list):
            changed["gross"] = [v | {"value": euros(max(scaled(v["value"]), least))} for v in post["gross"]]
        else:
            pay = scaled(post["gross"])
            for each in post.get("raises", []):  # those up to that day are in the pay
                if date(each["date"]) <= begin:
                    pay = half_up(pay * (1 + rate(each["rate"]))) if "rate" in each else pay + scaled(each["amount"])
            changed["gross"] = euros(max(pay, least))
        later = [each for each in post.get("raises", []) if date(each["date"]) > begin]
        changed["raises"] = [v if "rate" in v else v | {"amount": euros(scaled(v["amount"]))} for v in later]
        if "absences" in post:
            changed["absences"] = [v for v in post["absences"] if date(v["from"]) >= begin]
        changed["bonuses"] = [v for v in post.get("bonuses", []) if date(v["date"]) >= begin]
        return changed

    def too_low(self, post, month):
        begin = month_day(month, 1)
        pay = Post(post | {"from": begin}, self.employer | {"alsace": False, "kind": "sisa"}, self.figures, begin,
                   month - 1).contract_pay(begin)
        typed = Fraction(rate(post["hours"])) if "hours" in post else 35 * Fraction(rate(post.get("fte", 1)))
        return pay < self.least(post, month, typed)

    def least(self, post, month, hours):
        """What a month of these hours is paid at least, by law and convention."""
        least = half_up(self.figures.smic(month) * Fraction(1820, 12) * hours / 35)
        minimum = post.get("minimum", self.employer.get("minimum"))
        if minimum is None:
            return least
        return max(least, half_up(on(steps_of(minimum, cents), month_day(month, 1)) * Fraction(hours) / 35))


class Check:
    def __init__(self, programs):
        self.programs = programs
        self.compared, self.wrong = 0, 0

    def equal(self, what, expected, got):
        self.compared += 1
        if expected != got:
            self.wrong += 1
            if self.wrong <= 20:
                print(f"{what}: msp-forecast says {expected}, --afford {got}", file=sys.stderr)

    def budget(self, name, value, place, months, pick, folder):
        """`place` is the post's among the posts; `months` how many months of hire are tried, None for all."""
        budget = Budget(value, self.programs, folder)
        post = value["post"][place]
        budget.write(value)
        answer = budget.run("msp-coordinator", "--afford", "--post", post["id"], "--format", "csv")
        if answer.returncode == 2 and "no month of hire is left" in answer.stderr:
            return  # the post is over before its account opens, or the plan is
        assert answer.returncode in (0, 1), answer.stderr
        rows = list(csv.DictReader(io.StringIO(answer.stdout)))
        without = deepcopy(value)
        del without["post"][place]
        by_month = {}
        for row in rows:
            by_month.setdefault(row["hire"], []).append(row)
        self.months_of(name, budget, post, by_month)
        chosen = sorted(by_month) if months is None else pick.sample(sorted(by_month), min(months, len(by_month)))
        for text in chosen:
            month = month_of(first_day(text))
            self.row(f"{name} {text} without", budget.low(without), by_month[text][0])
            self.level(f"{name} {text} level", budget, without, month, by_month[text][0])
            tried = by_month[text][1:]
            too_low = budget.too_low(post, month)
            self.equal(f"{name} {text} hours", [] if too_low else list(range(1, 36)), [int(r["hours"]) for r in tried])
            for row in tried:
                changed = deepcopy(value)
                changed["post"][place] = budget.hired(post, month, int(row["hours"]))
                low = budget.low(changed)
                if low is not None:
                    self.row(f"{name} {text} {row['hours']} h", low, row)
        holds = any(row["holds"] == "yes" and row["hours"] != "0" for row in rows)
        self.equal(f"{name} status", 0 if holds else 1, answer.returncode)

    def months_of(self, name, budget, post, by_month):
        forecast = budget.value["forecast"]
        opens = date(entries(budget.value["bank"])[0]["date"])
        begin = month_of(first_day(forecast["from"]) if "from" in forecast else opens)
        end = begin + int(forecast.get("months", 12)) - 1
        begin = max(begin, month_of(budget.opens[post.get("bank", next(iter(budget.opens)))]))
        if "until" in post:
            end = min(end, month_of(last_day(post["until"])))
        self.equal(f"{name} months", [f"{m // 12}-{m % 12 + 1:02}" for m in range(begin, end + 1)], sorted(by_month))

    def row(self, what, low, row):
        left, day, below = low
        self.equal(what, (euros(left), str(day), str(below or ""), "no" if below else "yes"),
                   (Decimal(row["left"]), row["left_on"], row["below_from"], row["holds"]))

    def level(self, what, budget, without, month, row):
        """The cost holds, and a cent more does not."""
        if row["level"] == "":
            self.equal(what, True, budget.low(without)[2] is not None)
            return
        bank = row["bank"]
        for more in (0, 1):
            amount = cents(row["level"]) + more
            changed = deepcopy(without)
            changed["expense"] = [*changed.get("expense", []), {
                "id": "level-cost", "category": "supplies", "bank": bank, "amount": euros(amount), "every": "month",
                "day": 31, "from": month_day(month, 1)}]
            self.equal(f"{what} {euros(amount)}", more == 1, budget.low(changed)[2] is not None)


def at_random(seed):
    """A budget with its posts, and which of them is asked about."""
    pick = random.Random(seed)
    first = datetime.date(pick.randint(2024, 2026), pick.randint(1, 12), pick.choice([1, 1, 1, 15, 28]))
    value = {"entity": {"form": "SISA"}, "bank": [], "forecast": {"months": pick.randint(1, 9)}}
    for name in ["one", "two"][:pick.choice([1, 1, 2])]:
        bank = {"id": name, "opening": euros(pick.randint(0, 4000000)), "date": first}
        if name == "two" and pick.random() < 0.3:
            bank["date"] = first + datetime.timedelta(pick.randint(1, 40))
        if pick.random() < 0.5:
            bank |= {"floor": euros(pick.randint(-600000, 300000)), "overdraft_rate": "18.5 %"}
        value["bank"].append(bank)
    employer = random_posts.employer(pick)
    value["employer"] = tomllib.loads("\n".join(f"{k} = {random_posts.text_of(v)}" for k, v in employer.items()),
                                      parse_float=Decimal) | {"kind": "sisa"}
    posts = [random_posts.post(pick, number) for number in range(pick.randint(1, 3))]
    texts = ["\n".join(f"{k} = {random_posts.text_of(v)}" for k, v in post.items()) for post in posts]
    value["post"] = [tomllib.loads(text, parse_float=Decimal) for text in texts]
    for post in value["post"]:
        post["bank"] = pick.choice(value["bank"])["id"]
        if "until" in post and last_day(post["until"]) < first:
            del post["until"]
            post.pop("fixed_term", None)
            post.pop("leaving", None)
    value["expense"] = [{"id": "rent", "category": "rent", "bank": "one", "amount": euros(pick.randint(1, 300000)),
                         "every": "month", "day": pick.randint(1, 31), "from": first}]
    value["income"] = [{"id": "other-money", "category": "other-income", "bank": value["bank"][-1]["id"],
                        "amount": euros(pick.randint(1, 600000)), "every": "month", "day": pick.randint(1, 31),
                        "from": first}]
    employed = [i for i, post in enumerate(value["post"]) if post.get("form", "employee") in ("employee", "shared")]
    return value, pick.choice(employed) if employed else None, pick


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--months", type=int)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    check = Check(arguments.bin.resolve())
    with tempfile.TemporaryDirectory() as folder:
        for file in arguments.files:
            value = tomllib.loads(file.read_text(), parse_float=Decimal)
            check.budget(file.name, value, 0, arguments.months, random.Random(arguments.first), folder)
        if not arguments.files:
            for seed in range(arguments.first, arguments.first + arguments.seeds):
                value, place, pick = at_random(seed)
                if place is None:  # all are invoiced, and have no hours to try
                    continue
                check.budget(f"seed {seed}", value, place, arguments.months, pick, folder)
    print(f"{check.compared} comparisons, {check.wrong} wrong")
    sys.exit(1 if check.wrong or not check.compared else 0)


if __name__ == "__main__":
    main()
