#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No text of the user's reaches a terminal as a command, none forges a line, and none is a part of a page's making.

    terminal.py --bin DIR --schema msp-budget.schema.json --law lib/law --examples examples [--few]
                [keys|names|options|rules|exports|books|widths|screens]...

A hostile text goes into every text key of the budget file (the schema, made from the table of keys, names them), into
every text of a rule file, into names of files and into the values of options, and from there through every view,
format and language of both programs. What comes out of a pipe may hold a control only in CSV; what a terminal gets, and
every message, holds none: no C0 but line feeds, no DEL, no C1, no mark that turns the direction of writing or separates
lines, and no line that begins with the forged one. A page of HTML has only the elements and attributes that are ours,
each closed, whatever its texts hold. Every part of a workbook is XML, whose texts hold nothing of the kind. A text that a
spreadsheet would take for a formula is none in CSV nor in a workbook. With --few each place has its text in one answer rather than in all:
enough where the programs carry sanitizers, and start ten times as slowly.

What a terminal of 80 columns gets of the examples is no wider, in either language, and each lowest balance has its day
beside it. On 80, 60 and 40 columns no line of any view is too wide or blank within a block, and no row of a block has
nothing but its name, nor, where two columns name it, its two names.
"""

import argparse
import csv
import fcntl
import html.parser
import io
import json
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata
import zipfile
from xml.etree import ElementTree

FORGED = "msp-forecast: alert: forged"
HOSTILE = f"\x1b[31mX\x07\r\n{FORGED}\t\x85\x9b2J\u202e\u2066\u200f\u061c\u2028\x7f"
# Besides, what XML has no characters for.
NO_XML = "\x01\ufffe\uffff\u202e\u2066"
# What a worksheet's printed head takes for a command or for the place of a picture.
HEADS = "A&G &[Picture]&P&&G" + "&G" * 100
# What could end an element, a comment or an attribute, or begin one.
ELEMENTS = "\x1b[1m\ufffe</td></title></style><!--<script>&#x3c;\"'/><img src=x onerror=x>\n"
# What a spreadsheet takes for the beginning of a formula.
OPENINGS = ("=", "+", "-", "@", "\t=", "\r=")
# Texts that are shown as they are written.
LABELS = [("en.entity", "name"), ("en.line", "label"), ("en.scenario", "label"), ("en.bank", "name"),
          ("en.category", "label"), ("en.member", "name"), ("en.loan", "label"), ("en.grant", "label"),
          ("en.third_party", "label"), ("en.room", "label"), ("en.key", "label"), ("en.call", "label"),
          ("en.distribution", "label"), ("en.post", "label"),
          ("en.funding", "label"), ("en.gain", "label"), ("en.estimate", "source"), ("en.participation", "role"), ("en.participation", "band")]
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")

# A table of each kind. A new kind of table is added here.
BASE = {
    "schema": 1,
    "entity": [{"id": "sisa", "name": "MSP", "form": "SISA", "siren": "732829320", "year_end": "12-31"},
               {"id": "sci", "name": "Murs", "form": "SCI"}],
    "bank": [{"id": "one", "entity": "sisa", "name": "Courant", "opening": 1000, "date": "2026-01-01", "floor": 5000,
              "columns": {"date": "Jour", "label": "Texte", "debit": "Sortie", "credit": "Entrée"}},
             {"id": "two", "entity": "sisa", "opening": 50, "date": "2026-01-01"},
             {"id": "three", "entity": "sci", "opening": 100, "date": "2026-01-01", "overdraft_rate": "10 %"}],
    "forecast": {"months": 12},
    "expense": [{"id": "rent", "label": "Loyer", "category": "own", "bank": "one", "amount": 300, "every": "month",
                 "day": 5, "from": "2026-01", "index": {"rate": "2 %", "each": "07-01", "since": "2026-01-01"},
                 "shared": "mix", "covers": {"from": "2026-01-01", "until": "2026-06-30"}},
                {"id": "insurance", "label": "Assurance", "category": "insurance", "bank": "two",
                 "amounts": [{"date": "2026-02-15", "amount": 600}]},
                {"id": "works", "label": "Travaux", "category": "own", "bank": "three", "amount": 10,
                 "every": {"months": [1, 6]}, "day": 3, "from": "2026-01",
                 "index": [{"date": "2026-05-01", "rate": "1 %"}]}],
    "income": [{"id": "calls", "label": "Appels", "category": "charges-reimbursed", "bank": "one", "amount": 100,
                "every": "quarter", "day": 20, "from": "2026-01", "state": "hoped"}],
    "transfer": [{"id": "move", "label": "Virement", "bank": "one", "paid_to": "two", "amount": 20,
                  "date": "2026-03-03"}],
    "grant": [{"id": "fir", "label": "FIR", "bank": "one", "amount": 5000,
               "instalments": [{"share": "rest", "date": "2026-05-15"}]}],
    "loan": [{"id": "loan", "label": "Emprunt", "bank": "three", "amount": 1200, "date": "2026-01-20", "rate": "6 %",
              "instalments": 12, "deferral": {"kind": "partial", "instalments": 2},
              "insurance": {"rate": "1 %"}, "fees": {"amount": 10, "date": "2026-01-20"}},
             {"id": "old", "label": "Ancien", "bank": "three", "amount": 100, "date": "2026-01-20", "rate": "0 %",
              "instalments": 1}],
    "member": [{"id": "dr", "name": "Dr Martin", "profession": "médecin généraliste", "associate": True,
                "patients": 3000, "surface": [{"from": "2026-01-01", "value": 20}],
                "absent": [{"from": "2026-08-01", "until": "2026-08-15"}]}],
    "third_party": [{"id": "town", "label": "Commune"}],
    "room": [{"id": "r1", "label": "Cabinet", "entity": "sisa", "surface": 20,
              "let": [{"who": "dr", "until": "2026-04-30"}, {"who": "town", "from": "2026-05-01"}]}],
    "key": [{"id": "equal", "label": "Parts égales", "by": "equal"},
            {"id": "rooms", "label": "Locaux", "by": "rooms"},
            {"id": "mix", "mix": [{"key": "equal", "share": "80 %"}, {"key": "rooms", "share": "rest"}]},
            {"id": "new", "by": "equal", "exempt": [{"member": "dr", "until": "2026-01-31", "pays": "50 %"}],
             "newcomer": [{"months": 6, "pays": "50 %"}], "target": {"amount": 100, "above": "equal"}}],
    "charges": [{"entity": "sisa", "day": 3, "approved": "AG du 12 mars", "iban": "FR7630006000011234567890189",
                 "accounts": {"journal": "OD", "members": "411"}}],
    "current_account": [{"member": "dr", "date": "2026-01-01", "amount": 12}],
    "call": [{"id": "reserve", "label": "Réserve", "entity": "sisa", "shared": "equal",
              "calls": [{"date": "2026-03-01", "amount": 50}]}],
    "map": [{"line": "rent", "account": ["613"], "auxiliary": ["SCI"], "label": ["LOYER"], "journal": ["BQ"]}],
    "spent": [{"line": "rent", "exercise": 2026, "amount": 3500}],
    "paid": [{"member": "dr", "date": "2026-02-03", "amount": 200}],
    "distribution": [{"id": "aci", "label": "Indemnités", "entity": "sisa", "envelope": 5000,
                      "dates": [{"date": "2026-06-30", "share": "1/2"}, {"date": "2026-12-20", "share": "rest"}],
                      "rates": [{"band": "jour", "rate": 50}, {"weight": 1}],
                      "lumps": [{"role": "gérant", "amount": 100}]}],
    "participation": [{"distribution": "aci", "member": "dr", "role": "réunion", "band": "soir", "hours": 10},
                      {"distribution": "aci", "member": "dr", "band": "jour", "hours": 1},
                      {"distribution": "aci", "member": "dr", "role": "gérant"}],
    "employer": [{"entity": "sisa", "work_accident": "1 %", "payroll_fee": 20,
                  "declared_payroll_tax": [{"year": 2025, "amount": 5000}],
                  "health": {"premium": [{"value": 50}, {"from": "2026-06-01", "value": 55}]},
                  "provident": {"employer": "0.8 %"}, "assume": {"smic": "2 %"}}],
    "post": [{"id": "desk", "label": "Accueil", "entity": "sisa", "from": "2026-01-01", "gross": 2100,
              "raises": [{"date": "2026-04-01", "rate": "1 %"}],
              "bonuses": [{"date": "2026-06-01", "amount": 100}],
              "absences": [{"from": "2026-03-02", "until": "2026-03-20", "kept_days": 3}],
              "meal_vouchers": {"number": 18, "value": 9}}],
    "funding": [{"id": "fir", "label": "FIR", "kind": "ars", "amount": [{"value": 900}, {"from": "2027-01-01", "value": 10}]},
                {"id": "share", "kind": "aci", "associate_hours": 10, "associate_rate": 50,
                 "reached_without": {"equipe.protocoles": 1}}],
    "gain": [{"id": "time", "label": "Temps", "kind": "time", "professionals": {"central": 5}, "weeks": {"central": 46},
              "hours": {"low": 0, "central": 1, "high": 2, "source": "mesure"}, "hour_value": {"central": 90},
              "becomes": {"central": "50 %"}, "ramp": [{"months": 3, "share": "50 %"}]}],
    "category": [{"id": "own", "label": "Loyers et travaux"}],
    "aci": {"contract": "2024-01-01",
            "options": {"rounding": "half-up"},
            "year": [{"year": 2025, "patients": 3000, "associates": 1,
                      "balance": {"recovery": {"amount": 10, "date": "2026-09-01", "by": "repayment"}},
                      "precarity": {"c2s": 400, "c2s_national": "10 %", "ame": 10, "ame_national": "1 %"},
                      "reached": {"acces.horaires": {"amplitude": "12h", "saturday": True},
                                  "acces.crise.plan": True, "equipe.coordination": True,
                                  "si.standard": "2024-04-01", "equipe.protocoles": 4}},
                     {"year": 2026, "assume": "aci-2022-avenant1"}]},
    "contract": [{"id": "lease", "label": "Bail", "supplier": "SCI des Tilleuls", "line": "rent", "start": "2024-01-01",
                  "end": "2026-12-31", "notice": "3 months", "renewal": "12 months", "index": "ILAT"}],
    "calendar": {"alarm": "7 days", "notice": ["60 days", "7 days"], "loan": "none"},
    "depreciation": [{"id": "chairs", "label": "Fauteuils", "entity": "sisa", "from": "2026-05-10", "cost": 500, "years": 5}],
    "files": {},
    "scenario": [{"id": "dear", "label": "Plus cher", "change": [{"shift": "expense.rent", "amount": "10 %"}]},
                 {"id": "cheap", "change": [{"set": "expense.rent.amount", "to": 10}]}],
}

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

faults = 0
runs = 0


def fault(command, why):
    global faults
    faults += 1
    print(f"{' '.join(map(ascii, command))}: {why}")


def judge(command, what, output, colour=False):
    text = output.decode("utf-8", "surrogateescape")
    if colour:
        text = re.sub("\x1b\\[(?:0|1|2|31)m", "", text)
    found = CONTROL.search(text)
    stray = re.search("[\udc80-\udcff]", text)
    for bad in filter(None, (found, stray)):
        fault(command, f"{ascii(bad.group())} on {what}: {ascii(text[max(0, bad.start() - 60):bad.end() + 20])}")
    if f"\n{FORGED}" in "\n" + text:
        fault(command, f"a forged line on {what}")


class Elements(html.parser.HTMLParser):
    """What of a page is not ours."""

    OURS = {"html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "content", "name"}, "title": set(),
            "style": set(), "body": set(), "h1": set(), "h2": set(), "p": {"class"}, "span": {"class"},
            "div": {"class", "tabindex", "role", "aria-label"}, "table": set(), "caption": set(), "thead": set(),
            "tbody": set(), "tr": {"class"}, "th": {"scope", "class", "rowspan"},
            "td": {"class"}, "ul": set(), "li": {"class"}, "a": {"href"}, "br": set(), "strong": set(), "details": set(),
            "summary": set(), "figure": set(), "figcaption": set(),
            "svg": {"viewbox", "role", "class", "aria-label", "aria-hidden"},
            "g": {"class", "tabindex", "role", "aria-label", "aria-hidden"}, "path": {"d", "class"},
            "line": {"x1", "y1", "x2", "y2", "class"}, "circle": {"cx", "cy", "r", "class"},
            "rect": {"x", "y", "width", "height", "class"}, "text": {"x", "y", "text-anchor", "class"}}

    def __init__(self):
        super().__init__()
        self.open, self.found = [], []

    def handle_starttag(self, tag, attributes):
        strange = {name for name, _ in attributes} - self.OURS.get(tag, set())
        if tag not in self.OURS or strange:
            self.found.append(f"<{tag}> {' '.join(strange)}")
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.found.append(f"</{tag}>")

    def handle_comment(self, data):
        self.found.append("a comment")


def run_page(folder, command):
    global runs
    runs += 1
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=ENVIRONMENT)
    judge(command, "standard output", done.stdout)
    elements = Elements()
    elements.feed(done.stdout.decode())
    elements.close()
    for found in elements.found + elements.open:
        fault(command, f"{ascii(found)} in a page of HTML")
    if done.returncode != 0 or not done.stdout.endswith(b"</body>\n</html>\n"):
        fault(command, f"status {done.returncode}, and no page of HTML")


def every_page(folder, name):
    views = ("curve", "movements", "summary", "loans", "debt-service", "income", "grant-budget", "calendar", "contracts")
    for words in ([], ["--scenario", "dear"], ["--view", "plan", "--by", "quarter"], ["--explain", "rent"],
                  *(["--view", view] for view in views)):
        for language in ("fr", "en"):
            run_page(folder, ["msp-forecast", *words, "--format", "html", "--lang", language, name])
    for words in ([], ["--by", "quarter", "--scenario", "dear"], ["--calls"], ["--settle"], ["--propose"],
                  ["--distribute"], ["--explain", "town"], ["--statement", "dr"],
                  ["--compare-keys", "equal,rooms", "--transition", "10%", "--scenario", "dear"]):
        for language in ("fr", "en"):
            run_page(folder, ["msp-charges", *words, "--format", "html", "--lang", language, name])
    for words in ([], ["--schedule"], ["--next"], ["--explain", "total"]):
        run_page(folder, ["msp-aci", *words, "--format", "html", name])
    for words in ([], ["--sensitivity"], ["--view", "post"], ["--view", "payments"], ["--explain", "desk"],
                  ["--explain", "gain.time"]):
        run_page(folder, ["msp-coordinator", *words, "--format", "html", name])


def run_workbook(folder, command):
    """Every part of it is XML, and none of its texts holds what a page shows otherwise."""
    global runs
    runs += 1
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=ENVIRONMENT)
    try:
        with zipfile.ZipFile(io.BytesIO(done.stdout)) as parts:
            for part in parts.namelist():
                for element in ElementTree.fromstring(parts.read(part)).iter():
                    for text in (element.text or "", *element.attrib.values()):
                        judge(command, part, text.replace("\n", "").encode())
    except (zipfile.BadZipFile, ElementTree.ParseError) as error:
        fault(command, f"status {done.returncode}, and no workbook: {error}")


def no_formula(command, table, delimiter):
    """Of CSV: a cell that begins one is a number, or an account as a French spreadsheet is told to keep it."""
    for row in csv.reader(io.StringIO(table.decode()), delimiter=delimiter):
        for cell in row:
            if re.match(r"[=+\-@\t\r]", cell) and not re.fullmatch(r'-?[0-9]+([.,][0-9]+)?|="[0-9]+"', cell):
                fault(command, f"{ascii(cell)} is a formula")


def no_formula_of_text(command, book, opening):
    """Of a workbook: what the user wrote is text of a cell, and no formula has it but as the quoted name of a worksheet."""
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        for part in parts.namelist():
            if part.startswith("xl/worksheets/sheet"):
                for cell in ElementTree.fromstring(parts.read(part)).iter(f"{SHEET}c"):
                    made = cell.findtext(f"{SHEET}f", "")
                    text = "".join(cell.itertext()).removeprefix(made)
                    if "1+1" in re.sub(r"'(?:[^']|'')*'!", "", made):
                        fault(command, f"{ascii(made)} is a formula")
                    if f"{opening}1+1" in text and cell.get("t") not in ("inlineStr", "s"):
                        fault(command, f"{ascii(text)} is no text")


def every_formula(folder, name, opening):
    questions = [["msp-forecast", "--view", view, "--scenario", "dear"]
                 for view in ("balance", "plan", "movements", "summary", "loans", "income", "calendar", "contracts")]
    questions += [["msp-charges", *words] for words in ([], ["--calls"], ["--settle"], ["--distribute"], ["--entries"])]
    questions += [["msp-aci"], ["msp-aci", "--schedule"], ["msp-coordinator"], ["msp-coordinator", "--sensitivity"]]
    for question in questions[::5] if FEW else questions:
        formulas_of(folder, [*question, "--lang", "en", name], opening)


def formulas_of(folder, question, opening):
    global runs
    for form, more in (("csv", []), ("csv", ["--csv-dialect", "excel-fr"]), ("xlsx", [])):
        runs += 1
        command = [*question, "--format", form, *more]
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=ENVIRONMENT)
        if done.returncode > 1:
            fault(command, f"status {done.returncode}")
        elif form == "csv":
            no_formula(command, done.stdout, ";" if more else ",")
        else:
            no_formula_of_text(command, done.stdout, opening)


def run_calendar(folder, command):
    global runs
    runs += 1
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=ENVIRONMENT)
    judge(command, "standard output", done.stdout.replace(b"\r\n ", b"").replace(b"\r\n", b"\n"))
    if done.returncode != 0 or not done.stdout.endswith(b"END:VCALENDAR\r\n"):
        fault(command, f"status {done.returncode}, and no calendar")


def every_workbook(folder, name):
    questions = [["msp-forecast", "--pack", "--scenario", "dear", "--scenario", "cheap"],
                 ["msp-forecast", "--pack", "bank"]]
    questions += [["msp-forecast", "--view", view, "--scenario", "dear"]
                  for view in ("balance", "plan", "curve", "movements", "summary", "loans", "debt-service", "income",
                               "grant-budget", "calendar", "contracts", "assumptions")]
    questions += [["msp-charges", *words]
                  for words in ([], ["--calls"], ["--settle"], ["--distribute"], ["--explain", "town"],
                                ["--statement", "dr"], ["--compare-keys", "equal,rooms", "--scenario", "dear"])]
    questions += [["msp-aci", *words] for words in ([], ["--schedule"], ["--next"])]
    questions += [["msp-coordinator", *words] for words in ([], ["--sensitivity"], ["--view", "post"], ["--afford"])]
    for question in questions[:2] + questions[2::3] if FEW else questions:
        for language in ("fr", "en")[:1 if FEW else 2]:
            run_workbook(folder, [*question, "--format", "xlsx", "--lang", language, name])
    run_calendar(folder, ["msp-forecast", "--view", "calendar", "--format", "ics", name])


def excerpt_tabs(errors):
    """A line of the user's is shown with its tabs, so that the caret stands under its place."""
    return re.sub(rb"(?m)^( *\d* \| .*)$", lambda line: line.group().replace(b"\t", b" "), errors)


