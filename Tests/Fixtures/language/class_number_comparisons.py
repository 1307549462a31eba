# Classes derived from int and float that define some of the comparisons: the others are the number's own.
for base, value in ((int, 1), (float, 1.5)):
    class Equal(base):
        def __eq__(self, other):
            print("eq", end=" ")
            return True

    class Unequal(base):
        def __ne__(self, other):
            print("ne", end=" ")
            return "N"

    class Less(base):
        def __lt__(self, other):
            print("lt", end=" ")
            return "L"

    a, b = Equal(value), Equal(value)
    print(a == b, a != b, a != a, a != value, value != a, value == a)
    a, b = Unequal(value), Unequal(value)
    print(a == b, a != b, a != 5, 5 != a)
    a, b = Less(value), Less(value)
    print(a < b, a > b, a <= b, a >= b, value < a, value > a, sorted([a, b])[0] is b)
    try:
        hash(Equal(value))
    except TypeError as error:
        print(error)


class F(float):
    def __gt__(self, other):
        print("F.gt", end=" ")
        return "f"


class I(int):
    def __gt__(self, other):
        print("I.gt", end=" ")
        return NotImplemented

    def __lt__(self, other):
        print("I.lt", end=" ")
        return NotImplemented


class J(I):
    def __gt__(self, other):
        print("J.gt", end=" ")
        return "j"


print(1 < F(2), F(2) > 1, 1.0 < F(2), I(1) < 2.5, I(1) < J(2), 5 < J(6), max(F(1), F(2)))
for compare in (lambda: J(1) < I(2), lambda: I(1) < I(2), lambda: I(1) > 5, lambda: I(1) < "a"):
    try:
        print(compare())
    except TypeError as error:
        print(error)
print(I(3) in [3], I(3) == 3.0, {I(3): 1}[3], I(3) != 4)


# Without __ne__, the opposite of __eq__; the derived class is asked first.
class P:
    def __eq__(self, other):
        print("P.eq", end=" ")
        return NotImplemented


class Q(P):
    def __eq__(self, other):
        print("Q.eq", end=" ")
        return NotImplemented


print(P() == Q(), P() != Q(), Q() != P(), P() != 1, 1 != P())


# Constructors that are no plain functions, and what a derived string can hold.
class S:
    @staticmethod
    def __init__(*args):
        print("static", args)


class C:
    @classmethod
    def __init__(cls, *args):
        print("class", cls.__name__, args)


S(1), C(2)


class Text(str):
    def __init__(self, source, extra=None):
        self.source = source
        self.extra = extra


t = Text(12, "more")  ### "TypeError: decoding to str: need a bytes-like object, int found"
t.later = 1
print(t, t.source, t.extra, vars(t), t + "!", type(t + "!").__name__)
