package io.matricula.local.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console as the server gives it out, with what protects and caches it; what it does is tested in a browser. */
@QuarkusTest
class ConsoleE2E {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/try", "/confirm", "/docs"})
    void page_underEachPath_isSentWithItsPolicy(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("X-Frame-Options", "DENY")
                .header("Cache-Control", "no-cache")
                .body(containsString("<div id=\"app\">"));
    }

    @Test
    void page_thatTheBrowserHas_isNotSentAgain() {
        String tag = given().get("/").getHeader("ETag");

        given().header("If-None-Match", tag).get("/").then().statusCode(304).body(equalTo(""));
    }

    @Test
    void script_ofThePage_isKeptForEver() {
        Matcher script = SCRIPT.matcher(given().get("/").asString());
        assertThat(script.find()).isTrue();

        Response answer = given().header("Accept-Encoding", "gzip").get(script.group(1));

        answer.then()
                .statusCode(200)
                .contentType(startsWith("text/javascript"))
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", containsString("immutable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/none.js", "/assets/..%2Findex.html", "/assets/index", "/index.html", "/no-such-page"})
    void file_thatIsNone_isAnErrorInJson(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404).body("status_code", equalTo(404));
    }

    @Test
    void apiDocument_asJson_isTheWrittenOne() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Matricula"))
                .body("paths.'/v1/plate-reader/'.post.operationId", equalTo("readPlates"));
        given().get("/openapi.yml").then().statusCode(200).body(startsWith("openapi:"));
    }
}