def run(folder, command, bytes_kept=False, standard_input=b"", excerpts=False):
    """Into a pipe. `bytes_kept`: CSV, which keeps what a cell holds. `excerpts`: the answer shows lines of the user's."""
    global runs
    runs += 1
    done = subprocess.run(command, cwd=folder, input=standard_input, capture_output=True, check=False,
                          env=ENVIRONMENT)
    if done.returncode not in (0, 1, 2, 4):
        fault(command, f"status {done.returncode}")
    if not bytes_kept:
        judge(command, "standard output", excerpt_tabs(done.stdout) if excerpts else done.stdout)
    judge(command, "standard error", excerpt_tabs(done.stderr))
    return done.returncode


def on_terminal(folder, command, colour, columns=0):
    """What the command writes there."""
    global runs
    runs += 1
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 0, columns, 0, 0))
    environment = dict(ENVIRONMENT, TERM="xterm", **({} if colour else {"NO_COLOR": "1"}))
    with subprocess.Popen(command, cwd=folder, stdout=theirs, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          env=environment) as process:
        os.close(theirs)
        output = b""
        try:
            while piece := os.read(ours, 65536):
                output += piece
        except OSError:  # the other end is closed
            pass
        process.wait()
    os.close(ours)
    return output.replace(b"\r\n", b"\n")


