package io.matricula.webhook.deliver;

import io.matricula.service.account.AccountStore;
import io.matricula.service.mail.Mail;
import io.matricula.service.mail.Mailer;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.admin.SwitchOnLink;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;

/** The mail to an owner whose webhook was switched off, with a link that switches it on again. Safe for concurrent use. */
public final class SwitchOffNotice {
    private static final Logger LOG = System.getLogger(SwitchOffNotice.class.getName());

    private final AccountStore accounts;
    private final Mailer mailer;
    private final URI publicAddress;

    /** @param publicAddress where the service can be reached by its users, such as {@code https://api.example.org/} */
    public SwitchOffNotice(AccountStore accounts, Mailer mailer, URI publicAddress) {
        this.accounts = accounts;
        this.mailer = mailer;
        this.publicAddress = publicAddress;
    }

    /** Mails the owner. A mail that can't be sent is logged: the webhook is off all the same. */
    void send(Webhook webhook, String problem) {
        SwitchOnLink.of(webhook)
                .ifPresent(link -> accounts.find(webhook.account()).ifPresent(account -> {
                    try {
                        mailer.send(
                                new Mail(account.email(), "A webhook was switched off", text(webhook, problem, link)));
                    } catch (UncheckedIOException e) {
                        LOG.log(Level.WARNING, "the owner of webhook " + webhook.id() + " could not be mailed", e);
                    }
                }));
    }

    private String text(Webhook webhook, String problem, SwitchOnLink link) {
        return """
                Your webhook %s, which delivers to

                    %s

                has failed since %s, %d times in a row; the last time: %s.
                It is switched off. What could not be delivered is kept for 30 days.

                Once the receiver works again, switch the webhook on here:

                    %s

                and then deliver what is kept, from the console or with POST /v1/webhooks/%s/redrive/.
                """.formatted(
                        webhook.id(),
                        webhook.settings().target(),
                        webhook.health().failingSince(),
                        webhook.health().failures(),
                        problem,
                        publicAddress.resolve("/v1/webhooks/switch-on/?link=" + link.text()),
                        webhook.id());
    }
}
