// Which of several equal elements come first is the library's choice. PyTorch leaves it to C++'s sort, nth_element and
// partial_sort, and what a learner sees there are the choices of libstdc++ (GCC): a quick selection around the median of
// three, heaps for few of many, insertion for the rest. This follows those algorithms step by step (they are described by
// Musser, Introspective Sorting and Selection Algorithms, 1997), so that the places are the same. `rank` follows PyTorch's
// own selection around the median of three (ATen, SortingUtils.h).

/// An order of elements.
protocol ElementOrder<Element> {
    associatedtype Element
    /// Whether the first stands before the second; equal ones stand before neither.
    static func precedes(_ a: Element, _ b: Element) -> Bool
}

/// From the smallest to the greatest.
enum Ascending<Element: Comparable>: ElementOrder {
    static func precedes(_ a: Element, _ b: Element) -> Bool { a < b }
}

/// From the greatest to the smallest.
enum Descending<Element: Comparable>: ElementOrder {
    static func precedes(_ a: Element, _ b: Element) -> Bool { a > b }
}

/// From the smallest to the greatest; NaN counts as the greatest.
enum AscendingReals<Element: BinaryFloatingPoint>: ElementOrder {
    static func precedes(_ a: Element, _ b: Element) -> Bool {
        (!a.isNaN && b.isNaN) || a < b
    }
}

/// From the greatest to the smallest; NaN counts as the greatest.
enum DescendingReals<Element: BinaryFloatingPoint>: ElementOrder {
    static func precedes(_ a: Element, _ b: Element) -> Bool {
        (a.isNaN && !b.isNaN) || a > b
    }
}

/// Elements with their places, of which some are put in order. The order may be none (where NaN is equal to
/// everything): then the elements end in some order, as they do in C++.
struct PlaceOrder<Order: ElementOrder> {
    typealias Element = Order.Element

    /// The elements, each with where it stood.
    private(set) var items: [(value: Element, place: Int)] = []

    /// Takes other elements, at their own places.
    mutating func fill(_ values: UnsafeBufferPointer<Element>) {
        items.removeAll(keepingCapacity: true)
        for (place, value) in values.enumerated() { items.append((value, place)) }
    }

    /// Puts an element where an equal one is.
    mutating func put(_ item: (value: Element, place: Int), at index: Int) { items[index] = item }

    /// Puts all elements in order, as `std::sort` does.
    mutating func sort() { sort(0, items.count) }

    /// Brings the element that is number `n` of the order there, as `std::nth_element` does.
    mutating func select(_ n: Int) { quickSelect(0, n, items.count) }

    /// Brings the first `k` elements of the order to the front, in order if `sorted`.
    mutating func selectFirst(_ k: Int, sorted: Bool) {
        // PyTorch's bound between few and many (ATen, TopKImpl.h).
        if k * 64 <= items.count {
            heapSelect(0, k, items.count)
            sortHeap(0, k)
            return
        }
        quickSelect(0, k - 1, items.count)
        if sorted { sort(0, k - 1) }
    }

    /// Brings the element that is number `k` of the order there, as PyTorch's `kthvalue` does.
    mutating func rank(_ k: Int) {
        var (left, right) = (0, items.count - 1)
        func swapIfLater(_ a: Int, _ b: Int) {
            if isBefore(b, a) { items.swapAt(a, b) }
        }
        while right > left {
            if right == left + 1 { return swapIfLater(left, right) }
            items.swapAt(left + (right - left) / 2, left + 1)
            swapIfLater(left + 1, right)
            swapIfLater(left, right)
            swapIfLater(left + 1, left)
            var (low, high) = (left + 1, right)
            while true {
                repeat { low += 1 } while isBefore(low, left)
                repeat { high -= 1 } while isBefore(left, high)
                if high < low { break }
                items.swapAt(low, high)
            }
            items.swapAt(left, high)
            if high <= k { left = low }
            if high >= k { right = high - 1 }
        }
    }

    private func isBefore(_ a: Int, _ b: Int) -> Bool {
        Order.precedes(items[a].value, items[b].value)
    }

    /// Twice the binary logarithm: how often a range may be split before heaps take over.
    private static func splits(_ count: Int) -> Int {
        count > 1 ? 2 * (Int.bitWidth - 1 - count.leadingZeroBitCount) : 0
    }

    // MARK: Splitting

