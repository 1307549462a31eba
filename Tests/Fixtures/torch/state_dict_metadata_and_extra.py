import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Extra(nn.Module):

    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(1, 1)
        self.count = 3

    def get_extra_state(self):
        return {'count': self.count}

    def set_extra_state(self, state):
        self.count = state['count']
m = Extra()
sd = m.state_dict()
print(sd.keys(), sd['_extra_state'])
print(sd._metadata)
n = Extra()
n.count = 9
print(n.load_state_dict(sd), n.count)
attempt(n.load_state_dict, nn.Linear(1, 1).state_dict())
