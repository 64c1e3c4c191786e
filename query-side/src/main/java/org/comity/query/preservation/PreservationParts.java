package org.comity.query.preservation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.comity.api.Fact;
import org.comity.api.Label;
import org.comity.api.preservation.PathProvider;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.AdditionalInformationProvided;
import org.comity.api.preservation.PreservationEvent.AdditionalInformationRequested;
import org.comity.api.preservation.PreservationEvent.IncomingPreservationRecorded;
import org.comity.api.preservation.PreservationEvent.PreservationConfirmed;
import org.comity.api.preservation.PreservationEvent.PreservationConfirmedInPart;
import org.comity.api.preservation.PreservationEvent.PreservationReceiptAcknowledged;
import org.comity.api.preservation.PreservationEvent.TrafficPathDisclosed;
import org.comity.api.preservation.PreservationView;
import org.comity.api.view.References;
import org.comity.api.view.RoundView;
import org.comity.law.lifecycle.PreservationCourse;
import org.comity.law.lifecycle.Rounds;
import org.comity.query.register.Kind;
import org.comity.query.register.Questions;
import org.comity.query.register.Sights;
import org.jspecify.annotations.Nullable;

/** Parts of the view of a preservation: what a decision does not need, so that the life does not hold it, and a reader does. */
final class PreservationParts {
    private PreservationParts() {}

    static References references(List<Fact<PreservationEvent>> effective) {
        Label requesting = null;
        Label requested = null;
        Label provider = null;
        for (Fact<PreservationEvent> fact : effective) {
            switch (fact.event()) {
                case IncomingPreservationRecorded e -> requesting = e.theirReference();
                case PreservationReceiptAcknowledged e ->
                    requested = e.ownReference() != null ? e.ownReference() : requested;
                case PreservationConfirmed e -> provider = e.providerReference();
                case PreservationConfirmedInPart e -> provider = e.providerReference();
                default -> {}
            }
        }
        return new References(text(requesting), text(requested), text(provider));
    }

    static List<PreservationView.Item> items(PreservationContents contents) {
        return contents.items().entrySet().stream()
                .map(item -> new PreservationView.Item(item.getKey(), item.getValue()))
                .toList();
    }

    static List<RoundView> rounds(Rounds rounds, List<Fact<PreservationEvent>> effective) {
        var questions = new LinkedHashMap<Integer, Questions>();
        for (Fact<PreservationEvent> fact : effective) {
            if (fact.event() instanceof AdditionalInformationRequested e) {
                questions.put(e.round(), new Questions(e.questions(), null));
            }
            if (fact.event() instanceof AdditionalInformationProvided e) {
                e.answers()
                        .forEach((round, answer) ->
                                questions.computeIfPresent(round, (number, asked) -> asked.answered(answer)));
            }
        }
        return rounds.all().values().stream()
                .map(round ->
                        Sights.round(round, questions.getOrDefault(round.number(), new Questions(List.of(), null))))
                .toList();
    }

    /** Every provider that was named, once, in the order of naming. */
    static List<PathProvider> path(List<Fact<PreservationEvent>> effective) {
        return effective.stream()
                .map(Fact::event)
                .flatMap(event ->
                        event instanceof TrafficPathDisclosed e ? e.providers().stream() : Stream.<PathProvider>empty())
                .distinct()
                .toList();
    }

    static List<Kind.Tie> ties(PreservationCourse now, PreservationContents contents) {
        return Stream.of(
                        contents.linkedRequests().stream().map(id -> new Kind.Tie("request", id)),
                        now.followUps().keySet().stream()
                                .filter(id -> !contents.linkedRequests().contains(id))
                                .map(id -> new Kind.Tie("held-for", id)),
                        Stream.ofNullable(contents.originatedFrom()).map(id -> new Kind.Tie("originated-from", id)),
                        Stream.ofNullable(contents.renews()).map(id -> new Kind.Tie("renews", id)))
                .flatMap(all -> all)
                .toList();
    }

    private static @Nullable String text(@Nullable Label label) {
        return label == null ? null : label.value();
    }
}
