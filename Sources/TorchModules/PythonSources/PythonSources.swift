/// The parts of torch that PyTorch itself writes in Python, in the learner's language: samplers and loaders,
/// schedulers, transforms. They are compiled when they are first imported.
enum PythonSources {}

extension PythonSources {
    /// `lab`, the same file that PyTorch's users can take: `python/lab.py`.
    static var lab: String { String(decoding: PackageResources.lab_py, as: UTF8.self) }
    /// `matplotlib.pyplot`.
    static var pyplot: String { String(decoding: PackageResources.pyplot_py, as: UTF8.self) }
}
