package org.comity.command.door.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.api.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainFormsTest {
    @ParameterizedTest
    @CsvSource({
        "TEXT, two words",
        "NAME, José María Ñandú-O'Higgins",
        "NAME, 田中 太郎",
        "NAME, محمد علي",
        "ACCOUNT, suspect@mail.example",
        "IPV4, 192.0.2.1",
        "IPV4, 0.0.0.0",
        "IPV4, 255.255.255.255",
        "IPV6, 2001:db8::1",
        "IPV6, ::",
        "IPV6, ::ffff:192.0.2.1",
        "EMAIL, first.last+tag@sub.example.org",
        "EMAIL, имя@пример.example",
        "PHONE, +351912345678",
        "PHONE, +12025550143",
        "URL, https://example.org/a?b=c#d",
        "URL, http://192.0.2.1:8080/",
        "IMEI, 490154203237518",
        "WALLET, bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "WALLET, 0x52908400098527886E0F7030069857D2E4169EE7"
    })
    void takeWhatHasTheForm(Form.Kind kind, String text) {
        assertThat(PlainForms.broken(kind, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, ' '",
        "NAME, ' '",
        "ACCOUNT, ''",
        "IPV4, 192.0.2",
        "IPV4, 192.0.2.1.",
        "IPV4, 192.0.2.01",
        "IPV4, 192.0.2.256",
        "IPV4, ١٩٢.0.2.1",
        "IPV6, 2001:db8::1%eth0",
        "IPV6, 2001:db8::1::2",
        "IPV6, example",
        "EMAIL, @example.org",
        "EMAIL, name@example",
        "EMAIL, a..b@example.org",
        "PHONE, 912345678",
        "PHONE, +351 912 345 678",
        "PHONE, +99912345678",
        "URL, example.org",
        "URL, javascript:alert(1)",
        "URL, https:///path",
        "IMEI, 490154203237519",
        "IMEI, 49015420323751",
        "WALLET, '1 2'",
        "WALLET, ''"
    })
    void refuseWhatDoesNot(Form.Kind kind, String text) {
        assertThat(PlainForms.broken(kind, text)).isPresent();
    }

    @Test
    void letFreeTextHaveLinesAndNothingElseThatIsInvisible() {
        assertThat(PlainForms.broken(Form.Kind.TEXT, "one\n\ttwo\r\nthree")).isEmpty();
        assertThat(PlainForms.broken(Form.Kind.TEXT, "bell \u0007")).isPresent();
        assertThat(PlainForms.broken(Form.Kind.TEXT, "turned \u202E")).isPresent();
        assertThat(PlainForms.broken(Form.Kind.TEXT, "x".repeat(20_000))).isEmpty();
        assertThat(PlainForms.broken(Form.Kind.TEXT, "x".repeat(20_001))).isPresent();
    }

    @Test
    void nameTheRuleAndNeverTheValue() {
        assertThat(PlainForms.broken(Form.Kind.IMEI, "490154203237519"))
                .hasValueSatisfying(rule -> assertThat(rule).endsWith(".").doesNotContain("490154203237519"));
    }
}
