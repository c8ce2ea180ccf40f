#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A random budget with one post, who pays it and what it brings: random_return.py SEED prints it as JSON."""

import json
import random
import sys


class Maker:
    def __init__(self, seed):
        self.pick = random.Random(f"return {seed}")

    def one_of(self, *choices):
        return self.pick.choice(choices)

    def date(self, first=2026, last=2028):
        return f"{self.pick.randint(first, last)}-{self.pick.randint(1, 12):02}-{self.pick.randint(1, 28):02}"

    def estimate(self, least, most, decimals=0):
        values = sorted(self.pick.randint(least * 10**decimals, most * 10**decimals) for _ in range(3))
        made = [value if not decimals else round(value / 10**decimals, decimals) for value in values]
        if self.pick.random() < 0.3:
            return {"central": made[1]}
        return {"low": made[0], "central": made[1], "high": made[2], "source": "somewhere"}

    def share(self):
        values = sorted(self.pick.randint(0, 1000) for _ in range(3))
        names = ("low", "central", "high")
        return {name: f"{value // 10}.{value % 10} %" for name, value in zip(names, values)}

    def timeline(self, value):
        if self.pick.random() < 0.5:
            return value()
        days = sorted({self.date() for _ in range(self.pick.randint(1, 3))})
        return [{"value": value()}, *({"from": day, "value": value()} for day in days)]

    def days(self, table):
        if self.pick.random() < 0.3:
            table["from"] = self.date(2026, 2027)
        if self.pick.random() < 0.3:
            table["until"] = self.date(2028, 2029)
        return table

    def funding(self, number):
        made = {"id": f"f{number}", "kind": self.one_of("ars", "local", "associates", "other")}
        if self.pick.random() < 0.5:
            made["amount"] = self.timeline(lambda: self.pick.randint(0, 900000) / 100)
        else:
            made["share"] = self.timeline(lambda: f"{self.pick.randint(0, 60)} %")
            if self.pick.random() < 0.4:
                made["least"] = self.pick.randint(0, 4000)
            if self.pick.random() < 0.4:
                made["most"] = self.pick.randint(4000, 12000)
        return self.days(made)

    def value_of_hour(self):
        if self.pick.random() < 0.4:
            return {"hour_value": self.estimate(20, 120, 2)}
        return {"per_hour": self.estimate(1, 4, 1), "fee": self.estimate(20, 40, 2)}

    def gain(self, number):
        kind = self.one_of("time", "missed-appointments", "fill-rate", "meetings", "management", "amount")
        people = {"professionals": self.estimate(1, 12), "weeks": self.estimate(40, 48)}
        made = {"id": f"g{number}", "kind": kind}
        if kind == "time":
            hours = ({"hours": self.estimate(0, 4, 2)} if self.pick.random() < 0.6 else
                     {"share": self.share(), "week_hours": self.estimate(20, 50)})
            made |= people | hours | self.value_of_hour()
            if self.pick.random() < 0.5:
                made["becomes"] = self.share()
        elif kind == "missed-appointments":
            made |= people | {"missed": self.estimate(0, 5, 1), "reduction": self.share(), "fee": self.estimate(20, 40)}
        elif kind == "fill-rate":
            made |= people | {"slots": self.estimate(20, 100), "rise": self.share(), "fee": self.estimate(20, 40)}
        elif kind == "meetings":
            made |= {"meetings": self.estimate(4, 40), "hours": self.estimate(1, 3, 1)} | self.value_of_hour()
        elif kind == "management":
            made |= people | {"hours": self.estimate(0, 3, 1)} | self.value_of_hour()
        else:
            made["amount"] = self.estimate(0, 20000, 2)
        if self.pick.random() < 0.3:
            made["to"] = "company"
        if self.pick.random() < 0.5:
            made["ramp"] = [{"months": self.pick.randint(1, 8), "share": f"{self.pick.randint(0, 90)} %"}
                            for _ in range(self.pick.randint(1, 3))]
        return self.days(made)

    def budget(self):
        post = {"id": "post", "from": self.date(2025, 2026), "gross": self.pick.randint(2000, 4500),
                "fte": self.one_of(1, 0.5, 0.8)}
        post["gross"] = round(post["gross"] * post["fte"], 2) + 200
        if self.pick.random() < 0.3:
            post["until"] = self.date(2027, 2029)
        return {"schema": 1, "entity": {"id": "main", "year_end": self.one_of("12-31", "12-31", "06-30", "09-30")},
                "bank": {"opening": 100000, "date": self.one_of("2026-01-01", "2026-01-15")},
                "forecast": {"from": "2026-01", "months": 96},
                "employer": {"work_accident": "1 %", "payroll_tax": self.pick.random() < 0.7,
                             "assume": {"smic": "1 %", "ceiling": "2 %"}},
                "post": [post],
                "funding": [self.funding(i) for i in range(self.pick.randint(0, 3))],
                "gain": [self.gain(i) for i in range(self.pick.randint(0, 4))]}


def random_return(seed):
    return Maker(seed).budget()


if __name__ == "__main__":
    print(json.dumps(random_return(int(sys.argv[1])), indent=1))
