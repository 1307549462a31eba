// `time.strptime`: a format is a row of parts, each of which may match a text at a place in several ways, the longest
// first. The first way that lets all later parts match is taken, as a regular expression would.

/// Reads dates and times from text.
struct TimeParser {
    enum Failure: Error {
        case stray
        case badDirective(Character)
        case mismatch
        case remains(String)
        case outOfRange
    }

    private enum Part {
        case space
        case literal(Character)
        case directive(Character)
    }

    private let parts: [Part]
    private let text: [Character]
    private var values: [Character: Int] = [:]

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]
    private static let days = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    /// Widths from the longest to the shortest, the least value, and the greatest.
    private static let numbers: [Character: (widths: [Int], range: ClosedRange<Int>)] = [
        "d": ([2, 1], 1...31), "H": ([2, 1], 0...23), "I": ([2, 1], 1...12),
        "j": ([3, 2, 1], 1...366), "m": ([2, 1], 1...12), "M": ([2, 1], 0...59),
        "S": ([2, 1], 0...61), "U": ([2, 1], 0...53), "W": ([2, 1], 0...53), "w": ([1], 0...6),
        "u": ([1], 1...7), "y": ([2], 0...99), "Y": ([4], 0...9999),
        "f": ([6, 5, 4, 3, 2, 1], 0...999_999),
    ]

    init(_ text: String, format: String) throws(Failure) {
        self.text = Array(text)
        parts = try Self.split(format)
    }

    private static func split(_ format: String) throws(Failure) -> [Part] {
        var parts: [Part] = []
        var rest = Array(format)[...]
        while let character = rest.popFirst() {
            if character.isWhitespace {
                while rest.first?.isWhitespace ?? false { rest.removeFirst() }
                parts.append(.space)
                continue
            }
            guard character == "%" else {
                parts.append(.literal(character))
                continue
            }
            guard let directive = rest.popFirst() else { throw .stray }
            switch directive {
            case "c": parts += try split("%a %b %d %H:%M:%S %Y")
            case "x": parts += try split("%m/%d/%y")
            case "X": parts += try split("%H:%M:%S")
            case "%": parts.append(.literal("%"))
            case "a", "A", "b", "B", "p", "Z", "z": parts.append(.directive(directive))
            default:
                guard numbers[directive] != nil else { throw .badDirective(directive) }
                parts.append(.directive(directive))
            }
        }
        return parts
    }

    /// The nine fields of the time.
    mutating func fields() throws(Failure) -> [Int] {
        guard let end = match(0, 0) else { throw .mismatch }
        if end < text.count { throw .remains(String(text[end...])) }
        return try assembled()
    }

    /// Where the parts from one on end when they match from a place on.
    private mutating func match(_ part: Int, _ place: Int) -> Int? {
        guard part < parts.count else { return place }
        switch parts[part] {
        case .space:
            var end = place
            while end < text.count, text[end].isWhitespace { end += 1 }
            while end > place {
                if let found = match(part + 1, end) { return found }
                end -= 1
            }
            return nil
        case .literal(let character):
            guard place < text.count, text[place].lowercased() == character.lowercased() else {
                return nil
            }
            return match(part + 1, place + 1)
        case .directive(let directive):
            for (length, value) in candidates(directive, place) {
                let before = values
                values[directive] = value
                if let found = match(part + 1, place + length) { return found }
                values = before
            }
            return nil
        }
    }

    private func candidates(_ directive: Character, _ place: Int) -> [(length: Int, value: Int)] {
        func number(_ start: Int, _ width: Int) -> Int? {
            guard start + width <= text.count else { return nil }
            let digits = text[start..<(start + width)]
            guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
            return Int(String(digits))
        }
        func names(_ list: [String], short: Bool) -> [(length: Int, value: Int)] {
            let shown = list.enumerated().map {
                (name: short ? String($0.element.prefix(3)) : $0.element, value: $0.offset)
            }
            return shown.sorted { $0.name.count > $1.name.count }.compactMap { entry in
                let end = place + entry.name.count
                guard end <= text.count, String(text[place..<end]).lowercased() == entry.name
                else { return nil }
                return (entry.name.count, entry.value)
            }
        }
        switch directive {
        case "a": return names(Self.days, short: true)
        case "A": return names(Self.days, short: false)
        case "b": return names(Self.months, short: true)
        case "B": return names(Self.months, short: false)
        case "p": return names(["am", "pm"], short: false)
        case "Z": return names(["utc", "gmt"], short: false)
        case "z":
            if place < text.count, text[place] == "Z" { return [(1, 0)] }
            guard place < text.count, text[place] == "+" || text[place] == "-",
                number(place + 1, 2) != nil
            else { return [] }
            let colon = place + 3 < text.count && text[place + 3] == ":" ? 1 : 0
            guard let minutes = number(place + 3 + colon, 2), minutes < 60 else { return [] }
            return [(5 + colon, 0)]
        default:
            guard let shape = Self.numbers[directive] else { return [] }
            var found: [(length: Int, value: Int)] = shape.widths.compactMap { width in
                guard let value = number(place, width), shape.range.contains(value) else {
                    return nil
                }
                return (width, value)
            }
            if directive == "d", place < text.count, text[place] == " ",
                let day = number(place + 1, 1), day > 0
            {
                found.append((2, day))
            }
            return found
        }
    }

    // MARK: The date

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Days before a year since the first of January of year 1.
    private static func days(before year: Int) -> Int {
        let past = year - 1
        return past * 365 + past / 4 - past / 100 + past / 400
    }

    private func assembled() throws(Failure) -> [Int] {
        var year = values["Y"] ?? values["y"].map { $0 <= 68 ? 2000 + $0 : 1900 + $0 }
        var month = values["m"] ?? (values["b"] ?? values["B"]).map { $0 + 1 } ?? 1
        var day = values["d"] ?? 1
        var weekday =
            values["a"] ?? values["A"] ?? values["w"].map { ($0 + 6) % 7 }
            ?? values["u"].map { $0 - 1 }
        // A leap day without a year is let through.
        let isFixed = year == nil && month == 2 && day == 29
        let known = year != nil
        var used = year ?? (isFixed ? 1904 : 1900)
        var ofYear = values["j"]
        if ofYear == nil, known, let weekday, let week = values["U"] ?? values["W"] {
            let first = (Self.days(before: used) % 7 + 7) % 7
            let startsSunday = values["U"] != nil
            let start = startsSunday ? (first + 1) % 7 : first
            let place = startsSunday ? (weekday + 1) % 7 : weekday
            let weekZero = (7 - start) % 7
            ofYear = week == 0 ? 1 + place - start : 1 + weekZero + 7 * (week - 1) + place
        }
        if let count = ofYear {
            var rest = count
            if rest <= 0 {
                used -= 1
                rest += Self.isLeap(used) ? 366 : 365
                ofYear = rest
            }
            if rest > (Self.isLeap(used) ? 366 : 365) {
                rest -= Self.isLeap(used) ? 366 : 365
                used += 1
            }
            month = 1
            while rest > Self.length(ofMonth: month, used) {
                rest -= Self.length(ofMonth: month, used)
                month += 1
            }
            day = rest
        } else {
            guard used >= 1, day <= Self.length(ofMonth: month, used) else { throw .outOfRange }
            ofYear =
                (1..<month).reduce(0) { $0 + Self.length(ofMonth: $1, used) } + day
        }
        let before = (1..<month).reduce(0) { $0 + Self.length(ofMonth: $1, used) }
        weekday = weekday ?? (Self.days(before: used) + before + day - 1) % 7
        year = isFixed ? 1900 : used
        var hour = values["H"] ?? 0
        if let twelve = values["I"] {
            let isAfternoon = values["p"] == 1
            hour = twelve % 12 + (isAfternoon ? 12 : 0)
        }
        return [
            year ?? used, month, day, hour, values["M"] ?? 0, values["S"] ?? 0, weekday ?? 0,
            ofYear ?? 1, values["Z"] == nil ? -1 : 0,
        ]
    }
}

