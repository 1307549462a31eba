import Interpreter

// What PyTorch has and CNNLab has not is missing like any other name, with a line that says so.

extension Torch {
    /// Adds that line to the AttributeErrors of torch's modules and of tensors.
    func explainMissing(_ module: ModuleObject) {
        module.missingHint = { name in
            if let reason = Self.otherTypes[name] { return reason }
            guard Self.outside.contains(name) else { return nil }
            return "torch.\(name) is PyTorch's, but outside of the subset that CNNLab teaches."
        }
        tensorType.missingHint = { name in
            guard Self.outside.contains(name) || Self.outsideMethods.contains(name) else {
                return nil
            }
            return "Tensor.\(name) is PyTorch's, but outside of the subset that CNNLab teaches."
        }
    }

    private static let otherTypes: [String: String] = {
        let names = [
            "float16", "half", "bfloat16", "complex64", "complex128", "cfloat", "cdouble", "chalf",
            "complex32", "int8", "int16", "short", "uint16", "uint32", "uint64", "qint8", "quint8",
            "qint32", "float8_e4m3fn", "float8_e5m2",
        ]
        let reason =
            "CNNLab's tensors are float32, float64, int64, int32, uint8 or bool; there is no "
        return Dictionary(uniqueKeysWithValues: names.map { ($0, reason + "torch.\($0).") })
    }()

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    }

    private static let outsideMethods = words(
        """
        cdouble cfloat chalf char short ccol_indices col_indices crow_indices dense_dim
        dim_order imag indices int_repr ipu is_coalesced is_distributed is_set_to map2_ map_
        module_load mtia q_per_channel_axis q_per_channel_scales q_per_channel_zero_points
        q_scale q_zero_point qscheme record_stream reinforce row_indices set_ sparse_dim
        sparse_mask sparse_resize_ storage storage_offset_ storage_type to_dense to_mkldnn
        to_padded_tensor to_sparse to_sparse_coo to_sparse_csr untyped_storage values volatile
        xpu
        """)

    private static let outside = words(
        """
        addbmm affine_grid_generator as_strided_scatter binomial compiled_with_cxx11_abi
        conj_physical conv_tbc conv_transpose3d dequantize eig embedding_bag empty_permuted
        export fft fork frombuffer from_dlpack fx geqrf grid_sampler gru gru_cell histogramdd
        hspmm hub i0_ igamma igammac imag istft jit library linalg_eigh lobpcg lstm lstm_cell
        lstsq lu_solve lu_unpack masked monitor mps mtia multiprocessing mvlgamma_ nested
        nextafter_ nonzero_static onnx orgqr ormqr overrides package pca_lowrank poisson polar
        polygamma_ profiler quantization quantize_per_channel quantize_per_tensor quasirandom
        rnn_relu rnn_tanh rnn_tanh_cell rnn_relu_cell segment_reduce
        signal smm solve sparse sparse_coo_tensor sparse_csr_tensor spmm stft svd_lowrank symeig
        testing triangular_solve triangular_inverse view_as_complex view_as_real xpu
        """)
}
