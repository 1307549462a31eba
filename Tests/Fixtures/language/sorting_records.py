from operator import itemgetter, attrgetter, methodcaller, mul, add, neg
from functools import reduce, cmp_to_key

people = [("Bo", 30, 1.8), ("Al", 25, 1.7), ("Cy", 30, 1.6), ("Di", 25, 1.7)]
print(sorted(people), sorted(people, key=itemgetter(1)), sorted(people, key=itemgetter(1, 2), reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])), min(people, key=itemgetter(2)), max(people, key=itemgetter(2, 0)))
people.sort(key=itemgetter(0))
people.sort(key=itemgetter(1))
print(people)


class Item:
    def __init__(self, name, price):
        self.name, self.price = name, price

    def __repr__(self):
        return f"{self.name}:{self.price}"

    def __lt__(self, other):
        return self.price < other.price


items = [Item("b", 2), Item("a", 3), Item("c", 1)]
print(sorted(items), sorted(items, key=attrgetter("name")), sorted(items, key=attrgetter("name", "price"), reverse=True), min(items), max(items))
words = "The quick brown Fox jumps over the lazy dog".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=methodcaller("count", "o"), reverse=True))
print(sorted([3, 1.5, True, -2]), sorted("hello"), sorted({3: "a", 1: "b"}), sorted([[2], [1, 9], [1]]), sorted([(1, "b"), (1, "a")]))
print(sorted(words, key=cmp_to_key(lambda a, b: len(a) - len(b) or (a > b) - (a < b))))
print(reduce(mul, range(1, 6)), list(map(add, [1, 2], [3, 4])), list(map(neg, (1, -2))))
for bad in (lambda: sorted([1, "a"]), lambda: sorted([None, None]), lambda: sorted([1, 2], key=lambda: 0), lambda: sorted(5), lambda: [1, 2].sort(lambda x: x), lambda: sorted([{}, {}])):
    try:
        print(bad())
    except TypeError as e:
        print(e)


def fails(x):
    if x == 2:
        raise ValueError("two")
    return x


l = [3, 2, 1]
try:
    l.sort(key=fails)
except ValueError as e:
    print(e, sorted(l))
nan = float("nan")
print(sorted([2.0, 1.0, float("inf"), float("-inf")]), sorted([0.0, -0.0, 0]), [1, 2] < [1, 2, 0], (1,) < (1, 0), "a" < "b" < "c", [] < [0])
