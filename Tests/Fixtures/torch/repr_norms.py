import torch
import torch.nn as nn

for m in [nn.BatchNorm1d(4), nn.BatchNorm2d(4,affine=False), nn.BatchNorm3d(2,momentum=None), nn.BatchNorm2d(3,eps=1e-3,track_running_stats=False), nn.InstanceNorm1d(3), nn.InstanceNorm2d(3,affine=True), nn.LayerNorm(5), nn.LayerNorm((2,3),elementwise_affine=False), nn.GroupNorm(2,4), nn.LocalResponseNorm(2), nn.RMSNorm(4)]: print(m)
