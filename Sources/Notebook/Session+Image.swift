import Interpreter

/// Keeping a session's state as bytes, so that what took minutes need not run again.
extension Session {
    /// The session as an image, nil where something in it cannot be kept.
    ///
    /// - Parameters:
    ///   - limit: bytes that the image may have.
    ///   - explain: told why there is none.
    package func image(
        limit: Int = 256 << 20, explain: (String) -> Void = { _ in }
    ) -> [UInt8]? {
        image(limit: limit, leavesOut: false, explain: explain)?.bytes
    }

    /// The session as an image without what cannot be kept: tensors have no graph in it, and what waits in the middle,
    /// such as a generator, says when it is used that it was not kept. Nil where even that is not enough.
    ///
    /// - Returns: the image, and whether something is left out of it.
    package func partialImage(
        limit: Int = 256 << 20, explain: (String) -> Void = { _ in }
    ) -> (bytes: [UInt8], isPartial: Bool)? {
        image(limit: limit, leavesOut: true, explain: explain)
    }

    /// The names that stand for something that an image left out, and what that was.
    package var lostNames: [(name: String, what: String)] { vm.lostNames(in: globals) }

    private func image(
        limit: Int, leavesOut: Bool, explain: (String) -> Void
    ) -> (bytes: [UInt8], isPartial: Bool)? {
        do {
            return try vm.surrounded {
                try ImageWriter.image(
                    of: vm, globals: globals, cells: cells, limit: limit, leavesOut: leavesOut)
            }
        } catch {
            explain("\(error)")
            return nil
        }
    }

    /// Takes on the state of an image. Where that fails the session is as new.
    ///
    /// - Returns: whether it did.
    package func restore(image: [UInt8]) -> Bool {
        do {
            let past = try vm.surrounded {
                try ImageReader.restore(
                    image, into: vm, globals: globals)
            }
            cells = past
            counter = past.count
            return true
        } catch {
            reset()
            return false
        }
    }
}
