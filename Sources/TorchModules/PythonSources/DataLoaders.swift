extension PythonSources {
    /// `torch.utils.data`: batches.
    static let loaders = #"""
        import itertools
        import math

        import torch
        from torch.utils.data import (
            BatchSampler,
            IterableDataset,
            RandomSampler,
            SequentialSampler,
            Subset,
            TensorDataset,
            _fresh_seed,
        )


        def default_collate(batch):
            """Puts samples together: tensors are stacked, numbers become tensors."""
            first = batch[0]
            if isinstance(first, torch.Tensor):
                return torch.stack(tuple(batch), 0)
            if isinstance(first, float):
                return torch.tensor(batch, dtype=torch.float64)
            if isinstance(first, int):
                return torch.tensor(batch)
            if isinstance(first, (str, bytes)):
                return batch
            if isinstance(first, dict):
                joined = {key: default_collate([d[key] for d in batch]) for key in first}
                return joined if type(first) is dict else type(first)(joined)
            if isinstance(first, (tuple, list)):
                if hasattr(first, "_fields"):
                    return type(first)(*(default_collate(part) for part in zip(*batch)))
                if any(len(sample) != len(first) for sample in batch):
                    raise RuntimeError("each element in list of batch should be of equal size")
                return [default_collate(part) for part in zip(*batch)]
            raise TypeError(
                "default_collate: batch must contain tensors, numpy arrays, numbers, "
                f"dicts or lists; found {type(first)}"
            )


        def default_convert(data):
            """What a loader without batches does to a sample: tuples become lists."""
            if isinstance(data, dict):
                return type(data)({key: default_convert(data[key]) for key in data})
            if isinstance(data, tuple) and hasattr(data, "_fields"):
                return type(data)(*(default_convert(d) for d in data))
            if isinstance(data, (tuple, list)):
                return [default_convert(d) for d in data]
            return data


        def _plain_tensors(dataset):
            """The tensors behind a TensorDataset, if a batch is just their rows."""
            if type(dataset) is not TensorDataset:
                return None
            if any(tensor.requires_grad for tensor in dataset.tensors):
                return None
            return dataset.tensors


        class _Endless:
            def __iter__(self):
                return itertools.repeat(None)


        class DataLoader:
            """Gives the batches of a dataset, shuffled if asked."""

            __module__ = "torch.utils.data.dataloader"
            _is_made = False

            def __init__(
                self,
                dataset,
                batch_size=1,
                shuffle=None,
                sampler=None,
                batch_sampler=None,
                num_workers=0,
                collate_fn=None,
                pin_memory=False,
                drop_last=False,
                timeout=0,
                worker_init_fn=None,
                multiprocessing_context=None,
                generator=None,
                *,
                prefetch_factor=None,
                persistent_workers=False,
                pin_memory_device="",
                in_order=True,
            ):
                if num_workers < 0:
                    raise ValueError(
                        "num_workers option should be non-negative; use num_workers=0 to disable "
                        "multiprocessing."
                    )
                if timeout < 0:
                    raise ValueError("timeout option should be non-negative")
                if num_workers == 0 and prefetch_factor is not None:
                    raise ValueError(
                        "prefetch_factor option could only be specified in multiprocessing."
                        "let num_workers > 0 to enable multiprocessing, otherwise set "
                        "prefetch_factor to None."
                    )
                if persistent_workers and num_workers == 0:
                    raise ValueError("persistent_workers option needs num_workers > 0")
                if multiprocessing_context is not None and num_workers == 0:
                    raise ValueError(
                        "multiprocessing_context can only be used with multi-process loading (num_workers "
                        "> 0), but got num_workers=0"
                    )
                self._began = False
                self.dataset = dataset
                self.num_workers = num_workers
                self.prefetch_factor = prefetch_factor
                self.pin_memory = pin_memory
                self.pin_memory_device = pin_memory_device
                self.timeout = timeout
                self.worker_init_fn = worker_init_fn
                self.multiprocessing_context = multiprocessing_context
                self.persistent_workers = persistent_workers
                self.in_order = in_order
                self._iterable = isinstance(dataset, IterableDataset)
                if self._iterable:
                    given = None
                    if shuffle:
                        given = f"shuffle option, but got shuffle={shuffle}"
                    elif sampler is not None:
                        given = f"sampler option, but got sampler={sampler}"
                    elif batch_sampler is not None:
                        given = f"batch_sampler option, but got batch_sampler={batch_sampler}"
                    if given is not None:
                        raise ValueError(
                            "DataLoader with IterableDataset: expected unspecified " + given
                        )
                shuffle = bool(shuffle)
                if sampler is not None and shuffle:
                    raise ValueError("sampler option is mutually exclusive with shuffle")
                if batch_sampler is not None:
                    if batch_size != 1 or shuffle or sampler is not None or drop_last:
                        raise ValueError(
                            "batch_sampler option is mutually exclusive with batch_size, shuffle, "
                            "sampler, and drop_last"
                        )
                    batch_size = None
                    drop_last = False
                elif batch_size is None and drop_last:
                    raise ValueError(
                        "batch_size=None option disables auto-batching and is mutually exclusive "
                        "with drop_last"
                    )
                if sampler is None:
                    if self._iterable:
                        sampler = _Endless()
                    elif shuffle:
                        sampler = RandomSampler(dataset, generator=generator)
                    else:
                        sampler = SequentialSampler(dataset)
                if batch_size is not None and batch_sampler is None:
                    batch_sampler = BatchSampler(sampler, batch_size, drop_last)
                self.batch_size = batch_size
                self.drop_last = drop_last
                self.sampler = sampler
                self.batch_sampler = batch_sampler
                self.generator = generator
                self._default = collate_fn is None
                if collate_fn is None:
                    batched = batch_sampler is not None
                    collate_fn = default_collate if batched else default_convert
                self.collate_fn = collate_fn
                self._is_made = True

            def __setattr__(self, attr, val):
                fixed = ("batch_size", "batch_sampler", "sampler", "drop_last", "dataset", "persistent_workers")
                if attr in fixed and self._is_made:
                    raise ValueError(
                        f"{attr} attribute should not be set after {self.__class__.__name__} is initialized"
                    )
                super().__setattr__(attr, val)

            def __class_getitem__(cls, item):
                return cls

            def __iter__(self):
                return _SingleProcessDataLoaderIter(self)

            def __len__(self):
                if self._iterable:
                    length = len(self.dataset)
                    if self.batch_size is None:
                        return length
                    if self.drop_last:
                        return length // self.batch_size
                    return math.ceil(length / self.batch_size)
                if self.batch_sampler is not None:
                    return len(self.batch_sampler)
                return len(self.sampler)


        class _SingleProcessDataLoaderIter:
            """One pass over a loader."""

            __module__ = "torch.utils.data.dataloader"

            def __init__(self, loader):
                self._loader = loader
                batched = loader.batch_sampler is not None
                self._indices = iter(loader.batch_sampler if batched else loader.sampler)
                self._batched = batched
                # PyTorch draws a seed for its workers here, whether there are any or not.
                # Workers that stay alive keep theirs.
                if not (loader.persistent_workers and loader._began):
                    self._base_seed = _fresh_seed(loader.generator)
                loader._began = True
                self._tensors = None
                self._map = None
                dataset = loader.dataset
                if loader._iterable:
                    self._samples = iter(dataset)
                    self._ended = False
                elif batched and loader._default:
                    self._tensors = _plain_tensors(dataset)
                    if self._tensors is None and type(dataset) is Subset:
                        self._tensors = _plain_tensors(dataset.dataset)
                        self._map = dataset.indices

            def __iter__(self):
                return self

            def __len__(self):
                return len(self._loader)

            def __next__(self):
                loader = self._loader
                if loader._iterable:
                    return self._next_of_iterable()
                index = next(self._indices)
                dataset = loader.dataset
                if self._tensors is not None:
                    if self._map is not None:
                        index = [self._map[i] for i in index]
                    rows = torch.tensor(index)
                    return [tensor[rows] for tensor in self._tensors]
                if not self._batched:
                    return loader.collate_fn(dataset[index])
                if hasattr(dataset, "__getitems__"):
                    return loader.collate_fn(dataset.__getitems__(index))
                return loader.collate_fn([dataset[i] for i in index])

            def _next_of_iterable(self):
                loader = self._loader
                if self._ended:
                    raise StopIteration
                if not self._batched:
                    return loader.collate_fn(next(self._samples))
                batch = list(itertools.islice(self._samples, loader.batch_size))
                if len(batch) < loader.batch_size:
                    self._ended = True
                    if not batch or loader.drop_last:
                        raise StopIteration
                return loader.collate_fn(batch)


        def get_worker_info():
            """Nothing: there are no worker processes here."""
            return None
        """#
}
