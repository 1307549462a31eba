// The syntax tree.
//
// Expressions live in one array and refer to each other by index, so that a tree of any depth is
// built, walked along its left spine and released without recursion: `1+1+1…` and `x.a.a.a…` nest
// as deep as the text is long. Everything else nests no deeper than the parser's limits, and statements are
// plain values. Places are kept as the first and last token of a node.

/// An index into `SyntaxTree.expressions`; negative where there is none.
package struct ExpressionID: Sendable, Equatable {
    var index: Int32
    static let none = ExpressionID(index: -1)
    var exists: Bool { index >= 0 }
}

/// An index into `SyntaxTree.names`.
package struct NameID: Sendable, Hashable {
    var index: Int32
}

/// A run of `SyntaxTree.lists`.
struct ExpressionList: Sendable {
    var start: Int32
    var count: Int32
}

/// The first and the last token of a node.
struct TokenRange: Sendable {
    var first: Int32
    var last: Int32
}

struct Expression: Sendable {
    var node: ExpressionNode
    var range: TokenRange
}

enum ComprehensionKind: UInt8, Sendable { case list, set, dict, generator }

enum ExpressionNode: Sendable {
    case name(NameID)
    case smallInt(Int32)
    /// An index into `SyntaxTree.constants`.
    case constant(Int32)
    /// String constants and `formatted` pieces in turn.
    case joinedString(ExpressionList)
    /// The specification is a `joinedString` or none.
    case formatted(ExpressionID, flags: UInt8, specification: ExpressionID)
    case unary(UnaryOperator, ExpressionID)
    case binary(BinaryOperator, ExpressionID, ExpressionID)
    case boolean(isAnd: Bool, ExpressionList)
    /// A run of `SyntaxTree.comparisons` after the left operand.
    case compare(ExpressionID, start: Int32, count: Int32)
    case conditional(test: ExpressionID, ExpressionID, ExpressionID)
    /// An index into `SyntaxTree.lambdas`.
    case lambda(Int32)
    case named(ExpressionID, ExpressionID)
    case attribute(ExpressionID, NameID)
    case `subscript`(ExpressionID, ExpressionID)
    case slice(ExpressionID, ExpressionID, ExpressionID)
    /// A run of `SyntaxTree.arguments` after the function.
    case call(ExpressionID, start: Int32, count: Int32)
    case starred(ExpressionID)
    case tuple(ExpressionList)
    case list(ExpressionList)
    case set(ExpressionList)
    /// Keys and values in turn; a key of none stands for `**`.
    case dict(ExpressionList)
    /// An index into `SyntaxTree.comprehensions`.
    case comprehension(ComprehensionKind, Int32)
    case yield(ExpressionID)
    case yieldFrom(ExpressionID)
}

struct Comparison: Sendable {
    var op: ComparisonOperator
    var operand: ExpressionID
}

enum ArgumentKind: UInt8, Sendable { case positional, star, keyword, doubleStar }

struct Argument: Sendable {
    var kind: ArgumentKind
    /// Of a keyword argument.
    var name: NameID
    var value: ExpressionID
    var range: TokenRange
}

struct Parameter: Sendable {
    var name: NameID
    var token: Int32
    var annotation: ExpressionID
    var defaultValue: ExpressionID
}

struct Parameters: Sendable {
    var positionalOnly: [Parameter] = []
    var positional: [Parameter] = []
    var variadic: Parameter?
    var keywordOnly: [Parameter] = []
    var keywords: Parameter?
}

struct Lambda: Sendable {
    var parameters: Parameters
    var body: ExpressionID
}

struct ComprehensionClause: Sendable {
    var target: ExpressionID
    var iterable: ExpressionID
    var conditions: [ExpressionID]
}

struct Comprehension: Sendable {
    /// The element, or the key of a dictionary's.
    var element: ExpressionID
    var value: ExpressionID
    var clauses: [ComprehensionClause]
}

struct Statement: Sendable {
    var node: StatementNode
    var range: TokenRange
}

struct ImportAlias: Sendable {
    /// Dotted after `import`.
    var name: NameID
    var alias: NameID?
    var range: TokenRange
}

struct ExceptClause: Sendable {
    var type: ExpressionID
    var name: NameID?
    var body: [Statement]
    var range: TokenRange
}

struct FunctionDefinition: Sendable {
    var name: NameID
    var parameters: Parameters
    var returns: ExpressionID
    var body: [Statement]
    var decorators: [ExpressionID]
}

struct ClassDefinition: Sendable {
    var name: NameID
    var argumentStart: Int32
    var argumentCount: Int32
    var body: [Statement]
    var decorators: [ExpressionID]
}

struct ConditionalClause: Sendable {
    var test: ExpressionID
    var body: [Statement]
}

struct WithItem: Sendable {
    var context: ExpressionID
    var target: ExpressionID
}

indirect enum StatementNode: Sendable {
    case expression(ExpressionID)
    case assign([ExpressionID], ExpressionID)
    case augmented(ExpressionID, BinaryOperator, ExpressionID)
    /// `simple` when the target is a name without parentheses.
    case annotated(ExpressionID, ExpressionID, ExpressionID, simple: Bool)
    case `return`(ExpressionID)
    case delete([ExpressionID])
    case pass
    case `break`
    case `continue`
    case global([NameID])
    case nonlocal([NameID])
    case `import`([ImportAlias])
    /// No names stand for `*`.
    case importFrom(module: NameID?, level: Int, [ImportAlias])
    case raise(ExpressionID, cause: ExpressionID)
    case assert(ExpressionID, message: ExpressionID)
    case `if`([ConditionalClause], orElse: [Statement])
    case `while`(ExpressionID, [Statement], orElse: [Statement])
    case `for`(ExpressionID, in: ExpressionID, [Statement], orElse: [Statement])
    case with([WithItem], [Statement])
    case `try`(
        [Statement], handlers: [ExceptClause], orElse: [Statement], finally: [Statement])
    case function(FunctionDefinition)
    case `class`(ClassDefinition)
}

/// The tree of a source text, with the tables that its nodes refer to.
package struct SyntaxTree: Sendable {
    let source: SourceText
    var tokens: [Token]
    var names: [String]
    var expressions: [Expression] = []
    var lists: [ExpressionID] = []
    var comparisons: [Comparison] = []
    var arguments: [Argument] = []
    var lambdas: [Lambda] = []
    var comprehensions: [Comprehension] = []
    var constants: [ConstantValue] = []
    var body: [Statement] = []

    subscript(id: ExpressionID) -> ExpressionNode { expressions[Int(id.index)].node }

    subscript(list: ExpressionList) -> ArraySlice<ExpressionID> {
        lists[Int(list.start)..<Int(list.start + list.count)]
    }

    func range(of id: ExpressionID) -> TokenRange { expressions[Int(id.index)].range }

    func name(_ id: NameID) -> String { names[Int(id.index)] }

    /// The place of a run of tokens, as instructions keep it.
    func position(_ range: TokenRange) -> SourcePosition {
        let first = tokens[Int(range.first)]
        let last = tokens[Int(range.last)]
        let endLine = last.kind == .string ? source.line(at: Int(last.end)) : Int(last.line)
        return SourcePosition(
            line: Int(first.line), column: Int(first.start) - source.start(ofLine: Int(first.line)),
            endLine: endLine, endColumn: Int(last.end) - source.start(ofLine: endLine))
    }
}
