// The decompositions of one matrix that libopenblas brings along with its products. Matrices are column by column, as
// LAPACK has them. Every routine is first asked how much room it wants.

import COpenBLAS

/// A type that LAPACK computes in.
protocol LapackNumber: TensorElement, FloatingPoint {
    static func svd(
        _ job: UnsafePointer<CChar>, _ m: Int32, _ n: Int32, _ a: inout [Self], _ s: inout [Self],
        _ u: inout [Self], _ vt: inout [Self], columns: Int32, _ work: inout [Self], size: Int32,
        _ integers: inout [Int32]
    ) -> Int32
    static func symmetric(
        _ part: UnsafePointer<CChar>, _ n: Int32, _ a: inout [Self], _ w: inout [Self],
        _ work: inout [Self], size: Int32, _ integers: inout [Int32], integerSize: Int32
    ) -> Int32
    static func householder(
        _ m: Int32, _ n: Int32, _ a: inout [Self], _ tau: inout [Self], _ work: inout [Self],
        size: Int32)
    static func orthogonal(
        _ m: Int32, _ n: Int32, _ k: Int32, _ a: inout [Self], _ tau: [Self],
        _ work: inout [Self], size: Int32)
    var roomAsked: Int { get }
}

extension Float: LapackNumber {
    var roomAsked: Int { Int(self) + 1 }

    static func svd(
        _ job: UnsafePointer<CChar>, _ m: Int32, _ n: Int32, _ a: inout [Float],
        _ s: inout [Float], _ u: inout [Float], _ vt: inout [Float], columns: Int32,
        _ work: inout [Float], size: Int32, _ integers: inout [Int32]
    ) -> Int32 {
        var (m, n, lda, ldu, ldvt, size, info) = (
            m, n, Swift.max(m, 1), Swift.max(m, 1), Swift.max(columns, 1), size, Int32(0)
        )
        sgesdd_(
            job, &m, &n, &a, &lda, &s, &u, &ldu, &vt, &ldvt, &work, &size, &integers, &info, 1)
        return info
    }

    static func symmetric(
        _ part: UnsafePointer<CChar>, _ n: Int32, _ a: inout [Float], _ w: inout [Float],
        _ work: inout [Float], size: Int32, _ integers: inout [Int32], integerSize: Int32
    ) -> Int32 {
        var (n, lda, size, integerSize, info) = (n, Swift.max(n, 1), size, integerSize, Int32(0))
        ssyevd_(
            "V", part, &n, &a, &lda, &w, &work, &size, &integers, &integerSize, &info, 1, 1)
        return info
    }

    static func householder(
        _ m: Int32, _ n: Int32, _ a: inout [Float], _ tau: inout [Float], _ work: inout [Float],
        size: Int32
    ) {
        var (m, n, lda, size, info) = (m, n, Swift.max(m, 1), size, Int32(0))
        sgeqrf_(&m, &n, &a, &lda, &tau, &work, &size, &info)
    }

    static func orthogonal(
        _ m: Int32, _ n: Int32, _ k: Int32, _ a: inout [Float], _ tau: [Float],
        _ work: inout [Float], size: Int32
    ) {
        var (m, n, k, lda, size, info) = (m, n, k, Swift.max(m, 1), size, Int32(0))
        sorgqr_(&m, &n, &k, &a, &lda, tau, &work, &size, &info)
    }
}

extension Double: LapackNumber {
    var roomAsked: Int { Int(self) + 1 }

    static func svd(
        _ job: UnsafePointer<CChar>, _ m: Int32, _ n: Int32, _ a: inout [Double],
        _ s: inout [Double], _ u: inout [Double], _ vt: inout [Double], columns: Int32,
        _ work: inout [Double], size: Int32, _ integers: inout [Int32]
    ) -> Int32 {
        var (m, n, lda, ldu, ldvt, size, info) = (
            m, n, Swift.max(m, 1), Swift.max(m, 1), Swift.max(columns, 1), size, Int32(0)
        )
        dgesdd_(
            job, &m, &n, &a, &lda, &s, &u, &ldu, &vt, &ldvt, &work, &size, &integers, &info, 1)
        return info
    }

