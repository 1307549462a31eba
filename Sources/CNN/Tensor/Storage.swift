import CNNKernels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What allocations of tensor memory are charged to, such as the memory budget of a session.
///
/// The account that is current when a storage is made is told then, and may refuse by throwing; the same account is told
/// when that storage is released, wherever that happens.
public final class MemoryAccount {
    let charge: (Int) throws -> Void
    let discharge: (Int) -> Void

    /// An account whose `charge` and `discharge` get numbers of bytes.
    public init(charge: @escaping (Int) throws -> Void, discharge: @escaping (Int) -> Void) {
        self.charge = charge
        self.discharge = discharge
    }

    /// The account of the calling thread; `nil` where nothing is counted.
    public static var current: MemoryAccount? {
        get {
            guard let raw = ck_thread().pointee.account else { return nil }
            return Unmanaged<MemoryAccount>.fromOpaque(raw).takeUnretainedValue()
        }
        set {
            let state = ck_thread()
            if let old = state.pointee.account {
                Unmanaged<MemoryAccount>.fromOpaque(old).release()
            }
            state.pointee.account = newValue.map { Unmanaged.passRetained($0).toOpaque() }
        }
    }
}

extension MemoryAccount {
    /// Refuses a list of so many parts before it is begun: a tensor without elements can have more rows than the machine has
    /// memory for their views.
    /// - Throws: what the account throws; `TensorError` where no machine has that much.
    package static func require(parts: Int) throws {
        // A view, its shape and its place in the list.
        let (bytes, overflow) = parts.multipliedReportingOverflow(by: 256)
        guard !overflow, bytes < 1 << 42 else { throw Storage.refusal(overflow ? .max : bytes) }
        guard let account = current else { return }
        try account.charge(bytes)
        account.discharge(bytes)
    }
}

/// The memory that a tensor and its views share.
public final class Storage {
    /// The first byte, whether or not the contents are there.
    private let memory: UnsafeMutableRawPointer
    /// Contents that are still to be computed, and work that reads these; `nil` for most storages.
    private(set) var deferred: DeferredState?
    /// Bytes in use.
    public let byteCount: Int
    /// Counts in-place changes, so that a backward step can tell that a saved tensor is not what it was.
    package internal(set) var version = 0
    private let account: MemoryAccount?

    /// Uninitialised memory from the pool.
    /// - Throws: `TensorError` when the machine has not that much; whatever the account throws.
    init(byteCount: Int) throws {
        let account = MemoryAccount.current
        try account?.charge(byteCount)
        guard let address = BufferPool.take(byteCount) else {
            account?.discharge(byteCount)
            throw Self.refusal(byteCount)
        }
        memory = address
        self.byteCount = byteCount
        self.account = account
        ck_thread().pointee.liveStorages += 1
    }

    static func refusal(_ byteCount: Int) -> TensorError {
        .runtime(
            "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate "
                + "memory: you tried to allocate \(byteCount) bytes. Error code 12 "
                + "(Cannot allocate memory)")
    }

    deinit {
        ck_thread().pointee.liveStorages -= 1
        BufferPool.give(memory, byteCount)
        account?.discharge(byteCount)
    }
}

extension Storage {
    /// The first byte, for reading and writing; through `Tensor.access` only. Deferred work that has to be done before is
    /// done now.
    @inline(__always)
    var address: UnsafeMutableRawPointer {
        if deferred != nil { finish() }
        return memory
    }

    /// The first byte, for reading the contents in deferred work.
    var contents: UnsafeMutableRawPointer {
        settle()
        return memory
    }

    /// Puts off computing the contents.
    func put(off work: DeferredWork, reading inputs: [Tensor]) {
        let state = deferred ?? DeferredState()
        deferred = state
        state.pending = work
        for input in inputs {
            let other = input.storage.deferred ?? DeferredState()
            input.storage.deferred = other
            other.add(reader: self)
        }
    }

    /// Computes the contents if they are not there.
    func settle() {
        guard let work = deferred?.pending else { return }
        deferred?.pending = nil
        work.fill(memory)
    }

    @inline(never)
    private func finish() {
        settle()
        let state = deferred
        deferred = nil
        state?.finishReaders()
    }
}

/// Counts of objects that are alive on the calling thread, for tests that nothing leaks.
public struct LiveObjects: Equatable, Sendable {
    public var tensors: Int
    public var nodes: Int
    public var storages: Int

    /// The present counts.
    public static var current: LiveObjects {
        let state = ck_thread().pointee
        return LiveObjects(
            tensors: Int(state.liveTensors), nodes: Int(state.liveNodes),
            storages: Int(state.liveStorages))
    }
}
