"""float() of texts and of other things."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: float("1e5"))
attempt(lambda: float(" 1.5 "))
attempt(lambda: float("1_000.5"))
attempt(lambda: float("1__0"))
attempt(lambda: float("nan"))
attempt(lambda: float("-inf"))
attempt(lambda: float("Infinity"))
attempt(lambda: float("infinit"))
attempt(lambda: float(""))
attempt(lambda: float("abc"))
attempt(lambda: float("1e400"))
attempt(lambda: float("0x10"))
attempt(lambda: float(None))
attempt(lambda: float([]))
attempt(lambda: float(1, 2))
attempt(lambda: float(x=1))
attempt(lambda: float(10**400))
attempt(lambda: float())
attempt(lambda: float(b"1.5"))
attempt(lambda: float.fromhex("0x1.8p0"))
attempt(lambda: float.fromhex("zz"))
attempt(lambda: float.fromhex("0x1.999999999999ap-4"))
attempt(lambda: float("inf").hex())
attempt(lambda: float.fromhex("1"))
attempt(lambda: float.fromhex("0x1p2000"))
attempt(lambda: float.fromhex(5))
attempt(lambda: float("inf").as_integer_ratio())
attempt(lambda: float("nan").as_integer_ratio())
