#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads workbooks back, without what wrote them.

    workbook.py show FILE         each cell with what stands in it, its formula, and what it looks like
    workbook.py examples --bin DIR    each example in each view: every formula is worked out anew, in whole cents; the
                                  rows are those of the CSV; the same run gives the same bytes
                                  shown in whole euros or thousands, cells and formulas are the same
    workbook.py libreoffice --bin DIR    the same examples, the results of their formulas taken out and worked out by
                                  LibreOffice (package libreoffice-calc-nogui): a stage of its own in CI
"""

import argparse
import csv
import html
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

from formulas import Fault, Recalculation, cents, column_number, rounded, split_name

MAIN = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


class Cell:
    def __init__(self, text, number, formula, number_format, bold, wrapped):
        self.text, self.number, self.formula = text, number, formula
        self.number_format, self.bold, self.wrapped = number_format, bold, wrapped


class Worksheet:
    """Cells by (column, row), both from 1; which columns are hidden."""

    def __init__(self, name, root, styles):
        self.name, self.cells, self.hidden = name, {}, set()
        for column in root.iterfind("m:cols/m:col", MAIN):
            if column.get("hidden") == "1":
                self.hidden.update(range(int(column.get("min")), int(column.get("max")) + 1))
        pane = root.find("m:sheetViews/m:sheetView/m:pane", MAIN)
        self.frozen = pane is not None
        self.frozen_rows = 0 if pane is None else int(float(pane.get("ySplit", "0")))
        self.frozen_columns = 0 if pane is None else int(float(pane.get("xSplit", "0")))
        self.widths = {}
        for column in root.iterfind("m:cols/m:col", MAIN):
            for number in range(int(column.get("min")), int(column.get("max")) + 1):
                self.widths[number] = float(column.get("width"))
        self.heights = {int(row.get("r")): float(row.get("ht")) for row in root.iterfind("m:sheetData/m:row", MAIN)
                        if row.get("ht")}
        self.merged = {}
        for merge in root.iterfind("m:mergeCells/m:mergeCell", MAIN):
            first, last = (split_name(name) for name in merge.get("ref").split(":"))
            self.merged[first] = last
        foot = root.find("m:headerFooter/m:oddFooter", MAIN)
        self.foot = "" if foot is None else foot.text
        self.repeated = set()  # "rows", "columns": on each page
        page, head = root.find("m:pageSetup", MAIN), root.find("m:headerFooter/m:oddHeader", MAIN)
        self.paper = None if page is None else (page.get("paperSize"), page.get("orientation"))
        self.head = "" if head is None else head.text
        for cell in root.iterfind("m:sheetData/m:row/m:c", MAIN):
            value, formula = cell.find("m:v", MAIN), cell.find("m:f", MAIN)
            text = cell.find("m:is/m:t", MAIN)
            number_format, bold, wrapped = styles[int(cell.get("s", "0"))]
            number = None
            if value is not None:
                if cell.get("t") == "s":  # as LibreOffice writes texts; ours stand in their cells
                    value = None
            if value is not None:
                if cell.get("t") not in (None, "n"):
                    raise Fault(f"{name}!{cell.get('r')}: a value of type {cell.get('t')}")
                number = float(value.text)
            self.cells[split_name(cell.get("r"))] = Cell(
                None if text is None else text.text or "", number, None if formula is None else formula.text,
                number_format, bold, wrapped)


def styles_of(root):
    formats = {int(f.get("numFmtId")): f.get("formatCode") for f in root.iterfind("m:numFmts/m:numFmt", MAIN)}
    bold = [font.find("m:b", MAIN) is not None for font in root.iterfind("m:fonts/m:font", MAIN)]
    wraps = lambda xf: xf.find("m:alignment[@wrapText='1']", MAIN) is not None
    return [(formats.get(int(xf.get("numFmtId")), xf.get("numFmtId")), bold[int(xf.get("fontId"))], wraps(xf))
            for xf in root.iterfind("m:cellXfs/m:xf", MAIN)]


def read(data):
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if parts.testzip() is not None:
            raise Fault("a part is damaged")
        styles = styles_of(ElementTree.fromstring(parts.read("xl/styles.xml")))
        book = ElementTree.fromstring(parts.read("xl/workbook.xml"))
        names = [sheet.get("name") for sheet in book.iterfind("m:sheets/m:sheet", MAIN)]
        worksheets = [Worksheet(name, ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{i}.xml")), styles)
                      for i, name in enumerate(names, 1)]
        for defined in book.iterfind("m:definedNames/m:definedName[@name='_xlnm.Print_Titles']", MAIN):
            # "'Plan'!$A:$B,'Plan'!$1:$2"
            ranges = re.findall(r"!\$([A-Z]+|[0-9]+):", defined.text)
            worksheets[int(defined.get("localSheetId"))].repeated = {"rows" if each.isdigit() else "columns"
                                                                     for each in ranges}
        return worksheets


ELSEWHERE = re.compile(r"'((?:[^']|'')+)'!([A-Z]+[0-9]+)")


def recalculated(worksheets, changed=None):
    """By name; `changed` are cells by the name of their worksheet."""
    again = {}
    for worksheet in worksheets:
        again[worksheet.name] = Recalculation(worksheet, (changed or {}).get(worksheet.name), again)
    return again


def check_formulas(worksheet, others=None):
    """Each one makes the value written beside it; how many there are."""
    again, formulas = Recalculation(worksheet, None, others), 0
    for place, cell in worksheet.cells.items():
        if cell.text is not None and cell.text.startswith("=") and cell.formula is not None:
            raise Fault(f"{worksheet.name}!{place}: a text that is a formula")
        if cell.formula is not None:
            formulas += 1
            if abs(again.number(place) - Fraction(repr(cell.number))) > Fraction(1, 10**9):
                raise Fault(f"{worksheet.name}!{place}: ={cell.formula} is {float(again.number(place))}, not {cell.number}")
    return formulas


def amounts(texts):
    found = []
    for text in texts:
        if re.fullmatch(r"-?[0-9]+\.[0-9]{2}", text):
            found.append(abs(round(Fraction(text) * 100)))
    return found


def table_rows(worksheet):
    """What the hidden columns name, with the amounts of the row; rows without such names are for the eye alone."""
    hidden = sorted(worksheet.hidden)
    heads, rows = None, []
    for row in range(1, max((r for _, r in worksheet.cells), default=0) + 1):
        cells = {column: worksheet.cells[column, row] for column in range(1, (max(hidden) if hidden else 0) + 1)
                 if (column, row) in worksheet.cells}
        if hidden and all(c in cells and cells[c].text is not None and cells[c].bold for c in hidden):
            heads = {cells[column].text: column for column in hidden}
        elif heads and cells.get(hidden[0]) is not None and cells[hidden[0]].text:
            names = {label: cells[column].text or "" for label, column in heads.items()
                     if column in cells and cells[column].text is not None}
            figures = [abs(cents(rounded(Fraction(repr(cell.number)), 2))) for column, cell in sorted(cells.items())
                       if cell.number is not None and "#,##0.00" in str(cell.number_format)]
            rows.append((names, figures))
    return rows


def check_rows(worksheets, table):
    """Each row that has names is a row of the CSV, in its order, where the table is that of the CSV, which its first
    rows say. Others are of a page alone, such as members by lines."""
    lines = list(csv.DictReader(io.StringIO(table)))
    at, seen = 0, 0
    for worksheet in worksheets:
        rows = table_rows(worksheet)
        if not rows or not all(any(same(line, *row) for line in lines) for row in rows[:3]):
            continue
        for names, figures in rows:
            while at < len(lines) and not same(lines[at], names, figures):
                at += 1
            if at == len(lines):
                raise Fault(f"{worksheet.name}: no row of the CSV is {names} with {figures}")
            at, seen = at + 1, seen + 1
    return seen


def same(line, names, figures):
    if any(line.get(label, text) != text for label, text in names.items()):
        return False
    left = amounts(line.values())
    for figure in figures:
        if figure not in left:
            return False
        left.remove(figure)
    return True


def check_run_through(worksheet, others):
    """In a plan, one euro more in a line's month is one in the total, the net, this closing and each later one, as far
    as an opening that is typed: where the first account opens later, its balance has all that was before. What is
    brought forward and the net make the closing in each column, whatever is changed. What adds up other plans has no
    such line, and what its parts pay each other stands there twice; see changed.py."""
    again = Recalculation(worksheet, None, others)
    heads = {cell.text: column for (column, _), cell in worksheet.cells.items() if cell.bold and cell.text in ("Section", "Row")}
    rows = {}
    for (column, row), cell in worksheet.cells.items():
        kind = worksheet.cells.get((heads["Row"], row))
        if column == heads["Section"] and kind is not None and kind.text in ("line", "whole"):
            rows.setdefault((cell.text, kind.text), []).append(row)
    opening, net, closing = (rows[section, "whole"][0] for section in ("opening", "net", "closing"))
    columns = sorted(column for column, row in worksheet.cells if row == closing and worksheet.cells[column, row].formula)
    typed = [column for column in columns[2:] if worksheet.cells[column, opening].formula is None]
    reached = columns[1:columns.index(typed[0])] if typed else columns[1:]
    checked = 0
    for kind, sign in (("receipts", 1), ("payments", -1)):
        lines = [row for row in rows.get((kind, "line"), []) if (columns[1], row) in worksheet.cells
                 and worksheet.cells[columns[1], row].formula is None]
        for row in lines[:3]:
            changed = Recalculation(worksheet, {(columns[1], row): again.value((columns[1], row)) + 100}, others)
            for column in columns:
                expected = again.value((column, closing)) + (sign * 100 if column in reached else 0)
                if changed.value((column, closing)) != expected:
                    raise Fault(f"{worksheet.name}: a change in row {row} does not reach the closing in column {column}")
                if changed.value((column, opening)) + changed.value((column, net)) != expected:
                    raise Fault(f"{worksheet.name}: a change in row {row} parts the closing from what makes it in "
                                f"column {column}")
            checked += 1
    return checked


FORECAST = [["--view", view] for view in ("plan", "balance", "movements", "income", "grant-budget")]
LOANS = [["--view", "loans"], ["--view", "loans", "--by", "year"]]
CASES = (
    [("msp-forecast", name, args) for name in ("msp-mediane.toml", "sisa-scm.toml", "comptabilite.toml", "dates.toml",
                                               "medecins-sci.toml", "new-msp.toml") for args in FORECAST]
    + [("msp-forecast", name, args) for name in ("new-msp.toml", "comptabilite.toml") for args in LOANS]
    + [("msp-forecast", "msp-mediane-suivi.toml", ["--view", view, "--actuals", str(EXAMPLES / "msp-mediane-2026-04/111111118FEC20261231.txt")])
       for view in ("due", "landing", "plan")]
    + [("msp-forecast", "msp-mediane.toml", ["--scenario", "aci-late", *args]) for args in FORECAST]
    + [("msp-aci", name, args) for name in ("aci-typical.toml", "aci-petite.toml", "aci-large.yaml")
       for args in ([], ["--schedule"], ["--next"])]
    + [("msp-charges", name, args) for name in ("locaux.toml", "depart-arrivee.toml", "sisa-scm.toml")
       for args in ([], ["--by", "month"], ["--calls"], ["--settle"], ["--entries"])]
    + [("msp-charges", "distribution.toml", ["--distribute"])]
    + [("msp-coordinator", name, args) for name in ("coordinateur-promesses.toml", "coordinateur-mesures.toml")
       for args in ([], ["--sensitivity"], ["--view", "post"])]
)

OF_ALL = [["balance"], ["plan"], ["movements"]]
OF_LOANS = [["loans"], ["loans", "--by", "year"], ["debt-service"]]
PACKS = (
    [(name, OF_ALL, []) for name in ("msp-mediane.toml", "sisa-scm.toml", "dates.toml", "medecins-sci.toml")]
    + [(name, OF_ALL + OF_LOANS, []) for name in ("new-msp.toml", "comptabilite.toml")]
    + [("msp-mediane.toml", OF_ALL[1:], ["--scenario", "aci-late"])]  # where balances are compared alone
    + [("msp-mediane-suivi.toml", OF_ALL + [["due"], ["landing"]],
        ["--actuals", str(EXAMPLES / "msp-mediane-2026-04/111111118FEC20261231.txt")])]
)


def run(command):
    return subprocess.run(command, capture_output=True, check=False)


def command_of(folder, program, name, args):
    return [str(folder / program), "--lang", "en", *args, str(EXAMPLES / name)]


# What users called so themselves, our programs, words of French, and what is to be typed in a budget file, such as an
# indicator behind its name.
NO_ID = re.compile(r"(medecin|kine|infirmiere|dr|mme|m)-[a-z0-9]+|msp-[a-z]+(-suivi)?|.*\.(toml|yaml|txt)|sisa-scm|new-msp|"
                   r"medecins-sci|[a-z0-9.-]+\.fr|coordinateur-(mesures|promesses)|aci-(typical|petite|large)|(au|ci)-dessus|demi-centime|sages?-femmes?|quotes?-parts?|"
                   r"mi-temps|rendez-vous|titres-restaurant|celle-ci|avons-nous|sous-dense|suit_les_heures")
TYPED = re.compile(r"\([a-z]+(\.[a-z0-9_]+)+\)|[a-z_]+ = [a-z-]+")
ID = re.compile(r"(?<![\w./+-])[a-z]+[0-9]*(?:[-_.][a-z0-9]+)+(?![\w/])")


def seen_text(cell):
    """What a program shows of it, about."""
    if cell.text is not None:
        return cell.text
    look = str(cell.number_format)
    if "yy" in look:
        return "00/00/0000"
    if "#,##0" in look:
        decimals = len(look.split(";")[0].partition(".")[2])
        return f"{cell.number:,.{decimals}f}"
    return f"{cell.number:.0f}" if cell.number == int(cell.number) else str(cell.number)


def check_layout(worksheet):
    """Where there is a table, one can work with it; a sentence is one cell, whose row shows all of it."""
    name = worksheet.name
    if worksheet.paper not in (("8", "landscape"), ("9", "landscape")):
        raise Fault(f"{name} is printed on {worksheet.paper}")
    if not worksheet.head or worksheet.foot != "&R&P / &N":
        raise Fault(f"{name}: “{worksheet.head}” and “{worksheet.foot}” at the head and foot of its pages")
    numbers = [place for place, cell in worksheet.cells.items() if cell.number is not None]
    if not worksheet.frozen_rows:
        if numbers or worksheet.hidden:
            raise Fault(f"{name} has a table, and no frozen pane")
        for (column, row), cell in worksheet.cells.items():
            if len(cell.text or "") > worksheet.widths.get(column, 8) and not cell.wrapped and not cell.bold:
                raise Fault(f"{name}: what stands in column {column}, row {row} is cut")
        return
    head = worksheet.frozen_rows
    title = worksheet.cells.get((1, 1))
    if head < 2 or title is None or not title.bold or not title.text:
        raise Fault(f"{name} has no title")
    if not any(cell.bold and row == head for (_, row), cell in worksheet.cells.items()):
        raise Fault(f"{name}: no heading stands above the pane")
    if "rows" not in worksheet.repeated or ("columns" in worksheet.repeated) != (worksheet.frozen_columns > 0):
        # Nobody reads the evenings of a year on paper: their curve is printed alone.
        if not (name.startswith(("Curve", "Courbe")) and any(row > 60 for _, row in worksheet.cells)):
            raise Fault(f"{name}: {sorted(worksheet.repeated)} on each page")
    for (column, row), cell in worksheet.cells.items():
        if column in worksheet.hidden or row <= head or (column, row) in worksheet.merged:
            continue
        if cell.number is not None and len(seen_text(cell)) > worksheet.widths.get(column, 8):
            raise Fault(f"{name}: {seen_text(cell)} is wider than column {column}, {worksheet.widths.get(column)}")
    for (column, row), (last, _) in worksheet.merged.items():
        wide = sum(worksheet.widths.get(each, 8.43) for each in range(column, last + 1) if each not in worksheet.hidden)
        lines = round(worksheet.heights.get(row, 15) / 15)
        if len(worksheet.cells[column, row].text) > wide * lines:
            raise Fault(f"{name}: the note in row {row} is cut")


TYPED_OF_PREMISE = (1, 3)  # names and values stand there as they are typed


def ids_in_sight(worksheets):
    """Of a French workbook."""
    found = set()
    for worksheet in worksheets:
        for (column, _), cell in worksheet.cells.items():
            if column in worksheet.hidden or not cell.text:
                continue
            if worksheet.name.startswith("Hypothèses") and column in TYPED_OF_PREMISE:
                continue
            for word in ID.findall(TYPED.sub("", cell.text)):
                if not NO_ID.fullmatch(word):
                    found.add((word, worksheet.name, cell.text))
    return found


def check_pages(worksheets):
    """Each worksheet can be worked with and printed, and is found by its name."""
    if len({worksheet.name.casefold() for worksheet in worksheets}) != len(worksheets):
        raise Fault("two worksheets have one name")
    for worksheet in worksheets:
        if len(worksheet.name.encode("utf-16-le")) > 62 or re.match("[a-z]", worksheet.name):
            raise Fault(f"a worksheet is called {worksheet.name}")
        check_layout(worksheet)


def check_made(data):
    """On the day that the question is asked."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        made = re.search(r"<dcterms:created[^>]*>(.*?)<", parts.read("docProps/core.xml").decode())[1]
    if not "2020" < made < "2040":
        raise Fault(f"made on {made}")


