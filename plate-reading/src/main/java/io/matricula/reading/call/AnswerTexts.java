package io.matricula.reading.call;

import io.matricula.contract.CloudTime;
import io.matricula.reading.config.AnswerForm;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.reading.picture.Picture;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The texts of an answer that cloud and on-premises container write in different ways. */
@ApplicationScoped
class AnswerTexts {
    private final AnswerForm form;
    private final RandomGenerator random;

    AnswerTexts(ReadingConfig config, RandomGenerator random) {
        this.form = config.answer().form();
        this.random = random;
    }

    /** In the cloud {@code HHMM_xxxxx_name.ext}, on premises the name as it was sent. */
    String filename(Instant received, Picture picture) {
        return form == AnswerForm.SDK ? picture.name() : CloudFilename.of(received, picture, random);
    }

    String timestamp(Instant instant) {
        return form == AnswerForm.SDK ? CloudTime.withoutZone(instant) : CloudTime.micros(instant);
    }
}
