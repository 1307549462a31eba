class Custom(Exception):
    """Docs."""
    def __init__(self, message, code=0):
        super().__init__(message)
        self.code = code
    def __str__(self):
        return f"[{self.code}] {self.args[0]}"
try:
    raise Custom("broken", code=7)
except Custom as e:
    print(e, repr(e), e.args, e.code, e.__class__.__name__, e.__doc__)
e = ValueError("a", "b")
print(e, e.args, str(ValueError()), repr(ValueError()), str(ValueError("x")), repr(ValueError("x")), str(KeyError("x")))
e.args = ("new",)
print(e, e.__traceback__, e.__cause__, e.__context__)
try:
    raise ValueError("v")
except ValueError as error:
    saved = error
print(saved.__traceback__ is not None, saved)
stop = StopIteration(5)
print(stop.value, SystemExit(3).code)
print(ValueError("a") == ValueError("a"), len({ValueError("a"), ValueError("a")}))
try:
    e.nothing
except AttributeError as error:
    print(error)
e.extra = 1
print(vars(e), e.extra)
e.add_note("a note")
print(e.__notes__)
print(isinstance(e, Exception), Exception("x").with_traceback(None), BaseException("b"))
