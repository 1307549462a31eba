import CNNKernels

/// The threads that tensor operations run on. Results do not depend on their number.
public enum Threads {
    /// The number of threads, the caller included; 1 to 64. At the start: the processors online.
    public static var count: Int {
        get { Int(ck_get_num_threads()) }
        set { ck_set_num_threads(Int32(clamping: newValue)) }
    }

    /// Must be called first in a fork of a process that has used threads, which are not in the fork.
    package static func forget() { ck_forget_threads() }
}

/// Runs `body` for every block in `0..<blocks` on all threads and returns when all are done.
///
/// Blocks run at the same time: each must write memory of its own. Cut work by its size alone, never by the number of
/// threads, and combine blocks in their order; then the bits do not depend on the number of threads.
package func parallel(blocks: Int, _ body: (Int) -> Void) {
    if blocks <= 1 {
        if blocks == 1 { body(0) }
        return
    }
    withoutActuallyEscaping(body) { body in
        withUnsafePointer(to: body) { pointer in
            ck_parallel(
                Int64(blocks),
                { context, block in
                    guard let context else { return }
                    context.assumingMemoryBound(to: ((Int) -> Void).self).pointee(Int(block))
                }, UnsafeMutableRawPointer(mutating: pointer))
        }
    }
}
