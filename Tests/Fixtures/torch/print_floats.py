import torch
for v in ([1.0, 2.0], [1.5, 2.25], [1e-5, 1.0], [1e10, 1.0], [1e8, 2e8], [0.1, 1000.0], [0.1, 1001.0], [1e-4, 1e-3], [0.00001, 0.00002], [123456.789, 0.5], [99999.0, 1.0], [1e9, 1e9], [float("nan"), 1.0], [float("inf"), -1.0], [-0.0, 0.0], [1e-40, 1.0], [0.0, 0.0], [-1.0, -2.5], [3.14159265, -2.71828], [1e5, 1e-5], [1000000.0, 1.0], [12345678.0, 1.0], [123456789.0, 1.0], [float("inf"), float("nan")]):
    print(torch.tensor(v), torch.tensor(v, dtype=torch.float64))
for s in (1.0, 0.1, 1e-5, 1e10, 123.456, float("nan"), float("-inf"), 1 / 3, 1e100, -7.0, 100000.0, 1234567.0):
    print(torch.tensor(s), torch.tensor(s, dtype=torch.float64), torch.tensor([s]))
