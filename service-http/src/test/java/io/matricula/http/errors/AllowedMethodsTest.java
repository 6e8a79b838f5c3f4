package io.matricula.http.errors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AllowedMethodsTest {
    private final List<AllowedMethods.Place> places = AllowedMethods.places(Stream.of(Things.class, String.class));

    /** Resources as ours are written. */
    @Path("/v1/things")
    public static class Things {
        @GET
        public void list() {}

        @POST
        public void make() {}

        @PATCH
        @Path("{id}")
        public void change() {}

        @DELETE
        @Path("/{id}/")
        public void remove() {}

        @GET
        @Path("switch-on")
        public void page() {}
    }

    @Test
    void at_knownPath_namesAllMethodsWithAndWithoutSlash() {
        for (String slash : new String[] {"", "/"}) {
            assertThat(AllowedMethods.at("/v1/things" + slash, places)).isEqualTo("GET, HEAD, POST, OPTIONS");
            assertThat(AllowedMethods.at("/v1/things/7" + slash, places)).isEqualTo("DELETE, PATCH, OPTIONS");
        }
    }

    @Test
    void at_pathThatTwoFormsFit_meansTheNamedOne() {
        assertThat(AllowedMethods.at("/v1/things/switch-on", places)).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void at_otherPath_namesNone() {
        assertThat(AllowedMethods.at("/v1/things/7/8", places)).isEqualTo("OPTIONS");
    }
}
