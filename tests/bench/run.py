#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures msp-forecast and msp-aci on one core and prints ratios; README.md says how to build and how to read them.

    run.py BUILD [--runs N] [--folder DIR] [--only PART]...

Every figure is the least of several whole processes, since whatever else a machine does only adds to it; those that are
compared run in turns, and "spread" is how much longer the slowest of them took. Limits in seconds were set on a machine
that parses the budget of 10,000 lines in 44 ms; on a slower one they are as much longer as that takes there. Before
anything is measured the balances of each generated budget are compared with the exact ones. Status 1 after a wrong
balance, 2 where a limit is missed.
"""
import argparse
import csv
import io
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import generate

EXAMPLES = Path(__file__).parents[2] / "examples"
MEDIAN_EXAMPLE = EXAMPLES / "msp-mediane.toml"
POST_EXAMPLE = EXAMPLES / "msp-mediane-poste.toml"
ACI_EXAMPLE = EXAMPLES / "aci-typical.toml"
LAW = Path(__file__).parents[2] / "lib" / "law"
MONTHS = 60
MILLION = 1_000_000
BARE_PARSE = 0.044  # seconds, where the limits were set
# Instructions of four commands, in millions, before the work on speed of November 2026 (release preset, g++ 12).
INSTRUCTIONS_THEN = [3.03, 11.28, 24.9, 874]


class Result:
    def __init__(self):
        self.wall = []
        self.cpu = []
        self.peak = 0  # KiB

    @property
    def seconds(self):
        return min(self.wall)

    @property
    def processor(self):
        return min(self.cpu)

    @property
    def spread(self):
        return f"+{(max(self.cpu) / max(min(self.cpu), 1e-6) - 1) * 100:.0f} %" if len(self.cpu) > 1 else ""


def answer(command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def heading(text):
    print(f"\n{text:44}{'time':>13}{'processor':>14}{'spread':>9}{'memory':>12}")


def show(what, result, note=""):
    print(f"  {what:42}{result.seconds * 1e3:10.1f} ms{result.processor * 1e3:11.1f} ms{result.spread:>9}"
          f"{result.peak / 1024:8.1f} MiB  {note}", flush=True)


class Bench:
    def __init__(self, build, folder, runs):
        self.program = str(build / "bin" / "msp-forecast")
        self.aci = str(build / "bin" / "msp-aci")
        self.charges = str(build / "bin" / "msp-charges")
        self.actuals = str(build / "bin" / "msp-actuals")
        self.coordinator = str(build / "bin" / "msp-coordinator")
        self.bare = str(build / "bench" / "toml_parse_only")
        self.years = str(build / "bench" / "aci_years")
        self.posts = str(build / "bench" / "payroll_posts")
        self.launcher = str(build / "bench" / "launch")
        self.folder = folder
        self.runs = runs
        self.missed = 0
        self.slowness = 1.0

    def calibrate(self):
        base = self.budget(10_000)
        bare = self.measure(self.runs, [self.bare, f"{base}.toml"])[0]
        self.slowness = max(1.0, bare.processor / BARE_PARSE)
        print(f"limits in seconds x {self.slowness:.2f}: the bare parse of 10,000 lines takes {bare.processor * 1e3:.0f} ms")

    def within(self, seconds, limit, what):
        self.verdict(what, seconds <= limit * self.slowness)

    def verdict(self, text, met):
        self.missed += 0 if met else 1
        print(f"  {'met   ' if met else 'MISSED'}  {text}", flush=True)

    def one_run(self, command, allowed=(0,)):
        """Seconds, seconds of the processor, and the peak of memory in KiB."""
        status, wall, cpu, peak = answer([self.launcher, *command]).split()
        if int(status) not in allowed:
            sys.exit(f"{' '.join(command[:9])}: status {status}")
        return float(wall), float(cpu), int(peak)

    def measure(self, runs, *commands, allowed=(0,)):
        """One result a command; the commands take turns, so that a busy moment hits all of them."""
        results = [Result() for _ in commands]
        for _ in range(runs):
            for command, result in zip(commands, results):
                wall, cpu, peak = self.one_run(command, allowed)
                result.wall.append(wall)
                result.cpu.append(cpu)
                result.peak = max(result.peak, peak)
        return results

    def budget(self, lines, months=MONTHS):
        base = self.folder / f"{months}-months" / str(lines)
        generate.generate(lines, months, base.parent)
        expected = [line.split(",") for line in base.with_suffix(".balances").read_text().split()]
        output = answer(self.forecast(base))
        rows = [(row["period"], row["closing"]) for row in csv.DictReader(io.StringIO(output))]
        if rows != [(month, generate.euros(int(cents))) for month, cents in expected]:
            sys.exit(f"{base}.toml: the balances of msp-forecast are not the exact ones")
        return base

    def forecast(self, base, *more, suffix="toml"):
        return [self.program, "--format", "csv", *more, f"{base}.{suffix}"]

    # ---- What is measured, a part each; --only names them.

    def median(self):
        heading("The median example")
        version, text = self.measure(10 * self.runs, [self.program, "--version"], [self.program, str(MEDIAN_EXAMPLE)])
        show("msp-forecast --version", version)
        above = (text.seconds - version.seconds) * 1e3
        show("msp-forecast msp-mediane.toml", text, f"{text.seconds / version.seconds:.2f} x, {above:.1f} ms above")
        self.within(above / 1e3, 3e-3, "no more than 3 ms above --version")
        page, pack = self.measure(5 * self.runs, [self.program, "--format", "html", str(MEDIAN_EXAMPLE)],
                                  [self.program, "--pack", str(MEDIAN_EXAMPLE)])
        show("as a page for the assembly", page)
        show("as a pack, a workbook", pack)
        self.within(page.seconds, 10e-3, "the page under 10 ms")
        self.within(pack.seconds, 50e-3, "the pack under 50 ms")

    def afford(self):
        heading("What can be afforded, 24 months x 35 hours")
        forecast, afford = self.measure(5 * self.runs, [self.program, str(POST_EXAMPLE)],
                                        [self.coordinator, "--afford", str(POST_EXAMPLE)], allowed=(0, 1))
        show("msp-forecast msp-mediane-poste.toml", forecast)
        ratio = afford.processor / forecast.processor
        show("msp-coordinator --afford", afford, f"{ratio:.1f} x")
        self.verdict("no more than 10 times msp-forecast", ratio <= 10)

    def five_years(self):
        heading("The ACI, five years")
        version, text, rows, target = self.measure(
            10 * self.runs, [self.aci, "--version"], [self.aci, str(ACI_EXAMPLE)],
            [self.aci, "--format", "csv", str(ACI_EXAMPLE)], [self.aci, "--target", "80000", str(ACI_EXAMPLE)],
            allowed=(0, 1))
        show("msp-aci --version", version)
        for name, result in (("text", text), ("csv", rows), ("--target 80000", target)):
            show(f"msp-aci aci-typical.toml, {name}", result, f"{result.seconds / version.seconds:.2f} x")
        self.within(max(text.seconds, rows.seconds) - version.seconds, 4e-3, "no more than 4 ms above --version")
        lines = answer([self.years, str(ACI_EXAMPLE), "100", "1000", "3000"]).split("\n")
        seconds = {int(count): float(time_of) for count, time_of, _ in (line.split() for line in lines if line)}
        for count, processor in seconds.items():
            print(f"  {count:5} MSP x 5 years, computing only {processor * 1e6 / count:10.1f} us each")
        self.within(seconds[3000] / 3000, 50e-6, "one MSP under 50 us")

    def payroll(self):
        heading("Pay of posts, ten years, computing only")
        runs = [answer([self.posts, "100", "1000"]).split() for _ in range(self.runs)]
        small, large = (min(float(run[column]) for run in runs) for column in (1, 4))
        print(f"    100 posts {small * 1e3:10.1f} ms\n  1,000 posts {large * 1e3:10.1f} ms")
        self.within(large, 0.05, "1,000 posts under 50 ms")
        self.verdict(f"linear in posts: ten times as many take {large / small:.1f} x", large / small < 12)

    def files(self):
        """A firm's budgets, each with five years of computed ACI: whole processes, as an accountant waits for them."""
        text = ACI_EXAMPLE.read_text(encoding="utf-8")
        folder = self.folder / "firm"
        answers = self.folder / "answers"
        for each in (folder, answers):
            each.mkdir(exist_ok=True)
        names = []
        for number in range(2_800):
            names.append(folder / f"msp-{number:04}.toml")
            names[-1].write_text(text.replace("= 5120", f"= {2_000 + number}"), encoding="utf-8")
        heading("Many files, five years of computed ACI each")
        summary = [self.program, "--view", "summary", "--format", "csv"]
        runs = max(3, self.runs // 4)
        tenth, whole, json, aci = self.measure(
            runs, [*summary, *map(str, names[:280])], [*summary, *map(str, names)],
            [self.program, "--view", "summary", "--format", "json", *map(str, names)],
            [self.aci, "--format", "csv", *map(str, names)])
        into = self.measure(runs, [*summary, "--output", str(answers), *map(str, names)])[0]
        show("msp-forecast, summary, 280 files", tenth)
        show("msp-forecast, summary, 2,800 files", whole, f"{whole.processor / 28e-1:.2f} ms each")
        show("msp-forecast, summary as JSON", json)
        show("msp-forecast, summary, --output DIR", into)
        show("msp-aci, 2,800 files", aci)
        self.within(whole.processor, 1.5, "2,800 files under 1.5 s of the processor")
        ratio = whole.processor / tenth.processor
        self.verdict(f"linear in files: ten times as many take {ratio:.1f} x", ratio < 12)

    def scenarios(self):
        changes = "".join(f'\n[[scenario]]\nid = "draw-{number}"\nchange = [{{ shift = "expense.software", amount = '
                          f'"+{number % 90 + 1} %" }}]\n' for number in range(1_000))
        text = MEDIAN_EXAMPLE.read_text(encoding="utf-8")
        text = text[:text.index("\n[[scenario]]")]  # 1,000 are the most
        base = self.folder / "scenarios.toml"
        base.write_text(text + changes, encoding="utf-8")
        heading("Scenarios of the median example, balances to CSV")
        chosen = [[option for number in range(count) for option in ("--scenario", f"draw-{number}")]
                  for count in (0, 100, 1_000)]
        results = self.measure(max(3, self.runs // 2),
                               *([self.program, "--format", "csv", *options, str(base)] for options in chosen))
        for options, result in zip(chosen, results):
            show(f"{len(options) // 2:,} scenarios", result)
        self.within(results[2].processor - results[0].processor, 0.2, "1,000 scenarios in 0.2 s more of the processor")
        self.verdict("1,000 scenarios under 32 MiB", results[2].peak < 32 * 1024)

    def target(self):
        """Twenty indicators that depend on each other, with rules of one's own: a million sets."""
        rules = self.folder / "law"
        shutil.copytree(LAW, rules, dirs_exist_ok=True)
        text = "".join(f'\n[[indicator]]\nid = "equipe.own{n}"\nclass = "optional"\nlabel.french = "{n}"\n'
                       f'label.english = "{n}"\ntakes.french = "{n}"\ntakes.english = "{n}"\nsource = ["calc2022"]\n'
                       f'confidence = "confirmed"\nterms = [{{ points = {100 + 7 * n * n} }}]\n'
                       + ('needs = ["equipe.own0"]\n' if n != 0 else "") for n in range(20))
        with open(rules / "aci-2022-avenant1.toml", "a", encoding="utf-8") as file:
            file.write(text)
        heading("The least of twenty indicators that depend on each other")
        found = self.measure(3, [self.aci, "--law", str(rules), "--target", "200000", str(ACI_EXAMPLE)])[0]
        show("msp-aci --target 200000", found)
        self.within(found.processor, 1, "under a second")

    def shares(self):
        """A house of 200 members and 500 monthly lines, one in ten of whom comes within the year."""
        heading("Shared charges: members x lines x 12 months")
        results = []
        for members, lines in ((200, 500), (100, 500), (200, 250)):
            text = generate.head(12) + ('[[key]]\nid = "equal"\nby = "equal"\n[[key]]\nid = "m2"\nby = "surface"\n'
                                        '[[key]]\nid = "mix"\nmix = [{ key = "equal", share = "1/3" }, { key = "m2", '
                                        'share = "rest" }]\n')
            for n in range(members):
                text += f'[[member]]\nid = "m{n}"\nsurface = {5 + n * 7 % 50}.{n % 10}\n'
                text += f"in = 2026-{n % 12 + 1:02}-{n % 28 + 1:02}\n" if n % 10 == 9 else ""
            for n in range(lines):
                text += (f'[[expense]]\nid = "x{n}"\ncategory = "rent"\namount = {100 + n}.{n % 90 + 10}\nevery = "month"\n'
                         f'day = {n % 28 + 1}\nshared = "{("equal", "m2", "mix")[n % 3]}"\n')
            base = self.folder / f"house-{members}-{lines}.toml"
            base.write_text(text, encoding="utf-8")
            results.append(self.measure(self.runs, [self.charges, "--format", "csv", str(base)])[0])
            show(f"{members} x {lines}", results[-1])
        self.within(results[0].processor, 0.1, "200 x 500 under 100 ms")

    def exports(self):
        """An accounting export read and checked, and held against a budget; against counting its lines and words."""
        heading("Accounting exports, validated and mapped")
        budget = self.folder / "export.toml"
        budget.write_text('[bank]\nopening = 0.00\ndate = 2026-01-01\n\n[[expense]]\nid = "supplies"\n'
                          'category = "supplies"\namount = 100.00\nevery = "month"\nday = 5\nmatch = ["606"]\n',
                          encoding="utf-8")
        start = self.measure(self.runs, [self.actuals, "--version"])[0]
        costs = []
        for lines in (250_000, 1_000_000):
            folder = self.folder / f"export-{lines}"
            folder.mkdir(exist_ok=True)
            path = folder / "123456782FEC20261231.txt"
            generate.export(lines, path)
            runs = max(3, self.runs // 3)
            words, *ours = self.measure(runs, ["env", "LC_ALL=C.UTF-8", "wc", "-l", "-w", str(path)],
                                        [self.actuals, "--validate", str(path)], [self.actuals, str(budget), str(path)])
            size = path.stat().st_size
            show(f"wc -l -w of {lines:,} lines, {size / 1e6:.0f} MB", words)
            private = [(each.peak - start.peak) * 1024 - size for each in ours]  # the file's pages are shared
            for name, each, beside in zip(("msp-actuals --validate", "msp-actuals BUDGET"), ours, private):
                show(name, each, f"{each.processor / words.processor:.2f} x, {beside / lines:.0f} bytes a line")
            costs.append([(each.processor - start.processor) / lines for each in ours])
        self.verdict("within 3 x wc -l -w", all(each.processor <= 3 * words.processor for each in ours))
        self.verdict("at most 64 bytes a line beside the mapped file", max(private) <= 64 * lines)
        self.verdict("linear in lines", all(more <= 1.3 * few for few, more in zip(*costs)))

    def loans(self):
        loans = "".join(f'\n[[loan]]\nid = "loan-{number}"\namount = {100_000 + number}.00\ndate = 2026-01-20\n'
                        'rate = "3.6 %"\ninstalments = 240\n' for number in range(100))
        base = self.folder / "loans"
        base.with_suffix(".toml").write_text(generate.head(240) + loans, encoding="utf-8")
        heading("100 loans of 240 instalments")
        views = [("balance, csv", self.forecast(base)), ("--view loans, csv", self.forecast(base, "--view", "loans")),
                 ("--view loans, text", [self.program, "--view", "loans", f"{base}.toml"]),
                 ("--view loans, json", [self.program, "--view", "loans", "--format", "json", f"{base}.toml"])]
        for (name, _), result in zip(views, self.measure(self.runs, *(command for _, command in views))):
            show(name, result)

    def large(self):
        lines = 10_000
        base = self.budget(lines)
        forecast = self.against_bare(lines, self.runs, 1.3)
        self.verdict("under 64 MiB", forecast.peak < 64 * 1024)
        inputs = [(name, self.forecast(base, suffix=suffix)) for name, suffix in
                  (("YAML", "yaml"), ("JSON", "json"), ("lines from CSV", "csv.toml"))]
        for (name, _), result in zip(inputs, self.measure(self.runs, *(command for _, command in inputs))):
            show(f"from {name}" if name.isupper() else name, result, f"{result.processor / forecast.processor:.2f} x TOML")
        outputs = [("summary, csv", "summary", "csv"), ("summary, json", "summary", "json"),
                   ("balance, json", "balance", "json"), ("movements, csv", "movements", "csv"),
                   ("movements, json", "movements", "json"), ("movements, text", "movements", "text")]
        commands = [[self.program, "--view", view, "--format", form, f"{base}.toml"] for _, view, form in outputs]
        results = self.measure(max(3, self.runs // 3), self.forecast(base), *commands)
        balance = results.pop(0)
        for (name, _, _), result in zip(outputs, results):
            show(name, result, f"{result.processor / balance.processor:.2f} x")
        self.within(results[-1].processor, 0.4, "half a million movements as text under 0.4 s")
        self.against_bare(100_000, max(3, self.runs // 2), 1.5)

    def against_bare(self, lines, runs, limit):
        base = self.budget(lines)
        heading(f"{lines:,} lines, {MONTHS} months, to CSV")
        bare, forecast = self.measure(runs, [self.bare, f"{base}.toml"], self.forecast(base))
        show("bare parse by toml++", bare)
        ratio = forecast.processor / bare.processor
        show("msp-forecast", forecast, f"{ratio:.2f} x")
        self.verdict(f"within {limit} x the bare parse", ratio <= limit)
        return forecast

    def linear(self):
        start = self.measure(self.runs, [self.program, "--version"])[0].processor
        for what, sizes in [("lines", [(1_000, MONTHS), (10_000, MONTHS), (100_000, MONTHS)]),
                            ("months", [(10_000, 30), (10_000, 120), (10_000, 480)])]:
            heading(f"Cost by {what}")
            costs = []
            bases = [self.budget(*size) for size in sizes]
            for (lines, months), base in zip(sizes, bases):
                result = self.measure(max(3, self.runs // 2), self.forecast(base))[0]
                costs.append((lines if what == "lines" else months, result.processor - start))
                show(f"{lines:,} lines, {months} months", result,
                     f"{costs[-1][1] / lines * 1e6:.2f} us a line" if what == "lines" else "")
            # By the processor's time, which is the same on a busy machine. Memory that no longer fits the caches costs
            # more; an algorithm of n^1.3 would double the slope.
            slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(costs, costs[1:])]
            self.verdict(f"linear in {what}: the second slope is {slopes[1] / slopes[0]:.2f} x the first",
                         slopes[1] <= 1.5 * slopes[0])

    def instructions(self):
        """The only figures that stay still on a busy machine."""
        print("\nInstructions (callgrind)")
        if shutil.which("valgrind") is None:
            print("  valgrind is not installed")
            return
        base = self.budget(10_000)
        commands = [[self.program, "--version"], [self.program, str(MEDIAN_EXAMPLE)], [self.aci, str(ACI_EXAMPLE)],
                    self.forecast(base)]
        for command, then in zip(commands, INSTRUCTIONS_THEN):
            run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
            count = int(re.search(r"Collected : (\d+)", run.stderr)[1]) / MILLION
            name = " ".join(Path(word).name for word in command)
            print(f"  {name:42}{count:10.2f} million {count / then:8.2f} x {then}", flush=True)

    def peers(self):
        last_year = generate.FIRST_YEAR + MONTHS // 12
        known = {
            "hledger": lambda base: [
                "hledger", "-f", f"{base}.hledger", "balance", "Assets:Bank", "--monthly", "--historical",
                f"--forecast={generate.FIRST_YEAR}..{last_year}", f"--begin={generate.FIRST_YEAR}", f"--end={last_year}",
                "--output-format=csv"],
            "ledger": lambda base: [
                "ledger", "-f", f"{base}.ledger", "--now", f"{generate.FIRST_YEAR - 1}/12/31", "--forecast",
                f"d<[{last_year}/01/01]", "register", "Assets:Bank", "--monthly"],
        }
        for lines in (100, 1_000):
            base = self.budget(lines)
            heading(f"{lines:,} lines, {MONTHS} months: others")
            for name, command in known.items():
                if shutil.which(name) is None:
                    print(f"  {name} is not installed")
                    continue
                self.check_closing(name, command(base), base)
                runs = 1 if name == "ledger" and lines > 100 else 3  # half a minute each
                ours, other = self.measure(runs, self.forecast(base), command(base))
                show("msp-forecast", ours)
                ratio = other.seconds / ours.seconds
                show(name, other, f"{ratio:,.0f} x the time, {other.peak / ours.peak:,.0f} x the memory")
                if name == "hledger" and lines == 1_000:
                    self.verdict("120 x as fast as hledger", ratio >= 120)

    def check_closing(self, name, command, base):
        last_row = [line for line in answer(command).splitlines() if "Assets" in line][-1]
        closing = generate.euros(int(base.with_suffix(".balances").read_text().split(",")[-1]))
        if closing not in last_row.replace('"', " ").replace(",", " ").split():
            sys.exit(f"{base}.{name}: {name} ends with {last_row.strip()}, the exact balance is {closing}")


PARTS = ["median", "afford", "five_years", "payroll", "files", "scenarios", "target", "shares", "exports", "loans", "large",
         "linear", "instructions", "peers"]


def versions(bench):
    """What was measured where."""
    names = [[bench.program], *([peer] for peer in ("hledger", "ledger", "valgrind") if shutil.which(peer))]
    told = [answer([*name, "--version"]).splitlines()[0].rstrip(",") for name in names]
    print("; ".join([*told, f"{platform.system()} {platform.release()}", f"{os.cpu_count()} cores",
                     f"load {os.getloadavg()[0]:.2f}"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path, metavar="BUILD", help="a Release build with -DMSP_BENCH=ON")
    parser.add_argument("--runs", type=int, default=11, help="runs of each command (11)")
    parser.add_argument("--folder", type=Path, help="keeps the generated budgets there")
    parser.add_argument("--only", action="append", choices=PARTS, help="this part, and others so named")
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # inherited: everything runs on one core
    with tempfile.TemporaryDirectory() as temporary:
        bench = Bench(arguments.build.resolve(), arguments.folder or Path(temporary), arguments.runs)
        versions(bench)
        bench.calibrate()
        for part in arguments.only or PARTS:
            getattr(bench, part)()
    sys.exit(2 if bench.missed else 0)


if __name__ == "__main__":
    main()
