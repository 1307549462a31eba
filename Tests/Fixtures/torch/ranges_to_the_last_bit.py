import torch,math
for dt in (torch.int64,torch.int32,torch.uint8):
    print(torch.linspace(0,10,7,dtype=dt), torch.linspace(1,100,5,dtype=dt),torch.linspace(0,9.7,9,dtype=dt))
    print(torch.arange(0,10,1.5,dtype=dt), torch.arange(0.5,5.5,dtype=dt))
print(torch.logspace(-3,2,9).tolist(), torch.logspace(0,1,5,base=2,dtype=torch.float64).tolist())
print(torch.linspace(-3,2,50,dtype=torch.float64).tolist())
print(torch.linspace(torch.tensor(0.),torch.tensor(1.),5))
print(torch.arange(5,0,-1.5),torch.arange(0,1,.1,dtype=torch.float64).tolist())
