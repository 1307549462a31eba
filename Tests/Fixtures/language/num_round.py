print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.6)])
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(1e300, 2))
print(round(1234.5678, -2), round(1250.0, -2), round(1350.0, -2), round(-1250.0, -2), round(5.0, -1), round(15.0, -1))
print(round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(15, -1), round(5, 3))
print(round(3.7), round(3.2), round(True), round(-2.5), round(1e20), round(3.14159, 3))
print(type(round(2.5)), type(round(2.5, 0)), type(round(2, 1)), round(2.5, None))
print(round(0.5, 0), round(1.5, 0), round(-0.4), round(-0.4, 0), round(123.456, 10), round(1e-320, 2))
class R:
    def __round__(self, n=None):
        return ("rounded", n)
print(round(R()), round(R(), 3))
