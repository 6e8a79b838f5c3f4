package io.matricula.infra.watch;

import io.matricula.infra.settings.Installation;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** What tells operators that something is wrong, and what shows them how it goes. */
public final class WatchStack extends Stack {
    public WatchStack(Construct scope, Installation installation, Watched watched, StackProps props) {
        super(scope, installation.prefix() + "watch", props);
        var topic = AlarmTopic.make(this, installation);
        new Alarms(this, installation, topic).watch(watched);
        Overview.make(this, installation, watched);
        MonthlyBudget.make(this, installation);
    }
}
