import CNN
import Interpreter

// PyTorch reads arguments by trying the overloads of a function in order. With one overload, or one that the number of
// arguments fits, the message says what is wrong with an argument; otherwise it lists the overloads. The values are then
// bound by the machine as for any native.

/// The arguments of one call before they are bound.
struct GivenArguments {
    let values: UnsafeMutablePointer<Value>
    let positional: Int
    let keywords: [StringObject]

    var count: Int { positional + keywords.count }

    /// Whether plain whole numbers are given, at least one, by their places.
    var hasIntegersOnly: Bool {
        for index in 0..<positional {
            guard case .int = values[index] else { return false }
        }
        return positional > 0
    }

    func keyword(_ name: String) -> Value? {
        for (index, keyword) in keywords.enumerated() where keyword.swiftString == name {
            return values[positional + index]
        }
        return nil
    }
}

/// Checks the arguments of one function of torch as PyTorch does.
final class ArgumentCheck {
    private unowned(unsafe) let torch: Torch
    private let name: String
    /// What has the function, as messages without an overload say it.
    private let owner: String
    private let isWithoutArguments: Bool
    private let overloads: [Overload]
    private let takesNumbersAsTensors: Bool
    /// The overload of a list of whole numbers that may be given one by one, as sizes are.
    private let spread: Overload?

    init?(_ torch: Torch, scope: String, name: String) {
        guard let declarations = SignatureTable.declarations(scope, name) else { return nil }
        self.torch = torch
        self.name = name
        owner = scope == "Tensor" ? "TensorBase" : "torch"
        isWithoutArguments = declarations == ["-"]
        overloads = isWithoutArguments ? [] : declarations.map { Overload($0) }
        takesNumbersAsTensors = Self.numbersAsTensors.contains(name)
        spread = overloads.first {
            $0.maxPositional == 1 && $0.parameters[0].kind == .ints && $0.minimum <= 1
                && !$0.isHidden
        }
    }

    private static let numbersAsTensors: Set<String> = Set(
        [
            "add", "div", "divide", "mul", "multiply", "sub", "subtract", "true_divide",
            "floor_divide",
        ]
        .flatMap { [$0, $0 + "_"] } + ["to", "copy_"])

    static func takesNumbersAsTensors(_ name: String) -> Bool { numbersAsTensors.contains(name) }

    private var vm: VirtualMachine { torch.vm }

    /// - Returns: the overload that the arguments fit.
    /// - Throws: PyTorch's TypeError when they fit none.
    func check(_ given: GivenArguments) throws -> Overload? {
        if isWithoutArguments {
            if !given.keywords.isEmpty {
                throw vm.typeError("\(owner).\(name)() takes no keyword arguments")
            }
            if given.positional > 0 {
                throw vm.typeError(
                    "\(owner).\(name)() takes no arguments (\(given.positional) given)")
            }
            return nil
        }
        if let spread, given.keywords.isEmpty, given.hasIntegersOnly { return spread }
        if overloads.count == 1 {
            _ = try fits(overloads[0], given, raising: true)
            return overloads[0]
        }
        for overload in overloads {
            if try fits(overload, given, raising: false) { return overload }
        }
        let plausible = overloads.filter {
            given.count >= $0.minimum && given.count <= $0.parameters.count && !$0.isHidden
        }
        if plausible.count == 1 { _ = try fits(plausible[0], given, raising: true) }
        throw vm.typeError(combination(given))
    }

    // MARK: One overload

    private func fits(_ overload: Overload, _ given: GivenArguments, raising: Bool) throws -> Bool {
        let allowsSpread =
            overload.maxPositional == 1 && overload.parameters[0].kind == .ints
            && given.positional > 0 && isIndex(given.values[0])
        if given.positional > overload.maxPositional, !allowsSpread {
            if raising { throw tooMany(overload, given.positional) }
            return false
        }
        var position = 0
        var unread = given.keywords.count
        for (index, parameter) in overload.parameters.enumerated() {
            if position >= given.positional, index >= overload.firstOptional,
                given.keywords.isEmpty
            {
                return true
            }
            var value: Value?
            var isKeyword = false
            if position < given.positional {
                if parameter.isKeywordOnly {
                    if raising { throw tooMany(overload, given.positional) }
                    return false
                }
                value = given.values[position]
            } else if !given.keywords.isEmpty {
                isKeyword = true
                value = given.keyword(parameter.name)
                for other in parameter.otherNames where value == nil {
                    value = given.keyword(other)
                }
            }
            guard let value else {
                if parameter.isOptional { continue }
                if raising { throw missing(overload, index) }
                return false
            }
            if !(value.isNone && parameter.allowsNone) {
                var failed = -1
                if try !accepts(parameter, value, index, &failed) {
                    if allowsSpread, position == 0, !isKeyword {
                        try unpack(parameter, given)
                        position = given.positional
                        continue
                    }
                    if raising {
                        throw wrongType(parameter, value, isKeyword ? nil : position + 1, failed)
                    }
                    return false
                }
                try unpack(parameter, value)
            }
            if isKeyword { unread -= 1 } else { position += 1 }
        }
        if unread > 0 {
            if raising { throw unexpected(overload, given) }
            return false
        }
        return true
    }

    private func isIndex(_ value: Value) -> Bool {
        switch value {
        case .int: return true
        default:
            if value.bigInt != nil { return true }
            guard let tensor = torch.tensor(value) else { return false }
            return isIndex(tensor)
        }
    }

