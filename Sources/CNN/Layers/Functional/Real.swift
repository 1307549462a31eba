// The two types that layers compute in, each with its C kernels, so that a layer's code is written once.

import CNNKernels

protocol Real: TensorElement, BinaryFloatingPoint {
    typealias Source = UnsafePointer<Self>
    typealias Target = UnsafeMutablePointer<Self>
    typealias Window = UnsafePointer<ck_window>

    static var pad: (Window?, Source?, Target?) -> Void { get }
    static var direct: (Window?, Source?, Source?, Source?, Target?) -> Void { get }
    static var directWeight: (Window?, Source?, Source?, Target?, Target?) -> Void { get }
    static var im2col: (Window?, Int64, Source?, Int64, Int64, Target?) -> Void { get }
    static var col2im: (Window?, Int64, Source?, Int64, Int64, Target?) -> Void { get }
    static var channelSums: (Source?, Int64, Int64, Int64, Target?) -> Void { get }

    static var maxPool: (Window?, Source?, Target?, UnsafeMutablePointer<UInt8>?) -> Void { get }
    static var maxPoolBackward: (Window?, Source?, UnsafePointer<UInt8>?, Target?) -> Void { get }
    static var maxPoolIndices: (Window?, Source?, Target?, UnsafeMutablePointer<Int64>?) -> Void {
        get
    }
    static var maxPoolIndicesBackward: (Window?, Source?, UnsafePointer<Int64>?, Target?) -> Void {
        get
    }
    static var avgPool: (Window?, Bool, Int64, Source?, Target?) -> Void { get }
    static var avgPoolBackward: (Window?, Bool, Int64, Source?, Target?) -> Void { get }
    static var adaptiveAvgPool: (Window?, Source?, Target?) -> Void { get }
    static var adaptiveAvgPoolBackward: (Window?, Source?, Target?) -> Void { get }
    static var adaptiveMaxPool: (Window?, Source?, Target?, UnsafeMutablePointer<Int64>?) -> Void {
        get
    }

    typealias Doubles = UnsafeMutablePointer<Double>
    static var statistics: (Source?, Int64, Int64, Int64, Doubles?, Doubles?) -> Void { get }
    static var scaleShift: (Source?, Target?, Int64, Int64, Int64, Source?, Source?) -> Void { get }
    static func batchNormBackward(
        _ x: Source?, _ dy: Source?, _ n: Int64, _ c: Int64, _ s: Int64,
        _ mean: UnsafePointer<Double>?,
        _ invstd: UnsafePointer<Double>?, _ weight: Source?, _ batch: Bool, _ dx: Target?,
        _ dweight: Target?, _ dbias: Target?)

    static var maskScale: (Source?, UnsafePointer<UInt8>?, Self, Target?, Int64) -> Void { get }
    typealias Step = UnsafePointer<ck_step>
    static var sgd: (Step?, Int64, Target?, Source?, Target?) -> Void { get }
    static var adam: (Step?, Int64, Target?, Source?, Target?, Target?, Target?) -> Void { get }
    static var nadam: (Step?, Int64, Target?, Source?, Target?, Target?) -> Void { get }
    static var rmsprop: (Step?, Int64, Target?, Source?, Target?, Target?, Target?) -> Void { get }
    static var adagrad: (Step?, Int64, Target?, Source?, Target?) -> Void { get }
    static var adadelta: (Step?, Int64, Target?, Source?, Target?, Target?) -> Void { get }
}

extension Float: Real {
    static func batchNormBackward(
        _ x: Source?, _ dy: Source?, _ n: Int64, _ c: Int64, _ s: Int64,
        _ mean: UnsafePointer<Double>?,
        _ invstd: UnsafePointer<Double>?, _ weight: Source?, _ batch: Bool, _ dx: Target?,
        _ dweight: Target?, _ dbias: Target?
    ) {
        ck_bn_backward_f32(x, dy, n, c, s, mean, invstd, weight, batch, dx, dweight, dbias)
    }

