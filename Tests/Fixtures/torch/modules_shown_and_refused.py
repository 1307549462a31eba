import torch
import torch.nn as nn
import torch.nn.functional as F
import math
torch.manual_seed(0)
try:
    _r = (nn.Linear(3, 2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3, 2, bias=False))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear('a', 2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3, 2, foo=1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3.5, 2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(-1, 2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(0, 2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3, 2)(torch.zeros(2, 4)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3, 2)(torch.zeros(2, 3, dtype=torch.float64)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3, 2)(torch.zeros(2, 3, dtype=torch.int64)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3, 2)([1,2,3]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3, 2)())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3, 2)(torch.zeros(3), torch.zeros(3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3, 2, dtype=torch.float64))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3, 2).weight.dtype)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3,2).state_dict())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3,2).weight)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, 5))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, 5, stride=2, padding=1, dilation=2, groups=1, bias=False))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, (3, 5), padding=(1, 2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, 3, padding='same'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, 3, padding='same', stride=2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(3, 6, 3, groups=2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(4, 6, 3, groups=4))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(4, 6, 3, groups=0))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, 0))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, 'a'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, 3)(torch.zeros(1, 3, 8, 8)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, 3)(torch.zeros(3, 8, 8)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(3, 6, 3)(torch.zeros(3, 8, 8)).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, 3)(torch.zeros(8, 8)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, 9)(torch.zeros(1, 1, 8, 8)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, 3)(torch.zeros(1, 1, 8, 8, dtype=torch.float64)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv2d(1, 6, 3)(torch.zeros(1, 1, 8, 8, dtype=torch.int64)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv1d(2, 4, 3)(torch.zeros(1, 2, 8)).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv1d(2, 4, 3)(torch.zeros(1, 3, 8)).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Conv3d(1, 2, 3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ConvTranspose2d(3, 2, 4, 2, 1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ConvTranspose2d(3, 2, 4, 2, 1, output_padding=1)(torch.zeros(1,3,5,5)).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ConvTranspose2d(3, 2, 4, 2, 1)(torch.zeros(1,3,5,5), output_size=(10,10)).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ConvTranspose2d(3, 2, 4, 2, 1)(torch.zeros(1,3,5,5), output_size=(20,10)).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm2d(3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm2d(3, eps=1e-3, momentum=None, affine=False, track_running_stats=False))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm2d(3)(torch.zeros(2, 3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm2d(3)(torch.zeros(2, 4, 2, 2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm1d(3)(torch.zeros(1, 3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm1d(3)(torch.zeros(2, 3, 4)).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm1d(3)(torch.zeros(2, 3, 4, 5)).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm1d(3)(torch.zeros(3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm2d(3)(torch.zeros(1,3,1,1)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm1d(3)(torch.zeros(2,3,dtype=torch.float64)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm1d(3)(torch.zeros(2,3,dtype=torch.int64)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm1d('a'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm1d(3).state_dict())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm1d(3, affine=False).state_dict())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BatchNorm1d(3, track_running_stats=False).state_dict().keys())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (list(nn.BatchNorm1d(3).buffers()))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.LayerNorm(4))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.LayerNorm((3,4), elementwise_affine=False))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.LayerNorm(4, bias=False))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.LayerNorm(4)(torch.zeros(2,3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.GroupNorm(2, 4))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.GroupNorm(3, 4))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.GroupNorm(2,4)(torch.zeros(2,3,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.InstanceNorm2d(3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.InstanceNorm2d(3)(torch.zeros(2,3,1,1)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.LocalResponseNorm(2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.RMSNorm(4))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Dropout())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Dropout(0.2, inplace=True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Dropout(1.5))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Dropout(-0.1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Dropout('a'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Dropout(p=0.5)(torch.ones(10)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Dropout2d(0.5)(torch.ones(2,3,2,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Dropout2d(0.5)(torch.ones(2,3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Dropout1d(0.5)(torch.ones(2,3,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.AlphaDropout(0.5)(torch.ones(4)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.dropout(torch.ones(10), 0.5))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.dropout(torch.ones(10), 0.5, training=False))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.dropout(torch.ones(10), 1.5))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.dropout(torch.ones(10, dtype=torch.int64), 0.5))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MaxPool2d(2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MaxPool2d(2, 2, 1, ceil_mode=True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MaxPool2d((2,3), stride=(1,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MaxPool2d(2, padding=2)(torch.zeros(1,1,4,4)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MaxPool2d(5)(torch.zeros(1,1,4,4)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MaxPool2d(2)(torch.zeros(4,4)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MaxPool2d(2)(torch.arange(16.).view(1,1,4,4)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MaxPool2d(2, return_indices=True)(torch.arange(16.).view(1,1,4,4)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MaxPool2d())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.AvgPool2d(2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.AvgPool2d(3, 2, 1, count_include_pad=False))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.AdaptiveAvgPool2d(1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.AdaptiveAvgPool2d((1, None)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.AdaptiveMaxPool2d((2,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MaxPool1d(2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.AvgPool1d(2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ReLU())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ReLU(inplace=True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ReLU(True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.LeakyReLU())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.LeakyReLU(0.2, inplace=True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.PReLU())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ELU())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.SELU())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.GELU())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.GELU('tanh'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.SiLU())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Sigmoid())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Tanh())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Softmax())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Softmax(dim=1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.LogSoftmax(dim=-1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Softplus())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Hardtanh())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Hardtanh(-2, 2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Threshold(0.1, 20))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Flatten())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Flatten(0))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Unflatten(1, (2, 3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Identity(54, unused=3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Embedding(10, 3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Embedding(10, 3, padding_idx=0))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Embedding(10, 3)(torch.tensor([1, 10])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Embedding(10, 3)(torch.tensor([1.])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Bilinear(2, 3, 4))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss(reduction='foo')(torch.zeros(2,3), torch.tensor([0,1])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss()(torch.zeros(2,3), torch.tensor([0,3])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss()(torch.zeros(2,3), torch.tensor([0,-1])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss()(torch.zeros(2,3), torch.tensor([[0],[1]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss()(torch.zeros(2,3), torch.tensor([0,1,2])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss()(torch.zeros(2,3), torch.tensor([0.,1.])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss()(torch.zeros(2,3), 1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss()(torch.zeros(3), torch.tensor(1)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss(ignore_index=1)(torch.zeros(2,3), torch.tensor([1,1])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss(label_smoothing=0.1)(torch.arange(6.).view(2,3), torch.tensor([1,2])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss(weight=torch.tensor([1.,2.,3.]))(torch.arange(6.).view(2,3), torch.tensor([1,2])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss(weight=torch.tensor([1.,2.]))(torch.arange(6.).view(2,3), torch.tensor([1,2])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss()(torch.arange(6.).view(2,3), torch.tensor([[.1,.2,.7],[1.,0,0]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.CrossEntropyLoss(weight=torch.ones(3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.NLLLoss()(torch.zeros(2,3), torch.tensor([0,5])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MSELoss()(torch.zeros(2,3), torch.zeros(3,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MSELoss()(torch.zeros(2,1), torch.zeros(2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.MSELoss(reduction='sum'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BCELoss()(torch.tensor([0.5, 1.5]), torch.tensor([0., 1.])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BCELoss()(torch.tensor([0.5, .5]), torch.tensor([0, 1])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BCELoss()(torch.tensor([0.5, .5]), torch.tensor([[0., 1]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BCEWithLogitsLoss(pos_weight=torch.tensor(2.))(torch.tensor([0.5, 1.5]), torch.tensor([0., 1.])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.BCEWithLogitsLoss()(torch.zeros(2), torch.zeros(3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.KLDivLoss(reduction='batchmean')(torch.tensor([[.1,.9]]).log(), torch.tensor([[.5,.5]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.KLDivLoss()(torch.tensor([[.1,.9]]).log(), torch.tensor([[.5,.5]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.SmoothL1Loss(beta=0.5)(torch.zeros(2), torch.tensor([.1, 3])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.HuberLoss(delta=0.5)(torch.zeros(2), torch.tensor([.1, 3])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.L1Loss()(torch.zeros(2), torch.tensor([.1, 3])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Sequential(nn.Linear(2,2), nn.ReLU()))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Sequential(nn.Linear(2,2), nn.ReLU())[0])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Sequential(nn.Linear(2,2), nn.ReLU())[5])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Sequential(nn.Linear(2,2), nn.ReLU(), nn.Tanh())[1:])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Sequential(nn.Linear(2,2), 3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Sequential(nn.Linear))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Sequential([nn.ReLU()]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    from collections import OrderedDict
    _r = (nn.Sequential(OrderedDict([('a', nn.Linear(2,2)), ('b', nn.ReLU())])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Sequential(nn.Linear(2,3), nn.Linear(2,3))(torch.zeros(1,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    s=nn.Sequential()
    s.append(nn.ReLU()).append(nn.Tanh())
    _r = (len(s), s)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    s=nn.Sequential(nn.ReLU())
    s.add_module('x', nn.Tanh())
    _r = (s)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    s=nn.Sequential(nn.ReLU())
    s.insert(0, nn.Tanh())
    _r = (s.extend([nn.GELU()]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    s=nn.Sequential(nn.ReLU(), nn.Tanh())
    del s[0]
    _r = (s)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    s=nn.Sequential(nn.ReLU(), nn.Tanh())
    s[0] = nn.GELU()
    _r = (s)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ModuleList([nn.Linear(2,2) for _ in range(3)]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ModuleList([nn.Linear(2,2), nn.ReLU(), nn.Linear(2,2)]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ModuleList([nn.Linear(2,2)])(torch.zeros(2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ModuleDict({'a': nn.ReLU()}))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ModuleDict({'a': nn.ReLU()})['b'])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ParameterList([nn.Parameter(torch.zeros(2)), nn.Parameter(torch.zeros(2,3))]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.ParameterDict({'w': nn.Parameter(torch.zeros(2))}))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Parameter(torch.zeros(2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Parameter(torch.zeros(2), requires_grad=False))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Parameter(torch.tensor([1,2])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Parameter([1.]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.load_state_dict({}))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.load_state_dict({'weight': torch.zeros(3,2), 'bias': torch.zeros(2)}))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.load_state_dict({'weight': torch.zeros(2,2), 'bias': torch.zeros(2), 'x': torch.zeros(1)}))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.load_state_dict({'weight': torch.zeros(2,2), 'x': torch.zeros(1)}, strict=False))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.load_state_dict([1]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    m.weight = 3
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    m.weight = torch.zeros(2,2)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    m.weight = nn.Parameter(torch.zeros(5))
    _r = (m.weight)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.foo)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    m.foo = nn.ReLU()
    _r = (m)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.register_parameter('a', torch.zeros(1)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.register_parameter('a.b', None))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.register_parameter('weight', None))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    m.register_buffer('b', torch.zeros(1))
    _r = (m.state_dict().keys())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    m.register_buffer('b', torch.zeros(1), persistent=False)
    _r = (m.state_dict().keys())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.register_buffer('b', 3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.add_module('', nn.ReLU()))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.add_module('a.b', nn.ReLU()))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.add_module('a', 3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.get_parameter('weight'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2)
    _r = (m.get_parameter('foo'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Sequential(nn.Sequential(nn.Linear(2,2)))
    _r = (m.get_submodule('0.0'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Sequential(nn.Linear(2,2))
    _r = (m.get_submodule('1'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Sequential(nn.Linear(2,2))
    _r = ([n for n,_ in m.named_modules()])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Sequential(nn.Linear(2,2))
    _r = (list(m.children()))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Sequential(nn.Linear(2,2))
    _r = (dict(m.named_children()))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Sequential(nn.Linear(2,2))
    _r = (m.train(False).training)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Sequential(nn.Linear(2,2))
    _r = (m.train('a'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Sequential(nn.Linear(2,2)).double()
    _r = (m[0].weight.dtype)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Sequential(nn.Linear(2,2)).to(torch.int64)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    m=nn.Linear(2,2).requires_grad_(False)
    _r = ([p.requires_grad for p in m.parameters()])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Module())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Module()(1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Module().forward(1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
