import CNN
import Interpreter

/// `torch.zeros`, `torch.arange`, `torch.rand` and their like.
extension Torch {
    func declareCreation(_ module: ModuleObject) {
        let options = "dtype=None, layout=None, device=None, requires_grad=False"
        define(
            module, "tensor",
            "(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False)",
            "A new tensor with the numbers of nested lists."
        ) { [unowned self] c in
            try c.checkDevice(2)
            try c.refuse(4, unless: c[4].isFalse)
            if c.torch.tensor(c[0]) != nil {
                vm.warn(
                    .userWarning,
                    "To copy construct from a tensor, it is recommended to use "
                        + "sourceTensor.detach().clone() or "
                        + "sourceTensor.detach().clone().requires_grad_(True), rather than "
                        + "torch.tensor(sourceTensor).")
            }
            return try c.finished(makeTensor(c[0], dtype: c.optionalDType(1)), 3)
        }
        for name in ["as_tensor", "asarray"] {
            define(module, name, "(data, *, dtype=None, device=None)", "The data as a tensor.") {
                [unowned self] c in
                try c.checkDevice(2)
                if let tensor = c.torch.tensor(c[0]) {
                    return c.wrap(try tensor.to(c.optionalDType(1) ?? tensor.dtype))
                }
                return c.wrap(try makeTensor(c[0], dtype: c.optionalDType(1)))
            }
        }
        func sized(
            _ name: String, _ help: String, _ make: @escaping ([Int], DType) throws -> Tensor
        ) {
            define(module, name, "(*size, out=None, \(options))", help) { [unowned self] c in
                try c.refuse(1)
                try c.refuse(3)
                try c.checkDevice(4)
                let size: [Int]
                if c.arguments.variadic(0).isEmpty {
                    throw vm.typeError(
                        "\(name)() received an invalid combination of arguments - got (), but expected "
                            + "one of:\n * (tuple of ints size, ...)")
                } else {
                    size = try c.sizes(0)
                }
                return try c.finished(make(size, c.optionalDType(2) ?? defaultDType), 5)
            }
        }
        sized("zeros", "Zeros.") { shape, dtype in
            guard shape.allSatisfy({ $0 >= 0 }) else {
                throw TensorError.runtime("zeros: Dimension size must be non-negative.")
            }
            return try Tensor.zeros(shape, dtype: dtype)
        }
        sized("ones", "Ones.") { try Tensor.ones($0, dtype: $1) }
        sized("empty", "Memory of that size; what is in it is not specified.") {
            try Tensor.zeros($0, dtype: $1)
        }
        func drawn(
            _ name: String, _ help: String,
            _ make: @escaping ([Int], DType, Generator?) throws -> Tensor
        ) {
            define(module, name, "(*size, generator=None, out=None, \(options))", help) {
                [unowned self] c in
                try c.refuse(2)
                try c.refuse(4)
                try c.checkDevice(5)
                return try c.finished(
                    make(c.sizes(0), c.optionalDType(3) ?? defaultDType, c.generator(1)), 6)
            }
        }
        drawn("rand", "Draws from U(0, 1).") { try Tensor.rand($0, dtype: $1, generator: $2) }
        drawn("randn", "Draws from N(0, 1).") { try Tensor.randn($0, dtype: $1, generator: $2) }
        define(module, "full", "(size, fill_value, *, out=None, \(options))", "A value everywhere.")
        { [unowned self] c in
            try c.refuse(2)
            try c.checkDevice(5)
            let fill = try c.scalar(1)
            let plain = fill.dtype == .float32 ? defaultDType : fill.dtype
            let dtype = try c.optionalDType(3) ?? plain
            try dtype.check(fill)
            return try c.finished(Tensor.full(c.ints(0), fill, dtype: dtype), 6)
        }
        define(module, "eye", "(n, m=None, *, out=None, \(options))", "The identity matrix.") {
            [unowned self] c in
            try c.refuse(2)
            try c.checkDevice(5)
            return try c.finished(
                Tensor.eye(c.int(0), c.optionalInt(1), dtype: c.optionalDType(3) ?? defaultDType), 6
            )
        }
        declareRanges(module, options)
        declareRandom(module, options)
        declareLikes(module)
    }

