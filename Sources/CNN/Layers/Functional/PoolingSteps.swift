// Pooling. A window of at most 256 places keeps a byte an output for the backward pass; greater ones and
// callers who ask for indices use PyTorch's int64 indices.

import CNNKernels

enum Pooling {
    static func max(_ g: PoolGeometry, withIndices: Bool) throws -> (output: Tensor, kept: Tensor) {
        let bytes = !withIndices && g.isSmall
        if bytes, let output = try fusedMax(g) { return output }
        let x = try realInput(g.input, "max_pool2d")
        let output = try Tensor.empty(g.outputShape, dtype: x.dtype)
        let kept = try Tensor.empty(g.outputShape, dtype: bytes ? .uint8 : .int64)
        func run<T: Real>(_: T.Type) {
            var window = g.window
            access(x, output, kept) { x, y, kept in
                let (x, y) = (x.assumingMemoryBound(to: T.self), y.assumingMemoryBound(to: T.self))
                if bytes {
                    T.maxPool(&window, x, y, kept.assumingMemoryBound(to: UInt8.self))
                } else {
                    T.maxPoolIndices(&window, x, y, kept.assumingMemoryBound(to: Int64.self))
                }
            }
        }
        if output.count > 0 { x.dtype == .float32 ? run(Float.self) : run(Double.self) }
        if g.input.dtype != x.dtype { return (try output.converted(to: g.input.dtype), kept) }
        let shape = g.input.shape
        let name = g.dims == 2 ? "MaxPool2DWithIndicesBackward0" : "SqueezeBackward1"
        guard isRecorded(g.input) else { return (output, kept) }
        let watch = VersionWatch(g.input, isLine: g.dims == 1)
        output.record(name, [g.input], saving: [kept]) { node, gradients in
            try watch.check(for: node)
            guard let dy = gradients[0] else { return [nil] }
            return [
                try spread(g.window, shape, dy, try node.saved(0))
                    .constant(in: 0, of: node, "MaxPool2DWithIndicesBackwardBackward0")
            ]
        }
        if g.dims == 1 {
            output.node?.appearance = .through(
                input: 0, ["MaxPool2DWithIndicesBackward0", "UnsqueezeBackward0"])
        }
        return (output, kept)
    }

    /// Maxima of values that are not computed yet, without storing these.
    private static func fusedMax(_ g: PoolGeometry) throws -> (output: Tensor, kept: Tensor)? {
        guard g.isTwos, let map = g.input.planeMap else { return nil }
        let output = try Tensor.empty(g.outputShape)
        let kept = try Tensor.empty(g.outputShape, dtype: .uint8)
        var window = g.window
        output.elements(Float.self) { y in
            kept.elements(UInt8.self) { places in
                map.withMap { ck_map_pool($0, &window, y, places) }
            }
        }
        let shape = g.input.shape
        guard isRecorded(g.input) else { return (output, kept) }
        let watch = VersionWatch(g.input)
        output.record("MaxPool2DWithIndicesBackward0", [g.input], saving: [kept]) {
            // Whoever can still read the map's result holds it; that is all it is known by.
            [weak map] node, gradients in
            try watch.check(for: node)
            guard let dy = gradients[0] else { return [nil] }
            let places = try node.saved(0)
            if let result = try dy.deferredSpread(window, shape, places, of: map) {
                return [result]
            }
            return [
                try spread(window, shape, dy, places)
                    .constant(in: 0, of: node, "MaxPool2DWithIndicesBackwardBackward0")
            ]
        }
        return (output, kept)
    }

