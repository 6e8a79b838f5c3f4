package io.matricula.aws.mail;

import io.matricula.aws.client.Reached;
import io.matricula.service.mail.Mail;
import io.matricula.service.mail.Mailer;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;

/** Sends mails by SES. Safe for concurrent use. */
public final class SesMailer implements Mailer {
    private final SesV2Client ses;
    private final String sender;

    /** @param sender an address that SES has verified */
    public SesMailer(SesV2Client ses, String sender) {
        this.ses = ses;
        this.sender = sender;
    }

    @Override
    public void send(Mail mail) {
        Reached.reached(
                "SES",
                () -> ses.sendEmail(request -> request.fromEmailAddress(sender)
                        .destination(to -> to.toAddresses(mail.to()))
                        .content(content -> content.simple(message ->
                                message.subject(text(mail.subject())).body(body -> body.text(text(mail.text())))))));
    }

    private static Content text(String text) {
        return Content.builder()
                .data(text)
                .charset(StandardCharsets.UTF_8.name())
                .build();
    }
}