def check_example(folder, program, name, args):
    command = command_of(folder, program, name, args)
    book = run([*command, "--format", "xlsx"])
    table = run([*command, "--format", "csv", "--headers", "label"])
    if book.returncode != table.returncode:
        raise Fault(f"status {book.returncode} against {table.returncode} of CSV: {book.stderr.decode()}")
    if book.returncode > 1:
        return None
    if run([*command, "--format", "xlsx"]).stdout != book.stdout:
        raise Fault("another run gives other bytes")
    worksheets = read(book.stdout)
    check_pages(worksheets)
    check_made(book.stdout)
    again = recalculated(worksheets)
    formulas = sum(check_formulas(worksheet, again) for worksheet in worksheets)
    rows = check_rows(worksheets, table.stdout.decode())
    if "plan" in args:
        plans = [worksheet for worksheet in worksheets if worksheet.hidden]
        if not any([check_run_through(plan, again) for plan in plans]):
            raise Fault("no line of a plan was changed")
        if not all(plan.frozen for plan in plans):
            raise Fault("a plan without frozen panes")
    return formulas, rows


def drawn(data, worksheets):
    """How many charts there are; each draws figures that stand in a column of a worksheet, along their names."""
    by_name = {worksheet.name: worksheet for worksheet in worksheets}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        for chart in charts:
            ranges = re.findall(r"<c:f>'?(.*?)'?!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)</c:f>", parts.read(chart).decode())
            if len(ranges) < 2:
                raise Fault(f"{chart} draws nothing")
            for index, (name, first, top, last, bottom) in enumerate(ranges):
                worksheet = by_name[html.unescape(name).replace("''", "'")]
                if first != last:
                    raise Fault(f"{chart} draws more than one column as one series")
                figures = [row for row in range(int(top), int(bottom) + 1)
                           if (cell := worksheet.cells.get((column_number(first), row))) and cell.number is not None]
                if index % 2 == 1 and not figures:
                    raise Fault(f"{chart}: {worksheet.name}!{first}{top} and below have no figure")
    return len(charts)


