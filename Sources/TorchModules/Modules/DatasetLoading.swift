import CNN
import Interpreter

/// The one way from the learner's program to data: datasets by name.
extension Torch {
    func declareDatasets(_ module: ModuleObject) {
        define(
            module, "load_images", "(name, split, shown=None)",
            "Images (N, H, W) of bytes and labels (N) of a dataset."
        ) { [unowned self] c in
            let name = try c.string(0)
            let split: ImageDataset.Split = try c.string(1) == "train" ? .train : .test
            do {
                let data = try DatasetCatalog().load(name, split: split)
                return tuple([
                    try Tensor(data.pixels, [data.count, data.rows, data.columns]),
                    try Tensor(data.labels.map { Int($0) }),
                ])
            } catch let error as DataError {
                if !c.isNone(2) { throw notImported(name, try c.string(2)) }
                throw vm.valueError("\(error)")
            }
        }
        define(module, "dataset_names", "()", "The datasets at hand.") { [unowned self] _ in
            vm.list(DatasetCatalog().entries().map { vm.string($0.name) })
        }
    }

    private func notImported(_ name: String, _ shown: String) -> PythonError {
        let all = DatasetCatalog().entries().map(\.name)
        let others =
            all.isEmpty ? "" : " At hand: " + all.joined(separator: ", ") + " (see lab.load)."
        return vm.error(
            .runtimeError, "Dataset not found. You can use download=True to download it",
            hint: "CNNLab never downloads: 'cnnlab data import FOLDER --name \(name)' takes "
                + "\(shown) from files you have.\(others)")
    }
}