def run_on_terminal(folder, command, colour, excerpts=False, tabs=False):
    output = on_terminal(folder, command, colour).replace(b"\r\n", b"\n")
    if tabs:
        output = output.replace(b"\t", b" ")
    judge(command, "a terminal", excerpt_tabs(output) if excerpts else output, colour)


def definitions(node, schema, place=None):
    """Each table of a document with its kind."""
    if "$ref" in place:
        name = place["$ref"].removeprefix("#/$defs/")
        if "/" in name:
            return
        properties = schema["$defs"][name]["properties"]
        if isinstance(node, dict):
            yield name, node
            for key, value in node.items():
                yield from definitions(value, schema, properties.get(key, {}))
        return
    for option in place.get("anyOf", []):
        yield from definitions(node, schema, option)
    if isinstance(node, list) and "items" in place:
        for entry in node:
            yield from definitions(entry, schema, place["items"])
    if isinstance(node, dict) and isinstance(place.get("additionalProperties"), dict):
        for entry in node.values():
            yield from definitions(entry, schema, place["additionalProperties"])


def reachable(schema, name, found):
    """The kinds of table that a document may hold, from this one on."""
    if name not in found:
        found.add(name)
        for other in re.findall(r'"#/\$defs/(en\.[a-z_]+)"', json.dumps(schema["$defs"][name])):
            reachable(schema, other, found)
    return found


