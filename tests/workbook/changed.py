#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Changes one cell of a workbook at a time, and looks at what follows.

    changed.py --bin DIR    charges, the ACI and posts of the examples: one euro more in a cell that is no formula comes
                            to the total of its column; shares always make what is to be shared; and cells from which
                            nothing follows are in the list below, so that none goes silently wrong;
                            one euro more in an opening or a line of a forecast comes to the last closing of that account,
                            of its entity and of all, on each worksheet that has it
"""

import argparse
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

from formulas import Fault, Recalculation
from workbook import EXAMPLES, check_formulas, check_run_through, command_of, read, recalculated, run

EURO = 100

CHARGES = ("locaux.toml", "depart-arrivee.toml", "sisa-scm.toml", "medecins-sci.toml", "locaux-vides.toml")
CASES = (
    [("msp-charges", name, args) for name in CHARGES
     for args in ([], ["--by", "quarter"], ["--calls"], ["--settle"])]
    + [("msp-charges", name, ["--by", "month"]) for name in ("locaux.toml", "medecins-sci.toml", "sisa-scm.toml")]
    + [("msp-charges", "locaux.toml", ["--propose"])]
    + [("msp-aci", name, args) for name in ("aci-first-year.toml", "aci-typical.toml", "aci-petite.toml", "aci-large.yaml")
       for args in ([], ["--schedule"])]
    + [("msp-aci", "aci-typical.toml", ["--compare", "2023,2025"])]
    + [("msp-coordinator", "coordinateur-promesses.toml", args)
       for args in ([], ["--view", "post"], ["--sensitivity"], ["--compare", "half-time,shared"],
                    ["--compare-employers", "sisa,association"])]
)

# Columns of which some cell moves no formula, behind the first head of their table.
NOTHING_FOLLOWS = {
    "Year: Points",  # of a year, whose indicators are in another table
    "Assumption: Central",  # the effect is between the low and the high one
    # What a program works out of a whole return.
    *(f"Figure: {each}" for each in ("Low", "Central", "High", "As typed", "Half time", "Shared", "SISA", "Association")),
    # Results, what is paid later, and parts of the cost: they rest on funding and gains that are not shown beside them.
    *(f"As typed: {form}" for form in ("As typed", "Half time", "Shared", "SISA", "Association")),
}

# What one euro, or one point, more in a column adds to others of its row and to their totals.
FOLLOWS = (
    ("msp-charges", "locaux.toml", ["--settle"], "Paid", {"Balance": EURO}),
    ("msp-charges", "locaux.toml", ["--settle"], "Final share", {"Balance": -EURO}),
    ("msp-charges", "depart-arrivee.toml", ["--settle"], "Paid", {"Balance": EURO}),
    ("msp-charges", "locaux.toml", ["--calls"], "Each", {"Total": 11 * EURO}),
    ("msp-charges", "locaux.toml", ["--calls"], "Last call", {"Total": EURO}),
    # A point is 7 euros.
    ("msp-aci", "aci-first-year.toml", [], "Points", {"Euros": 7 * EURO, "Missed": -7 * EURO}),
    ("msp-aci", "aci-petite.toml", [], "Points", {"Euros": 7 * EURO, "Missed": -7 * EURO}),
    ("msp-coordinator", "coordinateur-promesses.toml", ["--view", "post"], "Gross", {"Net": EURO, "Cost": EURO}),
    ("msp-coordinator", "coordinateur-promesses.toml", ["--view", "post"], "Employer", {"Cost": EURO}),
    ("msp-coordinator", "coordinateur-promesses.toml", ["--view", "post"], "Reduction", {"Cost": -EURO}),
)


# Which holdings each one is a part of.
SISA_SCM = {"SISA, compte courant (SISA de la Vallée (exemple))": {"SISA de la Vallée (exemple)", "All entities"},
            "SISA, livret (SISA de la Vallée (exemple))": {"SISA de la Vallée (exemple)", "All entities"},
            "SISA de la Vallée (exemple)": {"All entities"}, "SCM de la Vallée (exemple)": {"All entities"}}
TILLEULS = {"courant": {"SISA des Tilleuls"}, "livret": {"SISA des Tilleuls"}}
ENERGY = ["--scenario", "energy-x6"]
FORECASTS = (
    [("sisa-scm.toml", SISA_SCM, args)
     for args in (["--pack"], ["--view", "plan"], ["--view", "plan", "--by", "quarter"], ["--view", "balance"],
                  ["--view", "balance", "--by", "year"], ["--pack", *ENERGY], ["--view", "plan", *ENERGY],
                  ["--view", "balance", *ENERGY])]
    + [(name, parts, args) for name, parts in (("comptabilite.toml", TILLEULS), ("msp-mediane.toml", {}))
       for args in (["--pack"], ["--view", "plan"], ["--view", "balance"])]
)


class Table:
    """A head and the rows below it, as far as the next one."""

    def __init__(self, worksheet, head, last):
        self.worksheet, self.head, self.last = worksheet, head, last
        self.labels = {column: worksheet.cells[column, head].text for column, row in worksheet.cells
                       if row == head and column not in worksheet.hidden and worksheet.cells[column, row].text}

    def column(self, label):
        return next((column for column, text in self.labels.items() if text == label), None)

    def rows(self, column):
        return [row for row in range(self.head + 1, self.last + 1)
                if (column, row) in self.worksheet.cells and self.worksheet.cells[column, row].number is not None]

    def name(self, row):
        """What the first columns call it."""
        return next((cell.text for column in (1, 2, 3) if (cell := self.worksheet.cells.get((column, row))) and cell.text),
                    "")

    def inputs(self, column):
        return [row for row in self.rows(column) if self.worksheet.cells[column, row].formula is None]

    def total(self, row=None):
        """Of the rows as far as it, or below this one."""
        return next((at for at in range((row or self.head) + 1, self.last + 1) if self.name(at) == "Total"), None)

    def silent_name(self, column):
        return f"{self.labels[min(self.labels)]}: {self.labels[column]}"


def tables(worksheet):
    """Heads are rows of nothing but bold texts."""
    rows = sorted({row for _, row in worksheet.cells})
    of_row = {row: {column: worksheet.cells[column, row] for column in range(1, 40) if (column, row) in worksheet.cells}
              for row in rows}
    heads = [row for row in rows if len(of_row[row]) > 1 and all(cell.bold and cell.text for cell in of_row[row].values())]
    for head, following in zip(heads, [*heads[1:], rows[-1] + 1 if rows else 0]):
        yield Table(worksheet, head, following - 1)


def is_amount(cell):
    return "#,##0.00" in str(cell.number_format)


def difference(before, place, amount):
    """A function of places: how much more stands there where so many cents more stand here."""
    after = Recalculation(before.worksheet)
    after.changed[place] = before.number(place) + Fraction(amount, 100)
    return lambda other: after.number(other) - before.number(other)


def check_totals(table, silent):
    """Each cell that is no formula reaches the total of its column, where that is one, or is a column of the list."""
    checked = 0
    formulas = [place for place, cell in table.worksheet.cells.items() if cell.formula]
    before = Recalculation(table.worksheet)
    for column, label in table.labels.items():
        for row in table.inputs(column):
            if not is_amount(table.worksheet.cells[column, row]) or table.name(row).startswith("- "):
                continue  # what is part of a row above
            more = difference(before, (column, row), EURO)
            total = table.total(row)
            summed = table.worksheet.cells.get((column, total))
            if summed is not None and summed.formula and more((column, total)) != 1:
                raise Fault(f"{table.worksheet.name}: one euro more in “{label}” of “{table.name(row)}” is "
                            f"{float(more((column, total)))} in the total")
            if all(more(place) == 0 for place in formulas):
                silent.add(table.silent_name(column))
            checked += 1
        if summed_by_value(table, column, table.total()):
            raise Fault(f"{table.worksheet.name}: the total of “{label}” is a value")
    return checked


def summed_by_value(table, column, total):
    cell = table.worksheet.cells.get((column, total))
    return cell is not None and cell.number is not None and is_amount(cell) and cell.formula is None


def check_shares(table):
    """Shares make what is to be shared, whatever that is, and each stays within some cents of its weight."""
    first = next((row for row in range(table.head + 1, table.last + 1) if table.name(row) == "To be shared"), None)
    if first is None:
        return 0
    checked, total = 0, table.total()
    last_column = max(table.labels)
    before = Recalculation(table.worksheet)
    for column in table.labels:
        members = [row for row in table.rows(column) if first < row < total]
        live = {table.worksheet.cells[column, row].formula is not None for row in members}
        whole = table.worksheet.cells.get((column, first))
        if live != {whole is not None and whole.number is not None} and live:
            raise Fault(f"{table.worksheet.name}: of “{table.labels[column]}” some shares are formulas")
        if whole is None or whole.number is None or whole.formula is not None:
            continue
        amount = before.value((column, first))
        for other in (amount + 1, amount * 2, 0, -amount):
            after = Recalculation(table.worksheet, {(column, first): other})
            if after.value((column, total)) != other:
                raise Fault(f"{table.worksheet.name}: of {other} cents {after.value((column, total))} are shared")
            if after.value((last_column, total)) - before.value((last_column, total)) != other - amount:
                raise Fault(f"{table.worksheet.name}: the total of all lines does not follow")
            for row in members:
                exact = Fraction(before.value((column, row)) * other, amount)
                # The last of twelve months has up to a cent of each, so many times what is shared now.
                if abs(after.value((column, row)) - exact) > 2 + 12 * (1 + abs(Fraction(other, amount))):
                    raise Fault(f"{table.worksheet.name}: of {other} cents {table.name(row)} has "
                                f"{after.value((column, row))}")
            checked += 1
    return checked


def check_follows(folder, program, name, args, label, expected):
    checked = 0
    for worksheet in read(run([*command_of(folder, program, name, args), "--format", "xlsx"]).stdout):
        before = Recalculation(worksheet)
        for table in tables(worksheet):
            column, total = table.column(label), table.total()
            others = {table.column(other): amount for other, amount in expected.items()}
            if column is None or total is None or None in others:
                continue
            for row in table.inputs(column):
                if row >= total or not worksheet.cells.get((min(others), row)):
                    continue
                more = difference(before, (column, row), EURO)
                for other, amount in others.items():
                    for at in (row, total):
                        cell = worksheet.cells.get((other, at))
                        if cell is None or cell.formula is None:
                            raise Fault(f"{worksheet.name}: “{table.labels[other]}” of “{table.name(at)}” is a value")
                        # What is no whole number of cents is rounded before and after.
                        if abs(more((other, at)) * 100 - amount) > (1 if program == "msp-aci" else 0):
                            raise Fault(f"{worksheet.name}: “{table.labels[other]}” of “{table.name(at)}” takes "
                                        f"{float(more((other, at)))}")
                checked += 1
    if not checked:
        raise Fault("no cell was changed")
    return checked


class Holding:
    """A worksheet of a plan, of balances or of a comparison: whose it is, in which scenario, and where its figures
    stand."""

    def __init__(self, worksheet):
        self.worksheet, self.table = worksheet, next(tables(worksheet))
        title, _, self.scenario = worksheet.cells[1, 1].text.partition(" — ")
        self.word, self.name = title.split(" · ")[0], title.split(" · ")[-1]
        self.is_plan = self.word == "Plan"
        self.sections = {}  # of a plan, what each row is
        if self.is_plan:
            hidden = {worksheet.cells[column, self.table.head].text: column for column in worksheet.hidden}
            for row in range(self.table.head + 1, self.table.last + 1):
                names = {label: cell.text for label in ("Section", "Row")
                         if (cell := worksheet.cells.get((hidden[label], row)))}
                self.sections[row] = names.get("Section"), names.get("Row")

    def closings(self):
        """What is left at the end, in each column that says so; of the base first."""
        if self.is_plan:
            return [(self.table.column("Total"), row) for row, names in self.sections.items() if names == ("closing", "whole")]
        if self.word == "Balances":
            return [(self.table.column("Closing"), self.table.total()),
                    (self.table.column("Closing"), self.table.total() - 1)]
        return [(column, max(self.table.rows(column))) for column, label in self.table.labels.items()
                if label.endswith(": closing")]

    def openings(self):
        if self.is_plan:
            return [(column, row) for row, (section, _) in self.sections.items() if section == "opening"
                    for column in (2, self.table.column("Total"))]
        column = self.table.column("Opening")
        return [] if column is None else [(column, self.table.head + 1), (column, self.table.total())]

    def inputs(self):
        """Places of no formula, and what a euro more there is in the last closing; of lines some."""
        if self.is_plan:
            of_row = {row: -1 if section == "payments" else 1 for row, (section, kind) in self.sections.items()
                      if (section in ("receipts", "payments") and kind == "line") or section == "opening"}
            places = [((column, row), sign) for row, sign in of_row.items() for column in self.table.labels if column > 1]
        elif self.word == "Balances":
            places = [((self.table.column(label), row), sign)
                      for label, sign in (("Opening", 1), ("Receipts", 1), ("Payments", -1))
                      for row in range(self.table.head + 1, self.table.total())]
        else:
            places = [(self.closings()[0], 1)]
        return [(place, sign) for place, sign in places
                if (cell := self.worksheet.cells.get(place)) and cell.number is not None and cell.formula is None]


def check_forecast(folder, name, parts, args):
    """What stands above an account follows it, and nothing else does; nothing of a part is typed again above it."""
    made = run([*command_of(folder, "msp-forecast", name, args), "--format", "xlsx"])
    if made.returncode > 1:
        raise Fault(made.stderr.decode())
    worksheets = read(made.stdout)
    holdings = [Holding(worksheet) for worksheet in worksheets
                if worksheet.name.split()[0] in ("Plan", "Balances", "Comparison")]
    before = recalculated(worksheets)
    has_plan = any(holding.is_plan for holding in holdings)
    checked = 0
    for changed in holdings:
        inputs = changed.inputs()
        if has_plan and not changed.is_plan:
            if inputs:
                raise Fault(f"{changed.worksheet.name}: {inputs[0][0]} does not come from a plan")
            continue
        if any(changed.name in wholes and any(holding.name == part and holding.word == changed.word for holding in holdings)
               for part, wholes in parts.items()) and inputs:
            raise Fault(f"{changed.worksheet.name}: {inputs[0][0]} does not come from its parts")
        for place, sign in inputs[::max(1, len(inputs) // 60)] + inputs[:2]:
            value = before[changed.worksheet.name].value(place)
            after = recalculated(worksheets, {changed.worksheet.name: {place: value + EURO}})
            for other in holdings:
                above = other.name == changed.name or other.name in parts.get(changed.name, ()) or not parts
                same = other.scenario == changed.scenario or other.word == "Comparison"
                columns = other.closings()
                if other.word == "Comparison":  # the closing of the scenario stands beside that of the base
                    columns = columns[:1] if not changed.scenario else columns[1:]
                more = sign * EURO if above and same else 0
                wanted = [(target, more) for target in columns]
                if place in changed.openings() and other.word != "Comparison":
                    wanted += [(target, more) for target in other.openings()]
                for target, amount in wanted:
                    found = (after[other.worksheet.name].value(target) - before[other.worksheet.name].value(target))
                    if found != amount:
                        raise Fault(f"{changed.worksheet.name}!{place}: a euro more is {found} cents in "
                                    f"{other.worksheet.name}!{target}, not {amount}")
            checked += 1
    if not checked:
        raise Fault("no cell was changed")
    return checked


def check_later(folder):
    """An account that opens later than others begins with its own opening, which is an amount to be typed, and what adds
    it up follows."""
    text = (EXAMPLES / "sisa-scm.toml").read_text(encoding="utf-8")
    before, savings, behind = text.partition('id = "sisa-savings"')
    checked = 0
    with tempfile.TemporaryDirectory() as work:
        later = Path(work) / "later.toml"
        later.write_text(before + savings + behind.replace("date = 2026-01-01", "date = 2026-03-15", 1), encoding="utf-8")
        for args in (["--pack"], ["--view", "plan"], ["--view", "balance"]):
            worksheets = read(run([*command_of(folder, "msp-forecast", str(later), args), "--format", "xlsx"]).stdout)
            again = recalculated(worksheets)
            for worksheet in worksheets:
                check_formulas(worksheet, again)
            holdings = [Holding(worksheet) for worksheet in worksheets if worksheet.name.split()[0] in ("Plan", "Balances")]
            savings = next((each for each in holdings if "livret" in each.name), None)
            if savings is None:
                continue
            place = next(place for place, _ in savings.inputs() if again[savings.worksheet.name].value(place) == 12_000 * EURO)
            after = recalculated(worksheets, {savings.worksheet.name: {place: 12_001 * EURO}})
            for other in holdings:
                more = EURO if other.name in (savings.name, *SISA_SCM[savings.name]) else 0
                target, name = other.closings()[0], other.worksheet.name
                if after[name].value(target) - again[name].value(target) != more:
                    raise Fault(f"{' '.join(args)}: a euro more of {savings.name} does not reach {name}")
            checked += 1
        return checked + check_first_later(folder, Path(work) / "first.toml", text)


def check_first_later(folder, budget, text):
    """Where an entity has no account before a day, what its plan begins with that day is typed: nothing from before
    comes to it, as the bank's balance has it."""
    before, current, behind = text.partition('id = "scm-current"')
    budget.write_text(before + current + behind.replace("date = 2026-01-01", "date = 2026-03-15", 1), encoding="utf-8")
    worksheets = read(run([*command_of(folder, "msp-forecast", str(budget), ["--view", "plan"]), "--format", "xlsx"]).stdout)
    again = recalculated(worksheets)
    plans = [worksheet for worksheet in worksheets if worksheet.name.startswith("Plan")]
    checked = [check_run_through(worksheet, again) for worksheet in plans]
    scm = next((worksheet for worksheet in plans if " SCM" in worksheet.name), None)
    # 14,000.00 in March, its third month.
    if scm is None or scm.cells[4, 3].formula is not None or again[scm.name].value((4, 3)) != 14_000 * EURO:
        raise Fault("the plan of the SCM does not begin with what is typed")
    # Nothing is as low as an account that is not open; the total is the least of what is there, and follows it.
    plan = Holding(scm)
    total = plan.table.column("Total")
    for row, (section, _) in plan.sections.items():
        if section not in ("lowest", "margin"):
            continue
        if any(cell is not None and cell.number is not None for cell in (scm.cells.get((2, row)), scm.cells.get((3, row)))):
            raise Fault(f"the plan of the SCM has a {section} before its account opens")
        after = recalculated(worksheets, {scm.name: {(4, row): -100_000 * EURO}})
        if after[scm.name].value((total, row)) != -100_000 * EURO:
            raise Fault(f"the {section} of all months of the SCM does not follow that of a month")
        checked.append(1)
    if len(checked) < len(plans) + 2:
        raise Fault("no lowest balance was looked at")
    return sum(checked)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, required=True)
    folder = parser.parse_args().bin.resolve()
    faults = cells = shares = 0
    silent_columns = set()
    for program, name, args in CASES:
        made = run([*command_of(folder, program, name, args), "--format", "xlsx"])
        shown = " ".join([program, *args, name])
        silent = set()
        try:
            if made.returncode > 1:
                raise Fault(made.stderr.decode())
            for worksheet in read(made.stdout):
                for table in tables(worksheet):
                    cells += check_totals(table, silent)
                    shares += check_shares(table)
            silent -= NOTHING_FOLLOWS
            if silent:
                raise Fault(f"nothing follows from {sorted(silent)}")
        except Fault as fault:
            print(f"{shown}: {fault}")
            faults += 1
    for case in FOLLOWS:
        try:
            cells += check_follows(folder, *case)
        except Fault as fault:
            print(f"{' '.join([case[0], *case[2], case[1]])}, “{case[3]}”: {fault}")
            faults += 1
    for name, parts, args in FORECASTS:
        try:
            cells += check_forecast(folder, name, parts, args)
        except Fault as fault:
            print(f"msp-forecast {' '.join(args)} {name}: {fault}")
            faults += 1
    try:
        cells += check_later(folder)
    except Fault as fault:
        print(f"an account that opens later: {fault}")
        faults += 1
    print(f"{cells} cells changed, {shares} amounts shared anew, {faults} faults")
    return 1 if faults or not cells or not shares else 0


if __name__ == "__main__":
    sys.exit(main())
