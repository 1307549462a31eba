// What a sort compares, taken apart beforehand. Numbers, strings, and tuples of them whose places hold one kind each
// need no Python code to be compared, so they are laid out as plain words, and the sort moves small structs about
// without counting a reference. Anything else is compared value by value.

struct SortKeys {
    /// What a place of the keys holds.
    private enum Column { case int, float, string }

    private struct Entry {
        /// Decides most comparisons: the number, or the first eight characters.
        var first: Int
        var place: Int
    }

    private var columns: [Column] = []
    /// The keys' parts in a row: an integer, a float's bits in the order of floats, the address of a string.
    private var cells: [Int] = []
    private var count = 0

    /// - Returns: nil where keys are of another kind or differ in kind
    init?(_ keys: [Value], _ types: BuiltinTypes) {
        guard keys.count > 1 else { return nil }
        count = keys.count
        var fits = true
        keys.withUnsafeBufferPointer { keys in
            guard let base = keys.baseAddress else { return }
            let first = UnsafeMutablePointer(mutating: base)
            cells.reserveCapacity(count)
            for index in 0..<count where fits {
                fits = add(first + index, types, isFirst: index == 0)
            }
        }
        if !fits { return nil }
    }

    private mutating func add(
        _ key: UnsafeMutablePointer<Value>, _ types: BuiltinTypes, isFirst: Bool
    ) -> Bool {
        guard key.tag == ValueLayout.object, key.kind == .tuple else {
            if isFirst { return addCell(key, 0, types, isFirst: true) }
            return columns.count == 1 && cells.count % columns.count == 0
                && addCell(key, 0, types, isFirst: false)
        }
        return key.unmanaged._withUnsafeGuaranteedRef { object in
            guard object.type === types.tuple else { return false }
            return unsafeDowncast(object, to: TupleObject.self).elements
                .withUnsafeBufferPointer { parts in
                    guard let base = parts.baseAddress, parts.count > 1,
                        isFirst || parts.count == columns.count
                    else { return false }
                    let first = UnsafeMutablePointer(mutating: base)
                    for index in 0..<parts.count
                    where !addCell(first + index, index, types, isFirst: isFirst) {
                        return false
                    }
                    return true
                }
        }
    }

    private mutating func addCell(
        _ part: UnsafeMutablePointer<Value>, _ place: Int, _ types: BuiltinTypes, isFirst: Bool
    ) -> Bool {
        let column: Column
        let cell: Int
        switch part.tag {
        case ValueLayout.int:
            column = .int
            cell = part.payload
        case ValueLayout.float:
            let number = part.double
            if number.isNaN { return false }
            column = .float
            // Zeros are equal whatever their sign; the bits of negative numbers run the other way.
            let bits = Int(bitPattern: UInt((number == 0 ? 0 : number).bitPattern))
            cell = bits >= 0 ? bits : Int.min &- bits &- 1
        case ValueLayout.object:
            let isText = part.unmanaged._withUnsafeGuaranteedRef {
                $0.kind == .string && $0.type === types.str
            }
            guard isText else { return false }
            column = .string
            cell = Int(bitPattern: part.unmanaged.toOpaque())
        default: return false
        }
        if isFirst {
            columns.append(column)
        } else if columns[place] != column {
            return false
        }
        cells.append(cell)
        return true
    }

    /// The places of the keys in ascending order, equal ones in theirs.
    ///
    /// - Parameter poll: called now and then, so that a long sort can be interrupted
    func order(_ poll: () throws -> Void) throws -> [Int] {
        let width = columns.count
        return try cells.withUnsafeBufferPointer { cells in
            let hasPrefix =
                columns[0] == .string
                && (0..<count).allSatisfy { Self.text(cells[$0 &* width]) { !$0.isWide } }
            var entries: [Entry] = []
            entries.reserveCapacity(count)
            for place in 0..<count {
                let cell = cells[place &* width]
                let first =
                    columns[0] != .string
                    ? cell : hasPrefix ? Self.text(cell, Self.prefix) : 0
                entries.append(Entry(first: first, place: place))
            }
            var ticks = 0
            let isPlain = width == 1 && columns[0] != .string
            try entries.sort { a, b in
                ticks &+= 1
                if ticks & 0xFF == 0 { try poll() }
                if a.first != b.first { return a.first < b.first }
                if isPlain { return a.place < b.place }
                return isLess(a.place, b.place, cells, width)
            }
            return entries.map(\.place)
        }
    }

    private func isLess(
        _ a: Int, _ b: Int, _ cells: UnsafeBufferPointer<Int>, _ width: Int
    ) -> Bool {
        for place in 0..<width {
            let x = cells[a &* width &+ place]
            let y = cells[b &* width &+ place]
            if x == y { continue }
            guard columns[place] == .string else { return x < y }
            let order = Self.text(x) { left in Self.text(y) { left.order(against: $0) } }
            if order != 0 { return order < 0 }
        }
        return a < b
    }

    @inline(__always)
    private static func text<Result>(_ cell: Int, _ body: (StringObject) -> Result) -> Result {
        guard let address = UnsafeRawPointer(bitPattern: cell) else {
            preconditionFailure("a string has an address")
        }
        return Unmanaged<StringObject>.fromOpaque(address)._withUnsafeGuaranteedRef(body)
    }

    /// The first eight characters of a text of bytes, as a number in the order of the texts.
    private static func prefix(_ text: StringObject) -> Int {
        let bytes = text.narrow
        var word: UInt = 0
        for index in 0..<8 { word = word << 8 | (index < bytes.count ? UInt(bytes[index]) : 0) }
        return Int(bitPattern: word ^ (1 << 63))
    }
}
