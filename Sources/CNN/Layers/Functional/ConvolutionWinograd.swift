// The products of a convolution by kernels of 3 × 3 with many channels, in float32, with fewer multiplications: see
// winograd.c. Whether they are computed so depends on the channels and the size of the planes, never on the number of
// images.

import CNNKernels

extension ConvolutionKernel {
    /// Computes y = x * weight + bias. False if it is left to the other ways: where this one does not apply, and where a value
    /// is not finite, which may then be at the wrong place.
    static func winograd(
        _ g: ConvolutionGeometry, _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, to y: Tensor
    ) throws -> Bool {
        try product(g.window, x, weight, turned: false, bias, to: y)
    }

    /// Computes the gradient of the input: the convolution of dy with the turned weights.
    static func winogradInput(
        _ g: ConvolutionGeometry, _ dy: Tensor, _ weight: Tensor, to dx: Tensor
    ) throws -> Bool {
        var window = g.window
        guard window.kh == 3, window.kw == 3, window.ph <= 2, window.pw <= 2 else { return false }
        (window.c, window.k) = (window.k, window.c)
        (window.h, window.oh) = (window.oh, window.h)
        (window.w, window.ow) = (window.ow, window.w)
        (window.ph, window.pw) = (2 - window.ph, 2 - window.pw)
        return try product(window, dy, weight, turned: true, nil, to: dx)
    }

    private static func product(
        _ window: ck_window, _ x: Tensor, _ weight: Tensor, turned: Bool, _ bias: Tensor?,
        to y: Tensor
    ) throws -> Bool {
        var window = window
        guard y.dtype == .float32, ck_winograd_fits(&window) else { return false }
        let transformed = try Tensor.empty([Int(ck_winograd_weights_count(&window))])
        let scratch = try Tensor.empty([Int(ck_winograd_scratch(&window))])
        let b = bias?.elements(Float.self) { UnsafePointer($0) }
        defer { withExtendedLifetime(bias) {} }
        return weight.elements(Float.self) { weight in
            transformed.elements(Float.self) { u in
                ck_winograd_weights(&window, weight, turned, u)
                return x.elements(Float.self) { x in
                    y.elements(Float.self) { y in
                        scratch.elements(Float.self) {
                            ck_winograd_forward(&window, x, u, b, y, $0)
                        }
                    }
                }
            }
        }
    }

    /// Computes the gradient of the weights.
    static func winogradWeight(
        _ g: ConvolutionGeometry, _ x: Tensor, _ dy: Tensor, to dw: Tensor
    ) throws -> Bool {
        var window = g.window
        guard dw.dtype == .float32, ck_winograd_fits(&window) else { return false }
        let scratch = try Tensor.empty([Int(ck_winograd_gradient_scratch(&window))])
        return x.elements(Float.self) { x in
            dy.elements(Float.self) { dy in
                dw.elements(Float.self) { dw in
                    scratch.elements(Float.self) { ck_winograd_gradient(&window, x, dy, dw, $0) }
                }
            }
        }
    }
}
