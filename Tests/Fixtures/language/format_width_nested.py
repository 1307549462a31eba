for width in (0, 5, 10):
    for align in "<>^":
        print(f"[{'ab':{align}{width}}]", end=" ")
    print(f"[{3.14159:{width}.{2}f}]", f"[{42:0{width}d}]" if width else "", "[{:{w}}]".format("x", w=width))
table = {"loss": 0.123456, "acc": 0.98, "epoch": 3}
print(" | ".join(f"{k}={v:.3g}" for k, v in table.items()))
print(f"{'left':<10}|{'right':>10}|{'mid':^10}|", f"{'':-^20}", f"{1:>{1 + 2}}")
print(f"{10 ** 9:,}", f"{1e6:,.2f}", f"{0.000012345:.3e}", f"{255:#06x}", f"{5:03d}", f"{-5:05d}", f"{5:+}", f"{1 / 3:.2%}")
print(f"{'a' if 1 else 'b'}{1!r}{'q'!r:>5}{[1, 2]!s:>10}{(1,)}{ {'a': 1} }")
name = "x"
print(f"{name=} {name = } {name!r=}" if False else f"{name=} {name = }", f"{1 + 1=}", f"{len('abc')=:>3}", f"{3.14159=:.2f}")  ### "SyntaxError: f-string: expecting '}'"
print("{0:>{1}}|{0:<{1}}|{2:{3}{4}}".format("v", 4, "z", "*", "^5"))
