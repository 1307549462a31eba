// The products of a convolution on memory alone: directly for few input channels, by Winograd's way for kernels of 3 × 3
// with many, else as matrix products over patches. Work is cut into tasks (some output rows of an image) and tasks into at most `chunks`
// runs, by sizes alone; each run has scratch memory of its own, and what runs add up is added in order.

import CNNKernels

enum ConvolutionKernel {
    private static let chunks = 16
    /// Most elements of a matrix of patches: what stays in the second-level cache.
    private static let patchLimit = 64 << 10

    static func forward(
        _ g: ConvolutionGeometry, _ x: Tensor, _ weight: Tensor, _ bias: Tensor?
    ) throws -> Tensor {
        let (x, weight, bias) = (try x.plain(), try weight.plain(), try bias?.plain())
        let y = try Tensor.empty(g.outputShape, dtype: x.dtype)
        if y.count == 0 { return y }
        if g.taps == 0 {
            y.fillContiguous(.int(0))
            if let bias {
                let shape = [1, Int(g.window.k)] + [Int](repeating: 1, count: g.dims)
                Elementwise.copy(try withoutGradient { try bias.detach().view(shape) }, to: y)
            }
        } else if try winograd(g, x, weight, bias, to: y) {
            return y
        } else if x.dtype == .float32 {
            try forward(g, x, weight, bias, y, Float.self)
        } else {
            try forward(g, x, weight, bias, y, Double.self)
        }
        return y
    }

    /// The convolution as something that can be computed again at any time; `nil` where that does not pay.
    static func fewTaps(
        _ g: ConvolutionGeometry, _ x: Tensor, _ weight: Tensor, _ bias: Tensor?
    ) throws -> FewTapConvolution? {
        guard g.isDirect, g.dims == 2, g.window.groups == 1, g.taps > 0, g.taps <= CK_MOMENT_TAPS,
            x.dim == 4, Deferral.accepts(g.outputShape, x.dtype)
        else { return nil }
        return try FewTapConvolution(
            g.window, padded: try padded(g, x.plain(), Float.self), weight: weight, bias: bias)
    }

    static func inputGradient(
        _ g: ConvolutionGeometry, _ dy: Tensor, _ weight: Tensor
    ) throws -> Tensor {
        let (dy, weight) = (try dy.plain(), try weight.plain())
        let dx = try Tensor.empty(g.inputShape, dtype: dy.dtype)
        if dx.count > 0, dy.count > 0, try winogradInput(g, dy, weight, to: dx) { return dx }
        dx.fillContiguous(.int(0))
        if dx.count == 0 || dy.count == 0 || weight.count == 0 { return dx }
        if dy.dtype == .float32 {
            try inputGradient(g, dy, weight, dx, Float.self)
        } else {
            try inputGradient(g, dy, weight, dx, Double.self)
        }
        return dx
    }

    static func weightGradient(
        _ g: ConvolutionGeometry, _ x: Tensor, _ dy: Tensor, withBias: Bool
    ) throws -> (weight: Tensor, bias: Tensor?) {
        let (x, dy) = (try x.plain(), try dy.plain())
        let dw = try Tensor.empty(g.weightShape, dtype: x.dtype)
        if dw.count == 0 || x.count == 0 || dy.count == 0 {
            dw.fillContiguous(.int(0))
            return (dw, withBias ? try channelSums(g, dy) : nil)
        }
        if try winogradWeight(g, x, dy, to: dw) {
            return (dw, withBias ? try channelSums(g, dy) : nil)
        }
        if x.dtype == .float32 {
            return (dw, try weightGradient(g, x, dy, dw, withBias, Float.self))
        }
        return (dw, try weightGradient(g, x, dy, dw, withBias, Double.self))
    }

    static func channelSums(_ g: ConvolutionGeometry, _ dy: Tensor) throws -> Tensor {
        func sums<T: Real>(_: T.Type) throws -> Tensor {
            let sums = try Tensor.zeros([Int(g.window.k)], dtype: T.dtype)
            dy.elements(T.self) { dy in
                sums.elements(T.self) {
                    T.channelSums(dy, g.window.n, g.window.k, Int64(g.outputs), $0)
                }
            }
            return sums
        }
        return dy.dtype == .float32 ? try sums(Float.self) : try sums(Double.self)
    }

