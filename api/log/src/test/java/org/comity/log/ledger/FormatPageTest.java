package org.comity.log.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page for auditors gives as an example is what this package does. */
class FormatPageTest {
    private static final Path PAGE = Path.of("../../ops/verifier/FORMAT.md");
    private static final String LOG_KEY = "comity.example/log+e69bf8ba+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    private static final String WITNESS_KEY =
            "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";
    private static final List<Hash> LEAVES = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(hex -> Hash.leaf(HexFormat.of().parseHex(hex)))
            .toList();

    private final String page = read();

    @Test
    void showsTheEnvelopeThatItDescribes() {
        String block = page.substring(page.indexOf("```\n01\n") + 4);
        byte[] bytes =
                HexFormat.of().parseHex(block.substring(0, block.indexOf("```")).replaceAll("\\s", ""));
        assertThat(Envelope.of(bytes).payload()).isEqualTo("{\"text\":\"行动 🖋\"}");
        assertThat(page).contains("`" + Envelope.of(bytes).leaf().hex() + "`");
    }

    @Test
    void showsTheRootsThatItDescribes() {
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(page).contains("| " + size + " | `" + tree(size).root().hex() + "` |");
        }
    }

    @Test
    void showsTheProofsThatItDescribes() {
        assertThat(flat())
                .contains(
                        path(tree(5).inclusion(2).path()),
                        path(tree(7).inclusion(6).path()));
        assertThat(flat()).contains("3 to 7: " + path(tree(7).consistency(3).path()));
        assertThat(flat()).contains("4 to 7: " + path(tree(7).consistency(4).path()));
        for (Hash hash : List.of(tree(5).root(), LEAVES.get(2), tree(7).root(), LEAVES.get(6))) {
            assertThat(page).contains("`" + hash.base64() + "`");
        }
    }

    @Test
    void showsTheNoteThatItsKeysHaveSigned() {
        SigningKey log = key("comity.example/log", 0);
        SigningKey witness = key("witness.example/w1", 32);
        assertThat(page).contains("`" + log.verifier() + "`", "`" + witness.cosigner() + "`");
        assertThat(log.verifier()).hasToString(LOG_KEY);
        assertThat(witness.cosigner()).hasToString(WITNESS_KEY);
        var checkpoint = new Checkpoint("comity.example/log", 7, tree(7).root());
        SignedNote note = checkpoint.signedBy(log).with(witness.cosign(checkpoint.text(), 1_790_000_000));
        assertThat(page).contains("```\n" + note + "```");
        assertThat(SignedNote.parse(note.toString())
                        .verifiedBy(List.of(VerifierKey.parse(LOG_KEY), VerifierKey.parse(WITNESS_KEY))))
                .hasSize(2);
    }

    private static SigningKey key(String name, int firstByte) {
        byte[] der = HexFormat.of().parseHex("302e020100300506032b657004220420" + "00".repeat(32));
        for (int i = 0; i < 32; i++) {
            der[der.length - 32 + i] = (byte) (firstByte + i);
        }
        return SigningKey.parse(
                name,
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(der)
                        + "\n-----END PRIVATE KEY-----\n");
    }

    private static Tree tree(int size) {
        return new Tree(
                size,
                (height, index) -> Hash.root(LEAVES.subList((int) (index << height), (int) ((index + 1) << height))));
    }

    private static String path(List<Hash> path) {
        return String.join(
                ", ", path.stream().map(hash -> "`" + hash.base64() + "`").toList());
    }

    private String flat() {
        return String.join(" ", Arrays.asList(page.split("\\s+")));
    }

    private static String read() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
