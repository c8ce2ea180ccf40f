#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures msp-forecast and msp-aci on one core and prints ratios; README.md says how to build and how to read them.

    run.py BUILD [--runs N] [--folder DIR]

Every figure is the median of whole processes, those that are compared run in turns. Before anything is measured the
balances of each generated budget are compared with the exact ones: a wrong balance ends the run with status 1.
"""
import argparse
import csv
import io
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import generate

EXAMPLES = Path(__file__).parents[2] / "examples"
MEDIAN_EXAMPLE = EXAMPLES / "msp-mediane.toml"
ACI_EXAMPLE = EXAMPLES / "aci-typical.toml"
MONTHS = 60


class Result:
    def __init__(self):
        self.wall = []
        self.cpu = []
        self.peak = 0  # KiB

    @property
    def seconds(self):
        return statistics.median(self.wall)

    @property
    def processor(self):
        return statistics.median(self.cpu)

    @property
    def seen(self):
        """A process begins as a copy of this one: less than that cannot be seen."""
        return self.peak > resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    @property
    def memory(self):
        return f"{' ' if self.seen else '<'}{self.peak / 1024:.1f} MiB"


def one_run(command):
    """Seconds, seconds of the processor, and the peak of memory in KiB."""
    quiet = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)}: status {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def measure(runs, *commands):
    """One result a command; the commands take turns, so that a busy moment hits all of them."""
    results = [Result() for _ in commands]
    for _ in range(runs):
        for command, result in zip(commands, results):
            wall, cpu, peak = one_run(command)
            result.wall.append(wall)
            result.cpu.append(cpu)
            result.peak = max(result.peak, peak)
    return results


def answer(command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def show(what, result, note=""):
    print(f"  {what:34}{result.seconds * 1e3:10.1f} ms{result.processor * 1e3:11.1f} ms"
          f"{result.memory:>13}  {note}", flush=True)


def heading(text):
    print(f"\n{text:36}{'time':>13}{'processor':>14}{'memory':>13}")


def verdict(text, met):
    print(f"  {'met   ' if met else 'MISSED'}  {text}")


class Bench:
    def __init__(self, build, folder, runs):
        self.program = str(build / "bin" / "msp-forecast")
        self.aci = str(build / "bin" / "msp-aci")
        self.bare = str(build / "bench" / "toml_parse_only")
        self.years = str(build / "bench" / "aci_years")
        self.folder = folder
        self.runs = runs

    def budget(self, lines, months=MONTHS):
        base = self.folder / f"{months}-months" / str(lines)
        generator = [sys.executable, generate.__file__, str(lines), str(months), str(base.parent)]
        subprocess.run(generator, check=True)  # a process of its own, so that this one stays small
        expected = [line.split(",") for line in base.with_suffix(".balances").read_text().split()]
        output = answer(self.forecast(base))
        rows = [(row["period"], row["closing"]) for row in csv.DictReader(io.StringIO(output))]
        if rows != [(month, generate.euros(int(cents))) for month, cents in expected]:
            sys.exit(f"{base}.toml: the balances of msp-forecast are not the exact ones")
        return base

    def forecast(self, base):
        return [self.program, "--format", "csv", f"{base}.toml"]

    def median_example(self):
        heading("The median example")
        version, text = measure(10 * self.runs, [self.program, "--version"], [self.program, str(MEDIAN_EXAMPLE)])
        show("msp-forecast --version", version)
        ratio = text.seconds / version.seconds
        above = (text.seconds - version.seconds) * 1e3
        show("msp-forecast msp-mediane.toml", text, f"{ratio:.2f} x, {above:.1f} ms above")
        verdict("within 3 x --version, or 3 ms above it", ratio <= 3 or above <= 3)

    def aci_example(self):
        heading("The ACI, five years")
        version, text, csv_rows = measure(10 * self.runs, [self.aci, "--version"], [self.aci, str(ACI_EXAMPLE)],
                                          [self.aci, "--format", "csv", str(ACI_EXAMPLE)])
        show("msp-aci --version", version)
        for name, result in (("text", text), ("csv", csv_rows)):
            show(f"msp-aci aci-typical.toml, {name}", result, f"{result.seconds / version.seconds:.2f} x")
        verdict("within 3 x --version", max(text.seconds, csv_rows.seconds) <= 3 * version.seconds)
        counts = ["100", "1000", "3000"]
        lines = answer([self.years, str(ACI_EXAMPLE), *counts]).split("\n")
        seconds = {int(count): float(time_of) for count, time_of, _ in (line.split() for line in lines if line)}
        for count, processor in seconds.items():
            print(f"  {count:5} MSP x 5 years, computing only {processor * 1e6 / count:10.1f} us each")
        verdict("one MSP under 50 us", seconds[3000] / 3000 < 50e-6)
        verdict("3,000 MSP under half a second", seconds[3000] < 0.5)

    def large(self):
        lines = 10_000
        base = self.budget(lines)
        heading(f"{lines:,} lines, {MONTHS} months, to CSV")
        bare, forecast = measure(self.runs, [self.bare, f"{base}.toml"], self.forecast(base))
        show("bare parse by toml++", bare)
        ratio = forecast.seconds / bare.seconds
        show("msp-forecast", forecast, f"{ratio:.2f} x")
        verdict("within 2 x the bare parse", ratio <= 2)
        verdict("under 64 MiB", forecast.peak < 64 * 1024)

    def linear(self):
        start = measure(self.runs, [self.program, "--version"])[0].processor
        for what, sizes in [("lines", [(1_000, MONTHS), (10_000, MONTHS), (100_000, MONTHS)]),
                            ("months", [(10_000, 30), (10_000, 120), (10_000, 480)])]:
            heading(f"Cost by {what}")
            costs = []
            bases = [self.budget(*size) for size in sizes]
            for (lines, months), base in zip(sizes, bases):
                result = measure(max(3, self.runs // 2), self.forecast(base))[0]
                costs.append((lines if what == "lines" else months, result.processor - start))
                show(f"{lines:,} lines, {months} months", result,
                     f"{costs[-1][1] / lines * 1e6:.2f} us a line" if what == "lines" else "")
            # By the processor's time, which is the same on a busy machine. Twice the slope at most: memory that no
            # longer fits the caches costs more, an algorithm that is not linear costs ten times more.
            slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(costs, costs[1:])]
            verdict(f"linear in {what}: the second slope is {slopes[1] / slopes[0]:.2f} x the first",
                    slopes[1] <= 2 * slopes[0])

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
            ours = measure(self.runs, self.forecast(base))[0]
            show("msp-forecast", ours)
            for name, command in known.items():
                if shutil.which(name) is None:
                    print(f"  {name} is not installed")
                    continue
                self.check_closing(name, command(base), base)
                result = measure(1 if lines > 100 else 3, command(base))[0]
                show(name, result, f"{result.seconds / ours.seconds:,.0f} x the time, "
                                   f"{'' if ours.seen else 'more than '}{result.peak / ours.peak:,.0f} x the memory")

    def check_closing(self, name, command, base):
        last_row = [line for line in answer(command).splitlines() if "Assets" in line][-1]
        closing = generate.euros(int(base.with_suffix(".balances").read_text().split(",")[-1]))
        if closing not in last_row.replace('"', " ").replace(",", " ").split():
            sys.exit(f"{base}.{name}: {name} ends with {last_row.strip()}, the exact balance is {closing}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path, metavar="BUILD", help="a Release build with -DMSP_BENCH=ON")
    parser.add_argument("--runs", type=int, default=11, help="runs of each command (11)")
    parser.add_argument("--folder", type=Path, help="keeps the generated budgets there")
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # inherited: everything runs on one core
    with tempfile.TemporaryDirectory() as temporary:
        bench = Bench(arguments.build.resolve(), arguments.folder or Path(temporary), arguments.runs)
        bench.median_example()
        bench.aci_example()
        bench.large()
        bench.linear()
        bench.peers()


if __name__ == "__main__":
    main()
