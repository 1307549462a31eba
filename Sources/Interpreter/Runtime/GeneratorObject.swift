/// A generator: a frame that is resumed by `next`, `send`, `throw` and `close`.
public final class GeneratorObject: InstanceObject {
    /// The suspended frame; `nil` once the generator has ended.
    var frame: UnsafeMutablePointer<Frame>?
    var isRunning = false
    var hasStarted = false
    /// The exception handled inside, while suspended.
    var handled: ExceptionObject?
    /// The exception that is handled where the generator was resumed, while it runs.
    var callerHandled: ExceptionObject?
    /// What its `return` gave, for `yield from` and StopIteration.
    var returned: Value = .none
    package let name: String
    package let qualifiedName: String
    let code: CodeObject

    init(type: __shared TypeObject, frame: UnsafeMutablePointer<Frame>, function: FunctionObject) {
        self.frame = frame
        name = function.name
        qualifiedName = function.qualifiedName
        code = function.code
        super.init(type: type, kind: .generator)
    }

    /// Takes over the frame of a generator that is going while its code waits inside `try` or `with`.
    private init(resuming other: GeneratorObject, _ frame: UnsafeMutablePointer<Frame>) {
        self.frame = frame
        hasStarted = true
        handled = other.handled
        name = other.name
        qualifiedName = other.qualifiedName
        code = other.code
        super.init(type: other.type, kind: .generator)
        frame.pointee.generator = .passUnretained(self)
    }

    deinit {
        guard let frame, hasStarted, !isRunning, type.heap.finishesGenerators else {
            return freeFrame()
        }
        let index = frame.pointee.instruction - (frame.pointee.isDelegating ? 0 : 1)
        let code = frame.pointee.code._withUnsafeGuaranteedRef { $0.code }
        guard code.handler(at: max(index, 0)) != nil || frame.pointee.isDelegating else {
            return freeFrame()
        }
        self.frame = nil
        type.heap.abandoned.append(GeneratorObject(resuming: self, frame))
    }

    private func freeFrame() {
        guard let frame else { return }
        self.frame = nil
        type.heap.discharge(
            frame.pointee.code._withUnsafeGuaranteedRef { $0.frameSize } &* 16 &+ 128)
        Frame.destroyDetached(frame, type.heap)
    }

    override func visitReferences(_ visitor: ReferenceVisitor) {
        super.visitReferences(visitor)
        if let frame, !isRunning {
            var slot = frame.pointee.locals
            while slot < frame.pointee.stackPointer {
                visitor.value(slot)
                slot += 1
            }
            if let function = frame.pointee.retained {
                function._withUnsafeGuaranteedRef { visitor.linked($0) }
            }
        }
        visitor.linked(handled)
        withUnsafeMutablePointer(to: &returned) { visitor.value($0) }
    }

    public override func clear() {
        super.clear()
        if !isRunning { freeFrame() }
        handled = nil
        returned = .none
    }
}
