for text in ["42", " -7 ", "+3", "1_000", "0", "-0", "007"]:
    print(int(text))
for text, base in [("ff", 16), ("0xff", 16), ("0xff", 0), ("0b101", 0), ("0o17", 0), ("101", 2), ("0b11", 2), ("zz", 36), ("1_0", 2)]:
    print(int(text, base))
for text in ["", "a", "1.5", "1__0", "_1", "1_", "0x", "- 1", "٣x"]:
    try:
        int(text)
    except ValueError as error:
        print(error)
for text in ["", "a", "1..2", "1e", "e5", "1_", "--1", "0x1"]:
    try:
        float(text)
    except ValueError as error:
        print(error)
try:
    int("012", 0)
except ValueError as error:
    print(error)
try:
    int("5", 3), int("9", 9)
except ValueError as error:
    print(error)
try:
    int("1", 99)
except ValueError as error:
    print(error)
print(int("٣٤"), float("٣.٥"), int(b"12"), int(True), int(3.99), int(-3.99), int(), float(), bool(), str())