    /// The input in zero-padded planes, for the direct method.
    private static func padded<T: Real>(
        _ g: ConvolutionGeometry, _ x: Tensor, _: T.Type
    ) throws -> Tensor {
        var window = g.window
        let planes = Int(window.n * window.c)
        let size = Int(ck_padded_rows(&window) * ck_padded_columns(&window))
        let padded = try Tensor.empty([planes, size], dtype: T.dtype)
        access(x, padded) { x, padded in
            T.pad(
                &window, x.assumingMemoryBound(to: T.self), padded.assumingMemoryBound(to: T.self))
        }
        return padded
    }

    /// Output rows of an image whose patches fill the scratch memory, and what follows from them.
    private struct Cut {
        let rows: Int
        let pieces: Int
        let tasks: Int
        let runs: Int
        let scratch: Int

        init(_ g: ConvolutionGeometry) {
            let (oh, ow) = (Int(g.window.oh), Int(g.window.ow))
            let (wide, over) = g.taps.multipliedReportingOverflow(by: ow)
            rows = over ? 1 : max(1, min(oh, patchLimit / max(wide, 1)))
            pieces = (oh + rows - 1) / rows
            tasks = Int(g.window.n) * pieces
            runs = min(chunks, tasks)
            scratch = g.taps * rows * ow
        }

        func tasks(of run: Int) -> Range<Int> { run * tasks / runs..<(run + 1) * tasks / runs }
    }

