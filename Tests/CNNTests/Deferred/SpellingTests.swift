import CNN
import Testing

/// Networks of modules from a seed, written in three ways: as one Sequential, as a statement a layer, and with a hook on each
/// module that looks at what comes out. The fast path is the engine's, so that the first two must not differ in a bit. What a
/// hook looks at is computed and in memory, and then a normalisation sums it up there and not from the moments of the
/// convolution's taps: another order, which agrees to rounding, as the plain passes do.
@Suite("Spellings of a network")
struct SpellingTests {
    /// Layers for (n, channels, h, w) that end with scores of four classes.
    private func layers(_ seed: Int, _ input: inout [Int]) throws -> [Module] {
        var stream = Stream(state: UInt64(seed) &* 0x9e37_79b9)
        _ = manualSeed(UInt64(seed))
        var c = stream.pick([1, 1, 3, 16])
        var (h, w) = (6 + stream.below(10), 6 + stream.below(14))
        input = [2 + stream.below(6), c, h, w]
        var layers: [Module] = []
        for _ in 0..<1 + stream.below(3) where min(h, w) >= 4 {
            let k = stream.pick([2, 5, 8, 16, 18])
            let stride = stream.once(in: 5) ? 2 : 1
            layers.append(
                try Conv2d(
                    c, k, kernelSize: 3, stride: stride, padding: 1, bias: !stream.once(in: 4)))
            (c, h, w) = (k, (h - 1) / stride + 1, (w - 1) / stride + 1)
            if !stream.once(in: 4) { layers.append(try BatchNorm2d(c)) }
            if !stream.once(in: 5) {
                let inPlace = stream.once(in: 3)
                layers.append(Activation.relu(inplace: inPlace))
            }
            if !stream.once(in: 3), min(h, w) >= 4 {
                layers.append(stream.once(in: 5) ? AvgPool2d([2]) : MaxPool2d(2))
                (h, w) = (h / 2, w / 2)
            }
            if stream.once(in: 3) { layers.append(try Dropout2d(.double(0.25))) }
        }
        if stream.once(in: 2) {
            layers += [AdaptiveAvgPool2d([1, 1]), Flatten(), try Linear(c, 4)]
        } else {
            layers += [Flatten(), try Linear(c * h * w, 12)]
            layers += [try BatchNorm1d(12), try Dropout(.double(0.5)), try Linear(12, 4)]
        }
        return layers
    }

    private enum Spelling { case sequential, statements, hooks }

    /// Loss, gradients and running statistics of two steps, computed in that type from the same numbers.
    private func run(
        _ seed: Int, _ spelling: Spelling, _ mode: Deferral.Mode, _ dtype: DType = .float32
    ) throws -> [Tensor] {
        let before = Deferral.mode
        Deferral.mode = mode
        defer { Deferral.mode = before }
        var shape: [Int] = []
        let layers = try layers(seed, &shape)
        let model = try Sequential(layers).to(dtype)
        let x = try Tensor.randn(shape).to(dtype).requiresGrad_()
        let labels = try Tensor.randint(0, 4, [shape[0]])
        var seen = 0.0
        if spelling == .hooks {
            for layer in layers {
                layer.registerForwardHook { _, _, output in
                    seen += try output.detach().sum().item().doubleValue
                    return nil
                }
            }
        }
        var results: [Tensor] = []
        for _ in 0..<2 {
            var y = x
            if spelling == .statements {
                for layer in layers { y = try layer.forward(y) }
            } else {
                y = try model(x)
            }
            let loss = try crossEntropy(y, labels)
            try loss.backward()
            results.append(loss.detach())
        }
        #expect(spelling != .hooks || seen.isFinite && seen != 0)
        results.append(try #require(x.grad))
        for parameter in model.parameters() { results.append(try #require(parameter.grad)) }
        for (_, buffer) in model.namedBuffers() where buffer.dtype == dtype {
            results.append(buffer)
        }
        return results
    }

    @Test("a Sequential and its layers one by one give the same bits", arguments: 0..<8)
    func spellings(_ part: Int) throws {
        for seed in part * 40..<(part + 1) * 40 {
            let first = try run(seed, .sequential, .always)
            let other = try run(seed, .statements, .always)
            #expect(first.count == other.count)
            for (index, (a, b)) in zip(first, other).enumerated() {
                let bits = try [a, b].map { try $0.array(Float.self).map(\.bitPattern) }
                #expect(bits[0] == bits[1], "\(seed): \(index)")
            }
        }
    }

    @Test("networks of modules agree with the plain passes, hooks or not", arguments: 0..<8)
    func modules(_ part: Int) throws {
        var magnified = 0
        for seed in part * 40..<(part + 1) * 40 {
            let plain = try run(seed, .sequential, .never)
            // Gradients that are nothing but rounding (of a bias before a normalisation) are measured by the largest.
            let scale = try plain.map { try $0.abs().max().item().doubleValue }.max() ?? 1
            var exact: [Tensor] = []
            for spelling in [Spelling.sequential, .hooks] {
                let fused = try run(seed, spelling, .always)
                #expect(fused.count == plain.count)
                for (index, (a, b)) in zip(fused, plain).enumerated() {
                    if try gap(a, b) <= 1e-6 * scale { continue }
                    // A normalisation of two images, or of planes of one number, magnifies what is rounded before it,
                    // and a maximum of two numbers that differ by a rounding passes its gradient elsewhere. Then neither
                    // way is right: the fused one must be as near to what float64 gives as the plain one is.
                    if exact.isEmpty { exact = try run(seed, .sequential, .never, .float64) }
                    let (own, other) = (try gap(a, exact[index]), try gap(b, exact[index]))
                    #expect(
                        own <= 3 * other + 1e-5 * scale,
                        "\(seed), \(spelling): \(index): \(own / scale), plain \(other / scale)")
                    magnified += 1
                }
            }
        }
        #expect(magnified <= 40)
    }

    /// The greatest difference.
    private func gap(_ a: Tensor, _ b: Tensor) throws -> Double {
        try a.to(.float64).sub(try b.to(.float64)).abs().max().item().doubleValue
    }
}