    static var pad: (Window?, Source?, Target?) -> Void { ck_conv_pad_f32 }
    static var direct: (Window?, Source?, Source?, Source?, Target?) -> Void { ck_conv_direct_f32 }
    static var directWeight: (Window?, Source?, Source?, Target?, Target?) -> Void {
        ck_conv_direct_weight_f32
    }
    static var im2col: (Window?, Int64, Source?, Int64, Int64, Target?) -> Void { ck_im2col_f32 }
    static var col2im: (Window?, Int64, Source?, Int64, Int64, Target?) -> Void { ck_col2im_f32 }
    static var channelSums: (Source?, Int64, Int64, Int64, Target?) -> Void { ck_channel_sums_f32 }
    static var maxPool: (Window?, Source?, Target?, UnsafeMutablePointer<UInt8>?) -> Void {
        ck_max_pool_f32
    }
    static var maxPoolBackward: (Window?, Source?, UnsafePointer<UInt8>?, Target?) -> Void {
        ck_max_pool_backward_f32
    }
    static var maxPoolIndices: (Window?, Source?, Target?, UnsafeMutablePointer<Int64>?) -> Void {
        ck_max_pool_indices_f32
    }
    static var maxPoolIndicesBackward: (Window?, Source?, UnsafePointer<Int64>?, Target?) -> Void {
        ck_max_pool_indices_backward_f32
    }
    static var avgPool: (Window?, Bool, Int64, Source?, Target?) -> Void { ck_avg_pool_f32 }
    static var avgPoolBackward: (Window?, Bool, Int64, Source?, Target?) -> Void {
        ck_avg_pool_backward_f32
    }
    static var adaptiveAvgPool: (Window?, Source?, Target?) -> Void { ck_adaptive_avg_pool_f32 }
    static var adaptiveAvgPoolBackward: (Window?, Source?, Target?) -> Void {
        ck_adaptive_avg_pool_backward_f32
    }
    static var adaptiveMaxPool: (Window?, Source?, Target?, UnsafeMutablePointer<Int64>?) -> Void {
        ck_adaptive_max_pool_f32
    }
    static var statistics: (Source?, Int64, Int64, Int64, Doubles?, Doubles?) -> Void {
        ck_bn_statistics_f32
    }
    static var scaleShift: (Source?, Target?, Int64, Int64, Int64, Source?, Source?) -> Void {
        ck_bn_apply_f32
    }
    static var maskScale: (Source?, UnsafePointer<UInt8>?, Self, Target?, Int64) -> Void {
        ck_mask_scale_f32
    }
    static var sgd: (Step?, Int64, Target?, Source?, Target?) -> Void { ck_sgd_f32 }
    static var adam: (Step?, Int64, Target?, Source?, Target?, Target?, Target?) -> Void {
        ck_adam_f32
    }
    static var nadam: (Step?, Int64, Target?, Source?, Target?, Target?) -> Void { ck_nadam_f32 }
    static var rmsprop: (Step?, Int64, Target?, Source?, Target?, Target?, Target?) -> Void {
        ck_rmsprop_f32
    }
    static var adagrad: (Step?, Int64, Target?, Source?, Target?) -> Void { ck_adagrad_f32 }
    static var adadelta: (Step?, Int64, Target?, Source?, Target?, Target?) -> Void {
        ck_adadelta_f32
    }
}

extension Double: Real {
    static func batchNormBackward(
        _ x: Source?, _ dy: Source?, _ n: Int64, _ c: Int64, _ s: Int64,
        _ mean: UnsafePointer<Double>?,
        _ invstd: UnsafePointer<Double>?, _ weight: Source?, _ batch: Bool, _ dx: Target?,
        _ dweight: Target?, _ dbias: Target?
    ) {
        ck_bn_backward_f64(x, dy, n, c, s, mean, invstd, weight, batch, dx, dweight, dbias)
    }

