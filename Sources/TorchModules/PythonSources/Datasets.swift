extension PythonSources {
    /// `torchvision.datasets`, over the shipped digits and what was imported.
    static let datasets = #"""
        import warnings

        import torch
        from _cnnlab import load_images
        from torch.utils.data import Dataset
        from torchvision.transforms import _PILImage


        class StandardTransform:
            """A transform of the image and one of the label."""

            def __init__(self, transform=None, target_transform=None):
                self.transform = transform
                self.target_transform = target_transform

            def __call__(self, input, target):
                if self.transform is not None:
                    input = self.transform(input)
                if self.target_transform is not None:
                    target = self.target_transform(target)
                return input, target

            def __repr__(self):
                lines = ["StandardTransform"]
                for head, transform in (
                    ("Transform: ", self.transform), ("Target transform: ", self.target_transform)
                ):
                    if transform is not None:
                        first, *rest = repr(transform).splitlines()
                        lines.append(head + first)
                        lines += [" " * len(head) + line for line in rest]
                return "\n".join(lines)


        class VisionDataset(Dataset):
            """Images with labels, each changed by a transform on its way out."""

            def __init__(self, root=None, transforms=None, transform=None, target_transform=None):
                self.root = root
                separate = transform is not None or target_transform is not None
                if transforms is not None and separate:
                    raise ValueError(
                        "Only transforms or transform/target_transform can be passed as argument"
                    )
                self.transform = transform
                self.target_transform = target_transform
                if separate:
                    transforms = StandardTransform(transform, target_transform)
                self.transforms = transforms

            def __repr__(self):
                lines = [f"Number of datapoints: {len(self)}"]
                if self.root is not None:
                    lines.append(f"Root location: {self.root}")
                lines += self.extra_repr().splitlines()
                if self.transforms is not None:
                    lines.append(repr(self.transforms))
                head = "Dataset " + type(self).__name__
                return "\n".join([head] + ["    " + line for line in lines])

            def extra_repr(self):
                return ""


        class MNIST(VisionDataset):
            """Handwritten digits, 28×28; read from what was imported, never downloaded."""

            _name = "mnist"
            classes = [
                "0 - zero",
                "1 - one",
                "2 - two",
                "3 - three",
                "4 - four",
                "5 - five",
                "6 - six",
                "7 - seven",
                "8 - eight",
                "9 - nine",
            ]

            def __init__(
                self, root, train=True, transform=None, target_transform=None, download=False
            ):
                super().__init__(root, transform=transform, target_transform=target_transform)
                self.train = train
                self.data, self.targets = load_images(
                    self._name, "train" if train else "test", type(self).__name__
                )

            def __getitem__(self, index):
                img, target = _PILImage(self.data[index]), int(self.targets[index])
                if self.transform is not None:
                    img = self.transform(img)
                if self.target_transform is not None:
                    target = self.target_transform(target)
                return img, target

            def __len__(self):
                return len(self.data)

            @property
            def train_labels(self):
                """The labels, under the name of before."""
                warnings.warn("train_labels has been renamed targets")
                return self.targets

            @property
            def test_labels(self):
                """The labels, under the name of before."""
                warnings.warn("test_labels has been renamed targets")
                return self.targets

            @property
            def train_data(self):
                """The images, under the name of before."""
                warnings.warn("train_data has been renamed data")
                return self.data

            @property
            def test_data(self):
                """The images, under the name of before."""
                warnings.warn("test_data has been renamed data")
                return self.data

            @property
            def class_to_idx(self):
                return {name: i for i, name in enumerate(self.classes)}

            def extra_repr(self):
                return "Split: " + ("Train" if self.train is True else "Test")


        class FashionMNIST(MNIST):
            """Articles of clothing in MNIST's format."""

            _name = "fashion-mnist"
            classes = [
                "T-shirt/top",
                "Trouser",
                "Pullover",
                "Dress",
                "Coat",
                "Sandal",
                "Shirt",
                "Sneaker",
                "Bag",
                "Ankle boot",
            ]


        class KMNIST(MNIST):
            """Japanese characters in MNIST's format."""

            _name = "kmnist"
            classes = ["o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"]
        """#
}
