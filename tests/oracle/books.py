#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""msp-actuals on the books of the median MSP against the list of what their generator paid, to the cent.

    books.py --bin DIR

The exports in examples/ are what the generator writes. Movement by movement, msp-actuals finds the line that each
payment was made for; month by month, what it says came is the sum of the list, and what was voted is what the oracle
plans. A budget drafted from the year plans for the next one, by the oracle, what was paid on each line's accounts.

The statements of the bank beside each export, in four forms, are what the generator writes too. Of each the program has
the movements that the export has on 512, day by day and to the cent, with the balance of each evening, and of each day and
line the sum of the list.
"""

import argparse
import collections
import csv
import datetime
import io
import pathlib
import subprocess
import sys
import tempfile
from fractions import Fraction

import oracle
from compare import PROJECT, Differences, Program

EXAMPLES = PROJECT / "examples"
BUDGET = EXAMPLES / "msp-mediane-suivi.toml"
BY_LABELS = EXAMPLES / "msp-mediane-releve.toml"
STATEMENTS = {"camt": "releve.camt.053.xml", "cfonb": "releve.cfonb120.txt", "ofx": "releve.ofx", "csv": "releve.csv"}
EXPORTS = {datetime.date(2026, 4, 30): EXAMPLES / "msp-mediane-2026-04/111111118FEC20261231.txt",
           datetime.date(2026, 12, 31): EXAMPLES / "msp-mediane-2026-12/111111118FEC20261231.txt"}
LIST = EXAMPLES / "msp-mediane-suivi.csv"
# Of what was due by the end of April the ACI, the second part of the software and the action of March have not come; the
# rent of May has, a day early.
OPEN = {datetime.date(2026, 4, 30): {"aci": 7_320_000, "software": -100_000, "public-health": -200_000,
                                     "office": 25_000},
        datetime.date(2026, 12, 31): {}}


def generated(*arguments):
    script = EXAMPLES / "msp-mediane-suivi.py"
    return subprocess.run([sys.executable, script, *arguments], capture_output=True, check=True).stdout


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def check_files(found):
    found.check(LIST.name, generated("--paid").decode(), LIST.read_bytes().decode())
    for until, path in EXPORTS.items():
        found.check(f"{path.parent.name}", generated("--until", str(until)).decode(), path.read_bytes().decode())


def check_movements(program, found, path, paid):
    def key(row):
        return row["date"], row["line"], row["account"], oracle.cents(row["amount"])

    expected = collections.Counter(map(key, paid))
    got = collections.Counter(map(key, rows_of(program(BUDGET, path, "--movements", "--format", "csv"))))
    found.check(f"{path.parent.name}: movements", sorted(expected.elements()), sorted(got.elements()))


def bank_moves_of(export):
    """(day, cents) of each entry that moves the bank, read from the file itself: its lines on 512 outside the opening."""
    moves = collections.Counter()
    for row in csv.DictReader(io.StringIO(export.read_text(encoding="utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["CompteNum"].startswith("512") and row["JournalCode"] != "AN":
            cents = oracle.cents(row["Debit"].replace(",", ".")) - oracle.cents(row["Credit"].replace(",", "."))
            day = datetime.date(*map(int, (row["EcritureDate"][:4], row["EcritureDate"][4:6], row["EcritureDate"][6:])))
            moves[str(day), cents] += 1
    return moves


def evenings(moves, opening):
    """The balance of each day on which something moves."""
    found, balance = {}, opening
    for day, cents in sorted(moves):
        balance += cents
        found[day] = balance
    return found


def check_statements(program, found, export, paid, until):
    expected = bank_moves_of(export)
    by_line = collections.Counter()
    for row in paid:
        by_line[row["date"], row["line"]] += oracle.cents(row["amount"])
    for form, name in STATEMENTS.items():
        path = export.parent / name
        what = f"{path.parent.name}/{name}"
        found.check(what, generated("--until", str(until), "--statement", form), path.read_bytes())
        rows = rows_of(program(BY_LABELS, path, "--movements", "--format", "csv"))
        got = [(row["date"], oracle.cents(row["amount"])) for row in rows]
        found.check(f"{what}: movements of 512", sorted(expected.elements()), sorted(got))
        found.check(f"{what}: evenings", evenings(expected.elements(), oracle.cents("15000.00")),
                    {row["date"]: oracle.cents(row["balance"]) for row in rows})
        sums = collections.Counter()
        for row in rows:
            sums[row["date"], row["line"]] += oracle.cents(row["amount"])
        found.check(f"{what}: lines", sorted(by_line.items()), sorted(sums.items()))


def check_plans(found):
    """By labels or by accounts, what is planned is the same."""
    plans = [sorted((str(each.date), each.line, each.amount) for each in oracle.plan_of(budget).movements)
             for budget in (BUDGET, BY_LABELS)]
    found.check(f"{BY_LABELS.name}: plan", *plans)


def percent(gap, voted):
    """With one decimal, half away from zero."""
    tenths = oracle.half_up(Fraction(abs(gap) * 1000, abs(voted)))
    return f"{'-' if gap < 0 and tenths else ''}{tenths // 10}.{tenths % 10}"


def check_landing(found, path, paid, until, rows):
    """What came, what is planned for later in the year, and what was due and is still open."""
    expected = collections.Counter(OPEN[until])
    for movement in oracle.plan_of(BUDGET).movements:
        if until < movement.date <= datetime.date(2026, 12, 31):
            expected[movement.line.split(".")[0]] += movement.amount
    for row in paid:
        expected[row["line"] or "unmapped"] += oracle.cents(row["amount"])
    got = {row["line"]: oracle.cents(row["landing"]) for row in rows if row["landing"]}
    found.check(f"{path.parent.name}: landing", sorted(expected.items()), sorted(got.items()))
    found.check(f"{path.parent.name}: landing in the last period", {f"{until:%Y-%m}"},
                {row["period"] for row in rows if row["landing"]})


def check_months(program, found, path, paid, until):
    expected = collections.defaultdict(lambda: [0, 0])
    for movement in oracle.plan_of(BUDGET).movements:
        if movement.date <= until:
            expected[f"{movement.date:%Y-%m}", movement.line.split(".")[0]][0] += movement.amount
    for row in paid:
        expected[row["date"][:7], row["line"] or "unmapped"][1] += oracle.cents(row["amount"])
    rows = rows_of(program(BUDGET, path, "--by", "month", "--format", "csv"))
    check_landing(found, path, paid, until, rows)
    rows = [row for row in rows if row["certain"] or oracle.cents(row["voted"]) or oracle.cents(row["timing"])]
    got = {(row["period"], row["line"]): [oracle.cents(row["voted"]), oracle.cents(row["actual"])] for row in rows}
    found.check(f"{path.parent.name}: voted and came", sorted(expected.items()), sorted(got.items()))
    timing = collections.Counter()
    for row in rows:
        voted, actual, gap = (oracle.cents(row[name]) for name in ("voted", "actual", "gap"))
        found.check(f"{path.parent.name}: gap of {row}",
                    [actual - voted, actual - voted, percent(gap, voted) if voted else ""],
                    [gap, oracle.cents(row["timing"]) + oracle.cents(row["amount_gap"]), row["gap_pct"]])
        timing[row["line"]] += oracle.cents(row["timing"])
    if until == max(EXPORTS):
        found.check("timing over the exercise", {line: 0 for line in timing}, dict(timing))


# The latest price, where it went up.
LATEST = {"622600": 12 * -31200, "626000": 12 * -4190}
# Lent by the associates and given back.
NOT_DRAFTED = {"455000"}


def check_draft(program, found, path, paid, keys):
    with tempfile.TemporaryDirectory() as folder:
        draft = pathlib.Path(folder) / "draft.toml"
        draft.write_text(program("--draft", "--lang", keys, path), encoding="utf-8")
        plan = oracle.plan_of(draft)
        accounts = {}
        for section in ("expense", "income"):
            for line in plan.tables(section):
                accounts |= dict.fromkeys(line["match"], line["id"])
        accounts |= dict.fromkeys(plan.budget["aci"]["match"], "aci")
        expected = collections.Counter()
        for row in paid:
            if row["account"] not in NOT_DRAFTED:
                line = next(line for account, line in accounts.items() if row["account"].startswith(account))
                expected[line] += 0 if row["account"] in LATEST else oracle.cents(row["amount"])
        for account, amount in LATEST.items():
            expected[accounts[account]] += amount
        planned = collections.Counter()
        for movement in plan.movements:
            planned[movement.line.split(".")[0]] += movement.amount
        found.check(f"{keys} draft: planned", dict(sorted(expected.items())), dict(sorted(planned.items())))
        rows = rows_of(program(draft, path, "--by", "year", "--format", "csv"))
        mapped = {row["line"]: oracle.cents(row["actual"]) for row in rows}
        came = collections.Counter()
        for row in paid:
            line = [line for account, line in accounts.items() if row["account"].startswith(account)]
            came[line[0] if line else "unmapped"] += oracle.cents(row["amount"])
        found.check(f"{keys} draft: mapped", dict(sorted(came.items())), dict(sorted(mapped.items())))


def forecast_evenings(path, after, last):
    """Of a forecast that was kept, the balance of each evening after that day."""
    held, days = 0, collections.Counter()
    for row in rows_of(path.read_text(encoding="utf-8")):
        if row["kind"] == "balance":
            held = oracle.cents(row["amount"])
        elif row["kind"] == "forecast":
            days[datetime.date.fromisoformat(row["day"])] += oracle.cents(row["amount"])
    held += sum(amount for date, amount in days.items() if date <= after)
    found, date = {}, after
    while date < last:
        date += datetime.timedelta(1)
        held += days[date]
        found[date] = held
    return found


def check_bridges(program, forecast, found, path, paid):
    """Month by month: the causes come to the change, its ends are the two kept forecasts, and what no rule takes is what
    the list has without a line."""
    with tempfile.TemporaryDirectory() as folder:
        ends = [datetime.date(2026, month + 1, 1) - datetime.timedelta(1) for month in range(1, 12)]
        kept = [pathlib.Path(folder) / f"{BUDGET.stem}-{end}.csv" for end in ends]
        for end in ends:
            program("--as-of", end, "--archive", folder, BUDGET, path)
        for before, end, old, new in zip(ends, ends[1:], kept, kept[1:]):
            rows = rows_of(forecast("--format", "csv", "--as-of", end, "--actuals", path, "--since", folder, BUDGET))
            now = rows.pop()
            for which in ("closing", "lowest"):
                found.check(f"{end}: causes of {which}", oracle.cents(now[which]),
                            sum(oracle.cents(row[which]) for row in rows))
            last = datetime.date.fromisoformat(now["closing_on"])
            was, becomes = forecast_evenings(old, end, last), forecast_evenings(new, end, last)
            found.check(f"{end}: ends", [was[last], min(was.values()), becomes[last], min(becomes.values())],
                        [oracle.cents(rows[0]["closing"]), oracle.cents(rows[0]["lowest"]),
                         oracle.cents(now["closing"]), oracle.cents(now["lowest"])])
            found.check(f"{end}: neither budget nor earlier books", [],
                        [row for row in rows if row["cause"] in ("books", "budget")])
            found.check(f"{end}: not planned",
                        sum(oracle.cents(row["amount"]) for row in paid
                            if not row["line"] and str(before) < row["date"] <= str(end)),
                        sum(oracle.cents(row["closing"]) for row in rows
                            if row["cause"] == "unplanned" and row["line"] == "unmapped"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    programs = parser.parse_args().bin
    program = Program(programs, "msp-actuals")
    found = Differences()
    check_files(found)
    listed = rows_of(LIST.read_text(encoding="utf-8"))
    for until, path in EXPORTS.items():
        paid = [row for row in listed if row["date"] <= str(until)]
        program("--validate", "--strict", path)
        check_movements(program, found, path, paid)
        check_months(program, found, path, paid, until)
        check_statements(program, found, path, paid, until)
    check_plans(found)
    check_bridges(program, Program(programs, "msp-forecast"), found, EXPORTS[max(EXPORTS)], listed)
    for keys in ("en", "fr"):
        check_draft(program, found, EXPORTS[max(EXPORTS)], listed, keys)
    print(f"{found.compared} compared, {found.found} differ")
    return 1 if found.found else 0


if __name__ == "__main__":
    sys.exit(main())