    /// Adds each gradient where its maximum was.
    private static func spread(
        _ window: ck_window, _ shape: [Int], _ dy: Tensor, _ kept: Tensor
    ) throws -> Tensor {
        let gradient = try dy.plain()
        let dx = try Tensor.empty(shape, dtype: dy.dtype)
        let isBytes = kept.dtype == .uint8
        func run<T: Real>(_: T.Type) {
            var window = window
            access(gradient, kept, dx) { dy, kept, dx in
                let (dy, dx) = (
                    dy.assumingMemoryBound(to: T.self), dx.assumingMemoryBound(to: T.self)
                )
                if isBytes {
                    T.maxPoolBackward(&window, dy, kept.assumingMemoryBound(to: UInt8.self), dx)
                } else {
                    T.maxPoolIndicesBackward(
                        &window, dy, kept.assumingMemoryBound(to: Int64.self), dx)
                }
            }
        }
        if dx.count > 0 { dy.dtype == .float32 ? run(Float.self) : run(Double.self) }
        return dx.record("MaxPool2DWithIndicesBackwardBackward0", [dy], saving: [kept]) {
            node, gradients in
            guard let v = gradients[0] else { return [nil] }
            return [try pick(window, v, try node.saved(0))]
        }
    }

    /// Takes the elements where the maxima were: the transpose of `spread`.
    private static func pick(_ window: ck_window, _ v: Tensor, _ kept: Tensor) throws -> Tensor {
        let source = try v.plain()
        let result = try Tensor.empty(kept.shape, dtype: v.dtype)
        let (plane, out) = (Int(window.h * window.w), Int(window.oh * window.ow))
        access(source, result, kept) { source, result, indices in
            for i in 0..<kept.count {
                let place: Int
                if kept.dtype == .uint8 {
                    var byte = Int64(indices.assumingMemoryBound(to: UInt8.self)[i])
                    // Windows of four keep a mark beside the place.
                    if window.kh * window.kw == 4 { byte &= 3 }
                    let (oy, ox) = (Int64(i % out) / window.ow, Int64(i % out) % window.ow)
                    let y = oy * window.sh - window.ph + byte / window.kw * window.dh
                    let x = ox * window.sw - window.pw + byte % window.kw * window.dw
                    place = Int(y * window.w + x)
                } else {
                    place = Int(indices.assumingMemoryBound(to: Int64.self)[i])
                }
                // A program has these indices too, and can write into them unseen, by their `data`.
                let isInside = 0..<plane ~= place
                let value = isInside ? source.scalar(at: i / out * plane + place, v.dtype) : 0
                result.store(value, at: i, as: v.dtype)
            }
        }
        return result.record("GatherBackward0", [v], saving: [kept]) { node, gradients in
            guard let dy = gradients[0] else { return [nil] }
            return [try spread(window, v.shape, dy, try node.saved(0))]
        }
    }

    static func average(
        _ g: PoolGeometry, _ countPadding: Bool, _ divisor: Int, _ name: String
    ) throws -> Tensor {
        if g.input.dtype == .int64 {
            // Sums are divided as integers are: towards zero.
            let mean = try average(
                g.replacing(g.input.to(.float64)), countPadding, divisor, name)
            return try mean.to(.int64)
        }
        guard g.input.dtype.isFloatingPoint else {
            throw Elementwise.unsupported("avg_pool2d", g.input.dtype)
        }
        return try linear(
            g.input, g.outputShape, name,
            forward: { x, y, isFloat in
                var window = g.window
                if isFloat {
                    Float.avgPool(
                        &window, countPadding, Int64(divisor),
                        x.assumingMemoryBound(to: Float.self),
                        y.assumingMemoryBound(to: Float.self))
                } else {
                    Double.avgPool(
                        &window, countPadding, Int64(divisor),
                        x.assumingMemoryBound(to: Double.self),
                        y.assumingMemoryBound(to: Double.self))
                }
            },
            backward: { dy, dx, isFloat in
                var window = g.window
                if isFloat {
                    Float.avgPoolBackward(
                        &window, countPadding, Int64(divisor),
                        dy.assumingMemoryBound(to: Float.self),
                        dx.assumingMemoryBound(to: Float.self))
                } else {
                    Double.avgPoolBackward(
                        &window, countPadding, Int64(divisor),
                        dy.assumingMemoryBound(to: Double.self),
                        dx.assumingMemoryBound(to: Double.self))
                }
            })
    }

    typealias Pass = (UnsafeMutableRawPointer, UnsafeMutableRawPointer, Bool) -> Void

