assert True
assert 1 == 1, "never seen"
for check in (lambda: 1, lambda: 0):
    try:
        assert check(), f"failed with {check()}"
        print("held")
    except AssertionError as error:
        print("AssertionError:", error, error.args)
try:
    assert (1, 2) == (1, 3)
except AssertionError as error:
    print(repr(error))
try:
    assert None, [1, 2]
except AssertionError as error:
    print(error.args)
