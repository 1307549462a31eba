# Dictionaries: counting, grouping, look-ups by string, number and tuple.
def work(n):
    words = ["w" + str(i * i % 97) for i in range(200)]
    counts = {}
    for i in range(n):
        word = words[i % 200]
        counts[word] = counts.get(word, 0) + 1
    groups = {}
    for i in range(n):
        groups.setdefault(i % 53, []).append(i)
    grid = {}
    for i in range(n // 2):
        grid[(i % 100, i % 7)] = i
    total = 0
    for key, value in counts.items():
        total += value * len(key)
    for key in grid:
        total += grid[key] + key[0]
    inverse = {value: key for key, value in grid.items()}
    present = sum(1 for i in range(n) if i in inverse)
    return total, len(groups), present, sorted(counts)[:3]
