extension PythonSources {
    /// `torchvision.datasets`, over the shipped digits and what was imported.
    static let datasets = #"""
        import torch
        from _cnnlab import load_images
        from torch.utils.data import Dataset
        from torchvision.transforms import _Image


        class VisionDataset(Dataset):
            """Images with labels, each changed by a transform on its way out."""

            def __init__(self, root=None, transforms=None, transform=None, target_transform=None):
                if transforms is not None:
                    raise NotImplementedError(
                        "transforms= is not part of CNNLab's torchvision; use transform= and "
                        "target_transform="
                    )
                self.root = root
                self.transform = transform
                self.target_transform = target_transform

            def __repr__(self):
                lines = [f"Dataset {type(self).__name__}"]
                lines.append(f"    Number of datapoints: {len(self)}")
                if self.root is not None:
                    lines.append(f"    Root location: {self.root}")
                if self.extra_repr():
                    lines += ["    " + line for line in self.extra_repr().splitlines()]
                if self.transform is not None or self.target_transform is not None:
                    lines.append("    StandardTransform")
                    for head, transform in (
                        ("Transform: ", self.transform),
                        ("Target transform: ", self.target_transform),
                    ):
                        if transform is not None:
                            first, *rest = repr(transform).splitlines()
                            lines.append(head + first)
                            lines += [" " * len(head) + line for line in rest]
                return "\n".join(lines)

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
                img, target = _Image(self.data[index]), int(self.targets[index])
                if self.transform is not None:
                    img = self.transform(img)
                if self.target_transform is not None:
                    target = self.target_transform(target)
                return img, target

            def __len__(self):
                return len(self.data)

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
