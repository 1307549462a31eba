import torch
for p in (.1,.3,.5,.9):
    torch.manual_seed(0); print(torch.empty(6).geometric_(p), torch.empty(20,dtype=torch.float64).geometric_(p), torch.empty(3,dtype=torch.long).geometric_(p), torch.rand(1))
