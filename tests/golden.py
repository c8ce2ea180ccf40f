#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
r"""Golden runs: each case file is a terminal session, run again and compared to the byte.

    # Free text: why this case exists.
    <<< budget.toml
    schema = 2
    >>>
    $ msp-forecast budget.toml
    2> budget.toml:1:10: error: ...
    exit 2

Lines of a case file
    # text        a comment; it also ends the output above it
    <<< name      writes the file `name` from the lines up to `>>>`, as they stand; `<<<\ name` reads escapes in them
    $ command     runs in sh -c; `> ` lines directly below continue it, after a newline
    text          below a command: its standard output, line by line
    2> text       then its standard error
    exit N        then its status, if that is not 0; 128 + the signal for a program ended by one
Blank lines before a comment, a `<<<`, a `$`, a `2>`, an `exit` or the end of the file are layout. Any other blank line
under a command is an empty line of output.

Escapes, in output only (a backslash itself is written `\\`)
    \&            nothing: an empty last line of output; text that would read as one of the lines above (`\&# title`)
    \  at the end of a line: no newline follows it
    \r \t         CR and tab;  \x20 a space at the end of a line
    \u202f        a character that does not print: also \u00a0, \ufeff; \U with eight digits beyond those
    \xNN          a byte that is not UTF-8, or another control character

Where it runs
    All commands of a case share one empty temporary folder. It begins with copies of the files beside `name.test` that
    are called `name.*`, and of what the folder `name.d` holds. Standard input is empty. The environment is PATH (the
    built programs, then /usr/bin:/bin), LC_ALL=C, TZ=UTC, HOME (the folder above) and EXAMPLES (../examples, a copy of
    the project's). The name of the temporary folder is written /TMP. A command has 60 seconds.
"""