    private static func forward<T: Real>(
        _ g: ConvolutionGeometry, _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ y: Tensor,
        _: T.Type
    ) throws {
        var window = g.window
        if g.isDirect {
            let padded = try padded(g, x, T.self)
            padded.elements(T.self) { x in
                weight.elements(T.self) { w in
                    y.elements(T.self) { y in
                        if let bias {
                            bias.elements(T.self) { T.direct(&window, x, w, $0, y) }
                        } else {
                            T.direct(&window, x, w, nil, y)
                        }
                    }
                }
            }
            return
        }
        let cut = Cut(g)
        let scratch = try Tensor.empty([cut.runs, g.isPointwise ? 0 : cut.scratch], dtype: T.dtype)
        let (w, image, plane) = (g.window, Int(g.window.c * g.window.h * g.window.w), g.outputs)
        let (groups, cg, kg) = (Int(w.groups), Int(w.c / w.groups), Int(w.k / w.groups))
        let ow = Int(w.ow)
        x.elements(T.self) { x in
            weight.elements(T.self) { weight in
                y.elements(T.self) { y in
                    scratch.elements(T.self) { scratch in
                        let bias = bias?.elements(T.self) { UnsafePointer($0) }
                        parallel(blocks: cut.runs) { run in
                            var window = w
                            let columns = scratch + run * cut.scratch
                            for task in cut.tasks(of: run) {
                                let (n, first) = (task / cut.pieces, task % cut.pieces * cut.rows)
                                let rows = min(cut.rows, Int(w.oh) - first)
                                for group in 0..<groups {
                                    let from = x + n * image + group * cg * Int(w.h * w.w)
                                    let k = group * kg
                                    let to = y + (n * Int(w.k) + k) * plane + first * ow
                                    if let bias {
                                        for j in 0..<kg {
                                            (to + j * plane).update(
                                                repeating: bias[k + j], count: rows * ow)
                                        }
                                    }
                                    var (patches, width) = (UnsafePointer(columns), rows * ow)
                                    if g.isPointwise {
                                        (patches, width) = (UnsafePointer(from + first * ow), plane)
                                    } else {
                                        T.im2col(
                                            &window, Int64(cg), from, Int64(first), Int64(rows),
                                            columns)
                                    }
                                    T.gemm(
                                        false, false, kg, rows * ow, g.taps,
                                        weight + k * g.taps, g.taps, patches, width,
                                        bias == nil ? 0 : 1, to, plane)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func inputGradient<T: Real>(
        _ g: ConvolutionGeometry, _ dy: Tensor, _ weight: Tensor, _ dx: Tensor, _: T.Type
    ) throws {
        let cut = Cut(g)
        let runs = min(chunks, Int(g.window.n))
        let scratch = try Tensor.empty([runs, g.isPointwise ? 0 : cut.scratch], dtype: T.dtype)
        let (w, image, plane) = (g.window, Int(g.window.c * g.window.h * g.window.w), g.outputs)
        let (groups, cg, kg) = (Int(w.groups), Int(w.c / w.groups), Int(w.k / w.groups))
        let (ow, images) = (Int(w.ow), Int(w.n))
        dy.elements(T.self) { dy in
            weight.elements(T.self) { weight in
                dx.elements(T.self) { dx in
                    scratch.elements(T.self) { scratch in
                        // Patches of neighbouring rows overlap, so that an image belongs to one run.
                        parallel(blocks: runs) { run in
                            var window = w
                            let columns = scratch + run * cut.scratch
                            for n in run * images / runs..<(run + 1) * images / runs {
                                for piece in 0..<cut.pieces * groups {
                                    let (group, first) = (
                                        piece / cut.pieces, piece % cut.pieces * cut.rows
                                    )
                                    let rows = min(cut.rows, Int(w.oh) - first)
                                    let k = group * kg
                                    let from = dy + (n * Int(w.k) + k) * plane + first * ow
                                    let to = dx + n * image + group * cg * Int(w.h * w.w)
                                    if g.isPointwise {
                                        T.gemm(
                                            true, false, g.taps, rows * ow, kg,
                                            weight + k * g.taps, g.taps, from, plane, 1,
                                            to + first * ow, plane)
                                        continue
                                    }
                                    T.gemm(
                                        true, false, g.taps, rows * ow, kg,
                                        weight + k * g.taps, g.taps, from, plane, 0, columns,
                                        rows * ow)
                                    T.col2im(
                                        &window, Int64(cg), columns, Int64(first), Int64(rows), to)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func weightGradient<T: Real>(
        _ g: ConvolutionGeometry, _ x: Tensor, _ dy: Tensor, _ dw: Tensor, _ withBias: Bool,
        _: T.Type
    ) throws -> Tensor? {
        var window = g.window
        if g.isDirect {
            let padded = try padded(g, x, T.self)
            let bias = withBias ? try Tensor.empty([Int(window.k)], dtype: T.dtype) : nil
            padded.elements(T.self) { x in
                dy.elements(T.self) { dy in
                    dw.elements(T.self) { dw in
                        if let bias {
                            bias.elements(T.self) { T.directWeight(&window, x, dy, dw, $0) }
                        } else {
                            T.directWeight(&window, x, dy, dw, nil)
                        }
                    }
                }
            }
            return bias
        }
        let cut = Cut(g)
        let runs = min(cut.runs, 8)
        let size = dw.count
        let scratch = try Tensor.empty([runs, g.isPointwise ? 0 : cut.scratch], dtype: T.dtype)
        let sums = try Tensor.empty([runs, size], dtype: T.dtype)
        let (w, image, plane) = (g.window, Int(g.window.c * g.window.h * g.window.w), g.outputs)
        let (groups, cg, kg) = (Int(w.groups), Int(w.c / w.groups), Int(w.k / w.groups))
        let ow = Int(w.ow)
        x.elements(T.self) { x in
            dy.elements(T.self) { dy in
                dw.elements(T.self) { dw in
                    access(scratch, sums) { scratch, sums in
                        let scratch = scratch.assumingMemoryBound(to: T.self)
                        let sums = sums.assumingMemoryBound(to: T.self)
                        parallel(blocks: runs) { run in
                            var window = w
                            let columns = scratch + run * cut.scratch
                            let sum = sums + run * size
                            var beta = 0.0
                            for task in run * cut.tasks / runs..<(run + 1) * cut.tasks / runs {
                                let (n, first) = (task / cut.pieces, task % cut.pieces * cut.rows)
                                let rows = min(cut.rows, Int(w.oh) - first)
                                for group in 0..<groups {
                                    let from = x + n * image + group * cg * Int(w.h * w.w)
                                    let k = group * kg
                                    let d = dy + (n * Int(w.k) + k) * plane + first * ow
                                    var (patches, width) = (UnsafePointer(columns), rows * ow)
                                    if g.isPointwise {
                                        (patches, width) = (UnsafePointer(from + first * ow), plane)
                                    } else {
                                        T.im2col(
                                            &window, Int64(cg), from, Int64(first), Int64(rows),
                                            columns)
                                    }
                                    T.gemm(
                                        false, true, kg, g.taps, rows * ow, d, plane, patches,
                                        width,
                                        beta, sum + k * g.taps, g.taps)
                                }
                                beta = 1
                            }
                        }
                        for i in 0..<size { dw[i] = sums[i] }
                        for run in 1..<max(runs, 1) {
                            let sum = sums + run * size
                            for i in 0..<size { dw[i] += sum[i] }
                        }
                    }
                }
            }
        }
        return withBias ? try channelSums(g, dy) : nil
    }
}

extension ConvolutionGeometry {
    /// Whether the input itself is the matrix of patches.
    var isPointwise: Bool {
        let w = window
        return w.kh == 1 && w.kw == 1 && w.sh == 1 && w.sw == 1 && w.ph == 0 && w.pw == 0
            && w.oh == w.h && w.ow == w.w
    }
}
