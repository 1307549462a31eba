import Foundation
import Interpreter
import Notebook
import Testing

/// A session with most kinds of things that a learner makes.
private let making = """
    import torch, random
    import torch.nn as nn
    import torch.nn.functional as F
    from collections import defaultdict, deque, OrderedDict

    class Net(nn.Module):
        width = 3
        def __init__(self, n):
            super().__init__()
            self.fc = nn.Linear(2, n)
            self.bn = nn.BatchNorm1d(n)
            self.rate = 0.25
        def forward(self, x):
            return self.bn(self.fc(x))

    class Kept(Net):
        @property
        def double(self):
            return 2 * self.width
        @staticmethod
        def three():
            return 3
        @classmethod
        def name(cls):
            return cls.__name__

    def adder(n, *, by=10):
        def add(x):
            return x + n + by
        return add

    add = adder(5, by=7)
    arms = {"one": lambda: 1, 2: [1.5, None, True, "ä\\U0001F600", b"x"]}
    loop = [1]
    loop.append(loop)
    recent = deque([0.5, 1.5, loop], maxlen=2)
    recent.append(2.5)
    kinds = defaultdict(list)
    kinds["a"].append((1, frozenset({2}), {3}, range(4), slice(1, 2), 10**30))
    torch.manual_seed(3)
    random.seed(4)
    model = Kept(3)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    x = torch.randn(8, 2)
    view = x[2:4]
    for _ in range(5):
        optimizer.zero_grad()
        loss = model(x).pow(2).sum()
        loss.backward()
        optimizer.step()
    bound = model.forward
    same = model.fc.weight
    """

private let looking = """
    (model.fc.weight, model.bn.running_mean, model.training, model.double, Kept.three(), Kept.name(),
     Net.width, add(1), arms["one"](), arms[2], loop[1] is loop, kinds, loss, view,
     recent[0] is loop, recent[1], recent.maxlen,
     view.data_ptr() == x[2:].data_ptr(), same is model.fc.weight, isinstance(model, Net), bound(x).sum(),
     type(optimizer).__name__, optimizer.state[same]["step"], torch.rand(2), random.random(),
     optimizer.param_groups[0]["params"][0] is same)
    """

/// What goes on from the state: the same numbers, if all of it is there.
private let goingOn = """
    for _ in range(3):
        optimizer.zero_grad()
        model(F.dropout(x, 0.5)).pow(2).sum().backward()
        optimizer.step()
    [p.sum().item() for p in model.parameters()]
    """

@Suite("Images of sessions")
struct ImageTests {
    @Test("a restored session has the same values, objects in common and random numbers")
    func everything() throws {
        let (image, seen, after) = try withSession { session in
            #expect(session.run(making).failure?.traceback == nil)
            let image = try #require(session.image())
            return (image, session.run(looking).value, session.run(goingOn).value)
        }
        try #require(seen != nil && after != nil)
        try withSession { session in
            #expect(session.restore(image: image))
            #expect(session.counter == 1)
            let result = session.run(looking)
            #expect(result.failure?.traceback == nil)
            #expect(result.value == seen)
            #expect(session.run(goingOn).value == after)
            // The second backward fails as it would have.
            #expect(session.run("loss.backward()").failure?.type == "RuntimeError")
        }
    }

    @Test("_ comes back, and tracebacks show the cell that defined a function")
    func prompt() throws {
        let image = try withSession { session in
            _ = session.run("def broken():\n    return 1 / 0")
            _ = session.run("6 * 7")
            return try #require(session.image())
        }
        try withSession { session in
            #expect(session.restore(image: image))
            #expect(session.run("_ + _2").value == "84")
            let failure = session.run("broken()").failure
            #expect(failure?.traceback.contains("return 1 / 0") ?? false)
            #expect(session.cells.count == 4)
        }
    }

