#!/usr/bin/env python3
"""Calendars of msp-forecast, read back by a strict reader of RFC 5545 and held against the rows of the CSV: each example,
and budgets whose names try to break out. Where libical or python3-icalendar is installed, they read them too.

    ics.py --bin build/dev/bin
"""
import argparse
import csv
import ctypes
import datetime
import glob
import io
import json
import os
import re
import subprocess
import tempfile

HOSTILE = r'''
[entity]
id = "msp"
siren = "123456782"
[bank]
opening = 1000.00
date = 2026-01-01
[calendar]
alarm = ["1 day", "1 month", "90 days"]
notice = ["60 days"]
[[expense]]
id = "tax"
label = "a;b,c\\d\nEND:VEVENT\r\nBEGIN:VEVENT\u0007 \u202e\ufffe \"quoted\" : é"
category = "local-tax"
amount = 12.34
every = "month"
day = 31
[[contract]]
id = "long"
label = "ééééééééééééééééééééééééééééééééééééé€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€😀😀😀😀😀😀😀😀😀😀😀😀😀😀"
supplier = "x, y; z"
end = 2026-06-30
notice = "45 days"
renewal = "6 months"
[[contract]]
id = "quiet"
supplier = "s"
end = 2026-05-31
alarm = []
'''

NOTHING = '''
[bank]
opening = 1000.00
date = 2026-01-01
'''

EDITED = '''
lang = "fr"
[entity]
name = "SISA, X"
siren = "123456782"
[bank]
opening = 45000.00
date = 2026-01-01
[forecast]
from = "2026-01"
months = 24
[charges]
plan = true
day = 1
delay = "10 days"
[[key]]
id = "eq"
by = "equal"
[[member]]
id = "a"
[[member]]
id = "b"
[[expense]]
id = "rent"
category = "rent"
amount = 200.00
every = "month"
day = 5
shared = "eq"
[[call]]
id = "roof"
label = "Toiture"
kind = "works"
shared = "eq"
calls = [{ date = 2026-06-15, amount = 3000.00 }, { date = 2026-09-15, amount = 3000.00 }]
[[aci.year]]
year = 2025
notified = 76000.00
advance = { received = [{ date = 2025-04-28, amount = 40000.00 }] }
balance = { expected = 2026-04-28 }
[[grant]]
id = "g1"
amount = 5000.00
date = 2026-09-20
[[grant]]
id = "g2"
amount = 30000.00
instalments = [{ share = "70 %", date = 2026-05-16 }, { share = "rest", date = 2027-01-16 }]
[[grant]]
id = "g3"
amount = 100.00
from = "2026-01"
every = "year"
instalments = [{ share = "60 %", day = "04-01" }, { share = "rest", day = "09-01" }]
[[expense]]
id = "cfe"
label = "CFE"
category = "local-tax"
amount = 600.00
date = 2026-12-15
[[expense]]
id = "land"
category = "property-tax"
amounts = [{ date = 2026-10-15, amount = 900.00 }, { date = 2027-10-15, amount = 910.00 }]
[[expense]]
id = "urssaf"
category = "payroll-contributions"
amount = 1000.00
every = "month"
day = 15
[[expense]]
id = "twice"
category = "payroll-contributions"
amount = 20.00
every = "quarter"
day = [7, 21]
[[expense]]
id = "weekly"
category = "payroll-contributions"
amount = 10.00
every = "2 weeks"
from = 2026-01-05
[[loan]]
id = "new"
amount = 24000.00
rate = "3.6 %"
date = 2026-02-01
first = 2026-03-05
instalments = 12
[[loan]]
id = "old"
outstanding = 12000.00
rate = "3.6 %"
date = 2026-01-06
first = 2026-02-06
instalments = 12
[[contract]]
id = "lease"
supplier = "SCI"
end = 2026-12-31
notice = "6 months"
renewal = "12 months"
'''

