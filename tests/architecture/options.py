#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""options.py PROGRAM PAGE: every option of `PROGRAM --help` stands in the man page, and the other way round."""

import pathlib
import re
import subprocess
import sys

# A line that begins with an option defines it: "  -q,--quiet  words", "     -q, --quiet", "     --format text|csv".
DEFINITION = re.compile(r"\s+((?:-\w|--\w[\w-]*)(?:\s*,\s*(?:-\w|--\w[\w-]*))*)")


def defined(text):
    names = set()
    for line in text.split("\n"):
        if match := DEFINITION.match(line):
            names.update(re.findall(r"--?\w[\w-]*", match.group(1)))
    return names


def main():
    program, page = sys.argv[1:]
    language = "fr" if pathlib.Path(page).parent.name == "fr" else "en"
    told = subprocess.run([program, "--lang", language, "--help"], capture_output=True, text=True, check=True).stdout
    # A wide page, since a broken line could begin with an option; typewriter bold is "x\bx".
    mandoc = ["mandoc", "-T", "utf8", "-O", "width=1000", page]
    shown = subprocess.run(mandoc, capture_output=True, text=True, check=True).stdout
    shown = re.sub(".\b", "", shown).replace("\u2010", "-").replace("\u2212", "-")
    in_help, in_page = defined(told), defined(shown)
    if not in_help:
        print("--help shows no option")
    for name in sorted(in_help - in_page):
        print(f"{name}: in --help, not in {page}")
    for name in sorted(in_page - in_help):
        print(f"{name}: in {page}, not in --help")
    return 0 if in_help and in_help == in_page else 1


sys.exit(main())
