"""Records the public names of PyTorch that CNNLab's torch is measured by, with their signatures.

    python signatures.py

writes signatures.txt: a line a name, "MODULE NAME SIGNATURE". A signature is what inspect.signature
says, without annotations; for a builtin, the first line of its documentation; "?" where there is none.
A default that is no plain value is written "…".
"""

import ast
import inspect
import pathlib
import re
import warnings

warnings.simplefilter("ignore")

import torch
import torch.nn.functional
import torch.optim.lr_scheduler
import torch.optim.swa_utils
import torch.utils.data
import torchvision.datasets
import torchvision.transforms

HELPERS = (
    "ScalingType", "SwizzleType", "assert_int_or_pair", "boolean_dispatch", "functional_datapipe",
    "handle_torch_function", "has_torch_function", "has_torch_function_unary",
    "has_torch_function_variadic",
)
PLAIN = (bool, int, float, str, tuple, type(None))


def default_text(value):
    if isinstance(value, torchvision.transforms.InterpolationMode):
        return repr(value.value)
    return repr(value) if type(value) in PLAIN else "…"


def from_parameters(parameters):
    parts, star = [], False
    for p in parameters:
        if p.kind == p.VAR_POSITIONAL:
            parts.append("*" + p.name)
            star = True
            continue
        if p.kind == p.VAR_KEYWORD:
            parts.append("**" + p.name)
            continue
        if p.kind == p.KEYWORD_ONLY and not star:
            parts.append("*")
            star = True
        default = "" if p.default is p.empty else "=" + default_text(p.default)
        parts.append(p.name + default)
    return "(" + ", ".join(parts) + ")"


def from_documentation(name, doc):
    text = " ".join(line.strip() for line in (doc or "").strip().splitlines()[:4])
    match = re.match(re.escape(name) + r"\((.*?)\)\s*->", text)
    if not match:
        return "?"
    parts = []
    for part in re.split(r",\s*(?![^()]*\))", match.group(1).replace("\\", "")):
        key, equals, value = (x.strip() for x in part.partition("="))
        if not re.fullmatch(r"\**\w+|\*", key):
            return "?"
        if equals:
            try:
                value = repr(ast.literal_eval(value))
            except Exception:
                value = "…"
        parts.append(key + ("=" + value if equals else ""))
    return "(" + ", ".join(parts) + ")"


def signature(name, value):
    twin = getattr(torch.nn.functional, name + "_with_indices", None)
    if twin is not None:
        value = twin
    try:
        if isinstance(value, type):
            parameters = list(inspect.signature(value.__init__).parameters.values())[1:]
        else:
            parameters = list(inspect.signature(value).parameters.values())
    except (TypeError, ValueError):
        return from_documentation(name, value.__doc__)
    return from_parameters(parameters)


def names(module):
    """The public names that the module or one of its parts defines."""
    package = module.__name__
    for name in dir(module):
        value = getattr(module, name)
        home = getattr(value, "__module__", None) or package
        if name.startswith("_") or not callable(value):
            continue
        if home.split(".")[0] not in ("torch", "torchvision"):
            continue
        if name in HELPERS:
            continue
        if name in ("Tensor", "Callable", "ParamSpec", "Literal") and package != "torch":
            continue
        yield name, value


modules = [
    torch.nn,
    torch.nn.functional,
    torch.nn.init,
    torch.nn.utils,
    torch.optim,
    torch.optim.lr_scheduler,
    torch.optim.swa_utils,
    torch.utils.data,
    torchvision.transforms,
    torchvision.datasets,
]
lines = []
for module in modules:
    for name, value in names(module):
        lines.append(f"{module.__name__} {name} {signature(name, value)}")
for name in sorted(torch.__all__):
    value = getattr(torch, name)
    if not name.startswith("_") and callable(value) and not isinstance(value, type):
        lines.append(f"torch {name} ?")
for name in dir(torch.Tensor):
    if not name.startswith("_"):
        lines.append(f"torch.Tensor {name} ?")
for name, value in vars(torch.nn.Module).items():
    if not name.startswith("_") and callable(value):
        parameters = list(inspect.signature(value).parameters.values())[1:]
        lines.append(f"torch.nn.Module {name} {from_parameters(parameters)}")
path = pathlib.Path(__file__).with_name("signatures.txt")
path.write_text("\n".join(lines) + "\n")
print(len(lines), "names")