def check_across(worksheets):
    """One euro less in the first line of payments of each plan reaches the last balance of its period elsewhere: what
    takes its opening, receipts or payments from that plan, and closings that are compared."""
    plans = {worksheet.name: worksheet for worksheet in worksheets if worksheet.name.startswith("Plan ")}
    before, reached = recalculated(worksheets), 0
    for name, plan in plans.items():
        section = next(column for (column, _), cell in plan.cells.items() if cell.bold and cell.text == "Section")
        lines = sorted(row for (column, row), cell in plan.cells.items() if column == section and cell.text == "payments"
                       and (2, row) in plan.cells and plan.cells[2, row].formula is None)
        if not lines:
            continue
        after = recalculated(worksheets, {name: {(2, lines[0]): before[name].value((2, lines[0])) - 100}})
        for worksheet in worksheets:
            for place, cell in worksheet.cells.items():
                found = ELSEWHERE.fullmatch(cell.formula or "")
                if not found or found[1].replace("''", "'") != name:
                    continue
                there = split_name(found[2])
                change = after[worksheet.name].value(place) - before[worksheet.name].value(place)
                if change != after[name].value(there) - before[name].value(there):
                    raise Fault(f"{worksheet.name}!{place} does not follow {name}")
                reached += change != 0
    if not reached:
        raise Fault("no other worksheet follows a plan")


