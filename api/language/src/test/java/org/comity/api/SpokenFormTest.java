package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpokenFormTest {
    private static final UUID ID = UUID.fromString("3f2a9c51-7be0-4d13-9a64-0c5f8e21b7aa");
    private static final String SPOKEN = SpokenForm.of('M', ID);

    @Test
    void hasTheKindThreeGroupsAndACheckCharacter() {
        assertThat(SPOKEN).matches("M(-[0-9A-HJKMNP-TV-Z]{4}){3}-[0-9A-HJKMNP-TV-Z]");
    }

    @Test
    void dependsOnlyOnTheIdentity() {
        assertThat(SpokenForm.of('M', UUID.fromString(ID.toString()))).isEqualTo(SPOKEN);
        assertThat(SpokenForm.of('M', UUID.fromString("3f2a9c51-7be0-4d23-9a64-0c5f8e21b7aa")))
                .isNotEqualTo(SPOKEN);
    }

    @Test
    void isReadBackHoweverItWasTyped() {
        assertThat(SpokenForm.parse(SPOKEN)).contains(SPOKEN);
        assertThat(SpokenForm.parse(SPOKEN.toLowerCase().replace("-", " "))).contains(SPOKEN);
    }

    @Test
    void readsLettersThatAreTakenForDigits() {
        String zeros = SpokenForm.of('P', new UUID(0, 0));
        assertThat(SpokenForm.parse(zeros.replace('0', 'O'))).contains(zeros);
        assertThat(SpokenForm.parse("p-oooo-0000-0000-" + zeros.charAt(zeros.length() - 1)))
                .contains(zeros);
    }

    @Property
    void noticesEachSingleWrongCharacter(@ForAll long bits, @ForAll @IntRange(max = 31) int wrong) {
        String spoken = SpokenForm.of('M', new UUID(bits, 0)).replace("-", "");
        for (int i = 0; i < spoken.length(); i++) {
            char other = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(wrong);
            String typed = spoken.substring(0, i) + other + spoken.substring(i + 1);
            assertThat(typed.equals(spoken) || SpokenForm.parse(typed).isEmpty())
                    .as(typed)
                    .isTrue();
        }
    }

    @Property
    void noticesTwoCharactersThatChangedPlacesHoweverFarApart(@ForAll long bits) {
        String spoken = SpokenForm.of('M', new UUID(bits, 0)).replace("-", "");
        for (int i = 1; i < spoken.length(); i++) {
            for (int j = i + 1; j < spoken.length(); j++) {
                var typed = new StringBuilder(spoken);
                typed.setCharAt(i, spoken.charAt(j));
                typed.setCharAt(j, spoken.charAt(i));
                assertThat(typed.toString().equals(spoken)
                                || SpokenForm.parse(typed.toString()).isEmpty())
                        .as(typed.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void isNothingIfItIsTooShortOrHasAForeignCharacter() {
        assertThat(SpokenForm.parse("M-7K3Q")).isEmpty();
        assertThat(SpokenForm.parse(SPOKEN.replace(SPOKEN.charAt(3), 'é'))).isEmpty();
    }

    @Test
    void isReadDespiteOneWrongCharacterWhereverItIs() {
        String text = SPOKEN.replace("-", "");
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'X' ? 'Y' : 'X';
            String typed = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(SpokenForm.readings(typed)).as(typed).contains(SPOKEN).hasSizeLessThan(60);
        }
    }

    @Test
    void isReadDespiteTwoCharactersThatChangedPlaces() {
        String text = SPOKEN.replace("-", "");
        for (int i = 1; i < text.length(); i++) {
            String typed = text.substring(0, i - 1) + text.charAt(i) + text.charAt(i - 1) + text.substring(i + 1);
            assertThat(SpokenForm.readings(typed)).as(typed).contains(SPOKEN);
        }
    }

    @Test
    void isReadDespiteACharacterThatIsMissingOrTooMany() {
        String text = SPOKEN.replace("-", "");
        for (int i = 0; i < text.length(); i++) {
            String missing = text.substring(0, i) + text.substring(i + 1);
            String doubled = text.substring(0, i) + text.charAt(i) + text.substring(i);
            assertThat(SpokenForm.readings(missing)).as(missing).contains(SPOKEN);
            assertThat(SpokenForm.readings(doubled)).as(doubled).contains(SPOKEN);
        }
    }

    @Test
    void readsWhatHoldsNoErrorAsItIsBeforeAnythingElse() {
        assertThat(SpokenForm.readings(SPOKEN.toLowerCase()).getFirst()).isEqualTo(SPOKEN);
        assertThat(SpokenForm.readings("12/2026-B")).isEmpty();
    }
}
