package org.comity.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.SpokenForm;
import org.comity.api.mla.MlaEntryView;
import org.comity.api.preservation.PreservationEntryView;
import org.comity.api.view.RequestFilter;
import org.comity.api.view.SearchView;
import org.comity.api.view.SearchView.Hit;
import org.comity.law.lifecycle.Kebab;
import org.comity.query.mla.MlaRegister;
import org.comity.query.preservation.PreservationRegister;
import org.comity.query.register.Words;
import org.comity.query.web.Parameters;
import org.springframework.stereotype.Component;

/** Looks for requests by whatever somebody calls them, among those that the reader may know of. */
@Component
public class Search {
    /** How many of each kind are shown. */
    private static final int MOST = 20;

    private final MlaRegister assistance;
    private final PreservationRegister preservations;

    public Search(MlaRegister assistance, PreservationRegister preservations) {
        this.assistance = assistance;
        this.preservations = preservations;
    }

    /** What fits a text; only what fits exactly if something does. */
    public SearchView find(String text, Actor reader) {
        var mla = assistance.find(Search.filter(text), reader);
        var preservation = preservations.find(Search.filter(text), reader);
        List<Hit> all = Stream.concat(
                        mla.items().stream().map(Search::hit),
                        preservation.items().stream().map(Search::hit))
                .toList();
        List<Hit> exact = all.stream().filter(hit -> isExactly(hit, text)).toList();
        return new SearchView(
                text,
                tried(text),
                exact.isEmpty() ? all : exact,
                exact.isEmpty() && (mla.next() != null || preservation.next() != null));
    }

    private static <S extends Enum<S>> RequestFilter<S> filter(String text) {
        return new RequestFilter<>(Set.<S>of(), null, null, null, null, text, false, MOST, null);
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

    private static Hit hit(MlaEntryView entry) {
        return new Hit(
                new Code("mla-requests"),
                entry.id().value(),
                entry.reference(),
                entry.from(),
                entry.to(),
                new Code(Kebab.of(entry.status())),
                entry.offence(),
                entry.references());
    }

    private static Hit hit(PreservationEntryView entry) {
        return new Hit(
                new Code("preservation-requests"),
                entry.id().value(),
                entry.reference(),
                entry.from(),
                entry.to(),
                new Code(Kebab.of(entry.status())),
                entry.offence(),
                entry.references());
    }
}
