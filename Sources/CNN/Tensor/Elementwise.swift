// How elementwise kernels are called: operands are brought to one type and one shape, the output is made or checked, and
// the C loop gets sizes, strides and addresses. Nothing here records gradients.

import CNNKernels

/// An operand of an elementwise kernel.
enum Operand {
    case tensor(Tensor)
    /// A number, given as the bytes of an element of the kernel's type.
    case number(UInt64)
}

enum Elementwise {
    /// Runs `kernel` over `out` and the operands, which broadcast to its shape.
    @inline(__always)
    static func run(
        _ out: Tensor, _ a: Operand, _ b: Operand? = nil, _ c: Operand? = nil,
        _ kernel: (Int32, UnsafePointer<Int64>, UnsafePointer<Int64>, ck_operands) -> Bool
    ) -> Bool {
        var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
        return withUnsafeMutablePointer(to: &words) { words in
            let raw = UnsafeMutableRawPointer(words)
            let dims = out.dim
            let flat =
                out.isContiguous && isFlat(a, out) && (b.map { isFlat($0, out) } ?? true)
                && (c.map { isFlat($0, out) } ?? true)
            let n = flat ? 1 : dims
            return withUnsafeTemporaryAllocation(of: Int64.self, capacity: 5 * Swift.max(n, 1)) {
                memory in
                let shape = memory.baseAddress!
                if flat {
                    shape[0] = Int64(out.count)
                    shape[1] = 1
                } else {
                    for d in 0..<n {
                        shape[d] = Int64(out.shape[d])
                        shape[n + d] = Int64(out.strides[d])
                    }
                }
                var addresses = ck_operands()
                addresses.data.0 = out.storage.address + out.offset &* out.dtype.itemSize
                addresses.data.1 = fill(a, out, flat, shape + 2 * n, raw)
                if let b { addresses.data.2 = fill(b, out, flat, shape + 3 * n, raw + 8) }
                if let c { addresses.data.3 = fill(c, out, flat, shape + 4 * n, raw + 16) }
                defer { withExtendedLifetime((out, a, b, c)) {} }
                return kernel(Int32(n), shape, shape + n, addresses)
            }
        }
    }

    @inline(__always)
    private static func isFlat(_ operand: Operand, _ out: Tensor) -> Bool {
        switch operand {
        case .tensor(let tensor):
            tensor.count == 1 || tensor.isContiguous && tensor.count == out.count
        case .number: true
        }
    }

    @inline(__always)
    private static func fill(
        _ operand: Operand, _ out: Tensor, _ flat: Bool, _ strides: UnsafeMutablePointer<Int64>,
        _ word: UnsafeMutableRawPointer
    ) -> UnsafeMutableRawPointer {
        let n = flat ? 1 : out.dim
        switch operand {
        case .number(let bits):
            word.storeBytes(of: bits, as: UInt64.self)
            for d in 0..<n { strides[d] = 0 }
            return word
        case .tensor(let tensor):
            if flat {
                strides[0] = tensor.count == 1 && out.count != 1 ? 0 : 1
            } else {
                let missing = n - tensor.dim
                for d in 0..<n {
                    let broadcast = d < missing || tensor.shape[d - missing] == 1
                    strides[d] = broadcast ? 0 : Int64(tensor.strides[d - missing])
                }
            }
            return tensor.storage.address + tensor.offset &* tensor.dtype.itemSize
        }
    }

    /// A fresh output for inputs that broadcast to `shape`; not `uniform` where a number is an operand too.
    @inline(__always)
    static func output(
        _ shape: [Int], _ dtype: DType, _ a: Tensor, _ b: Tensor? = nil, _ c: Tensor? = nil,
        uniform: Bool = true
    ) throws -> Tensor {
        let plain = a.isRowMajor && (b?.isRowMajor ?? true) && (c?.isRowMajor ?? true)
        if plain {
            if a.shape == shape { return try a.emptyLikeContiguous(dtype) }
            if let b, b.shape == shape { return try b.emptyLikeContiguous(dtype) }
            return try Tensor.empty(shape, dtype: dtype)
        }
        let result = try Tensor.empty(shape, dtype: dtype)
        let sources = [a, b, c].compactMap { $0 }
        result.take(
            strides: Layout.elementwise(shape, sources, uniform: uniform || shape.isEmpty))
        return result
    }

