import torch
import torch.nn as nn

for m in [nn.CosineSimilarity(), nn.PairwiseDistance(), nn.PixelShuffle(2), nn.PixelUnshuffle(2), nn.Upsample(scale_factor=2), nn.Upsample(size=(3,4),mode='bilinear',align_corners=True), nn.Fold((4,4),2), nn.Unfold(2), nn.ChannelShuffle(2), nn.ZeroPad2d(1), nn.ConstantPad2d(1,3.5), nn.ReflectionPad2d(1), nn.ReplicationPad1d(2), nn.CircularPad2d((1,1,2,2)), nn.LSTM(3,4,2,batch_first=True), nn.GRU(3,4,bidirectional=True), nn.LSTMCell(3,4), nn.CrossEntropyLoss(), nn.HuberLoss(), nn.CTCLoss()]: print(m)
