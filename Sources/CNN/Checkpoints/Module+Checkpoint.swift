extension Module {
    /// Writes the state dictionary to a safetensors file, as a whole or not at all.
    public func save(to path: String, metadata: [String: String] = [:]) throws {
        try SafeTensors(stateDict(), metadata: metadata).write(to: path)
    }

    /// Reads a file that ``save(to:metadata:)`` wrote.
    ///
    /// - Throws: ``CheckpointError`` for a damaged file; PyTorch's message for names and shapes that do not fit.
    @discardableResult
    public func load(from path: String, strict: Bool = true) throws -> LoadReport {
        try loadStateDict(try SafeTensors(path: path).tensors, strict: strict)
    }
}
