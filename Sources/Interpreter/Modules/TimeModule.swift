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

    // MARK: Calendar, in universal time

    private static let timeFields = [
        "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
        "tm_isdst",
    ]

    private func addCalendar(to module: ModuleObject) {
        let type = makeTupleType(name: "struct_time", module: "time", fields: Self.timeFields) {
            "time.struct_time(" + $0.joined(separator: ", ") + ")"
        }
        module.set(self, "struct_time", .object(type))
        for (name, help) in [
            ("gmtime", "The date and time of seconds since 1970, in universal time."),
            ("localtime", "As gmtime(): the lab's time zone is universal time."),
        ] {
            module.function(self, name, "(secs=None, /)", help) { vm, arguments in
                let seconds =
                    arguments[0].isNone
                    ? Self.read(CLOCK_REALTIME).seconds
                    : Int(clamping: Int64(try vm.float(arguments[0]).rounded(.down)))
                return .object(
                    TupleObject(type: type, Self.calendar(seconds).map { .int($0) }))
            }
        }
        module.function(self, "strftime", "(format, t=None, /)", "A date and time as text.") {
            vm, arguments in
            let format = try vm.stringArgument(arguments[0], "strftime", 1).swiftString
            let parts =
                try arguments[1].tuple?.elements.map { try vm.index($0) }
                ?? Self.calendar(Self.read(CLOCK_REALTIME).seconds)
            guard parts.count == 9 else {
                throw vm.typeError("strftime() argument 2 must be a time tuple")
            }
            return vm.string(Self.format(parts, format))
        }
        module.function(self, "ctime", "(secs=None, /)", "A date and time as text.") {
            vm, arguments in
            let seconds =
                arguments[0].isNone
                ? Self.read(CLOCK_REALTIME).seconds : Int(try vm.float(arguments[0]))
            return vm.string(Self.format(Self.calendar(seconds), "%a %b %e %H:%M:%S %Y"))
        }
    }

    /// The calendar's nine fields of a moment, from days counted in eras of 400 years.
    private static func calendar(_ seconds: Int) -> [Int] {
        let seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
        let days = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
        let second = seconds - days * 86400
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
        let ordinal = before[month - 1] + day + (isLeap && month > 2 ? 1 : 0)
        let weekday = ((days + 3) % 7 + 7) % 7
        return [
            year, month, day, second / 3600, second / 60 % 60, second % 60, weekday, ordinal, 0,
        ]
    }

    private static func format(_ time: [Int], _ format: String) -> String {
        let days = [
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        ]
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let day = days[((time[6] % 7) + 7) % 7]
        let month = months[min(max(time[1], 1), 12) - 1]
        let hour12 = time[3] % 12 == 0 ? 12 : time[3] % 12
        var result = ""
        var isField = false
        for character in format {
            guard isField else {
                if character == "%" { isField = true } else { result.append(character) }
                continue
            }
            isField = false
            switch character {
            case "Y": result += String(time[0])
            case "y": result += two(time[0] % 100)
            case "m": result += two(time[1])
            case "d": result += two(time[2])
            case "e": result += time[2] < 10 ? " \(time[2])" : String(time[2])
            case "H": result += two(time[3])
            case "I": result += two(hour12)
            case "M": result += two(time[4])
            case "S": result += two(time[5])
            case "p": result += time[3] < 12 ? "AM" : "PM"
            case "j":
                result += String(repeating: "0", count: 3 - String(time[7]).count) + String(time[7])
            case "A": result += day
            case "a": result += day.prefix(3)
            case "B": result += month
            case "b": result += month.prefix(3)
            case "w": result += String((time[6] + 1) % 7)
            case "F": result += "\(time[0])-\(two(time[1]))-\(two(time[2]))"
            case "T": result += "\(two(time[3])):\(two(time[4])):\(two(time[5]))"
            case "Z": result += "UTC"
            case "z": result += "+0000"
            case "n": result += "\n"
            case "t": result += "\t"
            case "%": result += "%"
            default: result += "%\(character)"
            }
        }
        return result
    }
}
