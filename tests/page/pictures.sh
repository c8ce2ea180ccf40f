#!/bin/sh
# SPDX-License-Identifier: MIT
# pictures.sh BIN: makes the pictures of the two READMEs anew, of the example that they show, each in its language. Needs
# the packages chromium, libreoffice-calc-nogui, poppler-utils and imagemagick.
set -eu
bin=$(cd "$1" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
budget=$root/examples/msp-mediane.toml
pictures=$root/examples/pictures

pictures_in() {  # language, locale
    "$bin/msp-forecast" --lang "$1" --format html --scenario aci-late --output "$work/page.html" "$budget"
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=940,900 \
        --screenshot="$work/page.png" "file://$work/page.html" 2>/dev/null
    convert "$work/page.png" -strip -colors 24 -define png:compression-level=9 "$pictures/page.$1.png"

    "$bin/msp-forecast" --lang "$1" --pack bank --output "$work/book.xlsx" "$budget"
    LC_ALL=$2 soffice "-env:UserInstallation=file://$work/profile.$1" --headless --convert-to pdf --outdir "$work" \
        "$work/book.xlsx" >/dev/null
    pdftoppm -r 90 -f 4 -l 4 -singlefile -png "$work/book.pdf" "$work/book"
    convert "$work/book.png" -strip -gravity north -crop 100%x62%+0+0 +repage -trim -bordercolor white -border 12 \
        -colors 24 -define png:compression-level=9 "$pictures/workbook.$1.png"
}

pictures_in en en_GB.UTF-8
pictures_in fr fr_FR.UTF-8
