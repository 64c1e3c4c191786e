package org.comity.query.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.api.Command;
import org.comity.api.Kebab;
import org.comity.api.LineItemId;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.query.form.FormField.Input;
import org.comity.query.web.HtmlPages;
import org.comity.query.web.PageTester;
import org.comity.query.web.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

class FormPagesTest {
    private static final MessageSource TEXTS = texts();
    private static final PageTester PAGES = new PageTester(new AnyForm());

    @HtmlPages
    static class AnyForm {
        @GetMapping("/any/{family}/{command}")
        String form(@PathVariable String family, @PathVariable String command, Model model, Locale locale) {
            Class<? extends Command> type = commands()
                    .filter(one -> Kebab.of(one).equals(command)
                            && one.getEnclosingClass().getSimpleName().equals(family))
                    .findFirst()
                    .orElseThrow();
            var maker = new FormMaker(new Wording(TEXTS, locale), FormMaker.Choices.NONE, null);
            model.addAttribute("kind", "mla");
            model.addAttribute(
                    "form",
                    new CommandForm(
                            command,
                            "/api/mla-requests",
                            "/mla-requests",
                            new UUID(0, 7),
                            3L,
                            maker.fields(type),
                            maker.act(command),
                            null,
                            null,
                            CommandForm.Shape.ORDINARY));
            return "web/form";
        }
    }

    static Stream<Class<? extends Command>> commands() {
        return Stream.of(
                        MlaRequestCommand.class,
                        PreservationCommand.class,
                        SpontaneousCommand.class,
                        AuthorityCommand.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(type -> type.asSubclass(Command.class));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasAFormThatAsksForEachOfItsFields(Class<? extends Command> type) throws Exception {
        for (String language : List.of("en", "ar")) {
            var answer = PAGES.get("/any/" + type.getEnclosingClass().getSimpleName() + "/" + Kebab.of(type), language);

            assertThat(answer.getStatus()).isEqualTo(200);
            String page = answer.getContentAsString();
            Arrays.stream(type.getRecordComponents())
                    .map(component -> component.getName())
                    .filter(name -> !name.equals("id") && !name.equals("proposed"))
                    .forEach(name -> assertThat(page).contains("data-field=\"" + name + "\""));
            assertThat(page)
                    .contains("data-key=\"00000000-0000-0000-0000-000000000007\"", "data-version=\"3\"")
                    .doesNotContain("data-field=\"id\"", "style=\"", "<script>", "??");
        }
    }

    @Test
    void whatMayBeAbsentIsNotRequired() {
        List<FormField> fields = english(FormMaker.Choices.NONE).fields(MlaRequestCommand.AcknowledgeReceipt.class);

        assertThat(fields).extracting(FormField::name).containsExactly("legalReceivedAt", "ownReference");
        assertThat(fields).extracting(FormField::isAsked).containsExactly(true, false);
        assertThat(fields).extracting(FormField::input).containsExactly(Input.INSTANT, Input.TEXT);
    }

    @Test
    void whatMustBePutInIsMarkedListsToo() {
        assertThat(english(FormMaker.Choices.NONE).fields(MlaRequestCommand.Draft.class))
                .filteredOn(FormField::isAsked)
                .extracting(FormField::name)
                .containsExactly("from", "to", "bases", "items");
        assertThat(field(english(FormMaker.Choices.NONE), SpontaneousCommand.Transmit.class, "documents")
                        .isAsked())
                .isTrue();
    }

    @Test
    void personalValuesAreMarkedAsSealed() {
        FormField reason = field(english(FormMaker.Choices.NONE), MlaRequestCommand.Refuse.class, "reason");

        assertThat(reason.sealed()).isTrue();
        assertThat(reason.input()).isEqualTo(Input.LONG_TEXT);
    }

    @Test
    void instrumentsAndGroundsComeFromTheTablesOfTheLaw() {
        FormField bases = field(english(FormMaker.Choices.NONE), MlaRequestCommand.Draft.class, "bases");

        assertThat(bases.input()).isEqualTo(Input.LIST);
        assertThat(bases.parts().getFirst().choices())
                .extracting(Choice::value)
                .contains("ets-185", "untoc-2000")
                .doesNotContain("policy");
        assertThat(LawChoices.grounds(List.of("ets-185")))
                .extracting(Choice::value)
                .contains("ets185-political-offence")
                .doesNotContain("ets185-fiscal-only");
    }

    @Test
    void knownLineItemsAreTicked() {
        FormField scope = field(
                english((command, name, type) -> type == LineItemId.class
                        ? Optional.of(List.of(new Choice("L1", "L1 Traffic data")))
                        : Optional.empty()),
                MlaRequestCommand.Accept.class,
                "scope");

        assertThat(scope.input()).isEqualTo(Input.CHOICES);
        assertThat(scope.choices()).extracting(Choice::value).containsExactly("L1");
    }

    @Test
    void aMapAsksForKeysAndValues() {
        FormField items = field(english(FormMaker.Choices.NONE), MlaRequestCommand.ConcludeLineItem.class, "items");

        assertThat(items.input()).isEqualTo(Input.MAP);
        assertThat(items.parts().getLast().choices()).extracting(Choice::value).contains("nil-result", "executed");
    }

    @Test
    void aStateIsChosenByItsNameInTheReadersLanguage() {
        var russian = new FormMaker(new Wording(TEXTS, Locale.forLanguageTag("ru")), FormMaker.Choices.NONE, null);

        assertThat(field(russian, MlaRequestCommand.Draft.class, "to").choices())
                .contains(new Choice("CL", "Чили"));
    }

    @Test
    void aLeafOfALinkCanBeSaidBefore() {
        var maker = english(FormMaker.Choices.NONE);
        var form = new CommandForm(
                "decline",
                "/api/mla-requests/1/decline",
                "/mla-requests",
                new UUID(0, 1),
                1L,
                maker.fields(MlaRequestCommand.Decline.class),
                maker.act("decline"),
                null,
                null,
                CommandForm.Shape.ORDINARY);

        assertThat(form.saying(java.util.Map.of("proposal", "p-1"))
                        .fields()
                        .getFirst()
                        .value())
                .isEqualTo("p-1");
    }

    private static FormMaker english(FormMaker.Choices here) {
        return new FormMaker(new Wording(TEXTS, Locale.ENGLISH), here, null);
    }

    private static FormField field(FormMaker maker, Class<? extends Command> type, String name) {
        return maker.fields(type).stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
