package io.matricula.command;

import io.matricula.service.signing.SigningKey;
import io.matricula.service.signing.SigningKeys;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** An operator's look at the keys that sign sessions and mobile tokens. They turn by themselves every 30 days. */
@Command(
        name = "keys",
        description = "Shows and turns the keys that sign sessions and mobile tokens; works while the server runs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | rotate)")
final class KeysCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final Place place;

    private final Clock clock;

    KeysCommand(Place place, Clock clock) {
        this.place = place;
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list or rotate");
    }

    @Command(description = "Lists the keys that are good; * marks the one that signs.", mixinStandardHelpOptions = true)
    void list() {
        withKeys(this::print);
    }

    @Command(
            description = "Makes another key, which signs in two minutes; nobody is signed out.",
            mixinStandardHelpOptions = true)
    void rotate() {
        withKeys(keys -> {
            keys.rotate();
            print(keys);
        });
    }

    private void print(SigningKeys keys) {
        SigningKey current = keys.current();
        for (SigningKey key : keys.all()) {
            spec.commandLine()
                    .getOut()
                    .println(key.id() + "  since " + key.created() + (key.equals(current) ? "  *" : ""));
        }
    }

    private void withKeys(Consumer<SigningKeys> work) {
        place.openExisting(opened -> work.accept(new SigningKeys(opened.signingKeys(), clock)));
    }
}
