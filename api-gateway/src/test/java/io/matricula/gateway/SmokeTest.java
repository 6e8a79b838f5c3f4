package io.matricula.gateway;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SmokeTest {
    @Inject
    Accounts accounts;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void smoke() throws Exception {
        var http = new RawHttp(port);
        String token = accounts.token();
        String auth = "\r\nAuthorization: Token " + token;
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};
        byte[] big = new byte[6 << 20];
        byte[] huge = new byte[40 << 20];
        show("jpeg", http.send("POST /v1/plate-reader/ HTTP/1.1\r\nContent-Type: image/jpeg" + auth, jpeg));
        show("noslash", http.send("POST /v1/plate-reader HTTP/1.1\r\nContent-Type: image/jpeg" + auth, jpeg));
        show("chunked", http.sendChunked("POST /v1/plate-reader HTTP/1.1\r\nContent-Type: image/jpeg" + auth, jpeg, 2));
        show("query", http.send("POST /v1/plate-reader/?x=1 HTTP/1.1\r\nContent-Type: image/jpeg" + auth, jpeg));
        show("noauth", http.send("POST /v1/plate-reader/ HTTP/1.1\r\nContent-Type: image/jpeg", jpeg));
        show("noauthbig", http.send("POST /v1/plate-reader/ HTTP/1.1\r\nContent-Type: image/jpeg", big));
        show("big", http.send("POST /v1/plate-reader/ HTTP/1.1\r\nContent-Type: image/jpeg" + auth, big));
        show(
                "bigchunked",
                http.sendChunked("POST /v1/plate-reader/ HTTP/1.1\r\nContent-Type: image/jpeg" + auth, big, 100000));
        try {
            show("huge", http.send("POST /v1/plate-reader/ HTTP/1.1\r\nContent-Type: image/jpeg" + auth, huge));
        } catch (Exception e) {
            System.out.println("huge " + e);
        }
        show("empty", http.send("POST /v1/plate-reader/ HTTP/1.1" + auth, new byte[0]));
        show("type", http.send("POST /v1/plate-reader/ HTTP/1.1\r\nContent-Type: text/weird" + auth, new byte[10]));
        show("badtype", http.send("POST /v1/plate-reader/ HTTP/1.1\r\nContent-Type: !!;;;" + auth, new byte[10]));
        show("get", http.send("GET /v1/plate-reader/ HTTP/1.1" + auth, new byte[0]));
        show("delete", http.send("DELETE /v1/plate-reader HTTP/1.1" + auth, new byte[0]));
        show("brew", http.send("BREW /v1/plate-reader HTTP/1.1" + auth, new byte[0]));
        show(
                "options",
                http.send(
                        "OPTIONS /v1/plate-reader/ HTTP/1.1\r\nOrigin: null\r\nAccess-Control-Request-Method: POST",
                        new byte[0]));
        show("stats", http.send("GET /v1/statistics/ HTTP/1.1" + auth, new byte[0]));
        show("stats2", http.send("GET /v1/statistics HTTP/1.1" + auth + "\r\nAccept: text/html", new byte[0]));
        show("statsno", http.send("GET /v1/statistics HTTP/1.1", new byte[0]));
        show("statspost", http.send("POST /v1/statistics/ HTTP/1.1" + auth, big));
        show("404", http.send("GET /nope HTTP/1.1", new byte[0]));
        show("404big", http.send("POST /nope HTTP/1.1", big));
        show("404 q", http.send("POST /q/nope HTTP/1.1", new byte[2]));
        show("%zz", http.send("GET /%zz HTTP/1.1", new byte[0]));
        show("%zz2", http.send("GET /v1/plate-reader/%zz HTTP/1.1", new byte[0]));
        show("%00", http.send("GET /v1/%00/../x HTTP/1.1", new byte[0]));
        show("//", http.send("POST //v1/plate-reader/ HTTP/1.1", new byte[0]));
        show("uri", http.send("GET /" + "a".repeat(5000) + " HTTP/1.1", new byte[0]));
        show("hdr", http.send("GET /v1/statistics/ HTTP/1.1\r\nX-A: " + "a".repeat(30000), new byte[0]));
        show("badhttp", http.send("GET /v1/statistics/ HTTP/9.1", new byte[0]));
        show("badline", http.send("GARBAGE", new byte[0]));
        show("healthz", http.send("GET /healthz HTTP/1.1", new byte[0]));
        show("readyz", http.send("GET /readyz HTTP/1.1", new byte[0]));
        String metrics = http.send("GET /q/metrics HTTP/1.1", new byte[0]).body();
        System.out.println(metrics.lines()
                .filter(l -> l.contains("matricula") || l.contains("http_server_requests_seconds_count"))
                .toList());
    }

    void show(String name, RawHttp.Answer answer) {
        System.out.println("### " + name + " " + answer.status() + " " + answer.headers() + " " + answer.body());
    }
}
