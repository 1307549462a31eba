import Glibc

/// `time`: clocks, and waiting within the budget.
extension VirtualMachine {
    func makeTimeModule() -> ModuleObject {
        let module = makeModule("time", doc: "Clocks and waiting.")
        let clocks: [(String, clockid_t, String)] = [
            ("time", CLOCK_REALTIME, "Seconds since 1970."),
            ("perf_counter", CLOCK_MONOTONIC, "Seconds, for measuring how long something takes."),
            ("monotonic", CLOCK_MONOTONIC, "Seconds of a clock that never goes back."),
            ("process_time", CLOCK_PROCESS_CPUTIME_ID, "Seconds of processor time used."),
            ("thread_time", CLOCK_THREAD_CPUTIME_ID, "Seconds of processor time of this thread."),
        ]
        for (name, clock, help) in clocks {
            module.function(self, name, "()", help) { _, _ in
                let (seconds, nanoseconds) = Self.read(clock)
                return .float(Double(seconds) + Double(nanoseconds) * 1e-9)
            }
            module.function(self, name + "_ns", "()", help + " In nanoseconds.") { _, _ in
                let (seconds, nanoseconds) = Self.read(clock)
                return .int(seconds &* 1_000_000_000 &+ nanoseconds)
            }
        }
        module.function(self, "sleep", "(secs, /)", "Wait.") { vm, arguments in
            guard vm.number(arguments[0]) != nil else {
                throw vm.typeError(
                    "'\(vm.typeName(arguments[0]))' object cannot be interpreted as an integer")
            }
            let seconds = try vm.float(arguments[0])
            if seconds.isNaN { throw vm.valueError("Invalid value NaN (not a number)") }
            if seconds < 0 { throw vm.valueError("sleep length must be non-negative") }
            try vm.wait(seconds)
            return .none
        }
        addCalendar(to: module)
        return module
    }

    private static func read(_ clock: clockid_t) -> (seconds: Int, nanoseconds: Int) {
        var time = timespec()
        clock_gettime(clock, &time)
        return (time.tv_sec, time.tv_nsec)
    }

    /// Sleeps in short pieces, so that interrupts and the time budget end it.
    private func wait(_ seconds: Double) throws {
        let clock = ContinuousClock()
        try spend(.seconds(min(seconds, 1e9)))
        let end = clock.now + .seconds(min(seconds, 1e9))
        while clock.now < end {
            try pollSlowly()
            let left = clock.now.duration(to: end)
            let piece = min(left, .milliseconds(20))
            let (whole, fraction) = piece.components
            var time = timespec(tv_sec: Int(whole), tv_nsec: Int(fraction / 1_000_000_000))
            nanosleep(&time, nil)
        }
    }
}
