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
            ("plt.plot([[0.1], [0.2]])", ["line"]),
            ("plt.plot([1, 2], [[3, 4], [5, 6]], label=['a', 'b'])", ["line", "line"]),
            ("plt.plot(torch.rand(4, 2), torch.rand(4, 2), 'o')", ["scatter", "scatter"]),
            ("plt.stem([1, 2], [3, 4])", ["line", "line", "scatter"]),
            (
                "plt.boxplot([1.0, 2.0, 3.0, 4.0, 50.0])",
                ["line", "line", "line", "line", "scatter"]
            ),
            ("plt.pie([1, 3], labels=['a', 'b'], autopct='%1.1f')", ["bars"]),
            ("plt.contourf(torch.rand(3, 4)); plt.colorbar()", ["image"]),
            (
                "fig, ax = plt.subplots(1, 2); im = ax[0].imshow([[1, 2]]); ax[1].plot([1]);"
                    + " bar = fig.colorbar(im, ax=ax, label='a'); bar.set_label('b'); assert ax[0]._marks[0][-1] == 'b'",
                ["image", "line"]
            ),
            ("plt.scatter([1], [2], c=[3]); plt.colorbar()", ["scatter"]),
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

    @Test(
        "what cannot be drawn is refused",
        arguments: [
            (
                "[1, 2], [[1, 2], [3, 4]], label=['a']",
                "label must be scalar or have the same length as the input data, but found 1 for 2 datasets."
            ),
            ("torch.ones(3, 2), torch.ones(3, 3)", "x has 2 columns but y has 3 columns"),
            (
                "[[1], [2, 3]]",
                "rows of one length are needed for a line a column, but their lengths are [1, 2]"
            ),
            (
                "[1, 2]); plt.clf(); plt.colorbar(",
                "No mappable was found to use for colorbar creation. First define a mappable such as an image"
                    + " (with imshow) or a contour set (with contourf)."
            ),
            (
                "torch.ones(3, 2, 2)",
                "x and y can be no greater than 2D, but one has the shape (3, 2, 2)"
            ),
        ])
    func refusedLines(_ arguments: String, _ message: String) throws {
        var printed = ""
        try LargeStack.run {
            let machine = VirtualMachine()
            machine.output = { printed += $0 }
            TorchModules.install(in: machine, outputs: ModuleOutputs { _ in })
            _ = try machine.run(
                source: """
                    import torch
                    import matplotlib.pyplot as plt
                    try:
                        plt.plot(\(arguments))
                    except (ValueError, RuntimeError) as error:
                        print(error)
                    """,
                filename: "charts.py", mode: .module, globals: machine.makeGlobals())
        }
        #expect(printed == message + "\n")
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
