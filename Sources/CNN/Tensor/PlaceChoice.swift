// Which elements of a row are asked for, and where they are.

/// What is chosen of each row of elements.
enum PlaceChoice {
    /// All, in order.
    case all
    /// The first ones of the order, themselves in order if `sorted`.
    case first(Int, sorted: Bool)
    /// That number of the order, counted from 0.
    case rank(Int)
    /// The middle one of the order, the lower of two. One that is not a number is the middle of its row, unless
    /// only numbers count.
    case middle(ofNumbers: Bool)
    /// The value that is there most often, the first of several.
    case mostFrequent

    /// How many are chosen of a row of `size` elements.
    func count(of size: Int) -> Int {
        switch self {
        case .all: size
        case .first(let k, _): k
        case .rank, .middle, .mostFrequent: 1
        }
    }

    /// Writes the places of the elements chosen of each row, row by row.
    ///
    /// - Parameters:
    ///   - elements: whole rows of `size` elements of the type `dtype`, `size` not 0.
    ///   - places: room for as many places as are chosen in all.
    func write(
        _ dtype: DType, _ elements: UnsafeRawBufferPointer, rowsOf size: Int, descending: Bool,
        to places: UnsafeMutablePointer<Int>
    ) {
        func reals<T: BinaryFloatingPoint>(_ type: T.Type) {
            let elements = elements.bindMemory(to: T.self)
            if case .mostFrequent = self {
                return write(elements, size, Ascending<T>.self, places)
            }
            descending
                ? write(elements, size, DescendingReals<T>.self, places)
                : write(elements, size, AscendingReals<T>.self, places)
        }
        func integers<T: FixedWidthInteger>(_ type: T.Type) {
            let elements = elements.bindMemory(to: T.self)
            descending
                ? write(elements, size, Descending<T>.self, places)
                : write(elements, size, Ascending<T>.self, places)
        }
        switch dtype {
        case .float32: reals(Float.self)
        case .float64: reals(Double.self)
        case .int64: integers(Int64.self)
        case .int32: integers(Int32.self)
        case .uint8, .bool: integers(UInt8.self)
        }
    }

    private func write<Order: ElementOrder>(
        _ elements: UnsafeBufferPointer<Order.Element>, _ size: Int, _ type: Order.Type,
        _ places: UnsafeMutablePointer<Int>
    ) where Order.Element: Comparable {
        var order = PlaceOrder<Order>()
        let chosen = count(of: size)
        for row in 0..<(elements.count / size) {
            let values = UnsafeBufferPointer(
                rebasing: elements[(row * size)..<((row + 1) * size)])
            order.fill(values)
            let first = order.choose(self, values)
            for index in 0..<chosen {
                places[row * chosen + index] = order.items[first + index].place
            }
        }
    }
}

extension PlaceOrder where Element: Comparable {
    /// Brings what is chosen together; returns where it begins.
    fileprivate mutating func choose(
        _ choice: PlaceChoice, _ values: UnsafeBufferPointer<Element>
    ) -> Int {
        switch choice {
        case .all:
            sort()
            return 0
        case .first(let k, let sorted):
            selectFirst(k, sorted: sorted)
            return 0
        case .rank(let k):
            rank(k)
            return k
        case .middle(let ofNumbers):
            // What is not a number is not equal to itself.
            if !ofNumbers, let place = values.firstIndex(where: { $0 != $0 }) { return place }
            let numbers = ofNumbers ? values.count { $0 == $0 } : values.count
            let middle = (numbers - 1) / 2
            select(middle)
            if numbers > 0 { putStably(middle, values) }
            return middle
        case .mostFrequent:
            sort()
            return lastOfLongestRun()
        }
    }

    /// Puts the element there that a stable sort would put there, given that an equal one is there.
    private mutating func putStably(_ rank: Int, _ values: UnsafeBufferPointer<Element>) {
        let value = items[rank].value
        var left = rank - values.count { Order.precedes($0, value) }
        for (place, other) in values.enumerated() where other == value {
            if left == 0 { return put((value, place), at: rank) }
            left -= 1
        }
    }

    /// The end of the first of the longest runs of equal elements.
    private func lastOfLongestRun() -> Int {
        var (longest, end, length) = (0, 0, 0)
        for index in items.indices {
            length += 1
            let next = index + 1
            if next < items.count, items[index].value == items[next].value { continue }
            if length > longest { (longest, end) = (length, index) }
            length = 0
        }
        return end
    }
}
