package io.matricula.service.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Resolves host names for outgoing requests and refuses those with an address that is not public. A client has to connect to the
 * very addresses that this returned, so that a name that changes between two look-ups gains nothing. Safe for concurrent use.
 */
public final class AddressGuard {
    // RFC 6890 and the IANA special-purpose registries; everything that is not a public unicast address.
    private static final List<AddressRange> NOT_PUBLIC_V4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3")
            .map(AddressRange::of)
            .toList();
    private static final AddressRange PUBLIC_V6 = AddressRange.of("2000::/3");
    private static final List<AddressRange> NOT_PUBLIC_V6 = Stream.of(
                    "2001::/23", // protocol assignments; Teredo carries an IPv4 address
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4 carries an IPv4 address
                    "3fff::/20") // documentation
            .map(AddressRange::of)
            .toList();

    private final NameService names;
    private final boolean allowPrivate;

    /** Looks up a name; {@code InetAddress::getAllByName} but in tests. */
    public interface NameService {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    public AddressGuard(NameService names, boolean allowPrivate) {
        this.names = names;
        this.allowPrivate = allowPrivate;
    }

    /** @param allowPrivate let all addresses pass: for installations whose users are trusted with their network */
    public static AddressGuard ofSystem(boolean allowPrivate) {
        return new AddressGuard(InetAddress::getAllByName, allowPrivate);
    }

    /**
     * The addresses of a name or of an address as text.
     *
     * @throws ForbiddenAddressException if one of them is not public
     * @throws UnknownHostException if there are none
     */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!allowPrivate && !isPublic(address)) {
                throw new ForbiddenAddressException();
            }
        }
        return addresses;
    }

    /** Whether an address lies in the public Internet. Java has turned IPv4 addresses mapped into IPv6 back into IPv4 ones. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return NOT_PUBLIC_V4.stream().noneMatch(range -> range.contains(bytes));
        }
        return PUBLIC_V6.contains(bytes) && NOT_PUBLIC_V6.stream().noneMatch(range -> range.contains(bytes));
    }
}
