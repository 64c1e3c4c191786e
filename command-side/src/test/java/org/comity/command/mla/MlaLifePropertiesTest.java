package org.comity.command.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.mla.Samples.ID;
import static org.comity.command.mla.Samples.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.comity.api.CorrectionAction;
import org.comity.api.Fact;
import org.comity.api.LineItemId;
import org.comity.api.Refused;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.api.mla.TransferId;
import org.comity.command.request.People;
import org.comity.law.lifecycle.After;
import org.comity.law.lifecycle.Corrections;
import org.comity.law.lifecycle.MlaCourse;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.Possibility;
import org.comity.law.lifecycle.Transfers;

/** What holds of every history that the rules allow. Histories grow by sending what the life itself says is open. */
class MlaLifePropertiesTest {
    private static final List<String> LOGINS = List.of(
            "prosecutor.pt",
            "central-authority.pt",
            "central-authority-2.pt",
            "central-authority.cl",
            "executing-authority.cl",
            "supervisor.pt",
            "data-protection-officer.pt");

    @Provide
    Arbitrary<Story> histories() {
        return Arbitraries.integers()
                .between(0, 10_000)
                .list()
                .ofMinSize(2)
                .ofMaxSize(45)
                .map(MlaLifePropertiesTest::told);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theFoldStepByStepIsTheFoldFromScratch(@ForAll("histories") Story story) {
        assertThat(MlaRequestLife.NONE.asKnown(story.facts())).isEqualTo(story.life());
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void everyPrefixIsTheLifeOfItsDay(@ForAll("histories") Story story) {
        MlaRequestLife step = MlaRequestLife.NONE;
        for (Fact<MlaRequestEvent> fact : story.facts()) {
            step = step.after(fact);
            long version = fact.sequence();
            List<Fact<MlaRequestEvent>> prefix = story.facts().subList(0, (int) version + 1);
            assertThat(MlaRequestLife.NONE.asKnown(prefix)).isEqualTo(step);
            assertThat(MlaRequestLife.NONE.asCorrected(prefix, version)).isEqualTo(step);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whatIsLeftOutCountsAsIfItHadNotHappened(
            @ForAll("histories") Story story, @ForAll @IntRange(min = 1, max = 40) int which) {
        List<Fact<MlaRequestEvent>> facts = story.facts();
        if (facts.size() < 2) {
            return;
        }
        Fact<MlaRequestEvent> gone = facts.get(1 + which % (facts.size() - 1));
        var without = new ArrayList<>(facts);
        without.remove(gone);
        var correction =
                new MlaRequestEvent.EventCorrected(ID, gone.eventId(), CorrectionAction.VOID, null, null, TEXT, null);
        MlaRequestLife corrected = story.life()
                .after(new Fact<>(
                        new UUID(8, 8),
                        story.life().version() + 1,
                        correction,
                        People.act("central-authority.pt", story.now())));
        assertThat(corrected.now()).isEqualTo(fold(Corrections.effective(without)));
        assertThat(corrected.history().size()).isEqualTo(facts.size() + 1);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void whatTheLifeCallsOpenTheTableDoesNotRefuse(@ForAll("histories") Story story) {
        for (String login : LOGINS) {
            for (Possibility possibility : story.life().open(People.act(login, story.now()), story.now())) {
                if (possibility.open() && !possibility.command().matches("confirm|decline")) {
                    try {
                        story.answer(login, sample(possibility.command(), story, 0));
                    } catch (Refused refused) {
                        assertThat(refused.code())
                                .isNotIn("mla.not-for-this-role", "mla.not-allowed-in-status", "request.unknown");
                    }
                }
            }
        }
    }

    private static MlaCourse fold(List<Fact<MlaRequestEvent>> facts) {
        MlaCourse course = MlaCourse.NONE;
        for (Fact<MlaRequestEvent> fact : facts) {
            course = course.after(fact);
        }
        return course;
    }

    /**
     * Tells a story by numbers: the first picks where it begins, each other one a person and a command that is open to that
     * person. Commands that move the request are picked three times in four, or most stories would stay where they are.
     */
    private static Story told(List<Integer> numbers) {
        MlaStatus[] statuses = MlaStatus.values();
        Story story = Histories.reaching(statuses[1 + numbers.getFirst() % (statuses.length - 1)]);
        for (int number : numbers) {
            String login = LOGINS.get(number % LOGINS.size());
            List<String> open = story.life().open(People.act(login, story.now()), story.now()).stream()
                    .filter(Possibility::open)
                    .map(Possibility::command)
                    .filter(command -> !command.equals("discard-draft") && !command.equals("confirm"))
                    .toList();
            List<String> moving =
                    open.stream().filter(MlaLifePropertiesTest::moves).toList();
            List<String> picked = moving.isEmpty() || number % 4 == 0 ? open : moving;
            if (!picked.isEmpty()) {
                story = tried(story, login, picked.get(number / LOGINS.size() % picked.size()), number);
            }
        }
        return story;
    }

    private static boolean moves(String command) {
        return MlaRequestLife.TABLE.rows().stream()
                .filter(row -> row.command().equals(command))
                .anyMatch(row ->
                        !(row.to() instanceof After.Unchanged) && row.from().size() < 10);
    }

    private static Story tried(Story story, String login, String command, int number) {
        try {
            MlaRequestCommand sample = command.equals("decline")
                    ? new MlaRequestCommand.Decline(ID, story.proposal(), TEXT)
                    : sample(command, story, number);
            Story told = story.as(login, sample);
            return told.facts().size() > story.facts().size()
                            && told.last() instanceof MlaRequestEvent.Proposed
                            && number % 3 > 0
                    ? told.as(Variant.second(login), told.confirm(sample))
                    : told;
        } catch (Refused refused) {
            return story;
        }
    }

    private static MlaRequestCommand sample(String command, Story story, int number) {
        MlaCourse now = story.life().now();
        List<LineItemId> pending = now.items().pending();
        TransferId fresh = new TransferId("X-" + (now.transfers().all().size() + 1));
        TransferId first = now.transfers().all().values().stream()
                .filter(transfer -> transfer.state() == Transfers.State.OPEN)
                .map(Transfers.Transfer::id)
                .findFirst()
                .orElse(fresh);
        return switch (command) {
            case "conclude-line-item" ->
                Samples.conclude(
                        pending.isEmpty() ? Samples.L1 : pending.get(number % pending.size()),
                        LineItemOutcome.values()[1 + number % 6]);
            case "transmit-evidence" -> Samples.handOver(fresh);
            case "record-late-material" -> new MlaRequestCommand.RecordLateMaterial(ID, fresh, Samples.FILES, null);
            case "confirm-evidence-receipt" -> new MlaRequestCommand.ConfirmEvidenceReceipt(ID, first, null);
            case "correct-event" -> {
                List<Fact<MlaRequestEvent>> facts = story.facts();
                yield Samples.leaveOut(facts.get(number % facts.size()).eventId());
            }
            case "seal" ->
                Samples.seal("prosecutor.pt", "central-authority.pt", "central-authority-2.pt", "central-authority.cl");
            default -> Samples.of(command, story, Variant.PLAIN);
        };
    }
}
