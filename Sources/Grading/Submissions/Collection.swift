import Foundation

/// The hand-ins of a shared folder, copied to a folder a student.
package struct Collection: Sendable {
    /// What was copied, where to.
    package private(set) var copied: [String] = []
    /// How many were there already.
    package private(set) var kept = 0
    package private(set) var notes: [String] = []

    /// - Parameters:
    ///   - folder: the shared folder; its own folders are looked into, no deeper.
    ///   - target: where the students' folders are.
    ///   - byOwner: whether a file is its owner's; otherwise its folder or its own name tells.
    package init(from folder: String, into target: String, byOwner: Bool) throws(SubmissionError) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw SubmissionError(file: folder, problem: "is no folder that can be read")
        }
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = (folder as NSString).appendingPathComponent(name)
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                try take(path, of: (name as NSString).deletingPathExtension, target, byOwner)
                continue
            }
            let inner = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            for file in inner.sorted() where !file.hasPrefix(".") {
                try take((path as NSString).appendingPathComponent(file), of: name, target, byOwner)
            }
        }
    }

    private mutating func take(_ path: String, of name: String, _ target: String, _ byOwner: Bool)
        throws(SubmissionError)
    {
        let ending = (path as NSString).pathExtension.lowercased()
        guard Submission.endings.contains(ending) else { return }
        let content: Data
        do {
            content = try Submission.content(path: path)
        } catch {
            notes.append(error.description)
            return
        }
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        let student = OutputFolder.names([byOwner ? Self.user(status.st_uid) : name])[0]
        let place = (target as NSString).appendingPathComponent(student)
        let file = (place as NSString).appendingPathComponent((path as NSString).lastPathComponent)
        var old = stat()
        if lstat(file, &old) == 0, old.st_mtim.tv_sec >= status.st_mtim.tv_sec {
            kept += 1
            return
        }
        do {
            try FileManager.default.createDirectory(
                atPath: place, withIntermediateDirectories: true)
            try content.write(to: URL(fileURLWithPath: file), options: .atomic)
            let time = Date(timeIntervalSince1970: Double(status.st_mtim.tv_sec))
            try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file)
        } catch {
            throw SubmissionError(
                file: file, problem: "cannot be written: \(error.localizedDescription)")
        }
        copied.append(file)
    }

    private static func user(_ id: uid_t) -> String {
        getpwuid(id).map { String(cString: $0.pointee.pw_name) } ?? "uid-\(id)"
    }
}
