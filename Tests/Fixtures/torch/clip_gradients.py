import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


U = nn.utils
ps = [nn.Parameter(torch.tensor([1.0, 2.0])), nn.Parameter(torch.tensor([[3.0]]))]
ps[0].grad = torch.tensor([3.0, 4.0])
ps[1].grad = torch.tensor([[12.0]])
print(U.clip_grad_norm_(ps, 1.0), ps[0].grad, ps[1].grad)
print(U.clip_grad_norm_(ps, 0.5, norm_type=float('inf')), ps[0].grad)
print(U.clip_grad_norm_(ps, 0.5, norm_type=1))
U.clip_grad_value_(ps, 0.1)
print(ps[0].grad)
v = U.parameters_to_vector(ps)
print(v)
U.vector_to_parameters(v * 2, ps)
print(ps)
print(U.clip_grad_norm_([], 1.0))
ps[0].grad = torch.tensor([float('nan'), 0])
attempt(U.clip_grad_norm_, ps, 1.0, error_if_nonfinite=True)
print(U.clip_grad_norm_(nn.Linear(1, 1).parameters(), 1.0))
print(U.get_total_norm([torch.tensor([3.0, 4.0])]))
