#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads the pages for the assembly back, without what wrote them.

    page.py examples --bin DIR     each example in both languages, with all its scenarios too: elements are closed, tables
                                   have heads, nothing can be loaded or run, and every figure is that of the CSV: periods,
                                   the plan by quarter, and each evening of each curve, with the place where it is drawn;
                                   what is written in it can be read, and what shows under the pointer is whole; in a
                                   pack each table stands under a heading that is about it, and says whose it is
    page.py browser --bin DIR      some of them in Chromium (package chromium): no message on its console, and A4 as PDF
    page.py shoot --bin DIR FOLDER    pictures of these pages to look at: light, dark, narrow, as printed
"""

import argparse
import csv
import io
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LIMITED_PAGES = 60
VOID = {"meta", "br", "line", "path", "rect", "circle"}
MONTHS = {name: number for names in (
    "January February March April May June July August September October November December",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
    for number, name in enumerate(names.split(), 1)}


class Fault(Exception):
    pass


class Element:
    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent, self.parts = name, dict(attributes), parent, []

    def all(self, name=None, look=None):
        for part in self.parts:
            if isinstance(part, Element):
                looks = (part.attributes.get("class") or "").split()
                if (name is None or part.name == name) and (look is None or look in looks):
                    yield part
                yield from part.all(name, look)

    def text(self):
        return "".join(part if isinstance(part, str) else part.text() for part in self.parts)


class Reader(HTMLParser):
    """A tree of elements; refuses one that is not closed where it should be."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.open = Element("page", [], None)

    def handle_starttag(self, name, attributes):
        element = Element(name, attributes, self.open)
        self.open.parts.append(element)
        if name not in VOID:
            self.open = element

    def handle_startendtag(self, name, attributes):
        self.open.parts.append(Element(name, attributes, self.open))

    def handle_endtag(self, name):
        if self.open.name != name:
            raise Fault(f"</{name}> closes <{self.open.name}>")
        self.open = self.open.parent

    def handle_data(self, data):
        self.open.parts.append(data)


def run(binary, *arguments):
    done = subprocess.run([str(binary), *arguments], capture_output=True, check=False, cwd=EXAMPLES)
    if done.returncode != 0:
        raise Fault(f"{' '.join(arguments)}: status {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def rows_of(binary, budget, *arguments):
    return list(csv.DictReader(io.StringIO(run(binary, "--format", "csv", *arguments, budget))))


def cents(text):
    """12 345,67 or 12,345.67, as a page has it."""
    plain = re.sub("[\u202f\u00a0€ ]", "", text)
    plain = plain.replace(",", "") if re.search(r"\.\d\d$", plain) else plain.replace(",", ".")
    whole = Fraction(plain) * 100
    if whole.denominator != 1:
        raise Fault(f"{text} is no amount")
    return int(whole)


def day(text):
    """1er janvier 2026, 1 January 2026."""
    number, month, year = text.split()
    return f"{year}-{MONTHS[month]:02}-{int(number.removesuffix('er')):02}"


def check_page(page, text, language):
    """That it stands alone, and that who cannot see it can read it."""
    html = next(page.all("html"))
    if html.attributes.get("lang") != language:
        raise Fault("the page does not say its language")
    policies = [meta.attributes["content"] for meta in page.all("meta") if
                meta.attributes.get("http-equiv") == "Content-Security-Policy"]
    if len(policies) != 1 or "default-src 'none'" not in policies[0]:
        raise Fault("the page does not forbid what is not in it")
    for element in page.all():
        if element.name in ("script", "link", "img", "iframe", "object", "form", "base"):
            raise Fault(f"<{element.name}>")
        for name in element.attributes:
            if name in ("src", "href", "style") or name.startswith("on"):
                raise Fault(f"<{element.name} {name}=…>")
    if re.search("url\\(|@import|https?:", text) or re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text):
        raise Fault("an address, or a character that commands")
    if len(list(page.all("h1"))) != 1:
        raise Fault("not one <h1>")
    for table in page.all("table"):
        for head in next(table.all("thead")).all("th"):
            if head.attributes.get("scope") != "col":
                raise Fault("a head without its scope")
        for row in next(table.all("tbody")).all("tr"):
            first = next(row.all())
            if first.name == "th" and first.attributes.get("scope") != (
                    "rowgroup" if "rowspan" in first.attributes else "row"):
                raise Fault("a row's head without its scope")
    for picture in page.all("svg"):
        if "sample" not in (picture.attributes.get("class") or "") and not picture.attributes.get("aria-label"):
            raise Fault("a picture without words")
    for figure in page.all("figure"):
        check_narrow(list(figure.all("svg")))


