# SPDX-License-Identifier: MIT
"""What a post costs and brings a second time, in fractions, from the manual alone. The cost of each month is asked of
msp-coordinator --view post, which has an oracle of its own (payroll.py); funding by the ACI has one too (aci.py)."""

import calendar
import datetime
from fractions import Fraction

LEVELS = ("low", "central", "high")
KNOWN = 12 * 2026 + 6  # July 2026, the last month whose rates were read
VIEWS = ("company", "professionals", "together")
SHARES = ("share", "becomes", "reduction", "rise")
PRODUCTS = {
    "time": ("professionals", "weeks", "hours", "share", "week_hours", "becomes", "hour_value", "per_hour", "fee"),
    "missed-appointments": ("professionals", "weeks", "missed", "reduction", "fee"),
    "fill-rate": ("professionals", "weeks", "slots", "rise", "fee"),
    "meetings": ("meetings", "hours", "hour_value", "per_hour", "fee"),
    "management": ("professionals", "weeks", "hours", "becomes", "hour_value", "per_hour", "fee"),
    "amount": ("amount",),
}
FACTORS = ("professionals", "weeks", "hours", "share", "week_hours", "becomes", "hour_value", "per_hour", "fee", "missed",
           "reduction", "slots", "rise", "meetings", "amount")
EUROS = ("hour_value", "fee", "amount")
UNITS = {"hours": "hours", "week_hours": "hours"}


def day(text):
    return datetime.date.fromisoformat(text)


