/// A generator: a frame that is resumed by `next`, `send`, `throw` and `close`.
public final class GeneratorObject: InstanceObject {
    /// The suspended frame; `nil` once the generator has ended.
    var frame: UnsafeMutablePointer<Frame>?
    var isRunning = false
    var hasStarted = false
    /// The exception handled inside, while suspended.
    var handled: ExceptionObject?
    let name: String
    let qualifiedName: String

    init(type: TypeObject, frame: UnsafeMutablePointer<Frame>, function: FunctionObject) {
        self.frame = frame
        name = function.name
        qualifiedName = function.qualifiedName
        super.init(type: type, kind: .generator)
    }

    deinit {
        if let frame { Frame.destroyDetached(frame, type.heap) }
    }

    public override func clear() {
        super.clear()
        if let frame {
            self.frame = nil
            Frame.destroyDetached(frame, type.heap)
        }
    }
}
