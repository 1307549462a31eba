import Foundation

/// Where CNNLab's own files and the user's files are.
///
/// What ships (`lessons`, `datasets`) is only read, and may stand in a read-only place; what a user
/// makes goes under the XDG base directories.
package enum Installation {
    /// The folder of that name which ships with the program: `$CNNLAB_HOME/NAME`, then
    /// `PREFIX/share/cnnlab/NAME` beside an installed program, then the source tree that holds the
    /// built one.
    package static func shippedFolder(_ name: String) -> String? {
        var roots: [String] = []
        if let home = ProcessInfo.processInfo.environment["CNNLAB_HOME"], !home.isEmpty {
            roots.append(home)
        }
        var folder = (executablePath as NSString).deletingLastPathComponent
        roots.append((folder as NSString).appendingPathComponent("../share/cnnlab"))
        // A program built by SwiftPM lies some folders below the package it was built from.
        for _ in 0..<6 where folder.count > 1 {
            let manifest = (folder as NSString).appendingPathComponent("Package.swift")
            if FileManager.default.fileExists(atPath: manifest) { roots.append(folder) }
            folder = (folder as NSString).deletingLastPathComponent
        }
        return roots.lazy
            .map { (($0 as NSString).appendingPathComponent(name) as NSString).standardizingPath }
            .first { isFolder($0) }
    }

    /// The running program's file.
    package static let executablePath: String = {
        let link = "/proc/self/exe"
        if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link) {
            return path
        }
        return CommandLine.arguments.first ?? "cnnlab"
    }()

    /// `$XDG_DATA_HOME/cnnlab`: imported datasets.
    package static var dataFolder: String { xdg("XDG_DATA_HOME", ".local/share") }
    /// `$XDG_STATE_HOME/cnnlab`: progress and history.
    package static var stateFolder: String { xdg("XDG_STATE_HOME", ".local/state") }
    /// `$XDG_CACHE_HOME/cnnlab`: what can be made again.
    package static var cacheFolder: String { xdg("XDG_CACHE_HOME", ".cache") }

    private static func xdg(_ variable: String, _ fallback: String) -> String {
        let environment = ProcessInfo.processInfo.environment
        // The specification has relative paths ignored.
        if let base = environment[variable], base.hasPrefix("/") {
            return (base as NSString).appendingPathComponent("cnnlab")
        }
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
        return ((home as NSString).appendingPathComponent(fallback) as NSString)
            .appendingPathComponent("cnnlab")
    }

    static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            && isDirectory.boolValue
    }
}
