# SPDX-License-Identifier: MIT
"""C++ sources as text, for the checks of this folder."""

import pathlib
import re

_COMMENT = r"//[^\n]*|/\*.*?\*/"
_STRING = r'R"([^\s()\\]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"'
_CHARACTER = r"(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'"  # not the mark in 1'000
_PIECE = re.compile(f"{_COMMENT}|{_STRING}|{_CHARACTER}", re.DOTALL)


def without(text, *, strings):
    """The text without its comments, and without the content of its strings if asked; lines keep their numbers."""
    def replace(match):
        piece = match.group()
        if piece.startswith("/"):
            return re.sub(r"[^\n]+", " ", piece)
        return '""' + "\n" * piece.count("\n") if strings else piece
    return _PIECE.sub(replace, text)


def sources(*folders):
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*.[hc]pp")):
            yield path, path.read_text()
