package io.matricula.service.audit;

import io.matricula.service.access.Caller;
import io.matricula.service.identity.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, and from where.
 *
 * @param actor without a name: {@code member 5d0c…}
 * @param address IP address, null for orders of the operator
 */
public record By(String actor, @Nullable String address) {
    /** The operator, at the command line. */
    public static final By OPERATOR = new By("operator", null);

    public static By of(Caller caller, String address) {
        return new By(caller.credential().label(), address);
    }

    public static By member(MemberId member, String address) {
        return new By("member " + member, address);
    }

    /** Somebody who has not shown who it is. */
    public static By anybody(String address) {
        return new By("anybody", address);
    }
}
