# Reading and writing attributes of instances, classes and modules.
import math


class Point:
    origin = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y


def work(n):
    p = Point(1, 2)
    q = Point(3, 4)
    total = 0
    for i in range(n):
        p.x = q.y + i
        q.y = p.y + p.x % 7
        p.y = q.x
        total += p.x + q.x + Point.origin + p.origin
        if math.pi < 3:
            total += 1
    r = [Point(i, i + 1) for i in range(n // 4)]
    return total, sum(point.x + point.y for point in r)
