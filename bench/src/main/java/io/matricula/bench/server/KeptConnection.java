package io.matricula.bench.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP/1.1 connection that is kept from call to call. Sends each request in one write and waits in the calling thread: the JDK's clients
 * hand a call from thread to thread, or wait a millisecond before each upload to learn whether the connection still stands, and what they
 * wait would pass for the service's. For one caller at a time.
 */
final class KeptConnection implements AutoCloseable {
    /** Below the service's idle timeout of 75 s. */
    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private long lastUsed = System.nanoTime();

    /** Opens a connection to a port of the loopback. */
    KeptConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    record Answer(int status, byte[] body) {}

    /** Whether the service still keeps it. */
    boolean fresh() {
        return System.nanoTime() - lastUsed < LONGEST_REST_NANOS;
    }

    /** @param request head and body; its answer must tell its length */
    Answer send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        // HTTP/1.1 201 Created
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the service closed the connection amid its answer");
        }
        lastUsed = System.nanoTime();
        return new Answer(status, body);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service closed the connection");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
