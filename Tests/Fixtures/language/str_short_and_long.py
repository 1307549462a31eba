# Short texts are kept in the object itself, longer ones beside it: both sides of the boundary, and the way across.
for length in (0, 1, 2, 7, 8, 31, 32, 33, 63, 64, 65):
    for letter in ("x", "é", "ß", "α", "😀"):
        text = letter * length
        same = "".join(letter for _ in range(length))
        print(length, letter, len(text), text == same, hash(text) == hash(same), text < same + "a")
        print(repr(text[-3:]), repr(text[:2]), text.count(letter), text.find("y"), text.upper()[:2])

# Growing in place, and that nobody else sees it.
kept = []
text = ""
for i in range(70):
    before = text
    text += chr(97 + i % 26)
    if i % 8 == 0:
        kept.append(before)
print(text)
print(kept)
text = "é" * 8
text += "α"
text += "b" * 40
print(text, len(text))
half = "ab" * 8
both = half + half
both += half
print(half, both, len(both))

# Single characters.
print([c for c in "aé\x00\x7f\x80ÿĀ😀"], list(reversed("abc")), "".join(reversed("añb")))
word = "hello"
print(word[1] is chr(101), word[0] + word[0] == "hh", chr(97) + "b", {c: i for i, c in enumerate(word)})
letter = word[1]
letter += "!"
print(letter, word[1], chr(101))
print("abc".split("b"), "a,b,,c".split(","), "aéa".partition("é"), "x" in "text", "é" in "text", "α" in "é")
print(str(0), str(-5), str(10**18), str(-(2**63)), str(2**63 - 1), f"{7}{-7}{2**63 - 1}")


class Name(str):
    pass


name = Name("ab" * 20)
name.note = "kept"
print(name, name.note, type(name + "c").__name__, name == "ab" * 20, Name("a")[0], type(Name("a")[0:1]).__name__)
