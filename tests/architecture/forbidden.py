#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No binary float, clock, locale, environment, file, terminal or chance in lib/msp; `read` and `rules` alone may open files. No
text of a program past the door to a terminal. No property of which the test does not ask whether it holds."""

import re
import sys

sys.dont_write_bytecode = True
from cpp_text import sources, without

FORBIDDEN = [
    ("binary float", r"\b(?:double|float|strto[df]|sto[df]|atof)\b", ()),
    ("clock", r"\b(?:\w+_clock|clock_gettime|gettimeofday|localtime\w*|gmtime\w*|std::time)\b|<ctime>", ()),
    ("locale", r"\b(?:std::locale|setlocale|imbue|is(?:alpha|alnum|digit|space|upper|lower)|to(?:upper|lower))\b"
               r"|<c?locale>|<cctype>", ()),
    ("environment", r"\b(?:secure_)?getenv\b|\bsetenv\b|\benviron\b", ()),
    ("terminal", r"\bstd::c(?:out|err|log|in)\b|<iostream>|\bf?printf\b|\bputs\b|\bisatty\b|\bfmt::print\b", ("read", "rules")),
    ("file", r"<fstream>|<filesystem>|\bi?o?fstream\b|\bfopen\b|\bstd::filesystem\b", ("read", "rules")),
    ("chance", r"<random>|\brandom_device\b|\brand\b", ()),
    ("macro in a header", r"^\s*#\s*define\b", None),
]

faults = 0
for path, text in sources("lib/msp"):
    module = path.parts[2]
    for number, line in enumerate(without(text, strings=True).split("\n"), 1):
        for what, pattern, allowed in FORBIDDEN:
            if allowed is None and path.suffix != ".hpp" or allowed and module in allowed:
                continue
            if re.search(pattern, line) and not ("= delete" in line and what == "binary float"):
                print(f"{path}:{number}: {what}: {line.strip()}")
                faults += 1
# Text goes to an answer through write_text() or write_file(), which keep controls from a terminal.
for path, text in sources("apps"):
    for number, line in enumerate(without(text, strings=True).split("\n"), 1):
        if re.search(r"\bcontext_?\.sink\((?!\))", line) and path.parts[-2:] != ("support", "text_out.cpp"):
            print(f"{path}:{number}: text past write_text(): {line.strip()}")
            faults += 1
# RapidCheck tells of what it falsified and gives false; a case fails where that is checked.
for path, text in sources("tests"):
    for number, line in enumerate(without(text, strings=True).split("\n"), 1):
        if re.search(r"\brc::check\(", line) and not re.search(r"\b(?:CHECK|REQUIRE)\(rc::check\(", line):
            print(f"{path}:{number}: rc::check() outside CHECK(): {line.strip()}")
            faults += 1
sys.exit(1 if faults else 0)
