"""bytes: the methods it shares with str."""


def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: (b'a b c'.split(), b'a,b'.split(b','), b'a,b,c'.split(b',',1), b'a,b'.split(sep=b','), b' x '.strip(), b'xax'.strip(b'x'), b'abc'.find(b'c'), b'abc'.find(99), b'abc'.index(b'b'), b'abc'.count(b'a'), b'abc'.rfind(b'z')))
attempt(lambda: b'abc'.index(b'z'))
attempt(lambda: b'abc'.find('a'))
attempt(lambda: b'abc'.split('a'))
attempt(lambda: b'abc'.startswith('a'))
attempt(lambda: (b'abc'.startswith(b'a'), b'abc'.endswith((b'x',b'c')), b'abc'.startswith(b'b',1)))
attempt(lambda: (b'abc'.replace(b'a',b'xx'), b'abc'.replace(b'',b'-'), b'-'.join([b'a',b'b'])))
attempt(lambda: b'-'.join(['a']))
attempt(lambda: b'-'.join(5))
attempt(lambda: (b'abc'.center(7,b'*'), b'abc'.ljust(5), b'5'.zfill(3), b'a\tb'.expandtabs(4)))
attempt(lambda: b'abc'.center(7,'*'))
attempt(lambda: (b'abc'.upper(), b'ABC'.lower(), b'aBc'.swapcase(), b'abc def'.title(), b'aBC'.capitalize(), b'\xe9'.upper()))
attempt(lambda: (b'abc'.isalpha(), b'\xe9'.isalpha(), b'12'.isdigit(), b' '.isspace(), b'a1'.isalnum(), b'Ab'.istitle(), b'A'.isupper(), b'a\xe9'.islower(), b'a'.isascii()))
attempt(lambda: (b'a\nb\r\nc'.splitlines(), b'a\nb'.splitlines(True), b'abc'.partition(b'b'), b'abc'.rpartition(b'z'), b'abc'.removeprefix(b'a'), b'abc'.removesuffix(b'c')))
attempt(lambda: (bytes.fromhex('0a ff'), b'\x0a'.hex()))
attempt(lambda: bytes.fromhex('0g'))
attempt(lambda: b'abc'.replace('a','b'))
attempt(lambda: b'abc'.find(300))
attempt(lambda: (bytes(3), bytes([1,2]), bytes('é','utf-8'), b'abc'[0], b'abc'[1:], list(b'ab'), b'a'+b'b', b'a'*3, b'a' in b'abc', 97 in b'abc', b'a'<b'b', repr(b'\'"'), b"it's"))
