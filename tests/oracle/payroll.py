# SPDX-License-Identifier: MIT
"""The payroll of posts a second time: day by day, in fractions, from the figures as they are published and not from
lib/law. Used by oracle.py; it trusts its input as that does."""

import datetime
import decimal
import functools
from fractions import Fraction

from oracle import cents, date, first_day, half_up, last_day, month_day, month_of, rate, word

KNOWN = month_of(datetime.date(2026, 7, 1))
SMIC = [("2022-01-01", 1057), ("2022-05-01", 1085), ("2022-08-01", 1107), ("2023-01-01", 1127), ("2023-05-01", 1152),
        ("2024-01-01", 1165), ("2024-11-01", 1188), ("2026-01-01", 1202), ("2026-06-01", 1231)]
CEILING = {2022: 3428, 2023: 3666, 2024: 3864, 2025: 3925, 2026: 4005}
# Scale of the taxe sur les salaires: first limit, second limit, allowance of associations.
TAX = {2022: (8133, 16237, 21381), 2023: (8573, 17114, 22535), 2024: (8985, 17936, 23616), 2025: (9147, 18259, 24041),
       2026: (9229, 18423, 24256)}
REDUCED = {  # months up to which the rate of maladie and famille is reduced, in SMIC, and which SMIC
    2022: ("2.5", "3.5", None), 2023: ("2.5", "3.5", None), 2024: ("2.5", "3.5", 1152), 2025: ("2.25", "3.3", 1188)}


def day(text):
    return datetime.date.fromisoformat(text)


def percent(text):
    return Fraction(text) / 100


def employer_rates(first, post, employer):
    """(name, base, to, rate, yearly) on the first day of a month."""
    d2024, d2026 = first >= day("2024-01-01"), first >= day("2026-01-01")
    ags = "0.25" if first >= day("2024-07-01") else "0.20" if d2024 else "0.15"
    rows = [("vieillesse plafonnée", "t1", "urssaf", "8.55"),
            ("vieillesse", "whole", "urssaf", "2.11" if d2026 else "2.02" if d2024 else "1.90"),
            ("csa", "whole", "urssaf", "0.30"), ("fnal", "t1", "urssaf", "0.10"),
            ("chômage", "upto4", "urssaf", "4.00" if first >= day("2025-05-01") else "4.05"),
            ("ags", "upto4", "urssaf", ags), ("formation", "whole", "urssaf", "0.55"),
            ("dialogue", "whole", "urssaf", "0.016"), ("agirc t1", "t1", "retirement", "4.72"),
            ("agirc t2", "t2", "retirement", "12.95"), ("ceg t1", "t1", "retirement", "1.29"),
            ("ceg t2", "t2", "retirement", "1.62"), ("cet", "cet", "retirement", "0.21")]
    if d2026:
        rows += [("maladie", "whole", "urssaf", "13"), ("famille", "whole", "urssaf", "5.25")]
    else:
        rows += [("maladie", "whole", "urssaf", "7"), ("famille", "whole", "urssaf", "3.45"),
                 ("maladie +", "above maladie", "urssaf", "6"), ("famille +", "above famille", "urssaf", "1.80")]
    if post.get("executive"):
        rows.append(("apec", "upto4", "retirement", "0.036"))
    if post.get("fixed_term"):
        rows.append(("cpf", "whole", "urssaf", "1"))
    if employer.get("idcc1147", True):
        rows.append(("idcc 1147", "whole", "urssaf", "0.05"))
    kind = employer["kind"]
    if kind == "company" or (kind == "association" and first >= day("2026-03-01")):
        if employer["alsace"]:
            rows.append(("apprentissage", "whole", "urssaf", "0.44"))
        else:
            rows += [("apprentissage", "whole", "urssaf", "0.59"), ("solde", "whole", "balance", "0.09")]
    return [(name, base, to, percent(value)) for name, base, to, value in rows]


def employee_rates(first, post, employer):
    rows = [("t1", "urssaf", "6.90"), ("whole", "urssaf", "0.40"), ("csg", "urssaf", "6.80"), ("csg", "urssaf", "2.40"),
            ("csg", "urssaf", "0.50"), ("t1", "retirement", "3.15"), ("t2", "retirement", "8.64"),
            ("t1", "retirement", "0.86"), ("t2", "retirement", "1.08"), ("cet", "retirement", "0.14")]
    if post.get("executive"):
        rows.append(("upto4", "retirement", "0.024"))
    if employer["alsace"]:
        rows.append(("whole", "urssaf", "1.30" if first >= day("2022-04-01") else "1.50"))
    return [(base, to, percent(value)) for base, to, value in rows]


