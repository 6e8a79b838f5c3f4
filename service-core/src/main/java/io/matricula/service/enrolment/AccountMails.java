package io.matricula.service.enrolment;

import io.matricula.service.mail.MailTexts;
import io.matricula.service.mail.Mailer;
import io.matricula.service.token.TokenSecret;
import java.net.URI;

/** Sends the mails about accounts. Safe for concurrent use. */
public final class AccountMails {
    private final Mailer mailer;
    private final MailTexts texts;

    public AccountMails(Mailer mailer, MailTexts texts) {
        this.mailer = mailer;
        this.texts = texts;
    }

    URI signUp(String to, TokenSecret token) {
        URI link = texts.page("confirm", token.reveal());
        mailer.send(texts.signUp(to, link));
        return link;
    }

    void reset(String to, TokenSecret token) {
        mailer.send(texts.reset(to, texts.page("reset", token.reveal())));
    }

    void noAccount(String to) {
        mailer.send(texts.noAccount(to));
    }

    public void invitation(String to, String owner, TokenSecret token) {
        mailer.send(texts.invitation(to, owner, texts.page("confirm", token.reveal())));
    }

    public void invitationOfMember(String to, String owner) {
        mailer.send(texts.invitationOfMember(to, owner));
    }

    public void newEmail(String to, TokenSecret token) {
        mailer.send(texts.newEmail(to, texts.page("email", token.reveal())));
    }

    public void newEmailTaken(String to) {
        mailer.send(texts.newEmailTaken(to));
    }

    public void emailChangeAsked(String to) {
        mailer.send(texts.emailChangeAsked(to));
    }

    public void emailChanged(String to) {
        mailer.send(texts.emailChanged(to));
    }

    public void handedOver(String to, String owner) {
        mailer.send(texts.handedOver(to, owner));
    }

    public void passwordChanged(String to) {
        mailer.send(texts.passwordChanged(to));
    }

    public void refreshTokenReused(String to) {
        mailer.send(texts.refreshTokenReused(to));
    }

    public void accountDeleted(String to) {
        mailer.send(texts.accountDeleted(to));
    }
}
