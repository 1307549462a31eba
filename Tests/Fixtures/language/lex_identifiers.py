é = 1
变量 = 2
_x1 = 3
__y__ = 4
A = 5
print(é, 变量, _x1, __y__, A)
match = 6
case = 7
type = 8
print(match, case, type)
class C:
    ñ = 5
print(C.ñ)