def check_pack(folder, name, views, args):
    """What is in it is what each view answers alone."""
    command = command_of(folder, "msp-forecast", name, args)
    data = run([*command, "--pack"]).stdout
    worksheets = read(data)
    check_pages(worksheets)
    check_made(data)
    again = recalculated(worksheets)
    formulas = sum(check_formulas(worksheet, again) for worksheet in worksheets)
    check_across(worksheets)
    # Accounts have a plan there alone, which others add up, as a note of theirs says.
    own = lambda formula: None if formula is None or ELSEWHERE.search(formula) else formula
    notes = lambda worksheet: {row for (_, row), cell in worksheet.cells.items()
                               if (cell.text or "").startswith("This adds up ")}
    look = lambda worksheet, of_notes: {(column, row): (cell.text, cell.number, own(cell.formula))
                                        for (column, row), cell in worksheet.cells.items() if row not in of_notes}
    packed = [look(worksheet, notes(worksheet)) for worksheet in worksheets]
    for view in views:
        alone = [worksheet for worksheet in read(run([*command, "--view", *view, "--format", "xlsx"]).stdout)
                 if worksheet.hidden]
        if not alone or any(look(worksheet, notes(worksheet)) not in packed for worksheet in alone):
            raise Fault(f"--view {view[0]} is not in the pack")
    if not drawn(data, worksheets):
        raise Fault("nothing is drawn")
    return formulas