def half_up(value):
    """To whole cents, a half away from zero."""
    sign = -1 if value < 0 else 1
    return sign * ((2 * abs(value) + 1) // 2)


def number(text):
    text = str(text)
    return Fraction(text[:-1].strip()) / 100 if text.endswith("%") else Fraction(text)


def month_of(date):
    return date.year * 12 + date.month - 1


def first_of(month):
    return datetime.date(month // 12, month % 12 + 1, 1)


def last_of(month):
    return datetime.date(month // 12, month % 12 + 1, calendar.monthrange(month // 12, month % 12 + 1)[1])


def add_months(date, months):
    month = month_of(date) + months
    return min(last_of(month), first_of(month).replace(day=min(date.day, last_of(month).day)))


class Returns:
    def __init__(self, budget, rows, years, rate):
        """`rows` are those of --view post, over the whole calendar years."""
        self.budget, self.post, self.rate = budget, budget["post"][0], rate
        opens = day(budget["bank"]["date"]).replace(day=1)
        self.begins = max(day(self.post["from"]), opens)
        ends_in = budget.get("entity", {}).get("year_end", "12-31")
        self.year_end = tuple(int(part) for part in ends_in.split("-"))
        first = self.exercise_of(last_of(month_of(self.begins)))
        self.ends = datetime.date(first + years - 1, *self.year_end)
        if "until" in self.post:
            self.ends = min(self.ends, day(self.post["until"]))
        self.months = list(range(month_of(self.begins), month_of(self.ends) + 1))
        self.exercises = sorted({self.exercise_of(last_of(month)) for month in self.months})
        self.items = []
        self.cost(rows)
        for funding in budget.get("funding", []):
            self.fund(funding)
        for gain in budget.get("gain", []):
            self.gain(gain)

    def exercise_of(self, date):
        return date.year + ((date.month, date.day) > self.year_end)

    def twelfths(self, begin, end):
        found = []
        for month in self.months:
            days = (min(last_of(month), end, self.ends) - max(first_of(month), begin, self.begins)).days + 1
            found.append(Fraction(max(0, days), 12 * last_of(month).day))
        return found

    def days_of(self, table):
        return (day(table["from"]) if "from" in table else self.begins,
                day(table["until"]) if "until" in table else self.ends)

    def add(self, role, item, by_level):
        """Exact cents by month; months are what the sums of their exercise, rounded, rise by."""
        rounded = {}
        for level, cents in by_level.items():
            so_far, before, exercise, months = Fraction(0), 0, None, []
            for month, value in zip(self.months, cents):
                if self.exercise_of(last_of(month)) != exercise:
                    so_far, before, exercise = Fraction(0), 0, self.exercise_of(last_of(month))
                so_far += value
                months.append(half_up(so_far) - before)
                before = half_up(so_far)
            rounded[level] = months
        self.items.append((role, item, rounded))

    def even(self, role, item, cents):
        self.add(role, item, {level: cents for level in LEVELS})

    def cost(self, rows):
        gross, tax = {}, {}
        for row in rows:
            gross[int(row["month"][:4])] = gross.get(int(row["month"][:4]), 0) + number(row["gross"])
            tax[int(row["month"][:4])] = tax.get(int(row["month"][:4]), 0) + number(row["payroll_tax"])
        cents = []
        for month in self.months:
            row = next(row for row in rows if row["month"] == f"{month // 12:04}-{month % 12 + 1:02}")
            year = month // 12
            share = tax[year] * number(row["gross"]) / gross[year] if gross[year] else 0
            cents.append(100 * (number(row["cost"]) + share))
        self.even("cost", "cost", cents)

    @staticmethod
    def steps(value):
        """(first day, value, last day) of a value or of a list with days."""
        if not isinstance(value, list):
            return [(datetime.date.min, number(value), datetime.date.max)]
        days = [day(step["from"]) if "from" in step else datetime.date.min for step in value]
        ends = [each - datetime.timedelta(1) for each in days[1:]] + [datetime.date.max]
        return [(begin, number(step["value"]), end) for begin, step, end in zip(days, value, ends)]

    def fund(self, funding):
        begin, end = self.days_of(funding)
        cents = [Fraction(0)] * len(self.months)
        whole = self.twelfths(self.begins, self.ends)
        cost = self.items[0][2]["central"]
        for first, value, last in self.steps(funding.get("amount", funding.get("share"))):
            held = self.twelfths(max(begin, first), min(end, last))
            for i, part in enumerate(held):
                cents[i] += 100 * value * part if "amount" in funding else value * cost[i] * part / whole[i]
        if "share" in funding:
            cents = self.bounded(funding, cents, self.twelfths(begin, end))
        role = "contribution" if funding["kind"] == "associates" else "funding"
        self.even(role, "funding." + funding["id"], cents)

    def bounded(self, funding, cents, twelfths):
        for exercise in self.exercises:
            places = [i for i, month in enumerate(self.months) if self.exercise_of(last_of(month)) == exercise]
            total, years = sum(cents[i] for i in places), sum(twelfths[i] for i in places)
            wanted = total
            if "least" in funding:
                wanted = max(wanted, 100 * number(funding["least"]) * years)
            if "most" in funding:
                wanted = min(wanted, 100 * number(funding["most"]) * years)
            if total:
                for i in places:
                    cents[i] = cents[i] * wanted / total
        return cents

    def gain(self, gain):
        begin, end = self.days_of(gain)
        start = day(gain["from"]) if "from" in gain else day(self.post["from"])
        held = [Fraction(0)] * len(self.months)
        for step in [*gain.get("ramp", []), None]:
            until = end if step is None else min(end, add_months(start, step["months"]) - datetime.timedelta(1))
            for i, part in enumerate(self.twelfths(start, until)):
                held[i] += part * (1 if step is None else number(step["share"]))
            start = until if step is None else add_months(start, step["months"])
        role = "company_gain" if gain.get("to") == "company" else "professional_gain"
        products = {level: self.product(gain, level) for level in LEVELS}
        self.add(role, "gain." + gain["id"],
                 {level: [100 * products[level] * part for part in held] for level in LEVELS})
        if gain["kind"] == "time":
            self.items[-1] += ({level: sum(held) * 100 * self.product(gain, level, ("hours", "share", "week_hours"))
                                for level in LEVELS}, gain)

    @staticmethod
    def product(gain, level, without=()):
        value = Fraction(1)
        for key in PRODUCTS[gain["kind"]]:
            if key in gain and key not in without:
                value *= number(gain[key].get(level, gain[key]["central"]))
        return value

    @staticmethod
    def sign(view, role):
        return {"company": {"cost": -1, "funding": 1, "contribution": 1, "company_gain": 1, "professional_gain": 0},
                "professionals": {"cost": 0, "funding": 0, "contribution": -1, "company_gain": 0,
                                  "professional_gain": 1},
                "together": {"cost": -1, "funding": 1, "contribution": 0, "company_gain": 1,
                             "professional_gain": 1}}[view][role]

    def by_exercise(self, months):
        return [sum(value for month, value in zip(self.months, months)
                    if self.exercise_of(last_of(month)) == exercise) for exercise in self.exercises]

    def above_cost(self):
        """Whether money from outside and from associates is more than the cost of an exercise."""
        sums = [0] * len(self.exercises)
        for role, _, rounded, *_ in self.items:
            if role in ("funding", "contribution"):
                sums = [a + b for a, b in zip(sums, self.by_exercise(rounded["central"]))]
        return any(paid > cost for paid, cost in zip(sums, self.by_exercise(self.items[0][2]["central"])))

    def rows(self):
        """(exercise, view, item, unit, low, central, high, source)"""
        whole_life, found, totals = [], [], {}
        for view in VIEWS:
            own = {"company": ("cost", "funding", "company_gain", "contribution"),
                   "professionals": ("contribution", "professional_gain"), "together": ()}[view]
            table = {"net_cost": {}, "gains": {}, "result": {}, "cumulative": {}}
            life = {"payback": {}, "return_on_investment": {}, "net_present_value": {}}
            for level in LEVELS:
                monthly, net, gains = [0] * len(self.months), [0] * len(self.exercises), [0] * len(self.exercises)
                for role, _, rounded, *_ in self.items:
                    sign = self.sign(view, role)
                    monthly = [a + sign * b for a, b in zip(monthly, rounded[level])]
                    sums = self.by_exercise(rounded[level])
                    if role.endswith("gain"):
                        gains = [a + sign * b for a, b in zip(gains, sums)]
                    else:
                        net = [a - sign * b for a, b in zip(net, sums)]
                result = [a - b for a, b in zip(gains, net)]
                table["net_cost"][level], table["gains"][level], table["result"][level] = net, gains, result
                table["cumulative"][level] = [sum(result[:i + 1]) for i in range(len(result))]
                totals[view, level] = sum(result)
                life["payback"][level] = self.payback(monthly)
                life["return_on_investment"][level] = (
                    percent(Fraction(sum(gains) - sum(net), sum(net))) if sum(net) > 0 else "")
                life["net_present_value"][level] = self.present(result)
            for role, item, rounded, *_ in self.items:
                if role in own:
                    found += self.lines(view, item, {level: self.by_exercise(rounded[level]) for level in LEVELS})
            for item, by_level in table.items():
                found += self.lines(view, item, by_level)
            for (item, by_level), unit in zip(life.items(), ("months", "percent", "eur")):
                whole_life.append(["", view, item, unit, *(by_level[level] for level in LEVELS)])
        for exercise in self.exercises:
            beyond = sum(month > KNOWN for month in self.months if self.exercise_of(last_of(month)) == exercise)
            if beyond:
                found.append([str(exercise), "company", "assumed_months", "months", *[str(beyond)] * 3])
        return [row + [""] for row in found + whole_life + self.break_evens(totals)] + self.assumptions()

    def assumptions(self):
        """What is typed of each gain, a share in percent, in the order of the factors; of whoever gains."""
        found = []
        for gain in self.budget["gain"]:
            view = "company" if gain.get("to") == "company" else "professionals"
            for key in FACTORS:
                if key not in gain:
                    continue
                unit = "percent" if key in SHARES else "eur" if key in EUROS else UNITS.get(key, "number")
                scale = 100 if key in SHARES else 1
                values = [shortest(number(gain[key].get(level, gain[key]["central"])) * scale) for level in LEVELS]
                found.append(["", view, f"assumption.{gain['id']}.{key}", unit, *values,
                              gain[key].get("source", "hypothesis")])
        return found

    def lines(self, view, item, by_level):
        return [[str(exercise), view, item, "eur", *(euros(by_level[level][i]) for level in LEVELS)]
                for i, exercise in enumerate(self.exercises)]

    @staticmethod
    def payback(monthly):
        so_far, first = 0, ""
        for place, value in enumerate(monthly, 1):
            so_far += value
            first = "" if so_far < 0 else first or str(place)
        return first

    def present(self, result):
        if self.rate is None:
            return ""
        return euros(half_up(sum(Fraction(value) / (1 + self.rate) ** k for k, value in enumerate(result, 1))))

    def break_evens(self, totals):
        found = []
        for _, item, rounded, *rest in self.items:
            if not rest:
                continue
            an_hour, gain = rest
            hours = {level: max(Fraction(0), Fraction(sum(rounded[level]) - totals["together", level]) / an_hour[level])
                     if an_hour[level] else None for level in LEVELS}
            name = item.removeprefix("gain.")
            found.append(["", "together", "break_even." + name, "hours", *(up(hours[level]) for level in LEVELS)])
            each = {level: hours[level] * number(gain["per_hour"].get(level, gain["per_hour"]["central"])) *
                    number(gain.get("becomes", {}).get(level, gain.get("becomes", {}).get("central", 1)))
                    if "per_hour" in gain and hours[level] is not None else None for level in LEVELS}
            found.append(["", "together", "break_even_consultations." + name, "consultations",
                          *(up(each[level]) for level in LEVELS)])
        return found


def euros(cents):
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02}"


def shortest(value):
    """A decimal fraction without zeros at its end."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = f"{int(abs(value) * 10**places):0{places + 1}}"
    return digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}"


def percent(share):
    tenths = half_up(share * 1000)
    return f"{'-' if tenths < 0 else ''}{abs(tenths) // 10}.{abs(tenths) % 10}"


def up(value):
    return "" if value is None else euros(-((-value * 100) // 1))
