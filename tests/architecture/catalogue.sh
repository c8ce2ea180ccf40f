#!/bin/sh
# SPDX-License-Identifier: MIT
# catalogue.sh [FILE]: every message of the sources stands in the French catalogue (lib/msp/diag/fr.po) with a
# translation that names the same {placeholders}, and nothing else stands there.
set -eu
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd)
po=${1:-$here/../../lib/msp/diag/fr.po}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sh "$here/messages.sh" "$work/messages.pot"
msgfmt --check --output-file=/dev/null "$po"
msgcat --no-wrap --force-po -o "$work/template" "$work/messages.pot"
msgcat --no-wrap --force-po -o "$work/french" "$po"

awk '
function unquoted(line) {
    sub(/^[^"]*"/, "", line)
    sub(/"$/, "", line)
    return line
}
function fault(what) {
    print "fr.po: " what ": \"" id "\""
    faults++
}
# The names in `text`, as keys of `names`.
function placeholders(text, names,    inner, bars) {
    split("", names)
    gsub(/[{][{]|[}][}]/, "", text)
    while (match(text, /[{][a-z_0-9]+(:[^{}]*)?[}]/)) {
        inner = substr(text, RSTART + 1, RLENGTH - 2)
        text = substr(text, RSTART + RLENGTH)
        bars = gsub(/[|]/, "|", inner)
        if (inner ~ /:/ && bars != 1)
            fault("{" inner "} does not have two forms")
        sub(/:.*/, "", inner)
        names[inner] = 1
    }
}
function compare(    name) {
    placeholders(id, english)
    placeholders(str, french)
    for (name in english)
        if (!(name in french))
            fault("the French text lacks {" name "}")
    for (name in french)
        if (!(name in english))
            fault("the English text has no {" name "}")
}
function entry() {
    if (part == "" || id == "")
        return
    if (template) {
        wanted[id] = 1
        return
    }
    present[id] = 1
    if (!(id in wanted))
        fault("no longer in the sources")
    else if (fuzzy)
        fault("fuzzy")
    else if (str == "")
        fault("not translated")
    else
        compare()
}
function next_entry() {
    entry()
    id = str = part = ""
    fuzzy = 0
}
FNR == 1 { next_entry(); files++; template = files == 1 }
/^$/ { next_entry(); next }
/^#~/ { print "fr.po: obsolete: " $0; faults++; next }
/^#,.*fuzzy/ { fuzzy = 1; next }
/^#/ { next }
/^msgid "/ { part = "id"; id = unquoted($0); next }
/^msgstr "/ { part = "str"; str = unquoted($0); next }
/^msg/ { print "fr.po: contexts and plural forms of gettext are not used: " $0; faults++; next }
part == "id" { id = id unquoted($0); next }
part == "str" { str = str unquoted($0) }
END {
    next_entry()
    for (id in wanted)
        if (!(id in present))
            fault("missing")
    if (faults)
        print "tests/architecture/update_catalogue.sh brings in what is missing and takes out what is unused."
    exit faults ? 1 : 0
}' "$work/template" "$work/french"