LEDGER, YEAR = (EXAMPLES / f"msp-mediane-2026-{month}" for month in ("04", "12"))
BOOKS = [str(LEDGER / "111111118FEC20261231.txt")]
MEMBERS = (("locaux.toml", "medecin-1"), ("depart-arrivee.toml", "dr-blanc"), ("sisa-scm.toml", "dr-martin"),
           ("medecins-sci.toml", "medecin-1"))
# Every view of every program, with a status of 0 or 1.
EVERY = (
    [("msp-forecast", [*args, name])
     for name in ("msp-mediane.toml", "sisa-scm.toml", "comptabilite.toml", "dates.toml", "medecins-sci.toml",
                  "new-msp.toml", "locaux.toml", "coordinateur-mesures.toml")
     for args in ([["--view", view] for view in ("balance", "plan", "curve", "movements", "summary", "loans",
                                                 "debt-service", "income", "grant-budget", "calendar", "contracts")]
                  + [["--view", "loans", "--by", "year"], ["--pack"], ["--pack", "bank"]])]
    + [("msp-forecast", [*args, "--scenario", "aci-late", "msp-mediane.toml"])
       for args in ([], ["--view", "plan"], ["--view", "movements"], ["--pack"])]
    + [("msp-forecast", [*args, "--actuals", *BOOKS, "msp-mediane-suivi.toml"])
       for args in (["--view", "due"], ["--view", "landing"], ["--view", "plan"], ["--pack"])]
    + [("msp-forecast", ["--explain", "lowest", "msp-mediane.toml"])]
    + [("msp-aci", [*args, name])
       for name in ("aci-typical.toml", "aci-petite.toml", "aci-large.yaml", "aci-first-year.toml")
       for args in ([], ["--schedule"], ["--next"], ["--target", "100000"], ["--compare", "2022,2024"])]
    + [("msp-aci", ["--rules"])]
    + [("msp-charges", [*args, name])
       for name in ("locaux.toml", "depart-arrivee.toml", "sisa-scm.toml", "locaux-vides.toml", "medecins-sci.toml")
       for args in ([], ["--by", "month"], ["--calls"], ["--settle"], ["--propose"], ["--unpaid"], ["--entries"],
                    ["--compare-keys", "equal"], ["--compare-keys", "equal", "--transition", "10%"])]
    + [("msp-charges", [option, who, name]) for name, who in MEMBERS for option in ("--statement", "--explain")]
    + [("msp-charges", [option, "distribution.toml"]) for option in ("--distribute", "--entries")]
    + [("msp-coordinator", [*args, name])
       for name in ("coordinateur-promesses.toml", "coordinateur-mesures.toml", "msp-mediane-poste.toml")
       for args in ([], ["--view", "post"], ["--view", "payments"], ["--compare", "full-time,half-time,shared"],
                    ["--compare-employers", "sisa,association,groupement"], ["--afford"])]
    + [("msp-coordinator", ["--sensitivity", "coordinateur-promesses.toml"])]
    + [("msp-actuals", [*args, "msp-mediane-suivi.toml", *BOOKS])
       for args in ([], ["--movements"], ["--view", "result"], ["--view", "summary"], ["--by", "month"])]
    + [("msp-actuals", [*args, "comptabilite.toml", "123456782FEC20261231.txt"]) for args in ([], ["--movements"])]
    + [("msp-actuals", ["--reconcile", "msp-mediane-suivi.toml", str(YEAR / "111111118FEC20261231.txt"),
                        str(YEAR / "releve.cfonb120.txt")]),
       ("msp-actuals", ["--validate", "123456782FEC20261231.txt"]),
       ("msp-actuals", ["--validate", "--since", *BOOKS, str(YEAR / "111111118FEC20261231.txt")]),
       ("msp-actuals", ["msp-mediane-releve.toml", str(LEDGER / "releve.camt.053.xml")])]
)


