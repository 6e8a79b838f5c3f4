package io.matricula.reading.dispatch;

import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;

/**
 * Port: the way to whoever recognises, in this process or on a worker. Blocks until the result is there. Any number of threads
 * may use it, but the gateway bounds how many do at once.
 */
public interface RecognitionDispatch {
    /**
     * Recognises one picture.
     *
     * @param picture an encoded picture whose format was recognised by its first bytes; not changed afterwards
     * @param requestId names the call in logs, here and where it goes
     * @throws RejectedException if the picture or the request can't be used: the sender's fault
     * @throws RuntimeException for every fault of ours
     */
    RecognitionOutcome recognize(byte[] picture, RecognitionRequest request, String requestId) throws RejectedException;

    /** How many recognitions at once are of use. */
    default int concurrent() {
        return Runtime.getRuntime().availableProcessors();
    }
}
