b = b"abc\x00\xff"
print(b, len(b), b[0], b[1:3], b == b"abc\x00\xff", list(b))
print(b"it's", b'"', b"a\nb\t", b"" , b"a" + b"b", b"ab" * 2, 97 in b, b"bc" in b)
print(b"caf\xc3\xa9".decode(), "é".encode(), b"a,b".split(b","), b"abc".upper(), b"x".hex(), b" x ".strip())
print(bytes([65, 66]), bytes(3), bytes("é", "utf-8"), b"abc".find(b"c"), b"-".join([b"a", b"b"]))
print(hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], b"a" < b"b", b"a" == "a", b"abc".startswith(b"ab"), b"aXb".replace(b"X", b"-"))
