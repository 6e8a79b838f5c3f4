package io.matricula.service.mail;

import java.net.URI;

/** The mails about accounts. They name no person, for anybody may have typed the address. Immutable. */
public final class MailTexts {
    private final URI site;

    /**
     * @param site address of the console, never taken from a request: a forged Host would send the token elsewhere
     */
    public MailTexts(URI site) {
        this.site = site.toString().endsWith("/") ? site : URI.create(site + "/");
    }

    /** The page that a link leads to. The token stands after {@code #}, which browsers keep to themselves: it is in no log. */
    public URI page(String name, String token) {
        return site.resolve(name + "#" + token);
    }

    public Mail signUp(String to, URI link) {
        return new Mail(to, "Your Matricula account", """
                Hello,

                somebody, probably you, asked for a Matricula account with this e-mail address. Choose a password here, and it is yours:

                %s

                The link works once, for a day. If it was not you, do nothing.
                """.formatted(link));
    }

    public Mail reset(String to, URI link) {
        return new Mail(to, "Your Matricula password", """
                Hello,

                somebody, probably you, asked for a Matricula account or a new password with this e-mail address. You have an account;
                here you set a new password for it:

                %s

                The link works once, for an hour. If it was not you, do nothing: your password is as it was.
                """.formatted(link));
    }

    public Mail noAccount(String to) {
        return new Mail(to, "No Matricula account", """
                Hello,

                somebody, probably you, asked for a Matricula account or a new password with this e-mail address. It has no account here,
                and new accounts are made by the operator of this service only.
                """);
    }

    public Mail invitation(String to, String owner, URI link) {
        return new Mail(to, "Invitation to a Matricula account", """
                Hello,

                %s invites you to the Matricula account of that address. Choose a password here, and you are in:

                %s

                The link works once, for a week. If you don't know the sender, do nothing.
                """.formatted(owner, link));
    }

    public Mail invitationOfMember(String to, String owner) {
        return new Mail(to, "Invitation to a Matricula account", """
                Hello,

                %s invites you to the Matricula account of that address. This e-mail address belongs to an account already, and an address
                can belong to one only: ask for an invitation to another address of yours.
                """.formatted(owner));
    }

    public Mail newEmail(String to, URI link) {
        return new Mail(to, "Your new e-mail address at Matricula", """
                Hello,

                somebody, probably you, wants to use this e-mail address for signing in to Matricula. Here you confirm it:

                %s

                The link works once, for a day. If it was not you, do nothing.
                """.formatted(link));
    }

    public Mail newEmailTaken(String to) {
        return new Mail(to, "Your e-mail address at Matricula", """
                Hello,

                somebody, probably you, wants to use this e-mail address for signing in to Matricula. It belongs to an account already, and an
                address can belong to one only. If it was not you, do nothing.
                """);
    }

    public Mail emailChangeAsked(String to) {
        return new Mail(to, "Another e-mail address for Matricula", """
                Hello,

                somebody who knows your password asked to use another e-mail address than this one for your Matricula account. Once that is
                confirmed, this one is no longer known here. If it was not you, set a new password now, and nothing will change: %s
                """.formatted(site.resolve("reset")));
    }

    public Mail emailChanged(String to) {
        return new Mail(to, "Your e-mail address at Matricula was changed", """
                Hello,

                this e-mail address is no longer that of your Matricula account: another one was confirmed just now, as was asked for here. If it
                was not you, write to the operator of this service.
                """);
    }

    public Mail handedOver(String to, String owner) {
        return new Mail(to, "A Matricula account has another owner", """
                Hello,

                %s is the owner of your Matricula account from now on: invites and removes people, changes the plan, and can end the
                account.
                """.formatted(owner));
    }

    public Mail passwordChanged(String to) {
        return new Mail(to, "Your Matricula password was changed", """
                Hello,

                the password of your Matricula account was changed just now, and your other sessions have ended. If it was not you, set a new
                one now: %s
                """.formatted(site.resolve("reset")));
    }

    public Mail refreshTokenReused(String to) {
        return new Mail(to, "A Matricula session was ended", """
                Hello,

                an old key of one of your sessions was used again, as a thief would do it. That session has ended. If you can't explain it,
                set a new password: %s
                """.formatted(site.resolve("reset")));
    }

    public Mail accountDeleted(String to) {
        return new Mail(to, "Your Matricula account is deleted", """
                Hello,

                your Matricula account was deleted just now: its tokens are revoked, and your address is forgotten.
                """);
    }
}
