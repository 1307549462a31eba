import Foundation
import Notebook
import Testing

/// A public name of PyTorch's, as `Tests/Fixtures/signatures/signatures.py` recorded it.
private struct RecordedName {
    let module: String
    let name: String
    /// "?" where PyTorch does not say.
    let signature: String
}

private let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private func recordedNames() throws -> [RecordedName] {
    let file = root.appendingPathComponent("Tests/Fixtures/signatures/signatures.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
        let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
        return RecordedName(module: parts[0], name: parts[1], signature: parts[2])
    }
}

/// Where a recorded module's names are found.
private let modules = """
    import torch
    import torch.nn.functional
    import torch.optim.lr_scheduler
    import torch.optim.swa_utils
    import torch.utils.data
    import torchvision.datasets
    import torchvision.transforms
    """

/// What CNNLab has under a name: nothing, something that only refuses, or the thing itself.
private enum Found {
    case absent, refused
    case present(signature: String?)
}

private func find(_ name: RecordedName, _ session: Session) -> Found {
    let path = name.module.split(separator: ".").map(String.init) + [name.name]
    guard let found = session.declaration(path) else { return .absent }
    let refuses = found.documentation?.hasPrefix("Refused") ?? false
    // A method read from its class still names the receiver.
    let signature = found.signature?
        .replacingOccurrences(of: "(self, ", with: "(").replacingOccurrences(
            of: "(self)", with: "()")
    return refuses ? .refused : .present(signature: signature)
}

@Suite("Coverage of PyTorch")
struct CoverageTests {
    /// Signatures that differ on purpose, with the reason.
    static let exceptions: [String: String] = [
        "torch.nn Parameter": "PyTorch declares its parameters in __new__",
        "torch.nn.functional gelu": "PyTorch's documentation leaves out that the name is required",
        "torch.nn.functional pdist": "documented with an integer, computed with a real number",
        "torch.nn.functional softplus": "documented with integers, computed with real numbers",
        "torchvision.transforms InterpolationMode": "the parameters of an enumeration",
        "torch.utils.data Dataset": "object's own parameters",
        "torch.utils.data IterableDataset": "object's own parameters",
        "torch.utils.data Sampler": "object's own parameters",
    ]

    @Test("the declared signatures are PyTorch's: names, order, defaults")
    func signatures() throws {
        let names = try recordedNames()
        #expect(names.count > 1500)
        try withSession { session in
            _ = session.run(modules)
            var compared = 0
            for name in names where name.signature != "?" {
                guard case .present(let own?) = find(name, session),
                    Self.exceptions["\(name.module) \(name.name)"] == nil
                else { continue }
                compared += 1
                #expect(own == name.signature, "\(name.module).\(name.name)")
            }
            #expect(compared > 300)
        }
    }

    @Test("a name of PyTorch's that is out says so when it is used")
    func absentNames() throws {
        try withSession { session in
            _ = session.run(modules)
            var asked = 0
            for name in try recordedNames() where name.module != "torch.nn.Module" {
                guard case .absent = find(name, session) else { continue }
                let path = "\(name.module).\(name.name)"
                asked += 1
                let traceback = session.runAside(path, name: "<test>").failure?.traceback
                #expect(traceback?.contains("the subset that CNNLab") == true, "\(path)")
            }
            #expect(asked > 100)
        }
    }

    /// With `UPDATE_COVERAGE=1` in the environment it writes the page instead.
    @Test("docs/torch.md is current")
    func page() throws {
        let file = root.appendingPathComponent("docs/torch.md")
        let names = try recordedNames()
        let page = try withSession { session in
            _ = session.run(modules)
            return Self.page(names, session)
        }
        if ProcessInfo.processInfo.environment["UPDATE_COVERAGE"] != nil {
            try page.write(to: file, atomically: true, encoding: .utf8)
        }
        let committed = try String(contentsOf: file, encoding: .utf8)
        #expect(
            committed == page,
            "run UPDATE_COVERAGE=1 swift test --filter CoverageTests and commit docs/torch.md")
    }

    private static func page(_ names: [RecordedName], _ session: Session) -> String {
        var order: [String] = []
        var groups: [String: (present: [String], absent: [String])] = [:]
        for name in names {
            if groups[name.module] == nil { order.append(name.module) }
            var group = groups[name.module] ?? ([], [])
            if case .present = find(name, session) {
                group.present.append(name.name)
            } else {
                group.absent.append(name.name)
            }
            groups[name.module] = group
        }
        var text = """
            # What of PyTorch is in

            Every public name of PyTorch 2.15, module by module: in, or out. What is out says so by name when
            it is used; nothing is silently ignored. This page is generated from the declarations
            (`UPDATE_COVERAGE=1 swift test --filter CoverageTests`), and a test keeps it current; another
            compares names, order and defaults of all parameters with PyTorch's own.

            | Module | In | Out |
            |---|---|---|

            """
        for module in order {
            guard let group = groups[module] else { continue }
            text += "| `\(module)` | \(group.present.count) | \(group.absent.count) |\n"
        }
        for module in order {
            guard let group = groups[module] else { continue }
            text += "\n## \(module)\n\nIn: \(list(group.present))\n"
            if !group.absent.isEmpty { text += "\nOut: \(list(group.absent))\n" }
        }
        return text
    }

    /// Names in lines of at most 100 columns.
    private static func list(_ names: [String]) -> String {
        if names.isEmpty { return "nothing." }
        var lines: [String] = []
        var line = ""
        for (index, name) in names.enumerated() {
            let word = "`\(name)`" + (index + 1 < names.count ? "," : ".")
            if line.count + word.count + 1 > 92 {
                lines.append(line)
                line = word
            } else {
                line += line.isEmpty ? word : " " + word
            }
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
