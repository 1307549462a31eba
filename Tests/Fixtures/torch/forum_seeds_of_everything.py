import torch, random
def set_seed(s):
    random.seed(s); torch.manual_seed(s)
    if torch.cuda.is_available(): torch.cuda.manual_seed_all(s)
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False
for s in (0, 42, 2**31, 123456789012):
    set_seed(s)
    print(torch.rand(3), torch.randn(2), torch.randint(0, 100, (4,)), torch.randperm(6), random.random())
    print(torch.initial_seed())
g = torch.Generator().manual_seed(7); print(torch.rand(2, generator=g), torch.randn(17, generator=g), g.initial_seed())
st = torch.get_rng_state(); a = torch.rand(2); torch.set_rng_state(st); print(torch.equal(a, torch.rand(2)))
with torch.random.fork_rng(): torch.manual_seed(1); print(torch.rand(1))
print(torch.rand(1)); print(torch.manual_seed(0) is torch.default_generator)
print(torch.bernoulli(torch.full((10,), .3)), torch.multinomial(torch.tensor([.1, .2, .7]), 8, replacement=True), torch.multinomial(torch.rand(6), 3), torch.normal(torch.arange(3.), torch.tensor(.1)), torch.normal(2., 3., (2, 2)), torch.empty(3).exponential_(), torch.empty(3).uniform_(-1, 1), torch.empty(3).normal_(1, 2), torch.empty(4).bernoulli_(.5), torch.empty(3).log_normal_(), torch.empty(3).geometric_(.3), torch.randint(3, 7, (5,)), torch.empty(4, dtype=torch.long).random_(0, 10), torch.randn(3, dtype=torch.float64), torch.rand_like(torch.zeros(2, 2)), torch.randn_like(torch.zeros(2)), torch.randint_like(torch.zeros(3), 9))
