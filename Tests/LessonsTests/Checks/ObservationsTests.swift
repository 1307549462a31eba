import Lessons
import Testing

@Suite("Observations")
struct ObservationsTests {
    private let right = Observations(lines: ["a = tensor 2: 1.0 2.0", "b = 'x'", "c = 3"])
    private let wrong = Observations(lines: ["a = tensor 2: 1.5 2.0", "b = 'y'", "c = 3"])

    @Test(
        "a mistake is seen where it differs from the right answer, unless something speaks against it",
        arguments: [
            (["a = tensor 2: 1.5 2.0", "b = 'y'", "c = 3"], 2),
            // Something else is wrong as well: the mistake is still there.
            (["a = tensor 2: 1.5 2.0", "b = 'y'", "c = 4"], 2),
            (["a = tensor 2: 1.5 2.0", "b = 'z'", "c = 3"], 1),
            (["a = tensor 2: 1.5000000001 2.0", "b = 'z'", "c = 3"], 1),
            // Right where the mistake is wrong: it is another one.
            (["a = tensor 2: 1.5 2.0", "b = 'x'", "c = 3"], nil),
            (["a = tensor 2: 9.0 2.0", "b = 'z'", "c = 3"], nil),
            (["a = raises TypeError"], nil),
            ([], nil),
        ] as [([String], Int?)])
    func agreements(_ lines: [String], _ expected: Int?) {
        #expect(Observations(lines: lines).agreements(with: wrong, against: right) == expected)
    }

    @Test(
        "numbers are compared with a tolerance, all else letter for letter",
        arguments: [
            ("1.0", "1.0000000001", true), ("1.0", "1.001", false), ("nan", "nan", true),
            ("(1.0, 2.0)", "(1.0, 2.0000000001)", true), ("'a'", "'b'", false),
            ("tensor 2: 1.0 2.0", "tensor 1x2: 1.0 2.0", false), ("1.0 2.0", "1.0", false),
        ])
    func tolerance(_ one: String, _ two: String, _ same: Bool) {
        #expect(
            Observations(lines: ["x = \(one)"]).isSame(as: Observations(lines: ["x = \(two)"]))
                == same)
    }
}
