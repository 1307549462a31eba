/// What a source text is compiled as.
package enum CompileMode: Sendable {
    /// A cell at the prompt: the value of a final expression statement is kept as the cell's result.
    case cell
    /// A script.
    case module
    /// One expression; running the code returns its value.
    case expression
}

/// Compiles a source text.
///
/// - Parameters:
///   - source: UTF-8; a byte-order mark and any line ends are understood.
///   - filename: what tracebacks call it.
/// - Throws: `SyntaxFailure`, with CPython's message and place.
package func compile(
    _ source: [UInt8], filename: String, mode: CompileMode
) throws(SyntaxFailure) -> CodeObject {
    do throws(SyntaxFailure) {
        let tree = try parse(source, filename: filename, mode: mode)
        var analysis = ScopeAnalysis(tree, filename: filename)
        try analysis.run()
        var compiler = Compiler(analysis, filename: filename)
        let code = try compiler.compileModule(mode)
        code.warnings = tree.numberWarnings + compiler.warnings.sorted { $0.line < $1.line }
        return code
    } catch {
        throw error.explained()
    }
}

/// Compiles a source text.
///
/// - Throws: `SyntaxFailure`, with CPython's message and place.
package func compile(
    _ source: String, filename: String, mode: CompileMode
) throws(SyntaxFailure) -> CodeObject {
    try compile(Array(source.utf8), filename: filename, mode: mode)
}
