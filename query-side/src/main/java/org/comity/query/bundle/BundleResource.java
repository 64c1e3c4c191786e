package org.comity.query.bundle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.comity.api.Actor;
import org.comity.api.Id;
import org.comity.api.Login;
import org.comity.api.Mandate;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.Refused;
import org.comity.api.view.HistoryEntryView;
import org.comity.query.mla.MlaRequests;
import org.comity.query.page.Sheet;
import org.comity.query.page.Sheets;
import org.comity.query.preservation.Preservations;
import org.comity.query.web.JsonResource;
import org.comity.query.web.Parameters;
import org.comity.query.web.Wording;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.LocaleResolver;

/** The audit bundle of a request of any kind, for those who may draw it. */
@JsonResource
@Tag(name = "audit-bundles", description = "The history of one request with its proofs, in one file")
class BundleResource {
    private final MlaRequests requests;
    private final Preservations preservations;
    private final Sheets sheets;
    private final AuditBundles bundles;
    private final LocaleResolver locales;
    private final MessageSource texts;

    BundleResource(
            MlaRequests requests,
            Preservations preservations,
            Sheets sheets,
            AuditBundles bundles,
            LocaleResolver locales,
            MessageSource texts) {
        this.requests = requests;
        this.preservations = preservations;
        this.sheets = sheets;
        this.bundles = bundles;
        this.locales = locales;
        this.texts = texts;
    }

    @GetMapping(path = "/api/mla-requests/{id}/audit-bundle", produces = "application/zip")
    @Operation(summary = "The history of a request with its proofs, as a ZIP file; for auditors, supervisors, data protection")
    ResponseEntity<byte[]> ofAssistance(
            @PathVariable String id, @AuthenticationPrincipal Login login, HttpServletRequest request) {
        var known = Parameters.id(id).map(MlaRequestId::new).orElseThrow(Refused::unknown);
        var view = requests.find(known, login.actor());
        return draw(known, view.reference(), view, requests.history(known, login.actor()), login.actor(), request);
    }

    @GetMapping(path = "/api/preservation-requests/{id}/audit-bundle", produces = "application/zip")
    @Operation(summary = "The history of a request with its proofs, as a ZIP file; for auditors, supervisors, data protection")
    ResponseEntity<byte[]> ofPreservation(
            @PathVariable String id, @AuthenticationPrincipal Login login, HttpServletRequest request) {
        var known = Parameters.id(id).map(PreservationId::new).orElseThrow(Refused::unknown);
        var view = preservations.find(known, login.actor());
        return draw(known, view.reference(), view, preservations.history(known, login.actor()), login.actor(), request);
    }

    private ResponseEntity<byte[]> draw(
            Id id,
            String reference,
            Object view,
            List<HistoryEntryView> history,
            Actor reader,
            HttpServletRequest request) {
        if (!Drawers.include(reader.mandate())) {
            throw Refused.forbidden(
                            "audit-bundle.not-for-this-role",
                            "An audit bundle is drawn by an auditor, a supervisor or a data-protection officer.")
                    .from("design: positions and sizes of the log are for those who answer for it");
        }
        Wording words = new Wording(texts, locales.resolveLocale(request));
        Sheet sheet = sheets.sheet(id, "", view, List.of(), history, reader, words);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(reference + ".zip")
                                .build()
                                .toString())
                .body(bundles.draw(id, sheet, words));
    }

    /** Who may know the positions of events and the size of the log for the sake of a proof. */
    private static final class Drawers {
        private static final Set<Mandate> MANDATES =
                Set.of(Mandate.AUDITOR, Mandate.SUPERVISOR, Mandate.DATA_PROTECTION_OFFICER);

        static boolean include(Mandate mandate) {
            return MANDATES.contains(mandate);
        }
    }
}