def layouts(folder):
    """Every worksheet of every view, in both languages."""
    faults = tables = 0
    for program, args in EVERY:
        paths = [str(EXAMPLES / arg) if re.search(r"\.(toml|yaml|txt)$", arg) else arg for arg in args]
        for language in ("fr", "en"):
            made = run([str(folder / program), "--lang", language, "--quiet", "--format", "xlsx", *paths])
            shown = " ".join([program, "--lang", language, *args])
            try:
                if made.returncode > 1:
                    raise Fault(made.stderr.decode())
                worksheets = read(made.stdout)
                check_pages(worksheets)
                if language == "fr" and args[0] not in ("--rules", "--explain"):
                    for word, name, text in sorted(ids_in_sight(worksheets)):
                        raise Fault(f"{word} in sight on {name}: {text}")
                tables += sum(worksheet.frozen for worksheet in worksheets)
            except Fault as fault:
                print(f"{shown}: {fault}")
                faults += 1
    print(f"{len(EVERY)} views in 2 languages, {tables} tables, {faults} faults")
    return faults if tables > 500 else 1


ROUNDED = (
    [("msp-forecast", "msp-mediane.toml", ["--view", view])
     for view in ("plan", "balance", "movements", "grant-budget")]
    + [("msp-forecast", "new-msp.toml", ["--view", "loans"]), ("msp-forecast", "msp-mediane.toml", ["--pack"]),
       ("msp-aci", "aci-typical.toml", []), ("msp-charges", "locaux.toml", []),
       ("msp-coordinator", "coordinateur-promesses.toml", [])]
)
UNITS = {"euro": (("[>=0]", "[>=0.5]"), "#,##0;", "#,##0,"), "keuro": (("[>=0]", "[>=500]"), "#,##0,;", "#,##0;")}


def check_rounded(folder, program, name, args, unit):
    """The same figures in the same order, to the cent, with as many formulas; what is seen of them has no cents, but for
    columns that say so, and those of values of any kind, among days and percentages."""
    command = command_of(folder, program, name, args)
    data, exact = (run([*command, *more, "--format", "xlsx"]).stdout for more in (["--round", unit], []))
    begins, shown, other = UNITS[unit]
    amounts_seen = 0
    worksheets = read(data)
    for rounded, plain in zip(worksheets, read(exact), strict=True):
        if rounded.name != plain.name:
            raise Fault(f"{rounded.name} stands where {plain.name} was")
        check_formulas(rounded, recalculated(worksheets))
        figures = lambda worksheet: [(cell.number, cell.formula is None) for _, cell in sorted(
            worksheet.cells.items(), key=lambda item: (item[0][1], item[0][0])) if cell.number is not None]
        if figures(rounded) != figures(plain):
            raise Fault(f"{rounded.name}: other figures than with cents")
        kept = {column for (column, _), cell in rounded.cells.items() if (cell.text or "").endswith("(€)")
                or cell.number is not None and re.search("yy|%$", str(cell.number_format))}
        for (column, row), cell in rounded.cells.items():
            look = str(cell.number_format)
            if look.startswith("#,##0.00;") and column not in rounded.hidden | kept:
                raise Fault(f"{rounded.name}: the amount in column {column}, row {row} has cents")
            if look.startswith(begins):
                amounts_seen += 1
                if shown not in look or other in look:
                    raise Fault(f"{rounded.name}: {look} in column {column}, row {row}")
    if amounts_seen == 0:
        raise Fault("no amount is rounded")


