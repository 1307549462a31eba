s = "Hello"
print(len(s), s + " world", s * 2, 2 * s, s[1], s[-1], "ell" in s)
print('single "double"', "it's", 'a\tb\\n', r"raw\n", "multi" "part")
print("""triple
quoted""")
print(repr("it's"), repr('say "hi"'), repr('both \' and "'), repr("tab\t\n\r\\"))
print(repr("é€😀"), repr("\x00\x7f\xa0\xad\u200b\ue000"), ascii("é€😀"))
print("\x41\u00e9\U0001F600\N{BULLET}\101")
print("a\
b")
print(len("é"), len("😀"), "😀"[0], "naïve"[::-1])
print("abc" < "abd", "Z" < "a", max("hello"), sorted("hello"))
for c in "añ😀":
    print(c, ord(c))
print(str(1), str(1.5), str(None), str([1, "a"]), str("x"), repr("x"))
print("%s" % "x", "a" "b" 'c', "" == str(), bool(""))
