/// The parts of torch that PyTorch itself writes in Python, in the learner's language: samplers and loaders,
/// schedulers, transforms. They are compiled when they are first imported.
enum PythonSources {}
