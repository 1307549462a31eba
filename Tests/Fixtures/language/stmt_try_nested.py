def f(x):
    try:
        try:
            if x == 0:
                raise ValueError("inner")
            if x == 1:
                raise KeyError("inner key")
            return "fine"
        except ValueError as error:
            print("handle", error)
            raise TypeError("converted") from error
        finally:
            print("inner finally", x)
    except TypeError as error:
        return f"outer {error} from {error.__cause__!r}"
    except KeyError as error:
        return f"outer key {error}"
    finally:
        print("outer finally", x)
for x in range(3):
    print(f(x))
def g():
    for i in range(3):
        try:
            try:
                if i == 1:
                    raise ValueError(i)
            except ValueError:
                continue
            finally:
                print("f", i)
            print("end", i)
        except Exception:
            print("never")
g()
try:
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")
except KeyError as error:
    print(repr(error), repr(error.__context__))
def h():
    try:
        raise ValueError
    except:
        return "bare except"
print(h())
try:
    raise (ValueError, TypeError)[1]("picked")
except (ValueError, TypeError) as error:
    print(type(error).__name__, error)
def i():
    while True:
        try:
            return 1
        finally:
            break
    return 2
print(i())