def takes_text(place):
    """A text of any kind, or a list of them."""
    kinds = place.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return "string" in kinds or place.get("items", {}).get("type") == "string"


def with_texts(texts, hostile=HOSTILE):
    """The base with the hostile text at these (kind of table, key)."""
    document = json.loads(json.dumps(BASE))
    for name, table in list(definitions(document, SCHEMA, {"$ref": "#/$defs/en.budget"})):
        for kind, key in texts:
            if kind == name:
                table[key] = hostile
    return document


def put(folder, name, content):
    path = os.path.join(os.fsencode(folder), os.fsencode(name))
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else json.dumps(content).encode())


def every_answer(folder, names, languages=("en",)):
    """Each view and format, to a pipe and to a terminal; of few, each view in one format, in turn."""
    questions = [["msp-forecast", "--view", view, "--scenario", "dear", "--scenario", "cheap"]
                 for view in ("balance", "plan", "curve", "movements", "summary", "loans", "debt-service", "income",
                              "grant-budget", "calendar", "contracts", "assumptions")]
    questions += [["msp-forecast", "--fail-below", "999999", "--count", "hoped"],
                  ["msp-forecast", "--fail-on", "contract", "--within", "900d"],
                  ["msp-forecast", "--check"], ["msp-forecast", "--strict"]]
    questions += [["msp-aci", *words]
                  for words in ([], ["--schedule"], ["--next"], ["--target", "30000"], ["--check"],
                                ["--scenario", "dear"])]
    questions += [["msp-charges", *words] for words in ([], ["--by", "quarter", "--scenario", "dear"], ["--calls"],
                                                        ["--settle"], ["--distribute"])]
    questions += [["msp-coordinator", *words] for words in ([], ["--sensitivity"], ["--view", "post"],
                                                              ["--view", "payments"], ["--afford"])]
    if len(names) == 1:
        questions += [["msp-charges", "--explain", "town"], ["msp-charges", "--statement", "dr"]]
        questions += [["msp-forecast", "--explain", what, "--scenario", "dear"]
                      for what in ("rent", "2026-02", "loan@2026-03", "aci", "fir", "lowest", "late-aci", "distributable", "total")]
        questions += [["msp-aci", "--explain", what] for what in ("total", "equipe.protocoles")]
        questions += [["msp-coordinator", "--explain", what] for what in ("desk", "gain.time", "funding.fir")]
    forms = ("text", "csv", "json")
    for number, question in enumerate(questions):
        for language in languages[:1] if FEW else languages:
            for form in [forms[number % 3]] if FEW else forms:
                command = [*question, "--format", form, "--lang", language, *names]
                run(folder, command, bytes_kept=form == "csv")
                if language == languages[0]:
                    run_on_terminal(folder, command, colour=form == "text")
    run_on_terminal(folder, ["msp-forecast", "--check", "--rewrite", "fr", *names[:1]], False)


