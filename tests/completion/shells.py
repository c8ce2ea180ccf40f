#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What zsh and fish complete with the scripts that the programs print, asked in the shells themselves, held against the
words of --help. A shell that is not installed is left out; bash is asked by tests/cli/msp-aci/completion.test.

    shells.py --bin build/dev/bin
"""
import argparse
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

PROGRAMS = ["msp-aci", "msp-actuals", "msp-charges", "msp-coordinator", "msp-forecast"]
SECONDS = 60
# "  --view, --vue balance|plan", with brackets around words that may be left out.
OF_WORDS = re.compile(r"^  --([\w-]+)(?:, --([\w-]+))? (\[?)([a-z][\w-]*(?:\|[\w-]+)+)\]?", re.MULTILINE)

# Each candidate that the completion system is given, between two marks; nothing is listed or inserted.
CAPTURE = r"""
fpath=($PWD $fpath)
autoload -Uz compinit && compinit -u -D
autoload +X -Uz _main_complete
found=()
compadd() {
    local -a hits
    if (( ! ${@[(I)-[OAD]]} )) { builtin compadd -A hits "$@"; found+=($hits) }
    builtin compadd "$@"
}
capture() { found=(); _main_complete; print -n "<<<${(pj: :)found}>>>" > /dev/tty; compstate[list]= compstate[insert]= }
zle -C capture list-choices capture
bindkey '^I' capture
PS1= PS2= RPS1=
print '<<<ready''>>>'
"""


class Zsh:
    def __init__(self, folder, environment):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execve(shutil.which("zsh"), ["zsh", "-f", "-i"], environment)
        self.said = ""
        (folder / "capture.zsh").write_text(CAPTURE)
        os.write(self.terminal, b". ./capture.zsh\n")
        self.answer()

    def answer(self):
        until = time.monotonic() + SECONDS
        while not (match := re.search("<<<(.*?)>>>", self.said, re.DOTALL)):
            if not select.select([self.terminal], [], [], max(0, until - time.monotonic()))[0]:
                raise SystemExit(f"zsh says nothing more after: {self.said!r}")
            self.said += os.read(self.terminal, 65536).decode(errors="replace")
        self.said = self.said[match.end():]
        return set(match.group(1).split())

    def complete(self, line):
        os.write(self.terminal, b"\x15" + line.encode() + b"\t")  # ^U empties the line first
        return self.answer()

    def end(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


class Fish:
    def __init__(self, folder, environment):
        self.folder, self.environment = folder, environment

    def complete(self, line):
        told = subprocess.run(["fish", "-N", "-c", f"source {line.split()[0]}.fish; complete -C '{line}'"],
                              cwd=self.folder, env=self.environment, capture_output=True, text=True, check=True,
                              stdin=subprocess.DEVNULL).stdout
        # "--view=plan" after "--view="; a word and what it is for are parted by a tab.
        return {row.split("\t")[0].split("=")[-1] for row in told.splitlines()}

    def end(self):
        pass


def words_of(program, environment):
    """What --help says of options that take one of several words: by name, and whether the word may be left out."""
    options = {}
    for language in ("en", "fr"):
        told = subprocess.run([program, "--lang", language, "--help"], env=environment, capture_output=True, text=True,
                              check=True).stdout
        told = re.sub(r"\|\n +", "|", told)  # words that are more than a line
        for name, second, bracket, words in OF_WORDS.findall(told):
            if words == "as-of":
                continue
            known = options.setdefault(name, (set(), bool(bracket)))
            known[0].update(words.split("|"))
            if second:
                options[second] = known
    return options


def wrong_in(shell, program, environment):
    options = words_of(program, environment)
    if not options:
        yield f"{program} --help has no option of words"
    for name, (words, bare) in sorted(options.items()):
        for line in (f"{program} --{name} ", f"{program} --{name}="):
            offered = {each.rstrip("/") for each in shell.complete(line)}
            wanted = words | ({"budget.toml", "law"} if bare and line.endswith(" ") else set())
            if not (wanted <= offered if bare else offered == wanted):
                yield f"{line!r}: {sorted(offered)}, not {sorted(wanted)}"
    for line, wanted in ((f"{program} --law ", "law"), (f"{program} --output bud", "budget.toml"),
                         (f"{program} bud", "budget.toml"), (f"{program} --format=cs", "csv"),
                         (f"{program} --compl", "--completion")):
        offered = {name.rstrip("/=") for name in shell.complete(line)}
        if wanted not in offered or (wanted == "law" and "budget.toml" in offered):
            yield f"{line!r}: {sorted(offered)}, not {wanted}"


# (the variables, the first words of what --quiet is for)
LOCALES = [({"LANG": "fr_FR.UTF-8"}, "Aucun"), ({"LANG": "en_GB.UTF-8"}, "No warnings"), ({"LANG": "C"}, "Aucun"), ({}, "Aucun"),
           ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "No warnings"),
           ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "en", "LC_ALL": "fr_FR"}, "Aucun")]
TOLD_BY = {"fish": "source msp-aci.fish; complete -C 'msp-aci --qui'",
           "zsh": "_arguments() { print -rl -- $@ }; . ./_msp-aci"}


def wrong_language(shell, folder, environment):
    for variables, wanted in LOCALES:
        told = subprocess.run([shell, {"fish": "-Nc", "zsh": "-fc"}[shell], TOLD_BY[shell]], cwd=folder,
                              env=environment | variables, capture_output=True, text=True, check=True,
                              stdin=subprocess.DEVNULL).stdout
        if not re.search(r"--quiet(\[|\t)" + wanted, told):
            yield f"{variables}: {told[:500]!r} has no {wanted!r}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    binaries = parser.parse_args().bin.resolve()
    count, failed = 0, False
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        # Of the environment nothing that a user's shell reads, and no locale.
        environment = {"PATH": f"{binaries}:/usr/bin:/bin", "HOME": name, "TERM": "dumb",
                       "ASAN_OPTIONS": "detect_leaks=0"}
        (folder / "budget.toml").touch()
        (folder / "law").mkdir()
        for program in PROGRAMS:
            for shell, file in (("zsh", f"_{program}"), ("fish", f"{program}.fish")):
                subprocess.run([binaries / program, "--completion", shell, "--output", folder / file],
                               env=environment, check=True)
        for name, shell_of in (("zsh", Zsh), ("fish", Fish)):
            if not shutil.which(name):
                continue
            count += 1
            shell = shell_of(folder, environment)
            wrong = [each for program in PROGRAMS for each in wrong_in(shell, program, environment)]
            shell.end()
            wrong += wrong_language(name, folder, environment)
            failed = failed or bool(wrong)
            for each in wrong:
                print(f"{name}: {each}")
    print(f"completed in {count} of 2 shells")
    return 1 if failed else 0


sys.exit(main())
