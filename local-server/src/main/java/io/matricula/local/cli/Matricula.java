package io.matricula.local.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
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
        synopsisSubcommandLabel = "(serve | read | account | jobs | licence | rehearse | bench)",
        footer = {
            "  rehearse  Runs the cloud edition on this machine, without AWS; see `matricula rehearse --help`.",
            "  bench     Measures speed and accuracy; see `matricula bench --help`.",
            "",
            "Exit codes: 0 done, 1 some picture could not be read, 2 wrong usage, 3 port taken,",
            "  4 state folder not writable, 5 no JDK or too old, 6 the build failed, 7 output not writable,",
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
        return new CommandLine(new Matricula())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new ReadCommand(out, err, terminal))
                .addSubcommand(new AccountCommand(Clock.systemUTC()))
                .addSubcommand(new JobsCommand(Clock.systemUTC()))
                .addSubcommand(new KeysCommand(Clock.systemUTC()))
                .addSubcommand(new LicenceCommand(Clock.systemUTC()))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler(Matricula::reportWrongUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: serve, read, account, jobs, licence, rehearse or bench");
    }

    private static int reportWrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr()
                .println("matricula: " + wrong.getMessage() + " (`"
                        + command.getCommandSpec().qualifiedName() + " --help` explains)");
        return ExitCode.WRONG_USAGE;
    }

    private static int report(Exception failure, PrintWriter err) {
        if (failure instanceof PlainError plain) {
            err.println("matricula: " + plain.getMessage());
            return plain.exitCode();
        }
        err.println("matricula: unexpected: " + failure);
        if (System.getenv("MATRICULA_DEBUG") != null) {
            failure.printStackTrace(err);
        } else {
            err.println("  (MATRICULA_DEBUG=1 shows where)");
        }
        return ExitCode.UNEXPECTED;
    }
}
