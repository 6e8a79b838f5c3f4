import { lines, quoted, type Sample } from './sample';

/** The JDK writes no multipart bodies, so the picture goes as base64 in a form. */
export const java: Sample = {
  name: 'Java',
  file: 'Read.java',
  run: 'java Read.java',
  write: (call) => `import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

class Read {
    public static void main(String[] args) throws Exception {
        byte[] picture = Files.readAllBytes(Path.of(${quoted(call.picture)}));
        Map<String, String> form = new LinkedHashMap<>();
${lines(call, (name, value) => `        form.put(${quoted(name)}, ${quoted(value)});`)}        form.put("upload", Base64.getEncoder().encodeToString(picture));
        HttpRequest request = HttpRequest.newBuilder(URI.create(${quoted(call.url)}))
                .header("Authorization", ${quoted(`Token ${call.token}`)})
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(response.body());
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
`,
};
