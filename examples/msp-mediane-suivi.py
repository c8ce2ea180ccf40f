#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the books of the median MSP's year 2026 as an accounting export (FEC), the statements of its bank, and the list
of what was paid.

    python3 msp-mediane-suivi.py --until 2026-04-30 > 111111118FEC20261231.txt
    python3 msp-mediane-suivi.py --statement cfonb > releve.cfonb120.txt
    python3 msp-mediane-suivi.py --paid > msp-mediane-suivi.csv

The year that msp-mediane-suivi.toml plans, and what became of it: an ACI that comes a month late, balance and advance
in one receipt; the associates' loan that bridges it; an invoice paid in two parts; a rent paid early; an action that is
cancelled; a repair that nobody planned, and what the insurance pays of it. Nothing in it is real.

An export of an earlier day is the beginning of that of a later one, as accounting software exports it: the same entries
under the same numbers, with less of it lettered. A statement has the same movements as the books have on 512, day by
day: as CAMT.053, CFONB 120, OFX, and the CSV of a bank's web site, each with its balances.
"""

import argparse
import csv
import datetime
import sys

COLUMNS = ["JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum",
           "CompAuxLib", "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate",
           "Montantdevise", "Idevise"]
JOURNALS = {"AN": "À-nouveaux", "AC": "Achats", "PA": "Paie", "OD": "Opérations diverses", "BQ": "Banque"}
ACCOUNTS = {
    "101300": "Capital souscrit appelé versé", "110000": "Report à nouveau créditeur", "401000": "Fournisseurs",
    "408100": "Fournisseurs - factures non parvenues", "421000": "Personnel - rémunérations dues",
    "431000": "URSSAF et retraite", "437000": "Mutuelle", "441700": "Subventions d'exploitation à recevoir",
    "447000": "CFE à payer", "455000": "Associés - comptes courants", "467100": "Indemnités à verser",
    "468700": "ACI - produit à recevoir", "512000": "Banque", "606400": "Fournitures administratives",
    "613200": "Locations immobilières", "615200": "Entretien et réparations", "616000": "Primes d'assurance",
    "618500": "Frais de formation", "622600": "Honoraires comptables", "622800": "Indemnités de concertation",
    "622810": "Actions de santé publique", "626000": "Téléphone", "627000": "Services bancaires", "635110": "CFE",
    "641000": "Salaires bruts", "645100": "Cotisations URSSAF et retraite", "645800": "Mutuelle, part employeur",
    "651100": "Logiciels", "661600": "Intérêts bancaires", "740000": "Subventions ARS", "741000": "ACI",
    "758700": "Indemnités d'assurance",
}
PARTIES = {
    "FBUR": "Commune, location du bureau", "FLOG": "Éditeur du logiciel partagé",
    "FCOO": "Éditeur du logiciel de coordination", "FCPT": "Cabinet comptable", "FTEL": "Opérateur téléphonique",
    "FPAP": "Papeterie", "FASS": "Assureur", "FPLO": "Plomberie", "FFOR": "Organisme de formation",
    "FPRE": "Association de prévention", "ARS": "Agence régionale de santé", "ASSO": "Associés",
}
BANK_HOLIDAYS = {datetime.date(2026, *day) for day in [(1, 1), (4, 3), (4, 6), (5, 1), (12, 25)]}


def day(month, number):
    return datetime.date(2026, month, number)


def month_end(month):
    return day(month + 1, 1) - datetime.timedelta(1) if month < 12 else day(12, 31)


def bank_day(date, step=1):
    """That day, or the next one (with -1 the one before) on which banks work."""
    while date.weekday() > 4 or date in BANK_HOLIDAYS:
        date += datetime.timedelta(step)
    return date


def cents(amount):
    """From "1 140.00"; nothing passes through a binary float."""
    whole, part = amount.replace(" ", "").split(".")
    return int(whole + part)


def written(amount, mark):
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}{mark}{abs(amount) % 100:02d}"


class Debt:
    """What somebody owes or is owed: its lines get one lettering code once they come to zero."""

    def __init__(self, account, party, nature, line):
        self.account, self.party, self.nature, self.line = account, party, nature, line
        self.moves = []  # (day, cents)

    def settled_on(self, until):
        moves = [move for move in self.moves if move[0] <= until]
        return max(date for date, _ in moves) if len(moves) > 1 and sum(amount for _, amount in moves) == 0 else None


class Books:
    def __init__(self):
        self.entries = []  # (the day it is typed, journal, the day it has, piece, label, lines)
        self.debts = []
        self.paid = []     # (day, line of the budget, account that says what it is for, cents, label)

    def entry(self, journal, date, piece, label, lines, typed=None):
        """Lines are (account, cents) or (a debt, cents); a debit is positive."""
        assert sum(amount for _, amount in lines) == 0, (label, lines)
        for of, amount in lines:
            if isinstance(of, Debt):
                of.moves.append((typed or date, amount))
        self.entries.append((typed or date, journal, date, piece, label, lines))

    def debt(self, account, party, nature, line):
        self.debts.append(Debt(account, party, nature, line))
        return self.debts[-1]

    def invoice(self, date, party, nature, line, amount, piece):
        """From a supplier; what is to be paid of it."""
        debt = self.debt("401000", party, nature, line)
        self.entry("AC", date, piece, f"Facture {PARTIES[party]} {piece}", [(nature, amount), (debt, -amount)])
        return debt

    def bank(self, date, piece, label, parts):
        """Each part is (account or debt, line, what it is for, cents, positive where money comes in)."""
        self.entry("BQ", date, piece, label,
                   [("512000", sum(part[3] for part in parts))] + [(of, -amount) for of, _, _, amount in parts])
        self.paid += [(date, line, nature, amount, label) for _, line, nature, amount in parts]

    def pay(self, debt, date, piece, label, amount):
        self.bank(date, piece, label, [(debt, debt.line, debt.nature, -amount)])

    def direct(self, date, piece, label, account, line, amount):
        """Straight between the bank and an account; money in is positive."""
        self.bank(date, piece, label, [(account, line, account, amount)])


def opening(books):
    phone = books.debt("401000", "FTEL", "626000", "supplies")
    balances = [("101300", "-1 000.00"), (phone, "-39.90"), ("431000", "-1 876.47"), ("468700", "36 000.00"),
                ("512000", "15 000.00")]
    lines = [(of, cents(amount)) for of, amount in balances]
    lines.insert(1, ("110000", -sum(amount for _, amount in lines)))
    books.entry("AN", day(1, 1), "AN2026", "Reprise des soldes 2025", lines)
    return phone


def every_month(books, phone):
    office_supplies = ["52.10", "63.45", "48.90", "71.20", "55.35", "60.80", "39.75", "22.40", "88.15", "61.50", "57.90",
                       "74.60"]
    for month in range(1, 13):
        tag = f"{month:02d}26"
        rent = books.invoice(day(month, 1), "FBUR", "613200", "office", cents("250.00"), f"BUR-{tag}")
        # The first of May is a holiday: that rent is paid the day before, when its invoice is not yet in the books.
        on = day(4, 30) if month == 5 else bank_day(day(month, 1))
        books.pay(rent, on, f"BUR-{tag}", f"VIR SEPA COMMUNE LOYER BUREAU {tag}", cents("250.00"))

        fee = cents("300.00" if month < 9 else "312.00")
        accountant = books.invoice(day(month, 1), "FCPT", "622600", "accountant", fee, f"CPT-{tag}")
        books.pay(accountant, bank_day(day(month, 5)), f"CPT-{tag}", f"PRLV SEPA CABINET COMPTABLE {tag}", fee)

        books.pay(phone, bank_day(day(month, 12)), f"TEL-{tag}", f"PRLV SEPA TELEPHONE {tag}", -sum_of(phone))
        price = cents("39.90" if month < 6 else "41.90")
        phone = books.invoice(day(month, 28), "FTEL", "626000", "supplies", price, f"TEL-{tag}")

        spent = cents(office_supplies[month - 1])
        paper = books.invoice(bank_day(day(month, 18)), "FPAP", "606400", "supplies", spent, f"PAP-{tag}")
        books.pay(paper, bank_day(day(month, 18)), f"PAP-{tag}", f"CB PAPETERIE {tag}", spent)

        payroll(books, month, tag)
        books.direct(bank_day(month_end(month), -1), f"FRA-{tag}", "FRAIS TENUE DE COMPTE", "627000", "supplies",
                     -cents("12.00"))


def sum_of(debt):
    return sum(amount for _, amount in debt.moves)


def payroll(books, month, tag):
    """1,300.00 gross: 1,020.00 net, 1,673.49 in all; contributions of a quarter are 3 x 625.49 = 1,876.47."""
    last = bank_day(month_end(month), -1)
    books.entry("PA", last, f"PAIE-{tag}", f"Paie {tag}",
                [("641000", cents("1 300.00")), ("645100", cents("345.49")), ("645800", cents("28.00")),
                 ("421000", -cents("1 020.00")), ("431000", -cents("625.49")), ("437000", -cents("28.00"))])
    books.direct(last, f"SAL-{tag}", f"VIR SEPA SALAIRE {tag}", "421000", "coordinator", -cents("1 020.00"))
    books.direct(last, f"MUT-{tag}", f"PRLV SEPA MUTUELLE {tag}", "437000", "health-cover", -cents("28.00"))
    if month % 3 == 1:
        books.direct(bank_day(day(month, 15)), f"URS-{tag}", f"PRLV SEPA URSSAF {tag}", "431000", "urssaf",
                     -cents("1 876.47"))


def some_months(books):
    for month, amount in [(1, "2 400.00"), (4, "2 400.00"), (7, "2 400.00"), (10, "2 472.00")]:
        piece = f"LOG-{month:02d}26"
        software = books.invoice(day(month, 1), "FLOG", "651100", "software", cents(amount), piece)
        on = bank_day(day(month, 5))
        if month != 4:
            books.pay(software, on, piece, "PRLV SEPA LOGICIEL PARTAGE", cents(amount))
        else:  # in two parts: the account cannot bear it whole before the ACI comes
            books.pay(software, on, piece, "VIR SEPA LOGICIEL PARTAGE ACOMPTE", cents("1 400.00"))
            books.pay(software, day(5, 29), piece, "VIR SEPA LOGICIEL PARTAGE SOLDE", cents("1 000.00"))
    once = [
        ("FASS", "616000", "insurance", "924.50", day(1, 2), day(1, 15), "PRLV SEPA ASSURANCE"),
        ("FCOO", "651100", "coordination-software", "1 200.00", day(2, 2), day(2, 10), "PRLV SEPA LOGICIEL COORDINATION"),
        ("FPLO", "615200", "", "1 140.00", day(3, 12), day(3, 17), "VIR SEPA PLOMBERIE REPARATION CHAUFFE-EAU"),
        # The action of March is cancelled; that of May waits for the ACI.
        ("FPRE", "622810", "public-health", "1 850.00", day(5, 12), day(5, 28), "VIR SEPA ACTION DEPISTAGE"),
        ("FPRE", "622810", "public-health", "2 000.00", day(9, 10), day(9, 25), "VIR SEPA ACTION VACCINATION"),
        ("FPRE", "622810", "public-health", "2 240.00", day(11, 9), day(11, 25), "VIR SEPA ACTION NUTRITION"),
        ("FFOR", "618500", "training", "1 500.00", day(10, 6), day(10, 20), "VIR SEPA FORMATION"),
    ]
    for number, (party, nature, line, amount, billed, on, label) in enumerate(once, 1):
        piece = f"{party[1:]}-{number:02d}"
        books.pay(books.invoice(billed, party, nature, line, cents(amount), piece), on, piece, label, cents(amount))


def meetings(books):
    # 161 h x 54 + 3 protocols x 300 = 9,594.00; 172 h x 54 + 3 x 300 = 10,188.00
    for date, on, amount in [(day(6, 26), day(6, 30), "9 594.00"), (day(12, 18), day(12, 21), "10 188.00")]:
        piece = f"IND-{date:%m%y}"
        due = books.debt("467100", "", "622800", "meetings")
        books.entry("OD", date, piece, f"Indemnités de concertation {date:%m%y}",
                    [("622800", cents(amount)), (due, -cents(amount))])
        books.pay(due, on, piece, "VIR SEPA INDEMNITES DE CONCERTATION", cents(amount))


def public_money(books):
    grant = books.debt("441700", "ARS", "740000", "ars")
    books.entry("OD", day(6, 15), "ARS26", "Subvention ARS notifiée", [(grant, cents("5 000.00")),
                                                                       ("740000", -cents("5 000.00"))])
    books.bank(day(10, 6), "ARS26", "VIR ARS SANTE PUBLIQUE", [(grant, "ars", "740000", cents("5 000.00"))])
    # Due on 28 April; one receipt of 73,200.00 a month later settles the balance of 2025 and the advance of 2026.
    books.bank(day(5, 27), "ACI26", "VIR CPAM ACI SOLDE 2025 ET AVANCE 2026",
               [("468700", "aci", "468700", cents("36 000.00")), ("741000", "aci", "741000", cents("37 200.00"))])
    tax = "CFE26"
    books.entry("OD", day(11, 16), tax, "CFE 2026", [("635110", cents("612.00")), ("447000", -cents("612.00"))])
    books.direct(day(12, 15), tax, "PRLV DGFIP CFE", "447000", "cfe", -cents("612.00"))


def unplanned(books):
    lent = books.debt("455000", "ASSO", "455000", "")
    books.bank(day(4, 9), "CC26", "VIR RECU ASSOCIES APPORT COMPTE COURANT", [(lent, "", "455000", cents("3 000.00"))])
    books.pay(lent, day(6, 12), "CC26R", "VIR SEPA ASSOCIES REMBOURSEMENT COMPTE COURANT", cents("3 000.00"))
    books.direct(day(6, 30), "AGIOS-T2", "INTERETS DEBITEURS T2", "661600", "", -cents("14.60"))
    books.direct(day(9, 14), "SIN26", "VIR ASSURANCE SINISTRE CHAUFFE-EAU", "758700", "", cents("740.00"))


def year_end(books):
    # Typed in January for the end of the year: an export of April has an entry of 31 December.
    books.entry("OD", day(12, 31), "PROV26", "Honoraires de clôture à payer", [("622600", cents("450.00")),
                                                                               ("408100", -cents("450.00"))],
                typed=day(1, 20))
    books.entry("OD", day(12, 31), "ACI26S", "ACI 2026, solde à recevoir", [("468700", cents("42 840.00")),
                                                                            ("741000", -cents("42 840.00"))])


def the_year():
    books = Books()
    every_month(books, opening(books))
    some_months(books)
    meetings(books)
    public_money(books)
    unplanned(books)
    year_end(books)
    order = list(JOURNALS)
    books.entries.sort(key=lambda entry: (entry[0], order.index(entry[1])))
    books.paid.sort(key=lambda paid: paid[0])
    return books


def code(number):
    """AA, AB ... ZZ"""
    return chr(ord("A") + number // 26) + chr(ord("A") + number % 26)


def letters(books, until):
    """The code and day of each debt that is settled, in the order of these days, so that codes stay."""
    settled = [(on, index) for index, debt in enumerate(books.debts) if (on := debt.settled_on(until))]
    return {id(books.debts[index]): (code(number), on) for number, (on, index) in enumerate(sorted(settled))}


def rows(books, until):
    numbers = dict.fromkeys(JOURNALS, 0)
    lettered = letters(books, until)
    for typed, journal, date, piece, label, lines in books.entries:
        if typed > until:
            continue
        numbers[journal] += 1
        for of, amount in lines:
            debt = of if isinstance(of, Debt) else None
            account, party = (debt.account, debt.party) if debt else (of, "")
            letter, on = lettered.get(id(debt), ("", None))
            yield [journal, JOURNALS[journal], f"{journal}{numbers[journal]:05d}", f"{date:%Y%m%d}", account,
                   ACCOUNTS[account], party, PARTIES.get(party, ""), piece, f"{date:%Y%m%d}", label,
                   written(max(amount, 0), ","), written(max(-amount, 0), ","), letter, f"{on:%Y%m%d}" if on else "",
                   f"{max(date, month_end(typed.month)):%Y%m%d}", "", ""]


# ---- The statements of its bank

BANK, BRANCH, ACCOUNT = "99999", "00001", "00012345678"  # no bank has this code
BEFORE = datetime.date(2025, 12, 31)


def iban():
    """French, with both its keys computed."""
    key = 97 - (89 * int(BANK) + 15 * int(BRANCH) + 3 * int(ACCOUNT)) % 97
    number = f"{BANK}{BRANCH}{ACCOUNT}{key:02d}"
    return f"FR{98 - int(number + '152700') % 97:02d}{number}"


def bank_moves(books, until):
    """(day, piece, label, cents), in the order in which the bank books them, and the balance before them."""
    moves, before = [], 0
    for _, journal, date, piece, label, lines in books.entries:
        amount = sum(amount for of, amount in lines if of == "512000")
        if journal == "AN":
            before += amount
        elif amount and date <= until:
            moves.append((date, piece, label, amount))
    return sorted(moves, key=lambda move: move[0]), before


def in_two(label, length):
    """What fits, in whole words, and the rest."""
    if len(label) <= length:
        return label, ""
    end = label.rindex(" ", 0, length + 1)
    return label[:end], label[end + 1:]


def camt(moves, before, until):
    def balance(kind, amount, date):
        return (f'<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>{money(amount)}<Dt><Dt>{date}</Dt></Dt></Bal>')

    def money(amount):
        return (f'<Amt Ccy="EUR">{written(abs(amount), ".")}</Amt>'
                f'<CdtDbtInd>{"DBIT" if amount < 0 else "CRDT"}</CdtDbtInd>')

    made = f"{until}T20:00:00"
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">'
    yield "<BkToCstmrStmt>"
    yield f"<GrpHdr><MsgId>MSP-{until}</MsgId><CreDtTm>{made}</CreDtTm></GrpHdr>"
    yield (f"<Stmt><Id>2026-1</Id><CreDtTm>{made}</CreDtTm><FrToDt><FrDtTm>{day(1, 1)}T00:00:00</FrDtTm>"
           f"<ToDtTm>{until}T23:59:59</ToDtTm></FrToDt><Acct><Id><IBAN>{iban()}</IBAN></Id><Ccy>EUR</Ccy></Acct>")
    yield balance("OPBD", before, BEFORE)
    yield balance("CLBD", before + sum(move[3] for move in moves), until)
    for number, (date, piece, label, amount) in enumerate(moves, 1):
        yield (f"<Ntry>{money(amount)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{date}</Dt></BookgDt>"
               f"<ValDt><Dt>{date}</Dt></ValDt><AcctSvcrRef>{number:08d}</AcctSvcrRef><BkTxCd/><NtryDtls><TxDtls>"
               f"<Refs><EndToEndId>{piece}</EndToEndId></Refs><RmtInf><Ustrd>{label}</Ustrd></RmtInf></TxDtls>"
               "</NtryDtls></Ntry>")
    yield from ("</Stmt>", "</BkToCstmrStmt>", "</Document>")


def cfonb(moves, before, until):
    """Records of 120 characters. The last digit of an amount bears its sign."""
    def signed(amount):
        digits = f"{abs(amount):014d}"
        return digits[:-1] + ("}JKLMNOPQR" if amount < 0 else "{ABCDEFGHI")[int(digits[-1])]

    def record(code, date, between, rest):
        line = f"{code}{BANK}{'':4}{BRANCH}EUR2 {ACCOUNT}{between:2}{date:%d%m%y}{rest}"
        assert len(line) <= 120, line
        return f"{line:120}"

    yield record("01", BEFORE, "", f"{'':50}{signed(before)}")
    for number, (date, piece, label, amount) in enumerate(moves, 1):
        kind = "B1" if label.startswith("PRLV") else "05" if amount > 0 else "06"
        front, rest = in_two(label, 31)
        yield record("04", date, kind, f"  {date:%d%m%y}{front:31}  {number:07d}  {signed(amount)}{piece:16}")
        if rest:
            yield record("05", date, kind, f"{'':5}LIB{rest:70}")
    yield record("07", until, "", f"{'':50}{signed(before + sum(move[3] for move in moves))}")


def ofx(moves, before, until):
    """Version 1, without end tags, as French banks write it; the balance of the last day alone."""
    for header in ("OFXHEADER:100", "DATA:OFXSGML", "VERSION:102", "SECURITY:NONE", "ENCODING:USASCII", "CHARSET:1252",
                   "COMPRESSION:NONE", "OLDFILEUID:NONE", "NEWFILEUID:NONE", "", "<OFX>"):
        yield header
    yield (f"<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>{until:%Y%m%d}200000<LANGUAGE>FRA"
           "</SONRS></SIGNONMSGSRSV1>")
    yield "<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>"
    yield (f"<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>{BANK}<BRANCHID>{BRANCH}<ACCTID>{ACCOUNT}<ACCTTYPE>CHECKING"
           "</BANKACCTFROM>")
    yield f"<BANKTRANLIST><DTSTART>{day(1, 1):%Y%m%d}<DTEND>{until:%Y%m%d}"
    for number, (date, piece, label, amount) in enumerate(moves, 1):
        # A name has 32 characters; what is longer stands in the memo.
        name, rest = in_two(label, 32)
        memo = f"{rest} {piece}" if rest else piece
        yield (f"<STMTTRN><TRNTYPE>{'CREDIT' if amount > 0 else 'DEBIT'}<DTPOSTED>{date:%Y%m%d}"
               f"<TRNAMT>{written(amount, ',')}<FITID>{number:08d}<NAME>{name}<MEMO>{memo}</STMTTRN>")
    yield "</BANKTRANLIST>"
    yield (f"<LEDGERBAL><BALAMT>{written(before + sum(move[3] for move in moves), ',')}<DTASOF>{until:%Y%m%d}"
           "</LEDGERBAL>")
    yield from ("</STMTRS></STMTTRNRS></BANKMSGSRSV1>", "</OFX>")


def bank_csv(moves, before, until):
    """The newest first, with the balance after each."""
    def spaced(amount):
        return f"{amount // 100:,}".replace(",", " ") + f",{amount % 100:02d}"

    yield "Date;Date de valeur;Débit;Crédit;Libellé;Solde"
    lines, balance = [], before
    for date, _, label, amount in moves:
        balance += amount
        sides = f"-{spaced(-amount)};" if amount < 0 else f";{spaced(amount)}"
        after = f"-{spaced(-balance)}" if balance < 0 else spaced(balance)
        lines.append(f"{date:%d/%m/%Y};{date:%d/%m/%Y};{sides};{label};{after}")
    yield from reversed(lines)


STATEMENTS = {"camt": camt, "cfonb": cfonb, "ofx": ofx, "csv": bank_csv}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--until", type=datetime.date.fromisoformat, default=day(12, 31), help="the day of the export")
    parser.add_argument("--paid", action="store_true", help="the list of what was paid, instead of the export")
    parser.add_argument("--statement", choices=STATEMENTS, help="the statement of the bank, instead of the export")
    options = parser.parse_args()
    books = the_year()
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    if options.paid:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(["date", "line", "account", "amount", "label"])
        for date, line, nature, amount, label in books.paid:
            if date <= options.until:
                writer.writerow([date, line, nature, written(amount, "."), label])
        return
    if options.statement:
        for line in STATEMENTS[options.statement](*bank_moves(books, options.until), options.until):
            sys.stdout.write(line + "\r\n")
        return
    for row in [COLUMNS, *rows(books, options.until)]:
        sys.stdout.write("\t".join(row) + "\r\n")


if __name__ == "__main__":
    main()
