"""bytes literals: items, decoding, methods."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: bytes(3))
attempt(lambda: bytes([1, 2]))
attempt(lambda: bytes("abc"))
attempt(lambda: bytes("abc", "utf-8"))
attempt(lambda: bytes([256]))
attempt(lambda: bytes([-1]))
attempt(lambda: bytes(-1))
attempt(lambda: bytes(5.5))
attempt(lambda: bytes(None))
attempt(lambda: bytes())
attempt(lambda: b"abc"[0])
attempt(lambda: b"abc"[5])
attempt(lambda: b"abc"[0:2])
attempt(lambda: b"abc" + "a")
attempt(lambda: b"abc" + b"d")
attempt(lambda: b"abc" * 2)
attempt(lambda: b"abc".decode())
attempt(lambda: b"\xff".decode())
attempt(lambda: b"\xff".decode("ascii"))
attempt(lambda: b"\xff".decode("utf-8", "replace"))
attempt(lambda: b"\xff".decode("latin-1"))
attempt(lambda: b"a".hex())
attempt(lambda: b"abc".upper())
attempt(lambda: b"a,b".split(b","))
attempt(lambda: b"a,b".split(","))
attempt(lambda: b",".join([b"a", b"b"]))
attempt(lambda: b"abc".find(b"c"))
attempt(lambda: b"abc".startswith(b"a"))
attempt(lambda: b"abc".replace(b"a", b"b"))
attempt(lambda: 97 in b"abc")
attempt(lambda: b"a" in b"abc")
attempt(lambda: "a" in b"abc")
attempt(lambda: b"abc" == "abc")
attempt(lambda: b"abc" < b"abd")
attempt(lambda: b"abc" < "a")
attempt(lambda: b"\x00\n\t'\"")
attempt(lambda: list(b"abc"))
attempt(lambda: hash(b"abc") == hash(b"abc"))
attempt(lambda: b"abc".foo)
try:
    b"abc"[0] = 1
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