def test_budget_keys(folder):
    kinds = {name for name, _ in definitions(BASE, SCHEMA, {"$ref": "#/$defs/en.budget"})}
    known = reachable(SCHEMA, "en.budget", set())
    for missing in sorted(known - kinds):
        fault(["terminal.py"], f"BASE has no table of the kind {missing}")
    put(folder, "base.json", BASE)
    if run(folder, ["msp-forecast", "--check", "base.json"]) != 0:
        subprocess.run(["msp-forecast", "--check", "base.json"], cwd=folder, env=ENVIRONMENT, check=False)
        fault(["terminal.py"], "BASE has errors")
    texts = LABELS if FEW else [(kind, key) for kind in sorted(known)
                                for key, place in SCHEMA["$defs"][kind]["properties"].items() if takes_text(place)]
    for text in LABELS:
        if with_texts([text]) == BASE:
            fault(["terminal.py"], f"BASE has no {text}")
    accepted = []
    for text in texts:
        put(folder, "one.json", with_texts([text]))
        statuses = [run(folder, ["msp-forecast", "--check", "--lang", language, "one.json"])
                    for language in ("fr", "en")]
        run(folder, ["msp-aci", "--check", "one.json"])
        if statuses == [0, 0]:
            accepted.append(text)
    for needed in LABELS:
        if needed not in accepted:
            fault(["terminal.py"], f"{needed} takes no text")
    put(folder, "all.json", with_texts(accepted))
    every_answer(folder, ["all.json"], ("fr", "en"))
    # A role or band that only one of these tables has would have no rate, or pay nobody.
    paid = {"en.participation", "en.work_rate", "en.lump_sum"}
    put(folder, "page.json", with_texts([text for text in accepted if text[0] not in paid], ELEMENTS))
    every_page(folder, "page.json")
    for texts in (NO_XML, HOSTILE, HEADS):
        put(folder, "book.json", with_texts([text for text in accepted if text[0] not in paid], texts))
        every_workbook(folder, "book.json")
    every_answer(folder, ["all.json", "base.json"])
    for opening in OPENINGS:
        put(folder, "formula.json", with_texts([text for text in accepted if text[0] not in paid], f"{opening}1+1"))
        every_formula(folder, "formula.json", opening)
    print(f"{len(texts)} text keys, of which {len(accepted)} take any text")