# What an edit changes: events that the calendar loses, new ones, and whether any day moves. Two weeks from 7 January on
# are those of the same weeks, on Wednesdays; the old loan, a month on, ends a month on.
EDITS = [
    ('nothing', [], 0, 0, False),
    ('labels', [('"CFE"', '"Cotisation"'), ('"SISA, X"', '"SISA Y"'), ('"SCI"', '"SCI 2"'), ('Toiture', 'Toit')], 0, 0, False),
    ('amounts', [('600.00', '700.00'), ('1000.00', '1234.00'), ('24000.00', '25000.00'), ('910.00', '1.00')], 0, 0, False),
    ('a language', [('"fr"', '"en"')], 0, 0, False),
    ('a day of months', [('day = 15', 'day = 20')], 0, 0, True),
    ('days of months', [('[7, 21]', '[8, 30]')], 0, 0, True),
    ('a day of weeks', [('2026-01-05', '2026-01-07')], 0, 0, True),
    ('a single date', [('2026-12-15', '2027-01-20')], 0, 0, True),
    ('a date of a list', [('2026-10-15', '2026-10-20')], 0, 0, True),
    ('the month of a date of a list', [('2026-10-15', '2026-11-02')], 1, 1, False),
    ('an earlier date of a list', [('[{ date = 2026-10-15, amount = 900.00 }, ', '[')], 1, 0, False),
    ('a loan', [('2026-03-05', '2026-04-10')], 0, 0, True),
    ('an old loan', [('2026-01-06', '2026-01-10'), ('2026-02-06', '2026-02-10')], 0, 0, True),
    ('an old loan, a year on', [('12000.00', '1015.00'), ('2026-01-06', '2026-12-06'), ('2026-02-06', '2027-01-06'),
                                ('first = 2027-01-06\ninstalments = 12', 'first = 2027-01-06\ninstalments = 1')], 11, 0, False),
    ('a grant', [('2026-09-20', '2026-10-20'), ('2026-05-16', '2026-06-17'), ('"04-01"', '"05-02"')], 0, 0, True),
    ('the ACI', [('expected = 2026-04-28', 'expected = 2026-05-28')], 0, 0, True),
    ('an end', [('2026-12-31', '2027-01-31')], 0, 0, True),
    ('a notice', [('"6 months"', '"3 months"')], 0, 0, True),
    ('the day of calls', [('day = 1\n', 'day = 3\n')], 0, 0, True),
    ('how late calls are paid', [('"10 days"', '"40 days"')], 0, 0, False),
    ('the day of a call', [('2026-06-15', '2026-06-20')], 0, 0, True),
]

SECOND_READER = '''
import sys
from icalendar import Calendar
for event in Calendar.from_ical(sys.stdin.buffer.read()).walk("VEVENT"):
    alarms = [int(alarm["TRIGGER"].dt.total_seconds()) for alarm in event.walk("VALARM")]
    print(event["UID"], event.decoded("DTSTART").isoformat(), repr(str(event["SUMMARY"])), alarms, sep="\\t")
'''


def unescaped(text):
    """Of a TEXT value; whatever is not escaped as the standard asks for is a mistake."""
    out = ''
    at = 0
    while at < len(text):
        assert text[at] not in ';,', ('not escaped', text)
        assert text[at] >= ' ' and text[at] != '\x7f', ('control', text)
        if text[at] == '\\':
            at += 1
            assert text[at] in '\\;,nN', ('no escape', text)
        out += '\n' if text[at - 1] == '\\' and text[at] in 'nN' else text[at]
        at += 1
    return out


def lines_of(data):
    """Unfolded content lines as (name, parameters, value)."""
    assert data.endswith(b'\r\n')
    assert b'\n' not in data.replace(b'\r\n', b'') and b'\r' not in data.replace(b'\r\n', b'')
    lines = []
    for line in data[:-2].split(b'\r\n'):
        assert line and len(line) <= 75, ('longer than 75 octets', line)
        text = line.decode('utf-8')  # a character is never cut
        if text.startswith(' '):
            lines[-1] += text[1:]
        else:
            lines.append(text)
    for line in lines:
        head, value = line.split(':', 1)
        name, *parameters = head.split(';')
        assert re.fullmatch('[A-Z-]+', name), line
        yield name, parameters, value


def events_of(data):
    open_parts, events, current, components, others = [], [], None, [], {}
    for name, parameters, value in lines_of(data):
        if name == 'BEGIN':
            allowed = {None: ['VCALENDAR'], 'VCALENDAR': ['VEVENT', 'VTIMEZONE'], 'VEVENT': ['VALARM'],
                       'VTIMEZONE': ['STANDARD']}
            assert value in allowed[open_parts[-1] if open_parts else None]
            open_parts.append(value)
            components.append(value)
            if value != 'VEVENT' and value != 'VALARM':
                others[value] = {}
            if value == 'VEVENT':
                current = {'alarms': []}
            elif value == 'VALARM':
                current['alarms'].append({})
        elif name == 'END':
            assert open_parts.pop() == value
            if value == 'VEVENT':
                events.append(current)
        else:
            part = (current['alarms'][-1] if open_parts[-1] == 'VALARM' else current if open_parts[-1] == 'VEVENT'
                    else others[open_parts[-1]])
            assert name not in part, ('twice', name)
            part[name] = (parameters, value)
    assert not open_parts
    # RFC 5545: icalbody = calprops component, and component is one at least; a time zone has a rule at least.
    assert len(components) > 1, 'a calendar of nothing'
    assert {'VERSION', 'PRODID'} <= set(others['VCALENDAR'])
    if 'VTIMEZONE' in others:
        assert 'TZID' in others['VTIMEZONE'] and {'DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'} <= set(others['STANDARD'])
    # RFC 5546: what has a method has an organizer too. A file to import has neither.
    assert 'METHOD' not in others['VCALENDAR']
    return events


