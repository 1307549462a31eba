/// What a name means in a scope.
enum NameMeaning: Sendable {
    /// A slot of the function's frame, or an entry of the class's namespace.
    case local
    /// A local that inner functions share.
    case cell
    /// A cell of an enclosing function.
    case free
    case global
}

/// Where a scope comes from in the tree.
enum ScopeKey: Hashable, Sendable {
    case module
    /// The first token of a `def` or `class` statement.
    case statement(Int32)
    case lambda(Int32)
    case comprehension(Int32)
}

/// The names of one module, class, function, lambda or comprehension.
final class Scope {
    enum Kind { case module, classBody, function, lambda, comprehension }

    struct Uses: OptionSet {
        let rawValue: UInt8
        static let bound = Uses(rawValue: 1)
        static let used = Uses(rawValue: 2)
        static let parameter = Uses(rawValue: 4)
        static let global = Uses(rawValue: 8)
        static let nonlocal = Uses(rawValue: 16)
        static let annotated = Uses(rawValue: 32)
        static let iteration = Uses(rawValue: 64)
        static let deleted = Uses(rawValue: 128)
    }

    let kind: Kind
    let parent: Scope?
    let name: String
    /// The name of the innermost class around, for private names.
    let className: String?
    var uses: [NameID: Uses] = [:]
    /// Where a name was first declared global or nonlocal.
    var declarations: [NameID: TokenRange] = [:]
    /// Names in the order of their first appearance.
    var order: [NameID] = []
    var meanings: [NameID: NameMeaning] = [:]
    var cells: [NameID] = []
    var frees: [NameID] = []
    var isGenerator = false
    /// A class whose methods use `super()` or `__class__`.
    var needsClassCell = false
    var comprehensionKind: ComprehensionKind?
    /// Set while the iterable of a comprehension's clause is read.
    var isInIterable = false

    init(_ kind: Kind, parent: Scope?, name: String, className: String?) {
        self.kind = kind
        self.parent = parent
        self.name = name
        self.className = className
    }

    /// Whether its names live in slots.
    var isFunction: Bool {
        switch kind {
        case .function, .lambda, .comprehension: true
        case .module, .classBody: false
        }
    }

    func add(_ name: NameID, _ use: Uses) {
        if uses[name] == nil { order.append(name) }
        uses[name, default: []].insert(use)
    }
}

/// The name as the class around it rewrites it: `__x` in class `C` is `_C__x`.
func mangle(_ name: String, in className: String?) -> String {
    guard let className, name.utf8.starts(with: "__".utf8), !name.hasSuffix("__"),
        !name.utf8.contains(46)
    else { return name }
    let stripped = className.drop { $0 == "_" }
    return stripped.isEmpty ? name : "_\(stripped)\(name)"
}
