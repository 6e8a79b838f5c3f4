package io.matricula.reading.job;

import io.matricula.reading.call.AdmittedCall;
import io.matricula.reading.picture.Picture;
import io.matricula.reading.picture.PictureFormat;
import io.matricula.reading.picture.Submission;
import io.matricula.service.account.AccountId;
import io.matricula.service.admission.AdmissionResult.Admitted;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.UsagePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A counted call as a job keeps it, without its picture. Written as JSON and read by later versions: add, never rename.
 *
 * @param pictureName null if the picture is to be fetched
 * @param uploadUrl null if the picture was sent
 * @param mmc whether the plan allowed it when the call was counted
 * @param received as text, ISO 8601
 * @param calls of the period, this one among them
 * @param max calls that the period may hold
 * @param periodStart first day, ISO 8601
 * @param periodEnd first day of the next period, ISO 8601
 */
record JobOrder(
        @Nullable String pictureName,
        @Nullable String uploadUrl,
        Map<String, List<String>> fields,
        boolean mmc,
        String received,
        long calls,
        long max,
        String periodStart,
        String periodEnd) {
    static JobOrder of(AdmittedCall call, boolean mmc) {
        Picture picture = call.sent().picture();
        UsagePeriod period = call.admitted().call().period();
        return new JobOrder(
                picture == null ? null : picture.name(),
                call.sent().uploadUrl(),
                call.sent().fields(),
                mmc,
                call.received().toString(),
                call.admitted().calls(),
                call.admitted().max(),
                period.start().toString(),
                period.end().toString());
    }

    /** Of a picture that was refused before it was counted: only what it was called. */
    static JobOrder refused(@Nullable String pictureName, @Nullable String uploadUrl, Instant received) {
        return new JobOrder(pictureName, uploadUrl, Map.of(), false, received.toString(), 0, 0, "", "");
    }

    /** What was sent. */
    Submission submission(byte @Nullable [] bytes) {
        return new Submission(bytes == null ? null : picture(bytes), uploadUrl, fields);
    }

    private Picture picture(byte[] bytes) {
        PictureFormat format = PictureFormat.sniff(bytes)
                .orElseThrow(() -> new IllegalStateException("the picture of a job is none any more"));
        return new Picture(bytes, String.valueOf(pictureName), format);
    }

    Instant receivedAt() {
        return Instant.parse(received);
    }

    Admitted admitted(AccountId account) {
        var period = new UsagePeriod(LocalDate.parse(periodStart), LocalDate.parse(periodEnd));
        return new Admitted(new Call(account, period, receivedAt()), calls, max);
    }
}
