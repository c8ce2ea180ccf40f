#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The golden runner sees what it must see."""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import golden

OUTPUTS = [b"", b"\n", b"a\n", b"a", b"a\n\n", b"\n\na\n\n\n", b"a \n", b" \n", b"# a\n", b"$ a\n> b\n2> c\nexit 3\n",
           b">>>\n<<< x\n", b"2>\n#\n>\n", b"a\\\n", b"\\", b"\\\\&\n", b"\xff\xfe\n", b"\r\n\r\n",
           b"\xef\xbb\xbfa;b\r\n", b"\0\x1b[1m\t|\x7f\n", b"a\x0bb\x0cc\n",
           "12\u202f345,67\u00a0€\n".encode(), "\u2028\x85\U000e0001\n".encode()]


class Escapes(unittest.TestCase):
    def test_what_is_written_reads_back(self):
        for out in OUTPUTS:
            for err in OUTPUTS:
                for status in 0, 3:
                    result = golden.Result(out, err, status)
                    lines = golden.render(result)
                    for after in [], [""], ["", "# more"], ["$ next"]:
                        read, _ = golden.read_expected(lines + after, 0)
                        self.assertEqual(read, result, lines)

    def test_no_line_hides_a_character(self):
        for out in OUTPUTS:
            for line in golden.encode(out):
                self.assertTrue(line.isprintable(), line)
                self.assertFalse(line.endswith(" "), line)


class Runs(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.top = pathlib.Path(self.folder.name)
        self.addCleanup(self.folder.cleanup)

    def run_on(self, text, update=False):
        """Whether the case passed, what was printed, and the case file afterwards."""
        case = self.top / "case.test"
        case.write_bytes(text.encode() if isinstance(text, str) else text)
        options = argparse.Namespace(bin=self.top, examples=self.top / "none", update=update)
        printed = golden.run_case(case, options)
        return not printed, printed, case.read_text(errors="replace")

    def test_a_session_that_agrees_passes(self):
        (self.top / "case.txt").write_text("beside\n")
        (self.top / "case.d").mkdir()
        (self.top / "case.d" / "within").write_text("within\n")
        text = ("# Why\n\n<<< in.txt\nfirst \\\n\n# second\n>>>\n<<<\\ crlf\na\\r\n>>>\n"
                "$ cat in.txt case.txt within crlf\nfirst \\\\\n\n\\&# second\nbeside\nwithin\na\\r\n\n"
                "$ pwd\n> echo no >&2; exit 4\n/TMP/case\n2> no\nexit 4\n\n# Nothing\n$ true\n")
        self.assertEqual(self.run_on(text), (True, "", text))

    def test_each_kind_of_difference_fails_and_update_mends_it(self):
        for text in ["$ echo a\n", "$ echo a\nb\n", "$ echo a\na\nb\n", "$ true\nexit 1\n", "$ false\n",
                     "$ echo a >&2\n", "$ true\n2> a\n", "$ printf a\na\n", "$ printf 'a\\n\\n'\na\n\n# end\n",
                     "$ printf 'a \\n'\na\n", "$ kill -PIPE $$\n"]:
            with self.subTest(text):
                passed, _, kept = self.run_on(text)
                self.assertEqual((passed, kept), (False, text))
                passed, _, mended = self.run_on(text, update=True)
                self.assertTrue(passed)
                self.assertEqual(self.run_on(mended), (True, "", mended))

    def test_update_leaves_what_agrees_as_it_was(self):
        text = "$ echo a\na\n\n\n# kept\n$ echo b\nc\n\n$ echo d\nd\n"
        self.assertEqual(self.run_on(text, update=True)[2], text.replace("\nc\n", "\nb\n"))

    def test_a_file_that_is_no_case_fails(self):
        for text in ["", "# only words\n", "lost\n$ true\n", "$ echo a\n# between\na\n", "<<< open\n$ true\n",
                     "$ echo\n\\q\n", "<<< ../up\n>>>\n$ true\n", "$ true\nexit 1\nlate\n",
                     b"$ printf '\\377'\n\xff\n"]:
            with self.subTest(text):
                self.assertFalse(self.run_on(text)[0])
                self.assertFalse(self.run_on(text, update=True)[0])

    def test_the_environment_is_short_and_fixed(self):
        text = ("$ env | cut -d= -f1 | grep -v '^_$\\|^PWD$\\|^OLDPWD$\\|^SHLVL$' | sort\n"
                "EXAMPLES\nHOME\nLC_ALL\nPATH\nTZ\n")
        self.assertEqual(self.run_on(text)[:2], (True, ""))

    def test_the_program_counts_and_its_status_tells(self):
        (self.top / "good.test").write_text("$ echo a\na\n")
        (self.top / "bad.test").write_text("$ echo a\nb\n")
        for names, status, last in (["good"], 0, "1 passed, 0 failed"), (["good", "bad"], 1, "1 passed, 1 failed"), \
                                   ([], 1, "0 passed, 0 failed"):
            (self.top / "none").mkdir(exist_ok=True)
            cases = [self.top / f"{name}.test" for name in names] or [self.top / "none"]
            done = subprocess.run([sys.executable, golden.__file__, "--bin", self.top, *cases],
                                  capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout.splitlines()[-1]), (status, last))


if __name__ == "__main__":
    unittest.main()
