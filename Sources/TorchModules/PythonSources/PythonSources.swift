/// The parts of torch that PyTorch itself writes in Python, in the learner's language: samplers and loaders,
/// schedulers, transforms. They are compiled when they are first imported.
enum PythonSources {
    /// The layers, by the last part of the name of PyTorch's module that has them; later ones use earlier ones.
    static let layerParts: [(module: String, part: String, source: String)] = [
        ("container", "", containers), ("container", "parameters", parameterContainers),
        ("container", "data parallel", dataParallel),
        ("linear", "", linearLayers),
        ("sparse", "", embeddings),
        ("flatten", "", shapeLayers),
        ("conv", "", convolutions),
        ("batchnorm", "", batchnorm),
        ("instancenorm", "", instancenorm),
        ("normalization", "", normalization), ("normalization", "cross maps", crossMaps),
        ("dropout", "", dropouts),
        ("pooling", "", poolings), ("pooling", "adaptive", adaptivePoolings),
        ("activation", "", activations),
        ("loss", "", losses),
        ("padding", "", padding),
        ("upsampling", "", upsampling),
        ("pixelshuffle", "", pixelShuffles),
        ("channelshuffle", "", channelShuffles),
        ("fold", "", folds),
        ("distance", "", distances),
        ("lazy", "", lazyLayers),
        ("rnn", "", recurrent), ("rnn", "cells", recurrentCells),
        ("activation", "attention", attention), ("transformer", "", transformers),
    ]

    /// The parts of `torchvision.transforms` after the first; later ones use earlier ones.
    static let transformParts: [(part: String, source: String)] = [
        ("geometry", transformsGeometry), ("cropping", transformsCropping),
        ("placing", transformsPlacing), ("random", randomTransforms), ("more", transformsMore),
        ("colouring", transformsColouring), ("augmenting", transformsAugmenting),
    ]

    /// The functions of `torch.nn.functional` that are made of others.
    static let functionalParts: [(part: String, source: String)] = [
        ("activations", functionalActivations), ("losses", functionalLosses),
        ("images", functionalImages), ("convolutions", functionalConvolutions),
        ("margins", functionalMargins), ("volumes", functionalVolumes),
        ("fractional pools", functionalFractional), ("windows", functionalWindows),
        ("attention", functionalAttention), ("multihead", functionalMultihead),
        ("sampling", functionalSampling),
    ]
}

extension PythonSources {
    /// `lab`, the same file that PyTorch's users can take: `python/lab.py`.
    static var lab: String { String(decoding: PackageResources.lab_py, as: UTF8.self) }
    /// `matplotlib.pyplot`: later parts use earlier ones.
    static var pyplotParts: [(part: String, source: String)] {
        [
            ("parts", String(decoding: PackageResources.pyplot_parts_py, as: UTF8.self)),
            ("charts", String(decoding: PackageResources.pyplot_charts_py, as: UTF8.self)),
            ("axes", String(decoding: PackageResources.pyplot_axes_py, as: UTF8.self)),
            ("figures", String(decoding: PackageResources.pyplot_py, as: UTF8.self)),
            ("functions", String(decoding: PackageResources.pyplot_functions_py, as: UTF8.self)),
        ]
    }
}
