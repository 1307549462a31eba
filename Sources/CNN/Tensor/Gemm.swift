// Matrix products, by kernels of our own where one side is no larger than a batch or a layer, else by OpenBLAS, which is told to
// use one thread. Both are called from several of ours.
//
// A product is cut into blocks by its sizes alone: along the rows or columns of the result when these are many, else along the
// inner dimension, whose partial results are then added in order. So the bits do not depend on the number of threads.

import CNNKernels
import COpenBLAS
import Glibc

/// C ← A·B for one matrix or a batch.
package enum Gemm {
    private static let setUp: Void = { openblas_set_num_threads(1) }()

    /// A matrix in memory: element (i, j) at i·rowStride + j·columnStride, one of which is 1.
    package struct Matrix {
        var address: UnsafeMutableRawPointer
        var leading: Int
        var transposed: Bool

        /// `leading`: the distance between rows, or between columns of a transposed matrix.
        package init(_ address: UnsafeMutableRawPointer, leading: Int, transposed: Bool = false) {
            self.address = address
            self.leading = leading
            self.transposed = transposed
        }

        /// As the kernels take it.
        fileprivate var single: ck_matrix {
            ck_matrix(
                at: address.assumingMemoryBound(to: Float.self), leading: Int64(leading),
                turned: transposed)
        }

        /// The part that starts at row `i`, column `j`.
        func from(_ i: Int, _ j: Int, _ size: Int) -> Matrix {
            let step = transposed ? j * leading + i : i * leading + j
            return Matrix(address + step * size, leading: leading, transposed: transposed)
        }
    }

    /// Work of a block, in multiply-adds, below which cutting does not pay.
    private static let grain = 1 << 21
    private static let mostBlocks = 8

    /// c (m × n, rows `ldc` apart) ← alpha · a (m × k) · b (k × n) + beta · c, in float32 or float64.
    ///
    /// `scratch` has room for partial results when the inner dimension is cut: `scratchCount(…)` elements.
    package static func run(
        _ dtype: DType, _ m: Int, _ n: Int, _ k: Int, alpha: Double = 1, _ a: Matrix, _ b: Matrix,
        beta: Double = 0, _ c: UnsafeMutableRawPointer, ldc: Int
    ) throws {
        _ = setUp
        if m == 0 || n == 0 { return }
        if m == 1 || n == 1 {
            return vector(dtype, m, n, k, alpha, a, b, beta, c, ldc)
        }
        let size = dtype.itemSize
        let blocks = Swift.min(mostBlocks, m * n / 64 * k * 64 / grain)
        if blocks < 2 {
            return single(dtype, m, n, k, alpha, a, b, beta, c, ldc)
        }
        if m * n <= 1 << 15 && k >= 8 * Swift.max(m, n) {
            let pieces = blocks >= 4 ? 4 : 2
            let step = (k / pieces + 15) & ~15
            let partial = try Tensor.empty([pieces - 1, m, n], dtype: dtype)
            partial.access { memory in
                parallel(blocks: pieces) { piece in
                    let first = piece * step
                    let length = piece == pieces - 1 ? k - first : step
                    let (x, y) = (a.from(0, first, size), b.from(first, 0, size))
                    if piece == 0 {
                        single(dtype, m, n, length, alpha, x, y, beta, c, ldc)
                    } else {
                        let to = memory + (piece - 1) * m * n * size
                        single(dtype, m, n, length, alpha, x, y, 0, to, n)
                    }
                }
                for piece in 0..<pieces - 1 {
                    for i in 0..<m {
                        let from = memory + (piece * m + i) * n * size
                        add(dtype, from, to: c + i * ldc * size, n)
                    }
                }
            }
            return
        }
        if m >= n {
            let step = ((m + blocks - 1) / blocks + 15) & ~15
            parallel(blocks: (m + step - 1) / step) { block in
                let first = block * step
                single(
                    dtype, Swift.min(step, m - first), n, k, alpha, a.from(first, 0, size), b, beta,
                    c + first * ldc * size, ldc)
            }
        } else {
            let step = ((n + blocks - 1) / blocks + 15) & ~15
            parallel(blocks: (n + step - 1) / step) { block in
                let first = block * step
                single(
                    dtype, m, Swift.min(step, n - first), k, alpha, a, b.from(0, first, size), beta,
                    c + first * size, ldc)
            }
        }
    }

    /// Elements of a matrix above which its product with a vector is worth two threads.
    private static let vectorGrain = 1 << 17

    /// A product with one row or one column, which reads the matrix once and packs nothing.
    private static func vector(
        _ dtype: DType, _ m: Int, _ n: Int, _ k: Int, _ alpha: Double, _ a: Matrix, _ b: Matrix,
        _ beta: Double, _ c: UnsafeMutableRawPointer, _ ldc: Int
    ) {
        let size = dtype.itemSize
        let isRow = m == 1
        let count = isRow ? n : m
        // What the vector is multiplied with, as a matrix of `count` rows.
        let matrix = isRow ? b : a
        let isTransposed = isRow ? !matrix.transposed : matrix.transposed
        let x = isRow ? a : b
        let stride = blasint(isRow == x.transposed ? Swift.max(x.leading, 1) : 1)
        let outStride = isRow ? 1 : ldc
        let leading = blasint(Swift.max(matrix.leading, 1))
        func product(_ first: Int, _ length: Int) {
            let part = isRow ? matrix.from(0, first, size) : matrix.from(first, 0, size)
            let (rows, columns) = isTransposed ? (k, length) : (length, k)
            let order = isTransposed ? CblasTrans : CblasNoTrans
            let to = c + first * outStride * size
            if beta == 0 {
                // Whatever lies there, were it NaN, must not take part.
                for i in 0..<length { memset(to + i * outStride * size, 0, size) }
            }
            if k == 0 && beta == 0 { return }
            if dtype == .float32 {
                cblas_sgemv(
                    CblasRowMajor, order, blasint(rows), blasint(columns), Float(alpha),
                    part.address.assumingMemoryBound(to: Float.self), leading,
                    x.address.assumingMemoryBound(to: Float.self), stride, Float(beta),
                    to.assumingMemoryBound(to: Float.self), blasint(outStride))
            } else {
                cblas_dgemv(
                    CblasRowMajor, order, blasint(rows), blasint(columns), alpha,
                    part.address.assumingMemoryBound(to: Double.self), leading,
                    x.address.assumingMemoryBound(to: Double.self), stride, beta,
                    to.assumingMemoryBound(to: Double.self), blasint(outStride))
            }
        }
        // Products are counted in rows, so that none overflows.
        if count < 32 || k < vectorGrain / count { return product(0, count) }
        let step = ((count + 1) / 2 + 15) & ~15
        parallel(blocks: 2) { block in
            product(block * step, block == 0 ? step : count - step)
        }
    }

    private static func add(
        _ dtype: DType, _ from: UnsafeMutableRawPointer, to: UnsafeMutableRawPointer, _ n: Int
    ) {
        if dtype == .float32 {
            let (x, y) = (
                from.assumingMemoryBound(to: Float.self), to.assumingMemoryBound(to: Float.self)
            )
            for i in 0..<n { y[i] += x[i] }
        } else {
            let (x, y) = (
                from.assumingMemoryBound(to: Double.self), to.assumingMemoryBound(to: Double.self)
            )
            for i in 0..<n { y[i] += x[i] }
        }
    }

    /// Whether our own kernel does it: where what a library does before and after costs much of the time, and no columns of
    /// zeros have to be multiplied to fill vectors.
    private static func isOwn(_ m: Int, _ n: Int, _ k: Int) -> Bool {
        m >= 4 && n >= 16 && k >= 8 && Swift.min(m, n, k) <= 384 && (16 - n % 16) % 16 * 8 <= n
    }

    /// A product on the calling thread.
    static func single(
        _ dtype: DType, _ m: Int, _ n: Int, _ k: Int, _ alpha: Double, _ a: Matrix, _ b: Matrix,
        _ beta: Double, _ c: UnsafeMutableRawPointer, _ ldc: Int
    ) {
        if dtype == .float32, alpha == 1, beta == 0 || beta == 1, isOwn(m, n, k) {
            return ck_product_f32(
                Int64(m), Int64(n), Int64(k), a.single, b.single, beta == 1,
                c.assumingMemoryBound(to: Float.self), Int64(ldc))
        }
        _ = setUp
        let (transA, transB) = (
            a.transposed ? CblasTrans : CblasNoTrans, b.transposed ? CblasTrans : CblasNoTrans
        )
        let (lda, ldb) = (blasint(Swift.max(a.leading, 1)), blasint(Swift.max(b.leading, 1)))
        if dtype == .float32 {
            cblas_sgemm(
                CblasRowMajor, transA, transB, blasint(m), blasint(n), blasint(k), Float(alpha),
                a.address.assumingMemoryBound(to: Float.self), lda,
                b.address.assumingMemoryBound(to: Float.self), ldb, Float(beta),
                c.assumingMemoryBound(to: Float.self), blasint(ldc))
        } else {
            cblas_dgemm(
                CblasRowMajor, transA, transB, blasint(m), blasint(n), blasint(k), alpha,
                a.address.assumingMemoryBound(to: Double.self), lda,
                b.address.assumingMemoryBound(to: Double.self), ldb, beta,
                c.assumingMemoryBound(to: Double.self), blasint(ldc))
        }
    }
}