def reduction_rule(first):
    """(least, range, exit, power, relieved AT/MP) of the month."""
    if first >= day("2026-01-01"):
        return "0.02", "0.3781", 3, "1.75", "0.0049"
    if first >= day("2025-05-01"):
        return "0", "0.3193", Fraction("1.6"), "1", "0.0050"
    t, share = {2022: ("0.3195", "0.0059"), 2023: ("0.3191", "0.0055")}.get(first.year, ("0.3194", "0.0046"))
    return "0", t, Fraction("1.6"), "1", share


def coefficient(rule, accident, smic, pay):
    """By decimals of eighty digits, to four."""
    least, span, leave, power, share = rule
    if pay <= 0 or pay >= leave * smic:
        return Fraction(0)
    with decimal.localcontext(prec=80):
        def dec(value):
            value = Fraction(value)
            return decimal.Decimal(value.numerator) / decimal.Decimal(value.denominator)
        span = dec(Fraction(span) - max(Fraction(share) - accident, 0))
        x = dec((leave * smic / pay - 1) / (leave - 1))
        exact = min(dec(least) + span * x ** decimal.Decimal(power), dec(least) + span)
        return Fraction(exact.quantize(decimal.Decimal("0.0001"), decimal.ROUND_HALF_UP))


@functools.cache
def grown(value, growth, years, step):
    if years <= 0:
        return value
    return half_up(Fraction(half_up(grown(value, growth, years - 1, step) * (1 + growth) * (100 // step)), 100 // step))


class Figures:
    def __init__(self, employer):
        assume = employer.get("assume", {})
        self.growth = rate(assume.get("smic", 0)), rate(assume.get("ceiling", 0))

    def grown(self, value, which, month, step):
        return grown(value, self.growth[which], month // 12 - KNOWN // 12, step)

    def smic(self, month):
        known = [value for begin, value in SMIC if month_of(day(begin)) <= min(month, KNOWN)][-1]
        return self.grown(known, 0, month, 100)

    def ceiling(self, month):
        """In cents; it grows by whole euros, from the growth in cents."""
        euros = CEILING[min(month // 12, KNOWN // 12)]
        return 100 * self.grown(euros, 1, month, 1)

    def reduction_smic(self, month):
        return self.smic(month // 12 * 12 if month // 12 >= 2025 else month)


def steps_of(value, number):
    """[(first day, value)] of a dated value, the first one from the beginning."""
    if not isinstance(value, list):
        return [(datetime.date.min, number(value))]
    found = [(first_day(v["from"]) if "from" in v else datetime.date.min, number(v["value"])) for v in value]
    return [(datetime.date.min, found[0][1]), *found[1:]]


def on(steps, when):
    return [value for begin, value in steps if begin <= when][-1]


class Post:
    def __init__(self, post, employer, figures, start, last):
        self.post, self.employer, self.figures = post, employer, figures
        self.hired = first_day(post["from"])
        self.leaves = last_day(post["until"]) if "until" in post else None
        self.gross = steps_of(post.get("gross", post.get("hourly")), cents)
        part = "hours" if "hours" in post else "fte"
        self.hours = steps_of(post.get(part, 1), lambda v: rate(str(v).split(" ")[0]) * (1 if part == "hours" else 35))
        self.changes = [b for b, _ in self.gross + self.hours] + [date(r["date"]) for r in post.get("raises", [])]
        minimum = post.get("minimum", employer.get("minimum"))
        self.minimum = [(datetime.date.min, 0)] if minimum is None else steps_of(minimum, cents)
        self.changes += [b for b, _ in self.minimum]
        # Where an amount is withheld, no day is without pay.
        self.absences = [(date(a["from"]), date(a["until"]), a.get("kept_days", 1000), cents(a.get("replacement", 0)))
                         for a in post.get("absences", [])]
        self.withheld = [(month_of(date(a["from"])), cents(a["withheld"])) for a in post.get("absences", [])
                         if "withheld" in a]
        for begins, ends, kept, _ in self.absences:
            self.changes += [begins + datetime.timedelta(kept), ends + datetime.timedelta(1)]
        self.accident = steps_of(employer["work_accident"], rate)
        begin = max(month_of(self.hired), month_of(datetime.date(start.year - 2, 1, 1)), month_of(day("2022-01-01")))
        end = min(last, month_of(self.leaves)) if self.leaves else last
        self.months, self.since_thirteenth, self.contract = [], 0, 0
        for month in range(begin, end + 1):
            if month == begin or month % 12 == 0:
                self.year = {"gross": 0, "ceiling": 0, "smic": Fraction(0), "taken": 0, "rules": {}, "balance": (0, 0),
                             "bases": {}, "limits": [Fraction(0), Fraction(0)]}
            self.months.append(self.compute(month))

    def contract_pay(self, when):
        begin = [b for b, _ in self.gross if b <= when][-1]
        pay = on(self.gross, when)
        for raise_ in self.post.get("raises", []):
            if begin < date(raise_["date"]) <= when:
                pay = half_up(pay * (1 + rate(raise_["rate"]))) if "rate" in raise_ else pay + cents(raise_["amount"])
        return half_up(pay * on(self.hours, when) * 52 / 12) if "hourly" in self.post else pay

    def compute(self, month):
        first, last = month_day(month, 1), month_day(month, 31)
        days = [first + datetime.timedelta(n) for n in range((last - first).days + 1)]
        employed = [d for d in days if d >= self.hired and (self.leaves is None or d <= self.leaves)]
        least = self.figures.smic(month)
        pay, presence = Fraction(0), Fraction(0)
        changes = any(employed[0] < c <= employed[-1] for c in self.changes)
        for d, alike in [(d, 1) for d in employed] if changes else [(employed[0], len(employed))]:
            hours, part = on(self.hours, d), Fraction(alike, len(days))
            if any(a + datetime.timedelta(kept) <= d <= b for a, b, kept, _ in self.absences):
                continue
            agreed = half_up(Fraction(on(self.minimum, d) * hours) / 35)
            pay += max(self.contract_pay(d), agreed, half_up(least * Fraction(1820, 12) * hours / 35)) * part
            presence += Fraction(hours) / 35 * part
        pay, ends = half_up(pay), self.leaves is not None and month_of(self.leaves) == month
        for _, amount in (one for one in self.withheld if one[0] == month):
            left = max(0, pay - amount)
            presence *= Fraction(left, pay)
            pay = left
        bonus = sum(cents(b["amount"]) for b in self.post.get("bonuses", []) if month_of(date(b["date"])) == month)
        extra = 0
        if "thirteenth" in self.post:
            self.since_thirteenth += pay
            if month % 12 + 1 == self.post["thirteenth"] or ends:
                extra, self.since_thirteenth = half_up(Fraction(self.since_thirteenth, 12)), 0
        gross = pay + bonus + extra
        if self.post.get("fixed_term") and ends:
            gross += half_up(Fraction(self.contract + gross, 10))
        self.contract += gross
        found = {"month": month, "last": employed[-1], "gross": gross, "assumed": month > KNOWN,
                 "urssaf": 0, "retirement": 0, "balance": 0, "health": 0, "provident": 0}
        self.contribute(found, first, presence, employed[0])
        self.reduce(found, first, presence, ends or month % 12 == 11, employed[0])
        return found

    def bases(self, gross, ceiling, month, presence):
        """Of the month: what the sums of the year come to, less what they came to before."""
        year = self.year
        year["gross"] += gross
        year["ceiling"] += ceiling
        g, p = year["gross"], year["ceiling"]
        sums = {"whole": g, "t1": min(g, p), "t2": max(min(g, 8 * p) - p, 0), "upto4": min(g, 4 * p),
                "cet": min(g, 8 * p) if g > p else 0}
        if month // 12 in REDUCED:
            *limits, frozen = REDUCED[month // 12]
            for i, name in enumerate(("maladie", "famille")):
                smic, now = frozen or self.figures.smic(month), self.figures.smic(month)
                times = max(Fraction(limits[i]) * smic, 2 * now if frozen == 1152 else 0)
                year["limits"][i] += times * Fraction(1820, 12) * presence
                sums["above " + name] = g if g > year["limits"][i] else 0
        found = {name: value - year["bases"].get(name, 0) for name, value in sums.items()}
        year["bases"] = sums
        return found

    def contribute(self, found, first, presence, begins):
        employer, post, gross, month = self.employer, self.post, found["gross"], found["month"]
        bases = self.bases(gross, half_up(self.figures.ceiling(month) * presence), month, presence)
        covers = withheld = charged = 0
        if "health" in employer and post.get("health", True):
            premium = on(steps_of(employer["health"]["premium"], cents), begins)
            share = half_up(premium * rate(employer["health"].get("employer", "50 %")))
            covers, withheld = covers + share, premium - share
            found["health"] = premium
        contract = employer.get("provident", {}) if post.get("provident", True) else {}
        on_base = bases["whole" if word(contract.get("base", "slice-1")) in ("whole", "totalite") else "t1"]
        own = half_up(on_base * rate(contract.get("employer", 0)))
        theirs = half_up(on_base * rate(contract.get("employee", 0)))
        minimum = 0
        if post.get("executive"):
            minimum = half_up(bases["t1"] * max(percent("1.5") - rate(contract.get("employer", 0)), 0))
        covers, withheld = covers + own + minimum, withheld + theirs
        found["provident"] = own + theirs + minimum
        for _, base, to, value in employer_rates(first, post, employer):
            if to == "balance":  # rounded on the sum of the year
                total, before = self.year["balance"]
                amount = half_up((total + bases[base]) * value) - before
                self.year["balance"] = total + bases[base], before + amount
            else:
                amount = half_up(bases[base] * value)
            found[to] += amount
            charged += amount
        accident = half_up(gross * on(self.accident, begins))
        found["urssaf"] += accident
        found["taxed"] = gross + covers
        in_csg = covers - (0 if employer.get("death_cover_in_csg", True) else minimum)
        bases["csg"] = half_up(bases["upto4"] * percent("98.25")) + gross - bases["upto4"] + in_csg
        for base, to, value in employee_rates(first, post, employer):
            amount = half_up(bases[base] * value)
            found[to] += amount
            withheld += amount
        vouchers = post.get("meal_vouchers")
        value = cents(vouchers["value"]) * vouchers["number"] if vouchers else 0
        theirs = value - half_up(value * rate(vouchers.get("employer", "60 %"))) if vouchers else 0
        training = sum(cents(t["amount"]) for t in post.get("training", []) if month_of(date(t["date"])) == month)
        found["net"] = gross - withheld - theirs + cents(post.get("travel", 0))
        found["staff"] = value + cents(employer.get("payroll_fee", 0)) + training
        found["staff"] += sum(cost for _, ends, _, cost in self.absences if month_of(ends) == month)
        leaving = [(date(c["date"]), cents(c["amount"])) for c in post.get("leaving", [])]
        last = self.leaves is not None and month_of(self.leaves) == month
        ended = sum(c for d, c in leaving if month_of(d) == month or (last and month_of(d) > month))
        found["cost"] = gross + charged + accident + covers + found["staff"] - theirs + cents(post.get("travel", 0)) + ended

    def reduce(self, found, first, presence, closes, begins):
        year, gross = self.year, found["gross"]
        hours = Fraction("151.67") if word(self.employer.get("month_hours", "1820/12")) in ("151.67", "151,67") \
            else Fraction(1820, 12)
        smic = self.figures.reduction_smic(found["month"]) * hours * presence
        accident, rule = on(self.accident, begins), reduction_rule(first)
        year["smic"] += smic
        year["rules"][rule] = year["rules"].get(rule, 0) + gross
        if closes or word(self.employer.get("reduction", "last-month")) == "progressive":
            whole = sum(half_up(coefficient(r, accident, year["smic"], year["gross"]) * pay)
                        for r, pay in year["rules"].items())
            amount = whole - year["taken"]
        else:
            amount = half_up(coefficient(rule, accident, smic, gross) * gross)
        year["taken"] += amount
        pension = half_up(amount * Fraction("0.0601") / (Fraction(rule[0]) + Fraction(rule[1])))
        found["cost"] -= amount
        found["retirement"] -= pension
        found["urssaf"] -= amount - pension


def on_scale(year, base, part=1):
    first, second, _ = (100 * value * Fraction(part) for value in TAX[min(year, 2026)])
    return (min(base, first) * percent("4.25") + max(min(base, second) - first, 0) * percent("8.5") +
            max(base - second, 0) * percent("13.6"))


def euros(exact):
    return 100 * half_up(Fraction(exact) / 100)


def parted(whole, weights):
    """By largest remainder, ties by position."""
    total = sum(weights)
    if total == 0:
        return [0] * len(weights)
    sign, exact = (-1 if whole < 0 else 1), [abs(whole) * w / total for w in weights]
    parts = [int(e) for e in exact]
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in order[:abs(whole) - sum(parts)]:
        parts[i] += 1
    return [sign * p for p in parts]


def tax_payments(posts, kind, last, declared):
    """(first month, last month, due day, shares by post) of the taxe sur les salaires of one employer; `declared` by year."""
    years = [p.months[0]["month"] // 12 for p in posts if p.months]
    owed_before = 0
    for year in range(min(years, default=last // 12 + 1), last // 12 + 1):
        before = declared.get(year - 1, owed_before)

        def bases(first, until):
            return [euros(sum(m["taxed"] for m in p.months if first <= m["month"] <= until)) for p in posts]
        scale = [on_scale(year, b) for b in bases(12 * year, 12 * year + 11)]
        due = sum(scale)
        if due <= 120000:
            due = 0
        else:
            due -= Fraction(3, 4) * (204000 - due) if due < 204000 else 0
            due = max(due - (100 * TAX[min(year, 2026)][2] if kind == "association" else 0), 0)
        due = euros(due)
        shares = parted(due, scale)
        step = 12 if before < 400000 else 3 if before <= 1000000 else 1
        for end in range(12 * year + step - 1, min(12 * year + 11, last + 1), step):
            part = Fraction(step, 12)
            weights = [on_scale(year, b, part) for b in bases(end - step + 1, end)]
            owed = sum(weights) - (100 * TAX[min(year, 2026)][2] * part if kind == "association" else 0)
            paid = parted(euros(max(owed, 0)), weights)
            yield end - step + 1, end, month_day(end + 1, 15), paid
            shares = [s - p for s, p in zip(shares, paid)]
        if 12 * year + 11 <= last:
            yield 12 * year, 12 * year + 11, month_day(12 * year + 12, 15), shares
        owed_before = due


def add_posts(plan):
    """All payments of the posts of a plan, up to its end."""
    last = month_of(plan.end)
    employers = plan.tables("employer")
    for employer in employers:
        entity = next(e for e in plan.entities if "entity" not in employer or e["id"] == employer["entity"])
        employer = employer | {"alsace": word(entity.get("holidays", "france")) == "alsace-moselle"}
        form = word(entity.get("form", "sisa"))
        employer["kind"] = {"societe": "company"}.get(word(employer.get("kind", form)), word(employer.get("kind", form)))
        figures, posts = Figures(employer), []
        for table in plan.tables("post"):
            bank = plan.bank_of(table)
            if bank["entity"] == entity["id"] and form_of(table) in ("employee", "shared"):
                posts.append((table, bank, Post(table, employer, figures, plan.start, last)))
        for table, bank, post in posts:
            add_payments(plan, table, bank, employer, post)
        if employer.get("payroll_tax", True):
            so_far, declared = {}, {t["year"]: cents(t["amount"]) for t in employer.get("declared_payroll_tax", [])}
            for first, until, due, shares in tax_payments([p for _, _, p in posts], employer["kind"], last, declared):
                for (table, bank, post), amount in zip(posts, shares):
                    assumed = any(m["assumed"] for m in post.months if first <= m["month"] <= until)
                    belongs = datetime.date(first // 12, 12, 31)
                    pay(plan, bank, due, table["id"], "payroll-tax", amount, belongs, assumed)
                    if form_of(table) == "shared":
                        before = so_far.get((table["id"], belongs), 0)
                        so_far[table["id"], belongs] = before + amount
                        invoiced = not_kept(table, before + amount) - not_kept(table, before)
                        receive(plan, bank, plan.cash_day(due, {"delay": table.get("delay")}, bank), table["id"], invoiced, belongs, assumed)
    for table in plan.tables("post"):
        if form_of(table) not in ("employee", "shared"):
            add_invoices(plan, table, last)


FORMS = {"salarie": "employee", "partage": "shared", "mis-a-disposition": "seconded", "prestation": "service",
         "professionnel": "professional"}


def form_of(table):
    form = word(table.get("form", "employee"))
    return FORMS.get(form, form)


def not_kept(table, amount):
    return amount - half_up(amount * rate(table["kept"]))


def receive(plan, bank, due, line, amount, belongs, assumed):
    if amount:
        plan.add(bank, due, due, f"{line}.reinvoiced", plan.exercise_of(belongs, bank),
                 "assumed" if assumed else "planned", amount, True)


def grouped(plan, bank, table, months):
    """Invoices of months, together by month or quarter and exercise: (day of payment, the months)."""
    step, groups = 3 if word(table.get("every", "month")) in ("quarter", "trimestre") else 1, {}
    for m in months:
        groups.setdefault((m["month"] // step, plan.exercise_of(m["last"], bank)), []).append(m)
    for (number, _), together in groups.items():
        yield plan.cash_day(month_day(number * step + step - 1, 31), {"delay": table.get("delay")}, bank), together


def add_invoices(plan, table, last):
    """What a post that the entity does not employ is invoiced for, day by day."""
    bank, hired = plan.bank_of(table), first_day(table["from"])
    leaves = last_day(table["until"]) if "until" in table else None
    price = steps_of(table.get("invoice", table.get("hourly")), cents)
    part = "hours" if "hours" in table else "fte"
    hours = steps_of(table.get(part, 1), lambda v: rate(str(v).split(" ")[0]) * (1 if part == "hours" else 35))
    vat = rate(table.get("vat", "0 %" if form_of(table) == "professional" else "20 %"))

    def a_month(when):
        begin = [b for b, _ in price if b <= when][-1]
        amount = on(price, when)
        for raise_ in table.get("raises", []):
            if begin < date(raise_["date"]) <= when:
                amount = half_up(amount * (1 + rate(raise_["rate"]))) if "rate" in raise_ else amount + cents(raise_["amount"])
        return half_up(Fraction(amount * table.get("weeks", 52)) * on(hours, when) / 12) if "hourly" in table else amount

    months = []
    begin = max(month_of(hired), month_of(datetime.date(plan.start.year - 2, 1, 1)))
    for month in range(begin, (min(last, month_of(leaves)) if leaves else last) + 1):
        days = [month_day(month, 1) + datetime.timedelta(n) for n in range(month_day(month, 31).day)]
        there = [d for d in days if hired <= d and (leaves is None or d <= leaves)]
        amount = half_up(sum(Fraction(a_month(d), len(days)) for d in there))
        amount += half_up(amount * rate(table.get("fee", 0)))
        months.append({"month": month, "last": there[-1], "total": amount + half_up(amount * vat)})
    for due, together in grouped(plan, bank, table, months):
        amount = sum(m["total"] for m in together)
        if amount:
            plan.add(bank, due, due, table["id"], plan.exercise_of(together[-1]["last"], bank), "planned", -amount, False)


def pay(plan, bank, due, line, part, amount, belongs, assumed):
    if amount:
        plan.add(bank, due, due, f"{line}.{part}", plan.exercise_of(belongs, bank), "assumed" if assumed else "planned",
                 -amount, False)


def add_payments(plan, table, bank, employer, post):
    def on_day(month, typed, otherwise):
        typed = otherwise if typed is None else typed
        return month_day(month, 31 if word(typed) == "last" else int(typed))

    if form_of(table) == "shared":
        for due, together in grouped(plan, bank, table, post.months):
            parts = [not_kept(table, m["cost"]) for m in together]
            amount = sum(p + half_up(p * rate(table.get("fee", 0))) for p in parts)
            receive(plan, bank, due, table["id"], amount, together[-1]["last"], any(m["assumed"] for m in together))
    for cost in table.get("leaving", []):
        when = date(cost["date"])
        pay(plan, bank, when, table["id"], "leaving", cents(cost["amount"]), when, False)
    for m in post.months:
        for part in ("net", "staff"):
            due = on_day(m["month"], employer.get("pay_day"), 31)
            pay(plan, bank, due, table["id"], part, m[part], m["last"], m["assumed"])
    rhythm = employer.get("contributions", "month")
    health, provident = employer.get("health", {}), employer.get("provident", {})
    for part, every, due_day in (("urssaf", rhythm, 15), ("retirement", rhythm, 25),
                                 ("health", health.get("every", "month"), health.get("day", 15)),
                                 ("provident", provident.get("every", "month"), provident.get("day", 15))):
        step = 3 if word(every) == "quarter" else 1
        groups = {}
        for m in post.months:
            groups.setdefault((m["month"] // step, plan.exercise_of(m["last"], bank)), []).append(m)
        for (number, _), months in groups.items():
            pay(plan, bank, on_day(number * step + step, due_day, 15), table["id"], part, sum(m[part] for m in months),
                months[-1]["last"], any(m["assumed"] for m in months))
    groups = {}
    for m in post.months:
        groups.setdefault((m["month"] // 12, plan.exercise_of(m["last"], bank)), []).append(m)
    for (year, _), months in groups.items():
        pay(plan, bank, datetime.date(year + 1, 5, 15), table["id"], "apprenticeship", sum(m["balance"] for m in months),
            months[-1]["last"], any(m["assumed"] for m in months))
