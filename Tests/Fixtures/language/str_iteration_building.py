s = ""
for i in range(200):
    s += chr(97 + i % 26)
print(len(s), s[:30], s[-3:])
t = "x"
u = t
t += "y"
print(t, u)
print("".join(reversed("abc")), "".join(sorted("hello")), list("ab"), set("aab") == {"a", "b"})
for i, c in enumerate("né😀"):
    print(i, c, ord(c), end="; ")
print()
print("abc" * 2 + "d", "a" "b", "-".join("abc"), "abc"[::-1], "abcdef"[1:5:2])
print([c.upper() for c in "ab"], {c: "aab".count(c) for c in "ab"}, max("abc"), min("abc"))
print("a" in "abc", "bc" in "abc", "x" not in "abc", "" in "abc")
print("%s" % "end", "{}".format("end"), f"{'end'}", str("end"), repr("end"))
