#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes a budget of any size, for us, for hledger and for ledger, and its exact month-end balances.

    generate.py LINES [MONTHS] [FOLDER]        60 months, here

LINES.toml (the same as LINES.yaml, LINES.json, and with its lines in CSV as LINES.csv.toml), LINES.hledger,
LINES.ledger and LINES.balances (a row a month: YYYY-MM and the balance in cents, added up here in integers). Of twenty
lines sixteen fall due monthly, three quarterly and one yearly, all on the first of the month: that much all three
programs can say. Every third line is an income. The same numbers give the same files.
"""
import json
import random
import sys
from pathlib import Path

FIRST_YEAR = 2026
OPENING = 100_000_000  # cents
STEPS = {"month": 1, "quarter": 3, "year": 12}
PAYMENTS = ["rent", "payroll-net", "payroll-contributions", "insurance", "practice-software", "supplies", "telecom",
            "training"]
RECEIPTS = ["rent-received", "grant", "charges-reimbursed"]


class Line:
    def __init__(self, number, cents):
        place = number % 20
        self.every = "month" if place < 16 else "quarter" if place < 19 else "year"
        self.id = f"line-{number:06d}"
        self.label = f"{'Recette' if number % 3 == 0 else 'Dépense'} n° {number}"  # as in a French file
        self.income = number % 3 == 0
        self.section = "income" if self.income else "expense"
        self.category = (RECEIPTS if self.income else PAYMENTS)[number % (3 if self.income else 8)]
        self.cents = cents  # of one payment, positive
        self.flow = cents if self.income else -cents

    def due(self, month):
        return month % STEPS[self.every] == 0


def euros(cents):
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def month_name(month):
    return f"{FIRST_YEAR + month // 12}-{month % 12 + 1:02d}"


def head(months):
    return f"""schema = 1

[entity]
name = "Benchmark"

[bank]
opening = {euros(OPENING)}
date = {FIRST_YEAR}-01-01

[forecast]
from = "{month_name(0)}"
months = {months}
"""


def ours(lines, months):
    yield head(months)
    for line in lines:
        yearly = f'from = "{month_name(0)}"\n' if line.every == "year" else ""  # else nobody knows in which month
        yield f"""
