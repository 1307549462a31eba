// swift-tools-version: 6.0
import PackageDescription

/// Every Swift target is compiled alike: Swift 6, explicit existentials, imports internal by default,
/// and no warning left standing.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The interpreter and everything above it is never a dependency of another package,
/// so it may use the flags that SwiftPM calls unsafe. `CNN` may not: it is a library product.
let strict: [SwiftSetting] = settings + [.unsafeFlags(["-warnings-as-errors"])]

/// The machine and what it calls are confined to one thread and keep their own rules of access; the checks of them
/// that the compiler puts into a release build would take a fifth of their time. Debug builds, and so the tests, keep them.
let machine: [SwiftSetting] =
    strict + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

let collections: [Target.Dependency] = [
    .product(name: "OrderedCollections", package: "swift-collections"),
    .product(name: "DequeModule", package: "swift-collections"),
]

let package = Package(
    name: "CNNLab",
    products: [
        .executable(name: "cnnlab", targets: ["cnnlab"]),
        .library(name: "CNN", targets: ["CNN"]),
        .executable(name: "TrainDigits", targets: ["TrainDigits"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        // Arrows point down only. The command first, the system libraries last.
        .executableTarget(
            name: "cnnlab",
            dependencies: [
                "Terminal", "Grading", "Lessons", "Notebook", "TorchModules", "Interpreter",
                "Figures", "CNN",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(
            name: "Terminal",
            dependencies: [
                "Lessons", "Notebook", "Interpreter", "Figures", "CReadline", "CReadlineSupport",
                "CMarkdown",
            ],
            swiftSettings: strict),
        .target(
            name: "Grading",
            dependencies: [
                "Lessons", "Notebook", "Interpreter", "CNN", "CContainment", "CZlib",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "Lessons",
            dependencies: [
                "Notebook", "Figures", "CMarkdown",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .target(
            name: "Notebook",
            dependencies: ["TorchModules", "Interpreter", "Figures"],
            swiftSettings: strict),
        .target(
            name: "TorchModules",
            dependencies: ["Interpreter", "Figures", "CNN"] + collections,
            resources: [
                // Files that also run outside of CNNLab; the program carries them inside.
                .embedInCode("PythonSources/lab.py"), .embedInCode("PythonSources/pyplot.py"),
                .embedInCode("PythonSources/pyplot_axes.py"),
                .embedInCode("PythonSources/pyplot_charts.py"),
                .embedInCode("PythonSources/pyplot_functions.py"),
                .embedInCode("PythonSources/pyplot_parts.py"),
                // What PyTorch's functions accept, for the messages of wrong calls.
                .embedInCode("Arguments/signatures.txt"),
            ],
            swiftSettings: machine),
        .target(
            name: "Interpreter",
            dependencies: [.product(name: "BigInt", package: "BigInt")] + collections,
            swiftSettings: machine),
        .target(name: "Figures", swiftSettings: strict),
        .target(
            name: "CNN",
            dependencies: ["CNNKernels", "COpenBLAS", "CZlib"] + collections,
            swiftSettings: settings),
        .target(name: "CNNKernels"),
        // What a process gives up before it runs a stranger's code.
        .target(name: "CContainment"),
        // What a program that uses the library alone looks like.
        .executableTarget(name: "TrainDigits", dependencies: ["CNN"], swiftSettings: settings),

        .systemLibrary(
            name: "CReadline", pkgConfig: "readline", providers: [.apt(["libreadline-dev"])]),
        // Mends what readline does when a key is given up.
        .target(name: "CReadlineSupport", dependencies: ["CReadline"]),
        .systemLibrary(
            name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(
            name: "CMarkdown", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Not shipped: runs random programs by the thousand; see `make fuzz`.
        .executableTarget(
            name: "language-fuzz", dependencies: ["Interpreter"], path: "Tests/LanguageFuzz",
            swiftSettings: strict),
        .testTarget(name: "InterpreterTests", dependencies: ["Interpreter"], swiftSettings: strict),
        .testTarget(name: "CNNTests", dependencies: ["CNN", "CNNKernels"], swiftSettings: strict),
        .testTarget(name: "FiguresTests", dependencies: ["Figures"], swiftSettings: strict),
        .testTarget(
            name: "TorchModulesTests",
            dependencies: ["TorchModules", "Interpreter", "Figures", "CNN"],
            swiftSettings: strict),
        .testTarget(
            name: "NotebookTests", dependencies: ["Notebook", "Interpreter", "Figures"],
            swiftSettings: strict),
        .testTarget(
            name: "TerminalTests", dependencies: ["Terminal", "Notebook", "Lessons", "Figures"],
            swiftSettings: strict),
        .testTarget(
            name: "LessonsTests",
            dependencies: [
                "Lessons", "Notebook", "Interpreter", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "GradingTests",
            dependencies: [
                "Grading", "Lessons", "CContainment",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
    ]
)
