package io.matricula.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.contract.internal.RecognitionWire;
import io.matricula.embedded.DemoAccount;
import io.matricula.service.testkit.DrawnCar;
import io.matricula.service.testkit.PlateReaderContract;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The whole service with the real models and a state folder on disk. */
@QuarkusTest
class PlateReaderE2E extends PlateReaderContract {
    @Inject
    DemoAccount demo;

    @Inject
    ReadyMessage ready;

    @Override
    protected RequestSpecification request() {
        return given();
    }

    @Override
    protected String token() {
        return demo.token().reveal();
    }

    @Test
    void recognition_withoutAnAccount_isNotOffered() {
        given().contentType(RecognitionWire.MEDIA_TYPE)
                .body(DrawnCar.jpeg())
                .post(RecognitionWire.PATH)
                .then()
                .statusCode(404);
    }

    @Test
    void readyMessage_namesTokenAndAddress() {
        assertThat(ready.text("127.0.0.1", 8080))
                .contains("Token " + token())
                .contains("http://127.0.0.1:8080/v1/plate-reader/");
    }
}
