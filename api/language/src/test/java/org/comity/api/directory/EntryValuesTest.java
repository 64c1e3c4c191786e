package org.comity.api.directory;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comity.api.Channel;
import org.comity.api.Digest;
import org.comity.api.Label;
import org.comity.api.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryValuesTest {
    @ParameterizedTest
    @CsvSource({"pt,pt", "PT-br,pt-BR", "zh-hant,zh-Hant", "sr-Latn,sr-Latn", "fil,fil", "es-419,es-419"})
    void aLanguageIsWrittenCanonically(String written, String canonical) {
        assertThat(new LanguageTag(written).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "qqq", "english", "pt_BR", "pt-ZZ", "pt-Xxxx", "und", "x-klingon", "-"})
    void aLanguageThatDoesNotExistIsRefused(String tag) {
        malformed(() -> new LanguageTag(tag));
    }

    @Test
    void aTimeZoneIsOneOfTheDatabase() {
        assertThat(new ZoneName("America/Santiago").id().getId()).isEqualTo("America/Santiago");
        malformed(() -> new ZoneName("Europe/Atlantis"));
        malformed(() -> new ZoneName("+02:00"));
    }

    @Test
    void anOfficeOpensBeforeItClosesOnSomeDay() {
        malformed(() -> opening("17:00", "09:00", MONDAY));
        malformed(() -> opening("09:00", "09:00", MONDAY));
        malformed(() -> opening("09:00", "17:00"));
    }

    @Test
    void hoursOfTheSameDayDoNotOverlap() {
        var zone = new ZoneName("Europe/Lisbon");
        Opening morning = opening("09:00", "12:30", MONDAY);

        assertThat(new OfficeHours(zone, List.of(morning, opening("12:30", "17:00", MONDAY))).openings())
                .hasSize(2);
        malformed(() -> new OfficeHours(zone, List.of(morning, opening("12:00", "17:00", MONDAY, FRIDAY))));
    }

    @Test
    void anOfficeIsOpenByTheClockOnItsWall() {
        var hours = new OfficeHours(new ZoneName("Asia/Tokyo"), List.of(opening("09:00", "17:00", MONDAY)));

        assertThat(hours.areOpenAt(Instant.parse("2026-06-01T00:00:00Z"))).isTrue();
        assertThat(hours.areOpenAt(Instant.parse("2026-05-31T23:59:59Z"))).isFalse();
        assertThat(hours.areOpenAt(Instant.parse("2026-06-01T08:00:00Z"))).isFalse();
        assertThat(new OfficeHours(new ZoneName("Asia/Tokyo"), List.of(opening("00:00", "09:00", SUNDAY)))
                        .areOpenAt(Instant.parse("2026-06-01T00:00:00Z")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "e-mail,office@ministry.example",
        "e-mail,mla.24-7@justice.gov.example",
        "telephone,+351 21 000 00 00",
        "secure-electronic,https://ministry.example/inbox?of=mla",
        "secure-electronic,urn:party:pt-central",
        "post,Rua do Ouro 1; 1100-060 Lisboa"
    })
    void anAddressHasTheFormOfItsChannel(String channel, String address) {
        assertThat(channel(channel, address).address().value()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "e-mail,office",
        "e-mail,office@ministry",
        "e-mail,a..b@ministry.example",
        "e-mail,a b@ministry.example",
        "telephone,0351 21",
        "telephone,+0 123456789",
        "secure-electronic,http://ministry.example",
        "secure-electronic,https://",
        "secure-electronic,https://user:secret@ministry.example",
        "post,javascript://x%0aalert(1)"
    })
    void anAddressOfAnotherFormIsRefused(String channel, String address) {
        malformed(() -> channel(channel, address));
    }

    @Test
    void aKeyIsPublicAndItsFingerprintStrong() {
        String body = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";
        String pem = "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";

        assertThat(new PublicKey(pem).value()).isEqualTo(pem);
        assertThat(new PublicKey(body).value()).isEqualTo(body);
        malformed(() -> new PublicKey(pem.replace("PUBLIC", "PRIVATE")));
        malformed(() -> new PublicKey("no key"));
        malformed(() -> new ContactChannel(
                new Channel("e-mail"),
                new Label("office@ministry.example"),
                null,
                new Digest("sha-1:" + "0".repeat(40))));
    }

    @Test
    void aChangeLeavesWhatItDoesNotName() {
        var before = new AuthorityDetails(null, List.of(), List.of(new LanguageTag("pt")), null, true, null);
        var after = before.with(new AuthorityDetails(null, null, List.of(), null, null, List.of()));

        assertThat(after).isEqualTo(new AuthorityDetails(null, List.of(), List.of(), null, true, List.of()));
    }

    private static ContactChannel channel(String channel, String address) {
        return new ContactChannel(new Channel(channel), new Label(address), null, null);
    }

    private static Opening opening(String from, String until, DayOfWeek... days) {
        return new Opening(List.of(days), LocalTime.parse(from), LocalTime.parse(until));
    }

    private static void malformed(ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(Malformed.class);
    }
}
