package org.comity.law.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.api.Code;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.api.Kebab;
import org.comity.api.StateCode;
import org.comity.api.treaty.TreatyAnswer;
import org.comity.law.Mark;
import org.comity.law.RequestKind;
import org.comity.law.Source;
import org.comity.law.treaty.Because.What;
import org.comity.law.treaty.Treaty.Nature;
import org.comity.law.treaty.TreatyFact.Effect;
import org.comity.law.treaty.TreatyFact.StateChoice;

/**
 * What binds two States for a kind of request on a day: a function of the facts and the question, each answer with every fact
 * that led to it. Days to come are answered like days gone by.
 */
public record TreatyRelation(Question question, List<TreatyRelation.Answer> answers) {

    /** Who asks whom for what, and when. */
    public record Question(StateCode requesting, StateCode requested, Set<RequestKind> kinds, LocalDate day) {
        public Question {
            kinds = Set.copyOf(kinds);
        }

        Set<RequestKind> servedBy() {
            var served = EnumSet.noneOf(RequestKind.class);
            kinds.forEach(kind -> served.addAll(kind.servedBy()));
            return served;
        }
    }

    /**
     * How one instrument stands between the two.
     *
     * @param facts that led there
     * @param choices reservations, declarations and territorial notes of either State that matter here and hold on the day
     */
    public record Answer(InstrumentId instrument, Standing standing, List<Because> facts, List<StateChoice> choices) {
        public Answer {
            facts = List.copyOf(facts);
            choices = List.copyOf(choices);
        }

        /** The answer is as well founded as the weakest fact under it. */
        public Mark mark() {
            return facts.stream().map(fact -> fact.source().mark()).reduce(Mark.SOURCED, Mark::and);
        }
    }

    public TreatyRelation {
        answers = List.copyOf(answers);
    }

    /** Asks of every instrument that serves the kinds; courtesy is among the answers where nothing binds. */
    public static TreatyRelation of(TreatyFacts facts, Question question) {
        var answers = new ArrayList<Answer>();
        Answer courtesy = null;
        for (Treaty treaty : facts.treaties()) {
            if (treaty.nature() == Nature.HOUSE
                    || (treaty.nature() != Nature.COURTESY
                            && treaty.provisionsFor(question.servedBy()).isEmpty())) {
                continue;
            }
            Answer answer = answer(facts, question, treaty);
            if (treaty.nature() == Nature.COURTESY) {
                courtesy = answer;
            } else if (answer.standing() != Standing.NOT_BOUND || treaty.nature() != Nature.NATIONAL_LAW) {
                answers.add(answer);
            }
        }
        boolean bound = answers.stream().anyMatch(answer -> answer.standing().binds());
        if (courtesy != null && !bound) {
            answers.add(courtesy);
        }
        return new TreatyRelation(question, waysGiven(facts, answers));
    }

    /** Asks of one instrument, whether or not it serves the kinds. Empty if there is no such instrument. */
    public static Optional<Answer> of(TreatyFacts facts, Question question, InstrumentId instrument) {
        return facts.treaty(instrument).map(treaty -> answer(facts, question, treaty));
    }

    /** Asks of each legal basis of a request, in its order; what is no instrument has no answer. */
    public static List<Answer> of(TreatyFacts facts, Question question, Collection<InstrumentId> bases) {
        return bases.stream()
                .flatMap(base -> of(facts, question, base).stream())
                .toList();
    }

    /** Answers in the form in which an act that relies on them keeps them. */
    public static TreatyAnswer given(List<Answer> answers, LocalDate day) {
        return new TreatyAnswer(
                day,
                answers.stream()
                        .map(answer -> new TreatyAnswer.Basis(
                                answer.instrument(),
                                new Code(Kebab.of(answer.standing())),
                                new Code(Kebab.of(answer.mark())),
                                answer.facts().stream().map(Because::given).toList()))
                        .toList());
    }

    /** The instruments that bind, what comes first between the two first. */
    public List<InstrumentId> binding() {
        return answers.stream()
                .filter(answer -> answer.standing().binds())
                .map(Answer::instrument)
                .toList();
    }

    /** The grounds that the requested State has for these bases because it reserved them. */
    public static Set<GroundCode> reserved(List<Answer> answers, StateCode requested) {
        var grounds = new java.util.HashSet<GroundCode>();
        for (Answer answer : answers) {
            for (StateChoice choice : answer.choices()) {
                if (choice.ground() != null && choice.state().equals(requested)) {
                    grounds.add(choice.ground());
                }
            }
        }
        return Set.copyOf(grounds);
    }

