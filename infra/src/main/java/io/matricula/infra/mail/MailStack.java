package io.matricula.infra.mail;

import io.matricula.infra.settings.Installation;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ses.ConfigurationSet;
import software.amazon.awscdk.services.ses.ConfigurationSetTlsPolicy;
import software.amazon.awscdk.services.ses.DkimRecord;
import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.ses.Identity;
import software.amazon.awscdk.services.ses.SuppressionReasons;
import software.constructs.Construct;

/** The domain that mails come from. Its DNS records, which the outputs name, are made by whoever owns the domain. */
public final class MailStack extends Stack {
    public MailStack(Construct scope, Installation installation, StackProps props) {
        super(scope, installation.prefix() + "mail", props);
        var configuration = ConfigurationSet.Builder.create(this, "Configuration")
                .configurationSetName(configuration(installation))
                .tlsPolicy(ConfigurationSetTlsPolicy.REQUIRE)
                .reputationMetrics(true)
                .suppressionReasons(SuppressionReasons.BOUNCES_AND_COMPLAINTS)
                .build();
        var identity = EmailIdentity.Builder.create(this, "Domain")
                .identity(Identity.domain(installation.mailDomain()))
                .configurationSet(configuration)
                .build();
        int number = 1;
        for (DkimRecord dkim : identity.getDkimRecords()) {
            CfnOutput.Builder.create(this, "Dkim" + number++)
                    .description("a CNAME record that proves to receivers where mails come from")
                    .value(dkim.getName() + " CNAME " + dkim.getValue())
                    .build();
        }
    }

    /** The name of the configuration set. */
    public static String configuration(Installation installation) {
        return installation.prefix() + "mail";
    }
}
