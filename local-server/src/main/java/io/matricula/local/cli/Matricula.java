package io.matricula.local.cli;

import io.matricula.command.CommandLines;
import io.matricula.command.Version;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code matricula}. {@code read} runs on a plain class path; {@code serve} needs the one that Quarkus builds. */
@QuarkusMain
@Command(
        name = "matricula",
        description = "Reads licence plates from pictures.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "(serve | read | account | jobs | keys | licence | cloud | rehearse | bench)",
        footer = {
            "  cloud     Orders to an installation on AWS: account, jobs, keys; see `matricula cloud --help`.",
            "  rehearse  Runs the cloud edition on this machine, without AWS; see `matricula rehearse --help`.",
            "  bench     Measures speed and accuracy; see `matricula bench --help`.",
            "",
            "Exit codes: 0 done, 1 some picture could not be read, 2 wrong usage, 3 port taken,",
            "  4 state folder not usable, 5 no JDK or too old, 6 the build failed, 7 output not writable,",
            "  8 unexpected."
        })
public final class Matricula implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        boolean terminal = Boolean.getBoolean("launcher.terminal");
        System.exit(commandLine(utf8(FileDescriptor.out), utf8(FileDescriptor.err), terminal)
                .execute(arguments));
    }

    /** Plates of some countries have letters that the platform's own charset may lack. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** @param terminal whether {@code err} is a terminal, where a progress bar makes sense */
    static CommandLine commandLine(PrintStream out, PrintStream err, boolean terminal) {
        Clock clock = Clock.systemUTC();
        CommandLine line = new CommandLine(new Matricula())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new ReadCommand(out, err, terminal));
        CommandLines.addOrders(line, () -> new StateFolder(clock), clock).addSubcommand(new LicenceCommand(clock));
        return CommandLines.tellPlainly(line, out, err);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: serve, read, account, jobs, keys, licence, cloud, rehearse or bench");
    }
}