def test_file_names(folder):
    for number, name in enumerate(("bad\x1b[31m.json", f"bad\n{FORGED}.json", "bad\u202e\x85.json", b"bad\xff.json")):
        put(folder, name, BASE)
        put(folder, os.fsencode(name) + b".toml", b"oops = 1\n[bank]\n")
        if number < (1 if FEW else 2):
            every_answer(folder, [name])
        run(folder, ["msp-forecast", os.fsencode(name) + b".toml", b"absent" + os.fsencode(name)])
        run(folder, ["msp-forecast", "--quiet", os.fsencode(name) + b".toml", b"absent" + os.fsencode(name)])
        run(folder, ["msp-forecast", "--output", os.fsencode(name), os.fsencode(name)])
        run(folder, ["msp-forecast", "--output", b"no" + os.fsencode(name) + b"/x", os.fsencode(name)])
        if number < 3:  # a budget is UTF-8
            rows = dict(BASE, files={"expense": name + ".csv", "income": "absent" + name})
            put(folder, name + ".csv", f"id,label,{name}\nx,y,\"{HOSTILE}\"\n".encode())
            put(folder, "rows.json", rows)
            run(folder, ["msp-forecast", "rows.json"])
    put(folder, "rows.csv", f"id,label,category,amount,date\nx,\"{HOSTILE}\",rent,10,2026-02-03\n".encode())
    put(folder, "rows.json", dict(BASE, files={"expense": "rows.csv"}))
    every_answer(folder, ["rows.json"])


def test_options(folder):
    put(folder, "base.json", BASE)
    for program in ("msp-forecast", "msp-aci"):
        listed = subprocess.run([program, "--help"], capture_output=True, text=True, check=True,
                                env=ENVIRONMENT).stdout
        for option in sorted(set(re.findall(r"^ +(--[a-z-]+) [A-Za-z|-]", listed, re.M))):
            for value in (HOSTILE, b"\xff\x9b")[:1 if FEW else 2]:
                for language in ("fr", "en")[:1 if FEW else 2]:
                    run(folder, [program, f"--lang={language}", option, value, "base.json"])
    for value in (HOSTILE, b"--\xff", "--" + HOSTILE):
        run(folder, ["msp-forecast", value])
        run(folder, ["msp-aci", value, value])


def every_answer_of_rules(folder):
    for command in (["msp-aci", "--rules"], ["msp-aci", "base.json"], ["msp-forecast", "base.json"]):
        status = run(folder, [*command, "--law", "law"])
    if status != 0:
        return
    for form in ("text", "csv", "json"):
        for language in ("fr", "en"):
            rest = ["--law", "law", "--format", form, "--lang", language]
            for command in (["msp-aci", "--rules"], ["msp-aci", "base.json"], ["msp-aci", "--next", "base.json"]):
                run(folder, [*command, *rest], bytes_kept=form == "csv")


def test_rules(folder):
    """Every text of the rules, one key at a time."""
    escaped = json.dumps(HOSTILE).replace("\\u007f", "\x7f").replace("\x7f", "\\u007f")
    put(folder, "base.json", BASE)
    rules = pathlib.Path(folder, "law")
    rules.mkdir()
    for path in sorted(LAW.glob("*.toml")):
        text = path.read_text()
        for key in sorted(set(re.findall(r'(?m)\b([a-z_]+) *= *"', text))):
            changed = re.sub(rf'\b{key}( *= *)"[^"\n]*"', lambda match, key=key: f"{key}{match[1]}{escaped}", text)
            (rules / path.name).write_text(changed)
            if FEW:
                run(folder, ["msp-aci", "--rules", "--law", "law"])
            else:
                every_answer_of_rules(folder)
        (rules / path.name).unlink()
    (rules / f"bad\n{FORGED}\x1b.toml").write_text("oops = 1\n")
    run(folder, ["msp-aci", "--rules", "--law", "law"])


FEC_COLUMNS = ("JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate "
               "EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise").split()


def test_exports(folder):
    """Every field of an accounting export in turn, then its header and its name."""
    sound = ["AC", "Achats", "1", "20260105", "606100", "x", "", "", "F", "20260105", "x", "1,00", "0,00", "", "",
             "20260105", "", ""]
    mate = [*sound[:4], "401000", *sound[5:11], "0,00", "1,00", *sound[13:]]
    hostile = HOSTILE.replace("\r\n", "\v")
    questions = [["--validate"], ["--validate", "--since", "before.txt"], ["--check"]]
    lines = lambda header, *rows: "".join("|".join(row) + "\n" for row in (header, *rows)).encode()
    put(folder, "before.txt", lines(FEC_COLUMNS, sound, mate))
    for column in range(len(FEC_COLUMNS) + 1):
        row, header = list(sound), list(FEC_COLUMNS)
        (header if column == len(FEC_COLUMNS) else row)[column % len(FEC_COLUMNS)] = hostile
        put(folder, "export.txt", lines(header, row, mate))
        for number, question in enumerate(questions):
            for form in (("text", "csv", "json")[(column + number) % 3],) if FEW else ("text", "csv", "json"):
                command = ["msp-actuals", *question, "--format", form, "--lang", "en", "export.txt"]
                run(folder, command, bytes_kept=form == "csv", excerpts=True)
                run_on_terminal(folder, command, False, excerpts=True)
        # Its header, tabs and lines are the file's own.
        put(folder, "export.txt", lines(FEC_COLUMNS, row, mate))
        run_on_terminal(folder, ["msp-actuals", "--anonymise", "export.txt"], False, tabs=True)
    for name in ("bad\x1b[31m.txt", f"bad\n{FORGED}.txt", "bad\u202e\x85FEC20261231.txt"):
        put(folder, name, lines(FEC_COLUMNS, sound, mate))
        for question in (["--validate"], ["--validate", "--since", name], ["--check"]):
            run(folder, ["msp-actuals", *question, "--lang", "en", name], excerpts=True)