    private func declareRanges(_ module: ModuleObject, _ options: String) {
        define(
            module, "arange", "(start=0, end=None, step=1, *, out=None, \(options))",
            "Numbers from start up to end, which is left out."
        ) { [unowned self] c in
            try c.refuse(3)
            try c.checkDevice(6)
            try c.refuseBool(4, "arange_cpu")
            var (start, end) = (Scalar.int(0), Scalar.int(0))
            if c.isNone(1) {
                end = try c.scalar(0)
            } else {
                start = try c.scalar(0)
                end = try c.scalar(1)
            }
            let step = try c.scalar(2)
            var dtype = try c.optionalDType(4)
            if dtype == nil, [start, end, step].contains(where: { $0.dtype == .float32 }) {
                dtype = defaultDType
            }
            return try c.finished(Tensor.arange(start, end, step: step, dtype: dtype), 7)
        }
        define(
            module, "linspace", "(start, end, steps, *, out=None, \(options))",
            "Evenly spaced numbers from start to end."
        ) { [unowned self] c in
            try c.refuse(3)
            try c.checkDevice(6)
            try c.refuseBool(4, "linspace_cpu")
            return try c.finished(
                Tensor.linspace(
                    c.double(0), c.double(1), steps: c.int(2),
                    dtype: c.optionalDType(4) ?? defaultDType), 7)
        }
        define(
            module, "logspace", "(start, end, steps, base=10.0, *, out=None, \(options))",
            "Powers of base with evenly spaced exponents."
        ) { [unowned self] c in
            try c.refuse(4)
            try c.checkDevice(7)
            let dtype = try c.optionalDType(5) ?? defaultDType
            let exponents = try Tensor.linspace(
                c.double(0), c.double(1), steps: c.int(2), dtype: dtype
            ).to(.float64)
            let powers = try exponents.rpow(.double(c.double(3)))
            return try c.finished(powers.to(dtype), 8)
        }
    }

    private func declareRandom(_ module: ModuleObject, _ options: String) {
        define(
            module, "randint",
            "(low=None, high=None, size=None, *, generator=None, out=None, \(options))",
            "Random integers from low up to high, which is left out."
        ) { c in
            try c.refuse(4)
            try c.checkDevice(7)
            // randint(high, size) and randint(low, high, size) differ in what the second argument is.
            let low: Int
            let high: Int
            let size: [Int]
            if c.isNone(0) {
                (low, high, size) = (0, try c.int(1), try c.ints(2))
            } else if c.isNone(2) {
                (low, high, size) = (0, try c.int(0), try c.ints(1))
            } else if c.isNone(1) {
                (low, high, size) = (0, try c.int(0), try c.ints(2))
            } else {
                (low, high, size) = (try c.int(0), try c.int(1), try c.ints(2))
            }
            return try c.finished(
                Tensor.randint(
                    low, high, size, dtype: c.optionalDType(5) ?? .int64, generator: c.generator(3)),
                8)
        }
        define(
            module, "randperm", "(n, *, generator=None, out=None, \(options))",
            "A random order of 0 to n - 1."
        ) { c in
            try c.refuse(2)
            try c.checkDevice(5)
            let (count, dtype) = (try c.int(0), try c.optionalDType(3) ?? .int64)
            if count > 0 { try dtype.check(.int(count - 1)) }
            return try c.finished(
                Tensor.randperm(count, dtype: dtype, generator: c.generator(1)), 6)
        }
        define(
            module, "normal",
            "(mean, std=1.0, size=None, *, generator=None, out=None, \(options))",
            "Draws from N(mean, std²)."
        ) { [unowned self] c in
            try c.refuse(4)
            try c.checkDevice(7)
            let generator = try c.generator(3)
            if let mean = c.torch.tensor(c[0]) {
                let std = try c.torch.tensor(c[1]) ?? Tensor.fullLike(mean, c.scalar(1))
                return c.wrap(try Tensor.normal(mean: mean, std: std, generator: generator))
            }
            if let std = c.torch.tensor(c[1]) {
                let mean = try Tensor.fullLike(std, c.scalar(0))
                return c.wrap(try Tensor.normal(mean: mean, std: std, generator: generator))
            }
            return try c.finished(
                Tensor.normal(
                    mean: c.double(0), std: c.double(1), c.ints(2),
                    dtype: c.optionalDType(5) ?? defaultDType, generator: generator), 8)
        }
        defineOnTensor(
            module, "bernoulli", "(p=None, *, generator=None, out=None)", "0 or 1 by chance."
        ) {
            c, x in
            try c.refuse(2)
            if let p = try c.optionalDouble(0) {
                return c.wrap(try x.bernoulli(p, generator: c.generator(1)))
            }
            return c.wrap(try x.bernoulli(generator: c.generator(1)))
        }
        defineOnTensor(
            module, "multinomial", "(num_samples, replacement=False, *, generator=None, out=None)",
            "Indices drawn with the given weights."
        ) { c, x in
            try c.refuse(3)
            return c.wrap(
                try x.multinomial(c.int(0), replacement: c.bool(1), generator: c.generator(2)))
        }
    }

