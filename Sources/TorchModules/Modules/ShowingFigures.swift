import Figures
import Interpreter

/// What `matplotlib.pyplot` and `lab` need of Swift. pyplot gives a figure as nested tuples; anything
/// that does not fit them is a fault of pyplot's source and becomes a `TypeError`.
extension Torch {
    func declareShowing(_ module: ModuleObject, _ outputs: ModuleOutputs) {
        define(
            module, "show_figure", "(title, rows, columns, axes)", "Shows a figure."
        ) { [unowned self] call in
            let axes = try call.elements(call[3])?.map { try self.axes($0, call) } ?? []
            outputs.figure(
                Figure(
                    title: text(call[0]), rows: try call.int(1), columns: try call.int(2),
                    axes: axes))
            return .none
        }
        define(
            module, "progress", "(label, done, total, figures)", "Tells how far long work is."
        ) { [unowned self] call in
            var figures: [(name: String, value: Double)] = []
            try vm.iterate(call[3]) { key in
                if case .float(let number) = try vm.getItem(call[3], key) {
                    figures.append((text(key) ?? "", number))
                }
            }
            outputs.progress(
                .init(
                    label: try call.string(0), done: try call.int(1), total: try call.int(2),
                    figures: figures))
            return .none
        }
    }

    private func axes(_ value: Value, _ call: Call) throws -> Axes {
        guard let parts = call.elements(value), parts.count == 11 else { throw malformed() }
        var axes = Axes()
        axes.title = text(parts[0])
        axes.xLabel = text(parts[1])
        axes.yLabel = text(parts[2])
        axes.xScale = text(parts[3]) == "log" ? .log : .linear
        axes.yScale = text(parts[4]) == "log" ? .log : .linear
        axes.xLimits = limits(parts[5], call)
        axes.yLimits = limits(parts[6], call)
        axes.hasGrid = try vm.isTrue(parts[7])
        axes.hasLegend = try vm.isTrue(parts[8])
        axes.isFramed = try vm.isTrue(parts[9])
        for mark in call.elements(parts[10]) ?? [] {
            try vm.poll()
            axes.marks.append(try self.mark(mark, call))
        }
        return axes
    }

    private func mark(_ value: Value, _ call: Call) throws -> Mark {
        guard let parts = call.elements(value), let first = parts.first, let kind = text(first)
        else { throw malformed() }
        switch (kind, parts.count) {
        case ("line", 5), ("scatter", 5):
            let series = Series(
                x: numbers(parts[1], call), y: numbers(parts[2], call),
                errors: parts[3].isNone ? nil : numbers(parts[3], call), label: text(parts[4]))
            return kind == "line" ? .line(series) : .scatter(series)
        case ("bars", 5):
            let names = (call.elements(parts[1]) ?? []).map { text($0) ?? "" }
            return .bars(
                Bars(
                    names: names, values: numbers(parts[2], call),
                    errors: parts[3].isNone ? nil : numbers(parts[3], call), label: text(parts[4])))
        case ("hist", 5):
            return .histogram(
                Histogram(
                    of: numbers(parts[1], call), bins: call.integer(parts[2]) ?? 10,
                    range: limits(parts[3], call), label: text(parts[4])))
        case ("image", 8):
            var raster = Raster(
                rows: call.integer(parts[1]) ?? 0, columns: call.integer(parts[2]) ?? 0,
                channels: call.integer(parts[3]) ?? 0, values: numbers(parts[4], call),
                limits: limits(parts[5], call),
                colours: text(parts[6]) == "grey" ? .grey : .viridis)
            raster?.colourBar = text(parts[7]).map(ColourBar.init)
            guard let raster else { throw malformed() }
            return .image(raster)
        case ("hrule", 3): return .horizontalRule(number(parts[1]), label: text(parts[2]))
        case ("vrule", 3): return .verticalRule(number(parts[1]), label: text(parts[2]))
        default: throw malformed()
        }
    }

    private func text(_ value: Value) -> String? { value.string?.swiftString }

    private func number(_ value: Value) -> Double {
        switch value {
        case .float(let number): number
        case .int(let number): Double(number)
        default: .nan
        }
    }

    private func numbers(_ value: Value, _ call: Call) -> [Double] {
        (call.elements(value) ?? []).map(number)
    }

    private func limits(_ value: Value, _ call: Call) -> ClosedRange<Double>? {
        guard let parts = call.elements(value), parts.count == 2 else { return nil }
        let (low, high) = (number(parts[0]), number(parts[1]))
        return low <= high ? low...high : nil
    }

    private func malformed() -> PythonError { vm.typeError("this figure cannot be shown") }
}