import argparse
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parent.parent
SECONDS = 60
STATUS = re.compile(r"exit ([1-9][0-9]*)$")
ESCAPE = re.compile(r"\\(?:([&\\rt])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
PLAIN = {"&": b"", "\\": b"\\", "r": b"\r", "t": b"\t"}


class CaseError(Exception):
    """The case file itself cannot be read."""


# Plain classes and late imports: each case is a process of its own, and starting one takes longer than most cases do.
class Result:
    def __init__(self, out=b"", err=b"", status=0):
        self.out, self.err, self.status = out, err, status

    def __eq__(self, other):
        return (self.out, self.err, self.status) == (other.out, other.err, other.status)


class Command:
    def __init__(self, text, first, last, expected):
        self.text, self.expected = text, expected
        self.first, self.last = first, last  # the lines of the file that hold what is expected


class InputFile:
    def __init__(self, name, content):
        self.name, self.content = name, content


class Case:
    def __init__(self, lines):
        self.lines, self.steps = lines, []


def is_comment(line):
    return line == "#" or line.startswith("# ")


def is_mark(line):
    return (is_comment(line) or line.startswith(("$ ", "> ", "2> ", "<<< ", "<<<\\ ")) or line in ("2>", ">>>", ">")
            or STATUS.match(line) is not None)


def decode(line, number):
    """The bytes that an expected line stands for, its newline included."""
    newline = b"\n"
    if (len(line) - len(line.rstrip("\\"))) % 2:
        line, newline = line[:-1], b""
    parts, at = [], 0
    while (backslash := line.find("\\", at)) >= 0:
        parts.append(line[at:backslash].encode())
        escape = ESCAPE.match(line, backslash)
        if not escape:
            raise CaseError(f"line {number}: an unknown escape; write \\\\ for a backslash")
        plain, byte, short, long = escape.groups()
        parts.append(PLAIN[plain] if plain else bytes.fromhex(byte) if byte else chr(int(short or long, 16)).encode())
        at = escape.end()
    parts.append(line[at:].encode())
    return b"".join(parts) + newline


def visible(character):
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    if character in "\\\r\t":
        return {"\\": "\\\\", "\r": "\\r", "\t": "\\t"}[character]
    if character.isprintable():
        return character
    return f"\\x{code:02x}" if code < 0x80 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def encode(output, prefix=""):
    """The lines of a case file for some output; decode() is its inverse."""
    lines = []
    for raw in split(output):
        ended = raw.endswith("\n")
        text = "".join(map(visible, raw.rstrip("\n") if ended else raw))
        if text.endswith(" "):
            text = text[:-1] + "\\x20"
        if not prefix and is_mark(text):
            text = "\\&" + text
        lines.append(text + ("" if ended else "\\"))
    if not prefix and lines and not lines[-1]:
        lines[-1] = "\\&"
    return [(prefix + line).rstrip(" ") for line in lines]


def split(output):
    """Lines at newlines only, each with its own; bytes that are not UTF-8 as lone surrogates."""
    return re.findall(r"[^\n]*\n|[^\n]+", output.decode("utf-8", "surrogateescape"))


def render(result):
    lines = encode(result.out) + encode(result.err, "2> ")
    return lines + [f"exit {result.status}"] if result.status else lines


def read_input(lines, at):
    """The inline file whose `<<<` line is lines[at], and the index after its `>>>`."""
    escaped = lines[at].startswith("<<<\\ ")
    name = lines[at][5 if escaped else 4:].strip()
    if not name or os.path.isabs(name) or ".." in pathlib.PurePath(name).parts:
        raise CaseError(f"line {at + 1}: '{name}' is not a name within the folder")
    end = at + 1
    while end < len(lines) and lines[end] != ">>>":
        end += 1
    if end == len(lines):
        raise CaseError(f"line {at + 1}: no line '>>>' ends this file")
    content = b"".join(decode(lines[i], i + 1) if escaped else lines[i].encode() + b"\n" for i in range(at + 1, end))
    return InputFile(name, content), end + 1


def read_expected(lines, at):
    """What is expected of the command above lines[at], and the index after it."""
    expected = Result()
    blank = at  # the first of the blank lines just above
    stage = 0   # 0 in standard output, 1 in standard error, 2 after the status
    while at < len(lines):
        line = lines[at]
        status = STATUS.match(line)
        if is_comment(line) or line.startswith(("$ ", "<<< ", "<<<\\ ")):
            break
        if not line:
            at += 1
            continue
        if line == ">>>" or (stage == 2) or (stage == 1 and not status and not line.startswith("2>")):
            raise CaseError(f"line {at + 1}: standard output, then `2> ` lines, then `exit N`")
        if status:
            stage, expected.status = 2, int(status.group(1))
        elif line == "2>" or line.startswith("2> "):
            stage = 1
            expected.err += decode(line[3:], at + 1)
        else:
            expected.out += b"\n" * (at - blank) + decode(line, at + 1)
        at += 1
        blank = at
    return expected, blank


def parse(text):
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    case = Case(lines)
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line or is_comment(line):
            at += 1
        elif line.startswith(("<<< ", "<<<\\ ")):
            step, at = read_input(lines, at)
            case.steps.append(step)
        elif line.startswith("$ "):
            command = line[2:]
            at += 1
            while at < len(lines) and (lines[at] == ">" or lines[at].startswith("> ")):
                command += "\n" + lines[at][2:]
                at += 1
            expected, after = read_expected(lines, at)
            case.steps.append(Command(command, at, after, expected))
            at = after
        else:
            raise CaseError(f"line {at + 1}: belongs to no command (a comment above it ends an output)")
    if not any(isinstance(step, Command) for step in case.steps):
        raise CaseError("holds no case: no line begins with '$ '")
    return case


def prepare(path, top, examples):
    """The folder that the commands run in."""
    folder = top / "case"
    folder.mkdir()
    for beside in sorted(path.parent.glob(path.stem + ".*")):
        if beside.is_file() and beside != path:
            shutil.copy(beside, folder)
    if path.with_suffix(".d").is_dir():
        shutil.copytree(path.with_suffix(".d"), folder, dirs_exist_ok=True)
    if examples.is_dir() and b"examples" in path.read_bytes().lower():
        shutil.copytree(examples, top / "examples")
    return folder


def run_command(command, folder, bin_folder):
    top = str(folder.parent)
    environment = {"PATH": f"{bin_folder}:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC", "HOME": top,
                   "EXAMPLES": "../examples"}
    process = subprocess.Popen(["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    try:
        out, err = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None
    name = top.encode()
    status = process.returncode if process.returncode >= 0 else 128 - process.returncode
    return Result(out.replace(name, b"/TMP"), err.replace(name, b"/TMP"), status)


def run_case(path, options):
    """What to print about a case: nothing if it passed."""
    try:
        case = parse(path.read_bytes().decode())
    except UnicodeDecodeError as error:
        return f"{path}: not UTF-8 at byte {error.start}; write \\xNN\n"
    except CaseError as error:
        return f"{path}: {error}\n"
    written = list(case.lines)
    different = False
    moved = 0  # how many lines `written` is longer so far
    with tempfile.TemporaryDirectory(prefix="golden-") as top:
        folder = prepare(path, pathlib.Path(top).resolve(), options.examples)
        for step in case.steps:
            if isinstance(step, InputFile):
                (folder / step.name).parent.mkdir(parents=True, exist_ok=True)
                (folder / step.name).write_bytes(step.content)
                continue
            result = run_command(step.text, folder, options.bin)
            if result is None:
                return f"{path}: still running after {SECONDS} s: {step.text}\n"
            if result != step.expected:
                different = True
                lines = render(result)
                written[step.first + moved:step.last + moved] = lines
                moved += len(lines) - (step.last - step.first)
    if not different:
        return ""
    if options.update:
        path.write_bytes(("\n".join(written) + "\n").encode())
        return ""
    import difflib
    diff = difflib.unified_diff(case.lines, written, f"{path} (expected)", f"{path} (now)", lineterm="")
    return "\n".join(diff) + "\n"


def find(arguments):
    for argument in map(pathlib.Path, arguments):
        if argument.is_dir():
            yield from sorted(argument.rglob("*.test"))
        else:
            yield argument


def reports(paths, options):
    """What run_case() prints of each, in their order."""
    if len(paths) < 2:
        yield from (run_case(path, options) for path in paths)
        return
    import concurrent.futures
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        yield from pool.map(lambda path: run_case(path, options), paths)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", default=[PROJECT / "tests/cli"], help="case files or folders of them")
    parser.add_argument("--bin", type=pathlib.Path, default=PROJECT / "build/dev/bin", help="folder of the programs")
    parser.add_argument("--examples", type=pathlib.Path, default=PROJECT / "examples")
    parser.add_argument("--update", action="store_true", help="rewrite the expectations in place")
    parser.add_argument("--jobs", "-j", type=int, default=os.cpu_count())
    options = parser.parse_args()
    options.bin = options.bin.resolve()
    if not options.bin.is_dir():
        parser.error(f"no programs: {options.bin} is not a folder (--bin)")
    paths = list(find(options.cases))
    failed = 0
    for report in reports(paths, options):
        failed += bool(report)
        sys.stdout.write(report)
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
