# Fifteen networks, four optimizers and three schedules: losses of twenty steps.
import torch
import torch.nn as nn
import torch.nn.functional as F

nets={
"mlp":lambda: nn.Sequential(nn.Flatten(),nn.Linear(64,32),nn.ReLU(),nn.Dropout(.3),nn.Linear(32,5)),
"cnn":lambda: nn.Sequential(nn.Conv2d(1,4,3,padding=1),nn.BatchNorm2d(4),nn.ReLU(),nn.MaxPool2d(2),nn.Flatten(),nn.Dropout(.5),nn.Linear(64,5)),
"gn":lambda: nn.Sequential(nn.Conv2d(1,4,3),nn.GroupNorm(2,4),nn.GELU(),nn.AdaptiveAvgPool2d(1),nn.Flatten(),nn.Linear(4,5)),
"ln":lambda: nn.Sequential(nn.Flatten(),nn.Linear(64,16),nn.LayerNorm(16),nn.SiLU(),nn.Linear(16,5)),
"in":lambda: nn.Sequential(nn.Conv2d(1,4,3),nn.InstanceNorm2d(4,affine=True),nn.LeakyReLU(),nn.AvgPool2d(2),nn.Flatten(),nn.Linear(36,5)),
"dw":lambda: nn.Sequential(nn.Conv2d(1,6,3),nn.Conv2d(6,6,3,groups=6),nn.BatchNorm2d(6,momentum=None),nn.Hardswish(),nn.Dropout2d(.2),nn.Flatten(),nn.Linear(96,5)),
"selu":lambda: nn.Sequential(nn.Flatten(),nn.Linear(64,32),nn.SELU(),nn.AlphaDropout(.1),nn.Linear(32,5)),
"prelu":lambda: nn.Sequential(nn.Conv2d(1,4,3,stride=2),nn.PReLU(4),nn.Flatten(),nn.Linear(36,5)),
"lrn":lambda: nn.Sequential(nn.Conv2d(1,6,3),nn.ReLU(),nn.LocalResponseNorm(3),nn.MaxPool2d(3,2),nn.Flatten(),nn.Linear(24,5)),
"dil":lambda: nn.Sequential(nn.Conv2d(1,4,3,dilation=2,padding='same',padding_mode='reflect'),nn.ELU(),nn.Flatten(),nn.Linear(256,5)),
"sn":lambda: nn.Sequential(nn.utils.parametrizations.spectral_norm(nn.Conv2d(1,4,3)),nn.ReLU(),nn.Flatten(),nn.utils.parametrizations.weight_norm(nn.Linear(144,5))),
"rms":lambda: nn.Sequential(nn.Flatten(),nn.Linear(64,16),nn.RMSNorm(16),nn.Tanh(),nn.Linear(16,5)),
"mpool":lambda: nn.Sequential(nn.Conv2d(1,4,3),nn.ReLU6(),nn.FractionalMaxPool2d(2,output_ratio=.6),nn.Flatten(),nn.LazyLinear(5)),
"convt":lambda: nn.Sequential(nn.Conv2d(1,4,3,2),nn.ReLU(),nn.ConvTranspose2d(4,2,3,2),nn.BatchNorm2d(2),nn.Mish(),nn.AdaptiveMaxPool2d(3),nn.Flatten(),nn.Linear(18,5)),
"d1":lambda: nn.Sequential(nn.Flatten(2),nn.Conv1d(1,4,5,2),nn.BatchNorm1d(4),nn.ReLU(),nn.Dropout1d(.2),nn.MaxPool1d(2),nn.Flatten(),nn.Linear(60,5)),
}
opts=[lambda p: torch.optim.SGD(p,lr=.1,momentum=.9,weight_decay=1e-3),lambda p: torch.optim.Adam(p,lr=.01),lambda p: torch.optim.AdamW(p,lr=.01),lambda p: torch.optim.RMSprop(p,lr=.003)]
for k,(name,mk) in enumerate(nets.items()):
    torch.manual_seed(k)
    try:
        m=mk(); X=torch.randn(24,1,8,8); Y=torch.randint(0,5,(24,)); m(X)
        o=opts[k%4](m.parameters()); s=[torch.optim.lr_scheduler.StepLR(o,5,.5),torch.optim.lr_scheduler.CosineAnnealingLR(o,20),torch.optim.lr_scheduler.OneCycleLR(o,.05,20)][k%3]; ls=[]
        crit=nn.CrossEntropyLoss(label_smoothing=.1 if k%2 else 0.)
        for i in range(20):
            o.zero_grad(); l=crit(m(X),Y); l.backward(); nn.utils.clip_grad_norm_(m.parameters(),1.); o.step(); s.step(); ls.append(round(l.item(), 3))
        m.eval(); print(name,"->",ls,s.get_last_lr()[0])
    except Exception as e: print(name, type(e).__name__, e)
