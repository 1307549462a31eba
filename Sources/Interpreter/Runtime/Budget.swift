import Glibc

/// How much of its limits a run has used.
struct Budget {
    /// Instructions until the next look at clock, flag and memory.
    var ticks = 0
    /// Instructions granted in this slice.
    var granted = 0
    /// Instructions executed in earlier slices.
    var executed = 0
    var deadline: ContinuousClock.Instant?
    /// What the thread's processor clock must not reach.
    var processorDeadline: Duration?
    var written = 0
    /// Whether the loops are to be looked at when one of them next comes round.
    var wantsLook = false
    /// How often that was tried in vain.
    var looks = 0
    static let mostLooks = 2000
    /// A stop on its way: it is raised again wherever Python code tries to go on.
    var stop: ExecutionStop?

    static let slice = 20_000
}

/// Budgets and interrupts.
extension VirtualMachine {
    /// Lets the embedding program and budgets stop a long-running native; call it in loops.
    @inline(__always)
    package func poll() throws {
        budget.ticks &-= 1
        if budget.ticks < 0 { try pollSlowly() }
    }

    /// Notices an interrupt at once, where `poll` would come to it thousands of instructions later: for natives of
    /// which one call takes as long as many instructions.
    @inline(__always)
    package func pollBetweenOperations() throws {
        if interruptFlag.isRaised { try pollSlowly() }
    }

    /// Looks at everything that may stop the run.
    @inline(never)
    func pollSlowly() throws {
        if let stop = budget.stop { throw stop }
        budget.executed &+= budget.granted &- budget.ticks
        var slice = Budget.slice
        if let limit = limits.instructions {
            if budget.executed >= limit {
                throw stop(.instructions, "the budget of \(limit) steps ran out")
            }
            slice = min(slice, limit - budget.executed)
        }
        budget.granted = slice
        budget.ticks = slice
        if interruptFlag.isRaised { try heedFlag() }
        if let deadline = budget.deadline, ContinuousClock.now >= deadline {
            throw stop(.time, "the time limit ran out")
        }
        if let deadline = budget.processorDeadline, Self.processorTime >= deadline {
            throw stop(.time, "the time limit ran out")
        }
        heap.collectIfGrown()
        try checkMemory()
        if budget.wantsLook {
            // The next backward jump comes here again, and then the stack is known.
            budget.granted = 0
            budget.ticks = 0
        }
    }

    /// Does what the flag asks for.
    private func heedFlag() throws {
        if interruptFlag.takeLook() { budget.wantsLook = onLook != nil }
        // A module that is left half made would stay so: an interrupt waits until it is whole.
        guard interruptFlag.asksToStop, importDepth == 0 else { return }
        let began = ContinuousClock.now
        let goesOn = onInterrupt?() ?? false
        interruptFlag.clear()
        guard goesOn else { throw stop(.interrupted, "interrupted") }
        // Time to think is no time of the run.
        if let deadline = budget.deadline {
            budget.deadline = deadline + (ContinuousClock.now - began)
        }
    }

    /// As `pollSlowly`, where a loop of a frame comes round and the end of its stack is known.
    @inline(never)
    func pollAtJump(
        _ frame: UnsafeMutablePointer<Frame>, _ stackEnd: UnsafeMutablePointer<Value>
    ) throws {
        try pollSlowly()
        guard budget.wantsLook else { return }
        if let loops = loopExtents(frame, stackEnd) {
            onLook?(loops)
        } else if budget.looks < Budget.mostLooks {
            budget.looks += 1
            return
        }
        budget.looks = 0
        budget.wantsLook = false
        try pollSlowly()
    }

    /// What this thread has had of a processor.
    private static var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Counts a wait that is about to begin as processor time; throws at once if there is not that much left.
    func spend(_ wait: Duration) throws {
        guard let deadline = budget.processorDeadline else { return }
        budget.processorDeadline = deadline - wait
        try pollSlowly()
    }

    /// Throws if more is alive than the budget allows.
    package func checkMemory() throws {
        if heap.isOverLimit, heap.collectCycles() == 0 || heap.isOverLimit {
            throw stop(.memory, "the memory limit of \(heap.limitBytes >> 20) MB is used up")
        }
    }

    private func stop(_ reason: ExecutionStop.Reason, _ message: String) -> ExecutionStop {
        let stop = ExecutionStop(reason: reason, message: message)
        budget.stop = stop
        return stop
    }

    /// Asks for a large piece of memory before it is allocated: MemoryError if the budget has not that much.
    package func reserve(_ bytes: Int) throws {
        if bytes > heap.limitBytes &- heap.liveBytes || bytes > 1 << 40 {
            if bytes <= heap.limitBytes, heap.collectCycles() > 0,
                bytes <= heap.limitBytes &- heap.liveBytes
            {
                return takeTime(bytes)
            }
            throw error(
                .memoryError, arguments: [],
                hint: "This needs more memory than the lab gives to one session.")
        }
        takeTime(bytes)
    }

    /// What is large takes its time, too; what is refused takes none.
    @inline(__always)
    private func takeTime(_ bytes: Int) { budget.ticks &-= max(bytes, 0) >> 7 }

    /// As `reserve`, for `count` pieces of `size` bytes each.
    package func reserve(_ count: Int, times size: Int) throws {
        let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
        try reserve(overflow ? .max : bytes)
    }

    /// Counts memory that is held outside the heap, such as a tensor's storage.
    package func charge(_ bytes: Int) throws {
        try pollBetweenOperations()
        heap.charge(bytes)
        try checkMemory()
    }

    package func discharge(_ bytes: Int) { heap.discharge(bytes) }

    /// Prints, within the budget of output.
    package func write(_ text: String) throws {
        if let limit = limits.outputBytes {
            budget.written &+= text.utf8.count
            if budget.written > limit {
                throw stop(.output, "more than \(limit) bytes were printed")
            }
        }
        output(text)
    }

    /// Instructions executed since the run began.
    package var executedInstructions: Int {
        budget.executed &+ budget.granted &- max(budget.ticks, 0)
    }

    func startBudget() {
        budget = Budget()
        if let time = limits.wallTime { budget.deadline = ContinuousClock.now + time }
        if let time = limits.processorTime { budget.processorDeadline = Self.processorTime + time }
        heap.limitBytes = limits.memoryBytes ?? .max
    }
}
