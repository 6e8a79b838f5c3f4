package io.matricula.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Puts command lines together from what all editions have alike. */
public final class CommandLines {
    private static final int WIDTH = 110;

    private CommandLines() {}

    /**
     * Adds an operator's orders: {@code account}, {@code jobs}, {@code keys}.
     *
     * @param places gives a new one each time, for each command has options of its own
     */
    public static CommandLine addOrders(CommandLine line, Supplier<? extends Place> places, Clock clock) {
        return line.addSubcommand(new AccountCommand(places.get(), clock))
                .addSubcommand(new JobsCommand(places.get()))
                .addSubcommand(new KeysCommand(places.get(), clock));
    }

    /** Has a command line and all commands that it has so far tell mistakes and failures in one line, with an {@link ExitCode}. */
    public static CommandLine tellPlainly(CommandLine line, PrintStream out, PrintStream err) {
        return line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .registerConverter(LocalDate.class, CommandLines::day)
                .setParameterExceptionHandler(CommandLines::reportWrongUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no day such as 2026-10-01");
        }
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