def day(event, name):
    parameters, value = event[name]
    assert parameters == ['VALUE=DATE']
    return datetime.datetime.strptime(value, '%Y%m%d').date()


def before(alarm):
    """Seconds from an alarm to the midnight on which its day begins: a duration of days and hours, back from there."""
    parameters, value = alarm['TRIGGER']
    found = re.fullmatch(r'-P(?:(\d+)D)?(?:T(\d+)H)?', value)
    assert parameters == [] and found and any(found.groups()), value
    return int(found[1] or 0) * 86400 + int(found[2] or 0) * 3600


def seconds_before(row):
    """Of a row of the CSV: so many days before, the first to ring first, each once, at nine in the morning."""
    days = [int(text) for text in row['alarm'].split('|') if text]
    assert days == sorted(set(days), reverse=True) and all(number > 0 for number in days)
    return [number * 86400 - 9 * 3600 for number in days]


def made_at(event):
    """When an event counts as made; its number is that minute."""
    made = datetime.datetime.strptime(event['DTSTAMP'][1], '%Y%m%dT%H%M%SZ')
    assert int(event['SEQUENCE'][1]) == (made - datetime.datetime(1970, 1, 1)).total_seconds() / 60
    assert 0 <= int(event['SEQUENCE'][1]) < 2 ** 31
    return made


def check_newer(program, path):
    """A calendar that is made later takes the place of an earlier one: of a later day, or later on the same day, today."""
    def events(as_of):
        found = subprocess.run([program, '--quiet', '--lang', 'en', '--format', 'ics', '--from', '2026-01', '--as-of', as_of,
                                path], capture_output=True)
        assert found.returncode == 0, found.stderr.decode()
        return {event['UID'][1]: made_at(event) for event in events_of(found.stdout)}

    earlier, later = events('2026-01-01'), events('2026-01-02')
    assert earlier.keys() & later.keys()
    assert all(later[uid] > earlier[uid] for uid in earlier.keys() & later.keys())
    before = datetime.datetime.utcnow().replace(second=0, microsecond=0)
    now = events('today')
    assert now and all(before <= made <= datetime.datetime.utcnow() for made in now.values())


def check_edited(program):
    """A calendar that is imported again after an edit mends the days that the first one brought."""
    def days(text):
        found = subprocess.run([program, '--quiet', '--view', 'calendar', '--format', 'csv', '-'], input=text.encode(),
                               capture_output=True)
        assert found.returncode == 0, found.stderr.decode()
        rows = list(csv.DictReader(io.StringIO(found.stdout.decode(), newline='')))
        assert len({row['uid'] for row in rows}) == len(rows)
        return {row['uid']: row['date'] for row in rows}

    before = days(EDITED)
    # 24 calls and two for the roof, 24 months, 16 payments of eight quarters, a tax, two of a list, the rest of an ACI,
    # three payments of two grants and four of one of each year, of loans a drawdown and 12 instalments each, of the lease
    # two notices and a renewal; every two weeks from 5 January 2026 on, 52 times in the 725 days to 31 December 2027.
    assert len(before) - len([uid for uid in before if uid.startswith(('evidence/', 'plan/aci/'))]) == \
        24 + 2 + 24 + 16 + 1 + 2 + 3 + 4 + 1 + 12 + 12 + 3 + 52, len(before)
    for what, edits, lost, new, moves in EDITS:
        text = EDITED
        for old, now in edits:
            assert old in text, old
            text = text.replace(old, now)
        after = days(text)
        gone, come = before.keys() - after.keys(), after.keys() - before.keys()
        assert (len(gone), len(come)) == (lost, new), (what, sorted(gone), sorted(come))
        assert moves == any(before[uid] != after[uid] for uid in before.keys() & after.keys()), what


def check_title(program):
    """What a calendar is called is the entity's, whatever the characters of its name."""
    def name(text):
        data = subprocess.run([program, '--quiet', '--format', 'ics', '-'], input=text.encode(), capture_output=True,
                              check=True).stdout
        names = {name: value for name, _, value in lines_of(data) if name in ('NAME', 'X-WR-CALNAME')}
        assert len(names) == 2 and len(set(names.values())) == 1
        return unescaped(names['NAME'])

    assert name(EDITED) == 'SISA, X\u00a0: dates à ne pas oublier', name(EDITED)
    assert name(EDITED.replace('"fr"', '"en"')) == 'SISA, X: days not to forget'
    assert name('lang = "en"' + NOTHING) == 'Days not to forget'


