package io.matricula.gateway.fetch;

import io.netty.util.NetUtil;

/**
 * A range of IP addresses.
 *
 * @param prefix 4 or 16 bytes
 * @param bits leading bits that count
 */
record AddressRange(byte[] prefix, int bits) {
    /** The range of a text such as {@code 10.0.0.0/8}. */
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        byte[] prefix = NetUtil.createByteArrayFromIpAddressString(text.substring(0, slash));
        if (prefix == null) {
            throw new IllegalArgumentException(text);
        }
        return new AddressRange(prefix, Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != prefix[i]) {
                return false;
            }
        }
        int rest = 8 - bits % 8;
        return rest == 8 || (address[whole] & 0xFF) >> rest == (prefix[whole] & 0xFF) >> rest;
    }
}
