#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Text, CSV, JSON, HTML and workbook say the same figures: every question of the examples and of the golden runs is asked
in each format, read back without what wrote it, and held against the others, cell by cell, to the cent.

    formats.py --bin DIR [--jobs N] [CASE.test...]

What is held against what:
  JSON       each row of the CSV, each member by its name
  page       tables of HTML whose heads are labels of the CSV: row by row, column by column, and each row of the CSV stands
             there; in tables of another shape each amount is one of the data, a sum of its rows, or a difference within the
             row, but for those in SUMMED_UP; none is wider than a sheet of paper
  text       each table of the page, cell by cell, and where its columns stand; each amount in a sentence is one of JSON
  workbook   each table of the page, cell by cell, the sums that a formula makes among them
  French     each page, text and workbook has the cells of the English one, in the other way of writing; CSV for a French
             spreadsheet those of the other
"""

import argparse
import csv
import datetime
import io
import json
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path += [str(TESTS), str(TESTS / "page"), str(TESTS / "workbook")]
import golden  # noqa: E402
import page  # noqa: E402
import workbook  # noqa: E402

# Options whose answer is no table: a file to go on with, or what is said of the program.
NO_QUESTION = {"--check", "--init", "--rewrite", "--list", "--help", "--version", "--completion", "--draft", "--suggest",
               "--anonymise", "--fec", "--statement"}
FORMS = {"--format", "--csv-dialect", "--headers", "--lang", "--output", "--round"}  # they are asked here in each way


# Heads of pages, where they are shorter than the labels of the CSV.
HEADS = {"on": "Lowest on"}
# As many figures stand beside each other on a sheet of A4.
ON_PAPER = 14
# Text draws bars there, with the same figures beside them.
CURVE = {"curve", "courbe"}
# Tables of pages that sum up what the data has in finer rows, so that only text and workbook have the same cells.
SUMMED_UP = (
    {"Calls", "First", "Each"},         # a member's calls, as runs of equal ones
    {"Beneficiary", "Total"},           # what a beneficiary has in all stands beside the last amount
    {"Year", "Patients", "Total"},      # years of the ACI beside the one that was asked for
    {"Exact less charged"},             # six digits of what CSV has as fractions
    {"How", "Moves", "Estimated"},      # by which rule the books were read
)
# Pages that have no rows of the data, or not all of them: each member's settlement without its lines, posts by exercise.
# the year so far where the data has months, hires beside each other.
NOT_BY_ROWS = {"--settle", "--reconcile", "--rapprocher", "msp-actuals", "--afford"}


# A workbook's binary numbers are exact to the cent up to 90 thousand milliards.
MOST = Fraction(2**53, 100)


class Fault(Exception):
    pass


# --- Questions

def question(command):
    """The words of a program's run at the beginning of a command, without the format of its answer."""
    begin = re.split(r"[|;&<>\n]", command)[0].strip()
    if not re.match(r"msp-(forecast|aci|actuals|charges|coordinator) ", begin + " ") or re.search(r"`|\$\(", begin):
        return None
    try:
        words = shlex.split(begin.replace("$EXAMPLES", "../examples"))
    except ValueError:
        return None
    kept, at = [], 0
    while at < len(words):
        name, joined, _ = words[at].partition("=")
        if name in NO_QUESTION:
            return None
        if name in FORMS:
            at += 1 if joined else 2
            continue
        kept.append(words[at])
        at += 1
    return tuple(kept)


def steps_of(path, top):
    """The folder of a case as it is before each of its questions, with that question; each once."""
    case = golden.parse(path.read_text(encoding="utf-8"))
    folder = golden.prepare(path, top, TESTS.parent / "examples")
    asked = set()
    for step in case.steps:
        if isinstance(step, golden.InputFile):
            (folder / step.name).parent.mkdir(parents=True, exist_ok=True)
            (folder / step.name).write_bytes(step.content)
            asked.clear()
            continue
        words = question(step.text)
        if words is None or re.search(r">|\b(cp|sed -i|ln) ", step.text):
            golden.run_command(step.text, folder, BIN)
        if words is not None and words not in asked:
            asked.add(words)
            yield folder, words