    private static Answer answer(TreatyFacts facts, Question question, Treaty treaty) {
        var because = new ArrayList<Because>();
        var provisions = treaty.provisionsFor(question.servedBy());
        provisions.forEach(provision -> because.add(
                new Because(What.PROVISION, treaty.id(), null, null, provision.article(), provision.source())));
        Standing standing = standing(facts, question, treaty, because);
        if (provisions.isEmpty() && treaty.nature() != Nature.COURTESY && standing != Standing.NOT_BOUND) {
            because.add(new Because(What.NO_PROVISION, treaty.id(), null, null, null, treaty.source()));
            standing = Standing.NO_SUCH_MEASURE;
        }
        var choices = new ArrayList<StateChoice>();
        for (StateCode state : List.of(question.requesting(), question.requested())) {
            for (StateChoice choice : facts.choices(treaty.id(), state)) {
                if (choice.holdsOn(question.day()) && choice.matters(question.kinds())) {
                    choices.add(choice);
                    if (choice.effect() == Effect.EXCLUDES) {
                        standing = Standing.NOT_BOUND;
                    }
                    because.add(new Because(
                            what(choice), treaty.id(), state, choice.from(), choice.key(), choice.source()));
                }
            }
        }
        return new Answer(treaty.id(), standing, because, choices);
    }

    private static What what(StateChoice choice) {
        if (choice.effect() == Effect.EXCLUDES) {
            return What.EXCLUDED_BY;
        }
        return switch (choice.choice()) {
            case RESERVATION -> What.RESERVATION;
            case DECLARATION -> What.DECLARATION;
            case TERRITORY -> What.TERRITORY;
        };
    }

    private static Standing standing(TreatyFacts facts, Question question, Treaty treaty, List<Because> because) {
        Source source = treaty.source();
        if (!treaty.nature().binds()) {
            if (treaty.nationalOf() != null && !treaty.nationalOf().equals(question.requested())) {
                because.add(
                        new Because(What.LAW_OF_ANOTHER_STATE, treaty.id(), treaty.nationalOf(), null, null, source));
                return Standing.NOT_BOUND;
            }
            because.add(new Because(What.NOT_A_TREATY, treaty.id(), null, null, null, source));
            return Standing.NOT_A_TREATY;
        }
        var inForce = facts.inForce(treaty.id());
        if (inForce.isEmpty()) {
            facts.notInForce(treaty.id())
                    .ifPresent(not -> because.add(
                            new Because(What.NOT_IN_FORCE_ON, treaty.id(), null, not.on(), null, not.source())));
            return Standing.NOT_BOUND;
        }
        LocalDate from = inForce.get().from();
        because.add(new Because(
                What.IN_FORCE_FROM, treaty.id(), null, from, null, inForce.get().source()));
        if (question.day().isBefore(from)) {
            return Standing.NOT_BOUND;
        }
        var part = new Participation(facts, treaty, from, question.day());
        Standing one = part.of(question.requesting(), because);
        Standing other = part.of(question.requested(), because);
        return List.of(Standing.NOT_BOUND, Standing.NOT_RECORDED, Standing.BOUND_SINCE_UNKNOWN).stream()
                .filter(standing -> one == standing || other == standing)
                .findFirst()
                .orElse(Standing.BOUND);
    }

    /** The procedure of a general treaty applies only where no treaty on assistance binds the two; its measures stay. */
    private static List<Answer> waysGiven(TreatyFacts facts, List<Answer> answers) {
        var special = answers.stream()
                .filter(answer -> answer.standing().binds() && precedence(facts, answer) < 3)
                .map(Answer::instrument)
                .toList();
        return answers.stream()
                .map(answer -> {
                    Treaty treaty = facts.treaty(answer.instrument()).orElseThrow();
                    if (!answer.standing().binds() || treaty.givesWayBy() == null || special.isEmpty()) {
                        return answer;
                    }
                    var because = new ArrayList<>(answer.facts());
                    special.forEach(to -> because.add(new Because(
                            What.GIVES_WAY_TO,
                            treaty.id(),
                            null,
                            null,
                            to + " by " + treaty.givesWayBy(),
                            treaty.source())));
                    return new Answer(answer.instrument(), answer.standing(), because, answer.choices());
                })
                .toList();
    }

    private static int precedence(TreatyFacts facts, Answer answer) {
        return facts.treaty(answer.instrument()).orElseThrow().precedence();
    }
}
