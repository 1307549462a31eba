import torch


def show(name, f):
    try:
        r = f()
        print(name, r if isinstance(r, torch.Tensor) and r.numel() < 9 else type(r).__name__)
    except Exception as e:
        print(name, type(e).__name__ + ":", e)


x = torch.tensor([[1.5, -2.0], [0.25, 4.0]])
i = torch.tensor([[1, 0], [0, 1]])
show("inverse()", lambda: x.clone().inverse())
show("inverse(1)", lambda: x.clone().inverse(1))
show("inverse(nope=1)", lambda: x.clone().inverse(nope=1))
show("is_complex()", lambda: x.clone().is_complex())
show("is_complex(1)", lambda: x.clone().is_complex(1))
show("is_complex(nope=1)", lambda: x.clone().is_complex(nope=1))
show("is_contiguous()", lambda: x.clone().is_contiguous())
show("is_contiguous('a')", lambda: x.clone().is_contiguous("a"))
show("is_contiguous(None)", lambda: x.clone().is_contiguous(None))
show("is_contiguous(1.5)", lambda: x.clone().is_contiguous(1.5))
show("is_contiguous(x)", lambda: x.clone().is_contiguous(x))
show("is_contiguous(1, 'a')", lambda: x.clone().is_contiguous(1, "a"))
show("is_contiguous(x, x, x, x, x, x, x)", lambda: x.clone().is_contiguous(x, x, x, x, x, x, x))
show("is_contiguous(nope=1)", lambda: x.clone().is_contiguous(nope=1))
show("is_contiguous([1.5])", lambda: x.clone().is_contiguous([1.5]))
show("is_contiguous(True)", lambda: x.clone().is_contiguous(True))
show("is_floating_point()", lambda: x.clone().is_floating_point())
show("is_floating_point(1)", lambda: x.clone().is_floating_point(1))
show("is_floating_point(nope=1)", lambda: x.clone().is_floating_point(nope=1))
show("is_inference()", lambda: x.clone().is_inference())
show("is_inference(1)", lambda: x.clone().is_inference(1))
show("is_inference(nope=1)", lambda: x.clone().is_inference(nope=1))
show("is_nonzero()", lambda: x.clone().is_nonzero())
show("is_nonzero(1)", lambda: x.clone().is_nonzero(1))
show("is_nonzero(nope=1)", lambda: x.clone().is_nonzero(nope=1))
