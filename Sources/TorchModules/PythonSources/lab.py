"""lab: what the course needs beside PyTorch, in one file.

CNNLab has it built in. With PyTorch, put this file beside your script; `load` then looks for the
datasets' folders in $CNNLAB_HOME/datasets, beside this file's folder, and in
~/.local/share/cnnlab/datasets.
"""

import copy
import math
from collections import namedtuple

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

try:
    from _cnnlab import load_images as _load_images
except ImportError:

    def _load_images(name, split):
        """Images (N, H, W) and labels (N) as bytes, from gzipped or plain IDX files."""
        import gzip
        import os

        here = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
        homes = [os.environ.get("CNNLAB_HOME"), here, os.path.dirname(os.path.dirname(here))]
        folders = [os.path.join(home, "datasets", name) for home in homes if home]
        folders.append(os.path.expanduser("~/.local/share/cnnlab/datasets/" + name))
        prefix = "train" if split == "train" else "t10k"

        def read(part):
            for folder in folders:
                path = os.path.join(folder, prefix + part)
                for opener, full in [(gzip.open, path + ".gz"), (open, path)]:
                    if os.path.exists(full):
                        with opener(full, "rb") as file:
                            content = bytearray(file.read())
                        rank = content[3]
                        shape = [
                            int.from_bytes(content[4 + 4 * i : 8 + 4 * i], "big")
                            for i in range(rank)
                        ]
                        flat = torch.frombuffer(content, dtype=torch.uint8, offset=4 + 4 * rank)
                        return flat.reshape(shape)
            raise ValueError(f"no dataset {name!r} in {', '.join(folders)}")

        return read("-images-idx3-ubyte"), read("-labels-idx1-ubyte").long()


try:
    from _cnnlab import progress as _progress
except ImportError:

    def _progress(label, done, total, figures):
        pass


# ---------------------------------------------------------------------------------------------
# Data


def load(name, train=None, test=None, label_noise=0.0, seed=0):
    """A dataset as two TensorDatasets: (train, test).

    Images are float32 (N, 1, H, W) between 0 and 1, labels int64 (N). `train` and `test` say how
    many examples to take (all, when None), drawn with `seed`; `label_noise` is the share of the
    training labels that are replaced by a wrong one.
    """
    if not 0.0 <= label_noise <= 1.0:
        raise ValueError(f"label_noise must be between 0 and 1, but it is {label_noise}")
    generator = torch.Generator()
    generator.manual_seed(seed)
    parts = []
    for split, count in [("train", train), ("test", test)]:
        pixels, labels = _load_images(name, split)
        if count is not None:
            if not 1 <= count <= len(labels):
                raise ValueError(f"{split} must be 1 to {len(labels)} for {name}, but it is {count}")
            chosen = torch.randperm(len(labels), generator=generator)[:count]
            pixels, labels = pixels[chosen], labels[chosen]
        labels = labels.clone()
        if split == "train" and label_noise > 0:
            classes = int(labels.max().item()) + 1
            wrong = torch.randperm(len(labels), generator=generator)
            wrong = wrong[: round(label_noise * len(labels))]
            shift = torch.randint(1, classes, (len(wrong),), generator=generator)
            labels[wrong] = (labels[wrong] + shift) % classes
        images = pixels.unsqueeze(1).to(torch.float32) / 255
        parts.append(TensorDataset(images, labels))
    return parts[0], parts[1]


# ---------------------------------------------------------------------------------------------
# Training

Evaluation = namedtuple("Evaluation", ["loss", "accuracy"])


def evaluate(model, data, batch_size=500):
    """Mean cross-entropy and accuracy of a model on a dataset, in eval mode."""
    was_training = model.training
    model.eval()
    total, correct, count = 0.0, 0, 0
    with torch.no_grad():
        for x, y in DataLoader(data, batch_size=batch_size):
            logits = model(x)
            total += F.cross_entropy(logits, y, reduction="sum").item()
            correct += (logits.argmax(dim=1) == y).sum().item()
            count += len(y)
    model.train(was_training)
    return Evaluation(total / count, correct / count)


