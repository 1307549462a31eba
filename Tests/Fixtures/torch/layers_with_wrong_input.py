# Every layer with input that does not fit: the exception's type and message.
import warnings

import torch
import torch.nn as nn

warnings.simplefilter("ignore")
mods = {
    "Linear": lambda: nn.Linear(4,3),
    "Bilinear": lambda: nn.Bilinear(4,3,2),
    "Identity": lambda: nn.Identity(),
    "Embedding": lambda: nn.Embedding(5,3),
    "EmbeddingBag": lambda: nn.EmbeddingBag(5,3),
    "Conv1d": lambda: nn.Conv1d(2,4,3),
    "Conv2d": lambda: nn.Conv2d(2,4,3),
    "Conv3d": lambda: nn.Conv3d(2,4,3),
    "Conv2dp": lambda: nn.Conv2d(2,4,3,padding='same'),
    "Conv2dr": lambda: nn.Conv2d(2,4,3,padding=2,padding_mode='reflect'),
    "Conv2dc": lambda: nn.Conv2d(2,4,3,padding=2,padding_mode='circular'),
    "Conv2dg": lambda: nn.Conv2d(2,4,3,groups=2),
    "ConvT1": lambda: nn.ConvTranspose1d(2,4,3),
    "ConvT2": lambda: nn.ConvTranspose2d(2,4,3),
    "BN1": lambda: nn.BatchNorm1d(2),
    "BN2": lambda: nn.BatchNorm2d(2),
    "BN3": lambda: nn.BatchNorm3d(2),
    "IN1": lambda: nn.InstanceNorm1d(2),
    "IN2": lambda: nn.InstanceNorm2d(2),
    "IN2a": lambda: nn.InstanceNorm2d(2,affine=True,track_running_stats=True),
    "IN3": lambda: nn.InstanceNorm3d(2),
    "GN": lambda: nn.GroupNorm(2,2),
    "GN1": lambda: nn.GroupNorm(1,2),
    "LN": lambda: nn.LayerNorm(4),
    "LN2": lambda: nn.LayerNorm((2,4)),
    "RMS": lambda: nn.RMSNorm(4),
    "LRN": lambda: nn.LocalResponseNorm(2),
    "CLRN": lambda: nn.CrossMapLRN2d(2),
    "Dropout": lambda: nn.Dropout(),
    "Dropout1d": lambda: nn.Dropout1d(),
    "Dropout2d": lambda: nn.Dropout2d(),
    "Dropout3d": lambda: nn.Dropout3d(),
    "AlphaDropout": lambda: nn.AlphaDropout(),
    "FAD": lambda: nn.FeatureAlphaDropout(),
    "MaxPool1d": lambda: nn.MaxPool1d(2),
    "MaxPool2d": lambda: nn.MaxPool2d(2),
    "MaxPool3d": lambda: nn.MaxPool3d(2),
    "MaxPool2di": lambda: nn.MaxPool2d(2, return_indices=True),
    "MaxPool3di": lambda: nn.MaxPool3d(2, return_indices=True),
    "MaxPool2dp": lambda: nn.MaxPool2d(2, padding=2),
    "MaxPool2dc": lambda: nn.MaxPool2d(3,2,1,ceil_mode=True),
    "AvgPool1d": lambda: nn.AvgPool1d(2),
    "AvgPool2d": lambda: nn.AvgPool2d(2),
    "AvgPool3d": lambda: nn.AvgPool3d(2),
    "AvgPool3dc": lambda: nn.AvgPool3d(3,2,1,ceil_mode=True),
    "LP1": lambda: nn.LPPool1d(2,2),
    "LP2": lambda: nn.LPPool2d(2,2),
    "LP3": lambda: nn.LPPool3d(2,2),
    "AAP1": lambda: nn.AdaptiveAvgPool1d(2),
    "AAP2": lambda: nn.AdaptiveAvgPool2d(2),
    "AAP2n": lambda: nn.AdaptiveAvgPool2d((None,1)),
    "AAP3": lambda: nn.AdaptiveAvgPool3d(2),
    "AMP1": lambda: nn.AdaptiveMaxPool1d(2),
    "AMP2": lambda: nn.AdaptiveMaxPool2d(2),
    "AMP3": lambda: nn.AdaptiveMaxPool3d(2),
    "AMP3i": lambda: nn.AdaptiveMaxPool3d(2, return_indices=True),
    "FMP2": lambda: nn.FractionalMaxPool2d(2, output_ratio=0.5),
    "FMP2s": lambda: nn.FractionalMaxPool2d(2, output_size=2),
    "Flatten": lambda: nn.Flatten(),
    "Unflatten": lambda: nn.Unflatten(1,(1,2)),
    "PixelShuffle": lambda: nn.PixelShuffle(2),
    "PixelUnshuffle": lambda: nn.PixelUnshuffle(2),
    "ChannelShuffle": lambda: nn.ChannelShuffle(2),
    "Fold": lambda: nn.Fold((4,4),2),
    "Unfold": lambda: nn.Unfold(2),
    "Upsample": lambda: nn.Upsample(scale_factor=2),
    "UpsampleB": lambda: nn.Upsample(scale_factor=2,mode='bilinear'),
    "UpsampleL": lambda: nn.Upsample(size=4,mode='linear'),
    "UpB": lambda: nn.UpsamplingBilinear2d(4),
    "UpN": lambda: nn.UpsamplingNearest2d(4),
    "ZP1": lambda: nn.ZeroPad1d(1),
    "ZP2": lambda: nn.ZeroPad2d(1),
    "CP2": lambda: nn.ConstantPad2d(1, 3.),
    "RP1": lambda: nn.ReflectionPad1d(3),
    "RP2": lambda: nn.ReflectionPad2d(2),
    "RepP2": lambda: nn.ReplicationPad2d(2),
    "CircP2": lambda: nn.CircularPad2d(2),
    "RP3": lambda: nn.ReflectionPad3d(1),
    "RepP1": lambda: nn.ReplicationPad1d(1),
    "RepP3": lambda: nn.ReplicationPad3d(1),
    "CircP1": lambda: nn.CircularPad1d(1),
    "CircP3": lambda: nn.CircularPad3d(1),
    "ZPneg": lambda: nn.ZeroPad2d(-3),
    "RNN": lambda: nn.RNN(4,3),
    "LSTM": lambda: nn.LSTM(4,3),
    "GRU": lambda: nn.GRU(4,3),
    "RNNCell": lambda: nn.RNNCell(4,3),
    "LSTMCell": lambda: nn.LSTMCell(4,3),
    "GRUCell": lambda: nn.GRUCell(4,3),
    "TEL": lambda: nn.TransformerEncoderLayer(4,2,8),
    "TELb": lambda: nn.TransformerEncoderLayer(4,2,8,batch_first=True),
    "LazyLinear": lambda: nn.LazyLinear(3),
    "LazyConv2d": lambda: nn.LazyConv2d(3,2),
    "LazyBN2": lambda: nn.LazyBatchNorm2d(),
    "LazyBN1": lambda: nn.LazyBatchNorm1d(),
}
for a in ["ReLU","ReLU6","LeakyReLU","ELU","CELU","SELU","GELU","SiLU","Mish","Sigmoid","Tanh","Softplus","Softsign","Softshrink","Hardshrink","Hardtanh","Hardsigmoid","Hardswish","LogSigmoid","Tanhshrink","RReLU","PReLU","GLU","Softmax2d"]:
    mods[a] = (lambda a: lambda: getattr(nn,a)())(a)
