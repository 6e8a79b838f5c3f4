package io.matricula.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiErrorTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void errors_ofTheCatalogue_haveTextsOfTheirOwn() {
        assertThat(Arrays.stream(ApiError.values()).map(ApiError::detail)).doesNotHaveDuplicates();
        assertThat(ApiError.values()).allMatch(error -> error.status() >= 400 && error.status() < 600);
    }

    @Test
    void answer_of413_hasErrorBesideDetail() throws Exception {
        assertThat(json.writeValueAsString(ApiError.TOO_LARGE.answer("too large", Map.of())))
                .isEqualTo("{\"detail\":\"too large\",\"status_code\":413,\"error\":\"too large\"}");
    }

    @Test
    void answer_withFields_namesEachAtTheTop() throws Exception {
        assertThat(json.writeValueAsString(ApiError.BAD_FIELD.answer("mmc: wrong", Map.of("mmc", List.of("wrong")))))
                .isEqualTo("{\"detail\":\"mmc: wrong\",\"status_code\":400,\"mmc\":[\"wrong\"]}");
    }
}