def rounded_ones(folder):
    faults = 0
    for program, name, args in ROUNDED:
        for unit in UNITS:
            try:
                check_rounded(folder, program, name, args, unit)
            except Fault as fault:
                print(f"{program} {' '.join(args)} --round {unit} {name}: {fault}")
                faults += 1
    print(f"{len(ROUNDED)} workbooks in {len(UNITS)} units, {faults} faults")
    return faults


# Columns that are made of others: how many figures in them are values, being the opening of their account.
LIVE = (
    ("msp-forecast", "msp-mediane.toml", ["--view", "balance"], "Opening", 1),
    ("msp-forecast", "sisa-scm.toml", ["--view", "movements"], "Balance", 3),
    ("msp-forecast", "new-msp.toml", ["--view", "loans", "--by", "year"], "Payment", 0),
    ("msp-forecast", "msp-mediane.toml", ["--pack", "--scenario", "aci-late"], "difference", 0),
    ("msp-forecast", "msp-mediane-suivi.toml", ["--view", "landing", "--actuals",
     str(EXAMPLES / "msp-mediane-2026-04/111111118FEC20261231.txt")], "Landing", 0),
    ("msp-forecast", "msp-mediane-suivi.toml", ["--view", "landing", "--actuals",
     str(EXAMPLES / "msp-mediane-2026-04/111111118FEC20261231.txt")], "Gap", 0),
)
# Rows of which every figure is made of others.
LIVE_ROWS = (
    ("msp-coordinator", "coordinateur-promesses.toml", [], ("Result", "Cumulative")),
    ("msp-forecast", "msp-mediane.toml", ["--view", "grant-budget"],
     ("60 ", "61 ", "62 ", "63 ", "64 ", "74 ", "Expected surplus", "Expected deficit", "Total")),
    ("msp-aci", "aci-petite.toml", [], ("Total",)),
)


def live_faults(folder):
    faults = 0
    for program, name, args, label, values in LIVE:
        data = run([*command_of(folder, program, name, args), "--format", "xlsx"]).stdout
        found = figures = 0
        for worksheet in read(data):
            heads = {column for (column, _), cell in worksheet.cells.items() if cell.text == label and cell.bold}
            cells = [cell for (column, _), cell in worksheet.cells.items() if column in heads and cell.number is not None]
            figures += len(cells)
            found += sum(cell.formula is None for cell in cells)
        if found != values or not figures:
            print(f"{program} {' '.join(args)} {name}: {found} of {figures} figures of {label} are values, not {values}")
            faults += 1
    for program, name, args, labels in LIVE_ROWS:
        data = run([*command_of(folder, program, name, args), "--format", "xlsx"]).stdout
        rows = 0
        for worksheet in read(data):
            named = {row for (column, row), cell in worksheet.cells.items()
                     if column == 1 and (cell.text or "").startswith(labels) and cell.text is not None}
            for (column, row), cell in worksheet.cells.items():
                if row in named and cell.number is not None and column not in worksheet.hidden:
                    rows += 1
                    if cell.formula is None:
                        print(f"{program} {name}: {worksheet.name}, row {row}: {cell.number} is a value")
                        faults += 1
        if not rows:
            print(f"{program} {name}: no row of {labels}")
            faults += 1
    print(f"{len(LIVE) + len(LIVE_ROWS)} tables that follow a change, {faults} faults")
    return faults


OWNED = [*(("msp-forecast", "dates.toml", ["--view", view], "MSP des Tilleuls (exemple)")
           for view in ("calendar", "contracts", "summary", "assumptions", "balance", "loans", "income")),
         ("msp-forecast", "sisa-scm.toml", ["--view", "calendar", "--entity", "scm"], "SCM de la Vallée (exemple)"),
         *(("msp-actuals", "123456782FEC20261231.txt", [*args, str(EXAMPLES / "comptabilite.toml")], "SISA des Tilleuls")
           for args in ([], ["--reconcile"], ["--view", "summary"])),
         *(("msp-aci", "aci-typical.toml", args, "MSP typique (exemple)") for args in ([], ["--next"])),
         ("msp-charges", "locaux.toml", [], "MSP rurale (exemple)"),
         ("msp-coordinator", "msp-mediane-poste.toml", [], "MSP médiane (exemple)")]