    @Test(
        "what cannot be kept is refused as a whole",
        arguments: [
            "g = (i for i in range(3))\nnext(g)",
            "import torch\nw = torch.ones(2, requires_grad=True)\ny = (w * w).sum()",
            "it = iter([1, 2])", "import torch\nlimits = torch.finfo(torch.float32)",
            "import torch\nw = torch.ones(2, requires_grad=True)\nh = w.register_hook(lambda g: g)",
        ])
    func refused(source: String) throws {
        try withSession { session in
            #expect(session.run(source).succeeded)
            var reason = ""
            #expect(session.image(explain: { reason = $0 }) == nil)
            #expect(!reason.isEmpty)
            #expect(session.image(limit: 10) == nil)
        }
    }

    @Test("a tensor whose graph is left out looks the same, and says so when it is walked")
    func leftOutGraph() throws {
        let source = """
            import torch
            import torch.nn as nn
            torch.manual_seed(1)
            model = nn.Linear(3, 2)
            output = model(torch.ones(4, 3))
            loss = output.pow(2).mean()
            hidden = torch.tanh(output)
            hidden.retain_grad()
            with torch.inference_mode():
                seen = model(torch.ones(3))
            """
        let looking = """
            (output, loss, hidden.requires_grad, loss.is_leaf, loss.grad_fn.name(), hidden.retains_grad,
             seen.is_inference(), model.weight)
            """
        let (image, shown) = try withSession { session in
            #expect(session.run(source).succeeded)
            let image = try #require(session.partialImage())
            #expect(image.isPartial)
            return (image.bytes, session.run(looking).value)
        }
        try #require(shown?.contains("MeanBackward0") == true)
        try withSession { session in
            #expect(session.restore(image: image))
            #expect(session.run(looking).value == shown)
            #expect(session.lostNames.isEmpty)
            let failure = try #require(session.run("loss.backward()").failure)
            #expect(failure.type == "RuntimeError")
            #expect(failure.message.hasPrefix("Trying to backward through the graph a second time"))
            #expect(failure.message.hasSuffix("run the cell that made this tensor again."))
            #expect(session.run("(output * 2).sum().backward()").failure?.type == "RuntimeError")
            #expect(session.run("model(torch.ones(4, 3)).pow(2).mean().backward()").succeeded)
            #expect(session.run("model.weight.grad.shape").value == "torch.Size([2, 3])")
            // What stands for a graph is kept as it is.
            #expect(session.run("del output").succeeded)
            #expect(session.image() != nil)
        }
    }

    @Test("what waits in the middle is left out, and says so to whoever uses it")
    func leftOutObjects() throws {
        let source = """
            g = (i for i in range(3))
            next(g)
            held = {"it": iter([1, 2])}
            kept = 3
            """
        let image = try withSession { session in
            #expect(session.run(source).succeeded)
            let image = try #require(session.partialImage())
            #expect(image.isPartial)
            return image.bytes
        }
        try withSession { session in
            #expect(session.restore(image: image))
            #expect(session.lostNames.map(\.name) == ["g"])
            #expect(session.lostNames.map(\.what) == ["generator"])
            #expect(session.run("kept").value == "3")
            for use in ["next(g)", "list(g)", "g.send(1)", "len(g)", "next(held['it'])", "g()"] {
                let failure = session.run(use).failure
                #expect(failure?.type == "RuntimeError")
                #expect(failure?.message.contains("run the cell that made it again") == true)
            }
            #expect(session.run("(g, held)").succeeded)
            // It is kept as what it is.
            let again = try #require(session.image())
            #expect(session.restore(image: again))
            #expect(session.lostNames.map(\.what) == ["generator"])
        }
    }

