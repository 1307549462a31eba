import torch


def show(name, f):
    try:
        r = f()
        print(name, r if isinstance(r, torch.Tensor) and r.numel() < 9 else type(r).__name__)
    except Exception as e:
        print(name, type(e).__name__ + ":", e)


x = torch.tensor([[1.5, -2.0], [0.25, 4.0]])
i = torch.tensor([[1, 0], [0, 1]])
show("abs()", lambda: x.clone().abs())
show("abs(1)", lambda: x.clone().abs(1))
show("abs(nope=1)", lambda: x.clone().abs(nope=1))
show("abs_()", lambda: x.clone().abs_())
show("abs_(1)", lambda: x.clone().abs_(1))
show("abs_(nope=1)", lambda: x.clone().abs_(nope=1))
show("absolute()", lambda: x.clone().absolute())
show("absolute(1)", lambda: x.clone().absolute(1))
show("absolute(nope=1)", lambda: x.clone().absolute(nope=1))
show("absolute_()", lambda: x.clone().absolute_())
show("absolute_(1)", lambda: x.clone().absolute_(1))
show("absolute_(nope=1)", lambda: x.clone().absolute_(nope=1))
show("acos()", lambda: x.clone().acos())
show("acos(1)", lambda: x.clone().acos(1))
show("acos(nope=1)", lambda: x.clone().acos(nope=1))
show("acos_()", lambda: x.clone().acos_())
show("acos_(1)", lambda: x.clone().acos_(1))
show("acos_(nope=1)", lambda: x.clone().acos_(nope=1))
