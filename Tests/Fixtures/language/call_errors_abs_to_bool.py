"""The built-ins from abs to bool, called rightly and wrongly."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: abs())
attempt(lambda: abs(1, 2))
attempt(lambda: abs("x"))
attempt(lambda: abs(x=1))
attempt(lambda: abs(-True))
attempt(lambda: all(5))
attempt(lambda: all())
attempt(lambda: any(5))
attempt(lambda: any([], []))
attempt(lambda: ascii("é\n\U0001F600"))
attempt(lambda: ascii())
attempt(lambda: bin(5))
attempt(lambda: bin(-5))
attempt(lambda: bin(2.0))
attempt(lambda: bin("1"))
attempt(lambda: oct(8))
attempt(lambda: oct(-8))
attempt(lambda: oct("8"))
attempt(lambda: hex(255))
attempt(lambda: hex(-255))
attempt(lambda: hex(1.5))
attempt(lambda: bool(1, 2))
attempt(lambda: bool(x=1))
attempt(lambda: bool([]))
attempt(lambda: bool(""))
