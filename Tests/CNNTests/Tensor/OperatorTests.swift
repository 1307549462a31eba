import CNN
import Foundation
import Testing

/// Every operator over shapes, types and layouts, forward and backward, against PyTorch's values.
///
/// `operators.txt` has one line for an operator, a type and a shape; each is run on contiguous inputs, on inputs behind
/// an offset, on every second element of wider ones and, where there are several dimensions, on transposed ones.
@Suite("Operators against PyTorch")
struct OperatorTests {
    enum Layout: CaseIterable {
        case contiguous, offset, sliced, transposed, padded

        /// A tensor equal to `source` with this layout; `nil` where it has none.
        func apply(_ source: Tensor) throws -> Tensor? {
            guard self != .contiguous else { return source }
            switch self {
            case .contiguous: return source
            case .offset:
                let wide = try cat([Tensor.ones([3], dtype: source.dtype), source.reshape([-1])])
                return try wide.slice(0, 3, nil).view(source.shape)
            case .sliced:
                guard source.dim > 0 else { return nil }
                return try stack([source, source], source.dim).flatten(source.dim - 1, source.dim)
                    .slice(-1, 0, nil, 2)
            case .transposed:
                guard source.dim > 1 else { return nil }
                return try source.transpose(0, -1).clone(contiguous: true).transpose(0, -1)
            case .padded:
                guard source.dim > 1 else { return nil }
                return try source.pad([1, 1, 1, 1]).slice(-1, 1, source.shape[source.dim - 1] + 1)
                    .slice(-2, 1, source.shape[source.dim - 2] + 1)
            }
        }
    }

    struct Line {
        let name: String
        let domain: String
        let dtype: DType
        let shape: [Int]
        let expected: [String]

        init?(_ text: Substring) {
            let parts = text.split(separator: "|", omittingEmptySubsequences: false)
                .map(String.init)
            let types: [String: DType] = ["f": .float32, "d": .float64, "i": .int64, "b": .bool]
            guard parts.count >= 5, let dtype = types[parts[2]] else { return nil }
            (name, domain) = (parts[0], parts[1])
            self.dtype = dtype
            shape = parts[3] == "-" ? [] : parts[3].split(separator: "x").compactMap { Int($0) }
            expected = Array(parts[4...])
        }

        /// The inputs, by the formula of `make_operators.py`.
        func input(second: Bool) throws -> Tensor {
            let edge: [Double] = [.nan, .infinity, -.infinity, 0, -0.0, 1, -1, 0.5]
            let count = shape.reduce(1, *)
            let values = (0..<count).map { k -> Double in
                var v =
                    second
                    ? Double((k * 53 + 29) % 97 - 48) / 16 : Double((k * 37 + 11) % 101 - 50) / 16
                if second, v == 0 { v = 0.5 }
                switch domain {
                case "pos": v = abs(v) + 0.25
                case "unit": v /= 4
                case "prob": v = v / 8 + 0.5
                case "edge": if !second { v = edge[k % 8] }
                default: break
                }
                return v
            }
            switch dtype {
            case .int64:
                return try Tensor(
                    values.map { v in
                        let whole = Int(v * 16)
                        return second && whole == 0 ? 8 : whole
                    }, shape)
            case .bool: return try Tensor(values.map { $0 > 0 }, shape)
            default: return try Tensor(values, shape).to(dtype)
            }
        }
    }

    /// The weighted sum of the finite elements and the counts of NaN, ∞ and -∞.
    struct Digest {
        var sum = 0.0
        var magnitude = 0.0
        var special = [0, 0, 0]

        init(_ tensor: Tensor) throws {
            for (index, element) in try tensor.detach().scalars().enumerated() {
                let value = element.doubleValue
                if value.isFinite {
                    sum += value * Double(index + 1)
                    magnitude += abs(value) * Double(index + 1)
                } else {
                    special[value.isNaN ? 0 : value > 0 ? 1 : 2] += 1
                }
            }
        }

        func agrees(with text: String, tolerance: Double) -> Bool {
            let parts = text.split(separator: " ").compactMap { Double($0) }
            guard let wanted = parts.first else { return false }
            let expected = parts.count >= 4 ? parts[1...3].map { Int($0) } : [0, 0, 0]
            return special == expected
                && abs(sum - wanted) <= tolerance * magnitude + 1e-6 * tolerance
        }
    }

    static let lines: [Line] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = folder.appendingPathComponent("Fixtures/cnn/operators.txt")
        let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { Line($0) }
    }()

    /// What is wrong with one case; `nil` if nothing.
    private func problem(_ line: Line, _ body: OperatorBody, _ x: Tensor, _ y: Tensor) throws
        -> String?
    {
        let isReal = line.dtype.isFloatingPoint && line.domain != "edge"
        if isReal {
            try x.requiresGrad_()
            try y.requiresGrad_()
        }
        let out: Tensor
        do {
            out = try body(x, y)
        } catch let error as TensorError {
            return line.expected[0].hasPrefix("!") ? nil : "fails: \(error)"
        }
        guard line.expected.count >= 3 else { return "gives a result, not \(line.expected[0])" }
        let shape = out.shape.isEmpty ? "-" : out.shape.map(String.init).joined(separator: "x")
        if out.dtype.name != line.expected[0] || shape != line.expected[1] {
            return "is \(out.dtype.name) \(shape), not \(line.expected[0]) \(line.expected[1])"
        }
        let tolerance = line.dtype == .float64 ? 1e-6 : 2e-4
        guard try Digest(out).agrees(with: line.expected[2], tolerance: tolerance) else {
            return "is \(try out.array(Double.self)), not \(line.expected[2])"
        }
        guard isReal, out.requiresGrad, line.expected.count == 5 else { return nil }
        let weights = try Tensor((0..<out.count).map { Double($0 + 1) }, out.shape).to(out.dtype)
        try out.backward(gradient: weights)
        for (index, input) in [x, y].enumerated() {
            let expected = line.expected[3 + index]
            guard let gradient = input.grad else {
                if expected == "none" || expected == "0" || expected == "-0" { continue }
                return "has no gradient for input \(index)"
            }
            if expected == "none" { continue }
            guard try Digest(gradient).agrees(with: expected, tolerance: tolerance) else {
                return
                    "has the gradient \(try gradient.array(Double.self)) for input \(index), not "
                    + expected
            }
        }
        return nil
    }

    @Test("values, gradients and failures; nothing stays alive")
    func operators() throws {
        let table = OperatorTable()
        var cases = 0
        var problems: [String] = []
        for line in Self.lines {
            let body = try #require(table.bodies[line.name], "no operator \(line.name)")
            for layout in Layout.allCases {
                let before = LiveObjects.current
                do {
                    guard let x = try layout.apply(line.input(second: false)),
                        let y = try layout.apply(line.input(second: true))
                    else { continue }
                    cases += 1
                    if let problem = try problem(line, body, x.detach(), y.detach()) {
                        problems.append(
                            "\(line.name) \(line.domain) \(line.dtype) \(line.shape) \(layout) "
                                + problem)
                    }
                }
                if LiveObjects.current != before {
                    problems.append("\(line.name) \(line.shape) \(layout) leaves objects alive")
                }
            }
        }
        #expect(cases >= 5000)
        #expect(
            problems.isEmpty,
            "\(problems.count) of \(cases):\n\(problems.prefix(60).joined(separator: "\n"))")
    }
}
