package org.comity.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

class ViewDocumentTest {
    @Test
    void aFileIsDescribedByTheTypeThatItHasAndAViewAsJson() throws NoSuchMethodException {
        // a class of a method is found by no scan for resources
        @JsonResource
        class Resource {
            @GetMapping(produces = "application/zip")
            public ResponseEntity<byte[]> draw() {
                return ResponseEntity.ok(new byte[0]);
            }

            @GetMapping
            public Map<String, String> list() {
                return Map.of();
            }
        }
        Content file = described(new HandlerMethod(new Resource(), "draw"));
        assertThat(file).containsOnlyKeys("application/zip");
        assertThat(file.get("application/zip").getSchema().getFormat()).isEqualTo("binary");
        assertThat(described(new HandlerMethod(new Resource(), "list"))).containsOnlyKeys("application/json");
    }

    private static Content described(HandlerMethod method) {
        return new ViewDocument()
                .customize(new Operation().addTagsItem("files"), method)
                .getResponses()
                .get("200")
                .getContent();
    }
}
