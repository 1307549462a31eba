import Interpreter
import Testing

/// A tensor without elements can have 2⁴⁰ rows; a list of them is refused before it is begun.
@Suite("Lists of many parts")
struct ManyPartsTests {
    @Test(
        "are refused by the budget of memory, not by the machine",
        arguments: [
            "x.unbind()", "x.split(1)", "x.tolist()", "list(x)", "y.svd()", "torch.linalg.svd(y)",
            "x.t().split(2, 1)", "torch.linalg.pinv(y)", "x.chunk(2 ** 39)",
        ])
    func refused(_ call: String) throws {
        let source = """
            import torch
            x, y = torch.zeros(2 ** 40, 0), torch.zeros(2 ** 40, 0, 2)
            try:
                \(call)
            except (RuntimeError, MemoryError) as error:
                print("refused")
            """
        let ending = try LargeStack.run { () -> String in
            do {
                return try output(of: source, filename: "parts.py")
            } catch let stop as ExecutionStop {
                return "\(stop.reason)\n"
            } catch {
                return "\(error)\n"
            }
        }
        #expect(["refused\n", "memory\n"].contains(ending))
    }
}
