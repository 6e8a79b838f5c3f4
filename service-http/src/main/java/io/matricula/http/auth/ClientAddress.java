package io.matricula.http.auth;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, for throttling and the audit trail. Behind a proxy the proxy's word is taken only if
 * {@code quarkus.http.proxy.*} says so.
 */
public final class ClientAddress {
    private static final int IPV6_NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** The IPv4 address, or the /64 network of an IPv6 one: a single customer has all of that. */
    public static String of(RoutingContext context) {
        SocketAddress remote = context.request().remoteAddress();
        return remote == null || remote.hostAddress() == null ? "unknown" : of(remote.hostAddress());
    }

    static String of(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length == 4) {
            return address;
        }
        String network = HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
        return network.replaceAll("(.{4})(?=.)", "$1:") + "::/64";
    }
}
