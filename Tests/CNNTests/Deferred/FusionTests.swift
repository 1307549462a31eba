import CNN
import Testing

/// Runs `body` with work put off in that way.
private func with<R>(_ mode: Deferral.Mode, _ body: () throws -> R) rethrows -> R {
    let before = Deferral.mode
    Deferral.mode = mode
    defer { Deferral.mode = before }
    return try body()
}

/// The greatest magnitude.
private func greatest(_ tensor: Tensor) throws -> Double {
    try tensor.detach().scalars().map { abs($0.doubleValue) }.max() ?? 0
}

@Suite("Deferred work")
struct FusionTests {
    @Test("fused and plain passes agree on 2,400 random networks", arguments: 0..<8)
    func networks(_ part: Int) throws {
        var (magnified, compared) = (0, 0)
        for seed in part * 300..<(part + 1) * 300 {
            let before = LiveObjects.current
            if let count = try compare(seed) {
                magnified += count
                compared += 1
                #expect(LiveObjects.current == before, "\(seed) leaves something alive")
            }
        }
        // The plain passes add in float32, in PyTorch's order.
        #expect(magnified <= 20)
        // The others are refused, in both ways alike.
        #expect(compared >= 250)
    }

    /// Compares the two ways for one network. Returns how many values had their rounding magnified; `nil` for a network
    /// that is refused.
    private func compare(_ seed: Int) throws -> Int? {
        var magnified = 0
        let network = try RandomNetwork(seed: seed)
        let plain: [(name: String, value: Tensor)]
        do {
            plain = try with(.never) { try network.run() }
        } catch let refusal as TensorError {
            // What was saved has been changed in place: then both ways say so.
            #expect(throws: refusal) { try with(.always) { try network.run() } }
            return nil
        }
        let fused = try with(.always) { try network.run() }
        #expect(plain.map(\.name) == fused.map(\.name), "\(seed): \(network.description)")
        // Gradients are sums in which much cancels: they are compared with the largest of all.
        let scale =
            try plain.filter { $0.name.contains("gradient") }
            .map { try greatest($0.value) }.max() ?? 0
        func gap(_ a: Tensor, _ b: Tensor, _ name: String) throws -> Double {
            let gap = try difference(a, b)
            return name.contains("gradient") ? gap * (try greatest(b)) / max(scale, 1e-30) : gap
        }
        var exact: [(name: String, value: Tensor)] = []
        for (index, (a, b)) in zip(fused, plain).enumerated() {
            let apart = try gap(a.value, b.value, a.name)
            if apart < 2e-6 { continue }
            // Where a network magnifies rounding, neither is right: the fused one must be near the values in
            // float64, or not much further from them than the plain one is.
            if exact.isEmpty { exact = try with(.never) { try network.run(.float64) } }
            let reference = try exact[index].value.to(.float32)
            let (own, other) = (
                try gap(a.value, reference, a.name), try gap(b.value, reference, a.name)
            )
            #expect(
                own < max(3 * other, 1e-4),
                "\(seed): \(network.description): \(a.name): fused \(own), plain \(other)")
            magnified += 1
        }
        return magnified
    }

    @Test("bits do not depend on the number of threads", arguments: 0..<40)
    func threads(_ seed: Int) throws {
        let before = Threads.count
        defer { Threads.count = before }
        let network = try RandomNetwork(seed: 10_000 + seed, large: true)
        var results: [[[UInt32]]] = []
        for threads in [1, 2, 8, 2] {
            Threads.count = threads
            do {
                results.append(
                    try network.run().map { try $0.value.array(Float.self).map(\.bitPattern) })
            } catch is TensorError {
                results.append([])
            }
        }
        #expect(results[1] == results[0], "2 threads: \(network.description)")
        #expect(results[2] == results[0], "8 threads: \(network.description)")
        #expect(results[3] == results[1], "again: \(network.description)")
    }

    @Test("a deferred value keeps what its source was when that changes")
    func changedSource() throws {
        try with(.always) {
            let x = try Tensor([-1, 2, -3, 4] as [Float], [1, 1, 2, 2])
            let y = try x.relu()
            try x.fill_(.double(7))
            #expect(try y.array(Float.self) == [0, 2, 0, 4])
        }
    }

    @Test("a deferred gradient keeps what its source was when that changes")
    func changedGradient() throws {
        try with(.always) {
            let x = try Tensor([-1, 2, -3, 4] as [Float], [1, 1, 2, 2])
            try x.requiresGrad_()
            let y = try x.relu()
            try y.retainGrad()
            let upstream = try Tensor([1, 2, 3, 4] as [Float], [1, 1, 2, 2])
            try y.backward(gradient: upstream)
            try upstream.fill_(.double(9))
            #expect(try x.grad?.array(Float.self) == [0, 2, 0, 4])
        }
    }

    @Test("a result that was changed in place is refused by its backward step")
    func versions() throws {
        try with(.always) {
            let x = try Tensor.randn([2, 1, 4, 4]).requiresGrad_()
            let y = try x.mul(.double(1)).relu()
            let z = try maxPool2d(y, [2])
            try y.mul_(.double(2))
            #expect(throws: TensorError.self) { try z.sum().backward() }
        }
    }
}
