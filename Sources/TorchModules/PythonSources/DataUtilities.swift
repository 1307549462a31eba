extension PythonSources {
    /// `torch.utils.data`: datasets and samplers.
    static let utilsData = #"""
        import copy
        import itertools
        import math
        import warnings

        import torch


        class Dataset:
            """What has a length and gives one sample for an index."""

            __module__ = "torch.utils.data.dataset"

            def __getitem__(self, index):
                raise NotImplementedError("Subclasses of Dataset should implement __getitem__.")

            def __add__(self, other):
                return ConcatDataset([self, other])

            def __class_getitem__(cls, item):
                return cls


        class IterableDataset(Dataset):
            """What gives its samples one after the other."""

            __module__ = "torch.utils.data.dataset"

            def __add__(self, other):
                return ChainDataset([self, other])


        class TensorDataset(Dataset):
            """Samples are the tensors' entries along their first dimension."""

            __module__ = "torch.utils.data.dataset"

            def __init__(self, *tensors):
                if any(tensors[0].size(0) != tensor.size(0) for tensor in tensors):
                    raise AssertionError("Size mismatch between tensors")
                self.tensors = tensors

            def __getitem__(self, index):
                return tuple(tensor[index] for tensor in self.tensors)

            def __len__(self):
                return self.tensors[0].size(0)


        class ConcatDataset(Dataset):
            """Datasets one after the other."""

            __module__ = "torch.utils.data.dataset"

            def __init__(self, datasets):
                self.datasets = list(datasets)
                if len(self.datasets) == 0:
                    raise AssertionError("datasets should not be an empty iterable")
                for dataset in self.datasets:
                    if isinstance(dataset, IterableDataset):
                        raise AssertionError("ConcatDataset does not support IterableDataset")
                self.cumulative_sizes = list(itertools.accumulate(len(d) for d in self.datasets))

            def __len__(self):
                return self.cumulative_sizes[-1]

            def __getitem__(self, idx):
                if idx < 0:
                    if -idx > len(self):
                        raise ValueError(
                            "absolute value of index should not exceed dataset length"
                        )
                    idx = len(self) + idx
                before = 0
                for dataset, size in zip(self.datasets, self.cumulative_sizes):
                    if idx < size:
                        return dataset[idx - before]
                    before = size
                raise IndexError("list index out of range")


        class StackDataset(Dataset):
            """Datasets side by side: a sample has one of each, by place or by name."""

            __module__ = "torch.utils.data.dataset"

            def __init__(self, *args, **kwargs):
                if args and kwargs:
                    raise ValueError(
                        "Supported either ``tuple``- (via ``args``) or``dict``- (via ``kwargs``) like "
                        "input/output, but both types are given."
                    )
                if not args and not kwargs:
                    raise ValueError("At least one dataset should be passed")
                parts = list(args) if args else list(kwargs.values())
                self._length = len(parts[0])
                if any(len(part) != self._length for part in parts):
                    raise ValueError("Size mismatch between datasets")
                self.datasets = args if args else kwargs

            def __getitem__(self, index):
                if isinstance(self.datasets, dict):
                    return {name: part[index] for name, part in self.datasets.items()}
                return tuple(part[index] for part in self.datasets)

            def __len__(self):
                return self._length


        class ChainDataset(IterableDataset):
            """Iterable datasets one after the other."""

            __module__ = "torch.utils.data.dataset"

            def __init__(self, datasets):
                super().__init__()
                self.datasets = datasets

            def __iter__(self):
                for dataset in self.datasets:
                    if not isinstance(dataset, IterableDataset):
                        raise AssertionError("ChainDataset only supports IterableDataset")
                    yield from dataset

            def __len__(self):
                return sum(len(dataset) for dataset in self.datasets)


        class Subset(Dataset):
            """The samples of a dataset at the given indices."""

            __module__ = "torch.utils.data.dataset"

            def __init__(self, dataset, indices):
                self.dataset = dataset
                self.indices = indices

            def __getitem__(self, idx):
                if isinstance(idx, list):
                    return self.dataset[[self.indices[i] for i in idx]]
                return self.dataset[self.indices[idx]]

            def __len__(self):
                return len(self.indices)


        def random_split(dataset, lengths, generator=torch.default_generator):
            """Splits a dataset at random into parts of the given lengths or fractions."""
            total = len(dataset)
            if math.isclose(sum(lengths), 1) and sum(lengths) <= 1:
                sizes = []
                for i, part in enumerate(lengths):
                    if part < 0 or part > 1:
                        raise ValueError(f"Fraction at index {i} is not between 0 and 1")
                    sizes.append(math.floor(total * part))
                for i in range(total - sum(sizes)):
                    sizes[i % len(sizes)] += 1
                for i, size in enumerate(sizes):
                    if size == 0:
                        warnings.warn(
                            f"Length of split at index {i} is 0. "
                            "This might result in an empty dataset.",
                            stacklevel=2,
                        )
                lengths = sizes
            if sum(lengths) != total:
                raise ValueError(
                    "Sum of input lengths does not equal the length of the input dataset!"
                )
            order = torch.randperm(sum(lengths), generator=generator).tolist()
            parts = []
            begin = 0
            for length in lengths:
                parts.append(Subset(dataset, order[begin : begin + length]))
                begin += length
            return parts


        class Sampler:
            """Gives the order in which samples are taken."""

            __module__ = "torch.utils.data.sampler"

            def __init__(self):
                pass

            def __iter__(self):
                raise NotImplementedError

            def __class_getitem__(cls, item):
                return cls


        class SequentialSampler(Sampler):
            """0, 1, 2 …"""

            __module__ = "torch.utils.data.sampler"

            def __init__(self, data_source):
                self.data_source = data_source

            def __iter__(self):
                return iter(range(len(self.data_source)))

            def __len__(self):
                return len(self.data_source)


        def _fresh_seed(generator=None):
            return int(torch.empty((), dtype=torch.int64).random_(generator=generator).item())


        class RandomSampler(Sampler):
            """A random permutation, or random indices with replacement."""

            __module__ = "torch.utils.data.sampler"

            def __init__(self, data_source, replacement=False, num_samples=None, generator=None):
                self.data_source = data_source
                self.replacement = replacement
                self._num_samples = num_samples
                self.generator = generator
                if not isinstance(replacement, bool):
                    raise TypeError(
                        "replacement should be a boolean value, but got "
                        f"replacement={replacement}"
                    )
                if not isinstance(self.num_samples, int) or self.num_samples <= 0:
                    raise ValueError(
                        "num_samples should be a positive integer value, but got "
                        f"num_samples={self.num_samples}"
                    )

            @property
            def num_samples(self):
                return len(self.data_source) if self._num_samples is None else self._num_samples

            def __iter__(self):
                n = len(self.data_source)
                generator = self.generator
                if generator is None:
                    seed = _fresh_seed()
                    generator = torch.Generator()
                    generator.manual_seed(seed)
                wanted = self.num_samples
                if self.replacement:
                    for size in [32] * (wanted // 32) + [wanted % 32]:
                        yield from torch.randint(n, (size,), generator=generator).tolist()
                else:
                    for _ in range(wanted // n):
                        yield from torch.randperm(n, generator=generator).tolist()
                    rest = torch.randperm(n, generator=generator).tolist()
                    yield from rest[: wanted % n]

            def __len__(self):
                return self.num_samples


        class SubsetRandomSampler(Sampler):
            """The given indices in random order."""

            __module__ = "torch.utils.data.sampler"

            def __init__(self, indices, generator=None):
                self.indices = indices
                self.generator = generator

            def __iter__(self):
                for i in torch.randperm(len(self.indices), generator=self.generator).tolist():
                    yield self.indices[i]

            def __len__(self):
                return len(self.indices)


        def _check_positive(name, value):
            if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
                raise ValueError(
                    f"{name} should be a positive integer value, but got {name}={value}"
                )


        def _check_flag(name, value):
            if not isinstance(value, bool):
                raise ValueError(f"{name} should be a boolean value, but got {name}={value}")


        class WeightedRandomSampler(Sampler):
            """Indices drawn with the given weights."""

            __module__ = "torch.utils.data.sampler"

            def __init__(self, weights, num_samples, replacement=True, generator=None):
                _check_positive("num_samples", num_samples)
                _check_flag("replacement", replacement)
                weights = torch.as_tensor(weights, dtype=torch.double)
                if len(weights.shape) != 1:
                    raise ValueError(
                        "weights should be a 1d sequence but given weights have shape "
                        f"{tuple(weights.shape)}"
                    )
                self.weights = weights
                self.num_samples = num_samples
                self.replacement = replacement
                self.generator = generator

            def __iter__(self):
                drawn = torch.multinomial(
                    self.weights, self.num_samples, self.replacement, generator=self.generator
                )
                yield from drawn.tolist()

            def __len__(self):
                return self.num_samples


        class BatchSampler(Sampler):
            """Lists of batch_size indices of another sampler."""

            __module__ = "torch.utils.data.sampler"

            def __init__(self, sampler, batch_size, drop_last):
                _check_positive("batch_size", batch_size)
                _check_flag("drop_last", drop_last)
                self.sampler = sampler
                self.batch_size = batch_size
                self.drop_last = drop_last

            def __iter__(self):
                indices = iter(self.sampler)
                while True:
                    batch = list(itertools.islice(indices, self.batch_size))
                    if not batch or (self.drop_last and len(batch) < self.batch_size):
                        return
                    yield batch

            def __len__(self):
                if self.drop_last:
                    return len(self.sampler) // self.batch_size
                return (len(self.sampler) + self.batch_size - 1) // self.batch_size
        """#
}
