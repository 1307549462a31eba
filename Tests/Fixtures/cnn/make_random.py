"""Golden values of PyTorch's CPU generator: run with PyTorch installed to make random.safetensors anew."""

import torch

from golden import save

out = {}


def case(name, make, seed=0):
    torch.manual_seed(seed)
    out[name] = make()
    # What comes next shows that the case drew as many words as it should.
    out[name + "/next"] = torch.rand(2)


for n in (1, 2, 3, 15, 16, 17, 31, 32, 100, 1000):
    case(f"randn/{n}", lambda: torch.randn(n))
    case(f"randn64/{n}", lambda: torch.randn(n, dtype=torch.float64))
for n in (1, 5, 700):
    case(f"rand/{n}", lambda: torch.rand(n))
    case(f"rand64/{n}", lambda: torch.rand(n, dtype=torch.float64))
case("rand/seed", lambda: torch.rand(4), seed=1234567890123)
case("normal", lambda: torch.empty(5, 7).normal_(2.0, 0.5))
case("normal/transposed", lambda: torch.empty(7, 5).t().normal_(2.0, 0.5).clone())
case("normal/gaps", lambda: torch.empty(6, 8)[:, ::2].normal_().clone())
case("normal/tensors", lambda: torch.normal(torch.arange(20.0), torch.linspace(0, 2, 20)))
case("uniform", lambda: torch.empty(5, 7).uniform_(-3, 4))
case("uniform/transposed", lambda: torch.empty(7, 5).t().uniform_().clone())
case("uniform/gaps", lambda: torch.empty(6, 8)[:, ::2].uniform_().clone())
case("uniform64", lambda: torch.empty(5, 7, dtype=torch.float64).uniform_(-3, 4))
for high in (2, 10, 2**27, 2**28, 2**31, 2**33, 2**62):
    case(f"randint/{high}", lambda: torch.randint(0, high, (20,)))
case("randint/negative", lambda: torch.randint(-5, 6, (3, 4)))
case("randint/float", lambda: torch.randint(0, 100, (6,), dtype=torch.float32))
case("randint/uint8", lambda: torch.randint(0, 256, (6,), dtype=torch.uint8))
for n in (0, 1, 2, 10, 1000):
    case(f"randperm/{n}", lambda: torch.randperm(n))
for p in (0.0, 0.25, 0.5, 0.9, 1.0):
    case(f"bernoulli_/{p}", lambda: torch.empty(50).bernoulli_(p))
case("bernoulli_/int", lambda: torch.empty(50, dtype=torch.int64).bernoulli_(0.5))
case("bernoulli/tensor", lambda: torch.bernoulli(torch.linspace(0, 1, 50)))
case("bernoulli/tensor64", lambda: torch.bernoulli(torch.linspace(0, 1, 50, dtype=torch.float64)))
case("bernoulli_/tensor", lambda: torch.empty(50).bernoulli_(torch.linspace(0, 1, 50)))
case("exponential", lambda: torch.empty(20).exponential_(1.5))
case("exponential64", lambda: torch.empty(20, dtype=torch.float64).exponential_(1.5))
weights = torch.tensor([[0.1, 3, 0, 2, 1], [5, 1, 1, 0.5, 0]])
case("multinomial/one", lambda: torch.multinomial(weights[0], 1))
case("multinomial/three", lambda: torch.multinomial(weights, 3))
case("multinomial/replacement", lambda: torch.multinomial(weights, 8, replacement=True))
case("multinomial/64", lambda: torch.multinomial(weights.double(), 8, replacement=True))
case("random_/int64", lambda: torch.empty(5, dtype=torch.int64).random_())
case("random_/int32", lambda: torch.empty(5, dtype=torch.int32).random_())
case("random_/uint8", lambda: torch.empty(5, dtype=torch.uint8).random_())
case("random_/bool", lambda: torch.empty(5, dtype=torch.bool).random_())
case("random_/float32", lambda: torch.empty(5).random_())
case("random_/float64", lambda: torch.empty(5, dtype=torch.float64).random_())
case("dropout", lambda: torch.nn.functional.dropout(torch.ones(4, 25), 0.3))
case("dropout/half", lambda: torch.nn.functional.dropout(torch.ones(4, 25)))
case("dropout/transposed", lambda: torch.nn.functional.dropout(torch.ones(25, 4).t(), 0.3).contiguous())
case("dropout2d", lambda: torch.nn.functional.dropout2d(torch.ones(4, 10, 2, 2), 0.3))
case("dropout1d", lambda: torch.nn.functional.dropout1d(torch.ones(4, 10, 2), 0.3))
case("alpha_dropout", lambda: torch.nn.functional.alpha_dropout(torch.linspace(-1, 1, 40), 0.3, True))

# The state: three odd draws, so that a spare normal value is kept.
torch.manual_seed(42)
torch.rand(1000)
torch.randn(3)
out["state"] = torch.get_rng_state()
out["state/next"] = torch.randn(3)

save("random.safetensors", out)