class Answers:
    """Of one question, each format in each language when it is asked for."""

    def __init__(self, folder, words):
        self.folder, self.words, self.known = folder, words, {}

    def run(self, form, language="en", *more):
        key = (form, language, *more)
        if key not in self.known:
            done = subprocess.run([str(BIN / self.words[0]), *self.words[1:], "--format", form, "--lang", language, *more],
                                  cwd=self.folder, capture_output=True, check=False, stdin=subprocess.DEVNULL,
                                  env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"})
            self.known[key] = done
        return self.known[key]

    def text(self, form, language="en", *more):
        return self.run(form, language, *more).stdout.decode("utf-8")


# --- Cells, as values: ("number", Fraction), ("date", "2026-04-15"), ("text", …), or None for nothing.

AMOUNT = {"en": re.compile(r"-?\d{1,3}(,\d{3})*(\.\d+)?"), "fr": re.compile("-?\\d{1,3}(\u202f\\d{3})*(,\\d+)?")}
MONTHS = {name[:3]: number for name, number in page.MONTHS.items()}


def shown(text):
    """With plain spaces, one at a time; a line feed is one where words may be broken."""
    return re.sub("[ \u00a0\u202f]+", " ", text.replace("\\x0a", " ")).strip()


def value(text, language):
    """Of a cell as it is shown."""
    text = text.strip().removesuffix("\u00a0€")
    if text == "":
        return None
    if text.endswith("%") and AMOUNT[language].fullmatch(share := text[:-1].rstrip(" \u00a0\u202f")):
        share = share.replace(",", "") if language == "en" else share.replace("\u202f", "").replace(",", ".")
        return "text", share + " %"
    if text == "·":
        return "number", Fraction(0)
    if AMOUNT[language].fullmatch(text) or re.fullmatch(r"-?\d+", text):
        plain = text.replace(",", "") if language == "en" else text.replace("\u202f", "").replace(",", ".")
        return "number", Fraction(plain)
    if language == "fr" and (found := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)):
        return "date", f"{found[3]}-{found[2]}-{found[1]}"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return "date", text
    return "text", shown(text)


def typed(table, language):
    return [[value(cell, language) for cell in row] for row in table.rows]


class Table:
    """Of a page: its heads, which of its columns stand to the right, and its rows."""

    def __init__(self, element):
        self.title = next((caption.text() for caption in element.all("caption")), "")
        self.heads = page.heads_of(element)
        self.right = ["figure" in (cell.attributes.get("class") or "") for cell in next(element.all("thead")).all()
                      if cell.name in ("th", "td")]
        self.rows = page.cells_of(element)
        looks = [next(row.all()).attributes.get("class") or "" for row in next(element.all("tbody")).all("tr")]
        self.apart = ["strong" in look or "faint" in look for look in looks]  # a total, or an aside
        self.name = self.title or " | ".join(self.heads)


    def join(self, rest):
        """What a wide table goes on with, under the same names."""
        names = rest.right.index(True)
        if rest.heads[:names] != self.heads[:names] or [row[:names] for row in rest.rows] != [row[:names] for row in self.rows]:
            raise Fault(f"“{rest.name}” has other rows than “{self.name}”")
        self.heads += rest.heads[names:]
        self.right += rest.right[names:]
        self.rows = [row + more[names:] for row, more in zip(self.rows, rest.rows)]

    def is_plan(self):
        return self.heads[0] == "" and self.heads[-1] == "Total"


def tables_of(text):
    reader = page.Reader()
    reader.feed(text)
    reader.close()
    if reader.open is not reader.root:
        raise Fault(f"HTML: <{reader.open.name}> is not closed")
    tables = []
    for place in reader.root.all("div", "table"):
        table = Table(next(place.all("table")))
        if sum(table.right) > ON_PAPER:
            raise Fault(f"“{table.name}” has {sum(table.right)} figures beside each other: paper has no room for them")
        if "rest" in place.attributes["class"].split():
            tables[-1].join(table)
        else:
            tables.append(table)
    return reader.root, tables


# --- JSON

def arrays(node):
    if isinstance(node, dict):
        for part in node.values():
            yield from arrays(part)
    if isinstance(node, list):
        yield node
        for part in node:
            yield from arrays(part)


def said(cell):
    """A member of JSON as CSV has it."""
    if isinstance(cell, list):
        return "|".join(map(said, cell))
    return "" if cell is None else {True: "true", False: "false"}[cell] if isinstance(cell, bool) else str(cell)


def unguarded(cell):
    """CSV puts an apostrophe before what a spreadsheet would take for a formula, wherever one could part the text."""
    return re.sub(r"'(?=\s*[=+\-@\t\r])", "", cell)


