"""Writes Sources/TorchModules/Arguments/signatures.txt: what PyTorch's own argument parser accepts.

The overloads of each function are read from the text of libtorch_python, their order from the message of a
wrong call. Run with PyTorch installed: python signatures.py > signatures.txt
"""
import os
import re
import subprocess
from collections import defaultdict

import torch
import torch.nn.functional as F

class Wrong:
    pass


def overloads_by_name():
    library = os.path.join(os.path.dirname(torch.__file__), "lib", "libtorch_python.so")
    text = open(library, "rb").read()
    found = defaultdict(list)
    for match in re.finditer(rb"([a-z_0-9]+)\([A-Za-z0-9_?<>:\[\]{}*=., '\"+-]*\)(\|deprecated)?(?=\0)", text):
        line = match.group(0).decode()
        name = line.split("(")[0]
        # A function and the method of the same name may share the end of a string.
        if line not in found[name]:
            found[name].append(line)
    return found


TYPES = {
    "Tensor": "Tensor", "Scalar": "Number", "int64_t": "int", "SymInt": "int", "double": "float",
    "complex": "complex", "TensorList": "tuple of Tensors", "IntArrayRef": "tuple of ints",
    "c10::List<::std::optional<Tensor>>": "tuple of Tensors", "c10::List<c10::optional<Tensor>>": "tuple of Tensors",
    "SymIntArrayRef": "tuple of ints", "ArrayRef<double>": "tuple of floats",
    "Generator": "torch.Generator", "bool": "bool", "Storage": "torch.Storage", "PyObject*": "object",
    "ScalarType": "torch.dtype", "Layout": "torch.layout", "MemoryFormat": "torch.memory_format",
    "Device": "torch.device", "std::string": "str", "c10::string_view": "str", "std::string_view": "str", "Dimname": "name",
    "DimnameList": "tuple of names", "ScalarList": "tuple of Scalars", "QScheme": "torch.qscheme",
    "Stream": "Stream",
}


def shown(signature):
    """As messages show it."""
    inside = signature[signature.index("(") + 1 : signature.rindex(")")]
    parts = []
    for part in inside.split(", ") if inside else []:
        if part == "*":
            parts.append("*")
            continue
        kind, name = part.split(" ", 1)
        kind = re.sub(r"\[\d*\]", "", kind.replace("?", ""))
        parts.append(TYPES[kind] + " " + name.replace("=", " = "))
    return "(" + ", ".join(parts) + ")"


def message(function):
    try:
        function(*[Wrong()] * 20, nope=Wrong())
    except TypeError as error:
        return str(error)
    except Exception as error:
        return type(error).__name__
    return ""


# What the library's text does not tell apart.
BY_HAND = {
    "torch.transpose": ["(Tensor input, int64_t dim0, int64_t dim1)"],
    "Tensor.transpose": ["(int64_t dim0, int64_t dim1)"],
    "torch.t": ["(Tensor input)"],
    "torch.median": [
        "(Tensor input)",
        "(Tensor input, int64_t dim, bool keepdim=False, *, TensorList[2] out=None)",
    ],
    "Tensor.median": ["()", "(int64_t dim, bool keepdim=False)"],
    "torch.det": ["(Tensor input)"],
    "torch.as_tensor": ["(PyObject* data, ScalarType dtype=None, Device? device=None)"],
    "torch.from_numpy": [],
    "torch.tensor": ["(PyObject* data, *, ScalarType dtype=None, Device? device=None, bool pin_memory=False, bool requires_grad=False)"],
    "torch.dropout": ["(Tensor input, double p, bool train)"],
    "torch.zeros": ["(SymIntArrayRef size, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False, bool? requires_grad=False)"],
    "Tensor.copy_": ["(Tensor other, bool non_blocking=False)"],
    "Tensor.type": ["(PyObject* dtype=None, bool non_blocking=False, *, MemoryFormat? memory_format=None)"],
    "Tensor.mm": ["(Tensor mat2)"],
    "Tensor.mul": ["(Tensor other)"],
    "Tensor.equal": ["(Tensor other)"],
    "Tensor.new_empty": ["(SymIntArrayRef size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False, bool? requires_grad=False)"],
    "Tensor.new_zeros": ["(SymIntArrayRef size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False, bool? requires_grad=False)"],
    "Tensor.new_ones": ["(SymIntArrayRef size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False, bool? requires_grad=False)"],
    "Tensor.new_full": ["(SymIntArrayRef size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False, bool? requires_grad=False)"],
}


