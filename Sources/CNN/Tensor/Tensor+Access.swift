// The one place where elements are reached. Whoever computes with memory does it in one of these closures: they keep the
// storage alive, and they are where work that was put off would have to be done first.

import CNNKernels

extension Tensor {
    /// Calls `body` with the address of the first element.
    @inline(__always)
    package func access<R, E: Error>(_ body: (UnsafeMutableRawPointer) throws(E) -> R) throws(E)
        -> R
    {
        defer { withExtendedLifetime(self) {} }
        return try body(storage.address + offset &* dtype.itemSize)
    }

    /// Calls `body` with the typed address of the first element, which must be of that type.
    @inline(__always)
    package func elements<T: TensorElement, R, E: Error>(
        _ type: T.Type, _ body: (UnsafeMutablePointer<T>) throws(E) -> R
    ) throws(E) -> R {
        precondition(T.dtype == dtype, "elements of \(dtype) read as \(T.dtype)")
        defer { withExtendedLifetime(self) {} }
        return try body(
            (storage.address + offset &* dtype.itemSize).assumingMemoryBound(to: T.self))
    }

    /// The first element, whatever the shape; the tensor must not be empty.
    func firstElement() -> Scalar {
        access { $0.scalar(dtype) }
    }
}

extension UnsafeMutableRawPointer {
    /// The element of that type at this address.
    func scalar(_ dtype: DType) -> Scalar {
        switch dtype {
        case .float32: .double(Double(load(as: Float.self)))
        case .float64: .double(load(as: Double.self))
        case .int64: .int(load(as: Int.self))
        case .int32: .int(Int(load(as: Int32.self)))
        case .uint8: .int(Int(load(as: UInt8.self)))
        case .bool: .bool(load(as: UInt8.self) != 0)
        }
    }
}

/// Calls `body` with the addresses of the first elements of two tensors.
@inline(__always)
package func access<R, E: Error>(
    _ a: Tensor, _ b: Tensor,
    _ body: (UnsafeMutableRawPointer, UnsafeMutableRawPointer) throws(E) -> R
) throws(E) -> R {
    try a.access { pa throws(E) in try b.access { pb throws(E) in try body(pa, pb) } }
}

/// Calls `body` with the addresses of the first elements of three tensors.
@inline(__always)
package func access<R, E: Error>(
    _ a: Tensor, _ b: Tensor, _ c: Tensor,
    _ body: (UnsafeMutableRawPointer, UnsafeMutableRawPointer, UnsafeMutableRawPointer) throws(E)
        -> R
) throws(E) -> R {
    try a.access { pa throws(E) in
        try b.access { pb throws(E) in
            try c.access { pc throws(E) in try body(pa, pb, pc) }
        }
    }
}
