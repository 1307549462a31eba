import CNN
import Interpreter

/// How functions of torch get PyTorch's checks of their arguments.
extension Torch {
    /// Has the arguments of a native checked as PyTorch checks those of the function `name` of `scope`.
    func checkArguments(_ native: NativeFunction, _ scope: String, _ name: String) {
        guard SignatureTable.declarations(scope, name) != nil else { return }
        var check: ArgumentCheck?
        native.setCheck {
            [unowned(unsafe) self, unowned(unsafe) native] _, values, positional, keywords in
            if check == nil { check = ArgumentCheck(self, scope: scope, name: name) }
            if pendingOut != nil { pendingOut = nil }
            let given = GivenArguments(values: values, positional: positional, keywords: keywords)
            guard let overload = try check?.check(given) else { return nil }
            if overload.isHidden { return reordered(given, overload, name) }
            return keywords.isEmpty ? nil : try renamed(given, overload, native)
        }
    }

    /// A deprecated form, `torch.add(x, alpha, y)`: what is not the tensor itself goes by its name.
    private func reordered(
        _ given: GivenArguments, _ overload: Overload, _ name: String
    ) -> CallArguments {
        vm.warn(
            .userWarning, "This overload of \(name) is deprecated:\n\t\(name)\(overload.text)")
        var positional: [Value] = []
        var keywords: [(name: StringObject, value: Value)] = []
        for (index, parameter) in overload.parameters.enumerated() {
            guard
                let value = index < given.positional
                    ? given.values[index] : given.keyword(parameter.name)
            else { continue }
            if parameter.name == "input" {
                positional.append(value)
            } else {
                keywords.append((vm.intern(parameter.name), value))
            }
        }
        return CallArguments(positional, keywords: keywords)
    }

    /// Keywords under the names that the native declares; those that ask for nothing are left out.
    private func renamed(
        _ given: GivenArguments, _ overload: Overload, _ native: NativeFunction
    ) throws -> CallArguments? {
        let own = native.signature.parameters
        var positional = (0..<given.positional).map { given.values[$0] }
        var keywords: [(name: StringObject, value: Value)] = []
        var isChanged = false
        for (index, keyword) in given.keywords.enumerated() {
            let value = given.values[given.positional + index]
            let text = keyword.swiftString
            let index = overload.parameters.firstIndex {
                $0.name == text || $0.otherNames.contains(text)
            }
            let name = index.map { overload.parameters[$0].name } ?? text
            if text == "out", !value.isNone, !own.contains(where: { $0.name == "out" }) {
                isChanged = true
                pendingOut = (native.name, value)
            } else if let parameter = own.first(where: { $0.name == name }),
                parameter.kind != .variadic
            {
                if name != text { isChanged = true }
                keywords.append((name == text ? keyword : vm.intern(name), value))
            } else if own.contains(where: { $0.kind == .keywords }) {
                if name != text { isChanged = true }
                keywords.append((name == text ? keyword : vm.intern(name), value))
            } else if let first = own.first(where: { $0.kind == .variadic || $0.kind == .either }),
                let index,
                overload.parameters[index].kind == .ints
                    || overload.parameters[index].kind == .dtype && first.kind == .variadic
                    || own.indices.contains(index) && own[index].kind == .either
            {
                // The same place under another name.
                isChanged = true
                if first.kind == .variadic, own[0].kind == .variadic {
                    positional.append(value)
                } else if own.indices.contains(index), own[index].kind == .either {
                    keywords.append((vm.intern(own[index].name), value))
                } else {
                    positional.append(value)
                }
            } else {
                isChanged = true
                if value.isNone || value.isFalse || value.object is LayoutObject { continue }
                throw vm.error(
                    .notImplementedError,
                    "\(native.name)(\(text)=…) is not part of CNNLab's torch")
            }
        }
        return isChanged ? CallArguments(positional, keywords: keywords) : nil
    }

    /// The name that C's messages have for the type of a value.
    func nativeTypeName(_ value: Value) -> String {
        let type = vm.type(of: value)
        return type === tensorType ? "Tensor" : vm.typeName(value)
    }

    /// The type of elements that `torch.float32`, or Python's `float`, `int` or `bool`, names.
    func dtypeOrType(_ value: Value) -> DType? {
        if let dtype = dtype(value) { return dtype }
        guard let type = value.type else { return nil }
        if type === vm.types.float { return .float64 }
        if type === vm.types.int { return .int64 }
        return type === vm.types.bool ? .bool : nil
    }

    /// Stores what a function gave where `out=` says: a tensor, or several under their names.
    ///
    /// - Returns: `out`; of several, the same under the names of the results.
    func store(_ result: Value, at out: Value, _ name: String, _ inputs: [Tensor]?) throws -> Value
    {
        if let made = tensor(result), let out = tensor(out) {
            try store(made, into: out, name, inputs ?? [made])
            return value(out)
        }
        guard let made = result.tuple, let names = resultFields[made.type.name],
            let given = out.tuple?.elements ?? out.list?.elements
        else { return result }
        let results = made.elements.compactMap { tensor($0) }
        let places = given.compactMap { tensor($0) }
        guard results.count == made.elements.count, places.count == given.count else {
            return result
        }
        guard places.count == results.count else {
            throw vm.typeError(
                "expected tuple of \(results.count) elements but got \(places.count)")
        }
        for (result, place) in zip(results, places) where result.dtype != place.dtype {
            throw TensorError.runtime(
                "Expected out tensor to have dtype \(result.dtype.longName), but got "
                    + "\(place.dtype.longName) instead")
        }
        for (result, place) in zip(results, places) {
            try store(result, into: place, name, inputs ?? [result])
        }
        return named(made.type.name + "_out", places, fields: names)
    }

    private func store(_ result: Tensor, into out: Tensor, _ name: String, _ inputs: [Tensor])
        throws
    {
        if GradMode.isEnabled, out.requiresGrad || inputs.contains(where: { $0.requiresGrad }) {
            throw TensorError.runtime(
                "\(name)(): functions with out=... arguments don't support automatic "
                    + "differentiation, but one of the arguments requires grad.")
        }
        if result.dtype != out.dtype {
            let isNarrower =
                result.dtype.isFloatingPoint && !out.dtype.isFloatingPoint
                || result.dtype != .bool && out.dtype == .bool
            if isNarrower {
                throw TensorError.runtime(
                    "result type \(result.dtype.scalarTypeName) can't be cast to the desired output "
                        + "type \(out.dtype.scalarTypeName)")
            }
        }
        for input in inputs where input.shape == result.shape && out.shape == result.shape {
            try out.checkOverlap(input)
        }
        if out.shape != result.shape {
            if out.count > 0 {
                vm.warn(
                    .userWarning,
                    "An output with one or more elements was resized since it had shape "
                        + "\(Shape.list(out.shape)), which does not match the required output shape "
                        + "\(Shape.list(result.shape)). This behavior is deprecated, and in a future "
                        + "PyTorch release outputs will not be resized unless they have zero "
                        + "elements. You can explicitly reuse an out tensor t by resizing it, "
                        + "inplace, to zero elements with t.resize_(0).")
            }
            try out.resize_(result.shape)
        }
        try out.copy_(result)
    }
}
