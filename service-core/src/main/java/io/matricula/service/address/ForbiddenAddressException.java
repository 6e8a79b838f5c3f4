package io.matricula.service.address;

import java.net.UnknownHostException;

/** A name leads to an address that is not public. */
public final class ForbiddenAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1;
}
