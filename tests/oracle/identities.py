# SPDX-License-Identifier: MIT
"""What adds up in the plan and in the balances of any budget, said by plain sums of what msp-forecast prints as CSV.

In each column of the plan, its total among them, what is brought forward and the net make the closing. A period begins
with what the one before has left, and with what the accounts hold that open in it; the total with what the first one
begins with, and with that of all accounts that open later. So it is by rows in the balances. An account has no lowest
balance before it opens.
"""

import datetime
from decimal import Decimal

ONE_DAY = datetime.timedelta(days=1)
FLOWS = ("receipts", "payments", "net")


def period_days(name, until):
    """The days of 2026, 2026-Q2, 2026-04 or 2026-04-05, none after the last one shown."""
    year, _, rest = name.partition("-")
    if len(rest) > 2:
        day = datetime.date.fromisoformat(name)
        return day, day
    first, months = (1, 12) if not rest else (3 * int(rest[1]) - 2, 3) if rest[0] == "Q" else (int(rest), 1)
    end = int(year) * 12 + first - 1 + months
    return datetime.date(int(year), first, 1), min(datetime.date(end // 12, end % 12 + 1, 1) - ONE_DAY, until)


def joining(banks, first, last):
    """By period but the first: what accounts bring that open in it. `banks`: (day, opening); `first`, `last`: of the
    periods."""
    return [sum((opening for day, opening in banks if begin <= day <= end), Decimal(0))
            for begin, end in list(zip(first, last))[1:]]


def money(row, columns):
    return [Decimal(row[column]) for column in columns]


def plan_faults(rows, banks_of, until):
    """What does not add up; `rows` of one plan view, `banks_of(entity, bank)` the (day, opening) of an account, or of
    all of them, `until` the last day shown."""
    columns = list(rows[0])
    begin, end = columns.index("label") + 1, columns.index("total")
    periods = columns[begin:end]
    first, last = zip(*(period_days(period, until) for period in periods))
    plans = {}
    for row in rows:
        plans.setdefault((row["scenario"], row["entity"]), []).append(row)
    for (scenario, entity), own in plans.items():
        name = f"{scenario} {entity}"
        whole = {row["section"]: money(row, periods) for row in own if row["row"] == "whole"}
        total = {row["section"]: Decimal(row["total"]) for row in own if row["row"] == "whole"}
        joined = joining(banks_of(entity, "all"), first, last)
        for i, period in enumerate([*periods, "total"]):
            at = {section: amounts[i] if i < len(periods) else total[section] for section, amounts in whole.items()}
            if at["opening"] + at["net"] != at["closing"]:
                yield f"{name} {period}: {at['opening']} + {at['net']} is not {at['closing']}"
            if at["receipts"] - at["payments"] != at["net"]:
                yield f"{name} {period}: {at['receipts']} - {at['payments']} is not {at['net']}"
            for section in ("receipts", "payments"):
                parts = sum(Decimal(row[period]) for row in own
                            if row["section"] == section and row["row"] in ("line", "reciprocal"))
                categories = sum(Decimal(row[period]) for row in own
                                 if row["section"] == section and row["row"] in ("category", "reciprocal"))
                if not parts == categories == at[section]:
                    yield f"{name} {period}: {section} of {parts} in lines, {categories} by category, not {at[section]}"
        for i, more in enumerate(joined):
            if whole["closing"][i] + more != whole["opening"][i + 1]:
                yield f"{name} {periods[i + 1]}: {whole['closing'][i]} + {more} is not {whole['opening'][i + 1]}"
        if whole["opening"][0] + sum(joined) != total["opening"]:
            yield f"{name}: begins with {total['opening']}, not {whole['opening'][0]} + {sum(joined)}"
        if total["closing"] != whole["closing"][-1]:
            yield f"{name}: ends with {total['closing']}, not {whole['closing'][-1]}"
        for row in own:
            amounts = money(row, periods)
            if row["section"] in FLOWS and sum(amounts) != Decimal(row["total"]):
                yield f"{name} {row['section']} {row['label']}: {sum(amounts)} is not {row['total']}"
            if row["section"] in ("lowest", "margin"):
                opens = min(day for day, _ in banks_of(entity, row["line"] or "all"))
                least = min((amount for amount, end in zip(amounts, last) if opens <= end), default=Decimal(0))
                if least != Decimal(row["total"]):
                    yield f"{name} {row['section']} {row['label']}: {least} is not {row['total']}"


def balance_faults(rows, banks_of, until):
    """The same of one view of balances."""
    tables = {}
    for row in rows:
        tables.setdefault((row["scenario"], row["entity"], row["bank"]), []).append(row)
    for (scenario, entity, bank), own in tables.items():
        name = f"{scenario} {entity} {bank}"
        first, last = zip(*(period_days(row["period"], until) for row in own))
        for row in own:
            opening, receipts, payments, net, closing, lowest = money(
                row, ["opening", "receipts", "payments", "net", "closing", "lowest"])
            if opening + net != closing or receipts + payments != net or lowest > closing:
                yield f"{name} {row['period']}: {', '.join(row.values())}"
        for before, after, more in zip(own, own[1:], joining(banks_of(entity, bank), first, last)):
            if Decimal(before["closing"]) + more != Decimal(after["opening"]):
                yield f"{name} {after['period']}: {before['closing']} + {more} is not {after['opening']}"
        # Accounts make their entity, entities make all.
        parts = [rows for (s, e, b), rows in tables.items()
                 if s == scenario and (e == entity and b != "all" if entity != "all" and bank == "all" else
                                       entity == "all" and e != "all" and b != "all")]
        for column in ("opening", "closing") if parts else ():
            for i, row in enumerate(own):
                made = sum(Decimal(part[i][column]) for part in parts)
                if made != Decimal(row[column]):
                    yield f"{name} {row['period']} {column}: {made} of its accounts, not {row[column]}"


def both_faults(plan, balance):
    """A plan begins and ends each period as the balances do, and takes and pays the same."""
    turned = {"payments": -1}
    whole = {(row["scenario"], row["entity"], row["section"]): row for row in plan if row["row"] == "whole"}
    several = {(row["scenario"], row["entity"]) for row in balance if row["bank"] == "all"}
    for row in balance:
        if row["bank"] != "all" and (row["scenario"], row["entity"]) in several:
            continue
        for section in ("opening", "receipts", "payments", "net", "closing", "lowest"):
            planned = whole.get((row["scenario"], row["entity"], section))
            amount = turned.get(section, 1) * Decimal(row[section])
            if planned is not None and Decimal(planned[row["period"]]) != amount:
                yield f"{row['entity']} {row['period']} {section}: {planned[row['period']]} and {amount}"
