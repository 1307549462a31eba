import torch


def show(name, f):
    try:
        r = f()
        print(name, r if isinstance(r, torch.Tensor) and r.numel() < 9 else type(r).__name__)
    except Exception as e:
        print(name, type(e).__name__ + ":", e)


x = torch.tensor([[1.5, -2.0], [0.25, 4.0]])
i = torch.tensor([[1, 0], [0, 1]])
show("asin()", lambda: x.clone().asin())
show("asin(1)", lambda: x.clone().asin(1))
show("asin(nope=1)", lambda: x.clone().asin(nope=1))
show("asin_()", lambda: x.clone().asin_())
show("asin_(1)", lambda: x.clone().asin_(1))
show("asin_(nope=1)", lambda: x.clone().asin_(nope=1))
show("asinh()", lambda: x.clone().asinh())
show("asinh(1)", lambda: x.clone().asinh(1))
show("asinh(nope=1)", lambda: x.clone().asinh(nope=1))
show("asinh_()", lambda: x.clone().asinh_())
show("asinh_(1)", lambda: x.clone().asinh_(1))
show("asinh_(nope=1)", lambda: x.clone().asinh_(nope=1))
show("atan()", lambda: x.clone().atan())
show("atan(1)", lambda: x.clone().atan(1))
show("atan(nope=1)", lambda: x.clone().atan(nope=1))
show("atan2()", lambda: x.clone().atan2())
show("atan2('a')", lambda: x.clone().atan2("a"))
show("atan2(None)", lambda: x.clone().atan2(None))
show("atan2(1.5)", lambda: x.clone().atan2(1.5))
show("atan2(x)", lambda: x.clone().atan2(x))
show("atan2(1, 'a')", lambda: x.clone().atan2(1, "a"))
show("atan2(x, x, x, x, x, x, x)", lambda: x.clone().atan2(x, x, x, x, x, x, x))
show("atan2(nope=1)", lambda: x.clone().atan2(nope=1))
show("atan2([1.5])", lambda: x.clone().atan2([1.5]))
show("atan2(True)", lambda: x.clone().atan2(True))
