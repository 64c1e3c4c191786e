package org.comity.command.spontaneous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.spontaneous.Samples.ID;
import static org.comity.command.spontaneous.Samples.TEXT;

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
import org.comity.api.Refused;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.command.request.People;
import org.comity.law.lifecycle.Corrections;
import org.comity.law.lifecycle.Possibility;
import org.comity.law.lifecycle.SpontaneousCourse;
import org.comity.law.lifecycle.SpontaneousLife;

/** What holds of every history that the rules allow. Histories grow by sending what the life itself says is open. */
class SpontaneousLifePropertiesTest {
    private static final List<String> LOGINS = List.of(
            Samples.SENDER,
            Samples.RECEIVER,
            "central-authority-2.pt",
            "central-authority-2.cl",
            "supervisor.pt",
            "data-protection-officer.pt");

    @Provide
    Arbitrary<Story> histories() {
        return Arbitraries.integers()
                .between(0, 10_000)
                .list()
                .ofMinSize(2)
                .ofMaxSize(30)
                .map(SpontaneousLifePropertiesTest::told);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyPrefixIsTheLifeOfItsDay(@ForAll("histories") Story story) {
        SpontaneousLife step = SpontaneousLife.NONE;
        for (Fact<SpontaneousEvent> fact : story.facts()) {
            step = step.after(fact);
            List<Fact<SpontaneousEvent>> prefix = story.facts().subList(0, (int) fact.sequence() + 1);
            assertThat(SpontaneousLife.NONE.asKnown(prefix)).isEqualTo(step);
            assertThat(SpontaneousLife.NONE.asCorrected(prefix, fact.sequence()))
                    .isEqualTo(step);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whatIsLeftOutCountsAsIfItHadNotHappened(
            @ForAll("histories") Story story, @ForAll @IntRange(min = 1, max = 40) int which) {
        List<Fact<SpontaneousEvent>> facts = story.facts();
        if (facts.size() < 2) {
            return;
        }
        Fact<SpontaneousEvent> gone = facts.get(1 + which % (facts.size() - 1));
        var without = new ArrayList<>(facts);
        without.remove(gone);
        var correction =
                new SpontaneousEvent.EventCorrected(ID, gone.eventId(), CorrectionAction.VOID, null, null, TEXT, null);
        SpontaneousLife corrected = story.life()
                .after(new Fact<>(
                        new UUID(8, 8),
                        story.life().version() + 1,
                        correction,
                        People.act(Samples.SENDER, story.now())));
        SpontaneousCourse counted = SpontaneousCourse.NONE;
        for (Fact<SpontaneousEvent> fact : Corrections.effective(without)) {
            counted = counted.after(fact);
        }
        assertThat(corrected.now()).isEqualTo(counted);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void whatTheLifeCallsOpenTheTableDoesNotRefuse(@ForAll("histories") Story story) {
        for (String login : LOGINS) {
            for (Possibility possibility : story.life().open(People.act(login, story.now()), story.now())) {
                // Who may correct what is asked of the corrected event, beyond the table.
                if (possibility.open() && !possibility.command().matches("confirm|decline|correct-event")) {
                    try {
                        story.answer(login, Samples.of(possibility.command(), story));
                    } catch (Refused refused) {
                        assertThat(refused.code())
                                .isNotIn(
                                        "spontaneous.not-for-this-role",
                                        "spontaneous.not-allowed-in-status",
                                        "request.unknown");
                    }
                }
            }
        }
    }

    /** The first number picks where the story begins, each other one a person and a command that is open to that person. */
    private static Story told(List<Integer> numbers) {
        SpontaneousStatus[] statuses = SpontaneousStatus.values();
        Story story = Samples.reaching(statuses[1 + numbers.getFirst() % (statuses.length - 1)]);
        for (int number : numbers) {
            String login = LOGINS.get(number % LOGINS.size());
            List<String> open = story.life().open(People.act(login, story.now()), story.now()).stream()
                    .filter(Possibility::open)
                    .map(Possibility::command)
                    .filter(command -> !command.equals("confirm"))
                    .toList();
            if (!open.isEmpty()) {
                story = tried(story, login, open.get(number / LOGINS.size() % open.size()), number);
            }
        }
        return story;
    }

    private static Story tried(Story story, String login, String command, int number) {
        try {
            List<Fact<SpontaneousEvent>> facts = story.facts();
            SpontaneousCommand sample =
                    switch (command) {
                        case "decline" -> new SpontaneousCommand.Decline(ID, story.proposal(), TEXT);
                        case "correct-event" ->
                            Samples.leaveOut(facts.get(number % facts.size()).eventId());
                        default -> Samples.of(command, story);
                    };
            Story told = story.as(login, sample);
            boolean proposed = told.facts().size() > facts.size() && told.last() instanceof SpontaneousEvent.Proposed;
            String second = login.startsWith("data") ? "supervisor.pt" : login.replaceFirst("(-2)?\\.", "-2.");
            return proposed && number % 3 > 0 && !second.equals(login) ? told.as(second, told.confirm(sample)) : told;
        } catch (Refused refused) {
            return story;
        }
    }
}
