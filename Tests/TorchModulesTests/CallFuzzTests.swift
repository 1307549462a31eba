import CNN
import Foundation
import Interpreter
import Testing
import TorchModules

/// Calls of torch's functions and of tensors' methods with random right and wrong arguments: every call gives a value or a
/// Python exception, or is stopped by the memory budget; none traps or hangs.
///
/// `CNNLAB_FUZZ_CALLS` sets how many (`make fuzz`); without it a short run guards the build.
@Suite("Random calls")
struct CallFuzzTests {
    /// Random numbers that are the same everywhere.
    struct Source {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(bound, 1)))
        }

        mutating func pick<T>(_ items: [T]) -> T { items[next(items.count)] }
    }

    /// What never ends, asks for the world, or changes what later calls see.
    static let left: Set<String> = [
        "set_num_threads", "set_default_dtype", "set_printoptions", "seed", "compile", "save",
        "load",
        "set_grad_enabled", "_set_grad", "_set_inference", "inference_mode", "no_grad",
        "enable_grad",
        "set_rng_state", "__init_subclass__", "__class__", "__new__", "register_hook",
        "register_post_accumulate_grad_hook", "__setattr__", "__delattr__", "set_default_device",
    ]

    /// Values that programs pass, right ones and wrong ones.
    static let program = """
        import torch
        values = [
            torch.tensor([[1.0, -2.0, 3.0], [0.5, float('nan'), 2.0]]), torch.ones(3), torch.tensor(2),
            torch.tensor([0, 2, 1]), torch.zeros(0), torch.ones(2, 3, dtype=torch.float64).t(),
            torch.tensor([True, False, True]), torch.ones(2, 1, 3).expand(2, 4, 3), torch.tensor(1.5),
            torch.ones(2, 2, requires_grad=True), torch.arange(24.0).reshape(2, 3, 4)[:, ::2],
            torch.tensor([250, 7], dtype=torch.uint8), torch.ones(1, 1, 4, 4), torch.ones(2, 0, 3),
            torch.tensor([2 ** 31 - 1, -5], dtype=torch.int32), torch.ones(2, 2, requires_grad=True) * 2,
            0, 1, -1, 2, 3, 5, 1.5, -0.5, float('inf'), float('nan'), True, False, None, 'a', 'mean', 'ij,jk',
            (), (1,), (2, 3), (-1, 2), [0], [1, 0], [1.5], ['x'], (0, 1), {}, {'a': 1}, 2 ** 40, -2 ** 62, 2 ** 70,
            torch.float32, torch.int64, torch.bool, slice(0, 1), Ellipsis, torch.Size([2, 3]), range(2), object(),
        ]
        tensors = values[:16]
        numbers = [0, 1, -1, 2, 3, 0.5, True, False, None, (1,), (2, 3), (0, 1), [1, 0], torch.int64]
        lists = [[v, v] for v in values[:8]]
        values = values + lists
        names = [
            'dim', 'keepdim', 'out', 'dtype', 'other', 'alpha', 'input', 'size', 'p', 'correction', 'nope',
            'requires_grad', 'descending', 'min', 'max', 'index', 'src', 'value',
        ]
        functions = [(n, getattr(torch, n)) for n in dir(torch) if n not in left and n[:2] != '__']
        functions = [f for n, f in functions if callable(f) and not isinstance(f, type)]
        layers = [getattr(torch.nn.functional, n) for n in dir(torch.nn.functional) if n[:1] != '_']
        functions += [f for f in layers if callable(f) and not isinstance(f, type)]
        methods = [n for n in dir(values[0]) if n not in left]
        """

    @Test("every call ends in a value or an exception")
    func calls() throws {
        let wanted =
            ProcessInfo.processInfo.environment["CNNLAB_FUZZ_CALLS"].flatMap { Int($0) } ?? 20_000
        let seed =
            ProcessInfo.processInfo.environment["CNNLAB_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
        try LargeStack.run { try Self.run(wanted, seed) }
    }

    /// One machine for so many calls, so that what a call keeps alive is seen.
    private static let perMachine = 5_000

    private static func run(_ wanted: Int, _ seed: UInt64) throws {
        var source = Source(state: seed)
        var kinds: [String: Int] = [:]
        var done = 0
        while done < wanted {
            done += try machine(min(perMachine, wanted - done), &source, &kinds)
        }
        #expect(done == wanted)
        // Both ends of the scale are met: calls that work and calls that are refused.
        #expect(kinds["value", default: 0] > wanted / 50)
        #expect(kinds["TypeError", default: 0] > wanted / 50)
        #expect(kinds["SystemError"] == nil)
        if wanted > 100_000 {
            let text = kinds.sorted { $0.value > $1.value }
                .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            print("\(done) calls of torch: \(text)")
        }
    }

    private static func machine(
        _ count: Int, _ source: inout Source, _ kinds: inout [String: Int]
    ) throws -> Int {
        let vm = VirtualMachine(limits: Limits(memoryBytes: 1 << 30))
        TorchModules.install(in: vm)
        let globals = vm.makeGlobals()
        globals[vm.intern("left")] = vm.list(left.sorted().map { vm.string($0) })
        _ = try vm.run(source: program, filename: "<fuzz>", mode: .module, globals: globals)
        func list(_ name: String) -> [Value] { globals[vm.intern(name)]?.list?.elements ?? [] }
        let (values, functions, methods) = (list("values"), list("functions"), list("methods"))
        let names = list("names").compactMap { $0.string }
        let (tensors, numbers) = (list("tensors"), list("numbers"))
        try #require(functions.count > 200 && methods.count > 250 && values.count > 50)
        for call in 1...count {
            let isMethod = source.next(2) == 0
            // Half of the calls begin with tensors and small numbers, as calls that work do.
            let isLikely = source.next(2) == 0
            let positional = (0..<source.next(5)).map { place -> Value in
                guard isLikely else { return source.pick(values) }
                let isFirst = place == 0 && !isMethod
                return isFirst || source.next(3) == 0
                    ? source.pick(tensors) : source.pick(source.next(3) == 0 ? values : numbers)
            }
            let keywords = (0..<max(0, source.next(6) - 3)).map { _ in
                (name: source.pick(names), value: source.pick(values))
            }
            let unique = keywords.count < 2 || keywords[0].name !== keywords[1].name
            do {
                let result = try vm.surrounded {
                    let callee =
                        isMethod
                        ? try vm.getAttribute(
                            source.pick(tensors),
                            vm.intern(source.pick(methods).string?.swiftString ?? "sum"))
                        : source.pick(functions)
                    let result = try vm.call(
                        callee, positional, keywords: unique ? keywords : [])
                    _ = try vm.repr(result)
                    return result
                }
                _ = result
                kinds["value", default: 0] += 1
            } catch let error as PythonError {
                kinds[error.exception.type.name, default: 0] += 1
            } catch is ExecutionStop {
                // It asked for more memory than the machine may use: the next calls get a new one.
                kinds["stopped", default: 0] += 1
                return call
            }
        }
        return count
    }
}