def main():
    import sys
    found = overloads_by_name()
    scopes = [
        ("torch", torch, lambda s: "(Tensor input" in s or "(Tensor" not in s or True),
        ("Tensor", torch.ones(2, 2), None),
        ("F", F, None),
    ]
    problems = []
    for scope, owner, _ in scopes:
        for name in sorted(dir(owner)):
            if name.startswith("__") or name in ("data", "grad"):
                continue
            if scope + "." + name not in WANTED:
                continue
            try:
                function = getattr(owner, name)
            except Exception:
                continue
            if not callable(function):
                continue
            own = getattr(function, "__name__", name)
            if hasattr(function, "__code__"):
                continue  # Written in Python: binding errors are Python's.
            text = message(function)
            if "takes no keyword arguments" in text:
                print(scope, name, "-")
                continue
            candidates = list(found.get(own, []))
            # The linker keeps one copy of strings that end alike: sin_(…) is the end of asin_(…).
            for other, lines in found.items():
                if other != own and other.endswith(own):
                    candidates += [own + line[len(other):] for line in lines if own + line[len(other):] not in candidates]
            key = scope + "." + name
            if key in BY_HAND:
                for row in BY_HAND[key]:
                    print(scope, name, row)
                continue
            if "expected one of" in text:
                order = [line[3:] for line in text.split("\n") if line.startswith(" * ")]
                rows = []
                for line in order:
                    match = [c for c in candidates if shown(c) == line and "|" not in c]
                    if not match:
                        problems.append((scope, name, line))
                    else:
                        rows.append(match[0])
            else:
                visible = [c for c in candidates if "|" not in c]
                if scope == "Tensor":
                    visible = [c for c in visible if "input" not in c and "out=" not in c]
                elif len(visible) > 1:
                    best = [c for c in visible if "(Tensor input" in c or "(Tensor self" in c or "(TensorList" in c]
                    visible = best or visible
                own_rows = [c for c in visible if c in found.get(own, [])]
                if "got unrecognized" in text:
                    visible = own_rows
                counts = re.search(r"takes (?:from (\d+) to )?(\d+) positional", text)
                if counts:
                    def places(row):
                        inside = row[row.index("(") + 1 : -1].split("*")[0].strip(", ")
                        return inside.count(", ") + 1 if inside else 0
                    fits = [c for c in own_rows if places(c) == int(counts.group(2))]
                    fits = fits or [c for c in visible if places(c) == int(counts.group(2))]
                    if scope == "torch" and any("(Tensor input" in c for c in fits):
                        fits = [c for c in fits if "(Tensor input" in c]
                    visible = fits[:1] if len(fits) > 1 and all(c not in own_rows for c in fits) and len(set(fits)) == 1 else fits
                if len(visible) != 1:
                    problems.append((scope, name, text[:80], visible))
                    continue
                rows = visible
                counts = re.search(r"takes (?:from (\d+) to )?(\d+) positional", text)
                if counts:
                    inside = rows[0].split(", *")[0]
                    n = 0 if "(*" in inside or "()" in rows[0] else inside.count(", ") + 1
                    if n != int(counts.group(2)):
                        problems.append((scope, name, "count", text[:80], rows))
            hidden = [c for c in found.get(own, []) if "|" in c]
            hidden = [c for c in hidden if ("input" in c) == (scope != "Tensor")]
            for row in rows + hidden:
                print(scope, own if scope == "F" else name, row[row.index("("):])
    for p in problems:
        print(p, file=sys.stderr)


if __name__ == "__main__":
    # Functions and methods that are asked about are those of the table beside the sources.
    table = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../..",
                         "Sources/TorchModules/Arguments/signatures.txt")
    WANTED = {".".join(line.split(" ")[:2]) for line in open(table)}
    main()
