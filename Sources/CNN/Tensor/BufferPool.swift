// Fresh memory costs page faults, so released buffers are kept and handed out again.
//
// Buffers up to 1 KiB come from malloc, which keeps its own. Larger ones are rounded up to one of four sizes an octave
// and kept in a list a size. What is kept in all is bounded; beyond the bound buffers go back to the system. A size that
// runs out brings spare ones with it: a training's second step finds its first one's results still held by the learner's
// variables, and is not to wait for the system again. One lock guards the lists: storages are made on one thread each,
// but sessions on several.

import CNNKernels
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The caching pool behind `Storage`.
package enum BufferPool {
    /// Most bytes kept for later use.
    static let keptLimit = 768 << 20
    private static let small = 1024
    private static let octaves = 48

    /// How many spare buffers one from the system brings with it. They take address space only, until they are written to.
    private static func spares(_ size: Int) -> Int {
        size <= 16 << 10 ? 7 : size <= 256 << 10 ? 3 : size <= 16 << 20 ? 1 : 0
    }

    private struct Lists: @unchecked Sendable {  // Raw addresses that nobody else holds.
        var free = [[UnsafeMutableRawPointer]](repeating: [], count: 4 * octaves)
        var kept = 0
        var system = 0
    }
    private static let lists = Mutex(Lists())

    private static let physicalMemory: Int = {
        let (bytes, overflow) = sysconf(Int32(_SC_PHYS_PAGES)).multipliedReportingOverflow(
            by: sysconf(Int32(_SC_PAGESIZE)))
        return overflow || bytes <= 0 ? 1 << 40 : bytes
    }()

    /// Number and size of the class that holds `bytes` (more than `small`).
    private static func sizeClass(_ bytes: Int) -> (index: Int, bytes: Int) {
        let octave = Int.bitWidth - 1 - (bytes - 1).leadingZeroBitCount
        let step = 1 << (octave - 2)
        let quarter = ((bytes - 1) >> (octave - 2)) & 3
        return ((octave - 10) * 4 + quarter, (4 + quarter + 1) * step)
    }

    static func take(_ bytes: Int) -> UnsafeMutableRawPointer? {
        if bytes <= small { return malloc(Swift.max(bytes, 16)) }
        if bytes > physicalMemory { return nil }
        let (index, size) = sizeClass(bytes)
        let kept = lists.withLock { lists -> UnsafeMutableRawPointer? in
            guard let buffer = lists.free[index].popLast() else {
                lists.system += 1
                return nil
            }
            lists.kept -= size
            return buffer
        }
        if let kept { return kept }
        guard let buffer = allocate(size) else {
            trim()
            return allocate(size)
        }
        for _ in 0..<spares(size) {
            guard let spare = allocate(size) else { break }
            let keep = lists.withLock { lists -> Bool in
                guard lists.kept + size <= keptLimit else { return false }
                lists.kept += size
                // The last one is taken first: one that was in use is in the processor's cache.
                lists.free[index].insert(spare, at: 0)
                return true
            }
            if !keep { free(spare) }
        }
        return buffer
    }

    /// A buffer from the system; nil where it has none.
    private static func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        var buffer: UnsafeMutableRawPointer?
        let alignment = size >= 4 << 20 ? 2 << 20 : 64
        guard posix_memalign(&buffer, alignment, size) == 0 else { return nil }
        #if os(Linux)
        if alignment > 64 { madvise(buffer, size, MADV_HUGEPAGE) }
        #endif
        return buffer
    }

    static func give(_ address: UnsafeMutableRawPointer, _ bytes: Int) {
        if bytes <= small { return free(address) }
        let (index, size) = sizeClass(bytes)
        let keep = lists.withLock { lists -> Bool in
            guard lists.kept + size <= keptLimit else { return false }
            lists.kept += size
            lists.free[index].append(address)
            return true
        }
        if !keep { free(address) }
    }

    /// Gives all kept buffers back to the system.
    package static func trim() {
        let buffers = lists.withLock { lists -> Lists in
            defer {
                lists.free = [[UnsafeMutableRawPointer]](repeating: [], count: 4 * octaves)
                lists.kept = 0
            }
            return lists
        }
        for list in buffers.free {
            for buffer in list { free(buffer) }
        }
    }

    /// How often a buffer had to come from the system, and the bytes kept now.
    package static var statistics: (systemAllocations: Int, keptBytes: Int) {
        lists.withLock { ($0.system, $0.kept) }
    }
}
