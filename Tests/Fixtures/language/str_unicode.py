s = "naïve café ☕ 日本語 😀"
print(len(s), s.upper(), s.split(), s.find("☕"), s[6:10], s.encode("utf-8")[:8])
print([hex(ord(c)) for c in "é☕😀"], chr(0x1F600), "\u00e9" == "é", "e\u0301" == "é", len("e\u0301"))
print("ÀÉ".lower(), "ß".upper(), "ǅ".lower(), "ΑΣ".lower(), "İ".lower() == "i̇", "ﬀ".upper())
print("１２".isdigit(), int("１２"), "Ⅷ".isnumeric(), "一".isalpha(), "😀".isalpha(), "é".isidentifier())
print(repr("\u200b\u00ad\u2028"), repr("\ud800"), ascii("日本"), "日本".center(6, "*"), "😀".ljust(3, ".") + "|")
print("a\u00a0b".split(), "a\u2003b".split(), "x\u2028y".splitlines(), "\u3000x\u3000".strip())
print("日本語".replace("本", "-"), "日本語"[::-1], sorted("é😀a日"), "日" < "本", max("aé😀"))
print("{:>5}|{:^5}|{:日<5}".format("é", "日", "x"), "%5s|" % "é", f"{'😀':*^5}")
