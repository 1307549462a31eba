import CNN
import Interpreter

/// Statistics and distances, seen less often.
extension Torch {
    func declareMoreReductions(_ module: ModuleObject) {
        declareNaNReductions(module)
        declareMoments(module)
        declareDistances(module)
        declareHistogram(module)
    }

    private func declareNaNReductions(_ module: ModuleObject) {
        both(module, "nanmean", "(dim=None, keepdim=False, *, dtype=None)", "The mean of numbers.")
        {
            c, x in
            let dims = try c.optionalInts(0)
            guard x.dtype.isFloatingPoint else {
                throw TensorError.notImplemented(
                    "nanmean(): expected input to have floating point or complex dtype but got "
                        + x.dtype.scalarTypeName)
            }
            let source = try x.to(c.optionalDType(2) ?? x.dtype)
            let number = try source.detach().isnan().logicalNot().sum(dims, keepdim: c.bool(1))
            return c.wrap(try source.nansum(dims, keepdim: c.bool(1)).div(number))
        }
        both(module, "nanmedian", "(dim=None, keepdim=False)", "The median of numbers.") {
            [unowned self] c, x in
            guard let d = try c.optionalInt(0) else { return c.wrap(try x.nanmedian()) }
            let result = try x.nanmedian(d, keepdim: c.bool(1))
            return named(
                "nanmedian", [result.values, result.indices], fields: ["values", "indices"])
        }
        both(
            module, "nanquantile", "(q, dim=None, keepdim=False, *, interpolation='linear')",
            "Quantiles of numbers."
        ) { [unowned self] c, x in
            try quantiles(c, x, ignoringNaN: true)
        }
        define(module, "aminmax", "(input, *, dim=None, keepdim=False)", "Both extremes.") {
            [unowned self] c in try extremes(c, c.tensor(0), 1)
        }
        method("aminmax", "(*, dim=None, keepdim=False)", "Both extremes.") {
            [unowned self] c, x in try extremes(c, x, 0)
        }
    }

    private func extremes(_ c: Call, _ x: Tensor, _ first: Int) throws -> Value {
        let dims = try c.optionalInt(first).map { [$0] }
        let keepdim = try c.bool(first + 1)
        return named(
            "aminmax",
            try composite("AminmaxBackward0", [x]) {
                try ($0[0] ?? x).amin(dims, keepdim: keepdim)
            },
            try composite("AminmaxBackward0", [x]) {
                try ($0[0] ?? x).amax(dims, keepdim: keepdim)
            },
            fields: ["min", "max"])
    }