[[{line.section}]]
id = "{line.id}"
label = "{line.label}"
category = "{line.category}"
amount = {euros(line.cents)}
every = "{line.every}"
day = 1
{yearly}"""


def as_json(lines, months):
    """Its amounts as JSON numbers to the cent, which a binary float of Python would not be."""
    def entry(line):
        yearly = f', "from": "{month_name(0)}"' if line.every == "year" else ""
        return (f'    {{"id": "{line.id}", "label": {json.dumps(line.label, ensure_ascii=False)}, '
                f'"category": "{line.category}", "amount": {euros(line.cents)}, "every": "{line.every}", '
                f'"day": 1{yearly}}}')
    yield (f'{{\n  "schema": 1, "entity": {{"name": "Benchmark"}},\n'
           f'  "bank": {{"opening": {euros(OPENING)}, "date": "{FIRST_YEAR}-01-01"}},\n'
           f'  "forecast": {{"from": "{month_name(0)}", "months": {months}}}')
    for section in ("expense", "income"):
        entries = ",\n".join(entry(line) for line in lines if line.section == section)
        yield f',\n  "{section}": [\n{entries}\n  ]'
    yield "\n}\n"


def as_yaml(lines, months):
    yield (f"schema: 1\nentity: {{name: Benchmark}}\nbank: {{opening: {euros(OPENING)}, date: {FIRST_YEAR}-01-01}}\n"
           f"forecast: {{from: {month_name(0)}, months: {months}}}\n")
    for section in ("expense", "income"):
        yield f"\n{section}:\n"
        for line in (line for line in lines if line.section == section):
            yearly = f"    from: {month_name(0)}\n" if line.every == "year" else ""
            yield (f"  - id: {line.id}\n    label: {line.label}\n    category: {line.category}\n"
                   f"    amount: {euros(line.cents)}\n    every: {line.every}\n    day: 1\n{yearly}")


def rows(lines, section):
    yield "id,label,category,amount,every,day,from\n"
    for line in (line for line in lines if line.section == section):
        first = month_name(0) if line.every == "year" else ""
        yield f"{line.id},{line.label},{line.category},{euros(line.cents)},{line.every},1,{first}\n"


def journal(lines, heading, opening_day, period):
    """What hledger and ledger have in common: an opening, then a periodic transaction a line."""
    yield f"{heading}\n\n{opening_day} opening\n    Assets:Bank  {euros(OPENING)} EUR\n    Equity:Opening\n"
    for line in lines:
        account = f"{'Income' if line.income else 'Expenses'}:{line.category}:{line.id}"
        yield f"\n~ {period(line)}\n    Assets:Bank  {euros(line.flow)} EUR\n    {account}\n"


def balances(lines, months):
    balance = OPENING
    for month in range(months):
        balance += sum(line.flow for line in lines if line.due(month))
        yield f"{month_name(month)},{balance}\n"


def generate(count, months, folder):
    """The path of the files, less their suffix."""
    amounts = random.Random(20260101)
    lines = [Line(number, amounts.randint(10_00, 9_000_00)) for number in range(count)]
    adverb = {"month": "monthly", "quarter": "quarterly", "year": "yearly"}
    base = Path(folder) / str(count)
    base.parent.mkdir(parents=True, exist_ok=True)
    files = ['\n[files]\n', *(f'{section} = "{count}.{section}.csv"\n' for section in ("expense", "income"))]
    texts = {
        "toml": ours(lines, months),
        "yaml": as_yaml(lines, months),
        "json": as_json(lines, months),
        "csv.toml": [head(months), *files],
        "expense.csv": rows(lines, "expense"),
        "income.csv": rows(lines, "income"),
        "hledger": journal(lines, "commodity 1000.00 EUR", f"{FIRST_YEAR - 1}-12-31",
                           lambda line: f"{adverb[line.every]} from {FIRST_YEAR}-01-01  {line.label}"),
        "ledger": journal(lines, "commodity EUR\n    format 1000.00 EUR", f"{FIRST_YEAR - 1}/12/31",
                          lambda line: adverb[line.every].capitalize()),
        "balances": balances(lines, months),
    }
    for suffix, text in texts.items():
        base.with_suffix(f".{suffix}").write_text("".join(text), encoding="utf-8")
    return base


def export(count, path):
    """A legal accounting export of so many lines, in fours: an invoice and its payment. About 170 bytes a line."""
    columns = ("JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef "
               "PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise").split()
    amounts = random.Random(20260101)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\t".join(columns) + "\n")
        for number in range(1, count // 4 + 1):
            cents = euros(amounts.randint(10_00, 9_000_00)).replace(".", ",")
            day = f"2026{number % 12 + 1:02}{number % 28 + 1:02}"
            party = f"F{number % 200:03}\tFournisseur médical numéro {number % 200:03}"
            end = f"\tFACT-{number:07}\t{day}\tFacture de fournitures, commande {number:07}\t"
            letter = f"L{number:06}\t{day}"
            for journal, account, who, debit, credit, letters in (
                    ("AC\tAchats\tAC", "606300\tFournitures et petit équipement", "\t", cents, "0,00", "\t"),
                    ("AC\tAchats\tAC", "401000\tFournisseurs", party, "0,00", cents, letter),
                    ("BQ\tBanque\tBQ", "401000\tFournisseurs", party, cents, "0,00", letter),
                    ("BQ\tBanque\tBQ", "512000\tBanque, compte courant", "\t", "0,00", cents, "\t")):
                file.write(f"{journal}{number:07}\t{day}\t{account}\t{who}{end}{debit}\t{credit}\t{letters}\t{day}\t\t\n")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    generate(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60, sys.argv[3] if len(sys.argv) > 3 else ".")
