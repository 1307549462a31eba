text = """the quick brown fox jumps over the lazy dog
the dog barks and the fox runs away"""
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
    print(f"{word:<8}|{n:>3}|{'#' * n}")
rows = [("Adam", 0.9876, 12), ("SGD", 0.95, 3), ("RMSprop", 0.97125, 125)]
print(f"{'name':<10}{'acc':>8}{'time':>6}")
print("-" * 24)
for name, acc, t in rows:
    print(f"{name:<10}{acc:>8.2%}{t:>6d}")
print(" ".join(w.capitalize() for w in "hello wide world".split()), "level" == "level"[::-1])
caesar = lambda s, k: "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar("hello, world", 3), caesar(caesar("abc", 5), -5))
print(*("%-5s%5.1f" % (n, v) for n, v in [("a", 1), ("b", 22.25)]), sep="\n")
table = [[i * j for j in range(1, 5)] for i in range(1, 4)]
print("\n".join(" ".join(f"{v:2d}" for v in row) for row in table))
