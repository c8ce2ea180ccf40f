#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The programs against the oracle, to the byte: the examples with all scenarios, the templates, budgets at random.

    compare.py --bin DIR [--seeds N] [--first SEED] [KIND...]      KIND: examples, templates, random, payroll,
                                                                       properties, aci, charges, returns

Each budget is also run in French and English keys and as TOML, YAML and JSON, which must not change a byte. On random
budgets the rules of the manual that any budget must keep are tested too. `aci` holds msp-aci, and what msp-forecast
plans of it, against the rules as a second reader took them from what is published. `charges` holds msp-charges against
shares in exact fractions, and the balances of its settlement against hledger where that is there, with members' accounts,
unpaid calls and entries. `returns` holds
what msp-coordinator says of posts that are funded and bring something against a second computation in fractions.
"""

import argparse
import csv
import datetime
import difflib
import io
import itertools
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import tomllib
from decimal import Decimal
from fractions import Fraction

import accounts
import aci
import charges
import identities
import oracle
import random_budget
import random_house
import random_msp
import random_posts
import random_return
import returns

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
MOVEMENT_COLUMNS = ["scenario", "entity", "date", "due", "bank", "line", "exercise", "state", "amount"]


class Differences:
    def __init__(self):
        self.compared = self.found = 0

    def check(self, what, expected, got):
        self.compared += 1
        if expected == got:
            return
        self.found += 1
        if self.found <= 20:
            lines = difflib.unified_diff(text_of(expected), text_of(got), "expected", "got", lineterm="", n=0)
            print(f"{what} differs", *itertools.islice(lines, 12), sep="\n  ", file=sys.stderr)


def text_of(value):
    return (value if isinstance(value, str) else json.dumps(value, indent=1, default=str)).splitlines()


class Program:
    def __init__(self, folder, name):
        self.path = pathlib.Path(folder) / name

    def __call__(self, *arguments):
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC"}
        run = subprocess.run([self.path, *map(str, arguments)], env=environment, capture_output=True, timeout=60)
        if run.returncode != 0:
            raise SystemExit(f"{self.path.name} {arguments}: status {run.returncode}\n{run.stderr.decode()}")
        return run.stdout.decode()

    def csv(self, budget, *arguments):
        return self(budget, "--format", "csv", *arguments)

    def tried(self, *arguments):
        """As it ends, whatever its status."""
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC"}
        return subprocess.run([self.path, *map(str, arguments), "--lang", "en"], env=environment, capture_output=True,
                              timeout=60, text=True, check=False)

    def json(self, budget, *arguments):
        return json.loads(self(budget, "--format", "json", *arguments), parse_float=str)


# ---- The same budget in another language and another format

def as_json(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)}: {as_json(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_json, value)) + "]"
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(str(value) if isinstance(value, datetime.date) else value, ensure_ascii=False)


def as_yaml(value, indent=""):
    """Block style, dates and numbers bare."""
    if isinstance(value, dict) and value:
        return "".join(f"\n{indent}{key}:{as_yaml(v, indent + '  ')}" for key, v in value.items())
    if isinstance(value, list) and value:
        return "".join(f"\n{indent}-{as_yaml(v, indent + '  ')}" for v in value)
    return f" {value}" if isinstance(value, (datetime.date, Decimal)) else " " + as_json(value)


def written(text, path):
    """TOML text in a file of the format that its extension says."""
    if path.suffix != ".toml":
        value = tomllib.loads(text, parse_float=Decimal)
        text = as_json(value) if path.suffix == ".json" else as_yaml(value).lstrip("\n")
    path.write_text(text, encoding="utf-8")
    return path


# ---- Against the oracle

def scenarios_of(path):
    return ["base", *(s["id"] for s in oracle.load(path).get("scenario", []))]


def named(scenarios):
    return [argument for scenario in scenarios[1:] for argument in ("--scenario", scenario)]


def expected_csv(printed, path, scenarios, *arguments, left_out=("hoped",)):
    out = io.StringIO()
    rows = []
    for scenario in scenarios:
        rows = []
        printed(oracle.plan_of(path, scenario, left_out), scenario, *arguments, rows.append)
        csv.writer(out, lineterminator="\n").writerows(rows if scenario == "base" else rows[1:])
    return out.getvalue()


def chosen_columns(text):
    """The oracle's columns of the program's movements, sorted as the oracle sorts them in each scenario."""
    rows = list(csv.DictReader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(MOVEMENT_COLUMNS)
    for _, group in itertools.groupby(rows, lambda row: row["scenario"]):
        writer.writerows(sorted([row[c] for c in MOVEMENT_COLUMNS] for row in group))
    return out.getvalue()


def sorted_rows(plan, scenario, write):
    """As print_movements, with the text of every field."""
    rows = []
    oracle.print_movements(plan, scenario, rows.append)
    write(rows[0])
    for row in sorted([str(field) for field in row] for row in rows[1:]):
        write(row)


def compare_balances(program, found, path, scenarios, by, left_out=("hoped",)):
    count = [] if left_out else ["--count", "hoped"]
    expected = expected_csv(oracle.print_balances, path, scenarios, by, left_out=left_out)
    found.check(f"{path.name}: balance by {by}", expected, program.csv(path, "--by", by, *count, *named(scenarios)))


def compare_movements(program, found, path, scenarios):
    got = program.csv(path, "--view", "movements", *named(scenarios))
    found.check(f"{path.name}: movements", expected_csv(sorted_rows, path, scenarios), chosen_columns(got))
    check_running_balance(found, path, got)


def check_running_balance(found, path, text):
    """Days in order, and each balance the one before of its bank plus the amount."""
    rows, before = list(csv.DictReader(io.StringIO(text))), {}
    for scenario, group in itertools.groupby(rows, lambda row: row["scenario"]):
        group = list(group)
        days = [row["date"] for row in group]
        found.check(f"{path.name}: days of {scenario}", sorted(days), days)
        for row in group:
            account = scenario, row["bank"]
            if account in before:
                found.check(f"{path.name}: balance of {row['line']}", before[account] + Decimal(row["amount"]),
                            Decimal(row["balance"]))
            before[account] = Decimal(row["balance"])


def compare_headlines(program, found, path, scenarios, as_of=None, on=None):
    """With a day on which the question is asked, and one for which to say what can be paid out, or without."""
    days = [f"--as-of={as_of}"] * bool(as_of) + [f"--distributable={on}"] * bool(on)
    expected = [line for scenario in scenarios for line in oracle.headlines(path, scenario, as_of=as_of, on=on)]
    got = program.json(path, "--view", "summary", *days, *named(scenarios))["headlines"]
    shown = [{key: line.get(key) for key in expected[0]} for line in got]
    found.check(f"{path.name}: five lines", expected, shown)


def answers(program, path, scenarios):
    """What may not depend on the writing of a budget."""
    scenarios = [argument for s in scenarios for argument in ("--scenario", s)]
    shown = [program(path, "--view", view, *scenarios) for view in ("balance", "plan", "movements", "loans")]
    tables = [program.csv(path, "--view", view, *scenarios) for view in ("balance", "plan", "movements", "loans")]
    values = [program.json(path, "--view", view, *scenarios) for view in ("balance", "plan", "movements", "loans")]
    for answer in values:
        del answer["receipt"]
    return "".join(shown + tables) + "\n".join(json.dumps(answer).replace("}, {", "},\n{") for answer in values)


def compare_writings(program, found, path, folder):
    """French and English keys, each as TOML, YAML and JSON. Only TOML lets expenses stand between incomes, and lines
    stand in the order of the file."""
    scenarios = scenarios_of(path)[1:]
    in_file_order = answers(program, path, scenarios)
    by_section = None
    for language in ("en", "fr"):
        text = program(path, "--check", "--rewrite", language)
        name = f"{path.stem}-{language}"
        toml, yaml, json_file = (written(text, folder / (name + suffix)) for suffix in (".toml", ".yaml", ".json"))
        found.check(toml.name, in_file_order, answers(program, toml, scenarios))
        by_section = by_section or answers(program, yaml, scenarios)
        found.check(json_file.name, by_section, answers(program, json_file, scenarios))
        found.check(yaml.name, by_section, answers(program, yaml, scenarios))
        found.check(f"{yaml.name}: balance", program.csv(path, "--by", "day"), program.csv(yaml, "--by", "day"))


def compare_examples(program, found, folder):
    for path in sorted((PROJECT / "examples").glob("*.toml")):
        scenarios = scenarios_of(path)
        for by in ("day", "month", "quarter", "year"):
            compare_balances(program, found, path, scenarios, by)
        compare_balances(program, found, path, scenarios, "month", left_out=())
        compare_movements(program, found, path, scenarios)
        compare_headlines(program, found, path, scenarios)
        compare_writings(program, found, path, folder)


def compare_templates(program, found, folder):
    for name in ("sisa", "sisa-scm", "sci", "new-msp"):
        for keys in ("en", "fr"):
            path = folder / f"{name}-{keys}.toml"
            path.write_text(program("--init", name, "--keys", keys), encoding="utf-8")
            scenarios = scenarios_of(path)
            compare_balances(program, found, path, scenarios, "day")
            compare_movements(program, found, path, scenarios)
            compare_headlines(program, found, path, scenarios)
        compare_writings(program, found, path, folder)


def compare_random(program, found, folder, seeds):
    writings = itertools.cycle(itertools.product(("en", "fr"), (".toml", ".yaml", ".json")))
    periods = itertools.cycle(("month", "day", "quarter", "month", "year"))
    for seed, (language, suffix), by in zip(seeds, writings, periods):
        budget = random_budget.Maker(seed, None).budget()
        text = random_budget.Writer(language == "fr", seed).file(budget)
        plain = written(text, folder / f"seed-{seed}.toml")
        path = written(text, folder / f"seed-{seed}{suffix}")
        scenarios = scenarios_of(plain)
        left_out = () if seed % 4 == 0 else ("hoped",)
        count = [] if left_out else ["--count", "hoped"]
        expected = expected_csv(oracle.print_balances, plain, scenarios, by, left_out=left_out)
        found.check(f"seed {seed}: balance by {by}", expected, program.csv(path, "--by", by, *count, *named(scenarios)))
        got = program.csv(path, "--view", "movements", *named(scenarios))
        found.check(f"seed {seed}: movements", expected_csv(sorted_rows, plain, scenarios), chosen_columns(got))
        check_running_balance(found, path, got)
        if seed % 3 == 0:
            compare_headlines(program, found, plain, scenarios[:2])
        if seed % 3 == 1:
            start = budget["bank"][0]["date"]
            as_of = start + (seed * 37 % 500) * oracle.ONE_DAY
            compare_headlines(program, found, plain, scenarios[:2], as_of, as_of + (seed * 53 % 400) * oracle.ONE_DAY)


def compare_payroll(program, found, folder, seeds):
    """Posts at random, five years of movements each."""
    for seed in seeds:
        path = written(random_posts.budget(seed), folder / f"posts-{seed}.toml")
        compare_movements(program, found, path, ["base"])


# ---- The ACI

def compare_aci(program, forecast, found, folder, seeds):
    found.check("the examples of the guide", [], aci.self_test()[0])
    for path in sorted((PROJECT / "examples").glob("*.toml")):
        if any("reached" in year for year in oracle.load(path).get("aci", {}).get("year", [])):
            compare_aci_years(program, forecast, found, path, path)
    writings = itertools.cycle(itertools.product(("en", "fr"), (".toml", ".yaml", ".json")))
    for seed, (language, suffix) in zip(seeds, writings):
        text = random_msp.Writer(language == "fr", seed).file(random_msp.Maker(seed).budget())
        plain = written(text, folder / f"msp-{seed}.toml")
        path = written(text, folder / f"msp-{seed}{suffix}")
        compare_aci_years(program, forecast, found, plain, path)


def compare_aci_years(program, forecast, found, plain, path):
    scenarios = scenarios_of(plain)
    budgets = {scenario: budget_of(plain, scenario) for scenario in scenarios}
    lines = program.csv(path, *named(scenarios))
    found.check(f"{path.name}: indicators", as_csv(aci.COLUMNS, budgets, aci.line_rows), lines)
    schedule = program.csv(path, "--schedule", *named(scenarios))
    expected = as_csv(aci.SCHEDULE_COLUMNS, budgets, aci.schedule_rows)
    found.check(f"{path.name}: schedule", expected, without_basis(schedule, scenarios))
    check_sums(found, path.name, budgets, lines, schedule)
    got = forecast.csv(path, "--view", "movements", *named(scenarios))
    found.check(f"{path.name}: movements", expected_csv(sorted_rows, plain, scenarios), chosen_columns(got))
    check_running_balance(found, path, got)


def budget_of(path, scenario):
    budget = oracle.load(path)
    return budget if scenario == "base" else oracle.apply_scenario(budget, scenario)


def as_csv(columns, budgets, rows_of):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for scenario, budget in budgets.items():
        writer.writerows(rows_of(budget, scenario))
    return out.getvalue()


def without_basis(text, scenarios):
    """The rows of each scenario by day and kind: the program may order those of a day as it likes."""
    header, *rows = list(csv.reader(io.StringIO(text)))
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header[:-1], *sorted(
        (row[:-1] for row in rows), key=lambda row: (scenarios.index(row[0]), row))])
    return out.getvalue() if header[-1] == "basis" else text


def check_sums(found, name, budgets, lines, schedule):
    """What any year keeps, by the program's own figures: its points times 7 euros are its total, the sum of its lines;
    no line is above its maximum; its payments are its remuneration, unless other amounts are typed."""
    years, paid = {}, {}
    for row in csv.DictReader(io.StringIO(lines)):
        years.setdefault((row["scenario"], int(row["exercise"])), []).append(row)
    for row in csv.DictReader(io.StringIO(schedule)):
        year = row["scenario"], int(row["exercise"])
        paid[year] = paid.get(year, 0) + oracle.cents(row["amount"])
    for (scenario, n), rows in years.items():
        year = next(y for y in budgets[scenario]["aci"]["year"] if y["year"] == n)
        total = sum(oracle.cents(row["amount"]) for row in rows)
        above = [row["indicator"] for row in rows if row["amount_max"] and
                 oracle.cents(row["amount"]) > oracle.cents(row["amount_max"])]
        found.check(f"{name}: {scenario} {n} above the maximum", [], above)
        missing = any(row["class"] == "prerequisite" and row["reached"] == "no" for row in rows)
        if missing or "precarity" not in year:
            points = sum(Fraction(int(row["points_num"]), int(row["points_den"])) for row in rows if row["points_num"])
            how = aci.options_of(budgets[scenario]["aci"])["rounding"]
            exact = 0 if missing else points * aci.POINT
            found.check(f"{name}: {scenario} {n} sum of points", aci.rounded(exact, how), total)
        if "notified" not in year and not year.get("balance", {}).keys() - {"expected", "delay"}:
            found.check(f"{name}: {scenario} {n} sum of payments", total, paid.get((scenario, n), 0))


# ---- Shared charges

def compare_charges(program, found, folder, seeds):
    known = 0
    for path in sorted((PROJECT / "examples").glob("*.toml")):
        if any("shared" in line for section in ("expense", "income") for line in oracle.load(path).get(section, [])):
            known += compare_house(program, found, path)
    found.check("examples of shared charges that the oracle knows", True, known >= 5)
    for seed in seeds:
        path = folder / f"house-{seed}.toml"
        path.write_text(random_house.Maker(seed).text(), encoding="utf-8")
        compare_house(program, found, path)


def compare_house(program, found, path):
    """Whether the oracle knows all of its keys."""
    for scenario in scenarios_of(path):
        try:
            house = charges.House(path, scenario)
        except charges.Unknown as unknown:
            print(f"{path.name}: not compared: {unknown}", file=sys.stderr)
            return False
        asked = ["--scenario", scenario] if scenario != "base" else []
        name = f"{path.name}: {scenario}"
        for by in ("year", "quarter", "month"):
            rows = own_rows(program.csv(path, "--by", by, *asked), scenario)
            found.check(f"{name}: shares by {by}", rows_text(house.share_rows(by)), rows_text(with_fraction(rows)))
        rows = own_rows(program.csv(path, "--calls", *asked), scenario)
        found.check(f"{name}: calls", rows_text(house.call_rows()), rows_text(rows))
        rows = own_rows(program.csv(path, "--settle", *asked), scenario)
        found.check(f"{name}: settlement", rows_text(known_of_settlement(house.settle_rows())),
                    rows_text(known_of_settlement(rows)))
        check_settlement(found, name, rows)
        for entity in house.entities():
            compare_journal(found, name, house, entity, rows)
            compare_accounts(program, found, name, path, asked, accounts.Accounts(house, entity), rows)
    return True


def own_rows(text, scenario):
    return [row for row in csv.reader(io.StringIO(text)) if row[0] == scenario]


def with_fraction(rows):
    return [[*row[:-2], Fraction(int(row[-2]), int(row[-1]))] for row in rows]


def rows_text(rows):
    return "\n".join(sorted(",".join(map(str, row)) for row in rows))


def known_of_settlement(rows):
    """What the oracle says of it: the totals of who has any, and what was called and borne of each line."""
    for row in rows:
        row = list(row[:10])
        if row[3]:
            row[6] = row[8] = row[9] = ""
        if any(value.strip("-0.") for value in row[5:]):
            yield row


def check_settlement(found, name, rows):
    """What is paid, repaid and left of the lines is no more than that of their member, and together it where all was
    called for lines; what is deductible is what was repaid of the share."""
    members, outside = {}, set()
    for row in rows:
        members.setdefault((row[1], row[4]), {})[row[3]] = [oracle.cents(value or "0") for value in row[5:11]]
        outside.update({(row[1], row[4])} if not row[10] else ())
    for who, lines in members.items():
        member, total = who[1], lines.pop("")
        called, paid, final, balance, _, deductible = total
        found.check(f"{name}: {member}'s share", final, sum(line[2] for line in lines.values()))
        found.check(f"{name}: {member}'s balance", paid - final, balance)
        found.check(f"{name}: {member}'s lines", [], [line for line in lines.values() if line[1] - line[2] != line[3]])
        if who in outside:  # a third party deducts nothing
            continue
        if all(line[0] >= 0 and line[2] >= 0 for line in lines.values()) and paid >= 0:
            found.check(f"{name}: {member} deducts", min(paid, final), deductible)
            found.check(f"{name}: {member} deducts by line", deductible, sum(line[5] for line in lines.values()))


def compare_accounts(program, found, name, path, asked, own, rows):
    """Accounts, what falls due later, unpaid calls and entries; and the three answers on a leaver against each other."""
    house, entity, name = own.house, own.entity, f"{name}: {own.entity}"
    def shown(amount):
        return "" if amount is None else charges.money(amount)
    told = {row[4]: row[12:20] for row in rows if row[1] == entity and not row[3]}
    expected = {who: list(map(shown, figures)) for who, *figures in own.settle_rows()}
    for who, figures in expected.items():
        if who in told or any(figure.strip("-0.") for figure in figures):
            found.check(f"{name}: account of {who}", figures, told.get(who))
    later = [[row["member"], row["line"], row["date"], row["amount"]]
             for row in program.json(path, "--settle", *asked)["later"]
             if row["scenario"] == house.scenario and row["entity"] == entity]
    found.check(f"{name}: later", sorted([who, line, str(day), charges.money(amount)]
                                         for who, own_later in own.later().items()
                                         for (line, day), amount in own_later.items()), sorted(later))
    as_of = own.last + oracle.ONE_DAY
    asked_on = ["--exercise", str(own.year), "--as-of", str(as_of), *asked]
    unpaid = [row[2:] for row in own_rows(program.csv(path, "--unpaid", *asked_on), house.scenario) if row[1] == entity]
    found.check(f"{name}: unpaid", rows_text(own.unpaid_rows(as_of)), rows_text(unpaid))
    books, numbers = {}, {}
    for row in own_rows(program.csv(path, "--entries", *asked), house.scenario):
        if row[1] != entity:
            continue
        amount = oracle.cents(row[14]) - oracle.cents(row[15])
        books[row[9], row[7]] = books.get((row[9], row[7]), 0) + amount
        numbers[row[5]] = numbers.get(row[5], 0) + amount
    found.check(f"{name}: entries balance", {}, {number: sum for number, sum in numbers.items() if sum})
    for member in house.members:
        who = member["id"]
        owed, held = books.get((who, "411"), 0), books.get((who, "455"), 0)
        found.check(f"{name}: {who} in the books", own.books()[who], (owed, held))
        if not own.gone(member) or who not in told:
            continue
        final, of = oracle.cents(told[who][3]), own.settled[who]
        found.check(f"{name}: {who} leaves 411", -final,
                    owed - of["paid"] - of["advance"] - own.openings.get((who, True), 0))
        found.check(f"{name}: {who} leaves 455", own.openings.get((who, False), 0), held)
        if own.is_said():
            still = sum(oracle.cents(row[5]) for row in unpaid if row[2] == who)
            found.check(f"{name}: {who} leaves unpaid", -final, still - own.debts_of(member, as_of)[1])


def compare_journal(found, name, house, entity, rows):
    """A member's account in a journal of the calls, payments and the settlement is what they still owe."""
    expected = {row[4]: -oracle.cents(row[8]) for row in rows if row[1] == entity and not row[3]}
    got = journal_balances(charges.journal(house, entity))
    names = {member for member in expected | got if expected.get(member) or got.get(member)}
    found.check(f"{name}: journal of {entity}", {n: expected.get(n, 0) for n in sorted(names)},
                {n: got.get(n, 0) for n in sorted(names)})


