#!/bin/sh
# SPDX-License-Identifier: MIT
# Brings lib/msp/diag/fr.po up to date with the sources: new messages come in without a translation, unused ones go out.
# Then write the French, and run catalogue.sh.
set -eu
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd)
po=$here/../../lib/msp/diag/fr.po
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sh "$here/messages.sh" "$work/messages.pot"
msgmerge --quiet --no-fuzzy-matching --add-location=file --no-wrap --force-po -o "$work/merged.po" "$po" "$work/messages.pot"
msgattrib --no-obsolete --no-wrap --force-po -o "$work/fr.po" "$work/merged.po"
cmp -s "$work/fr.po" "$po" || cat "$work/fr.po" >"$po"
msgattrib --untranslated --no-wrap "$po"
