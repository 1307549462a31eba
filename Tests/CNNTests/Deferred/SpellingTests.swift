import CNN
import Testing

/// Networks of modules from a seed, written in three ways: as one Sequential, as a statement a layer, and with a hook on each
/// module that looks at what comes out. The fast path is the engine's, so that the first two must not differ in a bit; what
/// a hook looks at is computed in the plain way, and so agrees to rounding. (A part of that suite, since one of its
/// tests counts what the pool hands out.)
extension FusionTests {
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

    /// Loss, gradients and running statistics of two steps.
    private func run(_ seed: Int, _ spelling: Spelling, _ mode: Deferral.Mode) throws -> [Tensor] {
        let before = Deferral.mode
        Deferral.mode = mode
        defer { Deferral.mode = before }
        var shape: [Int] = []
        let layers = try layers(seed, &shape)
        let model = Sequential(layers)
        let x = try Tensor.randn(shape).requiresGrad_()
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
        for (_, buffer) in model.namedBuffers() where buffer.dtype == .float32 {
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
        for seed in part * 40..<(part + 1) * 40 {
            let plain = try run(seed, .sequential, .never)
            // Gradients that are nothing but rounding (of a bias before a normalisation) are measured by the largest; and a
            // normalisation of two images magnifies it.
            let scale = try plain.map { try $0.abs().max().item().doubleValue }.max() ?? 1
            for spelling in [Spelling.sequential, .hooks] {
                let fused = try run(seed, spelling, .always)
                for (index, (a, b)) in zip(fused, plain).enumerated() {
                    let gap = try a.sub(b).abs().max().item().doubleValue
                    #expect(gap <= 1e-4 * scale, "\(seed), \(spelling): \(index)")
                }
            }
        }
    }
}