def journal_balances(text):
    """By hledger, else added up here."""
    out = {}
    if shutil.which("hledger"):
        asked = ["hledger", "-f", "-", "balance", "members", "--flat", "--empty", "--no-total", "-O", "csv"]
        answer = subprocess.run(asked, input=text, capture_output=True, text=True, check=True, timeout=60).stdout
        for account, balance in list(csv.reader(io.StringIO(answer)))[1:]:
            out[account.removeprefix("members:")] = oracle.cents(balance)
        return out
    for line in text.splitlines():
        if line.startswith("    members:"):
            account, amount = line.split()
            account = account.removeprefix("members:")
            out[account] = out.get(account, 0) + oracle.cents(amount)
    return out


# ---- What holds for any budget

def balances(program, budget, folder, first, months, by="month"):
    """The rows of a period, without the header."""
    budget["forecast"] = {"from": f"{first // 12}-{first % 12 + 1:02d}", "months": months}
    path = folder / "period.toml"
    path.write_text(random_budget.Writer(False, 0).file(budget), encoding="utf-8")
    return program.csv(path, "--by", by).splitlines()[1:], path


def in_order(rows):
    return sorted(rows, key=lambda row: row.split(",")[:4])


def check_periods(program, found, seed, budget, folder, first):
    """12 months and the 48 after them are the 60; a longer horizon changes nothing before it."""
    year, _ = balances(program, budget, folder, first, 12)
    later, _ = balances(program, budget, folder, first + 12, 48)
    longer, path = balances(program, budget, folder, first, 60)
    found.check(f"seed {seed}: 12 months and 48", in_order(longer), in_order(year + later))
    days, _ = balances(program, budget, folder, first, 14, "day")
    more_days, _ = balances(program, budget, folder, first, 60, "day")
    last = max(row.split(",")[3] for row in days)
    found.check(f"seed {seed}: a longer horizon", days, [row for row in more_days if row.split(",")[3] <= last])
    return path


