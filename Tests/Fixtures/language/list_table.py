"""list: methods, slices, operators and their errors."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: [].append())
attempt(lambda: [].append(1, 2))
attempt(lambda: [1].extend(5))
attempt(lambda: [1].extend())
attempt(lambda: [1].insert(0))
attempt(lambda: [1].insert("a", 1))
attempt(lambda: [1].insert(1.0, 1))
attempt(lambda: [1, 2].pop(5))
attempt(lambda: [].pop())
attempt(lambda: [1].pop("a"))
attempt(lambda: [1].pop(1, 2))
attempt(lambda: [1].remove(5))
attempt(lambda: [1].remove())
attempt(lambda: [1].index(5))
attempt(lambda: [1].index("a"))
attempt(lambda: [1, 2, 3].index(3, 0, 2))
attempt(lambda: [1].index())
attempt(lambda: [1].count())
attempt(lambda: [1, 1].count(1))
attempt(lambda: [1].clear(1))
attempt(lambda: [1].copy(1))
attempt(lambda: [1].reverse(1))
attempt(lambda: [3, 1].sort(1))
attempt(lambda: [3, "a"].sort())
attempt(lambda: [1].sort(foo=1))
attempt(lambda: [1].sort(key=len))
attempt(lambda: [1][5])
attempt(lambda: [1]["a"])
attempt(lambda: [1][1.5])
attempt(lambda: [1][None])
attempt(lambda: [1][1, 2])
attempt(lambda: [1][::0])
attempt(lambda: [1, 2, 3][::-1])
attempt(lambda: [1, 2, 3][-2:])
attempt(lambda: [1, 2, 3][10:])
attempt(lambda: [1, 2, 3]["a":])
attempt(lambda: [1] + (2,))
attempt(lambda: [1] + 5)
attempt(lambda: (1,) + [2])
attempt(lambda: 5 + [1])
attempt(lambda: [1] * 2)
attempt(lambda: [1] * "a")
attempt(lambda: [1] * 1.5)
attempt(lambda: [1] * -1)
attempt(lambda: 2 * [1])
attempt(lambda: [1] - [2])
attempt(lambda: [1] == (1,))
attempt(lambda: [1] < [2])
attempt(lambda: [1] < (2,))
attempt(lambda: [1, "a"] < [1, 2])
attempt(lambda: [1] < 5)
attempt(lambda: 1 in [1])
attempt(lambda: 1 in 5)
l = [1, 2, 3]
try:
    l[5] = 1
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    l["a"] = 1
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    l[1:2] = 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    l[::2] = [1]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    l[::2] = [7, 8]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: l)
try:
    del l[5]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    del l["a"]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    del l[::2]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: l)
try:
    l += 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    l += "ab"
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: l)
try:
    l *= 2
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    l *= "a"
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    l -= [1]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: l.foo)
try:
    l.foo = 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: l.apend(5))
try:
    del l.foo
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: l.__class__.__name__)
attempt(lambda: l())
attempt(lambda: l[0]())
attempt(lambda: -l)
attempt(lambda: +l)
attempt(lambda: ~l)
attempt(lambda: not l)
attempt(lambda: hash(l))
attempt(lambda: l.sort())
attempt(lambda: [[1, 2], [3]][0][1])
attempt(lambda: [*range(3), *"ab"])
attempt(lambda: [*5])
attempt(lambda: (*5,))
attempt(lambda: {*5})
attempt(lambda: {**5})
attempt(lambda: {**{"a": 1}, "b": 2})
attempt(lambda: {**[1]})
attempt(lambda: {[]: 1})
attempt(lambda: {[]})
attempt(lambda: {{}: 1})
attempt(lambda: {(): 1})
attempt(lambda: {([],): 1})
