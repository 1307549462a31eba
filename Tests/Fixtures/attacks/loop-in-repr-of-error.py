# %% exercise="mean"
class E(Exception):
    def __repr__(self):
        while True:
            pass
    __str__ = __repr__
raise E()
