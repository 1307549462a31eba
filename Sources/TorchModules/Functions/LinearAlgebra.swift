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
        define(module, "einsum", "(equation, *operands)", "Einstein's summation.") {
            [unowned self] c in
            var operands = c.arguments.variadic(1)
            if operands.count == 1, let list = c.elements(operands[0]) { operands = list }
            let tensors = try operands.map { value -> Tensor in
                guard let tensor = tensor(value) else {
                    throw c.wrongType(1, "Tensor", given: value)
                }
                return tensor
            }
            return c.wrap(try CNN.einsum(c.string(0), tensors))
        }
    }
}
