import torch


def show(name, f):
    try:
        r = f()
        print(name, r if isinstance(r, torch.Tensor) and r.numel() < 9 else type(r).__name__)
    except Exception as e:
        print(name, type(e).__name__ + ":", e)


x = torch.tensor([[1.5, -2.0], [0.25, 4.0]])
i = torch.tensor([[1, 0], [0, 1]])
show("arccos_()", lambda: x.clone().arccos_())
show("arccos_(1)", lambda: x.clone().arccos_(1))
show("arccos_(nope=1)", lambda: x.clone().arccos_(nope=1))
show("arccosh()", lambda: x.clone().arccosh())
show("arccosh(1)", lambda: x.clone().arccosh(1))
show("arccosh(nope=1)", lambda: x.clone().arccosh(nope=1))
show("arccosh_()", lambda: x.clone().arccosh_())
show("arccosh_(1)", lambda: x.clone().arccosh_(1))
show("arccosh_(nope=1)", lambda: x.clone().arccosh_(nope=1))
show("arcsin()", lambda: x.clone().arcsin())
show("arcsin(1)", lambda: x.clone().arcsin(1))
show("arcsin(nope=1)", lambda: x.clone().arcsin(nope=1))
show("arcsin_()", lambda: x.clone().arcsin_())
show("arcsin_(1)", lambda: x.clone().arcsin_(1))
show("arcsin_(nope=1)", lambda: x.clone().arcsin_(nope=1))
show("arcsinh()", lambda: x.clone().arcsinh())
show("arcsinh(1)", lambda: x.clone().arcsinh(1))
show("arcsinh(nope=1)", lambda: x.clone().arcsinh(nope=1))
