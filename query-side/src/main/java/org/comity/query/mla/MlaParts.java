package org.comity.query.mla;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.Fact;
import org.comity.api.Kebab;
import org.comity.api.Label;
import org.comity.api.Personal;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestEvent.AdditionalInformationProvided;
import org.comity.api.mla.MlaRequestEvent.AdditionalInformationRequested;
import org.comity.api.mla.MlaRequestEvent.ConditionsAccepted;
import org.comity.api.mla.MlaRequestEvent.ConditionsDeclined;
import org.comity.api.mla.MlaRequestEvent.ConditionsProposed;
import org.comity.api.mla.MlaRequestEvent.EvidenceTransmitted;
import org.comity.api.mla.MlaRequestEvent.FurtherInformationRequested;
import org.comity.api.mla.MlaRequestEvent.IncomingRequestRecorded;
import org.comity.api.mla.MlaRequestEvent.ReceiptAcknowledged;
import org.comity.api.mla.MlaRequestEvent.RequestAccepted;
import org.comity.api.mla.MlaRequestView;
import org.comity.api.view.References;
import org.comity.api.view.RoundView;
import org.comity.law.lifecycle.LineItems;
import org.comity.law.lifecycle.Rounds;
import org.comity.law.lifecycle.Transfers;
import org.comity.query.register.Questions;
import org.comity.query.register.Sights;
import org.jspecify.annotations.Nullable;

/** Parts of the view of a request: what a decision does not need, so that the life does not hold it, and a reader does. */
final class MlaParts {
    private MlaParts() {}

    static References references(List<Fact<MlaRequestEvent>> effective) {
        Label requesting = null;
        Label requested = null;
        for (Fact<MlaRequestEvent> fact : effective) {
            if (fact.event() instanceof IncomingRequestRecorded e) {
                requesting = e.theirReference();
            }
            if (fact.event() instanceof ReceiptAcknowledged e && e.ownReference() != null) {
                requested = e.ownReference();
            }
        }
        return new References(text(requesting), text(requested), null);
    }

    static List<MlaRequestView.Item> items(LineItems items, MlaContents contents) {
        return items.outcomes().entrySet().stream()
                .map(item -> new MlaRequestView.Item(
                        item.getKey(), Objects.requireNonNull(contents.items().get(item.getKey())), item.getValue()))
                .toList();
    }

    static List<RoundView> rounds(Rounds rounds, List<Fact<MlaRequestEvent>> effective) {
        var questions = new LinkedHashMap<Integer, Questions>();
        for (Fact<MlaRequestEvent> fact : effective) {
            if (fact.event() instanceof AdditionalInformationRequested e) {
                questions.put(e.round(), new Questions(e.questions(), null));
            }
            if (fact.event() instanceof FurtherInformationRequested e) {
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

    /** Conditions that were proposed are answered all at once; those of an acceptance or a hand-over bind as they come. */
    static List<MlaRequestView.Condition> conditions(List<Fact<MlaRequestEvent>> effective) {
        var conditions = new ArrayList<MlaRequestView.Condition>();
        for (Fact<MlaRequestEvent> fact : effective) {
            switch (fact.event()) {
                case ConditionsProposed e -> add(conditions, e.conditions(), "proposed", fact.eventId());
                case ConditionsAccepted e -> answer(conditions, "binding");
                case ConditionsDeclined e -> answer(conditions, "declined");
                case RequestAccepted e -> add(conditions, e.conditions(), "binding", fact.eventId());
                case EvidenceTransmitted e -> add(conditions, e.conditions(), "binding", fact.eventId());
                default -> {}
            }
        }
        return conditions;
    }

    static List<MlaRequestView.Transfer> transfers(Transfers transfers) {
        return transfers.all().values().stream()
                .map(one -> new MlaRequestView.Transfer(
                        one.id(),
                        new Code(Kebab.of(one.state())),
                        one.items(),
                        one.manifest(),
                        one.supersedes(),
                        one.late()))
                .toList();
    }

    private static void add(List<MlaRequestView.Condition> conditions, List<Personal> texts, String state, UUID event) {
        texts.forEach(text -> conditions.add(new MlaRequestView.Condition(text, new Code(state), event)));
    }

    private static void answer(List<MlaRequestView.Condition> conditions, String state) {
        conditions.replaceAll(one -> one.state().value().equals("proposed")
                ? new MlaRequestView.Condition(one.text(), new Code(state), one.event())
                : one);
    }

    private static @Nullable String text(@Nullable Label label) {
        return label == null ? null : label.value();
    }
}
