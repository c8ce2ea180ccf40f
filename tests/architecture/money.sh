#!/bin/sh
# SPDX-License-Identifier: MIT
# A report computes nothing: no object of lib/msp/report has a copy of Money's arithmetic. Only a build that does not
# inline it can tell, so that an object of cash must have one.
set -eu
arithmetic='msp::operator[-+*]\(msp::Money|msp::Money::operator[-+]='
computed() { nm -C --defined-only "$1" | grep -Eq "$arithmetic"; }

status=0
seen=no
for object in "$@"; do
    case $object in
    */msp/report/* | */unity_report_*)
        if computed "$object"; then
            echo "$object: adds up amounts; a module below report should"
            nm -C --defined-only "$object" | grep -E "$arithmetic"
            status=1
        fi
        ;;
    */msp/cash/* | */unity_cash_*) computed "$object" && seen=yes ;;
    esac
done
if [ $seen = no ]; then
    echo "no object has Money's arithmetic: these objects cannot tell"
    status=1
fi
exit $status
