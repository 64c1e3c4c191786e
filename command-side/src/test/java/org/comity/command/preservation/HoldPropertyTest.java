package org.comity.command.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.comity.api.Code;
import org.comity.api.MlaRequestId;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationCommand.DecideFollowUp;
import org.comity.api.preservation.PreservationCommand.LinkFollowUp;
import org.comity.api.preservation.PreservationCommand.RejudgeFollowUp;
import org.comity.api.preservation.PreservationCommand.WithdrawFollowUp;
import org.comity.api.preservation.PreservationStatus;
import org.jspecify.annotations.Nullable;

/** Receipts are typed late, wrongly and in any order; what is held in the end depends on what is true alone. */
class HoldPropertyTest {
    private static final Story IS_PRESERVED = Histories.reaching(PreservationStatus.PRESERVED);
    private static final Instant TYPED_FROM = Samples.END.plus(Duration.ofDays(40));

    /** What the joints and the timetable do with a preservation, without log and database. */
    private static final class World {
        Story story = IS_PRESERVED;
        final Map<MlaRequestId, Instant> received = new HashMap<>();
        final Set<MlaRequestId> over = new HashSet<>();

        void typed(MlaRequestId request, @Nullable Instant receipt) {
            boolean first = !received.containsKey(request) && receipt != null;
            if (receipt == null) {
                received.remove(request);
            } else {
                received.put(request, receipt);
            }
            if (!over.contains(request)) {
                tell(
                        first
                                ? new LinkFollowUp(Samples.ID, request, receipt)
                                : new RejudgeFollowUp(Samples.ID, request, receipt));
            }
        }

        void withdrawn(MlaRequestId request) {
            over.add(request);
            tell(new WithdrawFollowUp(Samples.ID, request));
        }

        void decided(MlaRequestId request) {
            if (story.life().followUps().containsKey(request)) {
                story = story.as(
                        "central-authority.cl", new DecideFollowUp(Samples.ID, request, new Code("disclosed")));
                over.add(request);
            }
        }

        void due() {
            if (!story.now().isBefore(Samples.END)) {
                story = story.as("system", Samples.EXPIRE);
            }
        }

        private void tell(PreservationCommand command) {
            int before = story.facts().size();
            story = story.as("system", command);
            if (story.facts().size() > before) {
                received.forEach((request, receipt) -> {
                    if (!over.contains(request)) {
                        tell(new LinkFollowUp(Samples.ID, request, receipt));
                    }
                });
            }
        }

        boolean heardInTime() {
            return received.values().stream().anyMatch(Samples.END::isAfter);
        }
    }

    /** The receipt that is true, in days from the end; the values that were typed before it, null for a void one. */
    private record Typing(MlaRequestId request, List<@Nullable Instant> values) {}

    @Property(tries = 400)
    void whatIsHeldInTheEndDependsOnTheTruthAlone(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = -40, max = 40) Integer> truths,
            @ForAll @Size(max = 6) List<@IntRange(min = -40, max = 40) Integer> errors,
            @ForAll Random random) {
        var world = new World();
        world.story = world.story.at(random.nextBoolean() ? TYPED_FROM : Samples.END.minus(Duration.ofDays(1)));
        for (Typing typing : shuffled(truths, errors, random)) {
            typing.values().forEach(value -> {
                world.typed(typing.request(), value);
                world.due();
                assertThat(world.story.status() == PreservationStatus.HELD_PENDING_MLA)
                        .isEqualTo(world.heardInTime());
            });
        }
        world.story = world.story.at(TYPED_FROM);
        world.due();
        boolean held = truths.stream().anyMatch(day -> day < 0);
        assertThat(world.story.status())
                .isEqualTo(held ? PreservationStatus.HELD_PENDING_MLA : PreservationStatus.EXPIRED);
        assertThat(world.story.life().followUps().keySet()).isEqualTo(held ? requests(truths.size()) : Set.of());
    }

    @Property(tries = 400)
    void whatTrulyExpiredIsNeverRevivedAndWhatIsHeldNeverExpires(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 4) Integer> happenings,
            @ForAll Random random) {
        var world = new World();
        world.story = world.story.at(Samples.END.minus(Duration.ofHours(random.nextInt(12))));
        for (int happening : happenings) {
            PreservationStatus before = world.story.status();
            MlaRequestId request = request(random.nextInt(2));
            switch (happening) {
                case 0, 1 -> world.typed(request, Samples.END.plus(Duration.ofHours(random.nextInt(40) - 20L)));
                case 2 -> world.typed(request, null);
                case 3 -> world.withdrawn(request);
                default -> world.decided(request);
            }
            if (before == PreservationStatus.EXPIRED && world.story.status() != PreservationStatus.EXPIRED) {
                assertThat(world.heardInTime())
                        .as("revived without a receipt in time")
                        .isTrue();
            }
            boolean held = world.story.status() == PreservationStatus.HELD_PENDING_MLA;
            world.due();
            if (held) {
                assertThat(world.story.status()).isEqualTo(PreservationStatus.HELD_PENDING_MLA);
            }
        }
    }

    private static List<Typing> shuffled(List<Integer> truths, List<Integer> errors, Random random) {
        var typings = new ArrayList<Typing>();
        for (int i = 0; i < truths.size(); i++) {
            var values = new ArrayList<@Nullable Instant>();
            for (int error : errors) {
                if (random.nextBoolean()) {
                    values.add(error % 7 == 0 ? null : days(error));
                }
            }
            values.add(days(truths.get(i)));
            typings.add(new Typing(request(i), values));
        }
        Collections.shuffle(typings, random);
        return typings;
    }

    private static Instant days(int fromEnd) {
        return Samples.END.plus(Duration.ofDays(fromEnd));
    }

    private static MlaRequestId request(int number) {
        return new MlaRequestId(new UUID(4, number));
    }

    private static Set<MlaRequestId> requests(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(HoldPropertyTest::request)
                .collect(Collectors.toSet());
    }
}
