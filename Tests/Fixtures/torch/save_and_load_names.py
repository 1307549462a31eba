import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


torch.manual_seed(0)
m = nn.Linear(2, 1)
torch.save(m.state_dict(), '/tmp/cnnlab_fixture.pt')
n = nn.Linear(2, 1)
n.load_state_dict(torch.load('/tmp/cnnlab_fixture.pt', weights_only=True))
print(torch.equal(m.weight, n.weight))
m.weight.data.zero_()
print(torch.load('/tmp/cnnlab_fixture.pt')['weight'])
torch.save({'epoch': 3, 'loss': 0.5}, '/tmp/cnnlab_fixture.pt')
print(torch.load('/tmp/cnnlab_fixture.pt'))
attempt(torch.load, 'no_such_file.pt')
