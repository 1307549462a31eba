import torch
import torchvision
from torchvision.datasets.mnist import MNIST
from torchvision.transforms import transforms
from torchvision.utils import make_grid

torch.manual_seed(0)
images = torch.rand(5, 1, 2, 3)
grid = make_grid(images, nrow=3)
print(grid.shape, grid.dtype)
print(grid[0])
print(torchvision.utils.make_grid(images, nrow=2, padding=1, pad_value=0.5)[2])
print(make_grid(torch.rand(4, 3, 5, 5), nrow=8, padding=0).shape)
print(make_grid(images[:1]).shape, make_grid(images[0]).shape, make_grid(images[0, 0]).shape)
print(make_grid(torch.rand(3, 4, 4)).shape)
print(make_grid([image for image in images], nrow=10).shape)
wide = torch.randn(4, 1, 2, 2) * 10
print(make_grid(wide, nrow=2, padding=1, normalize=True)[1])
print(make_grid(wide, nrow=2, padding=1, normalize=True, scale_each=True)[1])
print(make_grid(wide, nrow=2, padding=1, normalize=True, value_range=(-1, 1))[1])
print(wide.abs().max() > 1)
print(make_grid(torch.randint(0, 255, (2, 3, 2, 2), dtype=torch.uint8), padding=1)[0])
print(make_grid(torch.rand(2, 1, 2, 2, requires_grad=True)).requires_grad)
for wrong in [3, "images", [1, 2], [images[0], images[0, 0]]]:
    try:
        make_grid(wrong)
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, str(error).splitlines()[0])
try:
    make_grid(images, normalize=True, value_range=[0, 1])
except TypeError as error:
    print(error)
print(transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.1307,), (0.3081,))]))
print(MNIST.__name__, torchvision.datasets.mnist.MNIST is MNIST, transforms.Compose is torchvision.transforms.Compose)