def check_json(answers, document, lines):
    """Of several budgets each has its rows; where JSON has nothing to say it leaves a member out."""
    heads, wanted = lines[0], [[unguarded(cell) for cell in line] for line in lines[1:]]
    elsewhere = [line for line in wanted if is_elsewhere(answers.words, dict(zip(heads, line)))]
    members = heads if any(rows_in(document, heads)) or heads[0] != "file" else heads[1:]
    found = [[unguarded(said(one.get(name))) for name in members] for one in rows_in(document, members)]
    wanted = [line[len(heads) - len(members):] for line in wanted if line not in elsewhere]
    if "--sort" not in answers.words and "summary" in answers.words:  # what is worst stands first; JSON goes by file
        found.sort()
        wanted.sort()
    if found != wanted:
        different = next(((a, b) for a, b in zip(found, wanted) if a != b), (len(found), len(wanted)))
        raise Fault(f"JSON: {different[0]}, CSV: {different[1]}")
    values = {said(leaf) for leaf in leaves(document)}
    for line in elsewhere:
        for cell in line:
            if re.fullmatch(r"-?\d+\.\d+|\d{4}-\d\d-\d\d", cell) and cell not in values:
                raise Fault(f"JSON has no {cell} of {line}")


def is_elsewhere(words, row):
    """Rows of the CSV that are members of other tables in JSON: rules in pieces, assumptions, what each member owes, the
    evenings around the lowest."""
    return ("--rules" in words or row.get("item", "").startswith("assumption.")
            or row.get("kind", "").startswith("unpaid_") or (CURVE & set(words) and row.get("days")))


def rows_in(document, members):
    """The objects of those arrays whose objects have these members, and no others."""
    for array in arrays(document):
        ours = [one for one in array if isinstance(one, dict) and list(one) == [name for name in members if name in one]]
        if array and len(ours) == len(array) and members[0] in ours[0] and 2 * len(set().union(*ours)) > len(members):
            yield from ours


# --- Text

def pieces(line):
    return [(found.start(), found.end(), found.group()) for found in re.finditer(r"\S+(?: \S+)*", line)]


class Lines:
    """Of a text answer; takes the rows of a table from one line on."""

    def __init__(self, text):
        self.lines = re.sub("[\u00a0\u202f]", " ", text).split("\n")
        self.taken = [False] * len(self.lines)

    def row(self, at, cells, right, places):
        """The line after this row, which begins at this one, or None."""
        wanted = [(column, shown(cell)) for column, cell in enumerate(cells) if cell.strip()]
        if at >= len(self.lines):
            return None
        found = pieces(self.lines[at])
        if len(found) != len(wanted):
            return None
        open_cells = {}
        for (column, cell), (begin, end, piece) in zip(wanted, found):
            if piece != cell and not (cell.startswith(piece) and not right[column]):
                return None
            if (right[column] or column) and "│" not in piece:  # a bar begins where its figure does
                edge = end if right[column] else begin
                if places.setdefault(column, edge) != edge:
                    return None
            if piece != cell:
                open_cells[column] = [begin, cell[len(piece):]]
        at += 1
        while open_cells:
            if at >= len(self.lines) or not self.lines[at].strip():
                return None
            for begin, _, piece in pieces(self.lines[at]):
                column = max((column for column in open_cells if open_cells[column][0] <= begin), default=None)
                if column is None:
                    return None
                rest = open_cells[column][1]
                if rest.startswith(" " + piece):
                    rest = rest[len(piece) + 1:]
                elif rest.startswith(piece):
                    rest = rest[len(piece):]
                else:
                    return None
                open_cells[column][1] = rest
            open_cells = {column: cell for column, cell in open_cells.items() if cell[1]}
            at += 1
        return at

    def table(self, table):
        """What of it does not stand here."""
        if not table.rows:
            return None
        furthest = -1
        for first in range(len(self.lines)):
            if self.taken[first]:
                continue
            at, places = first, {}
            for number, row in enumerate(table.rows):
                while at < len(self.lines) and set(self.lines[at]) in ({"─"}, {"-"}):
                    at += 1
                furthest = max(furthest, number)
                at = self.row(at, row, table.right, places)
                if at is None:
                    break
            if at is not None and self.headed(first, table, places):
                self.taken[first:at] = [True] * (at - first)
                return None
            if at is not None:
                furthest = len(table.rows)
        return (table.rows + [table.heads])[furthest]

    def headed(self, first, table, places):
        """The words of its heads stand above, each in its column."""
        words = Counter(word for head in table.heads for word in shown(head).split())
        scenarios = "base" in words or "base:" in words
        at = first
        while words and at > 0 and first - at < 8:
            at -= 1
            if set(self.lines[at]) in ({"─"}, {"-"}):
                continue
            here = Counter(self.lines[at].split())
            if here - words:
                return scenarios  # text has ids where a page has room for their names
            words -= here
            for begin, end, piece in pieces(self.lines[at]):
                columns = [column for column, head in enumerate(table.heads) if piece in shown(head)
                           and places.get(column, end if table.right[column] else begin)
                           == (end if table.right[column] else begin)]
                if not columns:
                    return False
        self.taken[at:first] = [True] * (first - at)
        return not words


