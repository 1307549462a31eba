for i in range(3):
    print(i, end=" ")
else:
    print("done")
for i in range(5):
    if i == 2:
        continue
    if i == 4:
        break
    print(i, end=" ")
else:
    print("never")
print(i)
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print(n)
else:
    print("while done")
while True:
    break
else:
    print("never")
for i in []:
    pass
else:
    print("empty else")
for a, (b, c) in [(1, (2, 3))]:
    print(a, b, c)
for i in range(2):
    for j in range(2):
        if j:
            break
        print(i, j)
for x in "ab", [1]:
    print(x)
l = [1, 2, 3]
for x in l:
    if x < 3 and len(l) < 6:
        l.append(x + 10)
print(l)
d = {"v": 0}
for d["v"] in range(3):
    pass
print(d)
for i in range(3):
    i = 10
print(i)
