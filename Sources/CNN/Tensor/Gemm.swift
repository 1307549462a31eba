// Matrix products over OpenBLAS, which is told to use one thread and is called from several of ours.
//
// A product is cut into blocks by its sizes alone: along the rows or columns of the result when these are many, else along the
// inner dimension, whose partial results are then added in order. So the bits do not depend on the number of threads.

import CNNKernels
import COpenBLAS

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

    /// One call of OpenBLAS on the calling thread.
    static func single(
        _ dtype: DType, _ m: Int, _ n: Int, _ k: Int, _ alpha: Double, _ a: Matrix, _ b: Matrix,
        _ beta: Double, _ c: UnsafeMutableRawPointer, _ ldc: Int
    ) {
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
