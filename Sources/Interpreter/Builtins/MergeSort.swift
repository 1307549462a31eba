// The sort of `list.sort` and `sorted` where keys are compared by what they mean to Python code. The comparisons are
// CPython's, one for one: a program sees them when its own `__lt__` prints or counts, when two keys cannot be
// compared (the error names the first such pair, and the list is left as far as it was sorted), and when keys have no
// total order, as NaN has none. Hence Timsort with the powersort merge policy: ascending and descending runs are
// found, short ones are extended by binary insertion, and neighbours are merged, galloping where one side wins
// for long.

/// Sorts places by a comparison that may throw; after an error `places` is still a permutation.
struct MergeSort {
    private struct Run {
        var start: Int
        var count: Int
        var power = 0
    }

    /// Why the main loop of a merge ends: one side is used up, or of the side set aside one item is left.
    enum Ending { case used, last }

    private(set) var places: [Int]
    /// Whether the first of two places comes before the second.
    let isLess: (Int, Int) throws -> Bool
    private var runs: [Run] = []
    var minimumGallop = Self.gallop

    static let gallop = 7

    init(count: Int, isLess: @escaping (Int, Int) throws -> Bool) {
        places = Array(0..<count)
        self.isLess = isLess
    }

    mutating func sort() throws {
        let total = places.count
        if total < 2 { return }
        let least = Self.leastRun(total)
        var start = 0
        while start < total {
            var count = try findRun(start)
            if count < least {
                let forced = min(least, total - start)
                try insert(start, sorted: count, to: forced)
                count = forced
            }
            try push(start, count)
            start += count
        }
        while runs.count > 1 {
            var index = runs.count - 2
            if index > 0, runs[index - 1].count < runs[index + 1].count { index -= 1 }
            try merge(index)
        }
    }

    /// A run is at least so long: between 32 and 64, so that their number is near a power of two.
    private static func leastRun(_ count: Int) -> Int {
        var count = count
        var rest = 0
        while count >= 64 {
            rest |= count & 1
            count >>= 1
        }
        return count + rest
    }

    /// Finds how far the items from `start` on are in order; those that fall are turned round.
    private mutating func findRun(_ start: Int) throws -> Int {
        if start + 1 == places.count { return 1 }
        var next = start + 2
        if try isLess(places[start + 1], places[start]) {
            while next < places.count, try isLess(places[next], places[next - 1]) { next += 1 }
            places[start..<next].reverse()
        } else {
            while next < places.count, try !isLess(places[next], places[next - 1]) { next += 1 }
        }
        return next - start
    }

    /// Binary insertion of the items behind the first `sorted` ones.
    private mutating func insert(_ start: Int, sorted: Int, to count: Int) throws {
        for position in (start + sorted)..<(start + count) {
            let pivot = places[position]
            var low = start
            var high = position
            while low < high {
                let middle = low + (high - low) / 2
                if try isLess(pivot, places[middle]) { high = middle } else { low = middle + 1 }
            }
            if low == position { continue }
            move(from: low, to: low + 1, count: position - low)
            places[low] = pivot
        }
    }

    /// Adds a run, after the merges that its place in the whole asks for.
    private mutating func push(_ start: Int, _ count: Int) throws {
        if let last = runs.last {
            let power = Self.power(last.start, last.count, count, places.count)
            while runs.count > 1, runs[runs.count - 2].power > power { try merge(runs.count - 2) }
            runs[runs.count - 1].power = power
        }
        runs.append(Run(start: start, count: count))
    }

    /// The depth of the boundary between two runs in the tree of halvings of the whole.
    private static func power(_ start: Int, _ first: Int, _ second: Int, _ total: Int) -> Int {
        var a = 2 * start + first
        var b = a + first + second
        var depth = 0
        while true {
            depth += 1
            if a >= total {
                a -= total
                b -= total
            } else if b >= total {
                return depth
            }
            a *= 2
            b *= 2
        }
    }

    private mutating func merge(_ index: Int) throws {
        var a = runs[index]
        let b = runs[index + 1]
        runs[index].count += b.count
        runs.remove(at: index + 1)
        // What of `a` comes before all of `b` lies right, and so does what of `b` comes after all of `a`.
        let skipped = try placeAfter(places[b.start], in: places[a.start..<b.start], hint: 0)
        a.start += skipped
        a.count -= skipped
        if a.count == 0 { return }
        let count = try placeBefore(
            places[b.start - 1], in: places[b.start..<(b.start + b.count)], hint: b.count - 1)
        if count == 0 { return }
        if a.count <= count {
            try mergeUpwards(a.start, a.count, count)
        } else {
            try mergeDownwards(a.start, a.count, count)
        }
    }

    /// Merges two neighbours, the first of which is set aside.
    private mutating func mergeUpwards(_ start: Int, _ first: Int, _ second: Int) throws {
        let aside = Array(places[start..<(start + first)])
        var state = MergeState(a: 0, aCount: first, b: start + first, bCount: second, into: start)
        var ending = Ending.used
        // After an error too, what was set aside comes back.
        defer {
            let rest = aside[state.a..<(state.a + state.aCount)]
            if ending == .last {
                move(from: state.b, to: state.into, count: state.bCount)
                places[state.into + state.bCount] = aside[state.a]
            } else {
                for (offset, place) in rest.enumerated() { places[state.into + offset] = place }
            }
        }
        ending = try runUpwards(aside, &state)
    }

    /// Merges two neighbours, the second of which is set aside, from behind.
    private mutating func mergeDownwards(_ start: Int, _ first: Int, _ second: Int) throws {
        let aside = Array(places[(start + first)..<(start + first + second)])
        var state = MergeState(
            a: start, aCount: first, b: 0, bCount: second, into: start + first + second)
        var ending = Ending.used
        defer {
            if ending == .last {
                move(from: start, to: start + 1, count: state.aCount)
                places[start] = aside[0]
            } else {
                for offset in 0..<state.bCount {
                    places[state.into - state.bCount + offset] = aside[offset]
                }
            }
        }
        ending = try runDownwards(aside, &state)
    }

    /// Moves a stretch of places, which may overlap its target.
    mutating func move(from: Int, to: Int, count: Int) {
        if count == 0 { return }
        places.withUnsafeMutableBufferPointer { places in
            guard let base = places.baseAddress else { return }
            (base + to).update(from: base + from, count: count)
        }
    }

    mutating func put(_ place: Int, at index: Int) { places[index] = place }
}
