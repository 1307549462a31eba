# Strings: building, joining, formatting, splitting, searching.
def work(n):
    text = ""
    for i in range(n):
        text += chr(97 + i % 26)
    parts = []
    for i in range(n // 2):
        parts.append(f"{i}:{i * 0.5:.2f}")
    joined = ",".join(parts)
    fields = joined.split(",")
    total = 0
    for field in fields:
        name, _, value = field.partition(":")
        total += int(name) + float(value)
    upper = 0
    for c in text:
        if c in "aeiou":
            upper += ord(c.upper())
    words = " ".join(text[i : i + 5] for i in range(0, n, 5))
    lines = ["%5d %s" % (i, w.title()) for i, w in enumerate(words.split())]
    return total, upper, words.count("abc"), lines[-1], words.replace("a", "--").find("z")
