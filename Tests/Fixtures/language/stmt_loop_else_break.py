for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, "is prime")
def find(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            break
    else:
        return None
    return i
print(find("abc", "b"), find("abc", "z"))
n = 5
while n:
    n -= 1
    if n == 2:
        break
else:
    print("not reached")
print(n)
while n:
    n -= 1
else:
    print("else", n)
for i in range(3):
    try:
        if i == 1:
            continue
        print("body", i)
    finally:
        print("finally", i)
else:
    print("for else")
for i in range(3):
    while True:
        if i == 1:
            break
        i += 10
        break
    else:
        continue
    print(i)