def bounds(line):
    first = oracle.first_day(line["from"]) if "from" in line else datetime.date.min
    return first, oracle.last_day(line["until"]) if "until" in line else datetime.date.max


def check_rules(program, found, seed, budget, path):
    """No due day outside from and until; a rule that starts later fires then; as many payments as the calendar has."""
    rows = list(csv.DictReader(io.StringIO(program.csv(path, "--view", "movements"))))
    plan = oracle.plan_of(path)
    for line in budget["expense"] + budget["income"] + budget.get("transfer", []):
        if "every" not in line:
            continue
        first, last = bounds(line)
        bank = plan.bank_of(line)["id"]
        due = [datetime.date.fromisoformat(r["due"]) for r in rows if r["line"] == line["id"] and r["bank"] == bank]
        outside = [str(day) for day in due if not first <= day <= last]
        found.check(f"seed {seed}: {line['id']} outside its bounds", [], outside)
        if "delay" in line or "business_day" in line or line.get("state") == "hoped":
            continue
        expected = closed_form(line, max(first, plan.start), min(last, plan.shown_until))
        found.check(f"seed {seed}: number of payments of {line['id']}", expected, len(due))


def closed_form(line, first, last):
    """How many due days lie between two days, without walking through them. Of so many times those before count too."""
    if "times" not in line:
        return closed_rule(line, first, last)
    begin = oracle.first_day(line["from"])
    until, before = (closed_rule(line, begin, day) for day in (last, first - datetime.timedelta(1)))
    return min(until, line["times"]) - min(before, line["times"])


