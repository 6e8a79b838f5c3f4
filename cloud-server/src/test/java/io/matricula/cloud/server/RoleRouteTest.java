package io.matricula.cloud.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleRouteTest {
    private static RoleRoute route(Role... roles) {
        return new RoleRoute(new ServerConfig() {
            @Override
            public Set<Role> role() {
                return Set.of(roles);
            }

            @Override
            public Rehearsal rehearsal() {
                throw new UnsupportedOperationException();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void probes_areServedByAll(Role role) {
        assertThat(route(role).isServed("/healthz")).isTrue();
        assertThat(route(role).isServed("/readyz")).isTrue();
        assertThat(route(role).isServed("/q/metrics")).isTrue();
    }

    @Test
    void statistics_areServedByUsageAlone() {
        assertThat(route(Role.USAGE).isServed("/v1/statistics/")).isTrue();
        assertThat(route(Role.USAGE).isServed("/v1/statistics/daily.csv")).isTrue();
        assertThat(route(Role.GATEWAY, Role.WEBHOOKS).isServed("/v1/statistics"))
                .isFalse();
    }

    @Test
    void theRest_isServedByTheGatewayAlone() {
        for (String path : new String[] {"/v1/plate-reader/", "/v1/accounts", "/v1/statisticsish", "/"}) {
            assertThat(route(Role.GATEWAY).isServed(path)).as(path).isTrue();
            assertThat(route(Role.USAGE, Role.WEBHOOKS).isServed(path)).as(path).isFalse();
        }
    }
}
