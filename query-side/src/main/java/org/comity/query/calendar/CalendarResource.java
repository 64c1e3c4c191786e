package org.comity.query.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import org.comity.api.Login;
import org.comity.api.view.CalendarEntryView;
import org.comity.api.view.Page;
import org.comity.query.projection.Reached;
import org.comity.query.register.Filters;
import org.comity.query.web.JsonResource;
import org.comity.query.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What is due as JSON, and as a feed for calendar programs. */
@JsonResource
@Tag(name = "calendar", description = "What is due")
class CalendarResource {
    private static final String WHOSE = "state (all of it, the default), office or mine";
    private static final String TURN = "us or them: whose act would meet it";
    private static final String KIND = "Only of this kind, such as expiry";

    private final DeadlineCalendar calendar;
    private final Reached reached;
    private final MessageSource texts;

    CalendarResource(DeadlineCalendar calendar, Reached reached, MessageSource texts) {
        this.calendar = calendar;
        this.reached = reached;
        this.texts = texts;
    }

    @GetMapping("/api/calendar")
    @Operation(summary = "What is due, of what the reader may know of, the nearest first")
    Page<CalendarEntryView> calendar(
            @RequestParam(required = false) @Parameter(description = WHOSE) @Nullable String whose,
            @RequestParam(required = false) @Parameter(description = TURN) @Nullable String turn,
            @RequestParam(required = false) @Parameter(description = KIND) @Nullable String kind,
            @RequestParam(required = false) @Parameter(description = Filters.STATE) @Nullable String state,
            @RequestParam(name = "due-before", required = false) @Parameter(description = Filters.DUE_BEFORE) @Nullable
                    String dueBefore,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        reached.await(DeadlineCalendar.NAME, after);
        return new Page<>(calendar.find(Searches.of(whose, turn, kind, state, dueBefore), login.actor()), null);
    }

    @GetMapping(value = "/api/calendar.ics", produces = "text/calendar")
    @Operation(summary = "The same for a calendar program; references and kinds, nothing personal")
    ResponseEntity<byte[]> feed(
            @RequestParam(required = false) @Parameter(description = WHOSE) @Nullable String whose,
            @RequestParam(required = false) @Parameter(description = TURN) @Nullable String turn,
            @RequestParam(required = false) @Parameter(description = KIND) @Nullable String kind,
            @RequestParam(required = false) @Parameter(description = Filters.STATE) @Nullable String state,
            @RequestParam(required = false) @Parameter(description = "Of the words, such as fr") @Nullable
                    String language,
            @AuthenticationPrincipal Login login) {
        var words = new Wording(texts, language == null ? Locale.ENGLISH : Locale.forLanguageTag(language));
        String here = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var feed = new ICalendar();
        feed.setProductId("-//Comity//Calendar//EN");
        feed.setName("Comity");
        for (CalendarEntryView entry : calendar.find(Searches.of(whose, turn, kind, state, null), login.actor())) {
            feed.addEvent(event(entry, here, words));
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Biweekly.write(feed).go().getBytes(StandardCharsets.UTF_8));
    }

    private static VEvent event(CalendarEntryView entry, String here, Wording words) {
        var event = new VEvent();
        event.setUid(entry.request() + "-" + entry.kind() + "-" + entry.at().getEpochSecond() + "@comity");
        // whenever it is written, an event that did not change is the same
        event.setDateTimeStamp(Date.from(entry.at()));
        event.setDateStart(start(entry));
        event.setSummary(entry.reference() + " · " + words.code("deadline", entry.kind()));
        event.setUrl(here + "/" + entry.family() + "/" + entry.request());
        return event;
    }

    private static DateStart start(CalendarEntryView entry) {
        if (entry.day() == null) {
            return new DateStart(new ICalDate(Date.from(entry.at()), true));
        }
        var day = new DateTimeComponents(
                entry.day().getYear(), entry.day().getMonthValue(), entry.day().getDayOfMonth());
        return new DateStart(new ICalDate(day, false));
    }
}
