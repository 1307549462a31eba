print((10).bit_length(), (-255).bit_length(), (1023).bit_count(), (5).conjugate(), (7).as_integer_ratio())
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True), (255).to_bytes())
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff\xff", "big", signed=True), int.from_bytes([1, 2], "little"))
print((5).numerator, (5).denominator, (5).real, (5).imag, (5).__add__(3), (5).__neg__(), (5).__abs__(), (5).__bool__())
print(int("7"), int(7.9), int(True), int("-0b11", 2), int("1e", 16), int.__doc__ is not None)
for f in (lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: int("1.5"), lambda: int(None), lambda: int("ff"), lambda: (1).to_bytes(1, "middle")):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
