name, n, x = "Ann", 42, 3.14159
print(f"{name} is {n}", f"{n + 1}", f"{{literal}}", f"{name!r} {name!s}")
print(f"{x:.2f} {x:10.3f}| {n:05d} {n:<6}| {n:>6} {n:^6}| {n:+}")
print(f"{n=} {x = :.2f} {name=!r} {n + 1=}")
width, places = 10, 3
print(f"{x:{width}.{places}f}|{name:>{width}}|{name:{'*'}^{width}}")
print(f"{'nested ' + f'{n}'} {[i for i in range(3)]} {(lambda v: v * 2)(4)}")
print(f"{1_000_000:,} {0.256:.1%} {255:#x} {255:08b} {1e10:g} {12345.6789:e}")
print(f"a" "b" f"{n}" 'c')
print(f"""multi
{n}
line""")
print(f"{ {'k': 1}['k'] } {n!r:>5} {name[0]} {name.upper()}")
print(rf"\n{n}", f"\t{n}\n", f"{'a' if n else 'b'}", f"{n,}", f"{n:{'>' + '5'}}")
print(f"{None} {True} {[1, 'a']} {3.0} {1e100}")
print(f'{"x" * 3:-^9}', f"{'é':*<3}", f"{n:c}", f"{-0.0:z.1f}")
d = {"a": [1, 2]}
print(f"{d['a'][1]} {len(d)}", f"{x!r:.4}", f"{'%' }")
