import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receives webhooks of Matricula: checks the signature, prints the plates. Java 17 or newer, nothing else.
 *
 * <pre>WEBHOOK_SECRET=whsec_… java Receiver.java [PORT]</pre>
 */
public final class Receiver {
    /** Seconds that a delivery may be old, so that nobody can send a recorded one again. */
    private static final long TOLERANCE = 5 * 60;

    private static final int LONGEST = 64 * 1024 * 1024;
    /** Enough for an example; a real receiver reads the JSON with a library. */
    private static final Pattern PLATE = Pattern.compile("\"plate\":\"([^\"]*)\",\"region\"");

    private static final String SECRET = System.getenv().getOrDefault("WEBHOOK_SECRET", "");
    /** A real receiver keeps these where they survive a restart. */
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private Receiver() {}

    public static void main(String[] arguments) throws IOException {
        if (!SECRET.startsWith("whsec_")) {
            System.err.println("set WEBHOOK_SECRET to the secret that was shown when the webhook was made");
            System.exit(1);
        }
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9000;
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(receive(exchange), -1);
            }
        });
        server.start();
        System.out.println("listening on " + server.getAddress().getPort());
    }

    private static int receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return 413;
        }
        if (!verified(exchange.getRequestHeaders(), body)) {
            return 401;
        }
        // A delivery may come twice, under the same id: answered alike, done once.
        if (SEEN.add(exchange.getRequestHeaders().getFirst("webhook-id"))) {
            print(body);
        }
        return 200;
    }

    /** Whether a delivery is signed with the secret and fresh (https://www.standardwebhooks.com). */
    static boolean verified(Headers headers, byte[] body) {
        String id = String.valueOf(headers.getFirst("webhook-id"));
        String sent = String.valueOf(headers.getFirst("webhook-timestamp"));
        String signatures = String.valueOf(headers.getFirst("webhook-signature"));
        boolean fresh = sent.matches("[0-9]{1,12}")
                && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(sent)) <= TOLERANCE;
        byte[] expected = signature(id + "." + sent + ".", body).getBytes(StandardCharsets.US_ASCII);
        boolean signed = false;
        // While the secret changes there are two signatures; one that fits is enough.
        for (String given : signatures.split(" ")) {
            signed |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.US_ASCII));
        }
        return fresh && signed;
    }

    private static String signature(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.US_ASCII));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(byte[] body) {
        // In a form the JSON stands between bytes of a picture; it is ASCII, so that it can be found all the same.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String event = text.replaceFirst("(?s).*?\"event\":\"([^\"]*)\".*", "$1");
        System.out.println(event + " " + PLATE.matcher(text).results().map(plate -> plate.group(1)).toList());
    }
}