    /// A linear map by memory passes and, as its derivative, the transposed map.
    static func linear(
        _ input: Tensor, _ shape: [Int], _ name: String, forward: @escaping Pass,
        backward: @escaping Pass
    ) throws -> Tensor {
        let x = try input.plain()
        let y = try Tensor.empty(shape, dtype: x.dtype)
        if y.count > 0 {
            if x.count > 0 {
                access(x, y) { forward($0, $1, x.dtype == .float32) }
            } else {
                y.fillContiguous(.int(0))
            }
        }
        guard isRecorded(input) else { return y }
        let inputShape = input.shape
        // A plain mean, which PyTorch takes where it can, knows nothing of its input.
        let isMean = name.hasPrefix("Mean")
        let watch = isMean ? nil : VersionWatch(input, isLine: name.hasPrefix("Squeeze"))
        return y.record(name, [input]) { node, gradients in
            try watch?.check(for: node)
            guard let dy = gradients[0] else { return [nil] }
            let dx = try linear(dy, inputShape, name, forward: backward, backward: forward)
            if isMean { return [dx] }
            return [dx.constant(in: 0, of: node, name.secondStep)]
        }
    }

    /// The input in a type that there are kernels for.
    static func realInput(_ input: Tensor, _ name: String) throws -> Tensor {
        if input.dtype.isFloatingPoint { return try input.plain() }
        guard input.dtype != .bool else {
            throw TensorError.notImplemented("\"\(name)\" not implemented for 'Bool'")
        }
        return try input.converted(to: .float64).plain()
    }

    static func adaptive(_ name: String, _ input: Tensor, _ size: [Int?]) throws -> PoolGeometry {
        let isMax = name.contains("max")
        guard input.dim == 3 || input.dim == 4 else {
            throw TensorError.runtime(
                "\(name)(): Expected 3D or 4D tensor, but got\(isMax ? ":" : "") "
                    + Shape.list(input.shape))
        }
        guard size.count == 1 || size.count == 2 else {
            throw TensorError.runtime(
                isMax
                    ? "\(name)(): internal error: output_size.size() must be 2"
                    : "\(name): output_size must be 2")
        }
        let pair = size.count == 2 ? size : [size[0], size[0]]
        let sizes = [pair[0] ?? input.shape[input.dim - 2], pair[1] ?? input.shape[input.dim - 1]]
        guard isMax || sizes.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.runtime(
                "\(name): elements of output_size must be greater than or equal to 0 but received "
                    + "{\(sizes[0]), \(sizes[1])}")
        }
        let first = isMax ? 1 : input.dim - 2
        if let empty = (first..<input.dim).first(where: { input.shape[$0] == 0 }) {
            throw TensorError.runtime(
                "\(name)(): Expected input to have non-zero size for non-batch dimensions, but input has "
                    + "sizes \(Shape.list(input.shape)) with dimension \(empty) being empty")
        }
        if isMax { _ = try Shape.count(input.shape.dropLast(2) + sizes, itemSize: 4) }
        return PoolGeometry(adaptive: input, sizes)
    }

    static func adaptiveMax(_ g: PoolGeometry) throws -> (output: Tensor, indices: Tensor) {
        let x = try realInput(g.input, "adaptive_max_pool2d")
        let output = try Tensor.empty(g.outputShape, dtype: x.dtype)
        let indices = try Tensor.empty(g.outputShape, dtype: .int64)
        func run<T: Real>(_: T.Type) {
            var window = g.window
            access(x, output, indices) { x, y, indices in
                T.adaptiveMaxPool(
                    &window, x.assumingMemoryBound(to: T.self), y.assumingMemoryBound(to: T.self),
                    indices.assumingMemoryBound(to: Int64.self))
            }
        }
        if output.count > 0 { x.dtype == .float32 ? run(Float.self) : run(Double.self) }
        guard isRecorded(g.input) else { return (output, indices) }
        let shape = g.input.shape
        let watch = VersionWatch(g.input)
        output.record("AdaptiveMaxPool2DBackward0", [g.input], saving: [indices]) {
            node, gradients in
            try watch.check(for: node)
            guard let dy = gradients[0] else { return [nil] }
            return [
                try spread(g.window, shape, dy, try node.saved(0))
                    .constant(in: 0, of: node, "AdaptiveMaxPool2DBackwardBackward0")
            ]
        }
        return (output, indices)
    }
}