    private func declareMoments(_ module: ModuleObject) {
        func covariance(_ x: Tensor, _ correction: Int) throws -> Tensor {
            guard x.dim <= 2 else {
                throw TensorError.runtime(
                    "cov(): expected input to have two or fewer dimensions but got an input with "
                        + "\(x.dim) dimensions")
            }
            let rows = x.dim < 2 ? try x.reshape([1, -1]) : x
            let real = rows.dtype.isFloatingPoint ? rows : try rows.to(.float32)
            let n = max(rows.shape[1] - correction, 0)
            let centered = try real.sub(real.mean([1], keepdim: true))
            return try centered.mm(centered.t()).div(.int(n)).squeeze()
        }
        func checkCovariance(_ x: Tensor, _ name: String) throws {
            if x.dim > 2 {
                throw TensorError.runtime(
                    "\(name)(): expected input to have two or fewer dimensions but got an input "
                        + "with \(x.dim) dimensions")
            }
            if x.dtype == .bool {
                throw TensorError.notImplemented("cov(): bool dtype is not supported for input")
            }
        }
        both(module, "cov", "(*, correction=1, fweights=None, aweights=None)", "The covariance.") {
            c, x in
            try c.refuse(1)
            try c.refuse(2)
            try checkCovariance(x, "cov")
            return c.wrap(try covariance(x, c.int(0)))
        }
        both(module, "corrcoef", "()", "The coefficients of correlation.") { c, x in
            try checkCovariance(x, "corrcoef")
            let matrix = try covariance(x, 1)
            if matrix.dim == 0 { return c.wrap(try matrix.div(matrix)) }
            let spread = try matrix.diagonal().sqrt()
            let scaled = try matrix.div(spread.unsqueeze(1)).div(spread.unsqueeze(0))
            return c.wrap(try scaled.clamp(min: -1, max: 1))
        }
        both(module, "diff", "(n=1, dim=-1, prepend=None, append=None)", "Differences.") { c, x in
            guard x.dim > 0 else {
                throw TensorError.runtime("diff expects input to be at least one-dimensional")
            }
            let d = try Shape.dimension(c.int(1), of: x.dim)
            let pieces = [try c.optionalTensor(2), x, try c.optionalTensor(3)].compactMap { $0 }
            var y = pieces.count == 1 ? x : try CNN.cat(pieces, d)
            let times = try c.int(0)
            guard times >= 0 else {
                throw TensorError.runtime("order must be non-negative but got \(times)")
            }
            for _ in 0..<min(times, y.shape[d]) {
                let size = y.shape[d]
                let (high, low) = (
                    try y.narrow(d, 1, size - 1), try y.narrow(d, 0, size - 1)
                )
                y = y.dtype == .bool ? try high.logicalXor(low) : try high.sub(low)
            }
            return c.wrap(times == 0 ? try y.clone() : y)
        }
        for name in ["trapezoid", "trapz"] {
            define(module, name, "(y, x=None, *, dx=1, dim=-1)", "The area under a line.") { c in
                let y = try c.tensor(0)
                guard y.dtype != .bool else {
                    throw TensorError.notImplemented(
                        "trapezoid: received a bool input for `y`, but bool is not supported")
                }
                guard y.dim > 0 else {
                    throw TensorError.index(
                        "Dimension specified as \(try c.int(3)) but tensor has no dimensions")
                }
                let d = try Shape.dimension(c.int(3), of: y.dim)
                let size = y.shape[d]
                if size == 0 { return c.wrap(try y.sum([d])) }
                let (high, low) = (
                    try y.narrow(d, 1, size - 1), try y.narrow(d, 0, size - 1)
                )
                guard let x = try c.optionalTensor(1) else {
                    let ends = try y.select(d, 0).add(y.select(d, size - 1)).mul(0.5)
                    let area = try y.sum([d]).sub(ends).mul(c.scalar(2))
                    area.renameStep("MulBackward1")
                    return c.wrap(area)
                }
                let last = x.dim - 1
                guard last >= 0, x.shape[last] > 0 else {
                    throw TensorError.runtime(
                        "trapezoid: There must be one `x` value for each sample point")
                }
                let steps = try x.narrow(last, 1, x.shape[last] - 1)
                    .sub(x.narrow(last, 0, x.shape[last] - 1))
                let area = try steps.mul(high.add(low)).sum([d]).div(2)
                area.renameStep("DivBackward1")
                return c.wrap(area)
            }
        }
    }

