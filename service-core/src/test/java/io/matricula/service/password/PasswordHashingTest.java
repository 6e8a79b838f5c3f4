package io.matricula.service.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.password.PasswordHashing.Cost;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
    private final PasswordHashing hashing = new PasswordHashing(Cost.DEFAULT, 2);

    @Test
    void hash_isArgon2idWithTheParametersAndASaltOfItsOwn() {
        String hash = hashing.hash("gate seven opens");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("gate");
        assertThat(hashing.hash("gate seven opens")).isNotEqualTo(hash);
    }

    @Test
    void matches_onlyTheSamePassword() {
        String hash = hashing.hash("gate seven opens");
        assertThat(hashing.matches("gate seven opens", hash)).isTrue();
        assertThat(hashing.matches("gate seven open", hash)).isFalse();
        assertThat(hashing.matches("", hash)).isFalse();
    }

    @Test
    void matches_sameLettersAsOtherCodePoints_isTheSamePassword() {
        assertThat(hashing.matches("pa\u0301sswo\u0308rter", hashing.hash("p\u00e1ssw\u00f6rter")))
                .isTrue();
    }

    @Test
    void matches_hashOfOtherParameters_isCheckedByThem() {
        String cheap = new PasswordHashing(new Cost(64, 1), 1).hash("gate seven opens");
        assertThat(hashing.matches("gate seven opens", cheap)).isTrue();
    }

    @Test
    void hash_manyAtOnce_allGetTheirTurn() {
        var cheap = new PasswordHashing(new Cost(1024, 1), 2);
        var hashes = IntStream.range(0, 32)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> cheap.hash("password " + i), run -> new Thread(run).start()))
                .toList();
        assertThat(hashes.stream().map(CompletableFuture::join)).hasSize(32).doesNotHaveDuplicates();
    }
}
