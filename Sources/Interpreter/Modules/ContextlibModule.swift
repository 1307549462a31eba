// `contextlib`, in the learner's language: what is entered and left goes through the special methods of learners' classes.

extension VirtualMachine {
    func makeContextlibModule() throws -> ModuleObject {
        let module = makeModule("contextlib", doc: "Helpers for the with statement.")
        let globals = makeGlobals(name: "contextlib")
        _ = try run(
            source: Self.contextManagers, filename: Self.standardLibrary, mode: .module,
            globals: globals)
        for name in [
            "AbstractContextManager", "ContextDecorator", "ExitStack", "closing", "contextmanager",
            "nullcontext", "suppress",
        ] {
            module.namespace[intern(name)] = globals[intern(name)]
        }
        return module
    }

    private static let contextManagers = #"""
        import functools

        class AbstractContextManager:
            """A class with __enter__ and __exit__."""
            def __enter__(self): return self
            def __exit__(self, exc_type, exc_value, traceback): return None

        class ContextDecorator:
            """Lets a context manager be a decorator as well."""
            def _recreate_cm(self): return self
            def __call__(self, func):
                @functools.wraps(func)
                def inner(*args, **kwds):
                    with self._recreate_cm():
                        return func(*args, **kwds)
                return inner

        class _GeneratorContextManager(AbstractContextManager, ContextDecorator):
            def __init__(self, func, args, kwds):
                self.gen = func(*args, **kwds)
                self._call = (func, args, kwds)
            def _recreate_cm(self): return self.__class__(*self._call)
            def __enter__(self):
                try: return next(self.gen)
                except StopIteration: raise RuntimeError("generator didn't yield") from None
            def __exit__(self, typ, value, traceback):
                if typ is None:
                    try: next(self.gen)
                    except StopIteration: return False
                    raise RuntimeError("generator didn't stop")
                if value is None: value = typ()
                try: self.gen.throw(value)
                except StopIteration as end: return end is not value
                except RuntimeError as error:
                    if error is value: return False
                    if isinstance(value, StopIteration) and error.__cause__ is value: return False
                    raise
                except BaseException as error:
                    if error is not value: raise
                    return False
                raise RuntimeError("generator didn't stop after throw()")

        def contextmanager(func):
            """Makes a context manager of a generator function: what is before its yield, and what is after."""
            @functools.wraps(func)
            def helper(*args, **kwds):
                return _GeneratorContextManager(func, args, kwds)
            return helper

        class closing(AbstractContextManager):
            """Closes a thing at the end of the block."""
            def __init__(self, thing): self.thing = thing
            def __enter__(self): return self.thing
            def __exit__(self, *exc_info): self.thing.close()

        class suppress(AbstractContextManager):
            """Ends the block at one of these exceptions, and goes on behind it."""
            def __init__(self, *exceptions): self._exceptions = exceptions
            def __enter__(self): pass
            def __exit__(self, exctype, excinst, exctb):
                return exctype is not None and issubclass(exctype, self._exceptions)

        class nullcontext(AbstractContextManager):
            """Does nothing: stands where a context manager is wanted."""
            def __init__(self, enter_result=None): self.enter_result = enter_result
            def __enter__(self): return self.enter_result
            def __exit__(self, *excinfo): pass

        class ExitStack(AbstractContextManager):
            """Context managers that are entered one by one and left together, the last first."""
            def __init__(self): self._exits = []
            def enter_context(self, cm):
                cls = type(cm)
                try: enter, leave = cls.__enter__, cls.__exit__
                except AttributeError:
                    raise TypeError(
                        f"'{cls.__module__}.{cls.__qualname__}' object does not support the context "
                        "manager protocol") from None
                result = enter(cm)
                self._exits.append(lambda *details: leave(cm, *details))
                return result
            def push(self, exit):
                leave = getattr(type(exit), '__exit__', None)
                self._exits.append(exit if leave is None else lambda *details: leave(exit, *details))
                return exit
            def callback(self, callback, /, *args, **kwds):
                def leave(*details): callback(*args, **kwds)
                self._exits.append(leave)
                return callback
            def pop_all(self):
                other = type(self)()
                other._exits, self._exits = self._exits, []
                return other
            def close(self): self.__exit__(None, None, None)
            def __exit__(self, *details):
                came, stopped, raised = details[0] is not None, False, False
                while self._exits:
                    leave = self._exits.pop()
                    try:
                        if leave(*details):
                            stopped, raised, details = True, False, (None, None, None)
                    except BaseException as error:
                        raised, details = True, (type(error), error, error.__traceback__)
                if raised: raise details[1]
                return came and stopped
        """#
}