def second_reader(data):
    """What python3-icalendar has of it; nothing where it is not installed."""
    python = '/usr/bin/python3'
    if not os.path.exists(python) or subprocess.run([python, '-c', 'import icalendar'], capture_output=True).returncode:
        return None
    out = subprocess.run([python, '-c', SECOND_READER], input=data, capture_output=True, check=True).stdout.decode()
    return [tuple(line.split('\t')) for line in out.splitlines()]


def libical(data):
    """How many errors libical finds; nothing where it is not installed."""
    try:
        library = ctypes.CDLL('libical.so.3')
    except OSError:
        return None
    library.icalparser_parse_string.restype = ctypes.c_void_p
    calendar = ctypes.c_void_p(library.icalparser_parse_string(data))
    assert calendar, 'libical reads no calendar'
    holds = library.icalrestriction_check(calendar)
    return library.icalcomponent_count_errors(calendar) + (not holds)


def check(program, path, language):
    def run(*options):
        found = subprocess.run([program, '--quiet', '--lang', language, *options, path], capture_output=True)
        assert found.returncode == 0, (path, options, found.stderr.decode())
        return found.stdout

    data = run('--format', 'ics')
    assert data == run('--format', 'ics'), 'not the same bytes'
    rows = list(csv.DictReader(io.StringIO(run('--view', 'calendar', '--format', 'csv').decode(), newline='')))
    events = events_of(data)
    assert len(events) == len(rows), (path, len(events), len(rows))
    for event, row in zip(events, rows):
        assert set(event) - {'alarms', 'DESCRIPTION', 'CATEGORIES'} == {'UID', 'DTSTAMP', 'SEQUENCE', 'DTSTART', 'DTEND', 'SUMMARY',
                                                                    'TRANSP'}
        assert made_at(event).strftime('%H%M%S') == '000000'
        assert day(event, 'DTSTART').isoformat() == row['date']
        assert day(event, 'DTEND') - day(event, 'DTSTART') == datetime.timedelta(1)
        assert unescaped(event['UID'][1]) == row['uid']
        title = re.sub('[\\x00-\\x09\\x0b-\\x1f\\x7f]', lambda c: r'\x%02x' % ord(c[0]), row['label'])
        title = re.sub('[\u202e\ufffe]', lambda c: r'\u%04x' % ord(c[0]), title)
        assert unescaped(event['SUMMARY'][1]).startswith(title), (event['SUMMARY'], row['label'])
        assert [before(alarm) for alarm in event['alarms']] == seconds_before(row)
        for alarm in event['alarms']:
            assert set(alarm) == {'ACTION', 'TRIGGER', 'DESCRIPTION'} and alarm['ACTION'] == ([], 'DISPLAY')
    assert len({row['uid'] for row in rows}) == len(rows), ('a name twice', path)
    assert not libical(data), (path, libical(data))
    other = second_reader(data)
    if other is not None:
        assert other == [(row['uid'], row['date'], repr(unescaped(event['SUMMARY'][1])),
                          repr([-seconds for seconds in seconds_before(row)])) for row, event in zip(rows, events)]
    # As JSON and on a page the alarms are the same.
    told = json.loads(run('--view', 'calendar', '--format', 'json'))['calendar']
    assert ['|'.join(map(str, each['alarm'])) for each in told] == [row['alarm'] for row in rows]
    # A calendar of more months has the same days under the same names.
    longer = run('--view', 'calendar', '--format', 'csv', '--months', '120').decode()
    names = {row['uid']: row['date'] for row in csv.DictReader(io.StringIO(longer, newline=''))}
    assert all(names[row['uid']] == row['date'] for row in rows), path
    return len(events), other is not None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--bin', required=True)
    program = os.path.join(os.path.abspath(parser.parse_args().bin), 'msp-forecast')
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    with tempfile.TemporaryDirectory() as folder:
        hostile = os.path.join(folder, 'hostile.toml')
        with open(hostile, 'w', encoding='utf-8') as file:
            file.write(HOSTILE)
        nothing = os.path.join(folder, 'nothing.toml')
        with open(nothing, 'w', encoding='utf-8') as file:
            file.write(NOTHING)
        paths = [hostile, nothing] + sorted(glob.glob(root + '/examples/*.toml'))
        found = [check(program, path, language) for path in paths for language in ('fr', 'en')]
        lasting = os.path.join(folder, 'lasting.toml')
        with open(lasting, 'w', encoding='utf-8') as file:
            file.write(HOSTILE.replace('date = 2026-01-01', 'date = 2026-01-01', 1) + '[forecast]\nmonths = 1200\n')
        check_newer(program, lasting)
        check_edited(program)
        check_title(program)
    assert found[2][0] == found[3][0] == 0
    print('%d calendars, %d days%s' % (len(found), sum(count for count, _ in found),
                                       '' if found[0][1] else '; python3-icalendar is not installed'))


if __name__ == '__main__':
    main()
