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
    assert found[2][0] == found[3][0] == 0
    print('%d calendars, %d days%s' % (len(found), sum(count for count, _ in found),
                                       '' if found[0][1] else '; python3-icalendar is not installed'))


if __name__ == '__main__':
    main()
