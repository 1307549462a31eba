tests = [
    lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 0.0 ** -1,
    lambda: "a" + 1, lambda: 1 + "a", lambda: [1] + (2,), lambda: "a" * "b", lambda: [1] * 1.5, lambda: {} + {}, lambda: None + 1, lambda: "a" - "b", lambda: -"a", lambda: ~1.5,
    lambda: 1 < "a", lambda: [1] < 1, lambda: None < None, lambda: {} < {}, lambda: (1,) < [1],
    lambda: [1][5], lambda: [1]["a"], lambda: (1,)[5], lambda: "abc"[5], lambda: "abc"["a"], lambda: {}["k"], lambda: {1: 2}[3], lambda: {}[[]], lambda: [1][None], lambda: [][0:"a"],
    lambda: undefined_name, lambda: (5).foo, lambda: "x".foo, lambda: None.foo, lambda: [].push(1), lambda: {}.a, lambda: int.foo, lambda: len.foo,
    lambda: int("x"), lambda: int([]), lambda: float("x"), lambda: float([]), lambda: int(float("nan")), lambda: int(float("inf")), lambda: chr(-1), lambda: chr(2000000), lambda: ord("ab"), lambda: ord(5),
    lambda: len(5), lambda: len(), lambda: len(1, 2), lambda: abs("a"), lambda: sum(["a"]), lambda: sum("ab", ""), lambda: max([]), lambda: max(5), lambda: max(), lambda: min(1, "a"), lambda: sorted(5), lambda: sorted([1], 2),
    lambda: [].pop(), lambda: [1].pop(5), lambda: [].remove(1), lambda: [].index(1), lambda: {}.pop("k"), lambda: {}.popitem(), lambda: set().remove(1), lambda: (1,).index(5), lambda: "abc".index("z"),
    lambda: next(iter([])), lambda: iter(5), lambda: list(5), lambda: tuple(1), lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: set(5), lambda: dict(["ab", "c"]),
    lambda: round("a"), lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow("a", 2), lambda: hex(1.5), lambda: bin("a"), lambda: range(1.5), lambda: range("a"),
    lambda: "".join([1]), lambda: "".join(5), lambda: "a".split(""), lambda: "a".replace(1, 2), lambda: "a".center("x"), lambda: "a".center(5, "xy"), lambda: "abc".find(1), lambda: "a".startswith(1), lambda: "a".count(),
    lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: getattr(1, 2), lambda: getattr(1), lambda: setattr(1, "a", 2), lambda: hash([]), lambda: hash({}), lambda: {[]: 1}, lambda: {{}},
    lambda: (lambda: (yield))().send(1), lambda: 1 in 1, lambda: 1 in "a", lambda: "a" in 1, lambda: [] @ [], lambda: 5 @ 3, lambda: 1 << -1, lambda: 1 >> -1, lambda: 1.5 << 1, lambda: 1 & 1.5,
    lambda: 10 ** 400 * 1.0, lambda: float(10 ** 400), lambda: int("1" * 5000), lambda: str(10 ** 5000), lambda: 2.0 ** 10000, lambda: enumerate(5), lambda: zip(5), lambda: map(5), lambda: filter(None), lambda: reversed(5), lambda: reversed({1}),
    lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: print(1, foo=2), lambda: print(sep=5), lambda: open, lambda: type(1, 2), lambda: object(1), lambda: "%d" % "x", lambda: format(1, 5), lambda: bytes("é", "ascii"), lambda: b"\xff".decode(),
    lambda: slice(), lambda: [1, 2, 3][::0], lambda: "abc".encode("zz"), lambda: int("1", 1), lambda: int(1, 2), lambda: bool(1, 2), lambda: str(1, 2), lambda: list(1, 2), lambda: float(1, 2), lambda: [1, 2].sort(lambda x: x), lambda: [3, "a"].sort(), lambda: [1].insert(1), lambda: [].append(), lambda: [].append(1, 2), lambda: {}.get(), lambda: {}.update(5), lambda: [].extend(5), lambda: "a".upper(1), lambda: divmod(1), lambda: divmod("a", 1), lambda: callable(), lambda: id(), lambda: any(5), lambda: all(None), lambda: vars(5), lambda: dir(1, 2),
]
for number, test in enumerate(tests):
    try:
        value = test()
    except Exception as error:
        print(number, type(error).__name__, error)
    else:
        print(number, "fine", type(value).__name__)
