# SPDX-License-Identifier: MIT
"""Works out the formulas of a workbook, exactly: numbers are fractions, so that a half is a half."""

import re
from fractions import Fraction
from functools import cache
from math import floor


class Fault(Exception):
    pass


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@cache
def split_name(name):
    letters, digits = re.fullmatch(r"([A-Z]+)([0-9]+)", name).groups()
    return column_number(letters), int(digits)


def cents(number):
    """Of a binary number that stands for an amount."""
    whole = round(number * 100)
    if abs(number * 100 - whole) > 1e-3:
        raise Fault(f"{number} is no whole number of cents")
    return whole


def rounded(number, places):
    """Half away from zero, as spreadsheet programs do."""
    unit = Fraction(1, 10**places)
    size = floor(abs(number) / unit + Fraction(1, 2)) * unit
    return size if number >= 0 else -size


def least(numbers):
    """Cells of nothing or of a text are left out; of none it is nothing."""
    return min(numbers, default=Fraction(0))


TOKEN = re.compile(r'"[^"]*"' r"|'(?:[^']|'')+'![A-Z]+[0-9]+" r"|[A-Z]+[0-9]+(?::[A-Z]+[0-9]+)?|[A-Z]+(?=\()"
                   r"|[0-9]+(?:\.[0-9]+)?|<>|<=|>=|[-+*/()=,<>]")


@cache
def tokens_of(text):
    """The last one first."""
    tokens = TOKEN.findall(text)
    if "".join(tokens) != text:
        raise Fault(f"the formula {text} is not understood")
    return tuple(reversed(tokens))


class Recalculation:
    """Formulas worked out from the cells that have none; `changed` takes the place of some of these, in cents.
    `others` are those of the workbook, by the names of their worksheets."""

    def __init__(self, worksheet, changed=None, others=None):
        self.worksheet, self.known, self.others = worksheet, {}, others or {}
        self.changed = {place: Fraction(amount, 100) for place, amount in (changed or {}).items()}

    def value(self, place):
        """In whole cents."""
        return cents(self.number(place))

    def number(self, place):
        """What stands there; nothing and texts count as zero."""
        if place in self.changed:
            return self.changed[place]
        if place not in self.known:
            cell = self.worksheet.cells.get(place)
            if cell is None or (cell.number is None and cell.formula is None):
                self.known[place] = Fraction(0)
            else:
                self.known[place] = None  # found again, it would stand on itself
                self.known[place] = Fraction(repr(cell.number)) if cell.formula is None else self.formula(cell.formula)
        if self.known[place] is None:
            raise Fault(f"{self.worksheet.name}!{place}: a formula that stands on itself")
        return self.known[place]

    def formula(self, text):
        tokens = list(tokens_of(text))
        made = self.compared(tokens)
        if tokens:
            raise Fault(f"{self.worksheet.name}: the formula {text} goes on after its end")
        return Fraction(0) if isinstance(made, str) else made

    def compared(self, tokens):
        left = self.sum_of(tokens)
        if not tokens or tokens[-1] not in ("=", "<>", "<", ">", "<=", ">="):
            return left
        sign, right = tokens.pop(), self.sum_of(tokens)
        return {"=": left == right, "<>": left != right, "<": left < right, ">": left > right, "<=": left <= right,
                ">=": left >= right}[sign]

    def sum_of(self, tokens):
        made = self.product_of(tokens)
        while tokens and tokens[-1] in "+-":
            made = made + self.product_of(tokens) if tokens.pop() == "+" else made - self.product_of(tokens)
        return made

    def product_of(self, tokens):
        made = self.factor_of(tokens)
        while tokens and tokens[-1] in "*/":
            made = made * self.factor_of(tokens) if tokens.pop() == "*" else made / self.factor_of(tokens)
        return made

    def factor_of(self, tokens):
        token = tokens.pop()
        if token == "-":
            return -self.factor_of(tokens)
        if token == "(":
            made = self.compared(tokens)
            tokens.pop()
            return made
        if token[0] == '"':
            return token[1:-1]
        if token[0] == "'":
            name, _, place = token[1:].rpartition("'!")
            return self.others[name.replace("''", "'")].number(split_name(place))
        if token[0].isdigit():
            return Fraction(token)
        if tokens and tokens[-1] == "(":
            return self.function(token, tokens)
        return self.number(split_name(token))

    def function(self, name, tokens):
        if name == "IF":
            tokens.pop()
            condition = self.compared(tokens)
            branches = self.branches(tokens)
            return self.compared(branches[0] if condition else branches[1])
        arguments = []
        while tokens.pop() != ")":
            if tokens[-1] != ")":
                arguments.append(self.range_of(tokens.pop()) if ":" in tokens[-1] else [self.compared(tokens)])
        all_numbers = [number for numbers in arguments for number in numbers]
        if name == "ROUND":
            return rounded(all_numbers[0], int(all_numbers[1]))
        if name in ("SUM", "MIN", "MAX", "ABS"):
            return {"SUM": sum, "MIN": least, "MAX": max, "ABS": lambda numbers: abs(numbers[0])}[name](all_numbers)
        raise Fault(f"{self.worksheet.name}: the function {name} is not understood")

    def branches(self, tokens):
        """What follows the condition of IF, of which one alone is worked out: the other may divide by nothing."""
        found, depth = [[]], 0
        tokens.pop()
        while depth or tokens[-1] != ")":
            token = tokens.pop()
            depth += (token == "(") - (token == ")")
            if token == "," and not depth:
                found.append([])
            else:
                found[-1].insert(0, token)
        tokens.pop()
        return found

    def range_of(self, text):
        (left, top), (right, bottom) = (split_name(name) for name in text.split(":"))
        places = [(column, row) for row in range(top, bottom + 1) for column in range(left, right + 1)]
        return [self.number(place) for place in places if place in self.changed or self.holds_number(place)]

    def holds_number(self, place):
        cell = self.worksheet.cells.get(place)
        return cell is not None and (cell.number is not None or cell.formula is not None)
