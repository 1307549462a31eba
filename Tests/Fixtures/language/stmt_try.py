def f(n):
    try:
        if n == 0:
            return "ok"
        if n == 1:
            raise ValueError("v")
        if n == 2:
            return 1 / 0
        if n == 3:
            {}["k"]
        if n == 4:
            raise KeyboardInterrupt
        print("no error")
    except ValueError as error:
        return f"value {error}"
    except (ZeroDivisionError, KeyError) as error:
        return f"{type(error).__name__} {error}"
    except BaseException:
        return "base"
    else:
        return "else"
    finally:
        print("finally", n)
for n in range(6):
    print(f(n))
def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print(i)
        finally:
            print("clean", i)
    return i
print(g())
def h():
    try:
        return "try"
    finally:
        return "finally wins"
print(h())
try:
    try:
        1 / 0
    finally:
        print("inner")
except ZeroDivisionError:
    print("outer")
try:
    error = 5
    raise ValueError
except ValueError as error:
    pass
try:
    error
except NameError as e:
    print(e)