    @Test(
        "objects of the standard library are kept whole",
        arguments: [
            (
                "import functools\nf = functools.partial(int, base=2)\ng = functools.partial(f)",
                "(f('101'), f, g.func is f.func, f.keywords)"
            ),
            (
                """
                import functools
                @functools.lru_cache(None)
                def fib(n):
                    return n if n < 2 else fib(n - 1) + fib(n - 2)
                fib(20)
                """, "(fib(20), fib.cache_info(), fib.__name__)"
            ),
            ("d = {1: 2}\nv = d.values()\nd[3] = 4", "(v, list(v), d.items(), sorted(d.keys()))"),
            (
                """
                from collections import namedtuple
                P = namedtuple('P', 'x y', defaults=[7])
                p = P(1)
                """, "(p, p.y, P(3, 4)._replace(x=9), isinstance(p, P), P._fields)"
            ),
            (
                """
                from dataclasses import dataclass, field, asdict
                @dataclass
                class Config:
                    rate: float = 0.1
                    sizes: list = field(default_factory=list)
                    name: str = field(default="a", repr=False)
                    def twice(self): return 2 * self.rate
                @dataclass(frozen=True, order=True)
                class Point:
                    x: int
                    y: int = 2
                class More(Config):
                    pass
                c = Config(0.5)
                p = Point(1)
                """,
                """
                (c, Config(sizes=[1]) == Config(sizes=[1]), asdict(c), c.twice(), p < Point(2), hash(p) == hash(Point(1)),
                 More(0.25), Config.__doc__, {p: 1}[Point(1, 2)])
                """
            ),
            (
                """
                def broken(x):
                    return 1 / x
                class Own(ValueError):
                    pass
                try:
                    try:
                        broken(0)
                    except ZeroDivisionError as e:
                        raise Own("it", 3) from e
                except Own as e:
                    error = e
                """, "(error, error.args, repr(error.__cause__), isinstance(error, ValueError))"
            ),
            (
                """
                from typing import List, Optional, TypeVar, Callable
                T = TypeVar('T')
                N = Optional[int]
                def f(x: Optional[int], y: List[T], z: "int | None" = None) -> Callable[[int], str]:
                    return x
                """, "(f.__annotations__, T, N, f(3, []), list[int])"
            ),
            ("import random\nr = random.Random(3)\nr.random()", "(r.random(), r.gauss(0, 1))"),
            (
                """
                import torch
                @torch.no_grad()
                def evaluate(model, x):
                    return model(x).requires_grad
                layer = torch.nn.Linear(2, 2)
                """, "(evaluate(layer, torch.ones(1, 2)), layer(torch.ones(1, 2)).requires_grad)"
            ),
            (
                """
                from contextlib import contextmanager
                @contextmanager
                def over(x):
                    yield x + 1
                """, "[y for x in range(2) for y in [over(x).__enter__()]]"
            ),
        ])
    func library(source: String, looking: String) throws {
        let (image, shown) = try withSession { session in
            #expect(session.run(source).failure?.traceback == nil)
            var reason = ""
            let image = session.image(explain: { reason = $0 })
            #expect(reason == "")
            let result = session.run(looking)
            #expect(result.failure?.traceback == nil)
            return (try #require(image), result.value)
        }
        try withSession { session in
            #expect(session.restore(image: image))
            let result = session.run(looking)
            #expect(result.failure?.traceback == nil)
            #expect(result.value == shown)
        }
    }

    @Test("a traceback that was kept is shown, and a handle's number is not given twice")
    func traces() throws {
        let source = """
            import torch
            layer = torch.nn.Linear(2, 2)
            calls = []
            first = layer.register_forward_hook(lambda m, i, o: calls.append("first"))
            def broken(): return 1 / 0
            try: broken()
            except ZeroDivisionError as e: error = e
            """
        let image = try withSession { session in
            #expect(session.run(source).failure?.traceback == nil)
            return try #require(session.image())
        }
        try withSession { session in
            #expect(session.restore(image: image))
            let failure = session.run("raise error").failure
            #expect(failure?.traceback.contains("def broken(): return 1 / 0") == true)
            _ = session.run(
                """
                second = layer.register_forward_hook(lambda m, i, o: calls.append("second"))
                with torch.no_grad(): _ = layer(torch.ones(1, 2))
                first.remove()
                with torch.no_grad(): _ = layer(torch.ones(1, 2))
                """)
            #expect(session.run("calls").value == "['first', 'second', 'second']")
        }
    }

    @Test("a damaged image is no image: the session is as new")
    func damaged() throws {
        let image = try withSession { session in
            _ = session.run(making)
            return try #require(session.image())
        }
        try withSession { session in
            for step in 0..<24 {
                var bytes = image
                let place = step * 7919 % bytes.count
                if step % 2 == 0 {
                    bytes.removeSubrange(place...)
                } else {
                    bytes[place] ^= UInt8(truncatingIfNeeded: 1 << (step % 8))
                }
                // A changed number may still be a number; nothing may trap.
                if !session.restore(image: bytes) { #expect(session.counter == 0) }
                session.reset()
            }
            #expect(!session.restore(image: []))
            #expect(session.run("1 + 1").value == "2")
        }
    }

    @Test("attributes were told of their class once, before the image")
    func naming() throws {
        let image = try withSession { session in
            let source = """
                class Named:
                    def __set_name__(self, owner, name):
                        super().__init__()
                        self.names = getattr(self, "names", []) + [name]
                        print("named")
                class Holder:
                    value = Named()
                """
            #expect(session.run(source).text == "named\n")
            return try #require(session.image())
        }
        var told = ""
        try withSession { session in
            session.sink = { if case .text(let text) = $0 { told += text } }
            #expect(session.restore(image: image))
            #expect(session.run("Holder.value.names").value == "['value']")
        }
        #expect(told.isEmpty)
    }

    /// `CNNLAB_IMAGE_ROUNDS` sets how many; without it a short run guards the build.
    @Test("what a damaged image gives can be used: bits, tags and references are changed")
    func changed() throws {
        let environment = ProcessInfo.processInfo.environment
        let rounds = environment["CNNLAB_IMAGE_ROUNDS"].flatMap { Int($0) } ?? 60
        var state = environment["CNNLAB_IMAGE_SEED"].flatMap { UInt64($0) } ?? 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let image = try withSession { session in
            #expect(session.run(making).succeeded)
            return try #require(session.image())
        }
        var restored = 0
        let budget = Budget(seconds: 5, steps: 5_000_000, memory: 1 << 29, output: 1 << 20)
        try withSession(budget: budget) { session in
            for _ in 0..<rounds {
                var bytes = image
                let place = next(bytes.count - 8)
                switch next(4) {
                case 0: bytes[place] ^= 1 << UInt8(next(8))
                case 1: bytes[place] = UInt8(next(24))
                default:
                    // Where a number begins, that of another object.
                    let number = (0..<64).first { step in
                        let start = place + step
                        return start + 8 <= bytes.count && bytes[start] != 0
                            && bytes[(start + 2)..<(start + 8)].allSatisfy { $0 == 0 }
                    }
                    let start = place + (number ?? 0)
                    let other = next(400)
                    bytes[start] = UInt8(other & 0xFF)
                    bytes[start + 1] = UInt8(other >> 8)
                }
                if session.restore(image: bytes) {
                    restored += 1
                    for use in [looking, goingOn, using] { _ = session.run(use) }
                } else {
                    #expect(session.counter == 0)
                }
                session.reset()
            }
            #expect(session.run("1 + 1").value == "2")
        }
        #expect(restored > 0 && restored < rounds)
    }
}

/// Looks at whatever there is, and calls it.
private let using = """
    found = []
    for name, value in list(globals().items()):
        for look in (
            repr, str, len, list, bool, hash, dir, type, callable, iter, lambda v: v + v, lambda v: v(), lambda v: v[0],
            lambda v: v == v, lambda v: v.__dict__, lambda v: torch.add(v, 1), lambda v: isinstance(v, nn.Module),
            lambda v: v.grad, lambda v: v.state_dict(), lambda v: [look(part) for part in v for look in (repr, len)],
        ):
            try:
                found.append(look(value))
            except Exception:
                pass
    """