extension VirtualMachine {
    func addTimeParsing(to module: ModuleObject, _ type: TypeObject) {
        module.function(
            self, "strptime", "(string, format='%a %b %d %H:%M:%S %Y', /)",
            "A date and time read from text."
        ) { vm, arguments in
            for index in 0..<2 where arguments[index].string == nil {
                let shown = try vm.repr(.object(vm.type(of: arguments[index])))
                throw vm.typeError("strptime() argument \(index) must be str, not \(shown)")
            }
            let (text, format) = (try vm.str(arguments[0]), try vm.str(arguments[1]))
            if text.utf8.count > 10_000 || format.utf8.count > 1000 {
                throw vm.valueError("time data or format is too long")
            }
            let shown = try vm.repr(arguments[1])
            do throws(TimeParser.Failure) {
                var parser = try TimeParser(text, format: format)
                return .object(TupleObject(type: type, try parser.fields().map { .int($0) }))
            } catch {
                switch error {
                case .stray: throw vm.valueError("stray % in format \(shown)")
                case .badDirective(let directive):
                    throw vm.valueError("'\(directive)' is a bad directive in format \(shown)")
                case .mismatch:
                    throw vm.valueError(
                        "time data \(try vm.repr(arguments[0])) does not match format \(shown)")
                case .remains(let rest):
                    throw vm.valueError("unconverted data remains: \(rest)")
                case .outOfRange: throw vm.valueError("day is out of range for month")
                }
            }
        }
    }
}
