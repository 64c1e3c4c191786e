package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.mla.ManifestEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final String SHA_256 = "sha-256:" + "0a".repeat(32);
    private static final Personal VALUE = new Personal(UUID.randomUUID(), UUID.randomUUID(), "c2VhbGVk");

    @Test
    void aCodeIsKebabCase() {
        assertThat(new Code("fully-executed").value()).isEqualTo("fully-executed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Fully", "a--b", "-a", "a-", "a b", "ä"})
    void anythingElseIsNoCode(String text) {
        assertThatThrownBy(() -> new Code(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void aLabelKeepsAnyScript() {
        assertThat(new Label("النيابة العامة ٧").value()).isEqualTo("النيابة العامة ٧");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "a\nb", "abc\u202Etxt.exe", "a\u2066b", "\uD800"})
    void aLabelHasNoControlAndNoDirectionCharacters(String text) {
        assertThatThrownBy(() -> new Label(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void aLabelHasAtMostTwoHundredCharacters() {
        assertThat(new Label("x".repeat(200)).value()).hasSize(200);
        assertThatThrownBy(() -> new Label("x".repeat(201))).isInstanceOf(Malformed.class);
    }

    @Test
    void aStateIsAnAssignedCode() {
        assertThat(new StateCode("PT").value()).isEqualTo("PT");
        assertThatThrownBy(() -> new StateCode("XX")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new StateCode("pt")).isInstanceOf(Malformed.class);
    }

    @Test
    void aDigestNamesItsAlgorithmAndHasItsLength() {
        assertThat(new Digest(SHA_256).isStrong()).isTrue();
        assertThatThrownBy(() -> new Digest("sha-256:0a0a")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Digest("crc32:00000000")).isInstanceOf(Malformed.class);
    }

    @Test
    void aWeakDigestStandsOnlyBesideAStrongOne() {
        var md5 = new Digest("md5:" + "00".repeat(16));
        assertThat(new ManifestEntry(new Label("0001"), 1, List.of(md5, new Digest(SHA_256))).digests())
                .hasSize(2);
        assertThatThrownBy(() -> new ManifestEntry(new Label("0001"), 1, List.of(md5)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void anIdentifierIsOfExactlyOneKind() {
        var one = new Identifier(null, null, null, VALUE, null, null, null, null, null, null, null);
        assertThat(one.email()).isEqualTo(VALUE);
        assertThatThrownBy(() -> new Identifier(VALUE, null, null, VALUE, null, null, null, null, null, null, null))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Identifier(null, null, null, null, null, null, null, null, null, null, null))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void onlyAnAddressHasAPort() {
        assertThat(new Identifier(null, VALUE, null, null, null, null, null, null, 443, null, null).port())
                .isEqualTo(443);
        assertThatThrownBy(() -> new Identifier(null, null, null, VALUE, null, null, null, null, 443, null, null))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Identifier(null, VALUE, null, null, null, null, null, null, 65536, null, null))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aDocumentHasAStrongDigestAndALanguageTag() {
        assertThat(new Document(VALUE, new Digest(SHA_256), "zh-Hant", "application/pdf").language())
                .isEqualTo("zh-Hant");
        assertThatThrownBy(() -> new Document(VALUE, new Digest("md5:" + "00".repeat(16)), null, null))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Document(VALUE, new Digest(SHA_256), "not a tag", null))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Document(VALUE, new Digest(SHA_256), null, "pdf"))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aSealedValueNeverShowsItsCiphertextInText() {
        assertThat(VALUE.toString()).doesNotContain(VALUE.sealed());
    }

    @Test
    void aWitnessedActIsJudgedByTheDoorsClockAndAReportedOneByItsDay() {
        var happened = Instant.parse("2026-03-01T10:00:00Z");
        var typed = Instant.parse("2026-03-05T10:00:00Z");
        var office =
                new Office(new AuthorityId(UUID.randomUUID()), AuthorityKind.CENTRAL_AUTHORITY, new StateCode("PT"));
        var other =
                new Office(new AuthorityId(UUID.randomUUID()), AuthorityKind.CENTRAL_AUTHORITY, new StateCode("CL"));
        var actor = new Actor(new PersonId(UUID.randomUUID()), Mandate.OFFICER, office);

        var witnessed = new Act(actor, null, null, null, null, null, happened, typed);
        var reported = new Act(actor, null, other, null, null, null, happened, typed);

        assertThat(witnessed.judgedAt()).isEqualTo(typed);
        assertThat(witnessed.office()).isEqualTo(office);
        assertThat(reported.judgedAt()).isEqualTo(happened);
        assertThat(reported.office()).isEqualTo(other);
    }

    @Test
    void aRefusalKeepsItsCodeWhenItsSourceAndDetailsAreAdded() {
        var refused = Refused.conflict("mla.not-allowed-in-status", "Not now.")
                .from("M08; eio 16(1)")
                .with("laterActs", List.of());
        assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
        assertThat(refused.code()).isEqualTo("mla.not-allowed-in-status");
        assertThat(refused.source()).isEqualTo("M08; eio 16(1)");
        assertThat(refused.details()).containsKey("laterActs");
        assertThat(refused.getStackTrace()).isEmpty();
    }
}
