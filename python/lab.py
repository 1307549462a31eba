"""lab: what PyTorch lacks for teaching, in one file.

CNNLab has this module built in. To run CNNLab's lessons in PyTorch, put this file beside them, and
the folder of the datasets (MNIST's IDX files, gzipped, a folder for each dataset) into the
environment variable CNNLAB_DATASETS, or leave it in the source tree.
"""

import math
import statistics

import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

try:
    from _cnnlab import load_images
except ImportError:

    def load_images(name, split):
        import gzip
        import os

        here = os.path.dirname(os.path.abspath(__file__))
        root = os.environ.get("CNNLAB_DATASETS", os.path.join(here, "..", "datasets"))
        prefix = "train" if split == "train" else "t10k"
        parts = []
        for kind in ("images-idx3", "labels-idx1"):
            with gzip.open(os.path.join(root, name, f"{prefix}-{kind}-ubyte.gz")) as file:
                data = file.read()
            axes = data[3]
            shape = [int.from_bytes(data[4 + 4 * i : 8 + 4 * i], "big") for i in range(axes)]
            values = torch.frombuffer(bytearray(data[4 + 4 * axes :]), dtype=torch.uint8)
            parts.append(values.view(shape))
        return parts[0], parts[1].long()


def load(name, train=None, test=None, noise=0.0, seed=0):
    """The training and the test set of a dataset, as two TensorDatasets of images (N, 1, H, W) from
    0 to 1 and labels (N).

    train, test: how many examples to take, chosen by the seed; all where None.
    noise: the share of the training labels that are replaced by random ones.
    """
    generator = torch.Generator().manual_seed(seed)
    sets = []
    for split, count in (("train", train), ("test", test)):
        images, labels = load_images(name, split)
        if count is not None:
            if count > len(images):
                raise ValueError(f"{name} has {len(images)} {split} examples; {count} were asked for")
            chosen = torch.randperm(len(images), generator=generator)[:count]
            images, labels = images[chosen], labels[chosen]
        if split == "train" and noise > 0:
            wrong = torch.rand(len(labels), generator=generator) < noise
            others = torch.randint(0, 10, (len(labels),), generator=generator)
            labels = torch.where(wrong, others, labels)
        sets.append(TensorDataset(images.float().div(255).unsqueeze(1), labels))
    return sets[0], sets[1]


def evaluate(model, data, batch_size=250):
    """The mean cross-entropy loss and the accuracy of a model on a dataset, in evaluation mode."""
    was_training = model.training
    model.eval()
    loss, right, count = 0.0, 0, 0
    with torch.no_grad():
        for images, labels in DataLoader(data, batch_size=batch_size):
            logits = model(images)
            loss += F.cross_entropy(logits, labels, reduction="sum").item()
            right += (logits.argmax(dim=1) == labels).sum().item()
            count += len(labels)
    model.train(was_training)
    return loss / count, right / count


def fit(model, train, epochs=3, batch_size=64, lr=1e-3, validation=None, patience=None, verbose=True):
    """Trains a model with Adam and returns its history, a dictionary a epoch.

    With a validation set and patience, training stops when the validation loss has not fallen for
    so many epochs.
    """
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    history, best, waited = [], math.inf, 0
    for epoch in range(epochs):
        model.train()
        total, count = 0.0, 0
        for images, labels in DataLoader(train, batch_size=batch_size, shuffle=True):
            optimizer.zero_grad()
            loss = F.cross_entropy(model(images), labels)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(labels)
            count += len(labels)
        record = {"epoch": epoch + 1, "loss": total / count}
        line = f"epoch {epoch + 1}/{epochs}  loss {record['loss']:.4f}"
        if validation is not None:
            record["val_loss"], record["val_accuracy"] = evaluate(model, validation)
            line += f"  val loss {record['val_loss']:.4f}  val accuracy {record['val_accuracy']:.4f}"
        history.append(record)
        if verbose:
            print(line)
        if validation is not None and patience is not None:
            if record["val_loss"] < best:
                best, waited = record["val_loss"], 0
            else:
                waited += 1
                if waited >= patience:
                    break
    return history


# The 0.975 quantiles of Student's t distribution for 1, 2, … degrees of freedom.
_T = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160]


def interval(values):
    """The mean of some measurements and the bounds that hold the true mean with a confidence of 95 %."""
    n = len(values)
    if n < 2:
        raise ValueError(f"an interval needs at least 2 values; given: {n}")
    mean = statistics.mean(values)
    t = _T[n - 2] if n - 2 < len(_T) else 1.96
    half = t * statistics.stdev(values) / math.sqrt(n)
    return mean, mean - half, mean + half


def compare(arms, train, test, seeds=range(5), epochs=3, batch_size=64, lr=1e-3):
    """Trains each arm, a name with a function that makes a model, from each seed, prints the test
    accuracies with their intervals, and returns them: {name: [accuracy of each seed]}.
    """
    results = {name: [] for name in arms}
    for seed in seeds:
        for name, make in arms.items():
            torch.manual_seed(seed)
            model = make()
            fit(model, train, epochs=epochs, batch_size=batch_size, lr=lr, verbose=False)
            results[name].append(evaluate(model, test)[1])
    width = max(len(name) for name in arms)
    for name, values in results.items():
        mean, low, high = interval(values)
        print(f"{name:{width}}  {mean:.3f}  from {low:.3f} to {high:.3f}")
    return results
