def attempt(f):
    try:
        f()
    except SystemExit as e:
        print("exit", repr(e.code), e.args, repr(e))
    except BaseException as e:
        print(type(e).__name__, e)


attempt(lambda: exit())
attempt(lambda: exit(3))
attempt(lambda: quit("message"))


def raise_it(*args):
    raise SystemExit(*args)


attempt(lambda: raise_it())
attempt(lambda: raise_it(0))
attempt(lambda: raise_it(None))
attempt(lambda: raise_it("text"))
attempt(lambda: raise_it(1, 2))
try:
    try:
        raise SystemExit(5)
    except Exception:
        print("never: SystemExit is no Exception")
    finally:
        print("finally runs")
except SystemExit as e:
    print(e.code)
e = SystemExit(1)
e.code = 9
print(e.code, e.args, isinstance(e, BaseException), isinstance(e, Exception))
try:
    raise KeyboardInterrupt("stop")
except KeyboardInterrupt as k:
    print(repr(k))
