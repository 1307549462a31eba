import Figures
import Interpreter
import Testing
import TorchModules

/// What a program's charts become: figures of lines, points, bars and images.
@Suite("matplotlib.pyplot")
struct PyplotTests {
    @Test(
        "each kind of chart becomes marks",
        arguments: [
            ("plt.plot([1, 2], [3, 4])", ["line"]),
            ("plt.stem([1, 2], [3, 4])", ["line", "line", "scatter"]),
            (
                "plt.boxplot([1.0, 2.0, 3.0, 4.0, 50.0])",
                ["line", "line", "line", "line", "scatter"]
            ),
            ("plt.pie([1, 3], labels=['a', 'b'], autopct='%1.1f')", ["bars"]),
            ("plt.contourf(torch.rand(3, 4))", ["image"]),
            ("plt.hist2d(torch.rand(9), torch.rand(9), bins=3)", ["image"]),
            ("plt.stackplot([1, 2], [3, 4], [5, 6])", ["line", "line"]),
            ("plt.axvspan(1, 2); plt.axhspan(3, 4)", ["rule", "rule", "rule", "rule"]),
            ("ax = plt.gca(); ax.xaxis.set_major_locator(None); ax.bar(['a'], [1])", ["bars"]),
            (
                "plt.fill([0, 1, 1], [0, 0, 1]); plt.xlim(0, 2); assert plt.xlim() == (0.0, 2.0)",
                ["line"]
            ),
        ])
    func charts(_ body: String, _ marks: [String]) throws {
        var figures: [Figure] = []
        var printed = ""
        try LargeStack.run {
            let machine = VirtualMachine()
            machine.output = { printed += $0 }
            TorchModules.install(in: machine, outputs: ModuleOutputs { figures.append($0) })
            do {
                _ = try machine.run(
                    source: "import torch\nimport matplotlib.pyplot as plt\n\(body)\nplt.show()\n",
                    filename: "charts.py", mode: .module, globals: machine.makeGlobals())
            } catch let error as PythonError {
                printed += machine.renderTraceback(error.exception)
            }
        }
        #expect(printed == "")
        let kinds = figures.flatMap(\.axes).flatMap(\.marks).map { mark in
            switch mark {
            case .line: "line"
            case .scatter: "scatter"
            case .bars, .histogram: "bars"
            case .image: "image"
            case .horizontalRule, .verticalRule: "rule"
            }
        }
        #expect(kinds == marks)
    }

    @Test("files are refused by name")
    func files() throws {
        var printed = ""
        try LargeStack.run {
            let machine = VirtualMachine()
            machine.output = { printed += $0 }
            TorchModules.install(in: machine)
            do {
                _ = try machine.run(
                    source: "import matplotlib.pyplot as plt\nplt.savefig('a.png')\n",
                    filename: "files.py", mode: .module, globals: machine.makeGlobals())
            } catch let error as PythonError {
                printed += machine.renderTraceback(error.exception)
            }
        }
        #expect(printed.contains("PermissionError: savefig: cells in CNNLab write no files"))
    }
}
