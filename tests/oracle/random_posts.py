# SPDX-License-Identifier: MIT
"""Budgets of posts at random, around every threshold: what decides pay, contributions, reduction and tax."""

import datetime
import random

# Monthly pay at which something of the law begins or ends, in cents, full time.
EDGES = [160312, 167895, 174720, 176692, 180180, 182303, 186702, 282707, 288288, 342800, 366600, 386400, 392500, 400500,
         405405, 436800, 546909, 546910, 546911, 594594, 611520, 1602000, 3204000]


def text_of(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {text_of(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(text_of, value)) + "]"
    if isinstance(value, str):
        return f'"{value}"'
    return str(value)


def euros(cents):
    return f"{cents // 100}.{cents % 100:02}"


class Number:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text


def amount(cents):
    return Number(euros(cents))


def some_day(pick, first=2023, last=2027):
    return datetime.date(pick.randint(first, last), pick.randint(1, 12), pick.randint(1, 28))


def employer(pick):
    table = {"kind": pick.choice(["sisa", "association", "company"]),
             "work_accident": pick.choice(["1 %", "0.64 %", "0.3 %", "2.08 %"]),
             "assume": {"smic": pick.choice(["0 %", "1.5 %", "2.37 %"]), "ceiling": pick.choice(["0 %", "2 %"])}}
    if pick.random() < 0.2:
        table["work_accident"] = [{"value": "1 %"}, {"from": some_day(pick), "value": "1.25 %"}]
    for key, value in (("contributions", "quarter"), ("reduction", "progressive"), ("month_hours", "151.67"),
                       ("idcc1147", False), ("payroll_tax", False), ("death_cover_in_csg", False),
                       ("payroll_fee", amount(2150)), ("pay_day", pick.randint(1, 31))):
        if pick.random() < 0.3:
            table[key] = value
    if pick.random() < 0.3 and table.get("payroll_tax", True):  # at the limits of once, quarters and months
        table["declared_payroll_tax"] = [
            {"year": year, "amount": amount(pick.choice([0, 399999, 400000, 1000000, 1000001, pick.randint(0, 2000000)]))}
            for year in pick.sample(range(2022, 2029), pick.randint(1, 3))]
    if pick.random() < 0.5:
        table["health"] = {"premium": amount(pick.randint(0, 12000)), "employer": f"{pick.randint(50, 100)} %",
                           "every": pick.choice(["month", "quarter"]), "day": pick.randint(1, 31)}
    if pick.random() < 0.5:
        table["provident"] = {"employer": f"{pick.randint(0, 30) / 10} %", "employee": f"{pick.randint(0, 10) / 10} %",
                              "base": pick.choice(["slice-1", "whole"]), "every": pick.choice(["month", "quarter"])}
    return table


def invoiced(pick, number):
    begins = some_day(pick, 2022, 2027)
    table = {"id": f"post-{number}", "form": pick.choice(["seconded", "service", "professional"]), "from": begins}
    if pick.random() < 0.5:
        table |= {"hourly": amount(pick.randint(1, 9000)), "hours": Number(str(pick.randint(1, 35))),
                  "weeks": pick.randint(1, 52)}
    else:
        table["invoice"] = [{"value": amount(pick.randint(1, 900000))},
                            {"from": begins + datetime.timedelta(pick.randint(1, 500)), "value": amount(pick.randint(1, 900000))}]
    if pick.random() < 0.4:
        table["until"] = begins + datetime.timedelta(pick.randint(0, 900))
    return table | terms(pick)


def terms(pick):
    """Of an invoice."""
    table = {}
    for key, value in (("fee", "4.5 %"), ("vat", pick.choice(["0 %", "5.5 %"])), ("every", "quarter"),
                       ("delay", pick.choice(["30 days", "2 months", "45 days end of month"]))):
        if pick.random() < 0.4:
            table[key] = value
    return table


def absences(pick, hired, leaves):
    found, day = [], hired
    for _ in range(pick.randint(1, 3)):
        begins = day + datetime.timedelta(pick.randint(0, 300))
        day = begins + datetime.timedelta(pick.randint(0, 100))
        if leaves is None or day <= leaves:
            found.append({"from": begins, "until": day, "kept_days": pick.randint(0, 90),
                          "replacement": amount(pick.randint(0, 500000))})
            if (begins.year, begins.month) == (day.year, day.month) and pick.random() < 0.5:
                del found[-1]["kept_days"]
                found[-1]["withheld"] = amount(pick.randint(0, 60000))
        day += datetime.timedelta(1)
    return found


def post(pick, number):
    if pick.random() < 0.15:
        return invoiced(pick, number)
    hired = some_day(pick, 2022, 2027)
    full = pick.choice(EDGES) + pick.randint(-3, 3) if pick.random() < 0.7 else pick.randint(182303, 900000)
    hours = pick.choice([Number("35"), Number("17.5"), Number(str(pick.randint(1, 35))), Number("24.25")])
    part = float(str(hours)) / 35
    least = int(186702 * 1.12 * part) + 2  # above each minimum wage, unless rises of it are wanted
    gross = max(int(full * part), least) if pick.random() < 0.7 else int(187000 * 1.03 * part) + 2
    table = {"id": f"post-{number}", "from": hired, "gross": amount(gross), "hours": hours}
    if pick.random() < 0.4:
        table["until"] = hired + datetime.timedelta(pick.randint(0, 900))
        table["fixed_term"] = pick.random() < 0.5
    if pick.random() < 0.2:
        table["executive"] = True
    if pick.random() < 0.3:
        table["thirteenth"] = pick.randint(1, 12)
    later = hired + datetime.timedelta(pick.randint(1, 700))
    if pick.random() < 0.3:
        table["raises"] = [{"date": later, "rate": "2.35 %"},
                           {"date": later + datetime.timedelta(200), "amount": amount(pick.randint(1, 90000))}]
        if "until" in table:
            table["raises"] = [each for each in table["raises"] if each["date"] <= table["until"]]
    elif pick.random() < 0.2:
        table["gross"] = [{"value": amount(gross)}, {"from": later, "value": amount(gross + 12345)}]
    if pick.random() < 0.2:
        table["bonuses"] = [{"date": hired, "amount": amount(pick.randint(1, 2000000))}]
    if pick.random() < 0.2:
        table |= {"meal_vouchers": {"number": 18, "value": amount(pick.randint(1, 1500)), "employer": "55 %"},
                  "travel": amount(4321), "training": [{"date": hired, "amount": amount(50000)}]}
    for cover in ("health", "provident"):
        if pick.random() < 0.2:
            table[cover] = False
    if pick.random() < 0.2:
        table["absences"] = absences(pick, hired, table.get("until"))
    if pick.random() < 0.3 and "until" in table:
        table["leaving"] = [{"date": table["until"] + datetime.timedelta(pick.randint(-3, 70)), "amount": amount(123456)}]
        table["leaving"] = [cost for cost in table["leaving"] if cost["date"] >= hired]
    if pick.random() < 0.2:  # rises that lift the pay, beginning below it
        low = int(float(table["gross"].text) / part * 100) if isinstance(table["gross"], Number) else 100
        table["minimum"] = [{"value": amount(max(low - 10, 0))}, {"from": later, "value": amount(max(low + pick.randint(-500, 20000), 0))}]
    if pick.random() < 0.2:
        table |= {"form": "shared", "kept": f"{pick.randint(0, 100)} %"} | terms(pick)
    return table


def budget(seed):
    """The text of a budget with one to five posts, five years from an opening of 2024 to 2026."""
    pick = random.Random(seed)
    region = "alsace-moselle" if pick.random() < 0.2 else "france"
    year_end = pick.choice(["12-31", "12-31", "08-31", "06-30"])
    opening = some_day(pick, 2024, 2026)
    lines = ["[entity]", 'form = "SISA"', f'holidays = "{region}"', f'year_end = "{year_end}"', "[bank]",
             "opening = 1000000.00", f"date = {opening}", "[forecast]", "months = 60", "[employer]"]
    lines += [f"{k} = {text_of(v)}" for k, v in employer(pick).items()]
    for number in range(pick.randint(1, 5)):
        lines += ["[[post]]"] + [f"{k} = {text_of(v)}" for k, v in post(pick, number).items()]
    return "\n".join(lines) + "\n"
