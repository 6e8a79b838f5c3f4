package io.matricula.recognition.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Loads networks onto the device asked for. Thread-safe. */
public final class OnnxRuntime {
    private static final Logger LOG = System.getLogger(OnnxRuntime.class.getName());

    private final OrtEnvironment environment = KeptEnvironment.get();
    private final int threads;
    private final Device device;

    /**
     * @param threads that one run of a network may use
     * @throws IllegalStateException if CUDA is demanded and isn't there
     */
    public OnnxRuntime(Device wanted, int threads) {
        this.threads = threads;
        device = choose(wanted);
        LOG.log(Level.INFO, "Networks run on {0} with ONNX Runtime {1}", device, environment.getVersion());
    }

    /** What networks run on: CPU or CUDA, never AUTO. */
    public Device device() {
        return device;
    }

    /**
     * Makes a network ready to run; it keeps no reference to the bytes.
     *
     * @throws IllegalArgumentException if they are no network that this version runs
     */
    public OnnxModel load(byte[] network) {
        try (SessionOptions options = options(device)) {
            return new OnnxModel(environment, environment.createSession(network, options));
        } catch (OrtException e) {
            throw new IllegalArgumentException("ONNX Runtime refuses the network: " + e.getMessage(), e);
        }
    }

    private Device choose(Device wanted) {
        if (wanted == Device.CPU) {
            return Device.CPU;
        }
        try {
            options(Device.CUDA).close();
            return Device.CUDA;
        } catch (OrtException e) {
            if (wanted == Device.CUDA) {
                throw new IllegalStateException(
                        "CUDA can't be used; it takes a build with -Pgpu, a GPU, CUDA 12 and cuDNN 9: "
                                + e.getMessage(),
                        e);
            }
            LOG.log(Level.DEBUG, "No CUDA: {0}", e.getMessage());
            return Device.CPU;
        }
    }

    private SessionOptions options(Device on) throws OrtException {
        SessionOptions options = new OrtSession.SessionOptions();
        try {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            // Waiting threads would burn the cores that other requests need.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            if (on == Device.CUDA) {
                options.addCUDA(0);
            }
            return options;
        } catch (OrtException e) {
            options.close();
            throw e;
        }
    }
}
