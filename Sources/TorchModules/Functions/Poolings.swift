import CNN
import Interpreter

/// The pooling functions of `torch.nn.functional`.
extension Torch {
    func declarePooling(_ module: ModuleObject) {
        let signature =
            "(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, "
            + "return_indices=False)"
        define(module, "max_pool1d", signature, "The largest value of each window.") { c in
            if try c.flag(6) {
                let c = c.named("max_pool1d_with_indices")
                let result = try CNN.maxPool1dWithIndices(
                    c.tensor(0), c.windowSizes(1), stride: c.optionalWindowSizes(2),
                    padding: c.windowSizes(3),
                    dilation: c.windowSizes(4), ceilMode: c.bool(5))
                return c.torch.tuple([result.output, result.indices])
            }
            return c.wrap(
                try CNN.maxPool1d(
                    c.tensor(0), c.windowSizes(1), stride: c.optionalWindowSizes(2),
                    padding: c.windowSizes(3),
                    dilation: c.windowSizes(4), ceilMode: c.bool(5)))
        }
        define(module, "max_pool2d", signature, "The largest value of each window.") { c in
            if try c.flag(6) {
                let c = c.named("max_pool2d_with_indices")
                let result = try CNN.maxPool2dWithIndices(
                    c.tensor(0), c.windowSizes(1), stride: c.optionalWindowSizes(2),
                    padding: c.windowSizes(3),
                    dilation: c.windowSizes(4), ceilMode: c.bool(5))
                return c.torch.tuple([result.output, result.indices])
            }
            return c.wrap(
                try CNN.maxPool2d(
                    c.tensor(0), c.windowSizes(1), stride: c.optionalWindowSizes(2),
                    padding: c.windowSizes(3),
                    dilation: c.windowSizes(4), ceilMode: c.bool(5)))
        }
        define(
            module, "avg_pool1d",
            "(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True)",
            "The mean of each window."
        ) { c in
            c.wrap(
                try CNN.avgPool1d(
                    c.tensor(0), c.windowSizes(1), stride: c.optionalWindowSizes(2),
                    padding: c.windowSizes(3),
                    ceilMode: c.bool(4), countIncludePad: c.bool(5)))
        }
        define(
            module, "avg_pool2d",
            "(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, "
                + "divisor_override=None)", "The mean of each window."
        ) { c in
            c.wrap(
                try CNN.avgPool2d(
                    c.tensor(0), c.windowSizes(1), stride: c.optionalWindowSizes(2),
                    padding: c.windowSizes(3),
                    ceilMode: c.bool(4), countIncludePad: c.bool(5),
                    divisorOverride: c.optionalInt(6)))
        }
        define(module, "adaptive_avg_pool2d", "(input, output_size)", "Means of that many windows.")
        {
            c in
            let x = try c.asked(0, for: "size")
            let size = try c.planeSize("adaptive_avg_pool2d: output_size must be 2")
            if x.dim == 2, size == [1, 1] { return c.wrap(try x.mean([-1, -2], keepdim: true)) }
            return c.wrap(try CNN.adaptiveAvgPool2d(x, size))
        }
        define(module, "adaptive_avg_pool1d", "(input, output_size)", "Means of that many windows.")
        {
            c in
            let wide = try c.line(0).unsqueeze(-2)
            return c.wrap(
                try CNN.adaptiveAvgPool2d(wide, [1] + c.lineSize()).squeeze(-2))
        }
        define(
            module, "adaptive_max_pool2d", "(input, output_size, return_indices=False)",
            "Maxima of that many windows."
        ) { c in
            let result = try CNN.adaptiveMaxPool2d(
                c.asked(0, for: "size"),
                c.planeSize(
                    "adaptive_max_pool2d(): internal error: output_size.size() must be 2"))
            return try c.flag(2)
                ? c.torch.tuple([result.output, result.indices]) : c.wrap(result.output)
        }
        define(
            module, "adaptive_max_pool1d", "(input, output_size, return_indices=False)",
            "Maxima of that many windows."
        ) { c in
            let wide = try c.line(0).unsqueeze(-2)
            let result = try CNN.adaptiveMaxPool2d(wide, [1] + c.lineSize())
            let output = try result.output.squeeze(-2)
            return try c.flag(2)
                ? c.torch.tuple([output, result.indices.squeeze(-2)]) : c.wrap(output)
        }
        nameDispatched(module)
    }

