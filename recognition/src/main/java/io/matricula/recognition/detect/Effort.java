package io.matricula.recognition.detect;

import io.matricula.recognition.bundle.Manifest.Looks;
import java.util.List;

/** How many looks a picture gets. */
public enum Effort {
    /** Further looks only while the ones before leave doubt. */
    NORMAL,
    FAST,
    /** All looks. */
    THOROUGH;

    List<Integer> sizes(Looks looks) {
        return switch (this) {
            case NORMAL -> looks.normal();
            case FAST -> looks.fast();
            case THOROUGH -> looks.redaction();
        };
    }
}
