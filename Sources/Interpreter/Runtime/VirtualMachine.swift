import Synchronization

/// A flag that another thread or a signal handler sets to stop the running cell, or to have it say how far it is.
package final class InterruptFlag: Sendable {
    private static let stop: UInt8 = 1
    private static let look: UInt8 = 2
    private let flag = Atomic<UInt8>(0)

    package init() {}

    /// Asks the machine to stop; safe in a signal handler.
    package func raise() { _ = flag.bitwiseOr(Self.stop, ordering: .relaxed) }

    package func clear() { _ = flag.bitwiseAnd(~Self.stop, ordering: .relaxed) }

    /// Asks the machine to look at its loops; safe in a signal handler.
    package func requestLook() { _ = flag.bitwiseOr(Self.look, ordering: .relaxed) }

    /// Whether the machine is asked for anything.
    package var isRaised: Bool { flag.load(ordering: .relaxed) != 0 }

    var asksToStop: Bool { flag.load(ordering: .relaxed) & Self.stop != 0 }

    /// Whether a look is asked for; the wish is then forgotten.
    func takeLook() -> Bool {
        flag.bitwiseAnd(~Self.look, ordering: .relaxed).oldValue & Self.look != 0
    }
}

/// A session of the learner's language: its types, modules, frames and budgets.
///
/// A machine is confined to one thread, which should have a large stack (see `LargeStack`). Nothing of one
/// machine is shared with another. What natives use is in the extensions in this folder:
/// making values (`VirtualMachine+Values`), attributes, calls, operators, iteration, errors, types and modules.
public final class VirtualMachine {
    package let heap: Heap
    package let types: BuiltinTypes
    /// Names of special methods, interned.
    let names: CommonNames
    /// The built-in names: `len`, `print`, …
    package let builtins: NameTable
    package let notImplemented: Value
    package let ellipsis: Value
    let emptyTuple: TupleObject
    var interned: InternTable
    /// The strings of one code point below 256, each one object as in CPython.
    let characters = CharacterTable()

    /// Takes the text that the program prints.
    package var output: (String) -> Void = { _ in }
    /// Reads a line for `input()`; `nil` at the end of input. Without it `input()` is an error.
    package var input: ((_ prompt: String) -> String?)?
    /// Takes the text of a warning, "UserWarning: …".
    package var warningOutput: ((String) -> Void)?
    package let interruptFlag: InterruptFlag
    /// Asked when an interrupt has come: true lets the run go on as if it had not.
    package var onInterrupt: (() -> Bool)?
    /// Told of the loops under way when a look was asked for.
    package var onLook: (([LoopExtent]) -> Void)?
    package var limits: Limits
    /// The lines of a source that was run, for tracebacks, by file name.
    package var sources: [String: [Substring]] = [:]

    /// The code of the learner's cells by number, for images.
    package var cellCode: [Int: CodeObject] = [:]
    /// What is written in the learner's language but part of the lab, for images.
    var libraryCode: [LibraryCode] = []
    /// The type of what an image did not keep.
    lazy var lostType = makeLostType()
    /// Keeps the objects of libraries in images.
    package var imageCodec: (any ImageCodec)?
    /// What the functions of `random` draw from, once it was imported.
    weak var sharedRandom: RandomObject?

    /// How many modules are being made, one within another.
    var importDepth = 0
    var moduleMakers: [String: (VirtualMachine) throws -> ModuleObject] = [:]
    var modules: [String: ModuleObject] = [:]
    /// Containers whose `repr` is being made, so that one inside itself ends.
    package var reprGuard: [ObjectIdentifier] = []
    var shownWarnings: Set<String> = []
    var warningState = WarningState()
    var warningMessageType: TypeObject?

    /// What is put in place around each run; see `RunSurroundings`.
    package var surroundings: (any RunSurroundings)?
    var surroundingDepth = 0

    // The state of the run.
    var depth = 0
    /// Iterators written in Swift that are within one another's `next`.
    var iteratorDepth = 0
    static let iteratorLimit = 20_000
    var handled: ExceptionObject?
    var frame: UnsafeMutablePointer<Frame>?
    let stack: ValueStack
    var budget = Budget()
    /// `object.__doc__`, which instances may hide.
    var plainDocumentation: Object?
    var slotRuleStorage: Any?
    /// Iterators and views, made when the built-ins are installed.
    lazy var auxiliary = AuxiliaryTypes(self)
    /// The containers whose `repr` is under way, so that one within itself is shown as `[...]`.
    var reprDepth: [ObjectIdentifier] = []
    /// Type of the computed attributes of native types.
    let nativePropertyType: TypeObject
    /// Where a stop happened, innermost place first.
    var stopTrace: [TracebackEntry] = []
    var cellResult: Value = .undefined
    /// Whether dropped generators are being run to their end.
    var isFinishing = false
    var methodCache = MethodCache()

    /// Destroyed after everything else here.
    private let keeper: HeapKeeper

    package init(limits: Limits = Limits(), interruptFlag: InterruptFlag = InterruptFlag()) {
        heap = Heap()
        keeper = HeapKeeper(heap)
        types = BuiltinTypes(heap: heap)
        self.limits = limits
        self.interruptFlag = interruptFlag
        interned = InternTable(strType: types.str)
        names = CommonNames(&interned)
        builtins = NameTable(identity: heap.nextIdentity())
        nativePropertyType = TypeObject(
            heap: heap, metatype: types.type, name: "getset_descriptor", module: "builtins",
            bases: [types.object], isNative: true, hasInstanceAttributes: false)
        nativePropertyType.mro = [nativePropertyType, types.object]
        notImplemented = .object(
            Object(type: types.notImplementedType, kind: .notImplemented))
        ellipsis = .object(Object(type: types.ellipsisType, kind: .ellipsis))
        emptyTuple = TupleObject(type: types.tuple, [])
        stack = ValueStack()
        precondition(ValueLayout.isAsExpected(), "values are laid out in an unexpected way")
        heap.limitBytes = limits.memoryBytes ?? .max
        installCoreTypes()
        installBuiltins(in: self)
        completeBuiltinTypes()
    }

    deinit { tearDown() }
}
