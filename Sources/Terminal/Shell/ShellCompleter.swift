import Glibc
import Notebook

/// Tab at the prompt: names and attributes from the session, `%` commands, and files after those that take one.
struct ShellCompleter {
    let session: Session
    let guide: () -> (any ShellGuide)?

    func complete(_ source: String, at point: Int) -> Completion {
        let before = String(
            decoding: Array(source.utf8)[..<min(point, source.utf8.count)], as: UTF8.self)
        guard before.hasPrefix("%"), !before.contains("\n") else {
            return session.complete(source, at: point)
        }
        let words = before.split(separator: " ", omittingEmptySubsequences: false)
        let command = words[0].dropFirst()
        if words.count == 1 {
            let names = ShellCommands.names(with: guide()).filter { $0.hasPrefix(command) }
            return Completion(
                start: 1, candidates: names.map { .init(text: $0, kind: .command) })
        }
        if ["load", "save", "export"].contains(command) {
            return files(words.last.map(String.init) ?? "", point)
        }
        if ["time", "timeit", "doc"].contains(command) {
            let skipped = command.utf8.count + 2
            var found = session.complete(
                String(source.dropFirst(skipped)), at: max(0, point - skipped))
            found.start += skipped
            return found
        }
        let start = command.utf8.count + 2
        let typed = String(before.dropFirst(command.count + 2))
        let found = (guide()?.arguments(of: String(command)) ?? []).filter { $0.hasPrefix(typed) }
        return Completion(
            start: min(start, point), candidates: found.map { .init(text: $0, kind: .command) })
    }

    private func files(_ typed: String, _ point: Int) -> Completion {
        let folderEnd = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
        let folder = String(typed[..<folderEnd])
        let start = typed[folderEnd...]
        let home = getenv("HOME").map { String(cString: $0) } ?? ""
        let path =
            folder.isEmpty ? "." : folder.hasPrefix("~/") ? home + folder.dropFirst() : folder
        guard let directory = opendir(path) else { return Completion(start: point, candidates: []) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory), names.count < 1000 {
            let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(start), name != ".", name != "..",
                name.hasPrefix(".") == start.hasPrefix(".")
            {
                names.append(name + (isFolder ? "/" : ""))
            }
        }
        return Completion(
            start: point - start.utf8.count,
            candidates: names.sorted().map { .init(text: $0, kind: .string) })
    }
}
