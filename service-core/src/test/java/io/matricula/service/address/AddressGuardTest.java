package io.matricula.service.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "127.0.0.1",
                "127.8.9.10",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.1.2.3",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void isPublic_ofAddressForOwnUse_isFalse(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
                "128.0.0.1", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
                "198.20.0.0", "223.255.255.255", "2606:4700:4700::1111", "2a00:1450::1", "2001:4860:4860::8888"
            })
    void isPublic_ofAddressOfTheInternet_isTrue(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void resolve_ofNameWithOnePrivateAddressAmongPublicOnes_isRefused() {
        AddressGuard guard = new AddressGuard(names("93.184.216.34", "10.0.0.7"), false);
        assertThatThrownBy(() -> guard.resolve("mixed.example")).isInstanceOf(ForbiddenAddressException.class);
    }

    @Test
    void resolve_ofPublicName_givesItsAddresses() throws UnknownHostException {
        AddressGuard guard = new AddressGuard(names("93.184.216.34"), false);
        assertThat(guard.resolve("public.example")).containsExactly(InetAddress.getByName("93.184.216.34"));
    }

    @Test
    void resolve_wherePrivateIsAllowed_givesPrivateAddresses() throws UnknownHostException {
        AddressGuard guard = new AddressGuard(names("10.0.0.7"), true);
        assertThat(guard.resolve("camera.lan")).containsExactly(InetAddress.getByName("10.0.0.7"));
    }

    private static AddressGuard.NameService names(String... addresses) {
        return host -> {
            var found = new InetAddress[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
        };
    }
}
