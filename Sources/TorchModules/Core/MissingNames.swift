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

    /// Does the same for a module other than torch itself.
    static func explainMissing(_ module: ModuleObject, _ path: String) {
        guard let outside = outsideModules[path] else { return }
        let instead = instead[path].map { "; " + $0 } ?? ""
        module.missingHint = { name in
            guard outside.contains(name) else { return nil }
            return "\(path).\(name) is PyTorch's, but outside of the subset that CNNLab teaches"
                + "\(instead)."
        }
    }

    /// What to use in place of a module's missing names.
    private static let instead = [
        "torchvision.datasets":
            "it has MNIST, FashionMNIST and KMNIST, and 'cnnlab data import' takes any set of images in their format",
        "torchvision": "it has datasets, transforms and utils",
    ]

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

    private static let outsideModules: [String: Set<String>] = [
        "torchvision": ["models", "ops", "io", "tv_tensors"],
        "torch.nn": words(
            """
            AdaptiveLogSoftmaxWithLoss Container LinearCrossEntropyLoss
            LinearCrossEntropyOptions NLLLoss2d factory_kwargs
            """),
        "torch.nn.functional": words(
            """
            adaptive_max_pool1d_with_indices adaptive_max_pool2d_with_indices
            adaptive_max_pool3d_with_indices conv_tbc grouped_mm linear_cross_entropy
            max_pool1d_with_indices max_pool2d_with_indices max_pool3d_with_indices
            native_channel_shuffle rrelu_ scaled_addmm scaled_addmm_ scaled_grouped_mm scaled_mm
            """),
        "torch.nn.utils": words(
            """
            convert_conv2d_weight_memory_format convert_conv3d_weight_memory_format
            fuse_conv_bn_weights fuse_linear_bn_eval fuse_linear_bn_weights
            """),
        "torch.optim": words(
            """
            Adafactor Muon SparseAdam swap_in_optimizer_params_and_state
            """),
        "torch.optim.swa_utils": ["Module"],
        "torch.utils.data": words(
            """
            DFIterDataPipe DataChunk DistributedSampler IterDataPipe MapDataPipe
            argument_validation guaranteed_datapipes_determinism non_deterministic
            runtime_validation runtime_validation_disabled
            """),
        "torchvision.transforms": words(
            """
            AugMix AutoAugment AutoAugmentPolicy ElasticTransform LinearTransformation
            RandAugment TrivialAugmentWide
            """),
        "torchvision.datasets": words(
            """
            CIFAR10 CIFAR100 CLEVRClassification CREStereo Caltech101 Caltech256 CarlaStereo
            CelebA Cityscapes CocoCaptions CocoDetection Country211 DTD DatasetFolder EMNIST
            ETH3DStereo EuroSAT FER2013 FGVCAircraft FakeData FallingThingsStereo Flickr30k
            Flickr8k Flowers102 FlyingChairs FlyingThings3D Food101 GTSRB HD1K HMDB51
            INaturalist ImageFolder ImageNet Imagenette InStereo2k Kinetics Kitti
            Kitti2012Stereo Kitti2015Stereo KittiFlow LFWPairs LFWPeople LSUN LSUNClass
            Middlebury2014Stereo MovingMNIST Omniglot OxfordIIITPet PCAM PhotoTour Places365
            QMNIST RenderedSST2 SBDataset SBU SEMEION STL10 SUN397 SVHN SceneFlowStereo Sintel
            SintelStereo StanfordCars UCF101 USPS VOCDetection VOCSegmentation WIDERFace
            """),
    ]

    private static let outsideMethods = words(
        """
        as_strided_ as_strided_scatter as_subclass bfloat16 ccol_indices cdouble cfloat chalf
        char coalesce col_indices conj_physical conj_physical_ const_data_ptr crow_indices cuda
        dense_dim dequantize dim_order eig geqrf grad_dtype half hash_tensor igamma igamma_
        igammac igammac_ imag index indices int_repr ipu is_coalesced is_distributed is_ipu
        is_maia is_mtia is_set_to is_sparse_csr is_vulkan is_xla istft lstsq lu lu_solve map2_
        map_ module_load mtia mvlgamma_ new_empty_strided nonzero_static numpy orgqr ormqr
        polygamma_ q_per_channel_axis q_per_channel_scales q_per_channel_zero_points q_scale
        q_zero_point qscheme record_stream reinforce resize resize_as resize_as_sparse_
        row_indices set_ short slice_inverse smm solve sparse_dim sparse_mask sparse_resize_
        sparse_resize_and_clear_ sspaddmm stft storage storage_offset_ storage_type symeig
        to_dense to_mkldnn to_padded_tensor to_sparse to_sparse_bsc to_sparse_bsr to_sparse_coo
        to_sparse_csc to_sparse_csr triangular_solve unsafe_split_with_sizes untyped_storage
        values volatile xpu
        """)

    private static let outside = words(
        """
        addbmm affine_grid_generator alias_copy alpha_dropout_ as_strided_ as_strided_copy
        as_strided_scatter autocast_decrement_nesting autocast_increment_nesting
        batch_norm_backward_elemt batch_norm_backward_reduce batch_norm_elemt
        batch_norm_gather_stats batch_norm_gather_stats_with_counts batch_norm_stats
        batch_norm_update_stats binomial ccol_indices_copy choose_qparams_optimized
        clear_autocast_cache col_indices_copy compiled_with_cxx11_abi complex cond conj_physical
        conj_physical_ conv_tbc conv_transpose3d convolution crow_indices_copy
        cudnn_affine_grid_generator cudnn_batch_norm cudnn_convolution
        cudnn_convolution_add_relu cudnn_convolution_relu cudnn_convolution_transpose
        cudnn_grid_sampler cudnn_is_acceptable dequantize detach_copy diagonal_copy dsmm eig
        embedding_bag embedding_renorm_ empty_permuted empty_quantized expand_copy export
        fake_quantize_per_channel_affine fake_quantize_per_tensor_affine
        fbgemm_linear_fp16_weight fbgemm_linear_fp16_weight_fp32_activation
        fbgemm_linear_int8_weight fbgemm_linear_int8_weight_fp32_activation
        fbgemm_linear_quantize_weight fbgemm_pack_gemm_matrix_fp16 fbgemm_pack_quantized_matrix
        feature_alpha_dropout_ feature_dropout_ fft fork from_dlpack from_file from_numpy
        frombuffer fused_moving_avg_obs_fake_quant fx geqrf get_autocast_cpu_dtype
        get_autocast_dtype get_autocast_gpu_dtype get_autocast_ipu_dtype get_autocast_xla_dtype
        get_deterministic_debug_mode get_device get_device_module grid_sampler grid_sampler_2d
        grid_sampler_3d gru gru_cell hash_tensor histogramdd hsmm hspmm hub i0_ igamma igammac
        imag import_ir_module import_ir_module_from_buffer indices_copy init_num_threads
        int_repr is_anomaly_check_nan_enabled is_autocast_cache_enabled is_autocast_ipu_enabled
        is_autocast_xla_enabled is_deterministic_algorithms_warn_only_enabled is_distributed
        is_storage is_vulkan_available is_warn_always_enabled istft jit library linalg_eigh
        lobpcg lstm lstm_cell lstsq lu_solve lu_unpack masked merge_type_from_type_comment
        miopen_batch_norm miopen_convolution miopen_convolution_add_relu miopen_convolution_relu
        miopen_convolution_transpose miopen_ctc_loss miopen_depthwise_convolution miopen_rnn
        mkldnn_adaptive_avg_pool2d mkldnn_convolution mkldnn_linear_backward_weights
        mkldnn_max_pool2d mkldnn_max_pool3d mkldnn_rnn_layer monitor mps mtia multiprocessing
        mvlgamma_ native_batch_norm native_channel_shuffle native_dropout native_group_norm
        native_layer_norm native_norm nested nextafter_ nonzero_static onnx orgqr ormqr
        overrides package parse_ir parse_schema parse_type_comment pca_lowrank permute_copy
        poisson polar polygamma_ profiler q_per_channel_axis q_per_channel_scales
        q_per_channel_zero_points q_scale q_zero_point quantization quantize_per_channel
        quantize_per_tensor quantize_per_tensor_dynamic quantized_batch_norm quantized_gru_cell
        quantized_lstm_cell quantized_max_pool1d quantized_max_pool2d quantized_max_pool3d
        quantized_rnn_relu_cell quantized_rnn_tanh_cell quasirandom resize_as_ resize_as_sparse_
        rnn_relu rnn_relu_cell rnn_tanh rnn_tanh_cell row_indices_copy saddmm segment_reduce
        select_copy set_autocast_cache_enabled set_autocast_cpu_dtype set_autocast_cpu_enabled
        set_autocast_dtype set_autocast_enabled set_autocast_gpu_dtype set_autocast_ipu_dtype
        set_autocast_ipu_enabled set_autocast_xla_dtype set_autocast_xla_enabled
        set_deterministic_debug_mode set_flush_denormal set_warn_always signal slice_copy
        slice_inverse smm solve sparse sparse_bsc_tensor sparse_bsr_tensor
        sparse_compressed_tensor sparse_coo_tensor sparse_csc_tensor sparse_csr_tensor
        split_copy split_with_sizes_copy spmm squeeze_copy sspaddmm stft svd_lowrank
        sym_constrain_range sym_constrain_range_for_size sym_float sym_fresh_size sym_int
        sym_ite sym_max sym_min sym_not sym_sqrt sym_sum symeig t_copy testing
        thread_safe_generator transpose_copy triangular_inverse triangular_solve unbind_copy
        unfold_copy unify_type_list unsafe_split_with_sizes unsqueeze_copy values_copy
        view_as_complex view_as_complex_copy view_as_real view_as_real_copy view_copy wait xpu
        """)
}
