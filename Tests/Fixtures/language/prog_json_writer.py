def dump(value, indent=0):
    pad = "  " * indent
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, (list, tuple)):
        if not value:
            return "[]"
        inner = ",\n".join(pad + "  " + dump(v, indent + 1) for v in value)
        return "[\n" + inner + "\n" + pad + "]"
    if isinstance(value, dict):
        inner = ",\n".join(f"{pad}  {dump(str(k))}: {dump(v, indent + 1)}" for k, v in value.items())
        return "{\n" + inner + "\n" + pad + "}"
    raise TypeError(f"cannot dump {type(value).__name__}")
print(dump({"name": "x", "list": [1, 2.5, None, True], "nested": {"a": [], "b": {"c": 'q"'}}}))
def parse(text):
    tokens = []
    word = ""
    for c in text:
        if c in "[], ":
            if word:
                tokens.append(word)
                word = ""
            if c != " " and c != ",":
                tokens.append(c)
        else:
            word += c
    if word:
        tokens.append(word)
    def value():
        t = tokens.pop(0)
        if t == "[":
            out = []
            while tokens[0] != "]":
                out.append(value())
            tokens.pop(0)
            return out
        return int(t) if t.lstrip("-").isdigit() else t
    return value()
print(parse("[1, [2, -3], abc, []]"))
try:
    dump({1, 2})
except TypeError as error:
    print(error)