class History:
    """What `fit` saw: a number an epoch in each list."""

    def __init__(self):
        self.loss = []
        self.validation_loss = []
        self.validation_accuracy = []
        self.best_epoch = None
        self.stopped_early = False

    @property
    def epochs(self):
        return len(self.loss)

    def __repr__(self):
        text = f"History({self.epochs} epochs"
        if self.loss:
            text += f", loss {self.loss[-1]:.4f}"
        if self.validation_loss:
            text += f", validation loss {self.validation_loss[-1]:.4f}"
            text += f", best after epoch {self.best_epoch}"
        if self.stopped_early:
            text += ", stopped early"
        return text + ")"


def fit(model, train, validation=None, epochs=5, optimizer=None, lr=1e-3, batch_size=64,
        loss=F.cross_entropy, patience=None, restore_best=True, seed=None, quiet=False):
    """Trains a model and returns a History.

    With `validation`, each epoch is judged on it; with `patience`, training stops once the
    validation loss has not fallen for so many epochs, and the best weights are put back (unless
    `restore_best` is False). `seed` makes shuffling and dropout repeatable. Without `optimizer`,
    Adam with `lr` is used.
    """
    if patience is not None and validation is None:
        raise ValueError("patience needs validation data to watch")
    if epochs < 1:
        raise ValueError(f"epochs must be at least 1, but it is {epochs}")
    if seed is not None:
        torch.manual_seed(seed)
    if optimizer is None:
        optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    loader = DataLoader(train, batch_size=batch_size, shuffle=True)
    history = History()
    best, best_state = math.inf, None
    for epoch in range(1, epochs + 1):
        model.train()
        total, count = 0.0, 0
        for batch, (x, y) in enumerate(loader):
            optimizer.zero_grad()
            value = loss(model(x), y)
            value.backward()
            optimizer.step()
            total += value.item() * len(x)
            count += len(x)
            if not quiet:
                _progress(f"epoch {epoch}/{epochs}", batch + 1, len(loader), {"loss": total / count})
        history.loss.append(total / count)
        line = f"epoch {epoch}/{epochs}: loss {total / count:.4f}"
        if validation is not None:
            judged = evaluate(model, validation)
            history.validation_loss.append(judged.loss)
            history.validation_accuracy.append(judged.accuracy)
            line += f", validation loss {judged.loss:.4f}, accuracy {100 * judged.accuracy:.1f} %"
            if judged.loss < best:
                best, history.best_epoch = judged.loss, epoch
                if patience is not None and restore_best:
                    best_state = copy.deepcopy(model.state_dict())
        if not quiet:
            print(line)
        if patience is not None and epoch - history.best_epoch >= patience:
            history.stopped_early = epoch < epochs
            break
    if best_state is not None:
        model.load_state_dict(best_state)
        if not quiet:
            print(f"best weights: after epoch {history.best_epoch}")
    return history


# ---------------------------------------------------------------------------------------------
# Experiments

# The 97.5 % point of Student's t for 1 to 30 degrees of freedom.
_STUDENT = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
]


def interval(values):
    """Mean and half the width of its 95 % confidence interval (Student's t)."""
    n = len(values)
    mean = sum(values) / n
    if n < 2:
        return mean, math.nan
    variance = sum((v - mean) ** 2 for v in values) / (n - 1)
    t = _STUDENT[n - 2] if n - 2 < len(_STUDENT) else 1.96
    return mean, t * math.sqrt(variance / n)


class Comparison:
    """What `compare` measured: for each arm, a number a seed in each measure."""

    measures = ["train_loss", "train_accuracy", "test_loss", "test_accuracy"]

    def __init__(self, seeds):
        self.seeds = list(seeds)
        self.results = {}

    def values(self, arm, measure="test_accuracy"):
        return [getattr(result, measure) for result in self.results[arm]]

    def interval(self, arm, measure="test_accuracy"):
        return interval(self.values(arm, measure))

    def difference(self, first, second, measure="test_accuracy"):
        """Mean of first minus second, seed by seed, and half its 95 % interval."""
        pairs = zip(self.values(first, measure), self.values(second, measure))
        return interval([a - b for a, b in pairs])

    def __str__(self):
        titles = ["train loss", "train accuracy", "test loss", "test accuracy"]
        width = max([len(name) for name in self.results] + [4])
        lines = [" " * width + "".join(f"  {title:>17}" for title in titles)]
        for name in self.results:
            line = f"{name:<{width}}"
            for measure in self.measures:
                mean, half = self.interval(name, measure)
                line += f"  {f'{mean:.4f} ± {half:.4f}':>17}"
            lines.append(line)
        lines.append(f"mean ± half the 95 % interval over {len(self.seeds)} seeds")
        return "\n".join(lines)

    __repr__ = __str__


