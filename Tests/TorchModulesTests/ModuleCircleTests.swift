import Interpreter
import Testing
import TorchModules

/// Modules that lead back to themselves are freed when nobody else holds them.
@Suite("Circles of modules")
struct ModuleCircleTests {
    @Test(
        "programs that make them in a loop do not grow",
        arguments: [
            "self.part = nn.Linear(64, 64); self.part.above = [self]",
            "self.part = nn.Linear(64, 64); self.part.above = self",
            "self.part = nn.Linear(64, 64); self.register_forward_hook(lambda *a: self)",
            "self.parts = nn.ModuleList([nn.Linear(64, 64)]); self.parts.owner = {'net': self}",
        ])
    func growth(_ body: String) throws {
        let source = """
            import torch.nn as nn
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    \(body)
            for i in range(4000): Net()
            print('done')
            """
        var printed = ""
        try LargeStack.run {
            let machine = VirtualMachine(limits: Limits(memoryBytes: 24 << 20))
            machine.output = { printed += $0 }
            TorchModules.install(in: machine)
            do {
                _ = try machine.run(
                    source: source, filename: "circles.py", mode: .module,
                    globals: machine.makeGlobals())
            } catch let error as PythonError {
                printed += machine.renderTraceback(error.exception)
            }
        }
        #expect(printed == "done\n")
    }
}