def check_narrow(pictures):
    """What a narrow screen has in a picture's place is as wide as it at most, and says the same."""
    for narrow, printed in zip(pictures, pictures[1:]):
        if narrow.attributes.get("class") != "narrow":
            continue
        width = int(narrow.attributes["viewbox"].split()[2])
        if width > 640 or any(int(bar.attributes["x"]) + int(bar.attributes["width"]) > width for bar in narrow.all("rect")):
            raise Fault("a picture for a narrow screen is wider than that")
        said, same = ([word.text() for word in picture.all("text")] for picture in (narrow, printed))
        if len(said) != len(same) or any(not b.startswith(a.partition("…")[0]) for a, b in zip(said, same)):
            raise Fault("a picture for a narrow screen says other words than the printed one")


def cells_of(table):
    """Where a name heads several rows, it stands in the first of them."""
    rows, left = [], 0
    for row in next(table.all("tbody")).all("tr"):
        cells = [cell for cell in row.all() if cell.name in ("th", "td")]
        rows.append([""] * (left > 0) + [cell.text() for cell in cells])
        left = max(left - 1, int(cells[0].attributes.get("rowspan", 1)) - 1)
    if left:
        raise Fault("a name that heads rows beyond its table")
    return rows


def heads_of(table):
    return [cell.text() for cell in next(table.all("thead")).all() if cell.name in ("th", "td")]


def quarter(head):
    """T1 2026, Q1 2026: 2026-Q1."""
    found = re.fullmatch(r"[QT](\d) (\d{4})", head)
    return f"{found[2]}-Q{found[1]}" if found else None


def check_periods(page, rows):
    """The table of periods: opening, receipts, payments, net, closing and lowest of each."""
    names = ["opening", "receipts", "payments", "net", "closing", "lowest"]
    wanted = Counter(tuple(cents(row[name]) * (-1 if name == "payments" else 1) for name in names) for row in rows)
    tables = [table for table in page.all("table") if heads_of(table)[0] == "" and len(heads_of(table)) == 8]
    found = Counter(tuple(cents(cell) for cell in cells[1:7]) for table in tables for cells in cells_of(table)[:-1])
    if found != wanted:
        raise Fault(f"periods: {found - wanted} instead of {wanted - found}")


def check_compared(page, by_scenario):
    """Closing and lowest of each scenario's holdings as a whole, period by period."""
    found = Counter()
    for table in page.all("table"):
        heads = heads_of(table)
        if heads[0] == "" and len(heads) == 3 * len(by_scenario) and not any(quarter(head) for head in heads):
            for cells in cells_of(table):
                pairs = [(1, 2)] + [(3 * i, 3 * i + 1) for i in range(1, len(by_scenario))]
                found.update((i, cents(cells[a]), cents(cells[b])) for i, (a, b) in enumerate(pairs) if cells[a] != "—")
    for i, rows in enumerate(by_scenario):
        wanted = {(i, cents(row["closing"]), cents(row["lowest"])) for row in rows}
        if not {one for one in found if one[0] == i} <= wanted:
            raise Fault(f"scenario {i}: {set(found) - wanted}")


def check_plan(page, rows):
    """The lines of each quarter, and what is left at its end."""
    quarters = [name for name in rows[0] if re.fullmatch(r"\d{4}-Q\d", name)]
    lines, closings = Counter(), Counter()
    for row in rows:
        for name in quarters:
            if row["section"] in ("receipts", "payments") and row["line"] and cents(row[name]):
                lines[row["label"], name, cents(row[name])] += 1
            if row["section"] == "closing":
                closings[name, cents(row[name])] += 1
    for table in page.all("table"):
        names = [quarter(head) for head in heads_of(table)]
        if not any(names):
            continue
        for element, cells in zip(next(table.all("tbody")).all("tr"), cells_of(table)):
            first = next(element.all())
            looks = (first.attributes.get("class") or "").split()
            for name, cell in zip(names, cells):
                if not name or cell in ("", "·") or re.search(r"\d/\d|\d-\d", cell):
                    continue
                if "in1" in looks and (cells[0], name, cents(cell)) in lines:
                    lines[cells[0], name, cents(cell)] -= 1
                elif cells[0] in ("Cumul", "Cumulative balance"):
                    closings[name, cents(cell)] -= 1
                elif "in1" in looks and cents(cell) and "aside" not in looks and "faint" not in looks:
                    raise Fault(f"the plan has {cells[0]} {name} {cell}, and the CSV has not")
    if any(lines.values()) or any(closings.values()):
        raise Fault(f"the plan lacks {+lines} {+closings}, has too much {-lines} {-closings}")


