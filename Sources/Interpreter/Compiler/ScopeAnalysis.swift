// Which names are local, shared with inner functions, taken from outer ones, or global.
//
// One walk over the tree makes the scopes and notes how each name is used in them. Then each scope,
// outermost first, gives its names their meaning: a name that is only used is looked up through the
// enclosing functions (classes are skipped); where it is found it becomes a cell, and every scope in between
// passes it on.

struct ScopeAnalysis {
    var tree: SyntaxTree
    let filename: String
    private(set) var scopes: [ScopeKey: Scope] = [:]
    var all: [Scope] = []
    var current: Scope
    let superName: NameID?
    let classCellName: NameID
    var mangled: [String: NameID] = [:]
    var ids: [String: NameID] = [:]

    init(_ tree: SyntaxTree, filename: String) {
        self.tree = tree
        self.filename = filename
        current = Scope(.module, parent: nil, name: "<module>", className: nil)
        superName = tree.names.firstIndex(of: "super").map { NameID(index: Int32($0)) }
        if let index = tree.names.firstIndex(of: "__class__") {
            classCellName = NameID(index: Int32(index))
        } else {
            classCellName = NameID(index: Int32(tree.names.count))
            self.tree.names.append("__class__")
        }
        scopes[.module] = current
        all = [current]
    }

    var classCell: NameID { classCellName }

    mutating func run() throws(SyntaxFailure) {
        try visit(tree.body)
        for scope in all { try resolve(scope) }
    }

    /// The name with the rewriting of private names.
    mutating func mangle(_ id: NameID, _ scope: Scope) -> NameID {
        let text = tree.name(id)
        let other = Interpreter.mangle(text, in: scope.className)
        if other == text { return id }
        if let known = mangled[other] { return known }
        if ids.isEmpty {
            for (index, name) in tree.names.enumerated() { ids[name] = NameID(index: Int32(index)) }
        }
        if let known = ids[other] {
            mangled[other] = known
            return known
        }
        let new = NameID(index: Int32(tree.names.count))
        tree.names.append(other)
        mangled[other] = new
        return new
    }

    func failure(_ message: String, _ range: TokenRange) -> SyntaxFailure {
        compileFailure(message, tree, range, filename)
    }

    mutating func add(_ id: NameID, _ use: Scope.Uses) {
        current.add(mangle(id, current), use)
    }

    mutating func enter(
        _ kind: Scope.Kind, _ key: ScopeKey, name: String, className: String? = nil
    ) -> Scope {
        let outer = current
        current = Scope(
            kind, parent: outer, name: name, className: className ?? outer.className)
        scopes[key] = current
        all.append(current)
        return outer
    }

    // MARK: Statements

    mutating func visit(_ statements: [Statement]) throws(SyntaxFailure) {
        for statement in statements { try visit(statement) }
    }

    mutating func visit(_ statement: Statement) throws(SyntaxFailure) {
        switch statement.node {
        case .expression(let value), .return(let value): try visit(value)
        case .assign(let targets, let value):
            try visit(value)
            for target in targets { try bind(target) }
        case .augmented(let target, _, let value):
            try bind(target)
            try visit(target)
            try visit(value)
        case .annotated(let target, let annotation, let value, let simple):
            try visitAnnotated(target, annotation, value, simple, statement.range)
        case .delete(let targets):
            for target in targets { try delete(target) }
        case .pass, .break, .continue: break
        case .global(let names): try declare(names, .global, statement.range)
        case .nonlocal(let names): try declare(names, .nonlocal, statement.range)
        case .import(let aliases):
            for alias in aliases {
                if let name = alias.alias { add(name, .bound) } else { bindFirst(alias.name) }
            }
        case .importFrom(_, _, let aliases):
            if aliases.isEmpty, current.kind != .module {
                let last = statement.range.last
                throw failure(
                    "import * only allowed at module level", TokenRange(first: last, last: last))
            }
            for alias in aliases { add(alias.alias ?? alias.name, .bound) }
        case .raise(let value, let cause):
            try visit(value)
            try visit(cause)
        case .assert(let test, let message):
            try visit(test)
            try visit(message)
        case .if(let clauses, let orElse):
            for clause in clauses {
                try visit(clause.test)
                try visit(clause.body)
            }
            try visit(orElse)
        case .while(let test, let body, let orElse):
            try visit(test)
            try visit(body)
            try visit(orElse)
        case .for(let target, let iterable, let body, let orElse):
            try bind(target)
            try visit(iterable)
            try visit(body)
            try visit(orElse)
        case .with(let items, let body):
            for item in items {
                try visit(item.context)
                if item.target.exists { try bind(item.target) }
            }
            try visit(body)
        case .try(let body, let handlers, let orElse, let finally):
            try visit(body)
            for handler in handlers {
                try visit(handler.type)
                if let name = handler.name { add(name, .bound) }
                try visit(handler.body)
            }
            try visit(orElse)
            try visit(finally)
        case .function(let definition): try visit(definition, statement.range)
        case .class(let definition): try visit(definition, statement.range)
        }
    }

    /// `import a.b.c` binds `a`.
    mutating func bindFirst(_ name: NameID) {
        add(firstPart(of: name), .bound)
    }

    mutating func firstPart(of name: NameID) -> NameID {
        let text = tree.name(name)
        guard let dot = text.firstIndex(of: ".") else { return name }
        let first = String(text[..<dot])
        if let index = tree.names.firstIndex(of: first) { return NameID(index: Int32(index)) }
        tree.names.append(first)
        return NameID(index: Int32(tree.names.count - 1))
    }

