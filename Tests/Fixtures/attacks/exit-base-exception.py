# %% exercise="mean"
class E(BaseException):
    pass
def mean(x):
    raise E('gone')
