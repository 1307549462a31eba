// Which layout the result of an elementwise operation gets: PyTorch keeps the order of the inputs' dimensions, so that
// a transposed input gives a transposed result.

enum Layout {
    /// Strides without gaps for `shape`, with dimensions ordered as in `tensors` (those that have that shape).
    static func dense(_ shape: [Int], like tensors: [Tensor]) -> [Int] {
        let n = shape.count
        let sources = tensors.filter { $0.shape == shape }
        if n < 2 || sources.isEmpty { return Shape.strides(shape) }
        // Innermost first; an insertion sort that moves a dimension only past those that the strides say.
        var order = Array((0..<n).reversed())
        func comparison(_ a: Int, _ b: Int) -> Int {
            for tensor in sources {
                let x = tensor.strides[a]
                let y = tensor.strides[b]
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
        var strides = [Int](repeating: 1, count: n)
        var step = 1
        for d in order {
            strides[d] = step
            step *= Swift.max(shape[d], 1)
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
