package io.matricula.contract.internal;

import java.io.IOException;

/** Says that bytes are no message of {@link RecognitionWire}, in words for the log. */
public final class MalformedMessageException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedMessageException(String problem) {
        super(problem);
    }

    MalformedMessageException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
