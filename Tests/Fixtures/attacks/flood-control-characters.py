# %% exercise="mean"
def mean(x):
    raise ValueError('\x1b[2J\x00\x07 </pre><script>alert(1)</script>')
