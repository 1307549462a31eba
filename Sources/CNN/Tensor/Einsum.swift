// Einstein's summation. Operands are brought to a common order of letters and combined from left to right: each pair becomes
// one batched matrix product over (kept in both, kept in the left, summed, kept in the right).

/// The sum of products that `equation` describes, such as "ij,jk->ik".
///
/// - Throws: PyTorch's messages for equations that do not fit the operands.
public func einsum(_ equation: String, _ operands: [Tensor]) throws -> Tensor {
    try Einsum(equation, operands).result()
}

private struct Einsum {
    /// Letters of each operand; an ellipsis stands as negative numbers, the last dimension being -1.
    var inputs: [[Int]]
    var output: [Int]
    var operands: [Tensor]

    init(_ equation: String, _ operands: [Tensor]) throws {
        guard !operands.isEmpty else {
            throw TensorError.runtime("einsum(): must provide at least one operand")
        }
        let text = equation.filter { $0 != " " }
        let sides = text.split(separator: "->", omittingEmptySubsequences: false).map(String.init)
        guard sides.count <= 2 else {
            throw TensorError.runtime("einsum(): expected a single output after '->'")
        }
        let terms = sides[0].split(separator: ",", omittingEmptySubsequences: false).map(
            String.init)
        guard terms.count >= operands.count else {
            throw TensorError.runtime(
                "einsum(): more operands were provided than specified in the equation")
        }
        guard terms.count == operands.count else {
            throw TensorError.runtime(
                "einsum(): fewer operands were provided than specified in the equation")
        }
        var widest = 0
        inputs = []
        for (index, term) in terms.enumerated() {
            let letters = try Einsum.letters(term, "for operand \(index)")
            let named = letters.filter { $0 != Int.min }.count
            let rank = operands[index].dim
            let hasEllipsis = letters.contains(Int.min)
            guard hasEllipsis ? named <= rank : named == rank else {
                throw TensorError.runtime(
                    "einsum(): the number of subscripts in the equation (\(named)) "
                        + (hasEllipsis
                            ? "is more than" : named > rank ? "does not match" : "does not match")
                        + " the number of dimensions (\(rank)) for operand \(index)"
                        + (hasEllipsis ? "" : " and no ellipsis was given"))
            }
            let extra = rank - named
            widest = max(widest, extra)
            inputs.append(
                letters.flatMap { $0 == Int.min ? (0..<extra).map { $0 - extra } : [$0] })
        }
        if sides.count > 1 {
            let letters = try Einsum.letters(sides[1], "in the output")
            output = letters.flatMap { $0 == Int.min ? (0..<widest).map { $0 - widest } : [$0] }
            for (place, letter) in output.enumerated() where letter >= 0 {
                guard inputs.contains(where: { $0.contains(letter) }) else {
                    throw TensorError.runtime(
                        "einsum(): output subscript \(Einsum.name(letter)) does not appear in the "
                            + "equation for any input operand")
                }
                guard !output[..<place].contains(letter) else {
                    throw TensorError.runtime(
                        "einsum(): output subscript \(Einsum.name(letter)) appears more than once "
                            + "in the output")
                }
            }
        } else {
            var counts: [Int: Int] = [:]
            for letter in inputs.joined() where letter >= 0 { counts[letter, default: 0] += 1 }
            output =
                (0..<widest).map { $0 - widest } + counts.filter { $0.value == 1 }.keys.sorted()
        }
        self.operands = operands
    }

    private static func name(_ letter: Int) -> String {
        UnicodeScalar(UInt32(letter)).map { String(Character($0)) } ?? "?"
    }

    private static func letters(_ term: String, _ place: String) throws -> [Int] {
        var result: [Int] = []
        var rest = Substring(term)
        while let character = rest.first {
            if rest.hasPrefix("...") {
                guard !result.contains(Int.min) else {
                    throw TensorError.runtime(
                        "einsum(): found '.' \(place) for which an ellipsis was already found")
                }
                result.append(Int.min)
                rest = rest.dropFirst(3)
                continue
            }
            guard character.isASCII, character.isLetter, let value = character.asciiValue else {
                throw TensorError.runtime(
                    "einsum(): invalid subscript given at index \(term.count - rest.count) in the "
                        + "equation string, subscripts must be in [a-zA-Z]")
            }
            result.append(Int(value))
            rest = rest.dropFirst()
        }
        return result
    }

