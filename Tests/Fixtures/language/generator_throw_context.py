# What is thrown into a generator is chained to what the generator handles, not to what its caller handles.
def chain(error):
    found = []
    while error:
        found.append(repr(error))
        error = error.__context__
    return found


def plain():
    yield 1


def delegating():
    yield from plain()


def translating():
    try:
        yield 1
    except ValueError:
        raise KeyError("k")


def handling():
    try:
        1 / 0
    except ZeroDivisionError:
        yield 1


for make in (plain, delegating, translating, handling):
    for thrown in (ValueError("t"), ValueError):
        for handles in (False, True):
            generator = make()
            next(generator)
            try:
                if handles:
                    try:
                        raise TypeError("outer")
                    except TypeError:
                        generator.throw(thrown)
                else:
                    generator.throw(thrown)
            except Exception as error:
                print(make.__name__, handles, chain(error))


def closing():
    try:
        yield 1
    finally:
        1 / 0


def later():
    yield 1
    raise KeyError("n")


for make, act in ((closing, lambda g: g.close()), (later, next)):
    generator = make()
    next(generator)
    try:
        try:
            raise TypeError("outer")
        except TypeError:
            act(generator)
    except Exception as error:
        print(make.__name__, chain(error))
# Code after a raise that is never reached has blocks of its own.
class Manager:
    def __enter__(self):
        print("enter")

    def __exit__(self, *exception):
        print("exit", exception)


def unreachable(value):
    try:
        if value:
            raise KeyError("k")
    except KeyError as error:
        raise ValueError("v") from error
        with Manager():
            pass
        try:
            value = 1
        except NameError:
            pass
        finally:
            value = 2
    finally:
        print("finally")
    return value
    with Manager():
        pass


print(unreachable(0))
try:
    unreachable(1)
except ValueError as error:
    print(chain(error))
