print(0 or "a", 1 or "a", 0 and "a", 1 and "a", None or 0 or [])
print(not 0, not [], not [0], not "", not "0", not 0.0, not {}, not None)
print(1 and 2 or 3, 0 and 2 or 3, 1 or 2 and 0)
print("yes" if 1 else "no", "yes" if "" else "no")
print(1 if 0 else 2 if 0 else 3)
print(bool([]), bool([[]]), bool(0.0), bool("False"), bool(range(0)), bool(range(1)))

class Never:
    def __bool__(self):
        return False

class Empty:
    def __len__(self):
        return 0

print(bool(Never()), bool(Empty()), Never() or "x", not Empty())
