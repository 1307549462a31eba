import CNN
import Testing

/// Convolutions that are computed with fewer multiplications, against those in float64, which are not.
@Suite("Winograd's convolution")
struct WinogradTests {
    /// The output and the gradients of input, weight and bias, for the first two made of whole numbers or of normal ones.
    private func run(
        _ dtype: DType, _ shape: [Int], channels: Int, padding: Int, whole: Bool = false,
        change: (Tensor) throws -> Void = { _ in }
    ) throws -> [Tensor] {
        let source = Generator()
        source.manualSeed(7)
        func leaf(_ shape: [Int]) throws -> Tensor {
            let normal = try Tensor.randn(shape, generator: source)
            let values = whole ? try normal.mul(.double(3)).round() : normal
            return try values.to(dtype).requiresGrad_()
        }
        let x = try leaf(shape)
        let weight = try leaf([channels, shape[1], 3, 3])
        let bias = try leaf([channels])
        try withoutGradient { try change(x) }
        let y = try conv2d(x, weight, bias, padding: .sizes([padding]))
        let factors = try y.detach().mul(.double(0)).add(leaf(y.shape).detach())
        try y.backward(gradient: factors)
        return [
            y.detach(), try #require(x.grad), try #require(weight.grad), try #require(bias.grad),
        ]
    }

    @Test(
        "values and gradients are those of float64",
        arguments: [
            (1, 16, 16, 4, 4, 0), (3, 24, 40, 9, 7, 1), (2, 64, 32, 14, 14, 1),
            (5, 17, 33, 6, 31, 2), (64, 32, 16, 8, 8, 1), (1, 130, 70, 5, 12, 1),
        ])
    func values(_ n: Int, _ c: Int, _ k: Int, _ h: Int, _ w: Int, _ padding: Int) throws {
        let shape = [n, c, h, w]
        let results = try run(.float32, shape, channels: k, padding: padding)
        let exact = try run(.float64, shape, channels: k, padding: padding)
        for (a, b) in zip(results, exact) {
            #expect(try difference(a, b.to(.float32)) < 2e-6)
        }
    }

    @Test("whole numbers stay exact")
    func wholeNumbers() throws {
        let results = try run(.float32, [2, 20, 9, 9], channels: 18, padding: 1, whole: true)
        let exact = try run(.float64, [2, 20, 9, 9], channels: 18, padding: 1, whole: true)
        for (a, b) in zip(results, exact) {
            #expect(try a.array(Float.self) == b.to(.float32).array(Float.self))
        }
    }

    @Test(
        "one value that is not finite reaches what its windows reach, and no more",
        arguments: [
            Double.nan, .infinity, -.infinity,
        ])
    func notFinite(_ value: Double) throws {
        func spoil(_ x: Tensor) throws {
            try x.select(0, 1).select(0, 3).select(0, 4).select(0, 5).fill_(.double(value))
        }
        let results = try run(.float32, [2, 16, 10, 12], channels: 16, padding: 1, change: spoil)
        let exact = try run(.float64, [2, 16, 10, 12], channels: 16, padding: 1, change: spoil)
        for (a, b) in zip(results, exact) {
            let pairs = zip(try a.array(Float.self), try b.array(Double.self))
            #expect(pairs.allSatisfy { $0.isNaN == $1.isNaN && $0.isFinite == $1.isFinite })
        }
        #expect(try results[0].array(Float.self).filter { !$0.isFinite }.count == 9 * 16)
    }

    @Test("an image's values do not depend on the others of its batch")
    func alone() throws {
        let x = try Tensor.randn([5, 16, 12, 12])
        let weight = try Tensor.randn([24, 16, 3, 3])
        let all = try conv2d(x, weight, padding: 1)
        let one = try conv2d(try x.narrow(0, 3, 1), weight, padding: 1)
        #expect(try one.array(Float.self) == all.narrow(0, 3, 1).clone().array(Float.self))
    }
}