def check_text(answers, tables, language, html, known):
    text = Lines(answers.text("text", language))
    for table in tables:
        if CURVE & set(answers.words):
            continue
        if (lacking := text.table(table)) is not None:
            raise Fault(f"text ({language}) lacks of the table “{table.name}” the row {lacking}")
    amounts = {"en": r"-?\b\d{1,3}(?:,\d{3})*\.\d\d\b", "fr": r"-?\b\d{1,3}(?: \d{3})*,\d\d\b"}[language]
    on_page = set(re.findall(amounts, re.sub("[\u00a0\u202f]", " ", html)))
    for line, taken in zip(text.lines, text.taken):
        for amount in [] if taken or CURVE & set(answers.words) else re.findall(amounts, line):
            if amount not in on_page and not is_known(value(amount.replace(" ", "\u202f"), language), known):
                raise Fault(f"text ({language}): {amount} in “{line.strip()}” is neither on the page nor in the data")


# --- Workbook

def book_cell(cell):
    if cell.text is not None:
        whole = re.fullmatch(r"·|-?\d+", cell.text)  # an account, a year: amounts are to be numbers
        if cell.text.endswith("%"):
            return value(cell.text, "en" if "." in cell.text or not "," in cell.text else "fr")
        return value(cell.text, "en") if whole else ("text", shown(cell.text)) if cell.text.strip() else None
    if cell.number is None:
        return None
    form = str(cell.number_format)
    if form.endswith("%"):
        return "text", f"{cell.number * 100:.{len(form.partition('.')[2].rstrip('%'))}f} %"
    if "yy" in form:
        return "date", (datetime.date(1899, 12, 30) + datetime.timedelta(days=int(cell.number))).isoformat()
    return "number", Fraction(str(cell.number)).limit_denominator(10**9)


class Book:
    def __init__(self, data):
        self.sheets = workbook.read(data)
        again = workbook.recalculated(self.sheets)
        self.rows = []  # (worksheet, row, visible cells by column)
        self.used = {}  # rows that are heads: the last row of what was found below
        for sheet in self.sheets:
            if all(cell.number is None or (abs(cell.number * 100 - round(cell.number * 100)) < 1e-3
                                           and abs(cell.number) < MOST / 2) for cell in sheet.cells.values()):
                workbook.check_formulas(sheet, again)
            by_row = {}
            for (column, row), cell in sheet.cells.items():
                if column not in sheet.hidden and (made := book_cell(cell)) is not None:
                    by_row.setdefault(row, {})[column] = made
            self.rows += [(sheet, row, by_row[row]) for row in sorted(by_row)]

    def table(self, table, language):
        """What of it does not stand here."""
        furthest = -1
        heads = [(value(head, language), shown(head)) for head in table.heads if head]
        rows = [[(column, cell, None if table.right[column] else shown(text))
                 for column, (cell, text) in enumerate(zip(row, texts)) if cell is not None]
                for row, texts in zip(typed(table, language), table.rows)]
        for start, (sheet, _, cells) in enumerate(self.rows):
            if not heads or len(cells) != len(heads) or any(
                    cells[column] != head and cells[column][1] != words
                    for column, (head, words) in zip(sorted(cells), heads)):
                continue
            columns = dict(zip([column for column, head in enumerate(table.heads) if head], sorted(cells)))
            at = self.used.get(start, start)  # tables of one kind may follow each other under one head
            for number, row in enumerate(rows):
                at, furthest = at + 1, max(furthest, number)
                while at < len(self.rows) and self.rows[at][0] is sheet and not same_cells(self.rows[at][2], row, columns):
                    at += 1
                if at >= len(self.rows) or self.rows[at][0] is not sheet:
                    break
            else:
                self.used[start] = at
                return None
        return table.rows[furthest] if furthest >= 0 else table.heads


