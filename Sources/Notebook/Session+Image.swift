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
        do {
            return try vm.surrounded {
                try ImageWriter.image(
                    of: vm, globals: globals, cells: cells, limit: limit)
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