# Fields of an export that its software writes as it likes.
FEC_TEXTS = ("JournalCode", "JournalLib", "EcritureNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef", "EcritureLib",
             "EcritureLet")


def test_books(folder):
    """What the books say beside a budget: in each text of their entries, as a page, a workbook and data."""
    entry = ["AC", "Achats", "1", "20260105", "606100", "Fournitures", "F1", "Papeterie", "F", "20260105", "Papier", "300,00",
             "0,00", "A", "20260105", "20260105", "", ""]
    paid = [*entry[:4], "512000", "Banque", *entry[6:11], "0,00", "300,00", *entry[13:]]
    put(folder, "base.json", BASE)
    read = 0
    for field in FEC_TEXTS[::4] if FEW else FEC_TEXTS:
        for text in (HOSTILE.replace("\r\n", "\v"), ELEMENTS.replace("\n", ""), "=1+1", "@1+1"):
            rows = [list(entry), list(paid)]
            for row in rows:
                row[FEC_COLUMNS.index(field)] = text
            put(folder, "732829320FEC20261231.txt",
                "".join("|".join(row) + "\n" for row in (FEC_COLUMNS, *rows)).encode())
            for words in ([], ["--movements"]):
                command = ["msp-actuals", *words, "--lang", "en", "base.json", "732829320FEC20261231.txt"]
                if run(folder, command, excerpts=True) != 0:
                    continue
                read += 1
                run_page(folder, [*command, "--format", "html"])
                run_workbook(folder, [*command, "--format", "xlsx"])
                if text.endswith("1+1"):
                    formulas_of(folder, command, text[0])
    if not read:
        fault(["terminal.py"], "no books were read")


WIDTH = 80
VIEWS = ("balance", "plan", "curve", "movements", "summary", "loans", "debt-service", "income", "grant-budget", "calendar",
         "contracts", "assumptions")
