package io.matricula.local.cli;

import io.matricula.command.ExitCode;
import io.matricula.command.PlainError;
import io.matricula.embedded.LocalState;
import io.matricula.local.SdkStart;
import io.matricula.service.licence.LicenceException;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks what the service needs, so that a person gets one plain line instead of a stack trace, and starts it. */
@Command(
        name = "serve",
        description = "Starts the service; Ctrl-C stops it.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class ServeCommand implements Callable<Integer> {
    private static final String SHOW_LINK = "matricula.identity.show-link";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", paramLabel = "PORT", description = "HTTP port, 1 to 65535.")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on; 0.0.0.0 lets other machines in.")
    private String host = "127.0.0.1";

    @Option(names = "--state", paramLabel = "DIR", description = "Folder for accounts, tokens and usage.")
    private Path state = Path.of(System.getProperty("launcher.home", ""), "state");

    @Option(
            names = "--sdk",
            description = {
                "The on-premises edition: no tokens, a licence instead.",
                "Reads LICENSE_KEY (key or file) and WORKERS from the environment."
            })
    private boolean sdk;

    @Option(
            names = "--issuer",
            paramLabel = "FILE",
            description = "With --sdk: public key of who issues licences.",
            showDefaultValue = Help.Visibility.NEVER)
    private Path issuer = Path.of(System.getProperty("launcher.home", ""), "licence-issuer.pub");

    @Override
    public Integer call() throws Exception {
        if (port < 1 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port must be 1 to 65535, not " + port);
        }
        Path folder = state.toAbsolutePath().normalize();
        requireWritable(folder);
        requireFree(host, port);
        System.setProperty("quarkus.http.host", host);
        System.setProperty("quarkus.http.port", Integer.toString(port));
        System.setProperty("matricula.state", folder.toString());
        if (sdk) {
            chooseSdk();
        }
        if (isLoopback(host) && System.getenv("MATRICULA_IDENTITY_SHOW_LINK") == null) {
            System.setProperty(SHOW_LINK, System.getProperty(SHOW_LINK, "true"));
        }
        return run();
    }

    /** Ends with the service. The log keeps silent about a start that fails: one line tells why. */
    private static int run() throws Exception {
        var failed = new AtomicReference<@Nullable Throwable>();
        Quarkus.run(Welcome.class, (exitCode, failure) -> failed.set(failure));
        Throwable failure = failed.get();
        if (failure != null) {
            throw StartFailure.of(failure);
        }
        return ExitCode.DONE;
    }

    private void chooseSdk() {
        System.setProperty("quarkus.profile", "prod,sdk");
        if (Files.exists(issuer)) {
            try {
                SdkStart.issuer(issuer);
            } catch (LicenceException e) {
                throw new PlainError(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()));
            }
            System.setProperty("matricula.sdk.issuer", issuer.toAbsolutePath().toString());
        }
    }

    /** Only people of this machine can ask then, and who has the machine has the mails, too. */
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static void requireWritable(Path folder) {
        try {
            LocalState.makeFolder(folder);
            Files.delete(Files.createTempFile(folder, ".writable", null));
        } catch (FileSystemException e) {
            String why = Files.exists(folder) && !Files.isDirectory(folder) ? "it is a file" : reason(e);
            throw new PlainError(ExitCode.STATE_NOT_WRITABLE, "can't write in the state folder " + folder + ": " + why);
        } catch (IOException e) {
            throw new PlainError(
                    ExitCode.STATE_NOT_WRITABLE, "can't write in the state folder " + folder + ": " + e.getMessage());
        }
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e.getReason() != null ? e.getReason() : e.getClass().getSimpleName();
    }

    static void requireFree(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new PlainError(
                    ExitCode.PORT_TAKEN,
                    "can't listen on " + host + ":" + port + " (" + e.getMessage() + "); try --port");
        }
    }
}
