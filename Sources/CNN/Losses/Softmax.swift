// Softmax and its logarithm along one dimension. The input is seen as (outer, size, inner).

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// log(exp(x) / Σ exp(x)) along `dim`.
public func logSoftmax(_ input: Tensor, dim: Int) throws -> Tensor {
    let d = try Shape.dimension(dim, of: input.dim)
    let name =
        d == max(input.dim, 1) - 1 ? "log_softmax_lastdim_kernel_impl" : "softmax_kernel_impl"
    let result = try SoftmaxKernel.run(input, d, logarithm: true, name)
    return result.record("LogSoftmaxBackward0", [input], saving: [input]) { node, gradients in
        guard let dy = gradients[0] else { return [nil] }
        let weights = try softmax(try node.saved(0), dim: d)
        if input0D(weights) { return [try dy.sub(weights.mul(dy))] }
        return [try dy.sub(try weights.mul(try dy.sum([d], keepdim: true)))]
    }
}

/// exp(x) / Σ exp(x) along `dim`.
public func softmax(_ input: Tensor, dim: Int) throws -> Tensor {
    let d = try Shape.dimension(dim, of: input.dim)
    let name = d == max(input.dim, 1) - 1 ? "softmax_lastdim_kernel_impl" : "softmax_kernel_impl"
    let result = try SoftmaxKernel.run(input, d, logarithm: false, name)
    return result.recordSavingResult("SoftmaxBackward0", [input]) { node, gradients in
        guard let dy = gradients[0] else { return [nil] }
        let y = try node.saved(0)
        let product = try dy.mul(y)
        if input0D(y) { return [try product.sub(try y.mul(product))] }
        return [try product.sub(try y.mul(try product.sum([d], keepdim: true)))]
    }
}

private func input0D(_ tensor: Tensor) -> Bool { tensor.dim == 0 }

enum SoftmaxKernel {
    static func run(_ input: Tensor, _ d: Int, logarithm: Bool, _ name: String) throws -> Tensor {
        guard input.dtype.isFloatingPoint else {
            throw TensorError.notImplemented(
                "\"\(name)\" not implemented for '\(input.dtype.scalarTypeName)'")
        }
        let x = try input.plain()
        let y = try Tensor.empty(input.shape, dtype: input.dtype)
        if y.count == 0 { return y }
        let size = input.dim == 0 ? 1 : input.shape[d]
        let inner = input.shape.dropFirst(d + 1).reduce(1, *)
        let rows = y.count / size
        let block = max(1, (1 << 13) / size)
        let blocks = (rows + block - 1) / block
        access(x, y) { x, y in
            let body: (Int) -> Void = { index in
                for row in index * block..<min((index + 1) * block, rows) {
                    let start = row / inner * size * inner + row % inner
                    if input.dtype == .float32 {
                        line(
                            x.assumingMemoryBound(to: Float.self) + start,
                            y.assumingMemoryBound(to: Float.self) + start, size, inner, logarithm)
                    } else {
                        line(
                            x.assumingMemoryBound(to: Double.self) + start,
                            y.assumingMemoryBound(to: Double.self) + start, size, inner, logarithm)
                    }
                }
            }
            if rows * size < 4096 {
                for index in 0..<blocks { body(index) }
            } else {
                parallel(blocks: blocks, body)
            }
        }
        return y
    }

    private static func line<T: Real>(
        _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ size: Int, _ step: Int,
        _ logarithm: Bool
    ) {
        var greatest = -T.infinity
        for i in 0..<size {
            let v = x[i * step]
            if v > greatest || v.isNaN { greatest = v }
            if greatest.isNaN { break }
        }
        var sum = 0.0
        for i in 0..<size {
            let e = exp(Double(x[i * step] - greatest))
            sum += e
            if !logarithm { y[i * step] = T(e) }
        }
        if logarithm {
            let shift = T(log(sum))
            for i in 0..<size { y[i * step] = x[i * step] - greatest - shift }
        } else {
            let factor = T(1 / sum)
            for i in 0..<size { y[i * step] *= factor }
        }
    }
}
