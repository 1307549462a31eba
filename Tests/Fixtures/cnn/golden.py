"""Writes tensors to a safetensors file: an eight-byte length, a JSON header, the bytes."""

import json
import os
import struct

import torch

NAMES = {
    torch.float32: "F32", torch.float64: "F64", torch.int64: "I64", torch.int32: "I32",
    torch.uint8: "U8", torch.bool: "BOOL",
}


def save(name, tensors, metadata=None):
    header, body, at = {}, [], 0
    if metadata:
        header["__metadata__"] = metadata
    for key, tensor in tensors.items():
        tensor = tensor.detach().contiguous()
        data = tensor.numpy().tobytes()
        header[key] = {
            "dtype": NAMES[tensor.dtype], "shape": list(tensor.shape),
            "data_offsets": [at, at + len(data)],
        }
        body.append(data)
        at += len(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(body))
    print(name, os.path.getsize(path), "bytes,", len(tensors), "tensors")
