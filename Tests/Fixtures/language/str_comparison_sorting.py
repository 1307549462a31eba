words = ["banana", "apple", "Cherry", "apple2", "", "Äpfel", "zoo", "Zoo"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, reverse=True))
print("a" < "b" < "c", "abc" < "abcd", "B" < "a", "10" < "9", "" < "a", "é" > "z")
print(max(words), min(words), max(words, key=len), "apple" == "Apple".lower(), "a" != "a ")
print([w for w in words if w.startswith(("a", "z"))], [w for w in words if w.endswith("oo")])
print(sorted("The quick Brown fox".split(), key=lambda w: (w.lower(), w)), sorted([("b", 1), ("a", 2)]))
