# Encoders, decoders and attention with every kind of mask.
import torch
import torch.nn as nn
import torch.nn.functional as F


def numbers(*tensors):
    return [None if t is None else f"{t.detach().double().norm().item():.3f}" for t in tensors]


for options in ({}, {"bias": False}, {"add_bias_kv": True}, {"add_zero_attn": True},
                {"kdim": 6, "vdim": 5}, {"batch_first": True}, {"dropout": 0.3}):
    torch.manual_seed(0)
    attention = nn.MultiheadAttention(8, 2, **options)
    print(options, [(n, tuple(p.shape)) for n, p in attention.named_parameters()])
    first = attention.batch_first
    query = torch.randn(3, 4, 8) if first else torch.randn(4, 3, 8)
    key = torch.randn(3, 5, 8) if first else torch.randn(5, 3, attention.kdim)
    value = torch.randn(3, 5, 8) if first else torch.randn(5, 3, attention.vdim)
    hidden = torch.tensor([[0, 0, 0, 0, 1], [0, 0, 0, 1, 1], [0, 0, 0, 0, 0]]).bool()
    for masks in ({}, {"key_padding_mask": hidden}, {"attn_mask": torch.ones(4, 5).triu(2).bool()},
                  {"attn_mask": torch.randn(6, 4, 5)}, {"average_attn_weights": False},
                  {"need_weights": False}):
        out, weights = attention(query, key, value, **masks)
        print("  ", list(masks), tuple(out.shape), type(out.grad_fn).__name__, numbers(out, weights))


def run(make, *shapes, **options):
    torch.manual_seed(0)
    model = make().eval()
    xs = [torch.randn(s) for s in shapes]
    out = model(*xs, **options)
    out.abs().sum().backward()
    print(tuple(out.shape), numbers(out), numbers(*[p.grad for p in model.parameters()][-4:]))


future = nn.Transformer.generate_square_subsequent_mask(4)
print(future)
for kind in ({}, {"norm_first": True}, {"activation": "gelu"}, {"batch_first": True}, {"bias": False}):
    layer = lambda: nn.TransformerEncoderLayer(8, 2, 16, **kind)
    run(lambda: nn.TransformerEncoder(layer(), 2), (4, 4, 8), mask=future)
    run(lambda: nn.TransformerDecoder(nn.TransformerDecoderLayer(8, 2, 16, **kind), 2, nn.LayerNorm(8)),
        (4, 4, 8), (4, 4, 8), tgt_mask=future)
    run(lambda: nn.Transformer(8, 2, 1, 1, 16, **kind), (4, 4, 8), (4, 4, 8), tgt_mask=future)
torch.manual_seed(0)
model = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, batch_first=True), 1).eval()
padding = torch.tensor([[False, False, False, True], [False, True, True, True]])
with torch.no_grad():
    print(model(torch.randn(2, 4, 8), src_key_padding_mask=padding).abs().sum(-1) > 0)
torch.manual_seed(0)
model = nn.Transformer(8, 2, 1, 1, 16, dropout=0.2)
print(model)
print(list(model.state_dict())[:6], len(model.state_dict()))
print(f"{model(torch.ones(3, 2, 8), torch.ones(2, 2, 8)).abs().sum().item():.4f}")
ones = torch.ones(3, 2, 8)
for function in (
    lambda: nn.MultiheadAttention(7, 2),
    lambda: nn.MultiheadAttention(8, 2)(ones[0, 0], ones, ones),
    lambda: nn.MultiheadAttention(8, 2)(ones, ones, ones, attn_mask=torch.ones(2, 3).bool()),
    lambda: nn.MultiheadAttention(8, 2)(ones, ones, ones, attn_mask=torch.ones(3, 3).long()),
    lambda: nn.MultiheadAttention(8, 2)(ones, ones, ones, key_padding_mask=torch.ones(2, 4).bool()),
    lambda: nn.MultiheadAttention(8, 2)(ones, ones, ones, is_causal=True),
    lambda: nn.MultiheadAttention(8, 2)(ones, ones[:2], ones),
    lambda: nn.TransformerEncoderLayer(8, 2, activation="tanh"),
    lambda: model(torch.ones(3, 2, 8), torch.ones(3, 1, 8)),
    lambda: model(torch.ones(3, 2, 7), torch.ones(3, 2, 8)),
):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)