    private mutating func quickSelect(_ first: Int, _ nth: Int, _ last: Int) {
        if first == last || nth == last { return }
        var (first, last) = (first, last)
        var left = Self.splits(last - first)
        while last - first > 3 {
            if left == 0 {
                heapSelect(first, nth + 1, last)
                items.swapAt(first, nth)
                return
            }
            left -= 1
            let cut = split(first, last)
            if cut <= nth { first = cut } else { last = cut }
        }
        insertionSort(first, last)
    }

    private mutating func sort(_ first: Int, _ last: Int) {
        if first == last { return }
        quickSort(first, last, Self.splits(last - first))
        guard last - first > 16 else { return insertionSort(first, last) }
        insertionSort(first, first + 16)
        for index in (first + 16)..<last { insert(index) }
    }

    private mutating func quickSort(_ first: Int, _ last: Int, _ splits: Int) {
        var (last, left) = (last, splits)
        while last - first > 16 {
            if left == 0 {
                heapSelect(first, last, last)
                sortHeap(first, last)
                return
            }
            left -= 1
            let cut = split(first, last)
            quickSort(cut, last, left)
            last = cut
        }
    }

    /// Splits a range around the median of its second, middle and last element, which is put first; returns where
    /// the second part begins.
    private mutating func split(_ start: Int, _ end: Int) -> Int {
        let (a, b, c) = (start + 1, start + (end - start) / 2, end - 1)
        let median =
            isBefore(a, b)
            ? (isBefore(b, c) ? b : isBefore(a, c) ? c : a)
            : (isBefore(a, c) ? a : isBefore(b, c) ? c : b)
        items.swapAt(start, median)
        var (first, last) = (start + 1, end)
        while true {
            while first < end, isBefore(first, start) { first += 1 }
            last -= 1
            while last > start, isBefore(start, last) { last -= 1 }
            if first >= last { return first }
            items.swapAt(first, last)
            first += 1
        }
    }

    // MARK: Insertion

    private mutating func insertionSort(_ first: Int, _ last: Int) {
        guard first < last else { return }
        for index in (first + 1)..<Swift.max(last, first + 1) {
            guard isBefore(index, first) else {
                insert(index)
                continue
            }
            let item = items[index]
            for hole in stride(from: index, to: first, by: -1) { items[hole] = items[hole - 1] }
            items[first] = item
        }
    }

    /// Moves an element to the left past all that it precedes; one that it does not must stand there.
    private mutating func insert(_ index: Int) {
        let item = items[index]
        var hole = index
        while hole > 0, Order.precedes(item.value, items[hole - 1].value) {
            items[hole] = items[hole - 1]
            hole -= 1
        }
        items[hole] = item
    }

    // MARK: Heaps

    /// Makes a heap of `first..<middle` that holds the first elements of `first..<last`.
    private mutating func heapSelect(_ first: Int, _ middle: Int, _ last: Int) {
        let count = middle - first
        if count >= 2 {
            for parent in stride(from: (count - 2) / 2, through: 0, by: -1) {
                sink(first, parent, count, items[first + parent])
            }
        }
        guard count > 0 else { return }
        for index in middle..<last where isBefore(index, first) {
            popHeap(first, count, to: index)
        }
    }

    private mutating func sortHeap(_ first: Int, _ end: Int) {
        var last = end
        while last - first > 1 {
            last -= 1
            popHeap(first, last - first, to: last)
        }
    }

    /// Puts the heap's top where another element stands, and that one into the heap.
    private mutating func popHeap(_ first: Int, _ count: Int, to index: Int) {
        let item = items[index]
        items[index] = items[first]
        sink(first, 0, count, item)
    }

    /// Fills the hole of a heap: larger children move up to the bottom, and the element rises from there.
    private mutating func sink(
        _ first: Int, _ top: Int, _ count: Int, _ item: (value: Element, place: Int)
    ) {
        var hole = top
        var child = top
        while child < (count - 1) / 2 {
            child = 2 * (child + 1)
            if isBefore(first + child, first + child - 1) { child -= 1 }
            items[first + hole] = items[first + child]
            hole = child
        }
        if count % 2 == 0, child == (count - 2) / 2 {
            child = 2 * (child + 1)
            items[first + hole] = items[first + child - 1]
            hole = child - 1
        }
        while hole > top, Order.precedes(items[first + (hole - 1) / 2].value, item.value) {
            items[first + hole] = items[first + (hole - 1) / 2]
            hole = (hole - 1) / 2
        }
        items[first + hole] = item
    }
}
