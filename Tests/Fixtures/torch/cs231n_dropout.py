import torch
torch.manual_seed(231)
x = torch.randn(500, 500) + 10
for p in [0.25, 0.4, 0.7]:
    out = torch.nn.functional.dropout(x, p=1-p, training=True)
    out_test = torch.nn.functional.dropout(x, p=1-p, training=False)
    print('Running tests with p = ', p)
    print('Mean of input: ', f"{x.mean().item():.4f}")
    print('Mean of train-time output: ', f"{out.mean().item():.4f}")
    print('Mean of test-time output: ', f"{out_test.mean().item():.4f}")
    print('Fraction of train-time output set to zero: ', (out == 0).float().mean())
    print('Fraction of test-time output set to zero: ', (out_test == 0).float().mean())
    print()