def same_cells(cells, row, columns):
    found = [(column, cells[column]) for column in sorted(cells)]
    if len(found) != len(row):
        return False
    for (place, have), (column, want, text) in zip(found, row):
        if columns.get(column, place) != place or not (alike(have, want) or have == ("text", text)):
            return False
    return True


def written_day(text):
    """Of a day in words, as assumptions have it on a page."""
    found = re.fullmatch(r"(\d{1,2})(?:er)? (\w+) (\d{4})", text)
    month = found and page.MONTHS.get(found[2])
    return month and f"{found[3]}-{month:02}-{int(found[1]):02}"


def alike(have, want):
    if have[0] == "date" and want[0] == "text":
        return written_day(want[1]) == have[1]
    if have[0] == "number" and want[0] == "number":
        return abs(have[1] - want[1]) <= (Fraction(5, 1000) if abs(want[1]) < MOST else 1)
    return have == want


def check_book(answers, tables, language):
    book = Book(answers.run("xlsx", language).stdout)
    for table in tables:
        if (lacking := book.table(table, language)) is not None:
            raise Fault(f"workbook ({language}) lacks of the table “{table.name}” the row {lacking}")


# --- Page and CSV

def plain(text):
    """Of a cell of CSV."""
    if text == "":
        return None
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return "number", Fraction(text)
    return ("date", text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else ("text", shown(unguarded(text)))


def column_of(head, labels):
    """Of the CSV, by the head of the page."""
    head = shown(head)
    if found := re.fullmatch(r"([A-Z][a-z][a-z]) (\d{4})", head):
        head = f"{found[2]}-{MONTHS[found[1]]:02}"
    if found := re.fullmatch(r"Q(\d) (\d{4})", head):
        head = f"{found[2]}-Q{found[1]}"
    head = HEADS.get(head, head)
    return labels.index(head) if head in labels else None


def held_against(table, labels):
    """Which columns of the CSV stand where in this table; None where it is not of these rows."""
    columns = {column: column_of(head, labels) for column, head in enumerate(table.heads) if head}
    figures = [column for column in columns if table.right[column]]
    if None in [columns[column] for column in figures] or len(set(columns.values())) < len(columns) or not figures:
        return None
    return {column: place for column, place in columns.items() if place is not None}


def same_row(cells, line, columns):
    """Payments stand without their sign on a page. What a page shows rounded is rounded there. Where all is nothing, as
    before an account opens, it needs no day."""
    is_nothing = not any(cell[1] for cell in line if cell and cell[0] == "number")
    for column, place in columns.items():
        have, want = cells[column], line[place]
        if have == want or (have is None and want is not None and want[0] == "text"):
            continue
        if have is None or want is None:
            if (have or want) != ("number", 0) and not (is_nothing and have is None and want[0] == "date"):
                return False
        elif have[0] == want[0] == "number":
            if abs(abs(have[1]) - abs(want[1])) > Fraction(5, 1000):
                return False
        elif "date" in (have[0], want[0]):
            return False
    return True


def check_page(words, tables, lines, labels, known):
    """Rows of the CSV stand one after another; between them, what only a page has: totals, and what is brought forward.
    In tables of another shape each figure is one of the data, or a sum of rows of the CSV."""
    rows = [[plain(cell) for cell in line] for line in lines]
    alone = lambda place: place < len(rows) and is_sum_of_one(rows, place, labels)
    at, held = {0}, 0
    for table in tables:
        columns = held_against(table, labels)
        if columns is None or (words[0] == "msp-coordinator" and labels[-1] == "Source") or NOT_BY_ROWS & set(words):
            check_known(table, known)
            continue
        held += 1
        for cells, apart, row in zip(typed(table, "en"), table.apart, table.rows):
            at |= {place + 1 for place in at if alone(place)}
            before = at
            at = {place + 1 for place in at if place < len(rows) and same_row(cells, rows[place], columns)}
            if apart or not any(cells[column] for column in columns if table.right[column]):
                at |= before
            if not at:
                raise Fault(f"page: {row} of “{table.name}”, CSV: {lines[min(min(before), len(lines) - 1)]}")
    if held and not {len(rows)} & (at | {place + 1 for place in at if alone(place)}):
        raise Fault(f"page lacks a row of the CSV: {lines[max(at)]}")
    return held


def is_sum_of_one(rows, place, labels):
    """In a plan, what a category comes to that has one line: a page has the line alone."""
    if labels[2:5] != ["Section", "Category", "Line"]:
        return False
    return rows[place][4] is None and rows[place][3] is not None


def check_known(table, known):
    if any(heads <= set(table.heads) for heads in SUMMED_UP):
        return
    for cells, apart, row in zip(typed(table, "en"), table.apart, table.rows):
        numbers = [cell[1] for cell in cells if cell and cell[0] == "number"]
        within = {abs(a - b) for a in numbers for b in numbers}
        for text, cell in zip(row, cells):
            counted = re.fullmatch(r"[\d,]+|-?[\d,]+\.\d", text)  # how many there are, a year, a share in percent
            if cell is None or apart or counted or cell[0] == "text" or abs(cell[1] if cell[0] == "number" else 1) in within:
                continue
            if not is_known(cell, known):
                raise Fault(f"page: {text} in {row} of “{table.name}”, {table.heads}, is in no data")


def is_known(cell, known):
    if cell[0] == "date":
        return cell in known
    return ("number", abs(cell[1])) in known or ("rounded", round(abs(cell[1]), 2)) in known


def known_of(document, lines):
    """Figures and dates of the data, and what rows of the CSV come to that have texts in common."""
    known = set()
    for cell in leaves(document):
        known.add(plain(said(cell)))
    rows = [[plain(cell) for cell in line] for line in lines]
    for row in rows:
        known.update(row)
    kinds = [{cell[0] for cell in column if cell} for column in zip(*rows)]
    years = [column for column, cells in enumerate(zip(*rows)) if all(cell and cell[1] in YEARS for cell in cells)]
    names = [column for column, kind in enumerate(kinds) if kind & {"text", "date"} or column in years]
    figures = [column for column, kind in enumerate(kinds) if kind == {"number"} and column not in years]
    for chosen in ([], *[[name] for name in names], *[[a, b] for a in names for b in names if a < b]):
        sums = {}
        for row in rows if len(rows) < 2000 else []:
            key = tuple(row[name] for name in chosen)
            for figure in figures:
                sums[key, figure] = sums.get((key, figure), 0) + (row[figure][1] if row[figure] else 0)
        known.update(("number", total) for total in sums.values())
        for key in {key for key, _ in sums}:
            totals = [sums[key, figure] for figure in figures]
            known.update(("number", a - b) for a in totals for b in totals)
    numbers = {abs(cell[1]) for cell in known if cell and cell[0] == "number"}
    return known | {("number", number) for number in numbers} | {("rounded", round(number, 2)) for number in numbers}


YEARS = range(1900, 2200)


def leaves(node):
    if isinstance(node, (dict, list)):
        for part in node.values() if isinstance(node, dict) else node:
            yield from leaves(part)
    else:
        yield node


# --- All of one question

def statuses(answers):
    return {form: answers.run(form).returncode for form in ("csv", "json", "html", "text", "xlsx")}


def check(answers, done):
    found = {form: answers.run(form).returncode for form in ("csv", "json", "html", "text", "xlsx")}
    given = {form for form, status in found.items() if status in (0, 1)}
    if not given:
        return
    done["questions"] += 1
    lines = list(csv.reader(io.StringIO(answers.text("csv")))) if "csv" in given else None
    document = json.loads(answers.text("json"), parse_float=str, parse_int=str) if "json" in given else None
    known = known_of(document, lines[1:] if lines else [])
    if lines and document is not None:
        check_json(answers, document, lines)
        check_french_csv(answers, lines)
        done["CSV and JSON"] += 1
    if "html" not in given:
        return
    root, tables = tables_of(answers.text("html"))
    french_root, french = tables_of(answers.text("html", "fr"))
    if for_assembly(answers.words):
        for language, page_root in (("en", root), ("fr", french_root)):
            check_quarters(answers, page_root, language)
        tables, french = ([table for table in all_tables if not table.is_plan()] for all_tables in (tables, french))
    if lines:
        labels = next(csv.reader(io.StringIO(answers.text("csv", "en", "--headers", "label"))))
        of_page = [line for line in lines[1:] if not is_elsewhere(answers.words, dict(zip(lines[0], line)))
                   or not CURVE & set(answers.words)]
        by_rows = check_page(answers.words, tables, of_page, labels, known)
        done["pages row by row" if by_rows else "pages of another shape"] += 1
    check_french(tables, french)
    for language, ours in (("en", tables), ("fr", french)):
        check_text(answers, ours, language, answers.text("html", language), known)
        if "xlsx" in given:
            check_book(answers, ours, language)
    done["texts and workbooks"] += 1


def for_assembly(words):
    """A page with more than the view has: the plan by quarter, pictures."""
    return words[0] == "msp-forecast" and not {"--explain", "--pack", "--liasse", "--since", "--depuis"} & set(words) and (
        not {"--view", "--vue"} & set(words))


def escaped(text):
    """Controls, as a page shows them."""
    code = lambda found: ("\\x%02x" if found[0] < " " else "\\u%04x") % ord(found[0])
    return re.sub("[\x00-\x1f\u202a-\u202e]", code, text)


def check_quarters(answers, root, language):
    words = list(answers.words)
    for option in ("--by", "--par"):
        if option in words:
            del words[words.index(option):words.index(option) + 2]
    plan = Answers(answers.folder, (*words, "--view", "plan", "--by", "quarter")).text("csv", language)
    rows = [{key: escaped(unguarded(cell)) for key, cell in row.items()}
            for row in csv.DictReader(io.StringIO(plan)) if row["scenario"] == "base"]
    if rows:
        page.check_plan(root, rows)


# --- French

def check_french(tables, french):
    if len(tables) != len(french):
        raise Fault(f"{len(french)} tables in French, {len(tables)} in English")
    for table, other in zip(tables, french):
        for row, shown_row, translated in zip(typed(table, "en"), other.rows, typed(other, "fr"), strict=True):
            for cell, same in zip(row, translated, strict=True):
                if cell != same and "text" not in (cell or same)[0]:
                    raise Fault(f"French page: {shown_row} of “{other.name}”, not {row}")


def from_french(cell):
    """An account stands as ="613200", a month as 2026-M01; what only reads as a day or an amount has an apostrophe."""
    if found := re.fullmatch(r'="(.*)"|(\d{4}-)M(\d\d)', cell):
        return found[1] or found[2] + found[3]
    if found := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", cell):
        return f"{found[3]}-{found[2]}-{found[1]}"
    return unguarded(re.sub(r"^(-?\d+),(\d+)$", r"\1.\2", cell)).removeprefix("'")


def check_french_csv(answers, lines):
    """What a French spreadsheet opens: semicolons, decimal commas, days as 15/04/2026."""
    text = answers.text("csv", "en", "--csv-dialect", "excel-fr", "--headers", "id").removeprefix("\ufeff")
    found = [list(map(from_french, line)) for line in csv.reader(io.StringIO(text), delimiter=";")]
    wanted = [[unguarded(cell).removeprefix("'") for cell in line] for line in lines]
    if found != wanted:
        different = next(((a, b) for a, b in zip(found, wanted) if a != b), (len(found), len(wanted)))
        raise Fault(f"CSV for a French spreadsheet: {different[0]}, not {different[1]}")


def check_case(path):
    done, faults = Counter(), []
    with tempfile.TemporaryDirectory(prefix="formats-") as top:
        for folder, words in steps_of(path, Path(top).resolve()):
            try:
                check(Answers(folder, words), done)
            except (Fault, page.Fault, workbook.Fault) as fault:
                faults.append(f"{path.name}: {shlex.join(words)}: {fault}")
    return done, faults


def start(folder):
    global BIN
    BIN = folder


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="*", type=Path)
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    paths = given.cases or [*sorted((TESTS.parent / "examples").glob("*.test")),
                            *sorted((TESTS / "cli").glob("msp-*/*.test"))]
    total, faults = Counter(), 0
    with ProcessPoolExecutor(given.jobs, initializer=start, initargs=(given.bin.resolve(),)) as pool:
        for done, found in pool.map(check_case, paths):
            total += done
            faults += len(found)
            for line in found:
                print(line)
    print(", ".join(f"{number} {name}" for name, number in total.items()) + f", {faults} faults")
    return 1 if faults or not total else 0


if __name__ == "__main__":
    sys.exit(main())
