import CNN
import Interpreter

/// What the core keeps for a thread, one session's own: whether gradients are recorded, the type of new tensors, the
/// default source of random numbers, and whom memory is charged to.
///
/// Sessions on one thread take turns: the prompt's waits while a check runs in another. Each finds its own
/// state when it runs, and leaves the other's as it was.
final class CoreState: RunSurroundings {
    private var isGradEnabled = true
    private var isInference = false
    private var detectsAnomaly = false
    private var standard = DType.float32
    private var generator = Generator()
    private var account: MemoryAccount?
    /// The modes that the present run began with.
    private var atStart = (isGradEnabled: true, isInference: false, detectsAnomaly: false)

    func enter() {
        exchange()
        atStart = (GradMode.isEnabled, GradMode.isInference, GradMode.detectsAnomaly)
    }

    func leave(stopped: Bool) {
        if stopped {
            (GradMode.isEnabled, GradMode.isInference, GradMode.detectsAnomaly) = atStart
        }
        exchange()
    }

    private func exchange() {
        swap(&isGradEnabled, &GradMode.isEnabled)
        swap(&isInference, &GradMode.isInference)
        swap(&detectsAnomaly, &GradMode.detectsAnomaly)
        swap(&standard, &DType.standard)
        swap(&generator, &Generator.default)
        swap(&account, &MemoryAccount.current)
    }
}
