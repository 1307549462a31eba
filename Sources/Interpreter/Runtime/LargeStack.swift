import Glibc

/// Runs work on a thread with a stack large enough for the machine's native re-entries.
package enum LargeStack {
    private final class Job {
        let work: () -> Void
        init(_ work: @escaping () -> Void) { self.work = work }
    }

    /// Runs `work` on a new thread with a stack of 1 GiB (address space, not memory) and waits for it.
    package static func run<Result>(_ work: () throws -> Result) throws -> Result {
        var result: Swift.Result<Result, any Error>?
        try withoutActuallyEscaping(work) { work in
            let job = Job { result = Swift.Result { try work() } }
            let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
            pthread_attr_init(attributes)
            pthread_attr_setstacksize(attributes, 1 << 30)
            defer {
                pthread_attr_destroy(attributes)
                attributes.deallocate()
            }
            var thread = pthread_t()
            let status = pthread_create(
                &thread, attributes,
                { pointer in
                    if let pointer {
                        Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().work()
                    }
                    return nil
                }, Unmanaged.passRetained(job).toOpaque())
            guard status == 0 else { throw StackError.noThread(status) }
            pthread_join(thread, nil)
        }
        guard let result else { preconditionFailure("the thread ended without a result") }
        return try result.get()
    }

    /// The thread could not be made.
    package enum StackError: Error { case noThread(Int32) }
}