def steps(path):
    return [(letter, [int(number) for number in numbers.split()]) for letter, numbers in
            re.findall(r"([MHV])(-?\d+(?: -?\d+)?)", path)]


def check_curves(page, rows):
    """Each evening, and where it is drawn: with the largest and the smallest of its picture as the scale."""
    by_holding = {}
    for row in rows:
        by_holding.setdefault((row["entity"], row["bank"]), {})[row["period"]] = cents(row["closing"])
    wanted = list(by_holding.values())
    pictures = [svg for svg in page.all("svg") if any(svg.all("path", "curve")) and svg.attributes.get("aria-label")]
    for svg in pictures:
        evenings, plateaus = {}, []
        for value in svg.all("g", "value"):
            if value.attributes.get("aria-hidden") != "true":
                continue
            words = next(value.all("text")).text()
            days, amount = re.match(r"^(?:du )?(.*?)\s?:\s(.*)$", words.replace("\u00a0:", ":")).groups()
            first, _, last = re.sub(r" (to|au) ", "|", days).partition("|")
            plateaus.append(cents(amount))
            for key in day_range(day(first), day(last or first)):
                evenings[key] = cents(amount)
        match = [one for one in wanted if evenings.items() <= one.items() and
                 not any(one[key] for key in one.keys() - evenings.keys())]
        if not match:
            raise Fault(f"{svg.attributes['aria-label']}: other evenings than the CSV")
        check_places(svg, plateaus)
        check_words(svg)
        check_hovered(svg)
    if len(pictures) > len(wanted):
        raise Fault("more curves than holdings")


def day_range(first, last):
    import datetime
    one = datetime.date.fromisoformat(first)
    while one.isoformat() <= last:
        yield one.isoformat()
        one += datetime.timedelta(1)


def check_places(svg, plateaus):
    """The base is the last curve drawn. Two of its amounts tell the scale, and all others have to fit it to half a step."""
    path = steps(list(svg.all("path", "curve"))[-1].attributes["d"])
    heights = [path[0][1][1]] + [numbers[0] for letter, numbers in path if letter == "V"]
    if len(heights) != len(plateaus):
        raise Fault("another number of steps than of balances")
    low, high = min(plateaus), max(plateaus)
    if low == high:
        return
    at_low, at_high = heights[plateaus.index(low)], heights[plateaus.index(high)]
    for amount, height in zip(plateaus, heights):
        exact = at_low + Fraction((amount - low) * (at_high - at_low), high - low)
        if abs(exact - height) > 1:
            raise Fault(f"{amount} cents stand at {height}, not at {float(exact)}")


