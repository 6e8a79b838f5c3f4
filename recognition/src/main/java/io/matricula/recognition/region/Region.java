package io.matricula.recognition.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A country or territory, or a state of one.
 *
 * @param code lower case with a dash, such as {@code fr} or {@code us-ca}
 * @param parent code of the country that a state belongs to; null for countries
 * @param vehicles motor vehicles in millions: how common the region's plates are
 * @param formats empty if none are known
 */
public record Region(String code, String name, @Nullable String parent, double vehicles, List<Format> formats) {
    public Region {
        formats = List.copyOf(formats);
    }

    /** Whether this is the region with this code or one of its states. */
    boolean isWithin(String code) {
        return this.code.equals(code) || code.equals(parent);
    }

    /**
     * A plate format.
     *
     * @param share how common it is beside the region's main formats, 0..1
     * @param pattern regular expression, to be matched in full against upper-case texts without separators
     */
    public record Format(double share, String pattern) {}
}
