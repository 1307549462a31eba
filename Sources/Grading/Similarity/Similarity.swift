package import Lessons

/// Pairs of submissions that are alike beyond what everyone was given: a hint, no verdict.
package struct Similarity: Sendable {
    package struct Part: Codable, Sendable, Equatable {
        package var firstLines: [Int]
        package var secondLines: [Int]
        package var firstText: String
        package var secondText: String
    }

    package struct Pair: Codable, Sendable, Equatable {
        package var first: String
        package var second: String
        /// The share of the smaller one's fingerprints that the other has too, 0 to 1.
        package var likeness: Double
        /// How many fingerprints they share.
        package var shared: Int
        package var parts: [Part]
    }

    /// The pairs, the most alike first.
    package private(set) var pairs: [Pair] = []
    /// How many submissions have too little code of their own to be compared.
    package private(set) var tooShort = 0

    /// Fewer than so many fingerprints of one's own are chance.
    private static let fewest = 4

    /// - Parameters:
    ///   - submissions: names and code.
    ///   - known: what everyone was given.
    ///   - least: pairs less alike are left out.
    package init(_ submissions: [(name: String, code: String)], known: String, least: Double = 0.5)
    {
        let given = Fingerprints.allHashes(of: known)
        let prints = submissions.map { Fingerprints($0.code) }
        var counts: [UInt64: Int] = [:]
        for print in prints { for hash in print.hashes { counts[hash, default: 0] += 1 } }
        // What a fifth of a class wrote is the usual way to do it.
        let common = max(3, submissions.count / 5)
        let own = prints.map { print in
            print.hashes.filter { !given.contains($0) && (counts[$0] ?? 0) <= common }
        }
        tooShort = own.count { $0.count < Self.fewest }
        var owners: [UInt64: [Int]] = [:]
        for (index, hashes) in own.enumerated() where hashes.count >= Self.fewest {
            for hash in hashes { owners[hash, default: []].append(index) }
        }
        var shared: [[Int]: Int] = [:]
        for indices in owners.values where indices.count > 1 {
            let ordered = indices.sorted()
            for (place, first) in ordered.enumerated() {
                for second in ordered[(place + 1)...] { shared[[first, second], default: 0] += 1 }
            }
        }
        for (pair, count) in shared where count >= Self.fewest {
            let (first, second) = (pair[0], pair[1])
            let likeness = Double(count) / Double(min(own[first].count, own[second].count))
            guard likeness >= least else { continue }
            let both = own[first].intersection(own[second])
            pairs.append(
                Pair(
                    first: submissions[first].name, second: submissions[second].name,
                    likeness: likeness, shared: count,
                    parts: Self.parts(
                        both, prints[first], prints[second], submissions[first].code,
                        submissions[second].code)))
        }
        pairs.sort {
            ($1.likeness, $1.shared, $0.first, $0.second) < (
                $0.likeness, $0.shared, $1.first, $1.second
            )
        }
    }

    /// Shared runs put together where they touch in both.
    private static func parts(
        _ both: Set<UInt64>, _ first: Fingerprints, _ second: Fingerprints, _ firstCode: String,
        _ secondCode: String
    ) -> [Part] {
        var places: [UInt64: ClosedRange<Int>] = [:]
        for mark in second.marks where both.contains(mark.hash) {
            places[mark.hash] = places[mark.hash] ?? mark.lines
        }
        var joined: [(ClosedRange<Int>, ClosedRange<Int>)] = []
        for mark in first.marks where both.contains(mark.hash) {
            guard let other = places[mark.hash] else { continue }
            if let (one, two) = joined.last, touch(one, mark.lines), touch(two, other) {
                joined[joined.count - 1] = (union(one, mark.lines), union(two, other))
            } else {
                joined.append((mark.lines, other))
            }
        }
        return joined.map { one, two in
            Part(
                firstLines: [one.lowerBound, one.upperBound],
                secondLines: [two.lowerBound, two.upperBound],
                firstText: lines(one, of: firstCode), secondText: lines(two, of: secondCode))
        }
    }

    private static func touch(_ one: ClosedRange<Int>, _ two: ClosedRange<Int>) -> Bool {
        one.lowerBound <= two.upperBound + 1 && two.lowerBound <= one.upperBound + 1
    }

    private static func union(_ one: ClosedRange<Int>, _ two: ClosedRange<Int>) -> ClosedRange<Int>
    {
        min(one.lowerBound, two.lowerBound)...max(one.upperBound, two.upperBound)
    }

    private static func lines(_ range: ClosedRange<Int>, of code: String) -> String {
        code.split(separator: "\n", omittingEmptySubsequences: false)
            .dropFirst(range.lowerBound - 1).prefix(range.count).joined(separator: "\n")
    }
}

extension Submission {
    /// All the code in it, in the order of a lesson's exercises.
    package var code: String {
        script ?? answers.sorted { $0.key < $1.key }.flatMap(\.value).joined(separator: "\n\n")
    }
}

extension Lesson {
    /// The code that everyone has: cells, starters, also in the order in which a submission has them, what is checked
    /// openly.
    package var givenCode: String {
        let ordered = exercises.sorted { $0.id < $1.id }.map(\.starter.source)
        return
            (cells.map(\.source) + exercises.map(\.starter.source) + ordered
            + exercises.flatMap(\.checks).filter { !$0.isHidden }.map(\.code.source))
            .joined(separator: "\n\n")
    }
}