def names_faults(folder):
    """Whose a worksheet is stands at the head of its pages; the table of a scenario names that one."""
    faults = 0

    def fault(words):
        nonlocal faults
        print(words)
        faults += 1

    pack = lambda name, *args: read(run([*command_of(folder, "msp-forecast", name, ["--pack", *args])]).stdout)
    of_scm = [worksheet for worksheet in pack("sisa-scm.toml") if " SCM" in worksheet.name]
    if len(of_scm) < 5:
        fault(f"{len(of_scm)} worksheets of the second entity")
    for worksheet in of_scm:
        if "SCM de la Vallée (exemple)" not in worksheet.head:
            fault(f"{worksheet.name} has {worksheet.head} at the head of its pages")
    for first, second in (("aci-late", "software-plus-50"), ("software-plus-50", "aci-late")):
        tables = [worksheet for worksheet in pack("msp-mediane.toml", "--scenario", first, "--scenario", second)
                  if worksheet.name.startswith("What changes ")]
        if len(tables) != 2:
            fault(f"{len(tables)} tables of what scenarios change")
        for worksheet in tables:
            title, head = (worksheet.cells[place].text for place in ((1, 1), (3, 2)))
            begin = worksheet.name.removeprefix("What changes ").removesuffix("…")  # a name without room lacks its end
            if head not in title or begin not in title:
                fault(f"{worksheet.name}: “{title}” over “{head}”")
    for program, name, args, owner in OWNED:
        for worksheet in read(run([*command_of(folder, program, name, args), "--format", "xlsx"]).stdout):
            if owner not in worksheet.head:
                fault(f"{program} {name} {' '.join(args)}: {worksheet.name} has {worksheet.head} at the head of its pages")
    print(f"names of worksheets, {faults} faults")
    return faults


def packs(folder):
    faults = formulas = 0
    for name, views, args in PACKS:
        try:
            formulas += check_pack(folder, name, views, args)
        except Fault as fault:
            print(f"--pack {name}: {fault}")
            faults += 1
    print(f"{len(PACKS)} packs, {formulas} formulas, {faults} faults")
    return faults


def examples(folder):
    faults = formulas = rows = 0
    for program, name, args in CASES:
        shown = " ".join([program, *args[:3], name])
        try:
            found = check_example(folder, program, name, args)
            if found is None:
                print(f"no answer: {shown}")
                faults += 1
                continue
            formulas, rows = formulas + found[0], rows + found[1]
        except Fault as fault:
            print(f"{shown}: {fault}")
            faults += 1
    print(f"{len(CASES)} workbooks, {formulas} formulas, {rows} rows of data, {faults} faults")
    faults += (packs(folder) + layouts(folder) + rounded_ones(folder) + live_faults(folder)
               + names_faults(folder))
    return 1 if faults or formulas < 1000 or rows < 3000 else 0


def without_results(data):
    """The workbook without the value of any formula."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as left:
        for name in parts.namelist():
            part = parts.read(name)
            if name.startswith("xl/worksheets/"):
                part = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", part)
            left.writestr(name, part)
    return out.getvalue()


def libreoffice(folder):
    """What LibreOffice makes of each formula is what stands in the workbook."""
    faults = formulas = 0
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        (work / "in").mkdir()
        books = []
        cases = [*CASES, *(("msp-forecast", name, ["--pack", *args]) for name, _, args in PACKS)]
        for number, (program, name, args) in enumerate(cases):
            made = run([*command_of(folder, program, name, args), "--format", "xlsx"]).stdout
            (work / "in" / f"{number}.xlsx").write_bytes(without_results(made))
            books.append((" ".join([program, *args[:3], name]), made))
        subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", "xlsx",
                        "--outdir", str(work / "out"), *map(str, sorted((work / "in").iterdir()))],
                       check=True, capture_output=True)
        for number, (shown, made) in enumerate(books):
            again = {sheet.name: sheet for sheet in read((work / "out" / f"{number}.xlsx").read_bytes())}
            for worksheet in read(made):
                for place, cell in worksheet.cells.items():
                    if cell.formula is None:
                        continue
                    formulas += 1
                    other = again[worksheet.name].cells[place]
                    if other.number is None or abs(other.number - cell.number) > 1e-7:
                        print(f"{shown}: {worksheet.name}!{place}: ={cell.formula} is {other.number}, not {cell.number}")
                        faults += 1
    print(f"{len(cases)} workbooks, {formulas} formulas, {faults} faults")
    return 1 if faults or not formulas else 0


def show(path):
    for worksheet in read(Path(path).read_bytes()):
        print(f"== {worksheet.name}" + (" (frozen)" if worksheet.frozen else ""))
        for (column, row), cell in sorted(worksheet.cells.items(), key=lambda item: (item[0][1], item[0][0])):
            hidden = " hidden" if column in worksheet.hidden else ""
            value = repr(cell.text) if cell.text is not None else cell.number
            formula = f" ={cell.formula}" if cell.formula else ""
            print(f"{row}:{column}{hidden} {value}{formula} [{cell.number_format}{' bold' if cell.bold else ''}]")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("show").add_argument("file")
    for name in ("examples", "libreoffice"):
        commands.add_parser(name).add_argument("--bin", type=Path, required=True)
    arguments = parser.parse_args()
    if arguments.command == "show":
        return show(arguments.file)
    return {"examples": examples, "libreoffice": libreoffice}[arguments.command](arguments.bin.resolve())


if __name__ == "__main__":
    sys.exit(main())
