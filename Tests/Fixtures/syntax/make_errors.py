"""Rewrites the expectations in errors.txt with what the running CPython (3.11) says."""

import pathlib
import warnings

warnings.simplefilter("ignore")
path = pathlib.Path(__file__).with_name("errors.txt")
text = path.read_text(encoding="utf-8")
head, body = [], text
while body.startswith("#"):
    line, _, body = body.partition("\n")
    head.append(line)
result = "\n".join(head) + "\n"
for piece in body.split("\n----\n"):
    if not piece.strip():
        continue
    source = piece[: piece.rindex("\n### ")] + "\n"
    try:
        compile(source, "f", "exec")
        said = "ok"
    except SyntaxError as error:
        said = f"{type(error).__name__}|{error.msg}|{error.lineno}|{error.offset}"
    result += source + "### " + said + "\n----\n"
path.write_text(result, encoding="utf-8")
