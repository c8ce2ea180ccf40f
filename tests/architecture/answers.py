#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The JSON answers against the JSON Schemas of msp-manual, and the schemas against the answers.

    answers.py --bin DIR --schemas DIR [--pages PAGE...] CASE...

CASE are golden runs (files or folders of them), PAGE built man pages. Each JSON answer of a program in them, also one
that goes through a pipe, must be valid, have its members in the order of the schema, and its amounts with two decimals;
so must the JSON that a page shows, which is that of the command above it. And each member that a schema lists must
occur: with a value, as null where it may be null, and not at all where it may be absent.
"""
import argparse
import concurrent.futures
import json
import pathlib
import re
import sys
import tempfile

sys.path.append("/usr/lib/python3/dist-packages")  # not among the paths of python -S
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
import jsonschema  # noqa: E402
import golden  # noqa: E402
import page_examples  # noqa: E402

PROGRAMS = ("msp-forecast", "msp-aci", "msp-charges", "msp-coordinator", "msp-actuals")

# Stands for a program: keeps a JSON answer and what was asked beside passing it on.
WATCHED = """#!/bin/sh
case " $* " in *" --format json "* | *" --format=json "*) ;; *) exec {program} "$@" ;; esac
answer=$(mktemp {folder}/{name}.XXXXXX)
printf '%s' "$*" > "$answer.asked"
{program} "$@" > "$answer"
status=$?
cat "$answer"
exit $status
"""


class Decimals(float):
    """A number with a point, and how it was written."""

    def __new__(cls, text):
        made = super().__new__(cls, text)
        made.text = text
        return made


def read(text):
    return json.loads(text, parse_float=Decimals)


class Answers:
    def __init__(self, schema):
        jsonschema.Draft202012Validator.check_schema(schema)
        self.definitions = schema["$defs"]
        self.validator = jsonschema.Draft202012Validator(schema)
        self.seen = {}  # how often each (kind of object, member) was there, null, or absent
        self.faults = []

    def check(self, answer, name):
        error = jsonschema.exceptions.best_match(self.validator.iter_errors(answer))
        if error is not None:
            self.faults.append(f"{name}: {error.json_path}: {error.message[:300]}")
            return
        self.walk(answer, self.validator.schema, "", name)

    def walk(self, value, schema, kind, name):
        if "$ref" in schema:
            kind = schema["$ref"].rpartition("/")[2]
            self.walk(value, self.definitions[kind], kind, name)
        if "anyOf" in schema:
            self.walk(value, next(one for one in schema["anyOf"] if self.validator.evolve(schema=one).is_valid(value)),
                      kind, name)
        if kind == "amount" and not re.fullmatch(r"-?[0-9]+\.[0-9]{2}", getattr(value, "text", "")):
            self.faults.append(f"{name}: the amount {value} has not got two decimals")
        if "items" in schema and isinstance(value, list):
            for item in value:
                self.walk(item, schema["items"], kind, name)
        if schema.get("type") == "object":
            self.members(value, schema, kind, name)

    def members(self, value, schema, kind, name):
        named = schema.get("properties", {})
        patterns = schema.get("patternProperties", {})
        for member, place in named.items():
            known = self.seen.setdefault((kind, member), set())
            known.add("absent" if member not in value else "null" if value[member] is None else "there")
        order = [member for member in named if member in value]
        if order != [member for member in value if member in named]:
            self.faults.append(f"{name}: the members of {kind} stand in another order: {', '.join(value)}")
        for member, item in value.items():
            if member in named:
                self.walk(item, named[member], kind, name)
            else:
                pattern = next(one for one in patterns if re.search(one, member))
                self.seen.setdefault((kind, pattern), set()).add("there")
                self.walk(item, patterns[pattern], kind, name)

    def expected(self):
        """What must occur of each member."""
        for kind, schema in self.definitions.items():
            for member, place in schema.get("properties", {}).items():
                yield kind, member, "there"
                if {"type": "null"} in place.get("anyOf", []):
                    yield kind, member, "null"
                if member not in schema["required"]:
                    yield kind, member, "absent"
            for pattern in schema.get("patternProperties", {}):
                yield kind, pattern, "there"


def watch(programs, folder):
    """A folder with all programs, those that answer in JSON watched."""
    watched = folder / "bin"
    watched.mkdir()
    for program in programs.iterdir():
        if program.name in PROGRAMS:
            script = watched / program.name
            script.write_text(WATCHED.format(program=program, folder=folder, name=program.name))
            script.chmod(0o755)
    return watched


def run_cases(cases, watched):
    """Whether they pass is told by the tests of the programs."""
    options = argparse.Namespace(bin=watched, examples=golden.PROJECT / "examples", update=False)
    asking = [case for case in golden.find(cases) if re.search(rb"^[$>] .*--format[ =]json", case.read_bytes(), re.M)]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda case: golden.run_case(case, options), asking))


def shown_in(page):
    """The JSON that a page shows, each with the command above it."""
    command, lines = "", iter(page_examples.text_of(str(page)).splitlines())
    for line in lines:
        if line.strip().startswith("$ msp-"):
            command = line.strip().removeprefix("$ ")
        if line.strip() in ("{", "["):
            indent, block = len(line) - len(line.lstrip()), [line]
            while not re.fullmatch(" " * indent + r"[]}]", block[-1]):
                block.append(next(lines))
            yield command, read("\n".join(block))


def without_receipt(answer):
    return {key: value for key, value in answer.items() if key != "receipt"}


def check_page(page, captured, answers):
    """What a page shows is what its command answers, but for the hashes and the version."""
    for command, shown in shown_in(page):
        program, _, asked = command.partition(" ")
        answers[program].check(shown, page.name)
        given = captured.get((program, asked))
        if given is None or without_receipt(given) != without_receipt(shown):
            answers[program].faults.append(f"{page.name}: shows another answer than: {command}")


def all_captured(folder):
    """(program, what was asked) and the text of each answer."""
    for asked in sorted(folder.glob("*.asked")):
        text = asked.with_suffix("").read_text(encoding="utf-8")
        if text:
            yield (asked.name.split(".")[0], asked.read_text()), text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, required=True, help="folder of the programs")
    parser.add_argument("--schemas", type=pathlib.Path, required=True, help="folder of the schemas")
    parser.add_argument("--pages", type=pathlib.Path, nargs="*", default=[])
    parser.add_argument("cases", nargs="+")
    options = parser.parse_args()
    answers = {name: Answers(json.loads((options.schemas / f"{name}.schema.json").read_text())) for name in PROGRAMS}
    faults, captured = [], {}
    with tempfile.TemporaryDirectory(prefix="answers-") as top:
        folder = pathlib.Path(top).resolve()
        watched = watch(options.bin.resolve(), folder)
        run_cases(options.cases, watched)
        for page in options.pages:
            if page_examples.main(str(watched), str(golden.PROJECT / "examples"), str(page)) != 0:
                faults.append(f"{page.name}: a command fails")
        count = 0
        for (program, asked), text in all_captured(folder):
            count += 1
            captured[program, asked] = read(text)
            answers[program].check(captured[program, asked], f"{program} {asked}")
    for page in options.pages:
        check_page(page, captured, answers)
    seen = {}
    for one in answers.values():  # what both have may occur in either
        for (kind, member), ways in one.seen.items():
            seen.setdefault((kind, member, json.dumps(one.definitions[kind])), set()).update(ways)
    for program, one in answers.items():
        faults += one.faults
        for kind, member, way in one.expected():
            if way not in seen.get((kind, member, json.dumps(one.definitions[kind])), ()):
                faults.append(f"{program}: no golden run has {kind}.{member} {way}")
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{count} answers, {len(faults)} faults")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
