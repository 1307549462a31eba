def say(x):
    print(x, end=" ")
    return x

say(1) + say(2) * say(3)
print()
[say(1), say(2)][say(0)]
print()
d = {say("k1"): say("v1"), say("k2"): say("v2")}
print()
def f(*args, **kwargs):
    print()

f(say(1), *[say(2)], k=say(3), **{"z": say(4)})
a = [0, 0]
a[say(0)] = say(5)
print()
say(1) if say(0) else say(2)
print()
i = 0
i, a[i] = 1, 9
print(a, i)
say(3) < say(2) < say(1)
print()
(lambda x=say("default"): 0)()
print()
