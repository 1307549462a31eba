print(0, 00, 1_000, 0xFF, 0Xff, 0o17, 0b101, 0x_ff, 1_0.0_1, 1e3, 1E-3, 1.e2, .5, 5., 1e1_0, 0.0)
print(0xdeadbeef, 0b1111_0000, 0o777, 123456789012345678901234567890, 1e400, -1e400)
print(1.0 == 1, 0x10 == 16, 1_2_3 == 123, 1if True else 2, 0xfor 1)
print(00000, 0_0, 1.5e+3, 3.14e-10, 10 .bit_length(), 1..is_integer(), 1.0.is_integer())
