package org.comity.log.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** The example of the specification C2SP signed-note. */
    private static final VerifierKey EXAMPLE_KEY =
            VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

    private static final String EXAMPLE = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private static final SigningKey LOG = SigningKey.generate("log.example/1");
    private static final SigningKey WITNESS = SigningKey.generate("witness.example/w");
    private static final Checkpoint CHECKPOINT = new Checkpoint("log.example/1", 1, Hash.leaf(new byte[] {1}));

    @Test
    void verifiesTheExampleOfTheSpecification() {
        SignedNote note = SignedNote.parse(EXAMPLE);
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.verifiedBy(List.of(EXAMPLE_KEY))).containsExactly(EXAMPLE_KEY);
        assertThat(note).hasToString(EXAMPLE);
    }

    @Test
    void isVerifiedByTheKeyThatSignedItAndByNoOther() {
        SignedNote note = CHECKPOINT.signedBy(LOG);
        SignedNote read = SignedNote.parse(note.toString());
        assertThat(read.verifiedBy(List.of(LOG.verifier()))).containsExactly(LOG.verifier());
        assertThat(read.verifiedBy(List.of(
                        WITNESS.verifier(), SigningKey.generate("log.example/1").verifier())))
                .isEmpty();
    }

    @Test
    void isRefusedIfASignatureOfAKnownKeyIsNotTrue() {
        SignedNote forged =
                new SignedNote("another text\n", CHECKPOINT.signedBy(LOG).signatures());
        assertThatThrownBy(() -> forged.verifiedBy(List.of(LOG.verifier()))).isInstanceOf(Unreadable.class);
    }

    @Property(tries = 200)
    void noChangedByteOfANoteVerifies(@ForAll @IntRange(min = 0, max = 200) int at, @ForAll char other) {
        String note = CHECKPOINT.signedBy(LOG).toString();
        if (at >= note.length() || note.charAt(at) == other) {
            return;
        }
        String changed = note.substring(0, at) + other + note.substring(at + 1);
        try {
            assertThat(SignedNote.parse(changed).verifiedBy(List.of(LOG.verifier())))
                    .isEmpty();
        } catch (Unreadable e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n— name\n",
                "text\n\n— name QUFBQQ==\n",
                "text\n\n— na+me QUFBQUE=\n",
                "text\n\n— na me QUFBQUE=\n",
                "text\n\n—  QUFBQUE=\n",
                "text\n\n- name QUFBQUE=\n",
                "text\n\n— name QUFBQUE=",
                "text\n\n— name QUFBQUE\n",
                "text\n\n— name QUFBQUF=\n",
                "te\txt\n\n— name QUFBQUE=\n",
                "te\u0000xt\n\n— name QUFBQUE=\n",
                "te\ud800xt\n\n— name QUFBQUE=\n"
            })
    void isReadFromNothingElse(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(Unreadable.class);
    }

    @Test
    void isBoundedInSize() {
        String line = "— name QUFBQUE=\n";
        assertThat(SignedNote.parse("text\n\n" + line.repeat(100)).signatures()).hasSize(100);
        assertThatThrownBy(() -> SignedNote.parse("text\n\n" + line.repeat(101)))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> SignedNote.parse("x".repeat(1_000_000) + "\n\n" + line))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void isCosignedWithTheMomentAtWhichAWitnessSawIt() {
        SignedNote note = CHECKPOINT.signedBy(LOG).with(WITNESS.cosign(CHECKPOINT.text(), 1_679_315_147));
        assertThat(SignedNote.parse(note.toString()).verifiedBy(List.of(LOG.verifier(), WITNESS.cosigner())))
                .containsExactly(LOG.verifier(), WITNESS.cosigner());
        assertThat(note.signatures().getLast().bytes()).hasSize(72);
        assertThat(Cosignature.of(note.signatures().getLast()))
                .hasValueSatisfying(
                        cosignature -> assertThat(cosignature.timestamp()).isEqualTo(1_679_315_147));
    }

    @Test
    void isNotCosignedByASignatureOfTheNoteOrWithAnotherTime() {
        NoteSignature plain = WITNESS.sign(CHECKPOINT.text());
        assertThat(WITNESS.cosigner().verifies(CHECKPOINT.text(), plain)).isFalse();
        byte[] bytes = WITNESS.cosign(CHECKPOINT.text(), 5).bytes();
        bytes[7]++;
        var later =
                new NoteSignature(WITNESS.cosigner().name(), WITNESS.cosigner().id(), bytes);
        assertThat(WITNESS.cosigner().verifies(CHECKPOINT.text(), later)).isFalse();
        bytes[0] = -1;
        var negative =
                new NoteSignature(WITNESS.cosigner().name(), WITNESS.cosigner().id(), bytes);
        assertThat(WITNESS.cosigner().verifies(CHECKPOINT.text(), negative)).isFalse();
    }

    @Test
    void keysAreReadFromTheirTextAndNothingElse() {
        assertThat(VerifierKey.parse(LOG.verifier().toString())).isEqualTo(LOG.verifier());
        assertThat(VerifierKey.parse(WITNESS.cosigner().toString())).isEqualTo(WITNESS.cosigner());
        assertThat(LOG.verifier().as(VerifierKey.Type.COSIGNATURE)).isEqualTo(LOG.cosigner());
        for (String text : List.of(
                "",
                "+",
                "++",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
                "example.com/foo+530d903a+AQ==",
                "exam ple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")) {
            assertThatThrownBy(() -> VerifierKey.parse(text)).as(text).isInstanceOf(Unreadable.class);
        }
    }

    /** Made by {@code openssl genpkey -algorithm ed25519}; the public half as {@code openssl pkey -pubout} shows it. */
    @Test
    void aPrivateKeyIsReadFromPem() {
        SigningKey read = SigningKey.parse("log.example/1", LOG.pem());
        assertThat(read.verifier()).isEqualTo(LOG.verifier());
        assertThat(LOG.verifier().verifies("text\n", read.sign("text\n"))).isTrue();
        assertThat(SigningKey.parse("x", """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
                -----END PRIVATE KEY-----
                """).verifier().toString())
                .endsWith("+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");
        for (String pem : List.of("", "-----BEGIN PRIVATE KEY-----", LOG.pem().replace("M", "N"))) {
            assertThatThrownBy(() -> SigningKey.parse("x", pem)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void aCheckpointIsReadFromItsTextAndNothingElse() {
        assertThat(Checkpoint.parse(CHECKPOINT.text())).isEqualTo(CHECKPOINT);
        var extended = new Checkpoint("o", 0, Hash.OF_NOTHING, List.of("more"));
        assertThat(Checkpoint.parse(extended.text())).isEqualTo(extended);
        String root = Hash.leaf(new byte[0]).base64();
        for (String text : List.of(
                "",
                "o\n",
                "o\n1\n",
                "o\n1\n" + root,
                "\n1\n" + root + "\n",
                "o\n01\n" + root + "\n",
                "o\n-1\n" + root + "\n",
                "o\n+1\n" + root + "\n",
                "o\n1 \n" + root + "\n",
                "o\n9223372036854775808\n" + root + "\n",
                "o\n99999999999999999999999\n" + root + "\n",
                "o\n1\nAAAA\n",
                "o\n0\n" + root + "\n",
                "o\n1\n" + root + "\n\n",
                "o\n1\n" + root + "\n\nmore\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(text)).as(text).isInstanceOf(Unreadable.class);
        }
    }
}
