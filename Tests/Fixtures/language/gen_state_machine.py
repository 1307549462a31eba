def parser():
    total = 0
    while True:
        command = yield total
        if command is None:
            continue
        op, n = command
        if op == "add":
            total += n
        elif op == "reset":
            total = 0
        elif op == "stop":
            return total
p = parser()
next(p)
print(p.send(("add", 5)), p.send(("add", 3)), next(p), p.send(("reset", 0)), p.send(("add", 1)))
try:
    p.send(("stop", 0))
except StopIteration as stop:
    print("stopped with", stop.value)
def averager():
    count, mean = 0, None
    while True:
        x = yield mean
        count += 1
        mean = x if mean is None else mean + (x - mean) / count
a = averager()
next(a)
print([a.send(x) for x in (10, 20, 30)])
def scheduler(tasks):
    while tasks:
        task = tasks.pop(0)
        try:
            yield next(task)
            tasks.append(task)
        except StopIteration:
            pass
def job(name, n):
    for i in range(n):
        yield f"{name}{i}"
print(list(scheduler([job("a", 3), job("b", 1), job("c", 2)])))
