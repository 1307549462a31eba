// Which layout the result of an elementwise operation gets: PyTorch keeps the order of the inputs' dimensions, so that
// a transposed input gives a transposed result.

enum Layout {
    /// The strides of an elementwise operation's result on `sources`, which broadcast to `shape`. With a number among the
    /// operands the shapes are not `uniform`.
    static func elementwise(_ shape: [Int], _ sources: [Tensor], uniform: Bool) -> [Int] {
        if uniform, sources.allSatisfy({ $0.shape == shape }), let first = sources.first {
            if sources.allSatisfy(\.isContiguous) { return Shape.strides(shape) }
            if shape.count == 4, sources.allSatisfy({ $0.isContiguous(.channelsLast) }),
                let strides = try? MemoryFormat.channelsLast.strides(shape)
            {
                return strides
            }
            if sources.allSatisfy({ $0.strides == first.strides && isDense($0) }) {
                return first.strides
            }
        }
        return dense(shape, like: sources.map { $0.strides(in: shape) })
    }

    /// Strides without gaps for `shape`, with dimensions ordered as in the lists of strides, the first of which counts most;
    /// a stride of 0 says nothing.
    static func dense(_ shape: [Int], like sources: [[Int]]) -> [Int] {
        let n = shape.count
        if n < 2 || sources.isEmpty { return Shape.strides(shape) }
        // Innermost first; an insertion sort that moves a dimension only past those that the strides say.
        var order = Array((0..<n).reversed())
        func comparison(_ a: Int, _ b: Int) -> Int {
            for strides in sources {
                let x = strides[a]
                let y = strides[b]
                if x == 0 || y == 0 { continue }
                if x < y { return -1 }
                if x > y { return 1 }
                if shape[a] > shape[b] { return 1 }
            }
            return 0
        }
        for i in 1..<n {
            var moving = i
            for other in stride(from: i - 1, through: 0, by: -1) {
                let result = comparison(order[other], order[moving])
                if result > 0 {
                    order.swapAt(other, moving)
                    moving = other
                } else if result < 0 {
                    break
                }
            }
        }
        if order.elementsEqual((0..<n).reversed()) { return Shape.strides(shape) }
        var strides = [Int](repeating: 1, count: n)
        var step = 1
        for d in order {
            strides[d] = step
            step *= shape[d]
        }
        return strides
    }

    /// Whether the elements fill their memory without gaps or overlap, in whatever order.
    static func isDense(_ tensor: Tensor) -> Bool {
        if tensor.isContiguous { return true }
        let dims = (0..<tensor.dim).filter { tensor.shape[$0] != 1 }
            .sorted { tensor.strides[$0] < tensor.strides[$1] }
        var step = 1
        for d in dims {
            if tensor.strides[d] != step { return false }
            step *= tensor.shape[d]
        }
        return true
    }

    /// Whether two elements may share memory (an expanded view).
    static func overlapsItself(_ tensor: Tensor) -> Bool {
        if tensor.isContiguous || tensor.count < 2 { return false }
        let dims = (0..<tensor.dim).filter { tensor.shape[$0] > 1 }
            .sorted { tensor.strides[$0] < tensor.strides[$1] }
        var reach = 0
        for d in dims {
            if tensor.strides[d] <= reach { return true }
            reach += (tensor.shape[d] - 1) * tensor.strides[d]
        }
        return false
    }
}

extension Tensor {
    /// Whether several of its elements share memory, as in an expanded view.
    package var overlapsItself: Bool { Layout.overlapsItself(self) }

    /// Whether it is contiguous and the strides of dimensions of size 1 are those of a fresh tensor too.
    @inline(__always)
    var isRowMajor: Bool {
        if !isContiguous { return false }
        var step = 1
        var d = shape.count - 1
        while d >= 0 {
            if strides[d] != step { return false }
            step &*= Swift.max(shape[d], 1)
            d -= 1
        }
        return true
    }

    /// The strides as a part of a greater shape that this tensor broadcasts to: 0 where it repeats.
    func strides(in whole: [Int]) -> [Int] {
        let missing = whole.count - dim
        return whole.indices.map { d in
            d < missing || shape[d - missing] == 1 && whole[d] != 1 ? 0 : strides[d - missing]
        }
    }
}
