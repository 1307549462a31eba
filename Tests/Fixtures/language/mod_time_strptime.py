"""time.strptime and struct_time."""

import time


def t(*a):
    try:
        print(a, tuple(time.strptime(*a)))
    except Exception as e:
        print(a, type(e).__name__, e)


for text, form in [
    ("2024-01-15", "%Y-%m-%d"), ("2024-13-15", "%Y-%m-%d"), ("2024-02-30", "%Y-%m-%d"), ("2024-02-29", "%Y-%m-%d"),
    ("15 Jan 2024 10:30:05 PM", "%d %b %Y %I:%M:%S %p"), ("Mon January 5", "%a %B %d"), ("2024-01-15x", "%Y-%m-%d"),
    ("99", "%y"), ("68", "%y"), ("69", "%y"), ("10:61", "%H:%M"), ("x", "%q"), ("x", "%"), ("366 2024", "%j %Y"),
    ("60 2023", "%j %Y"), (5, "%Y"), ("5", 5), ("  1", "%d"), (" 1", "%d"), ("1.5", "%S.%f"), ("UTC", "%Z"), ("+0100", "%z"), ("-01:30", "%z"),
    ("2024 10 1", "%Y %U %w"), ("2024 10 1", "%Y %W %w"), ("2024 0 0", "%Y %U %w"), ("%", "%%"), ("12AM", "%I%p"),
    ("12PM", "%I%p"), ("jan", "%b"), ("JANUARY 3", "%B %d"), ("2024", "%Y %m"), ("2024 01", "%Y%m"), ("20240115", "%Y%m%d"),
    ("60", "%S"), ("61", "%S"), ("62", "%S"), ("1/2/24", "%x"), ("10:20:30", "%X"), ("", ""), ("02-29", "%m-%d"),
    ("29 Feb", "%d %b"), ("3 4", "%m %d"), ("24", "%H"), ("0", "%m"), ("07", "%d"), ("111", "%d%m"), ("1112", "%m%d%H"),
    ("Tuesday 3 March 2020", "%A %d %B %Y"), ("T10", "t%H"), ("a  b", "a b"), ("ab", "a b"),
]:
    t(text, form)
t("Sun Jun 20 23:21:05 1993")
print(time.struct_time((1, 2, 3, 4, 5, 6, 7, 8, 9)))
for x in ((1, 2), range(12), 5, "abcdefghi"):
    try:
        print(time.struct_time(x))
    except Exception as e:
        print(type(e).__name__, e)
s = time.gmtime(0)
print(s.tm_zone, s.tm_gmtoff, s.n_fields, s.n_sequence_fields, len(s), s[:3], s == tuple(s), s.tm_year)
print(time.strftime("%Y-%m-%d %H:%M", time.strptime("3 Feb 2021 04:05", "%d %b %Y %H:%M")))
