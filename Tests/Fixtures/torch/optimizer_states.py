import torch
import torch.nn as nn
import torch.optim as optim

w = nn.Parameter(torch.tensor([1.0, 2.0]))
for mk in [lambda: optim.SGD([w], 0.1, momentum=0.9), lambda: optim.Adam([w], 0.1), lambda: optim.RMSprop([w], 0.1, momentum=0.5, centered=True), lambda: optim.Adagrad([w], 0.1), lambda: optim.Adadelta([w])]:
    o = mk()
    w.grad = torch.tensor([0.5, -1.0])
    o.step()
    sd = o.state_dict()
    print(sorted(sd['state'][0]), sd['param_groups'][0]['params'])
    o2 = mk()
    o2.load_state_dict(sd)
    print(all((torch.equal(torch.as_tensor(o.state[w][k]), torch.as_tensor(o2.state[w][k])) for k in o.state[w])))
