import CNN
import Testing

@Suite("Histogram")
struct HistogramTests {
    @Test("a range that overflows its type counts every value, and traps nowhere")
    func limits() throws {
        let large = Float.greatestFiniteMagnitude
        let single = try Tensor([-large, 0, large], [3])
        #expect(try single.histc(bins: 4).sum().item().doubleValue == 3)
        let double = try single.to(.float64).mul(.double(5e269))
        #expect(try double.histc(bins: 4).sum().item().doubleValue == 3)
    }

    @Test("a value on an edge falls where the type's own rounding puts it")
    func edges() throws {
        let values = try Tensor.linspace(0, 1, steps: 71)
        let counts = try values.histc(bins: 7, min: 0.1, max: 0.8)
        #expect(try counts.equal(Tensor([7, 7, 7, 7, 7, 7, 8] as [Float], [7])))
    }
}
