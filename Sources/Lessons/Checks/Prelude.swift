/// What check code finds in its namespace beside `student`: `check`, `observe`, `torch` and `math`.
///
/// It is written in the learner's language, so that it also runs in PyTorch, where the lessons are
/// tried out. A learner's value is trusted with nothing: its exact type is asked by `type`, which no
/// class can answer for itself, before anything is compared, so that objects with a lying `__eq__`,
/// `__class__` or `__bool__` are refused as what they are. Methods are asked of the class, for a tensor may carry
/// an `item` of its own.
enum Prelude {
    static let source = #"""
        import math
        import torch


        class CheckFailed(Exception):
            pass


        def _name(value):
            return "None" if value is None else "a value of type " + type(value).__name__


        def _is_and_expected(actual, expected):
            for digits in [6, 9, 17]:
                a = f"{float(actual):.{digits}g}"
                e = f"{float(expected):.{digits}g}"
                if a != e:
                    break
            return f" is {a}, expected {e}"


        class _Check:
            def fails(self, reason):
                raise CheckFailed(reason)

            def that(self, condition, reason):
                if condition is not True:
                    raise CheckFailed(reason)

            def tensor(self, value, shape=None, what="the result"):
                if type(value) is not torch.Tensor and type(value) is not torch.nn.Parameter:
                    raise CheckFailed(f"{what} must be a tensor; it is {_name(value)}")
                if shape is not None and tuple(value.shape) != tuple(shape):
                    raise CheckFailed(
                        f"{what} must have the shape {tuple(shape)}; it has {tuple(value.shape)}")
                return value

            def tuple(self, value, count, what="the result"):
                if type(value) is not tuple and type(value) is not list:
                    raise CheckFailed(f"{what} must be {count} values; it is {_name(value)}")
                if len(value) != count:
                    raise CheckFailed(f"{what} must be {count} values; there are {len(value)}")
                return value

            def number(self, value, what="the result"):
                if type(value) is torch.Tensor and torch.Tensor.numel(value) == 1:
                    return torch.Tensor.item(value)
                if type(value) is not int and type(value) is not float:
                    raise CheckFailed(f"{what} must be a number; it is {_name(value)}")
                return value

            def close(self, actual, expected, what="the result", rtol=1e-6, atol=1e-8):
                if type(expected) is not torch.Tensor:
                    actual = self.number(actual, what)
                    if not abs(actual - expected) <= atol + rtol * abs(expected):
                        raise CheckFailed(what + _is_and_expected(actual, expected))
                    return
                actual = self.tensor(actual, None, what)
                if tuple(actual.shape) != tuple(expected.shape):
                    raise CheckFailed(
                        f"{what} must have the shape {tuple(expected.shape)}; "
                        f"it has {tuple(actual.shape)}")
                a = torch.Tensor.detach(actual).to(torch.float64).flatten().tolist()
                e = expected.detach().to(torch.float64).flatten().tolist()
                for index in range(len(e)):
                    same = a[index] == e[index]
                    if not same and not abs(a[index] - e[index]) <= atol + rtol * abs(e[index]):
                        place = _place(index, tuple(expected.shape))
                        raise CheckFailed(
                            what + place + _is_and_expected(a[index], e[index]))

            def text(self, value, what="the result"):
                if type(value) is not str:
                    raise CheckFailed(f"{what} must be a text; it is {_name(value)}")
                return value

            def module(self, value, what="the model"):
                if type(value) is type or not issubclass(type(value), torch.nn.Module):
                    raise CheckFailed(f"{what} must be an nn.Module; it is {_name(value)}")
                return value

            def record(self, value, what="the result"):
                value = float(self.number(value, what))
                if not math.isfinite(value):
                    raise CheckFailed(f"{what} is {value}, which is no result")
                _results.append(value)


        def _place(index, shape):
            if len(shape) == 0:
                return ""
            places = []
            for size in reversed(shape):
                places.append(str(index % size))
                index = index // size
            return " at [" + ", ".join(reversed(places)) + "]"


        check = _Check()
        _results = []
        _observations = []


        def _text(value, depth=0):
            kind = type(value)
            if kind is torch.Tensor or kind is torch.nn.Parameter:
                values = torch.Tensor.detach(value).to(torch.float64).flatten().tolist()[:256]
                shape = "x".join([str(size) for size in value.shape])
                return f"tensor {shape}: " + " ".join([repr(number) for number in values])
            if kind is int or kind is float or kind is bool or kind is str or value is None:
                return repr(value)[:4096]
            if (kind is tuple or kind is list) and depth < 3:
                return "(" + ", ".join([_text(item, depth + 1) for item in value[:256]]) + ")"
            return "a " + kind.__name__


        def observe(name, make):
            try:
                text = _text(make())
            except Exception as problem:
                text = "raises " + type(problem).__name__
            _observations.append(name + " = " + text)
        """#
}
