import Foundation
import Interpreter
import Testing
import TorchModules

/// Layers, losses and optimizers whose parameters, buffers, inputs, results and gradients get another shape or type at any
/// time, by `data` and `resize_`: each pass ends in a value or an exception, and no kernel trusts what is no longer so.
///
/// `CNNLAB_FUZZ_CALLS` and `CNNLAB_FUZZ_SEED` as for the random calls; under the address sanitizer it says the most.
@Suite("Replaced data")
struct ReplacedDataTests {
    private static let program = #"""
        import random, torch
        import torch.nn as nn, torch.nn.functional as F
        random.seed(seed); torch.manual_seed(seed)

        flat, planes, steps = (4, 6), (2, 4, 28, 28), (3, 2, 6)
        makers = [
            (lambda: nn.Linear(6, 5), flat), (lambda: nn.LayerNorm(6), flat), (lambda: nn.RMSNorm(6), flat),
            (lambda: nn.Conv2d(4, 4, 3, padding=1), planes), (lambda: nn.Conv2d(1, 8, 3), (2, 1, 28, 28)),
            (lambda: nn.Conv2d(16, 16, 3, padding=1), (2, 16, 14, 14)), (lambda: nn.Conv1d(3, 4, 3), (2, 3, 9)),
            (lambda: nn.Conv3d(2, 3, 2), (1, 2, 5, 5, 5)), (lambda: nn.ConvTranspose2d(4, 3, 3), planes),
            (lambda: nn.BatchNorm2d(4), planes), (lambda: nn.BatchNorm1d(6), flat), (lambda: nn.GroupNorm(2, 4), planes),
            (lambda: nn.BatchNorm2d(4).eval(), planes), (lambda: nn.InstanceNorm2d(4, affine=True), planes),
            (lambda: nn.PReLU(4), planes), (lambda: nn.LSTM(6, 5), steps), (lambda: nn.GRU(6, 5), steps),
            (lambda: nn.Sequential(nn.Conv2d(1, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2)),
             (8, 1, 28, 28)),
            (lambda: nn.Sequential(nn.BatchNorm2d(4), nn.ReLU(True), nn.MaxPool2d(2), nn.Dropout(0.5), nn.Flatten(),
                                   nn.Linear(784, 3)), planes),
            (lambda: nn.Embedding(10, 4), None), (lambda: nn.AdaptiveMaxPool2d(3), planes),
            (lambda: nn.Softmax(1), planes), (lambda: nn.Upsample(scale_factor=2, mode="bilinear"), planes),
        ]
        losses = [
            lambda y: y.sum(), lambda y: (y * y).mean(), lambda y: F.mse_loss(y, torch.ones_like(y)),
            lambda y: F.cross_entropy(y.flatten(1), torch.zeros(y.shape[0], dtype=torch.int64)),
        ]
        optimizers = [torch.optim.SGD, torch.optim.Adam, torch.optim.RMSprop, torch.optim.Adadelta, torch.optim.NAdam]

        def other(t):
            sizes = list(t.shape)
            return random.choice([
                lambda: torch.ones([1] * len(sizes)), lambda: torch.ones(0), lambda: torch.ones(3),
                lambda: torch.randn([max(1, s - 1) for s in sizes]), lambda: torch.randn([s + 1 for s in sizes]),
                lambda: torch.randn(sizes).double(), lambda: torch.ones(1).expand([max(1, s) for s in sizes]),
                lambda: torch.randn(sizes[::-1]), lambda: torch.randn([2] + sizes),
            ])()

        def hollow(gradient):
            gradient.data = other(gradient)

        def one():
            make, shape = random.choice(makers)
            layer = make()
            x = torch.randn(shape) if shape else torch.zeros(5, dtype=torch.int64)
            if shape and random.random() < 0.5:
                x.requires_grad_()
            parameters = list(layer.parameters())
            parts = [p for p in parameters + list(layer.buffers()) + [x] if p.is_floating_point()]
            when = random.randrange(6)

            def change(now):
                if now != when:
                    return
                part = random.choice(parts)
                if random.random() < 0.8:
                    part.data = other(part)
                else:
                    with torch.no_grad():
                        part.resize_([max(1, s // 2) for s in part.shape])

            change(0)
            y = layer(x)
            y = y[0] if isinstance(y, tuple) else y
            change(1)
            if when == 2:
                y.register_hook(hollow)
            if when == 3:
                y.data = other(y)
            loss = random.choice(losses)(y)
            change(4)
            loss.backward(create_graph=random.random() < 0.2)
            change(5)
            optimizer = random.choice(optimizers)(parameters, lr=0.1)
            optimizer.step()
            for state in list(optimizer.state.values()):
                for key, value in list(state.items()):
                    if isinstance(value, torch.Tensor) and random.random() < 0.3:
                        state[key] = other(value)
            optimizer.step()
            layer(x)

        ran = refused = 0
        for _ in range(rounds):
            try:
                one()
                ran += 1
            except (RuntimeError, ValueError, IndexError, TypeError, NotImplementedError):
                refused += 1
        print(ran > 0 and refused > 0, ran + refused)
        """#

    @Test("every pass ends in a value or an exception")
    func passes() throws {
        let environment = ProcessInfo.processInfo.environment
        let rounds = environment["CNNLAB_FUZZ_CALLS"].flatMap { Int($0) }.map { $0 / 100 } ?? 200
        let seed = environment["CNNLAB_FUZZ_SEED"].flatMap { Int($0) } ?? 1
        let text = try LargeStack.run {
            try output(of: "seed, rounds = \(seed), \(rounds)\n" + Self.program)
        }
        #expect(text == "True \(rounds)\n")
    }
}
