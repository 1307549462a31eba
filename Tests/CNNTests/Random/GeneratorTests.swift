import CNN
import Testing

@Suite("Random numbers are PyTorch's")
struct GeneratorTests {
    /// Each case draws from seed 0 as its namesake in make_random.py does.
    static func cases() -> [(name: String, draw: () throws -> Tensor)] {
        var cases: [(name: String, draw: () throws -> Tensor)] = []
        func add(_ name: String, _ draw: @escaping () throws -> Tensor) {
            cases.append((name, draw))
        }
        for n in [1, 2, 3, 15, 16, 17, 31, 32, 100, 1000] {
            add("randn/\(n)") { try Tensor.randn([n]) }
            add("randn64/\(n)") { try Tensor.randn([n], dtype: .float64) }
        }
        for n in [1, 5, 700] {
            add("rand/\(n)") { try Tensor.rand([n]) }
            add("rand64/\(n)") { try Tensor.rand([n], dtype: .float64) }
        }
        add("normal") { try Tensor.empty([5, 7]).normal_(mean: 2, std: 0.5) }
        add("normal/transposed") { try Tensor.empty([7, 5]).t().normal_(mean: 2, std: 0.5) }
        add("normal/gaps") { try Tensor.empty([6, 8]).slice(1, 0, 8, 2).normal_() }
        add("normal/tensors") {
            try Tensor.normal(
                mean: Tensor.arange(0, 20, dtype: .float32), std: Tensor.linspace(0, 2, steps: 20))
        }
        add("uniform") { try Tensor.empty([5, 7]).uniform_(-3, 4) }
        add("uniform/transposed") { try Tensor.empty([7, 5]).t().uniform_() }
        add("uniform/gaps") { try Tensor.empty([6, 8]).slice(1, 0, 8, 2).uniform_() }
        add("uniform64") { try Tensor.empty([5, 7], dtype: .float64).uniform_(-3, 4) }
        for high in [2, 10, 1 << 27, 1 << 28, 1 << 31, 1 << 33, 1 << 62] {
            add("randint/\(high)") { try Tensor.randint(0, high, [20]) }
        }
        add("randint/negative") { try Tensor.randint(-5, 6, [3, 4]) }
        add("randint/float") { try Tensor.randint(0, 100, [6], dtype: .float32) }
        add("randint/uint8") { try Tensor.randint(0, 256, [6], dtype: .uint8) }
        for n in [0, 1, 2, 10, 1000] { add("randperm/\(n)") { try Tensor.randperm(n) } }
        for p in [0, 0.25, 0.5, 0.9, 1] {
            add("bernoulli_/\(p)") { try Tensor.empty([50]).bernoulli_(p) }
        }
        add("bernoulli_/int") { try Tensor.empty([50], dtype: .int64).bernoulli_(0.5) }
        add("bernoulli/tensor") { try Tensor.linspace(0, 1, steps: 50).bernoulli() }
        add("bernoulli/tensor64") {
            try Tensor.linspace(0, 1, steps: 50, dtype: .float64).bernoulli()
        }
        add("bernoulli_/tensor") {
            try Tensor.empty([50]).bernoulli_(Tensor.linspace(0, 1, steps: 50))
        }
        add("exponential") { try Tensor.empty([20]).exponential_(1.5) }
        add("exponential64") { try Tensor.empty([20], dtype: .float64).exponential_(1.5) }
        func weights() throws -> Tensor {
            try Tensor([0.1, 3, 0, 2, 1, 5, 1, 1, 0.5, 0] as [Float], [2, 5])
        }
        add("multinomial/one") { try weights().select(0, 0).multinomial(1) }
        add("multinomial/three") { try weights().multinomial(3) }
        add("multinomial/replacement") { try weights().multinomial(8, replacement: true) }
        add("multinomial/64") { try weights().to(.float64).multinomial(8, replacement: true) }
        for type in [DType.int64, .int32, .uint8, .bool, .float32, .float64] {
            add("random_/\(type.name)") { try Tensor.empty([5], dtype: type).random_() }
        }
        add("dropout") { try dropout(Tensor.ones([4, 25]), p: 0.3) }
        add("dropout/half") { try dropout(Tensor.ones([4, 25])) }
        add("dropout/transposed") { try dropout(Tensor.ones([25, 4]).t(), p: 0.3) }
        add("dropout2d") { try dropout2d(Tensor.ones([4, 10, 2, 2]), p: 0.3) }
        add("dropout1d") { try dropout1d(Tensor.ones([4, 10, 2]), p: 0.3) }
        add("alpha_dropout") {
            try alphaDropout(Tensor.linspace(-1, 1, steps: 40), p: 0.3, training: true)
        }
        return cases
    }

