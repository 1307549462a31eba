import torch


def show(name, f):
    try:
        r = f()
        print(name, r if isinstance(r, torch.Tensor) and r.numel() < 9 else type(r).__name__)
    except Exception as e:
        print(name, type(e).__name__ + ":", e)


x = torch.tensor([[1.5, -2.0], [0.25, 4.0]])
i = torch.tensor([[1, 0], [0, 1]])
show("log()", lambda: x.clone().log())
show("log(1)", lambda: x.clone().log(1))
show("log(nope=1)", lambda: x.clone().log(nope=1))
show("log10()", lambda: x.clone().log10())
show("log10(1)", lambda: x.clone().log10(1))
show("log10(nope=1)", lambda: x.clone().log10(nope=1))
show("log10_()", lambda: x.clone().log10_())
show("log10_(1)", lambda: x.clone().log10_(1))
show("log10_(nope=1)", lambda: x.clone().log10_(nope=1))
show("log1p()", lambda: x.clone().log1p())
show("log1p(1)", lambda: x.clone().log1p(1))
show("log1p(nope=1)", lambda: x.clone().log1p(nope=1))
show("log1p_()", lambda: x.clone().log1p_())
show("log1p_(1)", lambda: x.clone().log1p_(1))
show("log1p_(nope=1)", lambda: x.clone().log1p_(nope=1))
show("log2()", lambda: x.clone().log2())
show("log2(1)", lambda: x.clone().log2(1))
show("log2(nope=1)", lambda: x.clone().log2(nope=1))
