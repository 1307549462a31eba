# `s += t` lets a text grow in place, in every kind of variable, and nobody else sees it.
top = ""
kept = []
for i in range(6):
    kept.append(top)
    top += "ab" * 20
print(len(top), [len(text) for text in kept])


def by_cell():
    text = ""
    seen = []

    def look():
        return len(text)

    for i in range(5):
        before = text
        text += "xyz" * 15
        seen.append((len(before), look()))
    return text[:3], seen


def by_free():
    text = "start" * 10

    def grow(more):
        nonlocal text
        text += more
        return text

    first = grow("!" * 40)
    second = grow("?" * 40)
    return len(first), len(second), first[-1], second[-1], text == second


def by_global():
    global top
    before = top
    top += "#" * 40
    return len(before), len(top)


print(by_cell(), by_free(), by_global(), len(top))


class Body:
    text = "a" * 40
    held = text
    text += "b"


print(len(Body.held), len(Body.text))


def refused():
    text = "a" * 100
    try:
        text += 5
    except TypeError as error:
        print(error)
    try:
        text += "b" * 2**60
    except MemoryError:
        print("refused")
    return len(text)


print(refused())
try:
    top += "c" * 2**60
except MemoryError:
    print(len(top))


# In linear time: 300,000 pieces, held by a cell.
def long():
    text = ""
    for i in range(300000):
        text += "0123456789"
    return sum(1 for _ in (1,) if text), len(text)


print(long())