_Result = namedtuple("_Result", Comparison.measures)


def compare(arms, train, test, seeds=range(5), epochs=5, quiet=False, **options):
    """Trains each arm with each seed and returns a Comparison.

    `arms` maps a name to a function that makes a model. A seed is set before the model is made, so
    that arms of the same shape begin with the same weights. `options` go to `fit`.
    """
    comparison = Comparison(seeds)
    total, done = len(arms) * len(comparison.seeds), 0
    for name, make in arms.items():
        results = []
        for seed in comparison.seeds:
            torch.manual_seed(seed)
            model = make()
            fit(model, train, epochs=epochs, quiet=True, **options)
            seen, unseen = evaluate(model, train), evaluate(model, test)
            results.append(_Result(seen.loss, seen.accuracy, unseen.loss, unseen.accuracy))
            done += 1
            if not quiet:
                _progress(name, done, total, {"test accuracy": unseen.accuracy})
        comparison.results[name] = results
    return comparison


# ---------------------------------------------------------------------------------------------
# Looking inside


def _leaves(model):
    found = [(name, m) for name, m in model.named_modules() if not list(m.children())]
    return [(name or type(m).__name__, m) for name, m in found]


def activations(model, x):
    """What each layer gives for the input, in the order of the forward pass: name → tensor."""
    outputs = {}

    def keep(name):
        def hook(module, inputs, output):
            outputs[name] = output.detach()

        return hook

    handles = [module.register_forward_hook(keep(name)) for name, module in _leaves(model)]
    try:
        with torch.no_grad():
            model(x)
    finally:
        for handle in handles:
            handle.remove()
    return outputs


def summary(model, input):
    """Prints each layer's name, kind, output shape and number of parameters.

    `input` is a tensor, or the shape of one: (1, 1, 28, 28).
    """
    x = input if isinstance(input, torch.Tensor) else torch.zeros(*input)
    was_training = model.training
    model.eval()
    outputs = activations(model, x)
    model.train(was_training)
    layers = dict(_leaves(model))
    rows = [("layer", "kind", "output shape", "parameters")]
    rows.append(("input", "", "×".join(str(n) for n in x.shape), ""))
    for name, output in outputs.items():
        module = layers[name]
        count = sum(p.numel() for p in module.parameters())
        shape = "×".join(str(n) for n in output.shape)
        rows.append((name, type(module).__name__, shape, f"{count:,}" if count else ""))
    widths = [max(len(row[i]) for row in rows) for i in range(4)]
    for row in rows:
        line = f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]:<{widths[2]}}"
        print((line + f"  {row[3]:>{widths[3]}}").rstrip())
    total = sum(p.numel() for p in model.parameters())
    print(f"parameters in all: {total:,}")


def show(images, titles=None, columns=8):
    """Shows images (N, 1, H, W) or (N, H, W), a list of such, or one (H, W), side by side."""
    import matplotlib.pyplot as plt

    if isinstance(images, (list, tuple)):
        images = torch.stack([image.reshape(image.shape[-2:]) for image in images])
    images = images.detach()
    if images.dim() == 2:
        images = images.unsqueeze(0)
    if images.dim() == 4:
        images = images[:, 0]
    if images.dim() != 3:
        raise ValueError(f"images of shape (N, 1, H, W) are expected, but it is {tuple(images.shape)}")
    count = len(images)
    columns = min(columns, count)
    rows = (count + columns - 1) // columns
    figure, axes = plt.subplots(rows, columns, squeeze=False)
    for index in range(rows * columns):
        place = axes[index // columns][index % columns]
        place.axis("off")
        if index < count:
            place.imshow(images[index], cmap="gray")
            if titles is not None:
                place.set_title(str(titles[index]))
    plt.show()
