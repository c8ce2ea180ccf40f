#!/bin/sh
# SPDX-License-Identifier: MIT
# messages.sh TEMPLATE: writes what lib and apps mark with tr(), in the order of the files, as a gettext template.
set -eu
cd "$(dirname "$0")/../.."
export LC_ALL=C.UTF-8
find lib apps -name '*.[hc]pp' | LC_ALL=C sort >"$1.files"
# It warns of every sign that is not ASCII, which is no fault here; a real fault has a status.
if ! xgettext --files-from="$1.files" --language=C++ --from-code=UTF-8 --keyword= --keyword=tr --add-location=file \
        --no-wrap --force-po --output="$1.found" 2>"$1.log"; then
    cat "$1.log" >&2
    exit 1
fi
# "5 % of" is not printf's.
sed -e '/^#, c-format$/d' -e '/^"POT-Creation-Date:/d' "$1.found" >"$1"