    static func symmetric(
        _ part: UnsafePointer<CChar>, _ n: Int32, _ a: inout [Double], _ w: inout [Double],
        _ work: inout [Double], size: Int32, _ integers: inout [Int32], integerSize: Int32
    ) -> Int32 {
        var (n, lda, size, integerSize, info) = (n, Swift.max(n, 1), size, integerSize, Int32(0))
        dsyevd_(
            "V", part, &n, &a, &lda, &w, &work, &size, &integers, &integerSize, &info, 1, 1)
        return info
    }

    static func householder(
        _ m: Int32, _ n: Int32, _ a: inout [Double], _ tau: inout [Double],
        _ work: inout [Double], size: Int32
    ) {
        var (m, n, lda, size, info) = (m, n, Swift.max(m, 1), size, Int32(0))
        dgeqrf_(&m, &n, &a, &lda, &tau, &work, &size, &info)
    }

    static func orthogonal(
        _ m: Int32, _ n: Int32, _ k: Int32, _ a: inout [Double], _ tau: [Double],
        _ work: inout [Double], size: Int32
    ) {
        var (m, n, k, lda, size, info) = (m, n, k, Swift.max(m, 1), size, Int32(0))
        dorgqr_(&m, &n, &k, &a, &lda, tau, &work, &size, &info)
    }
}

enum Lapack {
    /// U, the singular values and Vᵀ of a matrix (m × n); `nil` when the method does not converge.
    static func svd<T: LapackNumber>(
        _ matrix: [T], _ m: Int, _ n: Int, full: Bool
    ) -> (u: [T], s: [T], vt: [T])? {
        let k = min(m, n)
        let (left, right) = full ? (m, n) : (k, k)
        var (a, s) = (matrix, [T](repeating: 0, count: k))
        var u = [T](repeating: 0, count: m * left)
        var vt = [T](repeating: 0, count: right * n)
        var integers = [Int32](repeating: 0, count: 8 * max(k, 1))
        var work: [T] = [0]
        let job = full ? "A" : "S"
        for size in [-1, 0] {
            let room = size < 0 ? 1 : work[0].roomAsked
            work = [T](repeating: 0, count: room)
            let info = T.svd(
                job, Int32(m), Int32(n), &a, &s, &u, &vt, columns: Int32(right), &work,
                size: size < 0 ? -1 : Int32(room), &integers)
            if info != 0 { return nil }
        }
        return (u, s, vt)
    }

    /// The eigenvalues, from the least, and eigenvectors as columns of a symmetric matrix, of which one triangle is read.
    static func symmetric<T: LapackNumber>(
        _ matrix: [T], _ n: Int, upper: Bool
    ) -> (values: [T], vectors: [T])? {
        var (a, w) = (matrix, [T](repeating: 0, count: n))
        var work: [T] = [0]
        var integers: [Int32] = [0]
        for isQuestion in [true, false] {
            let (room, whole) =
                isQuestion ? (1, 1) : (work[0].roomAsked, Int(integers[0]))
            work = [T](repeating: 0, count: room)
            integers = [Int32](repeating: 0, count: whole)
            let info = T.symmetric(
                upper ? "U" : "L", Int32(n), &a, &w, &work, size: isQuestion ? -1 : Int32(room),
                &integers, integerSize: isQuestion ? -1 : Int32(whole))
            if info != 0 { return nil }
        }
        return (w, a)
    }

    /// The first `columns` columns of Q, and R above the diagonal of a matrix (m × n).
    static func qr<T: LapackNumber>(
        _ matrix: [T], _ m: Int, _ n: Int, columns: Int
    ) -> (q: [T], r: [T]) {
        let k = min(m, n)
        var (a, tau) = (matrix, [T](repeating: 0, count: k))
        var work: [T] = [0]
        for isQuestion in [true, false] {
            let room = isQuestion ? 1 : work[0].roomAsked
            work = [T](repeating: 0, count: room)
            T.householder(
                Int32(m), Int32(n), &a, &tau, &work, size: isQuestion ? -1 : Int32(room))
        }
        var q = [T](repeating: 0, count: m * columns)
        for i in 0..<min(q.count, m * k) { q[i] = a[i] }
        for isQuestion in [true, false] where columns > 0 {
            let room = isQuestion ? 1 : work[0].roomAsked
            work = [T](repeating: 0, count: room)
            T.orthogonal(
                Int32(m), Int32(columns), Int32(k), &q, tau, &work,
                size: isQuestion ? -1 : Int32(room))
        }
        return (q, a)
    }
}