def closed_rule(line, first, last):
    every = line["every"]
    if isinstance(every, str) and (length := oracle.days_of(every.replace(" ", "-"))):
        begin = oracle.first_day(line["from"])
        return max(0, (last - begin).days // length + (begin - max(first, begin)).days // length + 1)
    days = [31 if day == "last" else int(day) for day in oracle.days_in(line["day"])]
    return sum(by_months(line, day, first, last) for day in days)


def by_months(line, day, first, last):
    every = line["every"]
    if isinstance(every, dict):
        return sum(yearly(month - 1, day, 12, first, last) for month in every["months"])
    step = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}.get(every) or int(every.split()[0])
    begin = oracle.month_of(oracle.first_day(line["from"])) if "from" in line else 0
    return yearly(begin, day, step, first, last)


def yearly(begin, day, step, first, last):
    """Due days in the months begin + k * step, of any sign of k, between two days."""
    month_of, month_day = oracle.month_of, oracle.month_day
    low = month_of(first) + (month_day(month_of(first), day) < first)
    high = month_of(last) - (month_day(month_of(last), day) > last)
    return max(0, (high - begin) // step - (low - 1 - begin) // step)


def check_sums_of_plan(program, found, seed, budget, folder):
    """What adds up in plans and balances, also where accounts open within the plan, in its column of totals too."""
    pick = random.Random(seed)
    for later in (False, True):
        budget["forecast"]["months"] = pick.choice([1, 7, 24])
        # On any day, on the first or last of a month; some after the plan. The first is there from the beginning: it is
        # the one that an ACI comes to.
        for bank in budget["bank"][1:] if later else []:
            bank["date"] += pick.choice([0, pick.randint(1, 800)]) * identities.ONE_DAY
            bank["date"] = pick.choice([bank["date"], bank["date"].replace(day=1), bank["date"].replace(day=28)])
            bank.pop("overdraft_rate", None)  # with one, a balance below nothing has to open with a quarter
        first = oracle.first_day(budget["forecast"]["from"])
        until = random_budget.month_day(oracle.month_of(first) + budget["forecast"]["months"] - 1, 31)
        path = folder / "sums.toml"
        path.write_text(random_budget.Writer(False, 0).file(budget), encoding="utf-8")
        accounts_of = {(bank["entity"], bank["id"]): (bank["date"], Decimal(bank["opening"].cents) / 100)
                       for bank in budget["bank"]}

        def banks_of(entity, bank):
            return [account for (whose, name), account in accounts_of.items()
                    if entity in (whose, "all") and bank in (name, "all")]

        for by in ("month", "quarter", "year"):
            done = [program.tried(path, "--format", "csv", "--view", view, "--by", by) for view in ("plan", "balance")]
            found.check(f"seed {seed}: by {by}, status", [0, 0], [each.returncode for each in done])
            if any(each.returncode for each in done):
                continue
            plan, balance = (list(csv.DictReader(io.StringIO(each.stdout))) for each in done)
            found.check(f"seed {seed}: by {by}{', accounts later' if later else ''}", [],
                        [*identities.plan_faults(plan, banks_of, until),
                         *identities.balance_faults(balance, banks_of, until), *identities.both_faults(plan, balance)])


def check_properties(program, found, folder, seeds):
    for seed in seeds:
        maker = random_budget.Maker(seed, 60)
        budget = maker.budget()
        budget.pop("scenario", None)
        first = oracle.month_of(maker.start)
        path = check_periods(program, found, seed, budget, folder, first)
        check_rules(program, found, seed, budget, path)
        check_sums_of_plan(program, found, seed, budget, folder)


# ---- What a post brings

def compare_returns(program, found, folder, seeds):
    """Each budget with as many exercises as its seed says, at a rate or without."""
    above = 0
    for seed in seeds:
        path = folder / f"return-{seed}.json"
        budget = random_return.random_return(seed)
        path.write_text(json.dumps(budget), encoding="utf-8")
        years, rate = seed % 5 + 1, f"{seed % 7}.{seed % 10} %" if seed % 3 else None
        months = list(csv.DictReader(io.StringIO(program.csv(path, "--view", "post"))))
        own = returns.Returns(budget, months, years, returns.number(rate) if rate else None)
        asked = ["--years", str(years), *(["--rate", rate] if rate else []), "--format", "csv"]
        done = program.tried(path, *asked)
        if own.above_cost():
            above += 1
            found.check(f"{path.name}: refused", (2, True), (done.returncode, "more than its cost" in done.stderr))
            continue
        columns = ("exercise", "view", "item", "unit", "low", "central", "high", "source")
        rows = [[row[column] for column in columns] for row in csv.DictReader(io.StringIO(done.stdout))
                if row["item"] != "funding_for_two_years"]
        found.check(f"{path.name}: {' '.join(asked)}", rows_text(own.rows()), rows_text(rows))
    found.check("budgets that are not refused", True, above < len(seeds))


def main():
    options = argparse.ArgumentParser(description="The programs against the oracle.")
    options.add_argument("--bin", required=True, help="folder of the built programs")
    options.add_argument("--seeds", type=int, default=40)
    options.add_argument("--first", type=int, default=1)
    options.add_argument("kinds", nargs="*", default=[])
    given = options.parse_args()
    program, found = Program(given.bin, "msp-forecast"), Differences()
    seeds = range(given.first, given.first + given.seeds)
    work = {
        "examples": lambda folder: compare_examples(program, found, folder),
        "templates": lambda folder: compare_templates(program, found, folder),
        "random": lambda folder: compare_random(program, found, folder, seeds),
        "payroll": lambda folder: compare_payroll(program, found, folder, seeds),
        "properties": lambda folder: check_properties(program, found, folder, seeds),
        "charges": lambda folder: compare_charges(Program(given.bin, "msp-charges"), found, folder, seeds),
        "returns": lambda folder: compare_returns(Program(given.bin, "msp-coordinator"), found, folder, seeds),
        "aci": lambda folder: compare_aci(Program(given.bin, "msp-aci"), program, found, folder, seeds),
    }
    for kind in given.kinds or work:
        with tempfile.TemporaryDirectory() as folder:
            work[kind](pathlib.Path(folder))
    print(f"{found.compared} comparisons, {found.found} differences")
    return 1 if found.found or not found.compared else 0


if __name__ == "__main__":
    sys.exit(main())