# A row of balances ends with the lowest one and its day; what adds them up is no row of the data.
LOW = {"fr": re.compile(r"^(?!Total).*?(-?[0-9\u202f]+(?:,[0-9]{2})?) +([0-9]{2})/([0-9]{2})(?:/([0-9]{4}|[0-9]{2}))?$", re.M),
       "en": re.compile(r"^(?!Total).*?(-?[0-9,]+(?:\.[0-9]{2})?) +(?:([0-9]{4})-([0-9]{2})-)?([0-9]{1,2})(?: ([A-Z][a-z]{2}))?$",
                        re.M)}
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def columns_of(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def fits(folder, command):
    text = on_terminal(folder, command, False, WIDTH).decode()
    for line in text.split("\n"):
        if columns_of(line) > WIDTH:
            fault(command, f"{columns_of(line)} columns: {line}")
    return text


def cents(amount):
    return int(re.sub("[^0-9-]", "", amount))


def lows_shown(text, language):
    """Each lowest balance with its day: the amount in cents, month, day and, where it is there, the year."""
    shown = []
    for match in LOW[language].finditer(text):
        if language == "fr":
            amount, day, month, year = match.groups()
        else:
            amount, year, month, day, name = match.groups()
            if (name is None) == (year is None):  # no day at all
                continue
            month = month or MONTHS.index(name) + 1
        shown.append((cents(amount), int(month), int(day), year))
    return shown


def test_widths(folder):
    examples = sorted(name for name in os.listdir(EXAMPLES) if name.endswith((".toml", ".yaml")))
    for name in examples[::7] if FEW else examples:
        for language in ("fr", "en"):
            for view in ("balance", "assumptions") if FEW else VIEWS:
                fits(EXAMPLES, ["msp-forecast", "--view", view, "--lang", language, name])
            for unit in ("euro", "keuro"):
                fits(EXAMPLES, ["msp-forecast", "--view", "plan", "--round", unit, "--lang", language, name])
            for more in ([], ["--by", "quarter"], ["--by", "year"], ["--round", "euro"]):
                text = fits(EXAMPLES, ["msp-forecast", "--lang", language, *more, name])
                rounded = more[:1] == ["--round"]
                command = ["msp-forecast", *([] if rounded else more), "--format", "csv", name]
                data = subprocess.run(command, cwd=EXAMPLES, capture_output=True, check=True,
                                      env=ENVIRONMENT).stdout.decode()
                rows = list(csv.DictReader(io.StringIO(data)))
                shown = lows_shown(text, language)
                if [day[1:3] for day in shown] != [tuple(map(int, row["lowest_on"].split("-")[1:])) for row in rows]:
                    fault(command, "days of the lowest balances are not beside them")
                    continue
                for (amount, _, _, year), row in zip(shown, rows):
                    if not rounded and amount != cents(row["lowest"]):
                        fault(command, f"{row['period']}: {amount} beside {row['lowest_on']}, not {row['lowest']}")
                    if year not in (None, row["lowest_on"][:4], row["lowest_on"][2:4]):
                        fault(command, f"{row['period']}: the year {year} of {row['lowest_on']}")


SCREENS = (80, 60, 40)
WIDE = 4000
# Heads that are shorter on a narrow page.
BRIEF = set("In Out Entrées Sorties".split())
NARROW = [*(["msp-forecast", "--view", view] for view in VIEWS), ["msp-forecast", "--view", "plan", "--by", "quarter"],
          ["msp-forecast", "--explain", "lowest"], ["msp-forecast", "--pack", "bank"],
          ["msp-aci"], ["msp-aci", "--schedule"], ["msp-aci", "--next"], ["msp-aci", "--target", "90000"],
          *(["msp-charges", *words] for words in ([], ["--calls"], ["--settle"], ["--distribute"], ["--entries"], ["--unpaid"])),
          *(["msp-coordinator", *words] for words in ([], ["--sensitivity"], ["--view", "post"], ["--view", "payments"], ["--afford"]))]


def words_of(line):
    return {word for word in re.findall(r"[^\s]+", line) if re.search(r"\w", word)}


def indent_of(line):
    return len(line) - len(line.lstrip(" "))


def rows_of(lines):
    """The cells of each line. Where the second stands right below that of a row above, the first name of that is its own."""
    first, second = "", None
    for line in lines:
        cells = tuple(re.split(" {2,}", line.strip(" ")))
        if line and indent_of(line) == second:
            cells = (first, *cells)
        else:
            first = cells[0]
            name = re.match(r" *\S+(?: \S+)* {2,}", line)
            second = name.end() if name else None
        yield cells


def called_by_two(rows):
    """The first two cells of rows, where rows of several blocks begin with them: their names. A figure is none."""
    blocks, block = {}, 0
    for cells in rows:
        block += cells == ("",)
        if len(cells) > 1 and re.search(r"[^\W\d_]", cells[1]):
            blocks.setdefault(cells[:2], set()).add(block)
    return {names for names, found in blocks.items() if len(found) > 1}


class WideScreen:
    """What an answer says where each table has room: with what its parts begin, and which names, one of a row or both,
    have more in it."""

    def __init__(self, text):
        lines = text.split("\n")
        starts = [number for number, line in enumerate(lines) if line and (number == 0 or not lines[number - 1])]
        self.heads = set(BRIEF)
        for start in starts:
            # A title, the head of a table, its first row.
            self.heads |= words_of(" ".join(lines[start:start + 3]))
        self.heads |= {head[2:] for head in self.heads if re.fullmatch(r"20\d\d", head)}  # a brief year
        rows = [(line, re.match(r"( *\S+(?: \S+)*) {2,}\S", line)) for number, line in enumerate(lines)
                if not {number, number - 1} & set(starts)]
        self.names = {found[1] for _, found in rows if found} - {line for line, found in rows if not found}
        whole = set(rows_of(lines))
        self.two_names = {cells[:2] for cells in whole} - whole


def screen_faults(text, columns, wide):
    lines = text.split("\n")
    rows = list(rows_of(lines))
    two_names = called_by_two(rows) & wide.two_names
    for number, line in enumerate(lines):
        if columns_of(line) > columns:
            yield f"{columns_of(line)} columns: {line}"
        if not line:
            continue
        above = lines[number - 1] if number else ""
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if number > 1 and not above and not lines[number - 2]:
            yield f"two blank lines above: {line}"
        elif number and not above and (strange := words_of(line) - wide.heads):
            yield f"a blank line above a row: {line} ({' '.join(sorted(strange))})"
        one_name = line in wide.names and indent_of(below) <= indent_of(line)
        if number > 1 and above and lines[number - 2] and (one_name or rows[number] in two_names):
            yield f"nothing but names: {line}"


def test_screens(folder):
    """Each view of each program on narrow terminals: no line is too wide, none is blank within a block, and no row of a
    block has nothing but its names."""
    examples = sorted(name for name in os.listdir(EXAMPLES) if name.endswith((".toml", ".yaml")))
    seen = 0
    for name in examples[::7] if FEW else examples:
        for question in NARROW[::3] if FEW else NARROW:
            for language in ("fr", "en"):
                command = [*question, "--lang", language, name]
                text = on_terminal(EXAMPLES, command, False, WIDE).decode()
                if not text:
                    break
                wide = WideScreen(text)
                for columns in SCREENS:
                    seen += 1
                    for why in screen_faults(on_terminal(EXAMPLES, command, False, columns).decode(), columns, wide):
                        fault([*command, f"at {columns} columns"], why)
    if not seen:
        fault(["terminal.py"], "no screen was looked at")


TESTS = {"keys": test_budget_keys, "books": test_books, "names": test_file_names, "options": test_options, "rules": test_rules,
         "exports": test_exports, "widths": test_widths, "screens": test_screens}

parser = argparse.ArgumentParser()
parser.add_argument("--bin", type=pathlib.Path, required=True)
parser.add_argument("--schema", type=pathlib.Path, required=True)
parser.add_argument("--law", type=pathlib.Path, required=True)
parser.add_argument("--examples", type=pathlib.Path, required=True)
parser.add_argument("--few", action="store_true")
parser.add_argument("tests", nargs="*", metavar="|".join(TESTS))
arguments = parser.parse_args()
SCHEMA = json.loads(arguments.schema.read_text())
LAW = arguments.law.resolve()
EXAMPLES = arguments.examples.resolve()
FEW = arguments.few
ENVIRONMENT = {"PATH": f"{arguments.bin.resolve()}:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
os.environ["PATH"] = ENVIRONMENT["PATH"]
for name in arguments.tests or TESTS:
    with tempfile.TemporaryDirectory() as work:
        TESTS[name](work)
print(f"{runs} runs, {faults} faults")
sys.exit(1 if faults else 0)
