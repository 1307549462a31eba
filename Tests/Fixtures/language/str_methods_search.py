s = "abracadabra"
print(s.find("bra"), s.rfind("bra"), s.find("x"), s.index("c"), s.rindex("a"))
print(s.find("a", 1), s.find("a", -3), s.find("", 3), s.find("", 50), s.rfind("a", 0, 5))
print(s.count("a"), s.count("abra"), s.count(""), "aaaa".count("aa"), s.count("a", 2, 8))
print(s.startswith("abra"), s.endswith("bra"), s.startswith(("x", "a")), s.endswith(()), s.startswith("r", 2))
print(s.replace("a", "A"), s.replace("a", "", 2), s.replace("", "-"), "".replace("", "x"), s.replace("zz", "y"))
print(s.partition("c"), s.rpartition("a"), s.partition("x"), s.rpartition("x"))
print(s.removeprefix("abra"), s.removesuffix("bra"), s.removeprefix("x"))
print("x" in s, "cad" in s, "" in "")
