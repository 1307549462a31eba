package import Foundation

// Gradescope unpacks the zip into /autograder/source, runs setup.sh once as it builds the course's image, and then
// run_autograder for each submission, which stands in /autograder/submission; the marks go to
// /autograder/results/results.json. The bundle brings the program and the libraries that it is linked with, all but the C
// library's own.

/// The autograder of a lesson for Gradescope.
package enum GradescopeBundle {
    package struct Failure: Error, Sendable, CustomStringConvertible {
        package var description: String
    }

    /// - Parameters:
    ///   - lesson: the instructor's copy.
    ///   - program: the program's file.
    ///   - datasets: the folder of the data that ships; its files are taken along.
    package static func make(lesson: Data, program: String, datasets: String?) throws(Failure)
        -> Data
    {
        var zip = ZipWriter()
        do {
            try zip.add(Data(setup.utf8), as: "setup.sh", isExecutable: true)
            try zip.add(Data(run.utf8), as: "run_autograder", isExecutable: true)
            try zip.add(lesson, as: "lesson.md")
            try zip.add(try read(program), as: "cnnlab/bin/cnnlab", isExecutable: true)
            for library in try libraries() {
                let name = (library as NSString).lastPathComponent
                try zip.add(try read(library), as: "cnnlab/lib/\(name)")
            }
            if let datasets {
                let names = try FileManager.default.subpathsOfDirectory(atPath: datasets).sorted()
                for name in names {
                    let path = (datasets as NSString).appendingPathComponent(name)
                    var isFolder: ObjCBool = false
                    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
                        !isFolder.boolValue
                    else { continue }
                    try zip.add(try read(path), as: "cnnlab/share/cnnlab/datasets/\(name)")
                }
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(description: "the bundle cannot be made: \(error)")
        }
        return zip.finish()
    }

    private static func read(_ path: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(description: "\(path) cannot be read")
        }
        return data
    }

    /// The libraries that this process is linked with, without the C library and its loader, which belong to a system.
    private static func libraries() throws -> [String] {
        let maps = String(decoding: try read("/proc/self/maps"), as: UTF8.self)
        var paths: Set<String> = []
        for line in maps.split(separator: "\n") {
            guard let start = line.firstIndex(of: "/") else { continue }
            let path = String(line[start...])
            let name = (path as NSString).lastPathComponent
            if name.contains(".so"), !systems.contains(where: name.hasPrefix) { paths.insert(path) }
        }
        return paths.sorted()
    }

    private static let systems = [
        "ld-linux", "libc.so", "libm.so", "libdl.so", "libpthread.so", "librt.so", "libresolv.so",
        "libutil.so", "libnss", "locale", "libanl.so",
    ]

    private static let setup = """
        #!/usr/bin/env bash
        # Nothing is downloaded: the program and its libraries are in this archive.
        set -eu
        root="${AUTOGRADER_ROOT:-/autograder}"
        chmod +x "$root/source/run_autograder" "$root/source/cnnlab/bin/cnnlab"
        LD_LIBRARY_PATH="$root/source/cnnlab/lib" "$root/source/cnnlab/bin/cnnlab" grade --help >/dev/null

        """

    private static let run = """
        #!/usr/bin/env bash
        # Grades what stands in the submission folder. Whatever happens, results.json says something, and
        # says no score where there is none.
        set -u
        root="${AUTOGRADER_ROOT:-/autograder}"
        results="$root/results/results.json"
        mkdir -p "$root/results"
        # Library code of the system must not be found here by other programs.
        program=(env "LD_LIBRARY_PATH=$root/source/cnnlab/lib" "$root/source/cnnlab/bin/cnnlab")

        say() {
            printf '{"output": "%s", "visibility": "visible", "stdout_visibility": "hidden", "tests": []}\\n' \\
                "$1" > "$results"
        }

        shopt -s nullglob nocaseglob
        files=("$root"/submission/*.ipynb "$root"/submission/*.cnnlab "$root"/submission/*.md "$root"/submission/*.py)
        shopt -u nocaseglob
        say "The autograder did not come to an end; an instructor will look at it."
        case ${#files[@]} in
        0) say "Nothing to grade: hand in one .ipynb, .cnnlab, .md or .py file." ;;
        1)
            "${program[@]}" grade "$root/source/lesson.md" "${files[0]}" --gradescope "$results" --json \\
                > /dev/null
            ;;
        *) say "Hand in one file; there are ${#files[@]}." ;;
        esac
        exit 0

        """
}
