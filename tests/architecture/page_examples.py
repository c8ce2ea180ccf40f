#!/usr/bin/env python3
"""Runs the commands that a man page or README shows.

    page_examples.py BIN EXAMPLES PAGE

A command is a line that begins with "$ msp-" (of a man page: as mandoc prints it), or in a README one that is indented by
four blanks and begins with "msp-". Each runs in one temporary folder
that holds a copy of EXAMPLES as `examples`, in the order of the page, and must end with status 0.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile


def text_of(page):
    if page.endswith(".md"):
        with open(page, encoding="utf-8") as file:
            return file.read()
    shown = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=400", page], capture_output=True, check=True)
    return re.sub(".\b", "", shown.stdout.decode("utf-8"))


def main(binaries, examples, page):
    start = "    msp-" if page.endswith(".md") else "$ msp-"
    lines = text_of(page).splitlines()
    commands = [line.strip().removeprefix("$ ") for line in lines if (line if page.endswith(".md") else line.strip()).startswith(start)]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(examples, os.path.join(folder, "examples"))
        environment = {"PATH": binaries + ":/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC", "HOME": folder}
        for command in commands:
            run = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, timeout=60)
            if run.returncode != 0:
                failed += 1
                print(f"{page}: status {run.returncode}: {command}\n{run.stderr.decode('utf-8', 'replace')}")
    print(f"{len(commands) - failed} passed, {failed} failed")
    return 1 if failed or not commands else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