    /// out = a op b in the type `dtype`; `op` is one of the kernels' `CK_ADD` ….
    static func binary(
        _ op: Int, _ name: String, _ a: Tensor, _ b: Operand, dtype: DType, alpha: Double = 1,
        out: Tensor? = nil
    ) throws -> Tensor {
        let x = try a.converted(to: dtype)
        var y: Tensor?
        var operand = b
        var shape = x.shape
        if case .tensor(let tensor) = b {
            let converted = try tensor.converted(to: dtype)
            y = converted
            operand = .tensor(converted)
            shape = try Shape.broadcast(x.shape, converted.shape)
        }
        let result: Tensor
        if let out, out.dtype == dtype {
            result = out
        } else {
            // A number is an operand like another, but for the functions that take it as a setting.
            let isSetting = op == Int(CK_POW) || op == Int(CK_MAXIMUM) || op == Int(CK_MINIMUM)
            result = try output(shape, dtype, x, y, uniform: y != nil || isSetting)
        }
        let done = run(result, .tensor(x), operand) { n, shape, strides, operands in
            ck_binary(Int32(op), dtype.code, alpha, n, shape, strides, operands)
        }
        guard done else { throw unsupported(name, dtype) }
        if let out, out !== result {
            copy(result, to: out)
            return out
        }
        return result
    }

    /// A bool tensor: a op b compared in the type `dtype`.
    static func compare(_ op: Int, _ a: Tensor, _ b: Operand, dtype: DType, out: Tensor? = nil)
        throws -> Tensor
    {
        let x = try a.converted(to: dtype)
        var y: Tensor?
        var operand = b
        var shape = x.shape
        if case .tensor(let tensor) = b {
            let converted = try tensor.converted(to: dtype)
            y = converted
            operand = .tensor(converted)
            shape = try Shape.broadcast(x.shape, converted.shape)
        }
        let result = try output(shape, .bool, x, y, uniform: y != nil)
        _ = run(result, .tensor(x), operand) { n, shape, strides, operands in
            ck_compare(Int32(op), dtype.code, n, shape, strides, operands)
        }
        if let out {
            copy(result, to: out)
            return out
        }
        return result
    }

    /// op(a), in a's type.
    static func unary(_ op: Int, _ name: String, _ a: Tensor, out: Tensor? = nil) throws -> Tensor {
        let result = try out ?? output(a.shape, a.dtype, a)
        let done = run(result, .tensor(a)) { n, shape, strides, operands in
            ck_unary(Int32(op), a.dtype.code, n, shape, strides, operands)
        }
        guard done else { throw unsupported(name, a.dtype) }
        return result
    }

    /// A bool tensor: op(a).
    static func predicate(_ op: Int, _ a: Tensor) throws -> Tensor {
        let result = try output(a.shape, .bool, a)
        _ = run(result, .tensor(a)) { n, shape, strides, operands in
            ck_predicate(Int32(op), a.dtype.code, n, shape, strides, operands)
        }
        return result
    }

    /// Copies `source`, which broadcasts to the shape of `target`, converting its type.
    static func copy(_ source: Tensor, to target: Tensor) {
        _ = run(target, .tensor(source)) { n, shape, strides, operands in
            ck_copy(target.dtype.code, source.dtype.code, n, shape, strides, operands)
            return true
        }
    }

    /// target += source, also where elements of the target share memory.
    static func accumulate(_ source: Tensor, into target: Tensor) {
        _ = run(target, .tensor(source)) { n, shape, strides, operands in
            ck_accumulate(target.dtype.code, n, shape, strides, operands)
        }
    }

    static func unsupported(_ name: String, _ dtype: DType) -> TensorError {
        .notImplemented("\"\(name)\" not implemented for '\(dtype.scalarTypeName)'")
    }
}

extension Tensor {
    /// Itself if it has that type, else a converted copy. Records nothing.
    func converted(to dtype: DType) throws -> Tensor {
        if dtype == self.dtype { return self }
        let result = try Tensor.emptyLike(self, dtype: dtype)
        Elementwise.copy(self, to: result)
        return result
    }

    /// A contiguous copy. Records nothing.
    package func copied() throws -> Tensor {
        let result = try Tensor.empty(shape, dtype: dtype)
        let size = count * dtype.itemSize
        if isContiguous, size <= 1 << 18 {
            CNN.access(self, result) { $1.copyMemory(from: $0, byteCount: size) }
        } else {
            Elementwise.copy(self, to: result)
        }
        return result
    }

    /// Itself if contiguous, else a contiguous copy. Records nothing.
    package func plain() throws -> Tensor {
        isContiguous ? self : try copied()
    }
}
