print(None, repr(None), bool(None), None == None, None is None, None != 0, str(None), f"{None}", [None], {None: None})
print(..., Ellipsis, type(...), ... is Ellipsis, bool(...), NotImplemented, type(NotImplemented), type(None))
x = None
print(x or "default", x if x is not None else "fallback", (lambda: None)(), print() is None)
for f in (lambda: None + 1, lambda: None < None, lambda: None[0], lambda: None(), lambda: len(None), lambda: list(None), lambda: None.x, lambda: -None, lambda: int(None)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
