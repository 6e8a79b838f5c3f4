package io.matricula.recognition.bundle;

import java.util.List;

/** Says everything that is wrong with a bundle at once. */
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    BundleException(String bundle, List<String> problems) {
        super("The model bundle in " + bundle + " can't be used: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line for each problem. */
    public List<String> problems() {
        return problems;
    }
}
