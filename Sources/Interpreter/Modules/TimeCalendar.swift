import Glibc

/// The calendar of `time`. The lab's time zone is universal time, so that a program prints the same everywhere.
extension VirtualMachine {
    private static let timeFields = [
        "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
        "tm_isdst",
    ]

    func addCalendar(to module: ModuleObject) {
        let type = makeTupleType(name: "struct_time", module: "time", fields: Self.timeFields) {
            "time.struct_time(" + $0.joined(separator: ", ") + ")"
        }
        type.new(self, "(iterable, /)", "From the values of nine to eleven fields.") {
            vm, type, arguments in
            guard vm.isIterable(arguments[0]) else {
                throw vm.typeError("constructor requires a sequence")
            }
            let items = try vm.elements(of: arguments[0])
            guard 9...11 ~= items.count else {
                throw vm.typeError(
                    "time.struct_time() takes an at \(items.count < 9 ? "least 9" : "most 11")"
                        + "-sequence (\(items.count)-sequence given)")
            }
            return .object(TupleObject(type: type, Array(items.prefix(9))))
        }
        for (name, value) in [
            ("n_fields", 11), ("n_sequence_fields", 9), ("n_unnamed_fields", 0), ("tm_gmtoff", 0),
        ] {
            type.constant(self, name, .int(value))
        }
        type.constant(self, "tm_zone", string("GMT"))
        addTimeParsing(to: module, type)
        module.set(self, "struct_time", .object(type))
        for (name, help) in [
            ("gmtime", "The date and time of seconds since 1970, in universal time."),
            ("localtime", "As gmtime(): the lab's time zone is universal time."),
        ] {
            module.function(self, name, "(seconds=None, /)", help) { vm, arguments in
                let time = try vm.brokenDown(arguments[0])
                let fields = [
                    Int(time.tm_year) + 1900, Int(time.tm_mon) + 1, Int(time.tm_mday),
                    Int(time.tm_hour), Int(time.tm_min), Int(time.tm_sec),
                    (Int(time.tm_wday) + 6) % 7, Int(time.tm_yday) + 1, 0,
                ]
                return .object(TupleObject(type: type, fields.map { .int($0) }))
            }
        }
        module.function(
            self, "strftime", "(format, tuple=<unset>, /)", "A date and time as text."
        ) { vm, arguments in
            let format = try vm.stringArgument(arguments[0], "strftime", 1).swiftString
            let time =
                arguments.isGiven(1)
                ? try vm.timeArgument(arguments[1], "strftime") : try vm.brokenDown(.none)
            try vm.reserve(format.utf8.count, times: 64)
            return vm.string(Self.text(time, format))
        }
        module.function(
            self, "mktime", "(tuple, /)", "The seconds since 1970 of a date and time."
        ) { vm, arguments in
            var time = try vm.timeArgument(arguments[0], "mktime", isChecked: false)
            return .float(Double(timegm(&time)))
        }
        let form = "%a %b %e %H:%M:%S %Y"
        module.function(self, "asctime", "(tuple=<unset>, /)", "A date and time as text.") {
            vm, arguments in
            let time =
                arguments.isGiven(0)
                ? try vm.timeArgument(arguments[0], "asctime") : try vm.brokenDown(.none)
            return vm.string(Self.text(time, form))
        }
        module.function(self, "ctime", "(seconds=None, /)", "A moment as text.") {
            vm, arguments in vm.string(Self.text(try vm.brokenDown(arguments[0]), form))
        }
        for name in ["timezone", "altzone", "daylight"] { module.set(self, name, .int(0)) }
        module.set(self, "tzname", tuple([string("UTC"), string("UTC")]))
    }

    /// The date and time of a number of seconds since 1970, or of now.
    private func brokenDown(_ seconds: Value) throws -> tm {
        var moment = seconds.isNone ? Glibc.time(nil) : try wholeSeconds(seconds)
        var result = tm()
        guard gmtime_r(&moment, &result) != nil else {
            let reason = string("Value too large for defined data type")
            throw PythonError(
                exception: try instantiate(
                    call(.object(types.exception(.osError)), [.int(75), reason]), ""))
        }
        return result
    }

    private func wholeSeconds(_ value: Value) throws -> Int {
        let outOfRange = error(.overflowError, "timestamp out of range for platform time_t")
        if case .float(let seconds)? = number(value) {
            if seconds.isNaN { throw valueError("Invalid value NaN (not a number)") }
            guard let whole = Int(exactly: seconds.rounded(.down)) else { throw outOfRange }
            return whole
        }
        guard case .int(let whole) = try indexValue(value) else { throw outOfRange }
        return whole
    }

    /// The nine fields of a time, each within its range.
    private func timeArgument(_ value: Value, _ function: String, isChecked: Bool = true) throws
        -> tm
    {
        guard let items = value.tuple?.elements else {
            throw typeError("Tuple or struct_time argument required")
        }
        guard items.count == 9 else {
            throw typeError("\(function)(): illegal time tuple argument")
        }
        let fields = try items.map { item -> Int in
            let field = try index(item)
            if Int32(exactly: field) == nil {
                throw error(
                    .overflowError,
                    "signed integer is \(field < 0 ? "less than minimum" : "greater than maximum")")
            }
            return field
        }
        var time = tm()
        guard let year = Int32(exactly: fields[0] - 1900) else {
            throw error(.overflowError, "year out of range")
        }
        time.tm_year = year
        func field(
            _ index: Int, less: Int = 0, unset: Int? = nil, _ range: ClosedRange<Int>,
            _ name: String
        ) throws -> Int32 {
            var value = fields[index] - less
            if value == unset { value = range.lowerBound }
            if isChecked, !range.contains(value) { throw valueError("\(name) out of range") }
            return Int32(clamping: value)
        }
        time.tm_mon = try field(1, less: 1, unset: -1, 0...11, "month")
        time.tm_mday = try field(2, unset: 0, 1...31, "day of month")
        time.tm_hour = try field(3, 0...23, "hour")
        time.tm_min = try field(4, 0...59, "minute")
        time.tm_sec = try field(5, 0...61, "seconds")
        time.tm_wday = Int32(clamping: (fields[6] + 1) % 7)
        if isChecked, time.tm_wday < 0 { throw valueError("day of week out of range") }
        time.tm_yday = try field(7, less: 1, unset: -1, 0...365, "day of year")
        return time
    }

    /// A time in the form of C's `strftime`, in English.
    private static func text(_ time: tm, _ format: String) -> String {
        guard !format.isEmpty, let locale = newlocale(1 << LC_TIME, "C", nil) else { return "" }
        defer { freelocale(locale) }
        return "UTC".withCString { zone in
            var time = time
            time.tm_zone = zone
            var size = format.utf8.count * 4 + 64
            while true {
                var buffer = [CChar](repeating: 0, count: size)
                let count = strftime_l(&buffer, size, format, &time, locale)
                // Nothing was written where the text is empty too: a form such as %p with no result.
                if count > 0 || size > format.utf8.count * 64 {
                    return String(
                        decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
                }
                size *= 4
            }
        }
    }
}
