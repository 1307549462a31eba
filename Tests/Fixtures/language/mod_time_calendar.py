import time
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t = time.gmtime(86400 * 400 + 3661)
for f in (lambda: t, lambda: time.asctime(t), lambda: time.ctime(0)[-13:], lambda: time.strftime('%Y-%m-%d %H:%M:%S', t),
          lambda: time.strftime('%a %A %b %B %c %d %e %H %I %j %m %M %p %S %U %w %x %X %y %% %D %F %T %R', t), lambda: time.strftime('', t),
          lambda: time.strftime('%Y', (2020, 13, 1, 1, 1, 1, 1, 1, 1)), lambda: time.strftime('%j', (2020, 1, 1, 1, 1, 1, 1, 10000, 1)),
          lambda: time.strftime('%d', (2020, 1, 32, 1, 1, 1, 1, 1, 1)), lambda: time.strftime('%H', (2020, 1, 1, 24, 1, 1, 1, 1, 1)),
          lambda: time.strftime('%M', (2020, 1, 1, 1, 60, 1, 1, 1, 1)), lambda: time.strftime('%S', (2020, 1, 1, 1, 1, 62, 1, 1, 1)),
          lambda: time.strftime('%a', (2020, 1, 1, 1, 1, 1, -2, 1, 1)), lambda: time.strftime('%Y %m %d', (2020, 0, 0, 0, 0, 0, 0, 0, 0)),
          lambda: time.strftime('%Y', (2020, 1)), lambda: time.strftime('%Y', 5), lambda: time.strftime(5), lambda: time.asctime((1,)),
          lambda: time.mktime((2020, 1, 1)), lambda: time.mktime(5), lambda: time.gmtime('a'), lambda: time.gmtime(1e20), lambda: time.gmtime(float('nan')),
          lambda: time.gmtime(10**30), lambda: time.gmtime(2**62), lambda: time.ctime(1e30), lambda: time.localtime(-1e30), lambda: time.gmtime(-1.5),
          lambda: time.strftime('%Y', (2**31, 1, 1, 1, 1, 1, 1, 1, 1)), lambda: time.strftime('%Y', ('a',) * 9), lambda: t.tm_year, lambda: t[3], lambda: len(t)):
    show(f)
