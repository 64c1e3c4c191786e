package org.comity.query.bundle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.comity.api.Id;
import org.comity.api.Login;
import org.comity.api.Refused;
import org.comity.api.view.RequestView;
import org.comity.log.transparency.LogContradicted;
import org.comity.query.page.Sheet;
import org.comity.query.page.Sheets;
import org.comity.query.register.Kind;
import org.comity.query.register.Readings;
import org.comity.query.web.JsonResource;
import org.comity.query.web.Parameters;
import org.comity.query.web.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger LOG = LoggerFactory.getLogger(BundleResource.class);

    private final List<Kind<?, ?, ?, ?>> kinds;
    private final Readings readings;
    private final Sheets sheets;
    private final AuditBundles bundles;
    private final LocaleResolver locales;
    private final MessageSource texts;

    BundleResource(
            List<Kind<?, ?, ?, ?>> kinds,
            Readings readings,
            Sheets sheets,
            AuditBundles bundles,
            LocaleResolver locales,
            MessageSource texts) {
        this.kinds = kinds;
        this.readings = readings;
        this.sheets = sheets;
        this.bundles = bundles;
        this.locales = locales;
        this.texts = texts;
    }

    @GetMapping(
            path = "/api/{kind:[a-z]+-requests|spontaneous-information}/{id}/audit-bundle",
            produces = "application/zip")
    @Operation(summary = "The history of a request with its proofs; for auditors, supervisors and data protection")
    ResponseEntity<byte[]> draw(
            @PathVariable String kind,
            @PathVariable String id,
            @AuthenticationPrincipal Login login,
            HttpServletRequest request) {
        Kind<?, ?, ?, ?> known = kinds.stream()
                .filter(one -> one.path().equals("/" + kind))
                .findFirst()
                .orElseThrow(Refused::unknown);
        Id about = Parameters.id(id).map(known::id).orElseThrow(Refused::unknown);
        Wording words = new Wording(texts, locales.resolveLocale(request));
        Sheet sheet = sheet(known, about, login, words);
        if (!login.actor().mandate().mayDrawBundles()) {
            throw Refused.forbidden(
                            "audit-bundle.not-for-this-role",
                            "An audit bundle is drawn by an auditor, a supervisor or a data-protection officer.")
                    .from("practice");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sheet.view().get("reference") + ".zip")
                                .build()
                                .toString())
                .body(drawn(about, sheet, words));
    }

    /** A log that contradicts its own checkpoints gets no further signature, and so there is no bundle. */
    private byte[] drawn(Id about, Sheet sheet, Wording words) {
        try {
            return bundles.draw(about, sheet, words);
        } catch (LogContradicted e) {
            LOG.error("no audit bundle is drawn: {}", e.getMessage());
            throw Refused.conflict(
                    "audit-bundle.log-contradicted",
                    "The log does not continue what was signed about it, so nothing can be proven by it; the operator must find out why.");
        }
    }

    private <S extends Enum<S>, V extends RequestView<S>> Sheet sheet(
            Kind<?, ?, S, V> kind, Id id, Login login, Wording words) {
        V view = readings.find(kind, id, login.actor());
        return sheets.sheet(
                id, kind.path(), view, view.head(), readings.history(kind, id, login.actor()), login.actor(), words);
    }
}
