import CNN
import Interpreter

/// Methods that overwrite a tensor: fills, copies and random draws.
extension Torch {
    func declareFills() {
        method("fill_", "(value)", "A value everywhere.") { [unowned self] c, x in
            if let value = tensor(c[0]), value.dim > 0 {
                try x.checkInPlace([value])
                throw TensorError.runtime(
                    "fill_ only supports 0-dimension value tensor but got tensor with \(value.dim) "
                        + "dimensions.")
            }
            return c.wrap(try x.fill_(c.scalar(0)))
        }
        method("zero_", "()", "Zeros.") { c, x in c.wrap(try x.zero_()) }
        method("copy_", "(src, non_blocking=False)", "The elements of another tensor.") {
            [unowned self] c, x in
            if let scalar = scalar(c[0]) { return c.wrap(try x.fill_(scalar)) }
            return c.wrap(try x.copy_(c.tensor(0)))
        }
        method("normal_", "(mean=0, std=1, *, generator=None)", "Draws from N(mean, std²).") {
            c, x in
            c.wrap(
                try x.normal_(mean: c.double(0), std: c.double(1), generator: c.generator(2)))
        }
        method("uniform_", "(from=0, to=1, *, generator=None)", "Draws from U(from, to).") { c, x in
            c.wrap(try x.uniform_(c.double(0), c.double(1), generator: c.generator(2)))
        }
        method("exponential_", "(lambd=1, *, generator=None)", "Draws of waiting times.") { c, x in
            c.wrap(try x.exponential_(c.double(0), generator: c.generator(1)))
        }
        method("bernoulli_", "(p=0.5, *, generator=None)", "0 or 1 by chance.") {
            [unowned self] c, x in
            if let p = tensor(c[0]) {
                return c.wrap(try x.bernoulli_(p, generator: c.generator(1)))
            }
            return c.wrap(try x.bernoulli_(c.double(0), generator: c.generator(1)))
        }
        method("random_", "(from=None, to=None, *, generator=None)", "Random integers.") { c, x in
            switch (try c.optionalInt(0), try c.optionalInt(1)) {
            case (nil, nil): c.wrap(try x.random_(generator: c.generator(2)))
            case (let to?, nil), (nil, let to?):
                c.wrap(try x.random_(to: to, generator: c.generator(2)))
            case (let from?, let to?):
                c.wrap(try x.random_(from: from, to: to, generator: c.generator(2)))
            }
        }
        method("bernoulli", "(p=None, *, generator=None)", "0 or 1 by chance.") { c, x in
            if let p = try c.optionalDouble(0) {
                return c.wrap(try x.bernoulli(p, generator: c.generator(1)))
            }
            return c.wrap(try x.bernoulli(generator: c.generator(1)))
        }
        method(
            "multinomial", "(num_samples, replacement=False, *, generator=None)",
            "Indices drawn with the given weights."
        ) { c, x in
            c.wrap(try x.multinomial(c.int(0), replacement: c.bool(1), generator: c.generator(2)))
        }
    }
}
