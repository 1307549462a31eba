import torch
import torch.nn as nn
import torch.nn.functional as F
import math
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.tensor([1.,2])]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.tensor([1.])]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.tensor([1])]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.tensor([[1]]), 2]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.tensor([True, False])]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.tensor([1.,2]), 3]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([3, torch.tensor([1.,2])]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([[1, 2], torch.tensor([1.,2])]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.tensor([1,2], dtype=torch.int32)]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.zeros(0)]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.ones(1, requires_grad=True)]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.tensor(1.5), 2]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.tensor(1.5, dtype=torch.float64), 2]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1, 'a']))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(['a', 1]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([[1], 'a']))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([[1], 2]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1, [2]]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([None, 1]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor({'a': 1}))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1, {2}]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(object()))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.as_tensor([torch.tensor([1.,2])]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.FloatTensor([torch.tensor([1.,2])]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.Tensor([torch.tensor([1.,2])]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.stack([torch.tensor([1.,2])]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([[1,2],[3,4.5]]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([[1,2],[3,4,5]]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([[1,2],[]]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([[],[]]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2], dtype=torch.bool))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([0.5, 1], dtype=torch.int64))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([300], dtype=torch.uint8))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([-1], dtype=torch.uint8))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([2**40], dtype=torch.int32))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([2**63]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(2**64))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(float('inf'), dtype=torch.int64))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1.5], dtype=int))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2], requires_grad=True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1.,2], requires_grad=True, dtype=torch.float64))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(data=[1]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(1, 2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1], device='cpu', dtype=torch.float32, pin_memory=False))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(torch.tensor([1,2]), dtype=torch.float))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(x for x in [1]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([x for x in [1,2]]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(zip([1],[2])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(list(zip([1,2],[3,4]))))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([(1,2),(3,4)]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(map(int, ['1'])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([[[1,2],[3,4]]]).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor("5"))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