    /// The functions that call one of two others, as `return_indices` says, and complain in the name of that one.
    private func nameDispatched(_ module: ModuleObject) {
        for name in ["max_pool1d", "max_pool2d", "adaptive_max_pool1d", "adaptive_max_pool2d"] {
            guard let native = module.namespace[vm.intern(name)]?.object as? NativeFunction,
                let place = native.signature.parameters.firstIndex(where: {
                    $0.name == "return_indices"
                })
            else { continue }
            let previous = native.check
            native.setCheck { [unowned native] vm, arguments, positional, keywords in
                let keyword = keywords.firstIndex { $0.swiftString == "return_indices" }
                let index = keyword.map { positional + $0 } ?? (place < positional ? place : nil)
                let withIndices = try index.map { try vm.isTrue(arguments[$0]) } ?? false
                native.nameInErrors = withIndices ? name + "_with_indices" : "_" + name
                return try previous?(vm, arguments, positional, keywords)
            }
        }
    }
}

extension Call {
    /// One number or a sequence of them; unlike elsewhere `True` is no number.
    fileprivate func windowSizes(_ index: Int) throws -> [Int] {
        if let elements = elements(self[index]) {
            return try elements.enumerated().map { place, element in
                guard let size = try size(element) else {
                    throw vm.typeError(
                        "\(name)(): argument '\(parameterName(index))' (position \(index + 1)) must be "
                            + "tuple of ints, but found element of type "
                            + "\(torch.nativeTypeName(element)) at pos \(place)")
                }
                return size
            }
        }
        guard let size = try size(self[index]) else { throw wrongType(index, "tuple of ints") }
        return [size]
    }

    fileprivate func optionalWindowSizes(_ index: Int) throws -> [Int]? {
        isNone(index) ? nil : try windowSizes(index)
    }

    private func size(_ value: Value) throws -> Int? {
        if case .bool = value { return nil }
        if value.bigInt != nil { throw vm.error(.valueError, "Overflow when unpacking long long") }
        return integer(value)
    }

    /// The sizes of a plane that adaptive pooling makes; `nil` keeps the input's.
    fileprivate func planeSize(_ wrongCount: String) throws -> [Int?] {
        if case .float = self[1] { throw vm.typeError("object of type 'float' has no len()") }
        if self[1].isNone { throw vm.typeError("object of type 'NoneType' has no len()") }
        if let text = self[1].object as? StringObject {
            // Taken for a sequence, of the sizes that its letters are not.
            guard text.count > 0 else { throw TensorError.runtime(wrongCount) }
            throw vm.typeError(
                "\(name)(): argument 'output_size' (position 2) must be tuple of ints, but found "
                    + "element of type str at pos 0")
        }
        guard let elements = elements(self[1]) else {
            let size = try windowSizes(1)[0]
            return [size, size]
        }
        guard try tensor(0).dim > elements.count else {
            throw TensorError.value(
                "Input dimension should be at least \(elements.count + 1)")
        }
        guard elements.count == 2 else { throw TensorError.runtime(wrongCount) }
        if elements.contains(where: \.isNone) {
            return try elements.map { $0.isNone ? nil : try size($0) }
        }
        return try windowSizes(1)
    }

    /// The size of a row that adaptive pooling makes.
    fileprivate func lineSize() throws -> [Int] {
        let sizes = try windowSizes(1)
        guard sizes.count == 1 else {
            throw TensorError.runtime(
                "\(name)() argument 'output_size' should contain one int (got \(sizes.count))")
        }
        return sizes
    }

    /// The rows that adaptive pooling takes.
    fileprivate func line(_ index: Int) throws -> Tensor {
        let input = try tensor(index)
        guard input.dim == 2 || input.dim == 3 else {
            throw TensorError.notLines(name, input)
        }
        return input
    }
}
