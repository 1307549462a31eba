import torch
import torch.nn as nn

for m in [nn.MaxPool1d(2), nn.MaxPool2d(2,stride=1,padding=1), nn.MaxPool2d((2,3),ceil_mode=True,return_indices=True), nn.AvgPool1d(2), nn.AvgPool2d(2,divisor_override=3), nn.AdaptiveAvgPool1d(3), nn.AdaptiveAvgPool2d((None,3)), nn.AdaptiveMaxPool2d(2), nn.LPPool2d(2,3), nn.MaxUnpool2d(2), nn.Dropout(), nn.Dropout(0.3,inplace=True), nn.Dropout1d(), nn.Dropout2d(0.1), nn.Dropout3d(), nn.AlphaDropout()]: print(m)
