package io.matricula.service.testkit;

import io.matricula.service.mail.Mail;
import io.matricula.service.mail.Mailer;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps mails in memory, for tests. Safe for concurrent use. */
public final class RecordingMailer implements Mailer {
    private final List<Mail> sent = new CopyOnWriteArrayList<>();

    @Override
    public void send(Mail mail) {
        sent.add(mail);
    }

    /** All mails, oldest first. */
    public List<Mail> sent() {
        return List.copyOf(sent);
    }

    /** All mails to an address, oldest first. */
    public List<Mail> sentTo(String address) {
        return sent.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** The newest mail to an address. */
    public Mail lastTo(String address) {
        List<Mail> mails = sentTo(address);
        if (mails.isEmpty()) {
            throw new NoSuchElementException("no mail to " + address);
        }
        return mails.get(mails.size() - 1);
    }
}