    private func declareDistances(_ module: ModuleObject) {
        both(module, "dist", "(other, p=2)", "The norm of the difference.") { c, x in
            let (other, p) = (try c.tensor(0), try c.double(1))
            let dtype = CNN.resultType(x, other)
            guard dtype.isFloatingPoint else {
                throw TensorError.notImplemented(
                    "norm(): input dtype should be either floating point or complex. Got "
                        + "\(dtype.scalarTypeName) instead.")
            }
            return c.wrap(
                try composite("DistBackward0", [x, other]) {
                    try ($0[0] ?? x).sub($0[1] ?? other).norm(p)
                })
        }
        define(
            module, "cdist",
            "(x1, x2, p=2.0, compute_mode='use_mm_for_euclid_dist_if_necessary')",
            "Distances of all pairs of rows."
        ) { c in
            let (a, b, p) = (try c.tensor(0), try c.tensor(1), try c.double(2))
            guard a.dim >= 2, b.dim >= 2 else {
                let flat = a.dim < 2 ? ("X1", a.dim) : ("X2", b.dim)
                throw TensorError.runtime(
                    "cdist only supports at least 2D tensors, \(flat.0) got: \(flat.1)D")
            }
            guard a.dtype.isFloatingPoint, b.dtype.isFloatingPoint else {
                throw TensorError.runtime(
                    "cdist only supports floating-point dtypes, X1 got: "
                        + (a.dtype.isFloatingPoint ? b : a).dtype.scalarTypeName)
            }
            guard a.shape.last == b.shape.last else {
                throw TensorError.runtime(
                    "X1 and X2 must have the same number of columns. X1: \(a.shape.last ?? 0) X2: "
                        + "\(b.shape.last ?? 0)")
            }
            return c.wrap(
                try composite("CdistBackward0", [a, b]) {
                    try ($0[0] ?? a).unsqueeze(-2).sub(($0[1] ?? b).unsqueeze(-3)).distance(p)
                })
        }
        both(module, "renorm", "(p, dim, maxnorm)", "Entries with their norm limited.") { c, x in
            let (p, d, limit) = (try c.double(0), try c.int(1), try c.double(2))
            guard x.dim >= 2 else {
                throw TensorError.runtime(
                    "renorm: input needs at least 2 dimensions, got \(x.dim) dimensions")
            }
            let plain = try Shape.dimension(d, of: x.dim)
            guard p > 0 else {
                throw TensorError.runtime("renorm: non-positive-norm not supported")
            }
            return c.wrap(
                try composite("RenormBackward0", [x]) { inputs in
                    let y = inputs[0] ?? x
                    let norms = try y.norm(p, (0..<y.dim).filter { $0 != plain }, keepdim: true)
                    let factor = try norms.add(.double(1e-7)).reciprocal().mul(.double(limit))
                    return try y.mul(
                        CNN.where(norms.gt(.double(limit)), factor, Tensor.onesLike(factor))
                    ).contiguous()
                })
        }
    }

    private func declareHistogram(_ module: ModuleObject) {
        both(
            module, "histogram", "(bins=100, *, range=None, weight=None, density=False)",
            "A histogram."
        ) { [unowned self] c, x in
            try c.refuse(2)
            let values = try x.array(Double.self)
            let edges: [Double]
            if let given = tensor(c[0]), given.dim == 1 {
                edges = try given.array(Double.self)
            } else {
                var low = values.min() ?? 0
                var high = values.max() ?? 0
                if let range = c.elements(c[1]), range.count == 2 {
                    low = scalar(range[0])?.doubleValue ?? 0
                    high = scalar(range[1])?.doubleValue ?? 0
                }
                if low == high { (low, high) = (low - 0.5, high + 0.5) }
                let bins = try c.int(0)
                guard bins > 0, bins < 1 << 24 else {
                    throw TensorError.runtime(
                        "torch.histogram(): bins must be > 0, but got \(bins) for dimension 0")
                }
                edges = (0...bins).map { low + (high - low) * Double($0) / Double(bins) }
            }
            guard edges.count > 1 else {
                throw TensorError.runtime("torch.histogram(): bins tensor should have 2 edges")
            }
            var counts = [Double](repeating: 0, count: edges.count - 1)
            for value in values where value >= edges[0] && value <= edges[edges.count - 1] {
                let place = edges.lastIndex { $0 <= value } ?? 0
                counts[min(place, counts.count - 1)] += 1
            }
            if try c.bool(3) {
                let total = counts.reduce(0, +)
                for i in counts.indices { counts[i] /= total * (edges[i + 1] - edges[i]) }
            }
            return named(
                "histogram", try Tensor(counts).to(x.dtype), try Tensor(edges).to(x.dtype),
                fields: ["hist", "bin_edges"])
        }
    }
}

extension Tensor {
    /// The p-norm of differences along the last dimension, with the gradients of PyTorch's distances: zeros for p = 0,
    /// and for p = ∞ a whole one for each of several equal extremes.
    func distance(_ p: Double) throws -> Tensor {
        let value = try norm(p, [-1])
        guard GradMode.isEnabled, requiresGrad, p == 0 || p.isInfinite else { return value }
        let slopes = try withoutGradient {
            p == 0
                ? try Tensor.zerosLike(self)
                : try sign().mul(abs().eq(value.unsqueeze(-1)))
        }
        // Only the gradient of this sum is read.
        return try mul(slopes).sum([-1])
    }
}
