#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The monthly roll: what is planned must not change because the accountant typed a newer balance.

    roll.py --bin DIR [FILE...]      without files every TOML example and every template of --init

On the first of each of the next twelve months each account gets the balance that the plan before has for the evening
before, and what the ACI was to pay by then is typed as received. The movements from that day on, line by line and with
their balances, must be those of the plan before.
"""

import argparse
import csv
import datetime
import decimal
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
MONTHS = 12
TEMPLATES = ["sisa", "sisa-scm", "sci", "new-msp"]


def as_json(budget):
    """Amounts keep the digits that were typed."""
    text = json.dumps(budget, default=lambda v: f"<{v}>" if isinstance(v, decimal.Decimal) else v.isoformat(), indent=1)
    return re.sub(r'"<(.*?)>"', r"\1", text)


def read(text, reader):
    return reader.loads(text, parse_float=decimal.Decimal)


def entries(value):
    return value if isinstance(value, list) else [value]


class Roll:
    def __init__(self, program, source, folder):
        self.program = program
        english = subprocess.run([program, "--check", "--rewrite", "en", source], capture_output=True, check=True)
        self.budget = read(english.stdout.decode("utf-8"), tomllib)
        self.file = pathlib.Path(folder) / "budget.json"
        self.name = source.name
        self.compared = 0
        self.movements = self.rows("movements")
        self.balances = self.rows("balance", "--by", "day")

    def rows(self, view, *options):
        self.file.write_text(as_json(self.budget))
        command = [self.program, "--lang", "en", "--view", view, "--format", "csv", *options, str(self.file)]
        answer = subprocess.run(command, capture_output=True, text=True)
        if answer.returncode != 0:
            sys.exit(f"{self.name}: {answer.stderr}")
        return list(csv.DictReader(io.StringIO(answer.stdout)))

    def type_openings(self, day):
        evening = (day - datetime.timedelta(days=1)).isoformat()
        closing = {row["bank"]: row["closing"] for row in self.balances if row["period"] == evening}
        for bank in entries(self.budget["bank"]):
            bank["opening"] = decimal.Decimal(closing[bank.get("id", "main")])
            bank["date"] = day

    def type_received(self, day):
        """The advance of a year is paid in it, its balance in the next one."""
        years = {year["year"]: year for year in entries(self.budget.get("aci", {}).get("year", []))}
        paid = {}
        for row in self.movements:
            if row["origin"] == "aci" and row["date"] < day.isoformat():
                item = "advance" if row["date"][:4] == row["exercise"] else "balance"
                paid.setdefault((int(row["exercise"]), item), []).append(row)
        for (number, item), rows in paid.items():
            received = [{"date": row["date"], "amount": decimal.Decimal(row["amount"])} for row in rows]
            known = years[number].setdefault(item, {})
            known["received"] = entries(known.get("received", [])) + received
            known["closed"] = True

    def faults(self):
        opened = max(bank["date"] for bank in entries(self.budget["bank"]))
        original = as_json(self.budget)
        for month in range(1, MONTHS + 1):
            first = opened.replace(day=1)
            day = datetime.date(first.year + (first.month + month - 1) // 12, (first.month + month - 1) % 12 + 1, 1)
            self.budget = read(original, json)
            self.type_openings(day)
            self.type_received(day)
            yield from self.differences(day, self.rows("movements"))

    def differences(self, day, rolled):
        last = min(self.movements[-1]["date"], rolled[-1]["date"] if rolled else "")
        common = lambda rows: [row for row in rows if day.isoformat() <= row["date"] <= last]
        before, after = common(self.movements), common(rolled)
        for one, other in zip(before, after):
            if one != other:
                yield f"{self.name}, balance typed for {day}:\n  {list(one.values())}\n  {list(other.values())}"
                return
        self.compared += len(before)
        if len(before) != len(after):
            yield f"{self.name}, balance typed for {day}: {len(before)} movements, then {len(after)}"


def sources(program, folder):
    yield from sorted((PROJECT / "examples").glob("*.toml"))
    for name in TEMPLATES:
        for keys in ["fr", "en"]:
            file = pathlib.Path(folder) / f"{name}.{keys}.toml"
            file.write_bytes(subprocess.run([program, "--init", name, "--keys", keys], capture_output=True,
                                            check=True).stdout)
            yield file


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    given = parser.parse_args()
    program = pathlib.Path(given.bin) / "msp-forecast"
    found = tried = 0
    with tempfile.TemporaryDirectory() as folder:
        for source in given.files or sources(program, folder):
            tried += 1
            roll = Roll(program, source, folder)
            faults = list(roll.faults())
            if not roll.compared:
                faults.append(f"{source.name}: nothing to compare")
            found += len(faults)
            print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{tried} budgets rolled through {MONTHS} months, {found} differences")
    sys.exit(1 if found or not tried else 0)


main()
