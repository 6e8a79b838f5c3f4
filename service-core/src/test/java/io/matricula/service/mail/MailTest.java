package io.matricula.service.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MailTest {
    @Test
    void mail_withLineBreakInItsHead_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mail("a@b\r\nBcc: c@d", "x", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mail("a@b", "x\nBcc: c@d", "x"));
    }

    @Test
    void toString_hidesTheText() {
        assertThat(new Mail("a@b", "Welcome", "secret").toString()).isEqualTo("Mail[Welcome]");
    }
}
