/// How far a merge has come: the two sides' next items and how many they have left.
struct MergeState {
    /// Of the side that is read forwards or from behind: its first item, in the list or in what was set aside.
    var a: Int
    var aCount: Int
    var b: Int
    var bCount: Int
    /// Where the next item goes; from behind, the place after it.
    var into: Int
}

extension MergeSort {
    /// The main loop of a merge from the front; `aside` has the first side.
    mutating func runUpwards(_ aside: [Int], _ state: inout MergeState) throws -> Ending {
        func takeB(_ sort: inout MergeSort, _ state: inout MergeState, _ count: Int = 1) {
            sort.move(from: state.b, to: state.into, count: count)
            state.into += count
            state.b += count
            state.bCount -= count
        }
        func takeA(_ sort: inout MergeSort, _ state: inout MergeState, _ count: Int = 1) {
            for offset in 0..<count { sort.put(aside[state.a + offset], at: state.into + offset) }
            state.into += count
            state.a += count
            state.aCount -= count
        }
        takeB(&self, &state)
        if state.bCount == 0 { return .used }
        if state.aCount == 1 { return .last }
        var least = minimumGallop
        while true {
            var wonA = 0
            var wonB = 0
            while wonA < least, wonB < least {
                if try isLess(places[state.b], aside[state.a]) {
                    takeB(&self, &state)
                    wonB += 1
                    wonA = 0
                    if state.bCount == 0 { return .used }
                } else {
                    takeA(&self, &state)
                    wonA += 1
                    wonB = 0
                    if state.aCount == 1 { return .last }
                }
            }
            least += 1
            repeat {
                least -= least > 1 ? 1 : 0
                minimumGallop = least
                wonA = try placeAfter(
                    places[state.b], in: aside[state.a..<(state.a + state.aCount)], hint: 0)
                takeA(&self, &state, wonA)
                if wonA > 0 {
                    if state.aCount == 1 { return .last }
                    if state.aCount == 0 { return .used }
                }
                takeB(&self, &state)
                if state.bCount == 0 { return .used }
                wonB = try placeBefore(
                    aside[state.a], in: places[state.b..<(state.b + state.bCount)], hint: 0)
                takeB(&self, &state, wonB)
                if state.bCount == 0 { return .used }
                takeA(&self, &state)
                if state.aCount == 1 { return .last }
            } while wonA >= Self.gallop || wonB >= Self.gallop
            least += 1
            minimumGallop = least
        }
    }

    /// The main loop of a merge from behind; `aside` has the second side.
    mutating func runDownwards(_ aside: [Int], _ state: inout MergeState) throws -> Ending {
        func takeA(_ sort: inout MergeSort, _ state: inout MergeState, _ count: Int = 1) {
            state.into -= count
            state.aCount -= count
            sort.move(from: state.a + state.aCount, to: state.into, count: count)
        }
        func takeB(_ sort: inout MergeSort, _ state: inout MergeState, _ count: Int = 1) {
            state.into -= count
            state.bCount -= count
            for offset in 0..<count {
                sort.put(aside[state.bCount + offset], at: state.into + offset)
            }
        }
        takeA(&self, &state)
        if state.aCount == 0 { return .used }
        if state.bCount == 1 { return .last }
        var least = minimumGallop
        while true {
            var wonA = 0
            var wonB = 0
            while wonA < least, wonB < least {
                if try isLess(aside[state.bCount - 1], places[state.a + state.aCount - 1]) {
                    takeA(&self, &state)
                    wonA += 1
                    wonB = 0
                    if state.aCount == 0 { return .used }
                } else {
                    takeB(&self, &state)
                    wonB += 1
                    wonA = 0
                    if state.bCount == 1 { return .last }
                }
            }
            least += 1
            repeat {
                least -= least > 1 ? 1 : 0
                minimumGallop = least
                wonA =
                    try state.aCount
                    - placeAfter(
                        aside[state.bCount - 1], in: places[state.a..<(state.a + state.aCount)],
                        hint: state.aCount - 1)
                takeA(&self, &state, wonA)
                if state.aCount == 0 { return .used }
                takeB(&self, &state)
                if state.bCount == 1 { return .last }
                wonB =
                    try state.bCount
                    - placeBefore(
                        places[state.a + state.aCount - 1], in: aside[0..<state.bCount],
                        hint: state.bCount - 1)
                takeB(&self, &state, wonB)
                if wonB > 0 {
                    if state.bCount == 1 { return .last }
                    if state.bCount == 0 { return .used }
                }
                takeA(&self, &state)
                if state.aCount == 0 { return .used }
            } while wonA >= Self.gallop || wonB >= Self.gallop
            least += 1
            minimumGallop = least
        }
    }

    /// How many items of a run come before `key`, equal ones not among them; looked for from `hint` on, in steps that
    /// double.
    func placeBefore(_ key: Int, in run: ArraySlice<Int>, hint: Int) throws -> Int {
        let base = run.startIndex
        var last = 0
        var offset = 1
        if try isLess(run[base + hint], key) {
            let most = run.count - hint
            while offset < most, try isLess(run[base + hint + offset], key) {
                last = offset
                offset = 2 * offset + 1
            }
            last += hint
            offset = min(offset, most) + hint
        } else {
            let most = hint + 1
            while offset < most, try !isLess(run[base + hint - offset], key) {
                last = offset
                offset = 2 * offset + 1
            }
            (last, offset) = (hint - min(offset, most), hint - last)
        }
        last += 1
        while last < offset {
            let middle = last + (offset - last) / 2
            if try isLess(run[base + middle], key) { last = middle + 1 } else { offset = middle }
        }
        return offset
    }

    /// As `placeBefore`, with equal items among them.
    func placeAfter(_ key: Int, in run: ArraySlice<Int>, hint: Int) throws -> Int {
        let base = run.startIndex
        var last = 0
        var offset = 1
        if try isLess(key, run[base + hint]) {
            let most = hint + 1
            while offset < most, try isLess(key, run[base + hint - offset]) {
                last = offset
                offset = 2 * offset + 1
            }
            (last, offset) = (hint - min(offset, most), hint - last)
        } else {
            let most = run.count - hint
            while offset < most, try !isLess(key, run[base + hint + offset]) {
                last = offset
                offset = 2 * offset + 1
            }
            last += hint
            offset = min(offset, most) + hint
        }
        last += 1
        while last < offset {
            let middle = last + (offset - last) / 2
            if try isLess(key, run[base + middle]) { offset = middle } else { last = middle + 1 }
        }
        return offset
    }
}
