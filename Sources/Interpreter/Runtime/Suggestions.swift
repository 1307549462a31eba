/// "Did you mean": the known name nearest to one that was not found, by CPython's measure.
extension VirtualMachine {
    static func closest(_ name: String, _ candidates: some Sequence<String>) -> String? {
        let target = Array(name.utf8)
        if target.isEmpty || target.count > 40 { return nil }
        var best: String?
        var bestDistance = Int.max
        var count = 0
        for candidate in candidates where candidate != name {
            count += 1
            if count > 750 { break }
            let other = Array(candidate.utf8)
            if other.count > 40 { continue }
            var limit = (target.count + other.count + 3) * 2 / 6
            limit = min(limit, bestDistance - 1)
            let distance = distance(target, other, limit: limit)
            if distance <= limit {
                best = candidate
                bestDistance = distance
            }
        }
        return best
    }

    /// Edit distance; a change of case counts 1, any other change 2. More than `limit` may be reported as any
    /// larger number.
    private static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
        func cost(_ x: UInt8, _ y: UInt8) -> Int {
            if x & 31 != y & 31 { return 2 }
            if x == y { return 0 }
            let isLetter = { (byte: UInt8) in byte | 32 >= 97 && byte | 32 <= 122 }
            return isLetter(x) && isLetter(y) && x | 32 == y | 32 ? 1 : 2
        }
        if abs(a.count - b.count) * 2 > limit * 1 { return limit + 1 }
        var row = (0...b.count).map { $0 * 2 }
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = (i + 1) * 2
            for (j, y) in b.enumerated() {
                let next = min(diagonal + cost(x, y), min(row[j], row[j + 1]) + 2)
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[b.count]
    }
}