    func result() throws -> Tensor {
        var (left, letters) = try withoutRepeats(operands[0], inputs[0], 0)
        var sizes: [Int: Int] = [:]
        try note(left, letters, 0, &sizes)
        var pending: [(Tensor, [Int])] = []
        for index in operands.indices.dropFirst() {
            let (tensor, names) = try withoutRepeats(operands[index], inputs[index], index)
            try note(tensor, names, index, &sizes)
            pending.append((tensor, names))
        }
        for (index, (right, names)) in pending.enumerated() {
            let later = Set(output + pending[(index + 1)...].flatMap { $0.1 })
            (left, letters) = try combine(left, letters, right, names, later)
        }
        let summed = letters.indices.filter { !output.contains(letters[$0]) }
        if !summed.isEmpty {
            left = try left.sum(summed)
            letters = letters.filter { output.contains($0) }
        }
        for letter in output where !letters.contains(letter) {
            left = try left.unsqueeze(0)
            letters.insert(letter, at: 0)
        }
        let order = output.compactMap { letters.firstIndex(of: $0) }
        return order == Array(order.indices) ? left : try left.permute(order)
    }

    /// A letter that stands twice in one operand means the diagonal.
    private func withoutRepeats(
        _ tensor: Tensor, _ letters: [Int], _ index: Int
    ) throws -> (Tensor, [Int]) {
        var (tensor, letters) = (tensor, letters)
        var k = 0
        while k < letters.count {
            if let first = letters[..<k].firstIndex(of: letters[k]) {
                guard tensor.shape[first] == tensor.shape[k] else {
                    throw TensorError.runtime(
                        "einsum(): subscript \(Einsum.name(letters[k])) is repeated for operand "
                            + "\(index) but the sizes don't match, \(tensor.shape[k]) != "
                            + "\(tensor.shape[first])")
                }
                tensor = try tensor.diagonal(offset: 0, first, k).movedim([-1], [first])
                letters.remove(at: k)
            } else {
                k += 1
            }
        }
        return (tensor, letters)
    }

    private func note(
        _ tensor: Tensor, _ letters: [Int], _ index: Int, _ sizes: inout [Int: Int]
    ) throws {
        for (letter, size) in zip(letters, tensor.shape) {
            let known = sizes[letter] ?? 1
            guard known == size || known == 1 || size == 1 else {
                throw TensorError.runtime(
                    "einsum(): subscript \(letter < 0 ? "..." : Einsum.name(letter)) has size "
                        + "\(size) for operand \(index) which does not broadcast with previously seen size "
                        + "\(known)")
            }
            sizes[letter] = max(known, size)
        }
    }

    /// One batched product; letters that nobody needs later are summed.
    private func combine(
        _ a: Tensor, _ aLetters: [Int], _ b: Tensor, _ bLetters: [Int], _ later: Set<Int>
    ) throws -> (Tensor, [Int]) {
        func size(_ letter: Int) -> Int {
            max(
                aLetters.firstIndex(of: letter).map { a.shape[$0] } ?? 1,
                bLetters.firstIndex(of: letter).map { b.shape[$0] } ?? 1)
        }
        let both = aLetters.filter { bLetters.contains($0) }
        let batch = both.filter { later.contains($0) }
        let summed = both.filter { !later.contains($0) }
        let left = aLetters.filter { !bLetters.contains($0) }
        let right = bLetters.filter { !aLetters.contains($0) }
        func arranged(_ tensor: Tensor, _ letters: [Int], _ order: [Int]) throws -> Tensor {
            let permuted = try tensor.permute(order.compactMap { letters.firstIndex(of: $0) })
            return try permuted.expand(order.map(size))
        }
        if summed.isEmpty {
            let x = try arranged(a, aLetters, batch + left)
            let y = try arranged(b, bLetters, batch + right)
            let m = batch.count
            let wide = try x.reshape(x.shape + right.map { _ in 1 })
            let deep = try y.reshape(
                Array(y.shape.prefix(m)) + left.map { _ in 1 } + Array(y.shape.dropFirst(m)))
            return (try wide.mul(deep), batch + left + right)
        }
        func product(_ letters: [Int]) -> Int { letters.reduce(1) { $0 * size($1) } }
        let x = try arranged(a, aLetters, batch + left + summed)
            .reshape([product(batch), product(left), product(summed)])
        let y = try arranged(b, bLetters, batch + summed + right)
            .reshape([product(batch), product(summed), product(right)])
        let letters = batch + left + right
        return (try x.bmm(y).view(letters.map(size)), letters)
    }
}