    private func isIndex(_ tensor: Tensor) -> Bool {
        tensor.dim == 0 && !tensor.dtype.isFloatingPoint && tensor.dtype != .bool
            && !tensor.requiresGrad
    }

    private func isNumber(_ value: Value) -> Bool {
        switch value {
        case .int, .float, .bool: true
        default: value.bigInt != nil
        }
    }

    private func accepts(
        _ parameter: Overload.Parameter, _ value: Value, _ index: Int, _ failed: inout Int
    ) throws -> Bool {
        switch parameter.kind {
        case .tensor:
            return torch.tensor(value) != nil || takesNumbersAsTensors && isNumber(value)
        case .scalar, .double:
            if isNumber(value) { return true }
            guard let tensor = torch.tensor(value) else { return false }
            return tensor.dim == 0 && !tensor.requiresGrad
        case .int: return isIndex(value)
        case .tensors:
            guard let elements = elements(value) else { return false }
            for (place, element) in elements.enumerated() where torch.tensor(element) == nil {
                throw vm.typeError(
                    "expected Tensor as element \(place) in argument \(index), but got "
                        + torch.nativeTypeName(element))
            }
            return true
        case .ints:
            if let elements = elements(value) {
                guard let first = elements.first, !isIndex(first) else { return true }
                failed = 0
                return false
            }
            return parameter.size > 0 && isIndex(value)
        case .doubles, .scalars:
            guard let elements = elements(value) else { return false }
            return elements.first.map(isNumber) ?? true
        case .generator: return torch.generator(value) != nil
        case .bool:
            if case .bool = value { return true }
            return false
        case .dtype: return torch.dtypeOrType(value) != nil
        case .device:
            if case .int = value { return true }
            return value.string != nil || value.object is DeviceObject
        case .layout, .memoryFormat:
            return (value.object as? LayoutObject)?.parameterKind == parameter.kind
        case .string: return value.string != nil
        case .object: return true
        case .other: return false
        }
    }

    private func elements(_ value: Value) -> [Value]? {
        value.tuple?.elements ?? value.list?.elements
    }

    /// Only the first number of a list decides on the overload; the others are read later.
    private func unpack(_ parameter: Overload.Parameter, _ value: Value) throws {
        guard parameter.kind == .ints, let elements = elements(value) else { return }
        for (place, element) in elements.enumerated() where !isIndex(element) {
            // A truth value counts as a number, though not at the first place.
            if case .bool = element { continue }
            throw notUnpacked(parameter, place, element)
        }
    }

    private func unpack(_ parameter: Overload.Parameter, _ given: GivenArguments) throws {
        for place in 0..<given.positional where !isIndex(given.values[place]) {
            if case .bool = given.values[place] { continue }
            throw notUnpacked(parameter, place, given.values[place])
        }
    }

    // MARK: Messages

    private func notUnpacked(
        _ parameter: Overload.Parameter, _ place: Int, _ value: Value
    ) -> PythonError {
        vm.typeError(
            "\(name)(): argument '\(parameter.name)' failed to unpack the object at pos "
                + "\(place + 1) with error \"type must be tuple of ints,but got "
                + "\(torch.nativeTypeName(value))\"")
    }

    private func wrongType(
        _ parameter: Overload.Parameter, _ value: Value, _ position: Int?, _ failed: Int
    ) -> PythonError {
        let place = position.map { " (position \($0))" } ?? ""
        let start = "\(name)(): argument '\(parameter.name)'\(place) must be \(parameter.typeName)"
        if failed >= 0, position != nil, let elements = elements(value) {
            return vm.typeError(
                start + ", but found element of type \(torch.nativeTypeName(elements[failed])) at "
                    + "pos \(failed)")
        }
        return vm.typeError(start + ", not \(torch.nativeTypeName(value))")
    }

    private func tooMany(_ overload: Overload, _ count: Int) -> PythonError {
        let most = overload.maxPositional
        if overload.minimum != most {
            return vm.typeError(
                "\(name)() takes from \(overload.minimum) to \(most) positional arguments but "
                    + "\(count) were given")
        }
        return vm.typeError(
            "\(name)() takes \(most) positional argument\(most == 1 ? "" : "s") but \(count) "
                + "\(count == 1 ? "was" : "were") given")
    }

    private func missing(_ overload: Overload, _ index: Int) -> PythonError {
        let names = overload.parameters[index...].filter { !$0.isOptional }.map { "\"\($0.name)\"" }
        return vm.typeError(
            "\(name)() missing \(names.count) required positional argument"
                + "\(names.count == 1 ? "s" : ""): \(names.joined(separator: ", "))")
    }

    private func unexpected(_ overload: Overload, _ given: GivenArguments) -> PythonError {
        for keyword in given.keywords.map(\.swiftString) {
            let index = overload.parameters.firstIndex {
                $0.name == keyword || $0.otherNames.contains(keyword)
            }
            guard let index else {
                return vm.typeError("\(name)() got an unexpected keyword argument '\(keyword)'")
            }
            if index < given.positional {
                return vm.typeError("\(name)() got multiple values for argument '\(keyword)'")
            }
        }
        return vm.typeError("invalid keyword arguments")
    }

    private func combination(_ given: GivenArguments) -> String {
        let shown = overloads.filter { !$0.isHidden }
        let pairs = given.keywords.enumerated().map {
            ($0.element.swiftString, given.values[given.positional + $0.offset])
        }
        let description = CombinationText(
            torch: torch, positional: (0..<given.positional).map { given.values[$0] },
            keywords: pairs)
        return description.message(name + "()", shown.map(\.text))
    }
}