    static var pad: (Window?, Source?, Target?) -> Void { ck_conv_pad_f64 }
    static var direct: (Window?, Source?, Source?, Source?, Target?) -> Void { ck_conv_direct_f64 }
    static var directWeight: (Window?, Source?, Source?, Target?, Target?) -> Void {
        ck_conv_direct_weight_f64
    }
    static var im2col: (Window?, Int64, Source?, Int64, Int64, Target?) -> Void { ck_im2col_f64 }
    static var col2im: (Window?, Int64, Source?, Int64, Int64, Target?) -> Void { ck_col2im_f64 }
    static var channelSums: (Source?, Int64, Int64, Int64, Target?) -> Void { ck_channel_sums_f64 }
    static var maxPool: (Window?, Source?, Target?, UnsafeMutablePointer<UInt8>?) -> Void {
        ck_max_pool_f64
    }
    static var maxPoolBackward: (Window?, Source?, UnsafePointer<UInt8>?, Target?) -> Void {
        ck_max_pool_backward_f64
    }
    static var maxPoolIndices: (Window?, Source?, Target?, UnsafeMutablePointer<Int64>?) -> Void {
        ck_max_pool_indices_f64
    }
    static var maxPoolIndicesBackward: (Window?, Source?, UnsafePointer<Int64>?, Target?) -> Void {
        ck_max_pool_indices_backward_f64
    }
    static var avgPool: (Window?, Bool, Int64, Source?, Target?) -> Void { ck_avg_pool_f64 }
    static var avgPoolBackward: (Window?, Bool, Int64, Source?, Target?) -> Void {
        ck_avg_pool_backward_f64
    }
    static var adaptiveAvgPool: (Window?, Source?, Target?) -> Void { ck_adaptive_avg_pool_f64 }
    static var adaptiveAvgPoolBackward: (Window?, Source?, Target?) -> Void {
        ck_adaptive_avg_pool_backward_f64
    }
    static var adaptiveMaxPool: (Window?, Source?, Target?, UnsafeMutablePointer<Int64>?) -> Void {
        ck_adaptive_max_pool_f64
    }
    static var statistics: (Source?, Int64, Int64, Int64, Doubles?, Doubles?) -> Void {
        ck_bn_statistics_f64
    }
    static var scaleShift: (Source?, Target?, Int64, Int64, Int64, Source?, Source?) -> Void {
        ck_bn_apply_f64
    }
    static var maskScale: (Source?, UnsafePointer<UInt8>?, Self, Target?, Int64) -> Void {
        ck_mask_scale_f64
    }
    static var sgd: (Step?, Int64, Target?, Source?, Target?) -> Void { ck_sgd_f64 }
    static var adam: (Step?, Int64, Target?, Source?, Target?, Target?, Target?) -> Void {
        ck_adam_f64
    }
    static var nadam: (Step?, Int64, Target?, Source?, Target?, Target?) -> Void { ck_nadam_f64 }
    static var rmsprop: (Step?, Int64, Target?, Source?, Target?, Target?, Target?) -> Void {
        ck_rmsprop_f64
    }
    static var adagrad: (Step?, Int64, Target?, Source?, Target?) -> Void { ck_adagrad_f64 }
    static var adadelta: (Step?, Int64, Target?, Source?, Target?, Target?) -> Void {
        ck_adadelta_f64
    }
}

extension Real {
    /// c (m × n) ← op(a) · op(b) + beta · c on the calling thread, rows `lda`, `ldb` and `ldc` apart.
    static func gemm(
        _ transA: Bool, _ transB: Bool, _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Self>,
        _ lda: Int, _ b: UnsafePointer<Self>, _ ldb: Int, _ beta: Double,
        _ c: UnsafeMutablePointer<Self>, _ ldc: Int
    ) {
        Gemm.single(
            dtype, m, n, k, 1,
            Gemm.Matrix(UnsafeMutableRawPointer(mutating: a), leading: lda, transposed: transA),
            Gemm.Matrix(UnsafeMutableRawPointer(mutating: b), leading: ldb, transposed: transB),
            beta,
            c, ldc)
    }
}
