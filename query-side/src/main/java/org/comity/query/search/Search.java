package org.comity.query.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.Kebab;
import org.comity.api.SpokenForm;
import org.comity.api.view.EntryView;
import org.comity.api.view.Page;
import org.comity.api.view.RequestFilter;
import org.comity.api.view.SearchView;
import org.comity.api.view.SearchView.Hit;
import org.comity.query.register.Register;
import org.comity.query.register.Words;
import org.comity.query.web.Parameters;
import org.springframework.stereotype.Component;

/** Looks for requests by whatever somebody calls them, among those that the reader may know of. */
@Component
public class Search {
    /** How many of each kind are shown. */
    private static final int MOST = 20;

    private final List<Register<?, ?, ?>> registers;

    public Search(List<Register<?, ?, ?>> registers) {
        this.registers = registers.stream()
                .sorted(Comparator.comparing(register -> register.kind().path()))
                .toList();
    }

    /** What fits a text; only what fits exactly if something does. */
    public SearchView find(String text, Actor reader) {
        var all = new ArrayList<Hit>();
        boolean more = false;
        for (Register<?, ?, ?> register : registers) {
            more |= find(register, text, reader, all);
        }
        List<Hit> exact = all.stream().filter(hit -> isExactly(hit, text)).toList();
        return new SearchView(text, tried(text), exact.isEmpty() ? all : exact, exact.isEmpty() && more);
    }

    /** Adds what a register knows; true if there is more of it. */
    private static <S extends Enum<S>> boolean find(
            Register<?, ?, S> register, String text, Actor reader, List<Hit> hits) {
        Page<EntryView<S>> found = register.find(
                new RequestFilter<>(Set.<S>of(), null, null, null, null, text, false, MOST, null), reader);
        Code family = new Code(register.kind().path().substring(1));
        found.items().forEach(entry -> hits.add(hit(family, entry)));
        return found.next() != null;
    }

    private static boolean isExactly(Hit hit, String text) {
        String typed = String.join("", Words.in(text).all());
        return Parameters.id(text.strip()).filter(hit.id()::equals).isPresent()
                || SpokenForm.parse(text).filter(hit.reference()::equals).isPresent()
                || Stream.of(
                                hit.references().requesting(),
                                hit.references().requested(),
                                hit.references().provider())
                        .filter(Objects::nonNull)
                        .anyMatch(reference ->
                                String.join("", Words.in(reference).all()).equals(typed));
    }

    /** As what a text can be read. */
    private static List<Code> tried(String text) {
        var tried = new ArrayList<String>();
        if (Parameters.id(text.strip()).isPresent()) {
            tried.add("identity");
        }
        if (SpokenForm.parse(text).isPresent()) {
            tried.add("spoken-form");
        } else if (!SpokenForm.readings(text).isEmpty()) {
            tried.add("spoken-form-corrected");
        }
        tried.add("reference");
        tried.add("words");
        return tried.stream().map(Code::new).toList();
    }

    private static Hit hit(Code family, EntryView<?> entry) {
        return new Hit(
                family,
                entry.id(),
                entry.reference(),
                entry.from(),
                entry.to(),
                new Code(Kebab.of(entry.status())),
                entry.offence(),
                entry.references());
    }
}
