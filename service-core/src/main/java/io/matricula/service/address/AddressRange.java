package io.matricula.service.address;

import java.net.InetAddress;
import java.net.UnknownHostException;

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
        return new AddressRange(bytes(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Of an address in digits, which is never looked up. */
    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
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
