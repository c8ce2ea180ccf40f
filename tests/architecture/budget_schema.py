#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Budgets that the programs take against the JSON Schema that editors hold them against.

    budget_schema.py SCHEMA FILE...

Each file must be valid, as an editor reads it: TOML, JSON, and YAML where python3-yaml is installed; with a key that
there is not it must not. Nor must a delay that is none.
"""

import datetime
import json
import pathlib
import sys
import tomllib

sys.path.append("/usr/lib/python3/dist-packages")
import jsonschema  # noqa: E402

try:
    import yaml
except ImportError:
    yaml = None


def as_json(value):
    """Days are texts in JSON."""
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else value


def read(path):
    """None where nothing reads the format."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        return json.loads(text)
    if path.suffix == ".toml":
        return as_json(tomllib.loads(text))
    return None if yaml is None else as_json(yaml.safe_load(text))


# Of a contract's notice and alarm, which the program takes, or not.
DELAYS = {
    True: [("3 months", "7 days"), ("1 month 15 days", ["30 days", "1 jour"]), ("45 jours", "none"), ("2 mois", []),
           ("3 MOIS", " 7 Days ")],
    False: [("bient\u00f4t", []), ("1 year", []), ("3", []), ("3 months", "soon"), ("3 months", ["7 days", "none"])],
}


def wrong_delays(validator):
    for fits, pairs in DELAYS.items():
        for notice, alarm in pairs:
            contract = {"id": "c", "supplier": "s", "end": "2026-12-31", "renewal": "1 month", "notice": notice,
                        "alarm": alarm}
            budget = {"bank": {"opening": 0, "date": "2026-01-01"}, "contract": [contract]}
            if validator.is_valid(budget) != fits:
                yield f"notice {notice}, alarm {alarm}: {'not valid' if fits else 'valid'}"


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrong = list(wrong_delays(validator))
    checked = 0
    for path in map(pathlib.Path, sys.argv[2:]):
        budget = read(path)
        if budget is None:
            continue
        checked += 1
        if (error := jsonschema.exceptions.best_match(validator.iter_errors(budget))) is not None:
            wrong.append(f"{path}: {'.'.join(map(str, error.absolute_path))}: {error.message}")
        for key, value in (("no_such_key", 1), ("$schema", 1)):
            if validator.is_valid(budget | {key: value}):
                wrong.append(f"{path}: valid with {key} = {value}")
        if not validator.is_valid(budget | {"$schema": "file:///usr/share/msp/msp-budget.schema.json"}):
            wrong.append(f"{path}: not valid with $schema, as editors write it")
    if not checked:
        wrong.append("no budget was read")
    print("\n".join(wrong) or f"{checked} budgets are valid")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
