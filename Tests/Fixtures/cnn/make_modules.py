"""Default initialisations and running statistics: writes modules.safetensors."""

import torch
import torch.nn as nn

from golden import save

out = {}
torch.manual_seed(0)
for name, make in {
    "linear": lambda: nn.Linear(7, 5), "conv2d": lambda: nn.Conv2d(3, 4, 3),
    "conv1d": lambda: nn.Conv1d(3, 4, 3), "conv_transpose2d": lambda: nn.ConvTranspose2d(3, 4, 2),
    "bilinear": lambda: nn.Bilinear(3, 4, 2), "embedding": lambda: nn.Embedding(6, 3, padding_idx=1),
}.items():
    for key, value in make().state_dict().items():
        out[f"{name}.{key}"] = value
out["kaiming_uniform"] = nn.init.kaiming_uniform_(torch.empty(4, 3, 3, 3), nonlinearity="relu")
out["kaiming_normal"] = nn.init.kaiming_normal_(torch.empty(4, 3, 3, 3), mode="fan_out")
out["xavier_uniform"] = nn.init.xavier_uniform_(torch.empty(4, 3, 3, 3))
out["xavier_normal"] = nn.init.xavier_normal_(torch.empty(4, 3, 3, 3), gain=2)
for name, momentum in {"momentum": 0.1, "cumulative": None}.items():
    torch.manual_seed(1)
    layer = nn.BatchNorm2d(3, momentum=momentum)
    for _ in range(3):
        layer(torch.randn(4, 3, 5, 5))
    out[f"bn/{name}/mean"], out[f"bn/{name}/var"] = layer.running_mean, layer.running_var
save("modules.safetensors", out)
