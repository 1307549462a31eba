# A program of classes: methods, inheritance, super(), operators, properties.
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    @property
    def length(self):
        return abs(self.x) + abs(self.y)


class Body:
    def __init__(self, place, speed):
        self.place = place
        self.speed = speed
        self.steps = 0

    def move(self, dt):
        self.place = self.place + self.speed * dt
        self.count()

    def count(self):
        self.steps += 1


class Falling(Body):
    def __init__(self, place, speed, gravity):
        super().__init__(place, speed)
        self.gravity = gravity

    def move(self, dt):
        self.speed = self.speed + self.gravity * dt
        super().move(dt)


def work(n):
    bodies = [Falling(Vector(i, 0), Vector(1, i), Vector(0, -1)) for i in range(10)]
    bodies += [Body(Vector(0, i), Vector(2, 1)) for i in range(10)]
    for step in range(n):
        for body in bodies:
            body.move(0.125)
    return sum(b.place.length for b in bodies), sum(b.steps for b in bodies)
