#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Changes one cell of a workbook about the books, loans or the debt service, and looks where the change arrives.

    changed_actuals.py --bin DIR    a euro more in an input: so many more in what is made of it, in whole cents
"""

import argparse
import subprocess
import sys
import tempfile
from fractions import Fraction
from math import floor
from pathlib import Path

import workbook
from formulas import Fault, Recalculation
from workbook import EXAMPLES

SUIVI = str(EXAMPLES / "msp-mediane-suivi.toml")
APRIL = str(EXAMPLES / "msp-mediane-2026-04" / "111111118FEC20261231.txt")
STATEMENT = str(EXAMPLES / "msp-mediane-2026-04" / "releve.csv")
EURO = 100  # cents


class Table:
    """The rows below one head that has these labels, wherever it stands in the workbook."""

    def __init__(self, worksheets, labels):
        for self.worksheet in worksheets:
            heads = {}
            for (column, row), cell in self.worksheet.cells.items():
                if cell.text in labels and cell.bold and column not in self.worksheet.hidden:
                    heads.setdefault(row, {}).setdefault(cell.text, column)
            for self.head, self.columns in sorted(heads.items()):
                if len(self.columns) == len(labels):
                    return
        raise Fault(f"no table with {labels}")

    def row(self, name):
        """By its first cell; a number counts the rows below the head."""
        if isinstance(name, int):
            return self.head + name
        for (column, row), cell in sorted(self.worksheet.cells.items(), key=lambda item: item[0][1]):
            if row > self.head and column == 1 and cell.text == name:
                return row
        raise Fault(f"{self.worksheet.name}: no row {name}")

    def place(self, label, name):
        return self.columns[label], self.row(name)


def changes(table, changed, expected):
    """What a euro more in one cell, (label, row), makes of others, in cents."""
    place = table.place(*changed)
    cell = table.worksheet.cells.get(place)
    if cell is None or cell.number is None or cell.formula is not None:
        raise Fault(f"{table.worksheet.name}: {changed} is no input")
    before = Recalculation(table.worksheet)
    after = Recalculation(table.worksheet, {place: before.value(place) + EURO})
    for target, more in expected.items():
        found = after.value(table.place(*target)) - before.value(table.place(*target))
        if found != more:
            raise Fault(f"{table.worksheet.name}: a euro more in {changed} is {found} cents in {target}, not {more}")


def quotient(table, changed, target, of, by, places, percent=False):
    """A changed input makes another quotient of what it is made of, rounded half away from zero."""
    place = table.place(*changed)
    before = Recalculation(table.worksheet)
    after = Recalculation(table.worksheet, {place: before.value(place) + 100 * EURO})
    exact = Fraction(after.value(table.place(*of)), after.value(table.place(*by)))
    exact = exact * 100 * (1 if exact.denominator and after.value(table.place(*by)) > 0 else -1) if percent else exact
    units = floor(abs(exact) * 10**places + Fraction(1, 2)) * (1 if exact >= 0 else -1)
    found = after.value(table.place(*target))
    if found != units * 100 // 10**places or found == before.value(table.place(*target)):
        raise Fault(f"{table.worksheet.name}: {target} is {found} hundredths after a change of {changed}")


def book(folder, program, *args):
    made = subprocess.run([str(folder / program), "--lang", "en", "--format", "xlsx", *args], capture_output=True,
                          check=False)
    if made.returncode > 1:
        raise Fault(f"{program} {args}: {made.stderr.decode()}")
    return workbook.read(made.stdout)


def comparison(folder):
    sheets = book(folder, "msp-actuals", SUIVI, APRIL)
    compared = Table(sheets, ("Voted", "Actual", "Gap", "Gap %", "Timing", "Amount gap"))
    changes(compared, ("Actual", "Assurances"),
            {("Gap", "Assurances"): EURO, ("Amount gap", "Assurances"): EURO, ("Actual", "Total"): EURO,
             ("Gap", "Total"): EURO, ("Amount gap", "Total"): EURO, ("Voted", "Total"): 0})
    changes(compared, ("Voted", "Assurances"), {("Gap", "Assurances"): -EURO, ("Gap", "Total"): -EURO})
    changes(compared, ("Timing", "Assurances"), {("Amount gap", "Assurances"): -EURO, ("Timing", "Total"): EURO})
    for row in ("Assurances", "Total"):
        quotient(compared, ("Actual", "Assurances"), ("Gap %", row), ("Gap", row), ("Voted", row), 1, True)
    landing = Table(sheets, ("Voted", "Actual", "Remaining", "Landing", "Gap"))
    for label in ("Actual", "Remaining"):
        changes(landing, (label, "ACI"), {("Landing", "ACI"): EURO, ("Gap", "ACI"): EURO, (label, "Total"): EURO,
                                          ("Landing", "Total"): EURO, ("Gap", "Total"): EURO})
    largest = Table(sheets, ("Gap", "Timing", "Amount gap", "In it"))
    changes(largest, ("Gap", "ACI"), {("Amount gap", "ACI"): EURO})


def halves(folder):
    """72 euros more than the 9,600 that were voted are -0.75 %, half a unit of the last place: a formula like any other."""
    books = str(EXAMPLES / "msp-mediane-2026-12" / "111111118FEC20261231.txt")
    compared = Table(book(folder, "msp-actuals", SUIVI, books), ("Voted", "Actual", "Gap", "Gap %"))
    for (column, row), cell in compared.worksheet.cells.items():
        if column == compared.columns["Gap %"] and row > compared.head and cell.number is not None and not cell.formula:
            raise Fault(f"{compared.worksheet.name}: the gap in percent of row {row} is a value")


def transfers(folder):
    """What an entity moves between its accounts is a row, and nothing of the total, which follows the others."""
    sheets = book(folder, "msp-actuals", str(EXAMPLES / "comptabilite.toml"), str(EXAMPLES / "123456782FEC20261231.txt"))
    compared = Table(sheets, ("Voted", "Actual", "Gap", "Gap %", "Timing", "Amount gap"))
    total = compared.row("Total")
    names = {row: compared.worksheet.cells[1, row].text for row in range(compared.head + 1, total)
             if (1, row) in compared.worksheet.cells}
    moved = [row for row, name in names.items() if "livret" in name]
    if not moved:
        raise Fault(f"{compared.worksheet.name}: no transfer in {sorted(names.values())}")
    for row, name in names.items():
        for label, sign in (("Voted", -1), ("Actual", 1)):
            more = 0 if row in moved else EURO
            changes(compared, (label, name), {(label, "Total"): more, ("Gap", name): sign * EURO,
                                              ("Gap", "Total"): sign * more, ("Amount gap", "Total"): sign * more})


def reconciliation(folder):
    sheets = book(folder, "msp-actuals", "--reconcile", SUIVI, APRIL, STATEMENT)
    held = Table(sheets, ("Statement", "Books", "Gap"))
    changes(held, ("Statement", 1), {("Gap", 1): EURO})
    changes(held, ("Books", 1), {("Gap", 1): -EURO})


def validation(folder):
    sheets = book(folder, "msp-actuals", "--validate", APRIL)
    journals = Table(sheets, ("Debit", "Credit", "Difference"))
    changes(journals, ("Debit", 1), {("Difference", 1): EURO})
    cash = Table(sheets, ("Opening", "In", "Out", "Closing"))
    changes(cash, ("Opening", 1), {("Closing", 1): EURO})
    changes(cash, ("Out", 1), {("Closing", 1): -EURO})


def kept_forecasts(folder):
    with tempfile.TemporaryDirectory() as kept:
        book(folder, "msp-actuals", "--archive", kept, "--as-of", "2026-03-31", SUIVI, APRIL)
        sheets = book(folder, "msp-actuals", "--accuracy", "--archive", kept, SUIVI, APRIL)
        errors = Table(sheets, ("Forecast", "Actual", "Error", "Error %"))
        changes(errors, ("Actual", "ACI"), {("Error", "ACI"): EURO, ("Actual", "Total"): EURO, ("Error", "Total"): EURO})
        quotient(errors, ("Actual", "ACI"), ("Error %", "ACI"), ("Error", "ACI"), ("Forecast", "ACI"), 1, True)
        judged = Table(sheets, ("Forecast", "Actual", "Error", "Line by line"))
        changes(judged, ("Forecast", 1), {("Error", 1): -EURO})
        (earlier,) = Path(kept).iterdir()
        sheets = book(folder, "msp-forecast", "--since", str(earlier), "--actuals", APRIL, SUIVI)
        since = Table(sheets, ("Cause", "Closing", "Lowest"))
        for label in ("Closing", "Lowest"):
            changes(since, (label, "Earlier forecast"), {(label, "Forecast of today"): EURO})


def debt_service(folder):
    sheets = book(folder, "msp-forecast", "--view", "debt-service", str(EXAMPLES / "new-msp.toml"))
    service = Table(sheets, ("Receipts", "Payments", "Available", "Principal", "Debt service", "Left", "Cover"))
    changes(service, ("Receipts", 1), {("Available", 1): EURO, ("Left", 1): EURO})
    changes(service, ("Principal", 1), {("Debt service", 1): EURO, ("Left", 1): -EURO})
    for label in ("Receipts", "Payments", "Principal"):
        quotient(service, (label, 1), ("Cover", 1), ("Available", 1), ("Debt service", 1), 2)


def loans(folder):
    """What is owed follows from the opening row through every later one."""
    for name in ("new-msp.toml", "comptabilite.toml"):
        for view, head in ((["--by", "year"], "Exercise"), ([], "No.")):
            sheets = book(folder, "msp-forecast", "--view", "loans", *view, str(EXAMPLES / name))
            table = Table(sheets, (head, "Principal", "Interest", "Payment", "Outstanding"))
            opening = table.row("At first")
            last = next(row for row in range(opening, opening + 1000)
                        if (table.columns["Outstanding"], row + 1) not in table.worksheet.cells) - table.head
            for row in range(2, last + 1):
                if (table.worksheet.cells[table.place("Outstanding", row)]).formula is None:
                    raise Fault(f"{name}: the outstanding capital of row {row} is a value")
            changes(table, ("Outstanding", "At first"), {("Outstanding", 2): EURO, ("Outstanding", last): EURO})
            changes(table, ("Principal", 2), {("Outstanding", "At first"): 0, ("Payment", 2): EURO,
                                              ("Outstanding", 2): -EURO, ("Outstanding", last): -EURO})


CHECKS = (comparison, halves, transfers, reconciliation, validation, kept_forecasts, debt_service, loans)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, required=True)
    folder = parser.parse_args().bin.resolve()
    faults = 0
    for check in CHECKS:
        try:
            check(folder)
        except Fault as fault:
            print(f"{check.__name__}: {fault}")
            faults += 1
    print(f"{len(CHECKS)} workbooks changed, {faults} faults")
    return faults != 0


if __name__ == "__main__":
    sys.exit(main())