    mutating func visitAnnotated(
        _ target: ExpressionID, _ annotation: ExpressionID, _ value: ExpressionID, _ simple: Bool,
        _ range: TokenRange
    ) throws(SyntaxFailure) {
        if case .name(let id) = tree[target] {
            let name = mangle(id, current)
            let uses = current.uses[name] ?? []
            if simple, current.kind != .module, !uses.isDisjoint(with: [.global, .nonlocal]) {
                let word = uses.contains(.global) ? "global" : "nonlocal"
                throw failure(
                    "annotated name '\(tree.name(id))' can't be \(word)", range)
            }
            if simple { current.add(name, [.annotated, .bound]) }
            if value.exists { current.add(name, .bound) }
            if !simple, !value.exists { current.add(name, .used) }
        } else {
            try visit(target)
        }
        try visit(annotation)
        try visit(value)
    }

    mutating func declare(
        _ names: [NameID], _ use: Scope.Uses, _ range: TokenRange
    ) throws(SyntaxFailure) {
        let word = use == .global ? "global" : "nonlocal"
        for id in names {
            let name = mangle(id, current)
            let uses = current.uses[name] ?? []
            let text = tree.name(name)
            if uses.contains(.parameter) {
                throw failure("name '\(text)' is parameter and \(word)", range)
            }
            if uses.contains(.annotated) {
                throw failure("annotated name '\(text)' can't be \(word)", range)
            }
            if use == .nonlocal, current.kind == .module {
                throw failure("nonlocal declaration not allowed at module level", range)
            }
            if uses.contains(.bound), current.kind != .module || use == .nonlocal {
                throw failure("name '\(text)' is assigned to before \(word) declaration", range)
            }
            if uses.contains(.used), current.kind != .module || use == .nonlocal {
                throw failure("name '\(text)' is used prior to \(word) declaration", range)
            }
            if current.kind == .module, !uses.isDisjoint(with: [.bound, .used]) {
                let how = uses.contains(.bound) ? "assigned to before" : "used prior to"
                throw failure("name '\(text)' is \(how) \(word) declaration", range)
            }
            if uses.contains(use == .global ? .nonlocal : .global) {
                throw failure(
                    "name '\(text)' is nonlocal and global", current.declarations[name] ?? range)
            }
            if current.declarations[name] == nil { current.declarations[name] = range }
            current.add(name, use)
        }
    }

    mutating func visit(
        _ definition: FunctionDefinition, _ range: TokenRange
    ) throws(SyntaxFailure) {
        add(definition.name, .bound)
        for decorator in definition.decorators { try visit(decorator) }
        try visitDefaults(definition.parameters)
        try visit(definition.returns)
        let outer = enter(
            .function, .statement(range.first), name: tree.name(definition.name))
        if definition.parameters.all.contains(where: { tree.name($0.name) == "__debug__" }) {
            throw failure("cannot assign to __debug__", range)
        }
        try addParameters(definition.parameters)
        try visit(definition.body)
        current = outer
    }

    mutating func visit(
        _ definition: ClassDefinition, _ range: TokenRange
    ) throws(SyntaxFailure) {
        add(definition.name, .bound)
        for decorator in definition.decorators { try visit(decorator) }
        for index in 0..<Int(definition.argumentCount) {
            try visit(tree.arguments[Int(definition.argumentStart) + index].value)
        }
        let name = tree.name(definition.name)
        let outer = enter(.classBody, .statement(range.first), name: name, className: name)
        try visit(definition.body)
        current = outer
    }

    mutating func visitDefaults(_ parameters: Parameters) throws(SyntaxFailure) {
        for parameter in parameters.all {
            try visit(parameter.defaultValue)
            try visit(parameter.annotation)
        }
    }

    mutating func addParameters(_ parameters: Parameters) throws(SyntaxFailure) {
        for parameter in parameters.all {
            let name = mangle(parameter.name, current)
            if current.uses[name]?.contains(.parameter) == true {
                throw failure(
                    "duplicate argument '\(tree.name(name))' in function definition",
                    TokenRange(first: parameter.token, last: parameter.token))
            }
            current.add(name, [.parameter, .bound])
        }
    }

    // MARK: Targets

    mutating func bind(_ id: ExpressionID) throws(SyntaxFailure) {
        switch tree[id] {
        case .name(let name):
            let known = mangle(name, current)
            if current.kind == .comprehension {
                current.add(known, [.bound, .iteration])
            } else {
                current.add(known, .bound)
            }
        case .tuple(let items), .list(let items):
            for item in tree[items] { try bind(item) }
        case .starred(let value): try bind(value)
        default: try visit(id)
        }
    }

    mutating func delete(_ id: ExpressionID) throws(SyntaxFailure) {
        switch tree[id] {
        case .name(let name): add(name, [.bound, .deleted])
        case .tuple(let items), .list(let items):
            for item in tree[items] { try delete(item) }
        default: try visit(id)
        }
    }
}

extension Parameters {
    /// In the order of their slots.
    var all: [Parameter] {
        var result = positionalOnly
        result += positional
        result += keywordOnly
        if let variadic { result.append(variadic) }
        if let keywords { result.append(keywords) }
        return result
    }
}

/// An error found after parsing.
func compileFailure(
    _ message: String, _ tree: SyntaxTree, _ range: TokenRange, _ filename: String
) -> SyntaxFailure {
    let source = tree.source
    let first = tree.tokens[Int(range.first)]
    let position = tree.position(range)
    let last = tree.tokens[Int(range.last)]
    return SyntaxFailure(
        message: message, filename: filename, line: Int(first.line),
        column: source.characters(
            from: source.start(ofLine: Int(first.line)), to: Int(first.start)) + 1,
        endLine: Int(position.endLine),
        endColumn: source.characters(
            from: source.start(ofLine: Int(position.endLine)), to: Int(last.end)) + 1,
        text: source.text(ofLine: Int(first.line)))
}