    @Test("every way of drawing gives PyTorch's values and leaves its state")
    func golden() throws {
        let golden = try Golden("random.safetensors")
        for (name, draw) in Self.cases() {
            manualSeed(0)
            let value = try draw()
            let next = try Tensor.rand([2])
            #expect(try difference(value, golden[name]) <= 1e-6, "\(name)")
            #expect(try difference(next, golden["\(name)/next"]) == 0, "after \(name)")
        }
        manualSeed(1_234_567_890_123)
        #expect(try difference(Tensor.rand([4]), golden["rand/seed"]) == 0)
    }

    @Test("no golden value goes unused")
    func complete() throws {
        let known = Set(Self.cases().map(\.name) + ["rand/seed", "state"])
        for name in try Golden("random.safetensors").names {
            #expect(
                known.contains(name.hasSuffix("/next") ? String(name.dropLast(5)) : name), "\(name)"
            )
        }
    }

    @Test("float32 normals are PyTorch's to the bit where there is fused multiply-add")
    func normalBits() throws {
        let golden = try Golden("random.safetensors")
        manualSeed(0)
        let value = try Tensor.randn([1000]).array(Float.self)
        let expected = try golden["randn/1000"].array(Float.self)
        let different = zip(value, expected).filter { $0 != $1 }.count
        #expect(different <= 10)
    }

    @Test("the state is PyTorch's, byte for byte, and can be set")
    func state() throws {
        let golden = try Golden("random.safetensors")
        let generator = manualSeed(42)
        _ = try Tensor.rand([1000])
        _ = try Tensor.randn([3])
        let state = try golden["state"].array(UInt8.self)
        #expect(generator.state == state)
        let other = Generator()
        try other.setState(state)
        let next = try Tensor.randn([3], generator: other)
        #expect(try difference(next, golden["state/next"]) <= 1e-6)
        #expect(other.initialSeed == 42)
    }

    @Test("a state of the wrong size or with impossible contents is refused")
    func badState() throws {
        let generator = Generator()
        #expect(throws: TensorError.self) { try generator.setState([1, 2, 3]) }
        #expect(throws: TensorError.self) {
            try generator.setState([UInt8](repeating: 0, count: Generator.stateSize))
        }
    }

    @Test("an unseeded generator has PyTorch's default seed")
    func defaultSeed() {
        #expect(Generator().initialSeed == 67_280_421_310_721)
    }

    @Test("arguments out of range are refused in PyTorch's words")
    func errors() throws {
        func message(_ body: () throws -> Void) -> String {
            do { try body() } catch { return "\(error)" }
            return "nothing"
        }
        let x = try Tensor.empty([3])
        #expect(
            message { try x.bernoulli_(1.5) }
                == "bernoulli_ expects p to be in [0, 1], but got p=1.5")
        #expect(
            message { try x.normal_(std: -1) } == "normal expects std >= 0.0, but found std -1")
        #expect(
            message { try x.uniform_(2, 1) }
                == "uniform_ expects to return a [from, to) range, but found from=2 > to=1")
        #expect(
            message { _ = try Tensor.randint(3, 3, [2]) }
                == "random_ expects 'from' to be less than 'to', but got from=3 >= to=3")
        #expect(
            message { _ = try Tensor.randint(0, 300, [2], dtype: .uint8) }
                == "to - 1 is out of bounds for unsigned char")
        #expect(
            message { _ = try Tensor.rand([2], dtype: .int64) }
                == "\"check_uniform_bounds\" not implemented for 'Long'")
        #expect(
            message { _ = try Tensor([1.0, 0.0]).multinomial(3) }
                == "cannot sample n_sample > prob_dist.size(-1) samples without replacement")
    }
}
