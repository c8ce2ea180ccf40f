#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every diagnostic id of lib and apps has its case tests/cli/errors/<id>.test, and the other way round.

An id is any string of the code that looks like "amount.decimals", unless the rules in lib/law know it as a name of
theirs or it ends like a file name.
"""

import pathlib
import re
import sys

sys.dont_write_bytecode = True
from cpp_text import sources, without

ID = re.compile(r'"([a-z][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+)"')
FILE = re.compile(r"\.(?:toml|ya?ml|json|csv|txt|xml|ofx|qif|po|mo|hpp|cpp|so\.\d+)$")

law = "\n".join(path.read_text() for path in sorted(pathlib.Path("lib/law").glob("*.toml")))
used = {}
for path, text in sources("lib", "apps"):
    for name in ID.findall(without(text, strings=False)):
        if not FILE.search(name) and name not in law:
            used.setdefault(name, path)
shown = {path.stem for path in pathlib.Path("tests/cli/errors").glob("*.test")}

for name in sorted(used.keys() - shown):
    print(f"tests/cli/errors/{name}.test: missing; the id stands in {used[name]}")
for name in sorted(shown - used.keys()):
    print(f"tests/cli/errors/{name}.test: no diagnostic has this id")
sys.exit(1 if used.keys() != shown else 0)
