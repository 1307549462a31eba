class A:
    b = None
    def __getitem__(self, k): return k
    def __call__(self, *a): return a
a = A()
a.b = A()
a.b.b = [1, {"k": (5, 6)}]
print(a.b.b[1]["k"][0], a[1], a[1, 2], a[1:2], a(1)(2) if False else a(1), a.b(3))
print("abc".upper().lower()[1:][0].join(["x", "y"]))
print([1, 2, 3][1:][0], {"k": [1]}["k"][0], (lambda x: x)(5), "a,b".split(",")[1])
print([[1, 2], [3, 4]][1][0], "x"[0][0][0], ((1, 2), 3)[0][1])
m = {"f": lambda x: x * 2}
print(m["f"](4), [f(3) for f in [abs, str]], {**{}, "a": 1}["a"])
print(len([1])+len("ab")*2, max(1, 2).real, str(5)[0])
