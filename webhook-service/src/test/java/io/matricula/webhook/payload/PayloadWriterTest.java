package io.matricula.webhook.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.matricula.service.account.AccountId;
import io.matricula.service.testkit.Webhooks;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookEvent;
import io.matricula.service.webhook.WebhookFilter;
import io.matricula.service.webhook.WebhookSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayloadWriterTest {
    private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, 0, 13, 10, '-', '-', 1};
    private static final String TWO_CARS = """
            {"results":[
              {"box":{"xmin":140,"ymin":480,"xmax":280,"ymax":570},"plate":"nhk552",
               "vehicle":{"score":0.8,"type":"Sedan","box":{"xmin":67,"ymin":113,"xmax":908,"ymax":653}},
               "corners":[{"x":140.5,"y":480.0}]},
              {"box":{"xmin":20,"ymin":300,"xmax":60,"ymax":330},"plate":"x1",
               "vehicle":{"score":0.0,"type":"Unknown","box":{"xmin":0,"ymin":0,"xmax":0,"ymax":0}}}],
             "filename":"1617_json_car.png","image_width":1000,"image_height":640}""";
    private final AccountId account = AccountId.random();
    private final PayloadWriter writer = new PayloadWriter((picture, area) -> picture);
    private final JsonMapper json = new JsonMapper();

    private static Webhook webhook(AccountId account, ImageType image) {
        return Webhooks.webhook(account, "https://example.org/a?b=1&c=%20")
                .withSettings(new WebhookSettings(
                        URI.create("https://example.org/a?b=1&c=%20"), image, WebhookFilter.ALL, null, true));
    }

    private WebhookEvent event(String data) {
        return new WebhookEvent(EventId.random(), account, Webhooks.NOW, WebhookEvent.IMAGE_DONE, data, true);
    }

    private JsonNode formJson(Payload form) throws IOException {
        String text = new String(form.body(), StandardCharsets.ISO_8859_1);
        int start = text.indexOf("\r\n\r\n") + 4;
        return json.readTree(text.substring(start, text.indexOf("\r\n--", start)));
    }

    @Test
    void write_dataOnly_isJsonOfHookAndData() throws IOException {
        Webhook webhook = webhook(account, ImageType.NONE);
        Payload payload = writer.write(webhook, event("{\"results\":[],\"camera_id\":null}"), Optional.empty());
        assertThat(payload.contentType()).isEqualTo("application/json");
        assertThat(json.readTree(payload.body()))
                .isEqualTo(json.readTree("{\"hook\":{\"target\":\"https://example.org/a?b=1&c=%20\",\"id\":"
                        + webhook.id()
                        + ",\"event\":\"image.done\"},\"data\":{\"results\":[],\"camera_id\":null}}"));
    }

    @Test
    void write_anyText_survivesAReaderThatUrlDecodes() throws IOException {
        String odd = "{\"camera_id\":\"50% + T\u00fcr \u9580 \ud83d\ude97 a=b&c\"}";
        byte[] body = writer.write(webhook(account, ImageType.NONE), event(odd), Optional.empty())
                .body();
        String text = new String(body, StandardCharsets.US_ASCII);
        assertThat(text).doesNotContain("%", "+", "&", "=", "\ufffd");
        assertThat(json.readTree(text).path("data")).isEqualTo(json.readTree(odd));
    }

    @Test
    void write_withOriginal_isAFormOfJsonAndUpload() {
        Payload form = writer.write(webhook(account, ImageType.ORIGINAL), event(TWO_CARS), Optional.of(PICTURE));
        String boundary = form.contentType().replaceFirst("^multipart/form-data; boundary=([0-9a-f]{32})$", "$1");
        assertThat(boundary).hasSize(32);
        String text = new String(form.body(), StandardCharsets.ISO_8859_1);
        assertThat(text)
                .startsWith("--" + boundary + "\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n{\"hook\":")
                .endsWith("\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"upload\"; "
                        + "filename=\"picture.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                        + new String(PICTURE, StandardCharsets.ISO_8859_1)
                        + "\r\n--" + boundary + "--\r\n");
    }

    @Test
    void write_withOriginal_keepsTheBoxes() throws IOException {
        Payload form = writer.write(webhook(account, ImageType.ORIGINAL), event(TWO_CARS), Optional.of(PICTURE));
        assertThat(formJson(form).path("data")).isEqualTo(json.readTree(TWO_CARS));
    }

    @Test
    void write_withVehicles_cutsAroundThemAndMovesEveryBox() throws IOException {
        var areas = new java.util.ArrayList<Area>();
        var cutting = new PayloadWriter((picture, area) -> {
            areas.add(area);
            return PICTURE;
        });
        JsonNode data = formJson(
                        cutting.write(webhook(account, ImageType.VEHICLE), event(TWO_CARS), Optional.of(PICTURE)))
                .path("data");
        assertThat(areas).containsExactly(new Area(20, 113, 908, 640));
        assertThat(data.at("/results/0/vehicle/box").toString())
                .isEqualTo("{\"xmin\":47,\"ymin\":0,\"xmax\":888,\"ymax\":540}");
        assertThat(data.at("/results/0/box").toString())
                .isEqualTo("{\"xmin\":120,\"ymin\":367,\"xmax\":260,\"ymax\":457}");
        assertThat(data.at("/results/0/corners/0").toString()).isEqualTo("{\"x\":120.5,\"y\":367.0}");
        assertThat(data.at("/results/1/vehicle/box/xmax").asInt())
                .as("none stays none")
                .isZero();
        assertThat(data.path("image_width").asInt()).isEqualTo(888);
        assertThat(data.path("image_height").asInt()).isEqualTo(527);
    }

    @Test
    void write_vehiclesWithoutAny_sendsTheWholePicture() throws IOException {
        String none = "{\"results\":[],\"image_width\":10,\"image_height\":10}";
        var cutting = new PayloadWriter((picture, area) -> {
            assertThat(area).isNull();
            return PICTURE;
        });
        JsonNode data = formJson(cutting.write(webhook(account, ImageType.VEHICLE), event(none), Optional.of(PICTURE)))
                .path("data");
        assertThat(data).isEqualTo(json.readTree(none));
    }

    @Test
    void write_pictureThatCannotBeCut_sendsItAsItCameWithItsOwnBoxes() throws IOException {
        var failing = new PayloadWriter((picture, area) -> {
            throw new IOException("no");
        });
        Payload form = failing.write(webhook(account, ImageType.VEHICLE), event(TWO_CARS), Optional.of(PICTURE));
        assertThat(formJson(form).path("data")).isEqualTo(json.readTree(TWO_CARS));
    }

    @Test
    void write_pictureNoLongerKept_isAFormOfJsonAlone() throws IOException {
        Payload form = writer.write(webhook(account, ImageType.ORIGINAL), event(TWO_CARS), Optional.empty());
        assertThat(formJson(form).path("data")).isEqualTo(json.readTree(TWO_CARS));
        assertThat(new String(form.body(), StandardCharsets.ISO_8859_1)).doesNotContain("upload");
    }
}
