/// What a source text is compiled as.
package enum CompileMode: Sendable {
    /// A cell at the prompt: the value of a final expression statement is kept as the cell's result.
    case cell
    /// A script.
    case module
    /// One expression; running the code returns its value.
    case expression
}
