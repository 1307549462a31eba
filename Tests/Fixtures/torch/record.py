"""Records what PyTorch prints for every fixture program of this folder.

    python record.py            all programs
    python record.py NAME ...   only these

NAME.py is run by the Python that runs this script (PyTorch and torchvision installed), two threads,
and its standard output is written to NAME.out. A program must end without an error.
"""

import pathlib
import subprocess
import sys

folder = pathlib.Path(__file__).parent
names = sys.argv[1:] or sorted(p.stem for p in folder.glob("*.py") if p.stem not in ("record", "signatures"))
server = """
import io, sys, contextlib, traceback, warnings, torch, os
warnings.simplefilter("ignore")
import torch.nn, torch.optim, torch.utils.data
def run(path):
    source = open(path).read()
    pid = os.fork()
    if pid:
        return os.waitpid(pid, 0)[1] == 0
    torch.set_num_threads(2)
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(source, path, "exec"), {"__name__": "__main__"})
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    open(path[:-3] + ".out", "w").write(out.getvalue())
    os._exit(0)
bad = [p for p in sys.argv[1:] if not run(p)]
print("recorded", len(sys.argv) - 1 - len(bad), "failed", bad)
sys.exit(1 if bad else 0)
"""
paths = [str(folder / (name + ".py")) for name in names]
sys.exit(subprocess.call([sys.executable, "-c", server, *paths]))