mods["PReLU2"] = lambda: nn.PReLU(2)
mods["Softmax"] = lambda: nn.Softmax(dim=1); mods["SoftmaxN"] = lambda: nn.Softmax(); mods["LogSoftmax"] = lambda: nn.LogSoftmax(1); mods["Softmin"] = lambda: nn.Softmin(1)
mods["Threshold"] = lambda: nn.Threshold(0.1, 2); mods["Softmax5"] = lambda: nn.Softmax(5)
inputs = {
    "number": lambda: torch.tensor(1.5),
    "integers": lambda: torch.ones(2, 2, 4).long(),
    "nothing": lambda: torch.rand(2, 2, 0),
    "doubles": lambda: torch.rand(2, 4).double(),
    "None": lambda: None,
}
# What is known to differ, or says where PyTorch itself fails.
left_out = {("LazyBN1", "nothing"), ("BN1", "nothing"), ("ConvT1", "nothing"), ("ConvT2", "nothing"),
            ("AMP1", "nothing"), ("AAP3", "nothing"), ("MaxPool2dp", "nothing"), ("MaxPool3di", "None"),
            ("AlphaDropout", "integers"), ("CLRN", "integers"), ("Softmax5", "number"), ("TELb", "integers")}
for name, make in mods.items():
    for kind, given in inputs.items():
        if (name, kind) in left_out:
            continue
        torch.manual_seed(1)
        try:
            make()(given())
        except Exception as error:
            print(name, kind, type(error).__name__, str(error).split("\nException raised")[0])
