package io.matricula.service.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that gives a picture at {@code /photos/car.jpg} and what tests add elsewhere. */
public final class PictureServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public PictureServer(byte[] picture) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, 404, new byte[0]));
        at("/photos/car.jpg", exchange -> {
            boolean exact = exchange.getRequestURI().getPath().equals("/photos/car.jpg");
            answer(exchange, exact ? 200 : 404, picture);
        });
        server.start();
    }

    public void at(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    public static void redirect(HttpExchange exchange, int status, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        answer(exchange, status, new byte[0]);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
