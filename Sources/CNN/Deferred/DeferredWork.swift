// Work that is put off until somebody needs its result.
//
// A storage may hold, instead of its contents, a description of how to compute them. Whoever asks for its address has them
// computed first, so that nothing else in the library knows. An operation that can do better with the description than
// with the contents (max pooling of a normalised convolution, the backward steps of all these) asks for the description, and
// then the contents are never computed at all.
//
// A description may read other storages. Each of these keeps a list of such readers, and whoever asks for its address (perhaps
// to write there) has the readers computed first.

import CNNKernels

/// A description of contents to be computed.
class DeferredWork {
    /// Writes the contents. Inputs are read by their raw address.
    func fill(_ memory: UnsafeMutableRawPointer) {
        preconditionFailure("deferred work that does not say how it is done")
    }
}

/// What a storage has that takes part in deferred work.
final class DeferredState {
    /// How to compute the contents; `nil` when they are there.
    var pending: DeferredWork?
    /// The storages whose pending work reads this one.
    private var readers: [Reader] = []

    private struct Reader {
        weak var storage: Storage?
    }

    func add(reader: Storage) {
        if readers.count >= 8 { readers.removeAll { $0.storage?.deferred?.pending == nil } }
        readers.append(Reader(storage: reader))
    }

    var hasReaders: Bool { !readers.isEmpty }

    /// Computes the readers, and lets go of them.
    func finishReaders() {
        let waiting = readers
        readers = []
        for reader in waiting { reader.storage?.settle() }
    }
}

/// When work is put off.
package enum Deferral {
    /// What a thread does: puts work off where it pays, never, or wherever it is possible at all. The last two are for tests
    /// that compare the two ways.
    package enum Mode: UInt8 { case automatic, never, always }

    package static var mode: Mode {
        get { Mode(rawValue: ck_thread().pointee.deferral) ?? .automatic }
        set { ck_thread().pointee.deferral = newValue.rawValue }
    }

    /// Elements below which it does not pay.
    private static let least = 8192

    /// Whether the result of an operation on planes of this shape may be put off.
    static func accepts(_ shape: [Int], _ dtype: DType) -> Bool {
        guard dtype == .float32, shape.count == 4 else { return false }
        let plane = shape[2] &* shape[3]
        guard plane > 0, plane <= CK_PLANE_LIMIT else { return false }
        let count = shape[0] &* shape[1] &* plane
        switch mode {
        case .automatic: return count >= least
        case .never: return false
        case .always: return count > 0
        }
    }
}

extension Tensor {
    /// A new tensor whose contents that work computes when they are needed, unless `inputs` are changed before: then
    /// just before that.
    static func deferred(_ shape: [Int], _ work: DeferredWork, reading inputs: [Tensor]) throws
        -> Tensor
    {
        let result = try Tensor.empty(shape)
        result.storage.put(off: work, reading: inputs)
        return result
    }

    /// The work whose whole result this tensor shows, row-major and without offset, while it is not done.
    @inline(__always)
    var deferredWork: DeferredWork? {
        guard let work = storage.deferred?.pending, isContiguous, offset == 0,
            count &* dtype.itemSize == storage.byteCount
        else { return nil }
        return work
    }

    /// Calls `body` with the address of the first element as deferred work reads it: without having others' deferred work
    /// done first.
    func read<T: TensorElement, R>(_ type: T.Type, _ body: (UnsafeMutablePointer<T>) -> R) -> R {
        defer { withExtendedLifetime(self) {} }
        return body((storage.contents + offset &* dtype.itemSize).assumingMemoryBound(to: T.self))
    }

    /// Another tensor over this one's memory, which has no part in any graph; its contents are computed.
    func settled() -> Tensor {
        storage.settle()
        return Tensor(
            storage: storage, shape: shape, strides: strides, offset: offset, count: count,
            dtype: dtype, isContiguous: isContiguous)
    }
}