    private func declareLikes(_ module: ModuleObject) {
        let options =
            "dtype=None, layout=None, device=None, requires_grad=False, memory_format=None"
        /// `like` with what the options from `first` on ask for.
        func finish(
            _ c: Call, _ x: Tensor, _ first: Int, _ fill: (Tensor) throws -> Tensor
        ) throws -> Value {
            try c.refuse(first + 1)
            try c.checkDevice(first + 2)
            let memory = try Tensor.emptyLike(
                x, dtype: c.optionalDType(first), format: c.memoryFormat(first + 4) ?? .preserve)
            return try c.finished(fill(memory), first + 3)
        }
        func like(_ name: String, _ help: String, _ fill: @escaping (Tensor) throws -> Tensor) {
            defineOnTensor(module, name, "(*, \(options))", help) { c, x in
                try finish(c, x, 0, fill)
            }
        }
        like("zeros_like", "Zeros of the same shape.") { try $0.filled(0) }
        like("ones_like", "Ones of the same shape.") { try $0.filled(1) }
        like("empty_like", "Memory of the same shape; what is in it is not specified.") {
            try $0.filled(0)
        }
        let drawn = "generator=None, " + options
        defineOnTensor(
            module, "rand_like", "(*, \(drawn))", "Draws from U(0, 1), of the same shape."
        ) { c, x in
            let generator = try c.generator(0)
            return try finish(c, x, 1) { try $0.uniform_(generator: generator) }
        }
        defineOnTensor(
            module, "randn_like", "(*, \(drawn))", "Draws from N(0, 1), of the same shape."
        ) { c, x in
            let generator = try c.generator(0)
            return try finish(c, x, 1) { try $0.normal_(generator: generator) }
        }
        defineOnTensor(module, "full_like", "(fill_value, *, \(options))", "A value everywhere.") {
            c, x in
            let value = try c.scalar(0)
            return try finish(c, x, 1) {
                try $0.dtype.check(value)
                return try $0.filled(value)
            }
        }
        defineOnTensor(
            module, "randint_like", "(low, high=None, *, \(drawn))", "Random integers."
        ) { c, x in
            let (low, high) = c.isNone(1) ? (0, try c.int(0)) : (try c.int(0), try c.int(1))
            let generator = try c.generator(2)
            return try finish(c, x, 3) {
                try $0.random_(from: low, to: high, generator: generator)
            }
        }
    }
}

extension Value {
    var isFalse: Bool {
        if case .bool(false) = self { return true }
        return false
    }
}

extension Call {
    /// Sets `requires_grad` as asked and wraps.
    func finished(_ tensor: Tensor, _ requiresGrad: Int) throws -> Value {
        if try bool(requiresGrad) {
            guard tensor.dtype.isFloatingPoint else {
                throw TensorError.runtime(
                    "Only Tensors of floating point and complex dtype can require gradients")
            }
            _ = try tensor.requiresGrad_(true)
        }
        return wrap(tensor.base == nil ? tensor.asNew() : tensor)
    }
}
