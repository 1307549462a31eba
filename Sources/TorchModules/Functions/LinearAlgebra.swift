import CNN
import Interpreter

/// Products of matrices and vectors.
extension Torch {
    func declareProducts(_ module: ModuleObject) {
        both(module, "matmul", "(other)", "The matrix product.") { c, x in
            c.wrap(try x.matmul(c.tensor(0)))
        }
        both(module, "mm", "(mat2)", "The product of two matrices.") { c, x in
            c.wrap(try x.mm(c.tensor(0)))
        }
        both(module, "bmm", "(mat2)", "Products of matrices, one by one.") { c, x in
            c.wrap(try x.bmm(c.tensor(0)))
        }
        both(module, "mv", "(vec)", "A matrix times a vector.") { c, x in
            c.wrap(try x.mv(c.tensor(0)))
        }
        both(module, "dot", "(tensor)", "The inner product of two vectors.") { c, x in
            c.wrap(try x.dot(c.tensor(0)))
        }
        for name in ["outer", "ger"] {
            both(module, name, "(vec2)", "The outer product of two vectors.") { c, x in
                c.wrap(try x.outer(c.tensor(0)))
            }
        }
        both(module, "addmm", "(mat1, mat2, *, beta=1, alpha=1)", "beta · x + alpha · a @ b.") {
            c, x in
            c.wrap(
                try x.addmm(c.tensor(0), c.tensor(1), beta: c.scalar(2), alpha: c.scalar(3)))
        }
        both(module, "trace", "()", "The sum of the diagonal.") { c, x in c.wrap(try x.trace()) }
        define(module, "einsum", "(*args)", "Einstein's summation.") {
            [unowned self] c in
            let given = c.arguments.variadic(0)
            guard given.count >= 2 else {
                throw vm.valueError(
                    "einsum(): must specify the equation string and at least one operand, or at least "
                        + "one operand and its subscripts list")
            }
            guard let equation = given[0].string?.swiftString else {
                return c.wrap(try einsumOfLists(given))
            }
            var operands = Array(given.dropFirst())
            if operands.count == 1, let list = c.elements(operands[0]) { operands = list }
            let tensors = try operands.enumerated().map { place, value -> Tensor in
                guard let tensor = tensor(value) else {
                    throw vm.typeError(
                        "expected Tensor as element \(place) in argument 1, but got "
                            + nativeTypeName(value))
                }
                return tensor
            }
            return c.wrap(try CNN.einsum(equation, tensors))
        }
    }

    /// The other form of `einsum`: each operand before the numbers of its dimensions, last those of the result.
    private func einsumOfLists(_ given: [Value]) throws -> Tensor {
        var parts: [String] = []
        var tensors: [Tensor] = []
        for place in stride(from: 0, to: given.count - given.count % 2, by: 2) {
            guard let tensor = tensor(given[place]) else {
                throw vm.typeError(
                    "expected Tensor as element \(tensors.count) in argument 1, but got "
                        + nativeTypeName(given[place]))
            }
            tensors.append(tensor)
            parts.append(try subscripts(given[place + 1]))
        }
        var equation = parts.joined(separator: ",")
        if given.count % 2 == 1 { equation += "->" + (try subscripts(given[given.count - 1])) }
        return try CNN.einsum(equation, tensors)
    }

    private func subscripts(_ list: Value) throws -> String {
        try vm.elements(of: list).map { value -> String in
            if case .object(let object) = value, object.kind == .ellipsis { return "..." }
            guard case .int(let number) = value, (0..<52).contains(number) else {
                throw vm.valueError(
                    "einsum(): subscript in subscript list is not within the valid range [0, 52)")
            }
            let first = number < 26 ? Unicode.Scalar("A") : Unicode.Scalar("a")
            return String(UnicodeScalar(UInt8(Int(first.value) + number % 26)))
        }.joined()
    }
}
