import CNN
import Testing

/// What small or narrow operands take a quicker way to, against the plain way.
@Suite("Shortcuts")
struct ShortcutTests {
    @Test(
        "softmax of a row has the same bits alone, among few rows and among many",
        arguments: [1, 2, 7, 8, 10, 31, 32, 33, 100])
    func softmax(columns: Int) throws {
        manualSeed(UInt64(columns))
        let x = try Tensor.randn([150, columns]).mul(3)
        for logarithm in [false, true] {
            let all = try logarithm ? x.logSoftmax(1) : x.softmax(1)
            for rows in [1, 15, 17, 130] {
                let part = try x.narrow(0, 5, rows)
                let own = try logarithm ? part.logSoftmax(1) : part.softmax(1)
                #expect(try own.equal(all.narrow(0, 5, rows)), "\(rows) rows of \(columns)")
            }
            let exact = try logarithm ? x.to(.float64).logSoftmax(1) : x.to(.float64).softmax(1)
            #expect(try all.to(.float64).allclose(exact, rtol: 2e-6, atol: 1e-6))
        }
    }

    @Test("softmax of rows with infinities and NaN is what it is alone")
    func softmaxOfLimits() throws {
        let special: [Float] = [.infinity, -.infinity, .nan, 100, -100, 0, 1, -1]
        var values: [Float] = []
        for row in 0..<64 { values += (0..<8).map { special[(row * ($0 + 3) + $0) % 8] } }
        let x = try Tensor(values, [64, 8])
        let all = try x.softmax(1).array(Float.self)
        for row in 0..<64 {
            let own = try x.narrow(0, row, 1).softmax(1).array(Float.self)
            for (a, b) in zip(own, all[(row * 8)..<(row * 8 + 8)]) {
                #expect(a == b || a.isNaN && b.isNaN, "row \(row)")
            }
        }
    }

    @Test("the greatest of long runs: ties, NaN, and every length")
    func extrema() throws {
        manualSeed(3)
        for count in Array(1...200) + [4096, 40_000] {
            var values = try Tensor.randint(-9, 9, [count]).to(.float32).array(Float.self)
            for hasNaN in [false, true] {
                if hasNaN {
                    values[count / 3] = .nan
                    values[count / 2] = .nan
                }
                let x = try Tensor(values, [count])
                let place = Int(try x.argmax().item().doubleValue)
                let lowest = Int(try x.argmin().item().doubleValue)
                if hasNaN {
                    #expect(place == count / 3 && lowest == count / 3)
                    #expect(try x.max().item().doubleValue.isNaN)
                } else {
                    #expect(place == values.firstIndex(of: values.max()!), "of \(count)")
                    #expect(lowest == values.firstIndex(of: values.min()!), "of \(count)")
                    #expect(try x.max().item().doubleValue == Double(values.max()!))
                }
            }
        }
    }

    @Test("a product with one row or one column is that of the whole matrices")
    func vectors() throws {
        manualSeed(4)
        for (inner, outer) in [(1, 1), (3, 40), (700, 33), (6272, 128), (40, 6000)] {
            let matrix = try Tensor.randn([outer, inner], dtype: .float64)
            let vector = try Tensor.randn([inner, 2], dtype: .float64)
            let whole = try matrix.mm(vector).narrow(1, 0, 1)
            for plain in [matrix, try matrix.t().contiguous().t()] {
                for thin in try [vector.narrow(1, 0, 1), vector.narrow(1, 0, 1).contiguous()] {
                    let column = try plain.mm(thin)
                    let row = try thin.t().mm(plain.t()).t()
                    #expect(try column.allclose(whole, rtol: 1e-10, atol: 1e-10))
                    #expect(try row.allclose(whole, rtol: 1e-10, atol: 1e-10))
                }
            }
            #expect(
                try matrix.to(.float32).mm(vector.narrow(1, 0, 1).to(.float32)).to(.float64)
                    .allclose(whole, rtol: 1e-3, atol: 1e-3))
        }
        // No inner dimension: zeros, whatever lay in the memory.
        let none = try Tensor.zeros([1, 0]).mm(Tensor.zeros([0, 50]))
        #expect(try none.equal(Tensor.zeros([1, 50])))
    }

    @Test("joined tensors hold each part in its place, small and large, in every dimension")
    func joins() throws {
        manualSeed(5)
        for size in [1, 3, 40, 700] {
            let a = try Tensor.randn([2, size, 5])
            let b = try Tensor.randn([2, size, 5])
            for d in 0..<3 {
                let joined = try cat([a, b, a], d)
                #expect(try joined.narrow(d, 0, a.shape[d]).equal(a))
                #expect(try joined.narrow(d, a.shape[d], b.shape[d]).equal(b))
                #expect(try joined.narrow(d, a.shape[d] + b.shape[d], a.shape[d]).equal(a))
            }
            for d in 0...3 {
                let stacked = try stack([a, b], d)
                #expect(try stacked.select(d, 0).equal(a) && stacked.select(d, 1).equal(b))
            }
            let turned = try a.transpose(0, 2)
            let mixed = try cat([turned, turned.contiguous(), turned.to(.float64)], 0)
            #expect(mixed.dtype == .float64)
            #expect(try mixed.narrow(0, 5, 5).equal(turned.to(.float64)))
        }
    }
}