def check_words(svg):
    """What is written in the picture: no words on others, and no line through them that tells something."""
    drawn = [part for part in svg.parts if isinstance(part, Element)]
    lines = []
    for part in drawn:
        looks = (part.attributes.get("class") or "").split()
        if part.name == "path" and "curve" in looks:
            x = y = None
            for letter, numbers in steps(part.attributes["d"]):
                to_x = numbers[0] if letter != "V" else x
                to_y = numbers[-1] if letter != "H" else y
                if letter != "M":
                    lines.append((min(x, to_x), max(x, to_x), min(y, to_y), max(y, to_y)))
                x, y = to_x, to_y
        elif part.name == "line" and {"zero", "limit"} & set(looks):
            x1, x2, y1, y2 = (int(part.attributes[name]) for name in ("x1", "x2", "y1", "y2"))
            lines.append((min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)))
    written = []
    for words in drawn:
        if words.name == "text" and "halo" in (words.attributes.get("class") or "").split():
            width = 10 * len(words.text())
            left = int(words.attributes["x"]) - {"middle": width // 2, "end": width}.get(words.attributes.get("text-anchor"), 0)
            bottom = int(words.attributes["y"])
            box = (left, left + width, bottom - 15, bottom)
            if any(meet(box, line) for line in lines):
                raise Fault(f"a line runs through “{words.text()}”")
            for other, above in written:
                if meet(box, other):
                    raise Fault(f"“{words.text()}” stands on “{above}”")
            written.append((box, words.text()))


def meet(one, other):
    return one[0] <= other[1] and other[0] <= one[1] and one[2] <= other[3] and other[2] <= one[3]


def check_hovered(svg):
    """What shows under the pointer has the figures that are said of the month, each of them whole."""
    for value in svg.all("g", "value"):
        said = value.attributes.get("aria-label")
        for words in value.all("text") if said else ():
            figures = re.search(r"\s?:\s((?:lowest|point bas)\s.*)$", words.text().replace("\u00a0:", ":"))
            if not figures or figures[1] not in said:
                raise Fault(f"“{words.text()}” lacks figures of “{said}”")


LAST = {"Assumptions", "Hypothèses"}  # behind them, notes on each scenario
OF_ALL = LAST | {"What changes", "Ce que change"}  # of the budget as a whole


def check_headings(page, owners):
    """Each table of a pack stands below a heading, and no heading below what it is about: between the sentences of the first
    answer and the notes of the last a table follows each of them. Of several entities each table says whose it is: in its
    caption, in the heading above it or in its rows."""
    heading, followed, any_table, notes = "", True, False, False
    for part in next(page.all("body")).all():
        if part.name in ("h1", "h2"):
            heading, followed = part.text(), False
            notes = notes or heading in LAST
        elif part.name in ("p", "li") and any_table and not followed and not notes:
            raise Fault(f"“{heading}” stands over no table")
        elif part.name == "table":
            caption = next((each.text() for each in part.all("caption")), "")
            said = [heading, caption, *heads_of(part), *(cell for cells in cells_of(part) for cell in cells)]
            if not heading:
                raise Fault(f"a table without a heading: {said}")
            if len(owners) > 1 and heading not in OF_ALL and not any(owner in words for words in said for owner in owners):
                raise Fault(f"“{heading}” {caption}: nothing says whose it is")
            followed = any_table = True


def page_of(binary, budget, language, scenarios, *options):
    asked = [word for id in scenarios for word in ("--scenario", id)]
    text = run(binary, "--format", "html", "--lang", language, *asked, *options, budget)
    reader = Reader()
    reader.feed(text)
    reader.close()
    if reader.open is not reader.root:
        raise Fault(f"<{reader.open.name}> is not closed")
    return text, reader.root


COMBINED = {"msp-mediane-fr.toml": ["software-plus-50+meeting-frozen"]}  # whose names are longer than a line


def scenarios_of(budget):
    text = (EXAMPLES / budget).read_text(encoding="utf-8")
    return re.findall(r'^\[\[scenario\]\]\nid *= *"([^"]+)"', text, re.MULTILINE) + COMBINED.get(budget, [])


def owners_of(budget):
    """Entities by their names; of several also their accounts, and all together."""
    text = (EXAMPLES / budget).read_text(encoding="utf-8")
    tables = re.findall(r"^\[\[?(entity|entite|bank|banque)\]\]?\n((?:[^\[\n].*\n)*)", text, re.MULTILINE)
    names = [(table, *re.findall(r'^(?:name|nom) *= *"([^"]+)"', rows, re.MULTILINE)) for table, rows in tables]
    entities = [name[1] for name in names if name[0].startswith("entit") and len(name) > 1]
    if len(entities) < 2:
        return entities
    return [name[1] for name in names if len(name) > 1] + ["All entities", "Toutes les entités"]


def check_example(binary, budget):
    pages = 0
    balances = rows_of(binary, budget)
    plan = rows_of(binary, budget, "--view", "plan", "--by", "quarter", "--lang", "en")
    plan_fr = rows_of(binary, budget, "--view", "plan", "--by", "quarter", "--lang", "fr")
    evenings = rows_of(binary, budget, "--by", "day")
    scenarios = scenarios_of(budget)
    for language in ("fr", "en"):
        for asked in ([], scenarios) if scenarios else ([],):
            text, page = page_of(binary, budget, language, asked)
            check_page(page, text, language)
            check_plan(page, plan_fr if language == "fr" else plan)
            check_curves(page, evenings)
            if asked:
                check_compared(page, [balances] + [
                    [row for row in rows_of(binary, budget, "--scenario", id) if row["scenario"] == id] for id in asked])
            else:
                check_periods(page, balances)
            _, pack = page_of(binary, budget, language, asked, "--pack")
            check_headings(pack, owners_of(budget))
            pages += 2
    return pages


def budgets(binary):
    """Those examples that msp-forecast reads without more."""
    for path in sorted(EXAMPLES.glob("*.toml")):
        done = subprocess.run([str(binary), "--quiet", "--check", path.name], capture_output=True, check=False, cwd=EXAMPLES)
        if done.returncode == 0:
            yield path.name


LIMITED = """
schema = 1
[bank]
opening = {opening}
date = 2026-01-01
floor = {floor}
overdraft = {overdraft}
[[expense]]
id = "rent"
label = "Rent"
category = "rent"
amount = {rent}
every = "quarter"
day = 5
[[income]]
id = "calls"
label = "Calls"
category = "charges-reimbursed"
amount = {calls}
every = "month"
day = 20
"""


def limited(binary):
    """Floor and overdraft near zero, near each other, and far from both: their words can be read."""
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        budget = Path(folder) / "limits.toml"
        for seed in range(LIMITED_PAGES):
            chance = random.Random(seed)
            far = 10 ** chance.randint(2, 5)
            rent = far * chance.randint(1, 9) // 3
            budget.write_text(LIMITED.format(opening=chance.randint(0, 3) * far, floor=chance.randint(0, 12) * far // 10,
                                             overdraft=chance.randint(0, 12) * far // 10, rent=rent,
                                             calls=rent * chance.randint(2, 4) // 9), encoding="utf-8")
            _, page = page_of(binary, str(budget), ("fr", "en")[seed % 2], [])
            try:
                check_curves(page, rows_of(binary, str(budget), "--by", "day"))
            except Fault as fault:
                print(f"limits, {seed}: {fault}")
                faults += 1
    return faults


def examples(binary):
    pages, faults = LIMITED_PAGES, limited(binary)
    for budget in budgets(binary):
        try:
            pages += check_example(binary, budget)
        except Fault as fault:
            print(f"{budget}: {fault}")
            faults += 1
    print(f"{pages} pages read back, {faults} faults")
    return 1 if faults or not pages else 0


SHOWN = [("msp-mediane.toml", "fr", ["aci-late", "second-post"]), ("sisa-scm.toml", "en", []), ("aci-typical.toml", "fr", [])]


def chromium(profile, *arguments):
    """What it writes; the network and a display are not there for it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        return None
    done = subprocess.run([program, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                           f"--user-data-dir={profile}", "--enable-logging=stderr", *arguments],
                          capture_output=True, check=False, timeout=120)
    return done.stderr.decode("utf-8", "replace")


def pictures(binary, folder):
    """Of each page shown; what is wrong."""
    for budget, language, scenarios in SHOWN:
        text, _ = page_of(binary, budget, language, scenarios)
        name = Path(budget).stem
        page = folder / f"{name}.html"
        page.write_text(text, encoding="utf-8")
        for kind, scheme, width in (("light", 1, 1000), ("dark", 0, 1000), ("narrow", 1, 500)):
            told = chromium(folder / "profile", f"--blink-settings=preferredColorScheme={scheme}",
                            f"--window-size={width},2400", f"--screenshot={folder / f'{name}.{kind}.png'}", page.as_uri())
            if told is None:
                print("no Chromium here")
                return
            yield from (f"{budget}: {line}" for line in told.splitlines() if "CONSOLE" in line)
            if not (folder / f"{name}.{kind}.png").exists():
                yield f"{budget}: no picture: {told}"
        chromium(folder / "profile", "--no-pdf-header-footer", f"--print-to-pdf={folder / f'{name}.pdf'}", page.as_uri())
        boxes = set(re.findall(rb"/MediaBox \[([0-9. ]+)\]", (folder / f"{name}.pdf").read_bytes()))
        a4 = {box for box in boxes if [round(float(number)) for number in box.split()][2:] in ([595, 842], [596, 842])}
        if not boxes or boxes != a4:
            yield f"{budget}: printed on {boxes}, not on A4"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["examples", "browser", "shoot"])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--bin", type=Path, required=True)
    given = parser.parse_intermixed_args()
    binary = (given.bin / "msp-forecast").resolve()
    if given.what == "examples":
        return examples(binary)
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder if given.what == "shoot" else Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        faults = list(pictures(binary, folder.resolve()))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
